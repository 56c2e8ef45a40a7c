"""Spelling tolerance: a word that nothing knows is read as the known one that it is nearest to, and that is told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from assistant.languages.dialogue import dialogue
from assistant.understanding.lexicon.catalogue_lexicon import CatalogueLexicon
from assistant.understanding.lexicon.field_names import humanised
from assistant.understanding.lexicon.words import key, plain
from assistant.understanding.message.reading import Span
from catalog.languages.lexicon import equivalents, kind_of, lexicon
from catalog.languages.spelling import Spelling, spellings

LATIN = re.compile(r"[a-z]+")
SHORTEST, LONGEST_RUN = 4, 5
GLUED = frozenset("0123456789-_./'@#&+")
"""Marks and digits that make a word part of a model name, an address or a number."""
CATALOGUE, TERMS, TALK = 3, 2, 1
"""What the catalogue says is meant before what the lexicon says, and that before what people say in any shop."""

Spans = Iterable[Span]
Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Corrected:
    """A text after spelling, and what was changed: (as written, as read), in order."""

    text: str
    changes: Pairs = ()

    def as_written(self, said: str) -> str:
        """Words of the corrected text as the shopper wrote them."""
        for written, meant in self.changes:
            said = said.replace(meant, written)
        return said


@dataclass(frozen=True)
class Speller:
    """Corrects towards the words of a catalogue, of the lexicon and of shop talk; words of none of them stay."""

    lexicon: CatalogueLexicon

    def corrected(self, text: str, spans: Spans) -> Corrected:
        """The text with the words that its reading found no meaning for put right where only one word is near."""
        unknown = [span for span in spans if not span.roles and not span.mark and span.quantity is None]
        if not unknown:
            return Corrected(text)
        small = plain(text)
        changes: dict[tuple[int, int], str] = {}
        for span in unknown:
            if span.latin:
                meant = self._latin(text, small, span)
                if meant is not None:
                    changes[(span.start, span.end)] = meant
        changes.update(self._unspaced(small, [span for span in unknown if not span.latin]))
        return _changed(text, changes)

    def _latin(self, text: str, small: str, span: Span) -> str | None:
        written, word = text[span.start : span.end], small[span.start : span.end]
        around = text[max(0, span.start - 1) : span.start] + text[span.end : span.end + 1]
        if len(word) < SHORTEST or not LATIN.fullmatch(word) or not GLUED.isdisjoint(around.rstrip(".'")):
            return None
        shouted = written.isupper() and not text.isupper()
        if shouted or self._known(word):
            return None
        meant = self._nearest(word, only_brands=written[:1].isupper() and span.start > 0)
        return meant and (meant.capitalize() if written[:1].isupper() and meant.islower() else meant)

    def _known(self, word: str) -> bool:
        folded = key(word)
        if folded in self.lexicon.written or folded in self._latin_words or kind_of(word):
            return True
        return any(one.spaced and one.letters.match(word) and one.ordinary(word) for one in spellings())

    def _nearest(self, word: str, *, only_brands: bool) -> str | None:
        """The one known word that the spelling is nearest to; None where none is near or two are equally so."""
        from rapidfuzz.distance import OSA

        spelling = next((one for one in spellings() if one.spaced), None)
        if spelling is None:
            return None
        folded, sound, as_written = key(word), spelling.sounds(key(word)), spelling.sounds(word)
        compound = _is_compound(word, spelling)
        best: list[tuple[float, int, str]] = []
        for known, (surface, weight, brand) in self._latin_words.items():
            if abs(len(known) - len(folded)) > 2 or (only_brands and not brand):
                continue
            distance = OSA.distance(folded, known, score_cutoff=3)
            if distance and word != folded and key(surface) == known:
                # A slip in the ending is one of the word as written: stainles.
                distance = min(distance, OSA.distance(word, surface, score_cutoff=3))
            if distance > 3:
                continue
            alike = spelling.sounds(known) == sound or spelling.sounds(surface) == as_written
            if not alike and compound:
                continue
            if _is_slip(folded, known, distance, alike):
                best.append((distance - (0.6 if alike else 0.0), -weight, surface))
        best.sort()
        if not best or (len(best) > 1 and best[0][:2] == best[1][:2]):
            return None
        distance, _, meant = best[0]
        # What an ordinary word outside the vocabulary is nearer to than ours is that word misspelt, and stays.
        return None if distance > 1 and spelling.near(word) else meant

    def _unspaced(self, small: str, unknown: list[Span]) -> Mapping[tuple[int, int], str]:
        """Stretches without spaces that sound like one known phrase and are no words themselves."""
        changes: dict[tuple[int, int], str] = {}
        for spelling in spellings():
            if spelling.spaced:
                continue
            mine = [span for span in unknown if spelling.letters.match(small[span.start : span.end])]
            places = spelling.stretches(small) if mine and spelling.stretches else frozenset()
            for span in mine:
                found = None if _touched(changes, span) else self._sounding(small, span, spelling, places)
                if found is not None:
                    changes[found[0]] = found[1]
        return changes

    def _sounding(
        self, small: str, span: Span, spelling: Spelling, places: frozenset[int]
    ) -> tuple[tuple[int, int], str] | None:
        for size in range(2, LONGEST_RUN + 1):
            for start in range(max(0, span.end - size), span.start + 1):
                part = small[start : start + size]
                if not places.issuperset((start, start + size)) or not spelling.letters.fullmatch(part):
                    continue
                if spelling.ordinary(part) or not spelling.stop.isdisjoint(part):
                    continue
                if any(spelling.ordinary(part[:cut]) and spelling.ordinary(part[cut:]) for cut in range(2, size - 1)):
                    continue
                meant = self._by_sound.get(spelling.sounds(part))
                if meant and len(meant) == size and meant != part and _shares(part, meant):
                    return (start, start + size), meant
        return None

    @cached_property
    def _latin_words(self) -> Mapping[str, tuple[str, int, bool]]:
        """Lookup form -> the word, how near to the catalogue it is, whether it is a brand's name."""
        found: dict[str, tuple[str, int, bool]] = {}
        named = (*self.lexicon.brands, *lexicon().every_word("brand"))
        brands = {word for brand in named for word in LATIN.findall(plain(brand))}
        for phrase, weight in self._phrases():
            for word in LATIN.findall(plain(phrase)):
                folded = key(word)
                if len(folded) >= SHORTEST and (folded not in found or found[folded][1] < weight):
                    found[folded] = (word, weight, word in brands)
        return found

    @cached_property
    def _by_sound(self) -> Mapping[str, str]:
        """Sound of a phrase without spaces -> the phrase, where only one sounds so."""
        found: dict[str, set[str]] = {}
        for spelling in spellings():
            if spelling.spaced:
                continue
            for phrase in {plain(phrase) for phrase, weight in self._phrases() if weight > TALK}:
                fits = 1 < len(phrase) <= LONGEST_RUN and spelling.letters.fullmatch(phrase)
                # A name of two syllables sounds like too much else.
                if fits and not (len(phrase) == 2 and kind_of(phrase) == "brand"):
                    found.setdefault(spelling.sounds(phrase), set()).add(phrase)
        return {sound: one for sound, phrases in found.items() if (one := _the_one(phrases)) is not None}

    def _phrases(self) -> Iterable[tuple[str, int]]:
        mine = self.lexicon
        for phrases in (mine.types, mine.brands, mine.fields):
            yield from ((humanised(phrase), CATALOGUE) for phrase in phrases)
        for terms in mine.terms.values():
            yield from ((term, CATALOGUE) for term in terms.values())
        for field in mine.fields.values():
            yield from ((name, CATALOGUE) for name in field.names)
        for columns in mine.values.values():
            yield from ((value.text, CATALOGUE) for value in columns.values() if value.plain)
        yield from ((word, TERMS) for word in lexicon().every_word())
        for section in ("cues", "fillers", "concepts", "features", "columns"):
            for said in dialogue().phrases[section].values():
                yield from ((phrase, TALK) for phrase in said)
        for wish in dialogue().wishes.values():
            yield from ((phrase, TALK) for level in ("words", "more", "most") for phrase in wish[level])


def _the_one(phrases: set[str]) -> str | None:
    """The phrase that all of them are ways to say; None where they mean several things."""
    first = min(phrases, key=lambda phrase: (-len(equivalents(phrase)), phrase))
    others = {plain(other) for other in equivalents(first)}
    return first if phrases <= {first, *others} else None


def _is_slip(written: str, meant: str, distance: int, alike: bool) -> bool:
    """Whether one may be the other misspelt: short words by one letter only, longer ones by what sounds the same."""
    swapped = distance == 1 and sorted(written) == sorted(meant)
    if written[0] != meant[0] and not alike and not swapped:
        return False
    length = min(len(written), len(meant))
    if length <= 5:
        same_end = written[-1] == meant[-1]
        longer = len(meant) > len(written)
        return distance == 1 and (swapped or (same_end and (longer or (alike and length == 5))))
    if length < 10:
        return distance == 1 or (alike and distance == 2)
    return distance <= (3 if alike else 2)


def _is_compound(word: str, spelling: Spelling) -> bool:
    """Whether the word is one of two ordinary words, or an ordinary one with an ending."""
    cuts = range(3, len(word) - 1)
    return any(
        spelling.ordinary(word[:cut])
        and ((len(word) - cut > 2 and spelling.ordinary(word[cut:])) or word[cut:] in spelling.endings)
        for cut in cuts
    )


def _shares(part: str, meant: str) -> bool:
    same = sum(one == other for one, other in zip(part, meant, strict=True))
    return same * 2 >= len(part)


def _touched(changes: Mapping[tuple[int, int], str], span: Span) -> bool:
    return any(start < span.end and span.start < end for start, end in changes)


def _changed(text: str, changes: Mapping[tuple[int, int], str]) -> Corrected:
    pieces, last = [], 0
    pairs = []
    for (start, end), meant in sorted(changes.items()):
        pieces += [text[last:start], meant]
        pairs.append((text[start:end], meant))
        last = end
    return Corrected("".join([*pieces, text[last:]]), tuple(pairs))
