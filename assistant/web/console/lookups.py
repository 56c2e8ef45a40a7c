"""What staff look up: products, the orders of the ticket's own customer, and what was said in any conversation."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from typing import Any

from fastapi import HTTPException

from assistant.languages.reading import nearest, spoken
from assistant.records.conversation_log import EVENT, Message
from assistant.service.connector import OrdersUnreachableError
from assistant.service.order_words import address_words, amount
from assistant.state import DialogueState
from assistant.vocabulary import Turn
from assistant.web.console.tickets import Tickets
from assistant.web.console.told import full_name, product_told
from assistant.web.console.words import say
from catalog.product import Product

LOG = logging.getLogger(__name__)
FOUND = 10
SNIPPET = 220


@dataclass(frozen=True, slots=True)
class Lookups:
    """Looks things up for staff; changes nothing."""

    tickets: Tickets

    def products(self, words: str, language: str) -> list[dict[str, Any]]:
        """The products that the assistant would find for these words, and one whose id they are."""
        code = language if language in spoken() else nearest(None)
        visits = self.tickets.visits
        assistant = replace(visits.assistant, service=None, writer=None)
        _, reply = assistant.respond(DialogueState(language=code), Turn("", words), FOUND)
        apart = [one.ranked for one in reply.unproved]
        exact = visits.assistant.catalogue.store.get([words.strip()])
        found: list[Product] = [*exact, *(one.product for one in (*reply.items, *apart))]
        unique = {one.id: one for one in found}
        return [product_told(one, language if language in spoken() else reply.language) for one in unique.values()]

    def customer(self, number: int, language: str) -> dict[str, Any]:
        """The orders of the customer whom the ticket's conversation identified; of nobody else, and why not."""
        ticket = self.tickets.ticket(number, language)
        kept = self.tickets.visits.find(ticket.conversation)
        known = (kept.state.service.customer if kept else None) or ticket.customer
        if not known:
            return {"customer": None, "orders": [], "why": say(language, "not_identified")}
        try:
            file = self.tickets.room.orders.file(known)
        except OrdersUnreachableError:
            LOG.warning("the order system could not be reached")
            return {"customer": None, "orders": [], "why": say(language, "orders_unreachable")}
        if file is None:
            return {"customer": None, "orders": [], "why": say(language, "not_identified")}
        who = file.customer
        return {
            "customer": {
                "name": full_name(who.get("name")),
                "email": who.get("email"),
                "address": address_words(who.get("address") or {}),
            },
            "orders": [order_told(name, order) for name, order in file.orders.items()],
            "why": "",
        }

    def search(self, words: str) -> list[dict[str, Any]]:
        """The latest messages that hold all the words, one a conversation."""
        hits: dict[str, dict[str, Any]] = {}
        for one in self.tickets.room.log.search(words, 300) if words.strip() else ():
            if one.who == EVENT:
                continue
            if one.conversation in hits:
                hits[one.conversation]["count"] += 1
                continue
            text = _around(one.text, words.split()[0])
            hits[one.conversation] = {
                "number": one.number, "at": one.at, "who": one.who, "name": one.name, "text": text, "count": 1
            }  # fmt: skip
        return list(hits.values())[:50]

    def message(self, number: int, language: str) -> Message:
        """The message of this number; 404 where there is none."""
        found = self.tickets.room.log.message(number)
        if found is None:
            raise HTTPException(404, say(language, "no_message"))
        return found

    def conversation(self, number: int, language: str) -> dict[str, Any]:
        """The whole conversation that a message is part of, and the numbers of its tickets."""
        message = self.message(number, language)
        messages = self.tickets.room.log.since(message.conversation)
        return {
            "messages": self.tickets.told(messages, message.conversation, language),
            "tickets": [one.number for one in self.tickets.room.tickets.of_conversation(message.conversation)],
        }


def order_told(name: str, order: Any) -> dict[str, Any]:
    """One order as the console shows it."""
    items = [
        {
            "name": str(item.get("name") or item["item_id"]),
            "options": ", ".join(f"{key}: {value}" for key, value in (item.get("options") or {}).items()),
            "price": amount(float(item["price"]), order),
        }
        for item in order["items"]
    ]
    return {"id": name, "status": order["status"], "items": items, "more": address_words(order.get("address") or {})}


def _around(text: str, word: str) -> str:
    """The stretch of a text around a word."""
    at = text.casefold().find(word.casefold())
    start = max(0, at - SNIPPET // 3)
    cut = text[start : start + SNIPPET]
    return ("…" if start else "") + cut.replace("**", "") + ("…" if start + SNIPPET < len(text) else "")
