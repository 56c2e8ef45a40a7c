"""The page of one product: all that its record says, and what shoppers write, in a language."""

from __future__ import annotations

from assistant.basket import titled
from assistant.languages.reading import nearest
from assistant.reasons.amounts import fact_words, label, money
from assistant.web.cards import facts_line
from assistant.web.page_words import html, safe
from assistant.web.picture import picture
from catalog.product import Product, Review


def product_page(product: Product, language: str, others: tuple[tuple[str, str], ...]) -> str:
    """A whole page as HTML; `others` are the languages it can be read in besides, as code and name."""
    language = nearest(language)
    title = titled(product, language)
    told = product.translations.get(language)
    description = told.description if told and told.description else product.description
    price = (
        ""
        if product.price is None
        else f'<p class="price">{safe(money(product.price, product.currency, language))}</p>'
    )
    links = " ".join(
        f'<a class="pill" hreflang="{safe(code)}" href="?language={safe(code)}">{safe(name)}</a>'
        for code, name in others
    )
    body = (
        f'{_top(language)}<span class="gap"></span>{links}</header>'
        f'<main class="product"><div class="lead">{picture(product, title, language)}<div><h1>{safe(title)}</h1>'
        f'<p class="sub">{facts_line(product, language)}</p>{price}<p>{safe(description or "")}</p>'
        f'<p><a class="ghost" href="/">{html(language, "product", "back")}</a></p></div></div>'
        f"<h2>{html(language, 'product', 'facts')}</h2><dl>{_facts(product, language)}</dl>"
        f"<h2>{html(language, 'product', 'reviews')}</h2>{_reviews(product.reviews, language)}</main>"
    )
    return whole_page(title, body, language)


def plain_page(sentence_key: str, language: str) -> str:
    """A page that says one sentence."""
    language = nearest(language)
    sentence = html(language, "product", sentence_key)
    body = (
        f"{_top(language)}</header>"
        f'<main class="product"><h1>{sentence}</h1>'
        f'<p><a class="ghost" href="/">{html(language, "product", "back")}</a></p></main>'
    )
    return whole_page(sentence, body, language)


def whole_page(title: str, body: str, language: str) -> str:
    """The document around a body."""
    return (
        f'<!doctype html><html lang="{safe(language)}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        '<meta name="color-scheme" content="light dark"><link rel="icon" type="image/svg+xml" href="/page/icon.svg">'
        f'<title>{safe(title)}</title><link rel="stylesheet" href="/page/page.css"></head>'
        f'<body class="daogou alone">{body}</body></html>'
    )


def _top(language: str) -> str:
    return f'<header class="top"><a class="name" href="/">{html(language, "shell", "title")}</a>'


def _facts(product: Product, language: str) -> str:
    rows = []
    for name, fact in product.attributes.items():
        if isinstance(fact.value, bool):
            value = html(language, "proof", "yes" if fact.value else "no")
        else:
            value = safe(fact_words(name, fact, language, product))
        rows.append(f"<div><dt>{safe(label(name, language, product))}</dt><dd>{value}</dd></div>")
    return "".join(rows)


def _reviews(reviews: tuple[Review, ...], language: str) -> str:
    own = [review for review in reviews if review.language in (None, language)] or list(reviews)
    if not own:
        return f'<p class="soft">{html(language, "product", "no_reviews")}</p>'
    return "".join(
        f'<blockquote lang="{safe(review.language or language)}">'
        f"{f'<span class=star>{chr(9733) * round(review.rating)}</span> ' if review.rating is not None else ''}"
        f"{safe(review.text)}</blockquote>"
        for review in own
    )
