"""How many are bought, said right before what is bought: 要3条毛巾 are three towels, and no pack of three."""

from __future__ import annotations

from assistant.languages.dialogue import places
from assistant.understanding.lexicon.fixed_roles import dialogue_roles
from assistant.understanding.lexicon.words import key
from assistant.understanding.message.page import Page

DESCRIBING = frozenset({"tint", "value", "brand", "wish"})
NAMING = frozenset({"type", "thing", "concept", "feature", "field"})
"""Roles of what a count may be of: 2个处理器的服务器."""


def take_bought(page: Page) -> None:
    """Takes the counts that only say how many of the wanted things are bought."""
    for index, span in enumerate(page.spans):
        figure = span.quantity
        if index in page.used or figure is None or figure.unit != "piece" or figure.high is not None or span.latin:
            continue
        said = page.reading.plain[span.start : span.end].strip()
        counter = dialogue_roles(places()).get(key(said[-1:]), {})
        if "one" in counter.get("cue", ()) and not figure.about and _stands_before_kind(page, index):
            page.take([index])


def _stands_before_kind(page: Page, index: int) -> bool:
    """Whether the wanted kind follows, with only what describes it between; a particle right behind the figure makes
    the count a quality: 1000片的拼图."""
    for at in page.after_figures(index, len(page)):
        span = page.spans[at]
        if set(span.roles.get("type", ())) & set(page.types):
            return True
        between = "particle" in span.roles and at > index + 1
        told = DESCRIBING & span.roles.keys() and not NAMING & span.roles.keys()
        if span.mark or not (between or told) or span.cue("pack_after"):
            return False
    return False
