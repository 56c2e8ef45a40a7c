"""What the encoder's 8-bit weights cost: nDCG@10 of judged pools by similarity, with 32-bit and with 8-bit weights.

python -m tests.benchmarks.int8_benchmark   # DAOGOU_DATA names the folder with electronics
"""

from __future__ import annotations

import csv

import numpy as np

from assistant.ranking.pool_measures import interval, ndcg
from catalog.embedders import load_embedder
from tests.benchmarks.minilm_baseline import embedded
from tests.benchmarks.raw_electronics import data_folder, raw_products
from tests.benchmarks.tables import markdown


def main() -> None:
    """Measure titles alone and titles with descriptions; print one table."""
    rows = {str(row["id"]): row for row in raw_products()}
    rated: dict[str, dict[str, float]] = {}
    with (data_folder() / "electronics" / "relevance_ratings.csv").open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            if line["product_id"] in rows:
                rated.setdefault(line["query"], {})[line["product_id"]] = float(line["rating"])
    queries = {query: grades for query, grades in rated.items() if max(grades.values()) > 0}
    ids = sorted({one for grades in queries.values() for one in grades})
    table = []
    for name, whole in (("titles", False), ("titles and descriptions", True)):
        texts = [
            f"{rows[one]['title']}\n{rows[one].get('short_description') or ''}" if whole else str(rows[one]["title"])
            for one in ids
        ]
        both = [embedded([*queries, *texts]), load_embedder("minilm").embed([*queries, *texts])]
        each: list[list[float]] = [[], []]
        for number, (_query, grades) in enumerate(queries.items()):
            at = [len(queries) + ids.index(one) for one in grades]
            for values, vectors in zip(each, both, strict=True):
                values.append(ndcg(list(vectors[at] @ vectors[number]), list(grades.values())))
        lost = [before - after for before, after in zip(*each, strict=True)]
        low, high = interval(lost)
        turned = float((both[0] * both[1]).sum(axis=1).mean())
        means = [float(np.mean(values)) for values in each]
        table.append(
            (
                *(name, len(queries), *(f"{mean:.4f}" for mean in means), f"{means[0] - means[1]:+.4f}"),
                *(f"{low:+.4f} to {high:+.4f}", f"{turned:.4f}"),
            )
        )
    print(markdown(("texts", "queries", "32 bits", "8 bits", "lost", "90 %", "cosine of both vectors"), table))


if __name__ == "__main__":
    main()
