"""The sample shop's promises, checked on its files by a reading of its own."""

from __future__ import annotations

import itertools
import json
import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from catalog.sample import shop

SAMPLE = Path(__file__).resolve().parents[2] / "catalog" / "sample"
OTHER = "zh"
Record = dict[str, Any]


@pytest.fixture(scope="module")
def records() -> list[Record]:
    return [
        json.loads(line)
        for path in sorted((SAMPLE / "products").iterdir())
        for line in path.read_text(encoding="utf-8").splitlines()
        if line
    ]


def by(records: list[Record], key: str) -> dict[Any, list[Record]]:
    found = defaultdict(list)
    for record in records:
        found[record["category"][0] if key == "category" else record.get(key)].append(record)
    return dict(found)


def test_it_is_deep_and_broad(records: list[Record]) -> None:
    assert len(records) >= 400
    assert len({record["id"] for record in records}) == len(records)
    assert len(by(records, "category")) >= 12


def test_each_product_is_told_in_both_languages(records: list[Record]) -> None:
    for record in records:
        words = record["translations"][OTHER]
        for told in (record, words):
            assert all(told[key] for key in ("title", "description", "type", "category"))
        assert set(words["attributes"]) == set(record["attributes"])
        assert re.search("[一-鿿]", words["title"] + words["description"])
        assert not re.search("[一-鿿]", record["title"] + record["description"])


def test_each_product_has_eight_typed_attributes_a_price_a_stock_and_a_rating(records: list[Record]) -> None:
    kinds = defaultdict(set)
    for record in records:
        assert len(record["attributes"]) >= 8, record["id"]
        assert record["price"] > 0
        assert isinstance(record["stock"], int)
        assert 1 <= record["rating"] <= 5
        assert record["rating_count"] > 0
        for name, fact in record["attributes"].items():
            value = fact["value"]
            kinds[name].add("number" if type(value) in (int, float) else type(value).__name__)
            assert value not in ("", None, "none", "n/a"), (record["id"], name)
    assert {name: found for name, found in kinds.items() if len(found) > 1} == {}


def test_one_attribute_or_value_has_one_word_in_the_other_language(records: list[Record]) -> None:
    words = defaultdict(set)
    for record in records:
        translation = record["translations"][OTHER]
        words["type", record["type"]].add(translation["type"])
        for here, there in itertools.zip_longest(record["category"], translation["category"]):
            words["category", here].add(there)
        for name, fact in record["attributes"].items():
            clothing = name == "size" and record["category"][0] in ("Clothing and shoes", "Outdoor and sport")
            words["name", "size of clothing" if clothing else name].add(translation["attributes"][name]["name"])
            if isinstance(fact["value"], str):
                words["value", fact["value"]].add(translation["attributes"][name]["value"])
    assert {key: found for key, found in words.items() if len(found) != 1 or None in found} == {}


def test_reviews_praise_and_complain_in_each_language(records: list[Record]) -> None:
    texts = Counter(review["text"] for record in records for review in record["reviews"])
    assert max(texts.values()) == 1
    for record in records:
        for language in (record["language"], OTHER):
            ratings = [review["rating"] for review in record["reviews"] if review["language"] == language]
            assert len(ratings) >= 3, record["id"]
            assert max(ratings) >= 4, record["id"]
            assert min(ratings) <= 4, record["id"]
    assert sum(min(review["rating"] for review in record["reviews"]) <= 3 for record in records) >= len(records) * 0.8


def test_it_has_variants_near_duplicates_gaps_and_sold_out_goods(records: list[Record]) -> None:
    groups = by([record for record in records if "group" in record], "group")
    assert len(groups) >= 30
    for variants in groups.values():
        assert len(variants) > 1
        assert len({(record["type"], record["brand"]) for record in variants}) == 1
        assert len({json.dumps(record["attributes"]) for record in variants}) == len(variants)
    assert sum(record["stock"] == 0 for record in records) >= 15
    kinds = by(records, "type").values()
    assert all(any(record["stock"] for record in kind) for kind in kinds)
    gaps = [
        record["id"]
        for kind in kinds
        for record in kind
        if any(
            all(name in other["attributes"] for other in kind if other is not record) for name in missing(record, kind)
        )
    ]
    assert len(gaps) >= 30
    assert sum(alike(a, b) for kind in kinds for a, b in itertools.combinations(kind, 2)) >= 8


def missing(record: Record, kind: list[Record]) -> set[str]:
    return {name for other in kind for name in other["attributes"]} - set(record["attributes"])


def alike(a: Record, b: Record) -> bool:
    """Two makers' products of one kind at nearly one price, of which most facts agree."""
    shared = set(a["attributes"]) & set(b["attributes"])
    same = sum(a["attributes"][name] == b["attributes"][name] for name in shared)
    return a["brand"] != b["brand"] and same >= 0.5 * len(shared) and max(a["price"], b["price"]) < 1.5 * min(
        a["price"], b["price"]
    )  # fmt: skip


def test_each_category_sells_a_kind_at_three_price_levels(records: list[Record]) -> None:
    """A level is at least 1.4 times the one below; most kinds of a category have three of them."""
    for category, goods in by(records, "category").items():
        levels = [price_levels(kind) for kind in by(goods, "type").values()]
        assert sum(count >= 3 for count in levels) >= len(levels) / 2, category


def price_levels(kind: list[Record]) -> int:
    count, last = 0, 0.0
    for price in sorted(record["price"] for record in kind):
        if price >= 1.4 * last:
            count, last = count + 1, price
    return count


SIZES = {"cm": 10, "mm": 1, "m": 1000, "厘米": 10, "毫米": 1, "米": 1000}
MASSES = {"g": 1, "kg": 1000, "克": 1, "公斤": 1000, "千克": 1000}
VOLUMES = {"ml": 1, "l": 1000, "毫升": 1, "升": 1000}
DIMENSIONS = (
    SIZES,
    MASSES,
    VOLUMES,
    {"inch": 1, "英寸": 1},
    {"W": 1, "瓦": 1},
    {"GB": 1},
    {"mAh": 1, "毫安时": 1},
    {"dB": 1, "分贝": 1},
)
FIGURE = re.compile(r"(?<![\w.])(\d+(?:\.\d+)?)(?: ?[x×] ?(\d+(?:\.\d+)?))?[ -]?([^\W\d]+)")


def test_titles_contradict_no_attribute(records: list[Record]) -> None:
    checked = 0
    for record in records:
        for title in (record["title"], record["translations"][OTHER]["title"]):
            for first, second, word in FIGURE.findall(title):
                for units in DIMENSIONS:
                    unit = next((unit for unit in sorted(units, key=len, reverse=True) if word == unit or (
                        not unit.isascii() and word.startswith(unit))), None)  # fmt: skip
                    known = [
                        fact["value"] * units[fact["unit"]]
                        for fact in record["attributes"].values()
                        if fact.get("unit") in units
                    ]
                    if unit is None or not known:
                        continue
                    for figure in filter(None, (first, second)):
                        checked += 1
                        told = float(figure) * units[unit]
                        assert any(abs(told - value) <= 0.01 * value for value in known), (record["id"], title, figure)
    assert checked > 150


def test_each_product_has_its_page_and_its_picture(records: list[Record]) -> None:
    seen = set()
    for record in records:
        assert record["url"] == f"/shop/{record['id']}"
        assert record["images"] == [f"/sample/pictures/{record['id']}.svg"]
        path = shop.picture(record["id"])
        assert path is not None
        text = path.read_text(encoding="utf-8")
        assert 800 < len(text) < 8000
        seen.add(text)
        root = ElementTree.fromstring(text)
        assert root.get("viewBox") == "0 0 320 270"
        for element in root.iter():
            tag = element.tag.rpartition("}")[2]
            assert tag in {
                *("svg", "defs", "g", "path", "rect", "circle", "ellipse"),
                *("linearGradient", "radialGradient", "stop", "clipPath"),
            }
            for name, value in element.attrib.items():
                assert not name.startswith("on")
                assert "href" not in name
                assert "url(" not in value or re.fullmatch(r"url\(#k\d+\)", value)
    assert len(seen) == len(records)
    assert len(list((SAMPLE / "pictures").iterdir())) == len(records)


def test_the_pictures_are_what_the_records_draw(records: list[Record]) -> None:
    from catalog.sample.drawing.picture import picture

    for record in records:
        assert picture(record) == (SAMPLE / "pictures" / f"{record['id']}.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "name", ["", ".", "..", "../shop", "a/b", "..%2fshop", "nothing-like-it", "/etc/passwd", "x\0", "kettle\n"]
)
def test_no_picture_outside_the_folder(name: str) -> None:
    assert shop.picture(name) is None


def test_install_fills_a_home_once(tmp_path: Path, records: list[Record]) -> None:
    from catalog.store import Store

    store = Store.open(tmp_path / "store.sqlite3")
    assert shop.install(store, tmp_path) == len(records)
    settings = tmp_path / "settings.toml"
    assert settings.read_text(encoding="utf-8") == (SAMPLE / "settings.toml").read_text(encoding="utf-8")
    settings.write_text("# the operator's own\n", encoding="utf-8")
    assert shop.install(store, tmp_path) == len(records)
    assert settings.read_text(encoding="utf-8") == "# the operator's own\n"
    for record in records:
        (product,) = store.get([record["id"]])
        assert product.title == record["title"]
        assert product.price == record["price"]
        assert product.stock == record["stock"]
        assert set(product.attributes) == set(record["attributes"])
        assert len(product.reviews) == len(record["reviews"])
        assert product.translations[OTHER].title == record["translations"][OTHER]["title"]
    store.close()
