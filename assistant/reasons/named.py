"""How a feature, a figure and another product are called within a sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from assistant.languages.reading import nearest, words
from assistant.reasons.amounts import fact_words, figure, label, money
from catalog.measures import dimension
from catalog.product import Attribute, Product

CUT = re.compile(r"[,，(（|]")
LATIN_START = re.compile(r"[\x20-\x7e]{4,}")
SHORT_NAME = (4, 44)
FILE = "wording_reasons"


def grammar(language: str) -> Mapping[str, Any]:
    """The wording of reasons in that language."""
    return words(nearest(language), FILE)


def spelled(name: str, fact: Attribute, language: str, product: Product | None = None) -> str:
    """A fact's value as it stands in a sentence: units written out where the language does so."""
    if isinstance(fact.value, (bool, str)) or name == "price":
        return fact_words(name, fact, language, product)
    return amount(fact.value, fact.unit, language)


def amount(value: float, unit: str | None, language: str) -> str:
    """A figure with its unit in words; money as a price tag."""
    forms = grammar(language)["spelled"]
    bare = figure(value, None, language)
    if unit is None:
        return bare
    if dimension(unit) == "money":
        return money(value, unit, language)
    if unit not in forms:
        return figure(value, unit, language)
    return f"{bare}{forms['glue']}{forms[unit][0 if value == 1 else 1]}"


def be(name: str, language: str) -> str:
    """The verb that agrees with a field's name."""
    names = grammar(language)["names"]
    return str(names["verbs"][1 if re.search(names["plural"], name) else 0])


def feature_slots(name: str, language: str) -> tuple[str, dict[str, str]]:
    """The kind of a feature (state, quality, plain or counted) and the words that its clause needs."""
    kind, what, how, article = _kind(name, nearest(language))
    return kind, {"name": name, "what": what, "how": how, "article": article}


@lru_cache(maxsize=4096)
def _kind(name: str, language: str) -> tuple[str, str, str, str]:
    names = grammar(language)["names"]
    state = re.search(names["state"], name)
    if state:
        return "state", state["what"], state["how"], ""
    for kind in ("quality", "plain"):
        if re.search(names[kind], name):
            return kind, "", "", ""
    return "counted", "", "", "an" if name[:1] in names["vowels"] else "a"


def with_article(name: str, language: str) -> str:
    """A noun as one of its kind: with its article where the language has one, and the noun is no plural."""
    names = grammar(language)["names"]
    if not names["vowels"] or re.search(names["plural"], name):
        return name
    return f"{'an' if name[:1].casefold() in names['vowels'] else 'a'} {name}"


def own_label(name: str, language: str, product: Product) -> str:
    """A field's name for running text, in small letters where it isn't a name."""
    told = label(name, language, product)
    return told if any(letter.isupper() for letter in told[1:]) else told.lower()


def short_name(product: Product, shown: Sequence[Product], language: str) -> str | None:
    """The shortest beginning of a title that names this product alone among those shown; None where there is none."""
    others = [one for one in shown if one.id != product.id]
    taken = {name.casefold() for one in others for name in _beginnings(one, language)}
    for name in _beginnings(product, language):
        if SHORT_NAME[0] <= len(name) <= SHORT_NAME[1] and name.casefold() not in taken:
            return name
    return None


def _beginnings(product: Product, language: str) -> list[str]:
    """What a title may be cut to: its first Latin run where other letters follow, then all up to the first comma."""
    told = product.translations.get(language)
    title = told.title if told and told.title else product.title
    latin = LATIN_START.match(title)
    cut = CUT.split(title)[0].strip()
    return [latin[0].strip(), cut] if latin and " " in latin[0].strip() and len(latin[0]) < len(cut) else [cut]
