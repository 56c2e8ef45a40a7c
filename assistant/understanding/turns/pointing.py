"""Which of the shown products the words mean: the second one, the Sony, 那个黑色的."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.languages.dialogue import dialogue
from assistant.understanding.message.page import Page
from assistant.understanding.turns.beside_shown import by_comparison, next_to
from assistant.understanding.turns.by_quality import by_figure, by_quality
from assistant.understanding.turns.called_by_title import called_by_title
from assistant.understanding.turns.extremes import extremes
from assistant.understanding.turns.marks import in_titles, marks, value_tests
from assistant.understanding.turns.names_on_screen import compared, named_on_screen
from assistant.understanding.wants.about_goods import refuses_brand
from assistant.vocabulary import Act
from catalog.product import Constraint, Product, Verdict

Facts = Callable[[Sequence[str]], Sequence[Product]]
ASKED = frozenset({"concept", "thing", "feature", "field"})
ASKING = frozenset({Act.ASK_PRODUCT, Act.WHY, Act.COMPARE})
SURE = 0.7
"""The classifier's confidence from which a word behind a place is a verb of a question: how long does the first run."""
BESIDE = 2
"""Two words of a description stand so near each other."""
GROUPS = {"first_group": slice(0, 2), "first_three": slice(0, 3), "last_group": slice(-2, None)}


def pointed_at(
    page: Page, facts: Facts, among: Sequence[str] | None = None, focus: Sequence[Sequence[str]] = ()
) -> tuple[str, ...]:
    """Ids of the products that the words mean, in the order of the words; the words are used up.

    `among` are the products that may be meant: those on screen if not given.
    `focus` are those that earlier turns meant, the latest last: what "it", "those" and "the previous one" are.
    """
    shown = page.state.shown if among is None else tuple(among)
    if not shown:
        return ()
    refused = _refused(page)
    page.take(refused)
    found = _found(page, facts, shown, focus)
    page.used.difference_update(refused)
    return tuple(dict.fromkeys(found))


def _found(page: Page, facts: Facts, shown: tuple[str, ...], focus: Sequence[Sequence[str]]) -> list[str]:
    found = next_to(page, shown, focus) or extremes(page, facts, shown) or compared(page, facts, shown)
    if not found:
        found = [*_by_place(page, shown), *_by_description(page, facts, shown)]
        found += called_by_title(page, facts, shown, bool(found))
        found += named_on_screen(page, facts, shown)
        found += by_figure(page, facts, shown)
        found = found or by_quality(page, facts, shown)
        found = by_comparison(page, facts, shown, focus, found) or found
    if not found and not any(dialogue().matches(name, page.reading.plain) for name in ("required", "both_do")):
        found = _by_pronoun(page, shown, focus)
    return list(found)


def _refused(page: Page) -> list[int]:
    """The brand that a message begins by refusing, where nothing beside it says that one on screen is meant: nothing
    from Sony, had two of those die on me."""
    brands = list(page.with_role("brand"))[:1] if refuses_brand(page) else []
    return [at for at in brands if all(abs(mark - at) > BESIDE for mark in marks(page, at))]


def asked_about(page: Page, facts: Facts) -> tuple[str, ...]:
    """The shown products of a brand that a question names without pointing: how heavy is Aria?"""
    spans = page.spans
    asks = dialogue().matches("question", page.reading.plain) and any(ASKED & span.roles.keys() for span in spans)
    asks = asks or dialogue().matches("asks_worth", page.reading.plain)
    if (
        not asks
        or not page.state.shown
        or any(span.quantity or span.cue("want") or "type" in span.roles for span in spans)
    ):
        return ()
    found: list[str] = []
    named = list(page.with_role("brand"))
    for index in named:
        tests = [Constraint("brand", "=", name) for name in spans[index].roles["brand"]]
        products = facts(page.state.shown)
        fitting = [one.id for one in products if any(test.allows(one) is Verdict.MEETS for test in tests)]
        if not fitting:
            return ()  # Of brands that aren't all on screen, none is asked about: they are what is wanted.
        found += fitting
    page.take(named if found else ())
    return tuple(dict.fromkeys(found))


def points_back(page: Page) -> bool:
    """Whether the message speaks of something already meant (it, this one, the second), shown or not."""
    return any(
        {"this", "these", "previous"} & span.roles.get("pointing", frozenset())
        or ("ordinal" in span.roles and not _is_verb(page, index))
        for index, span in enumerate(page.spans)
    )


def missed_place(page: Page) -> str:
    """The words for a place on screen where nothing stands: the second one, of one product; empty where none."""
    shown = len(page.state.shown)
    for index, span in enumerate(page.spans):
        place = span.roles.get("ordinal")
        if shown and place is not None and abs(place) > shown and not _is_part_of_name(page, index):
            return page.said([index])
    return ""


def _by_place(page: Page, shown: Sequence[str]) -> list[str]:
    found: list[str] = []
    for index, span in enumerate(page.spans):
        if index in page.used:
            continue
        for name in sorted(span.roles.get("pointing", frozenset()) & GROUPS.keys()):
            found += shown[GROUPS[name]]
            page.take([index])
        place = span.roles.get("ordinal")
        if place is not None and index not in page.used and not _is_part_of_name(page, index):
            at = place - 1 if place > 0 else len(shown) + place
            if _is_verb(page, index):
                continue
            if 0 <= at < len(shown):
                found.append(shown[at])
            page.take([index])
    _, end = dialogue().matched("place_of", page.reading.plain)
    for index, span in enumerate(page.spans) if end and not found else ():
        place = span.quantity.value if span.quantity is not None and span.quantity.unit is None else 0.0
        if float(place).is_integer() and 1 <= place <= len(shown):
            found.append(shown[int(place) - 1])
            page.take([index])
    if not found and len([span for span in page.spans if not span.mark and "filler" not in span.roles]) == 1:
        found = _bare_number(page, shown)
    return found


def _bare_number(page: Page, shown: Sequence[str]) -> list[str]:
    for index, span in enumerate(page.spans):
        number = span.quantity.value if span.quantity and not span.quantity.unit else span.roles.get("number")
        if (
            number
            and "filler" not in span.roles
            and float(number).is_integer()
            and 1 <= number <= len(shown)
            and page.state.pending is None
        ):
            page.take([index])
            return [shown[int(number) - 1]]
    return []


def _is_verb(page: Page, index: int) -> bool:
    """Whether a word for a place is what goods do: the battery should last a day, how long will the first last."""
    if page.spans[index].roles["ordinal"] > 0:
        return False
    if index and "ordinal" in page.spans[index - 1].roles:
        return True
    return dialogue().matches("modal_before", page.reading.plain[: page.spans[index].start])


def _is_part_of_name(page: Page, index: int) -> bool:
    after = index + 1
    if after >= len(page) or not page.spans[index].latin or not page.spans[after].latin or page.spans[after].roles:
        return False
    written = page.reading.text[page.spans[after].start : page.spans[after].end]
    return written[:1].isupper() or not page.guess.is_one_of(ASKING, SURE)


def _by_description(page: Page, facts: Facts, shown: Sequence[str]) -> list[str]:
    found: list[str] = []
    last, held = -BESIDE, []
    spent: set[int] = set()
    """The marks that stand behind one description, and so before no other: 网件那个几个网口."""
    for index in list(page.with_role("brand", "value", "type")):
        if index in page.used:
            continue
        around = [at for at in marks(page, index) if at > index or at not in spent]
        if not around or _is_taken_back(page, index) or _is_origin(page, index):
            continue
        tests = _tests(page, index)
        products = facts(shown)
        fitting = [one.id for one in products if any(test.allows(one) is Verdict.MEETS for test in tests)]
        fitting = fitting or in_titles(page, index, products)
        both = [one for one in held if one in fitting] if index - last < BESIDE else []
        if both:  # The red Philips is one thing.
            found = found[: -len(held)]
            fitting = both
        if fitting:
            found += fitting
            last, held = index, fitting
            spent.update(at for at in around if at > index)
            page.take((index, *around))
    return found


def _is_origin(page: Page, index: int) -> bool:
    """Whether a word for where goods come from has its article by itself: from the Netherlands."""
    before = page.before(index, 2)
    value = page.spans[index].roles.get("known") == "value" and "tint" not in page.spans[index].roles
    return value and any(page.spans[at].cue("brand_by") for at in before) and not _named_by_one(page, index)


def _named_by_one(page: Page, index: int) -> bool:
    return index + 1 < len(page) and page.spans[index + 1].cue("one")


def _is_taken_back(page: Page, index: int) -> bool:
    """Whether the word is a demand's own value, and something is taken back: take the leather back out."""
    if not any("forget" in span.roles for span in page.spans):
        return False
    texts = {value.text for value in page.spans[index].roles.get("value", {}).values()}
    return any(one.value in texts for one in page.state.ledger)


def _tests(page: Page, index: int) -> list[Constraint]:
    kinds = [Constraint("type", "=", label) for label in page.spans[index].roles.get("type", ())]
    return [*value_tests(page, index), *kinds]


def _by_pronoun(page: Page, shown: Sequence[str], focus: Sequence[Sequence[str]]) -> list[str]:
    former = [[one for one in ids if one in shown] for ids in focus]
    held = former[-1] if former else []
    for index, span in enumerate(page.spans):
        names = span.roles.get("pointing", frozenset())
        if index in page.used or not names:
            continue
        if "these" in names:
            return held if len(held) > 1 else list(shown)
        if "previous" in names and len(former) > 1 and former[-2]:
            return former[-2][:1]
        if names & {"this", "previous"}:
            if held:
                return held[:1]
            if len(shown) == 1:
                return [shown[0]]
    return []
