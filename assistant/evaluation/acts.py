"""How often the parser, in the middle of a talk, reads the act and the service topic of our own phrasings right."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.conversation import Assistant
from assistant.evaluation.tables import Table
from assistant.state import DialogueState
from assistant.understanding.intents.phrasings import SEALED, Phrase, open_phrases, sealed_phrases, spoken
from assistant.understanding.intents.topics import ACTS
from assistant.vocabulary import Act, CartLine, Turn
from catalog.languages.detection import detect
from catalog.languages.lexicon import lexicon

TOLD = (
    "Our own phrasings of all acts and of the 27 service topics; the open ones chose the classifier, the sealed ones "
    "were written after all others and run when all choices were made."
)
OPENING = frozenset({Act.FIND})
"""Acts that open a talk; all others are said when goods are on screen and one is in the basket."""


@dataclass(frozen=True)
class ActMeasure:
    """One set of phrasings in one language: shares of acts and topics that were read right, from 0 to 1."""

    set: str
    language: str
    messages: int
    acts: float
    topics: float
    """Of the service requests, those with the right topic."""
    languages: float
    """The share whose language is told from the text alone."""
    wrong: tuple[tuple[str, str, str], ...]
    """The text, what it is, and as what it was read, of each message with the wrong act or topic."""

    @property
    def mistakes(self) -> tuple[tuple[str, str, int], ...]:
        """What is mistaken for what, and how often, the commonest first."""
        pairs = Counter((meant, read) for _, meant, read in self.wrong)
        return tuple((meant, read, count) for (meant, read), count in pairs.most_common())


def measured_acts(assistant: Assistant, kind: str = "sealed", seed: int = 7) -> tuple[ActMeasure, ...]:
    """Measures for each language on the `sealed` sets or on the `open` phrasings; same seed, same fillings."""
    found = []
    for code in spoken():
        if kind == "sealed":
            found += [_measured(assistant, name, code, sealed_phrases(code, name)) for name in SEALED]
        else:
            found.append(_measured(assistant, kind, code, open_phrases(code, random.Random(seed))))
    return tuple(found)


def act_table(measures: Sequence[ActMeasure]) -> Table:
    """A row for each set and language."""
    rows = [(one.language, one.set, one.messages, one.acts, one.topics, one.languages) for one in measures]
    columns = ("language", "half", "messages", "acts right", "topics right", "language told")
    return Table("What single messages are for, said in a talk", columns, tuple(rows), (TOLD,))


def _measured(assistant: Assistant, kind: str, code: str, phrases: Sequence[Phrase]) -> ActMeasure:
    talk = _talk(assistant, code)
    acts = topics = requests = languages = 0
    wrong: list[tuple[str, str, str]] = []
    for one in phrases:
        meant = ACTS[one.label] if one.label in ACTS else Act(one.label)
        state = DialogueState() if meant in OPENING else talk
        intent = assistant.parser.understand(Turn("acts", one.text, code), state)
        requested = one.label in ACTS
        languages += detect(one.text) == code
        right = intent.act is meant
        acts += right
        requests += requested
        topics += requested and intent.topic == one.label
        if not right or (requested and intent.topic != one.label):
            wrong.append((one.text, one.label, intent.topic or str(intent.act)))
    count = len(phrases)
    return ActMeasure(kind, code, count, acts / count, topics / max(1, requests), languages / count, tuple(wrong))


def _talk(assistant: Assistant, code: str) -> DialogueState:
    """A talk in which the shop's commonest kind was asked for, and the first product put in the basket."""
    column = assistant.catalogue.store.view().column("type")
    counts = Counter(str(column.facts[place].value) for place in column.codes)
    kind = max(counts, key=lambda name: (counts[name], name))
    said = lexicon().word_in(kind, code) or kind
    state, reply = assistant.respond(DialogueState(), Turn("acts", said, code))
    first = reply.items[0].product
    line = CartLine(first.id, first.title, 1, first.price, first.currency)
    return replace(state, cart=(line,), pending=None)
