"""Demands that the shopper takes back: any brand, forget the price, 价格无所谓."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.languages.dialogue import dialogue
from assistant.understanding.changes.named_demands import Target, meant, said_amount, texts, unread_around
from assistant.understanding.figures.refused_figures import refused_figures
from assistant.understanding.lexicon.words import key
from assistant.understanding.message.page import Page
from assistant.understanding.qualities.denied_kinds import leave_kind
from catalog.product import Constraint

REACH = 5
REFUSALS = frozenset({"!=", "not_in"})
WANTED = frozenset({"=", "in", "has"})


@dataclass(frozen=True, slots=True)
class Forgotten:
    """Fields to drop, and the demands on them that stay because only others were taken back."""

    fields: tuple[str, ...] = ()
    kept: tuple[Constraint, ...] = ()


def forgotten(page: Page) -> Forgotten:
    """What the message takes back; its words are used up."""
    fields: dict[str, list[Constraint]] = {}
    leave_kind(page)
    for members, old in refused_figures(page):
        page.take(members)
        fields.setdefault(old.field, []).append(old)
    for index, span in enumerate(page.spans):
        roles = span.roles.get("forget", frozenset())
        if index in page.used:
            continue
        if "after" in roles and any(_wishes_after(page, at) for at in page.after(index, 3)):
            continue  # Not necessary, but nice to have: a wish.
        if "unneeded" in roles:
            _drop_unneeded(page, index, fields)
        if not ({"before", "after"} & roles):
            continue
        strict = "needs_field" in roles
        if strict and "after" in roles and _widens(page, index):
            continue
        back = "takes_back" in roles
        target = None
        behind = range(index - 1, max(-1, index - 1 - REACH), -1)
        ahead = range(index + 1, min(len(page), index + 1 + REACH))
        if {"before", "after"} <= roles and _parted_behind(page, index):
            target = _target(page, behind, strict, back)
        if target is None and "before" in roles:
            target = _target(page, ahead, strict, back)
        if target is None and "after" in roles:
            target = _target(page, behind, strict, back)
        if target is None and "before" in roles and _means_it(page, index + 1):
            target = _said_elsewhere(page, index)
        if target is None:
            _pass_over(page, index)
            continue
        at, dropped, whole = _with_listed(page, index, target)
        named = {page.spans[one].key for one in at}
        again = [one for one, span in enumerate(page.spans) if page.free(one) and span.key in named]
        page.take([index, *at, *again, *_limit_words(page, max(index, *at))])
        for one in dropped:
            fields.setdefault(one.field, []).append(one)
        for field in whole:
            fields.setdefault(field, [])
    kept = [
        one for one in page.state.ledger if one.field in fields and fields[one.field] and one not in fields[one.field]
    ]
    kept += [left for one in page.state.ledger if one in fields.get(one.field, ()) if (left := _others_of(page, one))]
    return Forgotten(tuple(fields), tuple(kept))


def _pass_over(page: Page, index: int) -> None:
    """Uses up a condition that is called one and taken back, though nothing holds it: 叠放那条撤了."""
    limits = [at for at in page.before(index, 3) if "limit" in page.spans[at].roles.get("forget", frozenset())]
    named = [at for at in page.before(limits[0], 3) if not page.is_filler(at)] if limits else []
    roles = page.spans[named[0]].roles.keys() if named else {"type"}
    if not roles or {"feature", "thing", "value", "field", "concept"} & roles:
        page.take([index, limits[0], *unread_around(page, named[0])])


def _widens(page: Page, index: int) -> bool:
    """Whether another value than the one demanded is welcome as well: leather, then fabric is fine too."""
    if not dialogue().matches("also", page.reading.plain):
        return False
    named = next((at for at in range(index - 1, -1, -1) if not page.is_filler(at)), None)
    values = page.spans[named].roles.get("value", {}) if named is not None else {}
    wanted = {one.field: one for one in page.state.ledger if one.op in WANTED}
    return any(name in wanted and key(one.text) not in key(str(wanted[name].value)) for name, one in values.items())


def _parted_behind(page: Page, index: int) -> bool:
    """Whether a gap stands behind a phrase of a script that writes none: 颜色不限 价格也一样."""
    span = page.spans[index]
    return not span.latin and index + 1 < len(page) and page.spans[index + 1].start > span.end


def _wishes_after(page: Page, at: int) -> bool:
    return page.spans[at].cue("soft_after") and not page.spans[at].cue("hedge")


def _others_of(page: Page, one: Constraint) -> Constraint | None:
    """What is left of a demand for one of several where the message names only some of them: 把三星去掉."""
    if one.op != "in" or not isinstance(one.value, tuple):
        return None
    said = {key(text) for span in page.spans for text in texts(span)}
    left = tuple(value for value in one.value if key(str(value)) not in said)
    if not left or len(left) == len(one.value):
        return None
    return replace(one, op="in" if len(left) > 1 else "=", value=left if len(left) > 1 else left[0])


def not_taken_back(
    demands: Sequence[Constraint], drop: Forgotten, ledger: Sequence[Constraint]
) -> tuple[Constraint, ...]:
    """The demands without those that only name again what the message takes back: any colour if there's no red."""
    held = [one for one in ledger if one.field in drop.fields]
    again = {(one.field, str(one.value), one.op in REFUSALS) for one in held}
    return tuple(
        one
        for one in demands
        if (one.op in REFUSALS and (one.field, str(one.value), True) in again)
        or not {(one.field, str(one.value), flag) for flag in (True, False)} & again
    )


def _listed_values(page: Page, at: int, step: int) -> Target | None:
    """Several values of one column that are named together, so that all of it is meant: 男女无所谓."""
    columns, listed = set(page.spans[at].roles.get("value", {})), [at]
    for one in range(at + step, at + step * REACH, step):
        if not 0 <= one < len(page) or page.ends_clause(one):
            break
        named = columns & page.spans[one].roles.get("value", {}).keys()
        if named and one not in page.used:
            columns, listed = named, [*listed, one]
        elif not (page.is_filler(one) or page.spans[one].cue("and", "or")):
            break
    known = page.lexicon.fields
    told = sorted(name for name in columns if name in known and known[name].held_by(page.types))
    return (listed, (), told[:1]) if len(listed) > 1 and told else None


def _with_listed(page: Page, index: int, target: Target) -> Target:
    """What is taken back, with the held demands listed beside it: 价格和颜色都无所谓; any brand or size."""
    at, dropped, whole = list(target[0]), list(target[1]), list(target[2])
    step = -1 if at[-1] < index else 1
    held = {one.field for one in page.state.ledger}
    place = (min(at) if step < 0 else max(at)) + step
    while 0 <= place < len(page) and not page.ends_clause(place) and place not in page.used:
        span = page.spans[place]
        found = meant(page, place, True) if span.quantity is None and {"concept", "field"} & span.roles.keys() else None
        if found is not None and (found[1] or set(found[2]) & held):
            at, dropped, whole = [*at, *found[0]], [*dropped, *found[1]], [*whole, *found[2]]
        elif not (span.cue("and", "or") or page.is_filler(place)):
            break
        place += step
    return at, dropped, whole


def _drop_unneeded(page: Page, index: int, fields: dict[str, list[Constraint]]) -> None:
    """Takes back what is held and not needed any more (no GPS needed); what was never demanded is no demand then, or
    else left to others."""
    for at in range(index - 1, max(-1, index - 1 - REACH), -1):
        if page.ends_clause(at) or at in page.used:
            return
        if page.spans[at].cue("not"):
            target = next((found for one in range(at + 1, index) if (found := meant(page, one, True))), None)
            held = {one.field for one in page.state.ledger if one.op not in ("!=", "not_in") and one.value is not False}
            if target is None or not ({one.field for one in target[1]} | set(target[2])) & held:
                if _is_needless(page, at, index):
                    page.take(range(at, index + 1))  # No keypad needed: one that has it will do as well.
                return
            page.take([at, index, *target[0]])
            for one in target[1]:
                fields.setdefault(one.field, []).append(one)
            for field in target[2]:
                fields.setdefault(field, [])
            return


def _is_needless(page: Page, refusal: int, last: int) -> bool:
    """Whether all between a refusal and "needed" is something that goods of the kind may have, and none of what they
    may need themselves: no keypad needed, but no batteries required."""
    needs = page.columns.inner.needs
    parts = [page.spans[at] for at in range(refusal + 1, last) if not page.is_filler(at)]
    had = all({"feature", "thing"} & one.roles.keys() and one.key not in needs for one in parts)
    return bool(parts) and had and dialogue().matches("needless", page.reading.plain[page.spans[last].start :])


def _means_it(page: Page, index: int) -> bool:
    """Whether what is taken back is only "it" or "that"."""
    return index >= len(page) or "this" in page.spans[index].roles.get("pointing", frozenset())


def _said_elsewhere(page: Page, index: int) -> Target | None:
    """What is held and named anywhere else in the message: I changed my mind about the width, drop it."""
    for at in (*range(index - 1, -1, -1), *range(index + 1, len(page))):
        if at in page.used or page.spans[at].mark:
            continue
        found = meant(page, at, True)
        held = {one.field for one in page.state.ledger}
        if found is not None and (found[1] or set(found[2]) & held):
            return found
    return None


def _target(page: Page, places: range, strict: bool, back: bool = False) -> Target | None:
    for at in places:
        if page.ends_clause(at) or at in page.used:
            return None
        span = page.spans[at]
        if span.quantity is not None and not span.quantity.maybe_name:
            return said_amount(page, at)
        found = (None if strict else _listed_values(page, at, places.step)) or meant(page, at, strict, back)
        if found is not None:
            return found
        if "type" in span.roles or (
            not page.is_filler(at)
            and not ("filler" in span.roles and span.cue("and"))
            and not span.cue("one", "with", "price", "any", "at_most", "at_least", "not", "want")
            and "forget" not in span.roles
        ):
            return None
    return None


def _limit_words(page: Page, last: int) -> list[int]:
    taken = []
    for at in range(last + 1, min(len(page), last + 3)):
        if "limit" in page.spans[at].roles.get("forget", frozenset()):
            taken.append(at)
        elif not page.is_filler(at):
            break
    return taken
