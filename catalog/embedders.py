"""Text -> unit vectors: MiniLM as shipped, a hashing stand-in, and any sentence-transformers model by name."""

from __future__ import annotations

import hashlib
import json
import os
import zlib
from bisect import bisect_left
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np

from catalog.errors import SetupError
from catalog.languages.folding import fold
from catalog.ports import Embedder, Vectors

WEIGHTS = Path(__file__).parent / "weights"
MODEL, TOKENIZER, CHECKSUMS = "model.int8.onnx", "tokenizer.json", "checksums.json"
TOKENS = 256
BATCH = 16


def load_embedder(name: str = "minilm", threads: int | None = None) -> Embedder:
    """The embedder of this name: minilm, hashing, or a sentence-transformers model by name or path.

    `threads` bounds its cores (all by default). SetupError where there is none of this name on this machine.
    """
    shipped: dict[str, Callable[[], Embedder]] = {
        "minilm": lambda: MiniLMEmbedder(WEIGHTS / "minilm", threads),
        "hashing": HashingEmbedder,
    }
    return shipped[name]() if name in shipped else SentenceTransformersEmbedder(name, tuple(shipped))


def usual_words() -> tuple[str, ...]:
    """The Latin words that the shipped model knows whole, of two letters and more, the most usual first."""
    known = json.loads((WEIGHTS / "minilm" / TOKENIZER).read_text("utf-8"))["model"]["vocab"]
    return tuple(
        word for word in sorted(known, key=known.__getitem__) if len(word) > 1 and word.isascii() and word.isalpha()
    )


class MiniLMEmbedder:
    """all-MiniLM-L6-v2 with 8-bit weights on onnxruntime, texts of at most 256 tokens; safe for threads."""

    name = "minilm"
    dimensions = 384

    def __init__(self, folder: Path, threads: int | None = None) -> None:
        verify(folder)
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        # One thread a batch, and as many batches at once as there are cores: threads that share a batch wait for each
        # other. Spinning threads would take the cores from everything else that serves shoppers.
        options.intra_op_num_threads = 1
        options.log_severity_level = 3
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._threads = threads or os.cpu_count() or 1
        self._session = onnxruntime.InferenceSession(str(folder / MODEL), options, providers=["CPUExecutionProvider"])
        self._wanted_alone = onnxruntime.RunOptions()
        self._wanted_alone.only_execute_path_to_fetches = True
        self._tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(TOKENS)

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Rows of unit length, shape (len(texts), 384), float32; a text's vector depends on no other text."""
        tokens = [encoding.ids for encoding in self._tokenizer.encode_batch(list(texts))]
        vectors = np.zeros((len(tokens), self.dimensions), dtype=np.float32)

        def run(batch: list[int]) -> None:
            vectors[batch] = self._run([tokens[one] for one in batch], ["vectors"])[0]

        self._in_batches(tokens, run)
        return vectors

    def encode(
        self, texts: Sequence[str], longest: int = TOKENS, heads: Sequence[int] | None = None
    ) -> tuple[Vectors, list[Vectors], Vectors]:
        """As `embed`, of the first `longest` tokens; each text's tokens as unit vectors, without the marks; and the
        unit vector of its first `heads` characters (of the whole text where None), read among the rest of the text.
        """
        read = self._tokenizer.encode_batch(list(texts))
        tokens = [one.ids if len(one.ids) <= longest else [*one.ids[: longest - 1], one.ids[-1]] for one in read]
        ends = [len(ids) for ids in tokens]
        if heads is not None:
            ends = [_tokens_within(one.offsets, end, head) for one, end, head in zip(read, ends, heads, strict=True)]
        vectors = np.zeros((len(tokens), self.dimensions), dtype=np.float32)
        first = np.zeros_like(vectors)
        apart: list[Vectors] = [vectors[:0]] * len(tokens)

        def run(batch: list[int]) -> None:
            vectors[batch], hidden = self._run([tokens[one] for one in batch], ["vectors", "tokens"])
            lengths = np.sqrt(np.einsum("rtd,rtd->rt", hidden, hidden))[:, :, None]
            for row, one in enumerate(batch):
                first[one] = hidden[row, : ends[one]].sum(axis=0)
                inside = slice(1, len(tokens[one]) - 1)
                apart[one] = hidden[row, inside] / lengths[row, inside]

        self._in_batches(tokens, run)
        return vectors, apart, first / np.maximum(np.linalg.norm(first, axis=1, keepdims=True), 1e-12)

    def _in_batches(self, tokens: list[list[int]], run: Callable[[list[int]], None]) -> None:
        """Runs batches of rows of similar length, as many at once as there are cores."""
        by_length = sorted(range(len(tokens)), key=lambda one: len(tokens[one]))
        batches = [by_length[start : start + BATCH] for start in range(0, len(tokens), BATCH)]
        if len(batches) < 2 or self._threads < 2:
            for batch in batches:
                run(batch)
        else:
            # One more than there are cores: while Python is kept busy elsewhere, no ended batch is followed by another.
            # The longest first: the last ones to end are then short.
            with ThreadPoolExecutor(self._threads + 1) as pool:
                list(pool.map(run, reversed(batches)))

    def _run(self, tokens: list[list[int]], wanted: list[str]) -> list[Vectors]:
        ids = np.zeros((len(tokens), max(map(len, tokens))), dtype=np.int32)
        mask = np.zeros_like(ids)
        for row, one in enumerate(tokens):
            ids[row, : len(one)] = one
            mask[row, : len(one)] = 1
        return list(self._session.run(wanted, {"ids": ids, "mask": mask}, self._wanted_alone))


class HashingEmbedder:
    """Words and their three-letter pieces hashed into 256 numbers: no model, any language, for tests and tiny shops."""

    name = "hashing"
    dimensions = 256

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Rows of unit length, shape (len(texts), 256), float32; texts that share words or pieces are near."""
        vectors = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        for row, text in enumerate(texts):
            for piece, weight in _pieces(text):
                code = zlib.crc32(piece.encode())
                vectors[row, code % self.dimensions] += weight if code >> 31 else -weight
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        vectors[lengths[:, 0] == 0, 0] = 1.0
        return (vectors / np.where(lengths == 0, 1.0, lengths)).astype(np.float32)


class SentenceTransformersEmbedder:
    """Any model that sentence-transformers reads, by name or path; one on this machine is preferred to the network."""

    def __init__(self, name: str, others: Sequence[str] = ()) -> None:
        self.name = name
        self._model = _sentence_transformer(name, others)
        self.dimensions = int(self._model.get_embedding_dimension())

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Rows of unit length, shape (len(texts), dimensions), float32."""
        if not texts:
            return np.zeros((0, self.dimensions), dtype=np.float32)
        found = self._model.encode(
            list(texts), normalize_embeddings=True, convert_to_numpy=True, show_progress_bar=False
        )
        return np.asarray(found, dtype=np.float32)


def verify(folder: Path) -> None:
    """SetupError unless the weights in this folder are whole and the ones that were shipped."""
    try:
        told: dict[str, str] = json.loads((folder / CHECKSUMS).read_text())
        wrong = [name for name in (MODEL, TOKENIZER) if sha256(folder / name) != told.get(name)]
    except (OSError, ValueError) as error:
        raise SetupError(f"The embedder's weights can't be read ({error}). {_MEND}") from error
    if wrong:
        raise SetupError(f"The embedder's weights in {folder} are damaged ({', '.join(wrong)}). {_MEND}")


def sha256(path: Path) -> str:
    """The file's SHA-256 in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


_MEND = "Make them again with: python -m catalog export-minilm"


def _pieces(text: str) -> list[tuple[str, float]]:
    found: list[tuple[str, float]] = []
    for word in fold(text).split():
        edged = f" {word} "
        found.append((word, 1.0))
        found += [(edged[at : at + 3], 0.4) for at in range(len(edged) - 2)]
        found += [(letter, 0.3) for letter in word if not letter.isascii()]
    return found


def _tokens_within(offsets: Sequence[tuple[int, int]], tokens: int, characters: int) -> int:
    """How many of the first tokens begin within the first characters, marks counted; all where nothing follows."""
    end = bisect_left(offsets, (characters,), 1, max(1, tokens - 1))
    return tokens if end >= tokens - 1 else end


def _sentence_transformer(name: str, others: Sequence[str]) -> Any:
    try:
        from sentence_transformers import SentenceTransformer
    except ImportError as error:
        raise SetupError(f"{name!r} needs sentence-transformers: pip install -r requirements.txt") from error
    try:
        return SentenceTransformer(name, device="cpu", local_files_only=True)
    except (OSError, ValueError):
        pass
    try:
        return SentenceTransformer(name, device="cpu")
    except Exception as error:  # What a hub's client raises has no common kind.
        raise SetupError(
            f"No embedder called {name!r} is on this machine or could be fetched. Choose one of: {', '.join(others)}, "
            f"or the folder of a sentence-transformers model."
        ) from error
