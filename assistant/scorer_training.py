"""`train scorer`: the part of the training command that makes the ranking scorer."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

TRIES = 30


def add_scorer(parts: Any) -> None:
    """Adds the scorer to the parts that can be trained."""
    parser = parts.add_parser("scorer", help="the order of the candidates, from catalogues and judged pairs")
    parser.add_argument(
        "--home",
        type=Path,
        action="append",
        help="a home to learn from, more than one in turn; the first gets the result",
    )
    parser.add_argument(
        "--ratings",
        type=Path,
        action="append",
        help="judged pairs: CSV with query, rating (0 to 3), and title or a product_id of the homes",
    )
    parser.add_argument("--queries", type=int, help="queries made from each catalogue")
    parser.add_argument(
        "--out", type=Path, help="folder of weights and card (default: of the first home, else shipped)"
    )
    parser.add_argument(
        "--tune",
        type=int,
        nargs="?",
        const=TRIES,
        default=0,
        metavar="TRIES",
        help=f"search the settings of mix and trees first ({TRIES} tries each); the study is kept",
    )
    parser.add_argument("--licence", action="append", metavar="TEXT", help="of data learnt from, as the card tells it")
    parser.add_argument("--seed", type=int, default=7)
    parser.set_defaults(run=train_scorer)


def train_scorer(options: argparse.Namespace) -> int:
    """Trains, writes, and prints the measured table as JSON."""
    from assistant.ranking.making import QUERIES, make
    from assistant.ranking.mix import WEIGHTS
    from assistant.ranking.tuned import HOME_FOLDER
    from catalog.errors import SetupError

    if options.tune < 0 or (options.queries is not None and options.queries < 1):
        raise SetupError("Nothing can be made of that. Give --queries and --tune numbers from 1.")
    homes = options.home or []
    out = options.out or (homes[0] / HOME_FOLDER if homes else WEIGHTS)
    queries, licences = options.queries or QUERIES, options.licence or []
    rows = make(out, homes, options.ratings or [], options.seed, queries, _tell, options.tune, licences)
    sys.stdout.write(json.dumps([asdict(row) for row in rows], indent=1) + "\n")
    return 0


def _tell(line: str) -> None:
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()
