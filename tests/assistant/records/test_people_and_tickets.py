"""Tickets wait in order and are held by one; messages are kept once; a person is erased to the last byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.records.clause_book import ClauseBook
from assistant.records.conversation_log import ConversationLog
from assistant.records.correction_book import CorrectionBook
from assistant.records.database import FILE, Database
from assistant.records.kept_talk import KeptTalk, TalkBook
from assistant.records.order_book import OrderBook
from assistant.records.person import Person, erase_person, export_person, find_person
from assistant.records.schema import METADATA
from assistant.records.staff_talk import StaffTalk
from assistant.records.ticket_book import CLOSED, TicketBook
from assistant.service.corrections import Corrections
from assistant.state import DialogueState
from assistant.vocabulary import Turn
from tests.assistant.records.test_order_book import ORDER, USER

CANARY = "zanzibar-canary-4711"


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return Database.of_home(tmp_path)


def test_tickets_wait_in_the_order_in_which_they_came(database: Database) -> None:
    book = TicketBook(database)
    first, second = (book.open(name, "", {}, at) for name, at in (("a", 1.0), ("b", 2.0)))
    assert [book.place(one.number) for one in (first, second)] == [1, 2]
    assert book.take(first.number, "ana", 3.0)
    assert [book.place(one.number) for one in (first, second)] == [0, 1]


def test_one_member_of_staff_holds_a_ticket(database: Database) -> None:
    book = TicketBook(database)
    ticket = book.open("a", "", {}, 1.0)
    assert book.take(ticket.number, "ana", 2.0)
    assert book.take(ticket.number, "ana", 2.5)
    assert not book.take(ticket.number, "bo", 3.0)
    assert not book.give_back(ticket.number, "bo", 3.0)
    assert book.give_back(ticket.number, "ana", 4.0)
    found = book.ticket(ticket.number)
    assert found is not None
    assert found.state == CLOSED


def test_who_leaves_puts_the_ticket_back_at_its_place(database: Database) -> None:
    book = TicketBook(database)
    first, second = (book.open(name, "", {}, at) for name, at in (("a", 1.0), ("b", 2.0)))
    book.take(first.number, "ana", 3.0)
    assert book.put_back(first.number, "ana")
    assert [one.number for one in book.queue()] == [first.number, second.number]


def test_asking_again_keeps_the_place(database: Database) -> None:
    book = TicketBook(database)
    first = book.open("a", "", {"said": 1}, 1.0)
    book.open("b", "", {}, 2.0)
    again = book.open("a", "ana", {"said": 2}, 3.0)
    assert (again.number, again.packet, book.place(again.number)) == (first.number, {"said": 2}, 1)


def test_a_message_is_kept_once(database: Database) -> None:
    log = ConversationLog(database)
    assert log.exchange("c", "1", "hello", "hi", 1.0, "en")
    assert not log.exchange("c", "1", "hello", "hi", 2.0, "en")
    assert [one.text for one in log.since("c")] == ["hello", "hi"]
    assert [one.text for one in log.since("c", log.since("c")[0].number)] == ["hi"]


def test_what_was_said_before_somebody_was_known_is_theirs_too(database: Database) -> None:
    log = ConversationLog(database)
    log.exchange("c", "1", CANARY, "who are you?", 1.0, "en")
    log.exchange("c", "2", "ana@example.com", "thanks", 2.0, "en", "ana")
    first, *_ = export_person(database, Person("ana"))["messages"]
    assert first["text"] == CANARY


def test_an_erased_person_is_found_nowhere_in_the_file(database: Database, tmp_path: Path) -> None:
    book, corrections = OrderBook(database), CorrectionBook(database)
    book.put([("ana", {**USER, "note": CANARY})], [{**ORDER, "note": CANARY}], [])
    ConversationLog(database).exchange("c", "1", CANARY, CANARY, 1.0, "en", "ana")
    TicketBook(database).open("c", "ana", {"said": CANARY}, 1.0)
    book.apply("k", 1.0, "c", "ana", lambda view: ({"note": CANARY},))
    used = Corrections(corrections, ClauseBook(database), lambda: 1.0)
    used.approve(used.propose("bo", "c", CANARY, "wrong", "right", "en"), "cy")
    TalkBook(database).keep("c", KeptTalk(DialogueState(turns=(Turn("c", CANARY),)), 1), 1.0)
    StaffTalk(database).keep_draft(TicketBook(database).queue()[0], "bo", CANARY, 1.0)
    assert held(tmp_path)
    ana = find_person(database, "ana")
    assert ana is not None
    assert sum(erase_person(database, ana).values()) == 10
    assert not held(tmp_path)
    assert find_person(database, "ana") is None
    assert not any(export_person(database, ana).values())


def held(home: Path) -> list[Path]:
    files = [path for path in home.iterdir() if path.name.startswith(FILE)]
    return [path for path in files if CANARY.encode() in path.read_bytes()]


def test_what_others_said_of_an_erased_person_loses_their_particulars(database: Database) -> None:
    OrderBook(database).put([("ana_1", {**USER, "email": f"{CANARY}@example.com"})], [], [])
    log = ConversationLog(database)
    log.exchange("c", "1", f"show me {CANARY.upper()}@example.com's orders, and Noah Smithers", "no", 1.0, "en", "bo")
    TicketBook(database).open("c", "bo", {"said": f"ana_1 and {CANARY}@example.com"}, 1.0)
    person = find_person(database, f"{CANARY}@example.com")
    assert person is not None
    erase_person(database, person)
    assert [one.text for one in log.since("c")] == [
        "show me [erased]'s orders, and Noah Smithers",
        "no",
    ]
    assert TicketBook(database).queue()[0].packet == {"said": "[erased] and [erased]"}


def test_a_name_that_two_customers_have_stays_in_the_words_of_others(database: Database) -> None:
    OrderBook(database).put([("ana_1", USER), ("noah_2", {**USER, "email": "other@example.com"})], [], [])
    log = ConversationLog(database)
    whole = f"{USER['name']['first_name']} {USER['name']['last_name']}"
    log.exchange("c", "1", f"I'm {whole}", "hello", 1.0, "en", "noah_2")
    person = find_person(database, "ana_1")
    assert person is not None
    erase_person(database, person)
    assert log.since("c")[0].text == f"I'm {whole}"


def test_a_stranger_is_found_by_the_address_they_gave_or_by_the_conversation(database: Database) -> None:
    log = ConversationLog(database)
    log.exchange("c", "1", "who can help me?", "I can", 1.0, "en")
    log.exchange("c", "2", f"my mail is {CANARY}@example.com", "unknown", 2.0, "en")
    log.exchange("d", "1", "a lamp please", "here", 3.0, "en")
    for who in (f"{CANARY}@example.com", "c"):
        person = find_person(database, who)
        assert person is not None
        assert len(export_person(database, person)["messages"]) == 4
    assert find_person(database, "nobody@example.com") is None
    assert find_person(database, "ana") is None


def test_every_table_is_known_to_be_of_people_or_not(database: Database) -> None:
    about_people = set(export_person(database, Person("ana")))
    others = {"clauses", "order_goods", *WITHOUT_PEOPLE}
    assert {table.name for table in METADATA.sorted_tables} == (about_people - {"profile"}) | {"customers"} | others


WITHOUT_PEOPLE: tuple[str, ...] = ("staff_accounts", "staff_sign_ins", "ticket_staff", "macros")
"""Further tables that hold nothing of shoppers: what the shop itself is told, and its staff."""
