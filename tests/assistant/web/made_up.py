"""Hand-made products, replies and an assistant that follows a script: the web room is tested without the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from types import MappingProxyType, SimpleNamespace
from typing import Any

from assistant.state import DialogueState
from assistant.vocabulary import (
    Act,
    Choice,
    Evidence,
    Offer,
    Question,
    Ranked,
    Reason,
    Reply,
    Turn,
    Unproved,
    Want,
)
from catalog.product import Attribute, Constraint, Product, Review, Translation

HOSTILE = '<img src=x onerror="document.title=1"><b>bold</b> **stars** <script>document.title=2</script>'


def headphones(number: int, **other: Any) -> Product:
    """One of a row of made-up headphones."""
    weight = 168.0 + 21 * number
    made = Product(
        id=f"hp-{number}",
        title=f"Aria Fold {number}",
        brand="Aria" if number % 2 else "Norr",
        type="headphones",
        price=74.0 + 12 * number,
        currency="EUR",
        attributes=MappingProxyType(
            {
                "weight": Attribute(weight, "g"),
                "battery_life": Attribute(11.0 + number, "h"),
                "wireless": Attribute(True),
                "colour": Attribute("black"),
            }
        ),
        images=(f"/sample/pictures/hp-{number}.svg",),
        stock=3 if number == 2 else 20,
        rating=4.5,
        rating_count=212,
        language="en",
        url=f"/shop/hp-{number}",
        reviews=(Review(f"r{number}", "Forgot I had to charge it. Tight after two hours.", 5.0, "en"),),
        translations=MappingProxyType({"zh": Translation(title=f"轻折耳机 {number}")}),
    )
    return replace(made, **other)


@dataclass
class MadeUpStore:
    """As much of a store as the web room asks for."""

    products: dict[str, Product]

    def get(self, ids: Iterable[str]) -> list[Product]:
        return [self.products[one] for one in ids if one in self.products]

    def count(self) -> int:
        return len(self.products)

    def view(self) -> SimpleNamespace:
        """A view whose columns tell nothing, so that the page finds no record's own words for them."""
        return SimpleNamespace(ids=(), column=lambda _: SimpleNamespace(facts=(), rows=(), codes=()))


@dataclass
class MadeUpCatalogue:
    store: MadeUpStore


Answer = Callable[[DialogueState, Turn], tuple[DialogueState, Reply]]


@dataclass
class MadeUpAssistant:
    """Answers by a given function and remembers who asked what."""

    catalogue: MadeUpCatalogue
    answer: Answer
    asked: list[Turn] = field(default_factory=list)
    writer: Callable[[Reply], Iterable[Reply]] | None = None
    service: None = None
    staff: None = None

    def words(self, state: DialogueState, reply: Reply, turn: Turn, late: bool = True) -> Iterator[Reply]:
        return iter(self.writer(reply) if self.writer else ())

    def worded(self, state: DialogueState, reply: Reply, turn: Turn) -> Reply:
        return [reply, *self.words(state, reply, turn)][-1]

    def respond(self, state: DialogueState, turn: Turn, k: int = 5) -> tuple[DialogueState, Reply]:
        self.asked.append(turn)
        return self.answer(state, turn)


UNDER = Constraint("price", "<=", 120.0, "EUR", said="under 120")
NOT_SONY = Constraint("brand", "!=", "Sony", said="not Sony")
LONG = Constraint("battery_life", ">=", 8.0, "h", said="lasts a working day")
LIGHT = Constraint("weight", "<", None, firm=False, said="light")


def reason_of(product: Product, others: tuple[Product, ...]) -> Reason:
    """A reason with a fact and a comparison, both marked."""
    text = f"At {product.attributes['weight'].value:g} g it is the lightest of these."
    figure = f"{product.attributes['weight'].value:g} g"
    start = text.index(figure)
    evidence = (
        Evidence(product.id, "weight", product.attributes["weight"].value, "g", at=(start, start + len(figure))),
        Evidence(
            product.id,
            "weight",
            product.attributes["weight"].value,
            "g",
            "comparison",
            tuple(one.id for one in others),
            at=(text.index("lightest"), text.index(".")),
        ),
        Evidence(product.id, "reviews", f"r{product.id[-1]}", None, "review", span="Tight after two hours"),
    )
    return Reason(product.id, text, evidence, drawback="Worth knowing: “Tight after two hours”.")


def found_reply(products: tuple[Product, ...], apart: tuple[Product, ...] = (), language: str = "en") -> Reply:
    """A reply that recommends, with every part of a page in use."""
    silent = tuple(replace(one, attributes=MappingProxyType({"colour": Attribute("black")})) for one in apart)
    return Reply(
        Act.FIND,
        language,
        f"**Two fit.** {products[0].title} comes first.\nIts record says [[168 g]].",
        want=Want("headphones"),
        items=tuple(Ranked(one, 0.9 - place / 10) for place, one in enumerate(products)),
        unproved=tuple(Unproved(Ranked(one, 0.2), (LONG,)) for one in silent),
        reasons=MappingProxyType({one.id: reason_of(one, products) for one in products}),
        ledger=(UNDER, LONG, NOT_SONY, LIGHT),
        question=Question(
            "Over the ear or in it?",
            "wearing_style",
            (Choice("over", "over the ear", 5), Choice("in", "in the ear", 3)),
        ),
        offers=(Offer("up to €150", 4, "up to 150 euros"), Offer("battery life from 6 h", 2, "battery from 6 h")),
        fitting=14,
    )


def made_up_assistant(answer: Answer | None = None) -> MadeUpAssistant:
    """Three headphones and an answer that recommends two of them."""
    products = {one.id: one for one in (headphones(0), headphones(1), headphones(2))}
    store = MadeUpStore(products)

    def usual(state: DialogueState, turn: Turn) -> tuple[DialogueState, Reply]:
        language = turn.language or ("zh" if any("一" <= c <= "鿿" for c in turn.text) else "en")
        shown = tuple(products.values())
        reply = found_reply(shown[:2], shown[2:], language)
        ids = tuple(one.id for one in shown)
        after = replace(state, turns=(*state.turns, turn), language=language, shown=ids, ledger=reply.ledger)
        return after, replace(reply, cart=after.cart, text=f"{reply.text}\nYou said: {turn.text[:80]}")

    return MadeUpAssistant(MadeUpCatalogue(store), answer or usual)
