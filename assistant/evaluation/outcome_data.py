"""Examples of satisfaction from public ratings, and of clicks and purchases from a seeded simulator."""

from __future__ import annotations

import csv
import gzip
import math
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from assistant.ranking.heads import Rows
from assistant.ranking.made_queries import Pool

LEAST_HISTORY = 3
FAMILIAR = 5.0
"""Ratings that a mean of all counts in an item's or a shopper's own mean."""


@dataclass(frozen=True, slots=True)
class Examples:
    """Rows of features with what happened, and the item or query that each belongs to."""

    features: tuple[str, ...]
    rows: Rows
    happened: tuple[bool, ...]
    groups: tuple[str, ...]


def clothing(folder: Path) -> Examples | None:
    """Recommended or not: an item's later reviews by its earlier ones, the shopper's age and the item's shelf."""
    path = folder / "reviews_en" / "reviews.csv.gz"
    if not path.exists():
        return None
    reviews: dict[str, list[dict[str, str]]] = defaultdict(list)
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            reviews[row["Clothing ID"]].append(row)
    rows: list[list[float]] = []
    happened: list[bool] = []
    groups: list[str] = []
    for item, own in reviews.items():
        earlier, later = own[: len(own) // 2], own[len(own) // 2 :]
        if len(earlier) < LEAST_HISTORY:
            continue
        ratings = [float(row["Rating"]) for row in earlier]
        for row in later:
            shelf = [float(row["Department Name"] == name) for name in ("Tops", "Dresses", "Bottoms", "Intimate")]
            rows.append([_mean(ratings, 4.2), _spread(ratings), math.log1p(len(ratings)), float(row["Age"]), *shelf])
            happened.append(row["Recommended IND"] == "1")
            groups.append(item)
    features = ("rating", "rating_spread", "rated_by", "age", "tops", "dresses", "bottoms", "intimate")
    return Examples(features, np.array(rows), tuple(happened), tuple(groups))


def films(folder: Path) -> Examples | None:
    """A rating of 4 or 5: what was rated later by what was known of film and shopper when it was rated."""
    path = folder / "movielens_100k" / "u.data.gz"
    if not path.exists():
        return None
    with gzip.open(path, "rt", encoding="utf-8") as file:
        told = sorted((int(time), user, item, float(rating)) for user, item, rating, time in map(str.split, file))
    of_item: dict[str, list[float]] = defaultdict(list)
    of_user: dict[str, list[float]] = defaultdict(list)
    rows: list[list[float]] = []
    happened: list[bool] = []
    groups: list[str] = []
    for _, user, item, rating in told:
        film, own = of_item[item], of_user[user]
        if len(film) >= LEAST_HISTORY and len(own) >= LEAST_HISTORY:
            rows.append([_mean(film, 3.5), _spread(film), math.log1p(len(film)), _mean(own, 3.5), math.log1p(len(own))])
            happened.append(rating >= 4)
            groups.append(item)
        film.append(rating)
        own.append(rating)
    features = ("rating", "rating_spread", "rated_by", "shopper_mean", "shopper_ratings")
    return Examples(features, np.array(rows), tuple(happened), tuple(groups))


SHOWN = 10
SEEN_AT_FIRST = 0.95


def simulated(pools: Sequence[Pool], scores: Sequence[Sequence[float]], seed: int, visits: int) -> dict[str, Examples]:
    """Clicks and purchases of made-up shoppers, who see the first places more and like what fits, is cheap and rated.

    The examples of `purchase` are the clicked ones. Chances are ours, so nothing is learnt of real shoppers.
    """
    dice = random.Random(seed)
    clicks: list[tuple[list[float], bool, str]] = []
    purchases: list[tuple[list[float], bool, str]] = []
    for number in range(visits):
        at = number % len(pools)
        pool = pools[at]
        goods = {title: random.Random(f"{seed} {title}") for title, _ in pool.texts}
        facts = {title: (own.random(), own.uniform(2.5, 5.0), own.random() < 0.9) for title, own in goods.items()}
        for place, (which, row) in enumerate(_listed(pool, scores[at], facts, dice)):
            price, rating, stock = facts[pool.texts[which][0]]
            grade = pool.grades[which]
            seen = dice.random() < SEEN_AT_FIRST / math.log2(place + 2)
            clicked = seen and dice.random() < _chance(1.3 * grade - 2.8 - price + 0.5 * (rating - 4))
            clicks.append((row, clicked, pool.query))
            if clicked:
                bought = stock and dice.random() < _chance(0.9 * grade - 2.2 - 1.5 * price + rating - 4)
                purchases.append((row, bought, pool.query))
    return {"click": _examples(clicks), "purchase": _examples(purchases)}


def _listed(
    pool: Pool, scores: Sequence[float], facts: dict[str, tuple[float, float, bool]], dice: random.Random
) -> Iterator[tuple[int, list[float]]]:
    """The texts in a slightly shuffled order of their scores, each with its features as the shop knows them."""
    jittered = sorted(range(len(scores)), key=lambda at: -(scores[at] + dice.gauss(0, 0.15)))
    for place, at in enumerate(jittered[:SHOWN]):
        price, rating, stock = facts[pool.texts[at][0]]
        yield at, [scores[at], price, rating, float(stock), 1 / math.log2(place + 2)]


def _examples(told: Sequence[tuple[list[float], bool, str]]) -> Examples:
    features = ("relevance", "price_position", "rating", "in_stock", "place")
    rows, happened, groups = zip(*told, strict=True)
    return Examples(features, np.array(rows), tuple(happened), tuple(groups))


def _mean(ratings: Sequence[float], usual: float) -> float:
    return (sum(ratings) + FAMILIAR * usual) / (len(ratings) + FAMILIAR)


def _spread(ratings: Sequence[float]) -> float:
    return float(np.std(ratings))


def _chance(value: float) -> float:
    return 1 / (1 + math.exp(-value))
