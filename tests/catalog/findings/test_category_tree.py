"""One tree of categories: one spelling for each place, and ends of paths put where they belong."""

from __future__ import annotations

from pathlib import Path

from catalog.findings.category_tree import CategoryTree
from catalog.importing.file_import import import_file
from catalog.store import Store

TABLES = ("Home & Garden", "Furniture", "Tables")


def aligned(*paths: tuple[str, ...]) -> list[tuple[str, ...]]:
    tree = CategoryTree()
    tree.grow(paths)
    return [tree.aligned(path) for path in paths]


def test_the_first_spelling_of_a_place_is_everybodys() -> None:
    assert aligned(TABLES, ("home & garden", "FURNITURE", "Tables")) == [TABLES, TABLES]


def test_the_end_of_one_path_belongs_to_it() -> None:
    assert aligned(("furniture", "tables"), TABLES) == [TABLES, TABLES]


def test_an_end_of_two_paths_stays_where_it_is() -> None:
    paths = [("Shoes", "Boots"), ("Women", "Shoes", "Boots"), ("Men", "Shoes", "Boots")]
    assert aligned(*paths) == paths


def test_one_step_and_a_root_of_its_own_stay() -> None:
    paths = [("Shoes",), ("Kids", "Shoes"), ("Pets", "Toys"), ("Pets", "Toys", "Balls"), ("Home", "Pets", "Toys")]
    assert aligned(*paths) == paths


def test_a_file_in_several_parts_has_one_tree() -> None:
    tree = CategoryTree()
    tree.grow([TABLES])
    tree.grow([("HOME & GARDEN", "Furniture", "Chairs")])
    assert tree.aligned(("HOME & GARDEN", "Furniture", "Chairs")) == ("Home & Garden", "Furniture", "Chairs")


def test_what_was_aligned_is_told(tmp_path: Path) -> None:
    file = tmp_path / "goods.csv"
    file.write_text("id,title,category\n1,Lamp,Home > Lamps\n2,Other lamp,home > lamps\n")
    store = Store.open(tmp_path / "store")
    report = import_file(file, store)
    assert {product.category for product in store.all()} == {("Home", "Lamps")}
    assert report.repaired == 1
    assert report.repaired_rows[0].notes == ("category: 'home > lamps' → 'Home > Lamps'",)
    store.close()
