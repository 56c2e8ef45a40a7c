"""Comparatives and superlatives: each names its field and its rivals, and has to hold against all of them."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.reasons.audit_counts import counts_in, outdone
from assistant.reasons.audit_record import Known
from assistant.reasons.audit_scan import Findings, Mention, Reading, Segment
from assistant.vocabulary import Evidence
from catalog.languages.folding import fold
from catalog.measures import convert
from catalog.product import Attribute, Product


def check_degrees(reading: Reading, known: Known) -> Findings:
    """Every comparative and superlative of the sentence against the records of those it compares."""
    found = Findings()
    before: list[Mention] = []
    for segment in reading.segments:
        for mention in segment.mentions:
            cues = [cue.name for cue in mention.cues if cue.kind == "degree"]
            if not cues or (mention.cue("majority") and segment.has("review")):
                continue
            judged = (_judged(mention, name, segment, before, reading, known) for name in cues)
            proof = next((one for one in judged if one is not None), None)
            if proof is None:
                found.why.append(f"degree: {mention.said}")
            elif isinstance(proof, Evidence):
                found.evidence.append(reading.placed(mention.said, proof))
        before = segment.labels or before
    return found


def _judged(
    mention: Mention, name: str, segment: Segment, before: list[Mention], reading: Reading, known: Known
) -> object:
    concept, _, sort = name.partition(":")
    fields = _fields(concept, mention, segment, before, reading, known)
    if not fields:
        return _bound_phrase(mention, sort, segment)
    less = sort.endswith(("less", "least"))
    if sort in ("less", "more") and segment.has("nobody"):
        sort = f"none_{sort}"
    if segment.has("no") and not sort.startswith("none_"):
        return None
    figures = segment.of("figure")
    rivals, among = _compared(sort, segment, reading, known)
    if rivals is None:
        return _bounded(fields, less, segment, known) if figures or segment.has("demand") else None
    if not rivals:
        return None
    for field in fields:
        mine = known.product.fact(field)
        if mine is None or isinstance(mine.value, (bool, str)):
            continue
        theirs = [_number(one.fact(field), mine.unit) for one in rivals]
        part = outdone(segment, known) if sort in ("less", "more") else None
        if part is not None:
            holds = sum(one is not None and _beats(mine.value, one, less) for one in theirs) >= part[0]
        elif segment.has("majority") and not sort.endswith("st"):
            holds = sum(one is not None and _beats(mine.value, one, less) for one in theirs) * 2 > len(theirs)
        elif any(one is None for one in theirs):
            continue
        elif sort.startswith("none_"):
            holds = all(not _beats(one, mine.value, less) for one in theirs if one is not None)
        else:
            holds = all(_beats(mine.value, one, less) for one in theirs if one is not None)
        if holds:
            kind = "superlative" if isinstance(among, int) else "comparison"
            return Evidence(known.product.id, field, mine.value, mine.unit, kind, among)
    return None


def _bound_phrase(mention: Mention, sort: str, segment: Segment) -> object:
    """Degree words of a set phrase about a limit ("less than") claim nothing by themselves."""
    if segment.has("demand") and (mention.cue("below") or mention.cue("above")):
        return True
    return None


def _fields(
    concept: str, mention: Mention, segment: Segment, before: list[Mention], reading: Reading, known: Known
) -> list[str]:
    assert reading.words is not None
    names = reading.words.degrees[concept]
    if names:
        return [name for label in names for name in known.fields(fold(label))]
    labels = segment.labels
    if labels:
        place = segment.mentions.index(mention)
        after = [one for one in labels if segment.mentions.index(one) > place]
        labels = after[:1] or labels[-1:]
    else:
        labels = before[-1:]
    return [name for label in labels for name in label.fields]


def _compared(
    sort: str, segment: Segment, reading: Reading, known: Known
) -> tuple[Sequence[Product] | None, tuple[str, ...] | int | None]:
    """The products that the claim sets itself against, and how the proof names them; None where it names none."""
    parts = (segment,) if segment.of("other") or segment.has("shown") else reading.segments
    named = [product for part in parts for one in part.of("other") for product in one.products]
    if named and sort in ("less", "more"):
        return named, tuple(one.id for one in (known.product, *named))
    if reading.has("all") and (segment.has("all") or not segment.has("shown")):
        counts = {int(value) for part in reading.segments for value in counts_in(part)}
        if counts and len(known.among) + 1 not in counts and not counts & {known.shown_count}:
            return (), None
        return known.among, len(known.among) + 1
    if reading.has("shown"):
        return known.others, tuple(one.id for one in (known.product, *known.others))
    return None, None


def _bounded(fields: list[str], less: bool, segment: Segment, known: Known) -> object:
    """ "Lighter than 1 kg", "cheaper than your limit": a comparison with a figure."""
    for field in fields:
        mine = known.product.fact(field)
        if mine is None or isinstance(mine.value, (bool, str)):
            continue
        told = [one.figure for one in segment.of("figure") if one.figure]
        bounds = [(one.value, one.currency or one.unit) for one in told if one.unit or one.currency]
        if segment.has("demand"):
            bounds += [
                (float(one.value), one.unit)
                for one in known.ledger
                if one.field == field and isinstance(one.value, (int, float)) and not isinstance(one.value, bool)
            ]
        for value, unit in bounds:
            number = _number(mine, unit)
            if number is not None and _beats(number, value, less):
                return Evidence(known.product.id, field, mine.value, mine.unit)
    return None


def _number(fact: Attribute | None, unit: str | None) -> float | None:
    if fact is None or isinstance(fact.value, (bool, str)):
        return None
    return convert(fact.value, fact.unit, unit)


def _beats(mine: float, other: float, less: bool) -> bool:
    return mine < other - 1e-9 if less else mine > other + 1e-9
