"""The memory index keeps the contract of vector indexes."""

from __future__ import annotations

from pathlib import Path

from catalog.memory_index import MemoryIndex
from tests.contracts.vector_index import DIMENSIONS, VectorIndexContract


class TestMemoryIndex(VectorIndexContract):
    def make(self, folder: Path) -> MemoryIndex:
        return MemoryIndex(DIMENSIONS)
