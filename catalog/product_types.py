"""What kind of thing each product is: as the file says, else as its title proves, else as records like it are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from catalog.clean import Cleaned
from catalog.column_words import column_words, plain_name
from catalog.known_types import KnownTypes, known_types
from catalog.product import Product
from catalog.type_choice import CROWDED, DESCRIBED, OPEN, PLAIN, chosen
from catalog.type_inside import inside
from catalog.type_learning import learn_phrases
from catalog.type_neighbours import FEWEST, Looks, Neighbours
from catalog.type_phrases import TOGETHER, Phrases
from catalog.type_wording import Wording
from catalog.type_words import key, last_word, parts, runs, type_words, without_trailing, written

SLUG = re.compile(r"[-_]+")
SHORT_DESCRIPTION = 16
ROUNDS = 2
ENOUGH, COMMON_COLUMN, USUAL_COLUMN, TELLING_COLUMNS = 20, 0.3, 0.1, 3
CERTAIN = 0.55
VAGUE = 0.3


@dataclass(frozen=True, slots=True)
class Found:
    """The kind that was found for a product: a key or concept, how sure it is, and what proves it."""

    kind: str
    confidence: float
    proof: str
    words: str = ""


def infer_types(kept: Sequence[Cleaned]) -> tuple[list[Cleaned], dict[str, int]]:
    """The rows with a type wherever one is sure, and how many products have each type, the commonest first."""
    wordings = [wording(one) for one in kept]
    known = known_types()
    phrases = learn_phrases(wordings, known)
    found = [find_type(one.product, said, phrases) for one, said in zip(kept, wordings, strict=True)]
    leaves = {leaf: _written_leaf(one.product, leaf, known) for one in kept if (leaf := _leaf(one.product))}
    same = _Kinds(known, phrases, [one.kind for one in found if one], leaves)
    kinds = [same.of(one.kind) if one else None for one in found]
    kinds = _by_second_meaning([one.product for one in kept], kinds, known)
    found, kinds = _with_neighbours([one.product for one in kept], found, kinds, known)
    kinds = _with_inside(wordings, kinds, phrases, same)
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
    name = " ".join(one.name.split()) if one.name else None
    return Wording(" ".join(product.title.split()), name, product.brand, product.description)


def find_type(product: Product, said: Wording, phrases: Phrases) -> Found | None:
    """The kind that the record itself states: its type column, the title, its category, a short description."""
    if product.type:
        return Found(key(product.type), 1.0, "the file's type column", product.type)
    if phrase := phrases.of_rest(said):
        return Found(phrase, 0.97, f"the title says {phrase!r} after the name", phrase)
    named = phrases.of_naming(said.naming)
    if named is None and said.name:
        named = phrases.of_naming(said.title) if said.rest is None else phrases.among_features(said.rest)
    if named in type_words().vague:
        told = _described(said, phrases)
        more = _paired(said.naming, named, phrases.known)
        return told or Found(more, VAGUE, f"the title ends its naming with {more!r}, which tells little", more)
    other = chosen(said.naming, phrases) if named is None or _weak(named, said.naming, phrases) else None
    free = OPEN if named and not named.isascii() else DESCRIBED
    if named and other is not None and other.follows >= free and other.plain >= PLAIN and other.phrase != named:
        return Found(other.phrase, 0.7, f"the title names {other.phrase!r}", other.phrase)
    if named:
        return Found(phrases.aliases.get(named, named), 0.9, f"the title ends its naming with {named!r}", named)
    leaf = _leaf(product)
    if leaf and not product.brand and (loosely := phrases.of_naming(said.naming, loose=True)):
        return Found(loosely, 0.85, f"the title ends its naming with {loosely!r}", loosely)
    if last := _last_letters(said, told=True):
        return Found(last, 0.7, f"the title ends with {last!r}", last)
    if other is not None:
        return Found(
            other.phrase, 0.7 if other.plain >= PLAIN else VAGUE, f"the title names {other.phrase!r}", other.phrase
        )
    if last := _last_letters(said):
        return Found(last, 0.7, f"the title ends with {last!r}", last)
    if leaf and leaf in phrases.known.concepts:
        return Found(leaf, 0.9, f"the category {product.category[-1]!r}", leaf)
    if stated := _stated(product, phrases):
        return Found(stated, 0.9, f"the record's own type column says {stated!r}", stated)
    if leaf:
        return Found(leaf, 0.6, f"the category {product.category[-1]!r}", leaf)
    return _described(said, phrases)


def _weak(named: str, naming: str, phrases: Phrases) -> bool:
    """Whether a word that ends a naming may be there by accident; what is made for other things never is."""
    plain = phrases.plainness(named) > (0 if named.isascii() or len(naming) < CROWDED else 1)
    return " " not in named and not plain and named not in type_words().goes_with


def _paired(text: str, vague: str, known: KnownTypes) -> str:
    """A vague word with the known name of a thing that stands before it in the text: "roll holder"."""
    pairs = re.findall(rf"([^\W\d_]{{3,}})\s+{re.escape(vague)}s?\b", text, re.IGNORECASE)
    before = key(pairs[-1]) if pairs else ""
    named = before in known.concepts or before in known.names or before in known.heads
    return f"{before} {vague}" if named and before not in known.values else vague


def _described(said: Wording, phrases: Phrases) -> Found | None:
    """The kind that a short description's first part names."""
    first = next(parts((said.description or "").split("\n")[0]), [])
    prose = len(first) > SHORT_DESCRIPTION or any(word.casefold() in type_words().prose for word in first)
    told = phrases.of_naming(" ".join(first)) if first and not prose else None
    if told is None or told in type_words().vague:
        return None
    return Found(phrases.aliases.get(told, told), 0.8, f"the description ends its naming with {told!r}", told)


def _leaf(product: Product) -> str | None:
    """The key of the last step of the category."""
    if not product.category:
        return None
    leaf = key(SLUG.sub(" ", product.category[-1]))
    return leaf if leaf and leaf not in type_words().no_kind else None


def _written_leaf(product: Product, leaf: str, known: KnownTypes) -> str:
    """The category's last step as a label: one of a known kind, where the shop writes many."""
    return leaf if leaf in known.concepts else written(SLUG.sub(" ", product.category[-1]))


def _stated(product: Product, phrases: Phrases) -> str | None:
    """A known kind in an attribute that is called a type by more than the bare word."""
    for name, fact in product.attributes.items():
        words = plain_name(name).split()
        plain = " ".join(words[1:] if words and len(words[0]) == 1 else words)
        if isinstance(fact.value, str) and " " in plain and plain in column_words().fields["type"]:
            value = key(fact.value)
            if phrases.is_kind(value):
                return value
    return None


def _last_letters(said: Wording, told: bool = False) -> str | None:
    """The last word of a title's first part that is written without spaces; `told`: if its last letter tells it."""
    for part in parts(said.naming):
        for run in runs(part):
            found = TOGETHER.search(run[0])
            word = last_word(without_trailing(found.group(1))) if found else ""
            if len(word) > 1 and (word[-1] in type_words().letters or not told):
                return key(type_words().letters.get(word[-1], word))
    return None


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


def same_kind(one: str, other: str) -> bool:
    """Whether two phrases for one concept differ in wording alone, as "toner" and "toner cartridge" do."""
    words, others = one.split(), other.split()
    shorter, longer = sorted((one.replace(" ", ""), other.replace(" ", "")), key=len)
    initials = {"".join(word[0] for word in said) for said in (words, others)}
    if not shorter.isascii():
        return shorter in longer
    return (
        (words[-1] == others[-1] and len(words[-1]) > 1)
        or set(words) <= set(others)
        or set(others) <= set(words)
        or shorter == longer
        or shorter in initials
    )


def _with_neighbours(
    products: Sequence[Product], found: list[Found | None], kinds: list[str | None], known: KnownTypes
) -> tuple[list[Found | None], list[str | None]]:
    """The same with kinds of like records for the unknown, twice: what is found first helps to find the rest."""
    looks: Looks | None = None
    for _ in range(ROUNDS):
        unknown = [number for number, one in enumerate(found) if one is None or one.confidence <= VAGUE]
        if not unknown or len(found) - len(unknown) < FEWEST:
            break
        looks = looks or Looks(products)
        certain = [
            (number, kind, f"{one.words} {kind}")
            for number, (one, kind) in enumerate(zip(found, kinds, strict=True))
            if one and kind and one.confidence >= CERTAIN
        ]
        if len(certain) < FEWEST:
            break
        usual = Counter(kind for _, kind, _ in certain)
        near = Neighbours(looks, [each for each in certain if usual[each[1]] >= 2])
        for number, guess in zip(unknown, near.guess(unknown), strict=True):
            if guess is not None and (" " in guess.kind or guess.kind in known.concepts):
                proof = f"{guess.agree} of the 8 records most like it are of this kind"
                found[number], kinds[number] = Found(guess.kind, guess.sure, proof), guess.kind
    return found, kinds


def _with_inside(
    saids: Sequence[Wording], kinds: Sequence[str | None], phrases: Phrases, same: _Kinds
) -> list[str | None]:
    """The same, and of what is left those whose title writes a known kind somewhere in its naming."""
    return [
        kind if kind is not None else (same.of(found) if (found := inside(said.title, phrases)) else None)
        for said, kind in zip(saids, kinds, strict=True)
    ]


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
