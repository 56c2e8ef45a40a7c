"""What proves that a message is about goods, whatever else its words recall: a bound, a refused brand, a feature."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.languages.dialogue import dialogue
from assistant.understanding.message.page import Page
from catalog.measures import dimension

CERTAIN = 0.85
"""The classifier's confidence from which a message that bounds a figure is about the shop all the same."""


def bounds_goods(page: Page) -> bool:
    """Whether a message beside a running need bounds a figure that is no time, and is not surely about the shop."""
    types = page.state.want.types if page.state.want is not None else ()
    bounds = any(span.cue("at_most", "at_most_after", "at_least", "at_least_after") for span in page.spans)
    bounds = bounds or _names_figure(page, types)
    figures = [span.quantity for span in page.spans if span.quantity is not None]
    if dialogue().matches("out_of_scope", page.reading.plain):
        return False  # What's 2 plus 2.
    timed = any(dimension(one.unit) == "time" and not page.columns.measured_in(str(one.unit), types) for one in figures)
    return page.state.want is not None and bounds and bool(figures) and not timed and page.guess.confidence < CERTAIN


def _names_figure(page: Page, types: Sequence[str]) -> bool:
    """Whether a word is the name of a column of figures that the wanted goods fill: area about 300 m²."""
    named = (page.lexicon.fields.get(name) for span in page.spans for name in span.roles.get("field", ()))
    return bool(types) and any(one is not None and one.kind == "number" and one.held_by(types) for one in named)


def names_part_of_want(page: Page) -> bool:
    """Whether a message of few words names a feature that the records of what is wanted already tell."""
    types = page.state.want.types if page.state.want is not None else ()
    named = {name for span in page.spans for name in span.roles.get("feature", ())}
    return bool(types) and any(
        page.lexicon.fields[name].held_by(types) for name in named if name in page.lexicon.fields
    )


def rates_goods(page: Page) -> bool:
    """Whether a figure or a wish says how well the goods have to be rated: reviews better than 3 stars."""
    if any(
        name == "rating_more" and level != "words" for one in page.spans for name, level in one.roles.get("wish", ())
    ):
        return True
    rating = any("rating" in span.roles.get("concept", ()) for span in page.spans)
    return rating and sum(span.quantity is not None for span in page.spans) == 1


def refuses_brand(page: Page) -> bool:
    """Whether a message begins by refusing a brand, so that what follows only says why: no Sony, they never answer."""
    told = [at for at, span in enumerate(page.spans) if not (span.mark or page.is_filler(at)) or span.cue("not")]
    if len(told) < 2 or not page.spans[told[0]].cue("not"):
        return False
    after = page.spans[told[1]]
    return "brand" in after.roles and not any(page.ends_clause(at) for at in range(told[0], told[1]))


def tells_gift(page: Page) -> bool:
    """Whether it tells both whom and which day something is for: she turns seven on her birthday."""
    said = {field for span in page.spans for field in span.roles.get("person", ())}
    return "occasions" in said and bool({"recipients", "age_after"} & said)
