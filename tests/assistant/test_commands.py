"""The commands as other programs meet them: few, since each start costs seconds."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


def command(*arguments: str, lines: str = "", home: Path | None = None) -> subprocess.CompletedProcess[str]:
    """What `python -m assistant ...` answers to these lines."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("DAOGOU_")}
    if home is not None:
        environment["DAOGOU_HOME"] = str(home)
    return subprocess.run(
        [sys.executable, "-m", "assistant", *arguments],
        input=lines, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=180,
    )  # fmt: skip


def answers(done: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    """One JSON object per line of standard output; anything else there is a failure."""
    return [json.loads(line) for line in done.stdout.splitlines()]


def one_sentence(done: subprocess.CompletedProcess[str]) -> str:
    """What an operator is told: on standard error, without a traceback, and nothing on standard output."""
    assert done.returncode == 2
    assert not done.stdout
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    return done.stderr


def test_chat_answers_each_line_and_goes_on_after_bad_ones(sample_home: Path) -> None:
    lines = [
        '{"conversation": "a", "text": "laptop under 1000 euros"}',
        "this is no JSON",
        "[1, 2]",
        '{"conversation": "a"}',
        '{"conversation": "a", "text": 3}',
        '{"conversation": "a", "text": "kettle", "k": "many"}',
        '{"conversation": "a", "text": "kettle", "language": 7}',
        "",
        '{"conversation": "b", "text": "想要台灯", "k": 2}',
        '{"conversation": "a", "text": "at least 512 GB of storage", "language": "en"}',
        '{"conversation": "c", "text": "\\ud800 broken"}',
        json.dumps({"conversation": "d", "text": "laptop " * 150_000}),
        '{"text": "台灯"}',
    ]
    done = command("chat", "--json", "--home", str(sample_home), lines="\n".join(lines) + "\n")
    assert done.returncode == 0
    assert "Traceback" not in done.stdout
    found = answers(done)
    assert len(found) == len(lines) - 1
    errors = [place for place, line in enumerate(found) if "error" in line]
    assert errors[:6] == [1, 2, 3, 4, 5, 6]
    assert all(set(found[place]) == {"error"} for place in errors)
    assert set(errors) <= {*range(1, 7), 9}, [found[place] for place in errors]
    assert [line["conversation"] for place, line in enumerate(found) if place not in errors][:3] == ["a", "b", "a"]
    assert {item["id"] for item in found[0]["items"]} > {item["id"] for item in found[8]["items"]}
    assert [demand["field"] for demand in found[8]["ledger"]] == ["price", "storage"]
    assert found[7]["language"] == "zh"
    assert len(found[7]["items"]) == 2
    assert found[10]["conversation"] == "d"
    assert found[11]["items"]


def test_a_second_assistant_on_the_same_home_is_refused_by_name(sample_home: Path) -> None:
    first = subprocess.Popen(
        [sys.executable, "-m", "assistant", "chat", "--json", "--home", str(sample_home)],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        assert first.stdin is not None
        assert first.stdout is not None
        first.stdin.write('{"conversation": "a", "text": "desk lamp"}\n')
        first.stdin.flush()
        assert json.loads(first.stdout.readline())["items"]
        told = one_sentence(command("chat", "--json", "--home", str(sample_home), lines='{"text": "x"}\n'))
        assert str(first.pid) in told
        assert "assistant chat" in told
        assert "--home" in told
    finally:
        assert first.stdin is not None
        first.stdin.close()
        assert first.wait(timeout=60) == 0


def test_a_home_that_isn_t_there_or_isn_t_ours_is_refused(tmp_path: Path) -> None:
    told = one_sentence(command("chat", "--json", "--home", str(tmp_path / "nowhere")))
    assert "python -m catalog import" in told
    foreign = tmp_path / "foreign"
    foreign.mkdir()
    (foreign / "thesis.doc").write_text("mine")
    told = one_sentence(command("chat", "--json", home=foreign))
    assert "thesis.doc" in told
    assert "--home" in told
    assert [path.name for path in foreign.iterdir()] == ["thesis.doc"]
    a_file = tmp_path / "file"
    a_file.write_text("")
    assert "--home" in one_sentence(command("chat", "--json", home=a_file))


def test_a_half_written_home_is_refused_with_what_to_type(sample_home: Path, tmp_path: Path) -> None:
    half = tmp_path / "half"
    half.mkdir()
    for path in sample_home.iterdir():
        if path.is_file() and path.name not in ("owner.lock", "owner.json"):
            (half / path.name).write_bytes(path.read_bytes())
    whole = (half / "store.sqlite3").read_bytes()
    (half / "store.sqlite3").write_bytes(b"not a database" + whole[14 : len(whole) // 3])
    told = one_sentence(command("chat", "--json", "--home", str(half), lines='{"text": "kettle"}\n'))
    assert "python -m catalog" in told or "--home" in told


def test_understand_tells_the_need_after_the_history(sample_home: Path) -> None:
    lines = [
        {"text": "under 50 euros", "history": ["a kettle"]},
        {"text": "50欧以内的电水壶，不要Pottlebrook的"},
        {"text": "x", "history": "not a list"},
        {"text": "where is my order?"},
    ]
    done = command("understand", "--json", "--home", str(sample_home), lines="\n".join(map(json.dumps, lines)) + "\n")
    assert done.returncode == 0
    history, chinese, bad, order = answers(done)
    assert set(history) == {"act", "topic", "language", "want", "constraints"}
    assert history["want"]
    assert [(c["field"], c["op"], c["value"]) for c in history["constraints"]] == [("price", "<=", 50)]
    assert {(c["field"], c["value"]) for c in chinese["constraints"]} == {("price", 50), ("brand", "Pottlebrook")}
    assert chinese["language"] == "zh"
    assert set(bad) == {"error"}
    assert (order["act"], order["topic"], order["want"]) == ("order", "track_order", None)


def test_score_rates_any_pair_without_a_home() -> None:
    lines = [
        {"query": "electric kettle", "title": "Steel kettle, 1.7 l"},
        {"query": "electric kettle", "title": "Mountain tent for two"},
        {"query": "电水壶", "title": "Steel kettle, 1.7 l", "description": "Boils fast."},
        {"query": "电水壶", "title": "Mountain tent for two"},
        {"query": "kettle"},
    ]
    done = command("score", "--json", lines="\n".join(map(json.dumps, lines)) + "\n")
    assert done.returncode == 0
    kettle, tent, chinese_kettle, chinese_tent, bad = answers(done)
    assert 0 <= tent["score"] < kettle["score"] <= 1
    assert chinese_tent["score"] < chinese_kettle["score"]
    assert set(bad) == {"error"}


def test_score_reads_brand_and_kind_beside_the_title_and_gives_nothing_to_what_is_empty() -> None:
    lines = [
        {"query": "Sonvar kettle", "title": "KT-210, 1.7 litre", "brand": "Sonvar", "type": "kettle"},
        {"query": "Sonvar kettle", "title": "KT-210, 1.7 litre"},
        {"query": "Sonvar kettle", "title": "KT-210, 1.7 litre", "brand": 3, "type": None},
        {"query": "", "title": "KT-210, 1.7 litre"},
        {"query": "Sonvar kettle", "title": " "},
    ]
    done = command("score", "--json", lines="\n".join(map(json.dumps, lines)) + "\n")
    named, bare, odd, nothing_asked, nothing_told = (json.loads(line)["score"] for line in done.stdout.splitlines())
    assert named > bare == odd > 0.0
    assert nothing_asked == nothing_told == 0.0


def test_the_terminal_talks(sample_home: Path) -> None:
    done = command("chat", "--home", str(sample_home), lines="desk lamp under 30 euros\n\nthanks\n")
    assert done.returncode == 0
    assert "17.90" in done.stdout
    assert "[[" not in done.stdout
    assert "**" not in done.stdout
