"""Whether a file was imported already, as it is and with the same settings, and nothing happened since."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from catalog.cleaning.mapping import ColumnMapping
from catalog.findings.unit_inference import UnitNote
from catalog.importing.file_import import NOTE
from catalog.importing.report import ImportReport, RowNote
from catalog.importing.unfound import Unfound
from catalog.sources.content import file_content
from catalog.store import Store

REMEMBERED = "imported file"
CODE = ("*.py", "*.toml", "*.tsv", "*.txt", "*.json", "*.csv")


@dataclass(frozen=True, slots=True)
class ImportSettings:
    """What, beside the file, decides what an import gives."""

    mapping: ColumnMapping | None = None
    currency: str | None = None
    language: str | None = None
    replace: bool = False


def fingerprint(path: Path, settings: ImportSettings, code: Path = Path(__file__).parents[1]) -> str:
    """One text for the file's bytes, the settings and the program that cleans; SetupError where there is no file."""
    told = hashlib.blake2b(digest_size=16)
    for chunk in file_content(path).chunks(lambda done: None):
        told.update(chunk)
    said = json.dumps(asdict(settings), sort_keys=True, default=sorted)
    told.update(said.encode())
    for pattern in CODE:
        for part in sorted(code.rglob(pattern)):
            if "sample" not in part.parts:
                found = part.stat()
                told.update(f"{part.relative_to(code)} {found.st_size} {found.st_mtime_ns}".encode())
    return told.hexdigest()


def remember(store: Store, mark: str, report: ImportReport) -> None:
    """Keeps with the store that this import was done, and its report."""
    store.set_note(NOTE, json.dumps(report.as_json(), ensure_ascii=False))
    store.set_note(REMEMBERED, json.dumps({"mark": mark, "revision": store.revision}))


def recalled(store: Store, mark: str) -> ImportReport | None:
    """The report of the same import, where it was the last thing that happened to the store: nothing would change."""
    noted, told = store.note(REMEMBERED), store.note(NOTE)
    if noted is None or told is None or json.loads(noted) != {"mark": mark, "revision": store.revision}:
        return None
    report = _report(json.loads(told))
    return replace(report, added=0, changed=0, removed=0, unchanged=store.count(), seconds={})


def _report(told: Mapping[str, Any]) -> ImportReport:
    values = {one.name: told[one.name] for one in fields(ImportReport) if one.name in told}
    for name in ("refused_rows", "repaired_rows"):
        values[name] = tuple(RowNote(row["line"], row["id"], tuple(row["notes"])) for row in told[name])
    missing = told.get("unfound", ())
    values["unfound"] = tuple(
        Unfound(one["field"], one["taken"], tuple(one["candidates"]), one["line"]) for one in missing
    )
    values["units"] = tuple(UnitNote(**note) for note in told["units"])
    values["columns"] = {name: tuple(columns) for name, columns in told["columns"].items()}
    return ImportReport(**values)
