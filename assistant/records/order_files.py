"""A shop's users.json, orders.json and products.json -> records, row by row; broken rows are told and left out."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from catalog.errors import SetupError

NUMBERED = "row "
FILES = ("users.json", "orders.json", "products.json")


@dataclass(frozen=True, slots=True)
class Broken:
    """A row that was refused: its file, its key or number, why, and the line where it begins, if that is known."""

    file: str
    row: str
    why: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class OrderFiles:
    """What the files of one folder hold."""

    users: tuple[tuple[str, dict[str, Any]], ...]
    orders: tuple[dict[str, Any], ...]
    goods: tuple[dict[str, Any], ...]
    broken: tuple[Broken, ...]


def read_order_files(folder: Path) -> OrderFiles:
    """The records of a folder; SetupError where it has no readable users.json and orders.json.

    Each file is an object of records by id, or a list of records that hold their id.
    """
    if not folder.is_dir():
        raise SetupError(f"There is no folder {folder}. Name the folder that holds {', '.join(FILES)}.")
    broken: list[Broken] = []
    goods = _good(folder / "products.json", "product_id", _product_fault, broken, needed=False)
    users = _good(folder / "users.json", "user_id", _user_fault, broken)
    orders = _good(folder / "orders.json", "order_id", _order_fault, broken)
    return OrderFiles(
        tuple(users), tuple(record for _, record in orders), tuple(record for _, record in goods), tuple(broken)
    )


def _good(
    path: Path, key: str, fault: Callable[[dict[str, Any]], str | None], broken: list[Broken], needed: bool = True
) -> list[tuple[str, dict[str, Any]]]:
    if not path.exists() and not needed:
        return []
    found: dict[str, dict[str, Any]] = {}
    text = _text(path)
    for row, record in _rows(path, text, key):
        why = _row_fault(row, record, key, found) or fault(record)
        if why:
            broken.append(Broken(path.name, row, why, _line(text, _name(row, record, key))))
            continue
        found[str(record.get(key) or row)] = record
    return list(found.items())


def _row_fault(row: str, record: Any, key: str, found: dict[str, Any]) -> str | None:
    if not isinstance(record, dict):
        return "is no object"
    name = record.get(key, None if row.startswith(NUMBERED) else row)
    if not isinstance(name, str) or not name.strip():
        return f"has no {key}"
    if not row.startswith(NUMBERED) and name != row:
        return f"is listed as {row!r} and calls itself {name!r}"
    return f"{key} {name!r} stands there twice" if name in found else None


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise SetupError(f"{path} can't be read ({error}). The folder needs {', '.join(FILES)}.") from error


def _name(row: str, record: Any, key: str) -> Any:
    """What a record is called where it stands: its key, or the id that it holds."""
    if not row.startswith(NUMBERED):
        return row
    return record.get(key) if isinstance(record, dict) else None


def _line(text: str, name: Any) -> int | None:
    """The line of a file where the record of this name begins, the last one of that name; nothing where none tells."""
    if not isinstance(name, str) or not name.strip():
        return None
    places = [one.start() for one in re.finditer(rf"{re.escape(json.dumps(name, ensure_ascii=False))}\s*:", text)]
    found = places[-1] if places else text.rfind(json.dumps(name, ensure_ascii=False))
    return None if found < 0 else text.count("\n", 0, found) + 1


def _rows(path: Path, text: str, key: str) -> Iterator[tuple[str, Any]]:
    try:
        whole = json.loads(text, object_pairs_hook=_Pairs)
    except ValueError as error:
        yield from _lines(path, text, error)
        return
    if isinstance(whole, _Pairs) and key not in dict(whole):
        yield from ((str(name), _plain(record)) for name, record in whole)
    elif isinstance(whole, list) and not isinstance(whole, _Pairs):
        yield from ((f"row {number}", _plain(record)) for number, record in enumerate(whole, start=1))
    else:
        raise SetupError(f"{path} holds no records. Write an object of records by id, or a list of them.")


class _Pairs(list[tuple[str, Any]]):
    """An object as its pairs, so that a key that stands twice is seen."""


def _plain(value: Any) -> Any:
    if isinstance(value, _Pairs):
        return {name: _plain(one) for name, one in value}
    return [_plain(one) for one in value] if isinstance(value, list) else value


def _lines(path: Path, text: str, error: ValueError) -> Iterator[tuple[str, Any]]:
    """JSON lines, where the whole is no JSON; the file is refused where its first line is none either."""
    lines = [(number, line) for number, line in enumerate(text.splitlines(), start=1) if line.strip()]
    try:
        json.loads(lines[0][1])
    except (ValueError, IndexError):
        raise SetupError(f"{path} is no JSON ({error}). Export it anew as UTF-8 JSON.") from error
    for number, line in lines:
        try:
            yield f"row {number}", json.loads(line)
        except ValueError as fault:
            yield f"row {number}", f"no JSON: {fault}"


def _user_fault(record: dict[str, Any]) -> str | None:
    name = record.get("name")
    if not isinstance(name, dict) or not all(isinstance(name.get(one), str) for one in ("first_name", "last_name")):
        return "has no name with first_name and last_name"
    if record.get("email") is not None and not isinstance(record["email"], str):
        return "has an email that is no text"
    if not isinstance(record.get("address"), dict):
        return "has no address"
    methods = record.get("payment_methods", {})
    if not isinstance(methods, dict) or not all(
        isinstance(one, dict) and isinstance(one.get("source"), str) for one in methods.values()
    ):
        return "has payment_methods that are no object of methods with a source"
    return _balance_fault(methods)


def _balance_fault(methods: dict[str, Any]) -> str | None:
    wrong = [name for name, one in methods.items() if "balance" in one and not _is_amount(one["balance"])]
    return f"has a balance that is no amount: {', '.join(wrong)}" if wrong else None


def _order_fault(record: dict[str, Any]) -> str | None:
    for name in ("user_id", "status"):
        if not isinstance(record.get(name), str) or not record[name].strip():
            return f"has no {name}"
    if not isinstance(record.get("address"), dict):
        return "has no address"
    items = record.get("items")
    if not isinstance(items, list) or not items:
        return "has no items"
    for item in items:
        if not isinstance(item, dict) or not all(isinstance(item.get(one), str) for one in ("item_id", "product_id")):
            return "has an item without item_id and product_id"
        if not _is_amount(item.get("price")):
            return f"has an item whose price is no amount: {item['item_id']}"
        if not isinstance(item.get("options", {}), dict) or not isinstance(item.get("name", ""), str):
            return f"has an item whose name or options can't be read: {item['item_id']}"
    history = record.get("payment_history", [])
    if not isinstance(history, list) or not all(
        isinstance(one, dict) and _is_amount(one.get("amount")) and isinstance(one.get("payment_method_id"), str)
        for one in history
    ):
        return "has a payment_history whose entries lack amount or payment_method_id"
    return None


def _product_fault(record: dict[str, Any]) -> str | None:
    if not isinstance(record.get("name"), str):
        return "has no name"
    variants = record.get("variants")
    if not isinstance(variants, dict) or not variants:
        return "has no variants"
    for name, variant in variants.items():
        if not isinstance(variant, dict) or not isinstance(variant.get("options"), dict):
            return f"has a variant without options: {name}"
        if not _is_amount(variant.get("price")) or not isinstance(variant.get("available"), bool):
            return f"has a variant whose price or availability can't be read: {name}"
    return None


def _is_amount(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and value == value and abs(value) < 1e12
