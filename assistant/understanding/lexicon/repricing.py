"""What a catalogue's words say of its prices and stocks, learnt anew alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace

from assistant.understanding.lexicon.catalogue_lexicon import CatalogueLexicon, FieldWords
from assistant.understanding.lexicon.told_ranges import span
from catalog.product import Value
from catalog.storing.writing import LISTED
from catalog.view import View


def repriced(lexicon: CatalogueLexicon, view: View) -> CatalogueLexicon:
    """The lexicon with prices and stocks as this view has them; right where nothing else has changed."""
    types = dict(zip(*_told(view, "type"), strict=True))
    fields = {name: _field(one, view, types) if name in LISTED else one for name, one in lexicon.fields.items()}
    return replace(lexicon, fields=fields)


def _field(one: FieldWords, view: View, types: dict[int, Value]) -> FieldWords:
    numbers: dict[str, list[float]] = defaultdict(list)
    for row, value in zip(*_told(view, one.name), strict=True):
        if isinstance(value, float):
            numbers[str(types.get(row, ""))].append(value)
    held = Counter({type_: len(values) for type_, values in numbers.items()})
    return replace(
        one, count=held.total(), types={type_: (count, *span(numbers[type_])) for type_, count in held.items()}
    )


def _told(view: View, field: str) -> tuple[list[int], list[Value]]:
    column = view.column(field)
    return column.rows.tolist(), [column.facts[code].value for code in column.codes.tolist()]
