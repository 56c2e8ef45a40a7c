"""Nothing happens on import, and no module keeps something that changes."""

from __future__ import annotations

import ast

import pytest

from tests.architecture.package_code import Module, modules

MUTATORS = {
    *("append", "extend", "insert", "remove", "pop", "popitem", "clear", "add", "discard", "update", "setdefault"),
    *("sort", "reverse", "appendleft", "popleft", "move_to_end"),
}
QUIET = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Assign, ast.AnnAssign)


def kept(module: Module) -> set[str]:
    """The names that the top of a module binds to values."""
    names = set()
    for node in module.tree.body:
        if isinstance(node, (ast.Assign, ast.AnnAssign)):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names |= {name.id for target in targets for name in ast.walk(target) if isinstance(name, ast.Name)}
    return names


@pytest.mark.parametrize("module", modules(), ids=str)
def test_no_function_changes_what_a_module_keeps(module: Module) -> None:
    own = kept(module)
    changed = []
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Global):
            changed.append(f"line {node.lineno}: global {', '.join(node.names)}")
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            holder = node.func.value
            if isinstance(holder, ast.Name) and holder.id in own and node.func.attr in MUTATORS:
                changed.append(f"line {node.lineno}: {holder.id}.{node.func.attr}()")
        elif (
            isinstance(node, ast.Subscript)
            and isinstance(node.ctx, (ast.Store, ast.Del))
            and isinstance(node.value, ast.Name)
            and node.value.id in own
        ):
            changed.append(f"line {node.lineno}: {node.value.id}[...] =")
    assert not changed


@pytest.mark.parametrize("module", modules(), ids=str)
def test_what_a_module_keeps_is_a_constant(module: Module) -> None:
    fickle = [name for name in kept(module) if not name.lstrip("_")[:1].isupper() and name != "__all__"]
    assert not fickle, "a constant is written in capitals; anything else at the top of a module is a global"


@pytest.mark.parametrize("module", modules(), ids=str)
def test_nothing_happens_on_import(module: Module) -> None:
    acts = []
    for node in module.tree.body:
        told = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        guard = isinstance(node, ast.If) and any(name in ast.dump(node.test) for name in ("__name__", "TYPE_CHECKING"))
        if not (told or guard or isinstance(node, QUIET)):
            acts.append(f"line {node.lineno}: {ast.unparse(node)[:60]}")
    assert not acts


@pytest.mark.parametrize("module", modules(), ids=str)
def test_no_module_prints(module: Module) -> None:
    prints = [
        node.lineno
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert not prints, f"{module.path} prints in lines {prints}"


@pytest.mark.parametrize("module", modules(), ids=str)
def test_the_environment_is_read_in_two_places(module: Module) -> None:
    """Commands hand `os.environ` over; only the home and the settings pick names out of it."""
    if module.name in ("catalog.home", "assistant.settings"):
        return
    read = [
        f"line {node.lineno}: {ast.unparse(node)}"
        for node in ast.walk(module.tree)
        if (isinstance(node, ast.Call) and ast.unparse(node.func) in ("os.getenv", "os.environ.get"))
        or (isinstance(node, ast.Subscript) and ast.unparse(node.value) == "os.environ")
    ]
    assert not read
