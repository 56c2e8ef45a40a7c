"""What a conversation looks like: the parts of the page, made from what was said."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from assistant.languages.reading import nearest
from assistant.vocabulary import Reply
from assistant.web.basket_panel import badge, basket
from assistant.web.deeds import Deed
from assistant.web.goods import changes_goods, no_goods
from assistant.web.kept_basket import kept
from assistant.web.kept_conversations import KeptConversations
from assistant.web.page_words import html
from assistant.web.sessions import Conversation
from assistant.web.shell import shell_words
from assistant.web.shop_window import Window
from assistant.web.talk import welcome

if TYPE_CHECKING:
    from assistant.conversation import Assistant


@dataclass(frozen=True, slots=True)
class Screen:
    """What changes on screen: `goods` first where they change, then `talk`, keyed by part."""

    talk: dict[str, Any] = field(default_factory=dict)
    goods: str | None = None
    later: Iterator[dict[str, Any]] | None = None
    """Where words are still being written: the talk as it becomes, in place of `talk`."""


@dataclass(frozen=True, slots=True)
class Screens:
    """Draws conversations."""

    opened: Callable[[], Assistant]
    window: Callable[[str], Window]
    records: KeptConversations
    shop: str = ""

    def answer_alone(
        self, deed: Deed, conversation: Conversation, reply: Reply, language: str, before: Sequence[Any]
    ) -> Screen:
        """What a turn adds to a page that shows the conversation already."""
        last = conversation.exchanges[-1]
        talk = {**self._standing(conversation), "answer": last.words}
        if last.state.service.ticket is not None or self.records.ticket(conversation.id) is not None:
            talk["desk"] = self.records.desk(conversation.id, language)
        if language != nearest(deed.language):
            talk["words"] = self._words(language)
        if conversation.cart != before or "words" in talk:
            talk["basket"] = self.basket(conversation, language)
        return Screen(talk, last.goods if changes_goods(reply) or deed.products else None)

    def whole(self, deed: Deed, conversation: Conversation, language: str) -> Screen:
        """Everything on screen, from the conversation as it stands."""
        lines = self.records.lines(conversation, language)
        if lines:
            known = self.records.shown(conversation)
            earlier = f'<p class="soft">{html(language, "talk", "earlier")}</p>' if conversation.count > known else ""
            log, beside = earlier + lines, self.beside(conversation, language)
        else:
            window = self.window(language)
            log, beside = welcome(window.questions, language), no_goods(window.kinds, language)
        desk = {"desk": self.records.desk(conversation.id, language), "heard": self.records.heard(conversation.id)}
        talk = {**self._standing(conversation), **desk, "log": log, "basket": self.basket(conversation, language)}
        if deed.do == "open" or language != deed.language:
            talk["words"] = self._words(language)
        return Screen(talk, beside)

    def _standing(self, conversation: Conversation) -> dict[str, Any]:
        """What stands under the conversation: chips, question, tools, and which conversation it is."""
        last = conversation.exchanges[-1] if conversation.exchanges else None
        language = nearest(conversation.state.language)
        found_again = self.records.ledger(conversation, language) if conversation.earlier and not last else ""
        any_yet = last is not None or bool(conversation.earlier)
        return {
            "conversation": conversation.id,
            "count": conversation.count,
            "ledger": last.ledger if last else found_again,
            "ask": last.ask if last else "",
            "tools": {"undo": last is not None, "retry": last is not None, "clear": any_yet},
        }

    def beside(self, conversation: Conversation, language: str) -> str:
        """The goods as they stand beside the conversation."""
        if conversation.exchanges:
            return conversation.exchanges[-1].goods
        return self.records.goods(conversation, language) or no_goods(self.window(language).kinds, language)

    def basket(self, conversation: Conversation, language: str) -> dict[str, Any]:
        cart = conversation.cart
        """The basket as the page keeps it."""
        return {"html": basket(cart, language), "badge": badge(cart, language), "lines": kept(cart)}

    def _words(self, language: str) -> dict[str, Any]:
        return shell_words(language, self.shop, self.opened().catalogue.store.count())
