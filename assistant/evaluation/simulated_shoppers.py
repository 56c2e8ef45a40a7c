"""Simulated shoppers: each has one product in mind, knows its facts, and talks until it is on screen."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from math import ceil, inf
from random import Random
from statistics import mean

from assistant.conversation import Assistant
from assistant.evaluation.tables import Table
from assistant.languages.reading import nearest
from assistant.retrieval.next_question import Asking
from assistant.state import DialogueState
from assistant.understanding.lexicon.sayings import say_choice
from assistant.vocabulary import Reply, Turn
from catalog.product import Constraint, Product

MANY = 30
"""A kind with so many products is worth narrowing."""
MOST_TURNS = 15
KNOWN = 2
"""So many facts a shopper tells unasked; after that they only look further."""
LONGEST = 24
WAYS = {
    "asking well": Asking(),
    "never asking": Asking(enough=inf),
    "always asking": Asking(enough=1, split=0.01),
}


def turns_to_target(assistant: Assistant, count: int, seed: int, language: str | None = None) -> Table:
    """How many turns until the target is on screen, for each way of asking, over the same needs."""
    language = nearest(language)
    needs = _needs(assistant, count, seed)
    rows = []
    for name, asking in WAYS.items():
        talker = replace(assistant, asking=asking)
        turns = [_turns(talker, need, Random(f"{seed} {need.id}"), language) for need in needs]
        found = sum(one <= MOST_TURNS for one in turns) / max(1, len(turns))
        rows.append(
            (name, len(turns), mean(min(one, MOST_TURNS) for one in turns), sorted(turns)[len(turns) // 2], found)
        )
    columns = ("way", "needs", "mean turns", "median", f"found in {MOST_TURNS}")
    note = f"A shopper opens with kind and price limit, answers questions, else tells {KNOWN} facts, then looks on."
    return Table("Turns to the target product", columns, tuple(rows), (note,))


def _needs(assistant: Assistant, count: int, seed: int) -> list[Product]:
    products = [one for one in assistant.catalogue.store.all() if one.type and one.price and one.stock != 0]
    kinds = Counter(one.type for one in products)
    fit = sorted((one for one in products if kinds[one.type] >= MANY and len(_facts(one)) >= KNOWN), key=lambda p: p.id)
    return Random(seed).sample(fit, min(count, len(fit)))


def _facts(product: Product) -> list[Constraint]:
    facts = [(name, product.fact(name)) for name in ("brand", *product.attributes)]
    return [
        Constraint(name, "=", fact.value)
        for name, fact in facts
        if fact is not None and (fact.value is True or (isinstance(fact.value, str) and len(fact.value) <= LONGEST))
    ]


def _turns(assistant: Assistant, target: Product, chance: Random, language: str) -> int:
    known = _facts(target)
    chance.shuffle(known)
    known = known[:KNOWN]
    limit = ceil((target.price or 0.0) * 1.1 / 10) * 10
    state, text = (
        DialogueState(),
        f"{target.type}; {say_choice(Constraint('price', '<=', float(limit), target.currency), language)}",
    )
    for turn in range(1, MOST_TURNS + 1):
        state, reply = assistant.respond(state, Turn("simulated", text, language))
        if any(one.product.id == target.id for one in reply.items):
            return turn
        text = _next(reply, target, known, language)
    return MOST_TURNS + 1


def _next(reply: Reply, target: Product, known: list[Constraint], language: str) -> str:
    if reply.question is not None and reply.question.field != "want":
        fact = target.fact(reply.question.field)
        if fact is None:
            return "doesn't matter"
        return say_choice(Constraint(reply.question.field, "=", fact.value), language)
    return say_choice(known.pop(0), language) if known else "show me more"
