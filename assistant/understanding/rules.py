"""Turn -> Intent by rules and the catalogue's own words; the same ledger from either language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from assistant.languages.dialogue import dialogue
from assistant.state import DialogueState
from assistant.understanding.changes.forgetting import Forgotten, forgotten, not_taken_back
from assistant.understanding.changes.listing import also_wanted
from assistant.understanding.changes.named_demands import is_part_taken_back
from assistant.understanding.changes.one_meaning import one_meaning
from assistant.understanding.figures.attributes import attribute_demands
from assistant.understanding.figures.corrections import corrected
from assistant.understanding.figures.degrees import degree_wishes
from assistant.understanding.figures.lone_amounts import is_bare_amount
from assistant.understanding.figures.packs import pack_demands
from assistant.understanding.figures.price import PriceDemand, price_demand, unclaimed_price
from assistant.understanding.figures.sizes import size_demands
from assistant.understanding.figures.title_counts import title_counts
from assistant.understanding.figures.told_spans import span_demands
from assistant.understanding.figures.wishes import Facts, no_facts, unbounded, wishes
from assistant.understanding.figures.years import year_demands
from assistant.understanding.intents.guess import LIKELY, NO_GUESS, NO_GUESSER, Guesser
from assistant.understanding.lexicon.catalogue_lexicon import CatalogueLexicon
from assistant.understanding.lexicon.columns import Columns
from assistant.understanding.lexicon.words import LONGEST, cleaned, without_gaps
from assistant.understanding.message.glued import parted
from assistant.understanding.message.page import Page
from assistant.understanding.message.plain_speech import plain_speech
from assistant.understanding.message.reading import Reading, read
from assistant.understanding.message.spelling import Speller
from assistant.understanding.qualities.availability import availability
from assistant.understanding.qualities.features.near_words import NearWords
from assistant.understanding.qualities.features.title_words import title_demands
from assistant.understanding.qualities.values.either_of import either_of
from assistant.understanding.qualities.values.energy_classes import energy_demands
from assistant.understanding.qualities.worded import worded_demands
from assistant.understanding.turns.acts import SURE, is_beside_shown, is_no_shop_talk, plain_act, product_act
from assistant.understanding.turns.basket import basket_changes, of_basket
from assistant.understanding.turns.basket_measures import bounds_figure
from assistant.understanding.turns.basket_put_right import basket_put_right
from assistant.understanding.turns.buttons import button_intent
from assistant.understanding.turns.liking import is_liked
from assistant.understanding.turns.names_on_screen import missed_name
from assistant.understanding.turns.need_changed import need_changed
from assistant.understanding.turns.pending import answered
from assistant.understanding.turns.pointing import asked_about, missed_place, pointed_at
from assistant.understanding.turns.questions import asked_of, words_asked
from assistant.understanding.turns.shown_questions import (
    about_reviews,
    another_brand,
    asks_for_some,
    asks_of_same_kind,
    asks_record_of_shown,
    asks_reviews_of_shown,
    buys_shown,
    missed_ones,
    misses_brand,
    which_of,
)
from assistant.understanding.wants.asides import take_asides
from assistant.understanding.wants.distinct_demands import distinct, indifferent, relative
from assistant.understanding.wants.naming.compounds import narrowed as narrowed_kinds
from assistant.understanding.wants.naming.done_with import uses_told
from assistant.understanding.wants.naming.foreign_head import foreign_head
from assistant.understanding.wants.naming.heads import find_types, is_whole_head, types_of
from assistant.understanding.wants.naming.wider_kinds import wider_kinds
from assistant.understanding.wants.people import people_wishes, traits_of_people
from assistant.understanding.wants.pets import with_pets
from assistant.understanding.wants.running_need import is_of_running_need, speaks_of_need
from assistant.understanding.wants.two_parts import read_whole
from assistant.understanding.wants.unlisted_uses import unlisted_use
from assistant.understanding.wants.want import EVERYTHING, is_bare_name, leftover, named, named_of
from assistant.understanding.wants.wanted import want_here
from assistant.understanding.wants.whole_message import Message
from assistant.vocabulary import Act, Intent, Turn, Want
from catalog.languages.detection import detect
from catalog.product import EMPTY, Constraint

TOO_LONG = "message_shortened"


@dataclass(frozen=True)
class RulesParser:
    """Understands by rules; `facts` gives the products of ids, `rates` the shop's money for one of another.

    `guesser` is asked what the message is for where no rule proves it.
    """

    lexicon: CatalogueLexicon
    facts: Facts = no_facts
    currency: str | None = None
    rates: Mapping[str, float] = EMPTY
    guesser: Guesser = NO_GUESSER
    _columns: Columns = field(init=False, repr=False, compare=False)
    _speller: Speller = field(init=False, repr=False, compare=False)
    _near: NearWords = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_columns", Columns(self.lexicon).prepared())
        object.__setattr__(self, "_speller", Speller(self.lexicon))
        object.__setattr__(self, "_near", NearWords(self.lexicon))

    def understand(self, turn: Turn, state: DialogueState) -> Intent:
        """What this turn changes, for any text; never raises."""
        text = plain_speech(without_gaps(cleaned(turn.text)))
        language = turn.language or detect(text, state.language)
        message = Message(text, language, state, self._understood, self.guesser.classify)
        intent = read_whole(message)
        return replace(intent, notices=(*intent.notices, TOO_LONG)) if len(turn.text) > LONGEST else intent

    def close(self) -> None:
        """Nothing runs beside the talk, so nothing has to end."""

    def _understood(self, text: str, language: str, state: DialogueState) -> Intent:
        button = button_intent(text, language, state, self.lexicon)
        if button is not None:
            return button
        text = parted(text, self.lexicon)
        reading = read(text, self.lexicon)
        if is_no_shop_talk(reading.plain):
            return self._told_by(reading, language, state)
        put_right = self._speller.corrected(text, reading.spans)
        if not put_right.changes:
            return self._told_by(reading, language, state)
        intent = self._told_by(read(put_right.text, self.lexicon), language, state)
        require = tuple(replace(one, said=put_right.as_written(one.said)) for one in intent.require)
        return replace(intent, require=require, corrected=put_right.changes)

    def _told_by(self, reading: Reading, language: str, state: DialogueState) -> Intent:
        guess = self.guesser.classify(reading.text, language)
        page = Page(reading, self._columns, state, language, guess)
        if not any(not span.mark for span in page.spans):
            return Intent(Act.CHAT, language)
        take_asides(page)
        cart = basket_put_right(page, self.facts)
        if cart is not None:
            return of_basket(language, cart)
        small = page.reading.plain
        serves = guess.is_service and guess.confidence >= SURE
        heads = find_types(page)
        heads = [] if is_of_running_need(page, heads) or is_part_taken_back(page, heads) else heads
        if dialogue().matches("undo", small) and not serves and not types_of(page, heads):
            return Intent(Act.REFINE, language, undo=True)
        wants = bool(types_of(page, heads)) and any(span.cue("want") for span in page.spans)
        empties = bool(state.cart) and page.guess.is_one_of((Act.CART,), SURE)
        empties = empties or dialogue().matches("cart_clear", small)
        if dialogue().matches("restart", small) and not (heads or serves or empties):
            return Intent(Act.REFINE, language, forget=EVERYTHING)
        put_right = corrected(page)
        if put_right:
            return Intent(Act.REFINE, language, require=put_right)
        act = plain_act(page, wants)
        of_record = act is not None and act[0] is Act.POLICY and asks_record_of_shown(page, self.facts)
        if (
            act is not None
            and not (act[0] is not Act.UNSAFE and asks_reviews_of_shown(page))
            and not of_record
            and not (act[0] in (Act.POLICY, Act.ORDER) and buys_shown(page, self.facts, state.meant))
            and not self._goes_on(page, wants)
        ):
            return Intent(act[0], language, act[1], liked=act[0] is Act.FEEDBACK and is_liked(page))
        focus = state.meant
        away = dialogue().matches("other_brand", small)
        cart = None if away or is_bare_amount(page) else basket_changes(page, self.facts, bool(heads), focus)
        if cart is not None:
            return of_basket(language, cart)
        return self._about_products(page, language, heads, focus, of_record)

    def _goes_on(self, page: Page, wants: bool) -> bool:
        """Whether a message that only the classifier takes for something else changes the running need, or asks about
        what is on screen, by the catalogue's own words."""
        want = page.state.want
        sure = page.guess.confidence >= LIKELY and not bounds_figure(page)
        sure = sure and not speaks_of_need(page)
        if want is None or not want.types or page.guess.act is Act.UNSAFE or sure:
            return False
        bare = Page(page.reading, page.columns, page.state, page.language, NO_GUESS)
        if plain_act(bare, wants) is not None:
            return False
        if page.state.shown and dialogue().matches("asks_measure", page.reading.plain):
            return True
        bare.types = want.types
        points = pointed_at(bare, self.facts, None, page.state.meant)
        drop = forgotten(bare)
        demands = self._demands(bare, points)[0]
        sure = page.guess.is_one_of((Act.OUT_OF_SCOPE,), SURE)
        # My hair is oily: a trait is a wish, and a column of the goods tells it.
        told = [one for one in demands if one.firm or not sure or one.field in page.lexicon.fields]
        return bool(drop.fields or told)

    def _about_products(
        self, page: Page, language: str, heads: list[int], focus: tuple[tuple[str, ...], ...], of_record: bool
    ) -> Intent:
        state = page.state
        points = pointed_at(page, self.facts, None, focus) or asked_about(page, self.facts)
        if of_record:
            return Intent(Act.ASK_PRODUCT, language, points_at=points, asks=asked_of(page, ()))
        heads = [index for index in heads if index not in page.used]
        foreign = foreign_head(page, heads[0]) if len(heads) == 1 else None
        kinds = () if foreign is not None else narrowed_kinds(page, heads, types_of(page, heads))
        page.types = kinds if heads else state.want.types if state.want is not None else ()
        if not page.types and (heads or state.want is not None):
            page.types = wider_kinds(page, heads, state.want)
        used = frozenset(page.used)
        drop, demands, price, rest, want = self._read_need(page, heads, foreign, points)
        if not heads and not page.types and want is not None:
            page.used, page.types = set(used), want.types or wider_kinds(page, (), want)
            drop, demands, price, rest, want = self._read_need(page, heads, foreign, points)
        if demands and not heads and not points and is_bare_name(page, demands):
            demands, want = (), named(page)
        demands, no_longer = also_wanted(page, not_taken_back(demands, drop, state.ledger))
        drop = replace(drop, fields=(*drop.fields, *no_longer))
        adds = bool(demands or drop.fields or price.amount_in)
        if state.shown[1:] and not (points or adds or heads) and dialogue().matches("which_best", page.reading.plain):
            return Intent(Act.COMPARE, language, points_at=state.shown[:2])
        which = which_of(page, language, points, demands, bool(heads), self.facts)
        if which is not None:
            return which
        firm = bool(drop.fields or price.amount_in) or any(one.firm and one.field != "brand" for one in demands)
        other = bool(heads) and not asks_of_same_kind(page, heads) and not is_beside_shown(page, bool(kinds))
        act = product_act(page, points, other, adds, firm)
        of_all = not adds and points in ((), state.shown)
        if act is Act.FEEDBACK and of_all and dialogue().matches("more", page.reading.plain):
            act = Act.MORE  # 都差点意思，换几个: what is thought of these says why others are wanted.
        if act is Act.ASK_PRODUCT and asks_for_some(page, points, demands):
            act = None
        given_up = act is Act.ASK_PRODUCT and (
            dialogue().matches("any_all", page.reading.plain) or not dialogue().matches("question", page.reading.plain)
        )
        refuses = any(one.firm and one.op == "!=" for one in demands)
        if (act is Act.FEEDBACK or given_up) and (drop.fields or refuses) and not points:
            act = None  # That's not many, forget the brand: what is taken back is what is meant.
        if act is Act.ASK_PRODUCT and points:
            page.types = tuple(dict.fromkeys(one.type for one in self.facts(points) if one.type)) or page.types
        liked = act is Act.FEEDBACK and is_liked(page)
        if liked and dialogue().matches("question", page.reading.plain):
            act = Act.ASK_PRODUCT  # It looks nice, how many are left?
        if act in (Act.WHY, Act.COMPARE, Act.SIMILAR, Act.MORE, Act.ASK_PRODUCT):
            asks = asked_of(page, demands) if act in (Act.ASK_PRODUCT, Act.WHY) else ()
            if act is Act.WHY:
                asks = missed_ones(asks)
            if act is Act.COMPARE and not demands and dialogue().matches("which_superlative", page.reading.plain):
                asks = words_asked(page)
            if act is Act.ASK_PRODUCT:
                asks = about_reviews(page, asks) or asks or words_asked(page)
            missed = missed_name(page) if act is Act.WHY and not points else None
            if act is Act.WHY and not (points or asks or missed):
                missed = want or named_of(page, leftover(page))
                missed = None if missed and dialogue().matches("why", missed.name) else missed
            if act is Act.WHY and misses_brand(asks, self.facts(points)):
                points = ()  # Not a single Sony: none of those on screen is meant.
            nowhere = "" if points else missed_place(page)
            require = {Act.SIMILAR: demands, Act.MORE: relative(demands)}.get(act, ())
            return Intent(act, language, points_at=points, asks=asks, want=missed, require=require, unread=nowhere)
        if act is Act.FEEDBACK:
            return Intent(act, language, require=relative(demands), points_at=points, liked=liked)
        return need_changed(page, language, want, demands, drop, price, points, len(rest))

    def _read_need(
        self, page: Page, heads: list[int], foreign: int | None, points: tuple[str, ...]
    ) -> tuple[Forgotten, tuple[Constraint, ...], PriceDemand, list[int], Want | None]:
        """What is taken back, the demands, the words left over, and what is wanted, for the page's types."""
        drop = forgotten(page)
        page.used.update(index for index in heads if is_whole_head(page, index))
        demands, price = self._demands(page, points)
        demands = (*demands, *title_demands(page, heads))
        page.used.difference_update(heads)
        rest = [index for index in leftover(page) if index not in heads]
        want = want_here(page, heads, foreign, rest, bool(demands or drop.fields or points))
        return drop, demands, price, rest, want

    def _demands(self, page: Page, points: tuple[str, ...]) -> tuple[tuple[Constraint, ...], PriceDemand]:
        pending = page.state.pending
        asked = pending.field if pending is not None else None
        demands = [*availability(page), *span_demands(page), *with_pets(page, people_wishes(page))]
        degrees = degree_wishes(page, self.facts, points)
        demands += [*uses_told(page), *year_demands(page), *energy_demands(page)]
        price = price_demand(page, self.shop_currency, self.rates, asked == "price" or is_bare_amount(page))
        demands += [*price.constraints, *title_counts(page), *size_demands(page)]
        demands += attribute_demands(page, asked if asked != "price" else None) + pack_demands(page)
        if pending is not None:
            demands += answered(page, pending)
        demands += traits_of_people(page, worded_demands(page))
        if not price.constraints and price.amount_in is None:
            demands += unclaimed_price(page, self.shop_currency)
        demands += unbounded(page, [*degrees, *wishes(page, self.facts, points)], demands)
        demands += self._near.demands(page)
        demands += unlisted_use(page, demands)
        demands += another_brand(page, self.facts, points)
        agreed = page.columns.agreeing(either_of(page, one_meaning(page, demands)), page.types)
        return distinct(indifferent(page, agreed)), price

    @property
    def shop_currency(self) -> str | None:
        """The currency that prices are compared in; None where the catalogue has none."""
        return self.currency or self.lexicon.currency
