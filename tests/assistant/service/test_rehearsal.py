"""A rehearsal reads all that the real order system reads, and writes nothing."""

from __future__ import annotations

import pytest

from assistant.errand import Proposal, ServiceState
from assistant.service.connector import OrderConnector, OrdersUnreachableError
from assistant.service.rehearsal import ReadOnlyOrders, before_rehearsal
from assistant.state import DialogueState


def test_it_answers_whatever_an_order_system_is_asked():
    asked = {name for name in vars(OrderConnector) if not name.startswith("_")}
    assert asked <= set(dir(ReadOnlyOrders))


def test_a_write_is_refused():
    with pytest.raises(OrdersUnreachableError):
        ReadOnlyOrders(None).write("key", 0.0, "talk", "ana", (), "shown")  # type: ignore[arg-type]


def test_what_awaits_a_yes_is_not_taken_along():
    service = ServiceState(customer="ana", proposal=Proposal("key", (), "shown"), awaiting="confirm", ticket=4)
    tried = before_rehearsal(DialogueState(service=service)).service
    assert (tried.customer, tried.proposal, tried.awaiting, tried.ticket) == ("ana", None, "", None)
