"""What staff have at hand: suggestions that change nothing, lookups, corrections, macros and exports, by role."""

from __future__ import annotations

import csv
import io
import json
import tomllib
from typing import Any

import pytest

from assistant.records.order_book import OrderBook
from assistant.web.console.exports import as_csv
from tests.assistant.web.console.staff_client import Shop, Shopper, StaffMember

LENA = "lena.hoffmann@example.com"


@pytest.fixture
def ann(shop: Shop) -> StaffMember:
    return shop.staff("ann")


@pytest.fixture
def lea(shop: Shop) -> StaffMember:
    return shop.lead()


def handed_over(shop: Shop, staff: StaffMember, *said: str, take: bool = True) -> tuple[Shopper, int]:
    shopper = shop.shopper()
    for text in said:
        shopper.say(text)
    shopper.say(f"I want to talk to a human ({shopper.conversation[:6]})")
    number = staff.ticket_of(shopper)
    if take:
        staff.post(f"/tickets/{number}/take")
    staff.live(number)
    return shopper, number


def replies(staff: StaffMember, number: int) -> list[dict[str, Any]]:
    return [one for one in staff.live(number)["messages"] if one["who"] == "assistant"]


def test_a_suggestion_answers_the_last_message_in_the_light_of_those_before(shop: Shop, ann: StaffMember):
    shopper, number = handed_over(shop, ann, "headphones")
    shopper.say("only red ones")
    shopper.say("under 80 euros")
    told = ann.get(f"/tickets/{number}/suggestion")
    assert told["for"] == ann.live(number)["messages"][-1]["number"]
    assert told["items"]
    assert all("red" in one["title"] for one in told["items"])
    assert told["items"][0]["proofs"]
    assert told["text"]


def test_a_suggestion_quotes_the_clause(shop: Shop, ann: StaffMember):
    shopper, number = handed_over(shop, ann)
    shopper.say("do you gift wrap?")
    told = ann.get(f"/tickets/{number}/suggestion")
    assert any("wrap" in one["text"] for one in told["clauses"])
    assert all(one["source"] for one in told["clauses"])
    assert any(one["text"] in told["text"] for one in told["clauses"])


def test_suggesting_writes_no_order_and_opens_no_ticket(shop: Shop, ann: StaffMember):
    shopper, number = handed_over(shop, ann, f"my e-mail is {LENA}, cancel order #S20644, no longer needed")
    book = OrderBook(shop.assistant.staff.tickets._database)
    before, waiting = list(book.every()), len(ann.queue())
    for text in ("cancel order #S20644 please, it is no longer needed", "yes", "yes, do it", "a human please"):
        shopper.say(text)
        ann.get(f"/tickets/{number}/suggestion")
    assert list(book.every()) == before
    assert len(ann.queue()) == waiting


def test_only_the_identified_customers_orders_are_shown(shop: Shop, ann: StaffMember):
    _, number = handed_over(shop, ann, "where is my order #S20644?")
    told = ann.get(f"/tickets/{number}/customer")
    assert told["customer"] is None
    assert told["orders"] == []
    assert told["why"]
    _, number = handed_over(shop, ann, f"my e-mail is {LENA}, where is my order?")
    told = ann.get(f"/tickets/{number}/customer")
    assert told["customer"]["email"] == LENA
    assert {one["id"] for one in told["orders"]} == {"#S20403", "#S20492", "#S20584", "#S20644"}


def test_products_are_found_as_a_shopper_finds_them_and_sent_as_cards(shop: Shop, ann: StaffMember):
    shopper, number = handed_over(shop, ann)
    found = ann.get("/products", words="red headphones", language="en")["products"]
    assert found
    assert ann.get("/products", words=found[0]["id"], language="zh")["products"][0]["id"] == found[0]["id"]
    ann.send(number, "cards-0001", "", products=[found[0]["id"], "no such product"])
    assert [one["id"] for one in ann.live(number)["messages"][-1]["cards"]] == [found[0]["id"]]
    lines = shopper.live()["lines"]
    assert found[0]["title"] in lines
    assert lines.count("small-card") == 1


def test_a_correction_is_sent_once_kept_as_a_test_and_used_once_a_lead_approves(
    shop: Shop, ann: StaffMember, lea: StaffMember
):
    _, number = handed_over(shop, ann, "do you engrave names?")
    wrong = replies(ann, number)[0]
    asked = {"message": "fix-0000001", "answer": "Yes, we engrave names for 7 euros.", "seen": ann.seen}
    first = ann.post(f"/messages/{wrong['number']}/correct", **asked)
    assert ann.post(f"/messages/{wrong['number']}/correct", **asked)["number"] == first["number"]
    assert ann.said(number).count(("staff", "Yes, we engrave names for 7 euros.")) == 1
    case = tomllib.loads(next(shop.assistant.staff.cases.glob(f"*_{first['number']}.toml")).read_text())
    assert case["turn"][0]["say"] == "do you engrave names?"
    assert case["turn"][0]["tells"] == ["Yes, we engrave names for 7 euros."]
    assert "engrave names for 7" not in shop.shopper().say("do you engrave names?")["text"]
    ann.post(f"/corrections/{first['number']}/approve", status=403)
    lea.post(f"/corrections/{first['number']}/approve")
    lea.post(f"/corrections/{first['number']}/approve", status=409)
    assert "engrave names for 7" in shop.shopper().say("do you engrave names?")["text"]


def test_a_correction_is_refused_where_it_has_no_place(shop: Shop, ann: StaffMember):
    _, number = handed_over(shop, ann, "do you repair shoes?")
    bob = shop.staff("bob")
    wrong, said = replies(ann, number)[0], ann.live(number)["messages"][0]
    asked = {"message": "fix-0000002", "answer": "Yes."}
    assert bob.post(f"/messages/{wrong['number']}/correct", status=409, **asked)
    ann.post(f"/messages/{said['number']}/correct", status=422, **asked)
    ann.post("/messages/99999999/correct", status=404, **asked)
    assert not any(one["question"] == "do you repair shoes?" for one in ann.get("/corrections")["corrections"])


def test_a_correction_reaches_a_shopper_whom_nobody_has_taken_over(shop: Shop, ann: StaffMember):
    shopper = shop.shopper()
    shopper.say("do you sharpen knives on Tuesdays?")
    hit = ann.get("/search", words="sharpen knives")["found"][0]
    told = ann.get(f"/messages/{hit['number']}/conversation")
    wrong = next(one for one in told["messages"] if one["who"] == "assistant")
    ann.post(f"/messages/{wrong['number']}/correct", message="fix-0000003", answer="Yes, on Tuesdays.")
    assert "Yes, on Tuesdays." in shopper.live()["lines"]


def test_past_conversations_are_found_by_their_words(shop: Shop, ann: StaffMember):
    shopper, number = handed_over(shop, ann, "do you have a left-handed kettle with a moomin?")
    found = ann.get("/search", words="moomin kettle")["found"]
    assert len(found) == 1
    assert shopper.conversation not in json.dumps(found)
    told = ann.get(f"/messages/{found[0]['number']}/conversation")
    assert told["messages"][0]["text"] == "do you have a left-handed kettle with a moomin?"
    assert told["tickets"] == [number]
    assert ann.get("/search", words="taken_up")["found"] == []
    ann.get("/messages/99999999/conversation", status=404)


def test_staff_may_step_into_a_conversation_that_nobody_handed_over(shop: Shop, ann: StaffMember):
    shopper = shop.shopper()
    shopper.say("a teapot with a kangaroo under 50 euros")
    hit = ann.get("/search", words="kangaroo teapot")["found"][0]
    number = ann.post(f"/messages/{hit['number']}/take")["ticket"]
    assert shopper.live()["desk"]["state"] == "taken"
    assert shopper.say("hello?")["notices"] == ["with_staff"]
    assert ann.get(f"/tickets/{number}")["packet"]["why"] == "stepped_in"
    assert any(one["field"] == "price" for one in ann.get(f"/tickets/{number}")["packet"]["ledger"])
    assert ann.post(f"/messages/{hit['number']}/take")["ticket"] == number
    shop.staff("bob").post(f"/messages/{hit['number']}/take", status=409)


def test_macros_are_read_by_all_and_written_by_leads(ann: StaffMember, lea: StaffMember):
    texts = {"en": "Good day, {name}.", "zh": "您好，{name}。"}
    ann.post("/macros", status=403, name="Hello", texts=texts)
    lea.post("/macros", name="Hello", texts=texts)
    assert {"name": "Hello", "texts": texts, "by": "lea"} in ann.get("/macros")["macros"]
    lea.post("/macros", status=422, name="Empty", texts={"en": "  "})
    lea.post("/macros/remove", name="Hello", texts={})
    assert not any(one["name"] == "Hello" for one in ann.get("/macros")["macros"])


def test_exports_are_for_leads_and_hold_what_was_said(shop: Shop, ann: StaffMember, lea: StaffMember):
    shopper, number = handed_over(shop, ann, "=SUM(A1:A9) and headphones")
    first = ann.live(number)["messages"][0]["number"]
    for path in ("/export/tickets", f"/messages/{first}/export"):
        ann.get(path, status=403)
    rows = lea.get(f"/messages/{first}/export", form="json")
    assert rows[0]["text"] == "=SUM(A1:A9) and headphones"
    assert shopper.conversation not in json.dumps(rows)
    sheet = lea.client.get(f"/console/api/messages/{first}/export", params={"form": "csv"})
    assert "attachment" in sheet.headers["content-disposition"]
    told = list(csv.DictReader(io.StringIO(sheet.content.decode("utf-8-sig"))))
    assert told[0]["text"] == "'=SUM(A1:A9) and headphones"
    tickets = lea.get("/export/tickets", form="json")
    assert any(one["number"] == number for one in tickets)


@pytest.mark.parametrize("text", ["=1+1", "+49 30 1", "-2", "@home", "\t=1"])
def test_a_cell_that_a_spreadsheet_would_run_is_text(text: str):
    assert as_csv([{"text": text}], ("text",)).splitlines()[1].strip('"').startswith("'")


def test_every_word_of_the_console_is_there_in_every_language():
    from assistant.languages.reading import spoken, words

    tables = {code: words(code, "console") for code in spoken()}
    shapes = {code: {part: sorted(table[part]) for part in table} for code, table in tables.items()}
    assert len({json.dumps(shape, sort_keys=True) for shape in shapes.values()}) == 1
