"""The words around a description that make it point at one thing on screen: the ... one, that ..., ...那个."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.languages.dialogue import dialogue
from assistant.understanding.message.page import Page
from assistant.understanding.message.reading import Span
from catalog.languages.folding import contains_phrase
from catalog.languages.lexicon import equivalents
from catalog.product import Constraint, Product

PLURAL = frozenset({"ones"})
"""White ones are a wish for others; the white ones, or the white one, stand on screen."""
ASKED = frozenset({"concept", "field"})


def marks(page: Page, index: int) -> list[int]:
    """The marks that stand around a phrase and make it point; none where it is a demand like any other."""
    found: list[int] = []
    for at in page.before(index, 3):
        span = page.spans[at]
        if "marks" in span.roles.get("pointing", frozenset()):
            found.append(at)
            break
        if not ({"value", "brand"} & span.roles.keys() or page.is_filler(at)):
            break
    if any("brand" in page.spans[at].roles.get("concept", ()) for at in page.after(index, 3)):
        return []  # Not the Sony brand: what is spoken of is the brand and no product.
    for at in page.after(index, 3):
        span = page.spans[at]
        if "one" in span.roles.get("pointing", frozenset()) or (
            "marks" in span.roles.get("pointing", frozenset()) and not span.latin
        ):
            found.append(at)
            break
        if not ({"value", "brand"} & span.roles.keys() or page.is_filler(at)):
            break
    if not found:
        return _asked_of(page, index)
    if all(_said(page, at) in PLURAL for at in found) or _is_any(page, index, found):
        return []
    latin_mark_only = len(found) == 1 and page.spans[found[0]].latin and found[0] < index
    if latin_mark_only and not _ends(page, index):
        return []
    return found


def _is_any(page: Page, index: int, found: Sequence[int]) -> bool:
    """Whether any one is meant that is so, and none is put in the basket: a silver one, but not the silver one.

    Who says nothing else, demands it.
    """
    if any(at < index or not page.spans[at].latin for at in found):
        return False
    others = (at for at, span in enumerate(page.spans) if at not in (index, *found) and not span.mark)
    if next(others, None) is None:
        return True
    takes = any(dialogue().matches(name, page.reading.plain) for name in ("cart_add", "cart_strong"))
    wants = dialogue().matches("states_wish", page.reading.plain)
    return dialogue().matches("any_before", page.reading.plain[: page.spans[index].start]) and (wants or not takes)


def value_tests(page: Page, index: int) -> list[Constraint]:
    """What a product has to meet that a word for a brand or a value describes."""
    roles = page.spans[index].roles
    tests = [Constraint("brand", "=", name) for name in roles.get("brand", ())]
    return tests + [Constraint(name, "=", value.text) for name, value in roles.get("value", {}).items()]


def in_titles(page: Page, index: int, products: Sequence[Product]) -> list[str]:
    """The products whose titles have the word, in any language: 灰色, of one that is called 素雅灰."""
    said = _said(page, index)
    ways = (said, *equivalents(said))
    titles = {one.id: (one.title, *(told.title or "" for told in one.translations.values())) for one in products}
    return [name for name, told in titles.items() if any(contains_phrase(way, title) for way in ways for title in told)]


def _asked_of(page: Page, index: int) -> list[int]:
    """The particle behind a value whose owner a question asks something of: 绿的多重, 黄色的电池能撑几个小时."""
    after = index + 1
    if after + 1 >= len(page) or "attributive" not in page.spans[after].roles.get("particle", ()):
        return []
    text = page.reading.plain
    if not dialogue().matches("question", text) or any(
        dialogue().matches(name, text) for name in ("asks_for_some", "asks_for_such", "asks_for_ones")
    ):
        return []
    asked = any(ASKED & span.roles.keys() for span in page.spans[after + 1 :])
    asked = asked or dialogue().matches("why", text)
    return [after] if asked or dialogue().matches("asks_measure", text) else []


def _said(page: Page, at: int) -> str:
    return page.reading.plain[page.spans[at].start : page.spans[at].end]


def _ends(page: Page, index: int) -> bool:
    """Whether the noun phrase ends with this word: the Sony (one), and not the Sony headphones under 100."""
    follows = next((page.spans[at] for at in page.after(index, 2)), None)
    if follows is not None and _is_kind_on_screen(page, follows):
        return True  # The grey tent, of several tents.
    return follows is None or (bool(follows.roles) and not {"type", "known"} & follows.roles.keys())


def _is_kind_on_screen(page: Page, span: Span) -> bool:
    """Whether it names the very kind that is on screen, in a message that asks or takes something."""
    kinds = set(span.roles.get("type", ()))
    want = page.state.want
    same = bool(kinds) and want is not None and kinds <= set(want.types) and bool(page.state.shown)
    return same and any(dialogue().matches(name, page.reading.plain) for name in ("question", "compare", "cart_add"))
