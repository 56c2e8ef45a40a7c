"""Changes of the basket by words; what is not said (variant, which product) is left open, never guessed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.languages.dialogue import dialogue
from assistant.understanding.changes.forgetting import forgotten
from assistant.understanding.changes.other_than_held import asks_for_other
from assistant.understanding.figures.wishes import superlative
from assistant.understanding.message.page import Page
from assistant.understanding.message.reading import read
from assistant.understanding.turns.basket_counts import counted
from assistant.understanding.turns.basket_measures import bounds, measures, only_measures
from assistant.understanding.turns.basket_put_right import is_one_pair
from assistant.understanding.turns.by_quality import by_figure
from assistant.understanding.turns.names_on_screen import described
from assistant.understanding.turns.pointing import missed_place, pointed_at, points_back
from assistant.understanding.turns.told_apart import meant_by
from assistant.understanding.wants.want import leftover
from assistant.vocabulary import Act, CartChange, Intent
from catalog.product import Product

Facts = Callable[[Sequence[str]], Sequence[Product]]
MOST = 999
OTHER = frozenset({Act.WHY, Act.COMPARE, Act.SIMILAR, Act.FEEDBACK, Act.ASK_PRODUCT, Act.MORE})
SURE, SURE_OF_KIND, SURE_OF_OTHER = 0.5, 0.75, 0.8
"""The classifier's confidence that a message is about the basket, the same where it names a kind of product, and that
it is about products on screen, from which its guess stands."""
SAYS_MORE = frozenset({"type", "value", "brand", "feature", "thing", "concept", "field", "wish", "ordinal"})
PAIR = 2
WORDY = 2
"""From this many unknown words on, a message names something that is not on screen."""


def basket_changes(
    page: Page, facts: Facts, names_kind: bool, focus: Sequence[Sequence[str]] = ()
) -> tuple[CartChange, ...] | None:
    """The changes that the message asks for (none: the basket is to be shown); None where it is not about the basket.

    `names_kind` tells that the message names a kind of product and no shown one, as "I want to buy a laptop" does;
    `focus` are the products that earlier turns meant, the latest last.
    """
    text, lexicon = page.reading.plain, dialogue()
    inside = tuple(line.product for line in page.state.cart)
    if lexicon.matches("cart_clear", text):
        return (CartChange("clear"),)
    if asks_for_other(page):
        return None
    changed = counted(page, facts, focus) or _both(page, focus) or _takes_named(page, facts)
    if changed is not None:
        return changed
    strong = lexicon.matches("cart_strong", text)
    asks = lexicon.matches("question", text) and page.guess.is_one_of((Act.ASK_PRODUCT,), SURE)
    asks = asks or lexicon.matches("asks_of_figure", text)
    if not strong and (asks or page.guess.is_one_of(OTHER, SURE_OF_OTHER)):
        return None
    if not strong and page.guess.is_one_of((Act.REFINE,), SURE if _names_demand(page) else SURE_OF_OTHER):
        return None
    if inside and not strong and lexicon.matches("cart_remove_named", text):
        named = pointed_at(page, facts, inside) or _of_kind(page, facts, inside)
        if named and not _takes_back(page):
            return (CartChange("remove", named),)
    if lexicon.matches("cart_remove", text) and (strong or (inside and not _takes_back(page))):
        return (CartChange("remove", _named_inside(page, facts, inside)),)
    if lexicon.matches("cart_set", text) and (inside or strong):
        quantity = _quantity(page, articles=True)
        if quantity is not None:
            return (CartChange("set", pointed_at(page, facts, inside, focus) or _only(inside), quantity),)
    if lexicon.matches("cart_show", text) and not _adds(page):
        return ()
    pending = page.state.pending
    # Where variants are named as choices, one of these is awaited, and no place in the list.
    if pending is not None and pending.field == "cart" and not pending.choices and not _adds(page):
        answer = _answered(page, facts, focus)
        if answer is not None:
            return (answer,)
    if not strong and _only_counts(page):
        return (CartChange("add", _only(page.state.shown) or page.state.spoken_of, _quantity(page) or 1),)
    if not _adds(page):
        return _meant(page, facts, inside, focus, names_kind and not strong)
    priced = any(span.quantity is not None and span.quantity.currency for span in page.spans)
    named = names_kind and not _is_in_name(page, facts, focus)
    measured = only_measures(page) and not _calls_by_figure(page, facts)
    if not strong and (named or priced or measured or _refuses(page)):
        return None
    back = points_back(page)
    products = pointed_at(page, facts, None, focus)
    if not products and missed_place(page):
        return (CartChange("add", (), _quantity(page) or 1),)  # The second, of one that is shown: it is asked which.
    products = products or _superlative(page, facts) or _only(page.state.shown)
    products = products or tuple(described(page, facts, page.state.shown))
    named = any({"value", "brand"} & span.roles.keys() and not page.is_filler(at) for at, span in enumerate(page.spans))
    if (
        not products
        and strong
        and not named
        and len(leftover(page)) < WORDY
        and focus
        and focus[-1][0] in page.state.shown
    ):
        products = tuple(focus[-1][:1])  # Add to cart, of nobody in particular: what was spoken of last.
    bought = page.guess.is_one_of((Act.CART,), SURE) and len(leftover(page)) < WORDY
    if not products and not leftover(page) and not any(SAYS_MORE & span.roles.keys() for span in page.spans):
        products = page.state.spoken_of  # Two, please: of what was spoken of last.
    if not products and not (strong or bought) and (not back or len(leftover(page)) >= WORDY):
        return None
    quantity = _quantity(page)
    if quantity is not None and len(products) > 1 and tuple(products) == page.state.shown:
        products = page.state.spoken_of
    if len(products) > 1 and page.pointing and not lexicon.matches("joins_two", text):
        products = ()  # The Keg, of two colours of it: which is asked.
    return (CartChange("add", products, quantity or 1, _options(page)),)


def of_basket(language: str, changes: Sequence[CartChange]) -> Intent:
    """The intent of these changes; what is put out for something else is no longer what "it" is."""
    kept = [change for change in changes if change.kind != "remove"] or changes
    points = tuple(dict.fromkeys(one for change in kept for one in change.products))
    return Intent(Act.CART, language, cart=tuple(changes), points_at=points)


def _is_in_name(page: Page, facts: Facts, focus: Sequence[Sequence[str]]) -> bool:
    """Whether the kind that is named is part of a shown product's own name: 午睡枕来一个."""
    bare = Page(page.reading, page.columns, page.state, page.language, page.guess)
    kinds = {index for index, span in enumerate(page.spans) if "type" in span.roles}
    return bool(pointed_at(bare, facts, None, focus)) and kinds <= bare.pointing


def _calls_by_figure(page: Page, facts: Facts) -> bool:
    """Whether a measure names what is on screen: the 44 mm one."""
    bare = Page(page.reading, page.columns, page.state, page.language, page.guess)
    return bool(by_figure(bare, facts, page.state.shown))


def _takes_named(page: Page, facts: Facts) -> tuple[CartChange, ...] | None:
    """The one on screen that is taken by what it is called: 蓝灰格的要了."""
    if not dialogue().matches("cart_takes_named", page.reading.plain):
        return None
    named = meant_by(page, page.reading.plain, facts, page.state.shown)
    both = len(named) == PAIR and any(span.roles.get("number") == PAIR for span in page.spans)
    if both:
        return (CartChange("add", tuple(named)),)
    return (CartChange("add", tuple(named), _quantity(page) or 1),) if len(named) == 1 else None


def _both(page: Page, focus: Sequence[Sequence[str]]) -> tuple[CartChange, ...] | None:
    """All that were spoken of, or all that are shown where these are two, as far as they aren't inside."""
    if not dialogue().matches("takes_both", page.reading.plain):
        return None
    shown, held = page.state.shown, focus[-1] if focus else ()
    meant = held if len(held) > 1 else shown if len(shown) == PAIR else ()
    inside = [line.product for line in page.state.cart]
    new = tuple(one for one in meant if one in shown and one not in inside)
    return (CartChange("add", new),) if new else None


def _named_inside(page: Page, facts: Facts, inside: Sequence[str]) -> tuple[str, ...]:
    return pointed_at(page, facts, inside) or _of_kind(page, facts, inside) or _only(inside)


def _of_kind(page: Page, facts: Facts, inside: Sequence[str]) -> tuple[str, ...]:
    """The one product inside that is of the kind named; none where several are."""
    kinds = {label for span in page.spans for label in span.roles.get("type", ())}
    return _only([one.id for one in facts(inside) if one.type in kinds])


def _takes_back(page: Page) -> bool:
    """Whether what is to be removed is a demand: its words are no product's."""
    bare = Page(page.reading, page.columns, page.state, page.language, page.guess)
    bare.types = page.state.want.types if page.state.want else ()
    return bool(forgotten(bare).fields)


def _meant(
    page: Page, facts: Facts, inside: Sequence[str], focus: Sequence[str], names_kind: bool
) -> tuple[CartChange, ...] | None:
    """What a message does that the classifier alone takes for one about the basket: it adds what it points at, if that
    is not inside and nothing is denied, and else shows the basket."""
    sure = SURE_OF_KIND if names_kind or _only_points(page) else SURE
    wishes = any("wish" in span.roles for span in page.spans)  # 最便宜的那个 says which is wanted, and buys nothing.
    if not page.guess.is_one_of((Act.CART,), sure) or measures(page) or wishes:
        return None
    if (_names_demand(page) or _takes_back(page)) and not dialogue().matches("cart_strong", page.reading.plain):
        return None
    products = pointed_at(page, facts, None, focus)
    if products and dialogue().matches("question", page.reading.plain):
        told = dialogue().matches("cart_strong", page.reading.plain) or page.guess.is_one_of((Act.CART,), SURE_OF_OTHER)
        return () if told else None
    if not products or set(products) & set(inside) or any(span.cue("not") for span in page.spans):
        return ()
    return (CartChange("add", products, _quantity(page) or 1, _options(page)),)


def _refuses(page: Page) -> bool:
    """Whether a quality of goods is refused: two of them won't touch salmon."""
    named = any({"value", "brand", "feature", "thing"} & span.roles.keys() for span in page.spans)
    return named and any(span.cue("not") for span in page.spans)


def _only_points(page: Page) -> bool:
    """Whether nothing is said but which one is meant: the first."""
    words = [span for span in page.spans if not span.mark]
    return all({"pointing", "ordinal", "filler"} & span.roles.keys() and not span.cue("want") for span in words)


def _answered(page: Page, facts: Facts, focus: Sequence[Sequence[str]]) -> CartChange | None:
    """The product that answers which of them should go in, as many of it as were asked for before."""
    products = pointed_at(page, facts, None, focus)
    if len(products) != 1 or dialogue().matches("question", page.reading.plain):
        return None
    if page.guess.is_one_of((Act.CHAT,), SURE) and not any("ordinal" in span.roles for span in page.spans):
        return None  # Thanks, that's all: no answer.
    before = page.state.turns[-1].text if page.state.turns else ""
    asked = Page(read(before, page.lexicon), page.columns, page.state, page.language, page.guess)
    pointed_at(asked, facts, None, focus)
    return CartChange("add", products, _quantity(page) or _quantity(asked) or 1, _options(page))


def _only_counts(page: Page) -> bool:
    """Whether it says how many pieces, and nothing else, while goods are on screen; which of them is then asked."""
    told = [span for span in page.spans if not span.mark and "filler" not in span.roles and not span.cue("want")]
    pieces = len(told) == 1 and told[0].quantity is not None and told[0].quantity.unit == "piece"
    return pieces and not bounds(page) and bool(page.state.shown) and page.state.pending is None


def _names_demand(page: Page) -> bool:
    """Whether it names what was demanded before, which is no line of the basket: take the leather out again."""
    values = (str(one.value).casefold() for one in page.state.ledger if isinstance(one.value, str))
    said = (one.said.casefold().strip() for one in page.state.ledger)
    return any(word in page.reading.plain for word in (*values, *said) if len(word) > 1)


def _adds(page: Page) -> bool:
    return dialogue().matches("cart_add", page.reading.plain)


def _only(ids: Sequence[str]) -> tuple[str, ...]:
    return tuple(ids) if len(ids) == 1 else ()


def _superlative(page: Page, facts: Facts) -> tuple[str, ...]:
    wish = superlative(page)
    if wish is None or not page.state.shown:
        return ()
    field, direction = wish
    values = []
    for product in facts(page.state.shown):
        fact = product.fact(field)
        if fact is not None and isinstance(fact.value, float):
            values.append((fact.value, product.id))
    if not values:
        return ()
    best = min(values) if direction == "<" else max(values)
    return (best[1],)


def _quantity(page: Page, articles: bool = False) -> int | None:
    """The number of pieces that is told; `articles` takes a word that may as well be an article: make it one."""
    for index, span in enumerate(page.spans):
        if index in page.used or is_one_pair(page, index):
            continue
        number = span.roles.get("number")
        if span.quantity is not None and span.quantity.unit in (None, "piece") and not span.quantity.currency:
            number = span.quantity.value
        if number and float(number).is_integer() and 1 <= number <= MOST and (articles or not _is_article(page, index)):
            page.take([index])
            return int(number)
    return 1 if articles and dialogue().matches("one_piece", page.reading.plain) else None


def _is_article(page: Page, index: int) -> bool:
    span = page.spans[index]
    return span.quantity is None and "filler" in span.roles and span.roles.get("number") == 1


def _options(page: Page) -> tuple[str, ...]:
    found = []
    start, end = dialogue().matched("cart_strong", page.reading.plain)
    page.take(at for at, span in enumerate(page.spans) if start <= span.start and span.end <= end)
    for index, span in enumerate(page.spans):
        if (
            index in page.used
            or not ({"value"} & span.roles.keys())
            or {"filler", "cue", "ordinal", "number"} & span.roles.keys()
        ):
            continue
        found.append(page.reading.plain[span.start : span.end].strip())
        page.take([index])
    return tuple(found)
