"""One product as a card: picture, title, price, reason with its proofs, drawback, demands met."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.basket import titled
from assistant.reasons.amounts import figure, money
from assistant.vocabulary import PEOPLE, Reason
from assistant.web.addresses import safe_link
from assistant.web.demand_words import demand_text, met_text, price_limit
from assistant.web.markup import button, outward
from assistant.web.page_words import html, safe, say
from assistant.web.picture import picture
from assistant.web.proof_words import proof_text
from catalog.product import Constraint, Product, Verdict

FEW_LEFT = 5


@dataclass(frozen=True, slots=True)
class Shelf:
    """What a card needs to know besides its own product: the demands, the other products shown, the language."""

    ledger: tuple[Constraint, ...]
    shown: tuple[Product, ...]
    language: str


def card(product: Product, place: int, reason: Reason | None, shelf: Shelf, missing: Sequence[Constraint] = ()) -> str:
    """A card as HTML; every text of the record is shown as text, whatever it holds."""
    language = shelf.language
    title = titled(product, language)
    cost, buttons = _price(product, shelf), _buttons(product, place, title, language)
    told = _reason(product, reason, shelf, place) if reason else ""
    return (
        f'<article class="card" data-product="{safe(product.id)}" aria-labelledby="title-{place}">'
        f"{picture(product, title, language)}"
        f'<div class="what"><h3 id="title-{place}">{_titled_link(product, title, language)}</h3>'
        f'<p class="sub">{facts_line(product, language)}</p>{told}{_meets(product, shelf, missing)}</div>'
        f'<div class="buy"><div class="cost">{cost}</div>{buttons}</div></article>'
    )


def _titled_link(product: Product, title: str, language: str) -> str:
    link = safe_link(product.url)
    if link is None:
        return safe(title)
    return outward(title, "", link, say(language, "goods", "link_label", title=title))


def facts_line(product: Product, language: str) -> str:
    """Brand, rating and stock as far as the record knows them."""
    parts = [safe(product.brand)] if product.brand else []
    if product.rating is not None:
        stars = html(language, "goods", "rating", rating=f"{product.rating:g}")
        face = f'<span class="star">★</span> {safe(figure(product.rating, None, language))}'
        count = f" ({product.rating_count:,})" if product.rating_count else ""
        parts.append(f'<span role="img" aria-label="{stars}">{face}</span>{count}')
    if product.stock is not None:
        parts.append(stock_text(product.stock, language))
    return " · ".join(parts)


def stock_text(stock: int, language: str) -> str:
    """Whether there is any, and how many where few are left."""
    if stock <= 0:
        return f'<span class="gone">{html(language, "goods", "sold_out")}</span>'
    if stock <= FEW_LEFT:
        return f'<span class="few">{html(language, "goods", "left", count=stock)}</span>'
    return html(language, "goods", "in_stock")


def _reason(product: Product, reason: Reason, shelf: Shelf, place: int) -> str:
    proofs = [proof_text(one, product, shelf.shown, shelf.language) for one in reason.evidence]
    marked = marked_text(
        reason.text,
        [(one.at, proof) for one, proof in zip(reason.evidence, proofs, strict=True) if one.at is not None],
        f"proof-{place}",
    )
    against = ""
    if reason.drawback:
        of_drawback = [proof for one, proof in zip(reason.evidence, proofs, strict=True) if one.at is None]
        text = safe(reason.drawback)
        if of_drawback:
            text = claim(reason.drawback, of_drawback[0], f"proof-{place}-but")
        against = f'<p class="but">{text}</p>'
    return f'<p class="why">{marked}</p>{against}'


def marked_text(text: str, proofs: Sequence[tuple[tuple[int, int], str]], name: str) -> str:
    """The text with each proved stretch marked; stretches that overlap or lie outside are left unmarked."""
    parts, done = [], 0
    for number, ((start, end), proof) in enumerate(sorted(proofs, key=lambda one: one[0])):
        if not done <= start < end <= len(text):
            continue
        parts.append(safe(text[done:start]) + claim(text[start:end], proof, f"{name}-{number}"))
        done = end
    return "".join(parts) + safe(text[done:])


def claim(text: str, proof: str, name: str) -> str:
    """A stretch of text that shows its proof on hover, focus or tap, and reads it to a screen reader."""
    told, name = safe(proof), safe(name)
    return (
        f'<mark tabindex="0" role="button" data-proof="{told}" aria-describedby="{name}">{safe(text)}</mark>'
        f'<span class="unseen" id="{name}">{told}</span>'
    )


def _meets(product: Product, shelf: Shelf, missing: Sequence[Constraint]) -> str:
    language = shelf.language
    met = [c for c in shelf.ledger if c.value is not None and c.allows(product) is Verdict.MEETS]
    chips = [f"<li>✓ {safe(met_text(c, product, language))}</li>" for c in met]
    told = [c for c in shelf.ledger if c.value is not None and c.field not in PEOPLE and c not in missing]
    broken = [c for c in told if c.allows(product) is Verdict.VIOLATES]
    chips += [f'<li class="open">✗ {safe(demand_text(c, language, product))}</li>' for c in broken]
    for constraint in (*missing, *(c for c in told if c.allows(product) is Verdict.UNKNOWN)):
        text = html(language, "goods", "open_demand", demand=demand_text(constraint, language, product))
        chips.append(f'<li class="open">? {text}</li>')
    return f'<ul class="meets" aria-label="{html(language, "goods", "meets")}">{"".join(chips)}</ul>' if chips else ""


def _price(product: Product, shelf: Shelf) -> str:
    if product.price is None:
        return ""
    language = shelf.language
    told = f"<b>{safe(money(product.price, product.currency, language))}</b>"
    limit = price_limit(shelf.ledger, product.currency)
    if limit is None or product.price > limit:
        return told
    gap = round(limit - product.price, 2)
    if gap == 0:
        return f"{told}<small>{html(language, 'goods', 'at_limit')}</small>"
    return f"{told}<small>{html(language, 'goods', 'under_limit', gap=money(gap, product.currency, language))}</small>"


def _buttons(product: Product, place: int, title: str, language: str) -> str:
    add = ""
    if product.stock is None or product.stock > 0:
        label = say(language, "goods", "add_label", title=title)
        add = button(say(language, "goods", "add"), "act", label=label, do="add", product=product.id)
    label = say(language, "goods", "compare_label", title=title)
    compare = button(say(language, "goods", "compare"), "ghost", label=label, do="compare", place=place)
    return add + compare.replace(" data-do", ' aria-pressed="false" data-do', 1)
