"""What phrases mean in any shop: the roles that the languages' own words give them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from assistant.languages.dialogue import dialogue
from assistant.understanding.lexicon.words import key

BOUNDS = ("at_most", "at_least", "about", "between")
"""Cues of figures that speak of the price where a word for money is part of them: a budget of, 价格低于."""


@lru_cache(maxsize=8)
def dialogue_roles(_: tuple[str, ...]) -> Mapping[str, Mapping[str, Any]]:
    """The roles that the dialogue lexicon gives to phrases, by their lookup form."""
    lexicon = dialogue()
    roles: dict[str, dict[str, Any]] = {}

    def put(phrase: str, role: str, value: Any, several: bool = False) -> None:
        mine = roles.setdefault(key(phrase), {})
        mine[role] = mine.get(role, frozenset()) | {value} if several else value

    for section, role in (("cues", "cue"), ("concepts", "concept"), ("features", "thing"), ("pointing", "pointing"),
                          ("forget", "forget"), ("particles", "particle"), ("sizes", "letter_size"), ("tints", "tint"),
        ("people", "person"),
        ("implied", "implied"), ("implied", "implied")):  # fmt: skip
        for name, phrases in lexicon.phrases[section].items():
            for phrase in phrases:
                put(phrase, role, name, several=True)
    for name, phrases in lexicon.phrases["ordinals"].items():
        for phrase in phrases:
            put(phrase, "ordinal", int(name))
    for section, role in (("fillers", "filler"), ("blockers", "blocker")):
        for name, phrases in lexicon.phrases[section].items():
            for phrase in phrases:
                put(phrase, role, name)
    for phrase, number in lexicon.numbers.items():
        put(phrase, "number", number)
    for name, wish in lexicon.wishes.items():
        for level in ("words", "more", "most"):
            for phrase in wish[level]:
                put(phrase, "wish", (name, level), several=True)
    money = lexicon.phrases["cues"].get("price", ())
    for name in BOUNDS:
        for phrase in lexicon.phrases["cues"].get(name, ()):
            if any(_says(phrase, word) for word in money):
                put(phrase, "cue", "price", several=True)
    for mine in roles.values():
        if "blocker" in mine and len(mine) > 1:
            mine.pop("blocker")
    roles.pop("", None)
    return roles


def _says(phrase: str, word: str) -> bool:
    """Whether a phrase holds the word: as a word of its own, in a script that parts them."""
    return f" {word} " in f" {phrase} " if word.isascii() else word in phrase


@lru_cache(maxsize=8)
def spaced_keys(_: tuple[str, ...]) -> frozenset[str]:
    """The lookup forms of the phrases that are written with a space: "a few" is one, "around" none."""
    lexicon = dialogue()
    listed = (phrases for section in lexicon.phrases.values() for phrases in section.values())
    return frozenset(key(one) for phrases in (*listed, lexicon.numbers) for one in phrases if " " in one)
