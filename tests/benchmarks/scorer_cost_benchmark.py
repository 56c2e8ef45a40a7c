"""What the scorer takes beside the graph it runs: processor time for new texts, against onnxruntime on the graph alone.

Texts are titles and descriptions of the sample shop's products, put together until each has `--tokens` tokens. Scorer
and graph take turns on the same texts, each list seen for the first time; the ratio is that of the medians. Processor
time doesn't count what other processes take; a busy machine still slows both.

    python -m tests.benchmarks.scorer_cost_benchmark [--texts 20] [--tokens 64] [--rounds 15]
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable

import numpy as np

from assistant.ranking.tuned import ENCODER, TunedScorer
from catalog.embedders import MODEL, TOKENIZER, MiniLMEmbedder
from catalog.sample.shop import sample_records
from tests.benchmarks.tables import markdown


def texts_of(count: int, tokens: int, tokenizer: object) -> list[str]:
    """So many different texts, a title and a description each, of at least so many tokens."""
    records = [(str(one["title"]), str(one.get("description") or "")) for one in sample_records()]
    found = []
    for number in range(count):
        title, told = records[number % len(records)]
        at = number // len(records) + 1
        while len(tokenizer.encode(f"{title}\n{told}").ids) < tokens:  # type: ignore[attr-defined]
            more = records[(number + at) % len(records)]
            told, at = f"{told} {more[0]}. {more[1]}", at + 1
        found.append(f"{title}\n{told}")
    return found


def seconds(work: Callable[[], object]) -> float:
    """Processor time of the whole process."""
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    """Measure and print one table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=int, default=20)
    parser.add_argument("--tokens", type=int, default=64)
    parser.add_argument("--rounds", type=int, default=15)
    wanted = parser.parse_args()
    import onnxruntime
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(ENCODER / TOKENIZER))
    tokenizer.no_padding()
    tokenizer.enable_truncation(wanted.tokens)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    graph = onnxruntime.InferenceSession(str(ENCODER / MODEL), options, providers=["CPUExecutionProvider"])
    scorer = TunedScorer(MiniLMEmbedder(ENCODER, threads=1))
    texts = texts_of(wanted.texts * (wanted.rounds + 1), wanted.tokens, tokenizer)
    taken: dict[str, list[float]] = {"scorer": [], "graph": [], "again": []}
    for number in range(wanted.rounds + 1):
        chosen = texts[number * wanted.texts : (number + 1) * wanted.texts]
        query = f"laptop bag {number}"
        ids = np.array([one.ids for one in tokenizer.encode_batch(chosen)], dtype=np.int32)
        given = {"ids": ids, "mask": np.ones_like(ids)}
        round_of = {
            "scorer": seconds(lambda query=query, chosen=chosen: scorer.score(query, chosen)),
            "graph": seconds(lambda given=given: graph.run(["vectors"], given)),
            "again": seconds(lambda chosen=chosen: scorer.score("travel kettle", chosen)),
        }
        # The first round reads lexicons and warms both.
        if number:
            for name, value in round_of.items():
                taken[name].append(value)
    middle = {name: statistics.median(values) for name, values in taken.items()}
    rows = [
        (f"scorer on {wanted.texts} new texts of {wanted.tokens} tokens, ms", 1000 * middle["scorer"]),
        ("onnxruntime on the same graph alone, ms", 1000 * middle["graph"]),
        ("ratio", middle["scorer"] / middle["graph"]),
        ("scorer on the same texts for another query, ms", 1000 * middle["again"]),
    ]
    print(markdown(("processor time, median", "measured"), rows))


if __name__ == "__main__":
    main()
