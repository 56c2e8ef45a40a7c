"""Ages from which goods are meant that are told without the word: 8 and up, for a board game."""

from __future__ import annotations

from assistant.languages.dialogue import dialogue
from assistant.understanding.lexicon.catalogue_lexicon import FieldWords
from assistant.understanding.lexicon.columns import PART
from assistant.understanding.message.amounts import Amount
from assistant.understanding.message.page import Page

AGE, YEAR = "age", "year"
GROWN = 18
USUALLY = 0.5
"""A column that so many of the wanted goods' records fill is told of them all."""


def age_from(page: Page, amount: Amount) -> FieldWords | None:
    """The column of the age that a bare figure with "and up" behind it means; None where it means none."""
    quantity = page.spans[amount.index].quantity
    after = any(page.spans[at].cue("at_least_after") for at in amount.phrases if at > amount.index)
    if quantity is None or quantity.unit or quantity.currency or amount.naming or amount.priced or not after:
        return None
    column = page.columns.of_concept(AGE, ("number",), page.types)
    told = column is not None and page.columns.share(column, page.types) >= USUALLY
    return column if told and 0 < quantity.value <= GROWN else None


def is_age(page: Page, field: FieldWords, unit: str | None) -> bool:
    """Whether a column is of ages, which are told in years where no unit is."""
    return unit == YEAR and page.columns.ranks(AGE).get(field.name, PART) < PART


def is_least_age(page: Page, amount: Amount, field: FieldWords) -> bool:
    """Whether the words behind a figure of an age make it the least one: 8岁以上."""
    span = page.spans[amount.index]
    after = page.reading.plain[span.end :]
    return page.columns.ranks(AGE).get(field.name, PART) < PART and dialogue().matches("age_upwards", after)
