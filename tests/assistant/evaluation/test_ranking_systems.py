"""What the scorer is compared with, on texts whose order is worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest

from assistant.evaluation.outcome_data import simulated
from assistant.evaluation.ranking_systems import Words, best_threshold, systems
from assistant.ranking.made_queries import Pool
from assistant.ranking.mix_training import Example
from assistant.ranking.pair_features import FEATURES

TEXTS = ["red kettle", "red tent", "red chair", "blue tent with two doors and a porch"]


def test_bm25_prefers_the_rarer_word_and_the_shorter_text() -> None:
    words = Words.of(TEXTS)
    scores = words.bm25("red kettle", TEXTS)
    assert scores[0] > scores[1] > scores[3] == 0.0
    assert scores[1] == pytest.approx(scores[2])
    short, long = words.bm25("tent", ["red tent", TEXTS[3]])
    assert short > long > 0.0


def pools(count: int) -> tuple[list[Pool], list[Example]]:
    """Queries whose right text is the one that means most and shares the query's word."""
    dice = np.random.default_rng(0)
    made, examples = [], []
    for number in range(count):
        rows = dice.random((4, len(FEATURES))) * 0.05
        right = number % 4
        rows[right, FEATURES.index("meaning")] += 0.5
        rows[right, FEATURES.index("coverage")] += 0.5
        grades = tuple(3.0 if at == right else 0.0 for at in range(4))
        texts = tuple((f"thing {number}" if at == right else f"other {at}", "") for at in range(4))
        made.append(Pool(f"thing {number}", texts, grades, "hand"))
        examples.append(Example(f"thing {number}", rows, grades, True, "hand"))
    return made, examples


def test_every_system_scores_every_text_and_all_but_popularity_find_the_right_one() -> None:
    made, examples = pools(40)
    words = Words.of([title for pool in made for title, _ in pool.texts])
    found = systems(made, examples, examples, [[0.0] * 4 for _ in made], words, 1)
    for name, scores in found.items():
        assert [len(one) for one in scores] == [4] * 40
        right = [int(np.argmax(own)) == number % 4 for number, own in enumerate(scores)]
        assert np.mean(right) == (0.25 if name == "popularity" else 1.0), name


def test_the_threshold_is_where_telling_is_right_most_often() -> None:
    _, examples = pools(2)
    assert best_threshold([[0.9, 0.2, 0.1, 0.3], [0.3, 0.8, 0.4, 0.2]], examples) == 0.8


def test_simulated_shoppers_click_what_fits_and_are_the_same_for_a_seed() -> None:
    made, _ = pools(40)
    scores = [[0.5] * 4 for _ in made]
    found = simulated(made, scores, 3, 400)
    again = simulated(made, scores, 3, 400)
    assert found["click"].happened == again["click"].happened
    assert len(found["click"].happened) == 1600
    assert len(found["purchase"].happened) == sum(found["click"].happened)
    assert sum(found["purchase"].happened) < sum(found["click"].happened)


def test_all_sets_together_count_every_query_once_and_name_the_worst_set() -> None:
    from assistant.evaluation.ranking import BASELINE, _pooled

    rows = {
        "one": {BASELINE: {"nDCG@10": [0.5, 0.5, 0.5]}, "ours": {"nDCG@10": [0.6, 0.6, 0.6]}},
        "other": {BASELINE: {"nDCG@10": [0.8]}, "ours": {"nDCG@10": [0.7]}},
    }
    table = _pooled(rows)
    assert table.title == "All sets: 4 queries"
    ((_, base, *empty), (name, mean, pooled, worst)) = table.rows
    assert (base, empty) == (pytest.approx(0.65), ["", ""])
    assert (name, mean) == ("ours", pytest.approx(0.65))
    assert str(pooled).startswith("+0.0500 (")
    assert worst == "-0.100 (other)"
