"""Service requests: which of the 27 intents a message is about, and the act that answers it."""

from __future__ import annotations

from assistant.languages.dialogue import dialogue
from assistant.vocabulary import Act

ACTS = {
    "check_cancellation_fee": Act.POLICY, "cancel_order": Act.ORDER,
    "check_refund_policy": Act.POLICY, "track_refund": Act.ORDER,
    "get_refund": Act.ORDER, "change_shipping_address": Act.ORDER,
    "set_up_shipping_address": Act.ORDER, "delivery_period": Act.POLICY, "delivery_options": Act.POLICY,
    "change_order": Act.ORDER, "track_order": Act.ORDER, "payment_issue": Act.ORDER,
    "check_payment_methods": Act.POLICY, "registration_problems": Act.POLICY, "recover_password": Act.POLICY,
    "newsletter_subscription": Act.POLICY, "delete_account": Act.POLICY, "switch_account": Act.POLICY,
    "create_account": Act.POLICY, "edit_account": Act.POLICY, "contact_human_agent": Act.HUMAN,
    "contact_customer_service": Act.HUMAN, "complaint": Act.FEEDBACK, "get_invoice": Act.ORDER,
    "check_invoice": Act.ORDER, "review": Act.FEEDBACK, "place_order": Act.ORDER,
}  # fmt: skip
"""Every topic and its act, the more particular topics before those whose words they share."""

SHOPPING = frozenset({
    "delivery_options", "delivery_period", "review", "get_invoice", "check_invoice", "place_order",
    "check_payment_methods",
    "set_up_shipping_address", "contact_human_agent", "switch_account", "create_account", "change_order", "track_order",
})  # fmt: skip
"""Topics whose words also stand in wishes for a product (a receipt printer, free shipping)."""


def topic_of(text: str, shopping: bool) -> str | None:
    """The topic of a message in small letters; None where it is no service request.

    `shopping` tells that it names a product that is wanted.
    """
    lexicon = dialogue()
    for topic in ACTS:
        if lexicon.matches(topic, text, "topics") and not (shopping and topic in SHOPPING):
            return topic
    return None


def asks_policy(text: str) -> bool:
    """Whether it asks for one of the shop's rules that none of the topics covers."""
    return any(pattern.search(text) for pattern in dialogue().patterns["policies"].values())
