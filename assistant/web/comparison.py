"""Products side by side: the same fields in the same rows, differences in sight."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.basket import titled
from assistant.reasons.amounts import fact_words, label
from assistant.reasons.reasoner import is_paperwork
from assistant.web.page_words import html, safe
from catalog.product import Product

ROWS = 14
LISTED = re.compile(r"(?<=[^\W\d]),(?=[^\W\d])")


def comparison(products: Sequence[Product], language: str) -> str:
    """A table of what the records say; a field that a record lacks is said to be missing."""
    heads = "".join(f'<th scope="col">{safe(titled(product, language))}</th>' for product in products)
    rows = "".join(_row(name, products, language) for name in _fields(products, language))
    return (
        '<div class="table" tabindex="0" role="region">'
        f'<table><thead><tr><th scope="col">{html(language, "compare", "field")}</th>{heads}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def _fields(products: Sequence[Product], language: str) -> list[str]:
    """Price, rating and brand, then the attributes: those that most records have and that differ come first."""
    names = [name for product in products for name in product.attributes if not is_paperwork(name, language)]
    shared = sorted(
        dict.fromkeys(names),
        key=lambda name: (-names.count(name), _same(name, products), names.index(name)),
    )
    own = [name for name in ("price", "rating", "brand") if any(product.fact(name) for product in products)]
    return [*own, *shared][:ROWS]


def _same(name: str, products: Sequence[Product]) -> bool:
    facts = [product.fact(name) for product in products]
    return len({(fact.value, fact.unit) if fact else None for fact in facts}) == 1


def _row(name: str, products: Sequence[Product], language: str) -> str:
    told = [_cell(product, name, language) for product in products]
    differs = ' class="differs"' if len(set(told)) > 1 else ""
    heading = next((label(name, language, product) for product in products if name in product.attributes), None)
    if heading is None:
        heading = label(name, language)
    cells = "".join(f"<td>{cell}</td>" for cell in told)
    return f'<tr{differs}><th scope="row">{safe(heading)}</th>{cells}</tr>'


def _cell(product: Product, name: str, language: str) -> str:
    fact = product.fact(name)
    if fact is None:
        return f'<span class="silent">{html(language, "compare", "silent")}</span>'
    if isinstance(fact.value, bool):
        return html(language, "proof", "yes" if fact.value else "no")
    # A list written without spaces would not break where it ends a word.
    return safe(LISTED.sub(", ", fact_words(name, fact, language, product)))
