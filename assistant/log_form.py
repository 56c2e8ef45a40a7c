"""What the program's log says: where something failed and how, without what people said, are called or own."""

from __future__ import annotations

import logging
import re
import traceback
from types import TracebackType
from typing import TextIO

FORM = "%(levelname)s %(name)s: %(message)s"
MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
NUMBER = re.compile(r"(?<![\w:])[#+]?[A-Za-z]{0,3}\d[\d -]{3,}\d(?!\w)")
QUOTED = re.compile(r"'(?!/)(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|‘[^’]*’|“[^”]*”")
ExceptionParts = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class ImpersonalForm(logging.Formatter):
    """Log lines without e-mail addresses and long numbers, and errors without the values that their words quote.

    The frames of an error stand as they are: they hold code, and no value.
    """

    def format(self, record: logging.LogRecord) -> str:
        """The line, its own words made impersonal; an error's words follow as `formatException` gives them."""
        bare = logging.makeLogRecord({**record.__dict__, "exc_info": None, "exc_text": None})
        told = impersonal(super().format(bare))
        return f"{told}\n{self.formatException(record.exc_info)}" if record.exc_info else told

    def formatException(self, ei: ExceptionParts) -> str:  # noqa: N802
        """The frames, and of each error its kind and what it says, quoted values left out."""
        error, lines = ei[1], list[str]()
        while error is not None:
            said = QUOTED.sub("'…'", impersonal("".join(traceback.format_exception_only(error)).strip()))
            lines = [*traceback.format_tb(error.__traceback__), f"{said}\n", *lines]
            error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        return "".join(["Traceback (most recent call last):\n", *lines]).rstrip()


def impersonal(text: str) -> str:
    """The text with e-mail addresses and numbers of five figures and more left out."""
    return NUMBER.sub("[number]", MAIL.sub("[e-mail]", text))


def log_to(stream: TextIO | None = None) -> None:
    """Sends the program's warnings to a stream (standard error where none is named), without anything personal."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(ImpersonalForm(FORM))
    logging.basicConfig(level=logging.WARNING, handlers=[handler])
