"""Reasons -> facts for a language model, with a mark in place of every word that isn't the shop's own.

A model that obeys whatever it reads can obey no product text that it never reads: names, free values and reviews are
marks such as [P1] and [P1.3], and come back into the words after the model has written them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.languages.reading import nearest, words
from assistant.reasons.amounts import fact_words, figure, label
from assistant.reasons.quiet import spoken_title
from assistant.state import DialogueState
from assistant.vocabulary import Evidence, Reply
from catalog.languages.lexicon import lexicon
from catalog.measures import convert
from catalog.product import OWN_COLUMNS, Attribute, Constraint, Product, Verdict

MARK = re.compile(r"\[(P\d+)(?:\.(\d+))?\]")
CODE = re.compile(r"(?=.*\d)[\w .,/+*×-]{1,24}", re.ASCII)
LETTERS = 6
"""A code has no more letters than this, so that no order hides among its figures."""
TALK = 6
"""How many of the shopper's last messages the model reads."""
LONGEST = 300
"""Characters of one message that it reads."""


@dataclass(frozen=True, slots=True)
class MarkedFacts:
    """What the model reads, and what each of its marks stands for."""

    need: str
    talk: str
    facts: str
    marks: Mapping[str, str]
    products: Mapping[str, str]

    def products_in(self, sentence: str) -> tuple[str, ...]:
        """The ids of the products that a sentence names by their marks, in its order."""
        return tuple(dict.fromkeys(self.products[m[1]] for m in MARK.finditer(sentence) if m[1] in self.products))

    def filled(self, sentence: str) -> str | None:
        """The sentence with every mark spelled out; None where it has a mark that was not given."""
        marks = [match[0] for match in MARK.finditer(sentence)]
        if any(mark not in self.marks for mark in marks):
            return None
        text = MARK.sub(lambda match: self.marks[match[0]], sentence)
        return None if "[P" in MARK.sub("", sentence) else text


def marked_facts(state: DialogueState, reply: Reply) -> MarkedFacts:
    """The facts of a reply's reasons, product by product in the order of the cards."""
    shown = [one.product for one in reply.items]
    lines: list[str] = []
    marks: dict[str, str] = {}
    for place, product in enumerate(shown, start=1):
        reason = reply.reasons.get(product.id)
        one = _OneProduct(f"P{place}", product, shown, reply, marks)
        lines.append(one.said("product", place=str(place), count=str(len(shown))))
        lines += [one.fact(evidence) for evidence in (reason.evidence if reason else ())]
        lines += [one.met(demand) for demand in reply.ledger if demand.said and demand.allows(product) is Verdict.MEETS]
    return MarkedFacts(
        _need(state, reply),
        "\n".join(turn.text[:LONGEST] for turn in state.turns[-TALK:]),
        "\n".join(lines),
        marks,
        {f"P{place}": product.id for place, product in enumerate(shown, start=1)},
    )


def own_word(text: str, language: str) -> str | None:
    """The text where it is the shop's own or no sentence at all: a lexicon's term, or a code such as 1920 x 1080."""
    if lexicon().kind_of(text) is not None:
        return lexicon().word_in(text, language) or text
    return text if CODE.fullmatch(text) and sum(map(str.isalpha, text)) <= LETTERS else None


def _need(state: DialogueState, reply: Reply) -> str:
    form = words(nearest(reply.language), "model")["facts"]
    lines = [form["want"].format(want=reply.want.name[:LONGEST])] if reply.want and reply.want.name else []
    for demand in reply.ledger:
        if demand.said:
            lines.append(form["firm" if demand.firm else "wish"].format(said=demand.said[:LONGEST]))
    return "\n".join(lines) or form["no_need"]


@dataclass(frozen=True, slots=True)
class _OneProduct:
    name: str
    product: Product
    shown: Sequence[Product]
    reply: Reply
    marks: dict[str, str]

    def __post_init__(self) -> None:
        self.marks[f"[{self.name}]"] = spoken_title(self.product, self.reply.language)

    def said(self, key: str, **slots: str) -> str:
        """One line of the language's own about this product."""
        return words(nearest(self.reply.language), "model")["facts"][key].format(mark=f"[{self.name}]", **slots)

    def met(self, demand: Constraint) -> str:
        return self.said("met", said=demand.said[:LONGEST])

    def fact(self, evidence: Evidence) -> str:
        if evidence.kind == "review":
            return self.said("review" if evidence.at else "review_against", value=self._hidden(evidence.span or ""))
        value = self._value(evidence)
        name = self._name(evidence.field)
        if evidence.kind in ("comparison", "superlative"):
            return self.said(self._side(evidence), name=name, value=value, count=str(len(self.shown)))
        return self.said("fact" if evidence.at else "against", name=name, value=value)

    def _side(self, evidence: Evidence) -> str:
        facts = [one.fact(evidence.field) for one in self.shown]
        numbers = [
            number
            for fact in facts
            if fact is not None
            and isinstance(fact.value, float)
            and (number := convert(fact.value, fact.unit, evidence.unit)) is not None
        ]
        if isinstance(evidence.value, bool) or not isinstance(evidence.value, (int, float)):
            return "fact"
        if len(numbers) < len(self.shown) or len(self.shown) < 2:
            return "fact"
        return "lowest" if evidence.value <= min(numbers) else "highest" if evidence.value >= max(numbers) else "fact"

    def _value(self, evidence: Evidence) -> str:
        language = self.reply.language
        if isinstance(evidence.value, bool):
            return words(nearest(language), "model")["facts"]["yes" if evidence.value else "no"]
        if evidence.value is None:
            return self._hidden(evidence.span or "")
        if isinstance(evidence.value, str):
            return own_word(evidence.value, language) or self._hidden(
                fact_words(evidence.field, Attribute(evidence.value), language, self.product)
            )
        if evidence.field == "price":
            return fact_words("price", Attribute(float(evidence.value), evidence.unit), language)
        return figure(evidence.value, evidence.unit, language)

    def _name(self, field: str) -> str:
        """What the field is called, where the shop's lexicon calls it something; else a mark for it."""
        language = self.reply.language
        shown = label(field, language, self.product)
        if field in OWN_COLUMNS:
            return shown
        form = words(nearest(language), "model")["facts"]["hidden_name"]
        return own_word(shown, language) or form.format(mark=self._hidden(shown))

    def _hidden(self, text: str) -> str:
        mark = f"[{self.name}.{sum(one.startswith(f'[{self.name}.') for one in self.marks) + 1}]"
        self.marks[mark] = text
        return mark
