"""The scorer on the shortlist only: bounded in how many texts it reads, fewer or none while many wait."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from functools import lru_cache

from assistant.ports import Scorer
from catalog.languages.folding import fold
from catalog.languages.machine_talk import title_without_machine_talk, without_machine_talk
from catalog.product import Product

LENGTH = 10
"""How many of the best candidates are scored."""
CALM, CROWD = 6, 16
"""With more messages waiting than the first, half of the shortlist is read; with more than the second, none of it but
what was read before. Whoever gets less is told."""
AT_ONCE, WAITING = 2, 6
"""Turns that may score at the same time, and that may wait for it; more keep the first stage's order and are told."""
REST_CHARACTERS = 160


class Shortlist:
    """Scores the first candidates of a need; safe for threads."""

    def __init__(self, scorer: Scorer, at_once: int = AT_ONCE, waiting: int = WAITING) -> None:
        self._scorer = scorer
        self._free = threading.BoundedSemaphore(at_once)
        self._inside = threading.BoundedSemaphore(at_once + waiting)

    def fits(self, query: str, products: Sequence[Product], beside: int = 0) -> list[float] | None:
        """A score from 0 to 1 for each of the first LENGTH products; of fewer, or None, where too many turns wait.

        `beside`: how many other messages wait for an answer."""
        texts = [scored_text(product) for product in products[:LENGTH]]
        room = LENGTH if beside <= CALM else LENGTH // 2 if beside <= CROWD else 0
        if room < len(texts):
            texts = texts[: max(room, self._scorer.at_hand(texts))]
        if not texts or not self._inside.acquire(blocking=False):
            return None
        try:
            with self._free:
                return self._scorer.score(query, texts)
        finally:
            self._inside.release()


def scored_text(product: Product) -> str:
    """What the scorer reads of a product: its title line, and the beginning of its description."""
    line = title_line(product)
    # Twice as much is read, so that what stays is as long as without an order to the machine.
    rest = without_machine_talk((product.description or "")[: 2 * REST_CHARACTERS])[:REST_CHARACTERS]
    return f"{line}\n{rest}" if rest else line


def title_line(product: Product) -> str:
    """A product's title, with brand and kind where the title lacks them: the brand before it, the kind behind it."""
    return named_line(product.title, product.brand, product.type)


@lru_cache(maxsize=1 << 14)
def named_line(title: str, brand: str | None = None, kind: str | None = None) -> str:
    """A title with the brand before it and the kind behind it, where it lacks them."""
    named = title_without_machine_talk(title)
    folded = f" {fold(named)} "
    before = [brand] if brand and f" {fold(brand)} " not in folded else []
    behind = [kind] if kind and fold(kind) not in folded else []
    return ", ".join([" ".join([*before, named]), *behind])
