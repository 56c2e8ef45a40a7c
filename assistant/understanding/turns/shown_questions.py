"""Questions about the list on screen: which of these is lighter, what do buyers say, is there another brand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.languages.dialogue import dialogue
from assistant.understanding.figures.wishes import untold_superlative
from assistant.understanding.intents.guess import LIKELY
from assistant.understanding.message.page import Page
from assistant.understanding.turns.acts import CERTAIN
from assistant.understanding.turns.pointing import pointed_at, points_back
from assistant.understanding.turns.questions import asked_of, most_of
from assistant.understanding.wants.naming.heads import types_of
from assistant.vocabulary import Act, Intent
from catalog.product import Constraint, Product, Verdict

Facts = Callable[[Sequence[str]], Sequence[Product]]
BOUNDS = frozenset({"<", "<=", ">", ">="})
UNVALUED = frozenset({"has", "!=", "not_in"})
REVIEWS = "reviews"
OPINION = frozenset({"rating", "reviews"})


def which_of(
    page: Page,
    language: str,
    points: tuple[str, ...],
    demands: Sequence[Constraint],
    names_kind: bool,
    facts: Facts,
) -> Intent | None:
    """The intent of "which one is lighter?" and "which of them has NFC?"; None for other messages.

    A comparative asks for the best of those meant; everything else asks each of them.
    """
    shown = page.state.shown
    weighs = len(points) > 1 and page.guess.is_one_of(
        (Act.COMPARE,), LIKELY
    )  # The first or the third, which is lighter?
    those = _of_those(facts, shown, demands)
    asks = dialogue().matches("which_one", page.reading.plain) or _asks_which_is_most(page, points, demands, those)
    if not shown or names_kind or not (weighs or asks):
        return None
    if len(points) == 1 and not weighs and not dialogue().matches("than", page.reading.plain):
        return None  # Does the cheapest one have a headrest? One is meant.
    among = points if len(points) > 1 else those
    better = tuple(
        replace(one, value=None, unit=None, firm=False)
        for one in demands
        if one.op in BOUNDS and one.field != "stock" and (one.value is None or _measured_against_shown(one))
    )
    if better:
        return Intent(Act.COMPARE, language, points_at=among, asks=better)
    measured = most_of(page) if not better else None
    if measured is not None:
        return Intent(Act.COMPARE, language, points_at=among, asks=(measured,))
    told_nowhere = untold_superlative(page)
    if told_nowhere is not None:
        return Intent(Act.COMPARE, language, points_at=among, asks=(told_nowhere,))
    if weighs:
        return None
    asked = tuple(one for one in demands if one.value is not None)
    return Intent(Act.ASK_PRODUCT, language, points_at=among, asks=asked) if asked else None


def _of_those(facts: Facts, shown: tuple[str, ...], demands: Sequence[Constraint]) -> tuple[str, ...]:
    """The shown products of the brand or value that is named, where several are: which of the Samsungs is cheaper."""
    named = [one for one in demands if one.op == "=" and isinstance(one.value, str)]
    meant = tuple(one.id for one in facts(shown) if all(test.allows(one) is Verdict.MEETS for test in named))
    return meant if named and len(meant) > 1 else shown


def _asks_which_is_most(
    page: Page, points: tuple[str, ...], demands: Sequence[Constraint], those: tuple[str, ...]
) -> bool:
    """Whether it asks which of those on screen is the most of something, by a word that only ranks: who's cheapest."""
    apart = those != page.state.shown  # Of a brand on screen: the two Samsungs.
    told = [one for one in demands if one.firm and not (apart and (one.op == "=" or _measured_against_shown(one)))]
    ranks = not points and not told
    return ranks and dialogue().matches("which_superlative", page.reading.plain)


def _measured_against_shown(one: Constraint) -> bool:
    return not any(char.isdigit() for char in one.said)


def asks_for_some(page: Page, points: Sequence[str], demands: Sequence[Constraint]) -> bool:
    """Whether a question is for goods of some value, as an answer to which they are shown, and not about one of those
    on screen: 有湿粮吗, 有43码吗, 有没有双电压的; whether one has a thing is asked of it (有蓝牙吗)."""
    if points or not demands:
        return False
    if dialogue().matches("asks_for_ones", page.reading.plain):
        return all(one.value is not None for one in demands)
    if not dialogue().matches("asks_for_some", page.reading.plain):
        return False
    if dialogue().matches("asks_for_such", page.reading.plain):
        return True
    things = any({"feature", "thing"} & span.roles.keys() for span in page.spans)
    return not things and all(one.op not in UNVALUED and one.value is not None for one in demands)


def about_reviews(page: Page, asked: Sequence[Constraint]) -> tuple[Constraint, ...]:
    """The aspects whose reviews are asked for, or all of them; nothing where the message asks for no reviews."""
    if not dialogue().matches("reviews", page.reading.plain):
        return ()
    aspects = tuple(one for one in asked if one.field not in OPINION)
    if aspects:
        return tuple(Constraint(REVIEWS, "has", one.field, None, True, one.said) for one in aspects)
    named = [
        index
        for index, span in enumerate(page.spans)
        if {"type", "concept", "feature", "thing", "known", "value"} & span.roles.keys()
        and "ordinal" not in span.roles
        and not _is_opinion(page, index)
    ]
    start, end = dialogue().matched("reviews", page.reading.plain)
    others = [
        index
        for index, span in enumerate(page.spans)
        if not (span.mark or span.roles or dialogue().matches("reviews", span.key))
        and not (span.start < end and start < span.end)
    ]
    said = page.said(named[:1]) or page.said(_together(page, others))
    return (Constraint(REVIEWS, "has", said or None, None, True, said),)


def _together(page: Page, words: Sequence[int]) -> Sequence[int]:
    """The first of these words, and those that follow it within its clause."""
    ends = [at for at in range(len(page)) if words and at > words[0] and page.ends_clause(at)]
    return [at for at in words if not ends or at < ends[0]]


def _is_opinion(page: Page, index: int) -> bool:
    return bool({"rating", "stock"} & set(page.spans[index].roles.get("concept", ()))) or page.is_filler(index)


def asks_reviews_of_shown(page: Page) -> bool:
    """Whether the message asks what buyers say of something on screen: no review is written, nothing complained of."""
    text = page.reading.plain
    return (
        bool(page.state.shown)
        and (points_back(page) or bool(page.state.want and page.state.want.types))
        and all(dialogue().matches(name, text) for name in ("reviews", "question"))
        and not (page.guess.topic is not None and page.guess.confidence >= CERTAIN)
    )


def asks_record_of_shown(page: Page, facts: Facts) -> bool:
    """Whether a question names one thing on screen and a column that its record fills: the Submariner's guarantee is
    the record's, whatever the shop's rules say."""
    if not page.state.shown or not dialogue().matches("question", page.reading.plain):
        return False
    bare = Page(page.reading, page.columns, page.state, page.language, page.guess)
    bare.types = page.state.want.types if page.state.want else ()
    points = pointed_at(bare, facts)
    fields = {one.field for one in asked_of(bare, ())}
    told = [one for one in facts(points) if any(one.fact(name) is not None for name in fields - {"price", "stock"})]
    return bool(told) and len(points) < max(2, len(page.state.shown))


def buys_shown(page: Page, facts: Facts, focus: Sequence[Sequence[str]]) -> bool:
    """Whether something on screen is ordered by its name, which is no question about an order: order me 3 Matebooks."""
    if not page.state.shown or not dialogue().matches("cart_add", page.reading.plain):
        return False
    bare = Page(page.reading, page.columns, page.state, page.language, page.guess)
    return bool(pointed_at(bare, facts, None, focus)) and bool(bare.pointing)


def missed_ones(asked: Sequence[Constraint]) -> tuple[Constraint, ...]:
    """What "why is there no Sony?" misses: the brand itself, not its absence."""
    return tuple(replace(one, op="=") if one.op == "!=" and one.field == "brand" else one for one in asked)


def misses_brand(asked: Sequence[Constraint], meant: Sequence[Product]) -> bool:
    """Whether a brand is asked for that none of those meant is of."""
    brands = [one for one in asked if one.field == "brand"]
    return bool(brands) and not any(one.allows(product) is Verdict.MEETS for one in brands for product in meant)


def another_brand(page: Page, facts: Facts, points: Sequence[str]) -> list[Constraint]:
    """Away from the brand that is meant: the one demanded or pointed at, else every brand on screen."""
    demanded = [one.value for one in page.state.ledger if one.field == "brand" and one.op in ("=", "in")]
    if not (page.state.shown or demanded) or not dialogue().matches("other_brand", page.reading.plain):
        return []
    meant = points or (page.state.meant[-1] if page.state.meant else ()) or page.state.shown
    brands = [one.brand for one in facts(tuple(one for one in meant if one in page.state.shown) or page.state.shown)]
    named = [name for value in demanded for name in (value if isinstance(value, tuple) else (value,))] or brands
    said = page.reading.text.strip()[:60]
    return [Constraint("brand", "!=", name, None, True, said) for name in dict.fromkeys(named) if name]


def asks_of_same_kind(page: Page, heads: Sequence[int]) -> bool:
    """Whether a question names again the kind that is on screen: how long does a game take?"""
    want = page.state.want
    same = want is not None and set(types_of(page, heads)) & set(want.types)
    return bool(same and page.state.shown) and dialogue().matches("asks_measure", page.reading.plain)
