"""How many come in one pack, asked of a kind that the shop doesn't list: a pack of two, 12 count."""

from __future__ import annotations

from assistant.languages.dialogue import places
from assistant.understanding.fixed_roles import dialogue_roles
from assistant.understanding.page import Page
from assistant.understanding.polarity import softened
from assistant.understanding.words import key, words
from catalog.product import Constraint

FIELD = "pack_size"


def pack_demands(page: Page) -> list[Constraint]:
    """The numbers of pieces in a pack; of a listed kind its own columns tell, and nothing is demanded here."""
    if not page.types or page.lexicon.number_of(page.types):
        return []
    found = []
    for index, span in enumerate(page.spans):
        figure = span.quantity
        if index in page.used or figure is None or figure.high is not None or figure.unit not in (None, "piece"):
            continue
        if figure.currency or not figure.value.is_integer() or figure.value < 2:
            continue
        packed = index > 0 and page.spans[index - 1].cue("pack")
        if not packed and not _counts_pieces(page, index):
            continue
        members = [index - 1, index] if packed else [index]
        soft = softened(page, members)
        found.append(Constraint(FIELD, "=", figure.value, None, not soft, page.said(members)))
        page.take((*members, *(soft or ())))
    return found


def _counts_pieces(page: Page, index: int) -> bool:
    """Whether the figure's own last word, or the word after it, is what pieces in a pack are counted by."""
    span = page.spans[index]
    said = [word.key for word in words(page.reading.plain[span.start : span.end])]
    after = page.spans[index + 1].key if index + 1 < len(page) else ""
    roles = dialogue_roles(places())
    return any(
        word and "pieces" in roles.get(key(word), {}).get("concept", ())
        for word in (said[-1] if len(said) > 1 else "", after)
    )
