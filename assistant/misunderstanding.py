"""What is answered to a shopper who was misunderstood: what was understood, with its parts to be taken back."""

from __future__ import annotations

from collections.abc import Callable

from assistant.languages.dialogue import sayings
from assistant.reasons.telling import listed, phrase
from assistant.replies import demand_words
from assistant.state import DialogueState
from assistant.understanding.lexicon.sayings import say_forget, say_forget_want
from assistant.vocabulary import Act, Choice, Question, Reply

FIELD = "misread"
"""What the question is about that leaves the goods where they are."""
MOST = 6
Given = Callable[[str], int | None]
"""How many products fit once this is said; None where it leaves no need."""


def as_understood(state: DialogueState, language: str, given: Given) -> Reply:
    """The need in words and the question which part is wrong; the last turn's parts are the buttons, else all of it."""
    need = [state.want.name] if state.want is not None and state.want.name else []
    need += [f"“{demand_words(one, language)}”" for one in state.ledger]
    asked = state.pending
    if state.service.awaiting and asked is not None and asked.field == state.service.awaiting:
        return _asked_back(phrase("reply", "understood_order", language), language)
    if not need:
        return _asked_back(phrase("reply", "understood_nothing", language), language)
    text = phrase("reply", "understood_so", language, need=listed(list(dict.fromkeys(need)), language))
    choices = _parts(state, language, given, latest=True) or _parts(state, language, given, latest=False)
    return _asked_back(text, language, choices[:MOST])


def _asked_back(text: str, language: str, choices: tuple[Choice, ...] = ()) -> Reply:
    question = Question(phrase("question", "which_wrong", language), FIELD, choices)
    return Reply(Act.FEEDBACK, language, text, question=question)


def _parts(state: DialogueState, language: str, given: Given, latest: bool) -> tuple[Choice, ...]:
    """A button for each part of the need; of the latest change only, with the way back where it took something away."""
    before = (state.before if latest else None) or DialogueState()
    new = [one for one in state.ledger if one not in before.ledger]
    parts = []
    for one in new:
        say = say_forget(one, language)
        label = phrase("offer", "drop", language, said=f"“{demand_words(one, language)}”")
        parts.append(Choice(label, say, given(say)))
    want = state.want if state.want != before.want else None
    if want is not None and want.name:
        parts.append(
            Choice(phrase("offer", "other_kind", language, said=f"“{want.name}”"), say_forget_want(want.name, language))
        )
    lost = [one for one in before.ledger if one not in state.ledger] or (before.want is not None and want is not None)
    if latest and lost:
        parts.append(Choice(phrase("offer", "undo", language), sayings(language)["undo"]))
    return tuple(parts)
