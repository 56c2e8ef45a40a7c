"""Five ways to fine-tune the encoder for ranking, each alone and in the mix, against the mix of it as published.

`whole` trains the vector of a whole text (a bi-encoder) by a low-rank change and gated tokens; `late` the projection
and the token weights of late interaction; `query`, which ships, what likely kinds of goods are compared with; `cross`
reads query and text together, a cross-encoder with LoRA adapters on MiniLM that learns from grades and from the mix;
`full` is the same with all layers trained, on made pools of all trades too: it takes a GPU to get anywhere.
All train listwise and by margins with hard negatives (the accessory beside the device, the same words on another
product), and are held near the published scores. Queries are split in folds, and none is scored by weights that saw
it; made queries are trained on with another seed than they are measured with, by `query` in folds as judged ones.

    python -m tests.benchmarks.fine_tuning_benchmark --home ELECTRONICS --home D2 --ratings CSV [--way WAY ...]
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch

from assistant.ranking.judged_pools import judged_pools
from assistant.ranking.made_queries import Pool, made_pools
from assistant.ranking.making import Catalogues, described, example, goods_names, measured, titles_only
from assistant.ranking.mix_training import Example, by_folds, fold_of
from assistant.ranking.pair_features import FEATURES, PairFeatures
from assistant.ranking.pair_meaning import Meanings
from assistant.ranking.pool_measures import interval, ndcg
from assistant.ranking.training.query_change import Asked, change_by_folds
from assistant.ranking.tuned import ENCODER
from catalog.embedders import TOKENIZER, MiniLMEmbedder
from catalog.student.encoder import StudentEncoder
from tests.benchmarks.fine_tuning_cross import cross_scores
from tests.benchmarks.fine_tuning_trades import Trades
from tests.benchmarks.fine_tuning_vectors import Late, Lesson, Whole, scores_of, trained
from tests.benchmarks.tables import markdown

FOLDS = 5
MADE_WORTH = 0.3
WAYS = ("whole", "late", "query", "cross", "full")
TRADES = 20_000
"""Pools of all trades that `full` learns from."""
REPLACED = {"whole": "meaning", "late": "coverage", "query": "goods"}
"""The feature whose place a way takes in the mix; the cross-encoder's score is added to the mix's."""
SHARES = (0.0, 0.05, 0.1, 0.2, 0.4, 0.8)


def main() -> None:
    """Train, measure, print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--home", type=Path, action="append", required=True)
    parser.add_argument("--ratings", type=Path, action="append", required=True)
    parser.add_argument("--way", nargs="+", choices=WAYS, default=list(WAYS[:4]))
    parser.add_argument("--queries", type=int, default=120, help="made queries measured on, of each catalogue")
    parser.add_argument("--lessons", type=int, default=300, help="made queries trained on, of each catalogue")
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--minutes", type=float, default=6.0, help="training time of one fold of the cross-encoder")
    parser.add_argument("--seed", type=int, default=7)
    wanted = parser.parse_args()
    torch.set_num_threads(1)
    catalogues = Catalogues.read(wanted.home)
    judged = [pool for path in wanted.ratings for pool in judged_pools(path, catalogues.products)]
    pools = [(pool, True) for pool in (*judged, *map(titles_only, filter(described, judged)))]
    more: list[Pool] = []
    for name, products in catalogues.shops:
        pools += [(pool, False) for pool in made_pools(products, wanted.queries, wanted.seed, name)]
        asked = {pool.query for pool, _ in pools}
        more += [
            one for one in made_pools(products, wanted.lessons, 1000 + wanted.seed, name) if one.query not in asked
        ]
    encoder = MiniLMEmbedder(ENCODER, threads=1)
    meanings = Meanings(encoder, StudentEncoder.load(), goods_names(encoder), remembered=100_000)
    features = PairFeatures(meanings, ENCODER / TOKENIZER)
    examples = [example(pool, judged, features) for pool, judged in pools]
    tell(f"{len(pools)} pools are measured on, {len(more)} more are trained on")
    lessons = [lesson(pool, judged, meanings, len(judged_of(pools))) for pool, judged in pools]
    extra = [lesson(pool, False, meanings, len(more)) for pool in more]
    base = by_folds(examples, wanted.seed)
    rows = [row("the mix, encoder as published", examples, base, base)]
    similar = [list(one.rows[:, FEATURES.index("meaning")]) for one in examples]
    rows.append(row("MiniLM similarity", examples, similar, base))
    for way in wanted.way:
        begun = time.process_time()
        if way in ("cross", "full"):
            trades = Trades(wanted.seed)
            taught = [*more, *(trades.pool() for _ in range(TRADES if way == "full" else 0))]
            found = cross_scores(pools, taught, base, wanted.seed, wanted.minutes, tell, whole=way == "full")
        elif way == "query":
            asked = [Asked(one.asked.whole, np.array([text.goods for text in one.texts])) for one in lessons]
            changed = change_by_folds(examples, asked, wanted.seed)
            found = [list(one.rows[:, FEATURES.index("goods")]) for one in changed]
        else:
            found = crossfitted(Whole if way == "whole" else Late, lessons, extra, wanted)
        tell(f"{way}: {time.process_time() - begun:.0f} s of processor time")
        rows.append(row(f"{way}, alone", examples, found, base))
        if way in REPLACED:
            mixed = by_folds(with_feature(examples, found, REPLACED[way]), wanted.seed)
        else:
            mixed = added(examples, base, found, wanted.seed)
        rows.append(row(f"{way}, in the mix", examples, mixed, base))
    sources = list(dict.fromkeys(one.source for one in examples))
    print(markdown(("system", *sources, "mean of all", "against the first row, by query (90 %)"), rows))


def lesson(pool: Pool, judged: bool, meanings: Meanings, of_its_sort: int) -> Lesson:
    """A pool as vectors; all judged pools together count as much as 1 / MADE_WORTH of the made ones."""
    texts = [f"{title}\n{rest}" if rest else title for title, rest in pool.texts]
    worth = (1.0 if judged else MADE_WORTH) * 400 / max(1, of_its_sort)
    return Lesson(pool.query, meanings.of_query(pool.query), meanings.of_texts(texts), pool.grades, worth)


def judged_of(pools: Sequence[tuple[Pool, bool]]) -> list[Pool]:
    """The pools that people judged."""
    return [pool for pool, judged in pools if judged]


def crossfitted(
    made: type[Whole] | type[Late], lessons: Sequence[Lesson], extra: Sequence[Lesson], wanted: argparse.Namespace
) -> list[list[float]]:
    """Scores of every pool by weights that saw neither its query nor, of made pools, any of those measured on."""
    found: list[list[float]] = [[] for _ in lessons]
    for fold in range(FOLDS):
        mine = [at for at, one in enumerate(lessons) if fold_of(one.query, wanted.seed) == fold]
        judged = [one for one in lessons if one.worth != lessons[-1].worth]
        learnt = [one for one in judged if fold_of(one.query, wanted.seed) != fold] + list(extra)
        module = trained(made, learnt, wanted.seed, wanted.epochs)
        for at, scores in zip(mine, scores_of(module, [lessons[at] for at in mine]), strict=True):
            found[at] = scores
        tell(f"{made.__name__.lower()}: fold {fold + 1} of {FOLDS}")
    return found


def with_feature(examples: Sequence[Example], scores: Sequence[Sequence[float]], name: str) -> list[Example]:
    """The examples with these scores in a feature's place."""
    changed = []
    for one, own in zip(examples, scores, strict=True):
        rows = one.rows.copy()
        rows[:, FEATURES.index(name)] = own
        changed.append(replace(one, rows=rows))
    return changed


def added(
    examples: Sequence[Example], base: Sequence[Sequence[float]], more: Sequence[Sequence[float]], seed: int
) -> list[list[float]]:
    """The mix's scores plus a share of others, both by their spread; the share is chosen on the other folds."""
    spreads = [float(np.std(np.concatenate([np.asarray(one) for one in scores]))) for scores in (base, more)]
    sums = {
        share: [
            list(np.asarray(own) / spreads[0] + share * np.asarray(other) / spreads[1])
            for own, other in zip(base, more, strict=True)
        ]
        for share in SHARES
    }
    found: list[list[float]] = [[] for _ in examples]
    for fold in range(FOLDS):
        inside = {at for at, one in enumerate(examples) if fold_of(one.query, seed) == fold}
        outside = [at for at in range(len(examples)) if at not in inside]

        def worth(share: float, outside: Sequence[int] = outside) -> float:
            rows = measured([examples[at] for at in outside], [sums[share][at] for at in outside])
            return float(np.mean([one.tuned for one in rows]))

        best = max(SHARES, key=worth)
        for at in inside:
            found[at] = sums[best][at]
    return found


def row(
    name: str, examples: Sequence[Example], scores: Sequence[Sequence[float]], base: Sequence[Sequence[float]]
) -> tuple[object, ...]:
    """nDCG@10 of each source, their mean, and the paired difference to what ships."""
    means = [one.tuned for one in measured(examples, scores)]
    leads = [
        ndcg(own, one.grades) - ndcg(other, one.grades)
        for one, own, other in zip(examples, scores, base, strict=True)
        if max(one.grades) > 0
    ]
    low, high = interval(leads)
    lead = f"{np.mean(leads):+.4f} ({low:+.4f} to {high:+.4f})"
    return (name, *(f"{one:.4f}" for one in means), f"{np.mean(means):.4f}", lead)


def tell(line: str) -> None:
    """A line of progress."""
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    main()
