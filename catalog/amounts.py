"""Prices as records write them: a number, perhaps with its currency."""

from __future__ import annotations

import math
import re

from catalog.measures import currencies
from catalog.written_measures import number

SIGNS = {
    "€": "EUR", "£": "GBP", "₹": "INR", "₩": "KRW", "₽": "RUB",
    "US$": "USD", "HK$": "HKD", "$": "USD", "¥": "CNY", "￥": "CNY",
}  # fmt: skip
CODE = re.compile(r"\b([A-Z]{3})\b")
SIGN = re.compile("|".join(re.escape(sign) for sign in sorted(SIGNS, key=len, reverse=True)))
MOST = 1e9


def amount(said: object) -> tuple[float, str | None] | None:
    """(price, currency or None) that a cell states; None where it states none or more than one."""
    if isinstance(said, bool) or said is None:
        return None
    if isinstance(said, (int, float)):
        return (float(said), None) if math.isfinite(said) else None
    text = str(said).strip()
    if (plain := number(text)) is not None:
        return plain, None
    code = next((word for word in CODE.findall(text) if word in currencies()), None)
    sign = SIGN.search(text)
    bare = SIGN.sub("", CODE.sub("", text)).strip()
    if (code or sign) and (plain := number(bare)) is not None:
        return plain, code or (SIGNS[sign.group()] if sign else None)
    from catalog.languages.quantities import quantities

    found = [each for each in quantities(text) if each.currency is not None]
    if len(found) != 1 or found[0].high is not None:
        return None
    currency = found[0].currency
    return found[0].value, currency if currency in currencies() else None
