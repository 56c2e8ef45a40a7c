"""500 of the shopping needs that people typed, on the sample shop: how many replies leave the shopper with nothing?

A reply leaves with nothing if it has neither items nor an offer nor a question. Needs DAOGOU_DATA; without --home a
home with the sample shop is made for the run.

    python -m tests.benchmarks.shopper_requests_benchmark [--home D] [--seed 1] [--n 500] [--json OUT] [--failures F]
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.benchmarks.chat_process import ChatProcess
from tests.benchmarks.raw_electronics import data_folder
from tests.benchmarks.tables import markdown, percentile


def typed_requests(seed: int, count: int) -> list[str]:
    """`count` of the typed requests, drawn by the seed."""
    path = data_folder() / "shopper_requests" / "requests.json.gz"
    texts: list[str] = json.loads(gzip.decompress(path.read_bytes()))
    return random.Random(f"shopper requests {seed}").sample(texts, count)


def sample_home(path: Path) -> Path:
    """A new home with the sample shop at the path."""
    from assistant.sample_home import with_goods

    return with_goods(path, asked_for=False).path


def leaves_with_nothing(reply: dict[str, Any]) -> bool:
    """True if the reply shows no items, offers nothing and asks nothing."""
    return not (reply.get("items") or reply.get("offers") or reply.get("question"))


def asked(home: Path, texts: Sequence[str]) -> tuple[list[tuple[str, dict[str, Any]]], int]:
    """Each text with its reply, in a conversation of its own, and how often the process had to be started again."""
    answers: list[tuple[str, dict[str, Any]]] = []
    crashes = 0
    while len(answers) < len(texts):
        with ChatProcess(home) as chat:
            try:
                for number in range(len(answers), len(texts)):
                    reply = chat.ask({"conversation": f"typed-{number}", "text": texts[number]})
                    answers.append((texts[number], reply))
            except RuntimeError as failure:
                if not answers:
                    raise SystemExit(str(failure)) from failure
                crashes += 1
                answers.append((texts[len(answers)], {"error": str(failure)}))
    return answers, crashes


def summary(answers: Sequence[tuple[str, dict[str, Any]]], crashes: int) -> dict[str, float]:
    """The measured numbers."""
    replies = [reply for _, reply in answers]
    times = [float(reply["timings_ms"]["total"]) for reply in replies[1:] if reply.get("timings_ms")]
    return {
        "requests": len(replies),
        "process crashes": crashes,
        "error replies": sum(bool(reply.get("error")) for reply in replies),
        "neither items nor offer nor question": sum(leaves_with_nothing(reply) for reply in replies),
        "with items": sum(bool(reply.get("items")) for reply in replies),
        "with unproved": sum(bool(reply.get("unproved")) for reply in replies),
        "with offers": sum(bool(reply.get("offers")) for reply in replies),
        "with a question": sum(bool(reply.get("question")) for reply in replies),
        "understood as find": sum(reply.get("act") == "find" for reply in replies),
        "total p50 ms": percentile(times, 0.5),
        "total p95 ms": percentile(times, 0.95),
    }


def main() -> None:
    """Run, print the table, and write the numbers and the empty-handed replies where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--home", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--n", type=int, default=500)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--failures", type=Path)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = wanted.home or sample_home(Path(folder) / "home")
        answers, crashes = asked(home, typed_requests(wanted.seed, wanted.n))
    numbers = summary(answers, crashes)
    print(markdown(("what", "measured"), list(numbers.items())))
    if wanted.json:
        wanted.json.write_text(json.dumps({"seed": wanted.seed, **numbers}, indent=1), encoding="utf-8")
    if wanted.failures:
        empty = [json.dumps({"asked": text, "reply": reply}, ensure_ascii=False)
                 for text, reply in answers if leaves_with_nothing(reply) or reply.get("error")]  # fmt: skip
        wanted.failures.write_text("\n".join(empty) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
