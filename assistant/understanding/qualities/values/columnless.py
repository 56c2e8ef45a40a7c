"""Demands on colours, materials and such that are known by their name alone: no value of the catalogue is called so."""

from __future__ import annotations

from assistant.understanding.lexicon.words import key
from assistant.understanding.message.page import Page
from assistant.understanding.message.polarity import denied, softened
from assistant.understanding.message.reading import Span
from assistant.understanding.qualities.shades.coined_shades import names_shade
from assistant.understanding.qualities.shades.plural_names import names_things
from assistant.understanding.qualities.values.value_demands import WELL_FILLED
from assistant.understanding.wants.sorts import is_gone_to, is_taste
from catalog.languages.detection import detect
from catalog.languages.lexicon import equivalents
from catalog.product import Constraint


def columnless_demands(page: Page) -> list[Constraint]:
    """Known colours, materials and such that no column of the catalogue holds: its texts may prove or deny them."""
    found: list[Constraint] = []
    for index, span in enumerate(page.spans):
        unlisted = not page.lexicon.number_of(page.types) and (
            _stands_alone(page, index)
            or (bool(page.types) and span.roles.get("known") == "value" and _is_several_words(page, span))
        )
        unlisted = unlisted or _is_of_others(page, index)
        if index in page.used or not _is_only_a_value(span, unlisted) or page.is_inside_word(index):
            continue
        if is_taste(page, index) or is_gone_to(page, index) or names_things(page, index) or names_shade(page, index):
            continue
        refusal, soft = denied(page, [index]), softened(page, [index])
        said_so = page.reading.plain[span.start : span.end].strip()
        value = page.lexicon.usual(said_so)
        said = page.said((*(refusal or ()), index))
        page.take((index, *(refusal or ()), *(soft or ())))
        part_of = page.columns.inner.with_part(value, page.types)
        field = part_of or _column_of_tint(page, span) or _material_column(page, index)
        value = value if field else _as_titles_say(page, said_so)
        field = field or value
        if (
            found
            and found[-1].field == field
            and found[-1].op in ("has", "=", "in")
            and not refusal
            and _or_before(page, index)
        ):
            several = found[-1].value if isinstance(found[-1].value, tuple) else (found[-1].value,)
            found[-1] = Constraint(field, "in", (*several, value), None, found[-1].firm and not soft, found[-1].said)
            continue
        also = () if part_of or refusal else _said_in_column(page, field, value)
        if also:
            found.append(Constraint(field, "in", also, None, not soft, said))
            continue
        found.append(Constraint(field, "!=" if refusal else "=" if part_of else "has", value, None, not soft, said))
    return found


def _as_titles_say(page: Page, said: str) -> str:
    """The word that titles of the wanted kind have for it, whichever word of any language was said; else the usual."""
    usual = page.lexicon.usual(said)
    ways = (
        usual,
        *(one for one in equivalents(said) if detect(one, page.lexicon.language or "") in page.lexicon.spoken),
    )
    ways = (*ways, said)
    return next((one for one in ways if _is_in_titles(page, one)), usual)


def _is_in_titles(page: Page, said: str) -> bool:
    """Whether titles of the wanted kind say it in just these words."""
    told = page.lexicon.names.get(key(said), {}) if said.isascii() else page.lexicon.told.get(said, {})
    return any(told.get(type_) for type_ in page.types)


def _is_several_words(page: Page, span: Span) -> bool:
    """Whether a value is a phrase (wide leg, crewneck for crew neck); a word alone may describe anything of a kind that
    the shop lacks."""
    said = page.reading.plain[span.start : span.end].strip()
    return " " in said or (span.latin and " " in page.lexicon.usual(said))


def _is_of_others(page: Page, index: int) -> bool:
    """Whether a value that only other kinds' records have stands before the kind that is wanted: a mesh bag."""
    span = page.spans[index]
    if not page.lexicon.number_of(page.types) or span.roles.keys() - {"tint"} != {"value", "known"}:
        return False
    if span.roles["known"] != "value" or any(one.held_by(page.types) for one in span.roles["value"].values()):
        return False
    apart = index == 0 or page.ends_clause(index - 1)
    if "tint" in span.roles and (_is_set_apart(page, index) or denied(page, [index])):
        return True  # Nothing synthetic: none of them may say so, and kinds of it are refused with it.
    if apart and "tint" in span.roles and index + 1 < len(page) and page.spans[index + 1].cue("not"):
        return True  # Mesh, not leather.
    if "tint" in span.roles and any(page.spans[at].cue("made_of") for at in page.before(index, 3)):
        return True  # A rug made of wool.
    for at in range(index + 1, len(page)):
        beside = page.spans[at]
        if "type" in beside.roles:
            return True
        small = page.is_filler(at) and beside.latin  # 羊毛做的地毯: small words stand between.
        if beside.mark or beside.quantity or beside.roles.get("cue") or small:
            return False
    return False


def _said_in_column(page: Page, field: str, value: str) -> tuple[str, ...]:
    """The ways to write a value that a well-filled column of the wanted kind may use: 灰色 in 蓝灰格."""
    column = page.lexicon.fields.get(field)
    if column is None or column.kind != "text" or page.columns.share(column, page.types) < WELL_FILLED:
        return ()
    spoken = page.lexicon.spoken
    same = [one for one in equivalents(value) if detect(one, page.lexicon.language or "") in spoken]
    return tuple(dict.fromkeys((value, *same))) if same else ()


def _is_set_apart(page: Page, index: int) -> bool:
    """Whether a word is all of its clause, or spaces part it in a script that writes none: 地毯 羊毛; a rug, wool."""
    spans, after = page.spans, index + 1
    begins = index == 0 or page.ends_clause(index - 1) or (not spans[index].latin and _gap(page, index))
    while after < len(page) and not spans[after].latin and "particle" in spans[after].roles:
        after += 1
    ends = after >= len(page) or page.ends_clause(after) or (not spans[index].latin and _gap(page, after))
    return begins and ends and len(page) > 1


def _gap(page: Page, index: int) -> bool:
    return page.spans[index - 1].end < page.spans[index].start


def _stands_alone(page: Page, index: int) -> bool:
    """Whether a colour or material is said by itself: the espresso one, in mint."""
    after = index + 1
    return "tint" in page.spans[index].roles and (
        after >= len(page) or page.ends_clause(after) or page.spans[after].cue("one", "colour")
    )


def _or_before(page: Page, index: int) -> bool:
    return index > 0 and page.spans[index - 1].cue("or")


def _material_column(page: Page, index: int) -> str | None:
    """The column of materials that the wanted kind fills, where words beside speak of a material: not made of wool."""
    beside = any("material" in page.spans[at].roles.get("concept", ()) for at in page.before(index, 3))
    beside = beside or any(page.spans[at].cue("made_of") for at in page.before(index, 3))
    one = page.columns.of_concept("material", ("text",), page.types) if beside else None
    return one.name if one is not None and one.held_by(page.types) else None


def _is_only_a_value(span: Span, unlisted: bool = False) -> bool:
    """Whether it can be nothing but a value; alone beside an `unlisted` kind it is the colour and no column's value."""
    return not span.roles.keys() - {"known", "tint", "blocker", *(["value"] if unlisted else [])} and (
        span.roles.get("known") == "value" or "tint" in span.roles
    )


def _column_of_tint(page: Page, span: Span) -> str | None:
    """The column that holds colours, or materials: the kind's own, or where the shop lacks it the most filled one."""
    known = page.lexicon.number_of(page.types)
    for concept in sorted(span.roles.get("tint", ())):
        one = page.columns.of_concept(concept, ("text",), page.types if known else ())
        named = one is not None and page.columns.ranks(concept).get(one.name, 100) < 100
        if one is not None and named and (not known or one.held_by(page.types)):
            return one.name
    return None
