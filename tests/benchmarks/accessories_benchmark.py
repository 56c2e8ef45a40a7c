"""What only goes with a device among the first five of who asks for the device, on the electronics catalogue.

Every device is asked for by each of its names in both languages, alone and as a sentence. A product is an accessory
where nothing in its raw record proves the kind and its title holds the words of what is made for the device (a case, a
mount, a lamp, a service); titles are judged by fixed patterns that share no code with the assistant.

    python -m tests.benchmarks.accessories_benchmark --home D [--list]
"""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tests.benchmarks.electronics_kind import FOR_IT, SERVICE, Kind
from tests.benchmarks.electronics_kinds import KINDS
from tests.benchmarks.raw_electronics import raw_products
from tests.benchmarks.tables import markdown

DEVICES = frozenset(
    (
        *("laptop", "desktop computer", "monitor", "mouse", "keyboard", "external hard drive", "internal hard drive"),
        *("processor", "motherboard", "graphics card", "router", "network switch", "server", "tablet", "printer"),
        *("scanner", "projector", "UPS", "television", "headphones", "webcam", "camera lens", "digital camera"),
        *("smartphone", "smartwatch", "speaker", "DVD player", "MP3 player", "electric shaver"),
    )
)
FIRST = 5
SENTENCES = ("I'm looking for a {}", "我想买一个{}")


def queries(kind: Kind) -> Iterator[tuple[str, str]]:
    """Language and text of every way a device is asked for."""
    for name in dict.fromkeys(one for pair in kind.english for one in pair):
        yield "en", name
    for name in kind.chinese:
        yield "zh", name
    yield "en", SENTENCES[0].format(kind.english[0][0])
    yield "zh", SENTENCES[1].format(kind.chinese[0])


def is_accessory(kind: Kind, row: Mapping[str, Any]) -> bool:
    """Whether the raw record is of what goes with the device: not proved to be one, and named as made for it."""
    made_for = f"{SERVICE}|{FOR_IT}|{kind.excluded}"
    return not kind.proves(row) and re.search(made_for, str(row["title"]), re.IGNORECASE) is not None


def main() -> None:
    """Ask, judge, print one table; with `--list` every accessory and every product of another kind."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--home", type=Path, required=True)
    parser.add_argument("--list", action="store_true")
    wanted = parser.parse_args()
    from assistant.choices import open_assistant
    from assistant.settings import Settings
    from assistant.state import DialogueState
    from assistant.vocabulary import Turn
    from catalog.home import Home

    rows = {str(row["id"]): row for row in raw_products()}
    home = Home.existing(wanted.home)
    counts = {language: dict.fromkeys(("queries", "items", "accessories", "other"), 0) for language in ("en", "zh")}
    bad: list[tuple[str, str, str]] = []
    with open_assistant(Settings.read(os.environ, home.path), home, "accessories_benchmark") as assistant:
        for kind in KINDS:
            for language, text in queries(kind) if kind.name in DEVICES else ():
                _, reply = assistant.respond(DialogueState(), Turn("devices", text, language), FIRST)
                found = counts[language]
                found["queries"] += 1
                for one in reply.items:
                    row = rows[one.product.id]
                    found["items"] += 1
                    if kind.proves(row):
                        continue
                    beside = is_accessory(kind, row)
                    found["accessories" if beside else "other"] += 1
                    bad.append((text, "accessory" if beside else "other or unproved", str(row["title"])[:90]))
    table = [(language, *found.values()) for language, found in counts.items()]
    print(markdown(("language", "queries", "items", "accessories", "of another kind or unproved"), table))
    if wanted.list:
        print(markdown(("asked", "judged", "title"), bad))


if __name__ == "__main__":
    main()
