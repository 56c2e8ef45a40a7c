"""Which words mean which of the catalogue's product types, in every language."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from functools import lru_cache
from math import sqrt

from assistant.languages.dialogue import places
from assistant.understanding.lexicon.fixed_roles import dialogue_roles
from assistant.understanding.lexicon.kind_phrases import is_brought, last_parts, renamed
from assistant.understanding.lexicon.kinship import sifted
from assistant.understanding.lexicon.unknown_ends import unknown_ends
from assistant.understanding.lexicon.words import key, plain, words
from catalog.languages.detection import detect
from catalog.languages.lexicon import equivalents, kind_of, lexicon, related

ALIKE = 0.35
"""Types whose products fill columns this alike (cosine) may share a name that belongs to one of them."""
SAME = 0.9
"""Types whose products fill columns this alike are told in the same way."""
FEW, SMALL = 4, 0.1
"""A type of fewer products than both is no kind apart from the one that its name only describes."""


class Kinds:
    """Phrases and the types they mean: a type's own names, its translations, wider names, and its name's last words."""

    def __init__(
        self,
        types: Mapping[str, int],
        translated: Mapping[str, Sequence[str]],
        categories: Mapping[str, Sequence[str]],
        profiles: Mapping[str, Mapping[str, int]],
        describing: Set[str],
        noun_endings: Sequence[str] = (),
        columns: Set[str] = frozenset(),
    ) -> None:
        """`profiles` counts by type how many products fill a column, `describing` are phrases that only describe,
        `noun_endings` make a word of a sign that says a kind at the end of compounds (台灯 and 落地灯: 灯; 锅子),
        unless it is in `columns`, the names of the catalogue's columns."""
        self._noun_endings, self._columns = noun_endings, columns
        self._types, self._translated, self._categories = types, translated, categories
        self._profiles, self._describing = profiles, describing
        self._own: dict[str, list[str]] = defaultdict(list)
        for type_ in types:
            for name in (type_, *translated.get(type_, ())):
                self._own[key(name)].append(type_)

    def words(self) -> tuple[dict[str, tuple[str, ...]], frozenset[str]]:
        """Lookup form of a phrase -> the types it means, and the forms whose types are only near what they name."""
        found: dict[str, list[str]] = defaultdict(list)
        phrases: dict[str, str] = {}
        tails: list[tuple[str, str]] = []
        for type_ in self._types:
            own = [type_, *self._translated.get(type_, ())]
            others = [other for one in own for other in equivalents(one) if self._may_mean(other, type_)]
            wider = [wide for one in own[:2] for wide in lexicon().wider(one) if self._is_wide(wide)]
            for phrase in (*own, *others, *wider):
                _add(found, phrases, phrase, type_)
            ends = [tail for one in own for tail in last_parts(one) if one == type_ or not self._is_said(tail)]
            ends += [tail for one in others for tail in last_parts(one) if self._is_free_type(tail, type_)]
            ends = [tail for tail in dict.fromkeys(ends) if self._is_kind_of(type_, tail)]
            tails += [(tail, type_) for tail in ends]
        for tail, type_ in tails:
            _add(found, phrases, tail, type_)
        for tail, type_ in tails:
            for other in equivalents(tail):
                free = self._is_wide(other) and self._may_mean(other, type_) and self._is_free_of(other, tail, type_)
                if key(other) in found and free:
                    _add(found, phrases, other, type_)
        self._fill_gaps(found, phrases)
        self._agree(found, phrases)
        kept = {
            said: tuple(labels)
            for said, labels in found.items()
            if not (is_brought(phrases[said]) or self._only_describes(phrases[said], labels, found))
        }
        names = {type_: (type_, *self._translated.get(type_, ())) for type_ in self._types}
        return sifted(kept, phrases, names, self._groups())

    def _groups(self) -> set[str]:
        """The lookup forms of the categories' names, which mean whatever lies there."""
        return {key(said) for category in self._categories for said in (category, *equivalents(category))}

    def _fill_gaps(self, found: dict[str, list[str]], phrases: dict[str, str]) -> None:
        known = set(found)
        for type_ in self._types:
            for narrower in related(type_):
                if key(narrower) not in known:
                    _add(found, phrases, narrower, type_)
        known = set(found)
        for type_ in self._types:
            for name in (type_, *self._translated.get(type_, ())):
                for sign in lexicon().signs(name):
                    if key(sign) not in known:
                        _add(found, phrases, sign, type_)
                for other in renamed(name):
                    if key(other) not in known:
                        _add(found, phrases, other, type_)
        self._add_shared_ends(found, phrases)
        self._add_unknown_ends(found, phrases)
        self._fill_other_languages(found, phrases)
        known = set(found)
        for category, inside in self._categories.items():
            for phrase in (category, *equivalents(category)):
                if key(phrase) not in known:
                    for type_ in inside:
                        _add(found, phrases, phrase, type_)
                    continue
                named = set(found[key(phrase)])
                more = self._like_those(phrase, named, inside)
                for said in [one for one, labels in found.items() if set(labels) == named and one not in self._own]:
                    found[said] += [one for one in more if one not in named]

    def _like_those(self, category: str, named: Set[str], inside: Sequence[str]) -> list[str]:
        """The other types of a category that is called as some of its types end (teas): those told by the same columns.

        Where a type is called so itself, the others may be what goes with it.
        """
        if self._own.get(key(category)) or not named <= set(inside):
            return []
        return [one for one in inside if min(self._alike(one, other) for other in named) >= SAME]

    def _add_shared_ends(self, found: dict[str, list[str]], phrases: dict[str, str]) -> None:
        """The sign that several kinds' names end with says all of them, alone and with the ending of a noun."""
        ends: dict[str, list[str]] = defaultdict(list)
        for type_ in self._types:
            names = {name for name in (type_, *self._translated.get(type_, ())) if len(name) > 1 and name.isalpha()}
            for sign in sorted({name[-1] for name in names if not name[-2:].isascii()} - set(self._noun_endings)):
                ends[sign].append(type_)
        for sign, labels in ends.items():
            nouns = [sign + ending for ending in self._noun_endings]
            if "cue" in dialogue_roles(places()).get(key(sign), {}):
                continue  # 带头枕 is with a headrest.
            nouns = [one for one in nouns if key(one) not in self._columns]
            if len(labels) < 2:
                nouns = [one for one in nouns if key(one) not in found]
            else:
                labels = list(dict.fromkeys([*labels, *(one for said in nouns for one in found.get(key(said), ()))]))
                nouns.append(sign)
            for phrase in nouns:
                for label in labels:
                    _add(found, phrases, phrase, label)

    def _add_unknown_ends(self, found: dict[str, list[str]], phrases: dict[str, str]) -> None:
        """The last words of a type's names that nothing else is called: a 婴儿推车 is a 推车."""
        ends: dict[str, list[str]] = defaultdict(list)
        for type_ in self._types:
            own = (type_, *self._translated.get(type_, ()))
            for end in dict.fromkeys(end for name in (*own, *equivalents(type_)) for end in unknown_ends(name)):
                ends[end].append(type_)
        known = {*found, *self._columns, *self._describing}
        for end, labels in ends.items():
            if key(end) not in known:
                for label in labels:
                    _add(found, phrases, end, label)

    def _fill_other_languages(self, found: dict[str, list[str]], phrases: dict[str, str]) -> None:
        """A kind that one language names is the same types in another, and by its usual word the same under every other
        name (fridge), so that the same is found in both."""
        named = {said: tuple(labels) for said, labels in found.items() if kind_of(phrases[said]) == "type"}
        for said, labels in named.items():
            language = detect(phrases[said])
            usual = key(lexicon().usual(phrases[said], language) or "") == said
            for other in equivalents(phrases[said]):
                apart = usual or detect(other) != language
                if key(other) not in named and apart and kind_of(other) == "type":
                    for label in labels:
                        _add(found, phrases, other, label)
            for sign in lexicon().signs(phrases[said]):
                if key(sign) not in named and lexicon().usual(phrases[said], detect(sign)) == sign:
                    for label in labels:
                        _add(found, phrases, sign, label)

    def _agree(self, found: dict[str, list[str]], phrases: Mapping[str, str]) -> None:
        """What a kind is in the language of the types' names, it is in every other: unless it is what some word of
        that meaning is there already, its usual word there decides; a type's own name stays its."""
        if not self._types:
            return
        spoken = Counter(detect(type_) for type_ in self._types).most_common(1)[0][0]
        for said, phrase in phrases.items():
            if len(phrase) < 2 or detect(phrase) == spoken or kind_of(phrase) != "type":
                continue
            known = [key(word) for word in lexicon().named(phrase, spoken, "type") if key(word) in found]
            if known and not set(self._own.get(said, ())) <= set(found[known[0]]):
                continue
            usual = key(lexicon().usual(phrase, detect(phrase)) or "") == said
            if known and (usual or not any(set(found[one]) == set(found[said]) for one in known)):
                own = [one for one in self._own.get(said, ()) if one not in found[known[0]]]
                found[said] = [*found[known[0]], *own]

    def _is_said(self, tail: str) -> bool:
        """Whether the end of a translated name is known in the language of the types' names, where it may differ: the
        卫浴清洁剂 of a "toilet bowl cleaner" is what a cleaner is."""
        return any(detect(other) != detect(tail) for other in equivalents(tail))

    def _may_mean(self, phrase: str, type_: str) -> bool:
        """Whether another type's own name may mean this one too: where it has more products, or products alike."""
        least = self._types[type_]
        owners = [one for one in self._own.get(key(phrase), ()) if one == type_ or self._types[one] >= least]
        if not self._own.get(key(phrase)):
            named = [one for other in equivalents(phrase) for one in self._own.get(key(other), ())]
            owners = sorted(named, key=lambda one: (-self._types[one], one))[:1]
        return not owners or type_ in owners or any(self._alike(type_, owner) >= ALIKE for owner in owners)

    def _is_wide(self, phrase: str) -> bool:
        """Whether a wider name is free: a translation of one type's own name says that type alone."""
        owners = self._own.get(key(phrase), ())
        return not owners or any(key(one) == key(phrase) for one in owners)

    def _is_free_of(self, phrase: str, tail: str, type_: str) -> bool:
        """Whether a phrase may say the end of a type's name: bricks are building blocks, a type of their own, but yoga
        bricks, as yoga blocks are called too, are none."""
        if type_ in self._own.get(key(phrase), [type_]) or detect(phrase) != detect(tail):
            return True
        return any(key(one).endswith(key(tail)) for one in (type_, *self._translated.get(type_, ())))

    def _is_free_type(self, tail: str, type_: str) -> bool:
        """Whether another name's last words are a kind that no type of the catalogue is called (portable charger), in
        no other language either where they are only cut off: the 水壶 of 电热水壶 is a water bottle."""
        if kind_of(tail) != "type" or self._own.get(key(tail)):
            return False
        owners = [one for other in equivalents(tail) for one in self._own.get(key(other), ())]
        return tail.isascii() or not owners or type_ in owners

    def _alike(self, one: str, other: str) -> float:
        first, second = self._profiles.get(one, {}), self._profiles.get(other, {})
        if len(second) < len(first):
            first, second = second, first
        shared = sum(count * second.get(name, 0) for name, count in first.items())
        return shared / (_length(first) * _length(second) or 1.0)

    def _is_kind_of(self, type_: str, tail: str) -> bool:
        """Whether a type is what its name ends with: a laser printer is a printer, a baby monitor no monitor."""
        if kind_of(type_) != "type" or kind_of(tail) != "type":
            return True
        near = {key(one) for one in lexicon().wider(type_)}
        if not self._own.get(key(tail)):  # A notebook of paper is none in a shop that calls its computers so.
            near.update(key(one) for one in equivalents(type_))
        return not near.isdisjoint(_known(tail)) or self._alike_to(type_, tail)

    def _alike_to(self, type_: str, tail: str) -> bool:
        owners = [one for one in self._own.get(key(tail), ()) if one != type_]
        owners += [one for other in equivalents(tail) for one in self._own.get(key(other), ()) if one != type_]
        return not owners or any(self._alike(type_, owner) >= ALIKE for owner in owners)

    def _names(self, phrase: str, labels: Sequence[str]) -> bool:
        said = key(phrase)
        return said in self._own or any(said == key(other) for label in labels for other in equivalents(label))

    def _is_described(self, type_: str) -> bool:
        """Whether a type's own name begins with what only describes it: a wireless headphone, but no DECT phone."""
        parts = words(plain(type_))
        return any("".join(word.key for word in parts[:cut]) in self._describing for cut in range(1, len(parts)))

    def _only_describes(self, phrase: str, labels: Sequence[str], found: Mapping[str, Sequence[str]]) -> bool:
        """Whether a phrase only puts a feature before the name of the same kind (wireless mouse)."""
        parts = words(plain(phrase))
        if key(phrase) in self._describing and kind_of(phrase) == "type":
            return False  # The whole is a feature too: without the kind nothing would say what a smart TV is.
        count = sum(self._types[one] for one in labels)
        for cut in range(1, len(parts)):
            first = "".join(word.key for word in parts[:cut])
            rest = found.get("".join(word.key for word in parts[cut:]))
            name = "".join(word.key for word in parts[cut:])
            if rest is None or first not in self._describing or first in self._own:
                continue
            if name in {key(other) for other in equivalents(phrase)}:
                return False
            wider = sum(self._types[one] for one in rest)
            if (not self._names(phrase, labels) and set(labels) <= set(rest)) or (
                count < FEW and count < SMALL * wider and all(map(self._is_described, labels))
            ):
                return True
        return False


def _add(found: dict[str, list[str]], phrases: dict[str, str], phrase: str, label: str) -> None:
    said = key(phrase)
    if said and label not in found[said]:
        found[said].append(label)
        phrases.setdefault(said, phrase)


@lru_cache(maxsize=1 << 12)
def _known(phrase: str) -> frozenset[str]:
    return frozenset(key(one) for one in (phrase, *equivalents(phrase)))


def _length(profile: Mapping[str, int]) -> float:
    return sqrt(sum(count * count for count in profile.values()))
