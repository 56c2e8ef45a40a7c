"""Category paths aligned to one tree: one spelling for each place in it, and ends of a path put where they belong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TypeAlias

from catalog.languages.folding import fold

Path: TypeAlias = tuple[str, ...]
SHORTEST = 2
"""A path of one step may be a place of its own, whatever other places are called."""


class CategoryTree:
    """The places of a file's categories, as its rows spell them first."""

    def __init__(self) -> None:
        self._spelled: dict[Path, str] = {}
        self._folded: dict[Path, Path] = {}
        self._aligned: dict[Path, Path] = {}

    def grow(self, paths: Iterable[Path]) -> None:
        """The tree with these paths too; the former ones keep their spelling."""
        for path in paths:
            if path in self._folded:
                continue
            self._folded[path] = folded = tuple(map(fold, path))
            for length, step in enumerate(path, 1):
                self._spelled.setdefault(folded[:length], step)
        self._aligned = self._put_together()

    def aligned(self, path: Path) -> Path:
        """A path that the tree has grown by, in the tree's spelling and from its root."""
        return self._aligned.get(path, path)

    def _put_together(self) -> dict[Path, Path]:
        every = set(self._folded.values())
        roots = {path[0] for path in every if len(path) > SHORTEST}
        ends: dict[Path, set[Path]] = defaultdict(set)
        for path in every:
            for start in range(1, len(path) - SHORTEST + 1):
                ends[path[start:]].add(path)
        found: dict[Path, Path] = {}
        for path, folded in self._folded.items():
            longer = ends.get(folded, set()) if folded and folded[0] not in roots else set()
            place = next(iter(longer)) if len(longer) == 1 else folded
            aligned = tuple(self._spelled[place[:length]] for length in range(1, len(place) + 1))
            if aligned != path:
                found[path] = aligned
        return found
