"""Sizes that are named and not measured: size 43, M, size medium, 43-46."""

from __future__ import annotations

import math
import re
import string
from collections.abc import Sequence
from functools import lru_cache

from assistant.languages.dialogue import dialogue, places
from assistant.understanding.figures.either_sizes import either_sizes, is_either_size, sold_figures
from assistant.understanding.figures.lettered_sizes import FILLED, lettered_column
from assistant.understanding.lexicon.catalogue_lexicon import FieldWords
from assistant.understanding.lexicon.fixed_roles import dialogue_roles
from assistant.understanding.lexicon.words import key
from assistant.understanding.message.amounts import amount_at
from assistant.understanding.message.page import Page
from assistant.understanding.message.polarity import refused_figure, softened
from assistant.understanding.message.reading import Span
from assistant.understanding.wants.sorts import names_sort
from catalog.languages.quantities import Quantity
from catalog.product import Constraint

FIELD = "size"
"""The field of a size where the wanted kind has no column for it."""
GENDER = "gender"
WAIST = re.compile(
    r"\b(\d{2})\s?w\W{0,3}(?:x|by)?\W{0,3}(\d{2})\s?l\b|\bw\s?(\d{2})\W{0,3}(?:x|by)?\W{0,3}l\s?(\d{2})\b"
)
"""Waist and length of trousers, in the two ways to write them."""
LONGEST_LEG = 38
"""Of a kind that nothing says to be worn, longer figures than this are sides of something: curtains 52w x 84l."""
PAIR = re.compile(r"(?<![\d/])(\d{2})\s?/\s?(\d{2})(?![\d/])")
"""Waist and length as bare figures, of a kind whose sizes tell both."""
NEAR = 3
SIGN = re.compile(r"\d{1,2}[a-z]{1,2}")
"""A size of figure and letters, beside the word size: 2T, 3X, 34B."""
SHOES = ((3, 16), (34, 50))
"""Sizes of shoes in the usual systems."""
LETTER = "·"
"""Stands in the patterns for the one letter that may be a size."""


def size_demands(page: Page) -> list[Constraint]:
    """The sizes asked for, of a kind whose sizes are names; those of kinds that the catalogue lacks too."""
    column = _column(page)
    if column is None and page.lexicon.number_of(page.types) and not names_sort(page, "worn"):
        return []
    worn = _is_worn(page, column)
    found = _waists(page, column) if worn or page.lexicon.number_of(page.types) else _waists(page, column, LONGEST_LEG)
    found += _with_width(page, column) if worn or names_sort(page, "worn") else []
    found += either_sizes(page, column) if column is not None and page.lexicon.number_of(page.types) else []
    for index, span in enumerate(page.spans):
        if index in page.used:
            continue
        text = _named(page, index, column, worn)
        told = "size" in span.roles.get("concept", ()) or span.cue("size_system")
        if text is None or not (told or _stands_alone(page, index, worn)):
            continue
        at, value = text
        members = sorted({index, at})
        soft = softened(page, members)
        refused = refused_figure(page, members[0], members[-1])
        members = sorted({*members, *refused})
        said = page.said(members)
        page.take((*members, *(soft or ())))
        op = "!=" if refused else "="
        found.append(Constraint(column.name if column else FIELD, op, value, None, not soft, said))
    return found or _bare(page, column)


def _bare(page: Page, column: FieldWords | None) -> list[Constraint]:
    """A figure right behind the kind, or behind whom it is made for, that is one of its sizes, with nothing that makes
    it another: sandals 39, socks 43-46."""
    if column is None or not page.lexicon.number_of(page.types):
        return []
    for index, span in enumerate(page.spans):
        figure = span.quantity
        if (
            figure is None
            or index in page.used
            or not (_is_alone(page, index) or (index and _sized(page.spans[index - 1])))
        ):
            continue
        amount = amount_at(page, index)
        ranged = figure.high is not None
        if figure.unit or figure.currency or (amount.bounded and not ranged) or amount.priced or amount.naming:
            continue
        sold = sold_figures(page, column)
        text = f"{figure.value:g}-{figure.high:g}" if ranged else f"{figure.value:g}"
        if is_sold_range(page, figure) or (sold and not ranged and min(sold) <= figure.value <= max(sold)):
            page.take([index])
            return [
                Constraint(
                    column.name, "=", _spelt(page, text, column), None, ranged or amount.firm, page.said([index])
                )
            ]
    return []


def _is_alone(page: Page, index: int) -> bool:
    """Whether a figure is all that is said beside small words."""
    return all(at == index or span.mark or page.is_filler(at) for at, span in enumerate(page.spans))


def _sized(before: Span) -> bool:
    """Whether a size may stand right behind a phrase: the kind, or whom it is for."""
    return (
        "type" in before.roles or "genders" in before.roles.get("person", ()) or GENDER in before.roles.get("value", {})
    )


def is_sold_range(page: Page, figure: Quantity) -> bool:
    """Whether two bare figures are one size of the wanted kind: socks 43-46."""
    column = _column(page) if figure.high is not None and not (figure.unit or figure.currency) else None
    return (
        column is not None and figure.high is not None and _is_sold(page, f"{figure.value:g}-{figure.high:g}", column)
    )


def is_size_pair(page: Page, index: int) -> bool:
    """Whether two bare figures are sizes of the wanted kind of which either will do: 42 or 43."""
    return is_either_size(page, index, _column(page))


def _waists(page: Page, column: FieldWords | None, longest: float = math.inf) -> list[Constraint]:
    found = []
    told = dialogue().patterns["patterns"].get("waist_and_leg")
    worded = told.finditer(page.reading.plain) if told is not None else ()
    for match in (*WAIST.finditer(page.reading.plain), *worded, *(_pairs(page, column) if column else ())):
        members = [at for at, span in enumerate(page.spans) if span.start < match.end() and span.end > match.start()]
        waist, length = (figure for figure in match.groups() if figure)
        if int(length) > longest:
            continue
        value = _spelt(page, f"W{waist}/L{length}", column)
        page.take(members)
        found.append(Constraint(column.name if column else FIELD, "=", value, None, True, page.said(members)))
    return found


def _with_width(page: Page, column: FieldWords | None) -> list[Constraint]:
    """The size of shoes behind which it stands how wide they are: 6.5 narrow."""
    pattern = dialogue().patterns["patterns"].get("width_behind_size")
    for match in pattern.finditer(page.reading.plain) if pattern is not None else ():
        members = [at for at, span in enumerate(page.spans) if span.start < match.end() and span.end > match.start()]
        if any(low <= float(match[1]) <= high for low, high in SHOES) and page.used.isdisjoint(members):
            page.take(members[:1])
            value = _spelt(page, match[1], column)
            return [Constraint(column.name if column else FIELD, "=", value, None, True, page.said(members))]
    return []


def _pairs(page: Page, column: FieldWords) -> list[re.Match[str]]:
    """The bare pairs of figures of a kind that has sizes of waist and length: jeans 29/30."""
    told = (
        value.text
        for said, one in page.lexicon.values.items()
        if (value := one.get(column.name)) and value.held_by(page.types)
    )
    if not any(WAIST.search(text.lower()) for text in told):
        return []
    return list(PAIR.finditer(page.reading.plain))


def _column(page: Page) -> FieldWords | None:
    """The column of size names that the wanted kind fills; any, where the catalogue doesn't list the kind."""
    known = page.lexicon.number_of(page.types)
    one = page.columns.of_concept("size", ("text",), page.types if known else ())
    if one is None or page.columns.ranks("size").get(one.name, 100) >= 100:
        return lettered_column(page) if known else None
    return one if not known or page.columns.share(one, page.types) >= FILLED else None


def _stands_alone(page: Page, index: int, worn: bool) -> bool:
    """Whether a phrase is a size wherever it stands (XL), or of what is `worn` (small, medium, large, in L)."""
    span = page.spans[index]
    if len(span.key) == 1 and span.key.upper() in dialogue().phrases["sizes"]:
        rest = page.reading.plain[: span.start] + LETTER + page.reading.plain[span.end :]
        return worn and dialogue().matches("letter_alone", rest)
    if "letter_size" not in span.roles or len(span.key) < 2 or "filler" in span.roles:
        return False
    if span.latin and span.key.isascii() and span.key.isalpha() and span.key in _words_for_size():
        return worn and not any(page.spans[at].cue("with", "not") for at in page.before(index, 1))
    return "wish" not in span.roles


@lru_cache(maxsize=1)
def _words_for_size() -> frozenset[str]:
    """The sizes of letters that one plain word says, and that other things than clothes may be too."""
    named = dialogue().phrases["sizes"]
    return frozenset(key(word) for size in ("S", "M", "L") for word in named.get(size, ()) if len(word) > 1)


def _is_worn(page: Page, column: FieldWords | None) -> bool:
    """Whether the wanted kind comes in sizes of letters: by its records, or by what the kind's own name says."""
    if page.lexicon.number_of(page.types):
        letters = [page.lexicon.values.get(key(size), {}) for size in dialogue().phrases["sizes"]]
        return column is not None and any(
            column.name in one and one[column.name].held_by(page.types) for one in letters
        )
    return names_sort(page, "worn")


def _named(page: Page, index: int, column: FieldWords | None, worn: bool) -> tuple[int, str] | None:
    """Where the size beside this word (or the word itself) stands, and what it is."""
    if _stands_alone(page, index, worn):
        span = page.spans[index]
        return index, _spelt(page, min(span.roles.get("letter_size", (span.key.upper(),))), column)
    places = [*page.before(index, 1)]
    after = index + 1
    while (
        after < len(page)
        and after <= index + NEAR
        and not _is_letter(page.spans[after])
        and (page.is_filler(after) or page.spans[after].key == ":")
    ):
        after += 1
    for at in _nearest(page, index, after, places):
        if not page.free(at):
            continue
        span = page.spans[at]
        if "letter_size" in span.roles:
            return at, _spelt(page, min(span.roles["letter_size"]), column)
        sign = _sign(page, at, worn or column is not None) if at == after else None
        if sign is not None:
            plain = sign.rstrip(string.ascii_uppercase)
            return at, plain if _is_sold(page, plain, column) else _spelt(page, sign, column)
        if span.latin and key(span.key) in {key(size) for size in dialogue().phrases["sizes"]}:
            return at, _spelt(page, span.key.upper(), column)
        figure = span.quantity
        if figure is None or figure.unit or figure.currency:
            continue
        text = f"{figure.value:g}" if figure.high is None else f"{figure.value:g}-{figure.high:g}"
        spelt = _spelt(page, text, column)
        named = not page.lexicon.number_of(page.types) and at == after
        if spelt != text or figure.high is None or key(text) in page.lexicon.values or named:
            return at, spelt
    return None


def _nearest(page: Page, index: int, after: int, places: Sequence[int]) -> Sequence[int]:
    """Where the size may stand, the likeliest first: right before a word of a script without spaces, 32码 70以内."""
    glued = index > 0 and not page.spans[index].latin and page.spans[index - 1].end == page.spans[index].start
    figure = glued and page.spans[index - 1].quantity is not None
    return (index - 1, after, *places) if figure else (after, index - 1, *places)


def _is_letter(span: Span) -> bool:
    """Whether a letter is a size, though the same letter is left over from little words (I'm) elsewhere."""
    return span.latin and len(span.key) == 1 and span.key.upper() in dialogue().phrases["sizes"]


def _is_sold(page: Page, text: str, column: FieldWords | None) -> bool:
    """Whether the wanted kind comes in this size."""
    value = page.lexicon.values.get(key(text), {}).get(column.name) if column is not None else None
    return value is not None and bool(value.held_by(page.types))


def _sign(page: Page, at: int, worn: bool) -> str | None:
    """The size that figure and letters are: as they stand, or the size of letters that they are short for (3X)."""
    span = page.spans[at]
    said = page.reading.plain[span.start : span.end]
    if not SIGN.fullmatch(said) or (span.quantity is not None and not worn):
        return None
    letters = dialogue_roles(places()).get(key(f"{said}l"), {}).get("letter_size") if said.endswith("x") else None
    return min(letters) if letters else said.upper()


def _spelt(page: Page, text: str, column: FieldWords | None) -> str:
    """The size as the catalogue spells it."""
    values = page.lexicon.values.get(key(text), {})
    return values[column.name].text if column is not None and column.name in values else text
