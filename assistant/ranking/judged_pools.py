"""A file of judged pairs -> pools: CSV with query, rating (0 to 3), and title, or product_id of the catalogue."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

from assistant.ranking.made_queries import Pool
from catalog.errors import SetupError
from catalog.product import Product

LEAST_ROWS, LEAST_QUERIES = 50, 5
HIGHEST = 3.0


def judged_pools(path: Path, products: Mapping[str, Product]) -> tuple[Pool, ...]:
    """One pool per query; SetupError, in one sentence, for a file that can't teach."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            missing = [name for name in ("query", "rating") if name not in (reader.fieldnames or ())]
            if missing or not {"title", "product_id"} & set(reader.fieldnames or ()):
                wanted = ", ".join(missing) or "title or product_id"
                raise SetupError(f"{path} lacks the column {wanted}. Write CSV with query, rating, and title.")
            rows = list(reader)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise SetupError(f"{path} can't be read as CSV ({error}). Give a file with query, rating and title.") from error
    found: dict[str, list[tuple[tuple[str, str], float]]] = {}
    for number, row in enumerate(rows, start=2):
        text = _text(row, products)
        if text is not None:
            found.setdefault((row["query"] or "").strip(), []).append((text, _grade(path, number, row["rating"])))
    found.pop("", None)
    _check(path, [grade for pairs in found.values() for _, grade in pairs], len(found))
    return tuple(
        Pool(query, tuple(text for text, _ in pairs), tuple(grade for _, grade in pairs), path.stem)
        for query, pairs in found.items()
    )


def _text(row: Mapping[str, str | None], products: Mapping[str, Product]) -> tuple[str, str] | None:
    if row.get("title"):
        return str(row["title"]), row.get("description") or ""
    product = products.get(row.get("product_id") or "")
    return None if product is None else (product.title, product.description or "")


def _grade(path: Path, number: int, written: str | None) -> float:
    try:
        grade = float(written or "")
    except ValueError:
        grade = -1.0
    if not 0.0 <= grade <= HIGHEST:
        raise SetupError(f"Line {number} of {path} has the rating {written!r}. Write a number from 0 to 3.")
    return grade


def _check(path: Path, grades: list[float], queries: int) -> None:
    if len(grades) < LEAST_ROWS or queries < LEAST_QUERIES:
        raise SetupError(
            f"{path} has {len(grades)} usable rows of {queries} queries. Training takes at least {LEAST_ROWS} rows of "
            f"{LEAST_QUERIES} queries whose products are in the catalogue."
        )
    if min(grades) == max(grades):
        raise SetupError(f"Every rating in {path} is {grades[0]:g}. Training takes better and worse ones.")
