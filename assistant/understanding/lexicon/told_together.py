"""What titles in a script without spaces say: their words, and up to three that stand together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from catalog.languages.registry import every_language, places
from catalog.languages.segmentation import segment
from catalog.product import Product

RUN = re.compile(r"[^\W\d_a-zA-Z]+")
TOGETHER = 3
SHORT_TEXT, LONGEST_TITLE = 60, 300


def told_by(product: Product) -> set[str]:
    """What a product's title, and a description of few signs, say in such a script."""
    if product.title.isascii():
        return set()
    short = product.description if len(product.description or "") <= SHORT_TEXT else ""
    return told_together(f"{product.title[:LONGEST_TITLE]} {short}", product.brand or "")


def told_together(title: str, brand: str) -> set[str]:
    """The words of a title of two signs or more without its `brand`, alone and with those right behind them."""
    found = {one for one in segment(title) if len(one) > 1 and not one.isascii()}
    for run in RUN.findall(title.replace(brand, " ") if brand else title):
        said = cut_words(run)
        windows = ("".join(said[at : at + size]) for at in range(len(said)) for size in range(1, TOGETHER + 1))
        found.update(one for one in windows if len(one) > 1)
    return found


def cut_words(run: str) -> tuple[str, ...]:
    """The words of a run of letters that are written without spaces, the shorter ones of those inside each other."""
    return _cut(run, places())


@lru_cache(maxsize=1 << 15)
def _cut(run: str, _: tuple[str, ...]) -> tuple[str, ...]:
    for language in every_language():
        cut = language.code_for("script", "cut")
        if cut and re.match(f"[{language.words['letters']}]", run):
            return tuple(_apart(run, sorted({one for one in cut(run) if len(one) > 1}, key=len)))
    return (run,)


def _apart(run: str, known: Sequence[str]) -> Iterator[str]:
    at = 0
    while at < len(run):
        word = next((one for one in known if run.startswith(one, at)), run[at])
        yield word
        at += len(word)
