"""What a turn is for, as far as its words alone tell."""

from __future__ import annotations

from assistant.languages.dialogue import dialogue
from assistant.understanding.page import Page
from assistant.understanding.pointing import points_back
from assistant.understanding.topics import ACTS, asks_policy, topic_of
from assistant.vocabulary import Act

LONG = 4
"""From this many unknown words on, a message without any word of a shop is about something else."""


def plain_act(page: Page, wants_kind: bool) -> tuple[Act, str | None] | None:
    """The act and topic of small talk, service requests and what no shop answers; None for everything about products.

    `wants_kind` tells that a kind of product is asked for.
    """
    lexicon, text = dialogue(), page.reading.plain
    if lexicon.matches("unsafe", text):
        return Act.UNSAFE, None
    if lexicon.matches("chat", text) or (lexicon.matches("nod", text) and page.state.pending is None):
        return Act.CHAT, None
    topic = topic_of(_without_kinds(page), wants_kind)
    if topic is not None:
        return ACTS[topic], topic
    if asks_policy(text):
        return Act.POLICY, None
    if lexicon.matches("out_of_scope", text) and not wants_kind:
        return Act.OUT_OF_SCOPE, None
    return None


def product_act(page: Page, points: tuple[str, ...], names_kind: bool, adds: bool) -> Act | None:
    """The act of a turn about shown products; None for finding and refining.

    `points` are the shown products it means; `adds` tells that it states demands.
    """
    lexicon, text = dialogue(), page.reading.plain
    shown = bool(page.state.shown)
    back = bool(points) or points_back(page)
    about_shown = bool(points) or ((shown or back) and not names_kind)
    if lexicon.matches("why", text) and (shown or back or not names_kind):
        return Act.WHY
    if lexicon.matches("compare", text) and (len(points) > 1 or about_shown or not names_kind):
        return Act.COMPARE
    if lexicon.matches("similar", text) and about_shown:
        return Act.SIMILAR
    if lexicon.matches("more", text) and not adds and not names_kind:
        return Act.MORE
    if lexicon.matches("feedback", text) and about_shown:
        return Act.FEEDBACK
    if lexicon.matches("ask", text) and about_shown and (points or not names_kind):
        return Act.ASK_PRODUCT
    if points and not adds and not names_kind and page.state.pending is None:
        return Act.ASK_PRODUCT
    return None


def is_elsewhere(page: Page, rest: int) -> bool:
    """Whether a message that names nothing of a shop is about something else; `rest` counts its unknown words."""
    wants = any(span.cue("want") for span in page.spans)
    known = any({"brand", "type", "value", "feature", "thing", "known"} & span.roles.keys() for span in page.spans)
    return not wants and not known and rest >= LONG


def _without_kinds(page: Page) -> str:
    """The text with the names of kinds of more than one word blotted out: a receipt printer is no receipt."""
    text = page.reading.plain
    for span in page.spans:
        said = text[span.start : span.end]
        if "type" in span.roles and ((span.latin and " " in said) or (not span.latin and len(said) > 2)):
            text = text[: span.start] + "·" * (span.end - span.start) + text[span.end :]
    return text
