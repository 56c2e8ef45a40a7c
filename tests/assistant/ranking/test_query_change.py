"""What is fine-tuned of a query: it learns what mends the order, leaves what is right, and is kept with the mix."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from assistant.ranking.mix import Mix, read_mix, write_mix
from assistant.ranking.mix_training import Example, fold_of
from assistant.ranking.pair_features import FEATURES
from assistant.ranking.pool_measures import ndcg
from assistant.ranking.query_change import QueryChange
from assistant.ranking.training.query_change import GOODS, Asked, change_by_folds, trained

SIZE = 16


def unit(vectors: np.ndarray) -> np.ndarray:
    return (vectors / np.linalg.norm(vectors, axis=-1, keepdims=True)).astype(np.float32)


def pools(count: int, turned: float) -> tuple[list[Example], list[Asked]]:
    """Pools whose right text lies where the query would point if its first number were moved to its second place."""
    dice = np.random.default_rng(2)
    examples, asked = [], []
    for number in range(count):
        query = unit(dice.normal(size=SIZE) + np.eye(SIZE)[0] * 4)
        meant = query.copy()
        meant[1] += turned * query[0]
        texts = unit(dice.normal(size=(8, SIZE)) * 0.5 + query)
        order = np.argsort(texts @ meant)
        grades = np.zeros(8)
        grades[order[-1]], grades[order[-2]] = 3.0, 1.0
        rows = np.zeros((8, len(FEATURES)))
        rows[:, GOODS] = texts @ query
        examples.append(Example(f"query {number}", rows, tuple(grades), True))
        asked.append(Asked(query, texts))
    return examples, asked


def found(examples: list[Example], asked: list[Asked], change: QueryChange) -> float:
    pairs = zip(examples, asked, strict=True)
    return float(np.mean([ndcg(list(own.compared(change)), one.grades) for one, own in pairs]))


def test_no_change_leaves_a_vector_as_it_is() -> None:
    vector = unit(np.arange(1.0, 385.0))
    assert QueryChange.none().of(vector) is vector


def test_a_change_that_mends_the_order_of_other_queries_is_learnt() -> None:
    examples, asked = pools(300, turned=0.5)
    change = trained(examples[:200], asked[:200], 1)
    others = examples[200:], asked[200:]
    assert found(*others, change) > found(*others, QueryChange.none(SIZE)) + 0.002


def test_no_pool_is_told_by_a_change_that_learnt_from_its_fold() -> None:
    examples, asked = pools(30, turned=0.5)
    told = change_by_folds(examples, asked, 1)
    fold = fold_of(examples[0].query, 1)
    others = [at for at, one in enumerate(examples) if fold_of(one.query, 1) != fold]
    change = trained([examples[at] for at in others], [asked[at] for at in others], 1)
    assert np.allclose(told[0].rows[:, GOODS], asked[0].compared(change))


def test_where_the_order_is_right_little_is_changed() -> None:
    examples, asked = pools(60, turned=0.0)
    change = trained(examples, asked, 1)
    moved = [float(change.of(one.whole) @ one.whole) for one in asked]
    assert min(moved) > 0.98
    assert [list(one.rows[0]) for one in examples] == [list(one.rows[0]) for one in pools(60, 0.0)[0]]


def test_the_same_seed_gives_the_same_change() -> None:
    examples, asked = pools(40, turned=0.5)
    one, other = trained(examples, asked, 5), trained(examples, asked, 5)
    assert np.array_equal(one.down, other.down)
    assert np.array_equal(one.up, other.up)


def test_a_mix_that_does_not_look_at_kinds_changes_nothing() -> None:
    examples, asked = pools(20, turned=0.5)
    for one in examples:
        one.rows[:, FEATURES.index("coverage")] = [grade / 3 for grade in one.grades]
        one.rows[:, GOODS] = -one.rows[:, FEATURES.index("coverage")]
    assert trained(examples, asked, 1).down.shape[1] == 0


@pytest.mark.parametrize("rank", [0, 4])
def test_the_change_is_kept_with_the_mix(tmp_path: Path, rank: int) -> None:
    dice = np.random.default_rng(0)
    change = QueryChange(
        dice.normal(size=(384, rank)).astype(np.float32), dice.normal(size=(rank, 384)).astype(np.float32)
    )
    names = unit(dice.normal(size=(5, 384)))
    write_mix(tmp_path, Mix(np.ones(len(FEATURES)), 0.0, names, change), "an encoder", "A card.")
    kept = read_mix(tmp_path, "an encoder").change
    assert np.array_equal(kept.down, change.down)
    assert np.array_equal(kept.up, change.up)
