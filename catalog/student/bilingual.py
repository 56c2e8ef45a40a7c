"""The embedding model and the student together: texts of either language find each other in one space."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from catalog.languages.folding import fold
from catalog.ports import Embedder, Vectors
from catalog.student.glosses import gloss

WRITTEN_APART = re.compile(r"(?<=[^\x00-\x7f]) (?=[^\x00-\x7f])")
"""A word of a script without spaces may come in single letters."""
SHARE = 0.3
"""The student's weight where every word of a text has a gloss; it grows to 1 as fewer have one. The card has how
shares from 0 to 1 were measured."""


@dataclass(frozen=True)
class BilingualEmbedder:
    """Latin text goes to the model as it is; other text as its gloss, mixed with the student's reading of it."""

    model: Embedder
    student: Embedder
    share: float = SHARE

    @property
    def name(self) -> str:
        """The model's name and the student's."""
        return f"{self.model.name}+{self.student.name}"

    @property
    def dimensions(self) -> int:
        """The model's."""
        return self.model.dimensions

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Rows of unit length, shape (len(texts), dimensions), float32; Latin texts get the model's own vectors."""
        texts = [WRITTEN_APART.sub("", text) for text in texts]
        glosses = [None if text.isascii() or fold(text).isascii() else gloss(text) for text in texts]
        vectors = self.model.embed([one.text if one else text for one, text in zip(glosses, texts, strict=True)])
        foreign = [place for place, one in enumerate(glosses) if one]
        if not foreign:
            return vectors
        read = self.student.embed([texts[place] for place in foreign])
        for place, own in zip(foreign, read, strict=True):
            told = glosses[place]
            share = self.share + (1 - self.share) * (told.unknown if told else 0.0)
            mixed = (1 - share) * vectors[place] + share * own
            vectors[place] = mixed / max(float(np.linalg.norm(mixed)), 1e-12)
        return vectors
