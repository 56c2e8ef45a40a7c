"""Products as reasons may quote them: without the sentences that give orders to a machine."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from catalog.languages.machine_talk import orders_a_machine, title_without_machine_talk, without_machine_talk
from catalog.product import Attribute, Product, Translation


def quieted(product: Product) -> Product:
    """The product without machine talk in its texts, facts and reviews; the same object where there is none."""
    texts = _texts(product)
    # All at once first: nearly every product is done with that, in a fraction of the time.
    if not orders_a_machine("\n".join(texts)) or not any(map(orders_a_machine, texts)):
        return product
    facts = {
        name: fact for name, fact in product.attributes.items() if not orders_a_machine(name) and not _orders(fact)
    }
    return replace(
        product,
        title=title(product.title, product),
        brand=None if orders_a_machine(product.brand or "") else product.brand,
        description=without_machine_talk(product.description or "") or None,
        attributes=MappingProxyType(facts),
        reviews=tuple(
            replace(one, text=left) for one in product.reviews if (left := without_machine_talk(one.text)).strip()
        ),
        translations=MappingProxyType(
            {code: _translation(told, product) for code, told in product.translations.items()}
        ),
    )


def title(said: str, product: Product) -> str:
    """A title as it is told in words: of one that is nothing but orders, brand and kind are left."""
    told = title_without_machine_talk(said)
    if told:
        return told
    named = [word for word in (product.brand, product.type) if word and not orders_a_machine(word)]
    return " ".join(named) or product.id


def spoken_title(product: Product, language: str) -> str:
    """The product's title in a language where its record has one, as words may repeat it."""
    told = product.translations.get(language)
    return title(told.title if told and told.title else product.title, product)


def _translation(told: Translation, product: Product) -> Translation:
    facts = {
        name: words for name, words in told.attributes.items() if not any(orders_a_machine(w or "") for w in words)
    }
    return replace(
        told,
        title=title(told.title, product) if told.title else None,
        description=without_machine_talk(told.description or "") or None,
        attributes=MappingProxyType(facts),
    )


def _orders(fact: Attribute) -> bool:
    return isinstance(fact.value, str) and orders_a_machine(fact.value)


def _texts(product: Product) -> list[str]:
    texts = [product.title, product.brand or "", product.description or "", *product.attributes]
    texts += [fact.value for fact in product.attributes.values() if isinstance(fact.value, str)]
    texts += [review.text for review in product.reviews]
    for told in product.translations.values():
        texts += [told.title or "", told.description or ""]
        texts += [word or "" for words in told.attributes.values() for word in words]
    return texts
