"""Templates -> text whose every claim knows where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from random import Random

from assistant.languages.reading import nearest, words
from assistant.vocabulary import Evidence

MARK = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Told:
    """A clause in words with its evidence, `at` counted from the clause's own start."""

    text: str
    evidence: tuple[Evidence, ...]


def tell(key: str, slots: dict[str, str], evidence: Evidence, language: str, chance: Random) -> Told:
    """One clause of the wording called `key`; its marked words are what the evidence proves."""
    template = chance.choice(words(nearest(language), "wording")["facts"][key])
    start = template.index("[[")
    before, claim, after = (
        template[:start],
        template[start + 2 : template.index("]]")],
        template[template.index("]]") + 2 :],
    )
    head, middle, tail = (part.format(**slots) for part in (before, claim, after))
    return Told(head + middle + tail, (replace(evidence, at=(len(head), len(head) + len(middle))),))


def joined(clauses: list[Told], language: str) -> Told:
    """Clauses as one or two sentences; the first two are joined, the rest stand as sentences of their own."""
    form = words(nearest(language), "wording")["reason"]
    text, evidence = "", []
    for place, clause in enumerate(clauses):
        if place == 1:
            text += form["joint"]
        elif place > 1:
            text += form["end"] + form["between"]
        opening = clause.text
        if form["capital"] and place != 1 and opening:
            opening = opening[0].upper() + opening[1:]
        evidence += [
            replace(one, at=(one.at[0] + len(text), one.at[1] + len(text)) if one.at else None)
            for one in clause.evidence
        ]
        text += opening
    return Told(text + (form["end"] if text else ""), tuple(evidence))


def phrase(section: str, key: str, language: str, **slots: object) -> str:
    """A fixed sentence of a language, filled."""
    return str(words(nearest(language), "wording")[section][key]).format(**slots)


def sentences(parts: Iterable[str], language: str) -> str:
    """Sentences one after another, as the language sets them."""
    between = words(nearest(language), "wording")["reason"]["between"]
    return between.join(part for part in parts if part)


def counted(count: int, language: str, *, opens: bool = False) -> str:
    """A small count in words where the language has words for it, else in figures."""
    names = words(nearest(language), "wording")["counts"]["words"]
    text = names[count] if count < len(names) else str(count)
    return text[0].upper() + text[1:] if opens and text else text


def listed(parts: list[str], language: str) -> str:
    """Parts as a list in words."""
    form = words(nearest(language), "wording")["list"]
    return parts[0] if len(parts) == 1 else form["comma"].join(parts[:-1]) + form["last"] + parts[-1] if parts else ""


def plain(text: str) -> str:
    """The text without its proof marks."""
    return MARK.sub(r"\1", text)
