"""What another process writes is found by a running owner within a second, and never half of it."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from catalog.catalogue import Catalogue
from catalog.embedders import HashingEmbedder
from catalog.home import Home
from catalog.languages.segmentation import segment
from catalog.product import Product
from catalog.store import Store

SECONDS = 1.0
# Imports, patches and deletes as the commands do, and tells when each of them was acknowledged.
MERCHANT = """
import sys, time
from pathlib import Path
from catalog.__main__ import main
folder, home = Path(sys.argv[1]), sys.argv[2]
def do(name, *words):
    out, sys.stdout = sys.stdout, open("/dev/null", "w")
    assert main([*words, "--home", home]) == 0
    sys.stdout = out
    print(name, time.time(), flush=True)
print("ready", time.time(), flush=True)
for line in sys.stdin:
    match line.strip():
        case "import": do("import", "import", str(folder / "new.csv"))
        case "patch": do("patch", "import", str(folder / "patch.csv"), "--patch")
        case "delete": do("delete", "delete", "p3")
        case "undo": do("undo", "undo")
"""
# Prices and stocks that always belong together, one patch after the other.
PATCHER = """
import sys
from pathlib import Path
from catalog.store import Store
from catalog.storing.reports import Listing
store = Store.open(Path(sys.argv[1]))
print("ready", flush=True)
for number in range(1, 60):
    store.patch({f"p{n}": Listing(price=float(number), stock=number) for n in range(200)})
"""


def name(number: int) -> str:
    """A title unlike the others: an approximate index loses sight of a lone product beside hundreds of equal ones."""
    dice = random.Random(number)
    return " ".join("".join(dice.choices("abdegiklmnoprstu", k=6)) for _ in range(4))


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home.make(tmp_path / "home")
    with Catalogue.open(home, HashingEmbedder()) as catalogue:
        catalogue.store.write([Product(f"p{n}", name(n), price=500.0, stock=500) for n in range(200)])
        catalogue.index_pending()
    return home


def seconds_until(true, since: float) -> float:
    """How long after that moment it came true; gives up after ten seconds."""
    while not true() and time.time() < since + 10:
        time.sleep(0.01)
    return time.time() - since


def test_each_change_is_found_within_a_second(home: Home, tmp_path: Path) -> None:
    (tmp_path / "new.csv").write_text("id,title,price\nnew,Velvet armchair,80\n")
    (tmp_path / "patch.csv").write_text("id,price,stock\np1,7,0\n")
    command = [sys.executable, "-c", MERCHANT, str(tmp_path), str(home.path)]
    with (
        Catalogue.open(home, HashingEmbedder()) as shop,
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as merchant,
    ):
        shop.follow()
        assert merchant.stdin is not None
        assert merchant.stdout is not None
        merchant.stdout.readline()

        def after(order: str, true) -> float:
            merchant.stdin.write(f"{order}\n")
            merchant.stdin.flush()
            return seconds_until(true, float(merchant.stdout.readline().split()[1]))

        def found() -> bool:
            return (
                shop.search_vectors("Velvet armchair", 1)[0][0] == "new"
                and shop.search_words(segment("velvet"), 5)[0][0] == "new"
                and shop.store.get(["new"])[0].price == 80.0
            )

        def gone() -> bool:
            nearest = {one for one, _ in shop.search_vectors(name(3), 500)}
            return "p3" not in nearest and not shop.store.get(["p3"]) and "p3" not in shop.store.view().ids

        assert after("import", found) < SECONDS
        assert after("patch", lambda: shop.store.get(["p1"])[0].stock == 0) < SECONDS
        assert after("delete", gone) < SECONDS
        assert after("undo", lambda: "p3" in {one for one, _ in shop.search_vectors(name(3), 5)}) < SECONDS
        assert shop.trouble == ""


def test_no_product_is_ever_seen_half_patched(home: Home) -> None:
    ids = [f"p{n}" for n in range(200)]
    command = [sys.executable, "-c", PATCHER, str(home.store)]
    with (
        Catalogue.open(home, HashingEmbedder()) as shop,
        subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as patcher,
    ):
        shop.follow()
        assert patcher.stdout is not None
        patcher.stdout.readline()
        seen: set[tuple[float | None, int | None]] = set()
        while patcher.poll() is None:
            seen |= {(product.price, product.stock) for product in shop.store.get(ids)}
            view = shop.store.view()
            prices, stocks = view.column("price"), view.column("stock")
            assert len(prices.rows) == len(stocks.rows) == len(ids)
        assert patcher.returncode == 0
        seen |= {(product.price, product.stock) for product in shop.store.get(ids)}
    assert all(price == stock for price, stock in seen)
    assert (59.0, 59) in seen
    assert len(seen) > 2


def test_a_process_that_comes_and_goes_takes_nothing_away(home: Home) -> None:
    code = (
        "import sys; from pathlib import Path; from catalog.store import Store; from catalog.product import Product\n"
        "store = Store.open(Path(sys.argv[1])); store.write([Product(sys.argv[2], 'Chair')]); store.close()"
    )
    first = Store.open(home.store)
    for number in range(3):
        # Whatever else this process opens and closes, its hold on the file stays.
        Store.open(home.store).close()
        Store.open(home.store, readonly=True).close()
        subprocess.run([sys.executable, "-c", code, str(home.store), f"other{number}"], check=True)
        first.write([Product(f"own{number}", "Table")])
    assert first.count() == 206
    assert first.connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    first.close()
