"""Whole numbers in words, as people type them: English ("two thousand five hundred") and Chinese ("两千五")."""

from __future__ import annotations

ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
DIGITS = "零一二三四五六七八九"


def english_words(number: int) -> str:
    """The number in English words; 0 to 999,999."""
    if number < 20:
        return ONES[number]
    if number < 100:
        return TENS[number // 10 - 2] + (f"-{ONES[number % 10]}" if number % 10 else "")
    for size, name in ((1000, "thousand"), (100, "hundred")):
        if number >= size:
            rest = number % size
            tail = "" if not rest else f" and {english_words(rest)}" if rest < 100 else f" {english_words(rest)}"
            return f"{english_words(number // size)} {name}{tail}"
    raise ValueError(number)


def chinese_words(number: int, clipped: bool = False) -> str:
    """The number as spoken in Chinese, 两 before a unit; `clipped` drops a last unit after its neighbour (一千五)."""
    if number < 10:
        return DIGITS[number]
    if number < 100:
        tens = "" if number < 20 else DIGITS[number // 10]
        return f"{tens}十{DIGITS[number % 10] if number % 10 else ''}"
    units = ((10000, "万"), (1000, "千"), (100, "百"))
    size, name = next((size, name) for size, name in units if number >= size)
    head, rest = divmod(number, size)
    text = ("两" if head == 2 else chinese_words(head)) + name
    if not rest:
        return text
    if clipped and rest % (size // 10) == 0:
        return text + DIGITS[rest // (size // 10)]
    inner = f"一{chinese_words(rest)}" if 10 <= rest < 20 else chinese_words(rest)
    return text + ("零" if rest < size // 10 else "") + inner
