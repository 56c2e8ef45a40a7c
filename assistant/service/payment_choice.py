"""Words -> one of the customer's payment methods."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from assistant.service.law import methods_of, original_payment
from assistant.service.lexicon import plain, service_lexicon

Record = Mapping[str, Any]
METHOD_ID = re.compile(r"(?<![a-z0-9_])(?:[a-z]+_)+\d{4,}(?![a-z0-9_])")
"""What payment methods are called in records of this form."""
SOURCES = ("gift_card", "paypal", "credit_card", "wechat_pay", "alipay")


@dataclass(frozen=True, slots=True)
class Paid:
    """What a text says of paying: the method, or several that it may be, or that the customer has no such one."""

    method: str | None = None
    several: tuple[str, ...] = ()
    unknown: bool = False


def chosen_payment(text: str, customer: Record, order: Record | None) -> Paid:
    """The method that a text names, by its id, its kind and digits, or as the original one."""
    said, lexicon = plain(text), service_lexicon()
    methods = methods_of(customer)
    for name in methods:
        # An id that is an ordinary word ("card") may stand in any sentence.
        if not name.isalpha() and plain(name) in said:
            return Paid(name)
    foreign = [one for one in METHOD_ID.findall(said) if one not in {plain(name) for name in methods}]
    if foreign:
        return Paid(unknown=True)
    original = original_payment(order) if order is not None else None
    wanted = [source for source in SOURCES if lexicon.has(source, said)]
    digits = re.findall(r"(?<!\d)\d{4}(?!\d)", said)
    by_digits = [name for name, one in methods.items() if str(one.get("last_four", "")) in digits]
    if len(by_digits) == 1:
        return Paid(by_digits[0])
    if digits and lexicon.has("credit_card", said) and lexicon.has("ending", said):
        return Paid(unknown=True)
    if lexicon.has("original", said) and original in methods:
        source = str(methods[original].get("source"))
        if not wanted or source in wanted:
            return Paid(original)
    if lexicon.has("other_method", said) and not any(
        str(one.get("source")) in wanted and str(one.get("source")) in ("wechat_pay", "alipay")
        for one in methods.values()
    ):
        return Paid(unknown=True)
    fitting = [name for name, one in methods.items() if str(one.get("source")) in wanted]
    brands = [name for name in fitting if str(methods[name].get("brand", "")).casefold() in said.replace(" ", "")]
    branded = [name for name in brands if methods[name].get("brand")]
    if any(brand in said.replace(" ", "") for brand in _brands(methods)) and branded:
        fitting = branded
    if len(fitting) == 1:
        return Paid(fitting[0])
    if len(fitting) > 1:
        return Paid(several=tuple(fitting))
    return Paid(unknown=bool(wanted))


def _brands(methods: Mapping[str, Record]) -> set[str]:
    return {str(one["brand"]).casefold() for one in methods.values() if one.get("brand")}
