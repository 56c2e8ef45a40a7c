"""Turns about other things while the service awaits an answer: they are let through, and its question stays open."""

from __future__ import annotations

from dataclasses import replace

from assistant.languages.dialogue import dialogue
from assistant.service.identity import ZIP
from assistant.service.sayings import say
from assistant.service.turn_reading import TurnReading
from assistant.state import DialogueState
from assistant.vocabulary import Act, Intent, Question, Reply

IDENTITY, CONFIRM, WISH = "identity", "confirm", "wish"
ANSWERED = frozenset({Act.ORDER, Act.HUMAN})
"""Acts whose replies speak of the open question themselves."""
BESIDE = ("greets", "only_thanks", "asks_who", "leaves")
"""Patterns of small talk, which answers no question."""
ABROAD = {Act.OUT_OF_SCOPE: "out_of_scope", Act.UNSAFE: "unsafe"}
"""Acts that only their own words prove: a bare name is none of a shop's words either."""
TALK = frozenset({Act.CHAT, *ABROAD})
BASKET = ("cart_strong", "cart_show", "cart_clear")


def is_aside(reading: TurnReading, awaiting: str, intent: Intent, left: bool) -> bool:
    """Whether a turn is small talk or speaks of goods, and doesn't answer what is awaited; `left` tells that goods came
    between."""
    if reading.emails or reading.orders or reading.parts or reading.has("order_word", "my_name"):
        return False
    if intent.misread:
        return True
    if intent.act is Act.CHAT:
        return _is_small_talk(reading)
    if intent.act in ABROAD:
        return dialogue().matches(ABROAD[intent.act], reading.plain)
    if awaiting == IDENTITY or left:
        return _speaks_of_goods(intent) and not ZIP.search(reading.text)
    return _surely_speaks_of_goods(reading, intent)


def _is_small_talk(reading: TurnReading) -> bool:
    """A greeting, thanks and nothing else, or a question to the assistant about itself."""
    return any(dialogue().matches(name, reading.plain) for name in BESIDE) and not reading.says_yes


def _speaks_of_goods(intent: Intent) -> bool:
    """Whether something shown, the basket or a demand is meant, which no name and no address is."""
    match intent.act:
        case Act.FIND | Act.REFINE:
            return bool(intent.require or intent.forget or intent.undo or (intent.want and intent.want.types))
        case Act.ASK_PRODUCT | Act.WHY | Act.COMPARE | Act.SIMILAR:
            return bool(intent.points_at or intent.asks)
        case Act.FEEDBACK:
            return bool(intent.points_at or intent.require)
    return intent.act in (Act.MORE, Act.CART)


def _surely_speaks_of_goods(reading: TurnReading, intent: Intent) -> bool:
    """The same while an order is spoken of, whose items have kinds, features and places in a list as well."""
    match intent.act:
        case Act.ASK_PRODUCT:
            return (
                bool(intent.asks) and dialogue().matches("question", reading.plain) and not _asks_of_variants(reading)
            )
        case Act.WHY | Act.COMPARE:
            return bool(intent.points_at)
        case Act.CART:
            return any(dialogue().matches(name, reading.plain) for name in BASKET)
        case Act.FIND | Act.REFINE:
            priced = any(one.field == "price" and one.value is not None for one in intent.require)
            kind = intent.want is not None and bool(intent.want.types)
            asks = dialogue().matches("asks_whether_sold", reading.plain) and not _asks_of_variants(reading)
            return priced or (kind and (asks or reading.has("shopping")))
    return False


def _asks_of_variants(reading: TurnReading) -> bool:
    return reading.has("variants_info", "order_details", "status")


def left_open(state: DialogueState) -> bool:
    """Whether the service awaits an answer, and something else was asked since."""
    asked = state.pending
    return bool(state.service.awaiting) and (asked is None or asked.field != state.service.awaiting)


def reminded(state: DialogueState, reply: Reply) -> tuple[DialogueState, Reply]:
    """The reply to an aside with the question that stays open, said once; `state.pending` is what was asked before."""
    service, asked = state.service, state.pending
    if reply.act in ANSWERED or service.reminded or service.awaiting in ("", WISH) or asked is None or left_open(state):
        return state, reply
    what = [service.proposal.words] if service.proposal is not None and service.proposal.words else []
    words = say(reply.language, "still_open", question="\n".join([*what, asked.text]))
    state = replace(state, service=replace(service, reminded=True))
    # Small talk asks for nothing, and its own question is only an invitation.
    question = asked if reply.act in TALK else reply.question or asked
    return state, replace(reply, text=f"{reply.text}\n{words}", question=question)


def asked_in(text: str, awaiting: str) -> Question:
    """The question at the end of a text, with the list that follows it."""
    lines = text.split("\n")
    start = max((at for at, line in enumerate(lines) if not line.startswith("  ")), default=0)
    return Question("\n".join(lines[start:]), awaiting)
