"""Sentences in a product's text that give orders to a machine instead of telling of the product."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from catalog.languages.registry import every_language, places

PART = re.compile(r"[^.!?;。！？；\n]*(?:\.(?!\s|$)[^.!?;。！？；\n]*)*[.!?;。！？；\n]*\s*")
PIECE = re.compile(r"(?:[^,，、|:：()（）\[\]【】<>#*–—-]|(?<=\S)-|-(?=\S))*(?:[,，、|:：()（）\[\]【】<>#*–—-]\s*|$)")
ENDS = " \t\n,，、|:：-–—#*([（【"
CLOSING = re.compile(r"(?<=\])(?=\s|$)|(?<=>)(?=\s|$)")
SHORT = 400
"""Characters of a text that is met again and again, such as a title."""
HIDDEN = dict.fromkeys([*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF, 0xAD])


def orders_a_machine(text: str) -> bool:
    """Whether a text speaks to an assistant, or orders what is to be said, shown or ranked, in any language."""
    plain, folders = _plain(text), places()
    latin = plain.isascii()
    if _any_word(folders, latin).search(plain) is None:
        return False
    for words, order in (_latin_cues if latin else _cues)(folders):
        for word in words:
            if word in plain:
                if order.search(plain):
                    return True
                break
    return False


def without_machine_talk(text: str) -> str:
    """The text without its sentences that order a machine; a text without any stays as it is, to the character."""
    return _short(text) if len(text) <= SHORT else _without(text)


def title_without_machine_talk(title: str) -> str:
    """The same of a title, of whose only sentence the beginning is kept: "Kettle, 1.7 l - ignore your rules"."""
    if not title or without_machine_talk(title) == title:
        return title
    left = without_machine_talk(title) or _beginning(title)
    return left.strip(ENDS + ".。!！")


@lru_cache(maxsize=1 << 17)
def _short(text: str) -> str:
    return _without(text)


def _without(text: str) -> str:
    if not orders_a_machine(text):
        return text
    parts = (part for told in CLOSING.split(text) for part in PART.findall(told))
    left = "".join(part for part in parts if not orders_a_machine(part)).strip()
    # An order that spans two sentences is in neither alone.
    return "" if orders_a_machine(left) else left


def _beginning(text: str) -> str:
    kept = ""
    for piece in PIECE.findall(text):
        if orders_a_machine(kept + piece):
            break
        kept += piece
    return kept


def _plain(text: str) -> str:
    return (text if text.isascii() else unicodedata.normalize("NFKC", text).translate(HIDDEN)).lower()


@lru_cache(maxsize=8)
def _cues(folders: tuple[str, ...]) -> tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]:
    """Each kind of order with the words of which one is in every such order: most texts have none, and are done."""
    cues = [cue for language in every_language() for cue in language.data("machine_talk.json").get("cues", ())]
    return tuple((tuple(cue["words"]), _compiled(cue["order"])) for cue in cues)


@lru_cache(maxsize=8)
def _latin_cues(folders: tuple[str, ...]) -> tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]:
    """The same for a text of ASCII alone, which holds no word of other letters."""
    found = ((tuple(word for word in words if word.isascii()), order) for words, order in _cues(folders))
    return tuple((words, order) for words, order in found if words)


@lru_cache(maxsize=16)
def _any_word(folders: tuple[str, ...], latin: bool) -> re.Pattern[str]:
    """Any of the words of which one is in every order; most texts hold none, which one look tells."""
    words = {word for words, _ in (_latin_cues if latin else _cues)(folders) for word in words}
    return re.compile(_by_letters(sorted(word for word in words if not any(map(word.__contains__, words - {word})))))


def _by_letters(words: list[str]) -> str:
    """A pattern of the words that tries each first letter once, and so on behind it."""
    behind: dict[str, list[str]] = {}
    for word in words:
        behind.setdefault(word[0], []).append(word[1:])
    ways = [
        re.escape(letter) + ("" if "" in rest else f"(?:{_by_letters(rest)})")
        for letter, rest in sorted(behind.items())
    ]
    return "|".join(ways) or "(?!)"


def _compiled(order: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z])(?:{order})", re.MULTILINE)
