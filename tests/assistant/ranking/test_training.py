"""Training on data whose lesson is plain, and files that can't teach."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest

from assistant.ranking.judged_pools import judged_pools
from assistant.ranking.made_queries import made_pools
from assistant.ranking.making import Catalogues, make
from assistant.ranking.mix_training import Example, fit
from assistant.ranking.pair_features import FEATURES
from assistant.ranking.pool_measures import auc, measures, ndcg
from catalog.errors import SetupError


def test_measures_are_those_worked_out_by_hand() -> None:
    scores, grades = [0.9, 0.8, 0.1], [0.0, 3.0, 2.0]
    best = 7 / 1 + 3 / math.log2(3)
    assert ndcg(scores, grades) == pytest.approx((7 / math.log2(3) + 3 / math.log2(4)) / best)
    found = measures(scores, grades, 0.5)
    assert found["MRR"] == 0.5
    assert found["MAP"] == pytest.approx((1 / 2 + 2 / 3) / 2)
    assert found["P@10"] == pytest.approx(2 / 3)
    assert found["R@10"] == 1.0
    assert found["accuracy"] == pytest.approx(1 / 3)
    assert auc([0.2, 0.5, 0.5], [True, True, False]) == pytest.approx(0.25)
    assert math.isnan(auc([0.2], [True]))


def test_the_feature_that_decides_is_learnt_and_no_weight_has_the_wrong_sign() -> None:
    dice = np.random.default_rng(0)
    telling, misleading = FEATURES.index("coverage"), FEATURES.index("made_for")
    examples = []
    for number in range(40):
        rows = dice.random((12, len(FEATURES))) * 0.01
        rows[:, telling] = dice.random(12)
        grades = tuple(np.round(rows[:, telling] * 3))
        rows[:, misleading] = rows[:, telling]
        examples.append(Example(f"query {number}", rows, grades, True))
    fitted = fit(examples, 1)
    assert int(np.argmax(fitted.weights)) == telling
    assert fitted.weights[misleading] <= 0.0
    assert fitted.course[-1][2] > 0.99


def test_made_queries_ask_for_what_the_shop_has_and_are_the_same_for_a_seed() -> None:
    products = Catalogues.read([]).products
    shop = list(products.values())
    pools = made_pools(shop, 40, 3)
    assert pools == made_pools(shop, 40, 3)
    assert len(pools) == 40
    for pool in pools:
        assert len(pool.texts) == len(pool.grades)
        assert max(pool.grades) > min(pool.grades) >= 0.0
        assert max(pool.grades) <= 3.0
    assert any(not pool.query.isascii() for pool in pools)
    assert any(pool.query.isascii() for pool in pools)


ROWS = [f"query {number % 6},Thing {number},{number % 4}" for number in range(60)]


@pytest.mark.parametrize(
    ("header", "rows", "told"),
    [
        ("query,rating", ROWS, "title"),
        ("title,rating", ROWS, "query"),
        ("query,title,rating", ROWS[:10], "10 usable rows"),
        ("query,title,rating", [row[:-1] + "2" for row in ROWS], "Every rating"),
        ("query,title,rating", [*ROWS, "query 1,Thing,7"], "Line 62"),
        ("query,title,rating", [*ROWS, "query 1,Thing,good"], "'good'"),
    ],
)
def test_a_file_that_cannot_teach_is_refused_in_one_sentence_and_nothing_is_written(
    tmp_path: Path, header: str, rows: list[str], told: str
) -> None:
    path = tmp_path / "ratings.csv"
    path.write_text("\n".join([header, *rows]))
    with pytest.raises(SetupError, match=told) as error:
        make(tmp_path / "out", [], [path], 1)
    assert "\n" not in str(error.value)
    assert not (tmp_path / "out").exists()


def test_judged_pairs_become_one_pool_per_query(tmp_path: Path) -> None:
    path = tmp_path / "ratings.csv"
    path.write_text("\n".join(["query,title,rating", *ROWS]))
    pools = judged_pools(path, {})
    assert [pool.query for pool in pools] == [f"query {number}" for number in range(6)]
    assert pools[0].texts[1] == ("Thing 6", "")
    assert pools[0].grades[1] == 2.0
