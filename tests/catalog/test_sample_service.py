"""The sample shop's orders and policies: what they promise adds up."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

SAMPLE = Path(__file__).resolve().parents[2] / "catalog" / "sample"
Table = dict[str, dict[str, Any]]


def table(name: str) -> Table:
    return json.loads((SAMPLE / "orders" / f"{name}.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def orders() -> Table:
    return table("orders")


@pytest.fixture(scope="module")
def users() -> Table:
    return table("users")


def test_forty_orders_of_fifteen_customers_in_every_status(orders: Table, users: Table) -> None:
    assert (len(orders), len(users)) == (40, 15)
    assert set(Counter(order["status"] for order in orders.values())) == {
        *("pending", "processed", "shipped", "delivered", "cancelled", "returned")
    }
    assert sorted(one for user in users.values() for one in user["orders"]) == sorted(orders)
    for user_id, user in users.items():
        assert user["email"].endswith("@example.com")
        assert user["address"]["zip"]
        assert all(orders[one]["user_id"] == user_id for one in user["orders"])
        assert all(method["id"] == key for key, method in user["payment_methods"].items())
    assert {user["language"] for user in users.values()} == {path.stem for path in (SAMPLE / "policies").iterdir()}


def test_orders_name_goods_of_the_shop_at_their_price(orders: Table) -> None:
    goods = table("products")
    shop = {
        record["id"]: record
        for path in (SAMPLE / "products").iterdir()
        for record in map(json.loads, path.read_text(encoding="utf-8").splitlines())
    }
    variants = {item: variant for product in goods.values() for item, variant in product["variants"].items()}
    assert {item: variant["price"] for item, variant in variants.items()} == {
        item: record["price"] for item, record in shop.items()
    }
    assert all(variant["available"] == (shop[item]["stock"] > 0) for item, variant in variants.items())
    for order in orders.values():
        for item in order["items"]:
            variant = goods[item["product_id"]]["variants"][item["item_id"]]
            assert item["name"] == goods[item["product_id"]]["name"]
            assert (item["price"], item["options"]) == (variant["price"], variant["options"])


def test_totals_add_up_and_follow_the_policies(orders: Table, users: Table) -> None:
    for order in orders.values():
        goods = sum(item["price"] for item in order["items"])
        assert order["total"] == round(goods + order["delivery"]["cost"] + order["gift_wrap"], 2)
        assert order["delivery"]["cost"] == delivery_cost(order, goods)
        assert order["gift_wrap"] in (0, round(2.9 * len(order["items"]), 2))
        first, *refunds = order["payment_history"]
        assert (first["transaction_type"], first["amount"]) == ("payment", order["total"])
        methods = users[order["user_id"]]["payment_methods"]
        assert all(entry["payment_method_id"] in methods for entry in order["payment_history"])
        assert bool(refunds) == (order["status"] in ("cancelled", "returned"))
        if order["status"] == "cancelled":
            assert refunds[0]["amount"] == order["total"]
        if order["status"] == "returned":
            back = sum(item["price"] for item in order["items"] if item["item_id"] in order["returned_item_ids"])
            whole = len(order["returned_item_ids"]) == len(order["items"])
            cost = order["delivery"]["cost"] if whole else 0
            assert refunds[0]["amount"] == round(back + cost - order["return_cost"], 2)


def delivery_cost(order: dict[str, Any], goods: float) -> float:
    """Section 3 of the policies, worked out here once more."""
    country, method = order["address"]["country"], order["delivery"]["method"]
    if method == "bulky":
        return 24.9
    if country == "Germany":
        return 9.9 if method == "express" else 0 if goods >= 50 else 4.9
    if country in ("France", "Poland", "Sweden", "Austria"):
        return 0 if goods >= 120 else 9.9
    return {"China": 19.9, "United Kingdom": 14.9}[country]


def test_dates_follow_each_other(orders: Table) -> None:
    steps = ("placed", "processed", "shipped", "delivered", "returned", "refunded")
    for order in orders.values():
        dates = [order["dates"][step] for step in steps if step in order["dates"]]
        assert dates == sorted(dates)
        assert all(date.startswith("2026-") for date in dates)
        assert bool(order["fulfillments"]) == ("shipped" in order["dates"])


def test_policies_have_the_same_clauses_and_figures_in_each_language() -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted((SAMPLE / "policies").iterdir())]
    assert len(texts) == 2
    here, there = (dict(re.findall(r"^(\d+\.\d+) (.+)$", text, re.MULTILINE)) for text in texts)
    assert list(here) == list(there)
    assert len(here) >= 60
    months = {"5.9"}
    for number in here.keys() - months:
        figures = [sorted(re.findall(r"\d+(?:[.:]\d+)?", text[number])) for text in (here, there)]
        assert figures[0] == figures[1], number
