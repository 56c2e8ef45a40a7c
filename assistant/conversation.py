"""The main path: turn -> intent -> state -> answer, ask or recommend -> reply."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from types import MappingProxyType

from assistant.basket import changed_cart, refreshed, titled
from assistant.column_names import Examples
from assistant.misunderstanding import as_understood
from assistant.ports import Parser, Reasoner, Service, Writer
from assistant.ranking.order import Ranker, spread
from assistant.reasons.product_answers import ProductAnswers
from assistant.reasons.telling import phrase
from assistant.replies import amount_asked, asking, notices, offers, summary, which_kind, worth_asking
from assistant.retrieval.find import Finder, Found
from assistant.retrieval.next_question import Asking, best_split
from assistant.retrieval.offers import alternatives
from assistant.retrieval.qualify import Qualifier, unanswered
from assistant.service.staff_room import StaffRoom
from assistant.small_talk import first_of, small_talk
from assistant.state import DialogueState, changes_need
from assistant.stopwatch import Stopwatch
from assistant.vocabulary import Act, Intent, Question, Rate, Reply, Turn, Unproved
from catalog.catalogue import Catalogue
from catalog.product import EMPTY

SHOWN = 5
MOST_SHOWN = 20
APART = 3
"""How many products whose records leave a demand open stand apart."""
RECOMMENDING = frozenset({Act.FIND, Act.REFINE, Act.MORE, Act.SIMILAR, Act.FEEDBACK})


@dataclass(frozen=True)
class Assistant:
    """Holds parts, never a shopper: everything about one conversation is in the state it is given."""

    catalogue: Catalogue
    parser: Parser
    qualifier: Qualifier
    finder: Finder
    ranker: Ranker
    reasoner: Reasoner
    answers: ProductAnswers
    clock: Callable[[], float]
    rates: Mapping[str, Rate] = EMPTY
    writer: Writer | None = None
    asking: Asking = field(default_factory=Asking)
    service: Service | None = None
    staff: StaffRoom | None = None
    """Where the shop's staff work; the assistant itself never looks in."""

    def __enter__(self) -> Assistant:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Gives the home back."""
        self.parser.close()
        if self.writer is not None:
            self.writer.close()
        if self.service is not None:
            self.service.close()
        self.catalogue.close()

    def words(self, state: DialogueState, reply: Reply, turn: Turn, late: bool = True) -> Iterator[Reply]:
        """The reply in a language model's words as they come, the last one to stay; nothing without a model."""
        return iter(()) if self.writer is None else self.writer.write(state, reply, turn, late)

    def worded(self, state: DialogueState, reply: Reply, turn: Turn) -> Reply:
        """The reply in its final words, for those who show it only once."""
        if self.writer is None:
            return reply
        watch = Stopwatch(self.clock)
        for reworded in self.words(state, reply, turn, late=False):
            reply = reworded
        took = watch.timings()["total"]
        total = round(reply.timings.get("total", 0.0) + took, 2)
        return replace(reply, timings=MappingProxyType({**reply.timings, "words": took, "total": total}))

    def respond(self, state: DialogueState, turn: Turn, k: int = SHOWN) -> tuple[DialogueState, Reply]:
        """The state after the turn and the reply to it; `k` products at most, 20 at the very most."""
        watch = Stopwatch(self.clock)
        intent = self.parser.understand(turn, state.of_goods)
        if self.service is not None:
            intent = self.service.read(turn, state, intent)
        watch.lap("understand")
        state_now, reply = self._replied(state.after(turn, intent), intent, max(1, min(k, MOST_SHOWN)), watch)
        if self.service is not None:
            state_now, reply = self.service.remind(state_now, reply)
        watch.lap("answer")
        reply = replace(
            reply,
            ledger=state_now.ledger,
            want=state_now.want,
            cart=state_now.cart,
            topic=intent.topic,
            notices=(*notices(intent, state_now, reply, self.rates), *reply.notices),
            timings=watch.timings(),
        )
        return replace(state_now, pending=reply.question), reply

    def _replied(self, state: DialogueState, intent: Intent, k: int, watch: Stopwatch) -> tuple[DialogueState, Reply]:
        """The reply to what is asked; a need told beside a service request is met after it, in the same reply."""
        if intent.beside is not None:
            state, served = self._answer(state, intent)
            state, reply = self._recommend(state, intent.beside, k, watch, served)
            return state, replace(reply, act=served.act, sources=served.sources)
        if intent.misread:
            return state, as_understood(state, intent.language, partial(self._given, state, intent.language))
        if intent.amount_in is not None:
            return state, self._ask_amount(intent)
        if changes_need(intent) or (intent.act in RECOMMENDING and not _is_aside(state, intent)):
            return self._recommend(state, intent, k, watch)
        return self._answer(state, intent)

    def _recommend(
        self, state: DialogueState, intent: Intent, k: int, watch: Stopwatch, first: Reply | None = None
    ) -> tuple[DialogueState, Reply]:
        """State -> find -> rank -> reasons -> reply; `first` is what the turn was answered with before."""
        if intent.cart:
            state, first = self._answer(state, replace(intent, act=Act.CART))
        put_aside: tuple[str, ...] = ()
        if intent.act is Act.FEEDBACK and not intent.liked:
            state = replace(state, rejected=(*state.rejected, *intent.points_at))
            put_aside = tuple(self._put_aside(intent))
        if state.want is None and not state.ledger:
            return self._ask_need(state, intent)
        state = self.finder.settled(state)
        without = (*state.rejected, *(state.seen if intent.act is Act.MORE else ()))
        found = self.finder.find(state, without)
        watch.lap("find")
        ordered = self.ranker.rank(state, found.candidates)
        ranked = spread(ordered, k)
        apart = spread(self.ranker.rank(state, found.unproved), min(APART, k))
        watch.lap("rank")
        reasons = self.reasoner.explain(state, ranked, found.candidates)
        apart_reasons = self.reasoner.explain(state, apart, found.unproved)
        watch.lap("reasons")
        shortened = [name for name in [self.ranker.notice(state, ordered)] if name]
        reply = Reply(
            intent.act,
            intent.language,
            "",
            items=ranked,
            unproved=tuple(Unproved(one, unanswered(state, one.product)) for one in apart),
            reasons=MappingProxyType({reason.product: reason for reason in (*reasons, *apart_reasons)}),
            fitting=found.fitting,
            notices=(
                *put_aside,
                *(phrase("notice", name, intent.language) for name in shortened),
            ),
        )
        reply = self._with_way_on(state, found, reply)
        watch.lap("offers")
        if first is not None and first.question is not None:
            # One question a turn, and what was left open first is the shopper's first concern.
            reply = replace(reply, question=first.question)
        reply = replace(reply, text=summary(state, intent, found, reply, first))
        shown = tuple(one.product.id for one in (*reply.items, *(one.ranked for one in reply.unproved)))
        asked = (*state.asked, reply.question.field) if reply.question else state.asked
        # What an empty answer leaves on the shopper's mind is the list before it.
        return replace(
            state, shown=shown or state.shown, seen=tuple(dict.fromkeys([*state.seen, *shown])), asked=asked
        ), reply

    def _put_aside(self, intent: Intent) -> Iterator[str]:
        """The sentence that tells what is shown no more; nothing where the words point at no product."""
        rejected = self.catalogue.store.get(intent.points_at)
        if len(rejected) == 1:
            yield phrase("notice", "put_aside", intent.language, title=titled(rejected[0], intent.language))
        elif rejected:
            yield phrase("notice", "put_aside_all", intent.language)

    def _with_way_on(self, state: DialogueState, found: Found, reply: Reply) -> Reply:
        """The reply with counted alternatives where little fits, or with the question that narrows much best."""
        language = reply.language
        view, example = found.qualified.view, Examples(self.catalogue.store).of
        if found.fitting < SHOWN and not found.near:
            changes = alternatives(state, self.qualifier, view)
            reply = replace(reply, offers=offers(changes, language, example))
        split = best_split(
            state,
            [c.product for c in found.candidates],
            found.fitting,
            partial(worth_asking, language=language, example=example),
            self.asking,
        )
        if split is not None:
            return replace(reply, question=asking(split, self.qualifier, found.qualified, language, example))
        if state.want is None and found.fitting > MOST_SHOWN and "want" not in state.asked:
            return replace(reply, question=self._which_kind(state, language))
        if (reply.act is not Act.MORE or found.near) and not reply.items and not reply.offers:
            alike = partial(self.finder.alike, state) if found.near else None
            return replace(reply, question=self._which_kind(state, language, alike))
        return reply

    def _which_kind(
        self, state: DialogueState, language: str, alike: Callable[[list[str]], list[str]] | None = None
    ) -> Question:
        """The question for a kind; a kind's name may mean several types, so its count is what saying it gives."""
        return which_kind(state, self.qualifier, language, partial(self._given, state, language), alike)

    def _given(self, state: DialogueState, language: str, say: str) -> int | None:
        """How many products fit once this is said; None where it leaves no need."""
        turn = Turn("", say, language)
        after = state.after(turn, self.parser.understand(turn, state))
        if after.want is None and not after.ledger:
            return None
        return int(self.qualifier.qualify(after, after.rejected).proved.sum())

    def _ask_need(self, state: DialogueState, intent: Intent) -> tuple[DialogueState, Reply]:
        """Nothing to search by: say what was done, and ask."""
        if "everything" in intent.forget:
            text = phrase("reply", "started_over", intent.language)
        elif intent.undo:
            text = phrase("reply", "undone", intent.language)
        elif intent.forget:
            text = phrase("reply", "forgotten", intent.language)
        else:
            text = phrase("reply", "understood_less", intent.language)
        question = self._which_kind(state, intent.language)
        return replace(state, shown=(), seen=()), Reply(intent.act, intent.language, text, question=question)

    def _ask_amount(self, intent: Intent) -> Reply:
        """A demand in money that the shop doesn't take: goods are shown once its amount is known."""
        question = amount_asked(self.catalogue.store.view(), intent.language)
        return Reply(intent.act, intent.language, question.text, question=question)

    def _answer(self, state: DialogueState, intent: Intent) -> tuple[DialogueState, Reply]:
        """What is no recommendation: basket, product questions, why, comparison, small talk."""
        match intent.act:
            case Act.CART:
                store = self.catalogue.store
                state = replace(state, cart=refreshed(state.cart, store.get))
                done = changed_cart(state, intent.cart, store.get, self.answers.variants, intent.language)
                state = replace(state, cart=done.cart)
                if done.question is not None and not (state.shown or done.question.choices):
                    return state, Reply(intent.act, intent.language, phrase("reply", "nothing_shown", intent.language))
                return state, Reply(intent.act, intent.language, done.text, question=done.question)
            case Act.ASK_PRODUCT | Act.WHY | Act.COMPARE:
                reply = self.answers.answer(state, intent)
                reasons = self.reasoner.explain(state, reply.items, ())
                told = MappingProxyType({reason.product: reason for reason in reasons})
                state = state.meaning(first_of(reply, intent))
                return state, replace(reply, reasons=told, fitting=len(reply.items))
            case Act.FEEDBACK if intent.liked:
                return state, self._pleased(state, intent)
            case Act.FEEDBACK:
                state, reply = self._answer(state, replace(intent, act=Act.POLICY))
                return state, replace(reply, act=intent.act, aside=True)
            case Act.POLICY | Act.ORDER | Act.HUMAN if self.service is not None:
                return self.service.answer(state, state.turns[-1], intent)
            case Act.POLICY | Act.ORDER | Act.HUMAN:
                return state, Reply(intent.act, intent.language, phrase("reply", "service", intent.language))
            case Act.UNSAFE | Act.OUT_OF_SCOPE:
                question = self._which_kind(state, intent.language)
                text = phrase("reply", str(intent.act), intent.language)
                return state, Reply(intent.act, intent.language, text, question=question)
        key = small_talk(state.turns[-1].text, bool(state.shown))
        question = None if state.shown else self._which_kind(state, intent.language)
        return state, Reply(intent.act, intent.language, phrase("reply", key, intent.language), question=question)

    def _pleased(self, state: DialogueState, intent: Intent) -> Reply:
        """The reply to praise: what pleases stays on the list, and what can be done with it is told."""
        liked = self.catalogue.store.get(intent.points_at or (state.shown if len(state.shown) == 1 else ()))
        if intent.topic is not None:
            text = phrase("reply", "praised", intent.language)
        elif len(liked) == 1:
            text = phrase("reply", "liked", intent.language, title=titled(liked[0], intent.language))
        else:
            text = phrase("reply", "liked_all", intent.language)
        return Reply(intent.act, intent.language, text, aside=True)


def _is_aside(state: DialogueState, intent: Intent) -> bool:
    """Whether feedback is of the shop, or praises what is on screen: neither looks for other goods."""
    return intent.act is Act.FEEDBACK and (intent.topic is not None or (intent.liked and bool(state.shown)))
