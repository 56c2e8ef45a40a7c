"""Demands on the price."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from assistant.languages.dialogue import dialogue
from assistant.understanding.figures.ages import age_from
from assistant.understanding.figures.bare_amounts import (
    counts,
    counts_unknown,
    counts_version,
    is_paid,
    numbers_name,
    stands_in_name,
)
from assistant.understanding.figures.bare_sizes import bare_size
from assistant.understanding.figures.corrections import field_said_before, is_like_price_before, names_earlier
from assistant.understanding.figures.figure_names import implied_names
from assistant.understanding.figures.sizes import is_size_pair, is_sold_range
from assistant.understanding.figures.stored_pairs import is_stored
from assistant.understanding.lexicon.columns import PART
from assistant.understanding.message.amounts import OF_ALL_GOODS, Amount, amount_at
from assistant.understanding.message.either_figure import is_either
from assistant.understanding.message.page import Page
from catalog.measures import dimension
from catalog.product import Constraint

GENERIC = "generic"
MOSTLY_COUNTED = 0.6
"""The share of a kind whose records tell the pieces, so that a word of money may count them."""
MOST_PIECES = 10.0
"""So many times the usual pieces may still be meant where the figure stands right behind the kind."""
FEW = 10
THINGS = frozenset({"type", "field", "thing", "feature", "concept"})
INCLUSIVE = {"<": "<=", ">": ">="}


@dataclass(frozen=True, slots=True)
class PriceDemand:
    """What is demanded of the price; `amount_in` is a currency that can't be converted: then nothing is."""

    constraints: tuple[Constraint, ...] = ()
    amount_in: str | None = None
    converted: bool = False


def price_demand(page: Page, currency: str | None, rates: Mapping[str, float], asked: bool) -> PriceDemand:
    """The demands on the price in the shop's currency; `asked` where the shopper answers a question about it.

    `rates` maps a currency to how much of the shop's currency one unit of it is.
    """
    found: dict[str, Constraint] = {}
    amount_in, converted = None, False
    for index, span in enumerate(page.spans):
        if span.quantity is None or index in page.used:
            continue
        amount = amount_at(page, index)
        named = span.quantity.currency or _money_by_that_name(page, amount, currency)
        if named != span.quantity.currency:
            amount = replace(amount, naming=())
        elif not _is_money(page, amount, asked) or (named is None and _measures_glued(page, index, amount)):
            continue
        rate = _rate(named, currency, rates, span.quantity.alternatives)
        said = page.said(_words(page, amount))
        page.take(amount.phrases)
        page.take(at for at in amount.naming if page.spans[at].roles.get("concept", frozenset()) & {"price"})
        if rate is None:
            amount_in = named
            continue
        converted = converted or rate != 1.0
        for op, value in amount.bounds:
            one = Constraint(
                "price", *_bound(page, amount, op, value * rate), currency, _is_firm(page, amount, op), said
            )
            found[one.op[0] if one.op[0] in "<>" else "="] = one
    if amount_in and not found:
        return PriceDemand((), amount_in)
    return PriceDemand(tuple(found.values()), None, converted)


def unclaimed_price(page: Page, currency: str | None) -> list[Constraint]:
    """Bounds without unit that no attribute took: in a shop a bare limit speaks of the price."""
    found = []
    for index, span in enumerate(page.spans):
        if span.quantity is None or index in page.used or span.quantity.unit or span.quantity.value <= 0:
            continue
        if span.quantity.maybe_name:
            continue
        amount = amount_at(page, index)
        if (
            (amount.index + 1 < len(page) and counts(page, amount))
            or counts_unknown(page, amount)
            or stands_in_name(page, amount)
            or counts_version(page, amount)
            or _measures_glued(page, index, amount)
            or any(op not in INCLUSIVE and op not in ("<=", ">=") for op, _ in amount.bounds)
        ):
            continue
        said = page.said(_words(page, amount))
        page.take(amount.phrases)
        found += [
            Constraint("price", *_bound(page, amount, op, value), currency, amount.firm, said)
            for op, value in amount.bounds
        ]
    return found


def _measures_glued(page: Page, index: int, amount: Amount) -> bool:
    """Whether a bare figure that something has to reach stands right behind it, where no spaces are written."""
    if any(op[0] != ">" for op, _ in amount.bounds):
        return False  # What is at most so much is mostly the price.
    at = index - 1
    while at > 0 and page.spans[at].cue("want", "at_least") and page.spans[at].end == page.spans[at + 1].start:
        at -= 1
    before = page.spans[at] if index else None
    if before is None or before.latin or before.end != page.spans[at + 1].start:
        return False
    return bool({"feature", "thing"} & before.roles.keys()) and "concept" not in before.roles


def _bound(page: Page, amount: Amount, op: str, value: float) -> tuple[str, float]:
    value = round(value, 2)
    if op == ">=" and any(page.spans[at].cue("enough") for at in amount.phrases):
        return "<=", value  # 30 is plenty: what is enough to pay is the most.
    if op == "=" and not any(page.spans[at].cue("exact") for at in amount.phrases):
        return "about", value
    return INCLUSIVE.get(op, op), value


def _is_firm(page: Page, amount: Amount, op: str) -> bool:
    exact = any(page.spans[at].cue("exact") for at in amount.phrases)
    return amount.firm and (op != "=" or exact)


def _words(page: Page, amount: Amount) -> tuple[int, ...]:
    return tuple(
        at for at in amount.phrases if not page.spans[at].cue("soft", "soft_after") or page.spans[at].cue("at_most")
    )


def _is_money(page: Page, amount: Amount, asked: bool) -> bool:
    quantity = page.spans[amount.index].quantity
    assert quantity is not None
    if quantity.currency:
        return not (_is_classifier(page, amount) or _counts_pieces(page, amount))
    if quantity.unit not in (None, "piece") or quantity.value <= 0 or quantity.maybe_name:
        return False
    if not asked and bare_size(page, amount) is not None:
        return False
    if counts_unknown(page, amount) or is_sold_range(page, quantity) or age_from(page, amount) is not None:
        return False
    if (is_size_pair(page, amount.index) or counts_version(page, amount)) and not amount.priced:
        return False
    if (not asked or is_either(page, amount.index)) and is_stored(page, amount):
        return False
    names_other = any(not _names_price(page, at) for at in amount.naming)
    if quantity.unit == "piece" or _bounds_another(page, amount):
        return False
    if any(_names_price(page, at) for at in page.before(min(amount.phrases), 1)):
        return True
    if amount.priced or any(_names_price(page, at) for at in amount.naming):
        return not names_other or amount.priced
    if names_other or counts(page, amount):
        return False
    if asked and not names_earlier(page, amount.index):
        return amount.bounded or not numbers_name(page, amount)
    if field_said_before(page, amount.index) is not None:
        return False
    if not amount.bounded and is_paid(page, amount):
        return True
    if not amount.bounded and is_like_price_before(page, amount.index):
        return True
    return amount.bounded and not stands_in_name(page, amount)


def _money_by_that_name(page: Page, amount: Amount, currency: str | None) -> str | None:
    """The money that a unit's word means as well (pounds): the shop's own unless words speak of a weight, and any
    other's where nothing of the wanted kind weighs near so much."""
    quantity = page.spans[amount.index].quantity
    money = next((one for one in quantity.alternatives if dimension(one) == "money"), None) if quantity else None
    if quantity is None or money is None or quantity.unit is None or not page.types:
        return None
    if implied_names(page, amount) or any(
        not (_names_price(page, at) or {"type", "filler"} & page.spans[at].roles.keys()) for at in amount.naming
    ):
        return None
    if not amount.bounded and not amount.priced and _measures_content(page, amount.index):
        return None
    weighs = page.columns.lies_among(quantity.unit, quantity.high or quantity.value, page.types)
    if amount.priced or (money == currency and (amount.bounded or not weighs)):
        return money
    told = any(
        dimension(one.unit) == dimension(quantity.unit) and one.held_by(page.types)
        for one in page.lexicon.fields.values()
    )
    return money if told and not weighs else None


def _measures_content(page: Page, index: int) -> bool:
    """Whether a figure says how much of something a vessel holds, which nobody says of a price: a five pound bag of
    seeds."""
    return dialogue().matches("measures_content", page.reading.plain[page.spans[index].start :])


def _bounds_another(page: Page, amount: Amount) -> bool:
    """Whether the bound itself says what it measures, and the wanted kind's records tell that: rated above 4."""
    implied = {one for at in amount.phrases for one in page.spans[at].roles.get("implied", frozenset())}
    named = {name for one in implied for name, rank in page.columns.ranks(one).items() if rank < PART}
    fields = (page.lexicon.fields.get(name) for name in named)
    return any(
        one is not None and one.kind == "number" and (one.held_by(page.types) or one.name in OF_ALL_GOODS)
        for one in fields
    )


def _is_classifier(page: Page, amount: Amount) -> bool:
    """Whether the word for money only says "a piece" (一块硬盘)."""
    span = page.spans[amount.index]
    quantity = span.quantity
    if quantity is None or quantity.currency != GENERIC or amount.bounded or amount.priced:
        return False
    after = amount.index + 1
    if quantity.value < FEW and dialogue().matches("buys", page.reading.plain[: span.start]):
        return True  # 来两块
    if 1 < quantity.value < FEW and after < len(page):
        thing = page.spans[after]  # 两块电池: nothing is sold for two of any money, and a thing is written right to it.
        return (
            thing.start == page.spans[amount.index].end
            and bool(THINGS & thing.roles.keys())
            and not thing.roles.get("cue")
        )
    return quantity.value == 1 and after < len(page) and not page.ends_clause(after) and not page.is_filler(after)


def _counts_pieces(page: Page, amount: Amount) -> bool:
    """Whether the word for money counts pieces, of a kind whose records tell how many it has (60块以上的积木)."""
    quantity = page.spans[amount.index].quantity
    if quantity is None or quantity.currency != GENERIC or amount.priced or not page.types:
        return False
    if any(op[0] == "<" for op, _ in amount.bounds):
        return False  # 30块以下: what is at most so much is money.
    column = page.columns.of_concept("pieces", ("number",), page.types)
    if column is None or page.columns.share(column, page.types) < MOSTLY_COUNTED:
        return False
    said = page.reading.text[page.spans[amount.index].start : page.spans[amount.index].end]
    if any(said.endswith(word) for word in dialogue().phrases["cues"].get("money_only", ())):
        return False
    told, after_kind = column.range_for(page.types), "type" in page.spans[amount.index - 1].roles and amount.index > 0
    most = MOST_PIECES if after_kind and not amount.bounded else 1.25  # 积木500块 counts, 500块的积木 costs.
    return told is not None and told[0] * 0.8 <= quantity.value <= told[1] * most


def _names_price(page: Page, at: int) -> bool:
    return "price" in page.spans[at].roles.get("concept", frozenset()) or page.spans[at].cue("price")


def _rate(named: str | None, own: str | None, rates: Mapping[str, float], others: tuple[str, ...]) -> float | None:
    if named in (None, GENERIC) or own is None or named == own or own in others:
        return 1.0
    return rates.get(named)
