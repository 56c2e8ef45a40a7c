"""Goods named in a message: nothing but a name, a kind with what describes it, or words of the shop among others."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.languages.dialogue import dialogue
from assistant.understanding.message.page import Page
from assistant.understanding.message.reading import Span
from catalog.languages.folding import fold
from catalog.languages.lexicon import lexicon as lexicon_of_terms

KNOWN = frozenset({"brand", "type", "value", "feature", "thing", "known"})
PLAIN = KNOWN - {"thing"} | {"filler", "cue", "wish"}


def is_name_of_goods(page: Page) -> bool:
    """Whether nothing is said but a name of goods: one that ends with a kind of product, such as a receipt printer, or
    a kind and what it is for, about or with."""
    words, text = [span for span in page.spans if not span.mark], page.reading.plain.rstrip(" .!")
    terms = lexicon_of_terms().terms_in(text)
    if not terms or any(span.cue("want", "not") for span in words) or dialogue().matches("question", text):
        return False
    if any(term.kind == "type" and _is_plain(words, term.start) and _is_specified(words, term.end) for term in terms):
        return True
    if any("filler" in span.roles and "number" not in span.roles for span in words):
        return False
    return terms[-1].kind == "type" and terms[-1].end == len(fold(text))


def _is_plain(words: Sequence[Span], start: int) -> bool:
    """Whether every word before a name's last may be part of the name."""
    return not any({"filler", "cue"} & span.roles.keys() for span in words if span.end <= start)


def _is_specified(words: Sequence[Span], end: int) -> bool:
    """Whether what follows a name tells what the thing is for, about or with."""
    after = next((span for span in words if span.start >= end), None)
    return after is not None and after.cue("for", "about", "with")


def only_names_goods(page: Page) -> bool:
    """Whether every word is the shop's own, or one of asking for goods: without Sony."""
    return names_goods(page) and all(_tells_goods(span) for span in page.spans)


def only_names(page: Page) -> bool:
    """Whether nothing is said but brands, values and kinds of the shop's own, or values that any shop knows: aa,
    windows 11."""
    words = [span for span in page.spans if not span.mark]
    return all(
        ({"brand", "value", "type"} & span.roles.keys() or span.roles.get("known") == "value")
        and "filler" not in span.roles
        for span in words
    )


def names_goods(page: Page) -> bool:
    return any(KNOWN & span.roles.keys() for span in page.spans)


def describes_goods(page: Page) -> bool:
    """Whether a kind that the shop carries is named with a price, a measure or a brand, or with nothing besides but the
    shop's own words and those of asking for goods: no topic, but goods."""
    kinds = any("type" in span.roles for span in page.spans)
    figures = [span.quantity for span in page.spans if span.quantity is not None]
    measured = any(one.currency or one.unit not in (None, "piece") for one in figures)
    branded = any(span.roles.get("brand") and "type" not in span.roles for span in page.spans)
    if page.state.want is not None and page.state.shown and _only_a_feature(page):
        return True
    return kinds and (measured or branded or all(_tells_goods(span) for span in page.spans))


def _only_a_feature(page: Page) -> bool:
    """Whether nothing is said but what a thing can do or has: 能预约的."""
    told = [span for span in page.spans if not (span.mark or span.roles.keys() <= {"particle", "filler", "cue"})]
    return bool(told) and all("feature" in span.roles for span in told)


def _tells_goods(span: Span) -> bool:
    if span.mark or span.quantity is not None or PLAIN & span.roles.keys():
        return True
    return span.roles.get("concept") == {"price"}


def without_kinds(page: Page) -> str:
    """The text with the names of kinds of more than one word blotted out: a receipt printer is no receipt."""
    text = page.reading.plain
    for span in page.spans:
        said = text[span.start : span.end]
        if "type" in span.roles and ((span.latin and " " in said) or (not span.latin and len(said) > 2)):
            text = text[: span.start] + "·" * (span.end - span.start) + text[span.end :]
    return text
