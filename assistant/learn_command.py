"""`python -m assistant learn`: a shop's log of events -> what its shoppers are likely to do, as the order uses it."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import Any

MOST_TOLD = 20


def register(commands: Any) -> None:
    """Adds the command."""
    learn = commands.add_parser("learn", help="the shop's log of events (CSV or JSON lines) into the order of goods")
    learn.add_argument("events", type=Path, metavar="EVENTS", help="shopper,product,event,time,value; ISO times")
    learn.add_argument("--home", help="home directory (default: DAOGOU_HOME, else the user's data directory)")
    learn.set_defaults(run=_learn)


def _learn(options: argparse.Namespace) -> int:
    from assistant.personalization.event_log import read_events
    from assistant.ranking.heads import LEAST, LEAST_OF_EACH
    from assistant.ranking.outcomes import HOME_FOLDER, learn, write_outcomes
    from catalog.home import Home, home_path

    log = read_events(options.events)
    home = Home.make(home_path(options.home, os.environ))
    outcomes, told = learn(log.events, _products(home.store))
    out = sys.stdout
    shoppers, products = ({getattr(one, name) for one in log.events} for name in ("shopper", "product"))
    out.write(f"Read {len(log.events)} events of {len(shoppers)} shoppers and {len(products)} products.\n")
    if log.refused:
        out.write(f"Refused {len(log.refused)} rows:\n")
    out.writelines(f"  line {line}: {why}\n" for line, why in log.refused[:MOST_TOLD])
    if len(log.refused) > MOST_TOLD:
        out.write(f"  and {len(log.refused) - MOST_TOLD} more\n")
    for one in told:
        state = (
            "learnt" if one.head else f"silent (at least {LEAST} examples, {LEAST_OF_EACH} of each kind, are needed)"
        )
        out.write(f"{one.outcome}: {one.examples} examples, {one.happened} of which happened: {state}.\n")
    if outcomes is None:
        out.write("Too little to learn from: what was learnt before stays.\n")
        return 1
    write_outcomes(home.path / HOME_FOLDER, outcomes, told)
    return 0


def _products(store: Path) -> dict[str, Any]:
    from catalog.store import Store

    if not store.exists():
        return {}
    opened = Store.open(store, readonly=True)
    try:
        return {one.id: one for one in opened.all()}
    finally:
        opened.close()
