"""Makes requests for the electronics catalogue from its raw file, each with demands that a machine can check.

A quarter each asks for a price, a brand or an exclusion, one attribute, and two or three of those together; half are
Chinese. The code shares nothing with the assistant it judges. Seed 1 is for tuning, seed 2 is held out; the same seed
gives the same set.

    python -m tests.benchmarks.electronics_requests --seed 1 --n 500 > requests.jsonl
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tests.benchmarks.electronics_demands import attribute_demand, brand_demand, price_demand
from tests.benchmarks.electronics_fields import MEETS, Demand, verdict
from tests.benchmarks.electronics_kind import Kind
from tests.benchmarks.electronics_kinds import KINDS
from tests.benchmarks.electronics_wording import worded
from tests.benchmarks.raw_electronics import raw_products

TUNING_SEED, HELD_OUT_SEED = 1, 2
GROUPS = ("price", "brand", "attribute", "combination")
LANGUAGES = ("en", "zh")
KEEP_IF_FEW = {0: 0.7}


@dataclass(frozen=True)
class Request:
    """One request: its text, the kind and demands it states, and how many raw products provably satisfy all of it."""

    number: int
    group: str
    language: str
    text: str
    kind: str
    demands: tuple[Demand, ...]
    satisfied_by: int

    def as_json(self) -> dict[str, Any]:
        """The request as plain data."""
        return {**vars(self), "demands": [demand.as_json() for demand in self.demands]}


def request_from(data: Mapping[str, Any]) -> Request:
    """The request that `as_json` wrote."""
    return Request(**{**data, "demands": tuple(Demand(**demand) for demand in data["demands"])})


def make_requests(rows: Sequence[Mapping[str, Any]], seed: int, count: int = 500) -> list[Request]:
    """`count` different requests about these raw rows; the same seed and rows give the same ones."""
    dice = random.Random(f"electronics {seed}")
    members = {kind.name: [row for row in rows if kind.proves(row)] for kind in KINDS}
    kinds = [kind for kind in KINDS if members[kind.name]]
    weights = [len(members[kind.name]) ** 0.5 for kind in kinds]
    brands = Counter(str(row["brand"]) for row in rows)
    made: list[Request] = []
    texts: set[str] = set()
    while len(made) < count:
        number = len(made)
        group, language = GROUPS[number % 4], LANGUAGES[(number // 4 + number) % 2]
        kind = dice.choices(kinds, weights)[0]
        demands = _demands(group, kind, members[kind.name], brands, dice)
        if not demands:
            continue
        text, demands = worded(kind, demands, language, dice)
        satisfied = satisfied_by(members[kind.name], kind.name, demands)
        if text.casefold() in texts or dice.random() >= KEEP_IF_FEW.get(satisfied, 1.0):
            continue
        texts.add(text.casefold())
        made.append(Request(number, group, language, text, kind.name, demands, satisfied))
    return made


def satisfied_by(rows: Sequence[Mapping[str, Any]], kind: str, demands: Sequence[Demand]) -> int:
    """How many of these rows of the kind provably meet every demand."""
    return sum(all(verdict(row, kind, demand) == MEETS for demand in demands) for row in rows)


def _demands(
    group: str, kind: Kind, rows: Sequence[Mapping[str, Any]], brands: Counter[str], dice: random.Random
) -> tuple[Demand, ...]:
    anchor = dice.choice(rows)
    if group == "price":
        return (price_demand(rows, anchor, dice),)
    if group == "brand":
        return (brand_demand(rows, anchor, brands, dice),)
    first = attribute_demand(kind.name, rows, anchor, dice, ())
    if group == "attribute" or first is None:
        return (first,) if first and group == "attribute" else ()
    second = attribute_demand(kind.name, rows, anchor, dice, (first.field,))
    choices = [first, price_demand(rows, anchor, dice), brand_demand(rows, anchor, brands, dice)]
    choices += [second] if second else []
    return tuple(dice.sample(choices, dice.choice((2, 2, 3))))


def main() -> None:
    """Print the requests as JSON lines."""
    parser = argparse.ArgumentParser(description="requests for the electronics catalogue")
    parser.add_argument("--seed", type=int, default=TUNING_SEED)
    parser.add_argument("--n", type=int, default=500)
    wanted = parser.parse_args()
    for request in make_requests(raw_products(), wanted.seed, wanted.n):
        print(json.dumps(request.as_json(), ensure_ascii=False))


if __name__ == "__main__":
    main()
