"""Orders by talk: identity, errands, their confirmation, and what is then done once."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from assistant.errand import Errand, Proposal, ServiceState
from assistant.records.order_book import id_form
from assistant.service.connector import OrderConnector, OrdersUnreachableError, StaleError, fingerprint, simulated
from assistant.service.customer_file import File
from assistant.service.errand_progress import Progress, progress
from assistant.service.errand_reading import heard
from assistant.service.identity import recognized
from assistant.service.item_choice import chosen_items
from assistant.service.law import Allowed
from assistant.service.order_talk import asks_something, told
from assistant.service.order_words import done_words, refused_words
from assistant.service.sayings import say
from assistant.service.turn_reading import TurnReading
from assistant.vocabulary import Turn

Record = Mapping[str, Any]
LONG_ID = 6
MOST_CLAIMS, MOST_STRANGERS, MOST_STUCK = 6, 5, 3
CONFIRM = "confirm"
NO_MORE = frozenset({"order_unknown", "items_in_out", "cancel_part", "payment_single"})
"""Rules after whose words nothing more is told of the orders."""


@dataclass(frozen=True, slots=True)
class Said:
    """What the service answers: its words, the slot it awaits, and why people should take over, if they should."""

    state: ServiceState
    text: str
    awaiting: str = ""
    hand_over: str = ""


class OrderDesk:
    """Answers turns about orders; holds no customer, everything about one is in the state it is given."""

    def __init__(self, connector: OrderConnector, clock: Callable[[], float]) -> None:
        self._connector, self._clock = connector, clock

    def has_orders(self) -> bool:
        """Whether this shop's orders can be seen here."""
        return self._connector.has_orders()

    def knows(self, text: str) -> bool:
        """Whether a text alone tells who is speaking, or is said to be by an id; False where no system answers."""
        ids = [word.strip(".?!,'\"") for word in text.split() if "_" in word]
        try:
            if any(self._connector.customer(one) is not None for one in ids):
                return True
            return recognized([text], self._connector).customer is not None
        except OrdersUnreachableError:
            return False

    def is_order_id(self, told: str) -> bool:
        """Whether something is written as this shop's order ids are; a long number or a # where none is known."""
        forms = self._connector.order_forms()
        return id_form(told) in forms if forms else told.startswith("#") or sum(map(str.isdigit, told)) >= LONG_ID

    def holds(self, customer: str, text: str) -> bool:
        """Whether a text names goods of one of the customer's orders; False where the order system doesn't answer."""
        try:
            file = self.file(customer)
        except OrdersUnreachableError:
            return False
        return file is not None and any(chosen_items(text, one, file.goods).swaps for one in file.orders.values())

    def file(self, customer: str) -> File | None:
        """All that is known of an identified customer."""
        record = self._connector.customer(customer)
        if record is None:
            return None
        orders = {str(one["order_id"]): one for one in self._connector.orders_of(customer)}
        return File(record, orders, self._connector.goods())

    def answer(self, state: ServiceState, turn: Turn, language: str) -> Said:
        """The reply to one turn; raises OrdersUnreachableError, and then nothing was written."""
        if not self.has_orders():
            return Said(state, say(language, "no_orders_here"))
        reading = TurnReading(turn.text)
        if state.customer is None:
            return self._identified(state, turn, reading, language)
        if self._is_stranger(state.customer, reading):
            strangers = state.strangers + 1
            state = replace(state, strangers=strangers, proposal=None)
            return Said(state, say(language, "other_person"), state.awaiting if state.awaiting != CONFIRM else "")
        return self._served(state, [turn.text], turn, language)

    def _identified(self, state: ServiceState, turn: Turn, reading: TurnReading, language: str) -> Said:
        """Who it is, or what is still needed to know it; what was asked meanwhile is kept."""
        asked = (*state.claims, turn.text)[-MOST_CLAIMS:]
        if reading.has("other_person"):
            state = replace(state, strangers=state.strangers + 1)
            return Said(state, f"{say(language, 'other_person')} {say(language, 'identity_ask')}", "identity")
        known = recognized(asked, self._connector)
        if known.customer is None:
            if state.awaiting and reading.has("drops") and not (reading.emails or known.has_zip):
                return Said(replace(state, claims=(), awaiting=""), say(language, "not_done"))
            strangers = state.strangers + (1 if known.tried and (reading.emails or known.has_zip) else 0)
            state = replace(state, claims=asked, strangers=strangers, awaiting="identity")
            if strangers >= MOST_STRANGERS:
                return Said(state, say(language, "identity_unknown"), "identity", "identity")
            key = "identity_several" if known.several else "identity_unknown" if reading.emails else "identity_ask"
            if state.claims[:-1] and key == "identity_ask" and known.tried:
                key = "identity_more"
            return Said(state, say(language, key), "identity")
        state = replace(state, customer=known.customer, claims=(), awaiting="", strangers=0)
        greeted = self._served(state, list(asked), turn, language, greet=True)
        return greeted

    def _is_stranger(self, customer: str, reading: TurnReading) -> bool:
        """Whether the turn asks for somebody else: in words, by e-mail address, or by another customer's id."""
        if reading.has("other_person"):
            return True
        record = self._connector.customer(customer) or {}
        own = str(record.get("email") or "").casefold()
        if any(email != own for email in reading.emails):
            return True
        ids = [word for word in reading.plain.replace(",", " ").split() if "_" in word]
        return any(word.strip(".?!'\"") != customer and self._connector.customer(word.strip(".?!'\"")) for word in ids)

    def _served(self, state: ServiceState, texts: list[str], turn: Turn, language: str, greet: bool = False) -> Said:
        file = self.file(str(state.customer))
        if file is None:
            return Said(replace(state, customer=None), say(language, "identity_ask"), "identity")
        reading = TurnReading(texts[-1])
        state = state if reading.says_yes else replace(state, declined=())
        opening = [say(language, "identity_ok", name=_first_name(file.customer))] if greet else []
        before, wrong, new = state.errands, [], False
        for text in texts:
            one = heard(text, state.errands, state.awaiting, state.order, file)
            state = replace(state, errands=one.errands, order=_last_order(one.errands, state.order))
            wrong += one.wrong
            new = new or one.new
        if state.proposal is not None and not greet:
            decided = self._decided(state, before, reading, turn, file, language)
            if decided is not None:
                return decided
        leaves = reading.says_no or reading.has("nothing_else")
        if leaves and state.errands and not new and not asks_something(reading):
            state = replace(state, errands=(), proposal=None, awaiting="", stuck=0, declined=state.errands)
            return Said(state, say(language, "not_done"))
        return self._advanced(state, texts, turn, file, language, opening, wrong, new)

    def _decided(
        self, state: ServiceState, before: tuple[Errand, ...], reading: TurnReading, turn: Turn, file: File,
        language: str,
    ) -> Said | None:  # fmt: skip
        """What a yes or a no to the proposal does; nothing where the turn is neither, or changes what was proposed."""
        proposal = state.proposal
        assert proposal is not None
        untouched = all(errand in state.errands for errand in proposal.errands)
        if reading.says_yes and untouched:
            return self._done(state, proposal, turn, file, language)
        if reading.says_no and untouched and state.errands == before:
            rest = tuple(one for one in state.errands if one not in proposal.errands)
            state = replace(state, errands=rest, proposal=None, awaiting="", stuck=0, declined=proposal.errands)
            if rest:
                return self._advanced(state, [turn.text], turn, file, language, [say(language, "not_done")], [], True)
            return Said(state, say(language, "not_done"))
        return None

    def _done(self, state: ServiceState, proposal: Proposal, turn: Turn, file: File, language: str) -> Said:
        verdicts = simulated(proposal.errands, file.customer, file.orders, file.goods)
        rest = tuple(one for one in state.errands if one not in proposal.errands)
        cleared = replace(state, errands=rest, proposal=None, awaiting="", stuck=0)
        try:
            outcome = self._connector.write(
                proposal.key, self._clock(), turn.conversation, str(state.customer), proposal.errands, proposal.shown
            )
        except StaleError:
            again = replace(state, proposal=None, awaiting="")
            lines = [say(language, "changed_meanwhile")]
            return self._advanced(again, [""], turn, file, language, lines, [], True)
        except OrdersUnreachableError:
            # The system may have stored it and only its answer was lost: neither done nor undone can be said.
            return Said(state, say(language, "orders_unsure"), hand_over="orders_unsure")
        if outcome.refused is not None:
            return Said(cleared, refused_words(outcome.refused, language))
        if not outcome.fresh:
            lines = [say(language, "done_already")]
        else:
            lines = [
                done_words(errand, verdict, file.orders.get(errand.order or ""), file.customer, language)
                for errand, verdict in zip(proposal.errands, verdicts, strict=True)
                if isinstance(verdict, Allowed)
            ]
        cleared = replace(cleared, done=(*cleared.done, *lines))
        if rest:
            fresh = self.file(str(state.customer)) or file
            return self._advanced(cleared, [""], turn, fresh, language, lines, [], True)
        return Said(cleared, "\n".join([*lines, say(language, "anything_else")]))

    def _advanced(
        self, state: ServiceState, texts: list[str], turn: Turn, file: File, language: str, opening: list[str],
        wrong: list[Any], new: bool,
    ) -> Said:  # fmt: skip
        """The next step of the errands, with what is asked about the orders on the way."""
        reading = TurnReading(texts[-1])
        lines = [*opening, *dict.fromkeys(say(language, f"refused_{rule}", **dict(slots)) for rule, slots in wrong)]
        errands_named = any(TurnReading(text).parts for text in texts) or any(rule in NO_MORE for rule, _ in wrong)
        asked: list[str] = []
        for clause in (clause for text in texts for clause in TurnReading(text).asides):
            asked += told(TurnReading(clause), file, state.order, language)[0]
        if not errands_named or (reading.has("profile_info", "variants_info", "refund_status") and not new):
            for text in texts if not errands_named else texts[-1:]:
                if asks_something(TurnReading(text)) or (not state.errands and _points(TurnReading(text))):
                    answered, last = told(TurnReading(text), file, state.order, language)
                    asked += answered
                    state = replace(state, order=last)
        lines += asked
        step = progress(state.errands, texts[-1], file, language)
        state = replace(state, errands=step.errands, proposal=None)
        lines += step.refused
        if step.ready:
            proposal = self._proposal(state, step, turn, file)
            state = replace(state, proposal=proposal, awaiting=CONFIRM, stuck=0)
            words = [*lines, *step.lines, *([step.question] if step.missing else []), say(language, "confirm")]
            return Said(state, "\n".join(words), CONFIRM)
        if step.missing:
            repeated = step.missing == state.awaiting and not new and not asked
            stuck = state.stuck + 1 if repeated else 0
            state = replace(state, awaiting=step.missing, stuck=stuck)
            text = "\n".join([*lines, *([say(language, "not_understood")] if repeated and not lines else []),
                              step.question])  # fmt: skip
            return Said(state, text, step.missing, "stuck" if stuck >= MOST_STUCK else "")
        if reading.says_yes and state.declined and not lines:
            again = replace(state, errands=state.declined, declined=())
            return self._advanced(again, [""], turn, file, language, [], [], True)
        state = replace(state, awaiting="")
        if asked or step.refused or wrong:
            return Said(replace(state, stuck=0), "\n".join(lines))
        return self._nothing(state, reading, lines, language)

    def _nothing(self, state: ServiceState, reading: TurnReading, lines: list[str], language: str) -> Said:
        """A turn that asked for nothing that can be done: a greeting, a late yes, thanks, or not understood."""
        if lines:
            return Said(replace(state, stuck=0), "\n".join([*lines, say(language, "welcome")]), "wish")
        if reading.says_yes:
            key = "done_already" if state.done else "nothing_waiting"
            return Said(replace(state, stuck=0), say(language, key))
        if reading.says_no or reading.has("nothing_else"):
            return Said(replace(state, stuck=0), say(language, "not_done" if not state.done else "anything_else"))
        stuck = state.stuck + 1
        text = f"{say(language, 'not_understood')} {say(language, 'what_possible')}"
        return Said(replace(state, stuck=stuck), text, "wish", "stuck" if stuck >= MOST_STUCK else "")

    def _proposal(self, state: ServiceState, step: Progress, turn: Turn, file: File) -> Proposal:
        names = sorted({one.order for one in step.ready if one.order})
        shown = fingerprint(file.customer, [file.orders[name] for name in names])
        what = json.dumps([asdict(one) for one in step.ready], sort_keys=True, ensure_ascii=False)
        # An address that went there and back may be changed once more: what was done before it tells them apart.
        told = "\0".join((turn.conversation, str(state.customer), what, shown, str(len(state.done))))
        key = hashlib.sha256(told.encode()).hexdigest()
        return Proposal(key, step.ready, shown, "\n".join(step.lines))


def _points(reading: TurnReading) -> bool:
    """Whether a turn names an order, or goes on from one to another, and asks nothing by name."""
    return bool(reading.orders) or reading.has("goes_on")


def _first_name(customer: Record) -> str:
    name = customer.get("name") or {}
    return str(name.get("native_name") or name.get("first_name") or "")


def _last_order(errands: tuple[Errand, ...], last: str | None) -> str | None:
    return next((one.order for one in reversed(errands) if one.order), last)
