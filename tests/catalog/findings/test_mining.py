"""Facts are read from texts only where the records bear it out, and hold the words that prove them."""

from __future__ import annotations

from catalog.findings.mining import mine
from catalog.importing.file_import import prepare_file
from catalog.product import Attribute, Product


def speakers(told: int, silent: int, wrong: int = 0) -> list[Product]:
    found = []
    for n in range(told + silent):
        title = f"Lumo S{n} speaker {'red' if n % 2 else 'blue'} {10 + n % 7} W, Bluetooth"
        facts = {
            "colour": Attribute("red" if (n % 2) != (n < wrong) else "blue"),
            "power": Attribute(float(10 + n % 7) + (n < wrong), "W"),
            "b_bluetooth": Attribute(n >= wrong),
        }
        found.append(Product(f"s{n}", title, type="speaker", attributes=facts if n < told else {}))
    return found


def test_what_the_title_states_is_added_with_its_proof():
    products, notes = mine(speakers(40, 4))
    facts = products[41].attributes
    assert facts["colour"] == Attribute("red", None, "title: red")
    assert facts["power"] == Attribute(16.0, "W", "title: 16 W")
    assert (facts["b_bluetooth"].value, facts["b_bluetooth"].proof) == (True, "text: Bluetooth")
    assert products[0] == speakers(40, 4)[0]
    assert all(note.right == note.told for note in notes)
    assert sum(note.added for note in notes if note.column == "colour") == 4


def test_a_way_that_is_wrong_too_often_or_hardly_tried_is_not_used():
    assert mine(speakers(40, 4, wrong=3))[0][41].attributes == {}
    assert mine(speakers(20, 4))[0][21].attributes == {}


def test_a_denied_feature_is_false_and_a_silent_text_gives_nothing():
    denied = Product("d", "Lumo D speaker without Bluetooth", type="speaker")
    silent = Product("q", "Lumo Q speaker", type="speaker")
    products = mine([*speakers(40, 0), denied, silent])[0]
    assert products[40].attributes["b_bluetooth"].value is False
    assert products[41].attributes == {}


def test_two_values_in_a_title_and_other_kinds_give_nothing():
    both = Product("b", "Lumo B speaker red blue", type="speaker")
    other = Product("o", "Lumo O lamp red 12 W, Bluetooth", type="lamp")
    products = mine([*speakers(40, 0), both, other])[0]
    assert "colour" not in products[40].attributes
    assert products[41].attributes == {}


def test_of_a_figure_told_in_two_units_the_columns_own_is_taken():
    sizes = {22.0: 56, 24.0: 61, 27.0: 69}
    monitors = [
        Product(f"m{n}", f"Lumo M{n} {sizes[inch]} cm ({inch:g} inch) monitor", type="monitor", attributes=told)
        for n in range(48)
        for inch in [(22.0, 24.0, 27.0)[n % 3]]
        for told in [{"diagonal": Attribute(inch, "inch")} if n < 45 else {}]
    ]
    products = mine(monitors)[0]
    assert products[46].attributes == {"diagonal": Attribute(24.0, "inch", "title: 24 inch")}


def test_what_export_wrote_is_left_as_it_is():
    products = speakers(40, 4)
    assert mine(products, frozenset(range(44)))[0] == products


def test_the_report_tells_what_was_read(tmp_path):
    path = tmp_path / "shop.csv"
    lines = [
        f"s{n},Lumo S{n} speaker {'red' if n % 2 else 'blue'},speaker,{('red' if n % 2 else 'blue') if n < 40 else ''}"
        for n in range(44)
    ]
    path.write_text("id,title,type,colour\n" + "\n".join(lines) + "\n", "utf-8")
    found = prepare_file(path)
    assert [(one.column, one.added) for one in found.report.mined] == [("colour", 4)]
    assert found.products[43].attributes["colour"].proof == "title: red"


def test_the_proof_is_in_the_words_of_the_text():
    told = [
        Product(f"w{n}", f"Lumo router {n} Wi-Fi", type="router", attributes={"wifi": Attribute(True)})
        for n in range(40)
    ]
    products = mine([*told, Product("w", "Lumo router W, Wi-Fi 6", type="router")])[0]
    assert products[40].attributes["wifi"].proof == "text: Wi-Fi"
