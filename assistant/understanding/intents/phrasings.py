"""Our own phrasings of every act and topic: patterns with slots, filled at random for training and for the measure."""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.languages.dialogue import places
from catalog.languages.registry import language

FOLDER = "phrasings"
SINGLE = ("varied", "informal", "voices", "plainspoken", "strangers")
"""The files of single phrasings, of which some are kept out of training."""
SEALED = ("sealed", "unseen")
"""The files of phrasings that were written to be measured on alone."""
TERM_SLOTS = {"type": "type", "brand": "brand", "value": "value", "feature": "feature"}
KEPT = 4
"""Every fourth entry of a list of at least twice that length is kept for the held-out phrasings."""
EACH = 8
"""A pattern is filled at least so many times."""
BROAD, BROADER = frozenset({"adj", "verbs", "cando", "part", "world", "chore", "ail", "crime", "rule", "office"}), 4
"""The slots of what an act can be about, such as what goods are, do and have: a pattern of one is filled so many times
as often."""
SURROUNDED, OFTEN = 0.15, 0.35
"""How many messages of a hundred get an opening, a closing, a slip: of patterns, and of single phrasings."""
SINGLE_FILLINGS, MOST_FILLINGS = 5, 25
"""A single phrasing is told so many times, mostly with something else around it; one of many forms more often."""
BARE = frozenset({"chat"})
"""What is a greeting itself gets none."""
ENDS = "?.!？。！"
MISTYPED_FROM = 8
PIECE = re.compile(r"[()\[\]|]|\{\w+\}|[^()\[\]|{}]+")

Slots = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Phrase:
    """One message and what it is: an act or a topic."""

    text: str
    label: str
    language: str


def spoken() -> tuple[str, ...]:
    """The languages that have phrasings here, in order."""
    found = (path for folder in places() for path in Path(folder).glob(f"*/{FOLDER}/train.toml"))
    return tuple(sorted(path.parent.parent.name for path in found))


def training_phrases(code: str, per_label: int, dice: random.Random) -> tuple[Phrase, ...]:
    """At most `per_label` different fillings of each label, more where it has many patterns, spread evenly over them,
    some with an opening or a closing around."""
    slots = _slots(code, held_out=False)
    singles = [_patterns(code, name) for name in SINGLE]
    step = thinned(per_label)
    found: list[Phrase] = []
    for label, listed in _patterns(code, "train").items():
        patterns = [pattern for pattern in listed for _ in range(BROADER if _is_broad(pattern) else 1)][::step]
        count = max(per_label, min(EACH, per_label) * len(patterns))
        found += [
            Phrase(_surrounded(text, label, slots, dice, SURROUNDED), label, code)
            for text in _fillings(patterns, slots, count, dice)
        ]
        told = [pattern for one in singles for pattern in _taught(one.get(label, ()))][::step]
        texts = (fill(pattern, slots, dice) for pattern in told for _ in range(min(_times(pattern), per_label)))
        found += [Phrase(_surrounded(text, label, slots, dice, OFTEN), label, code) for text in texts]
    return tuple(found)


def _times(pattern: str) -> int:
    """How often a single phrasing is filled: the more, the more alternatives it has."""
    return min(MOST_FILLINGS, SINGLE_FILLINGS + pattern.count("|"))


def thinned(per_label: int) -> int:
    """Of how many phrasings one is taken: of fewer than `EACH` fillings a label, the fewer the fewer."""
    return max(1, EACH // per_label)


def open_phrases(code: str, dice: random.Random) -> tuple[Phrase, ...]:
    """Single phrasings that no training sees, to choose and to stop by."""
    slots = _slots(code, held_out=True)
    return tuple(
        Phrase(fill(pattern, slots, dice), label, code)
        for name in SINGLE
        for label, patterns in _patterns(code, name).items()
        for pattern in patterns[KEPT - 1 :: KEPT]
    )


def sealed_phrases(code: str, name: str = SEALED[0]) -> tuple[Phrase, ...]:
    """Phrasings for the measure after all choices are made: of one of the `SEALED` sets."""
    return tuple(Phrase(text, label, code) for label, texts in _patterns(code, name).items() for text in texts)


def fill(pattern: str, slots: Slots, dice: random.Random) -> str:
    """One message of a pattern: (a|b) one of several, [a|b] one of them or nothing, {name} an entry of a slot."""
    pieces = PIECE.findall(pattern)
    text, end = _sequence(pieces, 0, slots, dice)
    if end != len(pieces):
        raise ValueError(f"A bracket is not closed in {pattern!r}.")
    return " ".join(text.split())


def _sequence(pieces: Sequence[str], at: int, slots: Slots, dice: random.Random) -> tuple[str, int]:
    alternatives: list[str] = []
    text = ""
    while at < len(pieces) and pieces[at] not in (")", "]"):
        piece = pieces[at]
        at += 1
        if piece == "|":
            alternatives.append(text)
            text = ""
        elif piece in "([":
            inner, at = _sequence(pieces, at, slots, dice)
            at += 1
            text += inner if piece == "(" or dice.random() < 0.5 else ""
        elif piece.startswith("{"):
            text += fill(dice.choice(slots[piece[1:-1]]), slots, dice)
        else:
            text += piece
    return dice.choice([*alternatives, text]), at


def _fillings(patterns: Sequence[str], slots: Slots, count: int, dice: random.Random) -> list[str]:
    found: dict[str, None] = {}
    for tried in range(count * 4):
        if len(found) >= count:
            break
        text = fill(patterns[tried % len(patterns)], slots, dice)
        if text:
            found[text] = None
    return list(found)


def _is_broad(pattern: str) -> bool:
    return any(f"{{{name}}}" in pattern for name in BROAD)


def _taught(singles: Sequence[str]) -> list[str]:
    return [pattern for place, pattern in enumerate(singles) if place % KEPT != KEPT - 1]


def _surrounded(text: str, label: str, slots: Slots, dice: random.Random, often: float) -> str:
    """The message as people send it: sometimes with a greeting before, a courtesy after, or a slip of the finger."""
    gap = " " if text.isascii() else ""
    if label not in BARE and dice.random() < often:
        text = dice.choice(slots["opening"]) + gap + text
    if label not in BARE and dice.random() < often:
        text = text.rstrip(ENDS) + gap + dice.choice(slots["closing"])
    return _mistyped(text, dice) if dice.random() < often else text


def _mistyped(text: str, dice: random.Random) -> str:
    """The text with one letter left out, doubled or put before its neighbour, where it has Latin words to slip in."""
    places = [place for place, letter in enumerate(text[:-1]) if letter.isalpha() and letter.isascii()]
    if len(places) < MISTYPED_FROM:
        return text
    at = dice.choice(places)
    slip = dice.choice(("", text[at] * 2, text[at + 1] + text[at]))
    return text[:at] + slip + text[at + (2 if len(slip) == 2 and slip[0] != slip[1] else 1) :]


def _patterns(code: str, name: str) -> dict[str, list[str]]:
    told = _told(code, name)
    return {label: [line.strip() for line in text.split("\n") if line.strip()] for label, text in told.items()}


def _told(code: str, name: str) -> dict[str, Any]:
    path = next(path for folder in places() if (path := Path(folder) / code / FOLDER / f"{name}.toml").exists())
    return tomllib.loads(path.read_text("utf-8"))


def _slots(code: str, held_out: bool) -> dict[str, tuple[str, ...]]:
    told = _told(code, "slots")["slots"]
    lists = {name: text.split("\n")[:-1] for name, text in told.items()}
    terms = language(code).data("terms.json")
    for name, kind in TERM_SLOTS.items():
        lists[name] = [word for said in terms[kind].values() for word in said]
    return {name: _half(entries, held_out) for name, entries in lists.items()}


def _half(entries: Sequence[str], held_out: bool) -> tuple[str, ...]:
    if len(entries) < 2 * KEPT:
        return tuple(entries)
    return tuple(entry for place, entry in enumerate(entries) if (place % KEPT == KEPT - 1) == held_out)
