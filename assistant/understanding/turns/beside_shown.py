"""Which of the shown products stands beside one meant, or is the cheaper of two: the one below it, 下面那个."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.languages.dialogue import dialogue
from assistant.understanding.figures.wishes import comparative_of
from assistant.understanding.message.page import Page
from catalog.product import Product

Facts = Callable[[Sequence[str]], Sequence[Product]]
STEPS = {"one_below": 1, "one_above": -1}
COMPARED = frozenset({"more", "words"})
PAIR = 2


def next_to(page: Page, shown: Sequence[str], focus: Sequence[Sequence[str]]) -> list[str]:
    """The product right below or above the one that the words, or else the last turns, mean; its words are used up."""
    for name, step in STEPS.items():
        start, end = dialogue().matched(name, page.reading.plain)
        if not end:
            continue
        inside = [at for at, span in enumerate(page.spans) if span.start < end and start < span.end]
        places = [place for at in inside if (place := page.spans[at].roles.get("ordinal")) is not None and place > 0]
        held = [one for one in (focus[-1] if focus else ()) if one in shown]
        at = places[0] - 1 if places else shown.index(held[0]) if held else 0
        if 0 <= at + step < len(shown):
            page.take(inside)
            return [shown[at + step]]
    return []


def singles_one_out(page: Page) -> bool:
    """Whether one product is named by where it stands or by comparing it with what else is shown."""
    return any(dialogue().matches(name, page.reading.plain) for name in (*STEPS, "singled_out"))


def by_comparison(
    page: Page, facts: Facts, shown: Sequence[str], focus: Sequence[Sequence[str]], among: Sequence[str]
) -> list[str]:
    """The one that a question, or what goes into the basket, singles out by comparing: the cheaper of the two.

    `among` are those that other words of the message mean; its own words are used up.
    """
    text = page.reading.plain
    named = any(dialogue().matches(name, text) for name in ("question", "cart_add"))
    if not named or any(dialogue().matches(name, text) for name in ("which_one", "compare", "asks_whether_sold")):
        return []
    for index, span in enumerate(page.spans):
        levels = {level for _, level in span.roles.get("wish", ())}
        if index in page.used or not levels & COMPARED or not _singles_out(page, index):
            continue
        bare = Page(page.reading, page.columns, page.state, page.language, page.guess)
        bare.types = page.state.want.types if page.state.want else ()
        field = comparative_of(bare, index)
        meant = among or _two_meant(shown, focus)
        ranked = _ranked(facts, meant, field) if field else []
        if not ranked:
            continue
        name = min(span.roles["wish"])[0]
        start, end = dialogue().matched("singled_out", text)
        page.take(at for at, one in enumerate(page.spans) if one.start < end and start < one.end)
        page.take([index])
        return [ranked[0] if dialogue().wishes[name]["direction"] == "<" else ranked[-1]]
    return []


def _singles_out(page: Page, index: int) -> bool:
    """Whether the words around a comparison make it one product's name: the cheaper one, 便宜的那款."""
    start, end = dialogue().matched("singled_out", page.reading.plain)
    span = page.spans[index]
    return span.start < end and start < span.end


def _two_meant(shown: Sequence[str], focus: Sequence[Sequence[str]]) -> Sequence[str]:
    held = [one for one in (focus[-1] if focus else ()) if one in shown]
    return held if len(held) > 1 else shown[:PAIR]


def _ranked(facts: Facts, ids: Sequence[str], field: str) -> list[str]:
    """Those whose record tells it, the least first; none where fewer than two do."""
    told = [(fact.value, one.id) for one in facts(tuple(ids)) if (fact := one.fact(field)) is not None]
    figures = sorted((value, name) for value, name in told if isinstance(value, float))
    return [name for _, name in figures] if len(figures) > 1 else []
