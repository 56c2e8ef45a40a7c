"""The annotated requests: needs in our own words, and typed ones of which only the hash is kept."""

from __future__ import annotations

import gzip
import hashlib
import json
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

from assistant.evaluation.hearing import Heard, heard
from catalog.errors import SetupError
from catalog.languages.detection import detect

HALVES = ("open", "sealed")
"""The first half was looked at while rules were made; the second is for one run, at the end."""
LATER = ("later_open", "later_sealed", "later_typed", "later_chinese", "later_english", "later_drawn", "later_voices")
"""More sets of the same form, measured by themselves: later_open, later_typed, later_drawn and later_voices were mended
on, the rest run once."""
HEARS = "hears"


@dataclass(frozen=True, slots=True)
class Request:
    """One request: its text, the set it is from, its half, and what a good salesperson hears in it."""

    text: str
    language: str
    source: str
    half: str
    hears: tuple[Heard, ...]


def table_of(name: str) -> Mapping[str, Any]:
    """The content of one file of requests; SetupError names those there are."""
    folder = resources.files("assistant.evaluation").joinpath("requests")
    path = folder.joinpath(f"{name}.toml")
    if not path.is_file():
        names = sorted(Path(one.name).stem for one in folder.iterdir())
        raise SetupError(f"No requests called {name!r}. Choose one of: {', '.join(names)}.")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def needs(halves: Iterable[str] = HALVES) -> tuple[Request, ...]:
    """The requests of these halves that we wrote, each in every language it is written in."""
    found = []
    for half in halves:
        for need in table_of(half).get("need", ()):
            hears = tuple(heard(line) for line in need[HEARS])
            found += [Request(text, code, "ours", half, hears) for code, text in need.items() if code != HEARS]
    return tuple(found)


def pairs(name: str) -> tuple[Mapping[str, str], ...]:
    """The needs of a file that are written in several languages: language -> text."""
    said = ({code: text for code, text in need.items() if code != HEARS} for need in table_of(name)["need"])
    return tuple(texts for texts in said if len(texts) > 1)


def typed(folder: Path | None, halves: Iterable[str] = HALVES) -> tuple[Request, ...]:
    """The requests that other people typed, found again by their hash in the folder of outside data; none without one.

    Raises SetupError where one of them isn't there any more.
    """
    if folder is None:
        return ()
    texts = json.loads(gzip.decompress((folder / "shopper_requests" / "requests.json.gz").read_bytes()))
    known = {hashlib.sha256(text.encode()).hexdigest(): text for text in texts}
    found = []
    for half in halves:
        for one in table_of(half).get("typed", ()):
            if one["sha256"] not in known:
                raise SetupError(f"shopper_requests lacks the text with the SHA-256 {one['sha256']}.")
            hears = tuple(heard(line) for line in one[HEARS])
            text = known[one["sha256"]]
            found.append(Request(text, detect(text), "typed", half, hears))
    return tuple(found)
