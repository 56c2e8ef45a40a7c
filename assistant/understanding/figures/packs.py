"""How many come in one pack, asked of a kind whose records don't count it: a pack of two, 12 count."""

from __future__ import annotations

from assistant.languages.dialogue import dialogue, places
from assistant.understanding.lexicon.columns import TELLING
from assistant.understanding.lexicon.fixed_roles import dialogue_roles
from assistant.understanding.lexicon.words import key
from assistant.understanding.message.page import Page
from assistant.understanding.message.polarity import softened
from assistant.understanding.wants.naming.containers import counts_filling
from catalog.product import Constraint

FIELD = "pack_size"


def pack_demands(page: Page) -> list[Constraint]:
    """The numbers of pieces in a pack; of a listed kind its own columns tell, and nothing is demanded here."""
    found = _single(page) if page.types else []
    if not page.types or _is_told(page):
        return found
    for index, span in enumerate(page.spans):
        figure = span.quantity
        if index in page.used or figure is None or figure.high is not None or figure.unit not in (None, "piece"):
            continue
        packed = index > 0 and (page.spans[index - 1].cue("pack") or counts_filling(page, index))
        if figure.currency or not figure.value.is_integer() or figure.value < (1 if packed else 2):
            continue
        if not packed and not _counts_pieces(page, index):
            continue
        members = [index - 1, index] if packed else list(range(index, _counted_by(page, index) + 1))
        soft = softened(page, members)
        found.append(Constraint(FIELD, "=", figure.value, None, not soft, page.said(members)))
        page.take((*members, *(soft or ())))
    return [one for one in found if one.value != 1] or found  # 12 count (pack of 1) is a dozen.


def _single(page: Page) -> list[Constraint]:
    """One piece, where a word says that a pack holds no more: single pack."""
    words = {key(word) for word in dialogue().phrases["word_forms"].get("single", ())}
    for index, span in enumerate(page.spans[:-1]):
        after = page.spans[index + 1]
        packed = after.cue("pack") or "pieces" in after.roles.get("concept", ())
        if index in page.used or span.key not in words or not packed:
            continue
        count = page.spans[min(index + 2, len(page) - 1)].quantity
        page.take([index])
        if count is None or count.unit not in (None, "piece"):
            page.take([index + 1])
            return [Constraint(FIELD, "=", 1.0, None, True, page.said([index, index + 1]))]
    return []


def _is_told(page: Page) -> bool:
    """Whether records of the wanted kind count their pieces themselves."""
    column = page.columns.of_concept("pieces", ("number",), page.types) if page.lexicon.number_of(page.types) else None
    return column is not None and page.columns.share(column, page.types) >= TELLING


def _counts_pieces(page: Page, index: int) -> bool:
    """Whether the figure's own last word, or the word after it, is what pieces in a pack are counted by."""
    span = page.spans[index]
    said = page.reading.plain[span.start : span.end].lstrip("0123456789., -")
    words = said.replace("-", " ").split()
    last = words[-1] if said.isascii() and words else said  # Three pack: the figure is a word too.
    own = dialogue_roles(places()).get(key(last), {})
    after = index + 1
    grouped = after < len(page) and page.spans[after].cue("pack_after") and bool(span.quantity and span.quantity.unit)
    return grouped or "pieces" in own.get("concept", ()) or _counted_by(page, index) > index


def _counted_by(page: Page, index: int) -> int:
    """Where the word stands that pieces in a pack are counted by (两瓶装): behind the figure; its own place if none."""
    at = index + 1
    if at < len(page) and not page.spans[at].latin and page.spans[at].cue("one"):
        at += 1
    if at >= len(page) or at in page.used:
        return index
    roles = page.spans[at].roles
    if not page.spans[at].latin and at == index + 1 and page.spans[at].start == page.spans[index].end:
        # 三条装: the figure's own last sign and what stands behind it are the word.
        joined = page.reading.plain[page.spans[index].end - 1 : page.spans[at].end]
        roles = {**roles, **dialogue_roles(places()).get(key(joined), {})}
    return at if "pieces" in roles.get("concept", ()) or FIELD in roles.get("field", ()) else index
