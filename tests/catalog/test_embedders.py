"""Every embedder keeps the contract; the shipped weights are checked before use."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from catalog.embedders import (
    MODEL,
    WEIGHTS,
    HashingEmbedder,
    MiniLMEmbedder,
    SentenceTransformersEmbedder,
    load_embedder,
)
from catalog.errors import SetupError
from tests.contracts.embedder import EmbedderContract


class TestMiniLM(EmbedderContract):
    @classmethod
    def make(cls) -> MiniLMEmbedder:
        return MiniLMEmbedder(WEIGHTS / "minilm", threads=1)

    def test_meaning_counts_more_than_letters(self, embedder: MiniLMEmbedder) -> None:
        laptop, notebook, book = embedder.embed(["laptop computer", "notebook PC", "children's picture book"])
        assert laptop @ notebook > 0.6 > laptop @ book


class TestHashing(EmbedderContract):
    @classmethod
    def make(cls) -> HashingEmbedder:
        return HashingEmbedder()

    def test_shared_words_are_near(self, embedder: HashingEmbedder) -> None:
        one, near, far = embedder.embed(["black kettle", "kettle, white", "running shoes"])
        assert one @ near > 0.4 > one @ far


class TestSentenceTransformers(EmbedderContract):
    @classmethod
    def make(cls) -> SentenceTransformersEmbedder:
        with TemporaryDirectory() as folder:
            tiny_model(Path(folder))
            return SentenceTransformersEmbedder(folder)


def tiny_model(folder: Path) -> None:
    """Writes an untrained sentence-transformers model of a few thousand weights."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from tokenizers import Tokenizer
    from tokenizers.models import WordPiece
    from tokenizers.normalizers import Lowercase
    from tokenizers.pre_tokenizers import Whitespace
    from tokenizers.processors import TemplateProcessing
    from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

    letters = "abcdefghijklmnopqrstuvwxyz,"
    signs = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", *letters, *(f"##{letter}" for letter in letters)]
    tokenizer = Tokenizer(WordPiece({sign: code for code, sign in enumerate(signs)}, unk_token="[UNK]"))
    tokenizer.normalizer, tokenizer.pre_tokenizer = Lowercase(), Whitespace()
    tokenizer.post_processor = TemplateProcessing(
        single="[CLS] $A [SEP]", special_tokens=[("[CLS]", signs.index("[CLS]")), ("[SEP]", signs.index("[SEP]"))]
    )
    fast = PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, pad_token="[PAD]", unk_token="[UNK]", cls_token="[CLS]", sep_token="[SEP]"
    )
    sizes = {"hidden_size": 16, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": 16}
    model = BertModel(BertConfig(vocab_size=len(signs), max_position_embeddings=64, **sizes))
    model.save_pretrained(folder / "bert")
    fast.save_pretrained(folder / "bert")
    words = Transformer(str(folder / "bert"), max_seq_length=64)
    SentenceTransformer(modules=[words, Pooling(16)], device="cpu").save(str(folder))


def test_damaged_or_missing_weights_are_refused_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match=r"can't be read.*export-minilm"):
        MiniLMEmbedder(tmp_path)
    shutil.copytree(WEIGHTS / "minilm", tmp_path / "minilm")
    with (tmp_path / "minilm" / MODEL).open("r+b") as file:
        file.seek(1000)
        file.write(b"x")
    with pytest.raises(SetupError, match="damaged"):
        MiniLMEmbedder(tmp_path / "minilm")


def test_an_unknown_name_is_refused_with_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="minilm, hashing"):
        load_embedder(str(tmp_path / "nowhere"))


def test_minilm_needs_neither_torch_nor_transformers() -> None:
    code = "import sys; from catalog.embedders import load_embedder; load_embedder('minilm', 1).embed(['a']);"
    code += "print([name for name in ('torch', 'transformers', 'sentence_transformers') if name in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def test_the_weights_are_small_and_tell_their_licence() -> None:
    assert sum(file.stat().st_size for file in (WEIGHTS / "minilm").iterdir()) < 25_000_000
    assert "Apache-2.0" in (WEIGHTS / "minilm" / "CARD.md").read_text()
