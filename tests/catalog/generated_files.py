"""Tables made at random, written in a random format, encoding and dialect, and damaged at random."""

from __future__ import annotations

import csv
import gzip
import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from xml.sax.saxutils import escape

from hypothesis import strategies as st

Table = list[dict[str, str]]

LETTERS = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Cn", "Co"), exclude_characters="\ufeff\ufffd")
    | st.sampled_from("\n\t,;|\"'\\&<>=%"),
    max_size=30,
)
WESTERN = st.lists(
    st.sampled_from(("Tür", "für", "Crème", "señor", "5 €", "ø 12", "naïve", "Größe", "a,b", 'x "y"', "é"))
).map(" ".join)
CHINESE = st.lists(
    st.sampled_from(("电热水壶", "书桌", "红色", "纯棉", "，", "不锈钢", "A1", "保温杯", '"新"', "500ml"))
).map("".join)
NAMES = ("price", "brand", "colour", "weight kg", "material", "note")
TEXTS = {
    "utf-8": LETTERS,
    "utf-8-sig": LETTERS,
    "utf-16": LETTERS,
    "utf-16-le": LETTERS,
    "cp1252": WESTERN,
    "gb18030": CHINESE,
}
SURE = {"gb18030": "不锈钢电热水壶", "cp1252": "Küche"}
"""A title that any shop would have, so that the encoding can be told at all."""


@dataclass(frozen=True)
class Written:
    """A table and the file it was written to; `blanks` says whether blanks around a cell survive the format."""

    table: Table
    content: bytes
    format: str
    blanks: bool = True

    @property
    def expected(self) -> Table:
        """What must be read: cells that say nothing are left out."""
        trim: Callable[[str], str] = (lambda cell: cell) if self.blanks else str.strip
        return [{name: trim(cell) for name, cell in row.items() if cell.strip()} for row in self.table]


@st.composite
def tables(draw: st.DrawFn, encoding: str) -> Table:
    """Rows with an id, a title and up to six other columns."""
    texts = TEXTS[encoding].filter(lambda said: not said.startswith('="'))
    columns = draw(st.lists(st.sampled_from(NAMES), unique=True, max_size=6))
    rows = draw(st.lists(st.fixed_dictionaries({name: texts for name in ("title", *columns)}), min_size=1, max_size=12))
    sure = SURE.get(encoding)
    return [
        {"id": f"p{number}", **row, **({"title": f"{sure} {row['title']}"} if sure else {})}
        for number, row in enumerate(rows, 1)
    ]


def as_csv(table: Table, separator: str, end: str, quoting: int) -> str:
    """The table as text between separators."""
    out = io.StringIO()
    writer = csv.DictWriter(out, list(table[0]), delimiter=separator, lineterminator=end, quoting=quoting)  # type: ignore[arg-type]
    writer.writeheader()
    writer.writerows(table)
    return out.getvalue()


def as_xml(table: Table) -> str:
    """The table as a document of items."""
    items = (
        "".join(f"<{name.replace(' ', '_')}>{escape(cell)}</{name.replace(' ', '_')}>" for name, cell in row.items())
        for row in table
    )
    return "<?xml version='1.0'?>\n<items>\n" + "\n".join(f"<item>{item}</item>" for item in items) + "\n</items>"


def as_workbook(table: Table) -> bytes:
    """The table as an Excel workbook."""
    from xlsxwriter import Workbook

    out = io.BytesIO()
    with Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        columns = list(table[0])
        for number, row in enumerate([dict(zip(columns, columns, strict=True)), *table]):
            for place, name in enumerate(columns):
                sheet.write_string(number, place, row[name])
    return out.getvalue()


FORMATS = ("csv", "csv", "csv", "json", "wrapped json", "json lines", "xml")


@st.composite
def files(draw: st.DrawFn, formats: tuple[str, ...] = FORMATS) -> Written:
    """A table in a random format."""
    kind = draw(st.sampled_from(formats))
    encoding = draw(st.sampled_from(tuple(TEXTS))) if kind == "csv" else "utf-8"
    table = draw(tables(encoding))
    blanks = True
    if kind == "csv":
        end, quoting = draw(
            st.sampled_from((("\r\n", csv.QUOTE_MINIMAL), ("\n", csv.QUOTE_MINIMAL), ("\n", csv.QUOTE_ALL)))
        )
        said = as_csv(table, draw(st.sampled_from(",;\t|")), end, quoting).encode(encoding)
    elif kind == "json lines":
        said = "\n".join(json.dumps(row, ensure_ascii=draw(st.booleans())) for row in table).encode() + b"\n"
    elif kind == "xml":
        table = [{name.replace(" ", "_"): cell for name, cell in row.items()} for row in table]
        said, blanks = as_xml(table).encode(), False
    elif kind == "excel":
        said = as_workbook(table)
    else:
        document = table if kind == "json" else {"count": len(table), "goods": table}
        said = json.dumps(document, ensure_ascii=draw(st.booleans()), indent=draw(st.sampled_from((None, 1)))).encode()
    packing = draw(st.sampled_from(("", "", "gzip", "zip")))
    if packing == "gzip":
        said = gzip.compress(said)
    elif packing == "zip":
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("goods", said)
        said = out.getvalue()
    return Written(table, said, f"{kind}, {encoding}{', ' if packing else ''}{packing}", blanks)


@st.composite
def damaged_files(draw: st.DrawFn, formats: tuple[str, ...] = FORMATS) -> tuple[Written, bytes]:
    """A file as it was written, and after bytes of it were cut off, overwritten, doubled or lost."""
    file = draw(files(formats))
    content = bytearray(file.content)
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.integers(0, max(0, len(content) - 1)))
        match draw(st.sampled_from(("cut", "overwrite", "insert", "remove"))):
            case "cut":
                del content[place:]
            case "overwrite":
                content[place : place + 1] = draw(st.binary(min_size=1, max_size=4))
            case "insert":
                content[place:place] = draw(st.sampled_from((b'"', b"\0", b"\n", b"{", b"<", b"\xff", b",", b"]")))
            case "remove":
                del content[place : place + draw(st.integers(1, 20))]
    return file, bytes(content)
