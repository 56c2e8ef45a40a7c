"""Faults planted in true sentences: figures, units, fields and names changed, and claims added that nothing proves."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from random import Random
from typing import Any

from assistant.evaluation.reasons_trials import FILE, Trial, numbers_of
from assistant.languages.reading import words
from assistant.reasons.named import feature_slots, grammar, own_label, spelled

FIGURE = re.compile(r"(?<![A-Za-z0-9.,-])\d[\d,]*(?:\.\d+)?(?![A-Za-z0-9-]|[.,]\d)")
QUOTE = re.compile(r"“[^”]*”")
END = re.compile(r"[.。]$")
ADDED = (
    *("discount", "delivery", "refund", "guarantee", "gift", "quality", "link", "order", "bare_superlative"),
    *("false_superlative", "sold_out", "feature", "colour", "brand", "id", "quote", "absence"),
)
CHANGED = ("figure", "unit", "field", "name", "negation", "quoted words")
KINDS = (*CHANGED, *ADDED)
Planter = Callable[[Trial, Random, Mapping[str, Any], str], str | None]


def planted(trial: Trial, kind: str, language: str, chance: Random) -> str | None:
    """The sentence with a fault of this kind, or None where it has no place for one."""
    table = words(language, FILE)
    if kind in ADDED:
        return _added(trial, kind, language, chance, table)
    planters: dict[str, Planter] = {
        "figure": _figure,
        "unit": _unit,
        "field": _field,
        "name": _name,
        "negation": _negation,
        "quoted words": _quoted,
    }
    return planters[kind](trial, chance, table, language)


def _added(trial: Trial, kind: str, language: str, chance: Random, table: Mapping[str, Any]) -> str | None:
    product = trial.ground.product
    if kind == "bare_superlative" and trial.key in ("own", "cheapest"):
        return None
    if kind == "sold_out" and not product.stock:
        return None
    if kind == "false_superlative":
        prices = [one.price for one in trial.ground.shown]
        if len(prices) < 2 or None in prices or product.price == max(one for one in prices if one is not None):
            return None
    names = [own_label(name, language, product) for name in product.attributes]
    if not names or product.price is None:
        return None
    said = chance.choice(table["faults"][kind]).format(name=chance.choice(names), count=len(trial.ground.shown))
    if kind == "colour" and any(word in product.words.casefold() for word in said.casefold().split()[-1:]):
        return None
    end = END.search(trial.text)
    body = trial.text[: end.start()] if end else trial.text
    return f"{body}{table['words']['joint']}{said}{end[0] if end else ''}"


def _figures(trial: Trial) -> list[re.Match[str]]:
    """The figures of a sentence that stand outside quotations and titles."""
    hidden = [(found.start(), found.end()) for found in QUOTE.finditer(trial.text)]
    for one in trial.ground.shown:
        for name in (one.title, *(told.title for told in one.translations.values() if told.title)):
            for cut in {name, name.split(",")[0], re.split(r"[^\x20-\x7e]", name)[0].strip()}:
                if len(cut) > 3:
                    hidden += [(found.start(), found.end()) for found in re.finditer(re.escape(cut), trial.text)]
    found = FIGURE.finditer(trial.text)
    return [one for one in found if not any(start <= one.start() < end for start, end in hidden)]


def _figure(trial: Trial, chance: Random, table: Mapping[str, Any], language: str) -> str | None:
    found = _figures(trial)
    if not found:
        return None
    one = chance.choice(found)
    value = float(one[0].replace(",", ""))
    decimals = len(one[0].partition(".")[2])
    true = numbers_of(trial.ground)
    for factor in chance.sample((0.5, 0.7, 0.85, 1.15, 1.3, 1.6, 2.0, 3.0), 8):
        changed = round(value * factor, decimals)
        if changed == value or any(abs(changed - other) <= 0.02 * abs(other) + 1e-9 for other in true):
            continue
        return f"{trial.text[: one.start()]}{changed:.{decimals}f}{trial.text[one.end() :]}"
    return None


def _unit(trial: Trial, chance: Random, table: Mapping[str, Any], language: str) -> str | None:
    """Another unit behind a figure that has one."""
    found = []
    for one in _figures(trial):
        unit = re.match(r"\s?(?:[A-Za-z°%]+|[\u4e00-\u9fff]{1,2})(?=[\s,.。，；;]|$)", trial.text[one.end() :])
        if unit and any(unit[0].strip() == word for word in table["faults"]["units"]):
            found.append((one, unit[0]))
    if not found:
        return None
    one, unit = chance.choice(found)
    other = chance.choice([word for word in table["faults"]["units"] if word != unit.strip()])
    gap = " " if unit[:1] == " " or other.isascii() else ""
    return f"{trial.text[: one.end()]}{gap}{other}{trial.text[one.end() + len(unit) :]}"


def _field(trial: Trial, chance: Random, table: Mapping[str, Any], language: str) -> str | None:
    """The value of one field told of another."""
    if trial.key not in ("number", "text"):
        return None
    product, name = trial.ground.product, trial.slots["name"]
    others = [
        (own_label(field, language, product), spelled(field, fact, language, product))
        for field, fact in product.attributes.items()
        if isinstance(fact.value, (float, str)) and not isinstance(fact.value, bool) and len(str(fact.value)) < 30
    ]
    mine = trial.slots["value"].casefold()
    wrong = [value for told, value in others if told != name and value.casefold() not in mine and mine not in value]
    return trial.text.replace(trial.slots["value"], chance.choice(wrong)) if wrong else None


def _name(trial: Trial, chance: Random, table: Mapping[str, Any], language: str) -> str | None:
    """The brand of another product shown."""
    mine = trial.ground.product.brand
    others = [one.brand for one in trial.ground.shown if one.brand and one.brand != mine]
    if not mine or mine not in trial.text or not others or trial.key not in ("brand", "own"):
        return None
    other = chance.choice(others)
    return None if trial.key == "own" and f"{mine} " in trial.text else trial.text.replace(mine, other)


def _negation(trial: Trial, chance: Random, table: Mapping[str, Any], language: str) -> str | None:
    """A yes of the record told as a no, or the other way round, in a sentence of its own."""
    product = trial.ground.product
    flags = [(name, fact.value) for name, fact in product.attributes.items() if isinstance(fact.value, bool)]
    if not flags:
        return None
    name, value = chance.choice(flags)
    kind, slots = feature_slots(own_label(name, language, product), language)
    told = chance.choice(grammar(language)["features"][f"not_{kind}" if value else kind])
    clause = chance.choice(grammar(language)["facts"]["feature"]).replace("{feature}", told).format(**slots)
    end = END.search(trial.text)
    body = trial.text[: end.start()] if end else trial.text
    return f"{body}{table['words']['joint']}{clause.replace('[[', '').replace(']]', '')}{end[0] if end else ''}"


def _quoted(trial: Trial, chance: Random, table: Mapping[str, Any], language: str) -> str | None:
    """A quotation with its middle left out."""
    found = QUOTE.search(trial.text)
    if found is None or len(found[0]) < 16:
        return None
    span = found[0][1:-1]
    cut = len(span) // 3
    return trial.text.replace(span, span[:cut] + span[-cut:])
