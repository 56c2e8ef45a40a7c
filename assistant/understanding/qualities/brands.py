"""Demands on brands, wanted or excluded, alone or listed."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.understanding.message.page import Page
from assistant.understanding.message.polarity import denied, softened
from assistant.understanding.qualities.meant_for import is_meant_for
from assistant.understanding.qualities.named_constraint import named_constraint
from assistant.understanding.qualities.values.value_demands import column_meant
from catalog.languages.spelling import spellings
from catalog.product import Constraint

POWER = "horsepower"


def brand_demands(page: Page) -> list[Constraint]:
    """The brands asked for or excluded; a brand that something is only made for is none."""
    found: list[Constraint] = []
    wanted: list[str] = []
    for index in list(page.with_role("brand")):
        if index in page.used or not _is_brand(page, index):
            continue
        members = [at for at in page.group(index, "brand") if at == index or _is_brand(page, at)]
        if is_meant_for(page, index) or (_is_part(page, index) and column_meant(page, index) is not None):
            continue
        refusal, soft = denied(page, members), softened(page, members)
        names = tuple(dict.fromkeys(name for at in members for name in page.spans[at].roles["brand"]))
        said = page.said((*(refusal or ()), *members))
        page.take((*members, *(refusal or ()), *(soft or ())))
        if not refusal:
            wanted += names
        found.append(named_constraint("brand", names, bool(refusal), not soft, said, "="))
    return found if len(wanted) == len(set(wanted)) else _unrepeated(found)


def _unrepeated(found: Sequence[Constraint]) -> list[Constraint]:
    return list({(one.field, one.op, one.value): one for one in found}.values())


def _is_brand(page: Page, index: int) -> bool:
    """Whether the phrase names a brand here: words of other meanings must be written or introduced as a name."""
    span = page.spans[index]
    if _is_everyday_word(page, index) or _is_one_of_things(page, index) or _is_unit(page, index):
        return False
    if not ({"type", "known", "cue", "filler", "wish", "concept", "feature", "person"} & span.roles.keys()):
        return not any(value.plain for value in span.roles.get("value", {}).values()) or _written_as_name(page, index)
    if span.roles.get("known") == "brand" and not ({"cue", "filler"} & span.roles.keys()):
        return True
    if _written_as_name(page, index) and "type" not in span.roles:
        return True
    return any(page.spans[at].cue("brand_by") for at in page.before(index, 2))


def _is_unit(page: Page, index: int) -> bool:
    """Whether a brand that the shop lacks stands right behind a figure that it measures: 1.5 HP."""
    before = page.spans[index - 1].quantity if index else None
    if (
        before is None
        or before.unit is not None
        or any(one in page.lexicon.brands for one in page.spans[index].roles["brand"])
    ):
        return False
    return not before.value.is_integer() or bool(page.types and page.columns.measured_in(POWER, page.types))


def _is_everyday_word(page: Page, index: int) -> bool:
    """Whether a brand's name is written small where the brand makes nothing of the wanted kind, and titles of other
    goods begin with that word: apple juice."""
    span = page.spans[index]
    written = page.reading.text[span.start : span.end]
    if not written.isascii() or not written.islower() or not page.lexicon.number_of(page.types):
        return False
    if not _is_ordinary(page, index):
        return False
    if any(page.lexicon.brand_types.get(name, {}).get(one) for name in span.roles["brand"] for one in page.types):
        return False
    named = page.lexicon.leading.get(span.key, {})
    own = {one for name in span.roles["brand"] for one in page.lexicon.brand_types.get(name, {})}
    return bool(named.keys() - own)


def _is_one_of_things(page: Page, index: int) -> bool:
    """Whether a word in small letters stands beside a thing, and makes nothing that is wanted: chicken and apple."""
    span = page.spans[index]
    made = (page.lexicon.brand_types.get(name, {}).get(one) for name in span.roles["brand"] for one in page.types)
    if not span.latin or page.reading.text[span.start : span.end] != span.key or any(made):
        return False
    if any(page.spans[at].cue("brand_by", "not") for at in page.before(index, 4)):
        return False
    beside = [(index - 1, index - 2), (index + 1, index + 2)]
    return any(
        0 <= join < len(page)
        and 0 <= other < len(page)
        and page.spans[join].cue("and")
        and (not page.spans[join].mark or page.spans[join].key == "&")
        and not page.spans[other].roles.keys() - {"known", "value", "tint"}
        and page.spans[other].roles.get("known") != "brand"
        and _is_ordinary(page, other)
        for join, other in beside
    )


def _is_ordinary(page: Page, index: int) -> bool:
    said = page.reading.plain[page.spans[index].start : page.spans[index].end].strip()
    return any(one.ordinary(said) for one in spellings())


def _is_part(page: Page, index: int) -> bool:
    """Whether the brand makes none of the wanted products but a part of them (a laptop with an Intel processor)."""
    roles = page.spans[index].roles
    made = sum(page.lexicon.brand_types.get(name, {}).get(one, 0) for name in roles["brand"] for one in page.types)
    return bool(page.types) and not made and any(one.held_by(page.types) for one in roles.get("value", {}).values())


def _written_as_name(page: Page, index: int) -> bool:
    span = page.spans[index]
    written = page.reading.text[span.start : span.end]
    return written[:1].isupper() and (index > 0 or len(page) == 1 or written.isupper())
