"""Figures as shoppers say them."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.languages.quantities import quantities

Read = tuple[float, float | None, str | None, str | None]


def read(text: str) -> list[Read]:
    return [(q.value, q.high, q.unit, q.currency) for q in quantities(text)]


ONE: list[tuple[str, Read]] = [
    ("15.6 inch laptop", (15.6, None, "inch", None)),
    ('15.6" laptop', (15.6, None, "inch", None)),
    ("15.6寸", (15.6, None, "inch", None)),
    ("13.3英寸", (13.3, None, "inch", None)),
    ("6' cable", (6, None, "ft", None)),
    ("5 ft", (5, None, "ft", None)),
    ("1TB", (1, None, "TB", None)),
    ("2T硬盘", (2, None, "TB", None)),
    ("8个G", (8, None, "GB", None)),
    ("8g内存", (8, None, "GB", None)),
    ("4G内存", (4, None, "GB", None)),
    ("5000 mAh", (5000, None, "mAh", None)),
    ("25+ hours", (25, None, "h", None)),
    ("65W charger", (65, None, "W", None)),
    ("3000K", (3000, None, "K", None)),
    ("-20°C", (-20, None, "°C", None)),
    ("4800万像素", (48, None, "MP", None)),
    ("6-pack", (6, None, "piece", None)),
    ("pack of 10", (10, None, "piece", None)),
    ("half a kilo", (0.5, None, "kg", None)),
    ("three and a half kilos", (3.5, None, "kg", None)),
    ("1 1/2 inch", (1.5, None, "inch", None)),
    ("a pound", (1, None, "lb", None)),
    ("半斤", (250, None, "g", None)),
    ("一斤半", (750, None, "g", None)),
    ("一斤八两", (900, None, "g", None)),
    ("一斤八", (900, None, "g", None)),
    ("1小时30分钟", (1.5, None, "h", None)),
    ("2 lb 4 oz", (2.25, None, "lb", None)),
    ("1 hour and 30 minutes", (1.5, None, "h", None)),
    ("一米七五", (1.75, None, "m", None)),
    ("九成", (90, None, "%", None)),
    ("百八十块", (80, 100, None, "generic")),
    ("三百八十块", (380, None, None, "generic")),
    ("20把", (20, None, "piece", None)),
    ("二两", (100, None, "g", None)),
    ("1米8", (1.8, None, "m", None)),
    ("两米五", (2.5, None, "m", None)),
    ("两个小时", (2, None, "h", None)),
    ("两个半小时", (2.5, None, "h", None)),
    ("一年保修", (1, None, "year", None)),
    ("1.5k", (1500, None, None, None)),
    ("1.500 €", (1500, None, None, "EUR")),
    ("1.000 - 1.500 €", (1000, 1500, None, "EUR")),
    ("1.500 kg", (1.5, None, "kg", None)),
    ("sub-30 euro", (30, None, None, "EUR")),
    ("1k-1.5k", (1000, 1500, None, None)),
    ("$1.5k-2k", (1500, 2000, None, "USD")),
    ("fifteen hundred", (1500, None, None, None)),
    ("a couple hundred dollars", (200, None, None, "USD")),
    ("three to five hundred dollars", (300, 500, None, "USD")),
    ("between one hundred and two hundred euros", (100, 200, None, "EUR")),
    ("100-200", (100, 200, None, None)),
    ("$20 to $40", (20, 40, None, "USD")),
    ("20-40€", (20, 40, None, "EUR")),
    ("under 1,299.99 EUR", (1299.99, None, None, "EUR")),
    ("899,99 €", (899.99, None, None, "EUR")),
    ("£4", (4, None, None, "GBP")),
    ("800 quid", (800, None, None, "GBP")),
    ("a hundred bucks", (100, None, None, "USD")),
    ("rmb 300", (300, None, None, "CNY")),
    ("￥３００", (300, None, None, "CNY")),
    ("100刀", (100, None, None, "USD")),
    ("五十欧", (50, None, None, "EUR")),
    ("500块", (500, None, None, "generic")),
    ("3块5", (3.5, None, None, "generic")),
    ("百元以内", (100, None, None, "CNY")),
    ("三千五", (3500, None, None, None)),
    ("三千零五十", (3050, None, None, None)),
    ("十五块", (15, None, None, "generic")),
    ("一百五", (150, None, None, None)),
    ("1万2", (12000, None, None, None)),
    ("1千5", (1500, None, None, None)),
    ("两三百", (200, 300, None, None)),
    ("三五百", (300, 500, None, None)),
    ("一两千", (1000, 2000, None, None)),
    ("1-2千", (1000, 2000, None, None)),
    ("三百到四百块", (300, 400, None, "generic")),
    ("一千多", (1000, 2000, None, None)),
    ("1500多块", (1500, 1600, None, "generic")),
    ("十几块", (10, 20, None, "generic")),
    ("预算4k", (4000, None, None, None)),
]


@pytest.mark.parametrize(("text", "expected"), ONE)
def test_one_figure(text: str, expected: Read) -> None:
    assert read(text) == [pytest.approx(expected)]


@pytest.mark.parametrize(
    "text",
    [
        "dv7-1211ea", "i7-8700", "1080p", "1920x1080", "802.11ac",
        "2nd", "第二个", "2-in-1", "5-star hotel", "5G手机", "4K TV",
        "三星手机", "四件套", "给我推荐一个耳机", "the second one", "百搭",
        "2024年", "version 1.2.3", "#12", "in-ear", "one piece",
        "size 10 by 10", "",
    ],
)  # fmt: skip
def test_no_figure(text: str) -> None:
    assert read(text) == []


def test_feet_and_inches_are_one_length() -> None:
    (found,) = quantities("5'10\"")
    assert (round(found.value, 3), found.unit) == (5.833, "ft")


def test_sizes_share_the_last_unit() -> None:
    assert read("200*230cm") == [(200, None, "cm", None), (230, None, "cm", None)]
    assert read("50x80 inch") == [(50, None, "inch", None), (80, None, "inch", None)]
    assert read("2 x 8GB") == [(8, None, "GB", None)]


def test_money_and_weight_side_by_side() -> None:
    assert read("100元500克") == [(100, None, None, "CNY"), (500, None, "g", None)]


def test_what_may_mean_two_things_says_so() -> None:
    assert quantities("512G")[0].alternatives == ("GB",)
    assert quantities("50 pounds")[0].alternatives == ("GBP",)


def test_or_so_is_marked() -> None:
    assert quantities("三百来块")[0].about
    assert not quantities("三百块")[0].about


def test_spans_are_those_of_the_text() -> None:
    text = "A 15.6 inch laptop under $900 please"
    assert [text[q.start : q.end] for q in quantities(text)] == ["15.6 inch", "$900"]


@given(st.text(alphabet="0123456789.,-x k$€元块千百万两三半斤克gG\"' and half a to 到", max_size=40))
def test_any_text_is_read(text: str) -> None:
    found: list[Any] = list(quantities(text))
    assert all(0 <= q.start < q.end <= len(text) for q in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
