"""Full-catalogue nDCG@10 on electronics: BM25, MiniLM, their reciprocal rank fusion, and ours, in one run.

81 rated queries with a rating above 0; unjudged counts 0, gain 2^r - 1, log2 discount, ideal from the judged. `judged
only` drops what nobody judged from the ten; `share judged` says how many of the ten were judged. Intervals: 90 %,
bootstrap over queries. Needs DAOGOU_DATA and a home with the electronics catalogue; without --home only the baselines
run.

    python -m tests.benchmarks.retrieval_benchmark --home D [--json OUT]
"""

from __future__ import annotations

import argparse
import csv
import json
import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from tests.benchmarks.bm25_baseline import Bm25
from tests.benchmarks.chat_process import ChatProcess
from tests.benchmarks.minilm_baseline import embedded
from tests.benchmarks.raw_electronics import data_folder, raw_products
from tests.benchmarks.tables import markdown

DEPTH, FUSED, DAMPING = 10, 100, 60
Ratings = Mapping[str, int]


def rated_queries() -> dict[str, dict[str, int]]:
    """Query -> product id -> final rating, for the queries that have a rating above 0."""
    queries: dict[str, dict[str, int]] = {}
    path = data_folder() / "electronics" / "relevance_ratings.csv"
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            queries.setdefault(row["query"], {})[row["product_id"]] = int(row["rating"])
    return {query: ratings for query, ratings in queries.items() if max(ratings.values()) > 0}


def ndcg(ranking: Sequence[str], ratings: Ratings) -> float:
    """nDCG@10 of a ranking of ids; what is not rated counts 0."""
    return _gain([ratings.get(product, 0) for product in ranking]) / _gain(sorted(ratings.values(), reverse=True))


def _gain(ratings: Sequence[int]) -> float:
    return sum((2**rating - 1) / math.log2(place + 2) for place, rating in enumerate(ratings[:DEPTH]))


def ranked(scores: np.ndarray, ids: Sequence[str]) -> list[str]:
    """The best ids first, ties in the file's order, nothing that scores 0."""
    best = np.argsort(-scores, kind="stable")[:FUSED]
    return [ids[number] for number in best if scores[number] > 0]


def fused(rankings: Sequence[Sequence[str]]) -> list[str]:
    """Reciprocal rank fusion: each ranking gives 1 / (60 + place)."""
    scores: dict[str, float] = {}
    for ranking in rankings:
        for place, product in enumerate(ranking, start=1):
            scores[product] = scores.get(product, 0.0) + 1 / (DAMPING + place)
    return sorted(scores, key=lambda product: -scores[product])


def interval(values: Sequence[float], draws: int = 2000) -> tuple[float, float]:
    """The middle 90 % of the mean over resampled queries."""
    dice = np.random.default_rng(0)
    means = dice.choice(np.array(values), (draws, len(values))).mean(axis=1)
    return float(np.quantile(means, 0.05)), float(np.quantile(means, 0.95))


def baselines(rows: Sequence[Mapping[str, Any]], queries: Sequence[str]) -> dict[str, dict[str, list[str]]]:
    """System -> query -> ranking, for what ours is compared with."""
    ids = [str(row["id"]) for row in rows]
    texts = [f"{row['title']} {row.get('short_description') or ''}" for row in rows]
    plain, strong = Bm25(texts), Bm25(texts, singular=True)
    similar = embedded(list(queries)) @ embedded(texts).T
    words = {query: ranked(plain.scores(query), ids) for query in queries}
    meaning = {query: ranked(similar[number], ids) for number, query in enumerate(queries)}
    return {
        "BM25": words,
        "MiniLM": meaning,
        "reciprocal rank fusion of both": {query: fused((words[query], meaning[query])) for query in queries},
        "BM25, plurals folded (not in the target)": {query: ranked(strong.scores(query), ids) for query in queries},
    }


def ours(home: Path, queries: Sequence[str]) -> dict[str, list[str]]:
    """Query -> the ids that `chat --json` shows as items when asked the query in a new conversation."""
    with ChatProcess(home) as chat:
        replies = [chat.ask({"conversation": f"query-{n}", "text": q, "k": DEPTH}) for n, q in enumerate(queries)]
    return {
        query: [str(card["id"]) for card in reply.get("items") or ()]
        for query, reply in zip(queries, replies, strict=True)
    }


def measured(rankings: Mapping[str, Sequence[str]], queries: Mapping[str, Ratings]) -> dict[str, Any]:
    """The numbers of one system over all queries, and each query's nDCG."""
    each = {query: ndcg(rankings[query], ratings) for query, ratings in queries.items()}
    tops = {query: list(rankings[query])[:DEPTH] for query in queries}
    condensed = [ndcg([product for product in tops[q] if product in r], r) for q, r in queries.items()]
    judged = [product in queries[query] for query, top in tops.items() for product in top]
    return {
        "ndcg": float(np.mean(list(each.values()))),
        "interval": interval(list(each.values())),
        "judged_only": float(np.mean(condensed)),
        "share_judged": float(np.mean(judged)) if judged else math.nan,
        "without_items": sum(not top for top in tops.values()),
        "each": each,
    }


def report(systems: Mapping[str, Mapping[str, Any]]) -> str:
    """The table, and where ours is in it, its lead over each of the others with a paired interval."""
    table = markdown(
        ("system", "nDCG@10", "90 %", "judged only", "share judged", "queries without items"),
        [
            [name, s["ndcg"], _span(s["interval"]), s["judged_only"], s["share_judged"], s["without_items"]]
            for name, s in systems.items()
        ],
    )
    if "ours" not in systems:
        return table
    own = np.array(list(systems["ours"]["each"].values()))
    leads = []
    for name, system in systems.items():
        if name != "ours":
            lead = own - np.array(list(system["each"].values()))
            leads.append([name, float(lead.mean()), _span(interval(list(lead)))])
    best = max((s for name, s in systems.items() if name != "ours"), key=lambda s: s["ndcg"])["each"]
    behind = sorted(best, key=lambda query: systems["ours"]["each"][query] - best[query])[:12]
    lost = [[query, systems["ours"]["each"][query], best[query]] for query in behind]
    return "\n\n".join(
        (
            table,
            markdown(("ours above", "by", "90 %, paired"), leads),
            markdown(("furthest behind the best of the others", "ours", "theirs"), lost),
        )
    )


def _span(pair: tuple[float, float]) -> str:
    return f"{pair[0]:.3f} to {pair[1]:.3f}"


def main() -> None:
    """Run and print; with --json also every query's value."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--home", type=Path)
    parser.add_argument("--json", type=Path)
    wanted = parser.parse_args()
    queries = rated_queries()
    rankings = baselines(raw_products(), list(queries))
    if wanted.home:
        rankings["ours"] = ours(wanted.home, list(queries))
    systems = {name: measured(ranking, queries) for name, ranking in rankings.items()}
    print(f"{len(queries)} queries\n\n{report(systems)}")
    if wanted.json:
        wanted.json.write_text(json.dumps(systems, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
