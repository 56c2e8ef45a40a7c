"""Setting name -> part: the only module that knows every part, and puts an assistant together."""

from __future__ import annotations

import logging
import math
import time
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.chat_models.guarded import GuardedModel
from assistant.chat_models.huggingface_folder import folder_chat
from assistant.chat_models.langchain_model import LangChainModel
from assistant.chat_models.openai_endpoint import endpoint_chat
from assistant.conversation import Assistant
from assistant.ports import ChatModel, Scorer
from assistant.ranking.order import Ranker, Weights, demands_met, searched
from assistant.ranking.outcome_examples import Judge
from assistant.ranking.outcomes import HOME_FOLDER, read_outcomes
from assistant.ranking.shortlist import Shortlist, scored_text
from assistant.ranking.similarity import SimilarityScorer
from assistant.ranking.tuned import open_tuned
from assistant.reasons.model_writer import ModelWriter
from assistant.reasons.product_answers import ProductAnswers
from assistant.reasons.reasoner import FactReasoner
from assistant.reasons.record_auditor import RecordAuditor
from assistant.retrieval.find import Finder
from assistant.retrieval.qualify import Qualifier
from assistant.service.connector import RecordConnector
from assistant.service.desk import Desk
from assistant.service.handoff import HandOff
from assistant.service.order_desk import OrderDesk
from assistant.service.policy_answers import PolicyAnswers
from assistant.service.rest_connector import RestConnector
from assistant.service.staff_room import StaffRoom
from assistant.settings import Settings
from assistant.state import DialogueState
from assistant.understanding.intents.classifier import WEIGHTS, IntentClassifier
from assistant.understanding.intents.guess import Guesser, NoGuesser
from assistant.understanding.learnt import LearntParser
from assistant.understanding.model_parser import ModelParser
from assistant.vocabulary import Turn
from catalog.catalogue import Catalogue
from catalog.embedders import load_embedder
from catalog.errors import SetupError
from catalog.home import Home
from catalog.ports import Embedder
from catalog.product import Product
from catalog.store import Store

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

LOG = logging.getLogger(__name__)
Progress = Callable[[str, int, int], None]

SCORERS: dict[str, Callable[[Embedder, Path | None], Scorer]] = {
    "similarity": lambda embedder, home: SimilarityScorer(embedder),
    "tuned": open_tuned,
}

CHAT_MODELS: dict[str, Callable[[Settings, str], BaseChatModel]] = {
    "huggingface": lambda settings, name: folder_chat(name, settings.model_limits),
    "openai": lambda settings, name: endpoint_chat(name, settings.model_url, settings.model_key, settings.model_limits),
}


def open_model(settings: Settings, clock: Callable[[], float]) -> ChatModel | None:
    """The language model that the settings name, within its limits; None where they name none."""
    if not settings.model:
        return None
    kind, _, name = settings.model.partition(":")
    if kind not in CHAT_MODELS or not name:
        forms = ", ".join(f"{one}:NAME" for one in sorted(CHAT_MODELS))
        raise SetupError(f"No language model called {settings.model!r}. Choose one of: {forms}.")
    model = LangChainModel(settings.model, CHAT_MODELS[kind](settings, name))
    return GuardedModel(model, settings.model_limits, clock, time.sleep)


def open_scorer(settings: Settings, embedder: Embedder | None = None, home: Path | None = None) -> Scorer:
    """The ranking scorer that the settings name, as trained for a home; `embedder` in place of the one they name."""
    if settings.scorer not in SCORERS:
        raise SetupError(f"No scorer called {settings.scorer!r}. Choose one of: {', '.join(sorted(SCORERS))}.")
    return SCORERS[settings.scorer](embedder or load_embedder(settings.embedder), home)


def open_judge(settings: Settings, store: Store, home: Path) -> Judge:
    """How well products fit a search: the scorer's word, and the share of the demands in it that the record meets."""
    embedder = load_embedder(settings.embedder)
    scorer, parser = open_scorer(settings, embedder, home), LearntParser(store, settings.rates, open_guesser(embedder))

    @lru_cache(maxsize=1 << 14)
    def heard(query: str) -> DialogueState:
        turn = Turn("log", query)
        return DialogueState().after(turn, parser.understand(turn, DialogueState()))

    @lru_cache(maxsize=1 << 16)
    def fits(query: str, text: str) -> float:
        return scorer.score(query, [text])[0]

    def judge(query: str, product: Product) -> tuple[float, float]:
        state = heard(query)
        met = demands_met(state, product)
        return fits(searched(state) or query, scored_text(product)), math.nan if met is None else met

    return judge


def open_guesser(embedder: Embedder | None, weights: Path = WEIGHTS) -> Guesser:
    """The classifier of acts; where its weights are missing or damaged, one that guesses nothing and says why."""
    try:
        return IntentClassifier.load(embedder, weights)
    except SetupError as error:
        LOG.warning("%s Until then rules alone tell what a message is for.", error)
        return NoGuesser(str(error))


def open_assistant(
    settings: Settings, home: Home, command: str, clock: Callable[[], float] = time.perf_counter
) -> Assistant:
    """The assistant on a home that this process then owns; SetupError where another has it."""
    model = open_model(settings, clock)
    writer = ModelWriter(model, RecordAuditor(), settings.model_limits, clock) if model else None
    embedder = load_embedder(settings.embedder)
    scorer = open_scorer(settings, embedder, home.path)
    catalogue = Catalogue.open(home, embedder, command)
    qualifier = Qualifier(catalogue.store, catalogue.words)
    finder = Finder(catalogue, qualifier)
    # Similarity is in the first stage already: scoring it once more would change nothing.
    ranker = Ranker(
        shortlist=None if scorer.name == "similarity" else Shortlist(scorer),
        degraded=scorer.name != settings.scorer,
        weights=Weights(outcomes=settings.outcomes),
        outcomes=read_outcomes(home.path / HOME_FOLDER),
    )
    reasoner = FactReasoner()
    learnt = LearntParser(catalogue.store, settings.rates, open_guesser(catalogue.embedder))
    # Not before: the first answer waits for the words, and indexing beside them would take twice as long for both.
    catalogue.follow()
    service, staff = open_service(settings, home, catalogue, embedder)
    return Assistant(
        catalogue=catalogue,
        parser=ModelParser(learnt, model, settings.model_limits) if model else learnt,
        qualifier=qualifier,
        finder=finder,
        ranker=ranker,
        reasoner=reasoner,
        answers=ProductAnswers(catalogue, finder, ranker, reasoner),
        clock=clock,
        rates=settings.rates,
        writer=writer,
        service=service,
        staff=staff,
    )


def open_service(settings: Settings, home: Home, catalogue: Catalogue, embedder: Embedder) -> tuple[Desk, StaffRoom]:
    """The service on a home's records, with the orders of the shop's own system where the settings name one.

    Beside it the room of its staff, on the same records.
    """
    from assistant.records.clause_book import ClauseBook
    from assistant.records.conversation_log import ConversationLog
    from assistant.records.database import Database
    from assistant.records.order_book import OrderBook
    from assistant.records.ticket_book import TicketBook

    def title(product: str) -> str | None:
        found = catalogue.store.get([product])
        return found[0].title if found else None

    database = Database.of_home(home.path)
    system = RestConnector(settings.orders_url, settings.orders_key) if settings.orders_url else None
    orders, policies = system or RecordConnector(OrderBook(database)), PolicyAnswers(ClauseBook(database), embedder)
    desk = Desk(
        policies,
        OrderDesk(orders, time.time),
        HandOff(TicketBook(database), time.time, title),
        ConversationLog(database),
        database.close,
    )
    return desk, StaffRoom.on(database, home.path, policies, orders, time.time)
