"""Colours and materials of a part that the goods come with: a backpack with red straps is no red backpack."""

from __future__ import annotations

from assistant.understanding.lexicon.catalogue_lexicon import FieldWords
from assistant.understanding.lexicon.columns import PART
from assistant.understanding.lexicon.field_names import word_keys
from assistant.understanding.message.page import Page
from assistant.understanding.message.polarity import denied, softened
from catalog.product import Constraint

COLOUR, MATERIAL = "colour", "material"
NO_PART = frozenset({"cue", "filler", "person", "brand", "wish", "letter_size"})
OF_WHOLE = frozenset({"colour", "material", "size", "pieces", "flavour", "scent"})
"""Concepts of which the goods have one as a whole: with a red colour."""
SHORTEST = 2
REACH = 3
"""So many phrases may stand between the word that brings the part in and its colour."""


def part_quality_demands(page: Page) -> list[Constraint]:
    """The demands on the column of such a part; without one, a colour is demanded of it in the shopper's words."""
    found: list[Constraint] = []
    for index in list(page.with_role("tint")):
        part = _part(page, index) if index not in page.used else None
        if part is None:
            continue
        concept = min(page.spans[index].roles["tint"])
        column = _column(page, part, concept)
        if column is None and concept != COLOUR and not page.lexicon.number_of(page.types):
            continue
        refusal, soft = denied(page, [index]), softened(page, [index, part])
        words = page.said([index, part]).casefold()
        field = words if column is None else column.name
        value = words if column is None else page.lexicon.usual(page.said([index]).casefold())
        said = page.said((*(refusal or ()), index, part))
        found.append(Constraint(field, "!=" if refusal else "has", value, None, not soft, said))
        page.take((*range(index, part + 1), *(refusal or ()), *(soft or ())))
    return found


def _part(page: Page, index: int) -> int | None:
    """Where the part stands that a colour or material describes; None where it describes what is wanted."""
    if not _comes_with(page, index):
        return None
    at = index + 1
    while at < len(page) and (page.spans[at].roles.keys() & {"tint"} or page.spans[at].cue("and")):
        at += 1
    while at < len(page) and "attributive" in page.spans[at].roles.get("particle", ()):
        at += 1
    if at >= len(page) or at in page.used:
        return None
    span = page.spans[at]
    if span.mark or span.quantity is not None or NO_PART & span.roles.keys():
        return None
    if OF_WHOLE & set(span.roles.get("concept", ())):
        return None
    last = at
    while not span.latin and last + 1 < len(page) and page.is_glued(last + 1):
        last += 1
    if page.spans[last].end - span.start < SHORTEST:
        return None
    return last if _ends(page, last) or (span.latin and "value" not in span.roles) else None


def _ends(page: Page, at: int) -> bool:
    """Whether a noun ends here: in a script without spaces, where a particle or a gap follows."""
    after = page.spans[at + 1] if at + 1 < len(page) else None
    if after is None or after.mark or "particle" in after.roles:
        return True
    if page.spans[at].latin:
        return page.is_filler(at + 1) or bool(after.roles.get("cue"))
    return after.start > page.spans[at].end


def _comes_with(page: Page, index: int) -> bool:
    """Whether a word that brings a part in stands before, and the kind that is wanted stands outside the part."""
    for at in page.before(index, REACH):
        span = page.spans[at]
        if span.cue("with", "not") and not span.cue("want"):
            if span.latin:
                kinds = [one for one in range(at) if _is_kind(page, one)]
                return bool(kinds) and not any(
                    page.spans[one].cue("for", "compatible") for one in page.before(kinds[-1], 2)
                )
            return any(_is_kind(page, one) for one in (*range(at), *range(index + 2, len(page))))
        if not (page.is_filler(at) or "tint" in span.roles or span.cue("and")):
            return False
    return False


def _is_kind(page: Page, at: int) -> bool:
    roles = page.spans[at].roles
    return "type" in roles or roles.get("known") == "type"


def _column(page: Page, part: int, concept: str) -> FieldWords | None:
    """The wanted kind's own column of the part's colour or material: handle material."""
    words = set(word_keys(page.spans[part].key)) | {page.spans[part].key}
    ranks = page.columns.ranks(concept)
    held = [
        one
        for name in ranks
        if ranks[name] >= PART and (one := page.lexicon.fields.get(name)) is not None
        if one.kind == "text" and one.held_by(page.types) and words & set(word_keys(" ".join(one.names)))
    ]
    return max(held, key=lambda one: (one.held_by(page.types), one.name), default=None)
