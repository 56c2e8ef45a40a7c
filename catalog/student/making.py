"""Makes the shipped student anew: training, measures, weights and card."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

import numpy as np

from catalog.embedders import load_embedder
from catalog.languages.lexicon import lexicon, pivot
from catalog.ports import Embedder, Vectors
from catalog.student import grams
from catalog.student.bilingual import SHARE, BilingualEmbedder
from catalog.student.encoder import StudentEncoder
from catalog.student.kept_weights import keep
from catalog.student.pairs import Lesson, category_names, lesson, sample_products
from catalog.student.training import HIDDEN, WIDTH, Progress, found_share, train

EPOCHS = 8
SHARES = (0.0, 0.1, 0.2, 0.3, 0.5)
START = 40
"""Letters of a description that stand for a shopper's sentence."""


@dataclass(frozen=True)
class Found:
    """Of texts in other languages, how many find their meaning: category names, and products by three kinds of query.

    The product numbers are mean reciprocal ranks of the product's group among all products of the sample shop.
    """

    names_in_600: float
    names_in_all: float
    names_first: float
    titles: float
    descriptions: float
    kinds: float


def make(out: Path, seed: int, epochs: int, progress: Progress) -> Mapping[str, Found]:
    """Trains, measures, and puts weights and card in `out`; the old ones stay until the new ones are whole."""
    teacher = load_embedder("minilm")
    learnt = lesson(seed)
    student = train(learnt.taught, learnt.stopping, teacher, seed, epochs, progress)
    progress("Measuring.")
    found = measured(learnt, teacher, student)
    names = [field.name for field in fields(student)]
    tensors = {
        name: value if value.dtype == np.int8 else value.astype(np.float16 if name != "scales" else np.float32)
        for name, value in ((name, getattr(student, name)) for name in names)
    }
    path = keep(out, "student", tensors, {"seed": str(seed)}, _card(learnt, found, seed))
    progress(f"{path.name}: {path.stat().st_size / 1e6:.1f} MB")
    return found


def measured(learnt: Lesson, teacher: Embedder, student: StudentEncoder) -> dict[str, Found]:
    """What each way of reading a text finds, on what the lesson kept out."""
    judge = _Judge(learnt, teacher)
    translated = _Rewritten(teacher, lexicon().translated)
    ways: dict[str, Embedder] = {"the model alone": teacher, "lexicon, then model": translated, "student": student}
    for share in SHARES:
        ways[f"gloss and student, share {share}"] = BilingualEmbedder(teacher, student, share)
    return {name: judge.found(way) for name, way in ways.items()}


class _Judge:
    """The texts that were kept out, and what each of them should find."""

    def __init__(self, learnt: Lesson, teacher: Embedder) -> None:
        taught, apart = sample_products()
        products = [*taught, *apart]
        self._names = [pair.said for pair in learnt.names]
        self._meant = teacher.embed([pair.meant for pair in learnt.names])
        self._all = teacher.embed(list(dict.fromkeys(pair.meant for pair in category_names())))
        self._records = teacher.embed([f"{one['title']}. {one['description']}"[:160] for one in products])
        self._groups = np.array([_group(one) for one in products])
        self._wanted = [_group(one) for one in learnt.products]
        told = [next(iter(one["translations"].values())) for one in learnt.products]
        self._queries = (
            [one["title"] for one in told],
            [one["description"][:START] for one in told],
            [f"{one['attributes'].get('colour', {}).get('value', '')}{one['type']}" for one in told],
        )

    def found(self, way: Embedder) -> Found:
        """What one way of reading finds."""
        names = way.embed(self._names)
        few = np.unique(self._meant, axis=0)
        shares = [
            found_share(names, self._meant, few, 10),
            found_share(names, self._meant, self._all, 10),
            found_share(names, self._meant, self._all, 1),
        ]
        return Found(*shares, *(self._rank(way.embed(queries)) for queries in self._queries))

    def _rank(self, vectors: Vectors) -> float:
        scores = vectors @ self._records.T
        places = [
            int((row > row[self._groups == group].max()).sum()) for row, group in zip(scores, self._wanted, strict=True)
        ]
        return float(np.mean([1 / (1 + place) for place in places]))


@dataclass(frozen=True)
class _Rewritten:
    """An embedder that reads each text as another function puts it."""

    model: Embedder
    put: Callable[[str], str]
    name = "rewritten"

    @property
    def dimensions(self) -> int:
        return self.model.dimensions

    def embed(self, texts: Sequence[str]) -> Vectors:
        """The model's rows of the texts as they are put."""
        return self.model.embed([self.put(text) for text in texts])


def _group(product: Mapping[str, Any]) -> str:
    return str(product.get("group", product["id"]))


def _card(learnt: Lesson, found: Mapping[str, Found], seed: int) -> str:
    # The lexicon knows every category name, so that finding one by it tells nothing of unseen words.
    known = ("lexicon, then model",)
    rows = "\n".join(
        f"| {name} | "
        + " | ".join(
            "(knows them)" if name in known and key.startswith("names") else f"{value:.3f}"
            for key, value in asdict(one).items()
        )
        + " |"
        for name, one in found.items()
    )
    student = found["student"]
    return f"""# Student

Reads text of the other languages into the space of `minilm`, whose language is `{pivot()}`: {grams.BUCKETS} hashed
runs of
1 to 3 letters, {WIDTH} numbers each, their mean, {HIDDEN} hidden units, 384 numbers out. Served by plain arithmetic.

- **Made by**: `python -m assistant train student --seed {seed}` on a processor, in minutes.
- **Data**: {len(learnt.taught)} pairs of a text and its meaning: the aligned names of the Shopify product
  taxonomy (MIT, see `catalog/languages/TAXONOMY_LICENSE`), our own term base and everyday words, products of our own
  sample shop, and
  kinds of product with describing words put together from the term base. No other data.
- **Teacher**: all-MiniLM-L6-v2 (Apache-2.0) as shipped in `catalog/weights/minilm`.
- **Licence**: that of the project.
- **Kept out of training, in every list**: {len(learnt.names)} category names to measure on,
  {len(learnt.stopping)} to stop by, and the products of one group in five ({len(learnt.products)} products).
- **Form**: whole numbers of 8 bits with a scale for each column, layers in 16 bits; `checksums.json` has the SHA-256.

## Measured on what was kept out

Names: the right meaning among the nearest 10 of {len(learnt.names)}, the nearest 10 of all names, and the
nearest. Products: mean reciprocal rank of the product's group among the whole sample shop, asked by title, by the
first {START} letters of the
description, and by colour and kind.

| way | names, 10 of {len(learnt.names)} | 10 of all | first | titles | descriptions | kinds |
|---|---|---|---|---|---|---|
{rows}

The student alone finds {student.names_in_600:.0%} of unseen names in {len(learnt.names)}, but sentences of
known words are read better by their gloss. So `BilingualEmbedder` gives the student {SHARE:.0%} where every word has
a gloss, and more as
fewer have one, all where none has. The share was chosen on this table, so its products are no fresh measure of it.

**Limits**: a bag of letters: order and denial are not read. Names that nothing resembles are placed at random.
"""
