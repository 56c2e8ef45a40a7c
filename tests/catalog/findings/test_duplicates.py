"""One thing twice is told and kept; one thing in several colours and sizes becomes variants."""

from __future__ import annotations

from catalog.findings.duplicates import link_variants
from catalog.importing.file_import import prepare_file
from catalog.product import Attribute, Product


def products(*titles, brand="Lumo", **more):
    return [Product(f"p{n}", title, brand=brand, price=10.0 + n, **more) for n, title in enumerate(titles)]


def groups(*titles, **more):
    found = [one.group for one in link_variants(products(*titles, **more))[0]]
    return [found.index(each) if each else None for each in found]


def test_titles_that_differ_in_colour_size_or_capacity_are_variants():
    assert groups("Arc desk lamp, black", "Arc desk lamp, white", "Arc floor lamp, white") == [0, 0, None]
    assert groups("Tab 11 tablet 64 GB", "Tab 11 tablet 128GB black", "Tab 12 tablet 128GB") == [0, 0, None]
    assert groups("云朵乳胶枕 白色", "云朵乳胶枕 灰色", "云朵羽绒枕 白色") == [0, 0, None]
    assert groups("Trek steel bottle 500 ml", "Trek steel bottle 750 ml") == [0, 0]


def test_models_brands_kinds_and_shops_own_groups_stay_apart():
    assert groups("Arc 100 desk lamp", "Arc 200 desk lamp") == [None, None]
    assert groups("Charger cable 65 W", "Charger cable 30 W") == [None, None]
    one, two = products("Arc desk lamp black", "Arc desk lamp white")
    other = Product("x", "Arc desk lamp red", brand="Vika")
    assert [p.group for p in link_variants([one, other])[0]] == [None, None]
    assert {p.group for p in link_variants(products("Arc desk lamp black", "Arc desk lamp red", group="g"))[0]} == {"g"}
    assert [p.group for p in link_variants([one, two], settled=frozenset({0, 1}))[0]] == [None, None]


def test_a_group_has_the_same_name_at_the_next_import():
    first = link_variants(products("Arc desk lamp black", "Arc desk lamp white"))[0]
    again = link_variants(products("Arc desk lamp red", "Arc desk lamp white", "Arc desk lamp blue"))[0]
    assert first[0].group == again[0].group


def test_the_same_content_is_told_and_kept():
    facts = {"height": Attribute(12.0)}
    rows = [Product(f"p{n}", "Arc desk lamp", price=9.0, attributes=facts) for n in range(2)]
    kept, found = link_variants(rows)
    assert kept == rows
    assert "the same content as 'p0'" in found.repeated[1]


def test_a_like_title_is_told_where_the_records_dont_differ():
    one = Product("a", "Arc Desk Lamp", price=9.0, attributes={"height": Attribute(12.0)})
    two = Product("b", "Desk lamp arc", price=9.0, description="Bright")
    other = Product("c", "Arc desk-lamp", price=9.0, attributes={"height": Attribute(40.0)})
    assert list(link_variants([one, two, other])[1].repeated) == [1]


def test_the_report_tells_variants_and_repetitions(tmp_path):
    path = tmp_path / "shop.csv"
    rows = ("1,Arc desk lamp black,9", "2,Arc desk lamp white,9", "3,Oak table,50", "4,Oak table,50")
    path.write_text("id,title,price\n" + "\n".join(rows) + "\n", "utf-8")
    found = prepare_file(path)
    assert len(found.products) == 4
    assert (found.report.linked, found.report.flagged) == (2, 1)
    assert found.report.flagged_rows[0].line == 5
