"""What most values of a column must look like to be believed as the field that its name says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from catalog.cleaning.amounts import Price, amount, read_price
from catalog.cleaning.stock import stock_of, told_availability, yes_or_no


def is_yes_or_no(value: Any) -> bool:
    """Whether a value only says yes or no."""
    return yes_or_no(value) is not None


def fits(name: str) -> Callable[[Any], bool]:
    """Whether a value may be one of the field."""
    return CONTENT.get(name, _any)


def _any(value: Any) -> bool:
    return True


def _text(value: Any) -> bool:
    return isinstance(value, str)


def _scalar(value: Any) -> bool:
    return isinstance(value, (str, int, float)) and not isinstance(value, bool)


def _text_or_list(value: Any) -> bool:
    return isinstance(value, str) or (isinstance(value, list) and all(isinstance(each, (str, list)) for each in value))


def _pictures(value: Any) -> bool:
    if isinstance(value, str):
        return "/" in value or "." in value
    return isinstance(value, list) and all(isinstance(each, (str, dict)) for each in value)


def _amount(value: Any) -> bool:
    if isinstance(value, (list, dict)):
        return False
    # A date or an absurd figure in a column of prices is a price gone wrong, told row by row.
    return isinstance(read_price(value), Price) or (isinstance(value, str) and any(map(str.isdigit, value)))


def _figure(value: Any) -> bool:
    found = amount(value) if _scalar(value) else None
    return found is not None


def _in_stock(value: Any) -> bool:
    return stock_of(value) is not None or told_availability(value) or is_yes_or_no(value)


def _rating(value: Any) -> bool:
    return isinstance(value, dict) or _counted(value)


def _counted(value: Any) -> bool:
    return _figure(value) or (isinstance(value, str) and value.strip()[:1].isdigit())


def _address(value: Any) -> bool:
    return isinstance(value, str) and ("/" in value or "." in value) and " " not in value.strip()


def _container(value: Any) -> bool:
    return isinstance(value, dict) or (isinstance(value, list) and all(isinstance(each, dict) for each in value))


CONTENT: Mapping[str, Callable[[Any], bool]] = MappingProxyType({
    "id": _scalar, "title": _text, "brand": _text, "type": _text, "category": _text_or_list, "subcategory": _text,
    "price": _amount, "currency": _text, "description": _text_or_list, "brief": _text, "images": _pictures,
    "thumbnail": _pictures, "stock": _in_stock, "rating": _rating, "rating_count": _counted, "language": _text,
    "url": _address, "group": _scalar, "reviews": _container, "attributes": _container, "translations": _container,
})  # fmt: skip
