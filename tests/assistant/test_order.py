"""The order of what is shown: one score, ties by id, variants behind other products, wishes that only rank."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from types import MappingProxyType

import pytest

from assistant.ranking.order import Ranker, spread
from assistant.ranking.shortlist import CALM, CROWD, LENGTH, Shortlist
from assistant.state import DialogueState
from assistant.vocabulary import Candidate, Ranked, Turn, Want
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


def test_a_low_price_that_was_wished_for_counts_more_than_what_records_are_silent_about() -> None:
    cheap, use = Constraint("price", "<", None, firm=False), Constraint("use", "has", "trains", firm=False)
    wish = replace(STATE, ledger=(use, cheap))
    praised = candidate("a", 0.5, price=300.0, attributes={"use": Attribute("trains")})
    cheaper = candidate("b", 0.5, price=100.0)
    assert order(wish, praised, cheaper) == ["b", "a"]


class Fits:
    """A scorer that likes what it was told to like."""

    name = "told"

    def __init__(self, liked: str) -> None:
        self.liked = liked
        self.asked: list[str] = []
        self.read: list[int] = []
        self.kept = 0

    def score(self, query: str, texts: Sequence[str]) -> list[float]:
        self.asked.append(query)
        self.read.append(len(texts))
        return [float(self.liked in text) for text in texts]

    def at_hand(self, texts: Sequence[str]) -> int:
        return min(self.kept, len(texts))


WANTED = replace(STATE, want=Want("kettle", query="kettle water boiler"))


def test_the_scorer_decides_among_the_best_and_is_asked_in_the_shoppers_words() -> None:
    scorer = Fits("Thing b")
    ranker = Ranker(shortlist=Shortlist(scorer))
    ranked = ranker.rank(WANTED, [candidate("a", 0.6), candidate("b", 0.5), candidate("c", 0.4)])
    assert [one.product.id for one in ranked] == ["b", "a", "c"]
    assert scorer.asked == ["kettle"]
    assert ranker.notice(WANTED, ranked) is None


def test_what_is_beyond_the_shortlist_stays_behind_it() -> None:
    many = [candidate(f"{number:03}", 0.9 - number / 1000) for number in range(LENGTH + 5)]
    ranked = Ranker(shortlist=Shortlist(Fits("nothing"))).rank(WANTED, many)
    assert [one.product.id for one in ranked] == [one.product.id for one in many]
    assert ["fit" in one.parts for one in ranked] == [True] * LENGTH + [False] * 5


BAG = Candidate(Product("a", "Kontorra laptop bag, black", type="laptop bag"), 0.6)
MOUNT = Candidate(Product("c", "Kontorra notebook mount"), 0.59)
NOTEBOOK = Candidate(Product("b", "Corvane Lumo 14 notebook", type="notebook"), 0.58)
IN_A_BOX = Candidate(Product("d", "Corvane Lumo 16 notebook with charger and bag", type="notebook"), 0.57)


def shown(state: DialogueState, k: int, *candidates: Candidate) -> list[str]:
    return [one.product.id for one in spread(Ranker().rank(state, candidates), k)]


def test_what_only_goes_with_the_wanted_thing_is_last_in_a_long_list_and_not_on_a_screen() -> None:
    wanted = replace(STATE, want=Want("laptop", types=("notebook",)))
    assert shown(wanted, 5, BAG, MOUNT, NOTEBOOK, IN_A_BOX) == ["b", "d"]
    assert shown(wanted, 10, BAG, MOUNT, NOTEBOOK, IN_A_BOX) == ["b", "d", "a", "c"]


def test_what_is_typed_as_the_thing_and_told_as_what_goes_with_it_stands_aside() -> None:
    wanted = replace(STATE, want=Want("camera", types=("camera",)))
    told = {name: Attribute(1.0) for name in ("megapixels", "zoom", "weight", "iso")}
    cameras = [
        Candidate(Product(f"b{number}", f"Lumo {number} camera", type="camera", attributes=told), 0.5)
        for number in range(6)
    ]
    legs = Product("a", "Lumo tripod for travel camera", type="camera", attributes={"legs": Attribute(3.0)})
    box = Product("z", "Lumo 9 camera, strap", type="camera", attributes=told)
    got = shown(wanted, 10, Candidate(legs, 0.9), Candidate(box, 0.1), *cameras)
    assert got == ["b0", "b1", "b2", "b3", "b4", "b5", "z", "a"]


def test_what_nothing_is_known_of_and_shares_nothing_is_not_beside_the_thing() -> None:
    wanted = replace(STATE, want=Want("kettle", types=("kettle",)))
    kettle = Candidate(Product("a", "Steel kettle", type="kettle"), 0.5, MappingProxyType({"words": 9.0}))
    unlike = Candidate(Product("b", "Oak shelf"), 0.05)
    assert shown(wanted, 5, kettle, unlike) == ["a"]


def test_what_only_goes_with_the_wanted_thing_is_shown_where_there_is_nothing_else() -> None:
    wanted = replace(STATE, want=Want("laptop", types=("notebook",)))
    assert order(wanted, BAG, MOUNT) == ["a", "c"]


def test_who_asks_for_what_goes_with_a_thing_gets_it() -> None:
    assert shown(replace(STATE, want=Want("laptop bag", types=("laptop bag",))), 5, BAG, NOTEBOOK) == ["a"]
    assert order(replace(STATE, want=Want("mount")), MOUNT, NOTEBOOK) == ["c", "b"]


def test_a_wider_type_is_no_other_thing_and_a_kind_only_called_so_stands_behind() -> None:
    desk = Candidate(Product("a", "Oak desk", type="desk"), 0.5)
    furniture = Candidate(Product("b", "Pine desk", type="furniture"), 0.6)
    assert order(replace(STATE, want=Want("desk", types=("desk",))), desk, furniture) == ["b", "a"]
    printing = Candidate(Product("a", "Nordu print server", type="print server"), 0.6)
    server = Candidate(Product("b", "Nordu rack server", type="server"), 0.5)
    both = Want("server", types=("server", "print server"))
    assert order(replace(STATE, want=both), printing, server) == ["b", "a"]


def test_the_scorer_is_left_out_while_too_many_wait_for_it_and_that_is_known() -> None:
    scorer = Fits("Thing b")
    ranker = Ranker(shortlist=Shortlist(scorer, at_once=1, waiting=0))
    inner: list[str | None] = []
    calm = scorer.score

    def crowded(query: str, texts: Sequence[str]) -> list[float]:
        ranked = ranker.rank(WANTED, [candidate("a", 0.6), candidate("b", 0.5)])
        inner.append(ranker.notice(WANTED, ranked))
        assert [one.product.id for one in ranked] == ["a", "b"]
        return calm(query, texts)

    scorer.score = crowded  # type: ignore[method-assign]
    ranked = ranker.rank(WANTED, [candidate("a", 0.6), candidate("b", 0.5)])
    assert inner == ["order_shortened"]
    assert ranker.notice(WANTED, ranked) is None


def in_a_crowd(beside: int) -> DialogueState:
    return replace(WANTED, turns=(Turn("c", "kettle", beside=beside),))


def test_the_larger_the_crowd_the_less_is_read_and_that_is_known() -> None:
    many = [candidate(f"{number:03}", 0.9 - number / 1000) for number in range(LENGTH + 5)]
    scorer = Fits("nothing")
    ranker = Ranker(shortlist=Shortlist(scorer))
    told = [ranker.notice(WANTED, ranker.rank(in_a_crowd(beside), many)) for beside in (0, CALM, CALM + 1, CROWD + 1)]
    assert scorer.read == [LENGTH, LENGTH, LENGTH // 2]
    assert told == [None, None, "order_shortened", "order_shortened"]


@pytest.mark.parametrize("degraded", [False, True])
def test_a_need_without_a_word_for_the_scorer_is_no_crowd(degraded: bool) -> None:
    lighter = replace(STATE, ledger=(Constraint("weight", "<", None, firm=False),))
    many = [candidate(f"{number:03}", 0.9 - number / 1000) for number in range(LENGTH + 5)]
    ranker = Ranker(shortlist=None if degraded else Shortlist(Fits("nothing")), degraded=degraded)
    assert ranker.notice(lighter, ranker.rank(lighter, many)) is None


def test_what_was_read_before_is_scored_in_any_crowd() -> None:
    scorer = Fits("Thing b")
    scorer.kept = LENGTH
    ranker = Ranker(shortlist=Shortlist(scorer))
    ranked = ranker.rank(in_a_crowd(1000), [candidate("a", 0.6), candidate("b", 0.5)])
    assert [one.product.id for one in ranked] == ["b", "a"]
    assert ranker.notice(WANTED, ranked) is None


def test_a_scorer_that_should_be_there_and_is_not_is_known() -> None:
    two = [candidate("a", 0.6), candidate("b", 0.5)]
    assert Ranker(degraded=True).notice(WANTED, Ranker(degraded=True).rank(WANTED, two)) == "order_degraded"
    assert Ranker().notice(WANTED, Ranker().rank(WANTED, two)) is None


def test_a_third_variant_stands_behind_other_products() -> None:
    order = [("a1", "a"), ("a2", "a"), ("a3", "a"), ("b", None), ("c", None)]
    ranked = [Ranked(Product(name, name, group=group), 0.9) for name, group in order]
    assert [one.product.id for one in spread(ranked, 4)] == ["a1", "a2", "b", "c"]
    assert [one.product.id for one in spread(ranked, 5)] == ["a1", "a2", "b", "c", "a3"]


def test_far_from_the_amount_that_was_named_stands_behind_near_it() -> None:
    wish = replace(
        STATE,
        ledger=(Constraint("price", "about", 300.0, firm=False), Constraint("occasion", "has", "gift", firm=False)),
    )
    worded = candidate("a", 0.5, 5.0, price=2600.0, description="A gift.")
    near = candidate("b", 0.5, price=290.0)
    further = candidate("c", 0.5, price=400.0)
    assert order(wish, worded, further, near) == ["b", "c", "a"]
