"""Is a home whole? Each check gives what it looked at and what is wrong."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from catalog.catalogue import EMBEDDER, Catalogue
from catalog.home import Home
from catalog.ports import Embedder
from catalog.product import Attribute, Value
from catalog.store import Store
from catalog.storing.writing import digest, facts, prepare

SAMPLED = 200


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at; `fault` is empty where it is well, and None where it could not be looked at."""

    name: str
    seen: str
    fault: str | None = ""


def checks(home: Home, embedder: Callable[[str], Embedder], command: str) -> Iterator[Check]:
    """Every check of this home. Chroma is opened only where no other process owns the home."""
    store = Store.open(home.store, readonly=True)
    try:
        yield _file(store)
        yield _records(store)
        yield _vectors(store)
    finally:
        store.close()
    yield _chroma(home, embedder, command)


def _file(store: Store) -> Check:
    try:
        told = [line for (line,) in store.connection.execute("PRAGMA quick_check(5)")]
    except sqlite3.DatabaseError as error:
        told = [str(error)]
    size = store.path.stat().st_size / 1e6
    return Check("file", f"{size:.1f} MB", "" if told == ["ok"] else "; ".join(told))


def _records(store: Store) -> Check:
    """Facts and words of sampled products against what their records give."""
    ids = store.rows().ids
    count = len(ids)
    sampled = [ids[row] for row in np.unique(np.linspace(0, max(count - 1, 0), num=min(SAMPLED, count), dtype=int))]
    wrong: list[str] = []
    sql = (
        "SELECT p.row, b.record, p.content, w.title, w.kind, w.brand, w.attributes, w.description FROM product AS p"
        " JOIN body AS b ON b.row=p.row LEFT JOIN words AS w ON w.rowid=p.row WHERE p.id=?"
    )
    for product in store.get(sampled):
        row, body, content, *words = store.connection.execute(sql, (product.id,)).fetchone()
        whole = digest(body) == content and tuple(words) == prepare(product, body).words
        if not whole or _facts(store, row, list(facts(product))) != _bare(facts(product)):
            wrong.append(product.id)
    fault = f"facts or words differ from the record of {', '.join(wrong[:3])}" if wrong else ""
    if not fault and store.connection.execute("SELECT count(*) FROM body").fetchone()[0] != count:
        fault = "records and products differ in number"
    return Check("records", f"{count} products, {len(sampled)} compared", fault)


def _facts(store: Store, row: int, names: list[str]) -> set[tuple[str, Value, str]]:
    sql = (
        "SELECT f.name, v.content, v.unit FROM json_each(?) AS wanted JOIN field AS f ON f.name=wanted.value"
        " JOIN fact AS c ON c.field=f.field AND c.row=? JOIN value AS v ON v.value=c.value"
    )
    return set(store.connection.execute(sql, (json.dumps(names), row)))


def _bare(found: Mapping[str, Attribute]) -> set[tuple[str, Value, str]]:
    return {(name, fact.value, fact.unit or "") for name, fact in found.items()}


def _vectors(store: Store) -> Check:
    name = store.note(EMBEDDER)
    if name is None:
        return Check("vectors", "none made yet", "" if not store.count() else "no product has a vector")
    waiting = store.pending(name).count
    fault = f"{waiting} products have no vector of their present text" if waiting else ""
    return Check("vectors", f"{store.count() - waiting} by {name}", fault)


def _chroma(home: Home, embedder: Callable[[str], Embedder], command: str) -> Check:
    owned = Catalogue.open_if_free(home, embedder, command, eager=0)
    if owned is None:
        owner = home.owner()
        return Check("chroma", f"kept by {owner.command!r} ({owner.pid})" if owner else "kept by another process", None)
    with owned:
        return Check("chroma", f"{owned.exact.count()} vectors", owned.chroma_fault())
