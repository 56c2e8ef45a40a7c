"""What a shopper sees when something fails on the way."""

from __future__ import annotations

import pytest

from assistant.conversation import Assistant
from tests.browser.conftest import NewTab


def test_a_failing_turn_is_one_sentence_with_a_way_to_try_again(new_tab: NewTab, monkeypatch: pytest.MonkeyPatch):
    tab = new_tab()
    tab.say("headphones under 300 euros")
    chips = tab.chips

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("secret inside")

    with monkeypatch.context() as patch:
        patch.setattr(Assistant, "respond", broken)
        tab.say("not Tovellin")
    assert "nothing was changed" in tab.texts("#lines .it")[-1]
    assert "secret" not in tab.driver.page_source
    assert tab.chips == chips
    tab.press("#lines .failed [data-say]")
    assert len(tab.chips) == 3


def test_a_lost_connection_is_told_and_the_talk_goes_on_when_it_is_back(new_tab: NewTab):
    tab = new_tab()
    tab.say("headphones under 300 euros")
    offline = {"offline": True, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0}
    tab.driver.execute_cdp_cmd("Network.enable", {})
    tab.driver.execute_cdp_cmd("Network.emulateNetworkConditions", offline)
    tab.script("window.before = true")
    tab.say("not Tovellin")
    assert "No answer came" in tab.texts("#lines .it")[-1]
    assert tab.one("#message").get_attribute("value") == "not Tovellin"
    online = {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
    tab.driver.execute_cdp_cmd("Network.emulateNetworkConditions", online)
    tab.until(lambda: tab.script("return !window.before"))
    tab.at_rest()
    assert tab.one("#message").get_attribute("value") == "not Tovellin"
    tab.one("#send").click()
    tab.answered()
    assert len(tab.chips) == 3


def test_a_conversation_that_the_server_forgot_goes_on_with_the_basket(new_tab: NewTab):
    tab = new_tab()
    tab.say("headphones under 300 euros")
    tab.press("#goods > .card [data-do=add]")
    tab.script("sessionStorage.setItem('daogou-conversation', 'an id that nobody gave out')")
    tab.reload()
    assert tab.all("#lines .welcome")
    assert "1" in tab.one("#badge").text
    tab.say("kettle")
    assert tab.titles
    assert "1" in tab.one("#badge").text
