"""Queries made from a catalogue, each with a pool of its products graded by what their records say.

A query names a kind in one of its words, a brand, or facts of one product, in words, with a typo or in a sentence. Its
pool holds the products of that kind, those that share words with the query (the accessory beside the device), those
beside it in the catalogue, and others by chance. The grades: 3 for the kind with every fact asked, less for each fact
that the record contradicts or leaves open, a little for a neighbour in the catalogue, 0 for the rest.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.languages.reading import spoken, words
from catalog.documents import readable
from catalog.languages.folding import fold
from catalog.languages.lexicon import lexicon
from catalog.languages.segmentation import segment
from catalog.product import Constraint, Product, Verdict

SAME_KIND, LIKE_WORDS, BESIDE, BY_CHANCE = 8, 8, 4, 6
BEST, BESIDE_GRADE = 3.0, 0.5
CONTRADICTED, LEFT_OPEN = 1.5, 0.7
LEAST_OF_KIND = 0.6
FACT_WORDS, LONGEST_FACT = 3, 24
COMMON = 400
"""Products that a query word may bring into its pool; of a commoner word the first so many."""


@dataclass(frozen=True, slots=True)
class Pool:
    """One query with texts to be ordered, each a title and a description, and how well each fits, 0 to 3."""

    query: str
    texts: tuple[tuple[str, str], ...]
    grades: tuple[float, ...]
    source: str = ""


@dataclass(frozen=True, slots=True)
class _Need:
    query: str
    kind: str | None
    facts: tuple[Constraint, ...]


def made_pools(products: Sequence[Product], count: int, seed: int, source: str = "made") -> tuple[Pool, ...]:
    """At most `count` pools that have both better and worse texts; the same seed gives the same pools."""
    dice = random.Random(seed)
    shelf = _Shelf(products)
    kinds = [kind for kind, members in shelf.kinds.items() if members]
    pools: list[Pool] = []
    for _ in range(count * 3):
        if len(pools) == count or not kinds:
            break
        member = products[dice.choice(shelf.kinds[dice.choice(kinds)])]
        language = dice.choice(_languages(member))
        need = _need(member, language, dice)
        pool = _pool(need, shelf, language, dice, source) if need else None
        if pool is not None:
            pools.append(pool)
    return tuple(pools)


class _Shelf:
    """Where the products of a catalogue stand: by kind, by category and by the words of their titles."""

    def __init__(self, products: Sequence[Product]) -> None:
        self.products = products
        self.kinds: dict[str, list[int]] = defaultdict(list)
        self.beside: dict[str, list[int]] = defaultdict(list)
        self.words: dict[str, list[int]] = defaultdict(list)
        for number, product in enumerate(products):
            kind = _kind(product)
            if kind:
                self.kinds[kind].append(number)
            if product.category:
                self.beside[fold(product.category[0])].append(number)
            titles = [product.title, *(one.title or "" for one in product.translations.values())]
            for word in {word for title in titles for word in segment(title)}:
                if len(self.words[word]) < COMMON:
                    self.words[word].append(number)

    def like(self, query: str, dice: random.Random) -> list[int]:
        """Products whose titles share words with the query, the rarest word's first."""
        found: list[int] = []
        for word in sorted(set(segment(query)), key=lambda one: (len(self.words.get(one, ())), one)):
            rows = self.words.get(word, [])
            found += dice.sample(rows, min(LIKE_WORDS, len(rows)))
        return found[:LIKE_WORDS]


def _pool(need: _Need, shelf: _Shelf, language: str, dice: random.Random, source: str) -> Pool | None:
    same = shelf.kinds.get(need.kind or "", [])
    category = shelf.products[same[0]].category[:1] if same else ()
    beside = shelf.beside.get(fold(category[0]), []) if category else []
    numbers = list(
        dict.fromkeys(
            (
                *dice.sample(same, min(SAME_KIND, len(same))),
                *shelf.like(need.query, dice),
                *dice.sample(beside, min(BESIDE, len(beside))),
                *dice.sample(range(len(shelf.products)), min(BY_CHANCE, len(shelf.products))),
            )
        )
    )
    # Whoever scores all alike keeps the order given, which must not be the right one.
    dice.shuffle(numbers)
    chosen = [shelf.products[number] for number in numbers]
    grades = tuple(_grade(need, product, bool(category) and product.category[:1] == category) for product in chosen)
    if max(grades) == min(grades):
        return None
    return Pool(need.query, tuple(_text(product, language) for product in chosen), grades, source)


def _grade(need: _Need, product: Product, beside: bool) -> float:
    of_kind = need.kind is None or _kind(product) == need.kind or _kind(product) in _below(need.kind)
    if not of_kind:
        return BESIDE_GRADE if beside else 0.0
    loss = {Verdict.MEETS: 0.0, Verdict.UNKNOWN: LEFT_OPEN, Verdict.VIOLATES: CONTRADICTED}
    lost = sum(loss[fact.allows(product)] for fact in need.facts)
    if need.kind is None:
        return BEST if lost == 0 else 0.0
    return max(LEAST_OF_KIND, BEST - lost)


def _need(product: Product, language: str, dice: random.Random) -> _Need | None:
    kind = _kind(product)
    said = _said(product, language, dice)
    if kind is None or not said:
        return None
    facts = _facts(product, language)
    if product.brand:
        facts.append((product.brand, Constraint("brand", "=", product.brand)))
    chosen = dice.sample(facts, min(len(facts), dice.choice((0, 0, 1, 1, 2))))
    constraints = tuple(constraint for _, constraint in chosen)
    if product.brand and dice.random() < 0.05:
        return _Need(product.brand, None, (Constraint("brand", "=", product.brand),))
    parts = [words for words, _ in chosen] + [said]
    query = ("" if all(not part.isascii() for part in parts) else " ").join(parts)
    return _Need(_disguised(query, language, dice), kind, constraints)


def _facts(product: Product, language: str) -> list[tuple[str, Constraint]]:
    """Short facts with the words for them: "black", "16 GB", "noise cancelling"."""
    found: list[tuple[str, Constraint]] = []
    translation = product.translations.get(language)
    for name, fact in product.attributes.items():
        told = translation.attributes.get(name) if translation else None
        if fact.value is True:
            found.append((told[0] if told else readable(name), Constraint(name, "=", True)))
        elif isinstance(fact.value, str) and len(segment(fact.value)) <= FACT_WORDS:
            said = (told[1] if told else None) or fact.value
            found.append((said, Constraint(name, "=", fact.value)))
        elif isinstance(fact.value, float) and fact.unit and not isinstance(fact.value, bool):
            found.append((f"{fact.value:g} {fact.unit}", Constraint(name, "=", fact.value, fact.unit)))
    # What the text doesn't tell at all, such as a bar code, can't be judged by who reads the text.
    told = frozenset(segment(" ".join(_text(product, language))))
    return [one for one in found if one[0] and len(one[0]) <= LONGEST_FACT and told.issuperset(segment(one[0]))]


def _said(product: Product, language: str, dice: random.Random) -> str:
    """One of the kind's names, mostly its usual one, in the script of the language wanted."""
    own = product.type or product.category[-1]
    translation = product.translations.get(language)
    if translation and (translation.type or translation.category):
        own = translation.type or translation.category[-1]
    latin = own.isascii() if dice.random() < 0.9 else not own.isascii()
    others = [one for one in lexicon().equivalents(own) if one.isascii() == latin]
    return dice.choice(others) if others and dice.random() < 0.5 else own


def _disguised(query: str, language: str, dice: random.Random) -> str:
    """As it is, with two letters of a longer word exchanged, or in a sentence of the language."""
    draw = dice.random()
    long = [word for word in query.split() if word.isascii() and word.isalpha() and len(word) > 5]
    if draw < 0.1 and long:
        word = dice.choice(long)
        at = dice.randrange(1, len(word) - 2)
        return query.replace(word, word[:at] + word[at + 1] + word[at] + word[at + 2 :])
    if draw < 0.25 and language in spoken():
        return str(dice.choice(words(language, "needs")["sentences"])).format(need=query)
    return query


def _kind(product: Product) -> str | None:
    name = product.type or (product.category[-1] if product.category else None)
    return fold(name) if name else None


def _below(kind: str) -> frozenset[str]:
    return frozenset(map(fold, (*lexicon().equivalents(kind), *lexicon().related(kind))))


def _languages(product: Product) -> list[str]:
    return [product.language or spoken()[0], *(code for code, one in product.translations.items() if one.title)]


def _text(product: Product, language: str) -> tuple[str, str]:
    translation = product.translations.get(language)
    if translation and translation.title:
        return translation.title, translation.description or ""
    return product.title, product.description or ""
