"""The parts of a row with a shape of their own: pictures, addresses, ratings, reviews, translations."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from catalog.cleaning.column_words import column_words, plain_name
from catalog.cleaning.plain_text import one_line, plain_text
from catalog.cleaning.written_measures import number
from catalog.product import EMPTY, Review, Translation

ADDRESS = re.compile(r"(?:https?://[^\s<>\"']+|/[^\s<>\"'/\\][^\s<>\"'\\]*)", re.IGNORECASE)
NO_SCHEME = re.compile(r"(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}/[^\s<>\"']*", re.IGNORECASE)
LIST_MARK = re.compile(r"\s*[|;\n]\s*|,\s*(?=https?://|/)|\s+(?=https?://)")
LEADING = re.compile(r"\s*(\d+(?:[.,]\d+)*)")


def web_address(said: Any) -> str | None:
    """The address if it is one of the web, or of the shop's own site; scripts and files are none."""
    if not isinstance(said, str):
        return None
    text = said.strip()
    if text.startswith("//"):
        text = f"https:{text}"
    if ADDRESS.fullmatch(text):
        return text
    return f"https://{text}" if NO_SCHEME.fullmatch(text) else None


def pictures(found: Iterable[Any]) -> tuple[str, ...]:
    """The addresses of all pictures that the cells name, each once."""
    addresses: list[str] = []
    for each in found:
        if isinstance(each, str):
            text = each.strip().strip("[]") if each.strip().startswith("[") else each
            addresses += [address for part in LIST_MARK.split(text) if (address := web_address(part.strip(" \"'")))]
        elif isinstance(each, list):
            addresses += pictures(each)
        elif isinstance(each, Mapping):
            addresses += pictures([each.get(key) for key in ("src", "url", "link", "href") if each.get(key)][:1])
    return tuple(dict.fromkeys(addresses))


def rating_of(rating: Any, count: Any) -> tuple[float | None, int | None]:
    """The mean rating and how many gave one, from a number, "4.5 out of 5", or an object that holds both."""
    if isinstance(rating, Mapping):
        by_name = {plain_name(key): value for key, value in rating.items()}
        parts = column_words().rating_parts
        value, inner = (next((by_name[word] for word in parts[part] if word in by_name), None) for part in parts)
        return _leading(value), _whole(inner if count is None else count)
    return _leading(rating), _whole(count)


def _leading(said: Any) -> float | None:
    if isinstance(said, bool) or not isinstance(said, (str, int, float)):
        return None
    if isinstance(said, (int, float)):
        return float(said) if said == said else None
    found = LEADING.match(said)
    return number(found.group(1)) if found else number(said)


def _whole(said: Any) -> int | None:
    found = _leading(said)
    return int(found) if found is not None and 0 <= found < 1e12 else None


def clean_reviews(product_id: str, found: Iterable[Any], language: Callable[[str], str | None]) -> tuple[Review, ...]:
    """The opinions embedded in a row, without who wrote them."""
    reviews: list[Review] = []
    words = column_words().review
    for each in (review for column in found if isinstance(column, list) for review in column):
        if not isinstance(each, Mapping):
            continue
        by_name = {plain_name(key): value for key, value in each.items()}
        part = {name: _said_first(by_name, words[name]) for name in words}
        text = plain_text(part["text"]) if isinstance(part["text"], str) else ""
        if not text:
            continue
        rating = _leading(part["rating"])
        review_id = part["id"] if isinstance(part["id"], (str, int)) else f"{product_id}-r{len(reviews) + 1}"
        told = part["language"] if isinstance(part["language"], str) else language(text)
        reviews.append(Review(str(review_id), text, rating if rating is not None and 0 < rating <= 5 else None, told))
    return tuple(reviews)


def _said_first(by_name: Mapping[str, Any], words: Iterable[str]) -> Any:
    return next((by_name[word] for word in words if by_name.get(word) is not None), None)


def clean_translations(found: Any) -> Mapping[str, Translation]:
    """The row's words in other languages, by language code, in the catalogue's own form."""
    if not isinstance(found, Mapping):
        return EMPTY
    return {code: _translation(words) for code, words in found.items() if isinstance(words, Mapping)} or EMPTY


def _translation(words: Mapping[str, Any]) -> Translation:
    attributes: dict[str, tuple[str, str | None]] = {}
    named = words.get("attributes")
    for name, said in named.items() if isinstance(named, Mapping) else ():
        if isinstance(said, Mapping) and isinstance(said.get("name"), str):
            value = said.get("value")
            attributes[name] = (one_line(said["name"]), one_line(value) if isinstance(value, str) else None)
    told = words.get("category")
    category = told if isinstance(told, list) else []
    return Translation(
        title=_said(words.get("title")),
        description=plain_text(words["description"]) if isinstance(words.get("description"), str) else None,
        type=_said(words.get("type")),
        category=tuple(one_line(step) for step in category if isinstance(step, str)),
        attributes=attributes or EMPTY,
    )


def _said(value: Any) -> str | None:
    return one_line(value) or None if isinstance(value, str) else None
