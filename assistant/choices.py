"""Setting name -> part: the only module that knows every part, and puts an assistant together."""

from __future__ import annotations

import time
from collections.abc import Callable

from assistant.conversation import Assistant
from assistant.ports import Scorer
from assistant.ranking.order import Ranker
from assistant.ranking.similarity import SimilarityScorer
from assistant.reasons.product_answers import ProductAnswers
from assistant.reasons.reasoner import FactReasoner
from assistant.retrieval.find import Finder
from assistant.retrieval.qualify import Qualifier
from assistant.settings import Settings
from assistant.understanding.learnt import LearntParser
from catalog.catalogue import Catalogue
from catalog.embedders import load_embedder
from catalog.errors import SetupError
from catalog.home import Home
from catalog.ports import Embedder

Progress = Callable[[str, int, int], None]

SCORERS: dict[str, Callable[[Embedder], Scorer]] = {"similarity": SimilarityScorer}


def open_scorer(settings: Settings) -> Scorer:
    """The ranking scorer that the settings name."""
    if settings.scorer not in SCORERS:
        raise SetupError(f"No scorer called {settings.scorer!r}. Choose one of: {', '.join(sorted(SCORERS))}.")
    return SCORERS[settings.scorer](load_embedder(settings.embedder))


def open_assistant(
    settings: Settings, home: Home, command: str, clock: Callable[[], float] = time.perf_counter
) -> Assistant:
    """The assistant on a home that this process then owns; SetupError where another has it."""
    catalogue = Catalogue.open(home, load_embedder(settings.embedder), command)
    qualifier = Qualifier(catalogue.store, catalogue.words)
    finder = Finder(catalogue, qualifier)
    ranker = Ranker()
    reasoner = FactReasoner()
    catalogue.follow()
    return Assistant(
        catalogue=catalogue,
        parser=LearntParser(catalogue.store, settings.rates),
        qualifier=qualifier,
        finder=finder,
        ranker=ranker,
        reasoner=reasoner,
        answers=ProductAnswers(catalogue, finder, ranker, reasoner),
        clock=clock,
        rates=settings.rates,
    )
