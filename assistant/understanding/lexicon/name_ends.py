"""What the names of goods end with where the shop files them under a wider kind: Gale Parka, of the kind Jackets."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from assistant.understanding.lexicon.words import key, latin_keys
from catalog.languages.lexicon import equivalents

NAME_END = re.compile(r"[,;:，；：(（\[【|]|\s[-–—·]\s")
TRAILING = re.compile(r"[\s\d.]+$")
OTHER_SCRIPT = re.compile(r"[^\x00-\x7f]+$")
WORDS, SIGNS = 3, range(2, 6)


def closing_words(title: str, type_: str) -> set[str]:
    """The lookup forms of the last word, or words, of a title's name that aren't what its kind is called."""
    name = TRAILING.sub("", NAME_END.split(title)[0])
    found = OTHER_SCRIPT.search(name)
    if found:
        run = found.group()
        ends = {run[-count:] for count in SIGNS if count <= len(run)}
    else:
        words = name.split()
        ends = {" ".join(words[-count:]) for count in range(1, WORDS + 1) if count <= len(words)}
    own = {key(said) for said in (type_, *equivalents(type_))} | set(latin_keys(type_))
    return {said for said in map(key, ends) if len(said) > 1 and not said.isdigit()} - own


def kinds_ending(closing: Mapping[str, Mapping[str, int]], names: Iterable[str]) -> tuple[str, ...]:
    """The kinds of goods whose names end with the first of these that ends any; the commonest first."""
    for name in names:
        found = Counter[str]()
        for way in dict.fromkeys(key(said) for said in (name, *equivalents(name))):
            found.update(closing.get(way, {}))
        if found:
            return tuple(sorted(found, key=lambda type_: (-found[type_], type_)))
    return ()
