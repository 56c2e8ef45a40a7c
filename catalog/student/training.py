"""Trains the student to land where the embedding model puts the same meaning."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from catalog.ports import Embedder, Vectors
from catalog.student.encoder import StudentEncoder
from catalog.student.grams import BUCKETS, buckets
from catalog.student.kept_weights import quantised
from catalog.student.pairs import Pair

Progress = Callable[[str], None]

WIDTH, HIDDEN = 256, 512
BATCH = 256
DROPPED = 0.15
"""The share of a text's pieces that it lacks in each round."""
SHARPNESS = 10.0
CONTRAST = 0.5
"""How much telling a text's meaning from the others of its batch counts beside landing on it."""
SAME = 0.98
"""Meanings as near as this are not told apart."""
PATIENCE = 2


def train(
    taught: Sequence[Pair], stopping: Sequence[Pair], teacher: Embedder, seed: int, epochs: int, progress: Progress
) -> StudentEncoder:
    """The student of the epoch that lands nearest to the meanings of `stopping`; same pairs and seed, same student."""
    import torch

    # The steps are small: more threads wait for each other longer than they work.
    torch.set_num_threads(1)
    torch.manual_seed(seed)
    dice = np.random.default_rng(seed)
    progress(f"The teacher reads {len(taught) + len(stopping)} meanings.")
    meant, apart = _meanings(taught, teacher), _meanings(stopping, teacher)
    said = [buckets(pair.said) for pair in taught]
    net = _Net(meant.shape[1])
    rounds = epochs * math.ceil(len(said) / BATCH)
    optimisers = [
        torch.optim.SparseAdam([net.table.weight], lr=3e-3),
        torch.optim.AdamW([value for layer in net.layers for value in layer.parameters()], lr=1e-3, weight_decay=1e-2),
    ]
    plans = [
        torch.optim.lr_scheduler.OneCycleLR(one, one.param_groups[0]["lr"], rounds, cycle_momentum=False)
        for one in optimisers
    ]
    best, nearest, since = net.encoder(), -1.0, 0
    for epoch in range(epochs):
        net.train(True)
        order = dice.permutation(len(said))
        losses = []
        for start in range(0, len(order), BATCH):
            chosen = order[start : start + BATCH]
            loss = _loss(net([_thinned(said[place], dice) for place in chosen]), torch.from_numpy(meant[chosen]))
            for one in optimisers:
                one.zero_grad()
            loss.backward()
            for one in (*optimisers, *plans):
                one.step()
            losses.append(float(loss.detach()))
        encoder = net.encoder()
        near = float(np.mean(np.sum(encoder.embed([pair.said for pair in stopping]) * apart, axis=1)))
        progress(f"epoch {epoch + 1} of {epochs}: loss {np.mean(losses):.3f}, cosine on unseen names {near:.3f}")
        if near > nearest:
            best, nearest, since = encoder, near, 0
        else:
            since += 1
            if since > PATIENCE:
                break
    return best


def found_share(vectors: Vectors, right: Vectors, among: Vectors, first: int) -> float:
    """The share of texts whose right meaning is among the `first` nearest of `among`."""
    scores = vectors @ among.T
    own = np.sum(vectors * right, axis=1, keepdims=True)
    return float(((scores > own + 1e-6).sum(axis=1) < first).mean())


def _meanings(pairs: Sequence[Pair], teacher: Embedder) -> Vectors:
    texts = list(dict.fromkeys(pair.meant for pair in pairs))
    place = {text: at for at, text in enumerate(texts)}
    return teacher.embed(texts)[[place[pair.meant] for pair in pairs]]


def _thinned(found: NDArray[np.int64], dice: np.random.Generator) -> NDArray[np.int64]:
    kept = found[dice.random(len(found)) > DROPPED] if len(found) > 4 else found
    return kept if len(kept) else found


def _loss(vectors: Any, meant: Any) -> Any:
    import torch

    likeness = meant @ meant.T
    scores = (vectors @ meant.T) * SHARPNESS
    twins = (likeness > SAME) & ~torch.eye(len(meant), dtype=torch.bool)
    told_apart = torch.nn.functional.cross_entropy(scores.masked_fill(twins, -1e4), torch.arange(len(meant)))
    return 1 - (vectors * meant).sum(dim=1).mean() + CONTRAST * told_apart


class _Net:
    """The student while it learns."""

    def __init__(self, size: int) -> None:
        import torch

        self.table = torch.nn.EmbeddingBag(BUCKETS, WIDTH, mode="mean", sparse=True)
        # Pieces that nothing taught have to say nothing.
        torch.nn.init.normal_(self.table.weight, std=0.01)
        self.first, self.second = torch.nn.Linear(WIDTH, HIDDEN), torch.nn.Linear(HIDDEN, size)
        self.past = torch.nn.Linear(WIDTH, size, bias=False)
        self.dropout = torch.nn.Dropout(0.2)
        self.layers = (self.first, self.second, self.past)

    def train(self, on: bool) -> None:
        """Whether parts are dropped at random."""
        self.dropout.train(on)

    def __call__(self, said: Sequence[NDArray[np.int64]]) -> Any:
        import torch

        starts = np.cumsum([0, *(len(one) for one in said[:-1])])
        mean = self.table(torch.from_numpy(np.concatenate(said)), torch.from_numpy(starts))
        mean = self.dropout(mean)
        inner = self.first(mean)
        hidden = self.dropout(inner * torch.sigmoid(1.702 * inner))
        return torch.nn.functional.normalize(self.second(hidden) + self.past(mean), dim=-1)

    def encoder(self) -> StudentEncoder:
        """The numbers as they are served."""
        table, scales = quantised(self.table.weight.detach().numpy())
        layers = [self.first.weight.T, self.first.bias, self.second.weight.T, self.second.bias, self.past.weight.T]
        return StudentEncoder(table, scales, *(_half(layer) for layer in layers))


def _half(value: Any) -> Vectors:
    return value.detach().numpy().astype(np.float16).astype(np.float32)
