"""Words about a product's options -> option values, and the items that have them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from assistant.service.lexicon import LATIN, ServiceLexicon, plain, service_lexicon
from assistant.service.policy_terms import stem
from catalog.languages.lexicon import equivalents

Record = Mapping[str, Any]
YES, NO, NONE = "yes", "no", "none"
NUMBER = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Said:
    """One option value that a text names, and where."""

    option: str
    value: str
    start: int
    end: int


def options_said(text: str, product: Record) -> list[Said]:
    """Every option value of the product that a plain text names, longest first where they overlap, by place."""
    lexicon = service_lexicon()
    measured = lexicon.measured(text)
    found: list[Said] = []
    for option, values in _values(product).items():
        for value in values:
            for form in _forms(value, values):
                for start, end in _places(measured, form, value, option, lexicon):
                    found.append(Said(option, value, start, end))
        found += _truths(measured, option, values)
    found.sort(key=lambda one: (one.start - one.end, one.start))
    kept: list[Said] = []
    for one in found:
        rivals = [other for other in kept if other.start < one.end and one.start < other.end]
        if all((other.start, other.end) == (one.start, one.end) and other != one for other in rivals):
            kept.append(one)
    return sorted(_told_apart(measured, kept), key=lambda one: one.start)


def _told_apart(text: str, said: list[Said]) -> list[Said]:
    """Values that several options have, given to the option that the text names nearby."""
    kept = []
    for one in said:
        rivals = [other for other in said if (other.start, other.end) == (one.start, one.end)]
        if len(rivals) > 1:
            named = [other for other in rivals if _names_option(text, other.option)]
            if named and one not in named:
                continue
        kept.append(one)
    return kept


def _values(product: Record) -> dict[str, tuple[str, ...]]:
    values: dict[str, dict[str, None]] = {}
    for variant in product["variants"].values():
        for option, value in variant["options"].items():
            values.setdefault(str(option), {})[str(value)] = None
    return {option: tuple(found) for option, found in values.items()}


@lru_cache(maxsize=4096)
def _forms(value: str, values: tuple[str, ...]) -> tuple[str, ...]:
    """All ways of saying a value, in plain letters; its first word alone where no other value begins so."""
    lexicon = service_lexicon()
    own = lexicon.measured(plain(value))
    forms = [own, own.replace("-", " ")]
    head = own.split()[0]
    if len(own.split()) > 1 and len(head) > 2 and sum(plain(one).startswith(head) for one in values) == 1:
        forms.append(head)
    others = [*lexicon.values.get(plain(value), ()), *(plain(one) for one in equivalents(value))]
    forms += [one for one in others if one not in {plain(other) for other in values if other != value}]
    return tuple(dict.fromkeys(form for form in forms if form))


def _places(text: str, form: str, value: str, option: str, lexicon: ServiceLexicon) -> list[tuple[int, int]]:
    if value.casefold() in (YES, NO):
        return []
    if form in (NO, "without") or (value.casefold() == NONE and len(form) <= 2):
        wanted = re.compile(rf"{re.escape(form)}\s*(?:{'|'.join(map(re.escape, _option_names(option)))})")
        return [found.span() for found in wanted.finditer(text)]
    if not LATIN.search(form) and not NUMBER.search(form):
        spans = [found.span() for found in re.finditer(re.escape(form), text)]
        # One letter may be part of another word, unless what ends a value follows.
        names = _option_names(option)
        return [
            span
            for span in spans
            if len(form) > 1
            or lexicon.cues["value_suffix"].match(text, span[1])
            or any(text.startswith(name, span[1]) for name in names)
        ]
    pattern = rf"(?<![a-z0-9'.#_-]){re.escape(form)}(?![a-z0-9'_]|\.\d|-\d)"
    spans = [found.span() for found in re.finditer(pattern, text)]
    if NUMBER.fullmatch(form):
        spans += [
            found.span()
            for word, number in lexicon.numbers.items()
            if str(number) == form
            for found in re.finditer(rf"(?<![a-z]){re.escape(word)}(?![a-z])", text)
            if lexicon.size_before.search(text[: found.start()]) or lexicon.size_after.match(text, found.end())
        ]
    return spans


def _truths(text: str, option: str, values: Sequence[str]) -> list[Said]:
    """A yes-or-no option that the text names: no where a denial stands before it."""
    plain_values = {value.casefold(): value for value in values}
    if not {YES, NO} & plain_values.keys():
        return []
    found, lexicon = [], service_lexicon()
    for name in _option_names(option):
        for match in re.finditer(re.escape(name), text):
            denied = lexicon.has("denies", text[: match.start()])
            value = plain_values.get(NO if denied else YES)
            if value is not None:
                found.append(Said(option, value, match.start(), match.end()))
    return found


@lru_cache(maxsize=1024)
def _option_names(option: str) -> tuple[str, ...]:
    own = plain(option)
    names = [own, own.replace("resistance", "resistant"), own.replace("resistance", "proof").replace(" ", "")]
    others = [plain(one) for one in equivalents(option)]
    names += others
    # "Waterproof rating" in another language begins with the word for waterproof.
    names += [one[:2] for one in others if not LATIN.search(one) and len(one) >= 4]
    return tuple(dict.fromkeys(name for name in names if len(name) > 1))


def _names_option(text: str, option: str) -> bool:
    first = stem(plain(option).split()[0])
    said = {stem(word) for word in re.findall(r"[a-z]+", text)}
    return any(one == first or (len(first) > 3 and one.startswith(first)) for one in said) or any(
        name in text for name in _option_names(option) if not LATIN.search(name)
    )


def fitting_items(product: Record, wanted: Mapping[str, Sequence[str]], but: str = "") -> list[str]:
    """Ids of the items that have the wanted values, one of each option's; `but` is left out."""
    return [
        str(item)
        for item, variant in product["variants"].items()
        if item != but and all(str(variant["options"].get(option)) in values for option, values in wanted.items())
    ]
