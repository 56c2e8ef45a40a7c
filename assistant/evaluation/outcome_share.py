"""How much say shoppers' likely deeds should have in an order: simulated shops, so the figures are of our making."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence

import numpy as np

from assistant.evaluation.tables import Cell, Table
from assistant.personalization.event_log import Event
from assistant.ranking.made_queries import Pool
from assistant.ranking.outcomes import Outcomes, learn
from assistant.ranking.pool_measures import interval, ndcg
from catalog.product import Product

SHARES = (0.0, 0.05, 0.1, 0.15, 0.2, 0.3, 0.5)
SHOWN, BOUGHT_FROM = 10, 5
HOUR = 3600.0


def share_table(pools: Sequence[Pool], scores: Sequence[Sequence[float]], seed: int, visits: int) -> Table:
    """Share -> purchases to be expected of a hundred lists' first five goods, and nDCG@10 of the relevance.

    The first half of the queries is what the shoppers of the log asked, the other half is measured on.
    """
    goods = _goods(pools, seed)
    half = len(pools) // 2
    fits = {
        (pool.query, title): score
        for pool, own in zip(pools, scores, strict=True)
        for (title, _), score in zip(pool.texts, own, strict=True)
    }
    log = _log(pools[:half], scores[:half], goods, seed, visits)
    outcomes, _ = learn(log, goods, lambda query, product: (fits[(query, product.title)], math.nan))
    rows = [_row(share, pools[half:], scores[half:], goods, outcomes or Outcomes()) for share in SHARES]
    return Table(
        "Share of outcomes in the order (simulated)",
        ("share", "purchases per 100 lists", "90 %", "nDCG@10 of relevance"),
        tuple(rows),
        ("Shoppers, prices, stock and ratings are simulated; a real shop sets `outcomes` by its own.",),
    )


def _row(
    share: float,
    pools: Sequence[Pool],
    scores: Sequence[Sequence[float]],
    goods: dict[str, Product],
    outcomes: Outcomes,
) -> tuple[Cell, ...]:
    bought, relevance = [], []
    for pool, own in zip(pools, scores, strict=True):
        places = [outcomes.place(title, score) for (title, _), score in zip(pool.texts, own, strict=True)]
        mixed = [
            (1 - share) * score + share * (0.5 if place is None else place)
            for score, place in zip(own, places, strict=True)
        ]
        order = sorted(range(len(mixed)), key=lambda at: -mixed[at])[:BOUGHT_FROM]
        bought.append(
            100
            * sum(
                _seen(place) * _click(goods[pool.texts[at][0]], pool.grades[at]) * _buy(goods, pool, at)
                for place, at in enumerate(order)
            )
        )
        relevance.append(ndcg(mixed, pool.grades))
    low, high = interval(bought)
    return (share, float(np.mean(bought)), f"{low:.1f} to {high:.1f}", float(np.nanmean(relevance)))


def _goods(pools: Sequence[Pool], seed: int) -> dict[str, Product]:
    """One product for each title, with price, rating and stock by chance."""
    made = {}
    for title in sorted({title for pool in pools for title, _ in pool.texts}):
        dice = random.Random(f"{seed} {title}")
        made[title] = Product(
            title, title, price=10 + 90 * dice.random(), rating=dice.uniform(2.5, 5.0), stock=int(dice.random() < 0.9)
        )
    return made


def _log(
    pools: Sequence[Pool], scores: Sequence[Sequence[float]], goods: dict[str, Product], seed: int, visits: int
) -> list[Event]:
    dice, events = random.Random(seed), []
    for visit in range(visits):
        at = dice.randrange(len(pools))
        pool, own, when = pools[at], scores[at], visit * HOUR
        order = sorted(range(len(own)), key=lambda one: -(own[one] + dice.gauss(0, 0.15)))[:SHOWN]
        for place, one in enumerate(order):
            title = pool.texts[one][0]
            if dice.random() >= _seen(place):
                continue
            events.append(Event(f"shopper {visit}", title, "view", when, query=pool.query))
            if dice.random() < _click(goods[title], pool.grades[one]):
                events.append(Event(f"shopper {visit}", title, "click", when + 10, query=pool.query))
                if dice.random() < _buy(goods, pool, one):
                    events.append(Event(f"shopper {visit}", title, "purchase", when + 20, query=pool.query))
    return events


def _seen(place: int) -> float:
    return 0.95 / math.log2(place + 2)


def _click(product: Product, grade: float) -> float:
    return _chance(1.3 * grade - 2.8 - _price(product) + 0.5 * ((product.rating or 4.0) - 4))


def _buy(goods: dict[str, Product], pool: Pool, at: int) -> float:
    product = goods[pool.texts[at][0]]
    stocked = 1.0 if product.stock else 0.0
    return stocked * _chance(0.9 * pool.grades[at] - 2.2 - 1.5 * _price(product) + (product.rating or 4.0) - 4)


def _price(product: Product) -> float:
    return (float(product.price or 10) - 10) / 90


def _chance(value: float) -> float:
    return 1 / (1 + math.exp(-value))
