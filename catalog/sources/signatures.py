"""Files that are known to be no table, by their first bytes."""

from __future__ import annotations

import codecs
import re

from catalog.errors import SetupError
from catalog.sources.encodings import utf16_without_mark

READABLE = "Give CSV, TSV, Excel, JSON, JSON lines, XML or Parquet, plain or packed with gzip or zip."
FOREIGN = {
    b"\x89PNG": "a PNG picture", b"\xff\xd8\xff": "a JPEG picture", b"GIF8": "a GIF picture", b"RIFF": "a media file",
    b"BM": "a picture", b"II*\0": "a TIFF picture", b"MM\0*": "a TIFF picture", b"\0\0\1\0": "an icon",
    b"%PDF": "a PDF document", b"SQLite format 3": "an SQLite database", b"7z\xbc\xaf": "a 7z archive",
    b"Rar!": "a RAR archive", b"BZh": "a bzip2 archive", b"\xfd7zXZ": "an xz archive", b"ID3": "a sound file",
    b"OggS": "a sound file", b"\x28\xb5\x2f\xfd": "a zstandard archive", b"\x7fELF": "a program", b"MZ": "a program",
    b"\xca\xfe\xba\xbe": "a program", b"\0asm": "a program", b"ARROW1": "an Arrow file", b"Obj\1": "an Avro file",
}  # fmt: skip
DOCUMENTS = (
    (re.compile(rb"\s*<(?:!doctype\s+)?html", re.I), "a web page"),
    (re.compile(rb"\{\\rtf"), "an RTF document"),
)
INSIDE = ((4, b"ftyp", "a film"), (257, b"ustar", "a tar archive"))


def refuse_foreign(name: str, start: bytes) -> None:
    """SetupError where the content is known to be no table and no text."""
    if what := foreign(start):
        raise SetupError(f"{name} is {what}, not a catalogue that can be read. {READABLE}")
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)):
        return
    filled = start[:4096].strip(b"\0")
    sample = filled.replace(b"\0", b"")
    strange = sum(byte < 9 or 13 < byte < 32 for byte in sample)
    zeros = len(filled) - len(sample)
    if (strange > 0.02 * len(sample) or zeros > 0.3 * len(filled)) and utf16_without_mark(start) is None:
        raise SetupError(f"{name} holds no text that can be read. {READABLE}")


def foreign(start: bytes) -> str | None:
    """What the bytes are, if they are something known that is no table."""
    binary = any(byte < 9 or 13 < byte < 32 for byte in start[:64]) or start.startswith(b"%PDF")
    for magic, what in FOREIGN.items():
        if start.startswith(magic) and (binary or not magic.isascii()):
            return what
    for place, magic, what in INSIDE:
        if start[place : place + len(magic)] == magic and binary:
            return what
    return next((what for pattern, what in DOCUMENTS if pattern.match(start)), None)
