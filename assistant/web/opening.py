"""An assistant that opens while its page is served already."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.conversation import Assistant


class Opening:
    """Whoever needs the assistant waits until it is open; what can do without asks for it and goes on."""

    def __init__(self) -> None:
        self._future: Future[Assistant] = Future()

    def __call__(self) -> Assistant:
        """The assistant, once it is open; raises what kept it from opening."""
        return self._future.result()

    def if_open(self) -> Assistant | None:
        """The assistant where it is open by now."""
        failed = not self._future.done() or self._future.exception() is not None
        return None if failed else self._future.result()

    def failure(self) -> BaseException | None:
        """What kept it from opening."""
        return self._future.exception() if self._future.done() else None

    def open(self, opened: Callable[[], Assistant]) -> bool:
        """Opens it; False where that failed."""
        try:
            self._future.set_result(opened())
        except BaseException as error:
            self._future.set_exception(error)
            return False
        return True

    def in_background(self, opened: Callable[[], Assistant], after: Callable[[bool], None]) -> None:
        """Opens it in a thread of its own and tells `after` whether that went well."""
        threading.Thread(target=lambda: after(self.open(opened)), name="opening", daemon=True).start()


def already(assistant: Assistant) -> Opening:
    """An opening that is over."""
    opening = Opening()
    opening.open(lambda: assistant)
    return opening
