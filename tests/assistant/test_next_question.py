"""The question back: asked where it tells products apart, never twice, never about what is settled."""

from __future__ import annotations

from dataclasses import replace

from assistant.replies import worth_asking
from assistant.retrieval.next_question import ENOUGH_TO_ASK, MOST_CHOICES, best_split
from assistant.state import DialogueState
from assistant.vocabulary import Want
from catalog.product import Attribute, Constraint, Product

STATE = DialogueState(language="en", want=Want("lamp", ("lamp",)))


def lamps(count: int = 20) -> list[Product]:
    """Lamps of which every other is black, all but one metal, and each of a brand of its own."""
    return [
        Product(
            f"l{place:02}",
            f"Lamp {place}",
            brand=f"Brand {place}",
            type="lamp",
            attributes={
                "colour": Attribute("black" if place % 2 else "white"),
                "material": Attribute("wood" if place == 0 else "metal"),
                "height": Attribute(float(place), "cm"),
            },
        )
        for place in range(count)
    ]


def test_the_field_that_splits_best_is_asked() -> None:
    split = best_split(STATE, lamps(), 20)
    assert split is not None
    assert split.field == "colour"
    assert {(c.field, c.op, c.value, count) for c, count in split.choices} == {
        ("colour", "=", "black", 10),
        ("colour", "=", "white", 10),
    }


def test_a_short_list_is_quicker_read_than_a_question_answered() -> None:
    assert best_split(STATE, lamps(ENOUGH_TO_ASK), ENOUGH_TO_ASK) is None
    assert best_split(STATE, lamps(ENOUGH_TO_ASK + 1), ENOUGH_TO_ASK + 1) is not None


def test_what_is_settled_or_was_asked_is_not_asked_again() -> None:
    for state in (
        replace(STATE, ledger=(Constraint("colour", "=", "black"),)),
        replace(STATE, asked=("colour",)),
    ):
        split = best_split(state, lamps(), 20)
        assert split is None or split.field != "colour"


def test_a_field_that_most_records_lack_is_not_asked() -> None:
    silent = [replace(lamp, attributes={} if place > 8 else lamp.attributes) for place, lamp in enumerate(lamps())]
    split = best_split(STATE, silent, 20)
    assert split is None or split.field != "colour"


def test_nothing_is_asked_before_it_is_known_what_is_wanted() -> None:
    assert best_split(replace(STATE, want=None), lamps(), 20) is None


def test_choices_are_few_and_in_a_settled_order() -> None:
    many = [replace(lamp, brand=f"Brand {place % 6}", attributes={}) for place, lamp in enumerate(lamps(24))]
    split = best_split(STATE, many, 24)
    assert split is None or len(split.choices) <= MOST_CHOICES
    assert best_split(STATE, many, 24) == best_split(STATE, list(reversed(many)), 24)


def test_a_field_that_shoppers_have_a_word_for_goes_before_one_that_only_the_merchant_names() -> None:
    def quite_even(place: int) -> Attribute:
        return Attribute(("a", "b", "c")[place % 3])

    lamps_now = [
        replace(lamp, attributes={**lamp.attributes, "internal_code": quite_even(place)})
        for place, lamp in enumerate(lamps())
    ]
    plain = best_split(STATE, lamps_now, 20)
    weighed = best_split(STATE, lamps_now, 20, lambda name: worth_asking(name, "en"))
    foreign = best_split(replace(STATE, asked=("colour",)), lamps_now, 20, lambda name: worth_asking(name, "zh"))
    assert plain is not None
    assert plain.field == "internal_code"
    assert weighed is not None
    assert weighed.field == "colour"
    assert foreign is None or foreign.field != "internal_code"


def test_who_named_no_budget_is_asked_for_one_by_limits_that_people_name() -> None:
    priced = [replace(lamp, price=7.0 + 4 * place, attributes={}) for place, lamp in enumerate(lamps())]
    split = best_split(STATE, priced, 20)
    assert split is not None
    assert split.field == "price"
    assert [(c.op, c.value, count) for c, count in split.choices] == [
        ("<=", 30.0, 6),
        ("<=", 50.0, 11),
        ("<=", 80.0, 19),
    ]
    settled = replace(STATE, ledger=(Constraint("price", "<=", 60.0),))
    assert best_split(settled, priced, 20) is None
    two_moneys = [replace(one, currency="EUR" if place % 2 else "USD") for place, one in enumerate(priced)]
    assert best_split(STATE, two_moneys, 20) is None
