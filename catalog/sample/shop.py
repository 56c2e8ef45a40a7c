"""The sample shop's files, and their way into a home."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from catalog.store import Store

FOLDER = Path(__file__).parent
PICTURES = FOLDER / "pictures"
SETTINGS = "settings.toml"


def sample_files() -> tuple[Path, ...]:
    """The product files, one a category, in order of name."""
    return tuple(sorted((FOLDER / "products").glob("*.jsonl")))


def sample_records() -> Iterator[dict[str, Any]]:
    """Every product's record as its file holds it, in the order of the files."""
    for path in sample_files():
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                if line.strip():
                    yield json.loads(line)


def install(store: Store, home: Path, progress: Callable[[str, int, int], None] | None = None) -> int:
    """Imports the sample shop whole or not at all, gives the home its settings where it has none; returns the count."""
    from tempfile import TemporaryDirectory

    from catalog.importing.file_import import import_file

    if not (home / SETTINGS).exists():
        shutil.copyfile(FOLDER / SETTINGS, home / SETTINGS)
    with TemporaryDirectory() as place:
        whole = Path(place) / "sample_shop.jsonl"
        whole.write_bytes(b"".join(path.read_bytes() for path in sample_files()))
        import_file(whole, store, progress=progress)
    return store.count()


def picture(product_id: str) -> Path | None:
    """The product's picture, or None where the sample shop has none; never a file outside its folder."""
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", product_id):
        return None
    path = PICTURES / f"{product_id}.svg"
    return path if path.is_file() else None
