"""The dialogue lexicon: what people say in a shop, from every language's folder, merged for lookup."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import assistant.languages as package
from catalog.errors import SetupError

FILE = "dialogue.toml"


@dataclass(frozen=True)
class Dialogue:
    """The merged lexicon: lists of phrases by section and name, patterns by section and name, sayings by language."""

    phrases: Mapping[str, Mapping[str, tuple[str, ...]]]
    patterns: Mapping[str, Mapping[str, re.Pattern[str]]]
    wishes: Mapping[str, Mapping[str, Any]]
    numbers: Mapping[str, int]
    sayings: Mapping[str, Mapping[str, Any]]
    persons: Mapping[str, Mapping[str, tuple[str, ...]]]
    """Whom and what goods are for: meaning -> language -> its words, the usual one first."""

    def matched(self, name: str, text: str) -> tuple[int, int]:
        """Where a plain text has the pattern first; (0, 0) where it doesn't."""
        pattern = self.patterns["patterns"].get(name)
        found = pattern.search(text) if pattern is not None else None
        return found.span() if found else (0, 0)

    def matches(self, name: str, text: str, section: str = "patterns") -> bool:
        """Whether a plain text has the pattern in any language."""
        pattern = self.patterns[section].get(name)
        return pattern is not None and pattern.search(text) is not None


def dialogue() -> Dialogue:
    """The lexicon of all languages that have one."""
    return _merged(places())


def sayings(language: str) -> Mapping[str, Any]:
    """The sentences of the assistant's own buttons in that language; SetupError names the languages there are."""
    found = dialogue().sayings
    if language not in found:
        raise SetupError(f"No language called {language!r}. Choose one of: {', '.join(sorted(found))}.")
    return found[language]


def places() -> tuple[str, ...]:
    """The folders whose subfolders are languages."""
    return tuple(package.__path__)


PATTERNS = ("patterns", "put_plainly", "lacking", "years", "topics", "policies")
PHRASES = (
    "cues",
    "fillers",
    "blockers",
    "concepts",
    "features",
    "implied",
    "columns",
    "people",
    "ordinals",
    "pointing",
    "forget",
    "particles",
    "sizes",
    "tints",
    "word_forms",
    "parts",
)


@lru_cache(maxsize=8)
def _merged(folders: tuple[str, ...]) -> Dialogue:
    tables = _tables(folders)
    phrases: dict[str, dict[str, tuple[str, ...]]] = {section: {} for section in PHRASES}
    patterns: dict[str, dict[str, list[str]]] = {section: {} for section in PATTERNS}
    wishes: dict[str, dict[str, Any]] = {}
    numbers: dict[str, int] = {}
    for table in tables.values():
        for section in PHRASES:
            for name, said in table.get(section, {}).items():
                phrases[section][name] = (*phrases[section].get(name, ()), *said)
        for section in PATTERNS:
            for name, said in table.get(section, {}).items():
                patterns[section].setdefault(name, []).extend(said)
        for name, wish in table.get("wishes", {}).items():
            known = wishes.setdefault(name, {"concept": wish["concept"], "direction": wish["direction"]})
            for level in ("words", "more", "most"):
                known[level] = (*known.get(level, ()), *wish[level])
        denials = table.get("denied_degrees", {})
        for name, adjectives in denials.get("adjectives", {}).items():
            said = tuple(way.format(one) for one in adjectives for way in denials["ways"])
            wishes[name]["words"] = (*wishes[name]["words"], *said)
        numbers.update(table.get("numbers", {}).get("words", {}))
    compiled = {
        section: {name: re.compile("|".join(f"(?:{one})" for one in said)) for name, said in table.items()}
        for section, table in patterns.items()
    }
    spoken = {code: table["sayings"] for code, table in tables.items() if "sayings" in table}
    meanings = sorted({name for table in tables.values() for name in table.get("persons", {})})
    persons = {
        name: {
            code: tuple(table["persons"][name]) for code, table in tables.items() if name in table.get("persons", {})
        }
        for name in meanings
    }
    return Dialogue(phrases, compiled, wishes, numbers, spoken, persons)


def _tables(folders: tuple[str, ...]) -> dict[str, dict[str, Any]]:
    files = sorted(path for folder in folders for path in Path(folder).glob(f"*/{FILE}"))
    return {path.parent.name: tomllib.loads(path.read_text("utf-8")) for path in files}
