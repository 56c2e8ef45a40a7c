"""The things that the text of one value tells beside each other, and which of them are words."""

from __future__ import annotations

import re

LONGEST_VALUE = 40
MOST_WORDS = 5
PARTS = re.compile(r"\s*[,;/、，；&+|\n\\]\s*")
LIST = re.compile(r"\w\s*[,;、，；|]\s*\w")
SHARE = re.compile(r"\d+(?:\.\d+)?\s*%\s*")
LETTER = re.compile(r"[^\W\d_]")
VERSION = re.compile(r"\s+v?\d+(?:\.\d+)*$")


def told_together_with(value: str, other: str) -> list[tuple[str, str]]:
    """A value beside its translation, and their parts one beside the other where both list as many things."""
    parts = [[part.strip() for part in PARTS.split(said)] for said in (value, other)]
    listed = len(parts[0]) == len(parts[1]) > 1
    return [(value, other), *(zip(*parts, strict=True) if listed else ())]


def parts_of(value: str) -> set[str]:
    """The value, the things it lists, and what stands before a version number (Bluetooth 5.3: Bluetooth)."""
    parts = {SHARE.sub("", part).strip() for part in (value, *PARTS.split(value))}
    return parts | {VERSION.sub("", part) for part in parts if VERSION.search(part)}


def is_word(part: str) -> bool:
    """Whether a part of a value can be asked for as a word."""
    return bool(part) and len(part) <= LONGEST_VALUE and bool(LETTER.search(part)) and len(part.split()) <= MOST_WORDS


def lists_several(value: str) -> bool:
    """Whether several things stand in the value."""
    return LIST.search(value) is not None
