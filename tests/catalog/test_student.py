"""Texts of a language that the embedding model hardly knows find what is meant in the one it knows."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from catalog.embedders import load_embedder
from catalog.errors import SetupError
from catalog.ports import Embedder, Vectors
from catalog.product import Product
from catalog.query_vectors import QueryVectors
from catalog.store import Store
from catalog.student.bilingual import BilingualEmbedder
from catalog.student.encoder import WEIGHTS, StudentEncoder
from catalog.student.glosses import gloss
from tests.contracts.embedder import EmbedderContract

NAMES = ("bluetooth speaker", "office chair", "rain jacket", "coffee machine", "dog food", "desk lamp", "toothbrush")
SAID = ("蓝牙音箱", "办公椅", "雨衣", "咖啡机", "狗粮", "台灯", "牙刷")


@pytest.fixture(scope="module")
def model() -> Embedder:
    return load_embedder("minilm", 1)


@pytest.fixture(scope="module")
def student() -> StudentEncoder:
    return StudentEncoder.load()


class TestStudent(EmbedderContract):
    @classmethod
    def make(cls) -> Embedder:
        return StudentEncoder.load()


class TestBilingual(EmbedderContract):
    @classmethod
    def make(cls) -> Embedder:
        return BilingualEmbedder(load_embedder("minilm", 1), StudentEncoder.load())


@pytest.mark.parametrize("way", ["student", "both"])
def test_a_name_finds_its_meaning(model: Embedder, student: StudentEncoder, way: str) -> None:
    reader = student if way == "student" else BilingualEmbedder(model, student)
    scores = reader.embed(SAID) @ model.embed(NAMES).T
    assert scores.argmax(axis=1).tolist() == list(range(len(SAID)))


def test_latin_text_keeps_the_models_vector(model: Embedder, student: StudentEncoder) -> None:
    assert np.array_equal(BilingualEmbedder(model, student).embed(NAMES), model.embed(NAMES))


def test_letters_written_apart_are_one_word(model: Embedder, student: StudentEncoder) -> None:
    both = BilingualEmbedder(model, student)
    assert np.array_equal(both.embed(["蓝 牙 音 箱"]), both.embed(["蓝牙音箱"]))


def test_a_gloss_tells_how_much_it_doesn_t_know() -> None:
    assert gloss("蓝牙音箱").unknown == 0
    assert "speaker" in gloss("蓝牙音箱").text
    assert gloss("蓝牙魑魅").unknown == pytest.approx(0.5)


def test_damaged_weights_are_refused(tmp_path: Path) -> None:
    folder = tmp_path / "weights"
    shutil.copytree(WEIGHTS, folder)
    file = next(folder.glob("*.safetensors"))
    file.write_bytes(file.read_bytes()[:-1] + b"\x7f")
    with pytest.raises(SetupError, match="train student"):
        StudentEncoder.load(folder)


def shop(path: Path, titles: Sequence[str]) -> Store:
    store = Store.open(path / "store.sqlite3")
    store.write([Product(f"p{number}", title) for number, title in enumerate(titles)])
    return store


def nearest(vector: Vectors, texts: Sequence[str], model: Embedder) -> str:
    return texts[int((model.embed(texts) @ vector).argmax())]


def test_a_query_in_another_language_finds_the_product(tmp_path: Path, model: Embedder) -> None:
    queries = QueryVectors(shop(tmp_path, NAMES), model)
    assert [nearest(queries.of(text), NAMES, model) for text in SAID] == list(NAMES)


def test_in_a_shop_of_the_same_language_a_query_stays_as_it_is(tmp_path: Path, model: Embedder) -> None:
    queries = QueryVectors(shop(tmp_path, SAID), model)
    assert np.array_equal(queries.of(SAID[0]), model.embed([SAID[0]])[0])


def test_without_the_student_search_goes_on(tmp_path: Path, model: Embedder) -> None:
    def missing() -> Embedder:
        raise SetupError("gone")

    queries = QueryVectors(shop(tmp_path, NAMES), model, missing)
    assert np.array_equal(queries.of(SAID[0]), model.embed([SAID[0]])[0])
    assert np.array_equal(queries.of(NAMES[0]), model.embed([NAMES[0]])[0])
