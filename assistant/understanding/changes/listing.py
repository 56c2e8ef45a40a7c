"""A value that joins one said before: white, then "green is fine too"; without a timer would do as well."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.languages.dialogue import dialogue
from assistant.understanding.changes.other_than_held import other_than_held
from assistant.understanding.figures.refused_figures import in_their_place
from assistant.understanding.lexicon.words import key
from assistant.understanding.message.page import Page
from catalog.product import Constraint

WANTED = frozenset({"=", "in"})
HAD = frozenset({"=", "has"})
BOUNDS = frozenset({"<", "<=", ">", ">="})


def also_wanted(page: Page, demands: Sequence[Constraint]) -> tuple[tuple[Constraint, ...], tuple[str, ...]]:
    """The demands, each that only widens an earlier one of its field joined with it, and the fields that no longer
    matter since their opposite is welcome as well."""
    demands = other_than_held(page, demands)
    if dialogue().matches("or_not", page.reading.plain):
        either = {name for one in page.spans for name in one.roles.get("feature", ())} | {one.field for one in demands}
        held = {one.field for one in page.state.ledger if _is_had_or_not(one)} & either
        if held:
            return tuple(one for one in demands if not _is_had_or_not(one)), tuple(sorted(held))
    demands = _in_place_of_held(page, in_their_place(page, demands))
    demands = [replace(one, firm=False) if _is_allowed(page, one) else one for one in demands]
    if dialogue().matches("prefers_now", page.reading.plain):
        demands = [replace(one, firm=True) if _is_switch(page, one) else one for one in demands]
    wired = _frees_radio(page)
    if wired:
        kept = tuple(one for one in demands if not dialogue().matches("wireless", one.said.casefold(), "lacking"))
        return kept, wired
    demands, given_up = _conceded(page, demands)
    if given_up:
        return demands, given_up
    if dialogue().matches("instead", page.reading.plain):
        held = {one.field for one in page.state.ledger}
        named = (one.field for one in demands if one.op in HAD and isinstance(one.value, str))
        return tuple(demands), tuple(name for name in dict.fromkeys(named) if name in held and name != "brand")
    conceded = dialogue().matches("conceded", page.reading.plain) and all(_lacks(one) for one in demands if one.firm)
    conceded = conceded and any(_lacks(one) and not _is_excepted(page, one) for one in demands)
    if not (conceded or dialogue().matches("also", page.reading.plain)):
        return tuple(demands), ()
    permits = conceded or dialogue().matches("permits", page.reading.plain)
    free = tuple(
        one.field
        for one in demands
        if not _is_excepted(page, one)
        and ((permits and _lacks(one)) or _welcomes_the_opposite(page, one) or _allows_again(page, one))
    )
    joined = tuple(_joined(page, one) for one in demands)
    return tuple(one for one in joined if one.field not in free or one.op == "in"), free


def _is_excepted(page: Page, one: Constraint) -> bool:
    """Whether a refusal only limits what the words before it allow: used is fine, but not from Sony."""
    before, said, _ = page.reading.plain.partition(one.said.casefold())
    end = max(dialogue().matched(name, before)[1] for name in ("conceded", "also", "permits"))
    return _lacks(one) and end > 0 and dialogue().matches("excepts", f"{before[end:]}{said}")


def _in_place_of_held(page: Page, demands: Sequence[Constraint]) -> tuple[Constraint, ...]:
    """The demands without refusals of what was wanted so far, where another value is named next in its place: not
    black, white instead."""
    text = page.reading.text
    places = {one.field: text.rfind(one.said) for one in demands if one.op in WANTED and one.firm and _is_value(one)}
    held = [one for one in page.state.ledger if one.op in WANTED and one.field in places]
    replaced = {(one.field, value) for one in held for value in _several(one.value)}
    return tuple(
        one
        for one in demands
        if not (one.op == "!=" and (one.field, one.value) in replaced and text.find(one.said) < places[one.field])
    )


def _frees_radio(page: Page) -> tuple[str, ...]:
    """The fields that ask for one kind of radio, where a cable is welcome too: Bluetooth, then wired is also fine."""
    said = page.reading.plain
    welcome = dialogue().matches("conceded", said) or dialogue().matches("also", said)
    if not welcome or not dialogue().matches("wireless", said, "lacking"):
        return ()
    names = {key(word) for word in dialogue().phrases["features"]["bluetooth"]}
    held = (one.field for one in page.state.ledger if {key(str(one.value)), key(one.field)} & names)
    return tuple(dict.fromkeys(held))


def _conceded(page: Page, demands: Sequence[Constraint]) -> tuple[tuple[Constraint, ...], tuple[str, ...]]:
    """The demands without comparisons that are only allowed (heavier is fine, up to 4 kg), and the fields whose bound
    no longer holds."""
    wished = {page.said([at]) for at, span in enumerate(page.spans) if "wish" in span.roles and span.quantity is None}
    beyond = [one for one in demands if one.op in BOUNDS and _is_beyond_held(page, one)]
    if beyond and dialogue().matches("conceded", page.reading.plain):
        return tuple(one for one in demands if one not in beyond), tuple(sorted({one.field for one in beyond}))
    held = page.state.ledger
    allowed = [one for one in demands if one.op in ("<", ">") and one.said in wished]
    allowed = [one for one in allowed if one.value is not None or any(_is_against(old, one) for old in held)]
    if not allowed or not dialogue().matches("conceded", page.reading.plain):
        return tuple(demands), ()
    rest = tuple(one for one in demands if one not in allowed)
    bound = {one.field for one in rest}
    kept = []
    for one in allowed:
        old = next((old for old in page.state.ledger if old.field == one.field and old.firm), None)
        if old is not None and old.op == "=" and old.field not in bound:
            kept.append(replace(old, op=f"{one.op}="))
    fields = {old.field for one in allowed for old in page.state.ledger if _is_against(old, one)}
    return (*rest, *kept), tuple(sorted(fields - bound))


def _is_allowed(page: Page, one: Constraint) -> bool:
    """Whether a thing that was neither asked about nor spoken of before is only called fine: refurbished is fine, black
    ok."""
    if not (one.op == "has" or (one.op in WANTED and all(isinstance(value, str) for value in _several(one.value)))):
        return False
    behind = page.reading.plain.partition(one.said.casefold())[2]
    start, end = dialogue().matched("conceded", behind)
    column = page.lexicon.fields.get(one.field)
    held = any(old.field == one.field for old in page.state.ledger)
    asked = page.state.pending is not None and page.state.pending.field == one.field
    said = end > 0 and not behind[:start].strip() and not (held or asked)
    return said and (one.op != "has" or column is None or column.kind == "boolean")


def _is_switch(page: Page, one: Constraint) -> bool:
    """Whether another value than the one demanded so far is what the shopper would rather have."""
    held = any(old.field == one.field and old.firm and old.op in WANTED for old in page.state.ledger)
    return held and one.op in WANTED and isinstance(one.value, str)


def _is_beyond_held(page: Page, one: Constraint) -> bool:
    """Whether a bound says just what an earlier one rules out: over 100 g, of at most 100 g."""
    return any(_is_against(old, one) and old.unit == one.unit and old.value == one.value for old in page.state.ledger)


def _is_had_or_not(one: Constraint) -> bool:
    return one.op in ("has", "!=") or isinstance(one.value, bool)


def _is_against(old: Constraint, allowed: Constraint) -> bool:
    """Whether a bound so far rules out what is now allowed."""
    return old.field == allowed.field and old.op in BOUNDS and old.op[0] != allowed.op[0]


def _welcomes_the_opposite(page: Page, one: Constraint) -> bool:
    """Whether a thing that was asked for may now be lacking."""
    return _lacks(one) and any(old.field == one.field and old.op in HAD for old in page.state.ledger)


def _lacks(one: Constraint) -> bool:
    return one.value is False or one.op == "!="


def _allows_again(page: Page, one: Constraint) -> bool:
    """Whether a value that was ruled out is welcome after all."""
    return one.op in WANTED and any(
        old.field == one.field and old.op in ("!=", "not_in") and set(_several(old.value)) & set(_several(one.value))
        for old in page.state.ledger
    )


def _joined(page: Page, one: Constraint) -> Constraint:
    if isinstance(one.value, float) and one.op in ("=", "about"):
        bound = next((old for old in page.state.ledger if _is_short_of(old, one)), None)
        if bound is not None:
            return replace(one, op=bound.op, firm=bound.firm)
    held = [old for old in page.state.ledger if old.field == one.field and (old.firm or not one.firm)]
    former = next((old for old in held if old.firm), held[0] if held else None)
    bound = former is not None and former.op not in WANTED
    if former is not None and isinstance(one.value, float) and (bound or one.unit != former.unit):
        return replace(one, op=former.op if one.op == "=" and former.op in BOUNDS else one.op, firm=True)
    if former is not None and isinstance(one.value, float) and one.op not in WANTED:
        return replace(one, firm=True)
    if former is None or not (_is_value(one) and _is_value(former)):
        return one
    values = dict.fromkeys([*_several(former.value), *_several(one.value)])
    return replace(one, op="in", value=tuple(values), firm=former.firm)


def _is_value(one: Constraint) -> bool:
    """Whether a demand asks for one value of several: aluminium, and not that it be waterproof."""
    named = isinstance(one.value, str) and key(one.value) != key(one.field)
    return (one.op in WANTED and not isinstance(one.value, bool)) or (one.op == "has" and named)


def _is_short_of(old: Constraint, one: Constraint) -> bool:
    """Whether an earlier bound shuts out a figure that is welcome as well."""
    if old.field != one.field or old.unit != one.unit or not isinstance(old.value, float):
        return False
    assert isinstance(one.value, float)
    return one.value > old.value if old.op in ("<", "<=") else old.op in (">", ">=") and one.value < old.value


def _several(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else (value,)
