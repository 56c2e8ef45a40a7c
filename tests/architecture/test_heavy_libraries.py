"""Heavy libraries are imported late, in one known place each, and the packages load none of them."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.architecture.package_code import ROOT, modules

MODELS = ("catalog.embedders", "catalog.minilm")
TRAINED = (*MODELS, "assistant.ranking.training")
PLACES: dict[str, tuple[str, ...]] = {
    "gradio": ("assistant.web",),
    "chromadb": ("catalog.chroma_index",),
    "onnxruntime": MODELS,
    "tokenizers": MODELS,
    "onnx": MODELS,
    "torch": (*TRAINED, "assistant.chat_models", "catalog.student.training"),
    "transformers": (*TRAINED, "assistant.chat_models"),
    "sentence_transformers": TRAINED,
    "langchain": ("assistant.chat_models",),
    "langchain_core": ("assistant.chat_models", "assistant.langchain_shop"),
    "langchain_openai": ("assistant.chat_models",),
    "jieba": ("catalog.languages",),
    "optuna": ("assistant.ranking.tuning",),
}
"""Library -> the places (a module or a room) that may import it."""
AT_ONCE = {"gradio": "assistant.web"}
"""Only these modules may import their library at the top of the file; nothing light imports them."""
NEVER_AT_ONCE = (
    "optuna",
    "torch",
    "gradio",
    "chromadb",
    "transformers",
    "sentence_transformers",
    "onnxruntime",
    "langchain",
)


def inside(name: str, place: str) -> bool:
    return name == place or name.startswith((f"{place}.", f"{place}_"))


@pytest.mark.parametrize("library", PLACES)
def test_a_heavy_library_is_imported_in_its_place_only(library: str) -> None:
    strange = [
        f"{module.path}:{one.line}"
        for module in modules()
        for one in module.imports
        if one.name.split(".")[0] == library and not any(inside(module.name, place) for place in PLACES[library])
    ]
    assert not strange, f"{library} belongs in {PLACES[library]}, and is imported in {strange}"


@pytest.mark.parametrize("library", PLACES)
def test_a_heavy_library_is_imported_late(library: str) -> None:
    early = [
        f"{module.path}:{one.line}"
        for module in modules()
        for one in module.imports
        if one.name.split(".")[0] == library
        and one.at_once
        and not (library in AT_ONCE and inside(module.name, AT_ONCE[library]))
    ]
    assert not early, f"{library} is imported at the top of {early}: import it in the function that needs it"


LIGHT = ["assistant", "catalog", "assistant.vocabulary", "assistant.conversation", "assistant.choices"]


def test_the_packages_load_no_heavy_library() -> None:
    code = (
        "import importlib, sys\n"
        f"for name in {LIGHT!r}:\n"
        "    importlib.import_module(name)\n"
        f"    loaded = [heavy for heavy in {NEVER_AT_ONCE!r} if heavy in sys.modules]\n"
        "    assert not loaded, f'import {name} loads {loaded}'\n"
        "print('light')\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert done.stdout == "light\n", "importing the packages must print nothing"
