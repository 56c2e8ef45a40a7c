"""The parser on a catalogue that changes: it learns the catalogue's words anew when they have changed."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import replace
from threading import Lock, Thread

from assistant.state import DialogueState
from assistant.understanding.intents.guess import NO_GUESSER, Guesser
from assistant.understanding.lexicon.catalogue_lexicon import CatalogueLexicon
from assistant.understanding.lexicon.repricing import repriced
from assistant.understanding.rules import RulesParser
from assistant.vocabulary import Intent, Rate, Turn
from catalog.product import EMPTY
from catalog.store import Store

RULES_ALONE = "rules_alone"
LOG = logging.getLogger(__name__)


class LearntParser:
    """Understands with the words that the catalogue last had; a changed catalogue is learnt beside the talk.

    It begins with words learnt before where since then only prices and stocks have changed.
    """

    def __init__(self, store: Store, rates: Mapping[str, Rate] = EMPTY, guesser: Guesser = NO_GUESSER) -> None:
        self._store = store
        self._guesser = guesser
        self._rates = {code: rate.worth for code, rate in rates.items()}
        self._learning = Lock()
        self._learner: Thread | None = None
        self._revision, lexicon = CatalogueLexicon.noted(store) or (store.revision, CatalogueLexicon.learnt_anew(store))
        self._parser = self._with(lexicon)

    def understand(self, turn: Turn, state: DialogueState) -> Intent:
        """An intent for any text; where the catalogue has changed, by its words of a moment ago."""
        if self._store.revision != self._revision and self._learning.acquire(blocking=False):
            self._learner = Thread(target=self._learn_anew, name="lexicon learner", daemon=True)
            self._learner.start()
        intent = self._parser.understand(turn, state)
        if self._guesser.trouble and not state.turns:
            return replace(intent, notices=(*intent.notices, RULES_ALONE))
        return intent

    @property
    def lexicon(self) -> CatalogueLexicon:
        """The catalogue's words as they were learnt last."""
        return self._parser.lexicon

    def close(self) -> None:
        """Returns once nothing of this parser reads the store any more."""
        if self._learner is not None:
            self._learner.join()
            self._learner = None

    def _learn_anew(self) -> None:
        try:
            revision = self._store.revision
            self._parser = self._with(self._lexicon_now())
            self._revision = revision
        except Exception:
            LOG.exception("the catalogue's words could not be learnt anew")
        finally:
            self._learning.release()

    def _lexicon_now(self) -> CatalogueLexicon:
        # Learning everything takes seconds of the processor time that shoppers' turns want just then.
        if self._store.reworded <= self._revision:
            return repriced(self.lexicon, self._store.view())
        return CatalogueLexicon.kept(self._store)

    def _with(self, lexicon: CatalogueLexicon) -> RulesParser:
        return RulesParser(lexicon, self._store.get, rates=self._rates, guesser=self._guesser)
