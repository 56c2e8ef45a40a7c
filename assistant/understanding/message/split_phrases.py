"""Phrases of several words that are rather what each of their words says: with microphone, men's underwear."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from assistant.languages.dialogue import places
from assistant.understanding.lexicon.catalogue_lexicon import CatalogueLexicon
from assistant.understanding.lexicon.fixed_roles import dialogue_roles
from assistant.understanding.lexicon.words import Word
from catalog.languages.lexicon import kind_of

NOTHING: Mapping[str, Any] = {}
LONGEST_PERSON = 3
"""A person's word has at most so many letters of a script without spaces."""


def asks(tokens: tuple[Word, ...], lexicon: CatalogueLexicon) -> bool:
    """Whether the phrase is a word that asks for something to have or to lack, and then something known (带麦克风)."""
    things = dialogue_roles(places())
    for cut in range(1, len(tokens)):
        first = "".join(token.key for token in tokens[:cut])
        rest = "".join(token.key for token in tokens[cut:])
        asking = things.get(first, NOTHING).get("cue", frozenset())
        if not asking.isdisjoint(("with", "not")) and (
            rest in lexicon.feature_words or "thing" in things.get(rest, {})
        ):
            return True
    return False


def divides(tokens: tuple[Word, ...], lexicon: CatalogueLexicon) -> bool:
    """Whether the phrase is a feature or value before a kind that the catalogue has."""
    things = dialogue_roles(places())
    for cut in range(1, len(tokens)):
        first = "".join(token.key for token in tokens[:cut])
        rest = "".join(token.key for token in tokens[cut:])
        values = lexicon.values.get(first, {})
        describes = first in lexicon.feature_words or not {"thing", "person"}.isdisjoint(things.get(first, NOTHING))
        use = "uses" in things.get(first, NOTHING).get("person", ())
        if not rest.isascii() and len(rest) == 1 and (use or first in lexicon.feature_words):
            continue  # 瑜伽垫, 登机箱 are one word: what is left of it names any mat, any box.
        describes = describes or any(value.plain for value in values.values())
        types = lexicon.type_words.get(rest, ())
        if (
            types
            and first not in lexicon.type_names
            and (describes or any(one.held_by(types) for one in values.values()))
        ):
            return True
    return False


def is_gendered(tokens: tuple[Word, ...], text: str) -> bool:
    """Whether the phrase is a kind and, before it, whom it is made for: men's underwear; `text` has the words."""
    things = dialogue_roles(places())
    for cut in range(1, min(len(tokens), LONGEST_PERSON + 1)):
        first = "".join(token.key for token in tokens[:cut])
        if "genders" in things.get(first, NOTHING).get("person", frozenset()):
            return kind_of(text[tokens[cut].start : tokens[-1].end]) == "type"
    return False
