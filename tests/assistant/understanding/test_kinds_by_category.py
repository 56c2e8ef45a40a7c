"""What a category is called means all kinds there that are told alike, whatever their own names end with."""

from __future__ import annotations

from assistant.understanding.lexicon.catalogue_lexicon import CatalogueLexicon
from catalog.product import Attribute, Product
from tests.assistant.understanding.small_shops import Shop


def lexicon(category: str, kinds: dict[str, tuple[str, ...]], language: str) -> CatalogueLexicon:
    products = [
        Product(
            f"{kind}{n}", f"Ostara {kind} {n}", "Ostara", kind, (category,), 30.0, "EUR",
            {column: Attribute("a") for column in columns}, language=language,
        )
        for kind, columns in kinds.items()
        for n in range(3)
    ]  # fmt: skip
    return CatalogueLexicon.learn(Shop(products))


def test_watches_are_all_that_lies_among_the_watches() -> None:
    told = ("Movement", "Crystal", "Dial")
    found = lexicon("Watches", {"dive watch": told, "field watch": told, "chronograph": told}, "en").type_words
    assert {frozenset(found[said]) for said in ("watch", "手表")} == {
        frozenset({"dive watch", "field watch", "chronograph"})
    }


def test_what_goes_with_the_goods_of_a_category_is_none_of_them() -> None:
    told = ("Movement", "Crystal", "Dial")
    kinds = {"dive watch": told, "field watch": told, "strap": ("Buckle", "Length")}
    assert set(lexicon("Watches", kinds, "en").type_words["watch"]) == {"dive watch", "field watch"}
