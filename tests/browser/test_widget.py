"""The widget on a page of another origin."""

from __future__ import annotations

from urllib.request import urlopen

from tests.browser.conftest import NewTab, Sites
from tests.browser.tab import Tab


def opened(new_tab: NewTab, site: str) -> Tab:
    tab = new_tab(None)
    tab.driver.get(site)
    root = tab.until(lambda: tab.script("return [...document.body.children].map(e=>e.shadowRoot).find(Boolean)?.host"))
    tab.script("arguments[0].shadowRoot.querySelector('button').click()", root)
    frame = tab.script("return arguments[0].shadowRoot.querySelector('iframe')", root)
    tab.driver.switch_to.frame(frame)
    return tab


def test_one_script_tag_puts_the_same_chat_on_another_site(new_tab: NewTab, sites: Sites):
    tab = opened(new_tab, sites.elsewhere)
    tab.at_rest()
    tab.say("headphones under 300 euros, not Tovellin")
    assert tab.titles
    assert tab.all("#ledger .chip.not")
    assert tab.script("return document.documentElement.scrollWidth <= innerWidth")
    tab.press("#goods > .card [data-do=add]")
    assert "1" in tab.one("#badge").text


def test_a_site_that_is_not_named_may_not_frame_it(new_tab: NewTab, sites: Sites):
    tab = new_tab(None)
    tab.driver.get(sites.elsewhere.replace("127.0.0.1", "localhost"))
    tab.until(lambda: tab.script("return window.daogouWidget"))
    assert not tab.script("return [...document.body.children].some(one => one.shadowRoot)")
    told = [entry["message"] for entry in tab.driver.get_log("browser")]
    assert any("frame_sites" in message for message in told)


def test_the_loader_is_a_few_kilobytes(sites: Sites):
    with urlopen(f"{sites.ours}/widget.js") as answer:
        assert len(answer.read()) < 4096
