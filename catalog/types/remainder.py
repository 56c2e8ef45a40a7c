"""Kinds of what is left: told by less than the end of a naming, yet by words of the record itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from catalog.types.choice import before_unknown, block_end
from catalog.types.inside import inside
from catalog.types.phrases import Phrases
from catalog.types.wording import Wording
from catalog.types.words import is_figure, is_written_together, key, parts, runs, type_words, written

VALUE = re.compile(r"(?<!\S)[A-Z][a-z]+(?:-[a-z]+)?(?: [a-z]{3,})+(?=$| [A-Z0-9(,+])")
"""A value of several words among others, which begin with capital letters: "Full HD Digital signage flat panel"."""
JOINED = re.compile(r"[A-Za-z]*[a-z]([A-Z][a-z]{3,})")
"""A made-up name whose last word is a common one: SlimSleeve."""
LEAST_LETTERS, PREFIX = 4, 3
OFTEN = 2
FEW = 2


def remainder(said: Wording, phrases: Phrases, ends: Counter[str]) -> str | None:
    """The key of what a record most likely is; `ends` counts the last words of the other records that are left."""
    if is_written_together(said.title):
        return inside(said.title, phrases)
    return (
        inside(said.title, phrases)
        or _loosely(said, phrases)
        or _value(said, phrases)
        or _joined(said, phrases)
        or _before_name(said, phrases)
        or _compound(said, phrases, ends)
    )


def told_loosely(said: Wording, phrases: Phrases) -> str | None:
    """The key of a plain kind before words that nobody knows, or of several words or few before it behind the name."""
    behind = phrases.of_naming(said.rest) if said.name and said.rest else None
    if behind and (" " in behind or len((said.rest or "").split()) <= FEW) and behind in phrases.known.concepts:
        return behind
    return before_unknown(said.naming, phrases) or block_end(said.naming, phrases)


def last_words(saids: Iterable[Wording], phrases: Phrases) -> Counter[str]:
    """The last words of the titles' namings, with how many of them have each."""
    return Counter(key(words[-1]) for said in saids if (words := _naming(said, phrases)))


def _naming(said: Wording, phrases: Phrases) -> list[str]:
    """The words of the first run of a title's first part, without those at its end that only describe."""
    part = next(parts(said.naming), [])
    run = next((run for run in runs(part) if len(run) > 1 or run[0][:1].isalpha()), [])
    return phrases.stripped(run)


def _loosely(said: Wording, phrases: Phrases) -> str | None:
    """A category's name at the end of the naming, of several words or written small as no name is."""
    told = phrases.of_naming(said.naming, loose=True)
    return told if told and (" " in told or told in said.naming) else None


def _value(said: Wording, phrases: Phrases) -> str | None:
    for found in VALUE.findall(said.rest or "") if said.name else ():
        told = phrases.of_naming(found, loose=True)
        if told and told not in type_words().vague:
            return told
    return None


def first_value(said: Wording, phrases: Phrases, anywhere: bool = False) -> str | None:
    """The key of the kind that stands right behind the short name, with a capital letter as values have."""
    find = VALUE.search if anywhere else VALUE.match
    found = find(said.rest or "") if said.name else None
    told = phrases.of_naming(found.group()) if found else None
    if found is None or told is None or told in type_words().vague:
        return None
    words = key(found.group()).split()
    before = words[words.index(told) - 1] if told in words[1:] else ""
    return f"{before} {told}" if before in phrases.known.concepts else told


def _before_name(said: Wording, phrases: Phrases) -> str | None:
    """A plain kind before a model's letters or before words in small letters only: Lens hood ET."""
    part = next(parts(said.naming), [])
    for end in range(len(part) - 1, 0, -1):
        follows = part[end:]
        lone = len(follows[0]) <= 2 or follows[0][1:] != follows[0][1:].lower() or is_figure(follows[0])
        model = not lone and any(map(is_figure, follows[1:2]))
        small = len(follows) > 1 and all(word.islower() for word in follows if word.isalpha())
        if not (lone or model or small):
            continue
        for length in range(min(3, end), 0, -1):
            phrase = key(" ".join(part[end - length : end]))
            plain = phrase in phrases.known.concepts or phrase in phrases.heads or phrase in phrases.known.nouns
            if model and not (phrase in phrases.known.concepts and phrase in phrases.heads):
                continue
            if plain and phrase not in phrases.known.values and phrase not in type_words().vague:
                return phrase
    return None


def _compound(said: Wording, phrases: Phrases, ends: Counter[str]) -> str | None:
    """A word that nobody knows behind one that names a kind: cable manager, photo pockets."""
    words = _naming(said, phrases)
    if len(words) < 2 or not (words[-1].isalpha() and words[-1].isascii()):
        return None
    before, last = key(words[-2]), key(words[-1])
    known = phrases.known
    if len(last) < LEAST_LETTERS or last in type_words().no_kind or words[-1].isupper() or phrases.describes(words[-1]):
        return None
    if ends[last] > OFTEN and words[-1].islower() and words[-2].isalpha() and words[-2].islower():
        return f"{before} {last}"
    usual = ends[last] >= OFTEN or words[-1].islower()
    return f"{before} {last}" if usual and before in known.concepts and before not in known.values else None


def _joined(said: Wording, phrases: Phrases) -> str | None:
    """The known word at the end of one that is written together: PhotoFrame, copyholder."""
    for word in _naming(said, phrases)[-1:]:
        if found := JOINED.fullmatch(word):
            told = key(found.group(1))
            if (told in phrases.known.concepts or told in type_words().goes_with) and told not in type_words().vague:
                return told
            continue
        plain = "" if phrases.describes(word) else key(word)
        for start in range(PREFIX, len(plain) - PREFIX) if plain.isalpha() else ():
            end = plain[start:]
            if f"{plain[:start]} {end}" in phrases.known.concepts:
                return f"{plain[:start]} {end}"
            if len(end) <= LEAST_LETTERS:
                break
            if end in phrases.known.concepts or end in phrases.heads or end in type_words().goes_with:
                return written(word) if end in type_words().vague else end
    return None
