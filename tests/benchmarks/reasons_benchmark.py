"""Checks reasons against raw records: python -m tests.benchmarks.reasons_benchmark [COUNT]."""

from __future__ import annotations

import json
import sys
import tempfile
import time
from pathlib import Path

from assistant.evaluation.reasons_lists import Listed, listings
from assistant.languages.reading import spoken
from catalog.home import Home
from catalog.product import Product
from catalog.sample.shop import install, sample_files
from catalog.store import Store
from tests.benchmarks.reasons_checker import Records, Told, faults


def told_by(listed: Listed) -> list[Told]:
    """The reasons of a list as plain data."""
    ids = [one.id for one in listed.shown]
    candidates = [one.id for one in listed.candidates]
    ledger = [(demand.field, demand.value) for demand in listed.state.ledger]
    return [
        Told(
            reason.product,
            reason.text,
            [
                {
                    **{name: getattr(proof, name) for name in ("field", "value", "unit", "kind", "span", "at")},
                    "among": proof.among,
                }
                for proof in reason.evidence
            ],
            ids,
            candidates,
            ledger,
        )
        for reason in listed.reasons
    ]


def imported() -> list[Product]:
    """The sample shop as the catalogue keeps it."""
    with tempfile.TemporaryDirectory() as folder:
        home = Home.make(Path(folder))
        store = Store.open(home.store)
        install(store, home.path)
        products = list(store.all())
        store.close()
    return products


def main(count: int) -> int:
    """Prints how many reasons hold a claim that the raw records don't prove; 1 where there is one."""
    lines = [line for path in sample_files() for line in path.read_text("utf-8").splitlines()]
    records = Records({row["id"]: row for line in lines if line.strip() for row in [json.loads(line)]})
    products = imported()
    wrong = 0
    for language in spoken():
        checked, claims = 0, 0
        for listed in listings(products, language, count // len(spoken()), 11, time.perf_counter):
            for told in told_by(listed):
                checked += 1
                claims += len(told.evidence)
                found = faults(told, records)
                if found:
                    wrong += 1
                    sys.stdout.write(f"{told.product}: {told.text}\n    {'; '.join(found)}\n")
        sys.stdout.write(f"{language}: {checked} reasons, {claims} proofs checked\n")
    sys.stdout.write(f"reasons with an unproved claim: {wrong}\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 5000))
