"""The orders of a home as they stand there, and the end states that the written policy asks for.

Nothing here is shared with the service: it is worked out anew, for judging it.
"""

from __future__ import annotations

import copy
import json
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Row = dict[str, Any]


@dataclass
class Shop:
    """Orders by id and users by id, as plain records; goods by id."""

    orders: dict[str, Row]
    users: dict[str, Row]
    goods: dict[str, Row]

    @staticmethod
    def of_home(home: Path) -> Shop:
        """What stands in a home's records."""
        with closing(sqlite3.connect(f"file:{home / 'records.sqlite3'}?mode=ro", uri=True)) as base:
            tables = [
                {
                    name: json.loads(text)
                    for name, text in base.execute(f"SELECT id, document FROM {table} ORDER BY place")
                }
                for table in ("orders", "customers", "order_goods")
            ]
        return Shop(*tables)

    def copy(self) -> Shop:
        """A deep copy, to be changed."""
        return copy.deepcopy(self)

    def texts(self) -> dict[str, str]:
        """Every record as JSON text, by its id."""
        return {name: json.dumps(record) for table in (self.orders, self.users) for name, record in table.items()}


def cancelled(shop: Shop, order: str, reason: str) -> Shop:
    """The shop once a pending order is cancelled."""
    shop = shop.copy()
    row = shop.orders[order]
    row["status"], row["cancel_reason"] = "cancelled", reason
    for paid in list(row["payment_history"]):
        back(shop, row["user_id"], paid["payment_method_id"], paid["amount"])
        row["payment_history"].append({**paid, "transaction_type": "refund"})
    return shop


def readdressed(shop: Shop, order: str, address: Row) -> Shop:
    """The shop once a pending order goes elsewhere."""
    shop = shop.copy()
    shop.orders[order]["address"] = {name: address[name] for name in shop.orders[order]["address"]}
    return shop


def moved(shop: Shop, user: str, address: Row) -> Shop:
    """The shop once a customer has another default address."""
    shop = shop.copy()
    shop.users[user]["address"] = {name: address[name] for name in shop.users[user]["address"]}
    return shop


def repaid(shop: Shop, order: str, method: str) -> Shop:
    """The shop once a pending order is paid in another way."""
    shop = shop.copy()
    row = shop.orders[order]
    (first,) = row["payment_history"]
    row["payment_history"] += [
        {"transaction_type": "payment", "amount": first["amount"], "payment_method_id": method},
        {"transaction_type": "refund", "amount": first["amount"], "payment_method_id": first["payment_method_id"]},
    ]
    back(shop, row["user_id"], method, -first["amount"])
    back(shop, row["user_id"], first["payment_method_id"], first["amount"])
    return shop


def modified(shop: Shop, order: str, changes: dict[str, str], method: str) -> Shop:
    """The shop once items of a pending order are others; `changes` is old item id -> new item id."""
    shop = shop.copy()
    row = shop.orders[order]
    difference = 0.0
    for item in row["items"]:
        if item["item_id"] in changes:
            new = shop.goods[item["product_id"]]["variants"][changes[item["item_id"]]]
            difference += new["price"] - item["price"]
            item.update(item_id=new["item_id"], price=new["price"], options=new["options"])
    difference = round(difference, 2)
    kind = "payment" if difference > 0 else "refund"
    row["payment_history"].append({"transaction_type": kind, "amount": abs(difference), "payment_method_id": method})
    back(shop, row["user_id"], method, -difference)
    row["status"] = "pending (items modifed)"
    return shop


def returned(shop: Shop, order: str, items: list[str], method: str) -> Shop:
    """The shop once items of a delivered order are to come back."""
    shop = shop.copy()
    shop.orders[order].update(status="return requested", return_items=sorted(items), return_payment_method_id=method)
    return shop


def exchanged(shop: Shop, order: str, changes: dict[str, str], method: str) -> Shop:
    """The shop once items of a delivered order are to be exchanged."""
    shop = shop.copy()
    row = shop.orders[order]
    old = {item["item_id"]: item for item in row["items"]}
    difference = sum(
        shop.goods[old[one]["product_id"]]["variants"][new]["price"] - old[one]["price"] for one, new in changes.items()
    )
    row.update(
        status="exchange requested",
        exchange_items=sorted(changes),
        exchange_new_items=sorted(changes.values()),
        exchange_payment_method_id=method,
        exchange_price_difference=round(difference, 2),
    )
    return shop


def back(shop: Shop, user: str, method: str, amount: float) -> None:
    """Puts an amount on a gift card; other methods keep no balance here."""
    card = shop.users[user]["payment_methods"][method]
    if card["source"] == "gift_card":
        card["balance"] = round(card["balance"] + amount, 2)


def differing(expected: Shop, found: Shop) -> list[str]:
    """The ids of records that are not as expected; amounts may be written as 5 or 5.0."""
    ids = []
    for mine, other in ((expected.orders, found.orders), (expected.users, found.users)):
        ids += [name for name in mine.keys() | other.keys() if mine.get(name) != other.get(name)]
    return ids
