"""The words at the end of a title's parts: what a product is stands there, before what it is for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from catalog.cleaning.written_measures import unit_word
from catalog.languages.folding import fold
from catalog.languages.registry import every_language, places

ASIDE = re.compile(r"(?:(?<=\s)|^)\([^()]*\)|（[^（）]*）|\[[^\[\]]*\]|【[^【】]*】")
PART_END = re.compile(r"[,;:，；：、|]\s*|\s[-–—·]\s|(?<=[^\W\d_]{4})\.(?=\s|$)|(?<=[a-z]{4})-(?=\d)|(?<=\w\w)/\s|\n")
SIGNS = re.compile(r"[®™©\"”“'‘’*?!]+")
SIGN = "+,;-"
FARTHEST = 8
STANDARD = re.compile(r"\d\.\d[ab]?")
ROMAN = re.compile(r"II|III|IV|VI{1,3}|IX")
MARK = re.compile(r"\w{1,2}/\w{1,2}")
TWO_CASES = re.compile(r"[A-Za-z]")
LONGEST = 4
COUNTED = re.compile(r"[\d.]*\d[A-Za-z/~×xX-]{0,4}([^\x00-\x7f]{0,3})$")
"""A figure at the end of a word that is written together with it: 12支, 500ml."""
SIZED = re.compile(r"(?<![A-Za-z])(?:NB|\d?X{0,3}[SML])([^\x00-\x7f]{1,2})$")
"""A size of clothes at the end of a word that is written together with it: L码."""
MEASURE_LETTERS = 3
"""A word such as "480克/3颗" is still a figure."""


@dataclass(frozen=True, slots=True)
class TypeWords:
    """What the languages say of titles: words that end the naming, words that may follow it, labels of no kind."""

    stops: frozenset[str]
    written_together: tuple[str, ...]
    trailing: frozenset[str]
    shades: frozenset[str]
    services: tuple[str, ...]
    no_kind: frozenset[str]
    vague: frozenset[str] = frozenset()
    """Words that name a kind, but tell little of it: cartridge, kit."""
    prose: frozenset[str] = frozenset()
    """Words of whole sentences, which names of things don't have."""
    letters: Mapping[str, str] = field(default_factory=dict)
    """Last letter of a word that is written together -> the kind that every such word is of."""
    materials: frozenset[str] = frozenset()
    """Words that name what a thing is made of as well as a kind: paper, film."""
    describing: tuple[str, ...] = ()
    """Endings of words that say how a thing is."""
    of_nouns: tuple[str, ...] = ()
    """Those of them that many nouns have as well: ceiling."""
    made_for: frozenset[str] = frozenset()
    """Letters that make of a thing's name that of what is made for it."""
    resumes: frozenset[str] = frozenset()
    """Words that end a naming, but may stand in the midst of it: HDMI over network extender."""
    goes_with: frozenset[str] = frozenset()
    """Kinds of things that are made for others."""
    begun: tuple[str, ...] = ()
    """What ends a naming, written together with the word after it: w/caddy."""
    spares: frozenset[str] = frozenset()
    """Parts of things that are sold by themselves."""
    lettered: frozenset[str] = frozenset()
    """Words with a figure that are part of names of kinds: MP3 player."""
    counted: frozenset[str] = frozenset()
    """Words that behind a figure say how many a thing has: 9 pole."""
    general: frozenset[str] = frozenset()
    """Words that name a kind only with the word before them: jack, panel."""
    sizes: frozenset[str] = frozenset()
    """Words that behind letters say a size of clothes."""
    packed: tuple[str, ...] = ()
    """Endings of such words that say how they come."""
    small_stops: frozenset[str] = frozenset()
    """Stops where they begin with a small letter; with a capital one they are part of names: Ridge Plus II boots."""
    containers: frozenset[str] = frozenset()
    """Words that behind a measure say in what goods come: 18 oz bottle."""
    serves: frozenset[str] = frozenset()
    """Letters that end names of things which serve the thing that is named right before them."""
    ends: frozenset[str] = frozenset()
    """Letters that end names of goods."""
    no_ends: frozenset[str] = frozenset()
    """Letters that end names of categories and much else."""
    fittings: frozenset[str] = frozenset()
    """Words that name a kind by themselves, and behind another kind what that has: cable ... connector."""
    toys: tuple[str, ...] = ()
    """Words that make a toy of the thing behind them: doll stroller."""
    unbroken: frozenset[str] = frozenset()
    """Words and the one behind them that end no naming, though the first does elsewhere: in ear, on site."""


@lru_cache(maxsize=4)
def _type_words(_: tuple[str, ...]) -> TypeWords:
    data = [language.data("import.json").get("type", {}) for language in every_language()]
    stops = [word for words in data for word in words.get("stops", ())]
    return TypeWords(
        stops=frozenset(word for word in stops if word.isascii()),
        written_together=tuple(word for word in stops if not word.isascii()),
        trailing=frozenset(word for words in data for word in words.get("trailing", ())),
        services=tuple(word for words in data for word in words.get("services", ())),
        shades=frozenset(key(word) for words in data for word in words.get("shades", ())),
        materials=frozenset(key(word) for words in data for word in words.get("materials", ())),
        describing=tuple(word for words in data for word in words.get("describing", ())),
        of_nouns=tuple(word for words in data for word in words.get("of_nouns", ())),
        made_for=frozenset(word for words in data for word in words.get("made_for", ())),
        resumes=frozenset(word for words in data for word in words.get("resumes", ())),
        goes_with=frozenset(key(word) for words in data for word in words.get("goes_with", ())),
        begun=tuple(word for words in data for word in words.get("begun", ())),
        spares=frozenset(key(word) for words in data for word in words.get("spares", ())),
        lettered=frozenset(word for words in data for word in words.get("lettered", ())),
        counted=frozenset(word for words in data for word in words.get("counted", ())),
        general=frozenset(key(word) for words in data for word in words.get("general", ())),
        sizes=frozenset(word for words in data for word in words.get("sizes", ())),
        packed=tuple(word for words in data for word in words.get("packed", ())),
        small_stops=frozenset(word for words in data for word in words.get("small_stops", ())),
        containers=frozenset(key(word) for words in data for word in words.get("containers", ())),
        unbroken=frozenset(word for words in data for word in words.get("unbroken", ())),
        serves=frozenset(letter for words in data for letter in words.get("serves", ())),
        ends=frozenset(letter for words in data for letter in words.get("ends", ())),
        no_ends=frozenset(letter for words in data for letter in words.get("no_ends", ())),
        fittings=frozenset(key(word) for words in data for word in words.get("fittings", ())),
        toys=tuple(key(word) for words in data for word in words.get("toys", ())),
        vague=frozenset(key(word) for words in data for word in words.get("vague", ())),
        prose=frozenset(word for words in data for word in words.get("prose", ())),
        letters={letter: kind for words in data for letter, kind in words.get("letters", {}).items()},
        no_kind=frozenset(fold(word) for words in data for word in words.get("not", ())),
    )


def type_words() -> TypeWords:
    """The words of every language."""
    return _type_words(places())


@lru_cache(maxsize=200_000)
def key(phrase: str) -> str:
    """One form for a phrase however it is written: "Toner Cartridges" and "toner cartridge" are one."""
    return fold(phrase)


def written(phrase: str) -> str:
    """The phrase in small letters; words of capitals only keep them, as USB does."""
    words = (word.rstrip(SIGN) for word in phrase.split())
    return " ".join(word if word.isupper() and 1 < len(word) <= 5 else word.lower() for word in words)


def parts(text: str) -> Iterator[list[str]]:
    """The text's parts as words, without brackets; a part ends where it is said what the thing is for."""
    for part in _parts(text, places()):
        yield list(part)


@lru_cache(maxsize=1 << 16)
def _parts(text: str, _: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(part) for part in _parted(text))


def _parted(text: str) -> Iterator[list[str]]:
    known = type_words()
    told = False
    for part in PART_END.split(SIGNS.sub("", ASIDE.sub(" ", text))):
        words: list[str] = []
        said = part.split()
        for place, word in enumerate(said):
            stops = (word.casefold() in known.stops or word in known.small_stops) and not _goes_on(said, place)
            if stops or word.startswith(known.begun):
                if words:
                    yield words
                if words or told:
                    return
                break
            if not word.isascii():
                cut = min((word.index(stop) for stop in known.written_together if stop in word), default=None)
                if cut is not None and (words or cut):
                    yield [*words, word[:cut]] if cut else words
                    return
            words.append(word if word.isascii() else uncounted(word))
        else:
            if words:
                yield words
        told = told or bool(words)


def _goes_on(words: list[str], place: int) -> bool:
    """Whether a word that elsewhere ends a naming is here part of it: in ear headphones."""
    return " ".join(words[place : place + 2]).casefold() in type_words().unbroken


def uncounted(word: str) -> str:
    """A word of letters without spaces, without the measures and counts that it ends with; itself if it is all such."""
    left = word
    while found := next((found for found in (COUNTED.search(left), SIZED.search(left)) if found), None):
        size = found.re is SIZED
        if not (found.group(1) in type_words().sizes if size else not found.group(1) or _is_count(found.group(1))):
            break
        left = left[: found.start()]
    return left or word


def _is_count(said: str) -> bool:
    packed = type_words().packed
    return is_unit(said) or (said.endswith(packed) and is_unit(next(said.removesuffix(end) for end in packed)))


def service_in(words: list[str]) -> str | None:
    """The language's usual word for a service, where a part of a title names one rather than a thing."""
    text = f" {' '.join(words).casefold()} "
    for word in type_words().services:
        if (f" {word} " in text) if word.isascii() else (word in text):
            return next(each for each in type_words().services if each.isascii() == word.isascii())
    return None


def runs(words: list[str]) -> list[list[str]]:
    """The part between its figures: "Photo Paper 10x15 50 Sheets Glossy" has the runs "Photo Paper" and "Glossy".

    The number of a standard parts nothing: "USB 3.0 Cable" is one run.
    """
    return [list(run) for run in _runs(tuple(words), places())]


@lru_cache(maxsize=1 << 15)
def _runs(words: tuple[str, ...], _: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    found: list[list[str]] = [[]]
    after_figure = False
    for word in words:
        if STANDARD.fullmatch(word):
            continue
        if is_figure(word) or (after_figure and is_unit(word)):
            found.append([])
            after_figure = word[-1:].isdigit() and not TWO_CASES.search(word)
        else:
            found[-1].append(word)
            after_figure = False
    return tuple(tuple(run) for run in found if run)


def is_unit(word: str) -> bool:
    """Whether a word behind a figure says only of what there are so many."""
    return word.casefold() in type_words().counted or unit_word(word.strip(".-")) is not None


@lru_cache(maxsize=100_000)
def is_figure(word: str) -> bool:
    """Whether a word is a number, a measure, a model number or a sign rather than a word."""
    letters = [letter for letter in word if letter.isalpha()]
    if type_words().lettered.issuperset(word.casefold().split("/")):
        return False
    if (size := SIZED.fullmatch(word)) and size.group(1) in type_words().sizes:
        return True
    if any(letter.isdigit() for letter in word):
        return word.isascii() or (word[0].isdigit() and len(letters) <= MEASURE_LETTERS)
    return not letters or (len(letters) == 1 and word.isascii()) or ROMAN.fullmatch(word) is not None


@lru_cache(maxsize=100_000)
def is_trailing(word: str) -> bool:
    """Whether a word may follow the name of a kind without being part of it."""
    lower = word.casefold().strip(".")
    if lower in type_words().trailing:
        return True
    if not word.isascii():
        return False
    return len(lower) < 2 or (word.islower() and len(lower) < 3) or MARK.fullmatch(word) is not None


def endings(run: list[str]) -> Iterator[list[str]]:
    """The run's last words, the longest ending first."""
    for length in range(min(LONGEST, len(run)), 0, -1):
        yield run[-length:]


def is_written_together(text: str) -> bool:
    """Whether the text's script puts no spaces between words."""
    return not TWO_CASES.search(text)
