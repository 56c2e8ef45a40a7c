"""The languages there are: one folder each, recognised by its language.json."""

from __future__ import annotations

import gzip
import importlib
import importlib.util
import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any

import catalog.languages as package
from catalog.errors import SetupError


@dataclass(frozen=True)
class Language:
    """One language's folder: its data files, and the code that data can't say."""

    code: str
    folder: Path
    words: dict[str, Any]
    """language.json: letters, spelling, endings, stop and common words, denials."""

    def data(self, name: str) -> Any:
        """The content of a JSON file of the folder (plain or .gz), or an empty dict where the language has none."""
        path = self.folder / name
        if not path.exists():
            return {}
        raw = path.read_bytes()
        return json.loads(gzip.decompress(raw) if name.endswith(".gz") else raw)

    def code_for(self, module: str, function: str) -> Callable[..., Any] | None:
        """A function of one of the folder's modules; None where the language needs no code for that."""
        return getattr(_module(f"{package.__name__}.{self.code}.{module}"), function, None)


def languages() -> tuple[str, ...]:
    """The codes of all languages, in alphabetical order."""
    return tuple(_found(places()))


def language(code: str) -> Language:
    """The language of a code; SetupError names those there are."""
    found = _found(places())
    if code not in found:
        raise SetupError(f"No language called {code!r}. Choose one of: {', '.join(found)}.")
    return found[code]


def every_language() -> tuple[Language, ...]:
    """All languages, in the order of `languages()`."""
    return tuple(_found(places()).values())


def places() -> tuple[str, ...]:
    """The folders whose subfolders are languages; what is remembered about languages is remembered under these."""
    return tuple(package.__path__)


@lru_cache(maxsize=8)
def _found(folders: tuple[str, ...]) -> dict[str, Language]:
    found = {}
    for folder in folders:
        for path in Path(folder).glob("*/language.json"):
            code = path.parent.name
            found[code] = Language(code, path.parent, json.loads(path.read_text("utf-8")))
    return dict(sorted(found.items()))


@lru_cache(maxsize=64)
def _module(name: str) -> ModuleType | None:
    return importlib.import_module(name) if importlib.util.find_spec(name) else None
