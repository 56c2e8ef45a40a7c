"""What is written is read back, whatever the format, encoding and dialect; what is damaged ends in no crash."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from catalog.errors import SetupError
from catalog.sources.opening import open_source
from catalog.sources.rows import BadRow, Row
from tests.catalog.generated_files import Written, damaged_files, files

SLOW = (HealthCheck.too_slow, HealthCheck.function_scoped_fixture, HealthCheck.data_too_large)
SOME = settings(max_examples=250, deadline=None, suppress_health_check=SLOW, derandomize=True, database=None)
FEW = settings(SOME, max_examples=15)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("generated") / "file"


@SOME
@given(file=files())
def test_what_is_written_is_read_back(file: Written, place: Path) -> None:
    assert_read_back(file, place)


@FEW
@given(file=files(("excel",)))
def test_what_a_workbook_holds_is_read_back(file: Written, place: Path) -> None:
    assert_read_back(file, place)


def assert_read_back(file: Written, place: Path) -> None:
    """Every row of the file is read as it was written, and nothing else."""
    place.write_bytes(file.content)
    found = list(open_source(place).read(lambda done: None))
    assert [filled(row) if isinstance(row, Row) else row for row in found] == file.expected, file.format


def filled(row: Row) -> dict[str, str]:
    """The cells of a row that say something."""
    return {name: cell for name, cell in row.values.items() if cell.strip()}


@SOME
@given(case=damaged_files())
def test_a_damaged_file_ends_in_rows_or_a_sentence(case: tuple[Written, bytes], place: Path) -> None:
    _, content = case
    place.write_bytes(content)
    found, sentence = read_on(place)
    assert not (found and sentence)
    assert all(row.line >= 1 for row in found)


def read_on(place: Path) -> tuple[list[Row | BadRow], str]:
    """What a file gives, or the sentence it is refused with."""
    try:
        return list(open_source(place).read(lambda done: None)), ""
    except SetupError as error:
        return [], str(error)
