"""Who liked this liked that: item-to-item weights from shoppers' histories, in two classic ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from scipy.sparse import csr_array

RIDGE = 250.0
SHRINK = 20.0
NEIGHBOURS = 200
LEAST = 2e-3
"""Weights of the closed form nearer to nothing than this are nothing."""
MOST_INVERTED = 5_000
"""Products up to which the closed form is solved: its cost grows with their cube."""


def ease(worth: csr_array) -> csr_array:
    """EASE, the linear autoencoder in closed form, weights of shape (products, products) with nothing on the diagonal
    (Steck 2019, "Embarrassingly shallow autoencoders for sparse data")."""
    from scipy.sparse import csr_array

    gram = (worth.T @ worth).toarray()
    diagonal = np.diag_indices(len(gram))
    gram[diagonal] += RIDGE
    inverse = np.linalg.inv(gram)
    weights = inverse / -np.diag(inverse)
    weights[diagonal] = 0.0
    weights[np.abs(weights) < LEAST] = 0.0
    return csr_array(weights.astype(np.float32))


def neighbours(worth: csr_array) -> csr_array:
    """Shrunk cosine between the products' shoppers, each product's nearest only (Sarwar et al. 2001, item-based
    collaborative filtering; shrinkage after Bell and Koren 2007)."""
    from scipy.sparse import coo_array, csr_array

    gram = coo_array(worth.T @ worth)
    length = np.sqrt(gram.diagonal())
    row, column = gram.coords
    value = gram.data / (length[row] * length[column] + SHRINK)
    other = row != column
    order = np.lexsort((row[other], -value[other], column[other]))
    row, column, value = row[other][order], column[other][order], value[other][order]
    first = np.searchsorted(column, column, side="left")
    near = np.arange(len(column)) - first < NEIGHBOURS
    return csr_array((value[near].astype(np.float32), (row[near], column[near])), shape=gram.shape)


def no_weights(worth: csr_array) -> csr_array:
    """Of no product anything follows: what is left is popularity."""
    from scipy.sparse import csr_array

    return csr_array((worth.shape[1], worth.shape[1]), dtype=np.float32)
