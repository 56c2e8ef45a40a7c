"""Values of which either will do though they are told in different columns: 竹纤维的或者长绒棉, oak or bamboo."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.languages.dialogue import dialogue
from assistant.understanding.message.page import Page
from catalog.languages.lexicon import kind_of
from catalog.product import Constraint

KNOWN = ("colour", "material", "size")
"""Concepts of which goods have one value, so that two beside each other are two that will do."""


def either_of(page: Page, demands: Sequence[Constraint]) -> list[Constraint]:
    """The demands, those for two values of one concept that are joined by "or" as one demand for either."""
    found: list[Constraint] = []
    for one in demands:
        place = next((at for at, other in enumerate(found) if _either(page, other, one)), None)
        if place is None:
            found.append(one)
            continue
        first = found[place]
        field = first.field if first.field != first.value else one.field
        found[place] = replace(first, field=field, op="in", value=(*_values(first), *_values(one)))
    return found


def _either(page: Page, first: Constraint, second: Constraint) -> bool:
    if not all(one.firm and one.op in ("=", "has", "in") and _values(one) for one in (first, second)):
        return False
    columns = {name for concept in KNOWN for name, rank in page.columns.ranks(concept).items() if rank < 100}
    fields = {one.field for one in (first, second) if one.field != one.value}
    named = all(one.field != one.value or kind_of(str(one.value)) == "value" for one in (first, second))
    if not fields or not fields <= columns or not named:
        return False
    text = page.reading.plain
    places = sorted((text.find(one.said.casefold()), len(one.said)) for one in (first, second) if one.said)
    if len(places) < 2 or places[0][0] < 0:
        return False
    between = _without_particles(text[places[0][0] + places[0][1] : places[1][0]])
    joined = any(word == between for word in dialogue().phrases["cues"]["or"])
    return joined or (not between and dialogue().matches("any_of_them", text[sum(places[1]) :]))


def _without_particles(said: str) -> str:
    said = said.strip(" ,，、")
    particles = (word for words in dialogue().phrases["particles"].values() for word in words)
    return next((said.removeprefix(word).strip() for word in particles if said.startswith(word)), said)


def _values(one: Constraint) -> tuple[str, ...]:
    told = one.value if isinstance(one.value, tuple) else (one.value,)
    return tuple(value for value in told if isinstance(value, str))
