"""A shop's documents -> clauses: Markdown, HTML, PDF, plain text, and questions with answers as CSV or JSON."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from assistant.languages.reading import spoken, words
from assistant.records.clause_book import Clause
from assistant.service.policy_terms import concepts, units
from catalog.errors import SetupError
from catalog.languages.detection import detect

LONGEST = 700
"""Letters of a clause; longer paragraphs are cut between sentences."""
SHORTEST = 8
SHARE, DENSITY, DISTINCT = 0.5, 0.08, 3
"""A policy speaks of a shop's rules in this share of its clauses and of its words at least, and of this many things."""
RULED = frozenset({
    "return", "refund", "exchange", "cancel", "delivery", "payment", "warranty", "invoice", "account", "complaint",
    "repair", "gift_card", "customer_service", "privacy", "cosmetics", "discount", "customs", "damaged", "tracking",
    "express", "gift_wrap", "order_number", "newsletter", "password", "defective", "order", "stock", "credit_card",
})  # fmt: skip
"""What a shop's rules are mostly about."""
NUMBERED = re.compile(r"^\s*(?:§\s*)?(\d+(?:\.\d+)+|\d+[.)])\s+(\S.*)$")
HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*#*$")
BULLET = re.compile(r"^\s*[-*+•·]\s+(\S.*)$")
SENTENCE_END = re.compile(r"(?<=[.!?])\s+|(?<=[。！？；])")
MARKUP = re.compile(r"\*\*|__|`|!\[[^\]]*\]\([^)]*\)")
LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")
SEPARATORS = ",;\t|"
FORMATS = ".md .markdown .txt .html .htm .pdf .csv .json"


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a document: its heading, its own number where it has one, and its words."""

    heading: str
    number: str
    text: str
    asked: str = ""


def read_policy(path: Path) -> list[Clause]:
    """The clauses of one document; SetupError where it can't be read or is no policy."""
    suffix = path.suffix.casefold()
    readers: dict[str, Callable[[Path], Iterator[Part]]] = {
        ".md": _markdown, ".markdown": _markdown, ".txt": _markdown, ".html": _html, ".htm": _html, ".pdf": _pdf,
        ".csv": _csv, ".json": _json,
    }  # fmt: skip
    if suffix not in readers:
        raise SetupError(f"{path} is no document that I read. Give one of: {FORMATS}.")
    clauses = _clauses(path.name, list(readers[suffix](path)))
    if not clauses:
        raise SetupError(f"{path} holds no text. A scanned document has to be made into text first.")
    _refuse_other(path, clauses)
    return clauses


def _clauses(name: str, parts: list[Part]) -> list[Clause]:
    found: dict[str, Clause] = {}
    for part in parts:
        for piece in _pieces(part.text):
            if len(piece) < SHORTEST and not part.asked:
                continue
            label = part.number or str(len(found) + 1)
            while label in found:
                label += "'"
            language = detect(part.asked or piece)
            found[label] = Clause(name, label, part.heading, piece, part.asked, language)
    return list(found.values())


def _refuse_other(path: Path, clauses: list[Clause]) -> None:
    spoken_of = [concepts(f"{one.asked} {one.text}") & RULED for one in clauses]
    share = sum(map(bool, spoken_of)) / len(clauses)
    density = sum(map(len, spoken_of)) / sum(len(units(f"{one.asked} {one.text}")) or 1 for one in clauses)
    if share < SHARE or density < DENSITY or len(frozenset().union(*spoken_of)) < DISTINCT:
        raise SetupError(
            f"{path} doesn't read like a shop's policy: few of its {len(clauses)} paragraphs speak of orders, "
            "delivery, returns, payment and the like. Nothing was learnt from it."
        )


def _pieces(text: str) -> Iterator[str]:
    """The text in pieces of at most LONGEST letters, cut between sentences."""
    text = re.sub(r"\s+", " ", text).strip()
    if len(text) <= LONGEST:
        if text:
            yield text
        return
    piece = ""
    for sentence in SENTENCE_END.split(text):
        for start in range(0, len(sentence), LONGEST):
            part = sentence[start : start + LONGEST]
            if piece and len(piece) + len(part) >= LONGEST:
                yield piece
                piece = ""
            piece = f"{piece} {part}".strip() if part.isascii() or piece.isascii() else piece + part
    if piece:
        yield piece


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise SetupError(f"{path} can't be read ({error.strerror}). Name a file that is there.") from error
    except UnicodeDecodeError:
        try:
            return path.read_bytes().decode("gb18030")
        except UnicodeDecodeError as error:
            raise SetupError(f"{path} is no text in UTF-8. Save it as UTF-8 and try again.") from error


def _markdown(path: Path) -> Iterator[Part]:
    return _lines(_read(path).splitlines())


def _lines(lines: list[str]) -> Iterator[Part]:
    """Paragraphs, list items and numbered clauses, each with the headings above it; a table row is a clause."""
    headings: dict[int, str] = {}
    number, held = "", list[str]()

    def ended() -> Iterator[Part]:
        nonlocal number
        text = " ".join(held).strip()
        if text:
            # A document's own title stands above everything, so it tells one clause from another no better.
            levels = sorted(headings)[1:] if 1 in headings and len(headings) > 1 else sorted(headings)
            yield Part(" / ".join(headings[level] for level in levels), number, text)
        number = ""
        held.clear()

    for raw in lines:
        line = LINK.sub(r"\1", MARKUP.sub("", raw)).rstrip()
        if heading := HEADING.match(line):
            yield from ended()
            level = len(heading[1])
            headings = {depth: text for depth, text in headings.items() if depth < level}
            headings[level] = re.sub(r"^\d+(?:\.\d+)*[.)]?\s+", "", heading[2])
        elif numbered := NUMBERED.match(line):
            yield from ended()
            number = numbered[1].rstrip(".)") if "." in numbered[1].rstrip(".)") else ""
            held.append(numbered[2])
        elif bullet := BULLET.match(line):
            if not (held and held[0].endswith((":", "："))):
                yield from ended()
            held.append(f"{bullet[1].rstrip(';；')};" if held else bullet[1])
        elif not line.strip() or re.fullmatch(r"[\s|:=-]+", line):
            yield from ended()
        else:
            held.append(" ".join(cell.strip() for cell in line.strip().strip("|").split("|")))
    yield from ended()


class _Page(HTMLParser):
    """The blocks of an HTML page as Markdown lines."""

    BLOCKS = frozenset({"p", "li", "tr", "dt", "dd", "div", "section", "article", "br", "td", "th", "summary", "body"})
    SILENT = frozenset(
        {"script", "style", "nav", "header", "footer", "noscript", "template", "svg", "button", "form", "title"}
    )

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self._held = ""
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A block begins where another ends."""
        if tag in self.SILENT:
            self._silent += 1
        elif re.fullmatch(r"h[1-6]", tag):
            self.end()
            self._held = "#" * int(tag[1]) + " "
        elif tag in ("td", "th"):
            self._held += " "
        elif tag in self.BLOCKS:
            self.end()

    def handle_endtag(self, tag: str) -> None:
        """What was held is a line."""
        if tag in self.SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag not in ("td", "th") and (tag in self.BLOCKS or re.fullmatch(r"h[1-6]", tag)):
            self.end()

    def handle_data(self, data: str) -> None:
        """Words of the page, but for scripts and the like."""
        if not self._silent:
            self._held += re.sub(r"\s+", " ", data)

    def end(self) -> None:
        """Closes the line that is open."""
        if self._held.strip().strip("#").strip():
            self.lines += [self._held.strip(), ""]
        self._held = ""


def _html(path: Path) -> Iterator[Part]:
    page = _Page()
    page.feed(_read(path))
    page.close()
    page.end()
    return _lines(page.lines)


def _pdf(path: Path) -> Iterator[Part]:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        pages = [page.extract_text() or "" for page in PdfReader(path).pages]
    except (PyPdfError, OSError, ValueError, KeyError) as error:
        raise SetupError(f"{path} can't be read as a PDF ({error}). Export it anew, or save it as text.") from error
    lines: list[str] = []
    for line in "\n".join(pages).splitlines():
        text = line.strip()
        title = re.fullmatch(r"\d{1,2}\.?\s+\S.{0,60}", text) or (len(text) <= 60 and text.istitle())
        if title and not text.endswith((".", "。", ";", "；", ",", "，")):
            lines += ["", f"## {text}", ""]
        else:
            lines.append(text)
            # A PDF has no paragraphs: a line that ends a sentence well before the margin ends one.
            if text.endswith((".", "。")) and len(text) < 60:
                lines.append("")
    return _lines(lines)


def _csv(path: Path) -> Iterator[Part]:
    text = _read(path)
    tables = [_table(text, separator) for separator in SEPARATORS]
    # Answers hold commas and semicolons too: the separator is the one that makes the first line name the columns.
    named = [rows for rows in tables if rows and all(_columns(rows[0])[role] for role in ("question", "answer"))]
    yield from _answered(path, (named or tables)[0])


def _table(text: str, separator: str) -> list[dict[str, Any]]:
    rows = [row for row in csv.reader(io.StringIO(text), delimiter=separator) if any(cell.strip() for cell in row)]
    return [dict(zip(rows[0], row, strict=False)) for row in rows[1:]] if rows else []


def _json(path: Path) -> Iterator[Part]:
    try:
        whole = json.loads(_read(path))
    except ValueError as error:
        raise SetupError(f"{path} is no JSON ({error}). Export it anew.") from error
    if isinstance(whole, dict):
        lists = [value for value in whole.values() if isinstance(value, list)]
        if lists:
            whole = lists[0]
        elif all(isinstance(value, str) for value in whole.values()):
            yield from (Part("", "", answer, question) for question, answer in whole.items())
            return
    yield from _answered(path, [row for row in whole if isinstance(row, dict)] if isinstance(whole, list) else [])


def _answered(path: Path, rows: list[dict[str, Any]]) -> Iterator[Part]:
    """Rows of questions and answers, whatever their columns are called in a language that is spoken here."""
    columns = _columns(rows[0] if rows else {})
    if not columns["question"] or not columns["answer"]:
        raise SetupError(f"{path} has no columns of questions and answers. Call them question and answer.")
    for row in rows:
        question, answer = (str(row.get(columns[role] or "") or "").strip() for role in ("question", "answer"))
        if question and answer:
            yield Part(str(row.get(columns["heading"] or "") or "").strip(), "", answer, question)


def _columns(row: Mapping[str, Any]) -> dict[str, str | None]:
    """The names of the columns that hold the questions, the answers and what they are about."""
    names = {role: {name for code in spoken() for name in words(code, "policy")["columns"][role]} for role in _ROLES}
    return {role: next((name for name in row if str(name).strip().casefold() in names[role]), None) for role in _ROLES}


_ROLES = ("question", "answer", "heading")
