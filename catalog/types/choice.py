"""The kind among all that a title names, where it doesn't stand at the end: the plainest that is no part of another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from catalog.types.phrases import Phrases
from catalog.types.together import (
    CROWDED,
    DESCRIBED,
    LAST,
    OPEN,
    PART,
    PLAIN,
    UNKNOWN,
    Named,
    named_together,
    plainness,
)
from catalog.types.words import is_figure, is_trailing, is_unit, key, parts, type_words

TOGETHER = re.compile(r"[^\x00-\x7f]{2,}(?:[A-Z][^\x00-\x7f]+)*|[A-Z][^\x00-\x7f]{2,}")
LONGEST = 4
SHORT = 4
CROWDED_WORDS = 8


def chosen(text: str, phrases: Phrases, crowded: int = CROWDED) -> Named | None:
    """The plainest and freest kind of the first part of the title that names one, the first of equals.

    Of titles without spaces only those of at least `crowded` letters are looked through.
    """
    for part in [*parts(text), *_resumed(text)]:
        found = list(_all_named(part, phrases, crowded))
        if found:
            free = OPEN if len(part) >= CROWDED_WORDS or not found[0].phrase.isascii() else DESCRIBED
            best = max(found, key=lambda one: (one.follows >= free, one.weight))
            return best if best.follows >= free else None
    return None


def before_unknown(text: str, phrases: Phrases) -> str | None:
    """The last of the plainest kinds of a title's first part where several words that nobody knows stand behind it.

    One such word alone may be what the thing is: computer case thumbscrew. Behind food or clothes it is none.
    """
    for part in parts(text):
        found = [one for one in _all_named(part, phrases) if one.plain >= PLAIN and one.follows >= UNKNOWN]
        if found:
            best = max(reversed(found), key=lambda one: one.plain)
            alone = best.follows == UNKNOWN and best.unknown == 1 and best.phrase not in phrases.known.unparted
            return None if alone else best.phrase
    return None


def block_end(text: str, phrases: Phrases) -> str | None:
    """The key of the last of a title's first words in a row that name kinds, with the one before it: Desk Mat Padded.

    None where words that nobody knows stand behind them, or where one word is all.
    """
    for part in [*parts(text), *_resumed(text)]:
        named = list(_places(part, phrases))
        for number, (_, place, length) in enumerate(named):
            end = place + length
            if number + 1 < len(named) and named[number + 1][1] == end:
                continue
            if end < len(part) and not _described(part[end], phrases):
                continue
            longest = (key(" ".join(part[at:end])) for at in range(max(0, end - LONGEST), end - 1))
            if found := next((phrase for phrase in longest if phrase in phrases.known.concepts), None):
                return found
            beside = number and sum(named[number - 1][1:]) == place
            return key(" ".join(part[place - beside : end])) if beside or length > 1 else None
    return None


def _described(word: str, phrases: Phrases) -> bool:
    """Whether a word behind a kind is no name of anything."""
    return is_figure(word) or is_trailing(word) or phrases.describes(word) or key(word) in type_words().no_kind


def _resumed(text: str) -> Iterator[list[str]]:
    """The parts behind a first word that says what a thing is for or by what means it works."""
    words = text.split()
    known = type_words()
    for place, word in enumerate(words):
        plain = word.casefold()
        if plain in known.resumes or (plain in known.stops and place == 0):
            rest = words[place + 1 :]
            yield from parts(" ".join(rest[1:] if rest and rest[0].casefold() in known.stops else rest))
            return


def _all_named(part: list[str], phrases: Phrases, crowded: int = CROWDED) -> Iterator[Named]:
    for word in part:
        together = TOGETHER.findall(word)
        for run in together if sum(map(len, together)) >= crowded else ():
            yield from named_together(run, phrases)
    found = list(_places(part, phrases))
    starts = {place: plainness(phrase, phrases) for phrase, place, _ in found}
    ends = {place + length for _, place, length in found}
    for phrase, place, length in found:
        follows = _follows(part, place + length, starts, phrases)
        head = follows == LAST and (place + length == len(part) or place in ends)
        rest = part[place + length :]
        rest = rest[: next((count for count, word in enumerate(rest) if is_figure(word)), len(rest))]
        unknown = sum(key(word) not in type_words().vague for word in rest)
        yield Named(phrase, starts[place], follows if starts[place] >= PLAIN or head else PART, unknown)


def _places(part: list[str], phrases: Phrases) -> Iterator[tuple[str, int, int]]:
    """The kinds that the words of a part name: key, place, how many words."""
    place = 0
    while place < len(part):
        length, phrase = (0, "") if TOGETHER.search(part[place]) else _longest(part, place, phrases)
        if length:
            yield phrase, place, length
        place += max(1, length)


def _longest(part: list[str], place: int, phrases: Phrases) -> tuple[int, str]:
    """How many words from this place on name a kind, and its key."""
    known, words = phrases.known, type_words()
    if place and part[place - 1][-1:].isdigit() and (is_unit(part[place]) or part[place - 1].isdigit()):
        return 0, ""
    for length in range(min(LONGEST, len(part) - place), 0, -1):
        said = part[place : place + length]
        if any(is_figure(word) for word in said):
            continue
        phrase = key(" ".join(said))
        if length == 1 and is_trailing(said[0]):
            continue
        if phrase in words.no_kind or phrase in words.shades or phrase in words.vague:
            continue
        if phrase in known.values or phrase in known.brands or phrase in known.features:
            continue
        if plainness(phrase, phrases) or (length == 1 and phrase in known.heads):
            return length, phrase
    return 0, ""


def _follows(part: list[str], place: int, starts: dict[int, int], phrases: Phrases) -> int:
    described = False
    while place < len(part):
        word = part[place]
        if place in starts:
            apart = part[place - 1].islower() and not word.islower()
            return OPEN if (described and starts[place] >= PLAIN) or (apart and not described) else PART
        if not any(letter.isalnum() for letter in word) or (is_trailing(word) and len(word) < SHORT):
            place += 1
            continue
        if is_figure(word):
            break
        kit = place == len(part) - 1 and key(word) in type_words().vague
        if not (kit or is_trailing(word) or phrases.describes(word)):
            return OPEN if described and not word.isupper() else UNKNOWN
        described = True
        place += 1
    return DESCRIBED if described else LAST
