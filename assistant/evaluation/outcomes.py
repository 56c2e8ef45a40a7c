"""How well the heads tell satisfaction (public ratings) and clicks and purchases (a simulator, labelled so).

Split by item or query: no item that is measured on was learnt from. Baseline: the share of the training examples that
happened, told for all.
"""

from __future__ import annotations

import argparse
import math
import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from zlib import crc32

import numpy as np

from assistant.evaluation.outcome_data import Examples, clothing, films, simulated
from assistant.evaluation.outcome_share import share_table
from assistant.evaluation.tables import Cell, Measured, Table
from assistant.personalization.event_log import read_events
from assistant.ranking.heads import Bin, calibration_error, fit_head, reliability
from assistant.ranking.made_queries import made_pools
from assistant.ranking.making import Catalogues
from assistant.ranking.outcome_examples import FEATURES
from assistant.ranking.outcome_examples import examples as examples_of
from assistant.ranking.pool_measures import auc
from assistant.settings import data_folder

MEASURED = 5
"""One group in so many is measured on."""
VISITS, QUERIES = 3000, 150
SIDE, EDGE, GAP = 220, 34, 20


def add_options(parser: argparse.ArgumentParser) -> None:
    """The simulator's seed and length, and where the plot goes."""
    parser.add_argument("--visits", type=int, default=VISITS, help="simulated result lists")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--events", type=Path, help="a shop's own log, as for learn: its heads are measured too")
    parser.add_argument("--home", type=Path, help="the home whose catalogue the log is about")
    parser.add_argument("--plot", type=Path, help="an SVG file to write the reliability of each head to")


def run(options: argparse.Namespace) -> Measured:
    """One table of all outcomes, one of their reliability."""
    found: dict[str, Examples | None] = {}
    folder = data_folder(os.environ)
    if folder is not None:
        found["satisfaction: clothing recommended"] = clothing(folder)
        found["satisfaction: film rated 4 or 5"] = films(folder)
    pools = made_pools(list(Catalogues.read([]).products.values()), QUERIES, options.seed)
    dice = np.random.default_rng(options.seed)
    scores = [list(np.array(pool.grades) / 3 * 0.7 + dice.random(len(pool.grades)) * 0.3) for pool in pools]
    for name, examples in simulated(pools, scores, options.seed, options.visits).items():
        found[f"{name} (simulated)"] = examples
    rows: list[tuple[Cell, ...]] = []
    bins: dict[str, tuple[Bin, ...]] = {}
    for name, examples in found.items():
        if examples is not None:
            row, told = measured(name, examples)
            rows.append(row)
            bins[name] = told
    if options.events:
        for name, examples in own_events(options.events, options.home).items():
            row, told = measured(f"{name} (own events)", examples)
            rows.append(row)
            bins[f"{name} (own events)"] = told
    if options.plot:
        options.plot.write_text(plot(bins), encoding="utf-8")
    notes = () if folder else ("Satisfaction is measured where DAOGOU_DATA names the folder of outside data.",)
    columns = ("outcome", "learnt from", "measured on", "share", "AUC", "Brier", "Brier of the share", "ECE")
    curve = tuple((name, one.told, one.happened, one.count) for name, told in bins.items() for one in told)
    return Measured(
        (
            Table("Heads on items and queries that they have not seen", columns, tuple(rows), notes),
            Table("Reliability", ("outcome", "chance told", "share that happened", "examples"), curve),
            share_table(pools, scores, options.seed, options.visits),
        )
    )


def measured(name: str, examples: Examples) -> tuple[tuple[Cell, ...], tuple[Bin, ...]]:
    """The row of one outcome and its reliability; a silent head has no figures."""
    held = np.array([crc32(f"measured {group}".encode()) % MEASURED == 0 for group in examples.groups])
    learnt, rest = _part(examples, ~held), _part(examples, held)
    head = fit_head(name, learnt.features, learnt.rows, learnt.happened, learnt.groups)
    share = sum(learnt.happened) / max(1, len(learnt.happened))
    if head is None:
        return (name, len(learnt.happened), len(rest.happened), share, None, None, None, None), ()
    chances, truth = head.chance(rest.rows), np.array(rest.happened, dtype=float)
    told = reliability(list(chances), rest.happened)
    row = (
        *(name, len(learnt.happened), len(rest.happened), float(truth.mean())),
        *(auc(list(chances), rest.happened), float(((chances - truth) ** 2).mean())),
        *(float(((share - truth) ** 2).mean()), calibration_error(told)),
    )
    return row, told


def own_events(path: Path, home: Path | None) -> dict[str, Examples]:
    """The examples of a shop's own log by outcome; the group of each is its product."""
    products = dict(Catalogues.read([home]).shops[-1:]) if home else {}
    known = {one.id: one for shop in products.values() for one in shop}
    found = examples_of(read_events(path).events, known)
    return {name: Examples(FEATURES, one.rows, one.happened, one.products) for name, one in found.items()}


def plot(bins: dict[str, tuple[Bin, ...]]) -> str:
    """Chance told against share that happened, one square for each outcome; the diagonal is perfect (SVG)."""
    marks = []
    for number, (name, told) in enumerate(bins.items()):
        left, top = GAP + number % 2 * (SIDE + 2 * GAP), EDGE + number // 2 * (SIDE + 2 * EDGE)
        dots = "".join(
            f'<circle cx="{left + SIDE * one.told:.1f}" cy="{top + SIDE * (1 - one.happened):.1f}" r="4"/>'
            for one in told
        )
        marks.append(
            f'<text x="{left}" y="{top - 8}">{name}</text><rect x="{left}" y="{top}" width="{SIDE}" height="{SIDE}" '
            f'fill="none" stroke="#666"/><path d="M{left} {top + SIDE}L{left + SIDE} {top}" stroke="#bbb"/>'
            f'<g fill="#1c5d99">{dots}</g>'
        )
    high = EDGE + math.ceil(len(bins) / 2) * (SIDE + 2 * EDGE)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {2 * (SIDE + 2 * GAP)} {high}" font-family="sans-serif" '
        f'font-size="12"><rect width="100%" height="100%" fill="white"/>{"".join(marks)}</svg>\n'
    )


def _part(examples: Examples, chosen: np.ndarray) -> Examples:
    def of(values: Sequence[object]) -> tuple:
        return tuple(value for value, kept in zip(values, chosen, strict=True) if kept)

    return replace(examples, rows=examples.rows[chosen], happened=of(examples.happened), groups=of(examples.groups))
