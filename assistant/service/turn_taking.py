"""Which turns the service takes, and as what: policies, orders, or people."""

from __future__ import annotations

import re

from assistant.errand import Kind, ServiceState
from assistant.languages.dialogue import dialogue
from assistant.service.asides import ABROAD, WISH, is_aside
from assistant.service.identity import ZIP
from assistant.service.order_desk import OrderDesk
from assistant.service.policy_answers import PolicyAnswers
from assistant.service.turn_reading import TurnReading
from assistant.vocabulary import Act, Intent

SERVICE = frozenset({Act.POLICY, Act.ORDER, Act.HUMAN})
GOODS = frozenset({Act.FIND, Act.REFINE, Act.MORE, Act.SIMILAR, Act.COMPARE, Act.CART, Act.WHY, Act.ASK_PRODUCT})
REVIEWS, RATING = "reviews", "rating"
"""What is asked of a product when its buyers' words are."""
SHORT = 40
"""Letters of a turn that says yes and nothing else."""
LONG_ID = 4
"""An id of more letters after its # is an order's, not a size or a place in a list."""
LONG_CODE = re.compile(r"\d{4}")
"""What a demand on goods hardly holds, and most postal codes do."""
DIGITS = re.compile(r"\d{3}|\w_\w")
TRACKED = frozenset({"track_order", "track_refund"})
ABOUT_GOODS = frozenset({Act.WHY, Act.COMPARE, Act.SIMILAR, Act.MORE, Act.CART})
"""Acts that speak of products whatever rule their words recall."""
ANSWERS = (
    *("nothing_else", "reason_needed", "reason_mistake", "everything", "original", "gift_card", "paypal"),
    *("credit_card", "profile_info", "orders_list", "cheapest", "dearest"),
)
"""Cues of what may answer a question about an order."""


class TurnTaking:
    """Tells the turns that are the service's from those about goods; holds no customer."""

    def __init__(self, policies: PolicyAnswers, orders: OrderDesk) -> None:
        self._policies, self._orders = policies, orders

    def act(self, reading: TurnReading, service: ServiceState, intent: Intent, left: bool) -> Act | None:
        """The service's act for a turn; `left` says that goods came between its question and this turn."""
        if reading.has("human") and not (service.awaiting and reading.orders):
            return Act.HUMAN
        if reading.has("insult") and (service.is_open or service.customer or intent.act in SERVICE or intent.topic):
            return Act.HUMAN
        if not service.awaiting and intent.act is Act.CHAT and dialogue().matches("only_thanks", reading.plain):
            return None
        if self._is_own(reading, service):
            return Act.ORDER
        if (dialogue().matches("goods_of_service", reading.plain) or _is_kind(reading, intent)) and not service.is_open:
            return None
        if intent.act is Act.ASK_PRODUCT and any(one.field == REVIEWS for one in intent.asks) and not service.awaiting:
            return None
        if not service.awaiting and any(one.field == RATING for one in intent.require):
            return None  # Anything with better reviews: goods are asked for.
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
        introduces = not seeks and not intent.require and reading.has("my_name") and ZIP.search(reading.text)
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
        if known is None or service.awaiting not in ("", WISH):
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
        if intent.topic == "contact_human_agent" and not reading.has("asks_rule"):
            return False
        if intent.act in ABOUT_GOODS or (intent.act is Act.ASK_PRODUCT and intent.points_at and not reading.parts):
            return False
        if intent.act in ABROAD and dialogue().matches(ABROAD[intent.act], reading.plain):
            return False  # Tomorrow's weather is no delivery by tomorrow.
        asked = ("status", "profile_info", "orders_list", "refund_status")
        own = reading.has("personal") and (reading.parts or (reading.has(*asked) and not reading.has("how_to")))
        # Where is my refund, and no how or when: only its record can tell.
        own = own or (intent.topic in TRACKED and self._orders.has_orders() and not reading.has("asks_rule", "how_to"))
        # Words of shopping ask for goods where goods are named: "do you sell my address?" and "the least to buy" don't.
        shops = reading.has("shopping") and (intent.want is not None or bool(intent.require))
        shops = shops or (reading.has("stocks") and intent.want is not None and bool(intent.want.types))
        if reading.orders or reading.emails or own or shops or not reading.has("asks", "troubled"):
            return False
        heard = intent.act is Act.REFINE and intent.require and not (intent.left or intent.unread)
        if heard and not reading.has("asks_rule", "personal"):
            return False  # What about wet food? All of it is a demand.
        prices = [one for one in intent.require if one.field == "price"]
        if prices and (any(one.value is not None for one in prices) or not reading.has("supposes", "personal")):
            return False
        if intent.act in ABROAD and not reading.has("stocks"):
            return self._policies.surely_answers(reading.text)
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
        names = intent.want or intent.require or intent.forget or intent.points_at
        if reading.has("drops") and not (names or intent.misread):
            return Act.ORDER
        if is_aside(reading, service.awaiting, intent, left):
            return None
        named = intent.act in (Act.FIND, Act.REFINE) and intent.want is not None and bool(intent.want.types)
        # Who is asked for a name names no goods in it; an answer about an order may well name its items.
        demands = intent.act in (Act.FIND, Act.REFINE) and bool(intent.require or intent.forget)
        named = named or (demands and not reading.has("my_name"))
        away = left or (service.awaiting == "identity" and (named or intent.act in (Act.MORE, Act.SIMILAR)))
        if away and intent.act in GOODS and not told and not (LONG_CODE if demands else ZIP).search(reading.text):
            return None
        answers = told or reading.has("yes", "no", *ANSWERS)
        return None if intent.act in GOODS and reading.has("shopping") and not answers else Act.ORDER


def _is_kind(reading: TurnReading, intent: Intent) -> bool:
    """Whether most of a message is the name of a kind that the shop lists: 有修枝剪吗 asks for no repair."""
    want = intent.want
    if intent.act is not Act.FIND or want is None or not want.types:
        return False
    return 2 * sum(map(str.isalnum, want.name)) > sum(map(str.isalnum, reading.plain))


def _is_errand(reading: TurnReading) -> bool:
    """Whether something is to be done with an order whose id leaves no doubt, whatever goods are named."""
    return bool(reading.parts) and any(told.startswith("#") and len(told) > LONG_ID for told in reading.orders)
