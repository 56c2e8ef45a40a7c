"""Staff take a conversation over in the same chat, share it and give it back; nothing said is lost or doubled."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from assistant.service.staff_room import GONE_AFTER
from tests.assistant.web.console.staff_client import Shop, Shopper, StaffMember


@pytest.fixture
def waiting(shop: Shop) -> Shopper:
    shopper = shop.shopper()
    shopper.say("headphones under 100 euros, not Pibbet")
    shopper.say(f"I want to talk to a human ({shopper.conversation[:6]})")
    return shopper


@pytest.fixture
def ann(shop: Shop) -> StaffMember:
    return shop.staff("ann")


@pytest.fixture
def bob(shop: Shop) -> StaffMember:
    return shop.staff("bob")


def test_the_queue_tells_what_is_known_of_who_waits(waiting: Shopper, ann: StaffMember):
    number = ann.ticket_of(waiting)
    row = next(one for one in ann.queue() if one["number"] == number)
    assert row["state"] == "waiting"
    assert row["language"] == "en"
    assert row["mood"] == "calm"
    assert row["topic"] == {"key": "want", "text": "headphones"}
    assert row["place"] >= 1
    assert row["waiting_s"] >= 0
    packet = ann.get(f"/tickets/{number}")["packet"]
    assert any(one["field"] == "price" for one in packet["ledger"])
    assert packet["shown"]


def test_the_conversations_id_stays_on_the_server(waiting: Shopper, ann: StaffMember):
    number = ann.ticket_of(waiting)
    for path in ("/queue", f"/tickets/{number}", f"/tickets/{number}/live"):
        assert waiting.conversation not in ann.client.get(f"/console/api{path}").text


def test_while_staff_have_it_the_assistant_is_silent_and_resumes_when_they_give_it_back(
    waiting: Shopper, ann: StaffMember
):
    number = ann.ticket_of(waiting)
    ann.post(f"/tickets/{number}/take")
    assert waiting.live()["desk"]["state"] == "taken"
    ann.live(number)
    ann.send(number, "ann-0001", "Hello, how can I help?")
    assert "Hello, how can I help?" in waiting.live()["lines"]
    silent = waiting.say("do you ship to Spain?")
    assert silent["items"] == []
    assert silent["notices"] == ["with_staff"]
    assert ann.said(number)[-1] == ("shopper", "do you ship to Spain?")
    ann.post(f"/tickets/{number}/give-back")
    assert waiting.live()["desk"]["state"] == ""
    assert "with_staff" not in waiting.say("do you ship to Spain?")["notices"]
    assert [who for who, _ in ann.said(number)[-2:]] == ["shopper", "assistant"]


def test_a_message_sent_twice_is_said_once(waiting: Shopper, ann: StaffMember):
    number = ann.ticket_of(waiting)
    ann.post(f"/tickets/{number}/take")
    ann.live(number)
    first = ann.send(number, "ann-0002", "Just once")
    again = ann.send(number, "ann-0002", "Just once")
    assert first["number"] == again["number"]
    assert again["fresh"] is False
    ann.send(number, "ann-0002", "Something else under the same id", status=409)
    waiting.say("and I say this once", message="shopper-1")
    waiting.say("and I say this once", message="shopper-1")
    texts = [text for _, text in ann.said(number)]
    assert texts.count("Just once") == 1
    assert texts.count("and I say this once") == 1
    assert waiting.live()["lines"].count("Just once") == 1


def test_a_shoppers_message_sent_again_is_answered_once(shop: Shop):
    shopper = shop.shopper()
    first = shopper.say("headphones under 100 euros", message="first-1")
    again = shopper.say("headphones under 100 euros", message="first-1")
    assert again["conversation"] == first["conversation"]
    log = shop.assistant.staff.log.since(shopper.conversation)
    assert [one.who for one in log] == ["shopper", "assistant"]


def test_only_one_of_two_takes_a_ticket_and_the_other_is_told_who(shop: Shop, waiting: Shopper):
    members = [shop.staff(name) for name in ("ann", "bob")]
    number = members[0].ticket_of(waiting)
    with ThreadPoolExecutor(2) as pool:
        answers = list(
            pool.map(
                lambda one: one.client.post(
                    f"/console/api/tickets/{number}/take", json={}, headers={"x-daogou-guard": one.guard}
                ),
                members,
            )
        )
    assert sorted(one.status_code for one in answers) == [200, 409]
    holder = members[0].live(number)["staff"]
    assert holder in next(one for one in answers if one.status_code == 409).json()["detail"]


def test_two_staff_write_at_one_ticket_and_nobody_writes_past_the_other(
    waiting: Shopper, ann: StaffMember, bob: StaffMember
):
    number = ann.ticket_of(waiting)
    ann.post(f"/tickets/{number}/take")
    ann.live(number)
    bob.live(number)
    bob.send(number, "bob-0001", "not mine", status=409)
    bob.post(f"/tickets/{number}/join", joins=True)
    ann.send(number, "ann-0003", "ann first")
    bob.send(number, "bob-0002", "bob without having read", status=409)
    bob.live(number)
    bob.send(number, "bob-0002", "bob without having read")
    texts = [text for who, text in ann.said(number) if who == "staff"]
    assert texts[-2:] == ["ann first", "bob without having read"]
    assert ann.live(number)["joined"] == ["bob"]
    bob.post(f"/tickets/{number}/join", joins=False)
    bob.send(number, "bob-0003", "left", status=409)


def test_a_colleague_takes_a_ticket_with_the_draft_that_lies_there(
    waiting: Shopper, ann: StaffMember, bob: StaffMember
):
    number = ann.ticket_of(waiting)
    ann.post(f"/tickets/{number}/take")
    ann.post(f"/tickets/{number}/draft", text="Dear customer, I was just")
    bob.post(f"/tickets/{number}/take", status=409, holder="somebody else")
    bob.post(f"/tickets/{number}/take", holder="ann")
    drafts = bob.live(number)["drafts"]
    assert [(one["name"], one["text"]) for one in drafts] == [("ann", "Dear customer, I was just")]
    assert ann.live(number)["draft"] == "Dear customer, I was just"
    ann.send(number, "ann-0004", "too late", status=409)
    ann.post(f"/tickets/{number}/give-back", status=409)


def test_staff_who_leave_lose_the_ticket_to_the_queue_and_no_word(shop: Shop, waiting: Shopper, ann: StaffMember):
    number = ann.ticket_of(waiting)
    ann.post(f"/tickets/{number}/take")
    ann.post(f"/tickets/{number}/draft", text="half a sen")
    room = shop.assistant.staff
    later = replace(room, clock=lambda: room.clock() + GONE_AFTER + 1)
    assert waiting.conversation in later.without_the_gone()
    told = ann.live(number)
    assert told["state"] == "waiting"
    assert told["draft"] == "half a sen"
    assert told["messages"][-1]["text"] == "left"
    assert waiting.live()["desk"]["state"] == "waiting"


def test_put_back_and_a_wait_at_the_old_place(waiting: Shopper, ann: StaffMember):
    number = ann.ticket_of(waiting)
    before = next(one["place"] for one in ann.queue() if one["number"] == number)
    ann.post(f"/tickets/{number}/take")
    ann.post(f"/tickets/{number}/put-back")
    assert next(one["place"] for one in ann.queue() if one["number"] == number) == before


def test_an_unknown_ticket_and_an_empty_message_are_refused_in_a_sentence(waiting: Shopper, ann: StaffMember):
    assert "999" in ann.get("/tickets/999", status=404)["detail"]
    number = ann.ticket_of(waiting)
    ann.post(f"/tickets/{number}/take")
    ann.send(number, "ann-0005", "   ", status=422)
    for body in ({}, {"message": "x", "text": "y", "seen": 0}, {"message": "12345678", "text": "y", "seen": -1}):
        ann.post(f"/tickets/{number}/send", status=422, **body)


def test_who_knows_no_id_hears_nothing(shop: Shop, waiting: Shopper, ann: StaffMember):
    number = ann.ticket_of(waiting)
    ann.post(f"/tickets/{number}/take")
    ann.live(number)
    ann.send(number, "ann-0006", "for one pair of ears")
    for guess in ("", "x", waiting.conversation[:-1]):
        assert shop.shopper(guess).live()["lines"] == ""
