"""Each nasty file gives its rows and earns its sentence; none ends in anything but a SetupError."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalog.errors import SetupError
from catalog.sources.opening import open_source
from catalog.sources.rows import BadRow, Row
from tests.catalog import nasty_documents, nasty_files
from tests.catalog.nasty_files import Nasty

FAMILIES = (
    nasty_files.csv_files, nasty_files.encoded_files, nasty_files.foreign_files, nasty_files.json_files,
    nasty_files.packed_files, nasty_documents.workbooks, nasty_documents.parquet_files, nasty_documents.xml_files,
)  # fmt: skip


def every_file() -> list[Nasty]:
    """All of them."""
    return [one for family in FAMILIES for one in family()]


def read(path: Path) -> tuple[list[Row], list[BadRow]]:
    """The rows of a file that are good, and those that are not."""
    found = list(open_source(path).read(lambda done: None))
    return [row for row in found if isinstance(row, Row)], [row for row in found if isinstance(row, BadRow)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("nasty")


@pytest.mark.parametrize("file", every_file(), ids=lambda file: file.name)
def test_a_nasty_file_gives_its_rows_and_earns_its_sentence(file: Nasty, folder: Path) -> None:
    path = folder / file.name
    path.write_bytes(file.content)
    try:
        rows, refused = read(path)
    except SetupError as error:
        assert file.rows <= 0, f"refused whole: {error}"
        assert file.says in str(error)
        assert str(error).endswith(".")
        assert "Traceback" not in str(error)
        return
    said = [why.why for why in refused] + [note for row in rows for note in row.notes]
    if file.rows >= 0:
        assert len(rows) == file.rows, said
    assert not file.says or file.rows == 0 or any(file.says in why for why in said), said
    if file.refused is not None:
        assert len(refused) == file.refused, said
    for wanted, row in ((file.first, rows[:1]), (file.last, rows[-1:])):
        if wanted:
            assert wanted.items() <= dict(row[0].values).items(), row[0].values


def test_there_are_at_least_sixty_nasty_files() -> None:
    names = [file.name for file in every_file()]
    assert len(names) >= 60
