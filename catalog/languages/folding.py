"""One form for words that differ only in writing, and whether a text holds or denies a phrase."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from catalog.languages.registry import every_language, places

SHORT, FEW_WORDS = 120, 40
TOKENS = 1 << 17
"""So many tokens are known in their folded form at the most."""
MARKS = dict.fromkeys(map(ord, "™®©℠"), " ")
UNITS = "gb|tb|mb|kb|hz|khz|mhz|ghz|mm|cm|kg|mah|wh|ml|dpi|rpm|nm|mp|fps|mbps|gbps|inch"
"""Symbols that stand glued to their number as often as apart; one-letter symbols are left, they end model names."""

ACCENTED = re.compile("[\u00c0-\u024f\u0300-\u036f\u1e00-\u1eff]")
ACCENTS = re.compile("(?<=[a-z])[\u0300-\u036f]+")
DIGIT = re.compile(r"\d")
# A pattern that begins with a sign of its own is looked for by that sign alone; one that looks back first tries every
# place of the text.
THOUSANDS = re.compile(r",(?<=\d,)(?=\d{3}(?!\d))")
TIMES = re.compile(r"(?<=\d)\s*[x×*]\s*(?=\d)")
GLUED_UNIT = re.compile(rf"(?<=\d)(?=(?:{UNITS})(?![a-z0-9]))")
POSSESSIVE = re.compile(r"(?<=[a-z])['’]s(?![a-z])")
TOKEN = re.compile(r"\d+(?:\.\d+)+[a-z0-9]*|[a-g]\+{1,3}(?![a-z0-9])|[a-z0-9]+|[^\W_a-z0-9]+")
PURE = re.compile(r"100\s*%\s*")
SHARE = re.compile(r"(\d+(?:\.\d+)?)\s*[%％]")
STUFFS = re.compile(r"[,，、/&+;；]")
"""What parts the stuffs that a thing is made of."""
CLAUSE_END = re.compile(r"[;!?\n|。，；！？]|\.(?=\s|$)|,(?!\d)")
LIST_MARK = re.compile(r"[、/]")


def fold(text: str) -> str:
    """The text in one form: NFKC, small letters, no accents or punctuation, one spelling, singular, single spaces.

    Numbers such as 15.6 stay whole; Latin and other letters are set apart by a space.
    """
    return _fold_short(text, places()) if len(text) <= SHORT else _fold_long(text, places())


def contains_phrase(phrase: str, text: str) -> bool:
    """Whether the folded text holds the folded phrase: whole words where Latin, any substring where not."""
    wanted = _needle(phrase, places())
    return bool(wanted) and wanted in f" {fold(text)} "


def holding_any(phrases: Iterable[str]) -> Callable[[str], bool]:
    """Whether a text holds any of the phrases, as `contains_phrase` tells; for many texts."""
    wanted = [needle for phrase in phrases if (needle := _needle(phrase, places()))]
    return lambda text: any(needle in folded for folded in [f" {fold(text)} "] for needle in wanted)


def names_phrase(phrase: str, text: str) -> bool:
    """Whether the text holds the phrase as itself, not only inside a word of another meaning (红 in 粉红)."""
    pure = PURE.match(phrase)
    if pure:
        return names_phrase(phrase[pure.end() :], text) and is_of_one_stuff(text)
    if not contains_phrase(phrase, text):
        return False
    wanted = _needle(phrase, places())
    others = _tables(places()).compounds.get(wanted[0], "")
    folded = f" {fold(text)} "
    return not others or any(
        folded.startswith(wanted, at) and folded[at - 1] not in others for at in range(1, len(folded))
    )


def is_of_one_stuff(text: str) -> bool:
    """Whether a text tells of one stuff alone: no list, and no share but all of it."""
    return all(float(share) == 100 for share in SHARE.findall(text)) and len(STUFFS.findall(text)) < 1


def touches_phrase(phrase: str, text: str) -> bool:
    """Whether the text holds the phrase, or its stem without an ending that may be left out (深蓝, of 蓝色)."""
    if contains_phrase(phrase, text):
        return True
    stems = (phrase.removesuffix(one) for one in _tables(places()).optional if phrase.endswith(one))
    return any(contains_phrase(stem, text) for stem in stems if stem)


def denied_phrase(phrase: str, text: str) -> bool:
    """Whether the text mentions the phrase only to say that it is lacking (no X, X not supported)."""
    if not contains_phrase(phrase, text):
        return False
    denials = _denials(places())
    needle = _needle(phrase, places())
    mentions = [denied for clause in CLAUSE_END.split(text) for denied in _mentions(needle, clause, denials)]
    return bool(mentions) and all(mentions)


def normal(text: str) -> str:
    """The text in NFKC, small letters, one script and without accents; punctuation and spaces as they were."""
    return _normal(text, _tables(places()))


def plain_figures(text: str) -> str:
    """Normal text without thousands separators and possessive endings, and with 1920 x 1080 as one word."""
    if "'" in text or "’" in text:
        text = POSSESSIVE.sub("", text)
    if not DIGIT.search(text):
        return text
    if "," in text:
        text = THOUSANDS.sub("", text)
    return TIMES.sub("x", text) if "x" in text or "×" in text or "*" in text else text


@dataclass(frozen=True, slots=True)
class _Tables:
    spelling: dict[str, str]
    pairs: dict[str, dict[str, str]]
    endings: tuple[tuple[str, str], ...]
    unchanged: frozenset[str]
    unify: tuple[tuple[re.Pattern[str], Callable[[str], str]], ...]
    compounds: dict[str, str]
    """A sign, and the signs right before it that make another word of it."""
    optional: tuple[str, ...]


class _Tokens(dict[str, str]):
    """Normal token -> with spelling and number unified; looked up, an unknown one is folded first."""

    def __init__(self, tables: _Tables) -> None:
        super().__init__()
        self._tables = tables

    def __missing__(self, token: str) -> str:
        if len(self) >= TOKENS:
            self.clear()
        folded = self[token] = _folded(token, self._tables)
        return folded


@dataclass(frozen=True, slots=True)
class _Denials:
    before: re.Pattern[str]
    after: re.Pattern[str]
    suffixes: tuple[str, ...]


@lru_cache(maxsize=8)
def _tables(_: tuple[str, ...]) -> _Tables:
    spelling: dict[str, str] = {}
    pairs: dict[str, dict[str, str]] = {}
    endings: list[tuple[str, str]] = []
    unchanged: set[str] = set()
    unify = []
    compounds: dict[str, str] = {}
    optional: list[str] = []
    for language in every_language():
        for said, kept in language.words.get("spelling", {}).items():
            first, _space, second = said.partition(" ")
            if second:
                pairs.setdefault(first, {})[second] = kept
            else:
                spelling[said] = kept
        endings += [(suffix, kept) for suffix, kept in language.words.get("endings", [])]
        optional += language.words.get("optional_endings", [])
        compounds |= language.words.get("compounds", {})
        unchanged.update(language.words.get("unchanged", []))
        function = language.code_for("script", "unify")
        if function:
            unify.append((re.compile(f"[{language.words['letters']}]"), function))
    return _Tables(spelling, pairs, tuple(endings), frozenset(unchanged), tuple(unify), compounds, tuple(optional))


@lru_cache(maxsize=1 << 17)
def _fold_short(text: str, folders: tuple[str, ...]) -> str:
    return _fold(text, folders)


@lru_cache(maxsize=1 << 14)
def _fold_long(text: str, folders: tuple[str, ...]) -> str:
    return _fold(text, folders)


def _fold(text: str, folders: tuple[str, ...]) -> str:
    if len(text) <= FEW_WORDS and text.isascii() and all(map(str.isalpha, words := text.lower().split())) and words:
        return " ".join(fold_tokens(words, folders))
    text = plain_figures(_normal(text, _tables(folders)))
    if DIGIT.search(text):
        text = GLUED_UNIT.sub(" ", text)
    return " ".join(fold_tokens(TOKEN.findall(text), folders))


def fold_tokens(tokens: Sequence[str], folders: tuple[str, ...]) -> list[str]:
    """Normal tokens with spelling and number unified; two tokens that are one word elsewhere become one."""
    known, pairs = _tokens(folders), _tables(folders).pairs
    if pairs.keys().isdisjoint(tokens):
        return list(map(known.__getitem__, tokens))
    folded: list[str] = []
    before = ""
    for token in tokens:
        word = known[token]
        joined = pairs[before].get(word) if before in pairs else None
        if joined is not None:
            folded[-1] = joined
            before = ""
            continue
        folded.append(word)
        before = token
    return folded


@lru_cache(maxsize=8)
def _tokens(folders: tuple[str, ...]) -> _Tokens:
    return _Tokens(_tables(folders))


def _folded(token: str, tables: _Tables) -> str:
    if token in tables.spelling:
        return tables.spelling[token]
    if len(token) <= 3 or token in tables.unchanged or not token.isascii() or not token.isalpha():
        return token
    for suffix, kept in tables.endings:
        if token.endswith(suffix) and len(token) - len(suffix) + len(kept) >= 3:
            word = token[: len(token) - len(suffix)] + kept
            return tables.spelling.get(word, word)
    return token


def _normal(text: str, tables: _Tables) -> str:
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFKC", text.translate(MARKS)).casefold()
    if text.isascii():
        return text
    for letters, unify in tables.unify:
        if letters.search(text):
            text = unify(text)
    if ACCENTED.search(text):
        text = unicodedata.normalize("NFC", ACCENTS.sub("", unicodedata.normalize("NFD", text)))
    return text


@lru_cache(maxsize=1 << 14)
def _needle(phrase: str, folders: tuple[str, ...]) -> str:
    folded = _fold(phrase, folders)
    if not folded:
        return ""
    start = " " if folded[0].isascii() else ""
    end = " " if folded[-1].isascii() else ""
    return f"{start}{folded}{end}"


def _mentions(needle: str, clause: str, denials: _Denials) -> Iterable[bool]:
    folded = " " + " / ".join(fold(part) for part in LIST_MARK.split(clause)) + " "
    lead = len(needle) - len(needle.lstrip())
    at = folded.find(needle)
    while at >= 0:
        end = at + len(needle.rstrip())
        glued = any(f"{needle.strip()}{suffix}" in normal(clause) for suffix in denials.suffixes)
        yield glued or bool(denials.before.search(folded[: at + lead])) or bool(denials.after.match(folded[end:]))
        at = folded.find(needle, at + 1)


@lru_cache(maxsize=8)
def _denials(_: tuple[str, ...]) -> _Denials:
    words: dict[str, list[str]] = {}
    for language in every_language():
        denial: dict[str, Any] = language.words.get("denial", {})
        for part, said in denial.items():
            words.setdefault(part, []).extend(said)
    before, fillers, joins, links, after, at_end = (
        _either(words.get(part, [])) for part in ("before", "fillers", "joins", "links", "after", "at_end")
    )
    item = rf"(?: ?\S+(?: \S+){{0,2}}? ?(?:{joins}|/))"
    return _Denials(
        re.compile(rf"(?<![a-z0-9])(?:{before})(?: ?(?:{fillers}))*{item}{{0,4}}(?: ?(?:{fillers}))* ?$"),
        re.compile(rf"(?: ?(?:{links}))* ?(?:(?:{after})(?![a-z0-9])|(?:{at_end}) *$)"),
        tuple(words.get("suffixes", [])),
    )


def _either(words: list[str]) -> str:
    ordered = sorted(map(str.strip, words), key=len, reverse=True)
    return "|".join(re.escape(word) + (r"(?![a-z0-9])" if word.isascii() else "") for word in ordered) or r"(?!)"
