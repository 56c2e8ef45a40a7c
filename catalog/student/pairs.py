"""What the student learns from: texts in other languages and what they mean in the pivot language."""

from __future__ import annotations

import json
import random
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from catalog.languages.folding import fold
from catalog.languages.lexicon import pivot
from catalog.languages.registry import places
from catalog.languages.terms import own_terms, taxonomy
from catalog.student.glosses import everyday_words

SAMPLE = Path(__file__).parents[1] / "sample" / "products"
HELD_OUT_GROUPS = 5
"""One group of products of so many is kept out of training."""
DESCRIBING = ("value", "feature")


@dataclass(frozen=True, slots=True)
class Pair:
    """A text and its meaning in the pivot language."""

    said: str
    meant: str


@dataclass(frozen=True)
class Lesson:
    """Pairs to learn, and names and products kept out, to stop by and to measure on."""

    taught: tuple[Pair, ...]
    stopping: tuple[Pair, ...]
    names: tuple[Pair, ...]
    products: tuple[Mapping[str, Any], ...]
    """Sample products whose groups are kept out."""


def lesson(seed: int, held_out: int = 600, stopping: int = 100, composed: int = 12000) -> Lesson:
    """All pairs there are; what is kept out is taught in no form, whichever list says it too."""
    dice = random.Random(seed)
    names = category_names()
    dice.shuffle(names)
    apart, measured = names[:stopping], names[stopping : stopping + held_out]
    taught_products, kept_products = sample_products()
    titles = [pair for product in kept_products for pair in texts(product)[:1]]
    secret = {fold(pair.said) for pair in (*apart, *measured, *titles)}
    everything = [
        *names,
        *_terms(),
        *(Pair(word, gloss) for word, gloss in everyday_words().items()),
        *(pair for product in taught_products for pair in texts(product)),
        *_composed(composed, dice),
    ]
    taught = dict.fromkeys(pair for pair in everything if fold(pair.said) not in secret)
    return Lesson(tuple(taught), tuple(apart), tuple(measured), tuple(kept_products))


def is_held_out(group: str) -> bool:
    """Whether a group of products is kept out of training."""
    return zlib.crc32(group.encode()) % HELD_OUT_GROUPS == 0


def category_names() -> list[Pair]:
    """The aligned category names, each text once."""
    names, target = taxonomy(places()).names, pivot()
    found: dict[str, Pair] = {}
    for language, told in names.items():
        if language != target:
            for number, name in told.items():
                if number in names[target]:
                    found.setdefault(fold(name), Pair(name, names[target][number]))
    return list(found.values())


def _terms() -> Iterable[Pair]:
    target = pivot()
    for concept in own_terms(places()).concepts.values():
        for language, words in concept.words.items():
            if language != target and concept.words.get(target):
                yield from (Pair(word, concept.words[target][0]) for word in words)


def _composed(count: int, dice: random.Random) -> list[Pair]:
    """Kinds of product with one or two words that describe them, made of the term base: a black bluetooth speaker."""
    target = pivot()
    by_kind: dict[str, list[tuple[str, str]]] = {}
    for concept in own_terms(places()).concepts.values():
        for language, words in concept.words.items():
            if language != target and concept.words.get(target):
                by_kind.setdefault(concept.kind, []).extend((word, concept.words[target][0]) for word in words)
    found = []
    for _ in range(count):
        parts = [dice.choice(by_kind[dice.choice(DESCRIBING)]) for _ in range(dice.choice((1, 1, 2)))]
        if dice.random() < 0.2:
            parts.insert(0, dice.choice(by_kind["brand"]))
        parts.append(dice.choice(by_kind["type"]))
        gap = dice.choice(("", " "))
        found.append(Pair(gap.join(said for said, _ in parts), " ".join(meant for _, meant in parts)))
    return found


def sample_products() -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The sample shop's products: those to teach, those kept out."""
    taught, apart = [], []
    for path in sorted(SAMPLE.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            product = json.loads(line)
            (apart if is_held_out(product.get("group", product["id"])) else taught).append(product)
    return taught, apart


def texts(product: Mapping[str, Any]) -> list[Pair]:
    """A product's texts with their translations, the title first."""
    found = []
    for told in product.get("translations", {}).values():
        whole = f"{product['title']}. {product['description']}"[:160]
        found += [
            Pair(told["title"], product["title"]),
            Pair(told["description"], product["description"]),
            Pair(f"{told['title']} {told['description']}", whole),
            Pair(told["type"], product["type"]),
            *(Pair(said, meant) for said, meant in zip(told["category"], product["category"], strict=False)),
        ]
        found += _attributes(product["attributes"], told.get("attributes", {}))
    return found


def _attributes(own: Mapping[str, Any], told: Mapping[str, Any]) -> Sequence[Pair]:
    found = []
    for name, words in told.items():
        found.append(Pair(words["name"], name.replace("_", " ")))
        value = own.get(name, {}).get("value")
        if isinstance(value, str) and words.get("value"):
            found.append(Pair(words["value"], value))
    return found
