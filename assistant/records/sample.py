"""The sample shop's customers and orders, for homes that hold the sample shop."""

from __future__ import annotations

from assistant.records.database import Database
from assistant.records.order_book import SAMPLE, OrderBook
from assistant.records.order_files import read_order_files
from catalog.sample.shop import FOLDER


def put_sample_orders(database: Database) -> None:
    """Fills records that have no orders yet with those of the sample shop."""
    book = OrderBook(database)
    if book.is_empty():
        files = read_order_files(FOLDER / "orders")
        book.put(files.users, files.orders, files.goods, SAMPLE)
