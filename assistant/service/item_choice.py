"""Words -> items of an order, and the items that are to take their place."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from assistant.errand import Swap
from assistant.service.lexicon import ServiceLexicon, plain, service_lexicon
from assistant.service.mentions import WORD, Mention, all_but, meant, mentions
from assistant.service.option_reading import Said, fitting_items, options_said
from assistant.service.policy_terms import stem

Record = Mapping[str, Any]
NEAR = 12
"""Letters within which a value follows the word that says it is the old one."""
PARTS = re.compile(r"[,;，；、]|\band\b|&")


@dataclass(frozen=True, slots=True)
class Choice:
    """What a text says of an order's items: those it means, and whether a word fits several of them."""

    swaps: tuple[Swap, ...] = ()
    unclear: tuple[int, ...] = ()
    foreign: str | None = None
    """A product that is to take the place of an item and is no variant of it."""


def chosen_items(text: str, order: Record, goods: Mapping[str, Record]) -> Choice:
    """The items of the order that a text names, each with the option values that it asks for instead."""
    said, items = plain(text), order["items"]
    lexicon = service_lexicon()
    by_id = _by_ids(said, order, goods)
    if by_id is not None:
        return by_id
    names = {str(item["product_id"]): str(item.get("name") or goods.get(item["product_id"], {}).get("name", ""))
             for item in items}  # fmt: skip
    named = mentions(said, names)
    if named and lexicon.has("everything", said):
        rest = all_but(said, named, items)
        if rest is not None:
            return Choice(tuple(Swap(place, str(items[place]["item_id"])) for place in rest))
    named = meant(said, named)
    if not named and lexicon.has("everything", said):
        return Choice(tuple(Swap(place, str(item["item_id"])) for place, item in enumerate(items)))
    if not named:
        ranked = _by_price(said, items, lexicon)
        return Choice(ranked)
    foreign = _foreign(said, named, names, goods, lexicon)
    swaps: dict[int, Swap] = {}
    unclear: list[int] = []
    for stretch, mention in _stretches(said, named):
        places = [place for place, item in enumerate(items) if str(item["product_id"]) in mention.products]
        # What follows the word for the new item describes that, not the one of the order.
        turn = next((one.start() for one in lexicon.cues["to"].finditer(stretch) if one.start() >= mention.end), None)
        places = _described(stretch[:turn], places, items, goods)
        if len(places) > 1 and not _all_meant(stretch, lexicon):
            ranked = _by_price(stretch, items, lexicon, places)
            places = [one.place for one in ranked] or places
        if len(places) > 1 and not _all_meant(stretch, lexicon) and not _alike(places, items):
            unclear += places
            continue
        for place in places if _all_meant(stretch, lexicon) else places[:1]:
            wanted = _wanted(stretch, items[place], goods, lexicon, mention.start if mention else 0)
            said_before = swaps[place].wanted if place in swaps else ()
            swaps[place] = Swap(place, str(items[place]["item_id"]), None, wanted or said_before)
    return Choice(tuple(swaps[place] for place in sorted(swaps)), tuple(unclear), foreign)


def named_product(text: str, goods: Mapping[str, Record]) -> str | None:
    """The one product of the shop that a text names."""
    found = mentions(plain(text), {name: str(record["name"]) for name, record in goods.items()})
    products = {product for one in found for product in one.products}
    return found[0].products[0] if found and len(products) == 1 else None


def wanted_values(text: str, item: Record, goods: Mapping[str, Record]) -> tuple[tuple[str, str], ...]:
    """The option values that a text asks for, where it is known which item it speaks of."""
    return _wanted(plain(text), item, goods, service_lexicon(), 0)


def new_item(swap: Swap, item: Record, goods: Mapping[str, Record], text: str = "") -> tuple[Swap, list[str]]:
    """The swap with its new item where exactly one is meant, else with the items among which to choose.

    An item whose other options stay as they are is meant before any other, be it available or not.
    """
    product = goods.get(str(item["product_id"]))
    if product is None or swap.new is not None:
        return swap, []
    lexicon = service_lexicon()
    wanted: dict[str, list[str]] = {}
    for option, value in swap.wanted:
        wanted.setdefault(option, []).append(value)
    place = lexicon.place(plain(text)) if text else None
    offered = offered_items(swap, item, goods) if place else []
    if place and place <= len(offered):
        return Swap(swap.place, swap.item, offered[place - 1 if place > 0 else place], swap.wanted), []
    if not wanted:
        rest = _available(product, fitting_items(product, {}, swap.item))
        by_price = sorted(rest, key=lambda one: product["variants"][one]["price"])
        if by_price and lexicon.has("cheapest", plain(text)):
            return Swap(swap.place, swap.item, by_price[0], swap.wanted), []
        if by_price and lexicon.has("dearest", plain(text)):
            return Swap(swap.place, swap.item, by_price[-1], swap.wanted), []
        return swap, rest
    same = {str(option): [str(value)] for option, value in item.get("options", {}).items() if option not in wanted}
    exact = fitting_items(product, {**same, **wanted}, swap.item)
    if len(exact) == 1 and not (swap.lacking and not product["variants"][exact[0]]["available"]):
        return Swap(swap.place, swap.item, exact[0], swap.wanted), []
    fitting = _available(product, fitting_items(product, wanted, swap.item))
    ranked = sorted(fitting, key=lambda one: product["variants"][one]["price"])
    for cue, best in (("cheapest", 0), ("dearest", -1)):
        if ranked and lexicon.has(cue, plain(text)):
            return Swap(swap.place, swap.item, ranked[best], swap.wanted), []
    return swap, fitting


def offered_items(swap: Swap, item: Record, goods: Mapping[str, Record]) -> list[str]:
    """The available items that are shown to choose from: those that have the wanted values, else all others."""
    fitting = new_item(swap, item, goods)[1]
    product = goods.get(str(item["product_id"]), {"variants": {}})
    return fitting or [one for one in product["variants"] if one != swap.item and product["variants"][one]["available"]]


def _available(product: Record, items: Sequence[str]) -> list[str]:
    return [one for one in items if product["variants"][one]["available"]]


def _by_ids(text: str, order: Record, goods: Mapping[str, Record]) -> Choice | None:
    """Items named by their ids: those of the order, and those that take their place."""
    variants = {str(item): name for name, product in goods.items() for item in product["variants"]}
    known = {*variants, *(str(item["item_id"]) for item in order["items"])}
    told = [word.strip(".,:;") for word in re.findall(r"[a-z0-9][a-z0-9_-]{3,}", text)]
    ids = [word for word in told if word in known]
    if not ids:
        return None
    swaps: list[Swap] = []
    for name in ids:
        old = [place for place, item in enumerate(order["items"]) if item["item_id"] == name]
        old = [place for place in old if place not in {swap.place for swap in swaps}]
        if old:
            swaps.append(Swap(old[0], name))
            continue
        fitting = [place for place, item in enumerate(order["items"]) if str(item["product_id"]) == variants.get(name)]
        open_ = [swap for swap in swaps if swap.place in fitting and swap.new is None]
        if open_:
            swaps[swaps.index(open_[0])] = Swap(open_[0].place, open_[0].item, name)
        elif len(fitting) == 1 and fitting[0] not in {swap.place for swap in swaps}:
            swaps.append(Swap(fitting[0], str(order["items"][fitting[0]]["item_id"]), name))
        elif swaps and swaps[-1].new is None:
            swaps[-1] = Swap(swaps[-1].place, swaps[-1].item, name)
    return Choice(tuple(swaps)) if swaps else None


def _stretches(text: str, named: Sequence[Mention]) -> list[tuple[str, Mention]]:
    """The words around each mention: up to the last comma or and before the next."""
    bounds = [0]
    for one, following in pairwise(named):
        between = [part.end() + one.end for part in PARTS.finditer(text[one.end : following.start])]
        bounds.append(between[-1] if between else following.start)
    bounds.append(len(text))
    return [
        (text[start:end], Mention(one.start - start, one.end - start, one.products))
        for one, start, end in zip(named, bounds, bounds[1:], strict=False)
    ]


def _described(text: str, places: list[int], items: Sequence[Record], goods: Mapping[str, Record]) -> list[int]:
    """Of several items of one name, those whose options the words describe best."""
    if len(places) < 2:
        return places
    scores = {}
    for place in places:
        product = goods.get(str(items[place]["product_id"]))
        said = options_said(text, product) if product else []
        own = {(str(option), str(value)) for option, value in items[place].get("options", {}).items()}
        words = {stem(word) for word in WORD.findall(plain(str(items[place].get("name", ""))))}
        told = {stem(word) for word in WORD.findall(text)}
        scores[place] = sum((one.option, one.value) in own for one in said) + len(words & told) / 10
    best = max(scores.values())
    return [place for place in places if scores[place] == best]


def _all_meant(text: str, lexicon: ServiceLexicon) -> bool:
    return lexicon.has("everything", text)


def _alike(places: Sequence[int], items: Sequence[Record]) -> bool:
    return len({str(items[place]["item_id"]) for place in places}) == 1


def _by_price(
    text: str, items: Sequence[Record], lexicon: ServiceLexicon, places: Sequence[int] | None = None
) -> tuple[Swap, ...]:
    among = list(range(len(items))) if places is None else list(places)
    for cue, sign in (("cheapest", 1), ("dearest", -1)):
        if lexicon.has(cue, text) and among:
            place = min(among, key=lambda one: sign * float(items[one]["price"]))
            return (Swap(place, str(items[place]["item_id"])),)
    return ()


def _wanted(
    text: str, item: Record, goods: Mapping[str, Record], lexicon: ServiceLexicon, at: int
) -> tuple[tuple[str, str], ...]:
    """The values that are asked for: those after the word that introduces the new, else those that differ."""
    product = goods.get(str(item["product_id"]))
    if product is None:
        return ()
    measured = lexicon.measured(text)
    old = [one.end() for one in lexicon.cues["not_value"].finditer(measured)]
    said = [one for one in options_said(text, product) if not any(0 <= one.start - end <= NEAR for end in old)]
    turns = [
        one.start()
        for one in lexicon.cues["to"].finditer(measured)
        if one.start() >= at and not lexicon.cues["not_value"].match(measured, one.start())
    ]
    own = {str(option): str(value) for option, value in item.get("options", {}).items()}
    new = [one for one in said if turns and one.start >= turns[0]]
    pool = new or said
    by_option: dict[str, list[Said]] = {}
    for one in _certain(pool, own, product, swap_from=str(item["item_id"])):
        by_option.setdefault(one.option, []).append(one)
    wanted: list[tuple[str, str]] = []
    for option, values in by_option.items():
        differing = [one for one in values if one.value != own.get(option)]
        for one in (differing or (values if new else []))[-1:]:
            wanted.append((option, one.value))
    return tuple(wanted)


def _certain(said: list[Said], own: Mapping[str, str], product: Record, swap_from: str) -> list[Said]:
    """The values without those that may be of several options, unless only one of these gives an item."""
    kept = []
    for one in said:
        rivals = [other for other in said if (other.start, other.end) == (one.start, one.end)]
        if len(rivals) > 1:
            sure = {other.option: [other.value] for other in said if other not in rivals}
            same = {option: [value] for option, value in own.items()}
            fitting = [
                other
                for other in rivals
                if fitting_items(product, {**same, **sure, other.option: [other.value]}, swap_from)
            ]
            if fitting != [one]:
                continue
        kept.append(one)
    return kept


def _foreign(
    text: str, named: Sequence[Mention], names: Mapping[str, str], goods: Mapping[str, Record], lexicon: ServiceLexicon
) -> str | None:
    """Another product of the shop that a text names after the word that introduces the new one."""
    first = named[0]
    turns = [one.end() for one in lexicon.cues["to"].finditer(text) if one.start() >= first.end - 1]
    if not turns:
        return None
    every = mentions(text, {name: str(record["name"]) for name, record in goods.items()}, whole=True)
    own = [(one.start, one.end) for one in named]
    for product in names.keys() & goods.keys():
        # A value of an option may be called as some other product is: a backpack for a laptop.
        own += [(one.start, one.end) for one in options_said(text, goods[product])]
    for one in every:
        overlaps = any(one.start < end and start < one.end for start, end in own)
        if one.start >= turns[0] and not overlaps and not set(one.products) & names.keys():
            return str(goods[one.products[0]]["name"])
    return None
