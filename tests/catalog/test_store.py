"""The store keeps products exactly, tells what changed, and refuses files that are not its own."""

from __future__ import annotations

import sqlite3
import threading
from dataclasses import replace
from pathlib import Path

import numpy as np
import orjson
import pytest

from catalog.errors import SetupError
from catalog.product import Attribute, Product, Review, Translation
from catalog.product_json import decoded, encoded, exported, product, record
from catalog.store import Store
from catalog.storing.reports import Listing
from catalog.storing.writing import WriteReport, digest

FULL = Product(
    id="k-1",
    title="Nordlicht kettle, 1.7 l",
    brand="Nordlicht",
    type="kettle",
    category=("Kitchen", "Kettles"),
    price=39.0,
    currency="EUR",
    attributes={
        "capacity": Attribute(1.7, "l", "1.7 l"),
        "cordless": Attribute(True),
        "colour": Attribute("black"),
        "drip_tray": Attribute(False),
    },
    description="Boils fast.",
    images=("/a.svg",),
    stock=3,
    rating=4.5,
    rating_count=12,
    language="en",
    url="/shop/k-1",
    group="k",
    reviews=(Review("r1", "Good lid.", 5.0, "en"), Review("r2", "Loud.")),
    translations={
        "zh": Translation(
            "北光电热水壶", "烧水快。", "电热水壶", ("厨房",), {"colour": ("颜色", "黑色"), "cordless": ("无绳", None)}
        )
    },
)
BARE = Product(id="b", title="Bare")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.open(tmp_path / "store.sqlite3")


@pytest.mark.parametrize("one", [FULL, BARE])
def test_a_record_gives_back_its_product(one: Product) -> None:
    assert product(record(one)) == one
    assert decoded(encoded(one)) == one
    assert decoded(exported(one)) == one


def test_an_exported_line_is_null_where_the_record_is_silent() -> None:
    line = orjson.loads(exported(BARE))
    assert line["price"] is None
    assert line["category"] == []
    assert line["attributes"] == {}
    assert orjson.loads(exported(FULL))["attributes"]["colour"] == {"value": "black", "unit": None}


def test_get_keeps_the_order_and_skips_what_is_missing(store: Store) -> None:
    store.write([FULL, BARE])
    assert store.get(["b", "nowhere", "k-1", "b"]) == [BARE, FULL, BARE]
    assert list(store.all()) == [FULL, BARE]
    assert store.count() == 2


def test_an_unchanged_product_is_not_written(store: Store) -> None:
    assert store.write([FULL, BARE]) == WriteReport(added=2)
    revision = store.revision
    assert store.write([FULL, BARE]) == WriteReport(unchanged=2)
    assert store.revision == revision
    dearer = replace(FULL, price=45.0)
    assert store.write([dearer, BARE]) == WriteReport(changed=1, unchanged=1)
    assert store.get(["k-1"]) == [dearer]


def test_replace_removes_what_the_file_lacks(store: Store) -> None:
    store.write([FULL, BARE])
    assert store.write([BARE], replace=True) == WriteReport(unchanged=1, removed=1)
    assert list(store.all()) == [BARE]
    assert store.column("colour").rows.size == 0


def test_changes_are_told_since_a_revision(store: Store) -> None:
    store.write([FULL, BARE])
    changed, deleted, revision = store.changes_since(0)
    assert (sorted(changed), deleted, revision) == (["b", "k-1"], [], store.revision)
    store.delete(["b", "nowhere"])
    assert store.changes_since(revision) == ([], ["b"], store.revision)
    store.write([BARE])
    assert store.changes_since(revision) == (["b"], [], store.revision)
    assert store.changes_since(store.revision) == ([], [], store.revision)


def test_a_batch_is_all_or_nothing(store: Store) -> None:
    broken = replace(BARE, id="x", title="x", attributes={"weight": Attribute([1])})  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        store.write([FULL, broken])
    assert store.count() == 0
    assert store.write([FULL]) == WriteReport(added=1)
    assert store.column("colour").facts == (Attribute("black"),)


def test_columns_speak_of_the_same_rows(store: Store) -> None:
    other = replace(
        FULL, id="k-2", price=20.0, attributes={"colour": Attribute("red"), "capacity": Attribute(1.7, "l")}
    )
    store.write([FULL, BARE, other])
    ids = store.rows().ids
    for field in (
        "price",
        "brand",
        "type",
        "category",
        "colour",
        "capacity",
        "cordless",
        "drip_tray",
        "title",
        "stock",
    ):
        column = store.column(field)
        told = {ids[row]: column.facts[code] for row, code in zip(column.rows, column.codes, strict=True)}
        facts = {one.id: one.fact(field) for one in store.all()}
        bare = {one: Attribute(fact.value, fact.unit) for one, fact in facts.items() if fact is not None}
        assert told == bare, field
        assert len(set(column.facts)) == len(column.facts)
    assert store.column("nothing").rows.size == 0


def test_a_view_stays_whole_while_the_store_changes(store: Store) -> None:
    store.write([FULL, BARE])
    view = store.view()
    view.column("brand")
    store.write([replace(BARE, id="c", price=1.0)])
    store.delete(["k-1"])
    assert view.ids == ("k-1", "b")
    assert view.column("price").rows.size == 0
    assert store.rows().ids == ("b", "c")
    assert store.view().row_of(["c", "nowhere", "b"]).tolist() == [1, 0]


def test_after_a_price_patch_only_prices_and_stocks_are_read_again(store: Store) -> None:
    store.write([FULL, replace(BARE, price=1.0, stock=2)])
    before = store.view()
    columns = {name: before.column(name) for name in ("brand", "title", "price", "stock")}
    store.patch({"b": Listing(price=3.0)})
    after = store.view()
    assert after.ids is before.ids
    assert [name for name, column in columns.items() if after.column(name) is column] == ["brand", "title"]
    assert after.since("brand") == before.since("brand") <= before.revision < after.since("price") == after.revision
    store.write([replace(BARE, price=3.0, stock=2, brand="Acme")])
    assert store.view().since("brand") > after.revision
    assert Attribute("Acme") in store.view().column("brand").facts


def test_an_attribute_named_like_a_column_is_what_the_product_tells(store: Store) -> None:
    store.write([replace(BARE, price=5.0, attributes={"price": Attribute(6.0, "EUR")})])
    assert store.column("price").facts == (Attribute(6.0, "EUR"),)


def test_fields_tell_kinds_units_and_counts(store: Store) -> None:
    store.write([FULL, replace(BARE, attributes={"capacity": Attribute(2.0), "colour": Attribute("black")})])
    fields = {field.name: field for field in store.fields()}
    assert (fields["capacity"].kind, fields["capacity"].count) == ("number", 2)
    assert dict(fields["capacity"].units) == {"l": 1, None: 1}
    assert (fields["colour"].kind, fields["colour"].count, fields["colour"].distinct) == ("text", 2, 1)
    assert fields["cordless"].kind == "boolean"
    store.delete(["k-1"])
    assert {field.name for field in store.fields()} == {"capacity", "colour"}


def test_vectors_wait_until_the_text_changes(store: Store) -> None:
    store.write([FULL, BARE])
    assert store.pending("m").ids == ("k-1", "b")
    documents = dict(store.connection.execute("SELECT id, document FROM product"))
    vectors = np.eye(2, 3, dtype=np.float32)
    store.write_vectors("m", [documents["k-1"], digest("an older text")], ["k-1", "b"], vectors)
    assert store.pending("m").ids == ("b",)
    assert store.pending("other").count == 2
    ids, kept = store.vectors("m")
    assert ids == ("k-1", "b")
    assert np.array_equal(kept, vectors)
    store.write([replace(FULL, price=1.0)])
    assert store.pending("m").ids == ("b",), "a price is not embedded"
    store.delete(["k-1"])
    assert store.vectors("m")[0] == ("b",)


def test_notes_make_no_revision(store: Store) -> None:
    revision = store.revision
    assert store.note("lexicon") is None
    store.set_note("lexicon", "{}")
    store.set_note("lexicon", "[]")
    assert (store.note("lexicon"), store.revision) == ("[]", revision)


def test_threads_and_a_second_store_see_what_is_written(store: Store) -> None:
    store.write([BARE])
    seen: list[int] = []
    thread = threading.Thread(target=lambda: seen.append(store.count()))
    thread.start()
    thread.join()
    assert seen == [1]
    other = Store.open(store.path)
    other.write([FULL])
    assert store.get(["k-1"]) == [FULL]
    other.write([replace(FULL, price=1.0)])
    assert store.get(["k-1"])[0].price == 1.0, "a cached product is not served once another process changed it"


def test_a_read_only_store_reads_and_writes_nothing(store: Store) -> None:
    store.write([BARE])
    readonly = Store.open(store.path, readonly=True)
    assert readonly.get(["b"]) == [BARE]
    with pytest.raises(SetupError, match="be written"):
        readonly.write([FULL])


def test_a_foreign_file_is_refused_in_one_sentence(tmp_path: Path) -> None:
    text = tmp_path / "text"
    text.write_text("not a database at all, but long enough to be one")
    foreign = tmp_path / "foreign"
    connection = sqlite3.connect(foreign)
    connection.execute("CREATE TABLE cats (name)")
    connection.close()
    for path in (text, foreign):
        with pytest.raises(SetupError, match="not a catalogue"):
            Store.open(path)
    assert sqlite3.connect(foreign).execute("SELECT count(*) FROM sqlite_master").fetchone() == (1,)


def test_another_layout_is_refused(store: Store) -> None:
    store.connection.execute("PRAGMA user_version=99")
    store.close()
    with pytest.raises(SetupError, match="layout 99"):
        Store.open(store.path)


def test_a_torn_file_is_refused(store: Store) -> None:
    store.write([FULL])
    store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    store.close()
    store.path.write_bytes(store.path.read_bytes()[:2000])
    with pytest.raises(SetupError, match="can't be opened"):
        Store.open(store.path)
