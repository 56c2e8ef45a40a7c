"""Every kind the electronics benchmark asks for, in one fixed order."""

from __future__ import annotations

from tests.benchmarks.electronics_kind import Kind
from tests.benchmarks.electronics_kinds_computing import COMPUTING
from tests.benchmarks.electronics_kinds_home import HOME
from tests.benchmarks.electronics_kinds_office import OFFICE

KINDS: tuple[Kind, ...] = (*COMPUTING, *OFFICE, *HOME)


def kind_named(name: str) -> Kind:
    """The kind of that name; KeyError if the table has none."""
    return {kind.name: kind for kind in KINDS}[name]
