"""The tables of the staff: accounts, sign-ins, who is at a ticket, drafts, cards sent, macros, and kept talks."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Float, Integer, String, Table, Text, UniqueConstraint

from assistant.records.schema import METADATA

ACCOUNTS = Table(
    "staff_accounts",
    METADATA,
    Column("name", String, primary_key=True),
    Column("role", String, nullable=False),
    Column("secret", String, nullable=False),
    Column("made", Float, nullable=False),
)
SIGN_INS = Table(
    "staff_sign_ins",
    METADATA,
    Column("token", String, primary_key=True),
    Column("name", String, nullable=False, index=True),
    Column("guard", String, nullable=False),
    Column("used", Float, nullable=False),
)
PRESENCE = Table(
    "ticket_staff",
    METADATA,
    Column("ticket", Integer, primary_key=True),
    Column("name", String, primary_key=True),
    Column("joined", Boolean, nullable=False),
    Column("seen", Float, nullable=False),
)
DRAFTS = Table(
    "ticket_drafts",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("conversation", String, nullable=False, index=True),
    Column("ticket", Integer, nullable=False),
    Column("name", String, nullable=False),
    Column("at", Float, nullable=False),
    Column("text", Text, nullable=False),
    UniqueConstraint("ticket", "name"),
)
CARDS = Table(
    "message_cards",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("conversation", String, nullable=False, index=True),
    Column("products", Text, nullable=False),
)
MACROS = Table(
    "macros",
    METADATA,
    Column("name", String, primary_key=True),
    Column("texts", Text, nullable=False),
    Column("by", String, nullable=False),
    Column("at", Float, nullable=False),
)
TALKS = Table(
    "kept_talks",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("conversation", String, nullable=False, unique=True),
    Column("at", Float, nullable=False),
    Column("document", Text, nullable=False),
)
