"""English, Chinese and a toy language that is nothing but a folder keep the same contract."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import catalog.languages as package
from catalog.errors import SetupError
from catalog.languages.registry import language, languages
from tests.catalog.languages.contract import LanguageContract, Samples

TOY = {
    "language.json": {
        "name": "Zorp",
        "letters": "a-z",
        "spelling": {"krell": "krel"},
        "common": ["vu", "zem", "ti", "plo"],
        "stop": ["vu"],
        "denial": {"before": ["nix"]},
    },
    "quantities.json": {
        "units": {"g*100": ["blok", "bloks"], "kg": ["grung"]},
        "money": {"EUR": ["zorpo"]},
        "numbers": {"eenz": 1, "twanz": 2},
        "scales": {"hunz": 100},
        "ranges": ["bis"],
    },
    "terms.json": {"type": {"laptop": ["klapper", "klaptor"], "toaster": ["brenner"]}, "value": {"black": ["swarz"]}},
}


class TestEnglish(LanguageContract):
    samples = Samples(
        code="en",
        sentence="I am looking for a light laptop with a good screen",
        mention=("gray", "A grey sofa"),
        absent=("black", "BlackBerry phone"),
        denial=("bluetooth", "It comes without built-in Bluetooth."),
        weight=("half a kilo of rice", 0.5, "kg"),
        money=("under fifty dollars", 50.0, "USD"),
        spelt=("two hundred and fifty", 250.0),
        interval=("between 100 and 200", 100.0, 200.0),
        same=("laptop", "笔记本电脑"),
        different=("laptop", "laptop bag"),
        kinds=(
            ("sofa", "type"),
            ("weight", "attribute"),
            ("bluetooth", "feature"),
            ("black", "value"),
            ("HP", "brand"),
        ),
    )


class TestChinese(LanguageContract):
    samples = Samples(
        code="zh",
        sentence="我想买一台轻薄的笔记本电脑，预算五千左右",
        mention=("蓝牙", "支持蓝牙5.3的无线耳机"),
        absent=("防水", "支持蓝牙"),
        denial=("蓝牙", "本产品不支持蓝牙、WiFi和NFC"),
        weight=("2斤装", 1000.0, "g"),
        money=("900元以内", 900.0, "CNY"),
        spelt=("三千五", 3500.0),
        interval=("两三百", 200.0, 300.0),
        same=("耳机", "headphones"),
        different=("平板电脑", "笔记本电脑"),
        kinds=(("沙发", "type"), ("重量", "attribute"), ("蓝牙", "feature"), ("黑色", "value"), ("惠普", "brand")),
    )


class TestToyLanguage(LanguageContract):
    samples = Samples(
        code="zz",
        sentence="zem vu klapper plo ti brenner",
        mention=("krell", "zem krel plo"),
        absent=("swarz", "zem swarzer plo"),
        denial=("swarz", "ti nix swarz"),
        weight=("3 blok", 300.0, "g"),
        money=("20 zorpo", 20.0, "EUR"),
        spelt=("twanz hunz", 200.0),
        interval=("100 bis 200", 100.0, 200.0),
        same=("klapper", "laptop"),
        different=("klapper", "brenner"),
        kinds=(("klapper", "type"), ("swarz", "value")),
    )

    @pytest.fixture(autouse=True)
    def folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        home = tmp_path / "zz"
        home.mkdir()
        for name, content in TOY.items():
            (home / name).write_text(json.dumps(content), "utf-8")
        monkeypatch.setattr(package, "__path__", [*package.__path__, str(tmp_path)])

    def test_it_crosses_into_the_other_languages(self) -> None:
        from catalog.languages.lexicon import lexicon

        assert lexicon().translated("swarz klapper") == "swarz klapper"
        assert lexicon().translated("黑色笔记本电脑", "zz") == "swarz klapper"


def test_the_toy_language_leaves_with_its_folder() -> None:
    assert languages() == ("en", "zh")


def test_an_unknown_language_names_the_known_ones() -> None:
    with pytest.raises(SetupError, match=r"'xx'.*en, zh"):
        language("xx")


def test_no_module_of_the_room_names_a_language() -> None:
    folder = Path(package.__file__).parent
    for path in folder.glob("*.py"):
        named = re.findall(r"[\"'](?:en|zh)[\"'/]", path.read_text("utf-8"))
        assert not named, f"{path.name} names a language: {named}"
