"""Whether the figures of a message measure goods, or bound what is wanted, and count no pieces."""

from __future__ import annotations

from assistant.understanding.message.page import Page
from assistant.vocabulary import Act

SURE = 0.8
"""The classifier's confidence in the basket from which a bounded bare figure still counts pieces."""


def measures(page: Page) -> bool:
    """Whether it states a measure, or bounds a bare figure, as a demand on products does; one more piece is none."""
    figures = [span.quantity for span in page.spans if span.quantity is not None]
    bounded = not page.guess.is_one_of((Act.CART,), SURE) and bounds(page)
    return any(
        one.currency
        or one.unit not in (None, "piece")
        or one.high is not None
        or (bounded and one.unit in (None, "piece"))
        for one in figures
    )


def only_measures(page: Page) -> bool:
    """Whether its figures all have a unit, so that none counts pieces: 长度要1米2的."""
    figures = [span.quantity for span in page.spans if span.quantity is not None]
    return bool(figures) and all(one.unit not in (None, "piece") for one in figures)


def bounds_figure(page: Page) -> bool:
    """Whether it bounds a figure that has a unit: five years or more."""
    figures = [span.quantity for span in page.spans if span.quantity is not None]
    return bounds(page) and any(one.unit not in (None, "piece") for one in figures)


def bounds(page: Page) -> bool:
    """Whether it says that something is the least, the most or about so: 60 or more."""
    cues = ("at_most", "at_most_after", "at_least", "at_least_after", "about", "about_after")
    return any(span.cue(*cues) for span in page.spans)
