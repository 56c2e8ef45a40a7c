"""Every package is pinned, and shipped weights are the ones that their checksums say."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from tests.architecture.package_code import ROOT

PINNED = re.compile(r"^[A-Za-z0-9][A-Za-z0-9._-]*(?:\[[a-z0-9,_-]+\])?==[0-9][A-Za-z0-9.!+]*$")
WEIGHTS = ("*.onnx", "*.safetensors", "*.npz", "*.bin", "*.pt")


@pytest.mark.parametrize("name", ["requirements.txt", "tests/requirements.txt"])
def test_every_requirement_is_pinned(name: str) -> None:
    lines = [line.strip() for line in (ROOT / name).read_text(encoding="utf-8").splitlines()]
    loose = [line for line in lines if line and not line.startswith(("#", "-r")) and not PINNED.match(line)]
    assert not loose


def test_no_package_is_pinned_twice() -> None:
    names = [
        line.partition("==")[0].strip().casefold().replace("_", "-")
        for name in ("requirements.txt", "tests/requirements.txt")
        for line in (ROOT / name).read_text(encoding="utf-8").splitlines()
        if "==" in line
    ]
    assert len(names) == len(set(names))


def weights() -> list[Path]:
    """The model files that ship inside the packages."""
    found = [path for package in ("catalog", "assistant") for kind in WEIGHTS for path in (ROOT / package).rglob(kind)]
    return sorted(found)


@pytest.mark.parametrize("path", weights(), ids=lambda path: path.name)
def test_shipped_weights_have_their_checksum(path: Path) -> None:
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    told = [
        beside.name
        for beside in path.parent.rglob("*")
        if beside.is_file() and beside.suffix in {".py", ".json", ".toml", ".txt", ".sha256", ".md"}
        if digest in beside.read_text(encoding="utf-8", errors="replace")
    ]
    assert told, f"no file beside {path} states its SHA-256 {digest}"


@pytest.mark.parametrize("path", weights(), ids=lambda path: path.name)
def test_shipped_weights_have_a_card(path: Path) -> None:
    assert list(path.parent.glob("*.md")), f"{path.parent} ships weights without a card that says where they come from"
