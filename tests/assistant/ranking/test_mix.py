"""The mix's file: whole or refused, and similarity goes on where it is refused."""

from __future__ import annotations

import logging
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from assistant.ranking.mix import WEIGHTS, Mix, as_kept, read_mix, write_mix
from assistant.ranking.pair_features import FEATURES
from assistant.ranking.tuned import HOME_FOLDER, encoder_sum, open_tuned
from catalog.embedders import load_embedder
from catalog.errors import SetupError
from catalog.student.kept_weights import CHECKSUMS


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped weights, where a home has its own."""
    return Path(shutil.copytree(WEIGHTS, tmp_path / HOME_FOLDER))


def test_what_was_written_is_read(tmp_path: Path) -> None:
    names = np.eye(2, 384, dtype=np.float32)
    mix = Mix(np.arange(len(FEATURES), dtype=float), -1.5, names)
    write_mix(tmp_path, mix, "an encoder", "A card.")
    found = read_mix(tmp_path, "an encoder")
    assert list(found.weights) == list(mix.weights)
    assert found.shift == -1.5
    assert np.abs(found.names - names).max() < 0.01
    many = as_kept(np.random.default_rng(1).normal(size=(400, 384)).astype(np.float32))
    write_mix(tmp_path, replace(mix, names=many), "an encoder", "A card.")
    assert np.abs(read_mix(tmp_path, "an encoder").names - many).max() < 1e-6
    assert (tmp_path / "CARD.md").read_text() == "A card."
    assert sorted(one.suffix for one in tmp_path.iterdir()) == [".json", ".md", ".safetensors"]


def test_broken_foreign_and_missing_weights_are_refused(folder: Path) -> None:
    with pytest.raises(SetupError, match="another encoder"):
        read_mix(folder, "another one")
    (mix,) = folder.glob("*.safetensors")
    content = bytearray(mix.read_bytes())
    content[-1] ^= 1
    mix.write_bytes(bytes(content))
    with pytest.raises(SetupError, match="damaged"):
        read_mix(folder, encoder_sum())
    (folder / CHECKSUMS).write_text("{}")
    with pytest.raises(SetupError):
        read_mix(folder, encoder_sum())
    shutil.rmtree(folder)
    with pytest.raises(SetupError, match="train scorer"):
        read_mix(folder, encoder_sum())


def test_an_interrupted_training_leaves_the_old_weights_in_place(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = read_mix(folder, encoder_sum())

    def cut_off(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.replace", cut_off)
    with pytest.raises(KeyboardInterrupt):
        write_mix(folder, Mix(before.weights * 2, 0.0, before.names), encoder_sum(), "A card.")
    assert list(read_mix(folder, encoder_sum()).weights) == list(before.weights)


def test_similarity_goes_on_where_the_weights_are_broken_and_says_so(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (mix,) = folder.glob("*.safetensors")
    mix.write_bytes(b"not these")
    with caplog.at_level(logging.WARNING):
        scorer = open_tuned(load_embedder("minilm"), folder.parent)
    assert scorer.name == "similarity"
    assert "by similarity" in caplog.text
    kettle, tent = scorer.score("kettle", ["Electric kettle", "Tent"])
    assert kettle > tent
