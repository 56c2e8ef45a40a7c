"""Texts about a shop's rules as terms that mean the same in every language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from assistant.languages.reading import spoken, words
from catalog.languages.folding import normal
from catalog.languages.lexicon import equivalents, kind_of
from catalog.languages.segmentation import segment

LATIN = re.compile(r"[a-z][a-z'’-]*")
OTHER = re.compile(r"\d*[^\W\d_a-z][^\W_a-z]*")
PLURALS = (("ies", "y"), ("sses", "ss"), ("xes", "x"), ("ches", "ch"), ("shes", "sh"), ("s", ""))
ENDINGS = (("ation", ""), ("ing", ""), ("ied", "y"), ("ed", ""), ("ly", ""))
DOUBLED = re.compile(r"([bdglmnprt])\1$")
IMPLIES: Mapping[str, tuple[str, ...]] = {
    "delivery_address": ("address", "delivery"),
    "standard_delivery": ("delivery",),
    "express": ("delivery",),
    "cancel_fee": ("cancel", "cost"),
    "order_number": ("order",),
    "gift_wrap": ("gift",),
    "company_invoice": ("invoice",),
    "payment_method": ("payment",),
    "payment_fails": ("payment",),
    "charged_twice": ("payment",),
    "charged_when": ("payment",),
    "credit_card": ("payment",),
    "paypal": ("payment",),
    "wechat_alipay": ("payment",),
    "bank_transfer": ("payment",),
    "instalments": ("payment",),
    "cash": ("payment",),
    "tracking": ("parcel",),
    "delete_account": ("account",),
    "merge_accounts": ("account",),
    "register": ("account",),
    "unsubscribe": ("newsletter",),
    "subscribe": ("newsletter",),
    "customs": ("country",),
    "germany": ("country",),
    "eu": ("country",),
    "swiss_uk": ("country",),
    "china": ("country",),
    "usa": ("country",),
    "back_in_stock": ("stock",),
    "lost": ("delivery",),
    "wrong_item": ("order",),
    "earbuds": ("cosmetics",),
    "pickup": ("delivery",),
    "clothing": ("sizes",),
}
"""What else a text speaks of that speaks of the thing on the left."""


KINDS = frozenset({"duration", "cost"})
"""What a question may ask for whatever it is about: how long, how much."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One thing a text speaks of: the terms it may be, of which any one is enough.

    `own` tells a language's own word from a thing that rules speak of, `goods` the name of some kind of product.
    """

    terms: tuple[str, ...]
    own: bool = False
    goods: bool = False


def units(text: str) -> tuple[Unit, ...]:
    """What a text speaks of, each thing once; words that say nothing about rules are left out."""
    lexicon = _lexicon(spoken())
    found: dict[tuple[str, ...], Unit] = {}
    plain = normal(text)
    for unit in (*_latin_units(plain, lexicon), *_other_units(plain, lexicon)):
        found.setdefault(unit.terms, unit)
    return tuple(found.values())


def concepts(text: str) -> frozenset[str]:
    """The things of a shop's rules that a text speaks of."""
    return frozenset(term for unit in units(text) if not unit.own for term in unit.terms)


def answers(text: str) -> frozenset[str]:
    """The kinds of question that a text has a figure for: how long, how much."""
    plain = normal(text)
    return frozenset(kind for kind, pattern in _lexicon(spoken()).kinds.items() if pattern.search(plain))


def implied(terms: frozenset[str]) -> frozenset[str]:
    """The terms, and all that they imply."""
    return terms | {wider for term in terms for wider in IMPLIES.get(term, ())}


def gloss(text: str) -> str:
    """The text as an English model can read it: itself, or the names of what it speaks of."""
    plain = normal(text)
    if not OTHER.search(plain):
        return text
    return " ".join(unit.terms[0].lstrip("=").replace("_", " ") for unit in units(text))


def stem(word: str) -> str:
    """A Latin word without its ending."""
    word = word.replace("’", "'").removesuffix("'s").replace("'", "")
    for endings in (PLURALS, ENDINGS):
        for ending, instead in endings:
            if word.endswith(ending) and len(word) - len(ending) >= 3 and not (ending == "s" and word.endswith("ss")):
                word = word[: -len(ending)] + instead
                break
    word = DOUBLED.sub(r"\1", word)
    return word[:-1] if word.endswith("e") and len(word) > 3 else word


@dataclass(frozen=True)
class _Lexicon:
    phrases: Mapping[tuple[str, ...], tuple[str, ...]]
    longest: int
    others: Mapping[str, tuple[str, ...]]
    longest_other: int
    filler: frozenset[str]
    kinds: Mapping[str, re.Pattern[str]]


@lru_cache(maxsize=2)
def _lexicon(languages: tuple[str, ...]) -> _Lexicon:
    phrases: dict[tuple[str, ...], list[str]] = {}
    others: dict[str, list[str]] = {}
    filler: set[str] = set()
    kinds: dict[str, list[str]] = {}
    for language in languages:
        table = words(language, "policy")
        for concept, said in table["concepts"].items():
            for one in said:
                plain = normal(one)
                if OTHER.search(plain):
                    others.setdefault(plain, []).append(concept)
                else:
                    phrases.setdefault(tuple(stem(word) for word in LATIN.findall(plain)), []).append(concept)
        for kind, said in table["kinds"].items():
            kinds.setdefault(kind, []).append(f"(?:{said})")
        for one in table["words"]["filler"]:
            filler.add(one if OTHER.search(one) else stem(one))
    return _Lexicon(
        {key: tuple(value) for key, value in phrases.items() if key},
        max(map(len, phrases)),
        {key: tuple(value) for key, value in others.items()},
        max(map(len, others), default=1),
        frozenset(filler),
        {kind: re.compile("|".join(said)) for kind, said in kinds.items()},
    )


def _latin_units(plain: str, lexicon: _Lexicon) -> list[Unit]:
    spelt = [word for part in LATIN.findall(plain) for word in part.split("-") if word]
    said = [stem(word) for word in spelt]
    found, at = [], 0
    while at < len(said):
        for length in range(min(lexicon.longest, len(said) - at), 0, -1):
            known = lexicon.phrases.get(tuple(said[at : at + length]))
            if known:
                found.append(Unit(known))
                at += length
                break
        else:
            if said[at] not in lexicon.filler and len(said[at]) > 1:
                goods = kind_of(spelt[at]) == "type"
                others = [other for other in equivalents(spelt[at]) if OTHER.fullmatch(other)] if goods else []
                found.append(Unit((f"={said[at]}", *(f"={other}" for other in others)), own=True, goods=goods))
            at += 1
    return found


def _other_units(plain: str, lexicon: _Lexicon) -> list[Unit]:
    found = []
    for run in OTHER.findall(plain):
        at, loose = 0, ""
        while at <= len(run):
            size = next(
                (
                    length
                    for length in range(min(lexicon.longest_other, len(run) - at), 0, -1)
                    if run[at : at + length] in lexicon.others
                ),
                0,
            )
            if size or at == len(run):
                found += _loose_units(loose, lexicon)
                loose = ""
                if size:
                    found.append(Unit(lexicon.others[run[at : at + size]]))
            else:
                loose += run[at]
            at += size or 1
    return found


def _loose_units(run: str, lexicon: _Lexicon) -> list[Unit]:
    """The words of a stretch that no concept knows."""
    found = []
    for word in segment(run) if run else ():
        if word in lexicon.filler or len(word) < 2 or all(letter in lexicon.filler for letter in word):
            continue
        latin = (stem(part) for other in equivalents(word) for part in LATIN.findall(other)[-1:])
        found.append(
            Unit((f"={word}", *dict.fromkeys(f"={one}" for one in latin)), own=True, goods=kind_of(word) == "type")
        )
    return found
