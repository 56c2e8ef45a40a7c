"""Figures that count: products shown or fitting, reviews, the top of a scale."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.reasons.audit_match import Numbers, meanings, same
from assistant.reasons.audit_record import Known
from assistant.reasons.audit_scan import Mention, Reading, Segment
from catalog.languages.folding import fold

SATISFIED = 4.0
TOP = 5.0


def count(numbers: Numbers, segment: Segment, reading: Reading, known: Known) -> object:
    """How many are shown, fit, or are outdone."""
    if not reading.has("shown", "all"):
        return None
    true: set[float] = set()
    if segment.has("shown"):
        true |= {known.shown_count, known.shown_count - 1 if segment.has("others") else known.shown_count}
    if segment.has("all"):
        true |= {len(known.among) + 1, len(known.among)}
    degree = segment.has("degree")
    true |= set(outdone(segment, known) or ()) if degree else set()
    for value, unit, _ in numbers:
        if value in true and unit in (None, "piece") and value > 0 and (degree or not segment.labels):
            return True
    return None


def counts_in(segment: Segment, but: Sequence[Mention] = ()) -> list[float]:
    """The whole numbers without a unit of a segment, in figures and in words."""
    counting = [one for one in segment.mentions if (one.figure or _numeral(one)) and all(one is not two for two in but)]
    found = [next(meanings(one)) for one in counting]
    return [value for value, unit, _ in found if unit in (None, "piece") and value % 1 == 0]


def _numeral(mention: Mention) -> bool:
    return mention.cue("number") is not None and mention.cue("safe") is None


def outdone(segment: Segment, known: Known) -> tuple[float, float] | None:
    """(three, four) of "cheaper than three of the other four"."""
    told = counts_in(segment)
    others = float(known.shown_count - 1)
    if len(told) != 2 or others not in told or not segment.has("shown"):
        return None
    return min(told), others


def scale(figure: Mention, segment: Segment, reading: Reading, known: Known) -> object:
    """The 5 of "4.5 of 5", behind the rating itself."""
    place = next(index for index, one in enumerate(segment.mentions) if one is figure)
    rating = known.product.fact("rating")
    if rating is None or place == 0 or segment.mentions[place - 1].cue("scale") is None:
        return None
    told = [one for part in reading.segments for one in part.mentions if one.figure is not None or _numeral(one)]
    before = told[: next(index for index, one in enumerate(told) if one is figure)]
    if not before or next(meanings(figure))[0] != TOP:
        return None
    return True if any(same(value, None, said, rating) for value, _, said in meanings(before[-1])) else None


def reviews(numbers: Numbers, figure: Mention, segment: Segment, reading: Reading, known: Known) -> object:
    """How many reviews there are, and how many of them praise, complain, or mention something."""
    product = known.product
    if not reading.has("review") or not product.reviews or (segment.labels and not _star_floors(segment)):
        return None
    totals = {len(product.reviews)}
    for language in {one.language for one in product.reviews}:
        totals.add(sum(one.language == language for one in product.reviews))
    if numbers[0][0] == 1 and not any(letter.isdecimal() for letter in figure.said):
        return True
    floors = [one for part in reading.segments for one in _star_floors(part)]
    if any(one is figure for one in floors):
        return True
    told = [value for part in reading.segments for value in counts_in(part, but=floors)]
    counts = [pair for part in reading.segments for pair in _counted_reviews(part, known)]
    for value, unit, _ in numbers:
        if unit not in (None, "piece"):
            continue
        if not counts:
            true = len(told) == 1 and value in totals and segment.has("review")
        elif len(told) == 1:
            true = any(value == part for part, _ in counts)
        else:
            true = any(set(told[:2]) == {part, whole} for part, whole in counts) and value in told[:2]
        if true:
            return True
    return None


def _star_floors(segment: Segment) -> list[Mention]:
    """The 4 of "4 stars or more"."""
    if not segment.has("at_least"):
        return []
    pairs = zip(segment.mentions, segment.mentions[1:], strict=False)
    told = [one for one, after in pairs if (one.figure or one.cue("number")) and after.cue("stars")]
    return [one for one in told if next(meanings(one))[0] == SATISFIED]


def _counted_reviews(segment: Segment, known: Known) -> list[tuple[int, int]]:
    """(how many, of how many) for what the segment counts, over all reviews and over those of one language."""
    reviews = known.product.reviews
    codes = sorted({one.language or "" for one in reviews})
    groups = [list(reviews), *([one for one in reviews if (one.language or "") == code] for code in codes)]
    found = []
    subject = [one.said for one in segment.mentions if one.kind == "text" or (one.kind == "known" and one.fields)]
    for group in groups:
        rated = [one for one in group if one.rating is not None]
        if segment.has("praise") or _star_floors(segment):
            found.append((sum((one.rating or 0) >= SATISFIED for one in rated), len(group)))
        elif segment.has("complaint"):
            found.append((sum((one.rating or 0) <= 2 for one in rated), len(group)))
        elif segment.has("mention") and subject:
            found.append((sum(all(word in fold(one.text) for word in subject) for one in group), len(group)))
    return found
