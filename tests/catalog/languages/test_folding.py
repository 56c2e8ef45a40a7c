"""fold, contains_phrase, denied_phrase, segment, detect: obvious cases."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.languages.detection import detect
from catalog.languages.folding import contains_phrase, denied_phrase, fold
from catalog.languages.registry import languages
from catalog.languages.segmentation import segment
from catalog.product import Attribute, Constraint, Verdict


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Intel® Core™2 Duo", "intel core 2 duo"),
        ("Colour: Gray", "colour grey"),
        ("Men's T-Shirts", "man tshirt"),
        ("1,000 mAh", "1000 mah"),
        ("15.6 inches", "15.6 inch"),
        ("1920 x 1080", "1920x1080"),
        ("Wi-Fi", "wifi"),
        ("8GB", "8 gb"),
        ("Crème brûlée", "creme brulee"),
        ("ＵＳＢ－Ｃ", "usb c"),
        ("筆記型電腦", "笔记型电脑"),
        ("8g内存", "8g 内存"),
        ("", ""),
        ("!?", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("phrase", "text", "held"),
    [
        ("hp", "HP Pavilion", True),
        ("hp", "XHP", False),
        ("mouse", "two mice", True),
        ("full hd", "Full-HD panel", True),
        ("15.6", "115.6 mm", False),
        ("usb数据线", "快充USB数据线", True),
        ("筆電", "笔电支架", True),
        ("8gb", "8 GB RAM", True),
        ("", "anything", False),
        ("glass", "glasses", False),
    ],
)
def test_contains_phrase(phrase: str, text: str, held: bool) -> None:
    assert contains_phrase(phrase, text) is held


@pytest.mark.parametrize(
    ("phrase", "text", "denied"),
    [
        ("bluetooth", "No Bluetooth", True),
        ("wifi", "Without built-in Bluetooth or Wi-Fi", True),
        ("bluetooth", "Bluetooth: no", True),
        ("bluetooth", "Bluetooth is not supported", True),
        ("bluetooth", "It does not support Bluetooth.", True),
        ("bluetooth", "not only Bluetooth but Wi-Fi", False),
        ("wireless", "wireless, no cables", False),
        ("wireless", "wireless no cables", False),
        ("wireless", "Non-wireless", True),
        ("fragrance", "fragrance-free cream", True),
        ("batteries", "Batteries not included", True),
        ("bluetooth", "Bluetooth 5.3. The case has no Bluetooth.", False),
        ("蓝牙", "不支持蓝牙、WiFi和NFC", True),
        ("nfc", "不支持蓝牙、WiFi和NFC", True),
        ("防水", "不防水", True),
        ("防水", "非常防水", False),
        ("蓝牙", "蓝牙：无", True),
        ("充电", "无线充电", False),
        ("香精", "不含香精", True),
        ("蓝牙", "有线", False),
    ],
)
def test_denied_phrase(phrase: str, text: str, denied: bool) -> None:
    assert denied_phrase(phrase, text) is denied


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("HP Pavilion dv7-1211ea", ["hp", "pavilion", "dv7-1211ea", "dv7", "1211ea"]),
        ("a 15.6 inch screen with 8 GB", ["15.6", "inch", "screen", "8gb"]),
        ("gray colors", ["grey", "colour"]),
        ("空气炸锅", ["空气", "气炸", "炸锅", "空气炸锅"]),
        ("the", ["the"]),
    ],
)
def test_segment(text: str, words: list[str]) -> None:
    assert segment(text) == words


@pytest.mark.parametrize(
    ("text", "default", "code"),
    [
        ("laptop", "zh", "en"),
        ("ThinkPad X1", "zh", "zh"),
        ("ThinkPad X1 Carbon 多少钱", "en", "zh"),
        ("find me a 小米 phone under 300", "zh", "en"),
        ("好", "en", "zh"),
        ("500", "zh", "zh"),
        ("500", None, "en"),
        ("Sony wireless headphones 多少钱", "en", "zh"),
    ],
)
def test_detect(text: str, default: str | None, code: str) -> None:
    assert detect(text, default) == code


@given(st.text(max_size=200))
def test_any_text_is_folded_cut_and_recognised(text: str) -> None:
    folded = fold(text)
    assert "  " not in folded
    assert folded == folded.strip()
    segment(text)
    assert detect(text) in languages()


@pytest.mark.parametrize(
    ("op", "value", "told", "verdict"),
    [
        ("=", "红色", "粉红色", Verdict.VIOLATES),
        ("=", "可抽拉", "不可抽拉", Verdict.VIOLATES),
        ("=", "不发酵", "不发酵", Verdict.MEETS),
        ("!=", "含糖", "不含糖", Verdict.MEETS),
        ("=", "foldable", "not foldable", Verdict.VIOLATES),
        ("=", "红色", "红色/粉红色", Verdict.MEETS),
        ("!=", "红色", "粉红色", Verdict.VIOLATES),
        ("!=", "蓝色", "深蓝/灰", Verdict.VIOLATES),
        ("!=", "蓝色", "灰色", Verdict.MEETS),
    ],
)
def test_pink_is_not_red_and_who_refuses_blue_refuses_dark_blue(op, value, told, verdict):
    assert Constraint("颜色", op, value).judges(Attribute(told)) is verdict
