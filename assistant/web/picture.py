"""A product's picture, or a quiet drawing in its place where none may be shown."""

from __future__ import annotations

from zlib import crc32

from assistant.web.addresses import own_picture
from assistant.web.page_words import html, safe
from catalog.product import Product

HUES = (172, 206, 232, 262, 292, 336, 18, 36, 84, 142)


def picture(product: Product, title: str, language: str) -> str:
    """An image of our own host, or the initial of the product's kind on a colour of its own."""
    told = html(language, "goods", "picture", title=title) if title else ""
    for address in product.images:
        own = own_picture(address)
        if own:
            return (
                f'<div class="pic"><img src="{safe(own)}" alt="{told}" loading="lazy" width="132" height="112"></div>'
            )
    kind = (product.brand or product.type or title or "?").strip()
    initials = "".join(word[0] for word in kind.split()[:2] if word).upper()[:2] or "?"
    hue = HUES[crc32((product.type or product.brand or product.id).encode()) % len(HUES)]
    return f'<div class="pic drawn" style="--hue:{hue}" aria-hidden="true"><span>{safe(initials)}</span></div>'
