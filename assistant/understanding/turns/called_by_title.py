"""Which of the shown products are meant by any words of their titles that the others lack: the LP2465, 太鼓那个."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.languages.dialogue import dialogue
from assistant.understanding.lexicon.words import plain
from assistant.understanding.message.amounts import amount_at
from assistant.understanding.message.page import Page
from assistant.understanding.turns.marks import marks, value_tests
from assistant.vocabulary import Act
from catalog.product import Product, Verdict

Facts = Callable[[Sequence[str]], Sequence[Product]]
WORDS = re.compile(r"[a-z0-9]+(?:[.'/+-][a-z0-9]+)*")
SIGNS = re.compile(r"[^\W\d_a-z]+")
MOST_WORDS, MOST_SIGNS = 4, 10
SHORTEST = 2
PLURAL = 4
"""A word of more letters may be the plural of a name: two matebooks."""
SHORTEST_CODE = 3
"""So many signs, a figure among them, may be a part of a model's code: 310 of AW310K."""
SAYS_NOTHING = frozenset({"filler", "cue", "particle", "ordinal", "number", "pointing", "wish", "forget", "blocker"})
SAYS_MORE = frozenset({"feature", "thing", "concept", "field", "type", "value", "known", "tint"})
"""What a word of a title may be besides, a demand among them: such a word names a product where that is plain."""
SINGLES = frozenset({Act.WHY, Act.COMPARE})
ABOUT = SINGLES | {Act.ASK_PRODUCT, Act.CART, Act.FEEDBACK, Act.SIMILAR}
NAMING = ("compare", "why", "cart_add", "reviews")
"""What is said of goods that are named, and of no others."""
GOODS = frozenset({Act.FIND, Act.REFINE})
UNSURE, SURE, CERTAIN = 0.3, 0.5, 0.85


@dataclass(frozen=True)
class Called:
    """A stretch of the message and the shown products that alone have it in their titles."""

    start: int
    end: int
    ids: tuple[str, ...]


def called_by_title(page: Page, facts: Facts, shown: Sequence[str], meant: bool = False) -> list[str]:
    """The products whose titles alone hold words of the message, in the order of the words; the words are used up.

    `meant` tells that other words name a product already, beside which a value is a demand like any other.
    Where several words tell products, those that all words of a part fit are meant: the Air 14 with 256 GB.
    """
    products = [one for one in facts(tuple(shown)) if one.id in shown]
    if len(products) < 2 or _looks_for_goods(page):
        return []
    told = [_with_values(page, one, products) for one in telling(page.reading.plain, products)]
    sure = [one for one in told if _names(page, one, meant)]
    named = [one for one in told if one in sure or _stands_beside(page, one, sure)]
    found: list[str] = []
    held: set[str] = set()
    for at, one in enumerate(named):
        if at and _is_told(found, held, one) and one.start - named[at - 1].end > 1:
            continue  # The filling of the one with that filling: it is asked for, and names no more.
        apart = at > 0 and _parts(page, named[at - 1].end, one.start)
        held = held & set(one.ids) if held and not apart and held & set(one.ids) else set(one.ids)
        if at + 1 == len(named) or _parts(page, one.end, named[at + 1].start) or not held & set(named[at + 1].ids):
            found += [name for name in one.ids if name in held]
            held = set()
        page.take(inside_of(page, one))
        page.pointing.update(inside_of(page, one))
    return list(dict.fromkeys(found))


def _with_values(page: Page, one: Called, products: Sequence[Product]) -> Called:
    """The stretch with those products too whose records have what it says: black, of a matt black one."""
    inside = inside_of(page, one)
    tests = value_tests(page, inside[0]) if len(inside) == 1 else []
    fitting = [each.id for each in products if any(test.allows(each) is Verdict.MEETS for test in tests)]
    ids = tuple(dict.fromkeys([*one.ids, *fitting]))
    return replace(one, ids=ids) if len(ids) < len(products) else one


def _stands_beside(page: Page, one: Called, named: Sequence[Called]) -> bool:
    """Whether a value or a brand stands right beside a name, and so is part of what is named: the black Brisk."""
    inside = inside_of(page, one)
    roles = {role for at in inside for role in page.spans[at].roles}
    if not roles & {"value", "brand"} or roles & {"feature", "thing"} or any(at in page.used for at in inside):
        return False
    return any(0 <= other.start - one.end <= 1 or 0 <= one.start - other.end <= 1 for other in named)


def _is_told(found: Sequence[str], held: set[str], one: Called) -> bool:
    return set(one.ids) in ({*found[-1:]}, held)


def _looks_for_goods(page: Page) -> bool:
    """Whether others than those on screen are asked for, or nothing is asked of any."""
    text, lexicon = page.reading.plain, dialogue()
    others = ("asks_for_some", "asks_for_such", "asks_for_ones", "similar", "required")
    if any(lexicon.matches(name, text) for name in others):
        return True
    named = any(lexicon.matches(name, text) for name in NAMING)
    priced = any(span.quantity is not None and span.quantity.currency for span in page.spans)
    return (priced and not named) or (page.guess.is_one_of((Act.FIND,), CERTAIN) and not _asks(page))


def _asks(page: Page) -> bool:
    return any(dialogue().matches(name, page.reading.plain) for name in ("question", "compare", "why", "cart_add"))


def _names(page: Page, one: Called, meant: bool) -> bool:
    """Whether a stretch names a product here: surely where it is marked so, else among words of asking."""
    inside = [page.spans[at] for at in inside_of(page, one)]
    if not inside or any(at in page.used for at in inside_of(page, one)):
        return False
    roles = {role for span in inside for role in span.roles}
    figures = [span.quantity for span in inside if span.quantity is not None]
    bare = all(SAYS_NOTHING & span.roles.keys() and not (SAYS_MORE | {"brand"}) & span.roles.keys() for span in inside)
    if (bare and len(inside) == 1) or any(figure.currency for figure in figures) or one.end - one.start < SHORTEST:
        return False
    if _goes_on(page, one) or _is_bounded(page, one):
        return False
    if _marked(page, one):
        return True
    if any(figure.unit not in (None, "piece") for figure in figures):
        return dialogue().matches("compare", page.reading.plain)
    singles = page.guess.is_one_of(SINGLES, SURE) or any(
        dialogue().matches(name, page.reading.plain) for name in NAMING
    )
    if SAYS_MORE & roles:
        return singles and not meant and not any(span.cue("with") for span in page.spans[: inside_of(page, one)[0]])
    joined = "brand" not in roles and dialogue().matches("either_or", page.reading.plain)
    asks = _asks(page) and not page.guess.is_one_of(GOODS, CERTAIN)
    return singles or joined or asks or (not roles and page.guess.is_one_of(ABOUT, UNSURE))


def _goes_on(page: Page, one: Called) -> bool:
    """Whether a Latin name goes on with what no title has: the iPhone X, where the 6 is shown."""
    at = inside_of(page, one)[-1] + 1
    if at >= len(page) or not page.spans[at - 1].latin or page.spans[at].mark:
        return False
    span = page.spans[at]
    if dialogue().matches("joins_two", page.reading.plain[span.start : span.end]):
        return False
    figure = span.quantity is not None and span.quantity.unit is None and not span.quantity.currency
    short = span.latin and not span.roles and span.end - span.start < SHORTEST_CODE
    return figure or short


def _is_bounded(page: Page, one: Called) -> bool:
    """Whether a figure is the least or the most that is demanded, and so no part of a name: 60 pieces or more."""
    return any(page.spans[at].quantity is not None and amount_at(page, at).bounded for at in inside_of(page, one))


def _marked(page: Page, one: Called) -> bool:
    inside = inside_of(page, one)
    return any(marks(page, at) for at in inside)


def inside_of(page: Page, one: Called) -> list[int]:
    """The phrases of the page that the stretch covers."""
    return [at for at, span in enumerate(page.spans) if span.start < one.end and one.start < span.end]


def _parts(page: Page, start: int, end: int) -> bool:
    """Whether a word of joining stands between two stretches, so that each names something of its own."""
    return any(
        start <= span.start < end and (span.mark or span.cue("and", "or", "than", "range_to")) for span in page.spans
    ) or dialogue().matches("joins_two", page.reading.plain[start:end])


def telling(text: str, products: Sequence[Product]) -> Iterator[Called]:
    """The longest stretches that some titles hold and others don't, from left to right."""
    titles = {one.id: _titles(one) for one in products}
    found = [*_in_words(text, titles), *_in_signs(text, titles)]
    yield from sorted(found, key=lambda one: one.start)


def _titles(product: Product) -> str:
    others = [one.title or "" for one in product.translations.values()]
    return "\n".join(plain(title) for title in (product.title, *others))


def _in_words(text: str, titles: dict[str, str]) -> Iterator[Called]:
    words = list(WORDS.finditer(text))
    held = {name: f" {' '.join(WORDS.findall(title))} " for name, title in titles.items()}
    at = 0
    while at < len(words):
        for last in range(min(at + MOST_WORDS, len(words)), at, -1):
            said = " ".join(word[0] for word in words[at:last])
            ids = tuple(name for name, title in held.items() if f" {said} " in title)
            if not ids and last == at + 1 and said.endswith("s") and len(said) > PLURAL:
                ids = tuple(name for name, title in held.items() if f" {said[:-1]} " in title)
            if not ids and last == at + 1:
                ids = tuple(name for name, title in held.items() if _is_code_part(said, title))
            if ids:
                if len(ids) < len(titles) and len(said) > 1:
                    yield Called(words[at].start(), words[last - 1].end(), ids)
                at = last - 1
                break
        at += 1


def _is_code_part(said: str, title: str) -> bool:
    coded = len(said) >= SHORTEST_CODE and any(sign.isdigit() for sign in said)
    return coded and any(said in word and not word.isdigit() for word in title.split())


def _in_signs(text: str, titles: dict[str, str]) -> Iterator[Called]:
    for run in SIGNS.finditer(text):
        at = run.start()
        while at < run.end() - 1:
            for end in range(min(at + MOST_SIGNS, run.end()), at + 1, -1):
                ids = tuple(name for name, title in titles.items() if text[at:end] in title)
                if ids:
                    if len(ids) < len(titles):
                        yield Called(at, end, ids)
                    at = end - 1
                    break
            at += 1
