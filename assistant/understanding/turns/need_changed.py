"""A message about goods in general: what it changes of the need, or begins."""

from __future__ import annotations

from assistant.languages.dialogue import dialogue
from assistant.state import joined
from assistant.understanding.changes.carried_over import carried_over
from assistant.understanding.changes.forgetting import Forgotten
from assistant.understanding.figures.price import PriceDemand
from assistant.understanding.message.page import Page
from assistant.understanding.qualities.words_left import said_in_vain
from assistant.understanding.turns.acts import CERTAIN, GOODS, SURE, VERY_SURE, is_elsewhere, is_meant_otherwise
from assistant.understanding.turns.pointing import points_back
from assistant.understanding.wants.distinct_demands import distinct, goes_on
from assistant.understanding.wants.earlier_subject import subject_left
from assistant.understanding.wants.naming.mentions import asks_anew
from assistant.understanding.wants.want import EVERYTHING, is_bare_brand, leftover, renewed
from assistant.vocabulary import Act, Intent, Want
from catalog.product import Constraint

CONVERTED = "price_converted"


def need_changed(
    page: Page, language: str, want: Want | None, demands: tuple[Constraint, ...], drop: Forgotten,
    price: PriceDemand, points: tuple[str, ...], unknown: int,
) -> Intent:  # fmt: skip
    """What the message changes of the running need, or that it has nothing to do with goods."""
    state = page.state
    changes = demands or drop.fields or price.amount_in
    if want is None and not changes:
        back = state.shown and points_back(page) and not dialogue().matches("of_wanted", page.reading.plain)
        asks = dialogue().matches("question", page.reading.plain)
        if (points or back) and not page.guess.is_one_of((Act.REFINE,), CERTAIN if asks else SURE):
            return Intent(Act.ASK_PRODUCT, language, points_at=points)
        need, rest = bool(state.want or state.ledger), leftover(page)
        unheard = page.said(rest or sorted(page.in_vain)) if need else ""
        indifferent_now = dialogue().matches("any_all", page.reading.plain)
        if state.pending is not None or indifferent_now:
            return Intent(Act.REFINE if need else Act.CHAT, language, unread="" if indifferent_now else unheard)
        if page.guess.is_one_of(GOODS, SURE) or (need and (goes_on(page, rest) or not asks_anew(page, rest))):
            return Intent(Act.REFINE if need else Act.FIND, language, unread=unheard)
        return Intent(Act.FIND if any(span.cue("want") for span in page.spans) else Act.OUT_OF_SCOPE, language)
    if want is not None and not want.types and not changes and is_elsewhere(page, unknown):
        return Intent(Act.OUT_OF_SCOPE, language)
    if want is not None and not want.types and not changes and is_meant_otherwise(page):
        return Intent(page.guess.act, language, points_at=points)
    need = state.want is not None or bool(state.ledger)
    if need and want is not None and not want.types and changes and page.guess.is_one_of((Act.REFINE,), VERY_SURE):
        want = None  # Money's tight, 30 at most: what nobody sells, said with a demand, is no other errand.
    act, forget = (Act.REFINE if need else Act.FIND), drop.fields
    if need:
        want, act, forget = renewed(page, want, points, drop.fields)
    if want is None and demands and not drop.fields and is_bare_brand(page):
        act = Act.FIND
    left = subject_left(page, want) if want is not None and forget == EVERYTHING else None
    if left is not None and want is not None:
        demands = joined(left.ledger, demands)
        want = left.want if left.want is not None and set(left.want.types) <= set(want.types) else want
    elif want is not None and forget == EVERYTHING:
        demands = joined(carried_over(page), demands)
    require, notices = distinct([*drop.kept, *demands]), (CONVERTED,) if price.converted else ()
    intent = Intent(act, language, None, want, require, forget, points, amount_in=price.amount_in, notices=notices)
    return said_in_vain(page, intent)
