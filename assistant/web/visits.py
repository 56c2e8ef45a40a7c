"""What happens when a shopper does something on the page: deed -> what changes on screen. Knows no web framework."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from time import time
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from assistant.basket import changed_cart
from assistant.languages.reading import nearest, spoken
from assistant.vocabulary import Act, CartChange, Reply, Turn
from assistant.web.basket_panel import badge, basket
from assistant.web.deeds import Deed, Message
from assistant.web.goods import SHOWING, changes_goods, goods, no_goods, side_by_side
from assistant.web.kept_basket import kept, restored
from assistant.web.later_words import later_talk
from assistant.web.page_words import html
from assistant.web.sessions import Conversation, Exchange, Sessions, packed
from assistant.web.shell import next_language, shell_words
from assistant.web.shop_window import Window
from assistant.web.talk import answer_bubble, ask, failed_bubble, ledger, said_bubble, welcome

if TYPE_CHECKING:
    from assistant.conversation import Assistant

TABLE_END = "<!-- below: the goods as they stood -->"
LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Screen:
    """What changes on screen: `goods` first where they change, then `talk`, keyed by part."""

    talk: dict[str, Any] = field(default_factory=dict)
    goods: str | None = None
    later: Iterator[dict[str, Any]] | None = None
    """Where words are still being written: the talk as it becomes, in place of `talk`."""


@dataclass(frozen=True, slots=True)
class Visits:
    """The deeds of all shoppers; each works on its own conversation alone."""

    opened: Callable[[], Assistant]
    sessions: Sessions
    window: Callable[[str], Window]
    shop: str = ""

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
                return self._done(deed, conversation)
        except Exception:
            LOG.exception("A deed on the page failed: %s", deed.do)
            return Screen({"answer": failed_bubble(deed.text, deed.language)})

    def chat(self, message: Message) -> tuple[Conversation, Reply]:
        """One turn for the HTTP API, in the conversation of that id or a new one."""
        conversation = self.sessions.find(message.conversation) or self.sessions.new(message.language)
        with conversation.lock:
            reply = self._turn(conversation, message.text, message.language, message.shopper, message.k)
            booked = conversation.exchanges[-1]
        turn = Turn(conversation.id, message.text, message.language, message.shopper)
        reply = self.assistant.worded(booked.state, reply, turn)
        with conversation.lock:
            conversation.reworded(booked, answer_bubble(reply))
        return conversation, reply

    def _conversation(self, deed: Deed) -> Conversation | None:
        """The conversation that the page shows: a copy of its own where another page has gone on with it."""
        found = self.sessions.find(deed.conversation)
        if found is None:
            return None
        if deed.do != "open" and deed.count < found.count:
            found = self.sessions.forked(found, deed.count)
        if kept(found.cart) != [line.model_dump() for line in deed.basket]:
            found.cart = self._restored(deed)
        return found

    def _without_conversation(self, deed: Deed) -> Screen:
        language = nearest(deed.language)
        if deed.do in ("say", "retry"):
            conversation = self.sessions.new(language, self._restored(deed))
            return self._said(deed, conversation, fresh=True)
        nobody = Conversation("", cart=self._restored(deed))
        if deed.do in ("add", "set", "empty"):
            return self._basket_changed(deed, nobody)
        return self._whole(deed, nobody, next_language(language) if deed.do == "language" else language)

    def _done(self, deed: Deed, conversation: Conversation) -> Screen:
        match deed.do:
            case "say":
                return self._said(deed, conversation, fresh=conversation.id != deed.conversation)
            case "undo":
                last = conversation.take_back()
                screen = self._whole(deed, conversation, nearest(deed.language))
                return replace(screen, talk={**screen.talk, "input": last.text if last and not last.label else ""})
            case "retry":
                return self._retried(deed, conversation)
            case "clear":
                empty = Conversation("", cart=conversation.cart)
                return self._whole(deed, empty, nearest(deed.language))
            case "language":
                return self._switched(deed, conversation)
            case "add" | "set" | "empty":
                return self._basket_changed(deed, conversation)
        return self._whole(deed, conversation, nearest(deed.language))

    def _said(self, deed: Deed, conversation: Conversation, fresh: bool) -> Screen:
        """One turn; `fresh` where the page has to show the whole conversation anew."""
        before = conversation.cart
        reply = self._turn(conversation, deed.text, None, None, label=deed.label, compared=deed.products)
        language = nearest(deed.language) if deed.chosen else reply.language
        last = conversation.exchanges[-1]
        if fresh:
            screen = self._whole(deed, conversation, language)
        else:
            screen = self._answer_alone(deed, conversation, reply, language, before)
        if self.assistant.writer is None:
            return screen
        words = self.assistant.words(last.state, reply, Turn(conversation.id, deed.text))
        return replace(screen, later=later_talk(words, conversation, last, screen.talk))

    def _answer_alone(
        self, deed: Deed, conversation: Conversation, reply: Reply, language: str, before: Sequence[Any]
    ) -> Screen:
        """What a turn adds to a page that shows the conversation already."""
        last = conversation.exchanges[-1]
        talk = {**self._standing(conversation), "answer": last.words}
        if language != nearest(deed.language):
            talk["words"] = self._words(language)
        if conversation.cart != before or "words" in talk:
            talk["basket"] = self._basket(conversation, language)
        return Screen(talk, last.goods if changes_goods(reply) or deed.products else None)

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
    ) -> Reply:
        """The reply to a message, booked with what it puts on screen."""
        before = conversation.cart
        turn = Turn(conversation.id, text, language, shopper)
        state = replace(conversation.state, cart=before)
        state, reply = self.assistant.respond(state, turn, k)
        if self.assistant.service is not None:
            self.assistant.service.note(state, conversation.id, uuid4().hex, reply, time())
        beside = self._beside(reply, conversation, compared)
        conversation.add(
            Exchange(
                text,
                label,
                answer_bubble(reply),
                ledger(reply),
                ask(reply.question),
                beside,
                state,
                reply.language,
                before,
            )
        )
        conversation.cart = state.cart
        return reply

    def _beside(self, reply: Reply, conversation: Conversation, compared: Sequence[str]) -> bytes:
        """The goods beside an answer: its own, or those of before under the comparison that a button asked for."""
        if changes_goods(reply):
            return packed(goods(reply))
        language = reply.language
        kinds = self.window(language).kinds
        before = conversation.exchanges[-1].goods if conversation.exchanges else no_goods(kinds, language)
        before = before.split(TABLE_END)[-1]
        if reply.act is Act.COMPARE and len(compared) > 1:
            return packed(side_by_side(self.assistant.catalogue.store.get(compared), language) + TABLE_END + before)
        return packed(before)

    def _switched(self, deed: Deed, conversation: Conversation) -> Screen:
        """The page in the next language; the last search is answered anew in it."""
        language = next_language(deed.language)
        last = conversation.exchanges[-1] if conversation.exchanges else None
        if last is not None and last.ledger and last.language != language:
            cart = conversation.cart
            conversation.take_back()
            trial = Turn(conversation.id, last.text, language)
            _, reply = self.assistant.respond(replace(conversation.state, cart=last.cart_before), trial)
            if reply.act in SHOWING and reply.language == language:
                self._turn(conversation, last.text, language, None, label=last.label)
            else:
                conversation.add(last)
            conversation.cart = cart
        conversation.cart = restored(deed.basket, self.assistant.catalogue.store.get, language)
        return self._whole(deed, conversation, language)

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
        return Screen({"basket": self._basket(conversation, language), "status": done.text})

    def _whole(self, deed: Deed, conversation: Conversation, language: str) -> Screen:
        """Everything on screen, from the conversation as it stands."""
        if conversation.exchanges:
            earlier = f'<p class="soft">{html(language, "talk", "earlier")}</p>' if conversation.dropped else ""
            bubbles = (said_bubble(one.label or one.text, one.language) + one.words for one in conversation.exchanges)
            log, beside = earlier + "".join(bubbles), conversation.exchanges[-1].goods
        else:
            window = self.window(language)
            log, beside = welcome(window.questions, language), no_goods(window.kinds, language)
        talk = {**self._standing(conversation), "log": log, "basket": self._basket(conversation, language)}
        if deed.do == "open" or language != deed.language:
            talk["words"] = self._words(language)
        return Screen(talk, beside)

    def _standing(self, conversation: Conversation) -> dict[str, Any]:
        """What stands under the conversation: chips, question, tools, and which conversation it is."""
        last = conversation.exchanges[-1] if conversation.exchanges else None
        return {
            "conversation": conversation.id,
            "count": conversation.count,
            "ledger": last.ledger if last else "",
            "ask": last.ask if last else "",
            "tools": {"undo": last is not None, "retry": last is not None, "clear": last is not None},
        }

    def _basket(self, conversation: Conversation, language: str) -> dict[str, Any]:
        cart = conversation.cart
        return {"html": basket(cart, language), "badge": badge(cart, language), "lines": kept(cart)}

    def _words(self, language: str) -> dict[str, Any]:
        return shell_words(language, self.shop, self.assistant.catalogue.store.count())

    def _restored(self, deed: Deed) -> tuple[Any, ...]:
        if not deed.basket:
            return ()
        return restored(deed.basket, self.assistant.catalogue.store.get, nearest(deed.language))


def _again(deed: Deed, last: Exchange | None) -> Deed:
    return deed.model_copy(update={"text": last.text, "label": last.label}) if last else deed


def chosen_language(wished: str, default: str | None) -> str:
    """The language of a first page: the first one wished, as Accept-Language writes it, that is spoken here."""
    for entry in wished.split(","):
        code = entry.split(";")[0].strip().casefold()
        for known in spoken():
            if code == known or code.split("-")[0] == known:
                return known
    return nearest(default)
