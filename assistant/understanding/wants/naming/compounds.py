"""Kinds that the catalogue names in one word and a shopper in two: a pillow filled with down is a 羽绒枕."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.understanding.lexicon.words import key
from assistant.understanding.message.page import Page
from assistant.understanding.message.polarity import denied, softened
from assistant.understanding.wants.naming.made_for import is_kind
from catalog.languages.detection import detect
from catalog.languages.lexicon import equivalents, lexicon
from catalog.languages.quantities import quantities


def narrowed(page: Page, heads: Sequence[int], kinds: tuple[str, ...]) -> tuple[str, ...]:
    """The types of the narrower kind that the wanted one and a word of the message name together; as they were where
    there is none. A word that the catalogue's own name for the kind holds is used up: the kind says it."""
    if len(heads) == 1 and kinds:
        _take_what_kind_says(page, heads[0], kinds)
    if len(heads) != 1 or len(kinds) < 2:
        return kinds
    counted = _counted(page, heads[0], kinds)
    if counted:
        return counted
    for index, span in enumerate(page.spans):
        described = "tint" in span.roles or span.roles.get("known") == "value"
        # Hoover bags are vacuum cleaner bags.
        made_for = is_kind(span) and span.latin and index == heads[0] - 1
        kind = bool({"type", "brand"} & span.roles.keys()) and not made_for
        if index in (*heads, *page.used) or not (described or made_for) or kind:
            continue
        for name in _names(page, _said(page, index), _said(page, heads[0])):
            types = page.lexicon.type_words.get(name, ())
            if not types or not set(types) < set(kinds) or denied(page, [index]) or softened(page, [index]):
                continue
            if _is_own(page, name):
                page.take([index])
            return types
    return kinds


def _take_what_kind_says(page: Page, head: int, kinds: Sequence[str]) -> None:
    """Uses up a feature or a material that makes, with the wanted kind, another name of just that kind: a desk, height
    adjustable, in a shop whose desks are standing desks; a bed of solid wood, where the shop has 实木床."""
    if key(_said(page, head)) in page.lexicon.type_names:
        return
    for index, span in enumerate(page.spans):
        if index == head or index in page.used or "type" in span.roles:
            continue
        made_of = "material" in span.roles.get("tint", ())
        columns = (page.lexicon.fields[name] for name in span.roles.get("feature", ()))
        told = len(kinds) > 1 and any(one.held_by(kinds) for one in columns)
        if told or (span.roles.get("known") != "feature" and not made_of):
            continue  # What tells several kinds apart, their name doesn't say: a router with Wi-Fi.
        names = [
            one for one in _names(page, _said(page, index), _said(page, head)) if not made_of or _is_own(page, one)
        ]
        alike = any(set(page.lexicon.type_words.get(name, ())) == set(kinds) for name in names)
        if alike and not (denied(page, [index]) or softened(page, [index])):
            page.take([index])


def _counted(page: Page, head: int, kinds: Sequence[str]) -> tuple[str, ...]:
    """The types that are named by how many pieces they have, where so many are said: four pieces, of 四件套."""
    said = {figure for figure in map(_pieces, (_said(page, head),)) if figure}
    for index, span in enumerate(page.spans):
        figure = span.quantity
        if figure is not None and figure.unit == "piece" and figure.high is None and index not in page.used:
            said.add(figure.value)
    named = tuple(one for one in kinds if _pieces(one) in said)
    if named:
        figures = ((at, one.quantity) for at, one in enumerate(page.spans) if one.quantity)
        page.take(at for at, one in figures if one.unit == "piece" and one.value == _pieces(named[0]))
    return named


def _pieces(name: str) -> float | None:
    """How many pieces the name of a kind counts; None where it counts none."""
    figures = quantities(name if name.isascii() else name[:-1])
    return next((one.value for one in figures if one.unit == "piece"), None)


def _is_own(page: Page, name: str) -> bool:
    """Whether a type is called so, in the catalogue's own words."""
    return name in page.lexicon.type_names


def _said(page: Page, index: int) -> str:
    return page.reading.plain[page.spans[index].start : page.spans[index].end].strip()


def _names(page: Page, word: str, kind: str) -> Iterator[str]:
    """The word and the kind as one name in the catalogue's languages, by its lookup form."""
    for first in (word, *equivalents(word)):
        for last in (kind, *equivalents(kind), *lexicon().signs(kind)):
            spoken = {detect(one, page.language) for one in (first, last)}
            if len(spoken) == 1 and spoken <= page.lexicon.spoken:
                yield key(f"{first} {last}" if first.isascii() else first + last)
