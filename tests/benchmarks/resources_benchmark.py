"""What the assistant needs of the machine: start, memory, the speed of an import, and the page beside an empty one.

Each part is a flag. `--start` times process start to first answer and reads resident memory after 50 turns on a built
home; `--import` imports the electronics file on a fresh home and then embeds the same texts alone, twice (needs
DAOGOU_DATA; `--rows` shortens it); `--page` times `app.py` until its page answers, and an empty Gradio page, in turn.

    python -m tests.benchmarks.resources_benchmark --home D [--start] [--import] [--page] [--rows N] [--json OUT]
"""

from __future__ import annotations

import argparse
import json
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.chat_process import ChatProcess
from tests.benchmarks.raw_electronics import data_folder
from tests.benchmarks.tables import markdown, percentile

TURNS = (
    "laptop with 8 GB of memory under 500 euros", "not HP", "cheaper", "黑色的无线鼠标", "两三百块的打印机", "不要惠普",
    "blue network cable of 2 m", "toner cartridge for at least 5000 pages", "start over", "headphones",
)  # fmt: skip
EMPTY_PAGE = (
    "import gradio\nwith gradio.Blocks() as page: pass\n"
    "page.launch(server_name='127.0.0.1', server_port={port}, quiet=True)"
)
EMBED_ALONE = """
import json, sys, time
from pathlib import Path
from catalog.documents import embedding_text
from catalog.embedders import load_embedder
from catalog.home import Home
from catalog.store import Store
store = Store.open(Home(Path(sys.argv[1])).store, readonly=True)
texts = [embedding_text(product) for product in store.all()]
embedder = load_embedder(sys.argv[2])
begun = time.perf_counter()
embedder.embed(texts)
print(json.dumps({"texts": len(texts), "seconds": time.perf_counter() - begun}))
"""


def start_and_memory(home: Path, turns: int = 50) -> dict[str, float]:
    """Seconds from process start to the first answer, turn times, and resident memory after `turns` turns."""
    with ChatProcess(home) as chat:
        chat.ask({"conversation": "first", "text": "laptop"})
        first = chat.seconds_since_start()
        early = chat.resident_mb()
        totals = []
        for turn in range(turns):
            reply = chat.ask({"conversation": f"visitor-{turn // 5}", "text": TURNS[turn % len(TURNS)]})
            totals.append(reply["wall_ms"])
        return {
            "start to first answer, s": first,
            "resident after the first answer, MB": early,
            f"resident after {turns} turns, MB": chat.resident_mb(),
            "turn p50, ms": percentile(totals, 0.5),
            "turn p95, ms": percentile(totals, 0.95),
        }


def import_speed(rows: int | None, embedder: str = "minilm") -> dict[str, float]:
    """Seconds of an import into a fresh home, and of embedding the same texts alone right after it, mean of two."""
    with tempfile.TemporaryDirectory() as folder:
        file = _first_rows(Path(folder), rows)
        begun = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "catalog", "import", str(file), "--home", f"{folder}/home"],
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        taken = time.perf_counter() - begun
        alone = [_embedding_alone(Path(folder) / "home", embedder) for _ in range(2)]
    seconds = statistics.mean(run["seconds"] for run in alone)
    return {
        "products imported": alone[0]["texts"],
        "import, s": taken,
        "embedding alone, s": seconds,
        "import speed against embedding alone": seconds / taken,
    }


def _first_rows(folder: Path, rows: int | None) -> Path:
    whole = data_folder() / "electronics" / "products.jsonl.gz"
    if rows is None:
        return whole
    from tests.benchmarks.raw_electronics import raw_products

    part = folder / "part.jsonl"
    part.write_text("\n".join(json.dumps(row) for row in raw_products(whole)[:rows]) + "\n", encoding="utf-8")
    return part


def _embedding_alone(home: Path, embedder: str) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-c", EMBED_ALONE, str(home), embedder], check=True, capture_output=True, text=True
    )
    return json.loads(done.stdout.splitlines()[-1])


def page_start(home: Path, rounds: int = 3) -> dict[str, float]:
    """Median seconds until `app.py` on this home, and an empty Gradio page, answer; the two take turns."""
    ours, empty = [], []
    for _ in range(rounds):
        port = _free_port()
        empty.append(_until_reachable([sys.executable, "-c", EMPTY_PAGE.format(port=port)], port))
        port = _free_port()
        ours.append(_until_reachable([sys.executable, "app.py", "--home", str(home), "--port", str(port)], port))
    return {
        "page reachable, s": statistics.median(ours),
        "empty Gradio page reachable, s": statistics.median(empty),
        "page against empty page": statistics.median(ours) / statistics.median(empty),
    }


def _until_reachable(command: Sequence[str], port: int, seconds: float = 120.0) -> float:
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    try:
        while time.perf_counter() - begun < seconds:
            if process.poll() is not None:
                raise RuntimeError(f"{command} ended: {process.stderr.read()[-1500:] if process.stderr else ''}")
            if _answers(port):
                return time.perf_counter() - begun
            time.sleep(0.05)
        raise RuntimeError(f"{command} was not reachable within {seconds:.0f} s")
    finally:
        process.terminate()
        process.wait(timeout=30)


def _answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=30) as page:
            return page.status == 200 and bool(page.read())
    except (urllib.error.URLError, OSError):
        return False


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def main() -> None:
    """Measure the parts asked for, all of them if none is named, and print one table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--home", type=Path, required=True)
    parser.add_argument("--start", action="store_true")
    parser.add_argument("--import", dest="importing", action="store_true")
    parser.add_argument("--page", action="store_true")
    parser.add_argument("--rows", type=int)
    parser.add_argument("--json", type=Path)
    wanted = parser.parse_args()
    every = not (wanted.start or wanted.importing or wanted.page)
    numbers: dict[str, float] = {}
    if wanted.start or every:
        numbers |= start_and_memory(wanted.home)
    if wanted.page or every:
        numbers |= page_start(wanted.home)
    if wanted.importing or every:
        numbers |= import_speed(wanted.rows)
    print(markdown(("what", "measured"), list(numbers.items())))
    if wanted.json:
        wanted.json.write_text(json.dumps(numbers, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
