"""Zip archives: each file in them that is a table is read; workbooks are zip archives too."""

from __future__ import annotations

import zipfile
from collections import Counter
from collections.abc import Callable, Sequence

from catalog.errors import SetupError
from catalog.sources.content import DAMAGED, MOST_BYTES, MOST_TIMES, SUSPECT, Content, archived, on_disk
from catalog.sources.rows import BadRow, Progress, Rows, Source
from catalog.sources.tables import in_part

MOST_FILES = 10_000
DOCUMENTS = {
    "xl/workbook.xml": "", "xl/workbook.bin": "a binary Excel workbook (.xlsb). Save it as .xlsx or CSV",
    "word/document.xml": "a Word document. Export the products as a table",
    "ppt/presentation.xml": "a presentation. Export the products as a table",
    "content.xml": "an OpenDocument file. Save it as .xlsx or CSV",
    "META-INF/MANIFEST.MF": "a Java archive. Export the products as a table",
}  # fmt: skip
UNASKED = ("__MACOSX/", ".", "Thumbs.db", "desktop.ini")


def files_in(content: Content) -> list[zipfile.ZipInfo]:
    """What the archive holds; SetupError where it is damaged, locked, or a trap."""
    try:
        with on_disk(content) as path, zipfile.ZipFile(path) as archive:
            found = [info for info in archive.infolist() if not info.is_dir()]
    except DAMAGED:
        raise SetupError(f"{content.name} is a damaged or cut off zip archive. Export it again.") from None
    total, packed = sum(info.file_size for info in found), sum(info.compress_size for info in found)
    if total > MOST_BYTES or (total > SUSPECT and total > MOST_TIMES * max(1, packed)) or len(found) > MOST_FILES:
        raise SetupError(
            f"{content.name} claims to hold {len(found):,} files of {total:,} bytes in {content.size:,} bytes, as no "
            "catalogue does. Unpack it yourself and import the table in it."
        )
    if any(info.flag_bits & 1 for info in found):
        raise SetupError(f"{content.name} is locked by a password. Unpack it and import the table in it.")
    return found


def is_workbook(content: Content, files: Sequence[zipfile.ZipInfo]) -> bool:
    """Whether the archive is an Excel workbook; SetupError where it is another kind of document."""
    names = {info.filename for info in files}
    for mark, what in DOCUMENTS.items():
        if mark in names and (mark != "content.xml" or "META-INF/manifest.xml" in names):
            if not what:
                return True
            raise SetupError(f"{content.name} is {what}.")
    return False


def archive_source(
    content: Content, files: Sequence[zipfile.ZipInfo], recognise: Callable[[Content], Source]
) -> Source:
    """The tables of an archive one after another; files that are none are told. SetupError where all are none."""
    tables: list[tuple[str, Source]] = []
    others: list[tuple[str, str]] = []
    for info in files:
        if any(part.startswith(UNASKED) for part in info.filename.split("/")) or info.filename.startswith(UNASKED):
            continue
        try:
            tables.append((info.filename, recognise(archived(content, info))))
        except SetupError as error:
            others.append((info.filename, str(error)))
    if not tables:
        if len(others) == 1:
            raise SetupError(others[0][1])
        told = ", ".join(name for name, _ in others[:3]) or "nothing"
        raise SetupError(f"{content.name} holds no table that can be read, but {told}. Put the product table into it.")
    kinds = Counter(source.format.removesuffix(", zip") for _, source in tables)
    said = ", ".join(kind if count == 1 else f"{count} of {kind}" for kind, count in kinds.items())

    def read(progress: Progress) -> Rows:
        for name, source in tables:
            yield from in_part(source.read(progress), name)
        for name, why in others:
            yield BadRow(1, f"this file of the archive is left out: {why}", name)

    return Source(f"{said}, zip", content.size, read)
