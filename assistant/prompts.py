"""Prompt files -> messages: text as data, versioned, with every variable checked."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.vocabulary import PromptMessage
from catalog.errors import SetupError

FOLDER = Path(__file__).resolve().parents[1] / "prompts"
PINNED = "pinned.json"
FRONT = re.compile(r"\A\+\+\+\n(.*?)\n\+\+\+\n(.*)\Z", re.DOTALL)
ROLE = re.compile(r"^# (system|user|assistant)\s*$", re.MULTILINE)
VARIABLE = re.compile(r"\{\{(\w+)\}\}")
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
KEYS = {"task": str, "version": int, "language": str, "plain": list, "fenced": list}


@dataclass(frozen=True)
class Prompt:
    """One version of one task in one language; `fenced` variables hold data that nobody may mistake for rules."""

    task: str
    version: int
    language: str
    plain: tuple[str, ...]
    fenced: tuple[str, ...]
    parts: tuple[PromptMessage, ...]

    def messages(self, values: Mapping[str, str]) -> tuple[PromptMessage, ...]:
        """The messages with their variables filled; SetupError names each variable that is missing or unknown."""
        wanted = {*self.plain, *self.fenced}
        missing, unknown = sorted(wanted - values.keys()), sorted(values.keys() - wanted)
        if missing or unknown:
            told = [f"lacks {', '.join(missing)}"] * bool(missing) + [f"has no {', '.join(unknown)}"] * bool(unknown)
            raise SetupError(f"The prompt {self.task!r} v{self.version} {' and '.join(told)}. Give: {sorted(wanted)}.")
        filled = {name: fenced(name, text) if name in self.fenced else text for name, text in values.items()}
        return tuple(
            PromptMessage(part.role, VARIABLE.sub(lambda match: filled[match[1]], part.text)) for part in self.parts
        )


def fenced(name: str, text: str) -> str:
    """Data between marks that it can't close itself, free of characters that hide words."""
    inside = CONTROL.sub("", text).replace("<<<", "‹").replace(">>>", "›")
    return f"<<<{name}\n{inside}\n{name}>>>"


def prompt(task: str, language: str, folder: Path = FOLDER) -> Prompt:
    """The pinned version of a task's prompt in a language; SetupError where there is none."""
    versions = pinned(folder)
    if task not in versions:
        raise SetupError(f"No prompt called {task!r}. Choose one of: {', '.join(sorted(versions))}.")
    return read(folder / task / f"v{versions[task]}.{language}.md")


def worded_in(task: str, folder: Path = FOLDER) -> tuple[str, ...]:
    """The codes of the languages that the pinned version of a task is written in."""
    start = f"v{pinned(folder).get(task)}."
    return tuple(sorted(path.name.split(".")[1] for path in (folder / task).glob(f"{start}*.md")))


def pinned(folder: Path = FOLDER) -> Mapping[str, int]:
    """Which version of each task runs."""
    path = folder / PINNED
    try:
        versions = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise SetupError(f"{path} can't be read ({error}). Put the project's own file back.") from error
    if not isinstance(versions, dict) or not all(type(version) is int for version in versions.values()):
        raise SetupError(f'{path} has to name a version for each task, as in {{"wording": 1}}.')
    return versions


def read(path: Path) -> Prompt:
    """One prompt file; SetupError says what in it is wrong: front matter, place, roles or variables."""
    try:
        found = FRONT.match(path.read_text(encoding="utf-8"))
        if found is None:
            raise ValueError("it has to begin with front matter between two lines +++")
        front = _checked(tomllib.loads(found[1]), path)
        parts = _parts(found[2])
        _variables_agree(front, parts)
    except (OSError, ValueError) as error:
        raise SetupError(f"The prompt {path} can't be used: {error}.") from error
    plain, data = tuple(front["plain"]), tuple(front["fenced"])
    return Prompt(front["task"], front["version"], front["language"], plain, data, parts)


def _checked(front: dict[str, Any], path: Path) -> dict[str, Any]:
    odd = sorted(front.keys() ^ KEYS.keys())
    odd += [name for name, kind in KEYS.items() if name in front and type(front[name]) is not kind]
    if odd:
        raise ValueError(f"its front matter is wrong in {', '.join(odd)}; it has {', '.join(KEYS)}")
    place = (path.parent.name, path.name)
    if place != (front["task"], f"v{front['version']}.{front['language']}.md"):
        raise ValueError("its front matter names another task, version or language than its path")
    return front


def _parts(body: str) -> tuple[PromptMessage, ...]:
    cut = ROLE.split(body)
    parts = tuple(PromptMessage(role, text.strip()) for role, text in zip(cut[1::2], cut[2::2], strict=True))
    if cut[0].strip() or len(parts) < 2 or parts[0].role != "system" or parts[-1].role != "user":
        raise ValueError("it has to open with '# system' and end with '# user'")
    return parts


def _variables_agree(front: dict[str, Any], parts: tuple[PromptMessage, ...]) -> None:
    told = [*front["plain"], *front["fenced"]]
    used = {name for part in parts for name in VARIABLE.findall(part.text)}
    if len(set(told)) < len(told) or used != set(told):
        raise ValueError(f"its text uses {sorted(used)} and its front matter names {sorted(told)}")
    ruling = set(VARIABLE.findall(parts[0].text)) & set(front["fenced"])
    if ruling:
        raise ValueError(f"data must not stand among the rules: {sorted(ruling)}")
