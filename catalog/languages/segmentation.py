"""Text to the words that are looked up: one cutting for records and for queries."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from catalog.languages.folding import GLUED_UNIT, fold_tokens, normal, plain_figures
from catalog.languages.registry import every_language, places

WORD = re.compile(r"[a-z0-9]+(?:[-./_+][a-z0-9]+)*|[^\W_a-z0-9]+")
PART = re.compile(r"[-./_+]")
CAPACITY = re.compile(r"\s(?<=\d\s)\s*(?=(?:gb|tb|mb|kb|hz|khz|mhz|ghz|mah|wh|mp|ml|mbps|gbps|rpm|dpi)(?![a-z0-9]))")
"""What is named with its number as one word: 8gb; a length is looked for by its number."""
DECIMAL = re.compile(r"\d+(?:\.\d+)+[a-z]*")
DIGIT = re.compile(r"\d")


def segment(text: str) -> list[str]:
    """The folded words of a text, in order and with repeats; model numbers whole and in parts, stop words left out."""
    folders = places()
    cutters, stop = _cutting(folders)
    words: list[str] = []
    plain: list[str] = []
    said = plain_figures(normal(text))
    if DIGIT.search(said):
        said = CAPACITY.sub("", GLUED_UNIT.sub(" ", said))
    tokens = WORD.findall(said)
    after = 0
    # Most tokens are plain words: only the others are looked at one by one.
    for place in (
        [place for place, alone in enumerate(map(str.isalnum, tokens)) if not alone]
        if said.isascii()
        else [place for place, token in enumerate(tokens) if not (token.isascii() and token.isalnum())]
    ):
        token = tokens[place]
        plain += tokens[after:place]
        after = place + 1
        if token.isascii():
            parts = PART.split(token)
            if len(parts) > 1 and DIGIT.search(token):
                words += fold_tokens(plain, folders)
                plain = []
                words.append(token)
                if not DECIMAL.fullmatch(token):
                    words += parts
            else:
                plain += parts
            continue
        words += fold_tokens(plain, folders)
        plain = []
        words += _cut(token, cutters)
    words += fold_tokens(plain + tokens[after:], folders)
    return [word for word in words if word not in stop] or words


def _cut(run: str, cutters: tuple[tuple[re.Pattern[str], Callable[[str], list[str]]], ...]) -> list[str]:
    for letters, cut in cutters:
        if letters.match(run):
            return cut(run)
    return [run]


@lru_cache(maxsize=8)
def _cutting(
    _: tuple[str, ...],
) -> tuple[tuple[tuple[re.Pattern[str], Callable[[str], list[str]]], ...], frozenset[str]]:
    cutters = []
    stop: set[str] = set()
    for language in every_language():
        stop.update(language.words.get("stop", []))
        cut = language.code_for("script", "cut")
        if cut:
            cutters.append((re.compile(f"[{language.words['letters']}]"), cut))
    return tuple(cutters), frozenset(stop)
