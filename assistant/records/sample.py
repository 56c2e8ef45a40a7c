"""The sample shop's customers and orders, for homes that hold the sample shop."""

from __future__ import annotations

from pathlib import Path

from assistant.records.database import Database
from assistant.records.order_book import SAMPLE, OrderBook
from assistant.records.order_files import read_order_files
from catalog.sample.shop import FOLDER


def put_sample_orders(home: Path) -> None:
    """Fills a home that has no orders yet with those of the sample shop."""
    database = Database.of_home(home)
    try:
        book = OrderBook(database)
        if book.is_empty():
            files = read_order_files(FOLDER / "orders")
            book.put(files.users, files.orders, files.goods, SAMPLE)
    finally:
        database.close()
