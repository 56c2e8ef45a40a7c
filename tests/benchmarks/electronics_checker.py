"""Says of every product that a reply shows whether its raw record breaks what was asked, is silent, or is another kind.

It reads the raw file and the demands only, so it shares nothing with the assistant it judges. A record breaks a demand
if every reading of its column contradicts it; where a column mixes scales and one reading would do, it is counted as
ambiguous. A record without the column is unknown; whether its title or short description mentions the thing is said
too, because the product's own text may prove it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tests.benchmarks.electronics_fields import AMBIGUOUS, BREAKS, UNKNOWN, Demand, verdict
from tests.benchmarks.electronics_kinds import kind_named
from tests.benchmarks.electronics_requests import Request

MENTIONS = {
    "bluetooth": r"bluetooth|\bbt\b",
    "touchscreen": r"touch",
    "fingerprint_reader": r"finger",
    "card_reader": r"card reader|in-1",
    "numeric_keypad": r"keypad|numeric|num\b",
    "webcam": r"cam\b|webcam|camera",
    "wifi": r"wi-?fi|wlan|802\.11|wireless",
    "ethernet": r"ethernet|network|\blan\b|\d\w*n\b|10/100",
    "duplex": r"duplex|double|two-sided|\d\w*d[nt]?\w*\b",
    "colour_printing": r"colou?r|mono|black",
    "poe": r"poe|power over",
    "ecc": r"\becc\b",
    "speakers": r"speaker|audio",
    "fm_radio": r"\bfm\b|radio|tuner",
    "voice_recording": r"record",
    "stabilizer": r"\bis\b|stabili",
    "washable": r"wash|wet|water",
    "trimmer": r"trim",
}


@dataclass(frozen=True)
class Shown:
    """One shown product, judged: `place` is `items` or `unproved`; the tuples hold the demands concerned."""

    id: str
    place: str
    in_catalogue: bool
    of_kind: bool
    price_right: bool
    breaks: tuple[Demand, ...]
    unknown: tuple[Demand, ...]
    ambiguous: tuple[Demand, ...]
    unmentioned: tuple[Demand, ...]


def judge_reply(request: Request, reply: Mapping[str, Any], rows: Mapping[str, Mapping[str, Any]]) -> list[Shown]:
    """Every product that the reply shows, in `items` and then in `unproved`, judged against the raw rows by id."""
    return [
        _judge(request, str(card["id"]), card.get("price"), place, rows)
        for place in ("items", "unproved")
        for card in reply.get(place) or ()
    ]


def _judge(request: Request, product: str, price: Any, place: str, rows: Mapping[str, Mapping[str, Any]]) -> Shown:
    row = rows.get(product)
    if row is None:
        return Shown(product, place, False, False, False, request.demands, (), (), ())
    found = [(demand, verdict(row, request.kind, demand)) for demand in request.demands]
    unknown = _with(found, UNKNOWN)
    return Shown(
        id=product,
        place=place,
        in_catalogue=True,
        of_kind=kind_named(request.kind).proves(row),
        price_right=price is not None and abs(float(price) - float(row["price"])) < 0.005,
        breaks=_with(found, BREAKS),
        unknown=unknown,
        ambiguous=_with(found, AMBIGUOUS),
        unmentioned=tuple(demand for demand in unknown if not text_mentions(row, demand)),
    )


def _with(found: Sequence[tuple[Demand, str]], wanted: str) -> tuple[Demand, ...]:
    return tuple(demand for demand, said in found if said == wanted)


def text_mentions(row: Mapping[str, Any], demand: Demand) -> bool:
    """True if the title or short description has the word, or for a number some figure, that could prove it."""
    text = f"{row['title']} {row.get('short_description') or ''}".casefold()
    if demand.field in MENTIONS:
        return re.search(MENTIONS[demand.field], text) is not None
    if demand.field == "colour":
        return (
            re.search(rf"\b{demand.value}\b|\bgray\b" if demand.value == "grey" else rf"\b{demand.value}\b", text)
            is not None
        )
    return re.search(r"\d", text) is not None
