"""The tables of the catalogue's SQLite file, and how a connection to it is opened."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from shutil import disk_usage
from urllib.parse import quote

from catalog.errors import SetupError
from catalog.storing.faults import FULL, READONLY, SENTENCES

APPLICATION = 0x44414F47
VERSION = 1
BUSY_MS = 30_000
LEAST_ROOM = 1 << 17
"""Bytes: SQLite can't even open a file for writing where the disk has less."""

# Bodies and vectors stand apart from `product`, so that looking up ids and rows touches few pages. Row numbers are
# never reused. `fact` is clustered by field: one column of the catalogue is one range of pages. FTS words come cut and
# folded, so its tokenizer only splits at blanks: every other ASCII sign belongs to the word.
TABLES = """
CREATE TABLE counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO counter VALUES ('revision', 0), ('vectors', 0);
CREATE TABLE product (
    row INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, revision INTEGER NOT NULL,
    content BLOB NOT NULL, document BLOB NOT NULL);
CREATE TABLE body (row INTEGER PRIMARY KEY, record BLOB NOT NULL);
CREATE TABLE field (field INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE value (value INTEGER PRIMARY KEY, kind INTEGER NOT NULL, content NOT NULL, unit TEXT NOT NULL,
    UNIQUE (kind, content, unit));
CREATE TABLE fact (field INTEGER NOT NULL, row INTEGER NOT NULL, value INTEGER NOT NULL,
    PRIMARY KEY (field, row)) WITHOUT ROWID;
CREATE TABLE change (id TEXT PRIMARY KEY, revision INTEGER NOT NULL, deleted INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX change_by_revision ON change (revision);
CREATE TABLE note (key TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE embedder (embedder INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE vector (embedder INTEGER NOT NULL, row INTEGER NOT NULL, serial INTEGER NOT NULL, document BLOB NOT NULL,
    vector BLOB NOT NULL, PRIMARY KEY (embedder, row));
CREATE INDEX vector_by_serial ON vector (embedder, serial);
CREATE VIRTUAL TABLE words USING fts5 (title, kind, brand, attributes, description,
    tokenize="ascii tokenchars '!#$%&()*+,-./:;<=>?@[\\]^_`{|}~'");
"""


class Connection(sqlite3.Connection):
    """A connection that can be pointed at weakly, so that a dead thread's is closed."""


def connect(path: Path, readonly: bool = False) -> Connection:
    """A durable connection (WAL, full sync) to a catalogue, made if missing; SetupError where something else is."""
    try:
        if readonly:
            return _checked(_readonly(path), path)
        connection = sqlite3.connect(
            path, BUSY_MS / 1000, isolation_level=None, check_same_thread=False, factory=Connection
        )
        _refuse_foreign(connection, path)
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA cache_size=-16000")
        _create_if_empty(connection)
        return _checked(connection, path)
    except (sqlite3.DatabaseError, OSError) as error:
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_NOTADB:
            raise SetupError(_foreign(path)) from error
        raise SetupError(_refused(path, error)) from error


def _refused(path: Path, error: Exception) -> str:
    """Why a catalogue can't be opened: its disk is full, it may not be written, or its file is damaged."""
    folder = path.absolute().parent
    if folder.is_dir() and disk_usage(folder).free < LEAST_ROOM:
        return SENTENCES[FULL].format(path=folder)
    if not os.access(folder, os.W_OK) or (path.exists() and not os.access(path, os.W_OK)):
        return SENTENCES[READONLY].format(path=path)
    return (
        f"The catalogue {path} can't be opened ({error}). Name another home with --home, or move that file away "
        f"and import again: python -m catalog import FILE"
    )


def _readonly(path: Path) -> Connection:
    address = f"file:{quote(str(path.absolute()))}?mode=ro"
    connection: Connection = sqlite3.connect(
        address, BUSY_MS / 1000, isolation_level=None, check_same_thread=False, factory=Connection, uri=True
    )
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        # A folder that can't be written has no room for WAL's shared memory; nobody else writes there either.
        connection = sqlite3.connect(
            f"{address}&immutable=1", isolation_level=None, check_same_thread=False, factory=Connection, uri=True
        )
    return connection


def _refuse_foreign(connection: Connection, path: Path) -> None:
    # SQLite alone may open the file: closing it by other means gives up every lock that this process has on it, and
    # another process then takes the log away from under it.
    marked = connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION
    if not marked and connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        connection.close()
        raise SetupError(_foreign(path))


def _foreign(path: Path) -> str:
    return f"{path} is not a catalogue of this program. Name another home with --home, or move the file away."


def _create_if_empty(connection: Connection) -> None:
    if connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0:
            for statement in TABLES.split(";\n"):
                if statement.strip():
                    connection.execute(statement)
            connection.execute(f"PRAGMA application_id={APPLICATION}")
            connection.execute(f"PRAGMA user_version={VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _checked(connection: Connection, path: Path) -> Connection:
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION:
        connection.close()
        raise SetupError(_foreign(path))
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version != VERSION:
        connection.close()
        raise SetupError(
            f"{path} has layout {version}, this program reads layout {VERSION}. Export it with the program that wrote "
            f"it (python -m catalog export > catalogue.jsonl) and import that into a new home."
        )
    return connection
