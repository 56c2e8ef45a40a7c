"""A big shop with a running assistant: every price and stock patched, seen by shoppers, and both processes killed.

On a copy of the home: a patch of all products beside a running `chat --json`, how long it takes, and how long after its
acknowledgement a shopper is shown the new price. Then `--kills` times the assistant and a patch are killed (kill -9) at
a random moment, and the home is opened again by a new assistant: seconds to its first answer, products lost, and
products with the price of one patch and the stock of another.

    python -m tests.benchmarks.reopen_benchmark --home H [--kills 3] [--seed 0] [--json OUT]
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from catalog.home import Home
from catalog.product import Product
from catalog.store import Store
from tests.benchmarks.chat_process import ChatProcess
from tests.benchmarks.tables import markdown

TRIED = 20
"""So many products are asked for by name until one is shown."""
PATIENCE = 10.0


def written(goods: Sequence[Product], number: int, folder: Path) -> Path:
    """The patch of that number: all prices end in its cents, all stocks are its."""
    file = folder / f"patch-{number}.csv"
    lines = (f"{one.id},{10 + place % 900}.{number % 90 + 10},{number}" for place, one in enumerate(goods))
    file.write_text("\n".join(["id,price,stock", *lines]), encoding="utf-8")
    return file


def patching(file: Path, home: Path) -> subprocess.Popen[bytes]:
    """The command that patches, on its way."""
    command = [sys.executable, "-m", "catalog", "import", str(file), "--home", str(home), "--patch"]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def content(home: Path) -> list[Product]:
    """Every product, as the store has it."""
    store = Store.open(Home(home).store, readonly=True)
    try:
        return list(store.all())
    finally:
        store.close()


def shown(chat: ChatProcess, one: Product, number: int) -> tuple[float | None, int | None] | None:
    """Price and stock of a product as a new shopper who names it is told them; None where it isn't shown."""
    reply = chat.ask({"conversation": f"{one.id} {number}", "text": one.title, "k": 20})
    found = [item for item in reply["items"] + reply["unproved"] if item["id"] == one.id]
    return (found[0]["price"], found[0]["stock"]) if found else None


def live(home: Path, goods: Sequence[Product], folder: Path) -> dict[str, float]:
    """Seconds of a patch of everything beside a running assistant, and until a shopper is told the new price."""
    with ChatProcess(home) as chat:
        one = next((one for one in goods[-TRIED:] if shown(chat, one, 0)), None)
        if one is None:
            raise SystemExit("None of the last products is shown to who names it. Name another home with --home.")
        begun = time.perf_counter()
        if patching(written(goods, 1, folder), home).wait() != 0:
            raise SystemExit("The patch failed. Run it by hand: python -m catalog import FILE --patch")
        done = time.perf_counter()
        asked = 0
        while (told := shown(chat, one, asked + 1)) is None or told[1] != 1:
            asked += 1
            if time.perf_counter() - done > PATIENCE:
                break
        return {
            "products": len(goods),
            "patch of all, s": done - begun,
            "shown to a shopper after it, the answer included, s": time.perf_counter() - done,
        }


def killed(home: Path, goods: Sequence[Product], kills: int, seed: int, folder: Path) -> dict[str, float]:
    """What kills of the assistant and of a patch cost."""
    dice, seconds = random.Random(seed), list[float]()
    lost = torn = wrong = 0
    before = 1
    for number in range(2, kills + 2):
        with ChatProcess(home) as chat:
            chat.ask({"conversation": "a", "text": goods[0].title})
            patch = patching(written(goods, number, folder), home)
            time.sleep(dice.uniform(0.5, 6.0))
            chat.kill()
            patch.kill()
            acknowledged = patch.wait() == 0
        begun = time.perf_counter()
        with ChatProcess(home) as chat:
            reply = chat.ask({"conversation": "b", "text": goods[0].title})
            seconds.append(time.perf_counter() - begun)
            wrong += "error" in reply
        found = content(home)
        lost += len(goods) - len(found)
        for one in found:
            cents = round((one.price or 0) % 1 * 100) - 10
            torn += cents != one.stock or one.stock not in ((number,) if acknowledged else (before, number))
        before = number
        patching(written(goods, number, folder), home).wait()
    return {
        "kills": kills,
        "products lost": lost,
        "products half patched, or of no acknowledged patch": torn,
        "faults after opening again": wrong,
        "opened again, to the first answer, most, s": max(seconds, default=0.0),
    }


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--home", type=Path, required=True, help="a home with many products; it is copied")
    parser.add_argument("--kills", type=int, default=3)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--json", type=Path)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        home = Path(shutil.copytree(wanted.home, folder / "home", ignore=shutil.ignore_patterns("owner*")))
        goods = content(home)
        found = live(home, goods, folder) | killed(home, goods, wanted.kills, wanted.seed, folder)
    print(markdown(("what", "measured"), list(found.items())))
    if wanted.json:
        wanted.json.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
