"""The words that a kind is searched with, in the language of the catalogue."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.understanding.lexicon.catalogue_lexicon import CatalogueLexicon
from assistant.understanding.lexicon.words import key
from catalog.languages.detection import detect
from catalog.languages.lexicon import equivalents, pivot
from catalog.languages.lexicon import lexicon as lexicon_words


def own_names(lexicon: CatalogueLexicon, said: str, types: Sequence[str]) -> tuple[str, ...]:
    """Those of the types that are called by these words or by other words of the same meaning, the largest first."""
    words = {key(said), *(key(other) for other in equivalents(said))}
    called = [one for one in types if key(one) in words]
    return tuple(sorted(called, key=lambda one: (-lexicon.types.get(one, 0), one)))


def search_name(lexicon: CatalogueLexicon, said: str, types: Sequence[str], language: str) -> str:
    """What to search the kind with: the words said where the catalogue speaks their language, else its own name of
    the kind, else its usual word for what was said."""
    # An SD card is searched as one, though the catalogue calls the kind "memory card".
    if detect(said, language) in lexicon.spoken:
        return said
    usual = lexicon.word_for(said, language)
    if lexicon.language == pivot() and usual != said:
        return usual  # What shoppers of that language say themselves, whatever the catalogue calls the kind.
    return next(iter(own_names(lexicon, said, types)), None) or usual


def twin_names(lexicon: CatalogueLexicon, said: str) -> tuple[str, ...]:
    """The short form of a kind's name, or what it is short for, in the catalogue's language: UPS for an
    uninterruptible power supply."""
    own = lexicon_words().named(said, lexicon.language or pivot(), "type")
    return tuple(one for one in own if _is_short_for(one, said) or _is_short_for(said, one))


def _is_short_for(short: str, long: str) -> bool:
    words = re.split(r"[\s-]+", long.casefold())
    return len(words) > 1 and "".join(word[:1] for word in words) in (said := short.casefold(), said.removesuffix("s"))
