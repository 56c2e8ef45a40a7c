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
FILE = "records.sqlite3"


@dataclass
class Shop:
    """Orders by id and users by id, as plain records; goods by id.

    `written` holds the very text of every order and user that stands as it was read.
    """

    orders: dict[str, Row]
    users: dict[str, Row]
    goods: dict[str, Row]
    written: dict[str, str]

    @staticmethod
    def of_home(home: Path, like: Shop | None = None) -> Shop:
        """What stands in a home's records; records that are those of `like` to the byte are not read twice."""
        with closing(sqlite3.connect(f"file:{home / FILE}?mode=ro", uri=True)) as base:
            orders, users, goods = (
                dict(base.execute(f"SELECT id, document FROM {table} ORDER BY place"))
                for table in ("orders", "customers", "order_goods")
            )
        known = like or Shop({}, {}, {}, {})
        return Shop(
            _read(orders, known.orders, known.written),
            _read(users, known.users, known.written),
            known.goods or _read(goods, {}, {}),
            {**orders, **users},
        )

    def copy(self) -> Shop:
        """A copy to be changed, record by record."""
        return Shop(dict(self.orders), dict(self.users), self.goods, dict(self.written))

    def changing(self, table: dict[str, Row], name: str) -> Row:
        """A record of this shop's own, to be changed: it need no longer stand as it was written."""
        self.written.pop(name, None)
        table[name] = copy.deepcopy(table[name])
        return table[name]


def _read(texts: dict[str, str], known: dict[str, Row], written: dict[str, str]) -> dict[str, Row]:
    return {name: known[name] if written.get(name) == text else json.loads(text) for name, text in texts.items()}


def cancelled(shop: Shop, order: str, reason: str) -> Shop:
    """The shop once a pending order is cancelled."""
    shop = shop.copy()
    row = shop.changing(shop.orders, order)
    row["status"], row["cancel_reason"] = "cancelled", reason
    for paid in list(row["payment_history"]):
        back(shop, row["user_id"], paid["payment_method_id"], paid["amount"])
        row["payment_history"].append({**paid, "transaction_type": "refund"})
    return shop


def readdressed(shop: Shop, order: str, address: Row) -> Shop:
    """The shop once a pending order goes elsewhere."""
    shop = shop.copy()
    row = shop.changing(shop.orders, order)
    row["address"] = {name: address[name] for name in row["address"]}
    return shop


def moved(shop: Shop, user: str, address: Row) -> Shop:
    """The shop once a customer has another default address."""
    shop = shop.copy()
    row = shop.changing(shop.users, user)
    row["address"] = {name: address[name] for name in row["address"]}
    return shop


def repaid(shop: Shop, order: str, method: str) -> Shop:
    """The shop once a pending order is paid in another way."""
    shop = shop.copy()
    row = shop.changing(shop.orders, order)
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
    row = shop.changing(shop.orders, order)
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
    row = shop.changing(shop.orders, order)
    row.update(status="return requested", return_items=sorted(items), return_payment_method_id=method)
    return shop


def exchanged(shop: Shop, order: str, changes: dict[str, str], method: str) -> Shop:
    """The shop once items of a delivered order are to be exchanged."""
    shop = shop.copy()
    row = shop.changing(shop.orders, order)
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
    if shop.users[user]["payment_methods"][method]["source"] == "gift_card":
        card = shop.changing(shop.users, user)["payment_methods"][method]
        card["balance"] = round(card["balance"] + amount, 2)


def differing(expected: Shop, found: Shop) -> list[str]:
    """The ids of records that are not as expected: to the byte where they were to stay as they were.

    Amounts of a record that was to change may be written as 5 or 5.0.
    """
    names = expected.orders.keys() | expected.users.keys() | found.written.keys()
    return sorted(name for name in names if not _as_expected(name, expected, found))


def _as_expected(name: str, expected: Shop, found: Shop) -> bool:
    if name in expected.written:
        return found.written.get(name) == expected.written[name]
    wanted = expected.orders.get(name) or expected.users.get(name)
    return wanted is not None and wanted == (found.orders.get(name) or found.users.get(name))
