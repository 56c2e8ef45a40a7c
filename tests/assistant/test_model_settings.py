"""A language model is named by the environment, and chat --json writes its proved words, in time."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.choices import open_model
from assistant.settings import Settings
from catalog.errors import SetupError
from tests.architecture.package_code import ROOT
from tests.assistant.chat_models.openai_server import KEY, Asked, Script, openai_server

PRICE = re.compile(r"\[P1\] [^:：\n]*[:：] ?(€[\d.,]+)")


def shopkeeper(asked: Asked) -> str:
    """Words about the first product's price in the language of the facts, one true sentence and one false."""
    found = PRICE.search(asked["messages"][-1]["content"])
    if found is None:
        return "It is fine. "
    if "：" in found[0]:
        return f"[P1]的价格是{found[1]}。它只要€3.50。"
    return f"[P1] costs {found[1]}. It costs €3.50. "


def chat(home: Path, texts: list[str], **environment: str) -> list[dict]:
    """What chat --json answers, in a process of its own."""
    lines = "".join(json.dumps({"conversation": "c", "text": text}) + "\n" for text in texts)
    clean = {name: value for name, value in os.environ.items() if not name.startswith("DAOGOU_")}
    done = subprocess.run(
        [sys.executable, "-m", "assistant", "chat", "--json", "--home", str(home)],
        cwd=ROOT, input=lines, capture_output=True, text=True, timeout=300,
        env={**clean, **environment},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_chat_json_writes_the_model_s_proved_words(sample_home: Path) -> None:
    script = Script(words=shopkeeper)
    with openai_server(script) as url:
        told = {"DAOGOU_MODEL": "openai:small", "DAOGOU_MODEL_URL": url, "DAOGOU_MODEL_KEY": KEY}
        slowly = {"DAOGOU_MODEL_FIRST_WORDS": "20", "DAOGOU_MODEL_ANSWER": "20"}
        answers = chat(sample_home, ["headphones under 60 euros", "hello"], **told, **slowly)
    first = answers[0]
    price = first["items"][0]["price"]
    assert f"{first['items'][0]['title']} costs €{price:.2f}".removesuffix(".00") in first["text"]
    assert "3.50" not in first["text"]
    assert any("left out" in notice for notice in first["notices"])
    assert "words" in first["timings_ms"]
    assert "[[" not in first["text"]
    assert answers[1]["notices"] == []


def test_with_and_without_a_model_the_goods_are_the_same(sample_home: Path) -> None:
    texts = ["headphones under 60 euros", "lighter", "三斤以内的笔记本电脑"]
    plain = chat(sample_home, texts)
    with openai_server(Script(fault="status_500")) as url:
        told = {"DAOGOU_MODEL": "openai:small", "DAOGOU_MODEL_URL": url, "DAOGOU_MODEL_FIRST_WORDS": "20"}
        modelled = chat(sample_home, texts, **told)
    for one, other in zip(plain, modelled, strict=True):
        assert other.pop("notices")[-1:] != one.pop("notices")[-1:]
        one.pop("timings_ms"), other.pop("timings_ms")
        assert one == other


STORY = "my old one died and i have to write my thesis on the train every day of the week, please help me soon"


def test_chat_json_understands_a_story_through_the_model(sample_home: Path) -> None:
    form = {"want": "laptop", "demands": [{"field": "price", "op": "<=", "value": 1.0, "said": "a dream"}]}
    with openai_server(Script(form=lambda asked: form)) as url:
        told = {"DAOGOU_MODEL": "openai:small", "DAOGOU_MODEL_URL": url, "DAOGOU_MODEL_KEY": KEY}
        answers = chat(sample_home, [STORY], **told, DAOGOU_MODEL_PARSE="20")
    assert answers[0]["items"]
    assert {one["type"] for one in answers[0]["items"]} == {"laptop"}
    assert not any(one["field"] == "price" for one in answers[0]["ledger"])


def test_no_model_is_none_and_an_unknown_one_is_named(tmp_path: Path) -> None:
    assert open_model(Settings(), lambda: 0.0) is None
    for name in ("llama", "openai:", "nobody:small"):
        with pytest.raises(SetupError, match=r"Choose one of: huggingface:NAME, openai:NAME"):
            open_model(Settings(model=name), lambda: 0.0)


def test_without_a_model_no_langchain_is_loaded(sample_home: Path) -> None:
    code = (
        "import sys\nfrom assistant.__main__ import main\n"
        f"main(['chat', '--json', '--home', {str(sample_home)!r}])\n"
        "print([one for one in ('langchain', 'langchain_core', 'openai') if one in sys.modules])\n"
    )
    clean = {name: value for name, value in os.environ.items() if not name.startswith("DAOGOU_")}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, input='{"text": "headphones"}\n', capture_output=True, text=True,
        timeout=300, env=clean,
    )  # fmt: skip
    assert done.stdout.splitlines()[-1] == "[]", done.stderr


def test_limits_come_from_the_settings_and_the_environment_overrules(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("[model_limits]\ntimeout = 5\ncalls = 7\n", encoding="utf-8")
    limits = Settings.read({"DAOGOU_MODEL_TIMEOUT": "6.5"}, tmp_path).model_limits
    assert (limits.timeout, limits.calls) == (6.5, 7)
    for wrong in ("[model_limits]\npatience = 5\n", "model_limits = 5\n"):
        (tmp_path / "settings.toml").write_text(wrong, encoding="utf-8")
        with pytest.raises(SetupError, match="model"):
            Settings.read({}, tmp_path)
