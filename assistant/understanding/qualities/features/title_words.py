"""Words beside the kind that nothing else knows, but that some of the kind's titles say: an air fryer with a window."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from assistant.understanding.lexicon.words import key
from assistant.understanding.message.page import Page
from assistant.understanding.message.polarity import denied, softened
from assistant.understanding.wants.want import leftover
from catalog.product import Constraint

MOST = 0.9
"""What more of a kind's titles say belongs to its name."""
SHORTEST, SHORTEST_BESIDE = 4, 3
"""Letters of a Latin word that say enough, and right before the kind: a fly reel."""
SHORTEST_OTHER = 2
"""Signs of another script that say enough."""
LONG_OTHER, NO_CHANCE = 3, 2
"""So many signs that so many titles of other kinds say are asked for of this kind too."""
OWN = frozenset({"brand", "type", "value", "feature", "ordinal", "person"})
"""Roles of a phrase that is more than a part of a word of titles."""


def title_demands(page: Page, heads: Collection[int]) -> list[Constraint]:
    """What records of the wanted kind say in their titles, asked for in the same words."""
    total = page.lexicon.number_of(page.types)
    if not heads or not total:
        return []
    found = _ending_names(page, heads)
    for whole, run in (*((run, run) for run in _runs(page)), *_stretches(page, heads)):
        said = page.said(run)
        if page.used.intersection(run) or not _is_beside(page, whole, heads) or denied(page, run):
            continue
        column = None if page.spans[run[0]].latin else page.columns.inner.with_part(said, page.types)
        if column is not None or 0 < _titles(page, run, said, heads) <= MOST * total:
            soft = softened(page, run)
            page.take((*run, *(soft or ())))
            found.append(Constraint(column or said, "has", said, None, not soft, said))
    return found


def _ending_names(page: Page, heads: Collection[int]) -> list[Constraint]:
    """Words for a use right before the kind, where some of its goods' names end with the two: running shoes."""
    found = []
    for at in sorted(head - 1 for head in heads if head and page.spans[head - 1].latin):
        if "uses" not in page.spans[at].roles.get("person", ()) or at in page.used or denied(page, [at]):
            continue
        ends = page.lexicon.closing.get(key(page.said([at, at + 1])), {})
        named = sum(ends.get(type_, 0) for type_ in page.types)
        if 0 < named <= MOST * page.lexicon.number_of(page.types):
            said, soft = page.said([at]), softened(page, [at])
            page.take((at, *(soft or ())))
            found.append(Constraint(said, "has", said, None, not soft, said))
    return found


def _runs(page: Page) -> list[list[int]]:
    """The words that nothing knows, those that follow each other together."""
    runs: list[list[int]] = []
    for at in leftover(page):
        span = page.spans[at]
        if span.roles or not (span.key.isalpha() or _is_code(span.key)) or page.is_inside_word(at):
            continue
        if runs and at == runs[-1][-1] + 1 and page.spans[at - 1].latin is span.latin:
            runs[-1].append(at)
        else:
            runs.append([at])
    return runs


def _is_code(word: str) -> bool:
    """Whether letters and figures stand in one word, as sizes of paper do: A5."""
    return word.isascii() and word.isalnum() and any(map(str.isdigit, word)) and any(map(str.isalpha, word))


def _stretches(page: Page, heads: Collection[int]) -> Iterator[tuple[list[int], list[int]]]:
    """The signs that stand together in a script without spaces, though some of them mean something alone: 夜用, 薄款;
    the longest first, each with all the signs that it stands among."""
    begin = last = 0
    for first in range(len(page)):
        if first >= last:
            begin = last = first
            while last < len(page) and _is_sign(page, last, heads) and (last == first or _is_glued(page, last)):
                last += 1
        for end in range(last, first, -1):
            told = end > first + 1 or not page.spans[first].roles.keys() - {"filler"}
            if told and not all(page.spans[at].cue() or "known" in page.spans[at].roles for at in range(first, end)):
                yield list(range(begin, last)), list(range(first, end))


def _is_sign(page: Page, at: int, heads: Collection[int]) -> bool:
    span = page.spans[at]
    plain = not (span.latin or span.mark or span.quantity or OWN & span.roles.keys())
    return plain and at not in heads and not span.cue("not", "want") and "particle" not in span.roles


def _is_glued(page: Page, at: int) -> bool:
    return page.spans[at - 1].end == page.spans[at].start


def _is_beside(page: Page, run: list[int], heads: Collection[int]) -> bool:
    """Whether it stands before the kind, behind the word that says what comes with it, or in a clause of its own."""
    after, before = run[-1] + 1, run[0] - 1
    while after < len(page) and after not in heads and _is_passed(page, after):
        after += 1
    if after in heads or (before >= 0 and page.spans[before].cue("with")):
        return True
    if before in heads and not page.spans[before].latin and _is_glued(page, run[0]):
        return True  # 白茶礼盒装
    begins = before < 0 or page.spans[before].mark or page.spans[before].end < page.spans[run[0]].start
    return not page.spans[run[0]].latin and begins and (after >= len(page) or page.spans[after].mark)


def _is_passed(page: Page, at: int) -> bool:
    """Whether a phrase between the words and the kind says nothing, or something that is heard already."""
    return page.is_filler(at) or at in page.used or page.spans[at].cue("brand_by", "used_by")


def _titles(page: Page, run: list[int], said: str, heads: Collection[int]) -> int:
    """How many titles of the wanted kinds may say all of the words."""
    if page.spans[run[0]].latin:
        least = SHORTEST_BESIDE if run[-1] + 1 in heads else SHORTEST
        if any(len(page.spans[at].key) < least and not _is_code(page.spans[at].key) for at in run):
            return 0
        counts = [page.lexicon.names.get(page.spans[at].key, {}) for at in run]
    elif len(said) < SHORTEST_OTHER:
        return 0
    else:
        told = page.lexicon.told.get(said, {})
        elsewhere = len(said) >= LONG_OTHER and sum(told.values()) >= NO_CHANCE
        return sum(told.get(type_, 0) for type_ in page.types) or int(elsewhere)
    return min(sum(count.get(type_, 0) for type_ in page.types) for count in counts)
