"""Whether goods of a type are what a phrase names, or only something near it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import lru_cache

from assistant.languages.dialogue import dialogue
from assistant.understanding.lexicon.words import key
from catalog.languages.lexicon import equivalents, kind_of, lexicon
from catalog.types.glued_words import word_starts

ROOTS = 2
"""Categories that part before this step are of different trades: an exercise bike is no vehicle."""
TOYS = "tg"
"""The category of toys and games."""


def sifted(
    found: Mapping[str, Sequence[str]],
    phrases: Mapping[str, str],
    names: Mapping[str, Sequence[str]],
    groups: Set[str],
) -> tuple[dict[str, tuple[str, ...]], frozenset[str]]:
    """Lookup form of a phrase -> the types that are what it names, or else those near it, and the forms that have none
    but near ones; `names` says what a type is called, `groups` are the categories, which mean whatever lies there."""
    words: dict[str, tuple[str, ...]] = {}
    near: set[str] = set()
    called = {type_: (*said, *_single(said)) for type_, said in names.items()}
    for said, types in found.items():
        own = said in groups or any(is_of_kind(phrases[said], called[one]) for one in types)
        # Beside what surely is one, what lies in another corner of the same trade may be one too.
        wide = [one for one in types if said in groups or is_of_kind(phrases[said], called[one], roots=1)]
        words[said] = tuple(wide if own else types)
        if not own:
            near.add(said)
    return words, frozenset(near)


def is_of_kind(phrase: str, names: Iterable[str], roots: int = ROOTS) -> bool:
    """Whether what is called by these names is what the phrase names; a phrase of no known kind is the shop's own.

    A name that only ends with the phrase counts where their categories share their first `roots` steps."""
    if kind_of(phrase) != "type":
        return True
    said = _said(phrase)
    # One sign is looked for inside words, and no name of its own: the longer ones speak for it.
    wide = (phrase, *equivalents(phrase)) if len(phrase) == 1 else (phrase,)
    return any(
        key(name) in said or any(lexicon().is_wider(one, name) for one in wide) or _ends_so(name, phrase, roots)
        for name in names
    )


def _single(names: Iterable[str]) -> Iterator[str]:
    """The names without a word at their end that makes several of one: a screwdriver set is screwdrivers."""
    for name in names:
        for noun in dialogue().phrases["word_forms"].get("set_nouns", ()):
            if name.casefold().endswith(noun) and len(name) > len(noun) + 1:
                yield name[: -len(noun)].strip()


def _ends_so(name: str, phrase: str, roots: int) -> bool:
    """Whether a name ends with the phrase, and says no toy of it; the categories of both don't lie apart."""
    said = _said(phrase)
    tails = [tail for tail in _tails(name) if key(tail) in said]
    # A 娃娃裙 is a dress cut so; more letters tell of what is made for dolls.
    toy = any(len(tail) > 1 and _is_toy(name.removesuffix(tail).strip()) for tail in tails) and not _is_toy(phrase)
    return bool(tails) and not toy and not _lie_apart(name, phrase, roots)


def _is_toy(name: str) -> bool:
    """Whether toys alone are called so: what is made for a doll is only like the thing."""
    numbers = _categories(name)
    return bool(numbers) and all(one.startswith(TOYS) for one in numbers)


def _lie_apart(name: str, phrase: str, roots: int) -> bool:
    mine, other = _categories(name), _categories(phrase)
    return bool(mine and other) and not any(_share_roots(one, two, roots) for one in mine for two in other)


def _share_roots(one: str, wide: str, roots: int) -> bool:
    depth = max(1, min(roots, wide.count("-")))
    return one.split("-")[:depth] == wide.split("-")[:depth]


@lru_cache(maxsize=1 << 13)
def _categories(name: str) -> frozenset[str]:
    return frozenset(number for one in (name, *equivalents(name)) for number in lexicon().categories(one))


@lru_cache(maxsize=1 << 13)
def _said(phrase: str) -> frozenset[str]:
    said = (phrase, *equivalents(phrase), *lexicon().signs(phrase))
    nouns = tuple(dialogue().phrases["word_forms"].get("noun_endings", ()))
    return frozenset(key(one) for name in said for one in (name, name[:-1] if name.endswith(nouns) else name) if one)


def _tails(name: str) -> Iterator[str]:
    words = name.split()
    if len(words) > 1:
        yield from (" ".join(words[start:]) for start in range(1, len(words)))
    elif not name.isascii():
        # In 登机箱, a cabin case, no word 机箱 begins; one sign tells where no longer word does: no 内裤 is a 裤.
        sign = len(name) - 1
        starts = sorted({*word_starts(name)} - {0, sign})
        known = any(kind_of(one) == "type" and not _is_toy(one) for one in (name, *(name[start:] for start in starts)))
        yield from (name[start:] for start in (starts if known else (*starts, sign)))
