"""What a name, a literal and the top level may be."""

from __future__ import annotations

import ast
import re
import subprocess

import pytest

from tests.architecture.package_code import ROOT, Module, modules

VAGUE = {"utils", "util", "helpers", "helper", "common", "manager", "managers", "base", "core", "misc"}
TOP = {"assistant", "catalog", "prompts", "tests", "app.py", "requirements.txt", "README.md"}
CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af]")
LANGUAGES = sorted(
    path.name for path in (ROOT / "catalog" / "languages").iterdir() if path.is_dir() and not path.name.startswith("_")
)
LONGEST = 300


def shipped() -> list[str]:
    """Every file that git would carry: tracked, or new and not ignored."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return [name for name in listed.stdout.splitlines() if (ROOT / name).exists()]


def speaks(module: Module) -> bool:
    """Whether the module lies in a language's own folder."""
    parts = module.name.split(".")
    return len(parts) > 2 and parts[1] == "languages" and parts[2] in LANGUAGES


def literals(module: Module) -> list[ast.Constant]:
    """The text literals of a module that do something: neither docstrings nor notes below a constant."""
    told = {id(node.value) for node in ast.walk(module.tree) if isinstance(node, ast.Expr)}
    return [
        node
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told
    ]


def test_a_name_says_what_is_inside() -> None:
    names = [(name, part) for name in shipped() for part in re.split(r"[/_.\-]", name)]
    vague = sorted({name for name, part in names if part.casefold() in VAGUE})
    assert not vague, f"these names say nothing: {vague}"


@pytest.mark.parametrize("module", modules(), ids=str)
def test_classes_and_functions_are_named_for_what_they_are(module: Module) -> None:
    vague = [
        node.name
        for node in ast.walk(module.tree)
        if isinstance(node, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef))
        and VAGUE & set(re.sub(r"([a-z])([A-Z])", r"\1_\2", node.name).casefold().split("_"))
    ]
    assert not vague


def test_the_top_level_is_the_owners() -> None:
    visible = {name.split("/")[0] for name in shipped() if not name.startswith(".")}
    assert visible <= TOP, f"not the owner's: {sorted(visible - TOP)}"


@pytest.mark.parametrize("module", [one for one in modules() if not speaks(one)], ids=str)
def test_words_of_a_language_stay_in_its_folder(module: Module) -> None:
    words = [f"line {node.lineno}: {node.value!r}" for node in literals(module) if CJK.search(node.value)]
    assert not words, f"{module.name} holds words of a language"


@pytest.mark.parametrize("module", [one for one in modules() if not speaks(one)], ids=str)
def test_no_module_names_a_language(module: Module) -> None:
    named = [f"line {node.lineno}: {node.value!r}" for node in literals(module) if node.value in LANGUAGES]
    assert not named, f"{module.name} names a language: a language is a folder, not a code in the code"


def test_every_language_has_both_its_folders() -> None:
    spoken = {
        path.name
        for path in (ROOT / "assistant" / "languages").iterdir()
        if path.is_dir() and not path.name.startswith("_")
    }
    assert spoken == set(LANGUAGES)


@pytest.mark.parametrize("module", modules(), ids=str)
def test_a_file_holds_one_idea(module: Module) -> None:
    assert len(module.text.splitlines()) <= LONGEST, f"{module.path} is longer than {LONGEST} lines"


def test_nothing_is_left_to_do_later() -> None:
    later = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X)\b")
    found = [
        name
        for name in shipped()
        if name.endswith((".py", ".md", ".js", ".css", ".html"))
        and later.search((ROOT / name).read_text(encoding="utf-8", errors="replace"))
    ]
    assert not found


def test_the_data_of_development_is_named_by_its_variable_only() -> None:
    place = ".." + "/shared"
    found = [
        name
        for name in shipped()
        if name.endswith((".py", ".toml", ".md", ".json"))
        and place in (ROOT / name).read_text(encoding="utf-8", errors="replace")
    ]
    assert not found, f"these name a folder of one machine; name it as DAOGOU_DATA: {found}"
