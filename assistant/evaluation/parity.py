"""Whether the same need is understood as the same demands, and finds the same products, in every language."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from assistant.conversation import Assistant
from assistant.evaluation.homes import opened
from assistant.evaluation.requests import pairs
from assistant.evaluation.tables import Measured, Table
from assistant.state import DialogueState
from assistant.vocabulary import Reply, Turn
from catalog.product import Constraint

SHOWN = 10
SETS = (
    "open", "sealed", "electronics", "home_zh", "sample_second", "electronics_second", "home_zh_second",
    "sample_third", "electronics_third", "home_zh_third", "sample_fourth", "electronics_fourth", "home_zh_fourth",
    "sample_fifth", "electronics_fifth", "home_zh_fifth", "sample_sixth", "electronics_sixth", "home_zh_sixth",
    "sample_seventh", "electronics_seventh", "home_zh_seventh", "sample_eighth", "electronics_eighth", "home_zh_eighth",
    "sample_ninth", "electronics_ninth", "home_zh_ninth",
    "sample_tenth", "electronics_tenth", "home_zh_tenth", "sample_eleventh", "electronics_eleventh",
    "home_zh_eleventh",
)  # fmt: skip
"""Files of needs, each for its catalogue: the first two for the sample shop."""
HELD = (
    "Same ledger: the same fields, ops, values, units and firmness. Same kind: the same product types are searched. "
    f"Overlap: the share of the first {SHOWN} products that both show, of the longer list; 1 where neither shows any."
)


@dataclass(frozen=True, slots=True)
class Pair:
    """One need in two languages: what was understood and shown of each."""

    texts: tuple[str, str]
    ledgers: tuple[frozenset[tuple[Any, ...]], frozenset[tuple[Any, ...]]]
    types: tuple[tuple[str, ...], tuple[str, ...]]
    shown: tuple[tuple[str, ...], tuple[str, ...]]

    @property
    def same_ledger(self) -> bool:
        """Whether the demands are the same."""
        return self.ledgers[0] == self.ledgers[1]

    @property
    def same_kind(self) -> bool:
        """Whether the same types are searched."""
        return set(self.types[0]) == set(self.types[1])

    @property
    def overlap(self) -> float:
        """The share of products that both show."""
        one, other = map(set, self.shown)
        longest = max(len(one), len(other))
        return len(one & other) / longest if longest else 1.0


def add_options(parser: argparse.ArgumentParser) -> None:
    """--home, and which sets of needs."""
    parser.add_argument("--home", help="a home with the catalogue of the needs (default: the sample shop, made new)")
    parser.add_argument("--needs", choices=SETS, action="append", help="which needs (default: open and sealed)")


def run(options: argparse.Namespace) -> Measured:
    """A row per set of needs."""
    rows, apart = [], []
    with opened(options.home) as assistant:
        for name in options.needs or ("open", "sealed"):
            found = [one for said in pairs(name) for one in heard_in_all(assistant, said)]
            rows.append((name, *measures(found)))
            apart += [_told(one) for one in found if not one.same_ledger or not one.same_kind or one.overlap < 1]
    columns = ("needs", "pairs", "same ledger", "same kind", "overlap of top 10", "overlap >= .9", "nothing shown")
    return Measured((Table("The same need in two languages", columns, tuple(rows), (HELD,)),), {"apart": apart})


def heard_in_all(assistant: Assistant, said: Mapping[str, str]) -> list[Pair]:
    """The need in each language beside the next."""
    replies = [(text, *_reply(assistant, text)) for text in said.values()]
    return [
        Pair((one[0], two[0]), (_ledger(one[1]), _ledger(two[1])), (one[2], two[2]), (_ids(one[1]), _ids(two[1])))
        for one, two in pairwise(replies)
    ]


def measures(found: Sequence[Pair]) -> tuple[int | float, ...]:
    """How many pairs, the shares of the same ledger and kind, the mean overlap, and the share of pairs at .9."""
    count = max(1, len(found))
    return (
        len(found),
        sum(one.same_ledger for one in found) / count,
        sum(one.same_kind for one in found) / count,
        sum(one.overlap for one in found) / count,
        sum(one.overlap >= 0.9 for one in found) / count,
        sum(not any(one.shown) for one in found),
    )


def _reply(assistant: Assistant, text: str) -> tuple[Reply, tuple[str, ...]]:
    _, reply = assistant.respond(DialogueState(), Turn("parity", text), SHOWN)
    return reply, reply.want.types if reply.want else ()


def _ledger(reply: Reply) -> frozenset[tuple[Any, ...]]:
    return frozenset(_demand(one) for one in reply.ledger)


def _demand(one: Constraint) -> tuple[Any, ...]:
    value = one.value.casefold() if isinstance(one.value, str) else one.value
    return (one.field, one.op, frozenset(value) if isinstance(value, tuple) else value, one.unit, one.firm)


def _ids(reply: Reply) -> tuple[str, ...]:
    return tuple(one.product.id for one in reply.items)


def _told(pair: Pair) -> dict[str, Any]:
    only = [sorted(map(str, mine - others)) for mine, others in (pair.ledgers, pair.ledgers[::-1])]
    return {
        "texts": pair.texts,
        "only in": only,
        "types": pair.types if not pair.same_kind else [],
        "overlap": round(pair.overlap, 3),
    }
