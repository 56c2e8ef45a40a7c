"""The languages that the assistant speaks, found from this folder, and their word files."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

from catalog.errors import SetupError


@lru_cache(maxsize=64)
def words(language: str, name: str) -> Mapping[str, Any]:
    """The word file `name` of a language, such as wording or page.

    Raises SetupError where the language has no such file.
    """
    path = resources.files("assistant.languages").joinpath(language, f"{name}.toml")
    if not path.is_file():
        raise SetupError(f"No {name} words in {language!r}. Add assistant/languages/{language}/{name}.toml.")
    return tomllib.loads(path.read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def spoken() -> tuple[str, ...]:
    """The codes of the languages that have a folder here, in order."""
    folder = Path(str(resources.files("assistant.languages")))
    return tuple(sorted(entry.name for entry in folder.iterdir() if (entry / "wording.toml").is_file()))


def nearest(language: str | None) -> str:
    """The given language where it is spoken here, else the first that is."""
    return language if language in spoken() else spoken()[0]
