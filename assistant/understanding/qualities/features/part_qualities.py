"""Colours and materials of a part that the goods come with: a backpack with red straps is no red backpack."""

from __future__ import annotations

from assistant.understanding.lexicon.catalogue_lexicon import FieldWords
from assistant.understanding.lexicon.columns import PART
from assistant.understanding.lexicon.field_names import word_keys
from assistant.understanding.lexicon.part_names import part_called, part_opening, part_word, part_words
from assistant.understanding.message.page import Page
from assistant.understanding.message.polarity import denied, softened
from catalog.product import Constraint

COLOUR, MATERIAL = "colour", "material"
BODY = "case"
"""The part that the goods themselves are in."""
NO_PART = frozenset({"cue", "filler", "person", "brand", "wish", "letter_size"})
OF_WHOLE = frozenset({"colour", "material", "size", "pieces", "flavour", "scent"})
"""Concepts of which the goods have one as a whole: with a red colour."""
SHORTEST = 2
REACH = 3
"""So many phrases may stand between the word that brings the part in and its colour."""


def part_quality_demands(page: Page) -> list[Constraint]:
    """The demands on the column of such a part; without one, a colour is demanded of it in the shopper's words."""
    found: list[Constraint] = []
    for index in list(page.with_role("tint", "value")):
        concepts = _concepts(page, index) if index not in page.used else ()
        part = _part(page, index) if concepts else None
        if part is None or _is_told(page, index, part):
            continue
        column = next((one for concept in concepts if (one := _column(page, part, concept))), None)
        if column is None and _is_body(page, index, part) and _tells_of_whole(page, index):
            page.take(range(index + 1, part + 1))
            continue
        if column is None and COLOUR not in concepts and not page.lexicon.number_of(page.types):
            continue
        refusal, soft = denied(page, range(index, part + 1)), softened(page, [index, part])
        words = _part_words(page, index, part)
        field = words if column is None else column.name
        value = words if column is None else page.lexicon.usual(page.said([index]).casefold())
        said = page.said((*(refusal or ()), index, part))
        found.append(Constraint(field, "!=" if refusal else "has", value, None, not soft, said))
        page.take((*range(index, part + 1), *(refusal or ()), *(soft or ())))
    return found


def _is_body(page: Page, index: int, part: int) -> bool:
    start = page.spans[min(index + 1, part)].start
    return part_called(page.reading.plain[start : page.spans[part].end].strip()) == BODY


def _tells_of_whole(page: Page, index: int) -> bool:
    """Whether the wanted goods' own column of their stuff has this value: the stuff of their body is theirs."""
    whole = page.columns.ranks(MATERIAL)
    held = page.spans[index].roles.get("value", {}).items()
    return any(whole.get(name, PART) < PART and value.held_by(page.types) for name, value in held)


def _concepts(page: Page, index: int) -> tuple[str, ...]:
    """Whether a phrase says a colour, a material, or what may be either (gold); none where it says neither."""
    roles = page.spans[index].roles
    if "tint" in roles or page.spans[index].latin:
        return tuple(sorted(roles.get("tint", ())))
    held = roles.get("value", {})
    return tuple(
        one for one in (COLOUR, MATERIAL) if any(page.columns.ranks(one).get(name, PART) < PART for name in held)
    )


def _part(page: Page, index: int) -> int | None:
    """Where the part stands that a colour or material describes; None where it describes what is wanted."""
    glued = _glued_part(page, index)
    if glued is not None or not _comes_with(page, index):
        return glued
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


def _glued_part(page: Page, index: int) -> int | None:
    """Where a part ends that stands right behind its stuff or colour, with the kind that has it elsewhere: 木柄炒锅."""
    span = page.spans[index]
    if span.latin:
        return index + 1 if _is_part_beside(page, index + 1) else None
    word = part_opening(page.reading.plain[span.end :])
    if word is None or not {"value", "known"} & span.roles.keys():
        return None
    end = span.end + len(word)
    last = next((at for at in range(index + 1, len(page)) if page.spans[at].end == end), None)
    if last is None or (last + 1 < len(page) and page.is_glued(last + 1)):
        return None
    own = any(_is_kind(page, at) for at in range(index, last + 1))
    kind = any(_is_kind(page, at) for at in (*range(index), *range(last + 1, len(page))))
    return last if kind or _is_of_running(page) or (page.types and not own) else None


def _is_of_running(page: Page) -> bool:
    """Whether the message names no kind of its own, and speaks of what is wanted already."""
    return page.state.want is not None and bool(page.types) and page.types == page.state.want.types


def _is_part_beside(page: Page, at: int) -> bool:
    """Whether a part of goods, and no kind of them, stands here and ends its phrase: a mirror, black frame."""
    running = _is_of_running(page)
    if (
        not page.free(at)
        or not page.spans[at].latin
        or {"cue", *(() if running else ("type",))} & page.spans[at].roles.keys()
    ):
        return False
    named = part_called(page.reading.plain[page.spans[at].start : page.spans[at].end].strip())
    others = (*range(at - 1), *range(at + 1, len(page)))
    kind = running or any("type" in page.spans[one].roles for one in others)
    return named is not None and _ends(page, at) and kind


def _part_words(page: Page, index: int, part: int) -> str:
    """A part with what is said of it, in the catalogue's words where every language has one for the part."""
    said, language = page.said([index, part]).casefold(), page.lexicon.language
    start = page.spans[index + 1].start if index < part else page.spans[part].start
    named = part_called(page.reading.plain[start : page.spans[part].end].strip())
    word = part_word(named, language) if named and language else None
    if word is None:
        return said
    tint = page.lexicon.usual(page.said([index])).casefold()
    return f"{tint} {word}" if word.isascii() else tint + word


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


def _is_told(page: Page, index: int, part: int) -> bool:
    """Whether the wanted kind's own column of the part has this value, and so the value says it all: a gold nib."""
    held = page.spans[index].roles.get("value", {}).items()
    inside = page.columns.inner.with_part(page.lexicon.usual(page.said([index])), page.types)
    names = {name for name, value in held if value.held_by(page.types)} | ({inside} if inside else set())
    columns = (page.lexicon.fields[name] for name in names if name in page.lexicon.fields)
    return any(_part_keys(page, part) & set(word_keys(" ".join(one.names))) for one in columns)


def _part_keys(page: Page, part: int) -> set[str]:
    """The lookup forms of the words for a part, in the shopper's language and in the catalogue's."""
    span = page.spans[part]
    called = page.lexicon.usual(page.reading.plain[span.start : span.end].strip())
    named = part_called(span.key)
    words = part_words(named) if named else ()
    return {span.key, *word_keys(span.key), *word_keys(called), *(key for one in words for key in word_keys(one))}


def _column(page: Page, part: int, concept: str) -> FieldWords | None:
    """The wanted kind's own column of the part's colour or material: handle material."""
    words = _part_keys(page, part)
    ranks = page.columns.ranks(concept)
    held = [
        one
        for name in ranks
        if ranks[name] >= PART and (one := page.lexicon.fields.get(name)) is not None
        if one.kind == "text" and one.held_by(page.types) and words & set(word_keys(" ".join(one.names)))
    ]
    return max(held, key=lambda one: (one.held_by(page.types), one.name), default=None)
