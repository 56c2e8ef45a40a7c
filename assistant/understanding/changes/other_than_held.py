"""What was wanted so far, refused where another of the same is asked for: a different colour, please; 换个颜色."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.languages.dialogue import dialogue
from assistant.understanding.message.page import Page
from catalog.product import Constraint

CONCEPTS = ("colour", "material")
WANTED = frozenset({"=", "in", "has"})
OWN_NAMES = 100.0


def other_than_held(page: Page, demands: Sequence[Constraint]) -> list[Constraint]:
    """The demands, with the colour or material held so far refused where others are asked for and none is named."""
    found = list(demands)
    for concept in CONCEPTS:
        first, last = dialogue().matched(f"other_{concept}", page.reading.plain)
        if first == last:
            continue
        said = page.reading.text[first:last].strip()
        columns = {name for name, rank in page.columns.ranks(concept).items() if rank < OWN_NAMES}
        held = [one for one in page.state.ledger if one.field in columns and one.op in WANTED]
        found = [one for one in found if one.said not in said]  # A different colour: no colour is called so.
        if not any(one.field in columns for one in found):
            values = [one for old in held for one in (old.value if isinstance(old.value, tuple) else (old.value,))]
            found += [Constraint(held[0].field, "!=", value, None, True, said) for value in values]
    return found


def asks_for_other(page: Page) -> bool:
    """Whether goods in another colour or of another material are asked for."""
    return any(dialogue().matches(f"other_{concept}", page.reading.plain) for concept in CONCEPTS)
