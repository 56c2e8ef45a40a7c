"""Scripted conversations about orders, drawn from a shop's records: what is said, and the end state that is right."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from assistant.evaluation.service import shop_records as rules
from assistant.evaluation.service.shop_records import Row, Shop

TALK = Path(__file__).parent / "talk.toml"
STREETS = (
    ("445 Maple Drive", "Suite 394", "Fort Worth", "TX", "76165"),
    ("12 Oak Street", "Apt 5", "Denver", "CO", "80203"),
    ("900 Sunset Boulevard", "Suite 12", "Seattle", "WA", "98101"),
    ("77 River Road", "", "Boston", "MA", "02110"),
)


@dataclass(frozen=True)
class Scenario:
    """One conversation: its name, language, what the customer says, and the shop as it has to stand afterwards."""

    name: str
    language: str
    forbidden: bool
    turns: tuple[str, ...]
    after: Shop


@dataclass
class Actor:
    """One customer with one order, and the chance that chooses the words."""

    shop: Shop
    language: str
    talk: Mapping[str, Any]
    chance: Random
    user: str
    order: str

    @property
    def row(self) -> Row:
        """The order."""
        return self.shop.orders[self.order]

    @property
    def person(self) -> Row:
        """The customer."""
        return self.shop.users[self.user]

    @property
    def paid_with(self) -> str:
        """The order's first payment method."""
        return str(self.row["payment_history"][0]["payment_method_id"])

    def say(self, key: str, **slots: str) -> str:
        """One of the sentences of this name, filled."""
        slots = {"order": self.order, **slots}
        return str(self.chance.choice(self.talk[key])).format(**slots)

    def who(self) -> str:
        """How the customer tells who they are."""
        name = f"{self.person['name']['first_name']} {self.person['name']['last_name']}"
        twins = [one for one in self.shop.users.values() if one["name"] == self.person["name"]
                 and one["address"]["zip"] == self.person["address"]["zip"]]  # fmt: skip
        if self.chance.random() < 0.4 and len(twins) == 1:
            return self.say("namezip", name=name, zip=self.person["address"]["zip"])
        return self.say("email", email=self.person["email"])

    def item(self, item: Row) -> str:
        """How the customer calls an item: its name, with an option where others of the order have that name."""
        name = str(item["name"])
        same = [one for one in self.row["items"] if one["product_id"] == item["product_id"]]
        own = self.talk.get("goods", {}).get(name) if self.chance.random() < 0.8 else None
        called = own or (name.lower() if self.talk.get("lower") else name)
        if len(same) == 1:
            return str(called)
        telling = next(
            (value for option, value in item["options"].items()
             if sum(one["options"].get(option) == value for one in same) == 1), "",
        )  # fmt: skip
        return f"{self.value('', telling)} {called}".strip()

    def value(self, option: str, value: str) -> str:
        """How the customer calls an option's value."""
        if value in ("yes", "no"):
            return str(self.talk["yesvalue" if value == "yes" else "novalue"]).format(option=option)
        word = str(self.talk.get("values", {}).get(value, value))
        if value.isdigit() or value in ("S", "M", "L", "XL", "XXL", "XS"):
            form = "size" if option == "size" else "named"
            return str(self.talk[form]).format(option=option, value=word)
        if value in ("none", "high", "low", "medium", "basic", "fixed", "light", "dark", "full", "half"):
            return str(self.talk["named"]).format(option=option, value=value)
        return word

    def values(self, item: Row, new: Row) -> str:
        """How the customer says what the new item is to be: all that differs."""
        differing = [self.value(option, value) for option, value in new["options"].items()
                     if item["options"].get(option) != value]  # fmt: skip
        return str(self.talk["joined"]).join(differing)

    def method(self, method: str) -> str:
        """How the customer calls a payment method of theirs."""
        one = self.person["payment_methods"][method]
        alone = sum(other["source"] == one["source"] for other in self.person["payment_methods"].values()) == 1
        if method == self.paid_with and self.chance.random() < 0.4:
            return self.say("original")
        words = self.say(one["source"], id=method, brand=one.get("brand", ""), digits=one.get("last_four", ""))
        return words if alone or one["source"] == "credit_card" else method

    def variant(self, item: Row, available: bool = True) -> Row | None:
        """Another item of the same product that differs in one or two options."""
        every = self.shop.goods[item["product_id"]]["variants"].values()
        fitting = [
            one for one in every
            if one["item_id"] != item["item_id"] and one["available"] is available
            and 1 <= sum(item["options"].get(name) != value for name, value in one["options"].items()) <= 2
            and _tellable(one)
        ]  # fmt: skip
        return self.chance.choice(fitting) if fitting else None

    def payer(self, difference: float, but: str | None = None) -> str | None:
        """A payment method that can bear the difference."""
        methods = [
            name for name, one in self.person["payment_methods"].items()
            if name != but and (one["source"] != "gift_card" or one["balance"] >= difference)
        ]  # fmt: skip
        return self.chance.choice(methods) if methods else None

    def address(self) -> tuple[Row, str]:
        """A new address, and how it is written."""
        street, second, city, state, code = self.chance.choice(STREETS)
        row = {"address1": street, "address2": second, "city": city, "country": "USA", "state": state, "zip": code}
        parts = [street, *([second] if second else []), city, f"{state} {code}"]
        return row, ", ".join(parts)

    def done(self, turns: list[str], after: Shop, name: str, forbidden: bool = False) -> Scenario:
        """The scenario, with the identity before or after the first request, or in one message with it."""
        return Scenario(name, self.language, forbidden, tuple(self.opened(turns)), after)

    def opened(self, turns: list[str]) -> list[str]:
        """The turns with the customer's identity told at one of the natural moments."""
        first, *rest = turns
        form = self.chance.random()
        if form < 0.35:
            return [first, self.who(), *rest]
        if form < 0.6:
            return [self.say("hello"), self.who(), first, *rest]
        if form < 0.8:
            return [self.who(), first, *rest]
        return [f"{first} {self.who()}", *rest]


def _tellable(variant: Row) -> bool:
    """Whether its values can be told in words without being taken for another option's."""
    values = list(variant["options"].values())
    return len(set(values)) == len(values)


Maker = Callable[[Actor], Scenario | None]


def scenarios(shop: Shop, makers: Mapping[str, tuple[Maker, str, bool]], count: int, seed: int) -> Iterator[Scenario]:
    """`count` scenarios of every maker in turn, in both languages; each with a customer of its own where possible."""
    talk = tomllib.loads(TALK.read_text(encoding="utf-8"))
    chance = Random(seed)
    made = 0
    names = list(makers)
    for round_ in range(count * 4):
        if made >= count:
            return
        name = names[round_ % len(names)]
        maker, status, _ = makers[name]
        language = list(talk)[(round_ // len(names) + round_ % len(names)) % len(talk)]
        fitting = [one for one, row in shop.orders.items() if row["status"] == status and row["user_id"] in shop.users]
        for _ in range(60):
            order = chance.choice(fitting)
            actor = Actor(shop, language, talk[language], chance, shop.orders[order]["user_id"], order)
            scenario = maker(actor)
            if scenario is not None:
                made += 1
                yield scenario
                break


__all__ = ["Actor", "Maker", "Scenario", "rules", "scenarios"]
