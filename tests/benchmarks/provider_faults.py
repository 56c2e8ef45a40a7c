"""Twelve things a model's provider does wrong, twenty times each: every turn is answered, and in time.

    python -m tests.benchmarks.provider_faults HOME [--times 20]

Each line goes to `chat --json` on HOME, each in a conversation of its own, after the same messages once unmeasured:
the first of a kind loads its words. In the first columns neither breaker nor bound on calls spares a turn the fault;
`with the breaker` runs the same turns with the default settings. The twelve kinds are followed by a sound provider.
Half of the messages are Chinese; every third is a story that the model is asked to read.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.assistant.chat_models.openai_server import FAULTS, KEY, Script, openai_server
from tests.assistant.test_model_settings import shopkeeper
from tests.benchmarks.chat_process import ChatProcess
from tests.benchmarks.tables import markdown, percentile

MESSAGES = (
    "headphones under 100 euros",
    "100欧以内的耳机",
    "I gave my old one to my niece, who is off to school soon, and now I am left with nothing at all to write on",
    "a black kettle",
    "黑色的水壶",
    "我把旧的送给外甥女上学用了，现在自己什么都没有，每天在火车上还要写东西，你看着帮我想想办法吧",
)
KINDS = (*FAULTS, "refused", "dns", "none")
LATE = 1000.0
ALWAYS = {"DAOGOU_MODEL_FAILURES": "1000000", "DAOGOU_MODEL_AT_ONCE": "1000"}


@contextmanager
def provider(kind: str) -> Iterator[str]:
    """The address of a provider with this fault."""
    if kind == "dns":
        yield "http://no-such-host.invalid/v1"
        return
    with openai_server(Script(words=shopkeeper, fault="" if kind in ("refused", "none") else kind)) as url:
        if kind != "refused":
            yield url
            return
    yield url


def measured(home: Path, kind: str, times: int, settings: dict[str, str]) -> tuple[int, list[float], int]:
    """How many turns were answered, the milliseconds of each, how many of them in the model's words."""
    with provider(kind) as url:
        named = {"DAOGOU_MODEL": "openai:small", "DAOGOU_MODEL_URL": url, "DAOGOU_MODEL_KEY": KEY}
        with ChatProcess(home, {**os.environ, **named, **settings}) as chat:
            for text in MESSAGES:
                chat.ask({"conversation": "before", "text": text})
            told = [
                chat.ask({"conversation": f"{kind}{turn}", "text": MESSAGES[turn % len(MESSAGES)]})
                for turn in range(times)
            ]
    for one in told:
        if one["wall_ms"] > LATE:
            sys.stderr.write(f"  late: {one['wall_ms']:.0f} ms, want {one.get('want')}, {one.get('timings_ms')}\n")
    answered = sum("error" not in one and bool(one["text"]) for one in told)
    worded = sum(any(word in one.get("text", "") for word in ("costs €", "价格是€")) for one in told)
    return answered, [one["wall_ms"] for one in told], worded


def main() -> int:
    """Prints the table; 1 where a turn was not answered, or not in time."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("home", type=Path)
    parser.add_argument("--times", type=int, default=20)
    options = parser.parse_args()
    rows, bad = [], 0
    for kind in KINDS:
        answered, every, _ = measured(options.home, kind, options.times, ALWAYS)
        with_breaker, rested, worded = measured(options.home, kind, options.times, {})
        late = sum(ms > LATE for ms in (*every, *rested))
        rows.append(
            [
                kind, f"{answered + with_breaker} of {2 * options.times}", percentile(every, 0.5), max(every),
                percentile(rested, 0.5), max(rested), late, worded,
            ]
        )  # fmt: skip
        bad += (2 * options.times - answered - with_breaker) + late * (kind != "none")
        sys.stderr.write(f"{kind}: {rows[-1][1:]}\n")
    head = [
        "provider",
        "answered",
        "median ms",
        "longest ms",
        "with the breaker: median",
        "longest",
        "over 1 s",
        "worded",
    ]
    sys.stdout.write(markdown(head, rows) + "\n")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
