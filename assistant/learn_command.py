"""`python -m assistant learn`: a shop's log of events -> what shoppers are likely to do and what each may want next."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.personalization.collaborative import Collaborative, Tried
    from assistant.personalization.event_log import Event
    from assistant.ranking.outcomes import Learnt, Outcomes
    from catalog.home import Home

MOST_TOLD = 20


def register(commands: Any) -> None:
    """Adds the command."""
    learn = commands.add_parser(
        "learn", help="the shop's log of events into what goes with what, and into the order of goods"
    )
    learn.add_argument(
        "events", type=Path, metavar="EVENTS", help="shopper,product,event,time,value[,query]; ISO times"
    )
    learn.add_argument("--home", help="home directory (default: DAOGOU_HOME, else the user's data directory)")
    learn.set_defaults(run=_learn)


def _learn(options: argparse.Namespace) -> int:
    from assistant.personalization.event_log import read_events
    from assistant.ranking.heads import LEAST, LEAST_OF_EACH
    from assistant.ranking.outcomes import HOME_FOLDER, write_outcomes
    from catalog.home import Home, home_path

    log = read_events(options.events)
    home = Home.make(home_path(options.home, os.environ))
    outcomes, told = _learnt(log.events, home)
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
        out.write("The order of goods: too little to learn from; what was learnt before stays.\n")
    else:
        write_outcomes(home.path / HOME_FOLDER, outcomes, told)
    _learn_collaborative(log.events, home, out)
    return 0


def _learn_collaborative(events: Sequence[Event], home: Home, out: TextIO) -> None:
    """Learns and keeps what goes with what, then the log itself: a kill between them leaves both usable."""
    from assistant.personalization.collaborative import HOME_FOLDER, learn_collaborative, write_collaborative
    from assistant.personalization.interactions import interactions
    from assistant.records.database import Database
    from assistant.records.event_book import EventBook

    model, tried = learn_collaborative(interactions(events))
    write_collaborative(home.path / HOME_FOLDER, model, _card(model, tried))
    database = Database.of_home(home.path)
    try:
        EventBook(database).replace((one.shopper, one.product, one.name, one.time, one.value) for one in events)
    finally:
        database.close()
    chosen = (
        f"by {tried[0].way}, nDCG@10 of what was held out: " + ", ".join(f"{one.way} {one.ndcg:.3f}" for one in tried)
        if tried
        else f"by {model.way}, unmeasured: too few shoppers to hold something out"
    )
    out.write(f"Recommendations among {len(model.products)} products {chosen}.\n")


def _card(model: Collaborative, tried: Sequence[Tried]) -> str:
    rows = "\n".join(f"| {one.way} | {one.ndcg:.4f} |" for one in tried)
    return f"""# What goes with what, of {len(model.products)} products

Made by `python -m assistant learn` from the shop's own log; nothing of it leaves the home. What is kept here says
nothing of single shoppers. Chosen: {model.way}. nDCG@10 of one product of each of up to 2,000 shoppers, held out:

| way | nDCG@10 |
|---|---|
{rows}
"""


def _learnt(events: Sequence[Event], home: Home) -> tuple[Outcomes | None, tuple[Learnt, ...]]:
    """What the events teach, with how well the products fit the searches where the log tells these."""
    from assistant.choices import open_judge
    from assistant.ranking.outcomes import learn
    from assistant.settings import Settings
    from catalog.store import Store

    if not home.store.exists():
        return learn(events, {})
    opened = Store.open(home.store, readonly=True)
    try:
        searches = any(one.query for one in events)
        judge = open_judge(Settings.read(os.environ, home.path), opened, home.path) if searches else None
        return learn(events, {one.id: one for one in opened.all()}, judge)
    finally:
        opened.close()
