"""Figures of what the wanted thing is for: a bag for a 16 inch laptop must take that much."""

from __future__ import annotations

from dataclasses import replace

from assistant.languages.dialogue import dialogue
from assistant.understanding.figures.written_sizes import column_of_written_sizes
from assistant.understanding.lexicon.catalogue_lexicon import FieldWords
from assistant.understanding.lexicon.columns import PART
from assistant.understanding.lexicon.field_names import is_compatibility, word_keys
from assistant.understanding.lexicon.words import key
from assistant.understanding.message.amounts import Amount
from assistant.understanding.message.page import Page
from catalog.languages.quantities import Quantity
from catalog.measures import convert, dimension
from catalog.product import Constraint

LOADED = "load"
"""The concept of what a thing can carry."""
SCREEN, SCREENS = "screen", "fits_screen"
"""The concepts of a screen, and of the screens that fit into a thing."""
MASS, LENGTH = "mass", "length"
DESCRIBES = frozenset({"tint", "value", "feature", "person"})
"""Roles of what may stand between what a figure is of and the kind that is wanted."""
HEAVIER = 1.5
"""What weighs so many times more than all goods of the kind is no weight of theirs."""


def fitted(page: Page, amount: Amount, quantity: Quantity) -> list[Constraint] | None:
    """A figure of what the wanted thing is for (a bag for a 16 inch laptop): it must take that much.

    None where the figure is the wanted thing's own. Where no column tells what fits, the demand is on what it is for,
    by the shopper's own word for that, and stays unproved.
    """
    if dimension(quantity.unit) == LENGTH and dialogue().matches("own_height", _before(page, amount)):
        page.take(amount.phrases)
        return []
    at_most = all(op in ("<", "<=") for op, _ in amount.bounds)
    holds = [at for at in amount.phrases if page.spans[at].cue("compatible")]
    fits = any(page.spans[at].cue("compatible") for at in page.before(min(amount.phrases), 3))
    # A laptop bag, leather, 15.6.
    written = quantity.unit is None and quantity.value % 1 != 0 and not (amount.bounded or amount.naming)
    if quantity.unit is None and (fits or written) and not quantity.currency:
        quantity = replace(quantity, unit=_fitting_unit(page, quantity.value))
    borne = dimension(quantity.unit) == MASS and _is_borne(page, amount)
    about = dimension(quantity.unit) == MASS and all(op == "about" for op, _ in amount.bounds)
    borne = borne or (about and _weighs(page, amount))
    if quantity.unit is None or (amount.bounded and not (at_most or holds or borne)):
        return None
    first = min(amount.phrases)
    if borne or (dimension(quantity.unit) == MASS and (_weighs(page, amount) or _is_load(page, amount, quantity))):
        return _carrying(page, amount, quantity)
    if written and not fits:
        return _taking(page, amount, quantity)
    served = _served(page, max(amount.phrases))
    written = column_of_written_sizes(page) if _is_furniture(quantity) and not amount.bounded else None
    if served is not None and written is not None:
        taken = {*amount.phrases, *served}
        page.take(taken)
        return [Constraint(written.name, "=", quantity.value, quantity.unit, amount.firm, page.said(taken))]
    if served is not None and not at_most:
        taken = {*amount.phrases, *served}
        name = _column(page, served[0], quantity) or page.lexicon.usual(page.said(served[:1]))
        page.take(taken)
        return [Constraint(name, ">=", quantity.value, quantity.unit, amount.firm, page.said(taken))]
    marks = holds or [at for at in page.before(first, 3) if page.spans[at].cue("for", "compatible")]
    among = page.before(first, 2) if at_most else page.after(max(amount.phrases), 2)
    follows = next((at for at in among if "type" in page.spans[at].roles or _bears(page, at, quantity)), None)
    if follows is None and not at_most and dimension(quantity.unit) == LENGTH:
        follows, marks = _measured_kind(page, first)
    if not marks or follows is None or follows in page.used:
        return None
    taken = {*amount.phrases, marks[0], follows}
    if written is not None:
        page.take(taken)
        return [Constraint(written.name, "=", quantity.value, quantity.unit, amount.firm, page.said(taken))]
    field = _column(page, follows, quantity)
    page.take(taken)
    name = field or page.lexicon.usual(page.said([follows]))
    return [Constraint(name, ">=", quantity.value, quantity.unit, amount.firm, page.said(taken))]


def _is_furniture(quantity: Quantity) -> bool:
    """Whether a length is that of something that goods lie or hang on, and so theirs too: a bed of 1.8 m."""
    length = convert(quantity.value, quantity.unit, "m") if dimension(quantity.unit) == LENGTH else None
    return length is not None and length >= 1


def _taking(page: Page, amount: Amount, quantity: Quantity) -> list[Constraint] | None:
    """The demand that a screen of this size fits in, for a bare figure; None where no one column tells that."""
    field = _column(page, amount.index, quantity) if quantity.unit is not None else None
    if field is None:
        return None
    page.take(amount.phrases)
    return [Constraint(field, ">=", quantity.value, quantity.unit, amount.firm, page.said(amount.phrases))]


def _served(page: Page, figure: int) -> tuple[int, int] | None:
    """A kind right behind its figure and the words that make something else for it: 65寸电视用的壁挂架."""
    for at in page.after(figure, 2):
        if ("type" in page.spans[at].roles or SCREEN in page.spans[at].roles.get("concept", ())) and page.free(at):
            after = at + 1
            follows = after < len(page) and page.spans[after].cue("compatible_after") and after + 1 < len(page)
            return (at, after) if follows or ("type" in page.spans[at].roles and _belongs(page, figure, at)) else None
        if not page.is_filler(at):
            return None
    return None


def _measured_kind(page: Page, first: int) -> tuple[int | None, list[int]]:
    """The kind right before its length that another kind is for, and the word for that: a sheet for a bed of 1.5 m."""
    kind = next((at for at in page.before(first, 2) if "type" in page.spans[at].roles), None)
    marks = [at for at in page.before(kind, 2) if page.spans[at].cue("for")] if kind is not None else []
    others = bool(marks) and any("type" in one.roles for one in page.spans[: marks[0]])
    return (kind, marks[:1]) if others else (None, [])


def _belongs(page: Page, figure: int, kind: int) -> bool:
    """Whether a particle makes the kind behind a length what another kind is for: 1.5米床的四件套."""
    quantity, after = page.spans[figure].quantity, kind + 1
    measured = quantity is not None and dimension(quantity.unit) == LENGTH
    parted = after < len(page) and "attributive" in page.spans[after].roles.get("particle", ())
    comes_with = any(page.spans[at].cue("with") for at in page.before(figure, 2))
    return measured and parted and not comes_with and _is_of_another(page, figure, after)


def _is_of_another(page: Page, figure: int, particle: int) -> bool:
    """Whether another kind follows, with only what describes it between, or went before: 1.5米床的粉色四件套."""
    at = particle + 1
    while at < len(page) and DESCRIBES & page.spans[at].roles.keys() and "type" not in page.spans[at].roles:
        at += 1
    if at < len(page) and not page.ends_clause(at):
        return "type" in page.spans[at].roles
    return at == particle + 1 and any("type" in one.roles for one in page.spans[:figure])


def _weighs(page: Page, amount: Amount) -> bool:
    """Whether the figure is what somebody or something of the shopper's weighs: my labrador weighs 32 kg."""
    return dialogue().matches("weighed", _before(page, amount))


def _fitting_unit(page: Page, value: float) -> str | None:
    """The unit of the one column of what fits that a bare figure lies in: fits a 15.6 laptop."""
    ranks = page.columns.ranks(SCREENS)
    told = [one for one in page.lexicon.fields.values() if ranks.get(one.name, PART) < PART and one.held_by(page.types)]
    spans = [(one.unit, one.range_for(page.types)) for one in told if one.kind == "number"] if page.types else []
    units = {unit for unit, span in spans if span is not None and span[0] / 2 <= value <= span[1] * 2}
    return units.pop() if len(units) == 1 else None


def _is_load(page: Page, amount: Amount, quantity: Quantity) -> bool:
    """Whether a weight is what the wanted thing shall carry, where records tell that: an animal stands right before it,
    or nothing of that kind weighs near so much (a dog bed, 40 kg)."""
    if amount.bounded or not any(carries(page, one) for one in _held(page, quantity)):
        return False
    if any("person" in page.spans[at].roles for at in page.before(min(amount.phrases), 1)):
        return True
    own = [one for one in _held(page, quantity) if not carries(page, one)]
    spans = [(one.range_for(page.types), convert(1.0, one.unit, quantity.unit)) for one in own]
    return all(span is None or factor is None or quantity.value > HEAVIER * span[1] * factor for span, factor in spans)


def _is_borne(page: Page, amount: Amount) -> bool:
    """Whether the words right before a weight say that it is borne, by goods whose records tell how much they bear."""
    return _bearing(page) is not None and dialogue().matches("bears_up", _before(page, amount))


def _bearing(page: Page) -> str | None:
    """The column of what the wanted kind bears, whether or not its unit is proved."""
    names = page.columns.ranks(LOADED)
    known = (page.lexicon.fields[one] for one in sorted(names) if one in page.lexicon.fields)
    told = [one for one in known if one.kind == "number" and page.types and one.held_by(page.types)]
    borne = [one for one in told if carries(page, one)]
    return max(borne, key=lambda one: page.columns.share(one, page.types)).name if borne else None


def _held(page: Page, quantity: Quantity) -> list[FieldWords]:
    """The columns of weights that the wanted kind fills."""
    measured = dimension(quantity.unit)
    columns = page.lexicon.fields.values() if page.types else ()
    return [one for one in columns if one.held_by(page.types) and one.unit and dimension(one.unit) == measured]


def _before(page: Page, amount: Amount) -> str:
    return page.reading.plain[: page.spans[amount.index].start]


def _carrying(page: Page, amount: Amount, quantity: Quantity) -> list[Constraint]:
    """The demand that the wanted thing can carry so much; none where no record tells what it can carry."""
    field = _column(page, amount.index, quantity) or _bearing(page)
    weighs = (at for at in amount.naming if at not in page.used and "concept" in page.spans[at].roles)
    taken = {*amount.phrases, *weighs}
    page.take(taken)
    said = page.said(taken)
    return [Constraint(field, ">=", quantity.value, quantity.unit, amount.firm, said)] if field is not None else []


def _bears(page: Page, at: int, quantity: Quantity) -> bool:
    """Whether a weight may be that of someone or something that isn't sold here: a rider, a dog."""
    span = page.spans[at]
    named = "person" in span.roles or (not span.roles and span.latin and not span.mark)
    return named and dimension(quantity.unit) == MASS and _column(page, at, quantity) is not None


def _column(page: Page, follows: int, quantity: Quantity) -> str | None:
    """The wanted kind's column of what fits into it or what it can carry, as its records tell."""
    span = page.spans[follows]
    words = {span.key, *(key(one) for one in span.roles.get("type", ()))}
    loads = page.columns.ranks(LOADED) if dimension(quantity.unit) == MASS else {}
    held = [
        (not _says_least(one), page.columns.share(one, page.types), one.name)
        for one in page.lexicon.fields.values()
        if one.kind == "number" and one.held_by(page.types) and dimension(one.unit) == dimension(quantity.unit)
        and (one.name in loads or tells_what_fits(one)
             or not words.isdisjoint(word_keys(one.names[0])))
    ]  # fmt: skip
    return max(held)[-1] if held else None


def tells_what_fits(column: FieldWords) -> bool:
    """Whether a column's name in any language says that it is the size of what fits: 适用手机尺寸."""
    return any(is_compatibility(name) for name in column.names)


def _says_least(column: FieldWords) -> bool:
    """Whether a column's name tells the least that fits, and not the most: minimum screen size."""
    cues = dialogue().phrases["cues"]
    least = {key(word) for word in cues["at_least"]} - {key(word) for word in cues["at_most"]}
    return not least.isdisjoint(word_keys(column.names[0]))


def carries(page: Page, field: FieldWords) -> bool:
    """Whether a column tells what the thing can carry at most: so much asked for is so much or more."""
    return dimension(field.unit) in (None, MASS) and page.columns.ranks(LOADED).get(field.name, PART) < PART
