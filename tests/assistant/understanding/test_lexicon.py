"""What is learnt from a catalogue, kept as JSON, and learnt again when the catalogue has changed."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from assistant.understanding.lexicon.catalogue_lexicon import NOTE, CatalogueLexicon
from assistant.understanding.lexicon.repricing import repriced
from assistant.understanding.lexicon.words import key
from catalog.product import Attribute, Product
from catalog.store import Store
from catalog.storing.reports import Listing
from tests.assistant.understanding.small_shops import Shop, bilingual, electronics, household


def test_kinds_brands_columns_and_values_are_learnt_in_both_languages() -> None:
    lexicon = CatalogueLexicon.learn(electronics())
    assert lexicon.type_words[key("laptop")] == lexicon.type_words[key("笔记本电脑")] == ("Notebook",)
    assert lexicon.type_words[key("鼠标")] == ("Mouse",)
    assert lexicon.brand_words[key("惠普")] == ("HP",)
    assert lexicon.field_words[key("display diagonal")] == ("n_display_diagonal",)
    assert "b_touchscreen" in lexicon.feature_words[key("触屏")]
    assert lexicon.values[key("黑色")]["t_product_colour"].text == "Black"
    assert lexicon.fields["n_weight"].unit == "g"
    assert lexicon.fields["n_weight"].held_by(["Notebook"]) == 4
    assert lexicon.currency is None


def test_translations_are_names_too() -> None:
    lexicon = CatalogueLexicon.learn(bilingual())
    assert lexicon.type_words[key("耳机")] == ("headphones",)
    assert "weight" in lexicon.field_words[key("重量")]
    assert lexicon.values[key("白色")]["colour"].text == "white"
    assert lexicon.currency == "EUR"


def test_shares_of_a_mixture_are_values() -> None:
    lexicon = CatalogueLexicon.learn(household())
    assert lexicon.values[key("棉")]["材质"].held_by(["四件套"]) == 1
    assert lexicon.language == "zh"


def test_a_column_of_free_text_teaches_what_any_shop_knows() -> None:
    said = [f"100%棉，手工第{number}批" for number in range(60)]
    rows = [
        Product(f"m{at}", "盖毯", None, "盖毯", (), 99.0, "CNY", {"材质": Attribute(one)})
        for at, one in enumerate(said)
    ]
    lexicon = CatalogueLexicon.learn(Shop(rows))
    assert lexicon.values[key("棉")]["材质"].held_by(["盖毯"]) == 60
    assert not any("手工" in word and "材质" in columns for word, columns in lexicon.values.items())


def test_json_gives_the_same_lexicon_back() -> None:
    for shop in (electronics(), household(), bilingual(), Shop([])):
        lexicon = CatalogueLexicon.learn(shop)
        assert CatalogueLexicon.from_json(json.loads(json.dumps(lexicon.as_json()))) == lexicon


def test_it_is_kept_with_the_store_until_the_store_changes(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "store.sqlite3")
    store.write(bilingual().products)
    first = CatalogueLexicon.kept(store)
    assert store.note(NOTE)
    assert CatalogueLexicon.kept(store) == first
    store.write(electronics().products)
    assert CatalogueLexicon.kept(store).count == len(bilingual().products) + len(electronics().products)


def test_other_prices_leave_the_words_known_and_a_first_price_does_not(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "store.sqlite3")
    goods = [Product("1", "Acme kettle", price=5.0, currency="EUR"), Product("2", "Acme pan", currency="EUR")]
    store.write(goods)
    first = CatalogueLexicon.kept(store)
    store.patch({"1": Listing(price=9.0)})
    assert CatalogueLexicon.noted(store) == (store.revision - 1, first)
    assert CatalogueLexicon.kept(store).fields["price"].range_for(()) == (9.0, 9.0)
    for news in ({"1": Listing(currency="USD")}, {"2": Listing(price=7.0)}, {"1": Listing(stock=3)}):
        CatalogueLexicon.kept(store)
        store.patch(news)
        assert CatalogueLexicon.noted(store) is None
    CatalogueLexicon.kept(store)
    store.write([Product("3", "Acme cup")])
    assert CatalogueLexicon.noted(store) is None
    CatalogueLexicon.kept(store)
    store.delete(["3"])
    assert CatalogueLexicon.noted(store) is None


def test_after_other_prices_it_is_what_learning_everything_anew_would_give(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "store.sqlite3")
    goods = [replace(one, stock=number) for number, one in enumerate(electronics().products)]
    store.write(goods)
    first = CatalogueLexicon.learn(store)
    store.patch({one.id: Listing(price=7.5 + number, stock=40) for number, one in enumerate(goods) if one.price})
    assert repriced(first, store.view()) == CatalogueLexicon.learn(store) != first
