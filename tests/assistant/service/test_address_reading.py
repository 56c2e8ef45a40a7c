"""A postal address is read in parts, and nothing else is taken for one."""

from __future__ import annotations

import pytest

from assistant.service.address_reading import read_address


@pytest.mark.parametrize(
    "text", ["The zip code is 10126", "my postcode is 10126", "zip 10126", "邮编是101260", "我的邮政编码是 101260"]
)
def test_a_postcode_that_says_who_is_speaking_is_no_street(text: str) -> None:
    assert read_address(text, {}) == {}


def test_a_whole_address_is_read() -> None:
    found = read_address("445 Maple Drive, Suite 394, Fort Worth, TX 76165, USA", {})
    assert (found["address1"], found["city"], found["state"], found["zip"]) == (
        "445 Maple Drive",
        "Fort Worth",
        "TX",
        "76165",
    )
