"""The log says where something failed, and nothing of what people said, are called or own."""

from __future__ import annotations

import io
import logging
import sys
from pathlib import Path

import pytest

from assistant.log_form import FORM, ImpersonalForm
from assistant.records.conversation_log import ConversationLog
from assistant.records.database import Database

SECRETS = ("Quillon", "zanzibar", "example.com", "555 010 4711", "W7654321")


def logged(message: str, *values: object, error: BaseException | None = None) -> str:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(ImpersonalForm(FORM))
    told = logging.LogRecord("assistant.x", logging.ERROR, __file__, 1, message, values, None)
    if error is not None:
        told.exc_info = (type(error), error, error.__traceback__)
    handler.emit(told)
    return stream.getvalue()


def raised(error: BaseException, cause: BaseException | None = None) -> BaseException:
    try:
        raise error from cause
    except type(error):
        found = sys.exc_info()[1]
    assert found is not None
    return found


@pytest.mark.parametrize(
    "error",
    [
        KeyError("Quillon zanzibar@example.com"),
        ValueError("'Quillon' of #W7654321 at +1 555 010 4711"),
        RuntimeError("no answer to {'text': 'I am Quillon', 'to': \"zanzibar\"}"),
        raised(RuntimeError("outer"), KeyError("Quillon")),
    ],
)
def test_an_error_is_told_without_the_values_in_its_words(error: BaseException) -> None:
    told = logged("a line failed", error=raised(error, error.__cause__))
    assert type(error).__name__ in told
    assert f'File "{__file__}"' in told
    assert not [secret for secret in SECRETS if secret in told]


def test_a_line_is_told_without_addresses_and_long_numbers() -> None:
    told = logged("%s asks for order #W7654321, phone +1 555 010 4711: took 1250 ms", "Zed.zanzibar@example.com")
    assert told == "ERROR assistant.x: [e-mail] asks for order [number], phone [number]: took 1250 ms\n"


def test_a_record_that_cannot_be_written_is_told_without_what_was_said(tmp_path: Path) -> None:
    database = Database.of_home(tmp_path)
    with database.writing() as connection:
        connection.exec_driver_sql("DROP TABLE messages")
    with pytest.raises(Exception, match="no such table") as failure:
        ConversationLog(database).exchange("c", "1", "I am Quillon", "zanzibar", 1.0, "en")
    assert not [secret for secret in SECRETS if secret in str(failure.value)]
