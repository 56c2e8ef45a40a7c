"""Facts -> text whose every claim knows where it stands; no clause is worded like another of the same list."""

from __future__ import annotations

import re
import string
from collections import Counter
from dataclasses import replace
from random import Random

from assistant.reasons.facts import Fact
from assistant.reasons.named import grammar
from assistant.reasons.telling import Told
from assistant.vocabulary import Evidence

MARKED = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)
SETS = {"best_of_all": "all", "best_of_kind": "kind"}
LONGEST = 140
"""Characters of two clauses that are still joined to one sentence."""


class Writer:
    """Words the facts of one list; holds what was said, so that clauses don't repeat one another."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._grammar = grammar(language)
        self._used: Counter[str] = Counter()

    def clause(self, fact: Fact, chance: Random, section: str = "facts") -> Told:
        """One clause, worded by the template that this list has used least."""
        slots = dict(fact.slots)
        if fact.feature:
            word = self._one_of(self._grammar["features"][fact.feature], slots, chance)
            slots = {**slots, "lacks" if fact.feature.startswith("not_") else "feature": word}
        measure = self._grammar["measures"].get(slots.get("measure", ""), {})
        for part in ("top", "worst"):
            if measure.get(part):
                slots[part] = self._filled(self._one_of(measure[part], slots, chance), slots)
        if "count" in slots:
            sets = self._grammar["sets"][SETS.get(fact.key, "shown")]
            slots["set"] = self._filled(chance.choice(sets), slots)
        templates = measure[fact.key] if fact.key in ("gap", "more") else self._grammar[section][fact.key]
        chosen = self._one_of(templates, slots, chance)
        nested = chosen.replace("{feature}", slots.get("feature", "")).replace("{lacks}", slots.get("lacks", ""))
        return _marked(nested, slots, fact.evidence)

    def _one_of(self, templates: list[str], slots: dict[str, str], chance: Random) -> str:
        """The least used of the templates whose slots are all known, the chance deciding between equals."""
        able = [one for one in templates if _needs(one) <= slots.keys() | {"feature", "lacks"}] or templates
        least = min(self._used[one] for one in able)
        chosen = chance.choice([one for one in able if self._used[one] == least])
        self._used[chosen] += 1
        return chosen

    @staticmethod
    def _filled(template: str, slots: dict[str, str]) -> str:
        return template.format_map(_Known(slots))

    def text(self, clauses: list[Told], chance: Random) -> Told:
        """Clauses as sentences: two short plain ones may be joined, the others stand alone."""
        form = self._grammar["reason"]
        alone = re.compile(form["alone"])
        text, evidence, joined = "", [], False
        for clause in clauses:
            opens = clause.text
            plain = not alone.search(opens)
            if not text:
                joined = False
            elif not joined and plain and not alone.search(text) and len(text) + len(opens) <= LONGEST:
                text += chance.choice(form["joints"])
                joined = True
            else:
                text += form["end"] + form["between"]
                joined = False
            if form["capital"] and not joined and opens:
                opens = opens[0].upper() + opens[1:]
            evidence += [_moved(one, len(text)) for one in clause.evidence]
            text += opens
        return Told(text + (form["end"] if text else ""), tuple(evidence))


class _Known(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return ""


def _needs(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def _moved(evidence: Evidence, by: int) -> Evidence:
    return replace(evidence, at=(evidence.at[0] + by, evidence.at[1] + by)) if evidence.at else evidence


def _marked(template: str, slots: dict[str, str], evidence: Evidence) -> Told:
    """The template filled; every marked stretch is proved by the evidence."""
    text, proofs, last = "", [], 0
    for mark in MARKED.finditer(template):
        text += template[last : mark.start()].format(**slots)
        claim = mark[1].format(**slots)
        proofs.append(replace(evidence, at=(len(text), len(text) + len(claim))))
        text += claim
        last = mark.end()
    return Told(text + template[last:].format(**slots), tuple(proofs))
