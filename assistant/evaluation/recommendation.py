"""How well what shoppers had foretells what they had next: collaborative filtering against popularity, on public logs.

Films: a tenth of each person's ratings held out at random, or the latest. Games: each shopper's last. What ships is
chosen and fitted on the rest alone, as `learn` does it.
"""

from __future__ import annotations

import argparse
import gzip
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from assistant.evaluation.tables import Cell, Measured, Table
from assistant.personalization.collaborative import INVERTED, WAYS, fitted, learn_collaborative
from assistant.personalization.event_log import Event
from assistant.personalization.interactions import RATING, History, histories, interactions, rating_scale
from assistant.personalization.item_models import MOST_INVERTED
from assistant.personalization.recommender import Recommender
from assistant.settings import data_folder
from catalog.errors import SetupError

TOP = 10
HELD = 0.1
COLUMNS = ("log", "system", "nDCG@10", "recall@10", "MAP@10", "products ever shown", "shoppers")
Split = tuple[list[Event], dict[str, set[str]]]


def add_options(parser: argparse.ArgumentParser) -> None:
    """The seed and how many shoppers are measured."""
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--shoppers", type=int, default=4000, help="so many are measured, at most")


def run(options: argparse.Namespace) -> Measured:
    """One table: each log by each way, and by what `learn` chooses."""
    folder = data_folder(os.environ)
    if folder is None:
        raise SetupError("The public logs are missing. Name their folder in DAOGOU_DATA.")
    splits = {
        "films, at random": _films(folder, options.seed, latest=False),
        "films, the latest": _films(folder, options.seed, latest=True),
        "games, the last": _games(folder, options.seed, options.shoppers),
    }
    rows = [row for name, split in splits.items() for row in _measured(name, split, options.shoppers, options.seed)]
    note = "Films: MovieLens-100k, 943 people. What a shopper had is never listed; unrated counts as unwanted."
    return Measured((Table("What a shopper may want next", COLUMNS, tuple(rows), (note,)),))


def _measured(name: str, split: Split, most: int, seed: int) -> Iterator[tuple[Cell, ...]]:
    events, wanted = split
    told = interactions(events)
    chosen, tried = learn_collaborative(told, seed)
    systems = {way: fitted(told, way) for way in WAYS if way != INVERTED or len(told.products) <= MOST_INVERTED}
    own = histories(events, rating_scale(events))
    shoppers = sorted(wanted)[:most]
    for system, model in {**systems, f"ours ({tried[0].way} chosen)": chosen}.items():
        recommender = Recommender(model)
        lists = [
            [one for one, _ in recommender.recommend(own.get(shopper, History((), ())), TOP)] for shopper in shoppers
        ]
        each = np.array([_judged(found, wanted[shopper]) for found, shopper in zip(lists, shoppers, strict=True)])
        shown = len({one for found in lists for one in found}) / len(told.products)
        yield (name, system, *map(float, each.mean(axis=0)), shown, len(shoppers))


def _judged(found: Sequence[str], wanted: set[str]) -> tuple[float, float, float]:
    """nDCG, recall and average precision of one list."""
    hits = np.array([one in wanted for one in found], dtype=float)
    places = np.arange(1, len(found) + 1)
    best = (1 / np.log2(np.arange(2, min(TOP, len(wanted)) + 2))).sum()
    precision = np.cumsum(hits) / places
    return (
        float((hits / np.log2(places + 1)).sum() / best),
        float(hits.sum() / len(wanted)),
        float((precision * hits).sum() / min(TOP, len(wanted))),
    )


def _films(folder: Path, seed: int, latest: bool) -> Split:
    by_shopper: dict[str, list[Event]] = {}
    with gzip.open(folder / "movielens_100k" / "u.data.gz", "rt") as file:
        for line in file:
            shopper, product, value, time = line.split()
            by_shopper.setdefault(shopper, []).append(Event(shopper, product, RATING, float(time), float(value)))
    drawn = np.random.default_rng(seed)
    kept: list[Event] = []
    wanted: dict[str, set[str]] = {}
    for shopper, own in by_shopper.items():
        ordered = sorted(own, key=lambda one: one.time) if latest else [own[at] for at in drawn.permutation(len(own))]
        count = max(1, int(len(own) * HELD))
        kept += ordered[:-count]
        wanted[shopper] = {one.product for one in ordered[-count:]}
    return sorted(kept, key=lambda one: one.time), wanted


def _games(folder: Path, seed: int, most: int) -> Split:
    with gzip.open(folder / "games" / "sequences.tsv.gz", "rt") as file:
        next(file)
        rows = [line.rstrip("\n").split("\t") for line in file]
    sequences = {shopper: products.split() for shopper, products in rows}
    long = [shopper for shopper, products in sequences.items() if len(products) > 3]
    asked = {long[at] for at in np.random.default_rng(seed).permutation(len(long))[:most]}
    kept = [
        Event(shopper, product, "purchase", float(at))
        for shopper, products in sequences.items()
        for at, product in enumerate(products[:-1] if shopper in asked else products)
    ]
    return sorted(kept, key=lambda one: one.time), {shopper: {sequences[shopper][-1]} for shopper in asked}
