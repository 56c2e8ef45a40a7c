"""What kind of thing each product is: as the file says, else as its title proves, else as records like it are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from zlib import crc32

from catalog.clean import Cleaned
from catalog.product import Product
from catalog.types.finding import SLUG, VAGUE, Found, described, find_type, leaf_of
from catalog.types.joining import joined
from catalog.types.known import KnownTypes, known_types
from catalog.types.learning import learn_phrases
from catalog.types.neighbours import FEWEST, Looks, Neighbours
from catalog.types.phrases import Phrases
from catalog.types.remainder import last_words, remainder, told_loosely
from catalog.types.sameness import same_kind
from catalog.types.wording import Wording, spelled
from catalog.types.words import key, written

ROUNDS = 2
ENOUGH, COMMON_COLUMN, USUAL_COLUMN, TELLING_COLUMNS = 20, 0.3, 0.1, 3
CERTAIN = 0.55


def infer_types(kept: Sequence[Cleaned]) -> tuple[list[Cleaned], dict[str, int]]:
    """The rows with a type wherever one is sure, and how many products have each type, the commonest first."""
    wordings = [wording(one) for one in kept]
    known = known_types()
    phrases = learn_phrases(wordings, known)
    found = [find_type(one.product, said, phrases) for one, said in zip(kept, wordings, strict=True)]
    leaves = {leaf: _written_leaf(one.product, leaf, known) for one in kept if (leaf := leaf_of(one.product))}
    same = _Kinds(known, phrases, [one.kind for one in found if one], leaves)
    kinds = [same.of(one.kind) if one else None for one in found]
    kinds = _by_second_meaning([one.product for one in kept], kinds, known)
    found, kinds, near = _with_neighbours([one.product for one in kept], found, kinds, known)
    kinds = _with_remainder(wordings, kinds, phrases, same)
    if near is not None:
        silent = [number for number, kind in enumerate(kinds) if kind is None]
        for number, kind in zip(silent, near.likeliest(silent), strict=True):
            kinds[number] = kind
    kinds = [
        kind or (same.of(named) if (named := told_loosely(said, phrases)) else None)
        for kind, said in zip(kinds, wordings, strict=True)
    ]
    kinds = joined(wordings, kinds, phrases)
    labels = _labels(kept, kinds, same)
    typed = [
        replace(one, product=replace(one.product, type=label)) if label else one
        for one, label in zip(kept, labels, strict=True)
    ]
    counts = Counter(one.product.type for one in typed if one.product.type)
    return typed, dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def wording(one: Cleaned) -> Wording:
    """What a cleaned row says in words."""
    product = one.product
    name = spelled(one.name) if one.name else None
    return Wording(spelled(product.title), name, product.brand, product.description)


def _written_leaf(product: Product, leaf: str, known: KnownTypes) -> str:
    """The category's last step as a label: one of a known kind, where the shop writes many."""
    return leaf if leaf in known.concepts else written(SLUG.sub(" ", product.category[-1]))


class _Kinds:
    """One kind for all phrases of a catalogue that are ways of writing the same."""

    def __init__(self, known: KnownTypes, phrases: Phrases, keys: Sequence[str], leaves: Mapping[str, str]) -> None:
        self._phrases, self._leaves = phrases, leaves
        counts = Counter(keys)
        by_concept: dict[str, list[str]] = {}
        for phrase in sorted(counts, key=lambda each: (-counts[each], each)):
            for concept in known.concepts.get(phrase, ())[:1]:
                by_concept.setdefault(concept, []).append(phrase)
        self._same = {
            phrase: next((usual for usual in said if same_kind(usual, phrase)), phrase)
            for said in by_concept.values()
            for phrase in said
        }

    def of(self, phrase: str) -> str:
        """The commonest key of the catalogue for what a phrase's key names."""
        return self._same.get(phrase, phrase)

    def label(self, kind: str) -> str:
        """How the catalogue writes a kind."""
        return self._leaves.get(kind) or self._phrases.spelling.get(kind, kind)


def _with_neighbours(
    products: Sequence[Product], found: list[Found | None], kinds: list[str | None], known: KnownTypes
) -> tuple[list[Found | None], list[str | None], Neighbours | None]:
    """The same with kinds of like records for the unknown, twice: what is found first helps to find the rest."""
    near: Neighbours | None = None
    looks: Looks | None = None
    mixed = sorted(range(len(products)), key=lambda number: (crc32(products[number].id.encode()), number))
    for _ in range(ROUNDS):
        unknown = [number for number, one in enumerate(found) if one is None or one.confidence <= VAGUE]
        if not unknown or len(found) - len(unknown) < FEWEST:
            break
        looks = looks or Looks(products)
        certain = [
            (number, kind, f"{one.words} {kind}")
            for number in mixed
            if (one := found[number]) and (kind := kinds[number]) and one.confidence >= CERTAIN
        ]
        if len(certain) < FEWEST:
            break
        usual = Counter(kind for _, kind, _ in certain)
        near = Neighbours(looks, [each for each in certain if usual[each[1]] >= 2], known.concepts.keys(), near)
        for number, guess in zip(unknown, near.guess(unknown), strict=True):
            if guess is not None and (" " in guess.kind or guess.kind in known.concepts):
                proof = f"{guess.agree} of the 8 records most like it are of this kind"
                found[number], kinds[number] = Found(guess.kind, guess.sure, proof), guess.kind
    return found, kinds, near


def _with_remainder(
    saids: Sequence[Wording], kinds: Sequence[str | None], phrases: Phrases, same: _Kinds
) -> list[str | None]:
    """The same, and of what is left those whose record says its kind in another place than others do."""
    ends = last_words((said for said, kind in zip(saids, kinds, strict=True) if kind is None), phrases)
    return [
        kind if kind is not None else (same.of(found) if (found := _remainder(said, phrases, ends)) else None)
        for said, kind in zip(saids, kinds, strict=True)
    ]


def _remainder(said: Wording, phrases: Phrases, ends: Counter[str]) -> str | None:
    found = remainder(said, phrases, ends)
    told = described(said, phrases, vaguely=True) if found is None else None
    return told.kind if told else found


def _by_second_meaning(products: Sequence[Product], kinds: Sequence[str | None], known: KnownTypes) -> list[str | None]:
    """The same, but one that shares no telling column with the others of a kind of two meanings is of the second."""
    members: dict[str, list[int]] = {}
    for number, kind in enumerate(kinds):
        if kind is not None and len(known.concepts.get(kind, ())) > 1:
            members.setdefault(kind, []).append(number)
    changed = list(kinds)
    everywhere = Counter(name for product in products for name in product.attributes) if members else Counter()
    usual = {name for name, count in everywhere.items() if count >= USUAL_COLUMN * len(products)}
    for kind, numbers in members.items():
        columns = Counter(name for number in numbers for name in products[number].attributes)
        common = {name for name, count in columns.items() if count >= COMMON_COLUMN * len(numbers)} - usual
        second = known.phrase_for(known.concepts[kind][1], kind)
        for number in numbers if len(numbers) >= ENOUGH and common else ():
            attributes = products[number].attributes
            if len(attributes) >= TELLING_COLUMNS and not common & set(attributes):
                changed[number] = second
    return changed


def _labels(kept: Sequence[Cleaned], kinds: Sequence[str | None], same: _Kinds) -> list[str | None]:
    """The label of each row; the file's own word stays, in the way the file mostly writes it."""
    own: dict[str, Counter[str]] = {}
    for one in kept:
        if one.product.type:
            own.setdefault(key(one.product.type), Counter())[one.product.type] += 1
    best = {word: said.most_common(1)[0][0] for word, said in own.items()}

    def label(one: Cleaned, kind: str | None) -> str | None:
        if one.settled:
            return one.product.type
        if one.product.type:
            return best[key(one.product.type)]
        return (best.get(kind) or same.label(kind)) if kind else None

    return [label(one, kind) for one, kind in zip(kept, kinds, strict=True)]
