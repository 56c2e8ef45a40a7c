"""The 500 requests on electronics: are firm demands kept, is there an answer, of the right kind, and how fast?

Needs a home with the electronics catalogue and DAOGOU_DATA. Seed 1 is for tuning, seed 2 is held out.

    python -m tests.benchmarks.requests_benchmark --home D [--seed 2] [--n 500] [--json OUT] [--failures F]
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.benchmarks.chat_process import ChatProcess
from tests.benchmarks.electronics_checker import Shown, judge_reply
from tests.benchmarks.electronics_requests import GROUPS, LANGUAGES, TUNING_SEED, Request, make_requests
from tests.benchmarks.raw_electronics import raw_products
from tests.benchmarks.tables import markdown, percentile

ENOUGH = 3


@dataclass(frozen=True)
class Answered:
    """One request, its reply and the verdict on every product shown."""

    request: Request
    reply: dict[str, Any]
    shown: list[Shown]

    @property
    def items(self) -> list[Shown]:
        """What is shown as proved."""
        return [card for card in self.shown if card.place == "items"]

    def faults(self) -> list[str]:
        """Every reason why this reply counts as a failure."""
        faults = [f"error: {self.reply['error']}"] if self.reply.get("error") else []
        faults += [f"{c.place} {c.id} breaks {d.field} {d.op} {d.value}" for c in self.shown for d in c.breaks]
        if self.request.satisfied_by >= ENOUGH:
            faults += [] if self.items else [f"no items, though {self.request.satisfied_by} products satisfy it"]
            faults += [f"items {c.id} is no {self.request.kind}" for c in self.items if not c.of_kind]
        faults += [f"items {c.id} doesn't say {d.field}" for c in self.items for d in c.unmentioned]
        faults += [f"{c.place} {c.id} is not in the catalogue" for c in self.shown if not c.in_catalogue]
        return faults + [
            f"{c.place} {c.id} shows another price" for c in self.shown if c.in_catalogue and not c.price_right
        ]

    def as_json(self) -> dict[str, Any]:
        """The failing example as plain data, enough to see why."""
        kept = ("act", "language", "want", "ledger", "question", "offers", "notices", "text")
        cards = {p: [(c["id"], c["title"], c["price"]) for c in self.reply.get(p) or ()] for p in ("items", "unproved")}
        reply = {**{key: self.reply.get(key) for key in kept}, **cards}
        return {**self.request.as_json(), "faults": self.faults(), "reply": reply}


def summary(answers: Sequence[Answered]) -> dict[str, float]:
    """The measured numbers of these answers."""
    shown = [card for answer in answers for card in answer.shown]
    items = [card for card in shown if card.place == "items"]
    possible = [answer for answer in answers if answer.request.satisfied_by >= ENOUGH]
    judged = [card for answer in possible for card in answer.items]
    return {
        "requests": len(answers),
        "errors": sum("error" in answer.reply and bool(answer.reply["error"]) for answer in answers),
        "products shown": len(shown),
        "of them in items": len(items),
        "break a firm demand": sum(bool(card.breaks) for card in shown),
        "of these in items": sum(bool(card.breaks) for card in items),
        "ambiguous record": sum(bool(card.ambiguous) and not card.breaks for card in shown),
        "column silent, among items": sum(bool(card.unknown) for card in items),
        "text silent too, among items": sum(bool(card.unmentioned) for card in items),
        "another price or unknown id": sum(not card.price_right for card in shown),
        "satisfiable by >= 3": len(possible),
        "answered with items": _share([bool(answer.items) for answer in possible]),
        "of the kind asked": _share([card.of_kind for card in judged]),
    }


def _share(flags: Sequence[bool]) -> float:
    return sum(flags) / len(flags) if flags else float("nan")


def timings(answers: Sequence[Answered]) -> dict[str, tuple[float, float]]:
    """Step -> (p50, p95) in ms; `wall` is measured outside the process. The first turn warms up and is left out."""
    steps: dict[str, list[float]] = {}
    for answer in answers[1:]:
        steps.setdefault("wall", []).append(answer.reply["wall_ms"])
        for step, taken in (answer.reply.get("timings_ms") or {}).items():
            steps.setdefault(step, []).append(float(taken))
    return {step: (percentile(taken, 0.5), percentile(taken, 0.95)) for step, taken in steps.items()}


def run(home: Path, seed: int, count: int) -> list[Answered]:
    """Ask every request in a conversation of its own, on one process."""
    rows = raw_products()
    by_id = {str(row["id"]): row for row in rows}
    answers = []
    with ChatProcess(home) as chat:
        for request in make_requests(rows, seed, count):
            reply = chat.ask({"conversation": f"request-{seed}-{request.number}", "text": request.text})
            answers.append(Answered(request, reply, judge_reply(request, reply, by_id)))
    return answers


def report(answers: Sequence[Answered]) -> str:
    """The tables as Markdown: all requests, by group and language, and the time of each step."""
    parts = [(group, lang) for group in GROUPS for lang in LANGUAGES]
    by_part = []
    for group, lang in parts:
        part = summary([a for a in answers if (a.request.group, a.request.language) == (group, lang)])
        by_part.append([f"{group} {lang}", *(part[key] for key in PART_KEYS)])
    return "\n\n".join(
        (
            markdown(("what", "measured"), list(summary(answers).items())),
            markdown(("part", *PART_KEYS), by_part),
            markdown(("step", "p50 ms", "p95 ms"), [[step, *pair] for step, pair in timings(answers).items()]),
        )
    )


PART_KEYS = (
    "requests",
    "break a firm demand",
    "answered with items",
    "of the kind asked",
    "text silent too, among items",
)


def main() -> None:
    """Run, print the tables, and write the numbers and the failing examples where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--home", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=TUNING_SEED)
    parser.add_argument("--n", type=int, default=500)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--failures", type=Path)
    wanted = parser.parse_args()
    answers = run(wanted.home, wanted.seed, wanted.n)
    print(report(answers))
    if wanted.json:
        numbers = {"seed": wanted.seed, **summary(answers), "timings_ms": timings(answers)}
        wanted.json.write_text(json.dumps(numbers, indent=1, ensure_ascii=False), encoding="utf-8")
    if wanted.failures:
        failing = [json.dumps(a.as_json(), ensure_ascii=False) for a in answers if a.faults()]
        wanted.failures.write_text("\n".join(failing) + "\n", encoding="utf-8")
        print(f"\n{len(failing)} failing examples in {wanted.failures}")


if __name__ == "__main__":
    main()
