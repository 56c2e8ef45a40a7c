"""Demands on measured and counted attributes: a number, its unit, and the words that say what is measured."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.languages.dialogue import places
from assistant.understanding.amounts import Amount, amount_at
from assistant.understanding.catalogue_lexicon import FieldWords
from assistant.understanding.page import Page
from assistant.understanding.reading import Span, dialogue_roles
from assistant.understanding.words import key
from catalog.measures import dimension
from catalog.product import Constraint

COUNTS = ("piece", "page", "sheet")
"""Units that only count: a column without unit counts too."""
NEAREST = 4


def attribute_demands(page: Page, asked: str | None = None) -> list[Constraint]:
    """The demands of all figures that are not money; `asked` is the column a question was about."""
    found = []
    for index, span in enumerate(page.spans):
        if span.quantity is None or index in page.used:
            continue
        one = _demand(page, amount_at(page, index), asked)
        found += one
    return found


def _demand(page: Page, amount: Amount, asked: str | None) -> list[Constraint]:
    quantity = page.spans[amount.index].quantity
    assert quantity is not None
    naming = _nearest(page, amount)
    unit = quantity.unit
    if unit == "piece" and not _measures_pieces(page, naming):
        unit = None
    named = _named_columns(page, naming)
    if unit:
        named = _named_by_unit(page, unit) | named
    if unit is None and not named and asked is None:
        return []
    field = _field(page, quantity.value, unit, named, asked)
    if field is None and quantity.alternatives:
        for other in quantity.alternatives:
            field = _field(page, quantity.value, other, named, asked)
            if field is not None:
                unit = other
                break
    if field is None and unit is None:
        return []
    name = field.name if field is not None else _own_name(page, naming, unit)
    taken = set(amount.phrases) | {at for at in naming if field is None or field.name in _named_columns(page, [at])}
    taken = taken if len(naming) < 2 or field is None or field.name not in _whole(page, naming) else taken | set(naming)
    said = page.said(at for at in taken if not page.spans[at].cue("soft", "soft_after"))
    page.take(taken)
    mine = unit if field is None or field.units or unit not in COUNTS else None
    return [Constraint(name, op, value, mine, amount.firm, said) for op, value in amount.bounds]


def _field(page: Page, value: float, unit: str | None, named: dict[str, float], asked: str | None) -> FieldWords | None:
    columns = page.columns
    if asked is not None and asked in columns.lexicon.fields and not named:
        own = columns.lexicon.fields[asked]
        if own.kind == "number" and (unit is None or not own.units or dimension(unit) == dimension(own.unit)):
            return own
        if unit is None:
            return None
    found = columns.for_figure(value, unit, page.types, named)
    if found is None and page.types:
        found = columns.for_figure(value, unit, (), named)
    return found


def _nearest(page: Page, amount: Amount) -> list[int]:
    """The one phrase beside the figure that names what is measured: right before it or right after, not used yet."""
    candidates = [at for at in amount.naming if at not in page.used and abs(at - amount.index) <= NEAREST]
    before = sorted((at for at in candidates if at < amount.index), reverse=True)
    after = sorted(at for at in candidates if at > amount.index)
    if after and before:
        last = max(at for at in amount.phrases if at >= amount.index)
        close_after = after[0] - last <= 1
        close_before = amount.index - before[0] <= 1
        chosen = (
            before[:1]
            if close_before and not (close_after and page.spans[after[0]].latin)
            else after[:1]
            if close_after
            else before[:1]
        )
    else:
        chosen = (before or after)[:1]
    if chosen and chosen[0] > amount.index:
        chosen += [at for at in after[1:2] if at == chosen[0] + 1]
    if chosen and chosen[0] < amount.index:
        chosen += [at for at in before[1:2] if at == chosen[0] - 1]
    return sorted(chosen)


def _named_columns(page: Page, naming: Sequence[int]) -> dict[str, float]:
    """The columns that the phrases name, best name lowest."""
    named: dict[str, float] = {}
    for at in naming:
        span = page.spans[at]
        for name in span.roles.get("field", ()):
            _lower(named, name, 0.0)
        for concept in sorted(span.roles.get("concept", frozenset()) | span.roles.get("thing", frozenset())):
            for name, rank in page.columns.ranks(concept).items():
                _lower(named, name, rank + 0.5)
        if not ({"field", "concept", "thing"} & span.roles.keys()):
            continue
        for name in page.columns.containing(span.key):
            _lower(named, name, 110.0)
    for name in _whole(page, naming):
        _lower(named, name, -2.0)
    return named


def _whole(page: Page, naming: Sequence[int]) -> tuple[str, ...]:
    """The columns that the phrases name together."""
    return page.lexicon.field_words.get("".join(page.spans[at].key for at in naming), ()) if len(naming) > 1 else ()


def _named_by_unit(page: Page, unit: str) -> dict[str, float]:
    """The columns whose concept is called like the unit itself (pages, dpi)."""
    concepts = dialogue_roles(places()).get(key(unit), {}).get("concept", frozenset())
    return {name: rank + 3.0 for concept in sorted(concepts) for name, rank in page.columns.ranks(concept).items()}


def _lower(named: dict[str, float], name: str, rank: float) -> None:
    named[name] = min(named.get(name, rank), rank)


def _measures_pieces(page: Page, naming: Sequence[int]) -> bool:
    return any("pieces" in page.spans[at].roles.get("concept", frozenset()) for at in naming)


def _own_name(page: Page, naming: Sequence[int], unit: str | None) -> str:
    """A name for what the catalogue has no column for."""
    concepts = sorted(concept for at in naming for concept in _concepts(page.spans[at]))
    return concepts[0] if concepts else dimension(unit) or str(unit)


def _concepts(span: Span) -> frozenset[str]:
    return span.roles.get("concept", frozenset())
