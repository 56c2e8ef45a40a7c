"""The kinds that a row of letters without spaces names: known ones, and words that end as names of goods do."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from catalog.languages.registry import every_language, places
from catalog.types.phrases import Phrases
from catalog.types.words import is_trailing, key, type_words

LONGEST = 7
LAST, DESCRIBED, OPEN, UNKNOWN, PART = 3, 2, 1, 0, -5
"""What follows a name: nothing or a figure; words that describe; such and something else; what nobody knows; another
name, of which it is a part."""
PLAIN = 2
CROWDED = 10
"""A title of so many letters without spaces is a row of search words; a shorter one ends with what it is."""
ENDS = 5
"""A letter that ends so many categories' names ends names of goods."""
SHORT_WORD, LONG_WORD = 2, 4


@dataclass(frozen=True, slots=True)
class Named:
    """A kind that a title names, how plainly (0 to 3), and how free it stands."""

    phrase: str
    plain: int
    follows: int
    unknown: int = 0
    """How many words stand behind it up to the next figure, but for kit and the like."""
    again: bool = False
    """Whether another kind that the title names ends with the same letter, as names for one thing do."""

    @property
    def weight(self) -> int:
        """The more, the likelier it is the kind of the thing."""
        return 2 * self.plain + self.follows + 2 * self.again


def named_together(run: str, phrases: Phrases) -> Iterator[Named]:
    """The kinds in their order; of one that another follows at once, whether it is what that is for."""
    known, words = phrases.known, type_words()
    spans = _words(run) if len(run) >= CROWDED else ()
    ends = (_endings(known.names, places()) - words.no_ends) | words.ends
    found = _with_words(run, _known(run, phrases), spans, ends, phrases)
    sure = {*known.nouns, *words.goes_with}
    serving = words.made_for | words.serves
    as_sold = tuple(word for word in (*words.vague, *words.trailing) if not word.isascii())
    starts = {
        start
        for phrase, start, end in found
        if (phrase in known.concepts or phrase in sure)
        and (phrase in words.goes_with or run[end - 1] in serving or len(run) < CROWDED)
    }
    served = {
        start: run[end - 1]
        for start, end in spans
        if end - start >= SHORT_WORD and run[end - 1] in serving and not run.startswith(as_sold, start)
    }
    last = Counter(run[end - 1] for _, _, end in found)
    for phrase, start, end in found:
        follows = LAST if end == len(run) else OPEN
        part = end in starts or (run[end : end + 1] in words.made_for and not run.startswith(as_sold, end))
        if part or (served.get(end, run[end - 1]) != run[end - 1] and not any(at == end for _, at, _ in found)):
            follows = PART
        alone = phrase in known.concepts or phrase in known.nouns or follows == LAST or end - start > SHORT_WORD
        if alone or phrase not in known.names:
            plain = max(1, min(PLAIN, plainness(phrase, phrases)))
            broad = phrase[-1] in words.no_ends and phrase not in known.concepts
            yield Named(phrase, 1 if broad else plain, follows, again=last[run[end - 1]] > 1)


def _known(run: str, phrases: Phrases) -> list[tuple[str, int, int]]:
    place = 0
    found: list[tuple[str, int, int]] = []
    while place < len(run) - 1:
        for length in range(min(LONGEST, len(run) - place), 1, -1):
            phrase = key(run[place : place + length])
            known = phrases.known.is_kind(phrase) or phrase in type_words().goes_with
            if known and phrase not in type_words().no_kind:
                found.append((phrase, place, place + length))
                break
        else:
            length = 1
        place += length
    return found


def _with_words(
    run: str,
    found: list[tuple[str, int, int]],
    spans: tuple[tuple[int, int], ...],
    ends: frozenset[str],
    phrases: Phrases,
) -> list[tuple[str, int, int]]:
    """The same, each longer by the single letter behind it that ends names of goods, and words that end with one."""
    single = {start for start, end in spans if end - start == 1 and run[start] in ends}
    longer = [
        (key(run[start : end + 1]), start, end + 1) if end in single else (phrase, start, end)
        for phrase, start, end in found
    ]
    taken = {place for _, start, end in longer for place in range(start, end)}
    before = 0
    for start, end in spans:
        start, before = (before if start in single else start), start
        word = run[start:end]
        if SHORT_WORD <= len(word) <= LONG_WORD and word[-1] in ends and taken.isdisjoint(range(start, end)):
            plain = key(word)
            value = plain in phrases.known.features or plain in phrases.known.values or phrases.describes(word)
            if not (value or is_trailing(word) or plain in type_words().no_kind):
                longer.append((plain, start, end))
    return sorted(longer, key=lambda one: one[1])


def _words(run: str) -> tuple[tuple[int, int], ...]:
    """Where the words of a run of letters without spaces begin and end."""
    for language in every_language():
        bounds = language.code_for("script", "boundaries")
        if bounds and re.match(f"[{language.words['letters']}]", run):
            found = sorted({0, len(run), *bounds(run)})
            return tuple(pairwise(found))
    return ()


@lru_cache(maxsize=4)
def _endings(names: frozenset[str], _: tuple[str, ...]) -> frozenset[str]:
    """The last letters of many categories' names that are written without spaces."""
    counts = Counter(name[-1] for name in names if not name.isascii())
    return frozenset(letter for letter, count in counts.items() if count >= ENDS and not letter.isascii())


def plainness(phrase: str, phrases: Phrases) -> int:
    """How plainly a phrase names a kind, 3 to 0."""
    known = phrases.known
    if phrase in type_words().materials:
        return 1
    if phrase in known.concepts or phrase in known.names:
        return known.plainness(phrase)
    return PLAIN if phrase in phrases.after_name else 0
