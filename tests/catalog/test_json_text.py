"""A line of JSON is read the same whether the quick or the careful way reads it."""

from __future__ import annotations

import json

import pytest

from catalog.sources.json_text import decoder, quick_decode


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('{"a": 1, "b": [1.5, {"c": "x"}]}', {"a": 1, "b": [1.5, {"c": "x"}]}),
        ('{"a": 1234567890123456}', {"a": "1234567890123456"}),
        ('{"a": {"b": [-123456789012345]}}', {"a": {"b": ["-123456789012345"]}}),
        ('{"a": 123456789012345678901234}', {"a": "123456789012345678901234"}),
        ('{"a": 1e400, "b": NaN}', {"a": "1e400", "b": None}),
        ('{"a": "tab\there"}', {"a": "tab\there"}),
        ('{"a": 1, "a": 2}', {"a": 2}),
        ("[1, 2]", [1, 2]),
    ],
)
def test_the_quick_way_gives_what_the_careful_one_gives(text: str, value: object) -> None:
    careful = decoder().decode
    assert quick_decode(careful)(text) == careful(text) == value


@pytest.mark.parametrize("text", ["", "{", '{"a": 01}', "nothing", '{"a": 1}}'])
def test_what_is_no_json_is_refused_by_both(text: str) -> None:
    with pytest.raises(json.JSONDecodeError):
        quick_decode(decoder().decode)(text)
