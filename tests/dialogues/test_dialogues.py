"""Golden conversations: what was understood, shown, asked and put in the basket, judged by facts and never by prose."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from assistant.conversation import Assistant
from assistant.state import DialogueState
from assistant.vocabulary import Reply, Turn
from tests.dialogues.ledger_lines import Line
from tests.dialogues.raw_shop import Shop
from tests.dialogues.reply_laws import MOST, broken_laws, broken_promises

FOLDER = Path(__file__).parent
FILES = sorted(path for path in FOLDER.glob("*.toml") if path.name != "same_need.toml")
CHECKS = frozenset(
    {
        *("say", "repeat", "take_offer", "choose", "act", "language", "kinds", "ledger", "ledger_has", "ledger_lacks"),
        *("fits", "hold", "includes", "excludes", "none", "fresh", "same", "unproved_missing", "unproved_hold"),
        *("offers", "question", "cart", "tells", "hides", "notices", "sold_out", "first"),
    }
)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_dialogue(path: Path, request: pytest.FixtureRequest) -> None:
    dialogue = tomllib.loads(path.read_text(encoding="utf-8"))
    kind = dialogue.get("shop", "sample")
    assistant: Assistant = request.getfixturevalue(f"{kind}_assistant")
    shop: Shop = request.getfixturevalue(f"{kind}_records")
    state, earlier, reply = DialogueState(), None, None
    for number, turn in enumerate(dialogue["turn"], start=1):
        assert set(turn) <= CHECKS, f"{path.name}: no such check: {set(turn) - CHECKS}"
        text, promised = said(turn, reply)
        before = state
        earlier = reply
        state, reply = assistant.respond(state, Turn(path.stem, text))
        wrong = differences(shop, turn, before, state, earlier, reply)
        if promised is not None and reply.fitting != promised:
            wrong.append(f"{promised} were promised, {reply.fitting} fit")
        wrong += broken_laws(shop, state, reply)
        wrong += broken_promises(assistant, state, reply)
        assert not wrong, f"{path.stem}, turn {number}, {text[:80]!r}:\n  " + "\n  ".join(wrong) + f"\n{told(reply)}"


def said(turn: dict[str, Any], reply: Reply | None) -> tuple[str, int | None]:
    """What the shopper says, and how many products the pressed button promised."""
    if "take_offer" in turn:
        assert reply is not None
        assert len(reply.offers) >= turn["take_offer"], f"there is no such offer: {reply.offers}"
        offer = reply.offers[turn["take_offer"] - 1]
        return offer.say, offer.count
    if "choose" in turn:
        assert reply is not None
        assert reply.question is not None
        choice = reply.question.choices[turn["choose"] - 1]
        return choice.say, choice.count
    return turn["say"] * turn.get("repeat", 1), None


def differences(
    shop: Shop, turn: dict[str, Any], before: DialogueState, state: DialogueState, earlier: Reply | None, reply: Reply
) -> list[str]:
    """Where the reply is not what the turn's facts say."""
    items = [one.product.id for one in reply.items]
    shown = {*items, *(one.ranked.product.id for one in reply.unproved)}
    wrong: list[str] = []

    def check(name: str, fine: bool, found: Any) -> None:
        if name in turn and not fine:
            wrong.append(f"{name} = {turn[name]!r}, and found {found!r}")

    check("act", reply.act == turn.get("act"), str(reply.act))
    check("language", reply.language == turn.get("language"), reply.language)
    kinds = {kind.casefold() for kind in state.want.types} if state.want else set()
    check("kinds", kinds == {kind.casefold() for kind in turn.get("kinds", ())}, kinds)
    lines = [Line.read(text) for text in turn.get("ledger", turn.get("ledger_has", ()))]
    held = all(line.is_held_by(reply.ledger) for line in lines)
    check("ledger", held and len(lines) == len(reply.ledger), reply.ledger)
    check("ledger_has", held, reply.ledger)
    check("ledger_lacks", not {c.field for c in reply.ledger} & set(turn.get("ledger_lacks", ())), reply.ledger)
    if "fits" in turn:
        in_stock = "" if turn.get("sold_out") else " and (stock > 0)"
        if turn.get("sold_out") is None and all("stock" not in one for one in shop.records.values()):
            in_stock = ""
        fitting = shop.where(f"({turn['fits']}){in_stock}")
        check("fits", reply.fitting == len(fitting), f"{reply.fitting} that fit instead of {len(fitting)}: {fitting}")
        check("fits", set(items) <= fitting and len(items) == min(MOST, len(fitting)), items)
    if "hold" in turn:
        check("hold", bool(items) and set(items) <= shop.where(turn["hold"]), items)
    check("includes", set(turn.get("includes", ())) <= set(items), items)
    check("excludes", not {placed(one, before) for one in turn.get("excludes", ())} & shown, shown)
    check("first", items[:1] == [turn.get("first")], items)
    check("none", turn.get("none") is (not items), items)
    check("fresh", bool(items) and not set(items) & set(before.seen), items)
    check("same", earlier is not None and {one.product.id for one in earlier.items} == set(items), items)
    missing = {demand.field for one in reply.unproved for demand in one.missing}
    check("unproved_missing", missing == set(turn.get("unproved_missing", ())), missing)
    apart = {one.ranked.product.id for one in reply.unproved}
    check("unproved_hold", bool(apart) and apart <= shop.where(turn.get("unproved_hold", "True")), apart)
    check("offers", len(reply.offers) >= turn.get("offers", 0), reply.offers)
    field = reply.question.field if reply.question else ""
    check("question", field == turn.get("question") or (turn.get("question") == "any" and bool(field)), field)
    cart = sorted(f"{line.quantity} x {line.product}" for line in reply.cart)
    check("cart", cart == sorted(placed(line, before) for line in turn.get("cart", ())), cart)
    check("tells", all(text in reply.text for text in turn.get("tells", ())), reply.text)
    check("hides", not any(text in reply.text for text in turn.get("hides", ())), reply.text[:300])
    check("notices", len(reply.notices) >= turn.get("notices", 0), reply.notices)
    return wrong


def placed(line: str, before: DialogueState) -> str:
    """The line with `#2` put as the id that stood second on the last screen that showed goods."""
    return re.sub(r"#(\d+)", lambda found: before.shown[int(found[1]) - 1], line)


def told(reply: Reply) -> str:
    """The reply in a few lines, for a failing test."""
    ledger = [(c.field, c.op, c.value, c.unit, c.firm) for c in reply.ledger]
    return (
        f"  act {reply.act}, want {reply.want}\n  ledger {ledger}"
        f"\n  items {[one.product.id for one in reply.items]} of {reply.fitting}"
        f"\n  apart {[one.ranked.product.id for one in reply.unproved]}\n  text {reply.text[:300]!r}"
    )


PAIRS = tomllib.loads((FOLDER / "same_need.toml").read_text(encoding="utf-8"))["pair"]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair["en"][:40])
def test_the_same_need_in_both_languages_finds_the_same(
    pair: dict[str, Any], sample_assistant: Assistant, sample_records: Shop
) -> None:
    found = {}
    for language in ("en", "zh"):
        state, reply = sample_assistant.respond(DialogueState(), Turn(f"pair-{language}", pair[language]))
        assert reply.language == language
        assert not broken_laws(sample_records, state, reply)
        found[language] = reply
    english, chinese = found["en"], found["zh"]
    fields = {language: {(c.field, c.firm) for c in reply.ledger} for language, reply in found.items()}
    assert fields["en"] == fields["zh"]
    assert english.fitting == chinese.fitting
    assert english.items, "the need of a pair finds something"
    assert {one.product.id for one in english.items} == {one.product.id for one in chinese.items}
    if "fits" in pair:
        assert english.fitting == len(sample_records.where(f"({pair['fits']}) and stock > 0"))
