"""Figures: each has to be its field's value in its unit, or a difference, a count or a limit that is true."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from assistant.reasons.audit_record import Known
from assistant.reasons.audit_scan import Findings, Mention, Reading, Segment
from assistant.vocabulary import Evidence
from catalog.languages.folding import fold
from catalog.languages.quantities import quantities
from catalog.measures import convert, dimension
from catalog.product import Attribute

Numbers: TypeAlias = list[tuple[float, str | None, str]]
"""(value, unit or currency, the words) for each way to read one figure."""
COUNTS = frozenset({"piece", "page", "sheet"})
NEAR = 0.02
"""A rounded figure may be this far off: 23.8 inch is told as 24 inch."""
SATISFIED = 4.0
TOP = 5.0


def check_figures(reading: Reading, known: Known) -> Findings:
    """Every figure of the sentence against the field, limit, count or difference that its words name."""
    found = Findings()
    pending: list[Mention] = []
    for segment in reading.segments:
        labels = segment.labels
        figures = [*segment.of("figure"), *_numerals(segment)]
        for figure in figures:
            owner = _governing(figure, segment, labels) if labels else pending
            _check(figure, segment, owner, reading, known, found)
        pending = labels if labels and not figures and not segment.of("value") else []
    return found


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
    figure: Mention, segment: Segment, labels: list[Mention], reading: Reading, known: Known, found: Findings
) -> None:
    numbers = list(_meanings(figure))
    proof = (
        _limit(numbers, segment, labels, known)
        or _count(numbers, segment, reading, known)
        or _scale(figure, segment, known)
        or _reviews(numbers, figure, segment, known)
        or _difference(numbers, segment, reading, known)
        or _fact(numbers, figure, segment, labels, reading, known)
    )
    if proof is None:
        found.why.append(f"figure: {figure.said}")
    elif isinstance(proof, Evidence):
        found.evidence.append(reading.placed(figure.said, proof))


def _meanings(figure: Mention) -> Iterator[tuple[float, str | None, str]]:
    """(value, unit or currency, the words) for each way to read a figure."""
    cue = figure.cue("number")
    if cue is not None:
        yield float(cue.name), None, figure.said
        return
    one = figure.figure
    assert one is not None
    for unit in (one.currency or one.unit, *one.alternatives):
        yield one.value, unit, figure.said


def same(value: float, unit: str | None, said: str, fact: Attribute, *, rounded: bool = False) -> bool:
    """Whether a told figure is a fact's: in its unit, to the digits that are told."""
    if isinstance(fact.value, bool) or not isinstance(fact.value, (int, float)):
        return False
    number = None if unit is None and fact.unit is not None else convert(fact.value, fact.unit, unit)
    if number is None and ((unit is None and fact.unit in COUNTS) or (unit in COUNTS and fact.unit is None)):
        number = fact.value
    if number is None:
        return False
    digits = "".join(letter for letter in said if letter.isdigit() or letter == ".").strip(".")
    decimals = len(digits.partition(".")[2])
    slack = 0.005 if dimension(unit) == "money" or dimension(fact.unit) == "money" else 0.5 * 10**-decimals
    if rounded:
        return abs(number - value) <= 0.1 * abs(number)
    return abs(number - value) <= min(slack, NEAR * abs(number)) + 1e-9


def _limit(numbers: Numbers, segment: Segment, labels: list[Mention], known: Known) -> object:
    """What the shopper set, or how far the record stays from it."""
    if not segment.has("demand"):
        return None
    fields = {name for label in labels for name in label.fields}
    for demand in known.ledger:
        if isinstance(demand.value, (bool, str, tuple)) or demand.value is None:
            continue
        if fields and demand.field not in fields and fields - {"price"}:
            continue
        limit = Attribute(float(demand.value), demand.unit)
        fact = known.product.fact(demand.field)
        for value, unit, said in numbers:
            if same(value, unit, said, limit):
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


def _count(numbers: Numbers, segment: Segment, reading: Reading, known: Known) -> object:
    """How many are shown, or fit."""
    if not reading.has("shown", "all"):
        return None
    true = set()
    if segment.has("shown"):
        true |= {known.shown_count, known.shown_count - 1}
    if segment.has("all"):
        true |= {len(known.among) + 1, len(known.among)}
    degree = any(one.cue("degree") for one in segment.mentions)
    for value, unit, _ in numbers:
        if value in true and unit in (None, "piece") and value > 0 and (degree or not segment.labels):
            return True
    return None


def _scale(figure: Mention, segment: Segment, known: Known) -> object:
    """The 5 of "4.5 of 5", behind the rating itself."""
    place = next(index for index, one in enumerate(segment.mentions) if one is figure)
    rating = known.product.fact("rating")
    before = [one for one in segment.mentions[:place] if one.figure is not None or one.cue("number")]
    if rating is None or not before or place == 0 or segment.mentions[place - 1].cue("scale") is None:
        return None
    top = next(_meanings(figure))[0] == TOP
    value, unit, said = next(_meanings(before[-1]))
    return True if top and same(value, unit if unit != "piece" else None, said, rating) else None


def _reviews(numbers: Numbers, figure: Mention, segment: Segment, known: Known) -> object:
    """How many reviews there are, and how many of them praise, complain, or mention something."""
    product = known.product
    if not segment.has("review") or not product.reviews:
        return None
    totals = {len(product.reviews)}
    for language in {one.language for one in product.reviews}:
        totals.add(sum(one.language == language for one in product.reviews))
    counts = _counted_reviews(segment, known)
    figures = [one for one in segment.mentions if one.figure or one.cue("number")]
    for value, unit, _ in numbers:
        if unit not in (None, "piece"):
            continue
        if len(figures) == 1 and not counts and value in totals:
            return Evidence(product.id, "reviews", value, None, "review")
        if len(figures) >= 2 and counts:
            pair = {int(next(_meanings(one))[0]) for one in figures[:2]}
            if any(pair == {part, whole} for part, whole in counts):
                return Evidence(product.id, "reviews", value, None, "review")
        if len(figures) == 1 and counts and any(value == part for part, _ in counts):
            return Evidence(product.id, "reviews", value, None, "review")
    return None


def _counted_reviews(segment: Segment, known: Known) -> list[tuple[int, int]]:
    """(how many, of how many) for what the segment counts, over all reviews and over those of one language."""
    reviews = known.product.reviews
    codes = sorted({one.language or "" for one in reviews})
    groups = [list(reviews), *([one for one in reviews if (one.language or "") == code] for code in codes)]
    found = []
    subject = [one.said for one in segment.mentions if one.kind == "text" or (one.kind == "known" and one.fields)]
    for group in groups:
        rated = [one for one in group if one.rating is not None]
        if segment.has("praise"):
            found.append((sum((one.rating or 0) >= SATISFIED for one in rated), len(group)))
        elif segment.has("complaint"):
            found.append((sum((one.rating or 0) <= 2 for one in rated), len(group)))
        elif segment.has("mention") and subject:
            found.append((sum(all(word in fold(one.text) for word in subject) for one in group), len(group)))
    return found


def _difference(numbers: Numbers, segment: Segment, reading: Reading, known: Known) -> object:
    """How far the product is from another that the sentence names, or that other's own figure."""
    named = [product for part in reading.segments for one in part.of("other") for product in one.products]
    if not named:
        return None
    degree = next((cue for one in segment.mentions if (cue := one.cue("degree"))), None)
    for value, unit, said in numbers:
        for name in ("price", "rating", *known.product.attributes):
            mine = known.product.fact(name)
            gaps = [_gap(mine, one.fact(name)) for one in named]
            if mine is None or isinstance(mine.value, (bool, str)):
                continue
            if degree and all(gap and same(value, unit, said, Attribute(abs(gap), mine.unit)) for gap in gaps):
                among = tuple(one.id for one in (known.product, *named))
                return Evidence(known.product.id, name, mine.value, mine.unit, "comparison", among)
            theirs = [one.fact(name) for one in named]
            told = all(fact is not None and same(value, unit, said, fact) for fact in theirs)
            if segment.of("other") and told and _labelled(name, segment):
                return True
    return None


def _labelled(name: str, segment: Segment) -> bool:
    return not segment.labels or any(name in label.fields for label in segment.labels)


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
            if _holds(value, unit, said, fact, segment):
                if not named and unit is None and not _bare_allowed(name, segment):
                    continue
                return Evidence(product.id, name, fact.value, fact.unit)
            if isinstance(fact.value, str) and named and _in_text(value, unit, said, fact.value):
                return Evidence(product.id, name, fact.value)
    return _told(numbers, figure, segment, labels, known)


def _holds(value: float, unit: str | None, said: str, fact: Attribute, segment: Segment) -> bool:
    if same(value, unit, said, fact, rounded=segment.has("about")):
        return True
    if not segment.has("at_most", "at_least") or isinstance(fact.value, (bool, str)):
        return False
    number = convert(fact.value, fact.unit, unit)
    if number is None:
        return False
    return number <= value if segment.has("at_most") else number >= value


def _bare_allowed(name: str, segment: Segment) -> bool:
    """A bare figure without a label counts only beside words that say what it is: stars for a rating."""
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
