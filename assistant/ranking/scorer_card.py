"""The card and the plot of a training run, written by the run itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from assistant.ranking.mix import Mix
from assistant.ranking.pair_features import FEATURES

PLOT = "run.svg"
WIDE, HIGH, EDGE = 640, 300, 46
Course = Sequence[tuple[int, float, float]]


@dataclass(frozen=True, slots=True)
class Row:
    """One set of pools: nDCG@10 of similarity and of the scorer, and their difference by query, 90 % interval."""

    source: str
    judged: bool
    queries: int
    similarity: float
    tuned: float
    lead: float
    between: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Data:
    """What was learnt from: sources, their licences, the queries made of each catalogue, and the command's options."""

    sources: Sequence[str]
    licences: Sequence[str]
    queries: int
    options: str


def card(
    mix: Mix, rows: Sequence[Row], published: Sequence[Row], data: Data, course: Course, pooled: Row | None = None
) -> str:
    """The text of CARD.md; `published` are the rows without what is fine-tuned, `pooled` all pools as one set."""
    table = "\n".join(_line(row, "people" if row.judged else "records") for row in rows)
    table += f"\n{_line(pooled, 'both')}" if pooled else ""
    weights = "\n".join(
        f"| {name} | {weight:+.3f} |" for name, weight in zip(FEATURES, mix.weights, strict=True) if abs(weight) > 5e-4
    )
    best = max(course, key=lambda step: step[2], default=(0, 0.0, 0.0))
    before, after = (float(np.mean([row.tuned for row in one])) for one in (published, rows))
    least, where = min((one.tuned - other.tuned, one.source) for one, other in zip(rows, published, strict=True))
    size, rank = mix.change.down.shape
    return f"""# The scorer's mix

Says from 0 to 1 how well a text (a title, with a description or without) fits a query, in any language.

- **What it reads**: cosine and late interaction of MiniLM's vectors (8 bits, from `catalog/weights/minilm`), the
  query's nearness to the kinds of goods that the title is likely about ({len(mix.names)} names of the Shopify taxonomy,
  MIT), shared words and figures, and whether the text is of the kind asked or goes with it. Other languages are
  read by their glosses and by the student.
- **Learnt**: one weight per feature, of known sign, by pairs of texts of one query; the shift makes 0.5 the score at
  which people call half of the texts relevant.
- **Made by**: `python -m assistant train scorer {data.options}`, on a processor. Stopped at round {best[0]}: `run.svg`.
- **Data**: {"; ".join(data.sources)}. Licences: {"; ".join(data.licences) or "those of the shop's own data"}.
  {data.queries} queries were made from each catalogue (kinds, facts, brands, typos, sentences, in its languages),
  graded by its records.
- **Form**: safetensors, its SHA-256 in `checksums.json`; it works with the encoder whose SHA-256 it states.
- **Fine-tuned**: how a query's vector is compared with likely kinds of goods, a low-rank change (2 x {size} x {rank}
  numbers) learnt inside the mix, listwise and by margins with the hardest worse text. nDCG@10, mean of all sets:
  {before:.4f} without it, {after:.4f} with it; its worst set: {least:+.4f} ({where}).
  The encoder's graph is as it was published: `assistant/ranking/weights/FINE_TUNING.md` says what more gave.
- **Limits**: made queries share words with their products, so their figures flatter whatever counts words.

## Measured

nDCG@10 of pools, five folds by query: no query was learnt from by the weights that it was measured with.

| pools | graded by | queries | MiniLM similarity | this scorer | difference | 90 % |
|---|---|---|---|---|---|---|
{table}

## Weights

| feature | weight |
|---|---|
{weights}
"""


def _line(row: Row, judges: str) -> str:
    return (
        f"| {row.source} | {judges} | {row.queries} | {row.similarity:.3f} | {row.tuned:.3f} | {row.lead:+.3f} | "
        f"{row.between[0]:+.3f} to {row.between[1]:+.3f} |"
    )


def plot(course: Course) -> str:
    """The run as a picture (SVG): loss, and nDCG@10 on the queries held back, by round."""
    lines = []
    for at, (label, ink) in enumerate((("loss", "#8a5a00"), ("nDCG@10, held back", "#1c5d99"))):
        values = [step[at + 1] for step in course]
        low, high = min(values, default=0.0), max(values, default=1.0)
        points = " ".join(
            f"{_across(number, course):.1f},{_up(value, low, high):.1f}"
            for (number, *_), value in zip(course, values, strict=True)
        )
        lines.append(f'<polyline fill="none" stroke="{ink}" stroke-width="2" points="{points}"/>')
        lines.append(f'<text x="{EDGE + at * 300}" y="20" fill="{ink}">{label}: {low:.4f} to {high:.4f}</text>')
    last = course[-1][0] if course else 0
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {HIGH}" font-family="sans-serif" font-size="13">'
        f'<rect width="{WIDE}" height="{HIGH}" fill="white"/>'
        f'<path d="M{EDGE} {EDGE}V{HIGH - EDGE}H{WIDE - EDGE}" fill="none" stroke="#666"/>{"".join(lines)}'
        f'<text x="{EDGE}" y="{HIGH - 16}">round 0</text><text x="{WIDE - EDGE}" y="{HIGH - 16}" text-anchor="end">'
        f"round {last}</text></svg>\n"
    )


def _across(number: int, course: Course) -> float:
    return EDGE + (WIDE - 2 * EDGE) * number / max(1, course[-1][0])


def _up(value: float, low: float, high: float) -> float:
    return HIGH - EDGE - (HIGH - 2 * EDGE) * (value - low) / ((high - low) or 1.0)
