"""Features named by a form that makes ever new ones: sugar-free, non-slip, plant based."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.languages.dialogue import dialogue
from assistant.understanding.lexicon.columns import PART
from assistant.understanding.lexicon.words import key
from assistant.understanding.message.page import JOINS, Page
from assistant.understanding.message.polarity import denied, softened
from catalog.product import Constraint


def formed_demands(page: Page) -> list[Constraint]:
    """The demands for such features that no column or lexicon knew; a text of the catalogue may prove them."""
    found: list[Constraint] = []
    for members in formed_phrases(page):
        if page.used.intersection(members):
            continue
        refusal, soft = denied(page, members), softened(page, members)
        word = _completed(page, members)
        column = page.columns.absences.get(key(page.said(members[1:]))) if page.spans[members[0]].cue("not") else None
        if column is not None and column.held_by(page.types) and not refusal:
            page.take((*members, *(soft or ())))
            found.append(Constraint(column.name, "has", column.names[0], None, not soft, page.said(members)))
            continue
        said = page.said((*(refusal or ()), *members))
        page.take((*members, *(refusal or ()), *(soft or ())))
        found.append(Constraint(word, "!=" if refusal else "has", word, None, not soft, said))
    return found


def lacked_substances(page: Page) -> list[Constraint]:
    """What goods must be free of, however that is said: no gluten, free from nuts and soy, without parabens."""
    found: list[Constraint] = []
    for index in range(len(page)):
        refusal = denied(page, [index]) if _is_substance(page, index) else None
        if not refusal:
            continue
        soft = softened(page, [index])
        for at in _listed(page, index):
            span = page.spans[at]
            forms = dialogue().phrases["word_forms"]["lacked"]
            said = next(one for one in forms if one.isascii() is span.latin).format(span.key)
            word = page.lexicon.usual(said)
            found.append(Constraint(word, "has", word, None, not soft, page.said((*refusal, at))))
            page.take([at])
        page.take((*refusal, *(soft or ())))
    return found


def _listed(page: Page, first: int) -> list[int]:
    """The substances listed in one breath from this one on: gluten, nuts and soy."""
    members, at = [first], first + 1
    while at + 1 < len(page) and (page.spans[at].key in JOINS or page.spans[at].cue("and", "or")):
        at += 1
        if at + 1 < len(page) and page.spans[at].cue("and", "or"):
            at += 1
        if not _is_substance(page, at):
            break
        members.append(at)
        at += 1
    return members


def _is_substance(page: Page, index: int) -> bool:
    span = page.spans[index]
    said = page.reading.plain[span.start : span.end]
    named = index not in page.used and "type" not in span.roles and dialogue().matches("substance", said)
    return named and not _is_material(page, index)


def _is_material(page: Page, index: int) -> bool:
    """Whether the wanted goods' records tell of what they are made, and so whether of this: a pan, not aluminium."""
    told = [one for one, rank in page.columns.ranks("material").items() if rank < PART]
    columns = (page.lexicon.fields[one] for one in told if one in page.spans[index].roles.get("value", {}))
    return bool(page.types) and any(one.held_by(page.types) for one in columns)


def _completed(page: Page, members: Sequence[int]) -> str:
    """The feature's words, with the form that a later one of the same list shares: soy and dairy free is soy free."""
    shared = dialogue().patterns["patterns"].get("shared_form")
    start = page.spans[members[0]].start
    match = shared.match(page.reading.plain, start) if shared is not None else None
    said = page.said(members).casefold()
    return f"{said} {match['form']}" if match is not None and len(members) == 1 else said


def formed_phrases(page: Page) -> Sequence[tuple[int, ...]]:
    """The phrases of each such feature in the message."""
    pattern = dialogue().patterns["patterns"].get("formed_feature")
    if pattern is None:
        return ()
    found = []
    for match in pattern.finditer(page.reading.plain):
        inside = [
            (at, span) for at, span in enumerate(page.spans) if span.start < match.end() and span.end > match.start()
        ]
        if inside and inside[0][1].start >= match.start() and inside[-1][1].end <= match.end():
            found.append(tuple(at for at, _ in inside))
    return found
