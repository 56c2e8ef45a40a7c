"""What a question about a product asks for: does it have USB-C, how heavy is it, 这款防水吗."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.languages.dialogue import dialogue
from assistant.understanding.intents.topics import asks_policy, topic_of
from assistant.understanding.lexicon.catalogue_lexicon import FieldWords
from assistant.understanding.message.page import Page
from assistant.understanding.wants.naming.made_for import is_known_kind
from catalog.product import Constraint

OWN = ("price", "brand", "rating", "stock")
KINDS = ("number", "text", "boolean")
ANYWHERE = ""
"""The field of what may stand anywhere in a record: no column is called so."""
MORE = (("more_of", ">"), ("less_of", "<"))
MOST = (("most_behind", ">"), ("least_behind", "<"))
NO_NAME = frozenset({"filler", "cue", "pointing", "ordinal", "particle", "forget", "number"})


def asked_of(page: Page, demands: Sequence[Constraint]) -> tuple[Constraint, ...]:
    """The facts that are asked for: the demands that the words would make, then the columns they name."""
    counted = _counted(page)
    if counted:
        return counted
    found = [one for one in demands if one.value is not None]
    fields = {one.field for one in found}
    free = [index for index in range(len(page)) if page.spans[index].quantity is None]
    named = [index for index in free if index not in page.used] if found else free
    for index in sorted(named, key=lambda index: index in page.used):
        field = _column(page, index)
        if field is not None and field not in fields:
            fields.add(field)
            found.append(Constraint(field, "has", None, None, True, page.said([index])))
    if not found:  # The cheapest one, is it loud? A quality is asked about by the measure behind it.
        found = [replace(one, op="has", firm=True) for one in demands if one.field]
    told = [one for one in found if not dialogue().matches("bare_measure", one.said.casefold())]
    return tuple(told or ([] if _is_of_stuff(page) else found))


def _counted(page: Page) -> tuple[Constraint, ...]:
    """The column that counts what a question for a number names: how many LAN ports, 几个网口."""
    for index, span in enumerate(page.spans):
        before = page.reading.plain[: span.start].rstrip()
        if span.mark or not dialogue().matches("counts_behind", before):
            continue
        named = [page.lexicon.fields[name] for name in span.roles.get("field", ()) if name in page.lexicon.fields]
        numbers = [one for one in named if one.kind == "number" and one.held_by(page.types)]
        best = max(numbers, key=lambda one: (page.columns.share(one, page.types), one.name), default=None)
        if best is not None:
            return (Constraint(best.name, "has", None, None, True, page.said([index])),)
    return ()


def _is_of_stuff(page: Page) -> bool:
    """Whether a question for an amount is for one of what it names next, and no price: how much water goes in."""
    for index, span in enumerate(page.spans[:-1]):
        if "price" in span.roles.get("concept", ()) and dialogue().matches("bare_measure", _said(page, index)):
            after = page.spans[index + 1]
            return not (after.mark or {"filler", "cue", "pointing", "particle"} & after.roles.keys())
    return False


def is_of_shown(page: Page, served: bool) -> bool:
    """Whether a message takes what is on screen (拿下), or asks how fast or heavy a product of it is by its place and,
    where `served`, isn't surely about a service."""
    text = page.reading.plain
    placed = any("ordinal" in span.roles for span in page.spans) and dialogue().matches("asks_measure", text)
    return dialogue().matches("takes_it", text) or (placed and not served) or _tells_why(page)


def _tells_why(page: Page) -> bool:
    """Whether a message asks of one by its place, and of no rule of the shop: 第二款掉毛不，客人投诉过."""
    first = next((at for at, span in enumerate(page.spans) if span.mark), len(page))
    clause = page.reading.plain[: page.spans[first].start] if first < len(page) else page.reading.plain
    asks = dialogue().matches("question", clause) and not (asks_policy(clause) or topic_of(clause, shopping=False))
    return asks and ("ordinal" in page.spans[0].roles or _places_apart(page, first))


def _places_apart(page: Page, first: int) -> bool:
    """Whether all that follows the question is the place on screen of what is asked about: 保修几年的？第二款."""
    rest = [span for span in page.spans[first:] if not span.mark]
    return (
        bool(rest)
        and all({"ordinal", "pointing", "filler"} & span.roles.keys() for span in rest)
        and any("ordinal" in span.roles for span in rest)
    )


def most_of(page: Page) -> Constraint | None:
    """The column of figures that a word for more or less stands before: which has more shaving time?"""
    for index, span in enumerate(page.spans):
        before = page.reading.plain[: span.start]
        behind = page.reading.plain[span.end :]
        sides = [op for name, op in MORE if dialogue().matches(name, before)]
        sides += [op for name, op in MOST if dialogue().matches(name, behind)]
        best = dialogue().matches("best_of", before)
        sides += ["<" if "price" in span.roles.get("concept", ()) else ">"] * best
        field = _column(page, index) if sides and not span.mark and span.quantity is None else None
        if field is not None and page.lexicon.fields[field].kind == "number":
            return Constraint(field, sides[0], None, None, False, page.said([index]))
    return None


def words_asked(page: Page) -> tuple[Constraint, ...]:
    """What a question names and no column of the catalogue holds: to be looked for in the record's own words."""
    if not dialogue().matches("question", page.reading.plain):
        return ()
    named = [
        index
        for index, span in enumerate(page.spans)
        if not span.mark
        and (index not in page.used or is_known_kind(span))
        and span.quantity is None
        and index not in page.pointing
        and not NO_NAME & span.roles.keys()
        and ("blocker" not in span.roles or "known" in span.roles)
    ]
    said = page.said(named)
    return (Constraint(ANYWHERE, "has", said, None, True, said),) if said else ()


def _called_so(page: Page, concept: str) -> FieldWords | None:
    """The column that these types hold and that is called like the concept itself, however few records fill it."""
    ranks = page.columns.ranks(concept)
    fields = [page.lexicon.fields[name] for name, rank in sorted(ranks.items()) if not rank]
    return next((one for one in fields if one.kind in KINDS and one.held_by(page.types)), None)


def _called_with_before(page: Page, index: int) -> str | None:
    """The column that is called by the word before and this one together: the write speed."""
    if not index or page.spans[index - 1].mark or page.is_filler(index - 1):
        return None
    both = page.reading.plain[page.spans[index - 1].start : page.spans[index].end]
    named = [one for one in page.lexicon.fields.values() if both in one.names and one.held_by(page.types)]
    return named[0].name if len(named) == 1 else None


def _said(page: Page, index: int) -> str:
    return page.reading.plain[page.spans[index].start : page.spans[index].end]


def _column(page: Page, index: int) -> str | None:
    roles = page.spans[index].roles
    concepts = sorted(roles.get("concept", frozenset()))
    for concept in concepts:
        if concept in OWN:
            return concept
    whole = _called_with_before(page, index)
    if whole is not None:
        return whole
    held = []
    for place, concept in enumerate(concepts):
        column = _called_so(page, concept) or page.columns.of_concept(concept, KINDS, page.types)
        if column is not None and column.held_by(page.types):
            held.append((page.columns.ranks(concept).get(column.name, 200.0), place, column.name))
    if held:
        return min(held)[2]
    named = [page.lexicon.fields[name] for name in roles.get("field", ()) if name in page.lexicon.fields]
    best = max(named, key=lambda one: (one.held_by(page.types), one.name), default=None)
    if best is not None and best.held_by(page.types) and "filler" not in roles and "type" not in roles:
        return best.name
    return None
