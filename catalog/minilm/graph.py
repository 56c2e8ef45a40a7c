"""MiniLM's weights -> an ONNX graph, rounded to 8 bits or whole: token ids and mask in, unit vectors and tokens out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from catalog.minilm.rounding import Arranged, Weights, half, layer, rounded

if TYPE_CHECKING:
    import onnx

DIMENSIONS, HEADS, LAYERS, EPSILON = 384, 12, 6, 1e-12
GIVEN = ":given"
"""In the whole graph: what a matrix is given, an output beside the vectors, has the matrix's name and this."""
POSITIONS = 256
"""Longest text in tokens: what the model was trained with."""
BLOCK = 64
"""Weights share a scale by 64. With this kernel activations are quantised by row and block too, so that a text's vector
doesn't depend on its batch mates; ONNX's dynamic quantisation has one activation scale for the whole batch, and blocks
of 128 take another kernel, whose answers depend on the batch's size."""
FINER = frozenset(f"{layer(number)}qkv" for number in range(LAYERS // 2, LAYERS))
"""Matrices with half of that to a scale: here rounding turns the vectors most, and elsewhere time would count."""


def build(network: Arranged) -> onnx.ModelProto:
    """The graph with the network's matrices and word vectors rounded to 8 bits; vectors come out in their own order."""
    return _Graph(network.weights, network).model()


def whole(weights: Weights) -> onnx.ModelProto:
    """The graph of these weights in 32-bit floats, named as in the model's safetensors file, which also tells what each
    matrix is given."""
    return _Graph(weights).model()


class _Graph:
    def __init__(self, weights: Weights, network: Arranged | None = None) -> None:
        import onnx

        self._onnx, self._weights, self._network = onnx, weights, network
        self._given: list[str] = []
        self._nodes: list[Any] = []
        self._constants: list[Any] = []

    def model(self) -> onnx.ModelProto:
        helper, types = self._onnx.helper, self._onnx.TensorProto
        hidden = self._embeddings()
        for number in range(LAYERS):
            hidden = self._layer(hidden, layer(number))
        self._pool(hidden)
        graph = helper.make_graph(
            self._nodes,
            "minilm",
            [helper.make_tensor_value_info(name, types.INT32, ["batch", "tokens"]) for name in ("ids", "mask")],
            [
                helper.make_tensor_value_info("vectors", types.FLOAT, ["batch", DIMENSIONS]),
                helper.make_tensor_value_info("tokens", types.FLOAT, ["batch", "tokens", DIMENSIONS]),
                *(helper.make_tensor_value_info(name, types.FLOAT, None) for name in self._given),
            ],
            self._constants,
        )
        opsets = [helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=8)

    def _embeddings(self) -> str:
        kind = self._weights["embeddings.token_type_embeddings.weight"][0]
        self._half("positions", self._weights["embeddings.position_embeddings.weight"][:POSITIONS] + kind)
        self._words(self._weights["embeddings.word_embeddings.weight"])
        self._constant("zero", np.array([0], dtype=np.int64))
        self._constant("one", np.array([1], dtype=np.int64))
        self._node("Shape", ["ids"], "length", start=1, end=2)
        self._node("Slice", ["positions", "zero", "length", "zero"], "position")
        self._node("Add", ["word", "position"], "embedded")
        scale, shift = self._norm("embeddings.LayerNorm.")
        return self._node("LayerNormalization", ["embedded", scale, shift], "hidden", axis=-1, epsilon=EPSILON)

    def _words(self, table: NDArray[np.float32]) -> None:
        if self._network is None:
            self._node("Gather", [self._constant("words", table), "ids"], "word")
            return
        scales = half(np.abs(table).max(axis=1, keepdims=True) / 127)
        self._constant("words", np.clip(np.round(table / scales), -127, 127).astype(np.int8))
        self._half("word_scales", scales)
        self._node("Gather", ["words", "ids"], "word_bytes")
        self._node("Cast", ["word_bytes"], "word_numbers", to=self._onnx.TensorProto.FLOAT)
        self._node("Gather", ["word_scales", "ids"], "word_scale")
        self._node("Mul", ["word_numbers", "word_scale"], "word")

    def _layer(self, hidden: str, name: str) -> str:
        parts = [f"{name}attention.self.{part}" for part in ("query", "key", "value")]
        joined = self._linear(hidden, parts, f"{name}qkv")
        split = self._constant(f"{name}split", np.array([DIMENSIONS] * 3, dtype=np.int64))
        query, key, value = (f"{name}{part}" for part in ("q", "k", "v"))
        self._nodes.append(self._onnx.helper.make_node("Split", [joined, split], [query, key, value], axis=-1))
        seen = self._own("MultiHeadAttention", [query, key, value, "", "mask"], f"{name}seen", num_heads=HEADS)
        attended = self._linear(seen, [f"{name}attention.output.dense"], f"{name}attended")
        hidden = self._add_and_norm(hidden, attended, f"{name}attention.output.LayerNorm.")
        inner = self._own("Gelu", [self._linear(hidden, [f"{name}intermediate.dense"], f"{name}inner")], f"{name}gelu")
        return self._add_and_norm(
            hidden, self._linear(inner, [f"{name}output.dense"], f"{name}outer"), f"{name}output.LayerNorm."
        )

    def _pool(self, hidden: str) -> None:
        order = np.arange(DIMENSIONS) if self._network is None else np.argsort(self._network.order)
        self._constant("order", order.astype(np.int64))
        self._node("Cast", ["mask"], "mask_numbers", to=self._onnx.TensorProto.FLOAT)
        self._constant("last", np.array([-1], dtype=np.int64))
        self._node("Unsqueeze", ["mask_numbers", "last"], "mask_column")
        self._node("Mul", [hidden, "mask_column"], "masked")
        self._node("ReduceSum", ["masked", "one"], "summed", keepdims=0)
        # The length of the mean is divided out again, so the sum has the direction that counts.
        self._node("Gather", ["summed", "order"], "ordered", axis=-1)
        self._node("ReduceL2", ["ordered"], "norm", axes=[-1], keepdims=1)
        self._node("Div", ["ordered", "norm"], "vectors")
        self._node("Gather", [hidden, "order"], "tokens", axis=-1)

    def _linear(self, given: str, parts: Sequence[str], name: str) -> str:
        matrix = np.concatenate([self._weights[f"{part}.weight"] for part in parts])
        bias = np.concatenate([self._weights[f"{part}.bias"] for part in parts])
        if self._network is None:
            self._given.append(self._node("Identity", [given], f"{name}{GIVEN}"))
            product = self._node("MatMul", [given, self._constant(f"{name}.weights", matrix.T)], f"{name}.product")
            return self._node("Add", [product, self._constant(f"{name}.bias", bias)], name)
        (outputs, inputs), block = matrix.shape, BLOCK // 2 if name in FINER else BLOCK
        moments, smoothing = self._network.moments[name], self._network.smoothing(name)
        if smoothing is not None:
            divisor = self._constant(f"{name}.smoothing", (1 / smoothing).astype(np.float32))
            given = self._node("Mul", [given, divisor], f"{name}.smoothed")
            matrix, moments = matrix * smoothing, moments.divided(smoothing)
        weights, scales = rounded(matrix, block, moments)
        given_parts = [
            given,
            self._constant(f"{name}.weights", weights),
            self._half(f"{name}.scales", scales),
            *("", ""),
            self._constant(f"{name}.bias", bias),
        ]
        shape = {"K": inputs, "N": outputs, "bits": 8, "block_size": block, "accuracy_level": 4}
        return self._own("MatMulNBits", given_parts, name, **shape)

    def _add_and_norm(self, hidden: str, added: str, name: str) -> str:
        return self._own("SkipLayerNormalization", [hidden, added, *self._norm(name)], f"{name}out", epsilon=EPSILON)

    def _norm(self, name: str) -> tuple[str, str]:
        scale, shift = self._weights[f"{name}weight"], self._weights[f"{name}bias"]
        return self._constant(f"{name}scale", scale), self._constant(f"{name}shift", shift)

    def _constant(self, name: str, array: NDArray[Any]) -> str:
        self._constants.append(self._onnx.numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def _half(self, name: str, array: NDArray[np.float32]) -> str:
        """A constant kept in 16 bits; onnxruntime makes it 32 once, as it opens the graph."""
        kept = self._constant(f"{name}.16", array.astype(np.float16))
        return self._node("Cast", [kept], name, to=self._onnx.TensorProto.FLOAT)

    def _node(self, operator: str, given: Sequence[str], name: str, domain: str = "", **attributes: Any) -> str:
        node = self._onnx.helper.make_node(operator, list(given), [name], domain=domain, **attributes)
        self._nodes.append(node)
        return name

    def _own(self, operator: str, given: Sequence[str], name: str, **attributes: Any) -> str:
        return self._node(operator, given, name, "com.microsoft", **attributes)
