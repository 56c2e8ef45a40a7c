"""What is written as one word and read as two: a column's name and its figure (SPF50), a denial and what it denies
(untinted)."""

from __future__ import annotations

import re

from assistant.languages.dialogue import dialogue
from assistant.understanding.lexicon.catalogue_lexicon import CatalogueLexicon
from assistant.understanding.lexicon.words import key

WORD = re.compile(r"(?<![A-Za-z0-9])[a-z]{5,}(?![A-Za-z0-9])")
GLUED = re.compile(r"(?<![A-Za-z0-9])([A-Za-z]{2,})(\d+)(?![A-Za-z0-9.])")


def parted(text: str, lexicon: CatalogueLexicon) -> str:
    """The text with every name of a column of numbers parted from the figure written to it: SPF50 is SPF 50."""

    def apart(found: re.Match[str]) -> str:
        fields = (lexicon.fields[name] for name in lexicon.field_words.get(key(found[1]), ()))
        return f"{found[1]} {found[2]}" if any(one.kind == "number" for one in fields) else found[0]

    return _without_prefixes(GLUED.sub(apart, text), lexicon)


def _without_prefixes(text: str, lexicon: CatalogueLexicon) -> str:
    """The text with every denial that begins a feature's name parted from it, where no word of the shop is spelt so."""
    denying = dialogue().phrases["word_forms"].get("denying", ())

    def denied(found: re.Match[str]) -> str:
        word, denial = found[0], dialogue().phrases["word_forms"]["denial"][0]
        for prefix in denying:
            feature = key(word.removeprefix(prefix))
            told = any(key(word) in known for known in (lexicon.values, lexicon.type_words, lexicon.feature_words))
            if word.startswith(prefix) and feature in lexicon.feature_words and not told:
                return f"{denial} {word.removeprefix(prefix)}"
        return word

    return WORD.sub(denied, text) if denying else text
