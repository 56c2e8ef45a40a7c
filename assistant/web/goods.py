"""The goods beside the talk: heading with counts, cards, counted offers, and apart from them what is not proved."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.misunderstanding import FIELD as MISREAD
from assistant.replies import Example, no_example
from assistant.vocabulary import Act, Offer, Reply, Unproved
from assistant.web.cards import Shelf, card
from assistant.web.comparison import comparison
from assistant.web.demand_words import chip_text
from assistant.web.markup import saying
from assistant.web.page_words import html, safe, say
from assistant.web.picture import picture
from assistant.web.shop_window import Kind
from catalog.product import Product

SHOWING = frozenset({Act.FIND, Act.REFINE, Act.MORE, Act.SIMILAR, Act.FEEDBACK})
"""Acts whose reply says what is on the shelf, even that nothing is."""
ABOUT_SHOWN = frozenset({Act.ASK_PRODUCT, Act.WHY})
"""Acts whose goods are those asked about; all others found theirs."""


def changes_goods(reply: Reply) -> bool:
    """Whether this reply puts other goods on screen; small talk, and asking what was meant, leave them as they are."""
    if reply.aside or (reply.question is not None and reply.question.field == MISREAD):
        return False
    return bool(reply.items or reply.unproved or reply.offers or reply.table) or reply.act in SHOWING


def goods(reply: Reply, example: Example = no_example) -> str:
    """All goods of a reply as HTML, in the reply's own order."""
    language = reply.language
    items = [one.product for one in reply.items]
    apart = [one.ranked.product for one in reply.unproved]
    if not items and not apart and not reply.offers and not reply.table:
        return f'<div class="bare"><p>{html(language, "goods", "none")}</p></div>'
    shelf = Shelf(reply.ledger, (*items, *apart), language)
    cards = [card(product, place, reply.reasons.get(product.id), shelf) for place, product in enumerate(items, 1)]
    table = comparison(reply.table.products, language) if reply.table else ""
    return (
        f"{heading(reply)}{table}{''.join(cards)}{_offers(reply.offers, language)}"
        f"{_unproved(reply.unproved, reply, shelf, len(items) + 1, example)}"
    )


def side_by_side(products: Sequence[Product], language: str) -> str:
    """A comparison of products that stand on the shelf already, to be put above it."""
    return f"<h2>{html(language, 'goods', 'compared')}</h2>{comparison(products, language)}"


def no_goods(kinds: Sequence[Kind], language: str) -> str:
    """The shelf before anything was asked: the kinds of things that the shop has, each a click away."""
    if not kinds:
        return f'<div class="bare"><p>{html(language, "goods", "none_yet")}</p></div>'
    tiles = "".join(f"<li>{_tile(kind, language)}</li>" for kind in kinds)
    return f'<h2>{html(language, "goods", "kinds")}</h2><ul class="tiles">{tiles}</ul>'


def _tile(kind: Kind, language: str) -> str:
    name = safe(kind.name)
    face = f"{picture(kind.product, '', language)}<span>{name}</span><small>{kind.count:,}</small>"
    return f'<button type="button" class="tile" data-say="{name}" aria-label="{name}">{face}</button>'


def heading(reply: Reply) -> str:
    """How many fit, and how many of them are shown."""
    language, shown, fitting = reply.language, len(reply.items), max(reply.fitting, len(reply.items))
    if reply.act is Act.COMPARE:
        return f"<h2>{html(language, 'goods', 'compared')}</h2>"
    if reply.act in ABOUT_SHOWN:
        return f"<h2>{html(language, 'goods', 'about')}</h2>"
    if not shown:
        return f"<h2>{html(language, 'goods', 'none')}</h2>"
    if not reply.fitting:
        return f"<h2>{html(language, 'goods', 'near')}</h2>"
    told = html(language, "goods", "one") if fitting == 1 else html(language, "goods", "many", count=f"{fitting:,}")
    if fitting > shown:
        note = f" <small>· {html(language, 'goods', 'shown_of', shown=shown)}</small>"
    else:
        note = f" <small>· {html(language, 'goods', 'best_first')}</small>" if shown > 1 else ""
    return f"<h2>{told}{note}</h2>"


def _offers(offers: tuple[Offer, ...], language: str) -> str:
    if not offers:
        return ""
    if len(offers) == 1:
        title = html(language, "goods", "offers_more", count=f"{offers[0].count:,}")
    else:
        title = html(language, "goods", "offers")
    buttons = "".join(saying(offer.change, offer.say, f"{offer.count:,}") for offer in offers)
    return f'<section class="apart"><h2>{title}</h2><div class="row">{buttons}</div></section>'


def _unproved(unproved: tuple[Unproved, ...], reply: Reply, shelf: Shelf, first: int, example: Example) -> str:
    if not unproved:
        return ""
    language = shelf.language
    missing = dict.fromkeys(chip_text(c, language, example) for one in unproved for c in one.missing)
    key = "unproved_one" if len(unproved) == 1 else "unproved_many"
    told = html(language, "goods", key, count=len(unproved), missing=say(language, "demand", "or").join(missing))
    cards = "".join(
        card(one.ranked.product, place, reply.reasons.get(one.ranked.product.id), shelf, one.missing)
        for place, one in enumerate(unproved, first)
    )
    opened = " open" if not reply.items else ""
    title = f"<span><b>{html(language, 'goods', 'unproved')}</b> · {told}</span>"
    show = f'<span class="ghost when-shut">{html(language, "goods", "show_them")}</span>'
    hide = f'<span class="ghost when-open">{html(language, "goods", "hide_them")}</span>'
    return f'<details class="apart unproved"{opened}><summary>{title} {show}{hide}</summary>{cards}</details>'
