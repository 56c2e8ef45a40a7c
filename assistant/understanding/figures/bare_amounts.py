"""What tells a bare figure from money: that it counts something, stands in a name, or says what a thing is had for."""

from __future__ import annotations

from assistant.understanding.figures.corrections import HANDFUL
from assistant.understanding.message.amounts import Amount
from assistant.understanding.message.page import Page
from assistant.understanding.message.plurals import is_several

NAMED = ("value", "feature")


def counts(page: Page, amount: Amount) -> bool:
    """Whether the figure counts what follows it (at least 4 ports)."""
    last = max(amount.phrases)
    if _counts_before_bound(page, amount):
        return True
    if any(page.spans[at].cue("at_most_after", "at_least_after") for at in amount.phrases if at > amount.index):
        return False
    after = last + 1
    if after >= len(page):
        return False
    span = page.spans[after]
    if after in page.used and "concept" in span.roles:
        return False  # under 60, size 42: it named another figure.
    if not span.roles and is_several(page, after) and all(op[0] == ">" for op, _ in amount.bounds):
        return amount.index == last  # At least 128 notes.
    return (
        bool(span.roles.get("known") or "type" in span.roles or "value" in span.roles)
        and span.latin
        and not span.roles.get("cue")
        and "filler" not in span.roles
        and amount.index == last
    )


def _counts_before_bound(page: Page, amount: Amount) -> bool:
    """Whether a thing stands between the figure and a bound behind it, and is what is counted: 3 lights or more."""
    at = amount.index + 1
    if at >= max(amount.phrases) or at in amount.phrases or at in page.used or not page.spans[at].latin:
        return False
    roles = page.spans[at].roles
    return bool({"type", "value", "known"} & roles.keys()) and not roles.get("cue") and "filler" not in roles


def counts_unknown(page: Page, amount: Amount) -> bool:
    """Whether a word that nothing knows is written right to a bare figure, in a script without spaces (三层)."""
    after, quantity = amount.index + 1, page.spans[amount.index].quantity
    if quantity is None or quantity.unit or amount.priced or after >= len(page) or page.spans[after].latin:
        return False
    span = page.spans[after]
    return not span.roles and not span.mark and span.start == page.spans[amount.index].end


def stands_in_name(page: Page, amount: Amount) -> bool:
    """Whether the only bound is "about" and the figure follows a name (something like iphone 11)."""
    ops = {op for op, _ in amount.bounds}
    if ops != {"about"} or amount.index == 0:
        return False
    before, figure = page.spans[amount.index - 1], page.spans[amount.index]
    # In words it is no model's number: I was thinking eighty or so.
    digits = any(sign.isdigit() for sign in page.reading.plain[figure.start : figure.end])
    return digits and not before.roles and before.latin and not before.mark


def numbers_name(page: Page, amount: Amount) -> bool:
    """Whether a bare figure right behind a name in words is a part of it, whatever was asked: rtx 4070, android 15."""
    if amount.index == 0 or amount.naming:
        return False
    before = page.spans[amount.index - 1]
    named = not before.roles or bool({"feature", "value"} & before.roles.keys()) or before.roles.get("known") in NAMED
    tinted = any(name in page.columns.ranks("colour") for name in before.roles.get("value", {}))
    return (
        named and before.latin and not before.mark and not (tinted or "tint" in before.roles or before.roles.get("cue"))
    )


def counts_version(page: Page, amount: Amount) -> bool:
    """Whether a small bare figure says from which version on a named thing has to be: bluetooth 5.0 or higher."""
    quantity, upwards = page.spans[amount.index].quantity, all(op[0] == ">" for op, _ in amount.bounds)
    before = page.spans[amount.index - 1] if amount.index else None
    written = before is not None and before.end == page.spans[amount.index].start and not before.latin
    named = numbers_name(page, amount) or (
        written and before is not None and bool({"feature", "thing", "value"} & before.roles.keys())
    )
    return upwards and named and quantity is not None and quantity.value <= HANDFUL and quantity.high is None


def is_paid(page: Page, amount: Amount) -> bool:
    """Whether a bare figure that ends its clause is what a thing is to be had for: anything for 80."""
    quantity, after = page.spans[amount.index].quantity, max(amount.phrases) + 1
    ends = after >= len(page) or page.ends_clause(after)
    given = amount.index > 0 and page.spans[amount.index - 1].cue("for")
    return given and ends and quantity is not None and quantity.value > HANDFUL
