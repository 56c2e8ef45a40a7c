"""Files that merchants should not send and do: each with the rows it must give and the sentence it must earn."""

# ruff: noqa: E501 - one file a line
from __future__ import annotations

import gzip
import io
import json
import random
import struct
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

HEADER = "id,title,price,brand\n"
ROWS = "1,Kettle,19.99,Vela\n2,Toaster,29.99,Orno\n3,Blender,49.99,Vela\n"
CHINESE = "编号,标题,价格\n1,不锈钢电热水壶,99\n2,实木书桌,499\n3,陶瓷马克杯,19\n"
WESTERN = "id,title,price\n1,Tür für Küche,12\n2,Crème brûlée,5\n3,Señor piñata,7\n"
RUSSIAN = (
    "id,title\n1,Чайник электрический красный\n2,Наушники беспроводные с шумоподавлением\n"
    "3,Рюкзак городской водонепроницаемый\n"
)
TAIWANESE = "編號,標題\n1,不鏽鋼電熱水壺\n2,實木書桌\n3,無線藍牙耳機\n"


@dataclass(frozen=True)
class Nasty:
    """`rows` are kept; `says` stands in the error where `rows` is 0, else in what is refused ("" where nothing is)."""

    name: str
    content: bytes
    rows: int
    says: str = ""
    refused: int | None = None
    first: Mapping[str, Any] = field(default_factory=dict)
    last: Mapping[str, Any] = field(default_factory=dict)


def text(name: str, said: str, rows: int, says: str = "", **more: Any) -> Nasty:
    """A nasty file in UTF-8."""
    return Nasty(name, said.encode("utf-8"), rows, says, **more)


def packed(files: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def noise(size: int) -> bytes:
    """Bytes that mean nothing."""
    return random.Random(5).randbytes(size)


def csv_files() -> list[Nasty]:
    """Tables of text that are torn, mixed, or written by strange programs."""
    good = HEADER + ROWS
    kettle, blender = {"title": "Kettle", "price": "19.99"}, {"title": "Blender", "brand": "Vela"}
    return [
        text("plain.csv", good, 3, first=kettle, last=blender, refused=0),
        text("windows.csv", good.replace("\n", "\r\n"), 3, first=kettle, last=blender, refused=0),
        text("old-mac.csv", good.replace("\n", "\r"), 3, first=kettle, last=blender, refused=0),
        text("no-last-line-end.csv", good.rstrip("\n"), 3, last=blender, refused=0),
        text("blank-lines.csv", "\n\n" + good.replace("\n", "\n\n") + "\n\n", 3, last=blender, refused=0),
        text("blank-cells.csv", good + ",,,\n , ,,\n", 3, last=blender, refused=0),
        text("named.jpg", good, 3, last=blender),
        text("semicolon.csv", good.replace(",", ";"), 3, first=kettle, last=blender),
        text("decimal-comma.csv", "id;title;price\n1;Kettle;19,99\n2;Pot, big;5,00\n", 2, first={"price": "19,99"}),
        text("tabs.csv", good.replace(",", "\t"), 3, first=kettle, last=blender),
        text("bars.txt", good.replace(",", "|"), 3, first=kettle, last=blender),
        text("bars-in-cells.csv", HEADER + "1,A|B|C,5,x|y\n2,D|E|F,6,z|w\n", 2, first={"title": "A|B|C"}, refused=0),
        text("told-separator.csv", "sep=;\nid;title\n1;Kettle, small\n", 1, first={"title": "Kettle, small"}, refused=0),
        text("told-odd-separator.csv", "sep=^\nid^title\n1^Kettle\n", 1, first={"title": "Kettle"}, refused=0),
        text("many-lines.csv", HEADER + '1,"Kettle\nwith a lid,\r\nred",19,Vela\n2,Pot,5,Orno\n', 2, refused=0,
             first={"title": "Kettle\nwith a lid,\r\nred"}),
        text("doubled-quotes.csv", HEADER + '1,"A 15"" screen, ""new""",19,Vela\n', 1, first={"title": 'A 15" screen, "new"'}),
        text("escaped-quotes.csv", HEADER + '1,"A 15\\" screen, \\"new\\"",19,Vela\n', 1, first={"title": 'A 15" screen, "new"'}),
        text("backslash-at-end.csv", 'id,title,note\n"1","Kettle\\","x"\n"2","Pot",""\n', 2, first={"title": "Kettle\\"}, refused=0),
        text("inches.tsv", 'id\ttitle\n1\tA 15.6" screen\n2\tA 14" screen\n', 2, first={"title": 'A 15.6" screen'}, refused=0),
        text("open-quote.csv", HEADER + '1,"Kettle,19,Vela\n2,Pot,5,Orno\n3,Pan,6,Orno\n', 3, "never closed",
             first={"title": '"Kettle'}, last={"title": "Pan"}),
        text("open-quote-last.csv", HEADER + '1,Pot,19,Vela\n2,"Kettle,5,Orno', 2, "never closed", last={"title": '"Kettle'}),
        text("open-quote-then-more.csv", HEADER + '1,"Kettle,19,Vela\n2,"Pot, big",5,Orno\n3,Pan,6,Orno\n', 3, "never closed",
             last={"title": "Pan"}),
        text("quote-in-word.csv", HEADER + '1,He said "hi",19,Vela\n2,Pot,5,Orno\n', 2, first={"title": 'He said "hi"'}),
        text("too-many-cells.csv", good + "4,Pan,1,Orno,extra,more\n5,Lid,2,Orno\n", 4, "has 6 cells", refused=1),
        text("too-few-cells.csv", good + "4,Pan\n5,Lid,2,Orno\n", 5, last={"title": "Lid"}, refused=0),
        text("trailing-commas.csv", good.replace("\n", ",,\n"), 3, last=blender, refused=0),
        text("cut.csv", good + "4,Pa", 3, "cut off", last=blender, refused=1),
        text("banner.csv", "Spring price list\n\n" + good, 3, "above the column names", last=blender),
        text("headers-again.csv", good + HEADER + "4,Pan,1,Orno\n", 4, "names of the columns again", refused=1),
        text("same-names.csv", "id,title,price,price\n1,Kettle,5,6\n", 1, first={"price": "5", "price 4": "6"}),
        text("unnamed-columns.csv", ",title,,price\n1,Kettle,x,5\n", 1, first={"column 1": "1", "column 3": "x"}),
        text("name-over-lines.csv", 'id,"title\n(long)",price\n1,Kettle,5\n', 1, first={"title (long)": "Kettle"}),
        text("nul-bytes.csv", HEADER + "1,Ket\0tle,19\0,Vela\n2,Pot,5,Orno\n", 2, first={"title": "Kettle", "price": "19"}),
        text("nul-padding.csv", good + "\0" * 40, 3, last=blender),
        text("control-letters.csv", HEADER + "1,Ket\x07tle,19,Vela\n" + ROWS * 3, 10),
        text("formula.csv", HEADER + '="0012",Kettle,=1+1,"=HYPERLINK(""http://a.example"",""x"")"\n', 1,
             "'=1+1' left out: a formula", first={"id": "0012", "brand": "x"}),
        text("command.csv", HEADER + "1,=cmd|' /C calc'!A0,5,Vela\n", 1, "a formula", first={"id": "1", "price": "5"}),
        text("ten-megabytes.csv", HEADER + f'1,Kettle,5,"{"long " * 2_000_000}"\n2,Pot,6,Orno\n', 2, last={"title": "Pot"}),
        text("ten-megabytes-open.csv", HEADER + f'1,"Kettle,5,{"long " * 2_000_000}\n2,Pot,6,Orno\n', 2, "never closed"),
        text("million-columns.csv", ",".join(f"c{n}" for n in range(1_000_000)) + "\n1,2\n", 0, "1,000,000 columns"),
        text("million-cells.csv", HEADER + "1," * 1_000_000 + "\n" + ROWS, 3, "1000001 cells"),
        text("header-only.csv", HEADER, 0, ""),
        text("one-line.csv", "just some words", 0, ""),
    ]  # fmt: skip


def encoded_files() -> list[Nasty]:
    """The same words in the encodings of the world."""
    hot, door = {"标题": "不锈钢电热水壶"}, {"title": "Tür für Küche"}
    good = HEADER + ROWS
    return [
        Nasty("utf8.csv", CHINESE.encode(), 3, first=hot),
        Nasty("utf8-mark.csv", CHINESE.encode("utf-8-sig"), 3, first={"编号": "1", **hot}),
        Nasty("gbk.csv", CHINESE.encode("gbk"), 3, first=hot),
        Nasty("gb18030.csv", CHINESE.replace("书桌", "㐀𠮷").encode("gb18030"), 3, first=hot),
        Nasty("utf16.csv", CHINESE.encode("utf-16"), 3, first=hot),
        Nasty("utf16-big.csv", b"\xfe\xff" + CHINESE.encode("utf-16-be"), 3, first=hot),
        Nasty("utf16-no-mark.csv", CHINESE.encode("utf-16-le"), 3, first=hot),
        Nasty("utf16-big-no-mark.csv", CHINESE.encode("utf-16-be"), 3, first=hot),
        Nasty("utf16-english-no-mark.csv", good.encode("utf-16-le"), 3, first={"title": "Kettle"}),
        Nasty("utf32.csv", CHINESE.encode("utf-32"), 3, first=hot),
        Nasty("latin.csv", WESTERN.encode("latin-1"), 3, first=door),
        Nasty("windows-1252.csv", (WESTERN + "4,Price in €,5\n").encode("cp1252"), 4, first=door, last={"title": "Price in €"}),
        Nasty("one-umlaut.csv", "id,title\n1,für\n".encode("latin-1"), 1, first={"title": "für"}),
        Nasty("one-word-gbk.csv", "id,title\n1,水壶\n".encode("gbk"), 1, first={"title": "水壶"}),
        Nasty("utf8-one-bad-byte.csv", (CHINESE * 9).encode() + b"28,bad\xff,5\n", 28, "can't be read", first=hot),
        Nasty("cut-letter.csv", (CHINESE + "4,水壶,5\n").encode()[:-6], 3, "cut off", first=hot),
        Nasty("gbk.tsv", CHINESE.replace(",", "\t").encode("gbk"), 3, first=hot),
        Nasty("gbk-lines.jsonl", '{"id": 1, "标题": "不锈钢电热水壶"}\n'.encode("gbk") * 2, 2, first=hot),
        Nasty("utf16.json", json.dumps([{"id": 1, "标题": "不锈钢电热水壶"}], ensure_ascii=False).encode("utf-16"), 1, first=hot),
        Nasty("russian.csv", RUSSIAN.encode("cp1251"), 3, first={"title": "Чайник электрический красный"}),
        Nasty("taiwan.csv", TAIWANESE.encode("big5"), 3, first={"標題": "不鏽鋼電熱水壺"}),
    ]  # fmt: skip


def foreign_files() -> list[Nasty]:
    """Files that are no table, whatever they are called."""
    return [
        Nasty("empty.csv", b"", 0, "is empty"),
        Nasty("spaces.csv", b" \n\t\r\n ", 0, "is empty"),
        Nasty("mark-only.csv", b"\xef\xbb\xbf", 0, "is empty"),
        Nasty("zeros.csv", b"\0" * 5000, 0, "is empty"),
        Nasty("picture.csv", b"\x89PNG\r\n\x1a\n" + noise(300), 0, "a PNG picture"),
        Nasty("photo.csv", b"\xff\xd8\xff\xe0\0\x10JFIF" + noise(300), 0, "a JPEG picture"),
        Nasty("bitmap.csv", b"BM\x36\0\0\0\0\0" + noise(300), 0, "a picture"),
        Nasty("film.csv", b"\0\0\0\x18ftypmp42" + noise(300), 0, "a film"),
        Nasty("leaflet.csv", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + noise(300), 0, "a PDF"),
        Nasty("program.csv", b"\x7fELF\2\1\1\0" + noise(300), 0, "a program"),
        Nasty("random.csv", noise(5000), 0, "no text that can be read"),
        Nasty("page.csv", b"<!DOCTYPE html><html><body>Log in</body></html>", 0, "a web page"),
        Nasty("bmi.csv", b"BMI,title\n1,Scale\n", 1, first={"title": "Scale"}),
        Nasty("letter.txt", b"Dear Sir,\nplease find our prices below.\nYours\n", 2),
        Nasty("database.csv", b"SQLite format 3\0" + noise(300), 0, "an SQLite database"),
        Nasty("archive.csv", b"Rar!\x1a\x07\x01\0" + noise(300), 0, "a RAR archive"),
    ]


def json_files() -> list[Nasty]:
    """JSON that is cut, wrapped, or beyond what a table holds."""
    one, two = '{"id": 1, "title": "Kettle", "price": 5}', '{"id": 2, "title": "Pot", "price": 6}'
    pot = {"title": "Pot"}
    wide = json.dumps([{f"f{n}": n for n in range(6000)}, {"id": 1, "title": "Kettle"}])
    return [
        text("list.json", f"[{one},\n{two}]", 2, last=pot, refused=0),
        text("wrapped.json", f'{{"ok": true, "data": {{"anything": [{one}, {two}]}}}}', 2, last=pot, refused=0),
        text("spread.json", f'{{"goods": [\n{one}\n]}}', 1, first={"title": "Kettle"}, refused=0),
        text("spread-more.json", f'{{"goods": [{one},\n{two}\n]}}\n', 2, last=pot, refused=0),
        text("by-id.json", f'{{"a1": {one}, "a2": {two}}}', 2, last=pot),
        text("keyed.json", '{"a1": {"title": "Kettle", "price": 1}, "a2": {"title": "Pot", "price": 2}}', 2, last={"id": "a2"}),
        text("alone.json", one, 1, first={"title": "Kettle"}, refused=0),
        text("cut.json", f'[{one},\n{two},\n{{"id": 3, "tit', 2, "cut off", last=pot, refused=1),
        text("cut-after-comma.json", f"[{one},\n{two},", 2, "cut off", last=pot, refused=1),
        text("cut-wrapped.json", f'{{"meta": [{{"a": 1}}], "products": [{one},\n{two},\n{{"id": 3', 2, "cut off", last=pot),
        text("broken-middle.json", f'[{one},\n{{"id": 9, "title": }},\n{two}]', 2, "no complete JSON", last=pot, refused=1),
        text("no-objects.json", f'[1, "x", null, {one}]', 1, "no JSON object", refused=3),
        text("not-a-list.json", '["a", "b"]', 0, "no JSON object"),
        text("empty-list.json", "[]", 0, "no row"),
        text("empty-object.json", "{}", 0, "no product"),
        text("deep.json", "[" * 100_000, 0, "cut off"),
        text("deep-object.json", '{"a":' * 100_000, 0, "no complete JSON"),
        text("huge-number.json", f'[{{"id": 1, "title": "Kettle", "price": 1{"0" * 400}, "stock": 1e999, "x": NaN}}]', 1),
        text("surrogate.json", '[{"id": 1, "title": "Kettle \\ud83d \\u0000"}]', 1, first={"title": "Kettle \ufffd \ufffd"}),
        text("wide.json", wide, 1, "6,000 fields", last={"title": "Kettle"}),
        text("lines.jsonl", f"{one}\n\n{two}\n", 2, last=pot, refused=0),
        text("lines-with-commas.jsonl", f"{one},\n{two},\n", 2, last=pot, refused=0),
        text("lines-broken.jsonl", f'{one}\n{{"id": 9,\n[1]\n{two}\n', 2, "no JSON", last=pot, refused=2),
        text("lines-broken-first.jsonl", f'"id": 9}}\n{one}\n{two}\n', 2, "no JSON", last=pot, refused=1),
        text("lines-cut.jsonl", f'{one}\n{two}\n{{"id": 3, "ti', 2, "no JSON", last=pot, refused=1),
        text("pretty-lines.jsonl", "\n".join(json.dumps(json.loads(each), indent=2) for each in (one, two)), 2, last=pot),
        text("trailing-words.json", f"[{one}] and more", 1),
        text("long-line.json", f'[{{"id": 1, "title": "{"long " * 2_000_000}"}}, {two}]', 2, last=pot),
    ]  # fmt: skip


def packed_files() -> list[Nasty]:
    """Archives: damaged, nested, locked, and traps."""
    good = (HEADER + ROWS).encode()
    many = (HEADER + "".join(f"{n},Kettle {random.Random(n).random()},5,Vela\n" for n in range(30_000))).encode()
    squeezed = gzip.compress(many)
    bomb = gzip.compress(b"0" * (80 << 20))
    locked = bytearray(packed({"a.csv": good}))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        struct.pack_into("<H", locked, locked.index(mark) + place, 1)
    return [
        Nasty("good.csv.gz", gzip.compress(good), 3),
        Nasty("twice.csv.gz", gzip.compress(gzip.compress(good)), 3),
        Nasty("two-members.csv.gz", gzip.compress(good) + gzip.compress(b"4,Pan,1,Orno\n"), 4),
        Nasty("rubbish-after.csv.gz", gzip.compress(good) + b"rubbish", 3),
        Nasty("endless.gz", gzip.compress(gzip.compress(gzip.compress(gzip.compress(good)))), 0, "packed 3 times"),
        Nasty("no-gzip.gz", b"\x1f\x8b" + noise(200), 0, "damaged"),
        Nasty("cut.csv.gz", squeezed[: len(squeezed) // 2], -1, "breaks off"),
        Nasty("bomb.csv.gz", bomb, 0, "swells"),
        Nasty("good.zip", packed({"a.csv": good}), 3),
        Nasty("several.zip", packed({"a.csv": good, "b.jsonl": b'{"id": 9, "title": "Pan"}\n', "c/d.csv": good}), 7),
        Nasty("mixed.zip", packed({"a.csv": good, "logo.png": b"\x89PNG\r\n\x1a\n" + noise(99), "note.txt": b"Hello"}), 3, "left out"),
        Nasty("mac.zip", packed({"a.csv": good, "__MACOSX/._a.csv": b"\0\5\x16\7", ".DS_Store": b"\0\0\0\1Bud1"}), 3, refused=0),
        Nasty("gz-in.zip", packed({"a.csv.gz": gzip.compress(good)}), 3),
        Nasty("zip-in.zip", packed({"a.zip": packed({"a.csv": good})}), 0, "zip archive in a zip archive"),
        Nasty("zip-in.gz", gzip.compress(packed({"a.csv": good})), 3),
        Nasty("empty.zip", packed({}), 0, "empty zip"),
        Nasty("pictures.zip", packed({"a.png": b"\x89PNG\r\n\x1a\n" + noise(99), "b.jpg": b"\xff\xd8\xff" + noise(99)}), 0, "no table"),
        Nasty("cut.zip", packed({"a.csv": many})[:5000], 0, "damaged or cut off"),
        Nasty("locked.zip", bytes(locked), 0, "password"),
        Nasty("bomb.zip", packed({"a.csv": b"0" * (80 << 20)}), 0, "claims to hold"),
        Nasty("document.docx", packed({"word/document.xml": b"<w/>"}), 0, "a Word document"),
        Nasty("flipped.zip", packed({"a.csv": many}, zipfile.ZIP_STORED).replace(b"2,Kettle", b"2,Kattle", 1), -1, "breaks off"),
    ]  # fmt: skip
