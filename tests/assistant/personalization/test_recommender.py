"""What goes together is recommended together; strangers get what is popular; new goods are found by likeness."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from assistant.personalization.collaborative import learn_collaborative, read_collaborative, write_collaborative
from assistant.personalization.event_log import Event
from assistant.personalization.interactions import History, interactions
from assistant.personalization.item_models import ease, neighbours
from assistant.personalization.recommender import Recommender, Shelf
from catalog.errors import SetupError

TEA, BIKE = ("kettle", "teapot", "cup", "tray"), ("helmet", "pump", "lock", "bell")


def log() -> list[Event]:
    """Thirty tea drinkers and thirty cyclists, each with three of their four things; everybody has an umbrella."""
    events = []
    for at in range(60):
        goods = TEA if at % 2 else BIKE
        own = [one for n, one in enumerate(goods) if n != (at // 2) % 4]
        for n, product in enumerate((*own, "umbrella")):
            events.append(Event(f"s{at}", product, "purchase", at * 100.0 + n))
    return sorted(events, key=lambda one: one.time)


def history(*products: str) -> History:
    return History(products, tuple(1.0 for _ in products))


@pytest.mark.parametrize("way", [ease, neighbours])
def test_each_way_puts_what_the_same_shoppers_had_first(way: Callable[[Any], Any]) -> None:
    told = interactions(log())
    weights = way(told.matrix()).toarray()
    place = {one: at for at, one in enumerate(told.products)}
    own = weights[place["kettle"]]
    assert min(own[place[one]] for one in TEA[1:]) > max(own[place[one]] for one in BIKE)


def test_the_missing_thing_of_its_kind_is_recommended_first() -> None:
    model, tried = learn_collaborative(interactions(log()))
    found = Recommender(model).recommend(history("kettle", "cup", "tray", "umbrella"), 3)
    assert found[0][0] == "teapot"
    assert tried[0].ndcg > next(one.ndcg for one in tried if one.way == "popularity")


def test_the_history_is_never_listed_and_scores_fall() -> None:
    model, _ = learn_collaborative(interactions(log()))
    found = Recommender(model).recommend(history("kettle", "helmet"), 50)
    assert {one for one, _ in found} == {*TEA, *BIKE, "umbrella"} - {"kettle", "helmet"}
    assert [score for _, score in found] == sorted((score for _, score in found), reverse=True)


def test_a_stranger_gets_what_most_have() -> None:
    model, _ = learn_collaborative(interactions(log()))
    assert Recommender(model).recommend(history(), 1)[0][0] == "umbrella"
    assert Recommender(model).recommend(history("never seen"), 1)[0][0] == "umbrella"


def test_the_same_log_in_another_order_gives_the_same_model() -> None:
    first, _ = learn_collaborative(interactions(log()))
    second, _ = learn_collaborative(interactions(sorted(log(), key=lambda one: (one.time, one.shopper))))
    assert np.array_equal(first.weights.toarray(), second.weights.toarray())


def test_what_is_not_sold_is_not_recommended_and_what_is_new_comes_by_likeness() -> None:
    model, _ = learn_collaborative(interactions(log()))
    ids = ("kettle", "matcha whisk", "tyre")
    vectors = np.array([[1, 0], [0.9, 0.436], [0, 1]], dtype=np.float32)
    shelf = Shelf(frozenset({"kettle", "cup", "matcha whisk", "tyre"}), ids, vectors)
    found = [one for one, _ in Recommender(model, shelf).recommend(history("kettle"), 9)]
    assert found == ["cup", "matcha whisk", "tyre"]


def test_without_a_log_the_well_rated_come_first() -> None:
    shelf = Shelf(frozenset({"a", "b"}))
    assert Recommender(None, shelf, {"a": 0.4, "b": 0.9}).recommend(history(), 2) == [("b", 0.9), ("a", 0.4)]


def test_a_low_rating_tells_less_than_a_high_one() -> None:
    ratings = [Event("s", "good", "rating", 1.0, 5.0), Event("s", "bad", "rating", 2.0, 1.0)]
    told = interactions(ratings)
    assert dict(zip(told.products, told.matrix().toarray()[0], strict=True)) == {"bad": 0.5, "good": 1.5}


def test_what_was_learnt_comes_back_and_damage_is_told(tmp_path: Path) -> None:
    model, _ = learn_collaborative(interactions(log()))
    write_collaborative(tmp_path / "c", model, "# card\n")
    again = read_collaborative(tmp_path / "c")
    assert again is not None
    wanted = Recommender(model).recommend(history("pump"), 1)[0][0]
    assert Recommender(again).recommend(history("pump"), 1)[0][0] == wanted
    file = next((tmp_path / "c").glob("*.safetensors"))
    file.write_bytes(file.read_bytes()[:-1] + b"x")
    with pytest.raises(SetupError, match="learn"):
        read_collaborative(tmp_path / "c")
    assert read_collaborative(tmp_path / "none") is None
