"""Two to four products side by side: the fields that differ and matter, and a verdict for each need."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.reasons.amounts import fact_words, label
from assistant.reasons.better import WAYS, better_way
from assistant.reasons.reasoner import telling_names
from assistant.reasons.telling import listed, phrase, sentences
from assistant.retrieval.qualify import demands
from assistant.state import DialogueState
from assistant.vocabulary import Evidence, Row, Table
from catalog.measures import convert
from catalog.product import Attribute, Constraint, Product, Verdict

ROWS = 10
STRENGTHS = 3
OWN = ("price", "rating", "brand")


def table_of(products: Sequence[Product], state: DialogueState, asked: Sequence[Constraint], language: str) -> Table:
    """Rows in the order of what the shopper cares for: what is asked, what was demanded, then what differs."""
    named = dict.fromkeys([*(one.field for one in asked), *(one.field for one in demands(state))])
    telling = telling_names(products, language)
    fields = [*named, *(name for name in (*OWN, *telling) if name not in named)]
    ways = {one.field: WAYS[one.op[0]] for one in asked if one.value is None and one.op[0] in WAYS}
    rows = [_row(name, products, ways.get(name) or None, language) for name in fields]
    kept = [
        row
        for row in rows
        if any(cell is not None for cell in row.cells) and (row.field in named or len(set(row.cells)) > 1)
    ]
    return Table(tuple(products), tuple(kept[:ROWS]))


def _row(name: str, products: Sequence[Product], way: str | None, language: str) -> Row:
    facts = [product.fact(name) for product in products]
    holder = next((product for product in products if name in product.attributes), None)
    cells = tuple(
        None if fact is None else fact_words(name, fact, language, product)
        for fact, product in zip(facts, products, strict=True)
    )
    unit = next((fact.unit for fact in facts if fact is not None), None)
    best = _best(facts, way or better_way(name, unit, language), partly=way is not None)
    ids = tuple(product.id for product in products)
    proofs = tuple(
        Evidence(product.id, name, fact.value, fact.unit, "comparison", ids)
        for fact, product in zip(facts, products, strict=True)
        if fact is not None
    )
    return Row(name, label(name, language, holder), cells, best, proofs)


def _best(facts: Sequence[Attribute | None], way: str | None, partly: bool = False) -> tuple[int, ...]:
    """The places of the best value where all records give it comparably and not all are equal.

    `partly` takes those that give it, where the rest are told to be silent.
    """
    first = next((fact for fact in facts if fact is not None), None)
    if way is None or first is None:
        return ()
    numbers = [
        convert(float(fact.value), fact.unit, first.unit)
        if fact is not None and isinstance(fact.value, (int, float)) and not isinstance(fact.value, bool)
        else None
        for fact in facts
    ]
    known = [number for number in numbers if number is not None]
    if len(known) < (2 if partly else len(facts)) or len(set(known)) < 2:
        return ()
    top = min(known) if way == "less" else max(known)
    return tuple(place for place, number in enumerate(numbers) if number == top)


def verdict(
    table: Table, titles: Sequence[str], state: DialogueState, asked: Sequence[Constraint], language: str
) -> str:
    """What decides between them: the asked field, each broken or open demand, then what each is best at."""
    said = [_asked(table, one, titles, language) for one in asked]
    said += _by_need(table, titles, state, language)
    if not asked:
        said += _strengths(table, titles, language) or _differences(table, language)
    return sentences(said, language) or phrase("compare", "alike", language)


def _asked(table: Table, asked: Constraint, titles: Sequence[str], language: str) -> str:
    row = next((one for one in table.rows if one.field == asked.field), None)
    name = label(asked.field, language)
    if row is None:
        return phrase("compare", "nobody_says", language, name=name)
    silent = [titles[place] for place, cell in enumerate(row.cells) if cell is None]
    if len(row.best) == 1:
        line = phrase(
            "compare",
            "asked_best",
            language,
            title=titles[row.best[0]],
            name=row.name,
            value=row.cells[row.best[0]],
            others=listed(_told(row, titles, row.best, language), language),
        )
    elif row.best:
        line = phrase(
            "compare",
            "asked_tied",
            language,
            titles=listed([titles[place] for place in row.best], language),
            name=row.name,
            value=row.cells[row.best[0]],
            others=listed(_told(row, titles, row.best, language), language),
        )
    else:
        told = _by_value(row, titles, language) or _told(row, titles, (), language)
        opens = row.name[:1].upper() + row.name[1:]
        line = phrase("compare", "asked_all", language, name=opens, told=listed(told, language))
    return line + (
        phrase("compare", "silent", language, titles=listed(silent, language), name=row.name) if silent else ""
    )


def _by_value(row: Row, titles: Sequence[str], language: str) -> list[str]:
    """Each value with the products that give it, where several give the same; else nothing."""
    places: dict[str, list[str]] = {}
    for title, cell in zip(titles, row.cells, strict=True):
        if cell:
            places.setdefault(cell, []).append(title)
    if all(len(named) == 1 for named in places.values()):
        return []
    return [
        phrase("compare", "strength", language, name=cell, value=listed(named, language))
        for cell, named in places.items()
    ]


def _told(row: Row, titles: Sequence[str], without: Sequence[int], language: str) -> list[str]:
    """What each of the others gives."""
    return [
        phrase("compare", "says", language, title=titles[place], value=cell)
        for place, cell in enumerate(row.cells)
        if cell and place not in without
    ]


def _by_need(table: Table, titles: Sequence[str], state: DialogueState, language: str) -> list[str]:
    held = demands(state)
    lines: list[str] = []
    for demand in held:
        verdicts = [demand.allows(product) for product in table.products]
        for place, one in enumerate(verdicts):
            fact = table.products[place].fact(demand.field)
            if one is Verdict.VIOLATES and fact is not None:
                value = fact_words(demand.field, fact, language, table.products[place])
                lines.append(
                    phrase("compare", "breaks", language, title=titles[place], demand=_said(demand), value=value)
                )
            elif one is not Verdict.MEETS:
                lines.append(phrase("compare", "open", language, title=titles[place], demand=_said(demand)))
    if held and not lines:
        needs = listed([_said(one) for one in held], language)
        lines.append(phrase("compare", "all_meet", language, needs=needs))
    return lines


def _said(demand: Constraint) -> str:
    return demand.said or demand.field


def _strengths(table: Table, titles: Sequence[str], language: str) -> list[str]:
    lines = []
    for place, title in enumerate(titles):
        best = [_strength(row, place, language) for row in table.rows if row.best == (place,)]
        if best:
            lines.append(
                phrase("compare", "better_at", language, title=title, facts=listed(best[:STRENGTHS], language))
            )
    return lines


def _differences(table: Table, language: str) -> list[str]:
    """What is not the same, where nothing of it is better or worse: two colours of one thing."""
    rows = [row for row in table.rows if None not in row.cells and len(set(row.cells)) > 1]
    facts = [f"{row.name} ({', '.join(cell for cell in row.cells if cell)})" for row in rows[:STRENGTHS]]
    return [phrase("compare", "differ", language, facts=listed(facts, language))] if facts else []


def _strength(row: Row, place: int, language: str) -> str:
    if len(row.cells) > 2:
        return phrase("compare", "strength", language, name=row.name, value=row.cells[place])
    other = row.cells[1 - place]
    return phrase("compare", "strength_against", language, name=row.name, value=row.cells[place], other=other)
