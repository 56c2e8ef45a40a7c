"""A shop of 200,000 products, made from electronics by variation: its import, its turns and its memory.

The import and the chat run as the commands they are. `--embedder hashing` is a stand-in for machines where embedding
200,000 texts takes too long: the rate is then told against MiniLM on a sample of the same texts, on all cores, as if it
ran beside the import's own work. Needs DAOGOU_DATA.

    python -m tests.benchmarks.large_benchmark [--products 200000] [--embedder minilm|hashing] [--home D] [--json OUT]
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from catalog.catalogue import EMBEDDER
from catalog.documents import embedding_text
from catalog.embedders import load_embedder
from catalog.home import Home
from catalog.store import Store
from tests.benchmarks.chat_process import ChatProcess
from tests.benchmarks.raw_electronics import data_folder
from tests.benchmarks.resources_benchmark import TURNS
from tests.benchmarks.tables import markdown, percentile
from tests.benchmarks.variations import write_variations

SAMPLED = 3000


def imported(home: Path, products: int, embedder: str) -> dict[str, float]:
    """Seconds, processor seconds and memory of the import into a fresh home."""
    store = Store.open(Home.make(home).store)
    store.set_note(EMBEDDER, embedder)
    store.close()
    with tempfile.TemporaryDirectory() as folder:
        file = write_variations(data_folder() / "electronics" / "products.jsonl.gz", products, Path(folder) / "f.jsonl")
        begun = time.perf_counter()
        command = [sys.executable, "-m", "catalog", "import", str(file), "--home", str(home)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        taken = time.perf_counter() - begun
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return {
        "products": products,
        "import, s": taken,
        "of it on a processor, s": used.ru_utime + used.ru_stime,
        "import: most memory, MB": used.ru_maxrss / 1024,
    }


def against_embedding(home: Path, embedder: str, found: dict[str, float]) -> dict[str, float]:
    """The import's rate against embedding the same texts alone, told from a sample of them spread over the shop."""
    store = Store.open(Home(home).store, readonly=True)
    ids = store.rows().ids
    texts = [embedding_text(product) for product in store.get(ids[:: max(1, len(ids) // SAMPLED)])]
    minilm = load_embedder("minilm")
    minilm.embed(texts[:64])
    begun, processor = time.perf_counter(), time.process_time()
    minilm.embed(texts)
    share = len(ids) / len(texts)
    alone, alone_processor = (time.perf_counter() - begun) * share, (time.process_time() - processor) * share
    own = found["of it on a processor, s"]
    together = own if embedder == "minilm" else own + alone_processor
    return {
        "embedding alone with MiniLM, from a sample, s": alone,
        "of it on a processor, s (embedding)": alone_processor,
        "processor: embedding alone against the import with MiniLM": alone_processor / together,
        **({"import speed against embedding alone": alone / found["import, s"]} if embedder == "minilm" else {}),
    }


def turns(home: Path, embedder: str, count: int = 60) -> dict[str, float]:
    """Turn times and memory of `chat --json` on this home."""
    os.environ["DAOGOU_EMBEDDER"] = embedder
    with ChatProcess(home) as chat:
        chat.ask({"conversation": "first", "text": "laptop"})
        first = chat.seconds_since_start()
        replies = [
            chat.ask({"conversation": f"visitor-{turn // 5}", "text": TURNS[turn % len(TURNS)]})
            for turn in range(count)
        ]
        walls = [reply["wall_ms"] for reply in replies]
        steps = sorted({step for reply in replies for step in reply.get("timings_ms", {})})
        return {
            "start to first answer, s": first,
            "turn p50, ms": percentile(walls, 0.5),
            "turn p95, ms": percentile(walls, 0.95),
            "second half of the turns, p95, ms": percentile(walls[count // 2 :], 0.95),
            "resident, MB": chat.resident_mb(),
            **{
                f"{step} p95, ms": percentile([reply["timings_ms"].get(step, 0.0) for reply in replies], 0.95)
                for step in steps
            },
        }


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--products", type=int, default=200_000)
    parser.add_argument("--embedder", choices=("minilm", "hashing"), default="minilm")
    parser.add_argument(
        "--home", type=Path, help="keep the shop here; where it is one already, only its turns are measured"
    )
    parser.add_argument("--json", type=Path)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = wanted.home or Path(folder) / "home"
        found: dict[str, float] = {}
        if not Home(home).store.exists():
            found = imported(home, wanted.products, wanted.embedder)
            found |= against_embedding(home, wanted.embedder, found)
        found |= turns(home, wanted.embedder)
    print(markdown(("what", "measured"), list(found.items())))
    if wanted.json:
        wanted.json.write_text(json.dumps(found, indent=1) + "\n")


if __name__ == "__main__":
    main()
