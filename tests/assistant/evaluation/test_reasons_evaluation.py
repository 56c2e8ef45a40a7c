"""What the evaluation of reasons plants is false, what it fills is true, and its lists meet their needs."""

from __future__ import annotations

from random import Random

import pytest

from assistant.conversation import Assistant
from assistant.evaluation.reasons_faults import KINDS, planted
from assistant.evaluation.reasons_lists import Listed, listings, opening, style
from assistant.evaluation.reasons_trials import other_trials, own_trials
from catalog.product import Verdict


@pytest.fixture(scope="module", params=["en", "zh"])
def lists(request: pytest.FixtureRequest, sample_assistant: Assistant) -> tuple[str, list[Listed]]:
    products = list(sample_assistant.catalogue.store.all())
    return request.param, list(listings(products, request.param, 60, 3, lambda: 0.0))


def test_every_shown_product_meets_the_need(lists: tuple[str, list[Listed]]) -> None:
    for listed in lists[1]:
        assert len(listed.reasons) == len(listed.shown)
        for demand in listed.state.ledger:
            if demand.firm:
                assert all(demand.allows(one) is Verdict.MEETS for one in listed.shown)


def test_reasons_tell_enough_and_answer_the_need(lists: tuple[str, list[Listed]]) -> None:
    read = style(lists[1])
    assert read.claims >= 2
    assert read.compared >= 0.3
    assert read.answered >= 0.9
    assert read.varied_lists >= 0.9


def test_there_are_fifteen_sorts_of_fault_and_each_changes_the_sentence(lists: tuple[str, list[Listed]]) -> None:
    language, found = lists
    chance = Random(5)
    trials = [
        one for listed in found for one in (*own_trials(listed, language), *other_trials(listed, language, chance))
    ]
    assert len(KINDS) >= 15
    for kind in KINDS:
        made = [(one, planted(one, kind, language, chance)) for one in trials[:400]]
        assert all(text != one.text for one, text in made if text)
        assert any(text for _, text in made) or kind == "name"


def test_an_opening_is_three_words_or_six_characters() -> None:
    assert opening("It costs N less than that.") == "It costs N"
    assert opening("这0款里最便宜，只要0。") == "这0款里最便"
