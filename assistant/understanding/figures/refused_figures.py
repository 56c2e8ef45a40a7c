"""Earlier figures that a message refuses as it says others: not 500 W, 500 VA; 不用27寸，24寸的就行."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.languages.dialogue import dialogue
from assistant.understanding.message.page import Page
from catalog.measures import convert
from catalog.product import Constraint

BOUNDS = frozenset({"<", "<=", ">", ">=", "about"})


def refused_figures(page: Page) -> list[tuple[list[int], Constraint]]:
    """The earlier demands whose own figure stands beside a refusal, where another figure is said; with the phrases
    that refuse it."""
    figures = [index for index, span in enumerate(page.spans) if span.quantity is not None]
    found: list[tuple[list[int], Constraint]] = []
    for index in figures if len(figures) > 1 else ():
        span = page.spans[index - 1] if index else None
        refused = span is not None and (span.cue("not") or "before" in span.roles.get("forget", frozenset()))
        length = dialogue().matched("found_too_much", page.reading.plain[page.spans[index].end :])[1]
        if length:  # 40 l might be overkill, 25 would do.
            told = [at for at, one in enumerate(page.spans) if at > index and one.end <= page.spans[index].end + length]
            found += [([index, *told], one) for one in page.state.ledger if _is_held(page, index, one)]
            continue
        if index + 1 < len(page) and _gives_up(page.spans[index + 1].roles.get("forget", frozenset())):
            found += [([index, index + 1], one) for one in page.state.ledger if _is_held(page, index, one)]
            continue  # 3 kg isn't that strict, 4 will do.
        if span is None or not refused or span.cue("at_most", "at_least", "about"):
            continue
        found += [([index - 1, index], one) for one in page.state.ledger if _is_held(page, index, one)]
    return found


def _gives_up(roles: frozenset[str]) -> bool:
    return "after" in roles and "needs_field" not in roles


def in_their_place(page: Page, demands: Sequence[Constraint]) -> tuple[Constraint, ...]:
    """The demands, one on another figure with the bound of the refused one, unless words give it a bound of its own."""
    refused = refused_figures(page)
    fields = {one.field for _, one in refused}
    said = [one for one in demands if isinstance(one.value, float) and (one.field in fields or len(demands) == 1)]
    if len(refused) != 1 or len(said) != 1:
        return tuple(demands)
    old, new = refused[0][1], said[0]
    bare = (
        new.field == "price" and new.op == "about" and not any(span.cue("about", "about_after") for span in page.spans)
    )
    plain = (new.op == "=" or bare) and old.op in BOUNDS
    named = old.op == "=" and new.op == ">=" and _is_attributed(page, new)
    meant = replace(new, op=old.op, firm=old.firm) if plain or named else new
    if new.field == "price" != old.field and new.op == "about" and new.unit is None:
        meant = replace(old, value=new.value, said=new.said)  # 15.6, not 14: a bare figure is of what it replaces.
    return tuple(meant if one is new else one for one in demands)


def _is_attributed(page: Page, one: Constraint) -> bool:
    """Whether a figure is said of the thing as its name is: 24寸的."""
    for at, span in enumerate(page.spans[:-1]):
        if span.quantity is not None and span.quantity.value == one.value:
            return "attributive" in page.spans[at + 1].roles.get("particle", frozenset())
    return False


def _is_held(page: Page, index: int, one: Constraint) -> bool:
    quantity = page.spans[index].quantity
    if quantity is None or not isinstance(one.value, float) or quantity.high is not None:
        return False
    if quantity.unit is None or one.unit is None:
        return quantity.unit is None and one.value == quantity.value
    value = convert(quantity.value, quantity.unit, one.unit)
    return value is not None and abs(value - one.value) <= 1e-6 * max(1.0, abs(one.value))
