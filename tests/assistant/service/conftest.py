"""A small shop of orders: two customers, and the desk that serves them."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.records.clause_book import ClauseBook
from assistant.records.database import Database
from assistant.records.order_book import OrderBook
from assistant.records.ticket_book import TicketBook
from assistant.service.connector import RecordConnector
from assistant.service.desk import Desk
from assistant.service.handoff import HandOff
from assistant.service.order_desk import OrderDesk
from assistant.service.policy_answers import PolicyAnswers
from catalog.embedders import HashingEmbedder
from tests.assistant.service.test_law import GOODS, customer, order

PEOPLE = {
    "ana": {"name": {"first_name": "Ana", "last_name": "Ruiz"}, "email": "ana@example.com"},
    "bo": {"name": {"first_name": "Bo", "last_name": "Lind"}, "email": "bo@example.com"},
}


@pytest.fixture
def database(tmp_path: Path) -> Database:
    database = Database.of_home(tmp_path)
    users = [
        (name, {**customer(), **one, "orders": []} | {"address": {**customer()["address"], "zip": zip_code}})
        for (name, one), zip_code in zip(PEOPLE.items(), ("10001", "20002"), strict=True)
    ]
    orders = [
        {**order("pending"), "order_id": "#W1000001", "user_id": "ana"},
        {**order("delivered"), "order_id": "#W1000002", "user_id": "ana"},
        {**order("pending"), "order_id": "#W2000001", "user_id": "bo"},
    ]
    OrderBook(database).put(users, orders, list({**one, "product_id": name} for name, one in GOODS.items()))
    return database


@pytest.fixture
def desk(database: Database) -> Desk:
    people = HandOff(TicketBook(database), lambda: 1.0, lambda product: product)
    return Desk(
        PolicyAnswers(ClauseBook(database), HashingEmbedder()),
        OrderDesk(RecordConnector(OrderBook(database)), lambda: 1.0),
        people,
    )
