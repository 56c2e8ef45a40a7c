"""Demands that the shopper takes back: any brand, forget the price, 价格无所谓."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.understanding.figures.refused_figures import refused_figures
from assistant.understanding.figures.wishes import comparative_of
from assistant.understanding.lexicon.words import key
from assistant.understanding.message.page import Page
from assistant.understanding.message.reading import Span
from assistant.understanding.qualities.denied_kinds import leave_kind
from assistant.understanding.qualities.feature_columns import column_for
from catalog.product import Constraint

REACH = 5
REFUSALS = frozenset({"!=", "not_in"})
CHOSEN = frozenset({"colour", "material", "size", "connectivity"})
"""What "any" can be said of though nothing was demanded."""
OWN = {"price": "price", "brand": "brand", "rating": "rating", "stock": "stock"}


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
        back = "takes_back" in roles
        target = None
        if "before" in roles:
            target = _target(page, range(index + 1, min(len(page), index + 1 + REACH)), strict, back)
        if target is None and "after" in roles:
            target = _target(page, range(index - 1, max(-1, index - 1 - REACH), -1), strict, back)
        if target is None and "before" in roles and _means_it(page, index + 1):
            target = _said_elsewhere(page, index)
        if target is None:
            continue
        at, dropped, whole = target
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


def _wishes_after(page: Page, at: int) -> bool:
    return page.spans[at].cue("soft_after") and not page.spans[at].cue("hedge")


def _others_of(page: Page, one: Constraint) -> Constraint | None:
    """What is left of a demand for one of several where the message names only some of them: 把三星去掉."""
    if one.op != "in" or not isinstance(one.value, tuple):
        return None
    said = {key(text) for span in page.spans for text in _texts(span)}
    left = tuple(value for value in one.value if key(str(value)) not in said)
    if not left or len(left) == len(one.value):
        return None
    return replace(one, op="in" if len(left) > 1 else "=", value=left if len(left) > 1 else left[0])


def _texts(span: Span) -> tuple[str, ...]:
    return (*span.roles.get("brand", ()), *(value.text for value in span.roles.get("value", {}).values()))


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


def _drop_unneeded(page: Page, index: int, fields: dict[str, list[Constraint]]) -> None:
    """Takes back what is held and not needed any more (no GPS needed); what was never demanded is left to others."""
    for at in range(index - 1, max(-1, index - 1 - REACH), -1):
        if page.ends_clause(at) or at in page.used:
            return
        if page.spans[at].cue("not"):
            target = next((found for one in range(at + 1, index) if (found := _meant(page, one, True))), None)
            held = {one.field for one in page.state.ledger if one.op not in ("!=", "not_in") and one.value is not False}
            if target is None or not ({one.field for one in target[1]} | set(target[2])) & held:
                return
            page.take([at, index, *target[0]])
            for one in target[1]:
                fields.setdefault(one.field, []).append(one)
            for field in target[2]:
                fields.setdefault(field, [])
            return


def _means_it(page: Page, index: int) -> bool:
    """Whether what is taken back is only "it" or "that"."""
    return index >= len(page) or "this" in page.spans[index].roles.get("pointing", frozenset())


def _said_elsewhere(page: Page, index: int) -> Target | None:
    """What is held and named anywhere else in the message: I changed my mind about the width, drop it."""
    for at in (*range(index - 1, -1, -1), *range(index + 1, len(page))):
        if at in page.used or page.spans[at].mark:
            continue
        found = _meant(page, at, True)
        held = {one.field for one in page.state.ledger}
        if found is not None and (found[1] or set(found[2]) & held):
            return found
    return None


Target = tuple[list[int], Sequence[Constraint], Sequence[str]]


def _target(page: Page, places: range, strict: bool, back: bool = False) -> Target | None:
    for at in places:
        if page.ends_clause(at) or at in page.used:
            return None
        span = page.spans[at]
        if span.quantity is not None and not span.quantity.maybe_name:
            return _said_amount(page, at)
        found = (None if strict else _listed_values(page, at, places.step)) or _meant(page, at, strict, back)
        if found is not None:
            return found
        if "type" in span.roles or (
            not page.is_filler(at)
            and not span.cue("one", "with", "price", "any", "at_most", "at_least", "not", "want")
            and "forget" not in span.roles
        ):
            return None
    return None


def _meant(page: Page, at: int, strict: bool, back: bool = False) -> Target | None:
    span = page.spans[at]
    ledger = page.state.ledger
    holding = page.columns.containing(span.key) if "type" in span.roles else ()
    if parts := [one.field for one in ledger if one.field in holding]:
        return [at], (), parts  # Forget about the heads: brush heads, of a toothbrush.
    if not span.roles.keys() - {"known", "tint"}:
        # A word of the demand itself names it, whatever column it went to.
        run = _unread_around(page, at)
        word = "".join(page.spans[one].key for one in run)
        own = [one for one in ledger if len(word) > 1 and word in key(one.said)]
        if own:
            return run, own, ()
    concepts = span.roles.get("concept", frozenset())
    if concepts or "field" in span.roles:
        own = [OWN[name] for name in sorted(concepts & OWN.keys())]
        if strict and "type" in span.roles and not any(one.field in own for one in ledger):
            return None  # Any labels: the goods, and no maker of them.
        if own:
            return [at], (), own
        names = {name for concept in concepts for name, rank in page.columns.ranks(concept).items() if rank < 110}
        names |= set(span.roles.get("field", ()))
        held = [one.field for one in ledger if one.field in names or one.field in concepts]
        if held:
            return [at], (), held
        if "feature" not in span.roles and "thing" not in span.roles and (not strict or concepts & CHOSEN):
            column = next(
                (page.columns.of_concept(one, ("text", "number"), page.types) for one in sorted(concepts)), None
            )
            return ([at], (), [column.name]) if column is not None else None
    lack = page.columns.lack_of(span.key, span.roles.get("thing", frozenset()))
    if lack is not None and any(one.field == lack.name for one in ledger):
        return [at], (), [lack.name]
    column = column_for(page, span) if "feature" in span.roles or "thing" in span.roles else None
    named = {key(text) for text in _texts(span)}
    allowed = [one for one in ledger if (back or one.op in ("!=", "not_in")) and _names(one) & named]
    if strict and allowed:
        return [at], allowed, ()
    told = page.reading.plain[span.start : span.end]
    own = [one for one in ledger if one.said and key(one.said) == span.key] if "value" in span.roles else []
    if own and not allowed:
        return [at], own, ()
    held = any(one.field == column.name if column is not None else one.value == told for one in ledger)
    if strict and not held:
        return None
    if "feature" in span.roles or "thing" in span.roles:
        names = {column.name} if column is not None else {told}
        fields = [one.field for one in ledger if one.field in names or one.value == told]
        fields = fields or [one.field for one in ledger if len(span.key) > 1 and span.key in key(one.field)]
        return [at], (), fields or sorted(names)
    for role, texts in (
        ("brand", span.roles.get("brand", ())),
        ("value", [one.text for one in span.roles.get("value", {}).values()]),
    ):
        if texts:
            dropped = [one for one in ledger if _names(one) & {key(text) for text in texts}]
            if dropped:
                return [at], dropped, ()
            if role == "brand":
                return None
            if not strict:
                return [at], (), ()  # No need for 5G, of which nothing was said: it is no demand either.
    if "wish" in span.roles:
        field = comparative_of(page, at)
        held = [one.field for one in ledger if one.field == field]
        return ([at], (), held) if held else None
    if "person" in span.roles:
        dropped = [
            one for one in ledger if one.field in ("use", "recipient", "occasion") and key(str(one.value)) == span.key
        ]
        return ([at], dropped, ()) if dropped else None
    return None


def _unread_around(page: Page, at: int) -> list[int]:
    """The signs around this one that nothing has read and that stand together as one word."""
    if page.spans[at].latin:
        return [at]
    first = last = at
    while first > 0 and _is_unread_sign(page, first - 1):
        first -= 1
    while last + 1 < len(page) and _is_unread_sign(page, last + 1):
        last += 1
    return list(range(first, last + 1))


def _is_unread_sign(page: Page, at: int) -> bool:
    span = page.spans[at]
    return at not in page.used and not span.roles and not span.latin and not span.mark and span.quantity is None


def _said_amount(page: Page, at: int) -> Target | None:
    """A figure that repeats a demand's own figure: forget the 500."""
    quantity = page.spans[at].quantity
    dropped = [one for one in page.state.ledger if quantity is not None and one.value == quantity.value]
    return ([at], dropped, ()) if dropped else None


def _names(one: Constraint) -> set[str]:
    values = one.value if isinstance(one.value, tuple) else (one.value,)
    return {key(value) for value in values if isinstance(value, str)}


def _limit_words(page: Page, last: int) -> list[int]:
    taken = []
    for at in range(last + 1, min(len(page), last + 3)):
        if "limit" in page.spans[at].roles.get("forget", frozenset()):
            taken.append(at)
        elif not page.is_filler(at):
            break
    return taken
