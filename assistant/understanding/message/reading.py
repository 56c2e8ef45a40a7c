"""A message cut into the phrases that are known: cues, kinds, brands, values, columns and figures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise

from assistant.languages.dialogue import dialogue, places
from assistant.understanding.lexicon.catalogue_lexicon import CatalogueLexicon
from assistant.understanding.lexicon.fixed_roles import dialogue_roles, spaced_keys
from assistant.understanding.lexicon.words import Word, plain, words
from assistant.understanding.message.closing_words import without_loose_ends
from assistant.understanding.message.compound_end import as_compound_end
from assistant.understanding.message.counted_things import with_counted_things
from assistant.understanding.message.phrase_roles import NOTHING, Roles, phrase_roles
from assistant.understanding.message.shared_units import with_shared_units
from assistant.understanding.message.single_signs import with_single_signs, with_whole_series
from assistant.understanding.message.split_phrases import asks, divides, is_gendered
from catalog.languages.quantities import Quantity, quantities

GROUPED = re.compile(r"\d{1,3}[.]000(?![\d.])")
"""Nobody types three noughts behind a point but to part the thousands: 20.000 mAh."""
THOUSAND = 1000
LONGEST_LATIN = 7
LONGEST_OTHER = 12
SHORT = 2
STRETCH = 200
LINKS = frozenset("-+/&.~:")
"""Marks that may stand inside a phrase."""
WEIGHT = 1.35
"""A phrase is worth its length to this power, so that one long phrase beats two short ones."""

AFTER = frozenset({"at_most_after", "at_least_after"})
GRAMMAR = frozenset({"cue", "filler", "particle", "number", "ordinal"})
"""What a phrase may still be that begins with an article: a few, but no name of a thing."""
NAMED = 0.05
"""A kind of several words goes before a column's name of as many: running shoes, size 43."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the message: what its phrase may mean, by role; no roles for an unknown word."""

    start: int
    end: int
    key: str
    roles: Roles = field(default_factory=dict)
    latin: bool = False
    mark: bool = False
    quantity: Quantity | None = None

    def cue(self, *names: str) -> bool:
        """Whether the phrase is one of these cues."""
        return not self.roles.get("cue", frozenset()).isdisjoint(names)


@dataclass(frozen=True, slots=True)
class Reading:
    """The message, in small letters, and its spans from left to right."""

    text: str
    plain: str
    spans: tuple[Span, ...]

    def said(self, first: int, last: int) -> str:
        """The shopper's own words from one span to another."""
        return self.text[self.spans[first].start : self.spans[last].end]


def read(text: str, lexicon: CatalogueLexicon) -> Reading:
    """The reading of a cleaned text by the words of every language and of this catalogue."""
    small = plain(text)
    tokens = words(small)
    figures = _settled(_figures(_in_one_script(text, small)), tokens)
    cut = with_whole_series(with_single_signs(_best(tokens, figures, lexicon, small)))
    return Reading(text, small, with_counted_things(without_loose_ends(with_shared_units(cut)), lexicon))


def _in_one_script(text: str, small: str) -> str:
    """The text with its letters as written (4G is no 4g) and all other signs in the script that units are listed in."""
    if text.isascii() or len(text) != len(small):
        return text
    return "".join(one if one.isascii() else other for one, other in zip(text, small, strict=True))


def _figures(text: str) -> Iterable[Quantity]:
    """The figures of a text, looked for a stretch at a time: the search costs the square of a stretch's length."""
    start = 0
    while start < len(text):
        end = text.rfind(" ", start + STRETCH // 2, start + STRETCH) if len(text) - start > STRETCH else len(text)
        end = end if end > start else min(len(text), start + STRETCH)
        for figure in quantities(text[start:end], names=True):
            alone = figure.high is None and figure.currency is None  # Money is read so already.
            grown = THOUSAND if alone and GROUPED.match(text, figure.start + start) else 1
            ends = {"start": figure.start + start, "end": figure.end + start}
            yield replace(figure, value=figure.value * grown, **ends)
        start = end


def _settled(found: Iterable[Quantity], tokens: tuple[Word, ...]) -> dict[int, tuple[int, Quantity]]:
    """Figures by the number of their first word: the number of the word after their last, and the figure."""
    starts = {word.start: index for index, word in enumerate(tokens)}
    placed: dict[int, tuple[int, Quantity]] = {}
    for figure in found:
        first = starts.get(figure.start)
        if first is None:
            inside = [index for index, word in enumerate(tokens) if word.start <= figure.start < word.end]
            if not inside:
                continue
            first = inside[0]
        last = first
        while last < len(tokens) and tokens[last].start < figure.end:
            last += 1
        placed[first] = (last, figure)
    return placed


def _best(
    tokens: tuple[Word, ...], figures: Mapping[int, tuple[int, Quantity]], lexicon: CatalogueLexicon, text: str
) -> tuple[Span, ...]:
    """The cut of the words that covers most with the longest phrases; figures are phrases too."""
    count = len(tokens)
    worth = [0.0] * (count + 1)
    chosen: list[tuple[int, Span] | None] = [None] * count
    for first in range(count - 1, -1, -1):
        best = -1.0
        for last, span, value in _choices(first, tokens, figures, lexicon, text):
            total = value + worth[last]
            if total > best + 1e-9:
                best, chosen[first] = total, (last, span)
        worth[first] = best
    spans, at = [], 0
    while at < count:
        step = chosen[at]
        if step is None:
            break
        at, span = step
        spans.append(span)
    return tuple(spans)


def _choices(
    first: int,
    tokens: tuple[Word, ...],
    figures: Mapping[int, tuple[int, Quantity]],
    lexicon: CatalogueLexicon,
    text: str,
) -> Iterable[tuple[int, Span, float]]:
    word = tokens[first]
    if first in figures:
        last, figure = figures[first]
        said = "".join(one.key for one in tokens[first:last])
        roles = phrase_roles(said, lexicon, text[word.start : tokens[last - 1].end])
        if roles.get("known") == "feature" and figure.unit is not None:
            figure = replace(figure, maybe_name=True)
        # 5W-30 is one grade of oil, and no span of watts.
        grade = "value" in roles and figure.high is not None and figure.unit is not None
        span = Span(word.start, tokens[last - 1].end, said, roles, False, False, None if grade else figure)
        yield last, span, (last - first) ** WEIGHT + 0.4
    ends = {last for last, _ in figures.values()}
    longest = LONGEST_LATIN if word.latin else LONGEST_OTHER
    longest = 2 if word.mark else longest
    joined, size = "", 0.0
    for last in range(first, min(first + longest, len(tokens))):
        token = tokens[last]
        if token.mark and last > first and token.key not in LINKS and not word.mark:
            break
        before = tokens[last - 1]
        if last > first and not token.latin and not before.latin and token.start > before.end:
            break
        joined += token.key
        size += 1.0
        if token.mark and last > first and not word.mark:
            continue
        said = text[word.start : token.end]
        roles = phrase_roles(joined, lexicon, said)
        if last == first and not word.latin and not word.mark and joined in lexicon.type_words:
            roles = as_compound_end(first, tokens, roles, lexicon)
        if word.mark and last > first:
            roles = {role: found for role, found in roles.items() if role in ("cue", "ordinal")}
        if word.latin and last > first and last + 1 in figures and "cue" in roles and _only_follows(roles["cue"]):
            continue
        if last > first and last in figures and _is_article_apart(word, token):
            continue
        if last > first and _is_article_apart(word, tokens[first + 1], counts=True):
            apart = joined in spaced_keys(places())  # A few are no few, but a round table is nowhere around.
            roles = {role: found for role, found in roles.items() if role in GRAMMAR} if apart else NOTHING
        if last > first and _runs_into(word, tokens[first + 1]) and joined not in spaced_keys(places()):
            roles = NOTHING if roles.keys() <= GRAMMAR else roles  # To be low is nothing below.
        if last > first and first in ends and roles.keys() == {"wish"} and tokens[first - 1].end == word.start:
            continue  # 120宽的书桌: so wide, and not a wide one.
        if last > first and "value" in roles and _is_any(word) and not roles.keys() - {"value"}:
            continue
        if roles.keys() == {"known"} and last > first:
            members = tokens[first : last + 1]
            if asks(members, lexicon) or is_gendered(members, text):
                continue
        if last > first and roles and (_only_trails(joined, token, lexicon) or _runs_over(before, token, roles)):
            continue
        if last > first and not word.latin and roles and _lists_signs(first, last, tokens, lexicon):
            continue
        naming = roles.keys() - {"type"} if joined in lexicon.near_kinds else roles.keys()
        divisible = last > first and roles and not ({"type", "brand", "cue", "feature", "thing"} & naming)
        if divisible and divides(tokens[first : last + 1], lexicon, text):
            continue
        if roles:
            number = roles.get("number") if "filler" not in roles and first not in figures else None
            counted = Quantity(float(number), None, None, None, word.start, token.end) if number else None
            span = Span(word.start, token.end, joined, roles, word.latin, token.mark and last == first, counted)
            named = NAMED if "type" in roles and last > first else 0.0
            if last > first and first in ends and AFTER & roles.get("cue", frozenset()):
                named = NAMED  # 6 inch or larger screen: "or larger" bounds the figure.
            yield last + 1, span, size**WEIGHT + (0.1 if roles.keys() - {"filler", "known"} else 0.0) + named
    yield first + 1, Span(word.start, word.end, word.key, NOTHING, word.latin, word.mark), 0.0


def _lists_signs(first: int, last: int, tokens: tuple[Word, ...], lexicon: CatalogueLexicon) -> bool:
    """Whether a phrase of single signs is a part of a longer list of colours: 黑白 of 黑白灰."""
    signs = tokens[first : last + 2]
    glued = all(one.end == other.start for one, other in pairwise(signs))
    told = (lexicon.values.get(one.key, {}).keys() for one in signs)
    colours = dialogue().phrases["concepts"]["colour"]
    return (
        len(signs) > last + 1 - first
        and glued
        and all(
            any(lexicon.fields[name].names[0] in colours for name in names if name in lexicon.fields) for names in told
        )
    )


def _is_article_apart(word: Word, after: Word, counts: bool = False) -> bool:
    """Whether a word that names nothing stands before another: a 2-port hub has nothing of A2, nor a PC of APC; where
    `counts`, only one letter that also stands for a number."""
    roles = dialogue_roles(places()).get(word.key, NOTHING)
    is_article = not counts or ("number" in roles and len(word.key) == 1)
    return after.start > word.end and word.latin and "filler" in roles and is_article


def _runs_into(word: Word, after: Word) -> bool:
    """Whether a little word of grammar stands before another: no part of one that is written without a space."""
    roles = dialogue_roles(places()).get(word.key, NOTHING)
    return word.latin and after.latin and after.start > word.end and len(word.key) <= SHORT and "filler" in roles


def _is_any(word: Word) -> bool:
    """Whether a phrase begins by leaving something open: any brand, though records have "Any brand" as a value."""
    return "any" in dialogue_roles(places()).get(word.key, NOTHING).get("cue", ())


def _only_follows(cues: frozenset[str]) -> bool:
    """Whether a cue of several words only bounds the figure before it (and under): before a figure it is two words."""
    return cues <= {"at_most_after", "at_least_after"}


def _runs_over(before: Word, last: Word, roles: Roles) -> bool:
    """Whether a kind is only read into the end of one word and the first letter of a name: to be D-Link is no bed."""
    return (
        "type" in roles
        and last.latin
        and len(last.key) == 1
        and "filler" in dialogue_roles(places()).get(before.key, {})
    )


def _only_trails(joined: str, last: Word, lexicon: CatalogueLexicon) -> bool:
    """Whether the phrase is a kind and a word that names nothing: the TVs in black are no "TV in"."""
    said = dialogue_roles(places())
    if joined in lexicon.type_words or joined in said or "filler" not in said.get(last.key, NOTHING):
        return False
    return joined.removesuffix(last.key) in lexicon.type_words
