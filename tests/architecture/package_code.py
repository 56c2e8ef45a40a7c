"""The package's own modules, read and not run."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Import:
    """One import: the module that is named, its line, and whether it runs when the file is imported."""

    name: str
    line: int
    at_once: bool


@dataclass(frozen=True)
class Module:
    """One file of the package and its dotted name."""

    name: str
    path: Path

    @cached_property
    def text(self) -> str:
        """The source as it stands."""
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        """The source, parsed."""
        return ast.parse(self.text, str(self.path))

    @cached_property
    def imports(self) -> tuple[Import, ...]:
        """Every import of the file, those in functions too, those for type checkers not."""
        return tuple(_imports(self.tree.body, self.name, self.path.name == "__init__.py", True))

    def __str__(self) -> str:
        return self.name


@cache
def modules() -> tuple[Module, ...]:
    """Every module of the two packages, and app.py where it is there."""
    found = [
        Module(".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"), path)
        for package in ("catalog", "assistant")
        for path in sorted((ROOT / package).rglob("*.py"))
    ]
    app = ROOT / "app.py"
    return (*found, Module("app", app)) if app.exists() else tuple(found)


def _imports(body: list[ast.stmt], name: str, is_package: bool, at_once: bool) -> Iterator[Import]:
    for node in body:
        if isinstance(node, ast.Import):
            yield from (Import(alias.name, node.lineno, at_once) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (Import(full, node.lineno, at_once) for full in _named(node, name, is_package))
        elif isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
            yield from _imports(node.orelse, name, is_package, at_once)
        else:
            later = isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
            for part in ("body", "orelse", "finalbody", "handlers", "cases"):
                inner = getattr(node, part, [])
                for one in inner if isinstance(inner, list) else []:
                    if isinstance(one, (ast.ExceptHandler, ast.match_case)):
                        yield from _imports(one.body, name, is_package, at_once and not later)
                    elif isinstance(one, ast.stmt):
                        yield from _imports([one], name, is_package, at_once and not later)


def _named(node: ast.ImportFrom, name: str, is_package: bool) -> list[str]:
    source = node.module or ""
    if node.level:
        parts = name.split(".") if is_package else name.split(".")[:-1]
        source = ".".join([*parts[: len(parts) - node.level + 1], *([node.module] if node.module else [])])
    return [f"{source}.{alias.name}" for alias in node.names]
