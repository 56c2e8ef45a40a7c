"""Tickets wait in order and are held by one; messages are kept once; a person is erased to the last byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.records.conversation_log import ConversationLog
from assistant.records.database import FILE, Database
from assistant.records.order_book import OrderBook
from assistant.records.person import erase_person, export_person
from assistant.records.ticket_book import CLOSED, TicketBook
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
    first, *_ = export_person(database, "ana")["messages"]
    assert first["text"] == CANARY


def test_an_erased_person_is_found_nowhere_in_the_file(database: Database, tmp_path: Path) -> None:
    book = OrderBook(database)
    book.put([("ana", {**USER, "note": CANARY})], [{**ORDER, "note": CANARY}], [])
    ConversationLog(database).exchange("c", "1", CANARY, CANARY, 1.0, "en", "ana")
    TicketBook(database).open("c", "ana", {"said": CANARY}, 1.0)
    book.apply("k", 1.0, "c", "ana", lambda view: ({"note": CANARY},))
    files = [path for path in tmp_path.iterdir() if path.name.startswith(FILE)]
    assert any(CANARY.encode() in path.read_bytes() for path in files)
    assert erase_person(database, "ana") == 6
    files = [path for path in tmp_path.iterdir() if path.name.startswith(FILE)]
    assert not any(CANARY.encode() in path.read_bytes() for path in files)
    assert not any(export_person(database, "ana").values())
