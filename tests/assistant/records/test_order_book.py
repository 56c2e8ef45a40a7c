"""Orders come in row by row, go out as they came, and are written once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from assistant.__main__ import main
from assistant.records.database import Database
from assistant.records.order_book import OrderBook, OrderView
from assistant.records.sample import put_sample_orders

USER = {
    "name": {"first_name": "Ana", "last_name": "Ruiz"},
    "address": {"address1": "1 Hill Rd", "zip": "10001", "country": "USA"},
    "email": "Ana@example.com",
    "payment_methods": {"gift_card_1": {"source": "gift_card", "balance": 20.0, "id": "gift_card_1"}},
    "orders": ["#A1"],
}
ORDER = {
    "zeta": [1, 2.50, "käse"],
    "order_id": "#A1",
    "user_id": "ana",
    "address": {},
    "items": [{"name": "Cup", "product_id": "p", "item_id": "i", "price": 10.10, "options": {}}],
    "status": "pending",
    "payment_history": [{"transaction_type": "payment", "amount": 10.1, "payment_method_id": "gift_card_1"}],
}


def folder(path: Path, orders: Any, users: Any) -> Path:
    path.mkdir()
    (path / "orders.json").write_text(json.dumps(orders), encoding="utf-8")
    (path / "users.json").write_text(json.dumps(users), encoding="utf-8")
    return path


def exported(home: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    capsys.readouterr()
    assert main(["orders", "export", "--home", str(home)]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_records_go_out_with_the_fields_they_came_with(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = folder(tmp_path / "in", {"#A1": ORDER}, {"ana": USER})
    home = tmp_path / "home"
    assert main(["orders", "import", str(files), "--home", str(home)]) == 0
    order, user = exported(home, capsys)
    assert json.dumps(order) == json.dumps({"order": ORDER})
    assert user == {"user": {"user_id": "ana", **USER}}


def test_broken_rows_are_told_and_the_good_ones_beside_them_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    orders = {
        "#A1": ORDER,
        "#A2": {**ORDER, "order_id": "#A2", "items": "none"},
        "#A3": 7,
        "#A4": {**ORDER, "order_id": "#A9"},
    }
    files = folder(tmp_path / "in", orders, {"ana": USER, "bo": {"email": "b@example.com"}})
    home = tmp_path / "home"
    assert main(["orders", "import", str(files), "--home", str(home)]) == 0
    told = capsys.readouterr().out
    assert all(name in told for name in ("#A2", "#A3", "#A4", "bo"))
    assert [next(iter(line)) for line in exported(home, capsys)] == ["order", "user"]


def test_a_broken_row_is_told_by_its_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    orders = {"#A1": ORDER, "#A2": {**ORDER, "order_id": "#A2", "items": "none"}, "#A3": 7}
    files = folder(tmp_path / "in", orders, {"ana": USER})
    text = json.dumps(orders, indent=1, ensure_ascii=False)
    (files / "orders.json").write_text(text, encoding="utf-8")
    main(["orders", "import", str(files), "--home", str(tmp_path / "home")])
    told = capsys.readouterr().out
    for name in ("#A2", "#A3"):
        line = 1 + next(at for at, one in enumerate(text.splitlines()) if one.startswith(f' "{name}":'))
        assert f"{name} (line {line}):" in told
    (files / "orders.json").write_text(json.dumps([ORDER, {**ORDER, "order_id": "#A7", "status": ""}], indent=1))
    main(["orders", "import", str(files), "--home", str(tmp_path / "home")])
    assert "row 2 (line " in capsys.readouterr().out


def test_a_folder_without_orders_is_refused_in_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["orders", "import", str(tmp_path), "--home", str(tmp_path / "home")]) == 2
    assert "users.json" in capsys.readouterr().err


def test_imported_orders_take_the_place_of_the_samples(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home = tmp_path / "home"
    files = folder(tmp_path / "in", [ORDER], {"ana": USER})
    assert main(["orders", "import", str(files), "--home", str(home)]) == 0
    put_sample_orders(Database.of_home(home))
    assert [line["order"]["order_id"] for line in exported(home, capsys) if "order" in line] == ["#A1"]


def test_a_write_of_the_same_key_happens_once(tmp_path: Path) -> None:
    book = OrderBook(Database.of_home(tmp_path))
    book.put([("ana", USER)], [ORDER], [])

    def cancel(view: OrderView) -> tuple[dict[str, Any], ...]:
        order = view.order("#A1")
        view.put_order("#A1", {**order, "status": order["status"] + "!"})
        return ({"order": "#A1"},)

    assert book.apply("k", 0.0, "c", "ana", cancel).fresh
    assert not book.apply("k", 1.0, "c", "ana", cancel).fresh
    assert book.order("#A1")["status"] == "pending!"
    assert len(book.journal("ana")) == 1


def test_a_write_that_fails_leaves_nothing(tmp_path: Path) -> None:
    book = OrderBook(Database.of_home(tmp_path))
    book.put([("ana", USER)], [ORDER], [])

    def half(view: OrderView) -> tuple[dict[str, Any], ...]:
        view.put_order("#A1", {**ORDER, "status": "cancelled"})
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        book.apply("k", 0.0, "c", "ana", half)
    assert book.order("#A1") == ORDER
    assert not book.journal()
