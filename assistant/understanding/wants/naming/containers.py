"""What goods come in, named before them: a bag of candies is candies, and no bag."""

from __future__ import annotations

from assistant.languages.dialogue import dialogue
from assistant.understanding.lexicon.words import key
from assistant.understanding.message.page import Page
from assistant.understanding.wants.naming.made_for import is_kind

REACH = 5


def holds_goods(page: Page, index: int) -> bool:
    """Whether a phrase only names what the kind behind it comes in."""
    joint = index + 1
    if not _leads_to_filling(page, joint):
        return False
    for at in range(joint + 1, min(len(page), joint + 1 + REACH)):
        beside = page.spans[at]
        if page.ends_clause(at) or page.is_filler(at) or "cue" in beside.roles:
            return False
        if is_kind(beside):
            return "tint" not in beside.roles
    return False


def counts_filling(page: Page, figure: int) -> bool:
    """Whether a figure counts what a container holds: a bag of 180 candies."""
    return figure > 1 and _leads_to_filling(page, figure - 1)


def _leads_to_filling(page: Page, joint: int) -> bool:
    """Whether a phrase leads from the container right before it to what that holds."""
    forms = dialogue().phrases["word_forms"]
    held = joint < len(page) and _is_one_of(page.spans[joint].key, forms.get("filled_with", ()))
    return held and _is_one_of(page.spans[joint - 1].key, forms.get("containers", ()))


def _is_one_of(said: str, words: tuple[str, ...]) -> bool:
    return any(key(word) == said for word in words)
