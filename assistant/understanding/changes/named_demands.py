"""Which earlier demands a phrase names: by their column, their value, their figure or their own words."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.understanding.figures.refused_figures import refused_figures
from assistant.understanding.figures.wishes import comparative_of
from assistant.understanding.lexicon.words import key
from assistant.understanding.message.page import Page
from assistant.understanding.message.reading import Span
from assistant.understanding.qualities.features.feature_columns import column_for
from assistant.understanding.wants.naming.heads import types_of
from catalog.product import Constraint

CHOSEN = frozenset({"colour", "material", "size", "connectivity"})
"""What "any" can be said of though nothing was demanded."""
OWN = {"price": "price", "brand": "brand", "rating": "rating", "stock": "stock"}
Target = tuple[list[int], Sequence[Constraint], Sequence[str]]
"""The phrases that name it, single demands, and whole fields."""


def texts(span: Span) -> tuple[str, ...]:
    """The brands and values that a phrase names."""
    return (*span.roles.get("brand", ()), *(value.text for value in span.roles.get("value", {}).values()))


def meant(page: Page, at: int, strict: bool, back: bool = False) -> Target | None:
    """What of the ledger a phrase names; `strict` for what is held only, `back` where a value itself is taken back."""
    span = page.spans[at]
    ledger = page.state.ledger
    holding = page.columns.containing(span.key) if "type" in span.roles else ()
    if parts := [one.field for one in ledger if one.field in holding]:
        return [at], (), parts  # Forget about the heads: brush heads, of a toothbrush.
    if not span.roles.keys() - {"known", "tint"}:
        # A word of the demand itself names it, whatever column it went to.
        run = unread_around(page, at)
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
    named = {key(text) for text in texts(span)}
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
    for role, told_texts in (
        ("brand", span.roles.get("brand", ())),
        ("value", [one.text for one in span.roles.get("value", {}).values()]),
    ):
        if told_texts:
            dropped = [one for one in ledger if _names(one) & {key(text) for text in told_texts}]
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


def unread_around(page: Page, at: int) -> list[int]:
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


def said_amount(page: Page, at: int) -> Target | None:
    """A figure that repeats a demand's own figure: forget the 500."""
    quantity = page.spans[at].quantity
    dropped = [one for one in page.state.ledger if quantity is not None and one.value == quantity.value]
    return ([at], dropped, ()) if dropped else None


def _names(one: Constraint) -> set[str]:
    values = one.value if isinstance(one.value, tuple) else (one.value,)
    return {key(value) for value in values if isinstance(value, str)}


def is_part_taken_back(page: Page, heads: Sequence[int]) -> bool:
    """Whether a kind is a part that was demanded, and something is taken back (speakers don't matter any more), or what
    an earlier figure is of that is put right: the laptop is 15.6 inch, not 14."""
    want = page.state.want
    if want is not None and heads and not set(types_of(page, heads)) & set(want.types) and refused_figures(page):
        return True
    if want is None or not heads or not any("forget" in span.roles for span in page.spans):
        return False
    bare = Page(page.reading, page.columns, page.state, page.language, page.guess)
    bare.types = want.types
    column = column_for(bare, page.spans[heads[0]])
    return column is not None and any(one.field == column.name for one in page.state.ledger)
