"""A file as bytes or text: compression undone, encoding found, and what is no text refused."""

from __future__ import annotations

import codecs
import gzip
import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from catalog.errors import SetupError
from catalog.sources.rows import Progress

READABLE = "Give JSON, JSON lines, CSV or TSV, plain or compressed with gzip."
CHUNK = 1 << 18
LOOKED_AT = 1 << 26
"""How many bytes are tried before an encoding is believed."""
GZIP = b"\x1f\x8b"
FOREIGN = {
    b"\x89PNG": "a PNG picture", b"\xff\xd8\xff": "a JPEG picture", b"GIF8": "a GIF picture", b"RIFF": "a media file",
    b"BM": "a picture", b"%PDF": "a PDF document", b"PK\x03\x04": "a zip archive or an Excel workbook",
    b"PAR1": "a Parquet file", b"SQLite format 3": "an SQLite database", b"\xd0\xcf\x11\xe0": "an old Office document",
    b"7z\xbc\xaf": "a 7z archive", b"Rar!": "a RAR archive", b"BZh": "a bzip2 archive", b"\xfd7zXZ": "an xz archive",
    b"\x28\xb5\x2f\xfd": "a zstandard archive", b"\x7fELF": "a program",
}  # fmt: skip
BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
DAMAGED = (EOFError, OSError, gzip.zlib.error)  # type: ignore[attr-defined]


def is_compressed(path: Path) -> bool:
    """Whether the file starts as gzip does, whatever its name."""
    with path.open("rb") as file:
        return file.read(2) == GZIP


@contextmanager
def opened(path: Path) -> Iterator[tuple[IO[bytes], IO[bytes]]]:
    """The file's content with compression undone, and the file itself, whose position tells how far reading is."""
    with path.open("rb") as file:
        if is_compressed(path):
            with gzip.GzipFile(fileobj=file) as content:
                yield content, file  # type: ignore[misc]
        else:
            yield file, file


def head(path: Path, size: int = CHUNK) -> bytes:
    """The first `size` bytes of the content; SetupError where there is nothing or the compression can't be undone."""
    try:
        with opened(path) as (content, _):
            start = content.read(size)
    except FileNotFoundError:
        raise SetupError(f"There is no file {str(path)!r}. Check the path and import again.") from None
    except IsADirectoryError:
        raise SetupError(f"{str(path)!r} is a folder. Name one file in it.") from None
    except PermissionError:
        raise SetupError(f"{str(path)!r} may not be read. Give this user the right to read it.") from None
    except DAMAGED:
        start = _what_can_be_read(path)
        if not start:
            raise SetupError(f"{path.name} is damaged: its gzip data can't be unpacked. Export it again.") from None
    if not start.strip(b"\x00\xef\xbb\xbf\xff\xfe \t\r\n"):
        raise SetupError(f"{path.name} is empty. Export it again.")
    return start


def _what_can_be_read(path: Path) -> bytes:
    start = b""
    try:
        with opened(path) as (content, _):
            while len(start) < CHUNK and (more := content.read(512)):
                start += more
    except DAMAGED:
        pass
    return start


def refuse_foreign(path: Path, start: bytes) -> None:
    """SetupError where the content is known to be no text."""
    for magic, what in FOREIGN.items():
        if start.startswith(magic):
            raise SetupError(f"{path.name} is {what}, not a catalogue that can be read. {READABLE}")
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return
    strange = sum(byte < 9 or 13 < byte < 32 for byte in start[:4096])
    if strange > 0.02 * len(start[:4096]) and _utf16_without_mark(start) is None:
        raise SetupError(f"{path.name} holds no text that can be read. {READABLE}")


def encoding(path: Path, start: bytes) -> str:
    """The encoding whose rules the content keeps: UTF-8 and UTF-16 by their marks or form, then GB18030, then Latin."""
    for mark, name in BOMS:
        if start.startswith(mark):
            return name
    if found := _utf16_without_mark(start):
        return found
    return "utf-8" if _keeps_rules(path, "utf-8") else "gb18030" if _is_chinese(path, start) else "cp1252"


def _utf16_without_mark(start: bytes) -> str | None:
    even, odd = start[0:2000:2].count(0), start[1:2000:2].count(0)
    pairs = len(start[:2000]) / 2
    if odd > 0.4 * pairs and even < 0.1 * pairs:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 * pairs and odd < 0.1 * pairs else None


def _keeps_rules(path: Path, name: str) -> bool:
    decoder = codecs.getincrementaldecoder(name)()
    seen = 0
    try:
        with opened(path) as (content, _):
            while seen < LOOKED_AT and (chunk := content.read(CHUNK)):
                seen += len(chunk)
                decoder.decode(chunk)
    except UnicodeDecodeError:
        return False
    except DAMAGED:
        pass
    return True


def _is_chinese(path: Path, start: bytes) -> bool:
    if not _keeps_rules(path, "gb18030"):
        return False
    text = start.decode("gb18030", errors="ignore")
    other = [letter for letter in text if letter > "\x7f"]
    return sum("一" <= letter <= "鿿" for letter in other) > 0.6 * len(other)


def lines(path: Path, name: str, progress: Progress) -> Iterator[str]:
    """The lines with their ends, read as they are asked for; what the encoding can't read becomes U+FFFD.

    Raises EOFError where the content breaks off because the file is damaged.
    """
    with opened(path) as (content, file):
        reader = io.TextIOWrapper(content, encoding=name, errors="replace", newline="\n")
        number = 0
        while True:
            try:
                line = reader.readline()
            except DAMAGED as error:
                raise EOFError(str(error)) from error
            if not line:
                break
            number += 1
            if number % 200 == 0:
                progress(file.tell())
            yield line
        progress(file.tell())


def whole_text(path: Path, name: str, progress: Progress) -> tuple[str, bool]:
    """All text that can be read, and whether the file was read to its end."""
    parts: list[str] = []
    try:
        for line in lines(path, name, progress):
            parts.append(line)
    except EOFError:
        return "".join(parts), False
    return "".join(parts), True
