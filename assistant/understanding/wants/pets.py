"""The animal that goods are for: no wish where the shop's name of the kind tells it already, as in food for my cat."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.languages.dialogue import dialogue
from assistant.understanding.lexicon.words import key
from assistant.understanding.message.page import Page
from assistant.understanding.message.reading import Span
from catalog.languages.lexicon import pivot
from catalog.product import Constraint

PETS = ("cat", "dog", "pet")
RECIPIENT = "recipient"
PLAINEST = 2
"""So many words of a language, the first ones, say an animal and nothing more."""


def with_pets(page: Page, found: Iterable[Constraint]) -> list[Constraint]:
    """The wishes, those for an animal that the wanted kind's name tells left out."""
    found = list(found)
    if not page.lexicon.number_of(page.types):
        return found
    usual = {name: _usual(page, name) for name in PETS}
    told_names = [name for name in PETS if _kind_tells(page, name)]
    told = {usual[name] for name in told_names}
    page.take(at for at, span in enumerate(page.spans) if _is_one_of(span, told_names))
    return [one for one in found if not (one.field == RECIPIENT and one.value in told)]


def _is_one_of(span: Span, names: Iterable[str]) -> bool:
    """Whether a phrase is no more than the name of such an animal: kittens are young ones too."""
    said = (word for name in names for words in dialogue().persons[name].values() for word in words[:PLAINEST])
    return "person" in span.roles and "type" not in span.roles and span.key in {key(word) for word in said}


def _kind_tells(page: Page, name: str) -> bool:
    """Whether the names of all wanted types say the animal; of any pet, where one of them is said."""
    words = _words(name) if name != "pet" else [word for one in PETS for word in _words(one)]
    labels = [(label, *page.lexicon.terms.get(label, {}).values()) for label in page.types]
    return all(any(_holds(one, words) for one in names) for names in labels)


def _usual(page: Page, name: str) -> str:
    said = dialogue().persons[name]
    return (said.get(page.lexicon.language or pivot()) or next(iter(said.values())))[0]


def _words(name: str) -> Sequence[str]:
    return [word for said in dialogue().persons.get(name, {}).values() for word in said]


def _holds(name: str, words: Iterable[str]) -> bool:
    if name.isascii():
        return not {key(one) for one in name.split()}.isdisjoint(key(word) for word in words)
    return any(word in name for word in words if not word.isascii())
