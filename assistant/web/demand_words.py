"""Demands and wishes in the few words of a chip."""

from __future__ import annotations

from assistant.reasons.amounts import fact_words, figure, label, money
from assistant.replies import Example
from assistant.web.page_words import say
from catalog.languages.detection import detect
from catalog.languages.lexicon import lexicon
from catalog.product import Attribute, Constraint, Product, Value

SIGNS = {"<": "<", "<=": "≤", ">": ">", ">=": "≥", "about": "≈", "=": "="}
MONEY_WORDS = {"<": "below", "<=": "up_to", ">": "above", ">=": "from", "about": "about", "=": "exactly"}
EXCLUDING = frozenset({"!=", "not_in"})


def demand_text(constraint: Constraint, language: str, product: Product | None = None) -> str:
    """What the chip of a demand says; the shopper's own words where there is no value to tell."""
    name = label(constraint.field, language, product)
    values = _values(constraint)
    if not values:
        return constraint.said or name
    if constraint.said and _is_foreign(name, language) and not _is_foreign(constraint.said, language):
        return constraint.said
    if constraint.op in EXCLUDING:
        return _excluded(constraint, name, values, language, product)
    if isinstance(values[0], bool):
        return name if values[0] else say(language, "demand", "no", name=name)
    if constraint.op == "has":
        told = str(values[0])
        known = lexicon().word_in(told, language)
        own = not known and told not in constraint.said and detect(constraint.said) == language
        return constraint.said if own else known or told
    if constraint.field == "price" and isinstance(values[0], (int, float)):
        return say(language, "demand", MONEY_WORDS[constraint.op], value=_amount(values[0], constraint, language))
    if isinstance(values[0], (int, float)):
        value = _either(constraint, values, language, product)
        return say(language, "demand", "number", name=name, sign=SIGNS.get(constraint.op, "="), value=value)
    value = _either(constraint, values, language, product)
    return value if constraint.field == "brand" else say(language, "demand", "text", name=name, value=value)


def _is_foreign(name: str, language: str) -> bool:
    return detect(name, language) != language


def met_text(constraint: Constraint, product: Product, language: str) -> str:
    """How a product meets a demand: its own value where the demand is a measure, else the demand itself."""
    fact = product.fact(constraint.field)
    measured = constraint.op in SIGNS and constraint.field != "price"
    if fact is None or not measured or isinstance(fact.value, (bool, str)):
        return demand_text(constraint, language, product)
    value = fact_words(constraint.field, fact, language, product)
    return say(language, "demand", "met", name=label(constraint.field, language, product), value=value)


def price_limit(ledger: tuple[Constraint, ...], currency: str | None) -> float | None:
    """The most that a shopper wants to pay, in the product's own currency."""
    for constraint in ledger:
        limits = constraint.field == "price" and constraint.op in ("<", "<=") and constraint.unit in (None, currency)
        if limits and isinstance(constraint.value, (int, float)):
            return float(constraint.value)
    return None


def _values(constraint: Constraint) -> tuple[Value, ...]:
    if constraint.value is None:
        return ()
    return constraint.value if isinstance(constraint.value, tuple) else (constraint.value,)


def _excluded(
    constraint: Constraint, name: str, values: tuple[Value, ...], language: str, product: Product | None
) -> str:
    if isinstance(values[0], bool):
        return say(language, "demand", "no", name=name) if values[0] else name
    return say(language, "demand", "not", value=_either(constraint, values, language, product))


def chip_text(constraint: Constraint, language: str, example: Example) -> str:
    """What the chip of a demand says, in the words of a record that tells its field, or its value."""
    values = _values(constraint)
    told = example(constraint.field, values[0]) if values and isinstance(values[0], str) else None
    return demand_text(constraint, language, told or example(constraint.field, None))


def _either(constraint: Constraint, values: tuple[Value, ...], language: str, product: Product | None) -> str:
    told = [fact_words(constraint.field, Attribute(value, constraint.unit), language, product) for value in values]
    return say(language, "demand", "or").join(told)


def _amount(value: float, constraint: Constraint, language: str) -> str:
    return money(value, constraint.unit, language) if constraint.unit else figure(value, None, language)
