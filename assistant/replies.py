"""Found goods -> the reply's own words, offers, question and notices."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from assistant.languages.reading import nearest, words
from assistant.reasons.amounts import fact_words, figure, label, money, spelled_out
from assistant.reasons.quiet import spoken_title
from assistant.reasons.telling import counted, listed, phrase, sentences
from assistant.retrieval.find import Found
from assistant.retrieval.next_question import Split
from assistant.retrieval.offers import Alternative
from assistant.retrieval.qualify import Qualified, Qualifier
from assistant.state import DialogueState, changes_need
from assistant.understanding.lexicon.sayings import say_change, say_choice, say_forget, say_forget_all
from assistant.vocabulary import Act, Choice, Intent, Offer, Question, Rate, Reply
from catalog.languages.detection import detect
from catalog.languages.lexicon import lexicon
from catalog.languages.quantities import quantities
from catalog.product import OWN_COLUMNS, Attribute, Constraint, Product, Value
from catalog.view import View

KINDS_SHOWN = 6
LONGEST_NAME = 60
COMMON, STRANGE = 0.8, 0.4
"""What an answer is worth beside one on brand or price, where shoppers have words for it, or only the merchant has."""
CONVERTED = "price_converted"


Example = Callable[[str, Value | None], Product | None]
"""A product whose record tells a field, with a value where one is given."""


def no_example(field: str, value: Value | None) -> Product | None:
    """None, where no record is at hand."""
    return None


def summary(state: DialogueState, intent: Intent, found: Found, reply: Reply, first: Reply | None = None) -> str:
    """What the cards show, in one to three sentences, of the same objects and in their order; `first` is what the turn
    was answered with before, whose words stand above and whose question isn't asked twice."""
    language = intent.language
    said: list[str] = []
    if intent.undo:
        said.append(phrase("reply", "undone", language))
    if found.near and state.want is not None:
        said.append(phrase("reply", "near" if reply.items else "nothing_near", language, want=_short(state.want.name)))
    elif reply.items:
        said.append(_leading(found, reply, language))
        cheaper = _cheapest(reply, language)
        if cheaper:
            said.append(cheaper)
        if reply.unproved:
            said.append(_apart(reply, "one_more_unproved", "too_few_unproved", language))
    elif intent.act is Act.MORE and not reply.unproved:
        said.append(phrase("reply", "nothing_more", language))
    elif reply.unproved:
        said.append(_apart(reply, "none_but_one_unproved", "none_but_unproved", language))
    else:
        said.append(phrase("reply", "none_but_offers" if reply.offers else "none", language))
    if reply.question and (first is None or reply.question.text not in first.text):
        said.append(reply.question.text)
    told = sentences(said, language)
    return told if first is None else f"{first.text}\n{told}"


def _apart(reply: Reply, one: str, several: str, language: str) -> str:
    count = len(reply.unproved)
    if count == 1:
        return phrase("reply", one, language)
    return phrase("reply", several, language, count=counted(count, language, opens=True))


def _short(name: str) -> str:
    """What the shopper called it; of a name of a page's length its beginning."""
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"


def _leading(found: Found, reply: Reply, language: str) -> str:
    title = spoken_title(reply.items[0].product, language)
    shown = len(reply.items)
    if found.fitting == 1:
        return phrase("reply", "found_one", language, title=title)
    if found.fitting <= shown:
        return phrase("reply", "found", language, count=counted(found.fitting, language, opens=True), title=title)
    return phrase(
        "reply",
        "found_many",
        language,
        count=counted(found.fitting, language, opens=True),
        shown=counted(shown, language),
        title=title,
    )


def _cheapest(reply: Reply, language: str) -> str | None:
    products = [one.product for one in reply.items]
    priced = [product for product in products if product.price is not None]
    if len(priced) < 2 or len(priced) < len(products):
        return None
    least = min(priced, key=lambda product: product.price or 0.0)
    if least is products[0] or sum(product.price == least.price for product in priced) > 1:
        return None
    price = money(least.price or 0.0, least.currency, language)
    return phrase("reply", "cheaper_apart", language, title=spoken_title(least, language), price=price)


def offers(changes: Sequence[Alternative], language: str, example: Example = no_example) -> tuple[Offer, ...]:
    """Alternatives as buttons."""
    return tuple(Offer(_change(one, language, example), one.count, _say(one, language)) for one in changes)


def _say(one: Alternative, language: str) -> str:
    if one.besides:
        return say_forget_all((one.old, *one.besides), language)
    return say_forget(one.old, language) if one.new is None else say_change(one.new, language)


def _change(one: Alternative, language: str, example: Example) -> str:
    if one.new is None:
        dropped = dict.fromkeys(demand_words(demand, language) for demand in (one.old, *one.besides))
        return phrase("offer", "drop", language, said=listed([f"“{said}”" for said in dropped], language))
    upper = one.new.op[0] == "<"
    if one.new.field == "price" and isinstance(one.new.value, float):
        key = "price_up" if upper else "price_down"
        return phrase("offer", key, language, price=money(one.new.value, one.new.unit, language))
    value = figure(one.new.value, one.new.unit, language) if isinstance(one.new.value, (int, float)) else ""
    name = label(one.new.field, language, example(one.new.field, None))
    return phrase("offer", "at_most" if upper else "at_least", language, name=name, value=value)


def demand_words(constraint: Constraint, language: str) -> str:
    """A demand in a few words: the shopper's own where they are known."""
    if constraint.said:
        return constraint.said
    values = constraint.value if isinstance(constraint.value, tuple) else (constraint.value,)
    told = [fact_words(constraint.field, Attribute(v, constraint.unit), language) for v in values if v is not None]
    name = label(constraint.field, language)
    return f"{name} {constraint.op} {', '.join(told)}" if told else name


def asking(
    split: Split, qualifier: Qualifier, qualified: Qualified, language: str, example: Example = no_example
) -> Question:
    """The question of a split, each answer with the number of products it really leaves."""
    by_price = split.field == "price"
    name = label(split.field, language, example(split.field, None))
    choices = []
    for constraint, _ in split.choices:
        left = int((qualifier.verdicts(qualified.view, constraint).meets & qualified.proved).sum())
        value = constraint.value if constraint.value is not None and not isinstance(constraint.value, tuple) else ""
        if by_price:
            told = phrase("question", "up_to", language, price=money(value, constraint.unit, language))
        else:
            told = fact_words(split.field, Attribute(value), language, example(split.field, value))
        choices.append(Choice(told, say_choice(constraint, language), left))
    choices.sort(key=lambda choice: (choice.count or 0) * (1 if by_price else -1))
    asked = phrase("question", "price_band", language) if by_price else ""
    return Question(asked or phrase("question", "which_value", language, name=name), split.field, tuple(choices))


def worth_asking(field: str, language: str, example: Example = no_example) -> float:
    """How far shoppers choose by this field, from 0 to 1; 0 where its name is in another language than theirs."""
    never = words(nearest(language), "wording")["question_words"]["never_asked"]
    name = label(field, language)
    if spelled_out(field) in never or name in never:
        return 0.0
    if field in OWN_COLUMNS or field == "price":
        return 1.0
    if lexicon().word_in(spelled_out(field), language):
        return COMMON
    if name == spelled_out(field):
        name = label(field, language, example(field, None))
    if name in never:
        return 0.0
    return STRANGE if detect(name, language) == language else 0.0


def which_kind(
    state: DialogueState,
    qualifier: Qualifier,
    language: str,
    given: Callable[[str], int | None],
    alike: Callable[[list[str]], list[str]] | None = None,
) -> Question:
    """ "What kind of thing is it?", with the commonest kinds that fit; `given` counts what saying one gives.

    `alike` picks those that come near what isn't listed, of all from the commonest on: then they are proposed instead.
    """
    qualified = qualifier.qualify(replace(state, want=None), state.rejected)
    fits = bool(qualified.proved.any())
    if not fits:  # Nothing of any kind meets what was demanded: what the shop has is named, without a count.
        qualified = qualifier.qualify(replace(state, want=None, ledger=()), state.rejected)
    column = qualified.view.column("type")
    counts = Counter(str(column.facts[code].value) for code in column.codes[qualified.proved[column.rows]])
    common = sorted(counts, key=lambda kind: (-counts[kind], kind))
    kinds = alike(common) if alike is not None else []
    named = dict.fromkeys(lexicon().word_in(kind, language) or kind for kind in (kinds or common)[:KINDS_SHOWN])
    choices = tuple(Choice(name, name, given(name) if fits else None) for name in named)
    return Question(phrase("question", "other_kind" if kinds else "which_kind", language), "want", choices)


def amount_asked(view: View, language: str) -> Question:
    """ "How much is that?", in the currency of the shop's prices."""
    column = view.column("price")
    currencies = Counter(column.facts[code].unit for code in column.codes)
    currency = max(currencies, key=lambda one: (currencies[one], one or ""), default=None)
    return Question(phrase("question", "amount", language, currency=currency or ""), "price")


def notices(intent: Intent, state: DialogueState, reply: Reply, rates: Mapping[str, Rate]) -> tuple[str, ...]:
    """What a shopper must know about this turn besides the goods: said once each."""
    if intent.beside is not None:
        intent = replace(intent.beside, notices=(*intent.notices, *intent.beside.notices))
    told = [_converted(one, rate, intent.language) for one in intent.require for rate in _used(one, rates)]
    # The sentence that names rate and date says all that the bare one does.
    plainly = [key for key in intent.notices if not (told and key == CONVERTED)]
    told = [*_put_right(intent), *(phrase("notice", key, intent.language) for key in plainly), *told]
    shown = [one.product for one in reply.items] + [one.ranked.product for one in reply.unproved]
    if intent.unread:
        key = "wish_unread" if intent.request else "unheard" if changes_need(intent) else "unread"
        told.append(phrase("notice", key, intent.language, words=intent.unread))
    if intent.left:
        words_left = listed([f"“{one}”" for one in intent.left], intent.language)
        told.append(phrase("notice", "left", intent.language, words=words_left))
    if intent.want is not None and intent.want.purpose and state.want is not None and state.want.types:
        kinds = [lexicon().word_in(one, intent.language) or one for one in state.want.types]
        told.append(phrase("notice", "by_purpose", intent.language, kinds=listed(kinds, intent.language)))
    first_shown = len(state.turns) == 1 or (state.before is not None and not state.before.shown)
    if first_shown and any(product.price is not None and product.currency is None for product in shown):
        told.append(phrase("notice", "no_currency", intent.language))
    return tuple(told)


def _put_right(intent: Intent) -> list[str]:
    words = [
        phrase("notice", "corrected_word", intent.language, written=written, meant=meant)
        for written, meant in dict.fromkeys(intent.corrected)
    ]
    return [phrase("notice", "corrected", intent.language, words=listed(words, intent.language))] if words else []


def _used(constraint: Constraint, rates: Mapping[str, Rate]) -> list[Rate]:
    """The rates by which a price was brought into the shop's money: of the currencies that the shopper's words name."""
    if constraint.field != "price" or constraint.unit is None:
        return []
    named = {one.currency for one in quantities(constraint.said)} - {constraint.unit}
    return [rate for code, rate in rates.items() if code in named]


def _converted(constraint: Constraint, rate: Rate, language: str) -> str:
    return phrase(
        "notice",
        "converted",
        language,
        said=constraint.said,
        worth=f"{rate.worth:g}",
        shop=constraint.unit,
        currency=rate.currency,
        date=rate.date,
    )
