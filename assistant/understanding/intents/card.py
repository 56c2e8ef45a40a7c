"""The card of the classifier: what it is, from what it was made, and how well it guesses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.understanding.intents.features import BUCKETS

if TYPE_CHECKING:
    from assistant.understanding.intents.making import Measure


def card(
    found: Sequence[Measure], taught: int, sources: str, labels: int, unsure: float, meaning: float, seed: int
) -> str:
    """The text of CARD.md."""
    return f"""# Intents

Guesses what a message is for (15 acts), and the topic of a service request (27), from the message alone.

- **Two parts**, their likelihoods blended (weight of the second: {meaning}): a linear one on {BUCKETS} hashed words,
  letters and kinds of known terms, and one with a hidden layer on the message's MiniLM embedding (text of other
  languages by its gloss, word for word, and beside it the student encoder's embedding of the text itself).
  Below a confidence of {unsure} a message is out of scope.
- **Made by**: `python -m assistant train intents --seed {seed}` on a processor, in minutes;
  early stopping on the open phrasings.
- **Data**: {taught} fillings of our own phrasings ({labels} labels, two languages){sources}.
  The requests of other data sets are only measured on; `--topics` adds labelled requests of the operator's own.
- **Licence**: that of the project; MiniLM is Apache-2.0.
- **Form**: the linear part in whole numbers of 8 bits, the other in 16 bits; `checksums.json` has the SHA-256.

## Measured

*Open*: phrasings that no training sees, with fillings that none sees; the model was chosen on them, and they were
written to be hard. *Sealed*: everyday phrasings, written after all others were complete, run
when all choices were made.

| set | language | messages | acts right | topics right |
|---|---|---|---|---|
{_rows(found)}

How far its confidence can be trusted (share of messages guessed at least so surely, and of these the share right):

| set | language | {" | ".join(f"from {floor}" for floor in (0.3, 0.5, 0.7, 0.9))} |
|---|---|---|---|---|---|
{_sure(found)}

Commonest mistakes on the open set, as *meant > guessed*:
{_mistakes(found)}

**Limits**: it knows nothing of what was said and shown before, so that a bare colour or number is a refinement and "is
it waterproof" a question whatever went before. The rules decide first; it is asked where they are unsure.
"""


def _rows(found: Sequence[Measure]) -> str:
    return "\n".join(
        f"| {one.set} | {one.language} | {one.messages} | {one.acts:.3f} | "
        f"{'' if one.topics is None else f'{one.topics:.3f}'} |"
        for one in found
    )


def _sure(found: Sequence[Measure]) -> str:
    return "\n".join(
        f"| {one.set} | {one.language} | "
        + " | ".join(f"{share:.2f}, {right:.3f}" for _, share, right in one.sure)
        + " |"
        for one in found
    )


def _shares(one: Measure) -> str:
    return " | ".join(f"{share:.2f}, {right:.3f}" for _, share, right in one.sure) + " |"


def _mistakes(found: Sequence[Measure]) -> str:
    return "\n".join(
        f"- {one.language}: " + ", ".join(f"{meant} > {said} ({count})" for meant, said, count in one.mistakes)
        for one in found
        if one.set == "open"
    )
