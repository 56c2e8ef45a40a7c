"""What the console's page is told of tickets, messages and products, as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from assistant.basket import titled
from assistant.reasons.amounts import money
from assistant.records.clause_book import Clause
from assistant.records.conversation_log import ASSISTANT, SHOPPER, STAFF, Message
from assistant.records.ticket_book import TAKEN, Ticket
from assistant.service.handoff import mood
from assistant.web.addresses import own_picture, safe_link
from catalog.product import Product

if TYPE_CHECKING:
    from assistant.service.staff_room import StaffRoom

LAST = 160
"""Letters of the last message that the queue shows."""


def ticket_row(room: StaffRoom, ticket: Ticket, messages: Sequence[Message], place: int) -> dict[str, Any]:
    """One ticket as the queue shows it."""
    said = [one for one in messages if one.who == SHOPPER]
    spoken = [one for one in messages if one.text and one.who in (SHOPPER, STAFF)]
    last = said[-1] if said else None
    texts = [one.text for one in said] or list(ticket.packet.get("said", []))
    who = ticket.packet.get("who") or {}
    return {
        "number": ticket.number,
        "state": ticket.state,
        "staff": ticket.staff,
        "place": place,
        "opened": ticket.opened,
        "waiting_s": max(0.0, round(room.clock() - ticket.opened, 1)),
        "language": (last.language if last else "") or ticket.packet.get("language") or "",
        "mood": mood(texts) if texts else ticket.packet.get("mood"),
        "topic": topic(ticket.packet),
        "customer": full_name(who.get("name")),
        "last": last.text[:LAST] if last else "",
        "unanswered": bool(spoken and spoken[-1].who == SHOPPER and ticket.state == TAKEN),
    }


def topic(packet: Mapping[str, Any]) -> dict[str, str]:
    """What a ticket is about: the errand, what is looked for, or why it was handed over."""
    errands = packet.get("topic") or []
    if errands:
        return {"key": str(errands[0]), "text": ""}
    if packet.get("want"):
        return {"key": "want", "text": str(packet["want"])}
    return {"key": str(packet.get("why") or ""), "text": ""}


def full_name(name: Any) -> str:
    """A customer's name as their record writes it."""
    if not isinstance(name, Mapping):
        return str(name or "")
    parts = (name.get("native_name"),) if name.get("native_name") else (name.get("first_name"), name.get("last_name"))
    return " ".join(str(part) for part in parts if part)


def message_told(message: Message, cards: Iterable[dict[str, Any]] = ()) -> dict[str, Any]:
    """One message; the conversation's id, which opens it, stays on the server."""
    return {
        "number": message.number,
        "at": message.at,
        "who": message.who,
        "name": message.name,
        "language": message.language,
        "text": message.text.replace("**", "") if message.who == ASSISTANT else message.text,
        "cards": list(cards),
    }


def clause_told(clause: Clause) -> dict[str, str]:
    """One clause of the policies, with the document and label that name it."""
    return {
        "source": clause.source,
        "heading": clause.heading,
        "text": clause.text,
        "asked": clause.asked,
        "language": clause.language,
    }


def product_told(product: Product, language: str) -> dict[str, Any]:
    """One product as a card of the console."""
    price = None if product.price is None else money(product.price, product.currency, language)
    return {
        "id": product.id,
        "title": titled(product, language),
        "brand": product.brand,
        "price": price,
        "stock": product.stock,
        "rating": product.rating,
        "picture": next((own for one in product.images if (own := own_picture(one))), None),
        "url": safe_link(product.url),
    }
