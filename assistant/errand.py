"""Errand and ServiceState: what a customer wants done with an order, as far as told."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What can be done with an order, or with a customer's own address."""

    CANCEL = "cancel"
    ADDRESS = "address"
    PAYMENT = "payment"
    ITEMS = "items"
    RETURN = "return"
    EXCHANGE = "exchange"
    PROFILE = "profile"


@dataclass(frozen=True, slots=True)
class Swap:
    """One item of an order, by its place there and its id, and the item that is to take its place."""

    place: int
    item: str
    new: str | None = None
    wanted: tuple[tuple[str, str], ...] = ()
    """Option values that were asked for, where they don't yet tell one item."""
    lacking: bool = False
    """Whether the one item that the values tell isn't available, so that another has to be chosen."""


@dataclass(frozen=True, slots=True)
class Errand:
    """One thing to be done, with what is known of it; what is missing is asked for."""

    kind: Kind
    order: str | None = None
    swaps: tuple[Swap, ...] = ()
    reason: str | None = None
    payment: str | None = None
    address: tuple[tuple[str, str], ...] = ()
    loose: bool = False
    """Whether the customer's word fits several kinds, so that the order's status tells which it is."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What was shown and awaits a yes: done once under `key`, and only while the orders are as they were shown."""

    key: str
    errands: tuple[Errand, ...]
    shown: str
    words: str = ""
    """What would be done, as it was told."""


@dataclass(frozen=True, slots=True)
class ServiceState:
    """How far the service has come with one conversation's customer."""

    customer: str | None = None
    claims: tuple[str, ...] = ()
    """What was said while nobody was known, where it may hold a name or a postcode."""
    strangers: int = 0
    """How often somebody could not be identified, or asked for somebody else's orders."""
    stuck: int = 0
    """Turns in a row that brought nothing forward."""
    errands: tuple[Errand, ...] = ()
    proposal: Proposal | None = None
    awaiting: str = ""
    reminded: bool = False
    """Whether what is awaited was told once more since it was asked, beside an answer about something else."""
    order: str | None = None
    """The order last spoken of."""
    asked: str = ""
    """What was asked for before the customer was known."""
    done: tuple[str, ...] = ()
    declined: tuple[Errand, ...] = ()
    """What was declined last: a late yes brings it back, to be confirmed anew."""
    ticket: int | None = None

    @property
    def is_open(self) -> bool:
        """Whether something is under way, so that the next turn is read as an answer first."""
        return bool(self.awaiting or self.errands or self.proposal or self.ticket)
