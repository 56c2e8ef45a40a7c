"""What staff do and say in a conversation, as the shopper's page shows it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.basket import titled
from assistant.reasons.amounts import money
from assistant.records.conversation_log import EVENT, STAFF, Message
from assistant.records.ticket_book import TAKEN, WAITING
from assistant.web.addresses import safe_link
from assistant.web.cards import facts_line
from assistant.web.markup import button, outward
from assistant.web.page_words import html, safe, say
from assistant.web.picture import picture
from catalog.product import Product

QUEUED = {WAITING: "waiting", TAKEN: "taken"}


def staff_line(message: Message, products: Sequence[Product], language: str) -> str:
    """A message of staff with its cards, or the line that tells what they did; its number tells it from others."""
    mark = f'data-heard="{message.number}"'
    if message.who == EVENT:
        return f'<p class="event" {mark}>{html(language, "desk", message.text, name=message.name)}</p>'
    paragraphs = "".join(f"<p>{safe(line)}</p>" for line in message.text.split("\n") if line.strip())
    cards = "".join(small_card(one, language) for one in products)
    return f'<div class="it staff" {mark}><small>{safe(message.name)}</small>{paragraphs}{cards}</div>'


def small_card(product: Product, language: str) -> str:
    """One product as it stands in a message."""
    title, link = titled(product, language), safe_link(product.url)
    named = safe(title) if link is None else outward(title, "", link, say(language, "goods", "link_label", title=title))
    price = "" if product.price is None else f"<b>{safe(money(product.price, product.currency, language))}</b>"
    add = ""
    if product.stock is None or product.stock > 0:
        label = say(language, "goods", "add_label", title=title)
        add = button(say(language, "goods", "add"), "act", label=label, do="add", product=product.id)
    facts = f'<span class="sub">{facts_line(product, language)}</span>'
    return (
        f'<div class="small-card">{picture(product, title, language)}<div><span>{named}</span>{facts}</div>'
        f'<div class="buy">{price}{add}</div></div>'
    )


def of_staff(messages: Sequence[Message]) -> list[Message]:
    """The messages that staff wrote, and what they did."""
    return [one for one in messages if one.who in (STAFF, EVENT)]


def desk_line(state: str, staff: str, place: int, language: str) -> dict[str, str]:
    """Who has the conversation, in words; empty where it is the assistant's alone."""
    if state not in QUEUED:
        return {"state": "", "text": ""}
    return {"state": state, "text": say(language, "desk", QUEUED[state], name=staff, place=place)}


def with_cards(
    messages: Sequence[Message], cards: Mapping[int, Sequence[str]], known: Mapping[str, Product], language: str
) -> list[tuple[int, str]]:
    """The lines of staff, each with its number."""
    return [
        (one.number, staff_line(one, [known[id] for id in cards.get(one.number, ()) if id in known], language))
        for one in messages
    ]
