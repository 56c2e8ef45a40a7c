"""Cards say what the reply holds, and show hostile text as text."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from types import MappingProxyType

import pytest

from assistant.vocabulary import Act, Question, Reply
from assistant.web.addresses import own_picture, safe_link
from assistant.web.cards import Shelf, card, marked_text
from assistant.web.comparison import comparison
from assistant.web.demand_words import chip_text, demand_text, met_text
from assistant.web.goods import changes_goods, goods
from assistant.web.picture import picture
from assistant.web.proof_words import proof_text
from catalog.product import Attribute, Constraint, Translation
from tests.assistant.web.made_up import HOSTILE, LIGHT, LONG, NOT_SONY, UNDER, found_reply, headphones, reason_of

THREE = (headphones(0), headphones(1), headphones(2))
SHELF = Shelf((UNDER, LONG, NOT_SONY), THREE, "en")


class Tags(HTMLParser):
    """Collects the tags and the visible text of a piece of HTML, and finds tags that are left open."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""
        self.open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        assert not [name for name, _ in attrs if name.startswith("on")]
        if tag not in ("img", "input", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def test_a_chip_says_field_and_value_as_some_record_does_in_the_language():
    told = Translation(attributes=MappingProxyType({"animal": ("适用宠物", "猫")}))
    cats = headphones(0, attributes=MappingProxyType({"animal": Attribute("cats")}), translations={"zh": told})
    dogs = headphones(1, attributes=MappingProxyType({"animal": Attribute("dogs")}), translations={
        "zh": Translation(attributes=MappingProxyType({"animal": ("适用宠物", "狗")}))})  # fmt: skip
    demand = Constraint("animal", "=", "cats")
    assert chip_text(demand, "zh", lambda field, value: cats if value in (None, "cats") else None) == "适用宠物：猫"
    assert "狗" not in demand_text(demand, "zh", dogs)  # What a record gives is not what was demanded.


def test_what_is_the_merchants_own_affair_is_not_compared():
    facts = {"date_released": Attribute("2006-01-01T00:00:00Z"), "media": Attribute("Labels,Plain paper")}
    table = comparison([headphones(0, attributes=facts), headphones(1, attributes=facts)], "en")
    assert "2006" not in table
    assert "Labels, Plain paper" in table


def test_a_hostile_record_is_shown_as_text():
    nasty = replace(
        headphones(0), title=HOSTILE, brand=HOSTILE, translations={}, url="javascript:alert(1)", images=(HOSTILE,)
    )
    shown = Tags(card(nasty, 1, reason_of(nasty, THREE), SHELF))
    assert not {"script", "img"} & set(shown.tags)
    assert HOSTILE in shown.text
    assert "href" not in card(nasty, 1, None, SHELF)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_piece_is_well_formed(language):
    shown = Tags(goods(found_reply(THREE[:2], THREE[2:], language)))
    assert shown.open == []


def test_the_card_says_price_gap_stock_rating_and_what_is_met():
    text = Tags(card(headphones(2), 1, None, SHELF)).text
    assert "€98" in text
    assert "−€22 to limit" in text
    assert "3 left" in text
    assert "4.5" in text
    assert "(212)" in text
    assert "✓ battery life 13 h" in text
    assert "✓ not Sony" in text


def test_of_unknown_stock_nothing_is_said_and_a_sold_out_product_cannot_be_added():
    unknown = Tags(card(headphones(0, stock=None), 1, None, SHELF)).text
    assert "stock" not in unknown
    gone = card(headphones(0, stock=0), 1, None, SHELF)
    assert "sold out" in gone
    assert 'data-do="add"' not in gone


def test_each_claim_carries_its_proof():
    html = card(headphones(0), 1, reason_of(headphones(0), THREE), SHELF)
    assert '<mark tabindex="0" role="button" data-proof="weight: 168 g' in html
    assert "next: Aria Fold 1, 189 g" in html
    assert "A shopper&#x27;s review, 5 of 5" in html


def test_proofs_name_the_value_the_record_holds():
    reason = reason_of(headphones(1), THREE)
    told = [proof_text(one, headphones(1), THREE, "en") for one in reason.evidence]
    assert told[0] == "weight: 189 g · the shop's record"
    assert told[2] == "A shopper's review, 5 of 5: “Tight after two hours”"


def test_marks_that_overlap_or_lie_outside_are_left_out():
    html = marked_text("abcdef", [((0, 3), "x"), ((2, 5), "y"), ((4, 99), "z")], "p")
    assert html.count("<mark") == 1
    assert re.sub(r"<[^>]+>", "", html).replace("x", "") == "abcdef"


def test_offers_and_what_is_not_proved_stand_apart_with_counts_and_names():
    text = Tags(goods(found_reply(THREE[:2], THREE[2:]))).text
    assert "14 products that fit" in text
    assert "up to €150 4" in text
    assert "the record doesn't say: battery life ≥ 8 h" in text
    assert text.index("Aria Fold 1") < text.index("up to €150") < text.index("Not proved")


def test_small_talk_leaves_the_goods_alone_but_a_search_without_result_does_not():
    assert not changes_goods(Reply(Act.CHAT, "en", "Hello"))
    assert changes_goods(Reply(Act.FIND, "en", "Nothing"))
    assert not changes_goods(Reply(Act.FEEDBACK, "en", "Good to hear that you like it.", aside=True))
    assert not changes_goods(Reply(Act.FEEDBACK, "en", "Which part is wrong?", question=Question("?", "misread")))


@pytest.mark.parametrize(
    ("constraint", "words"),
    [
        (UNDER, "up to €120"),
        (LONG, "battery life ≥ 8 h"),
        (NOT_SONY, "not Sony"),
        (LIGHT, "light"),
        (Constraint("brand", "in", ("HP", "Acer")), "HP or Acer"),
        (Constraint("wireless", "=", False), "no wireless"),
        (Constraint("wireless", "=", True), "wireless"),
        (Constraint("price", "about", 100.0), "about 100"),
    ],
)
def test_a_chip_says_the_demand(constraint, words):
    assert demand_text(constraint, "en") == words


def test_a_met_measure_tells_the_products_own_value():
    assert met_text(LONG, headphones(1), "en") == "battery life 12 h"
    assert met_text(UNDER, headphones(1), "en") == "up to €120"


def test_pictures_come_from_our_own_host_or_not_at_all():
    assert own_picture("/sample/pictures/a.svg") == "/sample/pictures/a.svg"
    for foreign in (
        "https://elsewhere.example/a.png",
        "//elsewhere.example/a.png",
        "/\\elsewhere.example/a",
        "data:text/html;base64,AA==",
    ):
        assert own_picture(foreign) is None
    assert "<img" not in picture(headphones(0, images=("https://elsewhere.example/a.png",)), "t", "en")


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "data:text/html,x", "//elsewhere.example", "ftp://a/b", "http://", 'https://a"b', "", None],
)
def test_links_that_lead_nowhere_good_are_dropped(url):
    assert safe_link(url) is None


def test_links_to_shops_are_kept():
    assert safe_link("https://shop.example/p?id=1&x=2") == "https://shop.example/p?id=1&x=2"
    assert safe_link("/shop/a") == "/shop/a"


def test_a_comparison_says_what_a_record_lacks():
    silent = replace(headphones(1), attributes={})
    html = comparison((headphones(0), silent), "en")
    assert "not in the record" in html
    assert html.count('<th scope="col">') == 3


def test_what_a_record_does_not_say_is_told_as_such() -> None:
    from assistant.vocabulary import Evidence
    from assistant.web.proof_words import proof_text
    from catalog.product import Product

    lamp = Product(id="l", title="Lamp")
    assert proof_text(Evidence("l", "weight", None), lamp, [lamp], "en") == "The record has nothing on weight."


def test_a_card_tells_of_each_demand_and_wish_whether_the_product_meets_it_breaks_it_or_does_not_say():
    product = headphones(0)
    wishes = (
        Constraint("price", "<=", product.price, product.currency, False),
        Constraint("brand", "!=", product.brand, None, False),
        Constraint("scent", "=", "mint", None, False),
        Constraint("recipient", "has", "a friend", None, False),
    )
    told = card(product, 1, None, Shelf(wishes, THREE, "en"))
    marks = re.findall(r"<li(?: class=.open.)?>(.) ", told)
    assert marks == ["✓", "✗", "?"]
    assert "a friend" not in told


def test_the_chip_of_a_wish_is_in_the_shoppers_words_where_the_record_speaks_another_language() -> None:
    mother = Constraint("recipient", "has", "mother", None, False, "送妈妈")
    assert demand_text(mother, "zh") == "送妈妈"
    assert demand_text(mother, "en") == "mother"
