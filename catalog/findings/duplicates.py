"""Records that are one thing twice, and records that are one thing in several colours, sizes or capacities."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from catalog.cleaning.column_words import column_words
from catalog.cleaning.written_measures import measures_in
from catalog.languages.folding import fold
from catalog.languages.registry import places
from catalog.measures import dimension
from catalog.product import Product

FEWEST_WORDS = 2
"""A title of fewer words beside colour and size names too many things to say that two are one."""
SIZES = frozenset({"length", "area", "volume", "mass", "data", "count", "sheets"})


@dataclass(frozen=True, slots=True)
class Duplicates:
    """What was found: notes by place for records that repeat another, and for those that became variants."""

    repeated: Mapping[int, str]
    linked: Mapping[int, str]


def link_variants(
    products: Sequence[Product], settled: frozenset[int] = frozenset()
) -> tuple[list[Product], Duplicates]:
    """The products, variants of one thing with one `group`; all stay, and repetitions are told.

    Variants have the same brand, type and title but for words of colour, size and capacity. Those with a group of the
    file's own and the ones at the places `settled` stay as they are.
    """
    repeated = _repeated(products)
    alike: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    said: dict[int, str] = {}
    for place, product in enumerate(products):
        if product.group is None and place not in settled and place not in repeated:
            rest, said[place] = _parted(product.title)
            if len(rest.split()) >= FEWEST_WORDS or not rest.isascii():
                alike[rest, fold(product.brand or ""), product.type or ""].append(place)
    changed = list(products)
    linked: dict[int, str] = {}
    for kind, members in alike.items():
        if len({said[place] for place in members}) < len(members) or len(members) < 2:
            continue
        group = "v" + hashlib.sha256("\n".join(kind).encode()).hexdigest()[:15]
        for place in members:
            changed[place] = replace(products[place], group=group)
            linked[place] = f"group: {group}, one of {len(members)} variants of {kind[0]!r}: {said[place] or 'plain'}"
    return changed, Duplicates(repeated, linked)


def _repeated(products: Sequence[Product]) -> dict[int, str]:
    """Place -> what it repeats: the same content under another id, or the same title, brand and price."""
    titled: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for place, one in enumerate(products):
        title = " ".join(sorted(fold(one.title).split()))
        titled[title, fold(one.brand or ""), one.price].append(place)
    found: dict[int, str] = {}
    for like, *others in titled.values():
        seen = {_content(products[like]): like} if others else {}
        for place in others:
            first = seen.setdefault(_content(products[place]), place)
            if first != place:
                found[place] = f"the same content as {products[first].id!r}: both are kept"
            elif not _differ(products[place], products[like]):
                found[place] = f"the same title, brand and price as {products[like].id!r}: both are kept"
    return found


def _content(one: Product) -> tuple[object, ...]:
    """What a record says beside title, brand and price."""
    return one.description, frozenset((name, fact.value, fact.unit) for name, fact in one.attributes.items())


def _differ(one: Product, other: Product) -> bool:
    """Whether two records say different things of one attribute."""
    both = one.attributes.keys() & other.attributes.keys()
    return any(one.attributes[name].value != other.attributes[name].value for name in both)


def _parted(title: str) -> tuple[str, str]:
    """The title's folded words without those of colour, size and capacity, and these."""
    taken: list[str] = []
    text = title
    for measure in sorted(measures_in(title), key=lambda each: -len(each.words)):
        if dimension(measure.unit) in SIZES and measure.words in text:
            text = text.replace(measure.words, " ", 1)
            taken.append(fold(measure.words))
    folded = fold(text)
    spaced, glued = _variant_words(places())
    for word in glued.findall(folded):
        taken.append(word)
    words = glued.sub(" ", folded).split()
    taken += [word for word in words if word in spaced]
    return " ".join(word for word in words if word not in spaced), " ".join(sorted(taken))


@lru_cache(maxsize=8)
def _variant_words(_: tuple[str, ...]) -> tuple[frozenset[str], re.Pattern[str]]:
    words = column_words().variants
    spaced = frozenset(part for word in words if word.isascii() for part in fold(word).split())
    glued = sorted((fold(word) for word in words if not word.isascii()), key=lambda word: (-len(word), word))
    return spaced, re.compile("|".join(map(re.escape, glued)) or r"(?!)")
