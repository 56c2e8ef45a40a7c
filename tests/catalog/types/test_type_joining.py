"""A word that names a kind but tells little of it keeps what it is for or of."""

from __future__ import annotations

import pytest

from tests.catalog.types.test_product_types import titled, typed


def test_a_general_word_is_joined_to_the_word_before_it():
    jacks = [titled(f"Lumo Cat{number} Keystone Jack", brand="Lumo") for number in (5, 6, 7)]
    assert set(typed(*jacks)) == {"keystone jack"}


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Lumo KX-20 Cleaning Sheet", "cleaning sheet"),
        ("Lumo Doll Stroller with Canopy, Pink", "doll stroller"),
        ("Lumo Battery Cabinet 24V", "battery cabinet"),
        ("Lumo 500 Sheet Feeder", "feeder"),
        ("Lumo PC Card", "pc card"),
    ],
)
def test_what_a_general_word_is_for_or_of_belongs_to_it(title, kind):
    assert (typed(titled(title, brand="Lumo"))[0] or "").casefold() == kind


def test_words_that_nearly_always_stand_together_are_one_kind():
    trays = [titled(f"Lumo Zeta {number} hot swap tray", brand="Lumo") for number in ("A", "B", "C")]
    assert set(typed(*trays)) == {"hot swap tray"}


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Lumo Internal Power Cable 5.25in Connector", "power cable"),
        ("Lumo Fax Paper White", "fax paper"),
        ("Lumo Ceiling Bracket", "ceiling bracket"),
        ("Lumo Toilet Seat 40cm Soft Close Release", "toilet seat"),
        ("Lumo Hard Drive 3.5in Adapter", "adapter"),
        ("Lumo Desk Mat Padded", "desk mat"),
        ("Lumo Smooth Peanut Butter No Palm Oil 1kg Tub", "peanut butter"),
    ],
)
def test_what_a_thing_ends_with_or_is_made_for_is_not_the_thing(title, kind):
    assert (typed(titled(title, brand="Lumo"))[0] or "").casefold() == kind
