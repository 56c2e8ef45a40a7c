"""The order of what is shown: one score, ties by id, variants behind other products, wishes that only rank."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from assistant.ranking.order import Ranker, spread
from assistant.state import DialogueState
from assistant.vocabulary import Candidate, Ranked
from catalog.product import Attribute, Constraint, Product

STATE = DialogueState(language="en")


def candidate(name: str, similarity: float, words: float = 0.0, **more: object) -> Candidate:
    return Candidate(Product(name, f"Thing {name}", **more), similarity, MappingProxyType({"words": words}))  # type: ignore[arg-type]


def order(state: DialogueState, *candidates: Candidate) -> list[str]:
    return [one.product.id for one in Ranker().rank(state, candidates)]


def test_the_best_by_meaning_and_words_comes_first() -> None:
    assert order(STATE, candidate("a", 0.2, 1.0), candidate("b", 0.9, 9.0), candidate("c", 0.9, 3.0)) == ["b", "c", "a"]


def test_equal_scores_are_ordered_by_id() -> None:
    assert order(STATE, candidate("b", 0.5), candidate("a", 0.5), candidate("c", 0.5)) == ["a", "b", "c"]


def test_nothing_is_ranked_to_nothing() -> None:
    assert Ranker().rank(STATE, ()) == ()


def test_a_wish_lifts_what_grants_it_and_keeps_the_rest() -> None:
    wish = replace(STATE, ledger=(Constraint("colour", "=", "red", firm=False),))
    red = candidate("z", 0.5, attributes={"colour": Attribute("red")})
    blue = candidate("a", 0.5, attributes={"colour": Attribute("blue")})
    silent = candidate("b", 0.5)
    assert order(wish, blue, silent, red) == ["z", "b", "a"]


def test_light_means_the_lighter_the_better_in_any_unit() -> None:
    wish = replace(STATE, ledger=(Constraint("weight", "<", None, firm=False),))
    heavy = candidate("a", 0.5, attributes={"weight": Attribute(2.0, "kg")})
    light = candidate("b", 0.5, attributes={"weight": Attribute(900.0, "g")})
    middle = candidate("c", 0.5, attributes={"weight": Attribute(1.5, "kg")})
    assert order(wish, heavy, light, middle) == ["b", "c", "a"]


def test_a_third_variant_stands_behind_other_products() -> None:
    order = [("a1", "a"), ("a2", "a"), ("a3", "a"), ("b", None), ("c", None)]
    ranked = [Ranked(Product(name, name, group=group), 0.9) for name, group in order]
    assert [one.product.id for one in spread(ranked, 4)] == ["a1", "a2", "b", "c"]
    assert [one.product.id for one in spread(ranked, 5)] == ["a1", "a2", "b", "c", "a3"]
