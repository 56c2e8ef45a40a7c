"""What the indexes read of a product: one short text to embed, and the fields to search by words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from catalog.languages.machine_talk import title_without_machine_talk, without_machine_talk
from catalog.languages.registry import places
from catalog.languages.segmentation import segment
from catalog.product import Product

EMBEDDED_CHARACTERS = 160
"""About 40 tokens. Measured on rated searches of electronics (NDCG@10): title alone .874, with the description's start
.910 at 160 characters and .909 at 240, with attribute values .849; and a longer text takes longer to embed."""

USUAL = 60
"""Values of so many letters recur in a catalogue: each is cut once."""


@dataclass(frozen=True, slots=True)
class LexicalFields:
    """The texts of a product by field, in every language of its record."""

    title: str
    kind: str
    brand: str
    attributes: str
    description: str


def embedding_text(product: Product) -> str:
    """Title, kind and brand where the title lacks them, and the description's start: at most EMBEDDED_CHARACTERS."""
    kind = product.type or (product.category[-1] if product.category else None)
    return _embedding_text(product.title, kind, product.brand, product.description or "", places())


@lru_cache(maxsize=1 << 15)
def _embedding_text(title: str, kind: str | None, brand: str | None, description: str, _: tuple[str, ...]) -> str:
    title = title_without_machine_talk(title)
    said = title.casefold()
    lead = ", ".join([title, *(word for word in (kind, brand) if word and word.casefold() not in said)])
    return f"{lead}. {without_machine_talk(description)}"[:EMBEDDED_CHARACTERS].rstrip(" .")


def lexical_fields(product: Product) -> LexicalFields:
    """All words of a product by field; a yes/no fact gives its name where true and nothing where false."""
    translations = tuple(product.translations.values())
    titles = [product.title, *(t.title or "" for t in translations)]
    kinds = [product.type, *product.category]
    for translation in translations:
        kinds += [translation.type, *translation.category]
    return LexicalFields(
        title=_joined([title_without_machine_talk(one) for one in titles]),
        kind=_joined(kinds),
        brand=product.brand or "",
        attributes=_joined(_said_of_attributes(product)),
        description=_joined([product.description, *(t.description for t in translations)]),
    )


def lexical_words(product: Product) -> tuple[str, str, str, str, str]:
    """The words of each field of `lexical_fields`, cut as queries are, a space between them."""
    folders = places()
    said = _said_of_attributes(product)
    values = dict([_usual(one, folders) if len(one) <= USUAL else _cut_lines(one) for one in said if one])
    values.pop("", None)
    if product.translations:
        fields = lexical_fields(product)
        title, kind, description = fields.title, fields.kind, fields.description
    else:
        title = without_machine_talk(title_without_machine_talk(product.title))
        kind = _joined([product.type, *product.category])
        description = without_machine_talk(product.description or "")
    return (
        _cut(title),
        _usual(kind, folders)[1],
        _usual(product.brand, folders)[1] if product.brand else "",
        " ".join(values.values()),
        _cut(description),
    )


@lru_cache(maxsize=8192)
def readable(name: str) -> str:
    """A column's name as words: `noise_cancelling` -> `noise cancelling`."""
    return " ".join(name.replace("_", " ").split())


def _said_of_attributes(product: Product) -> list[str]:
    """The words of a product's attributes, in every language of its record."""
    said: list[str] = []
    translations = tuple(product.translations.values())
    for name, fact in product.attributes.items():
        value = fact.value
        if value is True:
            said.append(readable(name))
        elif isinstance(value, str):
            said.append(value)
        for translation in translations:
            own, told = translation.attributes.get(name, (None, None))
            if value is True and own:
                said.append(own)
            elif isinstance(value, str) and told:
                said.append(told)
    return said


def _cut(text: str) -> str:
    return " ".join(segment(text)) if text else ""


def _cut_lines(text: str) -> tuple[str, str]:
    """A text without orders to a machine, and its words, each line cut by itself."""
    left = without_machine_talk(text)
    return left, " ".join(map(_cut, left.split("\n")))


@lru_cache(maxsize=1 << 16)
def _usual(text: str, _: tuple[str, ...]) -> tuple[str, str]:
    """The same of a text that many products share."""
    return _cut_lines(text)


def _joined(parts: list[str | None]) -> str:
    """The parts, each once; an order to a machine is no word to be found by."""
    told = dict.fromkeys(map(without_machine_talk, filter(None, parts)))
    told.pop("", None)
    return "\n".join(told)
