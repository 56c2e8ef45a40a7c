"""Chinese numerals: 三千五, 1万2, 两三百, 一千多, 半, 几百."""

from __future__ import annotations

import re
from collections.abc import Iterator

DIGITS = {c: float(i) for i, c in enumerate("零一二三四五六七八九")} | {"两": 2.0, "〇": 0.0, "俩": 2.0}
SCALES = {"十": 10.0, "百": 100.0, "千": 1000.0, "万": 10000.0, "萬": 10000.0, "亿": 1e8, "億": 1e8}
RUN = re.compile(r"(?:\d+(?:\.\d+)?|[零〇一二两三四五六七八九十百千万萬亿億几半])+[多余来把几]?")
TOKEN = re.compile(r"\d+(?:\.\d+)?|.")
SEVERAL = re.compile(r"(?<![零〇十百千万萬亿億])([一二两三四五六七八])([二两三四五六七八九])([十百千万萬]*)$")
PLAIN = re.compile(r"\d+(?:\.\d+)?")
THOUSAND, UNITS_OF_THOUSANDS = "千", tuple("克米瓦伏卡焦帕赫")
"""千 before these belongs to the unit: 二十二千克 are 22 kg."""
ROUND = {"百八十": (80.0, 100.0), "千八百": (800.0, 1000.0), "万八千": (8000.0, 10000.0)}
"""Idioms for so much or a little less; after a figure (三百八十) they are plain numerals."""
MORE = "多余"
ROUGHLY = "来把"
HANDFUL = "把"
"""Or so, behind a bare hundred or thousand (千把块); behind any other number it counts things (20把)."""


TEN_THOUSAND = re.compile(
    r"(?<![A-Za-z\d.])(\d+(?:\.\d+)?)w(?=毫安|mah|元|块|人|步|转|公里|以内|以下|左右|出头|多)", re.I
)
"""The letter of 万 before what is counted by it and not by the watt: 2w毫安."""


def figures(text: str) -> Iterator[tuple[int, int, float, float | None, bool, float]]:
    """Each numeral as (start, end, value, high or None, whether rough, scale), plain digits left out."""
    for match in TEN_THOUSAND.finditer(text):
        yield match.start(), match.end(), float(match[1]) * 10000, None, False, 10000.0
    for match in RUN.finditer(text):
        run, end = match.group(), match.end()
        if run[-1] == THOUSAND and text[end : end + 1] in UNITS_OF_THOUSANDS and len(run) > 1:
            run, end = run[:-1], end - 1
        if PLAIN.fullmatch(run):
            continue
        while run and (found := _read(run)) is None:
            run, end = run[:-1], end - 1
        if run and not PLAIN.fullmatch(run):
            yield match.start(), end, *found


def stands_alone(said: str) -> bool:
    """Whether a numeral is one even without a unit after it; 一 or 三 alone is part of other words."""
    if any(c.isdigit() for c in said):
        return True
    if len(said) > 1 and said[0] == "十" and said[1] in DIGITS:
        return True
    return len(said) > 1 and said[0] in DIGITS and any(c in SCALES for c in said)


def _read(run: str) -> tuple[float, float | None, bool, float] | None:
    """(value, high, rough, scale), or None for what is no number."""
    body, tail = (run[:-1], run[-1]) if run[-1] in MORE + ROUGHLY else (run, "")
    if not body or (tail == HANDFUL and body not in SCALES):
        return None
    several = SEVERAL.fullmatch(body)
    if several:
        low, high, scales = DIGITS[several[1]], DIGITS[several[2]], several[3]
        factor = _product(scales)
        return (low * factor, high * factor, False, factor) if high > low and not tail else None
    if body in ROUND:
        return (*ROUND[body], True, 10.0) if not tail else None
    if body == "半":
        return (0.5, None, False, 1.0) if not tail else None
    if body[0] == "几" and len(body) > 1 and all(c in SCALES for c in body[1:]):
        factor = _product(body[1:])
        return factor, factor * 10, False, factor
    if body[-1] == "几" and len(body) > 1 and body[-2] in SCALES:
        body, tail = body[:-1], MORE[0]
    if "几" in body or "半" in body:
        return None
    read = _value(body)
    if read is None:
        return None
    value, step = read
    if tail and tail in MORE:
        return value, value + step, False, step
    return value, None, bool(tail), step


def _product(scales: str) -> float:
    factor = 1.0
    for scale in scales:
        factor *= SCALES[scale]
    return factor


def _value(body: str) -> tuple[float, float] | None:
    """(value, size of its last step), or None."""
    total = section = 0.0
    current: float | None = None
    last = 1.0
    zero = False
    for token in TOKEN.findall(body):
        if token in SCALES:
            scale = SCALES[token]
            if scale >= 10000:
                section = (section + (current or 0.0) or 1.0) * scale
                total, section = total + section, 0.0
            else:
                if current is None and section and last <= scale:
                    return None
                section += (1.0 if current is None else current) * scale
            current, last, zero = None, scale, False
        else:
            if current is not None and current != 0:
                return None
            current = DIGITS[token] if token in DIGITS else float(token)
            zero = zero or current == 0
    if current is None:
        return total + section, last
    # 三千五 is 3500 and 1万2 is 12,000, but 三千零五 is 3005 and 十五 is 15.
    step = last / 10 if last > 10 and not zero and current < 10 else 1.0
    if step == 1.0 and current >= 10:
        step = 10.0 ** (len(f"{current:.0f}") - len(f"{current:.0f}".rstrip("0")))
    return total + section + current * (last / 10 if last > 10 and not zero and current < 10 else 1.0), step
