"""What phrases mean in any shop: the roles that the languages' own words give them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from assistant.languages.dialogue import dialogue
from assistant.understanding.words import key


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
        for phrases in lexicon.phrases[section].values():
            for phrase in phrases:
                put(phrase, role, True)
    for phrase, number in lexicon.numbers.items():
        put(phrase, "number", number)
    for name, wish in lexicon.wishes.items():
        for level in ("words", "more", "most"):
            for phrase in wish[level]:
                put(phrase, "wish", (name, level), several=True)
    for mine in roles.values():
        if "blocker" in mine and len(mine) > 1:
            mine.pop("blocker")
    roles.pop("", None)
    return roles
