"""The service's desk: which turns it takes, and who answers them: policies, orders, or people."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from dataclasses import replace

from assistant.errand import Kind, ServiceState
from assistant.languages.dialogue import dialogue
from assistant.reasons.telling import plain
from assistant.records.conversation_log import ConversationLog
from assistant.records.ticket_book import TAKEN, WAITING
from assistant.service.connector import OrdersUnreachableError
from assistant.service.handoff import Colleagues
from assistant.service.identity import ZIP
from assistant.service.order_desk import OrderDesk, Said
from assistant.service.policy_answers import PolicyAnswers
from assistant.service.sayings import say
from assistant.service.turn_reading import EMAIL, ORDER, TurnReading
from assistant.state import DialogueState
from assistant.vocabulary import Act, Choice, Intent, Question, Reply, Turn
from catalog.languages.detection import detect

LOG = logging.getLogger(__name__)
SERVICE = frozenset({Act.POLICY, Act.ORDER, Act.HUMAN})
GOODS = frozenset({Act.FIND, Act.REFINE, Act.MORE, Act.SIMILAR, Act.COMPARE, Act.CART, Act.WHY, Act.ASK_PRODUCT})
SILENT = "with_staff"
REVIEWS = "reviews"
"""What is asked of a product when its buyers' words are."""
SHORT = 40
"""Letters of a turn that says yes and nothing else."""
LONG_ID = 4
"""An id of more letters after its # is an order's, not a size or a place in a list."""
LONG_CODE = re.compile(r"\d{4}")
"""What a demand on goods hardly holds, and most postal codes do."""
DIGITS = re.compile(r"\d{3}|\w_\w")
ABOUT_GOODS = frozenset({Act.WHY, Act.COMPARE, Act.SIMILAR, Act.MORE, Act.CART})
"""Acts that speak of products whatever rule their words recall."""
ANSWERS = (
    *("nothing_else", "reason_needed", "reason_mistake", "everything", "original", "gift_card", "paypal"),
    *("credit_card", "profile_info", "orders_list", "cheapest", "dearest"),
)
"""Cues of what may answer a question about an order."""


class Desk:
    """Takes the turns that are about the shop's service, and answers them."""

    def __init__(
        self,
        policies: PolicyAnswers,
        orders: OrderDesk,
        people: Colleagues,
        log: ConversationLog | None = None,
        close: Callable[[], None] = lambda: None,
    ) -> None:
        self._policies, self._orders, self._people, self._log, self._close = policies, orders, people, log, close

    def close(self) -> None:
        """Gives the records back."""
        self._close()

    def note(self, state: DialogueState, conversation: str, message: str, reply: Reply, at: float) -> None:
        """Keeps the last turn and its reply in the records; a message of an id that is there is not kept twice.

        A record that can't be written is told in the log and stops no talk.
        """
        if self._log is None or not state.turns:
            return
        text = "" if SILENT in reply.notices else plain(reply.text)
        customer = state.service.customer or ""
        try:
            self._log.exchange(conversation, message, state.turns[-1].text, text, at, reply.language, customer)
        except Exception:
            LOG.exception("a conversation could not be recorded")

    def read(self, turn: Turn, state: DialogueState, intent: Intent) -> Intent:
        """The intent as the service reads it: an act of its own where it takes the turn, else as it was."""
        service = state.service
        if service.ticket is not None and self._people.holder(service.ticket) == TAKEN:
            return _as(Act.HUMAN, intent, turn, state)
        reading = TurnReading(turn.text)
        left = bool(service.awaiting) and (state.pending is None or state.pending.field != service.awaiting)
        act = self._act(reading, service, intent, left)
        return intent if act is None else _as(act, intent, turn, state)

    def answer(self, state: DialogueState, turn: Turn, intent: Intent) -> tuple[DialogueState, Reply]:
        """The reply to a turn that the service took; what it can't do is handed over, and said so once it is."""
        language = intent.language
        service = state.service
        if service.ticket is not None:
            holder = self._people.holder(service.ticket)
            if holder == TAKEN:
                return state, Reply(Act.HUMAN, language, say(language, "with_staff"), notices=(SILENT,))
            if holder != WAITING:
                service = replace(service, ticket=None, stuck=0)
                state = replace(state, service=service)
        if intent.act is Act.HUMAN:
            return self._handed(state, turn, language, "asked", "")
        if intent.act is Act.POLICY:
            return self._policy(state, turn, language)
        try:
            said = self._orders.answer(_with_earlier(service, state), turn, language)
        except OrdersUnreachableError:
            LOG.warning("the order system could not be reached")
            return self._handed(state, turn, language, "orders_down", say(language, "orders_down"))
        state = replace(state, service=replace(said.state, awaiting=said.awaiting))
        if said.hand_over:
            return self._handed(state, turn, language, said.hand_over, said.text)
        return state, Reply(Act.ORDER, language, said.text, question=_question(said, language))

    def _act(self, reading: TurnReading, service: ServiceState, intent: Intent, left: bool) -> Act | None:
        """The service's act for a turn; `left` says that goods came between its question and this turn."""
        if reading.has("human") and not (service.awaiting and reading.orders):
            return Act.HUMAN
        if reading.has("insult") and (service.is_open or service.customer or intent.act in SERVICE or intent.topic):
            return Act.HUMAN
        if self._is_own(reading, service):
            return Act.ORDER
        if (dialogue().matches("goods_of_service", reading.plain) or _is_kind(reading, intent)) and not service.is_open:
            return None
        if intent.act is Act.ASK_PRODUCT and any(one.field == REVIEWS for one in intent.asks) and not service.awaiting:
            return None
        if not service.awaiting and self._asks_rule(reading, intent):
            return Act.POLICY
        rule = intent.act is Act.POLICY or (reading.has("asks_rule") and not reading.has("personal"))
        if service.awaiting or service.proposal is not None:
            return self._open_act(reading, service, intent, rule, left)
        seeks = reading.has("shopping") or (intent.want is not None and intent.want.types)
        if reading.emails or (reading.orders and (reading.has("order_word", "status") or _is_errand(reading))):
            return Act.ORDER
        asks_rule = reading.has("asks") and not (reading.has("own") or reading.parts)
        if intent.act is Act.ORDER and asks_rule and service.customer is None and self._policies.answers(reading.text):
            return Act.POLICY
        introduces = not seeks and reading.has("my_name") and ZIP.search(reading.text)
        if service.customer is None and DIGITS.search(reading.text) and self._orders.knows(reading.text):
            return Act.ORDER
        if intent.act is Act.POLICY:
            about_own = reading.has("personal") and (reading.parts or reading.orders or reading.has("status"))
            in_general = service.customer is None and reading.has("asks_rule") and not reading.names_order
            return Act.ORDER if about_own and not in_general else Act.POLICY
        if intent.topic == "complaint":
            return Act.HUMAN
        if introduces:
            return Act.ORDER
        asked = ("status", "orders_list", "order_details", "profile_info", "refund", "invoice")
        if reading.has("personal") and (reading.parts or reading.has("order_word", *asked)):
            return Act.ORDER
        goods = intent.act is Act.CART or (reading.has("shopping") and not reading.has("order_word"))
        known = service.customer is not None and not goods
        if known and (reading.parts or reading.has("order_word", *asked, "variants_info", "yes")):
            return Act.POLICY if rule and not reading.parts else Act.ORDER
        if intent.act in SERVICE:
            return intent.act
        return None

    def _is_own(self, reading: TurnReading, service: ServiceState) -> bool:
        """Whether the turn is surely about the customer's own orders, whatever goods or rules its words recall."""
        known = service.customer
        if any(self._orders.is_order_id(told) for told in reading.orders):
            return True
        if dialogue().matches("goods_of_service", reading.plain):
            return False
        if reading.has("other_person") and (known or service.is_open):
            return True
        asks, errand = reading.has("asks"), any(not part.loose and not part.denied for part in reading.parts)
        if errand and not asks and not reading.has("shopping") and reading.has("order_word"):
            return True
        if reading.has("bare_orders") or (reading.has("bare_errand") and not asks):
            return True
        back = [part for part in reading.parts if part.kind in (Kind.RETURN, Kind.EXCHANGE) and not part.denied]
        if back and reading.has("wishes") and not asks and not reading.has("shopping"):
            return True
        if known is None or service.awaiting:
            return False
        if len(reading.plain) <= SHORT and (reading.says_yes or reading.has("gift_card", "credit_card", "paypal")):
            return not reading.has("shopping")
        stands = reading.has("status", "order_details", "refund_status")
        if stands and service.order is not None and reading.has("it_word") and not reading.has("shopping"):
            return True
        asks_own = reading.has("profile_info") and reading.has("own") and not reading.has("asks_rule")
        if reading.has("tracking_number") or asks_own:
            return True
        return (stands or reading.has("goes_on")) and self._orders.holds(known, reading.text)

    def _asks_rule(self, reading: TurnReading, intent: Intent) -> bool:
        """Whether the turn asks what holds in this shop, and not for something to be done or found."""
        if intent.act in ABOUT_GOODS or (intent.act is Act.ASK_PRODUCT and intent.points_at and not reading.parts):
            return False
        if intent.act is Act.OUT_OF_SCOPE and dialogue().matches("out_of_scope", reading.plain):
            return False  # Tomorrow's weather is no delivery by tomorrow.
        asked = ("status", "profile_info", "orders_list", "refund_status")
        own = reading.has("personal") and (reading.parts or (reading.has(*asked) and not reading.has("how_to")))
        # Words of shopping ask for goods where goods are named: "do you sell my address?" and "the least to buy" don't.
        shops = reading.has("shopping") and (intent.want is not None or bool(intent.require))
        shops = shops or (reading.has("stocks") and intent.want is not None and bool(intent.want.types))
        if reading.orders or reading.emails or own or shops or not reading.has("asks", "troubled"):
            return False
        prices = [one for one in intent.require if one.field == "price"]
        if prices and (any(one.value is not None for one in prices) or not reading.has("supposes", "personal")):
            return False
        return self._policies.rules_on(reading.text)

    def _open_act(
        self, reading: TurnReading, service: ServiceState, intent: Intent, rule: bool, left: bool
    ) -> Act | None:
        """The act while an answer is awaited: what answers it is the order's, goods and rules go their own way."""
        told = reading.emails or reading.orders or reading.parts or reading.has("order_word")
        asks_rule = rule and reading.has("asks_rule") and not (reading.orders or reading.emails or reading.says_yes)
        if asks_rule and intent.act is Act.POLICY:
            return Act.POLICY
        general = intent.act is Act.POLICY and reading.asks_for_everybody and not ZIP.search(reading.text)
        if service.awaiting == "identity" and general and self._policies.answers(reading.text):
            return Act.POLICY
        named = intent.act in (Act.FIND, Act.REFINE) and intent.want is not None and bool(intent.want.types)
        # Who is asked for a name names no goods in it; an answer about an order may well name its items.
        demands = intent.act in (Act.FIND, Act.REFINE) and bool(intent.require or intent.forget)
        named = named or (demands and not reading.has("my_name"))
        away = left or (service.awaiting == "identity" and (named or intent.act in (Act.MORE, Act.SIMILAR)))
        if away and intent.act in GOODS and not told and not (LONG_CODE if demands else ZIP).search(reading.text):
            return None
        answers = told or reading.has("yes", "no", *ANSWERS)
        return None if intent.act in GOODS and reading.has("shopping") and not answers else Act.ORDER

    def _policy(self, state: DialogueState, turn: Turn, language: str) -> tuple[DialogueState, Reply]:
        asked = turn.text
        if dialogue().matches("broken", asked.casefold()) and dialogue().matches("recourse", asked.casefold()):
            # What broke is of no kind that rules on returns are about: it asks for the rights that goods come with.
            rights = say(language, "defect_question")
            asked = rights if self._policies.answers(rights) else asked
        found = self._policies.answer(asked, language)
        sources = tuple(clause.source for clause in found.quoted)
        question = state.pending if state.service.awaiting else None
        return state, Reply(Act.POLICY, language, found.text, sources=sources, question=question)

    def _handed(
        self, state: DialogueState, turn: Turn, language: str, why: str, before: str
    ) -> tuple[DialogueState, Reply]:
        """Hands the conversation over; it is said only once the queue has it."""
        customer, orders = None, {}
        try:
            file = self._orders.file(state.service.customer) if state.service.customer else None
            if file is not None:
                customer, orders = file.customer, dict(file.orders)
        except OrdersUnreachableError:
            LOG.warning("handed over without the orders: their system could not be reached")
        again = state.service.ticket is not None
        try:
            ticket, place = self._people.hand_over(state, turn, why, customer, orders)
        except Exception:
            LOG.exception("a conversation could not be handed over")
            text = "\n".join(part for part in (before, say(language, "not_handed_over")) if part)
            return state, Reply(Act.HUMAN if why == "asked" else Act.ORDER, language, text)
        key = "handed_over_already" if again else "handed_over"
        text = "\n".join(part for part in (before, say(language, key, ticket=ticket.number, place=place)) if part)
        service = replace(state.service, ticket=ticket.number, stuck=0, strangers=0, proposal=None, awaiting="")
        return replace(state, service=service), Reply(Act.HUMAN, language, text)


def _is_kind(reading: TurnReading, intent: Intent) -> bool:
    """Whether most of a message is the name of a kind that the shop lists: 有修枝剪吗 asks for no repair."""
    want = intent.want
    if intent.act is not Act.FIND or want is None or not want.types:
        return False
    return 2 * sum(map(str.isalnum, want.name)) > sum(map(str.isalnum, reading.plain))


def _with_earlier(service: ServiceState, state: DialogueState) -> ServiceState:
    """The service with what was said just before it, where that turned out to be about an order."""
    if service.customer is not None or service.claims or len(state.turns) < 2:
        return service
    before = TurnReading(state.turns[-2].text)
    if before.has("other_person", "as_staff"):
        return service
    asks = before.has("refund_status", "profile_info", "orders_list", "my_name") or (
        before.has("status") and before.has("own")
    )
    return replace(service, claims=(before.text,)) if before.orders or before.parts or asks else service


def _is_errand(reading: TurnReading) -> bool:
    """Whether something is to be done with an order whose id leaves no doubt, whatever goods are named."""
    return bool(reading.parts) and any(told.startswith("#") and len(told) > LONG_ID for told in reading.orders)


def _as(act: Act, intent: Intent, turn: Turn, state: DialogueState) -> Intent:
    """The intent as one of the service: it changes no need; ids and names alone change no language."""
    words = ORDER.sub(" ", EMAIL.sub(" ", turn.text))
    language = turn.language or detect(words, state.language) if state.language else intent.language
    return Intent(act, language, intent.topic, notices=intent.notices, unread=intent.unread if intent.topic else "")


def _question(said: Said, language: str) -> Question | None:
    if not said.awaiting:
        return None
    buttons = (say(language, "button_yes"), say(language, "button_no")) if said.awaiting == "confirm" else ()
    choices = tuple(Choice(one, one) for one in buttons)
    return Question(said.text.rsplit("\n", 1)[-1], said.awaiting, choices)
