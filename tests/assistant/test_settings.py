"""Settings: the file, overruled by the environment; a mistake is said with what to write."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.settings import FILE, Settings
from catalog.errors import SetupError


def test_without_a_file_everything_has_a_default(tmp_path: Path) -> None:
    assert Settings.read({}, tmp_path) == Settings()


def test_the_environment_overrules_the_file(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('shop = "Tarn"\nmodel = "openai:a"\n[rates.USD]\nworth = 0.9\ndate = "2026-01-31"\n')
    found = Settings.read({"DAOGOU_MODEL": "openai:b", "DAOGOU_MODEL_KEY": "sesame", "OTHER": "x"}, tmp_path)
    assert (found.shop, found.model, found.model_key) == ("Tarn", "openai:b", "sesame")
    assert found.rates["USD"].worth == 0.9
    assert "sesame" not in repr(found)


def test_sites_are_a_list_in_the_file_and_words_in_the_environment(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('frame_sites = ["https://a.example"]\n')
    assert Settings.read({}, tmp_path).frame_sites == ("https://a.example",)
    told = {"DAOGOU_FRAME_SITES": "https://b.example https://c.example"}
    assert Settings.read(told, tmp_path).frame_sites == ("https://b.example", "https://c.example")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("shop =", "can't be read as TOML"),
        ('shpo = "x"', "No setting called 'shpo'"),
        ("shop = 3", "'shop'"),
        ("rates = 3", "[rates.USD]"),
        ("[rates.USD]\nworth = 'x'", "rate of USD"),
        ("frame_sites = [1]", "'frame_sites'"),
    ],
)
def test_a_mistake_is_said_with_the_file_and_what_to_write(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / FILE).write_text(text)
    with pytest.raises(SetupError) as told:
        Settings.read({}, tmp_path)
    assert says in str(told.value)
    assert str(tmp_path) in str(told.value)


def test_an_unknown_part_is_refused_with_the_names_to_choose_from() -> None:
    from assistant.choices import open_scorer

    with pytest.raises(SetupError, match="Choose one of: similarity"):
        open_scorer(Settings(scorer="magic"))
