"""Phrases of several words that are rather what each of their words says: with microphone, men's underwear."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from assistant.languages.dialogue import places
from assistant.understanding.lexicon.catalogue_lexicon import CatalogueLexicon
from assistant.understanding.lexicon.fixed_roles import dialogue_roles
from assistant.understanding.lexicon.words import Word, plain, words
from catalog.languages.lexicon import kind_of
from catalog.languages.lexicon import lexicon as lexicon_words
from catalog.languages.registry import languages

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


def divides(tokens: tuple[Word, ...], lexicon: CatalogueLexicon, text: str) -> bool:
    """Whether the phrase is a maker, feature or value before a kind that the catalogue has; `text` has the words.

    A kind known by that name is one only where it is of the kind that it ends with, or ends so in every language:
    who looks for a yoga mat in a shop of door mats is told in every language that it has none.
    """
    said = text[tokens[0].start : tokens[-1].end]
    one_value = kind_of(said) == "value"
    whole = kind_of(said) == "type"
    for cut in _cuts(tokens, lexicon):
        if one_value and "".join(token.key for token in tokens[:cut]) not in lexicon.values:
            continue  # A warm light is no lamp that keeps warm; but an adult cat is a cat, where records say adult.
        rest = text[tokens[cut].start : tokens[-1].end]
        of_that_kind = whole and lexicon_words().is_wider(rest, said)
        if _is_one_word(tokens, cut, lexicon) and not of_that_kind:
            continue  # 瑜伽垫, 登机箱 are one word: what is left of it names any mat, any box.
        if not whole or of_that_kind or _divides_everywhere(said, lexicon):
            return True
    return False


def _cuts(tokens: tuple[Word, ...], lexicon: CatalogueLexicon) -> Iterator[int]:
    """The words that a kind of the catalogue begins with after what describes it."""
    things = dialogue_roles(places())
    for cut in range(1, len(tokens)):
        first = "".join(token.key for token in tokens[:cut])
        rest = "".join(token.key for token in tokens[cut:])
        types = lexicon.type_words.get(rest, ())
        if not types or first in lexicon.type_names or rest in lexicon.near_kinds:
            continue
        if first + rest in lexicon.near_kinds and "recipients" in things.get(first, NOTHING).get("person", ()):
            continue  # Where dogs' beds are all there is, a 猫窝 is no bed with a wish.
        values = lexicon.values.get(first, {})
        describes = first in lexicon.brand_words or first in lexicon.feature_words
        describes = describes or not {"thing", "person"}.isdisjoint(things.get(first, NOTHING))
        describes = describes or any(value.plain or value.held_by(types) for value in values.values())
        if describes:
            yield cut


def _is_one_word(tokens: tuple[Word, ...], cut: int, lexicon: CatalogueLexicon) -> bool:
    """Whether one sign is left after a use or a feature."""
    first = "".join(token.key for token in tokens[:cut])
    use = "uses" in dialogue_roles(places()).get(first, NOTHING).get("person", ())
    return cut == len(tokens) - 1 and not tokens[-1].latin and (use or first in lexicon.feature_words)


def _divides_everywhere(phrase: str, lexicon: CatalogueLexicon) -> bool:
    """Whether the usual words of a kind are a description before one of the catalogue's in every other language too."""
    for language in languages():
        for word in lexicon_words().named(phrase, language, "type")[:1]:
            tokens = words(plain(word))
            if word != phrase and all(_is_one_word(tokens, cut, lexicon) for cut in _cuts(tokens, lexicon)):
                return False
    return True


def is_gendered(tokens: tuple[Word, ...], text: str) -> bool:
    """Whether the phrase is a kind and, before it, whom it is made for: men's underwear; `text` has the words."""
    things = dialogue_roles(places())
    for cut in range(1, min(len(tokens), LONGEST_PERSON + 1)):
        first = "".join(token.key for token in tokens[:cut])
        if "genders" in things.get(first, NOTHING).get("person", frozenset()):
            return kind_of(text[tokens[cut].start : tokens[-1].end]) == "type"
    return False
