"""Two ways to fine-tune on frozen token vectors: the whole's vector, and late interaction, both starting as shipped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from assistant.ranking.pair_meaning import LEAST_COVERED, Meaning

RANK = 16
HEAT, MARGIN = 0.05, 0.05
KEEP = 4.0
"""How much it costs to leave the shipped scores, which were learnt from a billion pairs."""


@dataclass(frozen=True)
class Lesson:
    """One pool as tensors: the query's and the texts' vectors, grades, and what it counts."""

    query: str
    asked: Meaning
    texts: Sequence[Meaning]
    grades: tuple[float, ...]
    worth: float


class Whole(nn.Module):
    """The text's vector plus a low-rank change of it and a gated sum of its tokens; zero at the start."""

    def __init__(self, size: int = 384) -> None:
        super().__init__()
        self.down = nn.Parameter(torch.randn(size, RANK) * 0.02)
        self.up = nn.Parameter(torch.zeros(RANK, size))
        self.gate = nn.Parameter(torch.zeros(size))
        self.asked_gate = nn.Parameter(torch.zeros(size))

    def vector(self, one: Sequence[Meaning], gate: Tensor) -> Tensor:
        """Unit vectors, one per text."""
        whole = torch.tensor(np.array([each.whole for each in one]))
        lengths = [len(each.tokens) for each in one]
        if sum(lengths):
            tokens = torch.tensor(np.concatenate([each.tokens for each in one]).astype(np.float32))
            owner = torch.repeat_interleave(torch.arange(len(one)), torch.tensor(lengths))
            told = torch.zeros_like(whole).index_add(0, owner, tokens * torch.tanh(tokens @ gate)[:, None])
            whole = whole + told / torch.tensor([max(1, n) for n in lengths])[:, None]
        return nn.functional.normalize(whole + whole @ self.down @ self.up, dim=1)

    def forward(self, lesson: Lesson) -> tuple[Tensor, Tensor]:
        """Scores as fine-tuned and as shipped."""
        asked, told = self.vector([lesson.asked], self.asked_gate)[0], self.vector(lesson.texts, self.gate)
        shipped = torch.tensor(np.array([one.whole for one in lesson.texts]) @ lesson.asked.whole)
        return told @ asked, shipped


class Late(nn.Module):
    """Late interaction of projected tokens, the query's weighed by what they are; as shipped at the start."""

    def __init__(self, size: int = 384) -> None:
        super().__init__()
        self.down = nn.Parameter(torch.randn(size, RANK) * 0.02)
        self.up = nn.Parameter(torch.zeros(RANK, size))
        self.weight = nn.Parameter(torch.zeros(size))
        self.least = nn.Parameter(torch.tensor(LEAST_COVERED))

    def tokens(self, given: NDArray[np.float16]) -> Tensor:
        """Projected unit vectors of tokens."""
        plain = torch.tensor(given.astype(np.float32))
        return nn.functional.normalize(plain + plain @ self.down @ self.up, dim=1)

    def forward(self, lesson: Lesson) -> tuple[Tensor, Tensor]:
        """Scores as fine-tuned and as shipped."""
        plain = torch.tensor(lesson.asked.tokens.astype(np.float32))
        shipped = [_covered(lesson.asked.tokens, one.tokens) for one in lesson.texts]
        if not len(plain):
            return torch.zeros(len(lesson.texts)), torch.tensor(shipped)
        asked = self.tokens(lesson.asked.tokens)
        told = self.tokens(np.concatenate([one.tokens for one in lesson.texts]))
        parts = torch.split(asked @ told.T, [len(one.tokens) for one in lesson.texts], dim=1)
        best = torch.stack([part.max(dim=1).values if part.shape[1] else part.new_zeros(len(asked)) for part in parts])
        weights = torch.softmax(plain @ self.weight - self.least * best, dim=1)
        return (weights * best).sum(dim=1), torch.tensor(shipped)


def _covered(asked: NDArray[np.float16], told: NDArray[np.float16]) -> float:
    if not len(asked) or not len(told):
        return 0.0
    best = (asked.astype(np.float32) @ told.astype(np.float32).T).max(axis=1)
    weights = np.exp(-LEAST_COVERED * best)
    return float((weights * best).sum() / weights.sum())


def loss_of(scores: Tensor, shipped: Tensor, grades: Sequence[float]) -> Tensor:
    """Listwise: the softmax of scores against that of gains; by margins: the hardest worse text below each better one;
    and the squared distance from the shipped scores."""
    gains = torch.exp2(torch.tensor(grades)) - 1
    listwise = -(gains / gains.sum() * torch.log_softmax(scores / HEAT, 0)).sum()
    told = torch.tensor(grades)
    worse = told[:, None] < told[None, :]
    hardest = torch.where(worse, scores[:, None], torch.tensor(-9.0)).max(dim=0).values
    margins = torch.relu(hardest - scores + MARGIN)[worse.any(dim=0)]
    return listwise + 5.0 * margins.mean() + KEEP * ((scores - shipped) ** 2).mean() / HEAT


def trained(
    made: Callable[[], nn.Module], lessons: Sequence[Lesson], seed: int, epochs: int, step: float = 1e-3
) -> nn.Module:
    """The module after so many rounds through the lessons."""
    torch.manual_seed(seed)
    module = made()
    chosen = [one for one in lessons if max(one.grades) > min(one.grades)]
    optimiser = torch.optim.AdamW(module.parameters(), lr=step, weight_decay=0.05)
    dice, total = np.random.default_rng(seed), epochs * len(chosen)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda at: 1.0 - at / max(1, total))
    for _ in range(epochs):
        for at in dice.permutation(len(chosen)):
            scores, shipped = module(chosen[at])
            loss = loss_of(scores, shipped, chosen[at].grades) * chosen[at].worth
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(module.parameters(), 1.0)
            optimiser.step()
            schedule.step()
    return module


def scores_of(module: nn.Module, lessons: Sequence[Lesson]) -> list[list[float]]:
    """The module's scores of every pool."""
    with torch.no_grad():
        return [module(one)[0].tolist() for one in lessons]
