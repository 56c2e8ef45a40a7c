"""Words of a message that only tell why: what became of the shopper's old one, what a refused brand did."""

from __future__ import annotations

from assistant.languages.dialogue import dialogue
from assistant.understanding.message.page import Page


def take_asides(page: Page) -> None:
    """Uses up the phrases of clauses that only tell a reason; of what became of an old thing, its kind stays to be
    read: my kettle broke, I need a new one."""
    patterns = dialogue().patterns["patterns"]
    for name in ("reason", "lost_one"):
        for found in patterns[name].finditer(page.reading.plain) if name in patterns else ():
            inside = [
                at for at, span in enumerate(page.spans) if found.start() <= span.start and span.end <= found.end()
            ]
            if len(inside) < sum(not span.mark for span in page.spans):
                page.take(at for at in inside if name == "reason" or not _is_kind(page, at))


def _is_kind(page: Page, index: int) -> bool:
    roles = page.spans[index].roles
    return "type" in roles or roles.get("known") == "type" or bool({"ordinal", "pointing"} & roles.keys())
