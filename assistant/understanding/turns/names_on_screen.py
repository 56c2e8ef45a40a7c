"""Which of the shown products are meant by a name of their own, or by what tells them apart: the Onda, white or red."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from assistant.languages.dialogue import dialogue
from assistant.understanding.message.page import Page
from assistant.understanding.turns.marks import in_titles, value_tests
from assistant.vocabulary import Act, Want
from catalog.product import Product, Verdict

Facts = Callable[[Sequence[str]], Sequence[Product]]
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
SHORTEST = 3
OF_SHOWN = frozenset({Act.WHY, Act.COMPARE, Act.SIMILAR, Act.FEEDBACK, Act.ASK_PRODUCT, Act.CART})
GOODS = frozenset({Act.FIND, Act.REFINE})
UNSURE, SURE = 0.3, 0.5
"""The classifier's confidence from which a name may mean what is on screen, and from which it doesn't."""
BESIDE = 2
"""So many phrases beside a name may tell which of several products of that name is meant."""


def named_on_screen(page: Page, facts: Facts, shown: Sequence[str]) -> list[str]:
    """The products that are called by a word of their titles, in the order of the words; the words are used up.

    Nothing where the message looks for goods: a series that is named may well be wanted at another price.
    """
    if not _speaks_of_shown(page):
        return []
    products = [one for one in facts(shown) if one.id in shown]
    called = {one.id: _names(one) for one in products}
    found: list[str] = []
    for index, span in enumerate(page.spans):
        if index in page.used or span.mark or span.quantity is not None:
            continue
        said = _said(page, index)
        # Its own name is no feature where it is written as a name: the Fold, and not what folds.
        if (span.roles and not (_is_capital(said) and index and span.latin)) or len(said) < SHORTEST:
            continue
        meant = [one for one in products if said.casefold() in called[one.id]]
        if not meant or "brand" in span.roles:
            continue
        page.take([index])
        page.pointing.add(index)
        found += [one.id for one in _told_apart(page, index, meant)]
    return found


def compared(page: Page, facts: Facts, shown: Sequence[str]) -> list[str]:
    """The products that a comparison tells by their places alone (1 and 4), or by values or brands of which each is on
    screen (white or red)."""
    if not (page.guess.is_one_of((Act.COMPARE,), SURE) or dialogue().matches("compare", page.reading.plain)):
        return []
    figures = [at for at in range(len(page)) if page.spans[at].quantity is not None or _is_joined_number(page, at)]
    told = [_places(page, at, len(shown)) for at in figures]
    if all(told) and sum(map(len, told)) > 1:
        page.take(figures)
        return [shown[place - 1] for places in told for place in places]
    found = _by_values(page, facts, shown)
    fitting = list(found.values())
    if len(found) < 2 or not all(fitting) or any(set(a) & set(b) for at, a in enumerate(fitting) for b in fitting[:at]):
        return []
    page.take(found)
    return [one for ids in fitting for one in ids]


def described(page: Page, facts: Facts, among: Sequence[str]) -> list[str]:
    """The products that have every value or brand that is said."""
    found = _by_values(page, facts, among)
    return [one for one in among if found and all(one in ids for ids in found.values())]


def _by_values(page: Page, facts: Facts, among: Sequence[str]) -> dict[int, list[str]]:
    """The products of each value or brand that is said, by its phrase."""
    products = facts(among)
    found: dict[int, list[str]] = {}
    for index in page.with_role("brand", "value"):
        if {"type", "filler", "cue", "number"} & page.spans[index].roles.keys():
            continue
        tests = value_tests(page, index)
        meeting = [one.id for one in products if any(test.allows(one) is Verdict.MEETS for test in tests)]
        found[index] = meeting or in_titles(page, index, products)
    return found


def missed_name(page: Page) -> Want | None:
    """The name of goods that "why is the Stille not on the list?" misses, with the brand before it; None where no word
    stands as a name."""
    named = [at for at in range(len(page)) if _may_name(page, at) and not page.spans[at].roles]
    capital = [at for at in named if _is_capital(_said(page, at)) and (at or not page.reading.text.isascii())]
    marked = [at for at in named if at and "marks" in page.spans[at - 1].roles.get("pointing", ())]
    first = next(iter(capital or marked), None)
    if first is None:
        return None
    last = first
    while last + 1 in named or _is_of_name(page, last + 1):
        last += 1
    if first and _may_name(page, first - 1) and "brand" in page.spans[first - 1].roles:
        first -= 1
    said = page.said(range(first, last + 1))
    return Want(said, (), said)


def _may_name(page: Page, index: int) -> bool:
    span = page.spans[index]
    plain = span.latin and not span.mark and span.quantity is None and span.roles.keys() <= {"brand"}
    return plain and len(_said(page, index)) >= SHORTEST


def _is_of_name(page: Page, index: int) -> bool:
    """Whether a letter or a figure without a unit goes on with the name before it: iPhone X, Galaxy 9."""
    if index >= len(page) or page.spans[index].mark or not page.spans[index].latin or page.spans[index].roles:
        return False
    figure = page.spans[index].quantity
    return figure is None or (figure.unit is None and not figure.currency)


def _said(page: Page, index: int) -> str:
    return page.reading.text[page.spans[index].start : page.spans[index].end]


def _speaks_of_shown(page: Page) -> bool:
    guess = page.guess
    figures = [span.quantity for span in page.spans if span.quantity is not None]
    if guess.is_one_of(GOODS, SURE) or any(one.unit or one.currency for one in figures):
        return False
    return guess.is_one_of(OF_SHOWN, UNSURE) or dialogue().matches("question", page.reading.plain)


def _names(product: Product) -> frozenset[str]:
    """The words that stand right behind the brand in a title, as far as they are written as names."""
    found: set[str] = set()
    for title in (product.title, *(other.title or "" for other in product.translations.values())):
        found.update(_behind_brand(title, product.brand or ""))
    return frozenset(found)


def _behind_brand(title: str, brand: str) -> Iterator[str]:
    if not brand or not title.casefold().startswith(brand.casefold()):
        return
    for word in WORD.findall(title[len(brand) :]):
        if not _is_capital(word) or word.isupper() or len(word) < SHORTEST:
            return
        yield word.casefold()


def _is_capital(word: str) -> bool:
    """Whether it is written as a name: Onda, iPhone."""
    return word[:1].isupper() or any(letter.isupper() for letter in word[1:])


def _told_apart(page: Page, index: int, meant: Sequence[Product]) -> list[Product]:
    """Of several products of one name those that the brand or the value beside it tells."""
    left = list(meant)
    for at in (*page.before(index, BESIDE), *page.after(index, BESIDE)):
        if at in page.used or not {"brand", "value"} & page.spans[at].roles.keys():
            continue
        tests = value_tests(page, at)
        fitting = [one for one in left if any(test.allows(one) is Verdict.MEETS for test in tests)]
        if fitting:
            page.take([at])
            left = fitting
    return left


def _places(page: Page, index: int, shown: int) -> list[int]:
    """The places on screen that bare numbers are: 1, or 1 or 4; none where one of them is no place."""
    figure = page.spans[index].quantity
    if figure is None:
        number = page.spans[index].roles["number"]
        return [int(number)] if float(number).is_integer() and 1 <= number <= shown else []
    if figure.unit or figure.currency:
        return []
    ends = [end for end in (figure.value, figure.high) if end is not None]
    return [int(end) for end in ends] if all(float(end).is_integer() and 1 <= end <= shown for end in ends) else []


def _is_joined_number(page: Page, index: int) -> bool:
    """Whether a number in words stands right beside a word that joins it to another: 一和二, one or three."""
    numbers = [at for at in (index - 2, index, index + 2) if 0 <= at < len(page) and "number" in page.spans[at].roles]
    joints = [at for at in (index - 1, index + 1) if 0 <= at < len(page) and page.spans[at].cue("and", "or")]
    return index in numbers and any(2 * at - index in numbers for at in joints)
