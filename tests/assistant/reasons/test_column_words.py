"""Columns are called in the shopper's language where every word of their name has one there."""

from __future__ import annotations

import pytest

from assistant.reasons.amounts import label


@pytest.mark.parametrize(
    ("column", "language", "told"),
    [
        ("n_maximum_operating_temperature", "zh", "最大工作温度"),
        ("t_network_connection_type", "zh", "网络连接类型"),
        ("number_of_usb_ports", "zh", "USB接口数量"),
        ("hdmi_ports_quantity", "zh", "HDMI接口数量"),
        ("pet_weight_max", "en", "maximum pet weight"),
        ("seat_height_min", "en", "minimum seat height"),
        ("frobnication_type", "zh", "frobnication type"),
        ("storage_capacity", "en", "storage capacity"),
    ],
)
def test_a_columns_name_is_put_together_from_its_words(column: str, language: str, told: str) -> None:
    assert label(column, language) == told
