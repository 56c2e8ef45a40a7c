"""What the indexes read of a product: one short text to embed, and the fields to search by words."""

from __future__ import annotations

from dataclasses import dataclass

from catalog.product import Attribute, Product

EMBEDDED_CHARACTERS = 240
"""About 60 tokens of MiniLM: title, kind and the first facts; a longer text costs time and finds no more."""
SHORT_FACT = 24


@dataclass(frozen=True, slots=True)
class LexicalFields:
    """The texts of a product by field, in every language of its record."""

    title: str
    kind: str
    brand: str
    attributes: str
    description: str


def embedding_text(product: Product) -> str:
    """Title, type, brand, description and short facts in one line of at most EMBEDDED_CHARACTERS characters."""
    parts = [product.title]
    kind = product.type or (product.category[-1] if product.category else None)
    parts += [word for word in (kind, product.brand) if word and word.casefold() not in product.title.casefold()]
    text = ", ".join(parts)
    if product.description and product.description.casefold() not in text.casefold():
        text = f"{text}. {product.description}"
    for name, fact in product.attributes.items():
        words = _short_fact(name, fact)
        if words and words.casefold() not in text.casefold() and len(text) + len(words) + 2 <= EMBEDDED_CHARACTERS:
            text = f"{text}, {words}"
    return text[:EMBEDDED_CHARACTERS]


def lexical_fields(product: Product) -> LexicalFields:
    """All words of a product by field; a yes/no fact gives its name where true and nothing where false."""
    translations = tuple(product.translations.values())
    attributes: list[str] = []
    for name, fact in product.attributes.items():
        attributes += _fact_words(name, fact)
        for translation in translations:
            own, value = translation.attributes.get(name, (None, None))
            if fact.value is True and own:
                attributes.append(own)
            elif isinstance(fact.value, str) and value:
                attributes.append(value)
    kinds = [product.type, *product.category]
    for translation in translations:
        kinds += [translation.type, *translation.category]
    return LexicalFields(
        title=_joined([product.title, *(t.title for t in translations)]),
        kind=_joined(kinds),
        brand=product.brand or "",
        attributes=_joined(attributes),
        description=_joined([product.description, *(t.description for t in translations)]),
    )


def readable(name: str) -> str:
    """A column's name as words: `noise_cancelling` -> `noise cancelling`."""
    return " ".join(name.replace("_", " ").split())


def _joined(parts: list[str | None]) -> str:
    return "\n".join(dict.fromkeys(part for part in parts if part))


def _fact_words(name: str, fact: Attribute) -> list[str]:
    if fact.value is True:
        return [readable(name)]
    return [fact.value] if isinstance(fact.value, str) else []


def _short_fact(name: str, fact: Attribute) -> str | None:
    words = _fact_words(name, fact)
    return words[0] if words and len(words[0]) <= SHORT_FACT else None
