"""Fine-tunes what a query's vector is compared as with likely kinds of goods: inside the mix, by pools in folds.

The loss is that of the whole mix's order: listwise, a softmax of scores against that of gains, and by margins against
the hardest worse text of the pool (the accessory for the device); the changed cosine is held near the published one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.ranking.mix_training import Example, Fitted, MixSettings, fit, fold_of
from assistant.ranking.pair_features import PLACE
from assistant.ranking.pair_meaning import Meaning
from assistant.ranking.query_change import QueryChange
from catalog.ports import Vectors

RANK, EPOCHS, BATCH, STEP, DECAY = 4, 4, 16, 1e-3, 0.05
HEAT, MARGIN, MARGIN_SHARE = 0.05, 0.05, 5.0
KEEP = 16.0
"""What it costs to leave the published cosine, learnt from a billion pairs."""
LONGEST = 40
"""Texts of one pool that are learnt from."""
GOODS = PLACE["goods"]


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """A pool's vectors: the query's, shape (384,), and the likely kinds of its texts, shape (texts, 384)."""

    whole: Vectors
    goods: Vectors

    @staticmethod
    def of(query: Meaning, texts: Sequence[Meaning]) -> Asked:
        """The vectors of one pool."""
        return Asked(query.whole, np.array([one.goods for one in texts], np.float32).reshape(len(texts), -1))

    def compared(self, change: QueryChange) -> NDArray[np.float64]:
        """The feature `goods` of each text under a change."""
        return (self.goods @ change.of(self.whole)).astype(np.float64)


def change_by_folds(
    examples: Sequence[Example], asked: Sequence[Asked], seed: int, settings: MixSettings | None = None
) -> list[Example]:
    """The examples with `goods` as changes tell it that were trained without the pool's fold of queries."""
    found = list(examples)
    for fold in {fold_of(one.query, seed) for one in examples}:
        others = [at for at, one in enumerate(examples) if fold_of(one.query, seed) != fold]
        learnt = others or list(range(len(examples)))
        change = trained([examples[at] for at in learnt], [asked[at] for at in learnt], seed, settings)
        for at, one in enumerate(examples):
            if fold_of(one.query, seed) == fold:
                rows = one.rows.copy()
                rows[:, GOODS] = asked[at].compared(change)
                found[at] = replace(one, rows=rows)
    return found


def trained(
    examples: Sequence[Example], asked: Sequence[Asked], seed: int, settings: MixSettings | None = None
) -> QueryChange:
    """The change that serves the mix of these pools best; none where the mix doesn't look at likely kinds."""
    fitted = fit(examples, seed, None, settings)
    pairs = [
        (one, own)
        for one, own in zip(examples, asked, strict=True)
        if len(one.grades) > 1 and max(one.grades) > min(one.grades)
    ]
    if not pairs or fitted.weights[GOODS] <= 0:
        return QueryChange.none()
    return _learnt(pairs, fitted, seed, (settings or MixSettings()).made_share)


def _learnt(pairs: Sequence[tuple[Example, Asked]], fitted: Fitted, seed: int, made_share: float) -> QueryChange:
    import torch

    torch.manual_seed(seed)
    given = _tensors(pairs, fitted, made_share)
    size = given["whole"].shape[1]
    down = torch.nn.Parameter(torch.randn(size, RANK) * 0.02)
    up = torch.nn.Parameter(torch.zeros(RANK, size))
    optimiser = torch.optim.AdamW([down, up], lr=STEP, weight_decay=DECAY)
    total, dice = EPOCHS * (len(pairs) // BATCH + 1), np.random.default_rng(seed)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda at: max(0.0, 1.0 - at / total))
    for _ in range(EPOCHS):
        for rows in torch.tensor(dice.permutation(len(pairs))).split(BATCH):
            part = {name: value[rows] for name, value in given.items()}
            query = torch.nn.functional.normalize(part["whole"] + part["whole"] @ down @ up, dim=1)
            loss = _loss(torch.einsum("bd,btd->bt", query, part["goods"]), part)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_([down, up], 1.0)
            optimiser.step()
            schedule.step()
    return QueryChange(down.detach().numpy().astype(np.float32), up.detach().numpy().astype(np.float32))


def _tensors(pairs: Sequence[tuple[Example, Asked]], fitted: Fitted, made_share: float) -> dict[str, Any]:
    """All pools as tensors of one length; `rest` is what the mix says without likely kinds, in cosines of theirs."""
    import torch

    texts = min(LONGEST, max(len(one.grades) for one, _ in pairs))
    share = float(fitted.weights[GOODS])
    size, count = pairs[0][1].whole.shape[0], len(pairs)
    goods, rest = np.zeros((count, texts, size), np.float32), np.zeros((count, texts), np.float32)
    grades, shipped = np.full((count, texts), -1.0, np.float32), np.zeros((count, texts), np.float32)
    judged = sum(one.judged for one, _ in pairs)
    worth = np.array([1.0 / judged if one.judged else made_share / (count - judged) for one, _ in pairs], np.float32)
    for at, (one, own) in enumerate(pairs):
        used = min(texts, len(one.grades))
        goods[at, :used] = own.goods[:used]
        rest[at, :used] = ((one.rows @ fitted.weights) / share - one.rows[:, GOODS])[:used]
        grades[at, :used], shipped[at, :used] = one.grades[:used], own.goods[:used] @ own.whole
    parts = {
        "whole": np.array([own.whole for _, own in pairs], np.float32),
        **{"goods": goods, "rest": rest, "grades": grades, "shipped": shipped, "worth": worth / worth.mean()},
    }
    return {name: torch.tensor(value) for name, value in parts.items()}


def _loss(cosines: Any, part: dict[str, Any]) -> Any:
    import torch

    grades = part["grades"]
    there = grades >= 0
    scores = cosines + part["rest"]
    gains = torch.where(there, torch.exp2(grades.clamp(min=0)) - 1, torch.zeros(()))
    likely = torch.log_softmax((scores / HEAT).masked_fill(~there, -1e9), 1)
    listwise = -(gains / gains.sum(1, keepdim=True).clamp(min=1e-6) * likely).sum(1)
    worse = (grades[:, :, None] < grades[:, None, :]) & there[:, :, None] & there[:, None, :]
    hardest = torch.where(worse, scores[:, :, None], torch.tensor(-99.0)).max(1).values
    beaten = worse.any(1)
    margins = (torch.relu(hardest - scores + MARGIN) * beaten).sum(1) / beaten.sum(1).clamp(min=1)
    moved = ((cosines - part["shipped"]) ** 2 * there).sum(1) / there.sum(1)
    return ((listwise + MARGIN_SHARE * margins + KEEP * moved / HEAT) * part["worth"]).mean()
