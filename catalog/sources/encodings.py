"""The encoding of a text: the marks and rules of Unicode first, then Chinese, then what the letters look like."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from itertools import pairwise
from unicodedata import category

from catalog.sources.content import BrokenContentError, Content, unheard

LOOKED_AT = 1 << 26
"""How many bytes are tried before an encoding is believed."""
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
WESTERN, CHINESE, UNICODE = "cp1252", "gb18030", "utf-8"
COMMON_LEADS = range(0xB0, 0xD8)
"""The first bytes of the 3,755 common Chinese characters; Latin and Cyrillic text read as Chinese seldom hits them."""
NO_LETTERS = frozenset(("Cc", "Cn", "Co", "Cs"))
TABLE_MARKS = ",\t;|{[<\n"


def encoding_of(content: Content, start: bytes) -> str:
    """The encoding whose rules the content keeps; one that reads any byte where nothing speaks for another."""
    for mark, name in MARKS:
        if start.startswith(mark):
            return name
    if found := utf16_without_mark(start):
        return found
    sample = _is_unicode(content)
    if sample is None:
        return UNICODE
    if _is_chinese(sample):
        return CHINESE
    return _by_its_looks(sample) if _is_dense(sample) else WESTERN


def utf16_without_mark(start: bytes) -> str | None:
    """UTF-16 that lacks its mark: the zero bytes of its separators stand on one side, and its letters are letters."""
    sample = start[: 1 << 14]
    sample = sample[: len(sample) // 2 * 2]
    zeros = sample[0::2].count(0), sample[1::2].count(0)
    if sum(zeros) < max(2, (0.2 if _reads_as_unicode(sample) else 0.002) * len(sample)):
        return None
    if min(zeros) > 0.2 * max(zeros):
        return None
    name = "utf-16-le" if zeros[1] > zeros[0] else "utf-16-be"
    text = sample.decode(name, errors="replace")
    strange = sum(category(letter) in NO_LETTERS for letter in text if letter not in "\r\n\t") + text.count("\ufffd")
    return name if sum(map(text.count, TABLE_MARKS)) >= 2 and strange <= 0.01 * len(text) + 1 else None


def _reads_as_unicode(sample: bytes) -> bool:
    try:
        codecs.getincrementaldecoder(UNICODE)().decode(sample)
    except UnicodeDecodeError:
        return False
    return True


def _is_unicode(content: Content) -> bytes | None:
    """None where the content is UTF-8, but for a stray byte among many good letters; else the bytes that aren't."""
    strict = codecs.getincrementaldecoder("utf-8")()
    try:
        for chunk in _strange_chunks(content):
            strict.decode(chunk)
        return None
    except UnicodeDecodeError:
        pass
    lenient = codecs.getincrementaldecoder("utf-8")("replace")
    good = bad = 0
    strange = bytearray()
    for chunk in _strange_chunks(content):
        text = lenient.decode(chunk)
        bad += text.count("\ufffd")
        good += len(text) - len(text.encode("ascii", "ignore")) - text.count("\ufffd")
        if len(strange) < 1 << 20:
            strange += chunk
    return None if good > 20 * bad else bytes(strange[: 1 << 20])


def _strange_chunks(content: Content) -> Iterator[bytes]:
    """The pieces of what is looked at that hold more than ASCII."""
    seen = 0
    try:
        for chunk in content.chunks(unheard):
            if not chunk.isascii():
                yield chunk
            seen += len(chunk)
            if seen > LOOKED_AT:
                return
    except BrokenContentError:
        return


def _is_chinese(sample: bytes) -> bool:
    text = sample.decode(CHINESE, errors="replace")
    other = [letter for letter in text if letter > "\x7f"][:50_000]
    bad = other.count("\ufffd")
    hanzi = [letter for letter in other if letter.isalpha()]
    common = sum(_is_frequent(letter) for letter in hanzi)
    return bad <= 0.02 * len(other) and bool(hanzi) and common > 0.6 * len(hanzi)


def _is_frequent(letter: str) -> bool:
    return (code := letter.encode("gb2312", errors="ignore")) != b"" and code[0] in COMMON_LEADS


def _is_dense(sample: bytes) -> bool:
    """Whether bytes beyond ASCII stand together, as in no Western text."""
    high = [byte > 0x7F for byte in sample[:50_000]]
    together = sum(one and two for one, two in pairwise(high))
    return together > 0.5 * sum(high)


def _by_its_looks(sample: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(sample[: 1 << 16]).best()
    try:
        return codecs.lookup(best.encoding).name if best is not None else WESTERN
    except LookupError:
        return WESTERN
