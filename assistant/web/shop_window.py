"""What an empty page shows: questions that the catalogue really answers, and the kinds of things that the shop has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from assistant.reasons.amounts import money
from assistant.web.page_words import say
from catalog.languages.lexicon import lexicon
from catalog.product import Product

if TYPE_CHECKING:
    from catalog.store import Store
    from catalog.view import View

QUESTIONS = 4
KINDS = 12
LOOKED_AT = 60
FORMS = ("cheap", "branded", "rated", "cheap")
FEWEST = 4
"""A kind with fewer products makes no good question."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of product in a language, how many there are, and one of them for its picture."""

    name: str
    count: int
    product: Product


@dataclass(frozen=True, slots=True)
class Window:
    """What stands in the window in one language."""

    questions: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()


class ShopWindow:
    """The window of a store, dressed anew when the catalogue has changed."""

    def __init__(self, store: Callable[[], Store]) -> None:
        self._store = store
        self._dressed: dict[str, tuple[int, Window]] = {}

    def __call__(self, language: str) -> Window:
        """At most four questions and twelve kinds, of as many departments as there are."""
        store = self._store()
        view = store.view()
        dressed = self._dressed.get(language)
        if dressed is None or dressed[0] != view.revision:
            dressed = (view.revision, _dressed(store, view, language))
            self._dressed[language] = dressed
        return dressed[1]


def _dressed(store: Store, view: View, language: str) -> Window:
    groups = _groups(store, view)
    kinds = tuple(
        Kind(_named(kind, products[0], language), count, products[0])
        for kind, count, products in _spread(groups)[:KINDS]
    )
    asked = [group for group in _spread(groups) if group[1] >= FEWEST][:QUESTIONS]
    questions = tuple(_question(kind, products, place, language) for place, (kind, _, products) in enumerate(asked))
    return Window(questions, kinds)


Group = tuple[str, int, list[Product]]


def _groups(store: Store, view: View) -> list[Group]:
    """The commonest kinds with their counts and some products each; ties by name."""
    column = view.column("type")
    counts = np.bincount(column.codes, minlength=len(column.facts))
    names = [str(fact.value) for fact in column.facts]
    order = sorted(range(len(names)), key=lambda code: (-int(counts[code]), names[code]))[: KINDS * 3]
    found = []
    for code in order:
        rows = column.rows[column.codes == code][:LOOKED_AT]
        found.append((names[code], int(counts[code]), store.get(view.ids[row] for row in rows)))
    return [group for group in found if group[2]]


def _spread(groups: list[Group]) -> list[Group]:
    """The same groups, one of each department in turn."""
    taken: Counter[str] = Counter()
    ranked = []
    for place, group in enumerate(groups):
        category = group[2][0].category
        department = category[0] if category else ""
        ranked.append((taken[department] if category else 0, place, group))
        taken[department] += 1
    return [group for _, _, group in sorted(ranked, key=lambda one: one[:2])]


def _question(kind: str, products: list[Product], place: int, language: str) -> str:
    """A question about a kind: a price that half of it meets, a brand to leave out, or a good rating."""
    form = FORMS[place % len(FORMS)]
    prices = sorted(product.price for product in products if product.price is not None)
    brands = Counter(product.brand for product in products if product.brand)
    slots = {"kind": _named(kind, products[0], language)}
    if form == "branded" and len(brands) > 1:
        return say(language, "examples", form, **slots, brand=brands.most_common(1)[0][0])
    if form == "rated" and any(product.rating is not None for product in products):
        return say(language, "examples", form, **slots)
    if prices:
        price = money(_rounded(prices[len(prices) // 2]), products[0].currency, language)
        return say(language, "examples", "cheap", **slots, price=price)
    return say(language, "examples", "plain", **slots)


def _named(kind: str, product: Product, language: str) -> str:
    """The kind in a language: as one of its records says it, else as the lexicon does."""
    told = product.translations.get(language)
    if told and told.type:
        return told.type
    return kind if product.language == language else lexicon().word_in(kind, language) or kind


def _rounded(price: float) -> float:
    """The next higher round amount of at most two figures."""
    step = 10.0 ** max(0, len(str(int(price))) - 2) * (5 if price >= 100 else 1)
    return float(np.ceil(price / step) * step)
