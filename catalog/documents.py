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
    title = title_without_machine_talk(product.title)
    lead = ", ".join(
        [title, *(word for word in (kind, product.brand) if word and word.casefold() not in title.casefold())]
    )
    return f"{lead}. {without_machine_talk(product.description or '')}"[:EMBEDDED_CHARACTERS].rstrip(" .")


def lexical_fields(product: Product) -> LexicalFields:
    """All words of a product by field; a yes/no fact gives its name where true and nothing where false."""
    translations = tuple(product.translations.values())
    attributes: list[str] = []
    for name, fact in product.attributes.items():
        if fact.value is True:
            attributes.append(readable(name))
        elif isinstance(fact.value, str):
            attributes.append(fact.value)
        for translation in translations:
            own, value = translation.attributes.get(name, (None, None))
            if fact.value is True and own:
                attributes.append(own)
            elif isinstance(fact.value, str) and value:
                attributes.append(value)
    titles = [product.title, *(t.title or "" for t in translations)]
    kinds = [product.type, *product.category]
    for translation in translations:
        kinds += [translation.type, *translation.category]
    return LexicalFields(
        title=_joined([title_without_machine_talk(one) for one in titles]),
        kind=_joined(kinds),
        brand=product.brand or "",
        attributes=_joined(attributes),
        description=_joined([product.description, *(t.description for t in translations)]),
    )


def lexical_words(product: Product) -> tuple[str, str, str, str, str]:
    """The words of each field of `lexical_fields`, cut as queries are, a space between them."""
    fields, folders = lexical_fields(product), places()
    lines = fields.attributes.split("\n") if fields.attributes else []
    return (
        _cut(fields.title),
        _usual(fields.kind, folders),
        _usual(fields.brand, folders),
        " ".join(_usual(line, folders) if len(line) <= USUAL else _cut(line) for line in lines),
        _cut(fields.description),
    )


def _cut(text: str) -> str:
    return " ".join(segment(text)) if text else ""


@lru_cache(maxsize=1 << 16)
def _usual(text: str, _: tuple[str, ...]) -> str:
    """The words of a text that many products share."""
    return _cut(text)


def readable(name: str) -> str:
    """A column's name as words: `noise_cancelling` -> `noise cancelling`."""
    return " ".join(name.replace("_", " ").split())


def _joined(parts: list[str | None]) -> str:
    """The parts, each once; an order to a machine is no word to be found by."""
    told = dict.fromkeys(map(without_machine_talk, filter(None, parts)))
    told.pop("", None)
    return "\n".join(told)
