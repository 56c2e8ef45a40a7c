"""Each nasty file gives its rows and earns its sentence; none ends in anything but a SetupError."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalog.errors import SetupError
from catalog.importing.file_import import import_file
from catalog.sources.opening import open_source
from catalog.sources.rows import BadRow, Row
from catalog.store import Store
from tests.catalog import nasty_documents, nasty_files
from tests.catalog.nasty_files import HEADER, ROWS, Nasty

FAMILIES = (
    nasty_files.csv_files, nasty_files.encoded_files, nasty_files.foreign_files, nasty_files.json_files,
    nasty_files.packed_files, nasty_documents.workbooks, nasty_documents.parquet_files, nasty_documents.xml_files,
)  # fmt: skip


def every_file() -> list[Nasty]:
    """All of them."""
    return [one for family in FAMILIES for one in family()]


def read(path: Path) -> tuple[list[Row], list[BadRow], str]:
    """The rows of a file that are good, those that are not, and the sentence where it is refused whole."""
    try:
        found = list(open_source(path).read(lambda done: None))
    except SetupError as error:
        return [], [], str(error)
    return [row for row in found if isinstance(row, Row)], [row for row in found if isinstance(row, BadRow)], ""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("nasty")


@pytest.mark.parametrize("file", every_file(), ids=lambda file: file.name)
def test_a_nasty_file_gives_its_rows_and_earns_its_sentence(file: Nasty, folder: Path) -> None:
    path = folder / file.name
    path.write_bytes(file.content)
    rows, refused, sentence = read(path)
    if sentence:
        assert file.rows <= 0, f"refused whole: {sentence}"
        assert file.says in sentence
        assert sentence.endswith(".")
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
    assert len({file.name for file in every_file()}) >= 60


WHOLE = ("picture.csv", "empty.csv", "letter.txt", "bomb.zip", "million-columns.csv", "corner.xlsx", "empty-list.json",
         "header-only.csv", "laughs.xml", "cut.parquet")  # fmt: skip


@pytest.mark.parametrize("name", WHOLE)
def test_a_file_without_one_good_row_leaves_the_store_as_it_was(name: str, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.csv", tmp_path / name
    good.write_text(HEADER + ROWS, encoding="utf-8")
    bad.write_bytes(next(file.content for file in every_file() if file.name == name))
    store = Store.open(tmp_path / "store")
    import_file(good, store)
    before = store.revision, store.count()
    with pytest.raises(SetupError):
        import_file(bad, store, replace=True)
    assert (store.revision, store.count()) == before
    store.close()


PARTLY = {
    "open-quote.csv": 3,
    "too-many-cells.csv": 4,
    "cut.json": 2,
    "mixed.zip": 3,
    "lines-broken.jsonl": 2,
    "cut.xml": 1,
}


@pytest.mark.parametrize("name", PARTLY)
def test_good_rows_beside_bad_ones_are_imported_and_all_are_accounted_for(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(next(file.content for file in every_file() if file.name == name))
    store = Store.open(tmp_path / "store")
    report = import_file(path, store)
    assert report.kept == store.count() == PARTLY[name]
    assert report.read == report.kept + report.refused
    assert all(row.line >= 1 and row.notes[0] for row in report.refused_rows)
    store.close()


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        (HEADER.encode() + b'1,"Ket\ntle",5,Vela\n\n2,Pot,6,Orno\n', [2, 5]),
        (b'[\n {"id": 1,\n  "title": "Kettle"},\n {"id": 2, "title": "Pot"}]', [2, 4]),
        (b'{"a": 1, "products": [\n {"id": 1, "title": "Kettle"},\n\n {"id": 2, "title": "Pot"}]}', [2, 4]),
        (b'{"id": 1, "title": "Kettle"}\n\n{"id": 2, "title": "Pot"}\n', [1, 3]),
        (b"<r>\n<item><id>1</id></item>\n\n<item>\n<id>2</id></item></r>", [2, 4]),
    ],
)
def test_rows_know_their_lines(content: bytes, lines: list[int], tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    rows, refused, _ = read(path)
    assert not refused
    assert [row.line for row in rows] == lines


@pytest.mark.parametrize("missing", ["no-such-file.csv", ".", "nul\0name"])
def test_what_is_no_file_is_said(missing: str, tmp_path: Path) -> None:
    with pytest.raises(SetupError, match=r"no file|folder|opened"):
        open_source(tmp_path / missing)


def test_a_table_is_read_without_being_held(tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    with path.open("w", encoding="utf-8") as file:
        file.write(HEADER)
        file.writelines(f"{number},Kettle {number},5,Vela\n" for number in range(200_000))
    told: list[int] = []
    rows = open_source(path).read(told.append)
    assert next(rows).line == 2
    assert sum(told) < path.stat().st_size / 4
    assert sum(1 for _ in rows) == 199_999
    assert told[-1] == path.stat().st_size


def test_rows_of_a_source_can_be_read_twice(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text(HEADER + ROWS, encoding="utf-8")
    source = open_source(path)
    assert list(source.read(lambda done: None)) == list(source.read(lambda done: None))
