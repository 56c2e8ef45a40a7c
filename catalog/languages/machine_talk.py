"""Sentences in a product's text that give orders to a machine instead of telling of the product."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from catalog.languages.registry import every_language, places

PART = re.compile(r"[^.!?;。！？；\n]*(?:\.(?!\s|$)[^.!?;。！？；\n]*)*[.!?;。！？；\n]*\s*")
HIDDEN = dict.fromkeys([*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF, 0xAD])


def orders_a_machine(text: str) -> bool:
    """Whether a text speaks to an assistant, or orders what is to be said, shown or ranked, in any language."""
    plain = _plain(text)
    return any(any(word in plain for word in words) and order.search(plain) for words, order in _cues(places()))


def without_machine_talk(text: str) -> str:
    """The text without its sentences that order a machine; a text without any stays as it is, to the character."""
    if not orders_a_machine(text):
        return text
    kept = [part for part in PART.findall(text) if part and not orders_a_machine(part)]
    # An order that spans two of its sentences is in neither alone.
    left = "".join(kept).strip()
    return "" if orders_a_machine(left) else left


def _plain(text: str) -> str:
    return (text if text.isascii() else unicodedata.normalize("NFKC", text).translate(HIDDEN)).lower()


@lru_cache(maxsize=8)
def _cues(folders: tuple[str, ...]) -> tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]:
    """Each kind of order with the words of which one is in every such order: most texts have none, and are done."""
    cues = [cue for language in every_language() for cue in language.data("machine_talk.json").get("cues", ())]
    return tuple((tuple(cue["words"]), _compiled(cue["order"])) for cue in cues)


def _compiled(order: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z])(?:{order})", re.MULTILINE)
