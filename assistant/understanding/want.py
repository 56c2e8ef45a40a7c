"""The kind of product that is wanted: the head of the noun phrase, and the words to search with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.understanding.page import Page
from assistant.understanding.reading import Span
from assistant.understanding.words import key
from assistant.vocabulary import Want
from catalog.languages.detection import detect
from catalog.languages.lexicon import equivalents

NAMED_SO = 0.6
"""A word names a kind where this share of the titles that begin with it are of that kind."""
MODIFIES = 0.15
LONGEST_NAME = 6
MOST_WORDS = 24


def find_types(page: Page) -> list[int]:
    """The phrases that name what is wanted, the head first: the last of a compound, never what it is only for."""
    runs = list(_runs(page, measured=False)) or list(_runs(page, measured=True))
    for run in runs:
        if not _only_mentioned(page, run):
            return [run[-1], *_listed_with(page, run[-1], runs)]
    return []


def types_of(page: Page, heads: Sequence[int]) -> tuple[str, ...]:
    """The catalogue's type names of these phrases."""
    return tuple(dict.fromkeys(label for index in heads for label in page.spans[index].roles.get("type", ())))


def foreign_head(page: Page, head: int) -> int | None:
    """The word after a kind that makes another kind of it (laptop charger), unless that kind's titles have it too."""
    at = head + 1
    if at >= len(page) or at in page.used:
        return None
    span = page.spans[at]
    if span.cue("part_noun") and "type" not in span.roles:
        return at
    if not (page.spans[head].latin and span.latin) or span.roles or len(span.key) < 3 or not span.key.isalpha():
        return None
    types = page.lexicon.names.get(span.key, {})
    total = sum(types.values())
    if not total:
        return at if _ends_name(page, at + 1) else None
    mine = sum(types.get(label, 0) for label in page.spans[head].roles.get("type", ()))
    return None if mine / total >= MODIFIES else at


def _ends_name(page: Page, index: int) -> bool:
    """Whether a noun phrase ends before this phrase."""
    if index >= len(page) or page.ends_clause(index) or page.spans[index].quantity is not None:
        return True
    return page.spans[index].cue("at_most", "at_least", "for", "with", "compatible", "brand_by", "colour", "about")


def want_of(page: Page, heads: Sequence[int], rest: Sequence[int]) -> Want | None:
    """The want of these head phrases and of the words that nothing else took; None where nothing is named."""
    if not heads:
        return _named(page, rest)
    types = types_of(page, heads)
    page.take(heads)
    said = " ".join(dict.fromkeys(_usual(page, page.spans[index], types if len(heads) == 1 else ()) for index in heads))
    names = [name for index in heads for name in _search_names(page, page.spans[index])]
    return Want(_shortened(said), types, _query([*names, *_words(page, rest)]))


def leftover(page: Page) -> list[int]:
    """The phrases that name something and that nothing took."""
    return [index for index in range(len(page)) if index not in page.used and _names_something(page, index)]


def _runs(page: Page, measured: bool) -> Iterable[list[int]]:
    """Compounds: kinds that stand together with nothing between but what describes them.

    Without `measured`, kinds that a figure right beside them measures (16 GB RAM) are none.
    """
    run: list[int] = []
    for index, span in enumerate(page.spans):
        if _is_kind(span):
            if index not in page.used and (measured or not _is_measured(page, index)):
                run.append(index)
        elif page.ends_clause(index) or _breaks(page, index):
            if run:
                yield run
            run = []
    if run:
        yield run


def _is_kind(span: Span) -> bool:
    return "type" in span.roles or _is_known_kind(span)


def _is_measured(page: Page, index: int) -> bool:
    """Whether a word that also names a measure has its figure beside it."""
    if not {"concept", "thing"} & page.spans[index].roles.keys():
        return False
    for step in (-1, 1):
        at = index + step
        while 0 <= at < len(page) and (page.is_filler(at) or page.spans[at].cue("at_most", "at_least", "about")):
            at += step
        if 0 <= at < len(page) and page.spans[at].quantity is not None and not page.spans[at].quantity.currency:
            return True
    return False


def _breaks(page: Page, index: int) -> bool:
    span = page.spans[index]
    if span.mark:
        return span.key not in "-/&"
    if span.latin and "filler" in span.roles:
        return True
    return bool(span.roles.get("cue")) and not span.cue("one", "colour", "pack")


def _is_known_kind(span: Span) -> bool:
    return span.roles.get("known") == "type" and not ({"brand", "person", "cue", "wish", "filler"} & span.roles.keys())


def _only_mentioned(page: Page, run: Sequence[int]) -> bool:
    """Whether a compound is only what the wanted thing is for, or comes with, or is denied."""
    index = run[0]
    if _is_denied(page, index):
        return True
    described = False
    for at in range(index - 1, max(-1, index - 7), -1):
        span = page.spans[at]
        if page.ends_clause(at) or span.cue("want"):
            return False
        described = described or (not span.latin and bool({"feature", "thing", "value"} & span.roles.keys()))
        if span.cue("compatible", "for", "with"):
            if described and span.cue("with") and not _something_before(page, at):
                return False
            return _something_before(page, at) or (len(run) == 1 and _more_kinds(page, index))
    return _is_for(page, index)


def _is_for(page: Page, index: int) -> bool:
    """Whether what follows says that something is for this kind (X 用的 Y)."""
    at = index + 1
    return at < len(page) and page.spans[at].cue("compatible_after") and _more_kinds(page, index)


def _more_kinds(page: Page, index: int) -> bool:
    return any(_is_kind(page.spans[at]) and not _is_measured(page, at) for at in range(index + 1, len(page)))


def _something_before(page: Page, index: int) -> bool:
    """Whether something that can be wanted is named before this word."""
    for at in range(index):
        span = page.spans[at]
        if "type" in span.roles or _is_known_kind(span) or (not span.roles and not span.mark and len(span.key) > 1):
            return True
    return False


def _is_denied(page: Page, index: int) -> bool:
    for at in range(index - 1, max(-1, index - 4), -1):
        span = page.spans[at]
        if span.cue("not") and not span.cue("want"):
            return True
        if not page.is_filler(at):
            return False
    return False


def _listed_with(page: Page, head: int, runs: Sequence[Sequence[int]]) -> list[int]:
    """Kinds that are asked for in one breath: a keyboard and a mouse."""
    found: list[int] = []
    last = head
    for run in runs:
        if run[0] <= head:
            continue
        between = range(last + 1, run[0])
        if len(run) == 1 and between and all(_links(page, at) for at in between):
            found.append(run[0])
            last = run[0]
        else:
            break
    return found


def _links(page: Page, index: int) -> bool:
    span = page.spans[index]
    return (span.cue("or", "and") and not span.cue("with")) or page.is_filler(index)


def _names_something(page: Page, index: int) -> bool:
    span = page.spans[index]
    if span.mark or (span.quantity is not None and (span.quantity.unit or span.quantity.currency)):
        return False
    if span.quantity is not None:
        return index > 0 and _is_name(page.spans[index - 1])
    return _is_name(span)


def _is_name(span: Span) -> bool:
    if span.mark or span.quantity is not None:
        return False
    telling = span.roles.keys() - {
        "known",
        "type",
        "brand",
        "value",
        "feature",
        "field",
        "thing",
        "concept",
        "person",
        "wish",
    }
    return not telling and bool(span.key)


def _named(page: Page, rest: Sequence[int]) -> Want | None:
    """A want by words that are no kind: a model, a title, something the catalogue may lack."""
    runs = _together(page, rest)
    if not runs:
        return None
    said = _shortened(page.said(runs[0][:LONGEST_NAME]))
    types = _types_named(page, [page.spans[index].key for index in rest])
    page.take(rest)
    return Want(said.casefold() if said.isascii() else said, types, _query(_words(page, rest)))


def _types_named(page: Page, keys: Sequence[str]) -> tuple[str, ...]:
    """The types whose titles begin with these words, where most of them are of those types."""
    for said in keys:
        types = page.lexicon.leading.get(said)
        if not types or not said.isalpha():
            continue
        everywhere = sum(page.lexicon.names.get(said, types).values())
        total = sum(types.values())
        if total < NAMED_SO * everywhere:
            continue
        main = [label for label, count in types.items() if label and count >= 0.2 * total]
        if main and sum(types[label] for label in main) >= NAMED_SO * total:
            return tuple(main)
    return ()


def _together(page: Page, rest: Sequence[int]) -> list[list[int]]:
    """Neighbouring phrases, and those with only a joining word between, as one name."""
    runs: list[list[int]] = []
    for index in rest:
        if runs and index - runs[-1][-1] == 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    return [run for run in runs if any(len(page.spans[index].key) > 1 for index in run) or len(run) > 1]


def _usual(page: Page, span: Span, types: Sequence[str]) -> str:
    """The usual term in the shopper's language: the words said where they are in it."""
    said = page.reading.plain[span.start : span.end].strip()
    label = max(types, key=lambda one: page.lexicon.types.get(one, 0), default=None)
    if label is not None and span.key in (
        key(label),
        *(key(one) for one in page.lexicon.terms.get(label, {}).values()),
    ):
        term = page.lexicon.terms.get(label, {}).get(page.language)
        if term:
            return term.lower() if term.istitle() else term
    if detect(said, page.language) == page.language:
        return _singular(said)
    mine = [other for other in equivalents(said) if detect(other) == page.language]
    return mine[0] if mine else said


def _singular(said: str) -> str:
    """The usual spelling of the words said: one of a thing rather than many."""
    same = {again for other in equivalents(said)[:1] for again in equivalents(other) if key(again) == key(said)}
    shortest = min(sorted(same), key=len, default=said)
    return said if len(said) <= len(shortest) else shortest if any(map(str.isupper, said)) else shortest.lower()


def _search_names(page: Page, span: Span) -> list[str]:
    """The shopper's own word where the catalogue speaks its language, else the catalogue's words for it."""
    said = page.reading.plain[span.start : span.end].strip()
    ways = [one for one in equivalents(said) if detect(one) in page.lexicon.spoken]
    if detect(said, page.language) in page.lexicon.spoken or not ways:
        return [said] if said else []
    exact = {key(one) for one in ways}
    own = [one for one in span.roles.get("type", ()) if key(one) in exact]
    found = [*sorted(own, key=lambda one: -page.lexicon.types.get(one, 0)), *ways]
    return list(dict.fromkeys(found))[:2]


def _words(page: Page, indices: Sequence[int]) -> list[str]:
    words: list[str] = []
    for run in _together(page, sorted(indices)):
        for index in run:
            span = page.spans[index]
            said = page.reading.text[span.start : span.end]
            words.append(said)
            if not said.isascii():
                words += [other for other in equivalents(said) if detect(other) in page.lexicon.spoken][:2]
    return words


def _query(words: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(word.strip() for word in words if word.strip()))[:400]


def _shortened(said: str) -> str:
    return said[:80].strip()
