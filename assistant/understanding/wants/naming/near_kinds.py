"""Kinds that the shop lacks, whose words only mean types that come near them."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.understanding.message.page import Page
from assistant.understanding.wants.naming.made_for import compound_for


def carried(page: Page, heads: Sequence[int]) -> Sequence[int]:
    """The phrases that name what the shop has; all of them where none does: of cups or bowls, the cups."""
    return [index for index in heads if page.spans[index].key not in page.lexicon.near_kinds] or heads


def are_only_near(page: Page, heads: Sequence[int]) -> bool:
    """Whether the catalogue's types of these phrases only come near what they name."""
    compound = compound_for(page, heads[0]) if len(heads) == 1 else ""
    known = page.lexicon.near_kinds
    if compound in page.lexicon.type_words:
        return compound in known
    return all(page.spans[index].key in known for index in heads)
