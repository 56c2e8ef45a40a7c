"""A file's format, told from its content."""

from __future__ import annotations

import csv
from pathlib import Path

from catalog.errors import SetupError
from catalog.sources.archives import archive_source, files_in, is_workbook
from catalog.sources.content import CHUNK, GZIP, Content, file_content, head, unpacked
from catalog.sources.delimited import read_delimited
from catalog.sources.dialect import Dialect, dialect_of
from catalog.sources.encodings import encoding_of
from catalog.sources.json_lines import looks_like_json_lines, read_json_lines
from catalog.sources.json_source import read_json
from catalog.sources.native import read_native
from catalog.sources.rows import Source
from catalog.sources.signatures import READABLE, refuse_foreign
from catalog.sources.tables import shape_name, table_rows
from catalog.sources.xml_parsing import declared_encoding
from catalog.sources.xml_source import read_xml

ZIP, EMPTY_ZIP, PARQUET, OLD_OFFICE = b"PK\x03\x04", b"PK\x05\x06", b"PAR1", b"\xd0\xcf\x11\xe0"
DEEPEST = 3


def open_source(path: Path) -> Source:
    """The file as rows, whatever its name; SetupError where it is missing, empty or no table."""
    return _recognised(file_content(path), 0)


def _recognised(content: Content, depth: int) -> Source:
    start = head(content)
    if start.startswith(GZIP):
        if depth >= DEEPEST:
            raise SetupError(f"{content.name} is packed {depth} times over. Unpack it and import the table in it.")
        return _recognised(unpacked(content), depth + 1)
    packed = content.packed
    if start.startswith(EMPTY_ZIP):
        raise SetupError(f"{content.name} is an empty zip archive. Export it again.")
    if start.startswith(ZIP):
        return _of_zip(content, depth)
    if start.startswith(PARQUET):
        return Source(f"Parquet{packed}", content.size, lambda progress: read_native(content, "parquet", progress))
    if start.startswith(OLD_OFFICE):
        return Source(f"Excel 97{packed}", content.size, lambda progress: read_native(content, "excel", progress))
    refuse_foreign(content.name, start)
    return _of_text(content, start, depth)


def _of_zip(content: Content, depth: int) -> Source:
    files = files_in(content)
    if is_workbook(content, files):
        said = f"Excel{content.packed}"
        return Source(said, content.size, lambda progress: read_native(content, "excel", progress))
    if ", zip" in content.packed:
        raise SetupError(f"{content.name} is a zip archive in a zip archive. Unpack it and import the tables in it.")
    return archive_source(content, files, lambda one: _recognised(one, depth + 1))


def _of_text(content: Content, start: bytes, depth: int) -> Source:
    name = encoding_of(content, start)
    text = start.decode(name, errors="ignore").lstrip("\ufeff")
    first, packed, size = text.lstrip("\0 \t\r\n")[:1], content.packed, content.size
    if looks_like_json_lines(text):
        return Source(f"JSON lines{packed}", size, lambda progress: read_json_lines(content, name, progress))
    if first in ("{", "["):
        return Source(f"JSON{packed}", size, lambda progress: read_json(content, name, progress))
    if first == "<":
        told = declared_encoding(text, name)
        return Source(f"XML{packed}", size, lambda progress: read_xml(content, told, progress))
    dialect = dialect_of(text.replace("\0", ""), whole=len(start) < CHUNK)
    names = _first_names(text, dialect)
    if depth and len(names) < 2 and ", zip" in packed:
        raise SetupError(f"{content.name} is a text, not a table. {READABLE}")
    shape = shape_name(names)
    kind = f"{dialect.name} ({shape})" if shape else dialect.name
    return Source(
        f"{kind}{packed}",
        size,
        lambda progress: table_rows(read_delimited(content, name, dialect, progress), content.name),
    )


def _first_names(text: str, dialect: Dialect) -> list[str]:
    rows = [line for line in text.split(dialect.line_end)[:20] if line.strip()][int(dialect.told) :]
    try:
        return next(csv.reader(rows, **dialect.options()), [])
    except csv.Error:
        return []
