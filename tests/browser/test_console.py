"""A shopper and the shop's staff side by side: handed over, taken, talked, reloaded, corrected and given back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from selenium.webdriver.common.keys import Keys

from assistant.conversation import Assistant
from assistant.records.clause_book import Clause
from assistant.records.order_book import SAMPLE
from assistant.records.staff_book import AGENT, LEAD
from tests.browser.conftest import NewTab, Sites
from tests.browser.staff_tab import PASSWORD, StaffTab
from tests.browser.tab import Tab

SignedIn = Callable[..., StaffTab]


@pytest.fixture
def signed_in(shop: Assistant, sites: Sites, new_tab: NewTab) -> SignedIn:
    """Opens a browser in which this member of staff is signed in."""

    def opened(name: str, role: str = AGENT, **more: object) -> StaffTab:
        if name not in [one.name for one in shop.staff.accounts.every()]:
            shop.staff.accounts.add(name, role, PASSWORD, 0.0)
        staff = StaffTab(new_tab(None, **more), sites.ours)
        staff.sign_in(name)
        return staff

    return opened


def test_a_shopper_and_a_colleague_talk_in_one_chat(new_tab: NewTab, signed_in: SignedIn):
    shopper = new_tab()
    shopper.say("headphones under 100 euros, not Pibbet")
    shopper.say("I want to talk to a human, one")
    assert "queue" in shopper.one("#desk").text
    ann = signed_in("ann")
    ann.open_ticket("to a human, one")
    assert "under 100" in ann.tab.one("#beside").text
    ann.take()
    shopper.until(lambda: "ann is with you" in shopper.one("#desk").text)
    ann.say("Hello, what can I do for you?")
    shopper.until(lambda: "what can I do for you?" in shopper.log)
    shopper.say("Can I return opened headphones?")
    ann.hears("Can I return opened headphones?")
    assert "policy" not in shopper.log.split("Can I return opened headphones?")[1]
    before = said_on(shopper)
    shopper.reload()
    assert said_on(shopper) == before
    ann.tab.driver.refresh()
    ann.open_ticket("Can I return opened headphones?")
    assert ann.lines.count("what can I do for you?") == 1
    ann.press("#deeds button", "Give back")
    shopper.until(lambda: not shopper.one("#desk").is_displayed())
    shopper.say("do you ship to Spain?")
    assert "policy" in shopper.log.split("do you ship to Spain?")[1]
    assert ann.tab.complaints() == []
    assert shopper.complaints() == []


def said_on(shopper: Tab) -> list[str]:
    """The lines of the conversation, without what tells a screen reader whose they are."""
    return [text.removeprefix("You said:").strip() for text in shopper.texts("#lines > *")]


def test_a_suggestion_is_sent_with_one_key_and_its_cards_arrive(new_tab: NewTab, signed_in: SignedIn):
    shopper = new_tab()
    shopper.say("I want to talk to a human, two")
    ann = signed_in("ann")
    ann.open_ticket("to a human, two")
    ann.take()
    shopper.say("red headphones under 80 euros please")
    ann.tab.until(lambda: ann.tab.all("#suggestion .product"))
    suggested = ann.tab.one("#suggestion .text").text
    title = ann.tab.one("#suggestion .product > div:nth-child(2)").text.split("\n")[0]
    ann.tab.one("#words").send_keys(Keys.CONTROL, Keys.ENTER)
    shopper.until(lambda: title in shopper.log)
    assert suggested in shopper.log
    shopper.press("#lines .small-card [data-do=add]")
    shopper.press("#badge")
    assert title in shopper.one("#basket-lines").text


def test_a_suggested_rule_stands_with_its_clause(new_tab: NewTab, signed_in: SignedIn):
    shopper = new_tab()
    shopper.say("I want to talk to a human, three")
    ann = signed_in("ann")
    ann.open_ticket("to a human, three")
    shopper.say("do you gift wrap?")
    ann.tab.until(lambda: "wrap" in ann.tab.one("#suggestion .clause").text)
    ann.tab.until(lambda: "#" in ann.tab.one("#suggestion .clause small").text)


def test_two_colleagues_see_each_others_words_and_drafts(new_tab: NewTab, signed_in: SignedIn):
    shopper = new_tab()
    shopper.say("I want to talk to a human, four")
    ann, bob = signed_in("ann"), signed_in("bob")
    ann.open_ticket("to a human, four")
    bob.open_ticket("to a human, four")
    ann.take()
    bob.press("#deeds button", "Write along")
    bob.tab.until(lambda: "Stop writing along" in bob.tab.one("#deeds").text)
    ann.say("ann says this")
    bob.hears("ann says this")
    bob.say("bob says that")
    ann.hears("bob says that")
    shopper.until(lambda: "ann says this" in shopper.log and "bob says that" in shopper.log)
    ann.tab.one("#words").send_keys("half a sent")
    ann.tab.until(lambda: "Draft kept" in ann.tab.one("#note").text)
    ann.tab.close()
    bob.press("#deeds button", "Take over from ann")
    bob.tab.until(lambda: "half a sent" in bob.tab.one("#others").text)


def test_a_wrong_reply_is_corrected_and_once_approved_used(new_tab: NewTab, signed_in: SignedIn):
    shopper = new_tab()
    shopper.say("do you gift wrap?")
    shopper.say("I want to talk to a human, five")
    ann = signed_in("ann")
    ann.open_ticket("to a human, five")
    ann.take()
    ann.press("#lines .fix")
    assert ann.tab.one("#asked").text == "do you gift wrap?"
    ann.tab.one("#right").send_keys("Yes: three euros a parcel, every day but Sunday.")
    ann.press("#correction button", "Propose")
    shopper.until(lambda: "three euros a parcel" in shopper.log)
    ann.press("#views button", "Corrections")
    ann.tab.until(lambda: "three euros a parcel" in ann.tab.one("#view").text)
    assert not ann.tab.all("#view .act")
    lea = signed_in("lea", LEAD)
    lea.press("#views button", "Corrections")
    lea.press("#view .act", "Approve")
    lea.tab.until(lambda: "in use" in lea.tab.one("#view").text)
    other = new_tab()
    other.say("can you gift wrap it?")
    assert "three euros a parcel" in other.log


@pytest.mark.parametrize(("language", "title"), [("en", "contradict each other"), ("zh-CN", "互相矛盾的条款")])
def test_clauses_that_contradict_each_other_stand_above_the_corrections(
    shop: Assistant, signed_in: SignedIn, language: str, title: str
):
    ann, rule = signed_in("ann", language=language), "A rented tent goes back to our depot within {} days of its hire."
    ann.press("#views [data-view=corrections]")
    ann.tab.until(lambda: ann.tab.all("#view > *"))
    assert title not in ann.tab.one("#view").text
    for document, days in (("tents.md", 9), ("tents-before.md", 4)):
        shop.staff.clauses.put(document, [Clause(document, "hire", "Hire", rule.format(days), language="en")], SAMPLE)
    ann.press("#views [data-view=queue]")
    ann.press("#views [data-view=corrections]")
    ann.tab.until(lambda: title in ann.tab.one("#view > :first-child").text)
    shown = ann.tab.texts("#view > :first-child .clause")
    assert shown == [f"{rule.format(9)} tents.md#hire", f"{rule.format(4)} tents-before.md#hire"]
    for document in ("tents.md", "tents-before.md"):
        shop.staff.clauses.put(document, [], SAMPLE)


def test_a_lead_writes_a_macro_and_an_agent_uses_it(new_tab: NewTab, signed_in: SignedIn):
    lea = signed_in("lea", LEAD)
    lea.press("#views button", "Macros")
    lea.tab.until(lambda: lea.tab.all("#view input"))
    lea.tab.one("#view input").send_keys("Greeting")
    for field, text in zip(
        lea.tab.all("#view textarea"), ("Good day, this is {staff}.", "您好，我是 {staff}。"), strict=True
    ):
        field.send_keys(text)
    lea.press("#view .act", "Save")
    lea.tab.until(lambda: "Good day" in lea.tab.one("#view").text)
    shopper = new_tab()
    shopper.say("I want to talk to a human, six")
    ann = signed_in("ann")
    ann.open_ticket("to a human, six")
    ann.take()
    ann.press("#sides button", "Macros")
    ann.press("#beside .found", "Greeting")
    assert ann.tab.one("#words").get_attribute("value") == "Good day, this is ann."


def test_hostile_words_and_records_stay_text_in_the_console(new_tab: NewTab, signed_in: SignedIn):
    shopper = new_tab()
    shopper.say("<img src=x onerror=\"document.title='broken'\"> I want to talk to a human, seven")
    ann = signed_in("ann")
    ann.open_ticket("to a human, seven")
    ann.take()
    ann.press("#sides button", "Products")
    ann.tab.one("#product-words").send_keys("camping lantern", Keys.ENTER)
    ann.tab.until(lambda: "<script>" in ann.tab.one("#beside").text)
    assert "broken" not in ann.tab.driver.title
    assert ann.tab.script("return document.querySelectorAll('#open script, #beside script').length") == 0


def test_the_console_fits_a_phone_in_both_languages(new_tab: NewTab, signed_in: SignedIn):
    shopper = new_tab()
    shopper.say("headphones under 100 euros")
    shopper.say("I want to talk to a human, eight")
    for language in ("en", "zh-CN"):
        ann = signed_in("ann", width=360, height=740, language=language)
        ann.open_ticket("to a human, eight")
        for pane in ("", "#to-side"):
            if pane:
                ann.press(pane)
            wide = ann.tab.script("return document.documentElement.scrollWidth - innerWidth")
            assert wide <= 0
        assert ann.tab.complaints() == []


def test_a_wrong_password_is_told_and_signing_out_shuts_the_door(new_tab: NewTab, signed_in: SignedIn, sites: Sites):
    ann = signed_in("ann")
    ann.tab.one("#sign-out").click()
    ann.tab.until(lambda: ann.tab.all("[name=password]"))
    ann.tab.one("[name=name]").send_keys("ann")
    ann.tab.one("[name=password]").send_keys("not the password", Keys.ENTER)
    ann.tab.until(lambda: ann.tab.all("[role=alert]"))
    assert "password" in ann.tab.one("[role=alert]").text
