"""What a shop's events say of its products, as the order uses it: learnt, kept in the home, read when it opens."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from assistant.personalization.event_log import Event
from assistant.ranking.heads import Bin, Head, fit_head, reliability
from assistant.ranking.outcome_examples import FEATURES, OUTCOMES, Judge, examples, now
from assistant.ranking.query_fit import QueryFit
from catalog.errors import SetupError
from catalog.product import EMPTY, Product
from catalog.student.kept_weights import keep, kept

HOME_FOLDER = "outcomes"
"""Where `learn --home D` puts what it learnt."""
WORTH: Mapping[str, float] = MappingProxyType({"click": 0.2, "purchase": 0.5, "satisfaction": 0.3})
"""What each outcome counts where all have a head; those without one leave their share to the others."""
MEND = "Learn it again with: python -m assistant learn EVENTS"
PARTS = 10


@dataclass(frozen=True, slots=True)
class Outcomes:
    """Product -> its place in the shop by what shoppers are likely to do with it: 0 the least, 1 the most."""

    places: Mapping[str, float] = EMPTY
    fits: tuple[QueryFit, ...] = ()
    """The heads that know searches; their products stand in the order of ids."""
    rows: Mapping[str, int] = field(init=False, repr=False, compare=False, default=EMPTY)

    def __post_init__(self) -> None:
        object.__setattr__(self, "rows", {one: at for at, one in enumerate(sorted(self.places))} if self.fits else {})

    def place(self, product: str, relevance: float | None = None, match: float | None = None) -> float | None:
        """The product's place, for a search that it fits so well; None where the log says nothing of it."""
        if product not in self.rows or (relevance is None and match is None):
            return self.places.get(product)
        worth = [WORTH[one.outcome] for one in self.fits]
        each = [one.place(self.rows[product], (relevance, match)) for one in self.fits]
        return sum(part * own for part, own in zip(worth, each, strict=True)) / sum(worth)


@dataclass(frozen=True, slots=True)
class Learnt:
    """One outcome: its head, or None where the log has too little of it; how many examples there were; reliability."""

    outcome: str
    head: Head | None
    examples: int
    happened: int
    bins: tuple[Bin, ...] = ()


def learn(
    events: Sequence[Event], products: Mapping[str, Product], judge: Judge | None = None
) -> tuple[Outcomes | None, tuple[Learnt, ...]]:
    """The places of the products, None where no outcome has a head, and what was learnt of each outcome; `judge` tells
    how well a product fits the search that an event came from."""
    told: list[Learnt] = []
    for outcome, found in examples(events, products, judge).items():
        head = fit_head(outcome, FEATURES, found.rows, found.happened, found.products)
        bins = reliability(list(head.chance(found.rows)), found.happened, PARTS) if head else ()
        told.append(Learnt(outcome, head, len(found.happened), sum(found.happened), bins))
    heads = [one.head for one in told if one.head]
    if not heads:
        return None, tuple(told)
    ids, rows = now(events, products)
    worth = np.array([WORTH[head.outcome] for head in heads])
    each = np.array([_places(head.chance(rows)) for head in heads])
    mixed = (worth[:, None] * each).sum(axis=0) / worth.sum()
    places = dict(zip(ids, map(float, mixed), strict=True))
    fits = tuple(QueryFit.of(head, rows) for head in heads)
    return Outcomes(places, fits if any(one.slopes[:, 2].any() for one in fits) else ()), tuple(told)


def write_outcomes(folder: Path, outcomes: Outcomes, told: Sequence[Learnt]) -> None:
    """Writes places and card with a checksum; until the last step the folder holds the old ones whole."""
    ids = sorted(outcomes.places)
    names = np.frombuffer("\n".join(ids).encode(), dtype=np.uint8)
    places = np.array([outcomes.places[one] for one in ids], dtype=np.float32)
    tensors = {"products": names, "places": places}
    for one in outcomes.fits:
        tensors |= {f"{one.outcome}_odds": one.odds, f"{one.outcome}_slopes": one.slopes}
    keep(folder, "outcomes", tensors, {}, card(told, len(ids)))


def read_outcomes(folder: Path) -> Outcomes | None:
    """What a home has learnt; None where it has learnt nothing, or where the file is damaged, which a warning says."""
    if not folder.exists():
        return None
    try:
        found = kept(folder, MEND).tensors
    except SetupError as error:
        logging.getLogger(__name__).warning("%s Until then the order goes without it.", error)
        return None
    ids = found["products"].tobytes().decode().split("\n")
    fits = tuple(
        QueryFit(outcome, found[f"{outcome}_odds"], found[f"{outcome}_slopes"])
        for outcome in OUTCOMES
        if f"{outcome}_odds" in found
    )
    return Outcomes(dict(zip(ids, map(float, found["places"]), strict=True)), fits)


def card(told: Sequence[Learnt], products: int) -> str:
    """The text of CARD.md."""
    rows = "\n".join(
        f"| {one.outcome} | {one.examples} | {one.happened} | {'yes' if one.head else 'silent'} |" for one in told
    )
    weights = "\n".join(
        f"| {one.outcome} | " + " | ".join(f"{weight:+.2f}" for weight in one.head.weights) + " |"
        for one in told
        if one.head
    )
    curve = "\n".join(
        f"| {one.outcome} | {part.told:.3f} | {part.happened:.3f} | {part.count} |" for one in told for part in one.bins
    )
    return f"""# What this shop's events say of {products} products

Made by `python -m assistant learn` from the shop's own log; nothing of it leaves the home.

| outcome | examples | happened | head |
|---|---|---|---|
{rows}

Weights of the standardised features:

| outcome | {" | ".join(FEATURES)} |
|{"---|" * (len(FEATURES) + 1)}
{weights}

Reliability (chance told, share that happened, examples):

| outcome | told | happened | examples |
|---|---|---|---|
{curve}
"""


def _places(chances: NDArray[np.float64]) -> NDArray[np.float64]:
    """The share of products with a lower chance, equal ones in the middle of theirs."""
    ordered = np.sort(chances)
    below, to = np.searchsorted(ordered, chances, "left"), np.searchsorted(ordered, chances, "right")
    return (below + to - 1) / 2 / max(1, len(chances) - 1)
