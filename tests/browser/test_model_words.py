"""A language model's words come into the bubble one proved sentence after the other; a late one replaces ours once."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from assistant.chat_models.limits import ModelLimits
from assistant.chat_models.scripted import ScriptedModel
from assistant.conversation import Assistant
from assistant.reasons.model_writer import ModelWriter
from assistant.reasons.record_auditor import RecordAuditor
from assistant.settings import Settings
from assistant.vocabulary import PromptMessage
from tests.browser.conftest import NewTab, _served
from tests.browser.tab import Tab

PRICE = re.compile(r"\[(P\d)\] [^:\n]*: ?(€[\d.,]*\d)")
LINES = "return [...document.querySelectorAll('#lines .it')].map((one) => one.innerText)"


@contextmanager
def site_of(shop: Assistant, script: Callable[[Sequence[PromptMessage]], Iterator[str]], limits: ModelLimits):
    """The address of a server whose answers are reworded by the script."""
    from assistant.web.opening import already
    from assistant.web.site import web_app

    writer = ModelWriter(ScriptedModel(script), RecordAuditor(), limits, time.perf_counter)
    with _served(web_app(already(replace(shop, writer=writer)), Settings(model="scripted"))) as port:
        yield f"http://127.0.0.1:{port}/"


def said(tab: Tab) -> list[str]:
    """The assistant's bubbles as they stand, read in one go: a bubble may be replaced at any moment."""
    return tab.script(LINES)


def prices(messages: Sequence[PromptMessage]) -> list[str]:
    """True sentences about the prices of the first two products that have one among their facts."""
    found = dict(PRICE.findall(messages[-1].text))
    return [f"[{mark}] costs {price}. " for mark, price in found.items()]


def test_sentences_come_one_by_one_into_their_bubble(new_tab: NewTab, shop: Assistant):
    go = threading.Event()

    def script(messages: Sequence[PromptMessage]) -> Iterator[str]:
        told = prices(messages)
        yield told[0]
        yield "[P1] is free of charge. "
        go.wait(30)
        yield from told[1:]

    patient = ModelLimits(first_words=30.0, timeout=60.0)
    with site_of(shop, script, patient) as address:
        tab = new_tab(None)
        tab.open(address)
        tab.say("headphones under 100 euros")
        first = said(tab)[-1]
        assert tab.titles[0] in first
        assert first.count(" costs €") == 1
        go.set()
        tab.until(lambda: "left out" in said(tab)[-1])
        assert "free of charge" not in said(tab)[0]
        assert len(said(tab)) == 1
        last = said(tab)[-1]
        assert tab.complaints() == []
        # What follows breaks off a stream that is still open, of which the page's framework complains.
        tab.say("only wireless ones")
        assert len(said(tab)) == 2
        tab.reload()
        assert said(tab)[0] == last


def test_a_late_model_replaces_our_words_once_and_only_where_they_still_stand(new_tab: NewTab, shop: Assistant):
    go = threading.Event()

    def script(messages: Sequence[PromptMessage]) -> Iterator[str]:
        told = prices(messages)
        go.wait(30)
        yield told[0]

    hasty = ModelLimits(first_words=0.05, timeout=60.0)
    with site_of(shop, script, hasty) as address:
        tab = new_tab(None)
        tab.open(address)
        tab.say("headphones under 100 euros")
        assert "own words" in said(tab)[-1]
        tab.say("kettles")
        tab.press("#tools [data-do=undo], [data-do=undo]")
        go.set()
        tab.until(lambda: "Reworded" in said(tab)[0])
        assert len(said(tab)) == 1
        assert "kettle" not in said(tab)[0].casefold()
        assert tab.complaints() == []
