"""What one language has words for, the others have too; what a language need not have is listed here."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

import assistant.languages as package
from assistant.languages.dialogue import FILE
from catalog.languages.folding import fold
from catalog.languages.lexicon import lexicon

OWN_WORDS = {
    "cues": {"hedge", "compatible_after", "range_after"},
    "concepts": {"flavour", "scent", "water_column"},
    "features": {"counter", "lid_included"},
    "implied": {"noise", "depth", "age"},
}
"""By section, what only one language lists: forms of speech that the other hasn't, or says in its lexicon of terms."""
PEOPLE = ("recipients", "occasions", "uses")
LEADS = ("my ", "our ", "the ", "a ", "an ", "in the ", "in ", "this ", "next ", "for the ", "his ", "her ", "your ")
"""Little words that begin a listed phrase of English."""


def _tables() -> dict[str, Mapping[str, Any]]:
    files = [path for folder in package.__path__ for path in sorted(Path(folder).glob(f"*/{FILE}"))]
    return {path.parent.name: tomllib.loads(path.read_text("utf-8")) for path in files}


def _names(table: Mapping[str, Any], section: str) -> set[str]:
    found = table.get(section, {})
    return set(found.get("adjectives", found))


@pytest.mark.parametrize("section", ["denied_degrees", "persons", "wishes", "parts", "people", *OWN_WORDS])
def test_a_section_has_the_same_entries_in_every_language(section: str) -> None:
    listed = [_names(table, section) for table in _tables().values()]
    assert set.union(*listed) - set.intersection(*listed) <= OWN_WORDS.get(section, set())


@pytest.mark.parametrize("code", sorted(_tables()))
def test_whom_and_what_goods_are_for_has_a_word_in_every_language(code: str) -> None:
    table = _tables()[code]
    known = {fold(word) for words in table["persons"].values() for word in words}
    lacking = [word for part in PEOPLE for word in table["people"][part] if not _is_known(word, known)]
    assert lacking == []


def _is_known(word: str, known: set[str]) -> bool:
    """Whether the word, or what is left of it without little words before it, has a meaning that others tell too."""
    rest = [word, *(word.removeprefix(lead) for lead in LEADS if word.startswith(lead))]
    rest += [" ".join(word.split()[at:]) for at in range(1, len(word.split()))]
    return any(fold(one) in known or lexicon().kinds_of(one) for one in rest if one)
