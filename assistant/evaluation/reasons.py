"""Reasons: what they tell and how they read; whether the audit finds planted faults and keeps true sentences."""

from __future__ import annotations

import argparse
import os
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from random import Random
from typing import Any

from assistant.evaluation.reasons_faults import KINDS, planted
from assistant.evaluation.reasons_lists import Listed, listings, style
from assistant.evaluation.reasons_trials import Trial, other_trials, own_trials
from assistant.evaluation.tables import Cell, Measured, Table
from assistant.languages.reading import spoken
from assistant.reasons.audit import Audit
from catalog.product import Product

REASONS, FAULTS, SEED = 2500, 1200, 7
KEPT_EXAMPLES = 40


def add_options(parser: argparse.ArgumentParser) -> None:
    """The options of this task."""
    parser.add_argument("--home", help="home directory (default: DAOGOU_HOME, else the user's data directory)")
    parser.add_argument("--language", choices=spoken(), help="one language only (default: all)")
    parser.add_argument("--reasons", type=int, default=REASONS, help=f"reasons per language (default: {REASONS})")
    parser.add_argument("--faults", type=int, default=FAULTS, help=f"planted faults per language (default: {FAULTS})")
    parser.add_argument("--seed", type=int, default=SEED)


def run(options: argparse.Namespace) -> Measured:
    """The tables of the home's own catalogue."""
    from assistant.sample_home import with_goods
    from catalog.home import home_path
    from catalog.store import Store

    home = with_goods(home_path(options.home, os.environ), asked_for=options.home is not None)
    store = Store.open(home.store, readonly=True)
    try:
        products = list(store.all())
    finally:
        store.close()
    return measured(products, [options.language] if options.language else list(spoken()), options)


def measured(products: Sequence[Product], languages: Sequence[str], options: argparse.Namespace) -> Measured:
    """Substance and variety of the reasons, then the audit on faults and on true sentences, by language."""
    rows: list[tuple[Cell, ...]] = []
    found: list[tuple[Cell, ...]] = []
    kept: list[tuple[Cell, ...]] = []
    details: dict[str, Any] = {}
    for language in languages:
        lists = list(listings(products, language, options.reasons, options.seed, time.process_time))
        read = style(lists)
        trials = _trials(lists, language, Random(options.seed))
        judged = [(trial, Audit(trial.ground, language).sentence(trial.text)) for trial in trials]
        own = [(trial, verdict) for trial, verdict in judged if trial.own]
        rows.append((
            *(language, read.reasons, sum(not verdict.kept for _, verdict in own), read.claims, read.compared),
            *(read.answered, read.varied_lists, read.openings, read.median_ms, read.slowest_ms),
        ))  # fmt: skip
        kept += _kept(language, judged)
        table, missed = _found([trial for trial, verdict in judged if verdict.kept], language, options)
        found += table
        lost = [f"{trial.text} ({'; '.join(verdict.why)})" for trial, verdict in judged if not verdict.kept]
        details[language] = {"true but dropped": lost[:KEPT_EXAMPLES], "false but kept": missed[:KEPT_EXAMPLES]}
    head = ("language", "reasons", "not kept by the audit", "claims per reason", "with comparison")
    return Measured(
        (
            Table(
                "Reasons without a model",
                (
                    *head,
                    "own demand answered",
                    "varied lists",
                    "openings in 1,000",
                    "CPU ms per 5, median",
                    "CPU ms per 5, 95 %",
                ),
                tuple(rows),
                ("Names and figures are masked where lists and openings are compared.",),
            ),
            Table("The audit on true sentences", ("language", "wording", "sentences", "kept", "share"), tuple(kept)),
            Table(
                "The audit on planted faults",
                ("language", "kind", "planted", "in other wording", "found", "recall"),
                tuple(found),
            ),
        ),
        details,
    )


def _trials(lists: Sequence[Listed], language: str, chance: Random) -> list[Trial]:
    trials: list[Trial] = []
    for listed in lists:
        trials += own_trials(listed, language)
        trials += other_trials(listed, language, chance)
    return trials


def _kept(language: str, judged: Sequence[tuple[Trial, Any]]) -> list[tuple[Cell, ...]]:
    rows: list[tuple[Cell, ...]] = []
    for name, own in (("our own", True), ("other", False)):
        mine = [verdict.kept for trial, verdict in judged if trial.own is own]
        rows.append((language, name, len(mine), sum(mine), sum(mine) / (len(mine) or 1)))
    return rows


def _found(
    trials: Sequence[Trial], language: str, options: argparse.Namespace
) -> tuple[list[tuple[Cell, ...]], list[str]]:
    """The recall by kind over faults planted in turn; half of them in sentences that the shop's wording didn't make."""
    chance = Random(options.seed + 1)
    pools: dict[bool, list[Trial]] = defaultdict(list)
    for trial in trials:
        pools[trial.own].append(trial)
    made: Counter[str] = Counter()
    others: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    missed: list[str] = []
    each = -(-options.faults // len(KINDS))
    for kind in KINDS:
        for _ in range(each * 30):
            if made[kind] == each:
                break
            pool = pools[made[kind] % 2 == 0] or pools[True] or pools[False]
            if not pool:
                break
            trial = chance.choice(pool if kind != "field" else pools[False] or pool)
            text = planted(trial, kind, language, chance)
            if text is None or text == trial.text:
                continue
            made[kind] += 1
            others[kind] += not trial.own
            if Audit(trial.ground, language).sentence(text).kept:
                missed.append(f"{kind}: {text}")
            else:
                hits[kind] += 1
    rows: list[tuple[Cell, ...]] = [
        (language, kind, made[kind], others[kind], hits[kind], hits[kind] / made[kind]) for kind in KINDS if made[kind]
    ]
    total = made.total() or 1
    rows.append((language, "all", made.total(), others.total(), hits.total(), hits.total() / total))
    return rows, missed
