"""Figures that put an earlier demand right: make that 800, 改成八百, and later ones that name no column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.languages.dialogue import dialogue
from assistant.understanding.figures.refused_figures import refused_figures
from assistant.understanding.figures.wishes import SIZES
from assistant.understanding.lexicon.catalogue_lexicon import FieldWords
from assistant.understanding.lexicon.words import CLAUSE_END, key
from assistant.understanding.message.amounts import amount_at
from assistant.understanding.message.page import Page
from catalog.languages.quantities import Quantity
from catalog.measures import convert, dimension
from catalog.product import Constraint

BOUNDS = frozenset({"=", "<", "<=", ">", ">=", "about"})
LIKE = 4.0
"""A figure is said of the same thing as an earlier one where neither is more than this many times the other."""
HANDFUL = 20.0
"""Up to this many of a thing are put into a basket."""
SCALES = {"doubled": 2.0, "halved": 0.5}
NAMING = frozenset({"type", "brand", "value", "feature", "thing", "field", "concept"})
OWN_NAMES = 100.0
BEYOND = 2.0
"""So many times beyond what a column tells, a figure is no answer to what was asked of it."""
LEAST_SHIFT = 0.05
"""The part of a limit from which an amount may shift it."""
CLAUSES = CLAUSE_END | {",", "，"}


def corrected(page: Page) -> tuple[Constraint, ...]:
    """The earlier demand with the figure that a correction says, its bound kept; nothing where none is corrected."""
    figures = [index for index, span in enumerate(page.spans) if span.quantity is not None]
    alone = _is_alone(page, figures)
    if alone:
        chosen = _one_of_held(page, page.spans[figures[0]].quantity)
        if chosen:
            return chosen
    if not figures:
        return _scaled(page)
    if len(figures) != 1:
        return ()
    index = figures[0]
    shifted = _shifted(page, index)
    corrects = dialogue().matches("corrects", in_digits(page, index))
    bare = not corrects and alone and stands_for_earlier(page, index)
    if shifted or not (corrects or bare):
        return shifted
    quantity = page.spans[index].quantity
    if quantity is None or quantity.high is not None:
        return ()
    size = None if bare or quantity.unit else _size_put_right(page, index)
    if size is not None:
        return (size,)
    named = _names_anything(page, index)
    if named and not any(_is_named(page, one) for one in held_figures(page)):
        return ()
    if page.state.cart and not quantity.unit and not quantity.currency and quantity.value <= HANDFUL:
        return ()
    amount = amount_at(page, index)
    enough = any(page.spans[at].cue("enough") for at in amount.phrases)
    # What is enough is less of what there had to be, rather than more of what was allowed.
    for earlier in sorted(held_figures(page), key=lambda one: enough and one.op[0] == "<"):
        value = _in_unit_of(earlier, quantity)
        lowered = enough and earlier.op[0] == ">"
        if bare and not lowered and earlier.field != "price" and earlier is not page.state.ledger[-1]:
            continue  # A bare figure is meant of what was said last, or of the price.
        if named and not _is_named(page, earlier):
            continue
        if earlier.op == "=" and not amount.bounded and dialogue().matches("also", page.reading.plain):
            return ()  # One or the other will do: 1000 pieces, or 250.
        limit = earlier.op[0] in "<>"
        if amount.bounded and limit and value == earlier.value and amount.bounds[0][0][0] != earlier.op[0]:
            return ()  # Over 40 g is fine too: a limit of 40 g is given up.
        if value is not None and _like(value, earlier.value):
            op = earlier.op if (enough and limit) or not amount.bounded else amount.bounds[0][0]
            said = page.said(range(len(page)))
            return (
                Constraint(
                    earlier.field, op, value, earlier.unit, earlier.firm or (amount.bounded and amount.firm), said
                ),
            )
    return ()


def _size_put_right(page: Page, index: int) -> Constraint | None:
    """The earlier demand for a size that is a name in figures, put right: size 43, typo, it's 42."""
    quantity, name = page.spans[index].quantity, page.columns.of_concept("size", ("text",), page.types)
    for one in reversed(page.state.ledger):
        told = one.op == "=" and isinstance(one.value, str) and one.value.isdigit() and quantity is not None
        sized = one.field in page.columns.ranks("size") or (name is not None and name.name == one.field)
        if told and sized and quantity is not None and _like(quantity.value, float(str(one.value))):
            return Constraint(one.field, "=", f"{quantity.value:g}", one.unit, one.firm, page.said(range(len(page))))
    return None


def in_digits(page: Page, index: int) -> str:
    """The message with the figure in digits: five would do."""
    span, text = page.spans[index], page.reading.plain
    said = text[span.start : span.end]
    if span.quantity is None or any(sign.isdigit() for sign in said):
        return text
    return f"{text[: span.start]}{span.quantity.value:g}{said[len(said.split()[0]) :]}{text[span.end :]}"


def _scaled(page: Page) -> tuple[Constraint, ...]:
    """The earlier limit of the price, doubled or halved: 预算翻倍; double my budget."""
    named = any("price" in span.roles.get("concept", ()) or span.cue("price") for span in page.spans)
    factor = next((by for name, by in SCALES.items() if dialogue().matches(name, page.reading.plain)), None)
    limit = next((one for one in held_figures(page) if one.field == "price" and one.op[0] != ">"), None)
    if not named or factor is None or limit is None or not isinstance(limit.value, float):
        return ()
    said = page.said(range(len(page)))
    return (Constraint("price", limit.op, limit.value * factor, limit.unit, limit.firm, said),)


def _is_alone(page: Page, figures: Sequence[int]) -> bool:
    small = (
        page.is_filler(at) or span.mark or span.cue("firm", "enough")
        for at, span in enumerate(page.spans)
        if at not in figures
    )
    return len(figures) == 1 and all(small)


def stands_for_earlier(page: Page, index: int) -> bool:
    """Whether a bare figure that is all the message says can only be meant in place of an earlier one: it answers no
    question, counts no pieces, and is no place on screen."""
    quantity, asked = page.spans[index].quantity, page.state.pending
    field = page.lexicon.fields.get(asked.field) if asked is not None else None
    if quantity is None or quantity.unit or (asked is not None and field is None):
        return False
    if field is not None and field.kind == "number" and _may_answer(page, field, quantity.value):
        return False
    return quantity.value > max(HANDFUL, len(page.state.shown))


def _may_answer(page: Page, field: FieldWords, value: float) -> bool:
    """Whether a figure is near those that the column asked about has: 200 is no answer to how many inches."""
    span = field.range_for(page.state.want.types if page.state.want is not None else ())
    return span is None or span[0] / BEYOND <= value <= span[1] * BEYOND


def _shifted(page: Page, index: int) -> tuple[Constraint, ...]:
    """The earlier limit of the price, raised or lowered by an amount of money: 预算再加一百."""
    quantity, span = page.spans[index].quantity, page.spans[index]
    if quantity is None or quantity.unit or quantity.high is not None:
        return ()
    around = (("_by", page.reading.plain[: span.start]), ("_behind", page.reading.plain[span.end :]))
    raised = any(dialogue().matches(f"raised{end}", text) for end, text in around)
    if not (raised or any(dialogue().matches(f"lowered{end}", text) for end, text in around)):
        return ()
    sign = 1.0 if raised else -1.0
    limit = next((one for one in held_figures(page) if one.field == "price" and one.op[0] != ">"), None)
    if limit is None or not isinstance(limit.value, float):
        return ()
    if not limit.value * LEAST_SHIFT <= quantity.value < limit.value:
        return ()  # 5 more are products.
    said = page.said(range(len(page)))
    return (Constraint("price", limit.op, limit.value + sign * quantity.value, limit.unit, limit.firm, said),)


def _one_of_held(page: Page, quantity: Quantity | None) -> tuple[Constraint, ...]:
    """The earlier demand for one of several figures, left with the one that is said alone: just 64."""
    for earlier in reversed(page.state.ledger):
        value = _in_unit_of(earlier, quantity) if quantity is not None and quantity.high is None else None
        if value is not None and earlier.op == "in" and isinstance(earlier.value, tuple) and value in earlier.value:
            return (Constraint(earlier.field, "=", value, earlier.unit, earlier.firm, page.said(range(len(page)))),)
    return ()


def field_said_before(page: Page, index: int) -> str | None:
    """The column of an earlier demand that a figure without a name of its own is about.

    It is the one that words elsewhere in the message name, or one measured in the same unit by a figure alike.
    """
    quantity = page.spans[index].quantity
    if quantity is None or quantity.currency:
        return None
    for earlier in held_figures(page):
        if earlier.field == "price":
            continue
        value = _in_unit_of(earlier, quantity)
        if value is None or not _like(value, earlier.value):
            continue
        joins = dialogue().matches("also", page.reading.plain) or bool(refused_figures(page))
        joins = joins or (earlier.op == "=" and _is_attributed(page, index))
        if quantity.unit is not None or joins or _named_in(page, earlier.field):
            return earlier.field
    return None


def names_earlier(page: Page, index: int) -> bool:
    """Whether words beside a bare figure name an earlier demand on another figure than the price: bigger, 40 to 43."""
    quantity = page.spans[index].quantity
    told = [
        one for one in held_figures(page) if one.field != "price" and quantity is not None and not quantity.currency
    ]
    return any(_named_in(page, one.field) and _like(quantity.value, one.value) for one in told if quantity is not None)


def is_like_price_before(page: Page, index: int) -> bool:
    """Whether a bare figure widens an earlier demand on the price, or is said in its place: 1500 is fine too."""
    quantity = page.spans[index].quantity
    widens = dialogue().matches("also", page.reading.plain) or bool(refused_figures(page))
    if quantity is None or quantity.unit or not widens:
        return False
    earlier = next((one for one in held_figures(page) if one.field == "price"), None)
    return earlier is not None and _like(quantity.value, earlier.value) and quantity.value != earlier.value


def _is_attributed(page: Page, index: int) -> bool:
    """Whether a bare figure stands for the thing with it, and nothing is said behind it: 55的吧."""
    after = index + 1
    attributed = after < len(page) and "attributive" in page.spans[after].roles.get("particle", ())
    return attributed and all(page.is_filler(at) or page.spans[at].mark for at in range(after + 1, len(page)))


def held_figures(page: Page) -> Iterator[Constraint]:
    """The demands on figures so far, the latest first."""
    for one in reversed(page.state.ledger):
        if one.op in BOUNDS and isinstance(one.value, (int, float)) and not isinstance(one.value, bool):
            yield one


def _in_unit_of(earlier: Constraint, quantity: Quantity) -> float | None:
    """The figure in the unit of an earlier demand; None where it can't be one of the same kind."""
    if quantity.currency:
        return quantity.value if earlier.field == "price" else None
    if quantity.unit in (None, "piece"):
        return quantity.value
    if earlier.field == "price":
        return None
    for unit in (quantity.unit, *quantity.alternatives):
        if earlier.unit is not None and dimension(unit) == dimension(earlier.unit):
            return convert(quantity.value, unit, earlier.unit)
    return None


def _like(value: float, earlier: object) -> bool:
    return isinstance(earlier, (int, float)) and 0 < value <= LIKE * earlier and earlier <= LIKE * value


def _is_named(page: Page, earlier: Constraint) -> bool:
    """Whether a word of the message names an earlier demand: by its column, or as it was said (30 pages a minute)."""
    said = {key(word) for word in earlier.said.split()}
    words = (one.key for one in page.spans if one.latin and one.quantity is None and len(one.key) > 2)
    return _named_in(page, earlier.field) or any(word in said for word in words)


def _named_in(page: Page, field: str) -> bool:
    for span in page.spans:
        if field in span.roles.get("field", ()):
            return True
        wished = {dialogue().wishes[name]["concept"] for name, _ in span.roles.get("wish", ())}
        concepts = span.roles.get("concept", frozenset()) | wished
        concepts |= set(SIZES) if "size" in concepts else set()
        if any(page.columns.ranks(one).get(field, OWN_NAMES) < OWN_NAMES for one in concepts):
            return True
    return False


def _names_anything(page: Page, figure: int) -> bool:
    told = [one.span() for one in dialogue().patterns["patterns"]["corrects"].finditer(page.reading.plain)]
    return any(
        at != figure
        and not (span.mark or page.is_filler(at) or any(first <= span.start < last for first, last in told))
        and (NAMING & span.roles.keys() or (not span.roles and _in_clause_of(page, figure, at)))
        for at, span in enumerate(page.spans)
    )


def _in_clause_of(page: Page, figure: int, at: int) -> bool:
    """Whether no clause ends between a figure and a word: in "I measured again, 30 is fine" one does."""
    between = range(min(at, figure) + 1, max(at, figure))
    return not any(page.spans[one].mark and page.spans[one].key in CLAUSES for one in between)
