"""Says what in a reason its raw records don't prove; it reads raw records alone and shares no code with what made it.

A reason comes as plain data: its text, its evidence, the products shown, the candidates, the demands. Every proof has
to be the raw record's own, every comparison has to hold among all that it names, in the direction of its words, and
every figure of the text that stands outside quotations and names has to be one that the records or the demands give.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

FIGURE = re.compile(r"(?<![A-Za-z0-9.,-])\d[\d,]*(?:\.\d+)?(?![A-Za-z0-9])")
QUOTED = re.compile(r"“[^”]*”")
SCALES = {
    **{"g": ("g", 1.0), "kg": ("g", 1000.0), "mg": ("g", 0.001), "lb": ("g", 453.59237), "oz": ("g", 28.349523)},
    **{"mm": ("mm", 1.0), "cm": ("mm", 10.0), "m": ("mm", 1000.0), "inch": ("mm", 25.4)},
    **{"s": ("s", 1.0), "min": ("s", 60.0), "h": ("s", 3600.0), "day": ("s", 86400.0)},
    **{"month": ("month", 1.0), "year": ("month", 12.0), "ml": ("ml", 1.0), "l": ("ml", 1000.0)},
    **{"MB": ("MB", 1.0), "GB": ("MB", 1e3), "TB": ("MB", 1e6), "W": ("W", 1.0), "kW": ("W", 1e3)},
    **{"nit": ("cd/m²", 1.0), "cd/m²": ("cd/m²", 1.0)},
}
LESS = re.compile(
    r"cheap|least|less|lowest|lightest|lighter|shortest|shorter|smallest|quiet"
    r"|便宜|轻|低|少|短|最小|安静"
)
MORE = re.compile(
    r"dearest|\bmost|highest|higher|best|longest|longer|largest|larger|heaviest|loudest|brightest|brighter"
    r"|最贵|最高|更高|最大|更大|最长|更长|最久|最重|最亮|更亮|多|大$|高"
)
DENIED = re.compile(r"\b(?:no|not|without)\b|没有|不|无(?!线)")
OFFERED = re.compile(r"\b(?:discount|refund|guarantee|gift|free shipping)\b|打折|包邮|退款|赠送|保证")
COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5}


@dataclass(frozen=True)
class Told:
    """One reason as plain data; `ledger` holds (field, value) of each demand."""

    product: str
    text: str
    evidence: Sequence[Mapping[str, Any]]
    shown: Sequence[str]
    candidates: Sequence[str]
    ledger: Sequence[tuple[str, Any]]


class Records:
    """Raw records by id: own columns as they stand, attributes as (value, unit), reviews, all titles."""

    def __init__(self, rows: Mapping[str, Mapping[str, Any]]) -> None:
        self._rows = rows

    def fact(self, product: str, field: str) -> tuple[Any, str | None] | None:
        """(value, unit) as the raw record has it."""
        row = self._rows[product]
        attributes = row.get("attributes")
        if isinstance(attributes, dict) and field in attributes:
            found = attributes[field]
            return (found["value"], found.get("unit")) if isinstance(found, dict) else (found, None)
        if field in row and row[field] not in (None, "", "NULL"):
            return row[field], None
        return None

    def texts(self, product: str) -> Iterator[str]:
        """Titles and descriptions in every language."""
        row = self._rows[product]
        for one in (row, *(row.get("translations") or {}).values()):
            for key in ("title", "description", "short_description", "long_description", "name"):
                if isinstance(one.get(key), str):
                    yield one[key]

    def names(self, product: str, field: str) -> Iterator[str]:
        """What the record calls a field, in every language."""
        for one in (self._rows[product].get("translations") or {}).values():
            told = (one.get("attributes") or {}).get(field)
            name = told.get("name") if isinstance(told, dict) else told[0] if isinstance(told, (list, tuple)) else told
            if name:
                yield str(name)

    def values(self, product: str, field: str) -> Iterator[str]:
        """A text value in the record's other languages."""
        for one in (self._rows[product].get("translations") or {}).values():
            told = (one.get("attributes") or {}).get(field)
            if isinstance(told, dict) and isinstance(told.get("value"), str):
                yield told["value"]
            elif isinstance(told, (list, tuple)) and len(told) > 1 and told[1]:
                yield str(told[1])

    def review(self, product: str, review: Any) -> str | None:
        """The text of a review."""
        found = [one for one in self._rows[product].get("reviews") or () if one.get("id") == review]
        return found[0]["text"] if found else None

    def reviews(self, product: str) -> Sequence[Mapping[str, Any]]:
        """All reviews of a product."""
        return self._rows[product].get("reviews") or ()


def faults(told: Told, records: Records) -> list[str]:
    """Everything in a reason that its records don't prove, in words."""
    said = [wrong for proof in told.evidence if (wrong := _unproved(proof, told, records))]
    said += [f"{figure} stands nowhere in the records" for figure in _loose_figures(told, records)]
    offered = OFFERED.search(QUOTED.sub("", told.text))
    if offered:
        said.append(f"{offered[0]!r} is promised")
    return said


def _unproved(proof: Mapping[str, Any], told: Told, records: Records) -> str | None:
    field, value, kind = proof["field"], proof["value"], proof["kind"]
    words = told.text[proof["at"][0] : proof["at"][1]] if proof.get("at") else ""
    if proof.get("at") and not words.strip():
        return f"the proof of {field} marks nothing"
    if kind == "review":
        text = records.review(told.product, value)
        return None if text and proof["span"] in text else f"no review says {proof.get('span')!r}"
    if proof.get("span") and field in ("title", "description"):
        found = any(proof["span"] in text for text in records.texts(told.product))
        return None if found else f"no text says {proof['span']!r}"
    raw = records.fact(told.product, field)
    if value is None:
        return None if raw is None else f"{field} is called unknown, and it is {raw[0]!r}"
    if raw is None:
        return f"the record has no {field}"
    if isinstance(value, bool):
        if _truth(raw[0]) is not value:
            return f"{field} is {raw[0]!r}, and {value} is told"
        for name in records.names(told.product, field):
            words = words.replace(name, "")
        return f"{words!r} says the opposite of {field}" if bool(DENIED.search(words)) is value else None
    if isinstance(value, str):
        return None if str(raw[0]).strip() == value.strip() else f"{field} is {raw[0]!r}, and {value!r} is told"
    if not _same(raw, (value, proof.get("unit"))):
        return f"{field} is {raw}, and {value} {proof.get('unit')} is told"
    return _compared(proof, words, told, records) if kind in ("comparison", "superlative") else None


def _compared(proof: Mapping[str, Any], words: str, told: Told, records: Records) -> str | None:
    among = proof["among"]
    if isinstance(among, int):
        if among != len(told.candidates):
            return f"{among} candidates are told, and there are {len(told.candidates)}"
        among = told.candidates
    field = proof["field"]
    mine = _scaled(records.fact(told.product, field), proof.get("unit"))
    others = [_scaled(records.fact(one, field), proof.get("unit")) for one in among if one != told.product]
    if told.product not in among or not others or mine is None or any(one is None for one in others):
        return f"the comparison of {field} names records that don't say"
    rivals = [one for one in others if one is not None]
    lowest, highest = mine < min(rivals), mine > max(rivals)
    if not (lowest or highest):
        return f"{field} {mine} is neither below nor above all of {rivals}"
    less, more = LESS.search(words), MORE.search(words)
    if words and bool(less) == bool(more):
        return f"the direction of {words!r} can't be told" if not less else None
    return f"{words!r} says the opposite" if words and ((less and not lowest) or (more and not highest)) else None


def _loose_figures(told: Told, records: Records) -> list[str]:
    text = QUOTED.sub("", told.text)
    names: set[str] = set()
    for title in (title for one in told.shown for title in records.texts(one)):
        names |= {title, *(title[: cut.start()] for cut in re.finditer(r"[ ,，(（|]|(?<=[ -~])(?=[^ -~])", title[:90]))}
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, "") if len(name) > 3 else text
    values = [(proof["value"], proof.get("unit")) for proof in told.evidence]
    for proof in told.evidence:
        for value in (proof["value"], *records.values(told.product, proof["field"])):
            text = text.replace(value, "") if isinstance(value, str) and value else text
    true: list[float] = [5.0, *(float(len(x)) for x in (told.shown, told.candidates)), len(told.shown) - 1.0]
    for value, unit in values:
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            true += [float(value), *_gaps(value, unit, told, records)]
    true += [float(len(one["among"]) - 1) for one in told.evidence if isinstance(one.get("among"), (list, tuple))]
    price = records.fact(told.product, "price")
    for field, value in told.ledger:
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            true.append(float(value))
            if field == "price" and price:
                true.append(abs(float(value) - float(price[0])))
    reviews = records.reviews(told.product)
    true += [float(len(reviews)), float(sum((one.get("rating") or 0) >= 4 for one in reviews))]
    return [
        one for one in FIGURE.findall(text) if not any(abs(float(one.replace(",", "")) - good) < 0.006 for good in true)
    ]


def _gaps(value: float, unit: str | None, told: Told, records: Records) -> Iterator[float]:
    fields = [one["field"] for one in told.evidence if one["value"] == value]
    for field in fields:
        for other in told.shown:
            number = _scaled(records.fact(other, field), unit)
            if number is not None:
                yield round(abs(value - number), 3)


def _scaled(raw: tuple[Any, str | None] | None, unit: str | None) -> float | None:
    """A raw figure on the scale of `unit`; a raw figure without a unit is taken as it stands."""
    if raw is None:
        return None
    try:
        value = float(raw[0])
    except (TypeError, ValueError):
        return None
    if raw[1] == unit:
        return value
    single = raw[1][:-1] if raw[1] and len(raw[1]) > 3 and raw[1].endswith("s") else raw[1]
    if single is None or unit is None or single == unit:
        return value
    (kind, factor), (wanted, other) = SCALES.get(single, (single, 1.0)), SCALES.get(unit, (unit, 1.0))
    return value * factor / other if kind == wanted else None


def _same(raw: tuple[Any, str | None], told: tuple[Any, str | None]) -> bool:
    value = _scaled(raw, told[1])
    if value is None:
        return False
    # A raw figure without a unit may have been given one of another scale by the words of its own record.
    factors = (1.0,) if raw[1] else (1.0, 10.0, 100.0, 1000.0, 0.1, 0.01, 0.001, 25.4, 1 / 25.4)
    return any(abs(value * factor - told[0]) <= 1e-6 * max(1.0, abs(told[0])) for factor in factors)


def _truth(raw: Any) -> bool | None:
    if isinstance(raw, bool):
        return raw
    word = str(raw).strip().casefold()
    known = {**dict.fromkeys(("yes", "y", "true", "1", "1.0"), True), **dict.fromkeys(("no", "n", "false", "0"), False)}
    return known.get(word)
