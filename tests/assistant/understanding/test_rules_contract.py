"""The rules keep the parser's contract."""

from __future__ import annotations

from assistant.ports import Parser
from tests.assistant.understanding.small_shops import electronics, parser
from tests.contracts.parser import ParserContract


class TestRules(ParserContract):
    def make(self) -> Parser:
        return parser(electronics())
