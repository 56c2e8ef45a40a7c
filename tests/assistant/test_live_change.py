"""A talk goes on while a merchant's commands change the catalogue: what is said follows with no restart."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from assistant.choices import open_assistant
from assistant.settings import Settings
from assistant.state import DialogueState
from assistant.vocabulary import Turn
from catalog.home import Home
from catalog.product import Product
from catalog.store import Store

KINDS = ("kettle", "desk lamp", "scarf", "notebook", "mug")
PATIENCE = 10.0


def test_imports_patches_and_deletions_are_told_with_no_restart(tmp_path: Path) -> None:
    home = Home.make(tmp_path / "home")
    store = Store.open(home.store)
    kinds = [KINDS[n % len(KINDS)] for n in range(50)]
    store.write([Product(f"p{n}", f"{kind} {n}", type=kind, price=10.0 + n) for n, kind in enumerate(kinds)])
    store.close()
    (tmp_path / "new.csv").write_text("id,title,type,price,stock\nnew,Velvet armchair,armchair,80,3\n")
    (tmp_path / "patch.csv").write_text("id,price,stock\nnew,70,2\n")
    with open_assistant(Settings(embedder="hashing"), home, "tests") as assistant:

        def shown() -> list[tuple[str, float | None]]:
            _, reply = assistant.respond(DialogueState(), Turn("c", "armchair under 100"))
            return [(item.product.id, item.product.price) for item in reply.items if item.product.id == "new"]

        def follows(true: Callable[[], bool], *command: str) -> bool:
            words = [sys.executable, "-m", "catalog", *command, "--home", str(home.path)]
            subprocess.run(words, check=True, capture_output=True)
            end = time.monotonic() + PATIENCE
            while not true() and time.monotonic() < end:
                time.sleep(0.01)
            return true()

        assert shown() == []
        new, patch = str(tmp_path / "new.csv"), str(tmp_path / "patch.csv")
        assert follows(lambda: shown() == [("new", 80.0)], "import", new)
        assert follows(lambda: shown() == [("new", 70.0)], "import", patch, "--patch")
        assert follows(lambda: shown() == [], "delete", "new")
        assert follows(lambda: shown() == [("new", 70.0)], "undo")
