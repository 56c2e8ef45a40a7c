"""Sorts of kinds whose words mean other things: what is worn comes in sizes, what is eaten has mint as no colour."""

from __future__ import annotations

from functools import lru_cache

from assistant.languages.dialogue import dialogue, places
from assistant.understanding.lexicon.words import key
from assistant.understanding.message.page import Page
from catalog.languages.lexicon import equivalents, lexicon


def names_sort(page: Page, sort: str) -> bool:
    """Whether a kind of this sort is named: by its own name, a wider one, or the last word of either."""
    kinds = (one for one in page.spans if not one.mark and ("type" in one.roles or one.roles.get("known") == "type"))
    return any(_is_of_sort(page.reading.plain[one.start : one.end].strip(), sort, places()) for one in kinds)


def is_taste(page: Page, index: int) -> bool:
    """Whether a word that may be a colour is a taste or smell of what is asked for: a lavender tea."""
    tastes = {key(word) for word in dialogue().phrases["columns"]["tastes"]}
    return page.spans[index].key in tastes and names_sort(page, "tasted")


def is_gone_to(page: Page, index: int) -> bool:
    """Whether it is where somebody goes, and nothing of the goods: off to Scotland, 去日本玩."""
    before = page.spans[index - 1] if index else None
    if before is not None and before.latin and before.cue("range_to") and not before.cue("and", "or"):
        return True
    span, text = page.spans[index], page.reading.plain
    return dialogue().matches("goes_to", text[: span.start]) and dialogue().matches("does_there", text[span.end :])


@lru_cache(maxsize=1 << 12)
def _is_of_sort(said: str, sort: str, _: tuple[str, ...]) -> bool:
    words = {key(word) for word in dialogue().phrases["columns"][sort]}
    names = (said, *equivalents(said), *lexicon().wider(said))
    return any(key(one) in words or (" " in one and key(one.split()[-1]) in words) for one in names)
