"""How a file is read, as a mapping file to edit: every column, what it is taken for, some of its values, its unit."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from catalog.cleaning.cells import attribute_cells
from catalog.cleaning.labelled_texts import unfolded
from catalog.cleaning.mapping import FIELDS, ColumnMapping, value_at
from catalog.cleaning.plain_text import one_line
from catalog.cleaning.written_measures import unit_word
from catalog.errors import SetupError
from catalog.findings.unit_inference import UnitNote
from catalog.importing.parts import FileInParts, Settings
from catalog.importing.report import ImportReport
from catalog.sources.opening import open_source
from catalog.sources.rows import Row

LOOKED_AT = 25_000
SAMPLES, LONGEST = 3, 32
BARE = re.compile(r"[A-Za-z0-9_-]+")
UNITS = "g kg mm cm m inch ml l W V A mAh Wh GB TB MHz GHz Hz dB h min °C %"


def suggest_mapping(path: Path) -> str:
    """The mapping file in TOML; importing the file with it gives what importing it without gives.

    Where no column is known as the title, it says so and leaves that line to be filled. SetupError where the file is no
    table.
    """
    rows = [
        row.values for row in islice((r for r in open_source(path).read(_unheard) if isinstance(r, Row)), LOOKED_AT)
    ]
    try:
        file = FileInParts(path, Settings())
        next(file.parts(), None)
    except SetupError:
        if not rows:
            raise
        return "\n".join(_without_title(path, rows)) + "\n"
    mapping, report = file.plan.mapping, file.report()
    kinds = {name: kind.value for name, kind in file.plan.kinds.items()}
    return "\n".join(_lines(path, rows, mapping, kinds, report)) + "\n"


def _lines(
    path: Path,
    rows: Sequence[Mapping[str, Any]],
    mapping: ColumnMapping,
    kinds: Mapping[str, str],
    report: ImportReport,
) -> Iterator[str]:
    yield f"# How {one_line(path.name)} ({report.format}) is read. Change what is wrong, then type:"
    yield "#   python -m catalog import FILE --mapping THIS_FILE"
    yield ""
    said = f'currency = "{report.currency}"' if report.currency else '# currency = "EUR"'
    yield f"{said}  # of prices that name none: an ISO code"
    yield f'# language = "{report.language}"  # of all titles; without it each title\'s own is told from its words'
    yield "ignore = []  # columns to leave out altogether"
    yield ""
    yield "[columns]"
    yield f"# field = column, or a list of columns. Fields: {', '.join(FIELDS)}."
    for field, columns in mapping.fields.items():
        told = _text(columns[0]) if len(columns) == 1 else f"[{', '.join(map(_text, columns))}]"
        yield f"{field} = {told}  # {_values(value_at(row, columns[0]) for row in rows)}"
    attributes = _attributes(rows, mapping)
    attributes.update((name, []) for name in kinds if name not in attributes)
    units = {name: [note for note in report.units if note.column == name] for name in attributes}
    yield ""
    yield "[units]"
    yield f"# column = unit of its bare numbers. Every column below is an attribute. Units: {UNITS} and others."
    for name, values in attributes.items():
        yield from _unit_lines(name, values, kinds.get(name, "text"), units[name])
    yield ""
    yield "[names]"
    yield "# column = the name that shoppers read"
    for name in attributes:
        yield f"# {_key(name)} = {_text(' '.join(name.replace('_', ' ').split()))}"


def _unit_lines(name: str, values: list[Any], kind: str, notes: Sequence[UnitNote]) -> Iterator[str]:
    about = f"{kind}: {_values(values)}"
    whole = next((note for note in notes if note.type is None and len(notes) == 1 and unit_word(note.unit)), None)
    if whole is not None and whole.proof.startswith("the column is called"):
        yield f"{_key(name)} = {_text(whole.unit)}  # {about}; {one_line(whole.proof)}"
        return
    yield f'# {_key(name)} = ""  # {about}'
    for note in notes[:SAMPLES]:
        of = f"of {_comment(note.type)}" if note.type else "where proved"
        yield f"#   found by itself {of}: {note.unit}, {note.values:,} values; {one_line(note.proof)}"


def _without_title(path: Path, rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    yield f"# No column of {one_line(path.name)} is known as the title: name it below, then type:"
    yield "#   python -m catalog import FILE --mapping THIS_FILE"
    yield ""
    yield "[columns]"
    yield f"# field = column, or a list of columns. Fields: {', '.join(FIELDS)}."
    yield '# title = ""'
    yield ""
    yield "# The columns, with some of their values:"
    for name in dict.fromkeys(name for row in rows for name in row):
        yield f"#   {_key(name)}: {_values(row.get(name) for row in rows)}"


def _attributes(rows: Iterable[Mapping[str, Any]], mapping: ColumnMapping) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for row in rows:
        for cell in attribute_cells(unfolded(row, mapping.marks), mapping):
            found.setdefault(cell.name, []).append(cell.value)
    return found


def _values(values: Iterable[Any]) -> str:
    """A few different values, as a comment."""
    said = dict.fromkeys(_comment(value) for value in values if value not in (None, "", [], {}))
    return " | ".join(islice(said, SAMPLES)) or "seen in later rows alone"


def _comment(value: Any) -> str:
    text = one_line(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str))
    return text if len(text) <= 2 * LONGEST else f"{text[:LONGEST]}..."


def _key(name: str) -> str:
    return name if BARE.fullmatch(name) else _text(name)


def _text(said: str) -> str:
    """A basic string of TOML."""
    return json.dumps(said, ensure_ascii=False).replace("\x7f", "\\u007f")


def _unheard(done: int) -> None:
    """Reading a few rows needs no progress."""
