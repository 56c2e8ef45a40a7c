"""Which of the shown products stands beside one meant, or is the cheaper of two: the one below it, 下面那个."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.languages.dialogue import dialogue
from assistant.understanding.figures.wishes import comparatives_of
from assistant.understanding.message.page import Page
from assistant.understanding.turns.names_on_screen import described
from catalog.product import Product

Facts = Callable[[Sequence[str]], Sequence[Product]]
STEPS = {"one_below": 1, "one_above": -1}
COMPARED = frozenset({"more", "words"})
PAIR = 2
NAMED = ("singled_out", "singled_out_named")
"""One by itself, and one of several that a name means: the smaller one, the smaller Brennholt."""


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
        if index in page.used or not levels & COMPARED or not _singles_out(page, index, *NAMED):
            continue
        if not _singles_out(page, index) and len(among) < PAIR:
            continue
        meant = among or described(page, facts, shown) or _among(page, levels, shown, focus)
        _, ranked = ranked_by(page, index, facts, meant)
        if not ranked:
            continue
        name = min(span.roles["wish"])[0]
        places = [found for way in NAMED if (found := dialogue().matched(way, text))[1]]
        start, end = places[0] if places else (page.spans[index - 1].start, page.spans[index + 1].end)
        page.take(at for at, one in enumerate(page.spans) if one.start < end and start < one.end)
        page.take([index])
        return [ranked[0] if dialogue().wishes[name]["direction"] == "<" else ranked[-1]]
    return []


def _singles_out(page: Page, index: int, *ways: str) -> bool:
    """Whether the words around a comparison make it one product's name: the cheaper one, 便宜的那款."""
    span = page.spans[index]
    if _stands_alone(page, index):
        return True
    places = [dialogue().matched(way, page.reading.plain) for way in ways or NAMED[:1]]
    return any(span.start < end and start < span.end for start, end in places)


def _stands_alone(page: Page, index: int) -> bool:
    """Whether a quality stands between the marks of one thing: the small one."""
    if not 0 < index < len(page) - 1:
        return False
    before, after = page.spans[index - 1], page.spans[index + 1]
    one = "one" in after.roles.get("pointing", ()) and after.roles.get("number") == 1
    said = page.reading.plain[after.start : after.end]
    return one and after.key == said and "marks" in before.roles.get("pointing", ())


def ranked_by(page: Page, index: int, facts: Facts, ids: Sequence[str]) -> tuple[str | None, list[str]]:
    """The column that a comparison is about, and these products by it, the least first; none where they are equal."""
    bare = Page(page.reading, page.columns, page.state, page.language, page.guess)
    bare.types = page.state.want.types if page.state.want else ()
    for field in comparatives_of(bare, index):
        ranked = _ranked(facts, ids, field)
        if ranked:
            return field, ranked
    return None, []


def _among(page: Page, levels: set[str], shown: Sequence[str], focus: Sequence[Sequence[str]]) -> Sequence[str]:
    """The two that the cheaper one is one of; all on screen where it is the cheap one, 便宜的那个, and of no two."""
    figures = [span.quantity.value if span.quantity is not None else span.roles.get("number") for span in page.spans]
    return shown if "words" in levels and PAIR not in figures else _two_meant(shown, focus)


def _two_meant(shown: Sequence[str], focus: Sequence[Sequence[str]]) -> Sequence[str]:
    held = [one for one in (focus[-1] if focus else ()) if one in shown]
    return held if len(held) > 1 else shown[:PAIR]


def _ranked(facts: Facts, ids: Sequence[str], field: str) -> list[str]:
    """Those whose record tells it, the least first; none where fewer than two do, or all tell the same."""
    told = [(fact.value, one.id) for one in facts(tuple(ids)) if (fact := one.fact(field)) is not None]
    figures = sorted((value, name) for value, name in told if isinstance(value, float))
    apart = len({value for value, _ in figures}) > 1
    return [name for _, name in figures] if apart else []
