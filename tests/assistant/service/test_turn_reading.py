"""A turn is read in time whatever is sent."""

from __future__ import annotations

from assistant.service.turn_reading import LONGEST, TurnReading


def test_only_so_much_of_a_message_is_read_as_is_told() -> None:
    reading = TurnReading("a" * 1_000_000)
    assert (reading.emails, reading.orders, len(reading.plain)) == ((), (), LONGEST)


def test_ids_and_addresses_are_read() -> None:
    reading = TurnReading("Order #1234567, mine is a.b@example.org")
    assert (reading.emails, reading.orders) == (("a.b@example.org",), ("#1234567",))
