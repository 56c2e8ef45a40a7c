"""Which way a field is better: less of the price, more of the battery life."""

from __future__ import annotations

from functools import lru_cache

from assistant.languages.dialogue import dialogue, places
from assistant.languages.reading import nearest, words
from assistant.reasons.amounts import spelled_out
from catalog.measures import dimension

WAYS = {"<": "less", ">": "more"}
OWN = {"price": "less", "rating": "more"}


def better_way(field: str, unit: str | None, language: str) -> str | None:
    """ "less" or "more", where people who shop look for it in one direction only; else None."""
    named = OWN.get(field) or _by_name(places()).get(spelled_out(field).casefold())
    return named or words(nearest(language), "wording")["better"].get(dimension(unit) or "")


@lru_cache(maxsize=4)
def _by_name(_: tuple[str, ...]) -> dict[str, str]:
    """Column name -> direction, from the wishes that shoppers utter in one direction only."""
    lexicon = dialogue()
    directions: dict[str, set[str]] = {}
    for wish in lexicon.wishes.values():
        directions.setdefault(wish["concept"], set()).add(wish["direction"])
    found: dict[str, str] = {}
    for concept, ways in directions.items():
        if len(ways) == 1:
            way = WAYS[next(iter(ways))]
            found.update({name.casefold(): way for name in lexicon.phrases["concepts"].get(concept, ())})
    return found
