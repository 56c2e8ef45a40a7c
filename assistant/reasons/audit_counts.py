"""Figures that count: products shown or fitting, reviews, the top of a scale."""

from __future__ import annotations

from assistant.reasons.audit_match import Numbers, meanings, same
from assistant.reasons.audit_record import Known
from assistant.reasons.audit_scan import Mention, Reading, Segment
from assistant.vocabulary import Evidence
from catalog.languages.folding import fold

SATISFIED = 4.0
TOP = 5.0


def count(numbers: Numbers, segment: Segment, reading: Reading, known: Known) -> object:
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


def scale(figure: Mention, segment: Segment, known: Known) -> object:
    """The 5 of "4.5 of 5", behind the rating itself."""
    place = next(index for index, one in enumerate(segment.mentions) if one is figure)
    rating = known.product.fact("rating")
    before = [one for one in segment.mentions[:place] if one.figure is not None or one.cue("number")]
    if rating is None or not before or place == 0 or segment.mentions[place - 1].cue("scale") is None:
        return None
    top = next(meanings(figure))[0] == TOP
    value, unit, said = next(meanings(before[-1]))
    return True if top and same(value, unit if unit != "piece" else None, said, rating) else None


def reviews(numbers: Numbers, figure: Mention, segment: Segment, known: Known) -> object:
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
            pair = {int(next(meanings(one))[0]) for one in figures[:2]}
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
