"""`python -m assistant recommend --json`: what a shopper may want next, from the shop's log and its records."""

from __future__ import annotations

import argparse
import os
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.json_lines import answer_lines, maybe, whole

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.personalization.interactions import History
    from assistant.personalization.recommender import Recommender, Shelf

USUAL, MOST = 10, 1000
PRIOR = 10.0
"""Ratings that a product has to have before its own count as much as the shop's average."""


def register(commands: Any) -> None:
    """Adds the command."""
    recommend = commands.add_parser("recommend", help="what a shopper may want next, as JSON lines")
    recommend.add_argument("--home", help="home directory (default: DAOGOU_HOME, else the user's data directory)")
    recommend.add_argument("--json", action="store_true", required=True)
    recommend.set_defaults(run=_recommend)


def _recommend(options: argparse.Namespace) -> int:
    from assistant.personalization.interactions import History
    from catalog.home import home_path

    path = home_path(options.home, os.environ)
    recommender, history_of = _opened(path)

    def answer(line: dict[str, Any]) -> dict[str, Any]:
        shopper, told = maybe(line, "shopper"), line.get("history")
        if told is None and shopper is None:
            raise ValueError('Give "shopper" or "history".')
        if told is not None and (not isinstance(told, list) or not all(isinstance(one, (str, int)) for one in told)):
            raise ValueError('"history" has to be a list of product ids.')
        count = whole(line, "k", USUAL)
        if not 1 <= count <= MOST:
            raise ValueError(f'"k" has to be from 1 to {MOST}.')
        kept = history_of(shopper) if shopper is not None else History((), ())
        further = tuple(dict.fromkeys(str(one) for one in told or () if str(one) not in kept.products))
        history = History((*kept.products, *further), (*kept.worth, *(1.0 for _ in further)))
        found = recommender.recommend(history, count)
        return {"items": [{"id": product, "score": score} for product, score in found]}

    return answer_lines(sys.stdin.buffer, answer)


def _opened(path: Path) -> tuple[Recommender, Callable[[str], History]]:
    """The home's recommender and what tells a shopper's history; SetupError where the home has nothing to go by."""
    from assistant.personalization.collaborative import HOME_FOLDER, read_collaborative
    from assistant.personalization.recommender import Recommender
    from catalog.errors import SetupError

    model = read_collaborative(path / HOME_FOLDER)
    shelf, standing = _shelf(path)
    if model is None and shelf.sold is None:
        raise SetupError(
            f"{path} has neither a log nor a catalogue. Type: python -m assistant learn EVENTS --home {path}"
        )
    return Recommender(model, shelf, standing), _histories(path)


def _histories(path: Path) -> Callable[[str], History]:
    from assistant.personalization.event_log import Event
    from assistant.personalization.interactions import RATING, History, histories
    from assistant.records.database import FILE, Database
    from assistant.records.event_book import EventBook

    nothing = History((), ())
    if not (path / FILE).exists():
        return lambda shopper: nothing
    book = EventBook(Database.of_home(path))
    scale = book.scale(RATING)
    return lambda shopper: histories([Event(*row) for row in book.of(shopper)], scale).get(shopper, nothing)


def _shelf(path: Path) -> tuple[Shelf, dict[str, float]]:
    """What the catalogue of the home sells, with vectors where they were made, and how well each product is rated."""
    import numpy as np

    from assistant.personalization.recommender import Shelf
    from catalog.catalogue import EMBEDDER
    from catalog.home import Home
    from catalog.store import Store

    file = Home(path).store
    if not file.exists():
        return Shelf(), {}
    with closing(Store.open(file, readonly=True)) as store:
        goods = [one for one in store.all() if one.stock != 0]
        if not goods:
            return Shelf(), {}
        embedder = store.note(EMBEDDER)
        ids, vectors = store.vectors(embedder) if embedder else ((), np.zeros((0, 0), np.float32))
    rated = [one.rating for one in goods if one.rating is not None]
    usual = sum(rated) / len(rated) if rated else 0.0
    most = max(rated, default=1.0) or 1.0
    standing = {
        one.id: (usual * PRIOR + one.rating * (one.rating_count or 1)) / (PRIOR + (one.rating_count or 1)) / most
        for one in goods
        if one.rating is not None
    }
    return Shelf(frozenset(one.id for one in goods), ids, vectors), standing
