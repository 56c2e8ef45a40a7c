"""Which of the shown products stand at an end of the list by some figure: the cheapest one, 最贵的那个."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.languages.dialogue import dialogue
from assistant.understanding.figures.wishes import comparative_of
from assistant.understanding.message.page import Page
from assistant.understanding.message.reading import Span
from catalog.product import Product

Facts = Callable[[Sequence[str]], Sequence[Product]]
CONTENT = frozenset({"concept", "field", "feature", "thing", "value", "brand", "known"})
COUNTED = (2, 3)
"""So many of one end are meant together."""
ASKING = ("question", "compare", "why", "cart_add", "cart_strong")


def extremes(page: Page, facts: Facts, shown: Sequence[str]) -> list[str]:
    """The shown products that superlatives name, in the order of the words; the words are used up.

    None where the superlative is itself what is asked for, or tells what is wanted: which is the cheapest, 最便宜的.
    """
    if len(shown) < 2 or not any(dialogue().matches(name, page.reading.plain) for name in ASKING):
        return []
    found: list[str] = []
    for index, span in enumerate(page.spans):
        levels = {level for _, level in span.roles.get("wish", ())}
        counted = _counted(page, index) if index not in page.used else None
        if index in page.used or not ("most" in levels or (counted and "more" in levels)):
            continue
        if not (counted or _stands_for_one(page, index)):
            continue
        bare = Page(page.reading, page.columns, page.state, page.language, page.guess)
        bare.types = page.state.want.types if page.state.want else ()
        field = comparative_of(bare, index)
        ranked = _ranked(facts, shown, field) if field else []
        if not ranked:
            continue
        name = min(span.roles["wish"])[0]
        if dialogue().wishes[name]["direction"] != "<":
            ranked.reverse()
        at, count = counted or (index, 1)
        found += ranked[:count]
        page.take({index, at})
        page.pointing.update({index, at})
    return found


def _counted(page: Page, index: int) -> tuple[int, int] | None:
    """The word for how many beside a superlative, and the number: the two cheapest, 最便宜的两个."""
    for at in (index - 1, index + 1, index + 2):
        if not 0 <= at < len(page) or page.spans[at].mark:
            continue
        number = _number(page.spans[at])
        if number in COUNTED:
            return at, int(number)
        if at > index and "particle" not in page.spans[at].roles:
            break
    return None


def _number(span: Span) -> float | None:
    if span.quantity is not None:
        return span.quantity.value if span.quantity.unit in (None, "piece") and not span.quantity.currency else None
    number = span.roles.get("number")
    return float(number) if number and "ordinal" not in span.roles else None


def _stands_for_one(page: Page, index: int) -> bool:
    """Whether the superlative is a thing's name here, and something else is asked of it or done with it."""
    text = page.reading.plain
    after = index + 1
    while after < len(page) and "attributive" in page.spans[after].roles.get("particle", ()):
        after += 1
    follows = page.spans[after] if after < len(page) else None
    if follows is not None and not follows.mark and CONTENT & follows.roles.keys() and after == index + 1:
        return False  # The longest battery is something that goods have.
    if any(dialogue().matches(name, text) for name in ("compare", "why", "cart_add", "cart_strong")):
        return not dialogue().matches("which_one", text) and not dialogue().matches("which_superlative", text)
    if dialogue().matches("asks_whether", text):
        return True
    own = {dialogue().wishes[name]["concept"] for name, _ in page.spans[index].roles["wish"]}
    return any(_asks_else(page, at, own) for at in range(len(page)) if at != index)


def _asks_else(page: Page, at: int, own: set[str]) -> bool:
    span = page.spans[at]
    if span.mark or at in page.used or "pointing" in span.roles:
        return False
    if "wish" in span.roles:
        # The cheapest one, is it loud? What is asked is another measure, said as a quality.
        levels = {level for _, level in span.roles["wish"]}
        return "most" not in levels and not {dialogue().wishes[name]["concept"] for name, _ in span.roles["wish"]} & own
    concepts = set(span.roles.get("concept", ()))
    if concepts:
        return not concepts & own
    return bool(CONTENT & span.roles.keys()) or not span.roles


def _ranked(facts: Facts, ids: Sequence[str], field: str) -> list[str]:
    """Those whose record tells it, the least first; none where fewer than two do."""
    told = [(fact.value, one.id) for one in facts(tuple(ids)) if (fact := one.fact(field)) is not None]
    figures = sorted(((value, name) for value, name in told if isinstance(value, float)), key=lambda one: one[0])
    return [name for _, name in figures] if len(figures) > 1 else []
