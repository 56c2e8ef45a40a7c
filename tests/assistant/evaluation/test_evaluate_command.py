"""`evaluate TASK`: one task's module is loaded, its options read, its tables told."""

from __future__ import annotations

import json
import sys
from types import ModuleType

import pytest

from assistant import evaluate_command
from assistant.__main__ import main
from assistant.evaluation.tables import Measured, Table, percentile


@pytest.fixture
def counting(monkeypatch: pytest.MonkeyPatch) -> None:
    """A task that counts to the number it is given."""
    task = ModuleType("assistant.evaluation.counting")
    task.__doc__ = "Counts."
    task.add_options = lambda parser: parser.add_argument("--to", type=int, default=1)  # type: ignore[attr-defined]
    task.run = lambda options: Measured(  # type: ignore[attr-defined]
        (Table("Counting", ("what", "counted"), (("sheep", options.to), ("wolves", None))),), {"misses": []}
    )
    monkeypatch.setitem(sys.modules, "assistant.evaluation.counting", task)
    monkeypatch.setitem(evaluate_command.TASKS, "counting", "counting")


@pytest.mark.usefixtures("counting")
def test_a_task_is_told_as_tables_or_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", "counting", "--to", "3"]) == 0
    assert "| sheep | 3 |\n| wolves | – |" in capsys.readouterr().out
    assert main(["evaluate", "counting", "--json", "--to", "4"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["tables"][0]["rows"] == [{"what": "sheep", "counted": 4}, {"what": "wolves", "counted": None}]
    assert told["misses"] == []


@pytest.mark.usefixtures("counting")
def test_an_unknown_task_is_refused_with_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", "sheep"]) == 2
    told = capsys.readouterr()
    assert "'sheep'" in told.err
    assert "counting" in told.err
    assert not told.out


def test_a_percentile_is_one_of_the_values() -> None:
    assert percentile([3.0, 1.0, 2.0], 0.5) == 2.0
    assert percentile([3.0, 1.0, 2.0], 0.95) == 3.0
