"""One product that stands apart is told of as one."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest

from assistant.replies import summary
from assistant.state import DialogueState
from assistant.vocabulary import Act, Intent, Reply


@pytest.mark.parametrize(("count", "told"), [(1, "One stands apart"), (2, "Two stand apart")])
def test_products_apart_are_counted_in_words_that_agree(count: int, told: str) -> None:
    found = cast(Any, SimpleNamespace(near=False))
    apart = cast(Any, (object(),) * count)
    intent = Intent(Act.FIND, "en")
    assert told in summary(DialogueState(), intent, found, Reply(Act.FIND, "en", "", unproved=apart))
