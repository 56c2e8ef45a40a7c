"""A file's format, told from its content."""

from __future__ import annotations

from pathlib import Path

from catalog.errors import SetupError
from catalog.sources.bytes_source import encoding, head, is_compressed, refuse_foreign
from catalog.sources.delimited import read_delimited, separator
from catalog.sources.json_lines import looks_like_json_lines, read_json_lines
from catalog.sources.json_source import read_json
from catalog.sources.rows import Source

SEPARATED = {",": "CSV", "\t": "TSV", ";": "CSV with semicolons", "|": "CSV with bars"}


def open_source(path: Path) -> Source:
    """The file as rows, whatever its name; SetupError where it is missing, empty or no text."""
    if not path.exists():
        raise SetupError(f"There is no file {str(path)!r}. Check the path and import again.")
    if path.is_dir():
        raise SetupError(f"{str(path)!r} is a folder. Name one file in it.")
    start = head(path)
    refuse_foreign(path, start)
    name = encoding(path, start)
    text = start.decode(name, errors="ignore").lstrip("\ufeff")
    first = text.lstrip()[:1]
    size = path.stat().st_size
    packed = ", gzip" if is_compressed(path) else ""
    if first == "{" and looks_like_json_lines(text):
        return Source(f"JSON lines{packed}", size, lambda progress: read_json_lines(path, name, progress))
    if first in ("{", "["):
        return Source(f"JSON{packed}", size, lambda progress: read_json(path, name, progress))
    character = separator(text)
    kind = f"{SEPARATED[character]}{packed}"
    return Source(kind, size, lambda progress: read_delimited(path, name, character, progress))
