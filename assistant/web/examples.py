"""Example questions that the catalogue really answers."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from assistant.reasons.amounts import money
from assistant.web.page_words import say
from catalog.languages.lexicon import lexicon

if TYPE_CHECKING:
    from catalog.store import Store, View

SHOWN = 4
FORMS = ("cheap", "branded", "rated", "cheap")
FEWEST = 4
"""A kind with fewer products makes no good example."""


class Examples:
    """The questions of an empty page, made anew when the catalogue has changed."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._made: dict[str, tuple[int, tuple[str, ...]]] = {}

    def __call__(self, language: str) -> tuple[str, ...]:
        """At most four questions in a language, each about another kind of product."""
        view = self._store.view()
        made = self._made.get(language)
        if made is None or made[0] != view.revision:
            made = (view.revision, examples(self._store, view, language))
            self._made[language] = made
        return made[1]


def examples(store: Store, view: View, language: str) -> tuple[str, ...]:
    """Questions about the commonest kinds: a price that half of them meet, a brand to leave out, a good rating."""
    column = view.column("type")
    counts = Counter(dict(enumerate(np.bincount(column.codes, minlength=len(column.facts)).tolist())))
    told: list[str] = []
    for code, number in counts.most_common(SHOWN):
        if number < FEWEST:
            break
        rows = column.rows[column.codes == code]
        products = store.get(view.ids[row] for row in rows[:200])
        kind = str(column.facts[code].value)
        form = FORMS[len(told) % len(FORMS)]
        prices = sorted(product.price for product in products if product.price is not None)
        brands = Counter(product.brand for product in products if product.brand)
        slots = {"kind": lexicon().word_in(kind, language) or kind}
        if form == "branded" and len(brands) > 1:
            slots["brand"] = brands.most_common(1)[0][0] or ""
        elif form == "rated" and any(product.rating is not None for product in products):
            pass
        elif prices:
            form = "cheap"
            slots["price"] = money(rounded(prices[len(prices) // 2]), products[0].currency, language)
        else:
            form = "plain"
        told.append(say(language, "examples", form, **slots))
    return tuple(told)


def rounded(price: float) -> float:
    """The next higher round amount of at most two figures."""
    step = 10.0 ** max(0, len(str(int(price))) - 2) * (5 if price >= 100 else 1)
    return float(np.ceil(price / step) * step)
