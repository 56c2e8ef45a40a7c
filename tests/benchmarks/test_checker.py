"""The checker catches faults planted in replies, on records whose right answer is obvious."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from tests.benchmarks.electronics_checker import Shown, judge_reply
from tests.benchmarks.electronics_fields import AMBIGUOUS, BREAKS, MEETS, UNKNOWN, Demand, verdict
from tests.benchmarks.electronics_kinds import KINDS, kind_named
from tests.benchmarks.electronics_requests import Request, make_requests, request_from
from tests.benchmarks.numerals import chinese_words, english_words
from tests.benchmarks.raw_electronics import raw_products


def _row(name: str, title: str, brand: str, price: float, **attrs: Any) -> dict[str, Any]:
    return {"id": name, "title": title, "brand": brand, "price": price, "short_description": "", "attrs": attrs}


RAW = (
    _row("light", 'Vela Notebook Black 33.8 cm (13.3") Intel® Core™ i5', "Vela", 499.0, n_weight=1200.0,
         n_internal_memory=8.0, b_bluetooth=True, t_product_colour="Black"),
    _row("heavy", 'Orion Notebook Silver 43.9 cm (17.3") Intel® Core™ i7', "Orion", 1499.0, n_weight=3100.0,
         n_internal_memory=16.0, b_bluetooth=False, t_product_colour="Silver"),
    _row("silent", 'Vela Notebook 39.6 cm (15.6") AMD Ryzen', "Vela", 450.0),
    _row("bag", 'Vela notebook case 39.6 cm (15.6") Briefcase Black', "Vela", 29.0,
         n_maximum_screen_size_compatibility=15.6),
    _row("module", "Vela memory module DDR2", "Vela", 19.0, n_internal_memory=2048.0),
    _row("odd", "Vela memory module DDR2", "Vela", 19.0, n_internal_memory=128.0),
    _row("cable", "Orion patch cable Cat5e 6 ft", "Orion", 4.0, n_cable_length=1.83, t_cable_colour="Grey"),
    _row("printer", "HP LaserJet 4250 1200 x 1200 DPI", "HP", 150.0, b_duplex_printing=False),
    _row("cartridge", "HP LaserJet toner cartridge Original Black 1 pc(s)", "HP", 60.0, t_printing_colours="Black"),
)  # fmt: skip


@pytest.fixture
def rows(tmp_path: Path) -> dict[str, dict[str, Any]]:
    """The tiny catalogue, written and read as the raw file is."""
    path = tmp_path / "products.jsonl.gz"
    path.write_bytes(gzip.compress("\n".join(json.dumps(row) for row in RAW).encode()))
    return {row["id"]: row for row in raw_products(path)}


def _judged(rows: dict[str, dict[str, Any]], kind: str, demands: list[Demand], **reply: list[str]) -> dict[str, Shown]:
    request = Request(0, "price", "en", "", kind, tuple(demands), 1)
    cards = {
        place: [{"id": i, "price": rows.get(i, {"price": 1})["price"]} for i in ids] for place, ids in reply.items()
    }
    return {card.id: card for card in judge_reply(request, cards, rows)}


def test_a_price_over_the_limit_breaks_in_items_and_in_unproved(rows: dict[str, dict[str, Any]]) -> None:
    demand = Demand("price", "<=", 500.0)
    shown = _judged(rows, "laptop", [demand], items=["light", "heavy"], unproved=["heavy"])
    assert shown["light"].breaks == ()
    assert shown["heavy"].breaks == (demand,)
    assert shown["heavy"].place == "unproved"


def test_what_the_record_does_not_say_is_unknown_and_no_break(rows: dict[str, dict[str, Any]]) -> None:
    demand = Demand("bluetooth", "=", True)
    shown = _judged(rows, "laptop", [demand], items=["light", "silent"], unproved=["heavy"])
    assert (shown["silent"].unknown, shown["silent"].unmentioned, shown["silent"].breaks) == ((demand,), (demand,), ())
    assert shown["heavy"].breaks == (demand,)
    assert shown["light"].unknown == ()


def test_an_accessory_is_not_the_device(rows: dict[str, dict[str, Any]]) -> None:
    shown = _judged(rows, "laptop", [], items=["light", "silent", "bag", "module"])
    assert [name for name, card in shown.items() if card.of_kind] == ["light", "silent"]
    assert not kind_named("printer").proves(rows["cartridge"])
    assert kind_named("printer").proves(rows["printer"])


def test_an_invented_product_and_a_wrong_price_are_caught(rows: dict[str, dict[str, Any]]) -> None:
    request = Request(0, "price", "en", "", "laptop", (), 1)
    reply = {"items": [{"id": "light", "price": 9.0}, {"id": "ghost", "price": 9.0}], "unproved": []}
    light, ghost = judge_reply(request, reply, rows)
    assert (light.in_catalogue, light.price_right) == (True, False)
    assert (ghost.in_catalogue, ghost.of_kind) == (False, False)


@pytest.mark.parametrize(
    ("product", "kind", "demand", "said"),
    [
        ("light", "laptop", Demand("price", "<", 499.0), BREAKS),
        ("light", "laptop", Demand("price", "between", [400.0, 500.0]), MEETS),
        ("light", "laptop", Demand("brand", "not_in", ["VELA"]), BREAKS),
        ("heavy", "laptop", Demand("brand", "in", ["Vela", "Orion"]), MEETS),
        ("light", "laptop", Demand("weight", "<", 2000.0, "g"), MEETS),
        ("heavy", "laptop", Demand("weight", "<=", 2000.0, "g"), BREAKS),
        ("silent", "laptop", Demand("weight", "<", 2000.0, "g"), UNKNOWN),
        ("silent", "laptop", Demand("screen_size", ">=", 15.0, "inch"), MEETS),
        ("silent", "laptop", Demand("screen_size", ">=", 17.0, "inch"), BREAKS),
        ("light", "laptop", Demand("screen_size", "=", 13.0, "inch"), AMBIGUOUS),
        ("light", "laptop", Demand("memory", ">", 8.0, "GB"), BREAKS),
        ("module", "memory module", Demand("memory", "=", 2.0, "GB"), MEETS),
        ("odd", "memory module", Demand("memory", "=", 128.0, "GB"), AMBIGUOUS),
        ("odd", "memory module", Demand("memory", "=", 2.0, "GB"), BREAKS),
        ("cable", "network cable", Demand("cable_length", "=", 1.8288, "m"), MEETS),
        ("cable", "network cable", Demand("cable_length", ">=", 3.0, "m"), BREAKS),
        ("cable", "network cable", Demand("colour", "=", "grey"), MEETS),
        ("cable", "network cable", Demand("colour", "!=", "grey"), BREAKS),
        ("heavy", "laptop", Demand("colour", "=", "black"), BREAKS),
        ("bag", "laptop bag", Demand("fits_laptop", "fits", 17.3, "inch"), BREAKS),
        ("bag", "laptop bag", Demand("fits_laptop", "fits", 15.6, "inch"), MEETS),
        ("printer", "printer", Demand("duplex", "=", True), BREAKS),
    ],
)
def test_the_verdict_on_one_demand(
    rows: dict[str, dict[str, Any]], product: str, kind: str, demand: Demand, said: str
) -> None:
    assert verdict(rows[product], kind, demand) == said


def test_the_same_seed_makes_the_same_requests_and_another_seed_makes_others() -> None:
    some = [row for row in RAW if row["id"] in ("light", "heavy", "cable", "cartridge", "printer")]
    first, again = make_requests(some, 1, 24), make_requests(some, 1, 24)
    assert [request.as_json() for request in first] == [request.as_json() for request in again]
    assert {r.text for r in first} != {r.text for r in make_requests(some, 2, 24)}
    assert [request_from(json.loads(json.dumps(r.as_json()))) for r in first] == first
    assert sum(request.language == "zh" for request in first) == 12


def test_every_kind_has_words_in_both_languages() -> None:
    assert all(kind.english and kind.chinese for kind in KINDS)
    assert len({kind.name for kind in KINDS}) == len(KINDS)


@pytest.mark.parametrize(
    ("number", "english", "chinese"),
    [(2, "two", "二"), (12, "twelve", "十二"), (250, "two hundred and fifty", "两百五十"),
     (1005, "one thousand and five", "一千零五"), (2500, "two thousand five hundred", "两千五百"),
     (12000, "twelve thousand", "一万两千")],
)  # fmt: skip
def test_numbers_in_words(number: int, english: str, chinese: str) -> None:
    assert (english_words(number), chinese_words(number)) == (english, chinese)
