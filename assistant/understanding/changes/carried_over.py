"""Demands that go with the shopper to another kind of goods: now a mouse, same brands; 再看鼠标，预算一样."""

from __future__ import annotations

from assistant.languages.dialogue import dialogue
from assistant.understanding.changes.named_demands import OWN
from assistant.understanding.message.page import Page
from catalog.product import Constraint


def carried_over(page: Page) -> tuple[Constraint, ...]:
    """The demands so far that the message calls the same as before: all of them, or those on the columns it names."""
    ledger, text = page.state.ledger, page.reading.plain
    if dialogue().matches("same_demands", text):
        return ledger
    fields: set[str] = set()
    for at, span in enumerate(page.spans):
        named = {"concept", "field"} & span.roles.keys()
        before = dialogue().matches("same_before", text[: span.start])
        if named and (before or dialogue().matches("same_after", text[span.end :])):
            fields |= _named(page, at)
    return tuple(one for one in ledger if one.field in fields)


def _named(page: Page, at: int) -> set[str]:
    """The held columns that a word names, in whole or as part of their name: same size, of the largest screen."""
    span = page.spans[at]
    concepts = span.roles.get("concept", frozenset())
    named = {OWN[one] for one in concepts if one in OWN} | set(span.roles.get("field", ()))
    named |= {name for one in concepts for name in page.columns.ranks(one)} | set(page.columns.containing(span.key))
    return named | set(concepts)
