"""Columns whose texts tell from where to where a thing goes: ages 3-6岁, 2-6 players, 100-120cm, 5-15 kg."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from assistant.understanding.lexicon.catalogue_lexicon import CatalogueLexicon, FieldWords
from catalog.languages.spans import told_span

MOSTLY = 0.6


@dataclass(frozen=True, slots=True)
class SpanColumn:
    """A text column that tells spans, and the unit that most of them are in."""

    field: FieldWords
    unit: str | None


def span_columns(lexicon: CatalogueLexicon) -> tuple[SpanColumn, ...]:
    """The text columns most of whose values are spans or figures, some of them wider than one figure."""
    told: dict[str, Counter[str]] = defaultdict(Counter)
    units: dict[str, Counter[str | None]] = defaultdict(Counter)
    for columns in lexicon.values.values():
        for name, value in columns.items():
            span = told_span(value.text)
            told[name]["span" if span and span.is_span else "figure" if span else "text"] += value.held_by(())
            if span is not None and span.is_span:
                units[name][span.unit] += value.held_by(())
    return tuple(
        SpanColumn(field, units[name].most_common(1)[0][0])
        for name, seen in sorted(told.items())
        if (field := lexicon.fields.get(name)) is not None and field.kind == "text"
        and seen["span"] and seen["span"] + seen["figure"] >= MOSTLY * seen.total()
    )  # fmt: skip
