"""The basket: a variant and a quantity as the shopper named them, and never more than the shop has."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.basket import CartAnswer, changed_cart, refreshed, total
from assistant.state import DialogueState
from assistant.vocabulary import CartChange, CartLine
from catalog.product import Attribute, Product


def bag(name: str, colour: str, stock: int | None, price: float | None = 20.0, group: str | None = "bag") -> Product:
    return Product(
        name, f"Tarn bag, {colour}", price=price, currency="EUR", stock=stock, group=group, url=f"/shop/{name}",
        attributes={"colour": Attribute(colour)},
    )  # fmt: skip


GOODS = {
    one.id: one
    for one in (
        bag("black", "black", 5), bag("red", "red", 1), bag("blue", "blue", 0), bag("grey", "dark grey", None),
        bag("lone", "green", 9, 7.5, None),
    )
}  # fmt: skip


def get(ids: Sequence[str]) -> list[Product]:
    return [GOODS[one] for one in ids if one in GOODS]


def variants(product: Product) -> list[Product]:
    return [one for one in GOODS.values() if one.group and one.group == product.group] or [product]


def after(*changes: CartChange, cart: tuple[CartLine, ...] = ()) -> CartAnswer:
    return changed_cart(DialogueState(cart=cart), changes, get, variants, "en")


def lines(answer: CartAnswer) -> dict[str, int]:
    return {line.product: line.quantity for line in answer.cart}


def add(*products: str, quantity: int = 1, options: tuple[str, ...] = (), kind: str = "add") -> CartChange:
    return CartChange(kind, products, quantity, options)


def test_what_was_pointed_at_goes_in_with_its_price_and_address() -> None:
    answer = after(add("lone", quantity=2))
    assert answer.cart == (CartLine("lone", "Tarn bag, green", 2, 7.5, "EUR", (), "/shop/lone"),)
    assert answer.question is None
    assert total(answer.cart, "en") == "€15"


def test_the_same_again_adds_up_and_set_sets() -> None:
    answer = after(add("black"), add("black", quantity=2))
    assert lines(answer) == {"black": 3}
    assert lines(after(add("black", quantity=2, kind="set"), cart=answer.cart)) == {"black": 2}
    assert lines(after(add("black", quantity=0, kind="set"), cart=answer.cart)) == {}


def test_a_variant_is_the_one_that_was_named() -> None:
    assert lines(after(add("black", options=("red",)))) == {"red": 1}
    assert lines(after(add("black", options=("black",)))) == {"black": 1}
    assert lines(after(add("black", options=("grey",)))) == {"grey": 1}


def test_a_variant_that_isn_t_there_is_asked_for_and_nothing_goes_in() -> None:
    answer = after(add("black", options=("gold",)))
    assert answer.cart == ()
    assert answer.question is not None
    assert answer.question.field == "cart"
    assert len(answer.question.choices) == 4


def test_what_is_sold_out_stays_out() -> None:
    assert lines(after(add("blue"))) == {}
    assert lines(after(add("black", options=("blue",)))) == {}


def test_no_more_goes_in_than_the_shop_has() -> None:
    assert lines(after(add("red", quantity=3))) == {"red": 1}
    assert lines(after(add("red"), add("red"))) == {"red": 1}
    assert lines(after(add("grey", quantity=300))) == {"grey": 300}, "of unknown stock nothing is said"


def test_removing_and_clearing() -> None:
    cart = after(add("black"), add("lone", quantity=3)).cart
    assert lines(after(add("black", kind="remove"), cart=cart)) == {"lone": 3}
    assert lines(after(add("red", kind="remove"), cart=cart)) == {"black": 1, "lone": 3}
    assert after(CartChange("clear"), cart=cart).cart == ()


def test_showing_and_buying_change_nothing() -> None:
    cart = after(add("black"), add("lone", quantity=3)).cart
    shown = after(CartChange("show"), cart=cart)
    assert shown.cart == cart
    assert "€42.50" in shown.text
    bought = after(CartChange("buy"), cart=cart)
    assert bought.cart == cart
    assert "/shop/black" in bought.text


def test_nothing_pointed_at_is_asked_for() -> None:
    answer = after(CartChange("add"))
    assert answer.cart == ()
    assert answer.text


def test_a_kept_basket_has_today_s_prices_and_what_is_still_sold() -> None:
    old = (CartLine("black", "Tarn bag, black", 2, 99.0, "EUR"), CartLine("gone", "Gone", 1, 5.0, "EUR"))
    assert [(line.product, line.price) for line in refreshed(old, get)] == [("black", 20.0)]


def test_currencies_are_not_added_together() -> None:
    both = (CartLine("a", "A", 2, 10.0, "EUR"), CartLine("b", "B", 1, 3.0, None), CartLine("c", "C", 1, None, None))
    assert total(both, "en") == "€20 and 3"
