"""The learned mix: features -> one score, its file, and the check that it is the one that was shipped."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.ranking.pair_features import FEATURES
from catalog.errors import SetupError
from catalog.ports import Vectors

WEIGHTS = Path(__file__).parent / "weights"
MIX, CHECKSUMS = "mix.safetensors", "checksums.json"
MEND = "Train it again with: python -m assistant train scorer"


@dataclass(frozen=True, slots=True)
class Mix:
    """A weight per feature and a shift; `names` are the unit vectors of the names of goods, shape (n, 384)."""

    weights: NDArray[np.float64]
    shift: float
    names: Vectors

    def score(self, features: NDArray[np.float64]) -> NDArray[np.float64]:
        """One score from 0 to 1 per row."""
        return 1.0 / (1.0 + np.exp(-(features @ self.weights + self.shift)))


def write_mix(folder: Path, mix: Mix, encoder: str, told: Mapping[str, str]) -> None:
    """Writes weights, checksums and texts such as the card, so that a reader finds the old ones or the new ones.

    `encoder`: SHA-256 of the model that the features were made with.
    """
    from safetensors.numpy import save

    folder.mkdir(parents=True, exist_ok=True)
    scale = float(np.abs(mix.names).max()) / 127
    content = save(
        {
            "weights": mix.weights,
            "shift": np.array([mix.shift]),
            "names": np.round(mix.names / scale).astype(np.int8),
            "names_scale": np.array([scale], dtype=np.float32),
        },
        metadata={"features": " ".join(FEATURES), "encoder": encoder},
    )
    sums = json.dumps({MIX: hashlib.sha256(content).hexdigest()}, indent=1) + "\n"
    files = {MIX: content, CHECKSUMS: sums.encode(), **{name: text.encode() for name, text in told.items()}}
    for name, data in files.items():
        (folder / f"{name}.part").write_bytes(data)
    for name in files:
        os.replace(folder / f"{name}.part", folder / name)


def read_mix(folder: Path, encoder: str) -> Mix:
    """The mix of a folder; SetupError where it is damaged, not what its checksum tells, or made for another encoder."""
    from safetensors import SafetensorError, safe_open
    from safetensors.numpy import load

    path = folder / MIX
    try:
        content = path.read_bytes()
        told = json.loads((folder / CHECKSUMS).read_text("utf-8")).get(MIX)
        if hashlib.sha256(content).hexdigest() != told:
            raise SetupError(f"The scorer's weights in {folder} are not the ones that its checksums tell. {MEND}")
        found = load(content)
        with safe_open(path, "numpy") as file:
            about = file.metadata() or {}
        weights, names = found["weights"], found["names"].astype(np.float32) * found["names_scale"]
        mix = Mix(weights.astype(np.float64), float(found["shift"][0]), names)
    except (OSError, ValueError, KeyError, AttributeError, SafetensorError) as error:
        raise SetupError(f"The scorer's weights in {folder} can't be read ({error}). {MEND}") from error
    if about.get("features") != " ".join(FEATURES) or weights.shape != (len(FEATURES),):
        raise SetupError(f"The scorer's weights in {folder} are of another version. {MEND}")
    if about.get("encoder") != encoder:
        raise SetupError(f"The scorer's weights in {folder} were trained with another encoder. {MEND}")
    return mix
