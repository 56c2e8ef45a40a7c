"""The shopper's page in a browser: what is said, clicked and reloaded, by one visitor and by two."""

from __future__ import annotations

import re

import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from tests.browser.conftest import HOSTILE_TITLE, NewTab, Sites


def test_a_conversation_in_english(new_tab: NewTab):
    tab = new_tab()
    assert tab.script("return document.documentElement.lang") == "en"
    tab.say("headphones under 200 euros, not Tovellin")
    assert tab.titles
    assert not any("Tovellin" in title for title in tab.titles)
    assert any("200" in chip for chip in tab.chips)
    assert tab.one("#ledger .chip.not").text.startswith("not Tovellin")
    prices = [float(text.lstrip("€").replace(",", "")) for text in tab.texts("#goods > .card .cost b")]
    assert prices
    assert max(prices) <= 200
    tab.say("only wireless ones")
    assert tab.texts("#lines .me")[-1] == "only wireless ones"
    assert len(tab.texts("#lines .it")) == 2
    assert tab.complaints() == []


def test_a_conversation_in_chinese(new_tab: NewTab):
    tab = new_tab(language="zh-CN")
    assert tab.one("#send").text == "发送"
    tab.say("200元以内的耳机，不要Tovellin")
    assert "耳机" in tab.one("#ledger").text
    assert any("Tovellin" in chip for chip in tab.texts("#ledger .chip.not"))
    tab.say("重新开始")
    assert not tab.all("#ledger .chip.not")
    assert tab.complaints() == []


def test_the_page_follows_the_shoppers_language_and_the_switch_holds(new_tab: NewTab):
    tab = new_tab()
    tab.say("头戴式耳机")
    assert tab.one("#send").text == "发送"
    tab.press("[data-do=language]")
    assert tab.one("#send").text == "Send"
    tab.reload()
    assert tab.one("#send").text == "Send"


def test_a_chip_is_clicked_away(new_tab: NewTab):
    tab = new_tab()
    tab.say("headphones under 60 euros, not Pibbet")
    before = tab.chips
    assert len(before) == 3
    tab.press("#ledger button.chip.not")
    assert tab.chips == before[:2]
    tab.press("#ledger button.chip")
    assert len(tab.chips) == 1


def test_an_offer_is_taken(new_tab: NewTab):
    tab = new_tab()
    tab.say("headphones under 20 euros")
    offer = tab.one("#goods .apart .say")
    count = int(offer.find_element("css selector", "b").text)
    tab.press("#goods .apart .say")
    shown = len(tab.titles)
    assert shown == min(count, 5)


def test_a_question_is_answered_by_a_button_with_its_count(new_tab: NewTab):
    tab = new_tab()
    tab.say("headphones")
    choice = tab.one("#ask .say")
    count = int(choice.find_element("css selector", "b").text)
    tab.press("#ask .say")
    heading = tab.one("#goods h2").text
    assert int(re.match(r"\d+", heading).group()) == count


def test_a_claim_shows_its_proof_on_hover_by_keyboard_and_by_tap(new_tab: NewTab):
    tab = new_tab()
    tab.say("headphones under 300 euros")
    mark = tab.one("#goods mark[data-proof]")
    ActionChains(tab.driver).move_to_element(mark).perform()
    told = tab.until(lambda: tab.one("#proof").text)
    assert told == mark.get_attribute("data-proof")
    ActionChains(tab.driver).move_to_element(tab.one("header .name")).perform()
    tab.until(lambda: not tab.one("#proof").is_displayed())
    tab.script("arguments[0].focus()", mark)
    assert tab.one("#proof").is_displayed()
    mark.send_keys(Keys.ESCAPE)
    assert not tab.one("#proof").is_displayed()
    mark.click()
    assert tab.one("#proof").is_displayed()


def test_undo_retry_and_start_over_keep_state_and_screen_in_step(new_tab: NewTab):
    tab = new_tab()
    tab.say("headphones under 300 euros")
    first = (tab.titles, tab.chips)
    tab.say("not Tovellin")
    assert len(tab.chips) == 3
    tab.press("[data-do=undo]")
    assert (tab.titles, tab.chips) == first
    assert "not Tovellin" not in tab.log
    assert tab.one("#message").get_attribute("value") == "not Tovellin"
    tab.press("[data-do=retry]")
    assert (tab.titles, tab.chips) == first
    assert len(tab.all("#lines .me")) == 1
    tab.say("not Tovellin")
    assert len(tab.chips) == 3
    tab.press("[data-do=clear]")
    assert tab.all("#lines .welcome")
    assert tab.titles == []
    assert tab.chips == []
    tab.say("not Tovellin")
    assert not any("300" in chip for chip in tab.chips)


def test_two_visitors_at_once_are_never_mixed(new_tab: NewTab):
    one, two = new_tab(), new_tab(language="zh-CN")
    one.say("headphones under 300 euros")
    two.say("1000元以下的水壶")
    one.say("not Tovellin")
    two.say("不要Haldura")
    assert "水壶" not in one.log
    assert "headphones" not in two.log
    assert not any("Haldura" in chip for chip in one.chips)
    assert not any("Tovellin" in chip for chip in two.chips)
    one.press("#goods > .card [data-do=add]")
    two.reload()
    assert two.one("#badge").text == "购物车"
    assert "不要Haldura" in two.log


def test_two_pages_of_one_browser_do_not_disturb_each_other(new_tab: NewTab, sites: Sites):
    tab = new_tab()
    tab.say("headphones under 300 euros")
    chips = tab.chips
    first = tab.driver.current_window_handle
    tab.driver.switch_to.new_window("tab")
    tab.open(sites.ours)
    tab.say("kettle")
    tab.driver.switch_to.window(first)
    tab.say("not Tovellin")
    assert tab.chips[: len(chips)] == chips
    assert "kettle" not in tab.log


def test_a_hostile_record_is_shown_as_text(new_tab: NewTab):
    tab = new_tab()
    tab.say("camping lantern under 25 euros")
    assert HOSTILE_TITLE in tab.titles
    assert tab.driver.title == "Daogou 导购"
    assert not tab.all("#goods script")
    assert not any("elsewhere" in (one.get_attribute("src") or "") for one in tab.all("#goods img"))
    assert not any("elsewhere" in address for address in tab.requested())


@pytest.mark.parametrize("text", ["<script>document.title='broken'</script><b>x</b>", "\x07\x1b[31m", "😀" * 40, "   "])
def test_odd_messages_get_a_reply(new_tab: NewTab, text: str):
    tab = new_tab()
    tab.say(text)
    assert tab.texts("#lines .it")[-1]
    assert "Traceback" not in tab.driver.page_source
    assert tab.driver.title == "Daogou 导购"


def test_a_megabyte_gets_a_reply(new_tab: NewTab):
    tab = new_tab()
    tab.say("headphones " * 95_000)
    assert tab.texts("#lines .it")[-1]
    assert len(tab.texts("#lines .me")[-1]) < 1000
    tab.say("kettle")
    assert tab.titles


def test_the_basket_is_filled_changed_and_kept_over_a_reload(new_tab: NewTab):
    tab = new_tab()
    tab.say("headphones under 300 euros")
    title = tab.titles[0]
    tab.press("#goods > .card [data-do=add]")
    assert "1" in tab.one("#badge").text
    tab.one("#badge").click()
    assert tab.one("#basket .name").text == title
    tab.press("#basket [data-do=set]", "One more")
    assert tab.one("#basket output").text == "2"
    link = tab.one("#basket a[data-buy]").get_attribute("href")
    assert "/shop/" in link
    ActionChains(tab.driver).send_keys(Keys.ESCAPE).perform()
    assert not tab.one("#basket").is_displayed()
    tab.reload()
    assert "2" in tab.one("#badge").text
    assert tab.titles[0] == title
    tab.one("#badge").click()
    tab.press("#basket [data-do=set]", "Remove")
    assert tab.one("#badge").text == "Basket"
    tab.reload()
    assert tab.one("#badge").text == "Basket"


def test_words_fill_the_same_basket(new_tab: NewTab):
    tab = new_tab()
    tab.say("headphones under 300 euros")
    second = tab.titles[1]
    tab.say("put the second one in the basket")
    tab.one("#badge").click()
    assert tab.one("#basket .name").text == second


def test_a_product_links_to_its_page(new_tab: NewTab, sites: Sites):
    tab = new_tab()
    tab.say("headphones under 300 euros")
    title, link = tab.titles[0], tab.one("#goods .card h3 a").get_attribute("href")
    assert link.startswith(sites.ours)
    tab.driver.get(link)
    assert tab.one("h1").text == title
    assert tab.complaints() == []


@pytest.mark.parametrize("width", [320, 360, 820])
def test_nothing_scrolls_sideways(new_tab: NewTab, width: int):
    tab = new_tab(width=width, height=740)
    tab.say("headphones under 300 euros, not Tovellin, with noise cancelling")
    tab.press("#goods > .card [data-do=add]")
    assert tab.script("return document.documentElement.scrollWidth") <= width
    tab.one("#badge").click()
    assert tab.script("return document.documentElement.scrollWidth") <= width
    box = tab.one("#basket").rect
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width + 1


def test_the_whole_way_by_keyboard(new_tab: NewTab):
    tab = new_tab()
    tab.driver.switch_to.active_element.send_keys("headphones under 300 euros", Keys.ENTER)
    tab.answered()
    reached = []
    for _ in range(60):
        ActionChains(tab.driver).send_keys(Keys.TAB).perform()
        reached.append(
            tab.script("const a=document.activeElement;return a.dataset.do||a.dataset.say&&'say'||a.tagName")
        )
        if reached[-1] == "add":
            break
    assert {"undo", "retry", "clear", "add", "MARK"} <= {*reached, "MARK"}
    outline = tab.script("return getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none"
    tab.driver.switch_to.active_element.send_keys(Keys.ENTER)
    tab.answered()
    assert "1" in tab.one("#badge").text


def test_a_screen_reader_finds_names_for_everything(new_tab: NewTab):
    tab = new_tab()
    tab.say("headphones under 300 euros")
    nameless = tab.script(
        "return [...document.querySelectorAll(arguments[0])].filter(e => e.checkVisibility())"
        ".filter(e => !(e.getAttribute('aria-label') || e.textContent.trim() || e.title)).map(e => e.outerHTML)",
        "#daogou button, #daogou a, #daogou input, #daogou [role]:not([role=status])",
    )
    assert nameless == []
    assert tab.one("#lines").get_attribute("role") == "log"
    assert tab.all("#goods img:not([alt])") == []


def test_nothing_leaves_the_host(new_tab: NewTab, sites: Sites):
    tab = new_tab()
    tab.say("headphones under 300 euros")
    tab.say("compare the first and the second")
    tab.press("[data-do=language]")
    foreign = {address for address in tab.requested() if not address.startswith(sites.ours)}
    assert foreign == set()
    assert tab.complaints() == []


def test_two_cards_are_compared(new_tab: NewTab):
    tab = new_tab()
    tab.say("headphones under 300 euros")
    for button in tab.all("#goods > .card [data-do=compare]")[:2]:
        tab.script("arguments[0].scrollIntoView({block:'center'})", button)
        button.click()
    assert tab.one("#picked").is_displayed()
    tab.press("[data-do=compare-now]")
    assert tab.texts("#lines .me")[-1] == "compare the first and the second"
