"""Bytes that can be read again and again: a file's own, those that gzip packed, or one file of an archive."""

from __future__ import annotations

import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from catalog.errors import SetupError
from catalog.sources.rows import Progress

CHUNK = 1 << 18
GZIP = b"\x1f\x8b"
SUSPECT = 1 << 26
MOST_TIMES = 200
MOST_BYTES = 1 << 33
DAMAGED = (EOFError, OSError, zlib.error, zipfile.BadZipFile, NotImplementedError, RuntimeError)
EMPTY = b"\x00\xef\xbb\xbf\xff\xfe \t\r\n"


class BrokenContentError(Exception):
    """The content breaks off here: what came before is good, what would follow can't be read."""


@dataclass(frozen=True, slots=True)
class Content:
    """Named bytes in pieces; `path` is the file that holds them as they are, `size` what progress counts up to."""

    name: str
    size: int
    chunks: Callable[[Progress], Iterator[bytes]]
    path: Path | None = None
    packed: str = ""


def file_content(path: Path) -> Content:
    """A file's own bytes; SetupError where there is none to be read."""
    try:
        with path.open("rb"):
            size = path.stat().st_size
    except FileNotFoundError:
        raise SetupError(f"There is no file {str(path)!r}. Check the path and import again.") from None
    except IsADirectoryError:
        raise SetupError(f"{str(path)!r} is a folder. Name one file in it.") from None
    except PermissionError:
        raise SetupError(f"{str(path)!r} may not be read. Give this user the right to read it.") from None
    except (OSError, ValueError) as error:
        raise SetupError(f"{str(path)!r} can't be opened: {error}. Check the path and import again.") from None

    def chunks(progress: Progress) -> Iterator[bytes]:
        done = 0
        with path.open("rb") as file:
            while chunk := _read(file.read):
                done += len(chunk)
                progress(done)
                yield chunk

    return Content(path.name, size, chunks, path)


def unpacked(content: Content) -> Content:
    """What gzip packed; BrokenContentError where the data is damaged, SetupError where it swells beyond belief."""

    def chunks(progress: Progress) -> Iterator[bytes]:
        unpacker, taken, given, tail = zlib.decompressobj(31), 0, 0, b""
        for chunk in content.chunks(progress):
            taken += len(chunk)
            tail += chunk
            while tail:
                try:
                    piece = unpacker.decompress(tail, 1 << 20)
                except zlib.error as error:
                    raise BrokenContentError(f"its gzip data is damaged ({error})") from None
                tail = unpacker.unused_data if unpacker.eof else unpacker.unconsumed_tail
                given += len(piece)
                refuse_swelling(content.name, taken, given)
                if piece:
                    yield piece
                if unpacker.eof:
                    if not tail.startswith(GZIP):
                        return
                    unpacker = zlib.decompressobj(31)
        if not unpacker.eof:
            raise BrokenContentError("its gzip data is cut off")

    return Content(content.name, content.size, chunks, None, f"{content.packed}, gzip")


def archived(archive: Content, member: zipfile.ZipInfo) -> Content:
    """One file of a zip archive; BrokenContentError where it is damaged, SetupError where it swells beyond belief."""
    name = f"{archive.name}/{member.filename}"

    def chunks(progress: Progress) -> Iterator[bytes]:
        given = 0
        with on_disk(archive) as path, path.open("rb") as file:
            try:
                with zipfile.ZipFile(file) as opened, opened.open(member) as content:
                    while chunk := _read(content.read1):
                        given += len(chunk)
                        refuse_swelling(name, max(1, member.compress_size), given)
                        progress(min(archive.size, file.tell()))
                        yield chunk
            except DAMAGED as error:
                raise BrokenContentError(f"its packed data is damaged ({error})") from None

    return Content(name, archive.size, chunks, None, f"{archive.packed}, zip")


def _read(read: Callable[[int], bytes]) -> bytes:
    try:
        return read(CHUNK)
    except DAMAGED as error:
        raise BrokenContentError(f"it can't be read on ({error})") from None


def refuse_swelling(name: str, packed: int, unpacked_bytes: int) -> None:
    """SetupError where packed data grows as only a trap does."""
    if unpacked_bytes > MOST_BYTES or (unpacked_bytes > SUSPECT and unpacked_bytes > MOST_TIMES * packed):
        raise SetupError(
            f"{name} swells to {unpacked_bytes // max(1, packed):,} times its size and more when it is unpacked, as no "
            "catalogue does. Unpack it yourself and import the table in it."
        )


def head(content: Content, size: int = CHUNK) -> bytes:
    """The first `size` bytes; SetupError where there is nothing, or nothing that can be unpacked."""
    start = b""
    try:
        for chunk in content.chunks(unheard):
            start += chunk
            if len(start) >= size:
                break
    except BrokenContentError as error:
        if not start:
            raise SetupError(f"{content.name} is damaged: {error}. Export it again.") from None
    if not start.strip(EMPTY):
        raise SetupError(f"{content.name} is empty. Export it again.")
    return start[:size]


def unheard(done: int) -> None:
    """Progress that nobody follows."""


@contextmanager
def on_disk(content: Content) -> Iterator[Path]:
    """A file that holds the content, for readers that jump about in it; a temporary one where it was packed."""
    if content.path is not None:
        yield content.path
        return
    with tempfile.TemporaryDirectory(prefix="catalogue-") as folder:
        path = Path(folder) / "content"
        with path.open("wb") as file:
            for chunk in content.chunks(unheard):
                file.write(chunk)
        yield path
