"""The server ends and starts again: the conversation, its ticket and who has it are as they were."""

from __future__ import annotations

from pathlib import Path

from assistant.web.deeds import Deed
from tests.assistant.web.console.staff_client import Shop, running


def test_a_conversation_with_staff_goes_on_after_a_restart(home: Path):
    with running(home) as shop:
        ann, shopper = shop.staff("ann"), shop.shopper()
        shopper.say("headphones under 100 euros, not Pibbet")
        shopper.say("I want to talk to a human")
        number = ann.ticket_of(shopper)
        ann.post(f"/tickets/{number}/take")
        ann.live(number)
        ann.send(number, "ann-0001", "said before")
        shopper.say("heard before", message="shopper-1")
        cookies, guard, seen = dict(ann.client.cookies), ann.guard, ann.seen
    with running(home) as shop:
        again = shop.browser()
        again.cookies.update(cookies)
        assert again.get("/console/api/me").json()["guard"] == guard
        shopper = shop.shopper(shopper.conversation)
        assert "said before" in shopper.live()["lines"]
        shopper.say("heard before", message="shopper-1")
        assert shopper.say("said after", message="shopper-2")["notices"] == ["with_staff"]
        body = {"message": "ann-0001", "text": "said before", "seen": seen}
        headers = {"x-daogou-guard": guard}
        again.post(f"/console/api/tickets/{number}/send", json=body, headers=headers)
        ann = shop.staff("ann")
        texts = [text for who, text in ann.said(number) if who in ("staff", "shopper")]
        assert texts[2:] == ["said before", "heard before", "said after"]
        ann.post(f"/tickets/{number}/give-back")
        narrowed = shopper.say("only wireless ones")
        assert narrowed["want"] == "headphones"
        assert {one["field"] for one in narrowed["ledger"]} >= {"price", "brand"}


def test_the_shoppers_page_shows_the_whole_conversation_after_a_restart(home: Path):
    from assistant.web.sessions import Sessions
    from assistant.web.shop_window import ShopWindow
    from assistant.web.visits import Visits

    with running(home) as shop:
        shopper = shop.shopper()
        shopper.say("headphones under 100 euros, not Pibbet")
        shopper.say("do you ship to Spain?")
    with running(home) as shop:
        window = ShopWindow(lambda: shop.assistant.catalogue.store)
        visits = Visits(lambda: shop.assistant, Sessions(lambda: "new", lambda: 0.0), window)
        screen = visits.do(Deed(do="open", conversation=shopper.conversation, language="en"))
        log = screen.talk["log"]
        assert log.index("headphones under 100") < log.index("do you ship to Spain?")
        assert log.count('class="me"') == 2
        assert log.count('class="it"') == 2
        assert screen.talk["count"] == 2
        assert "Pibbet" in screen.talk["ledger"]
        assert "card" in str(screen.goods)
        said = visits.do(
            Deed(do="say", text="only wireless ones", conversation=shopper.conversation, count=2, language="en")
        )
        assert said.talk["conversation"] == shopper.conversation


def test_a_long_conversation_is_shown_whole_before_and_after_a_restart(home: Path):
    from assistant.web.sessions import MOST_EXCHANGES, Sessions
    from assistant.web.shop_window import ShopWindow
    from assistant.web.visits import Visits

    def log(shop: Shop, conversation: str) -> str:
        window = ShopWindow(lambda: shop.assistant.catalogue.store)
        visits = Visits(lambda: shop.assistant, Sessions(lambda: "new", lambda: 0.0), window)
        return str(visits.do(Deed(do="open", conversation=conversation, language="en")).talk["log"])

    said = [f"do you ship to Spain, number {number}?" for number in range(MOST_EXCHANGES + 3)]
    with running(home) as shop:
        shopper = shop.shopper()
        for text in said:
            shopper.say(text)
        assert [text for text in said if log(shop, shopper.conversation).count(text) != 1] == []
    with running(home) as shop:
        assert [text for text in said if log(shop, shopper.conversation).count(text) != 1] == []


def test_an_id_that_was_never_given_out_finds_nothing(home: Path):
    with running(home) as shop:
        told = shop.shopper("guessed").say("cheaper")
        assert told["conversation"] != "guessed"
