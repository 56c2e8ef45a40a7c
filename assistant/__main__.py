"""The assistant's commands."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from time import time
from typing import Any
from uuid import uuid4

from assistant.json_lines import answer_lines, maybe, text_of, whole
from assistant.log_form import log_to
from catalog.errors import SetupError

FURTHER_COMMANDS: tuple[str, ...] = (
    "describe_command",
    "evaluate_command",
    "orders_command",
    "staff_command",
    "learn_command",
    "recommend_command",
    "learn_policies_command",
    "training_command",
    "person_command",
)
"""Modules of this package that add commands of their own: each has register(commands)."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; 0 where it did its work, 2 where the operator has to act first."""
    parser = argparse.ArgumentParser(prog="python -m assistant", description="Talk to the shop, or measure it.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    chat = commands.add_parser("chat", help="talk in the terminal, or by JSON lines")
    chat.add_argument("--home", help="home directory (default: DAOGOU_HOME, else the user's data directory)")
    chat.add_argument("--json", action="store_true", help="JSON lines in and out")
    chat.set_defaults(run=_chat)
    understand = commands.add_parser("understand", help="what is understood of a text, as JSON lines")
    understand.add_argument("--home")
    understand.add_argument("--json", action="store_true", required=True)
    understand.set_defaults(run=_understand)
    score = commands.add_parser("score", help="the ranking scorer on text pairs, as JSON lines")
    score.add_argument("--home")
    score.add_argument("--json", action="store_true", required=True)
    score.set_defaults(run=_score)
    for module in FURTHER_COMMANDS:
        import_module(f"assistant.{module}").register(commands)
    options = parser.parse_args(arguments)
    log_to()
    try:
        return int(options.run(options))
    except SetupError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    except KeyboardInterrupt:
        return 130


def _chat(options: argparse.Namespace) -> int:
    from assistant.json_form import reply_json
    from assistant.state import DialogueState
    from assistant.vocabulary import Turn

    with _assistant(options.home, "python -m assistant chat") as assistant:
        if not options.json:
            from assistant.terminal import talk

            return talk(assistant, sys.stdin, sys.stdout)
        states: dict[str, DialogueState] = {}
        # A conversation lives as long as its process: the same name in another one is another conversation.
        process = uuid4().hex

        def answer(line: dict[str, Any]) -> dict[str, Any]:
            conversation = text_of(line, "conversation", "default")
            turn = Turn(
                f"{process}/{conversation}", text_of(line, "text"), maybe(line, "language"), maybe(line, "shopper")
            )
            state, reply = assistant.respond(states.get(conversation, DialogueState()), turn, whole(line, "k", 5))
            states[conversation] = state
            if assistant.service is not None:
                assistant.service.note(state, turn.conversation, uuid4().hex, reply, time())
            return reply_json(assistant.worded(state, reply, turn), conversation)

        return answer_lines(sys.stdin.buffer, answer)


def _understand(options: argparse.Namespace) -> int:
    from assistant.json_form import understanding_json
    from assistant.state import DialogueState
    from assistant.vocabulary import Turn

    with _assistant(options.home, "python -m assistant understand") as assistant:

        def answer(line: dict[str, Any]) -> dict[str, Any]:
            history = line.get("history") or []
            if not isinstance(history, list) or not all(isinstance(text, str) for text in history):
                raise ValueError('"history" has to be a list of texts.')
            state = DialogueState()
            for text in history:
                state, _ = assistant.respond(state, Turn("understand", text))
            turn = Turn("understand", text_of(line, "text"), maybe(line, "language"))
            intent = assistant.parser.understand(turn, state)
            return understanding_json(intent, state.after(turn, intent))

        return answer_lines(sys.stdin.buffer, answer)


def _score(options: argparse.Namespace) -> int:
    from assistant.choices import open_scorer
    from assistant.ranking.shortlist import named_line
    from assistant.settings import Settings
    from catalog.home import home_path

    home = home_path(options.home, os.environ)
    scorer = open_scorer(Settings.read(os.environ, home), home=home)

    def answer(line: dict[str, Any]) -> dict[str, Any]:
        title, description = " ".join(text_of(line, "title").split()), maybe(line, "description") or ""
        brand, kind = (line.get(name) if isinstance(line.get(name), str) else None for name in ("brand", "type"))
        if brand or kind:
            title = named_line(title, brand, kind)
        return {"score": round(scorer.score(text_of(line, "query"), [f"{title}\n{description}".rstrip()])[0], 6)}

    return answer_lines(sys.stdin.buffer, answer)


def _assistant(option: str | None, command: str) -> Any:
    from assistant.choices import open_assistant
    from assistant.sample_home import with_goods
    from assistant.settings import Settings
    from catalog.home import home_path

    path = home_path(option, os.environ)
    home = with_goods(path, asked_for=option is not None)
    return open_assistant(Settings.read(os.environ, home.path), home, command)


if __name__ == "__main__":
    sys.exit(main())
