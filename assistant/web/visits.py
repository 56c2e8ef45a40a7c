"""What happens when a shopper does something on the page: deed -> what changes on screen. Knows no web framework."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from time import time
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from assistant.basket import changed_cart
from assistant.column_names import Examples
from assistant.languages.reading import nearest
from assistant.service.desk import SILENT
from assistant.state import DialogueState
from assistant.vocabulary import Act, CartChange, CartLine, Reply, Turn
from assistant.web.arrivals import Arrivals
from assistant.web.bell import Bell
from assistant.web.deeds import Deed, Listening, Message
from assistant.web.goods import SHOWING, changes_goods, goods, side_by_side
from assistant.web.kept_basket import kept, restored
from assistant.web.kept_conversations import KeptConversations
from assistant.web.later_words import later_talk
from assistant.web.screens import Screen, Screens
from assistant.web.sessions import Conversation, Exchange, Sessions, packed
from assistant.web.shell import next_language
from assistant.web.shop_window import Window
from assistant.web.talk import answer_bubble, ask, failed_bubble, ledger

if TYPE_CHECKING:
    from assistant.conversation import Assistant

TABLE_END = "<!-- below: the goods as they stood -->"
CHANGING = frozenset({"say", "undo", "retry", "language"})
QUEUE = "queue"
"""What the bell rings for staff who look at the queue."""
LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Visits:
    """The deeds of all shoppers; each works on its own conversation alone."""

    opened: Callable[[], Assistant]
    sessions: Sessions
    window: Callable[[str], Window]
    shop: str = ""
    bell: Bell = field(default_factory=Bell)
    arrivals: Arrivals = field(default_factory=Arrivals)
    """What waits for an answer, as the web counts it."""

    @property
    def records(self) -> KeptConversations:
        """What the records know of conversations."""
        return KeptConversations(self.opened)

    @property
    def screens(self) -> Screens:
        """What a conversation looks like."""
        return Screens(self.opened, self.window, self.records, self.shop)

    @property
    def assistant(self) -> Assistant:
        """The assistant, once it is open."""
        return self.opened()

    def do(self, deed: Deed) -> Screen:
        """What the deed changes on screen; where it fails, one sentence, and nothing of the conversation is changed."""
        try:
            conversation = self._conversation(deed)
            if conversation is None:
                return self._without_conversation(deed)
            with conversation.lock:
                screen = self._done(deed, conversation)
                if deed.do in CHANGING:
                    self.records.keep(conversation)
                return screen
        except Exception:
            LOG.exception("A deed on the page failed: %s", deed.do)
            return Screen({"answer": failed_bubble(deed.text, deed.language)})

    def chat(self, message: Message) -> tuple[Conversation, Reply]:
        """One turn for the HTTP API, in the conversation of that id or a new one."""
        conversation = self.find(message.conversation) or self.sessions.new(message.language)
        with conversation.lock:
            if conversation.holds(message.message):
                return conversation, self._again(conversation, message)
            reply = self._turn(
                conversation, message.text, message.language, message.shopper, message.k, message=message.message
            )
            booked = conversation.exchanges[-1]
            self.records.keep(conversation)
            if SILENT in reply.notices:
                return conversation, reply
        turn = Turn(conversation.id, message.text, message.language, message.shopper)
        reply = self.assistant.worded(booked.state, reply, turn)
        with conversation.lock:
            conversation.reworded(booked, answer_bubble(reply))
        return conversation, reply

    def overheard(self, asked: Listening) -> dict[str, Any]:
        """What staff said and did since the message that the page heard last, and who has the conversation."""
        language = nearest(asked.language)
        self.without_the_gone()
        lines, heard = self.records.since(asked.conversation, asked.heard, language)
        return {"lines": lines, "heard": heard, "desk": self.records.desk(asked.conversation, language)}

    def without_the_gone(self) -> None:
        """Puts tickets back into the queue whose holders have left, and tells who waits for it."""
        room = self.assistant.staff
        waiting = room.without_the_gone() if room is not None else []
        if waiting:
            self.bell.ring(*waiting, QUEUE)

    def _conversation(self, deed: Deed) -> Conversation | None:
        """The conversation that the page shows: a copy of its own where another page has gone on with it."""
        found = self.find(deed.conversation)
        if found is None:
            return None
        if deed.do != "open" and deed.count < found.count and not self._is_shared(found, deed):
            found = self.sessions.forked(found, deed.count)
        if kept(found.cart) != [line.model_dump() for line in deed.basket]:
            found.cart = self._restored(deed)
        return found

    def find(self, id: str) -> Conversation | None:
        """The conversation of this id, as it lives or as the records hold it."""
        return self.sessions.find(id) or self.records.revived(id, self.sessions)

    def _is_staffs(self, conversation: Conversation) -> bool:
        """Whether staff have the conversation or are about to: then nothing that they read is taken back."""
        return self.records.ticket(conversation.id) is not None

    def _is_shared(self, conversation: Conversation, deed: Deed) -> bool:
        """Whether a page that shows less than there is has to catch up, and may not go its own way."""
        return conversation.holds(deed.message) or self.records.has_staff(conversation.id)

    def _without_conversation(self, deed: Deed) -> Screen:
        language = nearest(deed.language)
        if deed.do in ("say", "retry"):
            conversation = self.sessions.new(language, self._restored(deed))
            screen = self._said(deed, conversation, fresh=True)
            self.records.keep(conversation)
            return screen
        nobody = Conversation("", cart=self._restored(deed))
        if deed.do in ("add", "set", "empty"):
            return self._basket_changed(deed, nobody)
        return self.screens.whole(deed, nobody, next_language(language) if deed.do == "language" else language)

    def _done(self, deed: Deed, conversation: Conversation) -> Screen:
        match deed.do:
            case "say" if conversation.holds(deed.message):
                return self.screens.whole(deed, conversation, nearest(deed.language))
            case "undo" | "retry" | "clear" if self._is_staffs(conversation) or deed.count < conversation.count:
                return self.screens.whole(deed, conversation, nearest(deed.language))
            case "say":
                behind = conversation.id != deed.conversation or deed.count < conversation.count
                return self._said(deed, conversation, fresh=behind)
            case "undo":
                last = conversation.take_back()
                screen = self.screens.whole(deed, conversation, nearest(deed.language))
                return replace(screen, talk={**screen.talk, "input": last.text if last and not last.label else ""})
            case "retry":
                return self._retried(deed, conversation)
            case "clear":
                empty = Conversation("", cart=conversation.cart)
                return self.screens.whole(deed, empty, nearest(deed.language))
            case "language":
                return self._switched(deed, conversation)
            case "add" | "set" | "empty":
                return self._basket_changed(deed, conversation)
        return self.screens.whole(deed, conversation, nearest(deed.language))

    def _said(self, deed: Deed, conversation: Conversation, fresh: bool) -> Screen:
        """One turn; `fresh` where the page has to show the whole conversation anew."""
        before = conversation.cart
        reply = self._turn(
            conversation, deed.text, None, None, label=deed.label, compared=deed.products, message=deed.message
        )
        language = nearest(deed.language) if deed.chosen else reply.language
        last = conversation.exchanges[-1]
        if fresh:
            screen = self.screens.whole(deed, conversation, language)
        else:
            screen = self.screens.answer_alone(deed, conversation, reply, language, before)
        if self.assistant.writer is None or SILENT in reply.notices:
            return screen
        words = self.assistant.words(last.state, reply, Turn(conversation.id, deed.text))
        return replace(screen, later=later_talk(words, conversation, last, screen.talk))

    def _retried(self, deed: Deed, conversation: Conversation) -> Screen:
        """The last message answered again; where that fails, the earlier answer stays."""
        cart, last = conversation.cart, conversation.take_back()
        try:
            return self._said(_again(deed, last), conversation, fresh=True)
        except Exception:
            if last is not None:
                conversation.add(last)
            conversation.cart = cart
            raise

    def _turn(
        self,
        conversation: Conversation,
        text: str,
        language: str | None,
        shopper: str | None,
        k: int = 5,
        label: str = "",
        compared: Sequence[str] = (),
        message: str = "",
    ) -> Reply:
        """The reply to a message, booked with what it puts on screen."""
        before = conversation.cart
        turn = Turn(conversation.id, text, language, shopper, self.arrivals.beside)
        message = message or uuid4().hex
        state, reply = self.assistant.respond(self._with_ticket(conversation, before), turn, k)
        if self.assistant.service is not None:
            self.assistant.service.note(state, conversation.id, message, reply, time())
        beside = self._beside(reply, conversation, compared)
        conversation.add(
            Exchange(
                text,
                label,
                "" if SILENT in reply.notices else answer_bubble(reply),
                ledger(reply, Examples(self.assistant.catalogue.store).of),
                ask(reply.question),
                beside,
                state,
                reply.language,
                before,
                message,
            )
        )
        conversation.cart = state.cart
        self.bell.ring(conversation.id, *([QUEUE] if state.service.ticket is not None else []))
        return reply

    def _with_ticket(self, conversation: Conversation, cart: Sequence[CartLine]) -> DialogueState:
        """The state that the next turn is read in; whoever has the conversation now, the records tell."""
        state = replace(conversation.state, cart=tuple(cart))
        ticket = self.records.ticket(conversation.id)
        if ticket is None or state.service.ticket == ticket.number:
            return state
        return replace(state, service=replace(state.service, ticket=ticket.number))

    def _again(self, conversation: Conversation, message: Message) -> Reply:
        """What a message that was answered before is answered with: the words that the records hold."""
        language = nearest(message.language or conversation.state.language)
        return Reply(Act.CHAT, language, self.records.answered(conversation.id, message.message))

    def _beside(self, reply: Reply, conversation: Conversation, compared: Sequence[str]) -> bytes:
        """The goods beside an answer: its own, or those of before under the comparison that a button asked for."""
        if changes_goods(reply):
            return packed(goods(reply, Examples(self.assistant.catalogue.store).of))
        language = reply.language
        before = self.screens.beside(conversation, language).split(TABLE_END)[-1]
        if reply.act is Act.COMPARE and len(compared) > 1:
            return packed(side_by_side(self.assistant.catalogue.store.get(compared), language) + TABLE_END + before)
        return packed(before)

    def _switched(self, deed: Deed, conversation: Conversation) -> Screen:
        """The page in the next language; the last search is answered anew in it."""
        language = next_language(deed.language)
        last = conversation.exchanges[-1] if conversation.exchanges else None
        free = self.records.ticket(conversation.id) is None
        if free and last is not None and last.ledger and last.language != language:
            cart = conversation.cart
            conversation.take_back()
            trial = Turn(conversation.id, last.text, language)
            _, reply = self.assistant.respond(replace(conversation.state, cart=last.cart_before), trial)
            if reply.act in SHOWING and not reply.aside and reply.language == language:
                self._turn(conversation, last.text, language, None, label=last.label)
            else:
                conversation.add(last)
            conversation.cart = cart
        conversation.cart = restored(deed.basket, self.assistant.catalogue.store.get, language)
        return self.screens.whole(deed, conversation, language)

    def _basket_changed(self, deed: Deed, conversation: Conversation) -> Screen:
        """The basket after a click: what it does to the lines, and the sentence that says so."""
        language = nearest(deed.language)
        state = replace(conversation.state, cart=conversation.cart)
        kind = {"add": "add", "set": "set", "empty": "clear"}[deed.do]
        if kind == "set" and deed.quantity == 0:
            kind = "remove"
        change = CartChange(kind, (deed.product,) if deed.product else (), deed.quantity)
        done = changed_cart(state, (change,), self.assistant.catalogue.store.get, lambda product: [product], language)
        conversation.cart = done.cart
        return Screen({"basket": self.screens.basket(conversation, language), "status": done.text})

    def _restored(self, deed: Deed) -> tuple[Any, ...]:
        if not deed.basket:
            return ()
        return restored(deed.basket, self.assistant.catalogue.store.get, nearest(deed.language))


def _again(deed: Deed, last: Exchange | None) -> Deed:
    return deed.model_copy(update={"text": last.text, "label": last.label}) if last else deed
