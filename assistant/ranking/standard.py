"""Features on one scale: fitted on training rows alone, applied to all others as it was fitted.

Rows are float64 of shape (examples, features); nan is a value that nobody knows.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.float64]
CEILING = 8.0
"""Standard scores beyond this are cut: one wild price decides nothing."""
STILL = 1e-9
"""A feature that moves less than this doesn't change."""


@dataclass(frozen=True, slots=True)
class Standard:
    """Z-scores by the means and spreads of the training rows alone; an unknown value (nan) stands at the mean."""

    mean: Rows
    spread: Rows

    @staticmethod
    def of(rows: Rows) -> Standard:
        """The means and spreads of these rows, nan left out; a feature that never changes has the spread 1."""
        known = np.where(np.isnan(rows), 0.0, 1.0)
        count = np.maximum(known.sum(axis=0), 1.0)
        mean = np.nansum(rows, axis=0) / count
        spread = np.sqrt(np.nansum((rows - mean) ** 2, axis=0) / count)
        return Standard(mean, np.where(spread > STILL, spread, 1.0))

    def apply(self, rows: Rows) -> Rows:
        """The rows as z-scores, shape as given."""
        return np.clip(np.nan_to_num((rows - self.mean) / self.spread), -CEILING, CEILING)
