"""Values that are kinds of another: polypropylene is a plastic, polyester a synthetic fibre."""

from __future__ import annotations

from functools import lru_cache

from catalog.languages.folding import contains_phrase, touches_phrase
from catalog.languages.lexicon import lexicon
from catalog.languages.registry import places


def touches_value(value: str, text: str) -> bool:
    """Whether the text holds the value, its stem, or a value that is a kind of it: who refuses plastic gets no ABS."""
    return touches_phrase(value, text) or any(contains_phrase(kind, text) for kind in _kinds(value, places()))


@lru_cache(maxsize=4096)
def _kinds(value: str, _: tuple[str, ...]) -> tuple[str, ...]:
    words = lexicon()
    return tuple(one for one in words.related(value) if "value" in words.kinds_of(one))
