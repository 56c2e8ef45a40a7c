"""Reads the raw electronics file of the folder that DAOGOU_DATA names."""

from __future__ import annotations

import gzip
import json
import os
from pathlib import Path
from typing import Any


def data_folder() -> Path:
    """The folder with development data; SystemExit where DAOGOU_DATA does not name one."""
    folder = Path(os.environ.get("DAOGOU_DATA", ""))
    if not os.environ.get("DAOGOU_DATA") or not folder.is_dir():
        raise SystemExit("DAOGOU_DATA names no folder. Set it to the folder that holds electronics/products.jsonl.gz.")
    return folder


def raw_products(path: Path | None = None) -> list[dict[str, Any]]:
    """Every raw product, as the file has it."""
    path = path or data_folder() / "electronics" / "products.jsonl.gz"
    data = path.read_bytes()
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")
    return [json.loads(line) for line in text.split("\n") if line.strip()]
