"""MiniLM's weights made ready for 8 bits: the same network, whose numbers a block's one scale fits better.

Inside the network numbers may be shifted by their mean (what reads them takes it back in its bias) and stand in another
order, as long as all that meets them agrees. Then large ones share their scales with large ones alone. Matrices are
rounded column by column, each column's error made good by those that follow (GPTQ: Frantar et al., 2022), by the
moments of what the matrix is given on sample texts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Weights = Mapping[str, NDArray[np.float32]]
LAYERS, HEADS = 6, 12
DAMPING = 0.01
"""Of the mean second moment: keeps the rounding from leaning on what the sample texts happen to lack."""
LEAST, EVEN = 1e-12, 1e-3
SMOOTHED = ("qkv", "inner")
"""Matrices that are given the sums of all before, whose numbers differ most in size."""
SELF, DENSE = "attention.self.", "attention.output.dense."
INNER, OUTER = "intermediate.dense.", "output.dense."
MIDDLE, END = "attention.output.LayerNorm.", "output.LayerNorm."


def layer(number: int) -> str:
    """What the names of a layer's weights begin with."""
    return f"encoder.layer.{number}."


@dataclass(frozen=True, slots=True, eq=False)
class Moments:
    """Of the vectors that a matrix is given: their mean, shape (k,), and mean outer product, shape (k, k)."""

    mean: Numbers
    second: Numbers
    count: int = 1

    @staticmethod
    def of(rows: NDArray[np.float32]) -> Moments:
        """The moments of these rows, at least one, shape (n, k)."""
        exact = rows.astype(np.float64)
        return Moments(exact.mean(axis=0), exact.T @ exact / len(rows), len(rows))

    def with_more(self, other: Moments) -> Moments:
        """The moments of both's rows."""
        share = other.count / (self.count + other.count)
        mean, second = ((1 - share) * a + share * b for a, b in ((self.mean, other.mean), (self.second, other.second)))
        return Moments(mean, second, self.count + other.count)

    def shifted(self) -> Moments:
        """Those of the same vectors with their mean taken off."""
        return Moments(np.zeros_like(self.mean), self.second - np.outer(self.mean, self.mean))

    def ordered(self, order: NDArray[np.intp]) -> Moments:
        """Those of the same vectors with their numbers in another order."""
        return Moments(self.mean[order], self.second[np.ix_(order, order)])

    def divided(self, by: Numbers) -> Moments:
        """Those of the same vectors with each number divided."""
        return Moments(self.mean / by, self.second / np.outer(by, by), self.count)

    @property
    def sizes(self) -> Numbers:
        """How large each number is (root mean square)."""
        return np.sqrt(np.maximum(np.diag(self.second), 0.0))


@dataclass(frozen=True, slots=True, eq=False)
class Arranged:
    """The same network with shifted and reordered numbers inside; `order` is that of the vectors that come out."""

    weights: Weights
    moments: Mapping[str, Moments]
    order: NDArray[np.intp]

    def smoothing(self, name: str) -> Numbers | None:
        """What each number is divided by as this matrix is given it, for the matrix to be multiplied by.

        It is the root of its size (SmoothQuant: Xiao et al., 2023); None where a matrix takes all as it stands."""
        if not name.endswith(SMOOTHED):
            return None
        sizes = self.moments[name].sizes
        return np.sqrt(np.maximum(sizes / sizes.mean(), EVEN))


def arranged(weights: Weights, moments: Mapping[str, Moments]) -> Arranged:
    """The network in the order of size of what its matrices are given; `moments` by the names `<layer>qkv`, `attended`,
    `inner` and `outer`."""
    exact = {name: array.astype(np.float64) for name, array in weights.items()}
    seen = dict(moments)
    for number in range(LAYERS):
        at = layer(number)
        for part in ("qkv", "attended", "inner"):
            _shift(exact, number, part, moments[at + part].mean)
            seen[at + part] = moments[at + part].shifted()
    hidden = [seen[layer(number) + part].sizes for number in range(LAYERS) for part in ("qkv", "inner")]
    order = np.argsort(-np.mean([sizes / sizes.mean() for sizes in hidden], axis=0), kind="stable")
    for name in exact:
        if name.startswith("embeddings.") or "LayerNorm" in name:
            exact[name] = exact[name][..., order]
    for number in range(LAYERS):
        at = layer(number)
        heads = seen[at + "attended"].sizes.reshape(HEADS, -1)
        first = np.argsort(-heads.max(axis=1), kind="stable")
        inside = np.arange(heads.size).reshape(heads.shape)[first].ravel()
        inner = np.argsort(-seen[at + "outer"].sizes, kind="stable")
        for part in ("query.", "key.", "value."):
            _reorder(exact, at + SELF + part, inside, order)
        _reorder(exact, at + DENSE, order, inside)
        _reorder(exact, at + INNER, inner, order)
        _reorder(exact, at + OUTER, order, inner)
        for part, own in (("qkv", order), ("attended", inside), ("inner", order), ("outer", inner)):
            seen[at + part] = seen[at + part].ordered(own)
    return Arranged({name: array.astype(np.float32) for name, array in exact.items()}, seen, order)


def rounded(matrix: NDArray[np.float32], block: int, moments: Moments) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
    """A matrix, shape (n, k), as bytes around 128, shape (n, k / block, block), and scales, shape (n, k / block)."""
    left, size = matrix.astype(np.float64), matrix.shape[1]
    damped = moments.second + np.eye(size) * (DAMPING * float(np.trace(moments.second)) / size + LEAST)
    # The upper Cholesky factor of the inverse: its row tells how a column's error is shared among those that follow.
    share = np.linalg.cholesky(np.linalg.inv(damped)).T
    scales = np.zeros((len(matrix), size // block), dtype=np.float32)
    whole = np.zeros(matrix.shape)
    for at in range(size):
        number = at // block
        if at % block == 0:
            scales[:, number] = half(np.abs(left[:, at : at + block]).max(axis=1) / 127)
        scale = scales[:, number].astype(np.float64)
        whole[:, at] = np.clip(np.round(left[:, at] / scale), -127, 127)
        error = (left[:, at] - whole[:, at] * scale) / share[at, at]
        left[:, at + 1 :] -= np.outer(error, share[at, at + 1 :])
    return (whole + 128).astype(np.uint8).reshape(len(matrix), -1, block), scales


def half(scales: NDArray[Any]) -> NDArray[np.float32]:
    """Scales as 16 bits hold them, none of them 0."""
    return np.maximum(scales.astype(np.float16), np.finfo(np.float16).tiny).astype(np.float32)


def _shift(weights: dict[str, Numbers], number: int, part: str, mean: Numbers) -> None:
    """Takes the mean off what a matrix is given, and gives it back wherever it is missed."""
    at = layer(number)
    before = "embeddings.LayerNorm." if number == 0 else layer(number - 1) + END
    made_by, read_by, added_to = {
        "qkv": (before, [f"{at}{SELF}{one}." for one in ("query", "key", "value")], at + DENSE),
        "attended": (f"{at}{SELF}value.", [at + DENSE], None),
        "inner": (at + MIDDLE, [at + INNER], at + OUTER),
    }[part]
    weights[f"{made_by}bias"] = weights[f"{made_by}bias"] - mean
    for reader in read_by:
        weights[f"{reader}bias"] = weights[f"{reader}bias"] + weights[f"{reader}weight"] @ mean
    if added_to is not None:
        weights[f"{added_to}bias"] = weights[f"{added_to}bias"] + mean


def _reorder(weights: dict[str, Numbers], name: str, out: NDArray[np.intp], into: NDArray[np.intp]) -> None:
    weights[f"{name}weight"] = weights[f"{name}weight"][np.ix_(out, into)]
    weights[f"{name}bias"] = weights[f"{name}bias"][out]


def names() -> Sequence[str]:
    """The matrices, in the order in which a text meets them."""
    return [layer(number) + part for number in range(LAYERS) for part in ("qkv", "attended", "inner", "outer")]
