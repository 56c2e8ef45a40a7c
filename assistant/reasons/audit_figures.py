"""Figures: each has to be its field's value in its unit, or a difference, a count or a limit that is true."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.reasons.audit_counts import count, reviews, scale
from assistant.reasons.audit_match import Numbers, meanings, same
from assistant.reasons.audit_record import Known
from assistant.reasons.audit_scan import Findings, Mention, Reading, Segment
from assistant.vocabulary import Evidence
from catalog.languages.folding import fold
from catalog.languages.quantities import quantities
from catalog.measures import convert, dimension
from catalog.product import Attribute


def check_figures(reading: Reading, known: Known) -> Findings:
    """Every figure of the sentence against the field, limit, count or difference that its words name."""
    found = Findings()
    pending: list[Mention] = []
    for place, segment in enumerate(reading.segments):
        labels, told = segment.labels, False
        for figure in [*segment.of("figure"), *_numerals(segment)]:
            after = _next_labels(reading, place)
            free = [pending, *([after] if after else [])] if pending else [after, []]
            owners = [_governing(figure, segment, labels)] if labels else free
            told = _check(figure, segment, owners, reading, known, found) or told
        if labels or told:
            pending = labels if not told and not segment.of("value") else []
    return found


def _next_labels(reading: Reading, place: int) -> list[Mention]:
    """The labels behind a segment that is nothing but a figure: "4.5, the best rating of these"."""
    bare = all(one.kind == "figure" or one.cue("safe") for one in reading.segments[place].mentions)
    after = reading.segments[place + 1 : place + 2]
    free = after and (after[0].has("degree") or not after[0].of("figure"))
    return after[0].labels[:1] if bare and free else []


def _numerals(segment: Segment) -> list[Mention]:
    """Numbers in words that count something; a numeral that is part of a set phrase counts nothing."""
    return [one for one in segment.mentions if one.kind == "known" and one.cue("number") and not one.cue("safe")]


def _governing(figure: Mention, segment: Segment, labels: list[Mention]) -> list[Mention]:
    """The label that a figure belongs to: before it where the segment opens with a label, else behind it."""
    if not labels:
        return []
    order = [one for one in segment.mentions if one in labels or one.kind == "figure" or one is figure]
    place = next(index for index, one in enumerate(order) if one is figure)
    before = [one for one in order[:place] if one in labels]
    after = [one for one in order[place + 1 :] if one in labels]
    first = order[0]
    if first in labels:
        return before[-1:] or after[:1]
    return after[:1] or before[-1:]


def _check(
    figure: Mention, segment: Segment, owners: list[list[Mention]], reading: Reading, known: Known, found: Findings
) -> bool:
    """Whether the figure is a fact of a field, which then needs no other figure."""
    numbers = list(meanings(figure))
    proof = (
        _limit(numbers, segment, reading, known)
        or _clause(figure, segment, known)
        or count(numbers, segment, reading, known)
        or scale(figure, segment, reading, known)
        or reviews(numbers, figure, segment, reading, known)
        or _difference(numbers, segment, reading, known)
        or _owned(numbers, figure, segment, owners, reading, known)
    )
    if proof is None:
        found.why.append(f"figure: {figure.said}")
    elif isinstance(proof, Evidence):
        found.evidence.append(reading.placed(figure.said, proof))
        return True
    return False


def _clause(figure: Mention, segment: Segment, known: Known) -> object:
    """A figure of a promise stands in the clause of the shop that backs it."""
    told = f" {fold(figure.said)} "
    return (segment.has("promise") and any(told in f" {fold(clause)} " for clause in known.policies)) or None


def _owned(
    numbers: Numbers, figure: Mention, segment: Segment, owners: list[list[Mention]], reading: Reading, known: Known
) -> object:
    """The fact by the first owner that has it; a figure that something owns is no one else's."""
    for labels in owners:
        proof = _fact(numbers, figure, segment, labels, reading, known)
        if proof is not None:
            return proof
    telling = segment.has("stars") or any(dimension(unit) == "money" for _, unit, _ in numbers)
    if telling and not segment.labels:
        return _fact(numbers, figure, segment, [], reading, known)
    return None


def _limit(numbers: Numbers, segment: Segment, reading: Reading, known: Known) -> object:
    """What the shopper set, or how far the record stays from it."""
    if not reading.has("demand"):
        return None
    fields = {name for label in segment.labels for name in label.fields}
    for demand in known.ledger:
        if isinstance(demand.value, (bool, str, tuple)) or demand.value is None:
            continue
        if fields and demand.field not in fields and fields - {"price"}:
            continue
        limit = Attribute(float(demand.value), demand.unit)
        fact = known.product.fact(demand.field)
        for value, unit, said in numbers:
            if segment.has("demand") and same(value, unit, said, limit):
                return _side(limit, fact, segment) or None
            if fact is None or isinstance(fact.value, (bool, str)):
                continue
            mine = convert(fact.value, fact.unit, demand.unit)
            if mine is None:
                continue
            gap = Attribute(round(abs(limit.value - mine), 6), demand.unit)  # type: ignore[operator]
            if gap.value and same(value, unit, said, gap) and segment.has("above" if mine > limit.value else "below"):  # type: ignore[operator]
                return Evidence(known.product.id, demand.field, fact.value, fact.unit)
    return None


def _side(limit: Attribute, fact: Attribute | None, segment: Segment) -> object:
    """The limit itself may be told; "under your limit" only where that is so."""
    if fact is None or isinstance(fact.value, (bool, str)) or isinstance(limit.value, (bool, str)):
        return True
    mine = convert(fact.value, fact.unit, limit.unit)
    if mine is None:
        return True
    if segment.has("at_most") and mine > limit.value + 1e-9:
        return False
    if segment.has("at_least") or not segment.has("below", "above"):
        return True
    return mine <= limit.value if segment.has("below") else mine >= limit.value


def _difference(numbers: Numbers, segment: Segment, reading: Reading, known: Known) -> object:
    """How far the product is from another that the sentence names, or that other's own figure."""
    parts = (segment,) if segment.of("other") else reading.segments
    named = [product for part in parts for one in part.of("other") for product in one.products]
    if not named:
        return None
    told = [one for one in segment.labels if one.fields]
    fields = [name for one in told for name in one.fields] or ["price", "rating", *known.product.attributes]
    for value, unit, said in numbers:
        for name in fields:
            mine = known.product.fact(name)
            gaps = [_gap(mine, one.fact(name)) for one in named]
            if mine is None or isinstance(mine.value, (bool, str)):
                continue
            if _directed(gaps, segment, reading) and all(
                gap and same(value, unit, said, Attribute(abs(gap), mine.unit)) for gap in gaps
            ):
                among = tuple(one.id for one in (known.product, *named))
                return Evidence(known.product.id, name, mine.value, mine.unit, "comparison", among)
            theirs = [one.fact(name) for one in named]
            if segment.of("other") and all(one is not None and same(value, unit, said, one) for one in theirs):
                return True
    return None


def _directed(gaps: list[float | None], segment: Segment, reading: Reading) -> bool:
    """Whether the words say a difference, and in its direction; degrees are judged by their own check."""
    if segment.has("degree") or (reading.has("degree") and not segment.labels):
        return True
    sign = "bare_more" if all(gap is not None and gap > 0 for gap in gaps) else "bare_less"
    return segment.has(sign) and not all(gap is None for gap in gaps)


def _gap(mine: Attribute | None, theirs: Attribute | None) -> float | None:
    if mine is None or theirs is None or isinstance(mine.value, (bool, str)) or isinstance(theirs.value, (bool, str)):
        return None
    other = convert(theirs.value, theirs.unit, mine.unit)
    return None if other is None else round(mine.value - other, 6)


def _fact(
    numbers: Numbers, figure: Mention, segment: Segment, labels: list[Mention], reading: Reading, known: Known
) -> object:
    """A fact of the record: of the field that is named, or of any field where none is named."""
    if segment.has("no") and not segment.has("at_most", "at_least"):
        return None
    product = known.product
    fields = [name for label in labels for name in label.fields]
    if labels and not fields:
        return None
    named = bool(fields)
    candidates: Iterable[str] = fields if named else ("price", "rating", *product.attributes)
    if segment.has("left", "in_stock"):
        candidates = ("stock", *candidates)
    for value, unit, said in numbers:
        for name in candidates:
            fact = product.fact(name)
            if fact is None:
                continue
            if _holds(value, unit, said, fact, segment, named):
                if not named and unit is None and not _bare_allowed(name, segment, reading, known):
                    continue
                return Evidence(product.id, name, fact.value, fact.unit)
            if isinstance(fact.value, str) and named and _in_text(value, unit, said, fact.value):
                return Evidence(product.id, name, fact.value)
    return _told(numbers, figure, segment, labels, known)


def _holds(value: float, unit: str | None, said: str, fact: Attribute, segment: Segment, named: bool) -> bool:
    if same(value, unit, said, fact, rounded=segment.has("about")):
        return True
    bounded = named and segment.has("at_most", "at_least") and not segment.has("demand")
    if not bounded or isinstance(fact.value, (bool, str)):
        return False
    number = convert(fact.value, fact.unit, unit)
    if number is None:
        return False
    return number <= value if segment.has("at_most") else number >= value


def _bare_allowed(name: str, segment: Segment, reading: Reading, known: Known) -> bool:
    """A bare figure without a label counts only beside words that say what it is: stars for a rating, a budget."""
    if name == "price":
        return known.product.currency is None and reading.has("demand")
    return name == "stock" or (name == "rating" and segment.has("stars"))


def _in_text(value: float, unit: str | None, said: str, text: str) -> bool:
    told = fold(said)
    return f" {told} " in f" {fold(text)} " or any(
        one.value == value and (one.unit or one.currency) == unit for one in quantities(text)
    )


def _told(numbers: Numbers, figure: Mention, segment: Segment, labels: list[Mention], known: Known) -> object:
    """A figure of the record's own words: with its unit and, where a label is named, in the clause of that label."""
    place = next(index for index, one in enumerate(segment.mentions) if one is figure)
    around = segment.mentions[max(0, place - 1) : place + 2]
    beside = {one.said for one in around if one.kind in ("text", "known", "value")}
    for clause in known.clauses:
        if clause.place not in ("title", "description") and labels:
            continue
        for value, unit, said in numbers:
            inside = any(one.value == value and (one.unit or one.currency) == unit for one in clause.figures)
            if unit is not None and inside and all(label.said in clause.folded for label in labels):
                return Evidence(known.product.id, clause.place, None, span=clause.text.strip())
            if unit is None and any(_beside(word, fold(said), clause.folded) for word in beside):
                return Evidence(known.product.id, clause.place, None, span=clause.text.strip())
    return None


def _beside(word: str, figure: str, clause: str) -> bool:
    padded = f" {clause} "
    folded = fold(word)
    return f" {folded} {figure} " in padded or f" {figure} {folded} " in padded or f"{folded} {figure} " in padded
