"""Features stand on the scale of the rows that were trained on, whatever else is looked at."""

from __future__ import annotations

import numpy as np

from assistant.ranking.standard import CEILING, Standard

TRAINED = np.array([[0.0, 7.0], [10.0, 7.0], [np.nan, 7.0]])


def test_standard_scores_are_those_of_the_trained_rows():
    fitted = Standard.of(TRAINED)
    assert fitted.apply(np.array([[10.0, 7.0], [np.nan, 8.0]])).tolist() == [[1.0, 0.0], [0.0, 1.0]]
    assert fitted.apply(np.array([[1e9, 7.0]]))[0, 0] == CEILING


def test_what_was_fitted_never_moves_with_what_it_is_applied_to():
    fitted = Standard.of(TRAINED)
    alone = fitted.apply(np.array([[5.0, 7.0]]))
    assert (fitted.apply(np.array([[5.0, 7.0], [1e6, 7.0]]))[:1] == alone).all()
    nothing = Standard.of(np.array([[np.nan]]))
    assert nothing.apply(np.array([[np.nan]])).tolist() == [[0.0]]
