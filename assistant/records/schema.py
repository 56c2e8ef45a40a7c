"""The tables of the records: customers, orders, clauses, conversations, tickets, journal, corrections and events."""

from __future__ import annotations

from sqlalchemy import Column, Float, Index, Integer, MetaData, String, Table, Text, UniqueConstraint

METADATA = MetaData()

CUSTOMERS = Table(
    "customers",
    METADATA,
    Column("id", String, primary_key=True),
    Column("place", Integer, nullable=False),
    Column("email", String, nullable=False, index=True),
    Column("zip", String, nullable=False, index=True),
    Column("origin", String, nullable=False),
    Column("document", Text, nullable=False),
)
ORDERS = Table(
    "orders",
    METADATA,
    Column("id", String, primary_key=True),
    Column("place", Integer, nullable=False),
    Column("customer", String, nullable=False, index=True),
    Column("origin", String, nullable=False),
    Column("document", Text, nullable=False),
)
GOODS = Table(
    "order_goods",
    METADATA,
    Column("id", String, primary_key=True),
    Column("place", Integer, nullable=False),
    Column("origin", String, nullable=False),
    Column("document", Text, nullable=False),
)
JOURNAL = Table(
    "journal",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("key", String, nullable=False, unique=True),
    Column("at", Float, nullable=False),
    Column("conversation", String, nullable=False, index=True),
    Column("customer", String, nullable=False, index=True),
    Column("effects", Text, nullable=False),
)
CLAUSES = Table(
    "clauses",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("document", String, nullable=False, index=True),
    Column("label", String, nullable=False),
    Column("heading", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("asked", Text, nullable=False),
    Column("language", String, nullable=False),
    Column("origin", String, nullable=False),
)
MESSAGES = Table(
    "messages",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("conversation", String, nullable=False),
    Column("message", String, nullable=False),
    Column("at", Float, nullable=False),
    Column("who", String, nullable=False),
    Column("name", String, nullable=False),
    Column("language", String, nullable=False),
    Column("text", Text, nullable=False),
    Column("customer", String, nullable=False),
    UniqueConstraint("conversation", "message"),
    Index("messages_in_order", "conversation", "number"),
)
TICKETS = Table(
    "tickets",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("conversation", String, nullable=False, index=True),
    Column("customer", String, nullable=False, index=True),
    Column("state", String, nullable=False, index=True),
    Column("staff", String, nullable=False),
    Column("opened", Float, nullable=False),
    Column("taken", Float),
    Column("closed", Float),
    Column("packet", Text, nullable=False),
)
CORRECTIONS = Table(
    "corrections",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("at", Float, nullable=False),
    Column("staff", String, nullable=False),
    Column("conversation", String, nullable=False),
    Column("question", Text, nullable=False),
    Column("wrong", Text, nullable=False),
    Column("answer", Text, nullable=False),
    Column("language", String, nullable=False),
    Column("state", String, nullable=False),
    Column("approved_by", String, nullable=False),
)
EVENTS = Table(
    "events",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("shopper", String, nullable=False, index=True),
    Column("product", String, nullable=False),
    Column("name", String, nullable=False),
    Column("time", Float, nullable=False),
    Column("value", Float),
)
