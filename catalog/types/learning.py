"""Which phrases name kinds in a catalogue, learnt from where its titles put them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from catalog.types.glued_words import last_word, without_trailing
from catalog.types.known import KnownTypes
from catalog.types.phrases import Phrases
from catalog.types.wording import Wording
from catalog.types.words import endings, is_figure, is_written_together, key, parts, runs, type_words, written

AFTER_NAME = re.compile(
    r"((?:[A-Z]{2,5} |[a-z][a-z/\-]+ (?=[A-Z]+\d?/)|[A-Z]+\d?(?:/[A-Z][\w-]*)+ )*[a-z][a-z'/\-]+(?: [a-z][a-z/\-]+)*)"
    r"(?=$| [A-Z0-9(,])"
)
CAPITAL = re.compile(r"([A-Z][a-z]+(?:-[a-z]+)? [a-z]+(?: [a-z]+)?)(?=$| [A-Z0-9(,])")
"""A kind as the first of a record's values, which begin with a capital letter: "Jigsaw puzzle"."""
LEAST = 2
MODIFIER = 25
COMPOUND = 3
OWN_SHARE, LEAST_BEHIND = 0.8, 3
ALIAS_LEAST, ALIAS_SHARE = 5, 0.85


def learn_phrases(wordings: Sequence[Wording], known: KnownTypes) -> Phrases:
    """The phrases of a catalogue; the same records give the same phrases."""
    spelling: dict[str, Counter[str]] = defaultdict(Counter)
    after = _after_name(wordings, spelling, known)
    last = {phrase.split()[-1] for phrase in after} - type_words().no_kind
    modifiers = _modifiers(wordings, after, last, known)
    heads = _heads(wordings, Phrases(known, after, frozenset(last), modifiers), spelling)
    found = Phrases(known, after, frozenset(heads), modifiers)
    behind = _behind_name(wordings, found)
    best = {phrase: max(sorted(said), key=lambda each: said[each]) for phrase, said in spelling.items()}
    return replace(found, behind_name=behind, aliases=_aliases(wordings, found), spelling=best)


def _after_name(wordings: Iterable[Wording], spelling: dict[str, Counter[str]], known: KnownTypes) -> dict[str, int]:
    names: dict[str, set[str]] = defaultdict(set)
    counts: Counter[str] = Counter()
    for wording in wordings:
        rest = wording.rest or ""
        found = AFTER_NAME.match(rest)
        if found is None and (found := CAPITAL.match(rest)) and not known.is_kind(key(found.group(1))):
            found = None
        if found and len(found.group(1)) > 2:
            phrase = key(found.group(1))
            if wording.name is None and not _plainly(phrase, known):
                continue
            names[phrase].add(wording.name or wording.title)
            counts[phrase] += 1
            spelling[phrase][written(found.group(1))] += 1
    return {
        phrase: counts[phrase]
        for phrase, said in names.items()
        if (len(said) >= LEAST or _telling(phrase, known)) and phrase not in type_words().no_kind
    }


def _plainly(phrase: str, known: KnownTypes) -> bool:
    """Whether a phrase ends as names of kinds do, no value or word of what it is for among its words."""
    words = phrase.split()
    ends = words[-1] in known.heads or words[-1] in known.names or words[-1] in known.concepts
    return ends and not any(word in known.values or word in type_words().stops for word in words)


def _telling(phrase: str, known: KnownTypes) -> bool:
    """Whether a phrase that follows one short name alone is that product's kind: of several words, none a value."""
    words = phrase.split()
    if phrase in known.concepts:
        return len(words) > 1
    return len(words) > 1 and not any(word in known.values or word in type_words().no_kind for word in words)


def _modifiers(
    wordings: Iterable[Wording], after: Mapping[str, int], heads: set[str], known: KnownTypes
) -> frozenset[str]:
    """Words that follow many phrases and name no kind themselves."""
    follows: dict[str, set[str]] = defaultdict(set)
    counts: Counter[str] = Counter()
    own = {*known.concepts, *known.heads} - known.values
    for wording in wordings:
        found = AFTER_NAME.match(wording.rest or "")
        phrase = key(found.group(1)) if found else ""
        if found and phrase in after:
            for word in (wording.rest or "")[found.end() :].replace(",", " ").split():
                if not is_figure(word) and (word_key := key(word)) not in heads and word_key not in own:
                    follows[word_key].add(phrase)
                    counts[word_key] += 1
    return frozenset(word for word, phrases in follows.items() if len(phrases) >= 4 and counts[word] >= MODIFIER)


def _heads(wordings: Iterable[Wording], known: Phrases, spelling: dict[str, Counter[str]]) -> set[str]:
    """Last words of namings that end names of kinds elsewhere, where several products have them."""
    counts: Counter[str] = Counter()
    said = Counter(tuple(run) for wording in wordings for part in parts(wording.naming) for run in runs(part))
    for run, often in said.items():
        for words in _last_words(list(run), known):
            phrase = key(" ".join(words))
            counts[phrase] += often
            spelling[phrase][written(" ".join(words))] += often
    known_words = known.heads | known.known.heads
    return {
        word
        for word, count in counts.items()
        if count >= LEAST
        and len(word) > 1
        and word not in type_words().no_kind
        and (word in known_words or word in known.known.names or not word.isascii() or _compound(word, count, known))
    }


def _compound(phrase: str, count: int, known: Phrases) -> bool:
    return count >= COMPOUND and " " in phrase and known.is_compound(phrase)


def _last_words(run: list[str], known: Phrases) -> Iterator[list[str]]:
    run = known.stripped(run)
    if run and is_written_together(run[-1]):
        yield [last_word(without_trailing(run[-1]))]
    elif run:
        yield from (words for words in endings(run) if len(words) < 4)


def _behind_name(wordings: Iterable[Wording], known: Phrases) -> frozenset[str]:
    seen: Counter[str] = Counter()
    same: Counter[str] = Counter()
    for wording in wordings:
        kind = known.of_rest(wording) or (known.of_naming(wording.name) if wording.name else None)
        if kind is None or not wording.rest:
            continue
        for part in parts(wording.rest):
            for run in runs(part):
                named = known.of_run(run)
                if named is not None:
                    seen[named] += 1
                    same[named] += named.split()[-1] == kind.split()[-1]
    return frozenset(
        named for named, count in seen.items() if same[named] >= LEAST_BEHIND and same[named] >= OWN_SHARE * count
    )


def _aliases(wordings: Iterable[Wording], known: Phrases) -> dict[str, str]:
    together: dict[str, Counter[str]] = defaultdict(Counter)
    for wording in wordings:
        phrase = known.of_rest(wording)
        said = known.of_naming(wording.name) if wording.name and phrase else None
        if phrase and said:
            together[said][phrase] += 1
    found = {}
    for said, phrases in together.items():
        phrase, count = max(sorted(phrases.items()), key=lambda item: item[1])
        means_itself = said in known.after_name or said in known.known.concepts or " " not in said
        if count >= ALIAS_LEAST and count >= ALIAS_SHARE * phrases.total() and not means_itself:
            found[said] = phrase
    return found
