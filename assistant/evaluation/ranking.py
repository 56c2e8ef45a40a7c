"""How well judged or made pools are ordered: popularity, BM25, similarity, rank fusion, boosted trees, our scorer.

Whatever learns is measured on queries that it didn't learn from (five folds by query). Intervals: the middle 90 % over
resampled queries.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from assistant.evaluation.ranking_systems import Scores, Words, best_threshold, systems, without
from assistant.evaluation.tables import Measured, Table
from assistant.ranking.judged_pools import judged_pools
from assistant.ranking.made_queries import Pool, made_pools
from assistant.ranking.making import Catalogues, described, example, goods_names, titles_only, vectors_of
from assistant.ranking.mix_training import FOLDS, Example, fold_of
from assistant.ranking.pair_features import PairFeatures
from assistant.ranking.pair_meaning import Meanings
from assistant.ranking.pool_measures import interval, measures
from assistant.ranking.training.query_change import change_by_folds
from assistant.ranking.tuned import ENCODER
from catalog.embedders import TOKENIZER, MiniLMEmbedder
from catalog.product import Product
from catalog.student.encoder import StudentEncoder

MEASURES = ("nDCG@10", "MAP", "MRR", "P@10", "R@10", "F1@10", "accuracy", "AUC")
BASELINE = "MiniLM similarity"
MADE = 120
BAR, ROW, LABEL = 420, 30, 170


def add_options(parser: argparse.ArgumentParser) -> None:
    """What is measured on, and where the plot goes."""
    parser.add_argument("--home", type=Path, action="append", help="catalogues that queries are made from")
    parser.add_argument("--ratings", type=Path, action="append", help="judged pairs, as for train scorer")
    parser.add_argument("--made", type=int, default=MADE, help="queries made from each catalogue")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--plot", type=Path, help="an SVG file to write nDCG@10 with its intervals to")


def run(options: argparse.Namespace) -> Measured:
    """One table for each source of pools; the judged ones are learnt from wherever something learns."""
    catalogues = Catalogues.read(options.home or [])
    known = catalogues.products
    judged = [pool for path in options.ratings or [] for pool in judged_pools(path, known)]
    pools = [(pool, True) for pool in (*judged, *map(titles_only, filter(described, judged)))]
    for name, products in catalogues.shops:
        pools += [(pool, False) for pool in made_pools(products, options.made, options.seed, name)]
    encoder = MiniLMEmbedder(ENCODER)
    features = PairFeatures(Meanings(encoder, StudentEncoder.load(), goods_names(encoder)), ENCODER / TOKENIZER)
    examples, asked = [], []
    for pool, judged in pools:
        examples.append(example(pool, judged, features))
        asked.append(vectors_of(pool, features))
    changed = change_by_folds(examples, asked, options.seed)
    only = [pool for pool, _ in pools]
    words = Words.of([f"{one.title} {one.description or ''}" for one in known.values()])
    scores = systems(only, examples, changed, _popularity(only, known), words, options.seed)
    rows = {source: _measured(scores, examples, source, options.seed) for source in _sources(examples)}
    if options.plot:
        options.plot.write_text(plot(rows), encoding="utf-8")
    return Measured((*(_table(source, found, examples) for source, found in rows.items()), _pooled(rows)))


Found = Mapping[str, Mapping[str, Sequence[float]]]
"""System -> measure -> value of each query."""


def _measured(scores: Mapping[str, Scores], examples: Sequence[Example], source: str, seed: int) -> Found:
    found: dict[str, dict[str, list[float]]] = {}
    chosen = [at for at, one in enumerate(examples) if one.source == source and max(one.grades) > 0]
    for name, own in scores.items():
        limits = {}
        for fold in range(FOLDS):
            others = [at for at in chosen if without(fold, seed)(examples[at])] or chosen
            limits[fold] = best_threshold([own[at] for at in others], [examples[at] for at in others])
        told = [measures(own[at], examples[at].grades, limits[fold_of(examples[at].query, seed)]) for at in chosen]
        found[name] = {measure: [one[measure] for one in told] for measure in MEASURES}
    return found


def _table(source: str, found: Found, examples: Sequence[Example]) -> Table:
    judged = any(one.judged for one in examples if one.source == source)
    base = found[BASELINE]["nDCG@10"]
    rows = []
    for name, told in found.items():
        lead = [own - other for own, other in zip(told["nDCG@10"], base, strict=True)]
        spread, ahead = interval(told["nDCG@10"]), interval(lead)
        means = [_mean(told[measure]) for measure in MEASURES]
        rows.append(
            (
                name,
                means[0],
                _span(spread),
                *means[1:],
                "" if name == BASELINE else f"{_mean(lead):+.3f} ({_span(ahead)})",
            )
        )
    return Table(
        f"{source}: {len(base)} queries, graded by {'people' if judged else 'records'}",
        ("system", "nDCG@10", "90 %", *MEASURES[1:], "nDCG@10 against similarity (90 %)"),
        tuple(rows),
        () if judged else ("Made queries share words with their products: what counts words is flattered.",),
    )


def _pooled(rows: Mapping[str, Found]) -> Table:
    """All sets together: every query counts once, and each system's worst set stands beside."""
    told = []
    for name in next(iter(rows.values()), {}):
        lead = {
            source: [own - other for own, other in zip(one[name]["nDCG@10"], one[BASELINE]["nDCG@10"], strict=True)]
            for source, one in rows.items()
        }
        every = [one for values in lead.values() for one in values]
        worst = min(lead, key=lambda source: _mean(lead[source]))
        sets = float(np.mean([_mean(one[name]["nDCG@10"]) for one in rows.values()]))
        ahead, least = f"{_mean(every):+.4f} ({_signed(interval(every))})", f"{_mean(lead[worst]):+.3f} ({worst})"
        told.append((name, sets, *(("", "") if name == BASELINE else (ahead, least))))
    count = sum(len(one[BASELINE]["nDCG@10"]) for one in rows.values())
    columns = ("system", "nDCG@10, mean of the sets", "pooled by query, against similarity (90 %)", "its worst set")
    return Table(f"All sets: {count} queries", columns, tuple(told))


def plot(rows: Mapping[str, Found]) -> str:
    """nDCG@10 of each system as bars with their intervals, one block for each source (SVG)."""
    marks, top = [], 10
    for source, found in rows.items():
        marks.append(f'<text x="8" y="{top + 18}" font-weight="bold">{source}</text>')
        top += ROW
        for name, told in found.items():
            mean, (low, high) = _mean(told["nDCG@10"]), interval(told["nDCG@10"])
            ink = "#1c5d99" if name == "ours" else "#9bb3c9"
            marks.append(f'<text x="8" y="{top + 16}">{name}</text>')
            marks.append(f'<rect x="{LABEL}" y="{top + 3}" width="{BAR * mean:.0f}" height="18" fill="{ink}"/>')
            marks.append(f'<path d="M{LABEL + BAR * low:.0f} {top + 12}H{LABEL + BAR * high:.0f}" stroke="#222"/>')
            marks.append(f'<text x="{LABEL + BAR + 12}" y="{top + 16}">{mean:.3f}</text>')
            top += ROW - 4
        top += 10
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {LABEL + BAR + 70} {top + 10}" '
        f'font-family="sans-serif" font-size="13"><rect width="100%" height="100%" fill="white"/>'
        f"{''.join(marks)}</svg>\n"
    )


def _popularity(pools: Sequence[Pool], known: Mapping[str, Product]) -> Scores:
    """How many shoppers rated the product of a text; 0 where its record doesn't say."""
    counts: dict[str, float] = {}
    for product in known.values():
        for title in (product.title, *(one.title or "" for one in product.translations.values())):
            counts[title] = float(product.rating_count or 0)
    return [[counts.get(title, 0.0) for title, _ in pool.texts] for pool in pools]


def _sources(examples: Sequence[Example]) -> list[str]:
    return list(dict.fromkeys(one.source for one in examples))


def _mean(values: Sequence[float]) -> float:
    known = [one for one in values if not math.isnan(one)]
    return float(np.mean(known)) if known else math.nan


def _signed(pair: tuple[float, float]) -> str:
    return f"{pair[0]:+.4f} to {pair[1]:+.4f}"


def _span(pair: tuple[float, float]) -> str:
    return f"{pair[0]:.3f} to {pair[1]:.3f}"
