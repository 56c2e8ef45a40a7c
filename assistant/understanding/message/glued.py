"""A column's name and its figure written as one word: SPF50."""

from __future__ import annotations

import re

from assistant.understanding.lexicon.catalogue_lexicon import CatalogueLexicon
from assistant.understanding.lexicon.words import key

GLUED = re.compile(r"(?<![A-Za-z0-9])([A-Za-z]{2,})(\d+)(?![A-Za-z0-9.])")


def parted(text: str, lexicon: CatalogueLexicon) -> str:
    """The text with every name of a column of numbers parted from the figure written to it: SPF50 is SPF 50."""

    def apart(found: re.Match[str]) -> str:
        fields = (lexicon.fields[name] for name in lexicon.field_words.get(key(found[1]), ()))
        return f"{found[1]} {found[2]}" if any(one.kind == "number" for one in fields) else found[0]

    return GLUED.sub(apart, text)
