"""Trained numbers kept in a folder with their checksum and card; a new set takes the old one's place at one stroke."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from catalog.errors import SetupError

CHECKSUMS, CARD = "checksums.json", "CARD.md"

Tensors = Mapping[str, NDArray[Any]]


@dataclass(frozen=True)
class Kept:
    """Tensors by name, and what was written down with them."""

    tensors: Tensors
    notes: Mapping[str, str]


def keep(folder: Path, name: str, tensors: Tensors, notes: Mapping[str, str], card: str) -> Path:
    """Writes a set and its card; until the last step, one rename, the folder holds the old set whole."""
    from safetensors.numpy import save

    folder.mkdir(parents=True, exist_ok=True)
    content = save({key: np.ascontiguousarray(value) for key, value in tensors.items()}, dict(notes))
    digest = hashlib.sha256(content).hexdigest()
    path = folder / f"{name}-{digest[:12]}.safetensors"
    before = [one for one in folder.glob(f"{name}-*.safetensors") if one != path]
    _write(path, content)
    _write(folder / CHECKSUMS, (json.dumps({path.name: digest}, indent=1) + "\n").encode())
    _write(folder / CARD, card.encode())
    for old in before:
        old.unlink(missing_ok=True)
    return path


def kept(folder: Path, mend: str) -> Kept:
    """The set that the folder holds, checked; SetupError saying how to `mend` it where it is missing or damaged."""
    from safetensors import safe_open

    try:
        (name, digest), *_ = json.loads((folder / CHECKSUMS).read_text()).items()
        path = folder / name
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, ValueError, AttributeError) as error:
        raise SetupError(f"The weights in {folder} can't be read ({error}). {mend}") from error
    if found != digest:
        raise SetupError(f"The weights in {folder} are damaged ({name}). {mend}")
    with safe_open(path, framework="np") as file:
        return Kept({key: file.get_tensor(key) for key in file.keys()}, file.metadata() or {})  # noqa: SIM118


def quantised(values: NDArray[np.float32], most: int = 127) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """A matrix as whole numbers from `-most` to `most` and one scale for each of its columns."""
    scale = np.maximum(np.abs(values).max(axis=0), 1e-12) / most
    return np.round(values / scale).astype(np.int8), scale.astype(np.float32)


def _write(path: Path, content: bytes) -> None:
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    with beside.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    os.replace(beside, path)
