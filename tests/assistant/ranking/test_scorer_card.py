"""The card says what was learnt from, under which licences, and what to type to make the same."""

from __future__ import annotations

from assistant.ranking.mix import WEIGHTS, read_mix
from assistant.ranking.scorer_card import Data, Row, card
from assistant.ranking.tuned import encoder_sum


def test_the_card_tells_data_licences_and_command() -> None:
    row = Row("pools", True, 3, 0.9, 0.91, 0.01, (0.0, 0.02))
    data = Data(["mugs: 12 products"], ["mugs: MIT"], 5, "--home mugs --seed 3")
    told = card(read_mix(WEIGHTS, encoder_sum()), [row], [row], data, [])
    assert "mugs: 12 products. Licences: mugs: MIT." in told
    assert "`python -m assistant train scorer --home mugs --seed 3`" in told


def test_the_shipped_card_names_the_licences_of_its_data() -> None:
    told = (WEIGHTS / "CARD.md").read_text("utf-8")
    assert "Licences: " in told
    assert "Apache 2.0" in told


def test_the_card_tells_all_pools_together_beside_each_set() -> None:
    row = Row("pools", True, 3, 0.9, 0.91, 0.01, (0.0, 0.02))
    pooled = Row("all", True, 7, 0.8, 0.84, 0.04, (0.01, 0.07))
    told = card(read_mix(WEIGHTS, encoder_sum()), [row], [row], Data([], [], 5, ""), [], pooled)
    assert "| all | both | 7 | 0.800 | 0.840 | +0.040 | +0.010 to +0.070 |" in told
