"""The want: what the wanted kind is called, the catalogue's types of it, and the words to search with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.languages.dialogue import dialogue
from assistant.understanding.lexicon.search_names import search_name, twin_names
from assistant.understanding.lexicon.words import key
from assistant.understanding.message.page import Page
from assistant.understanding.message.reading import Span
from assistant.understanding.wants.naming.describing import DESCRIBING
from assistant.understanding.wants.naming.heads import types_of
from assistant.understanding.wants.naming.near_kinds import are_only_near
from assistant.vocabulary import Act, Want
from catalog.languages.detection import detect
from catalog.languages.lexicon import equivalents, kind_of
from catalog.product import Constraint

NAMED_SO = 0.6
"""A word names a kind where this share of the titles that begin with it are of that kind."""
LONGEST_NAME = 6
MOST_WORDS = 24
QUALITIES = ("value", "feature")
EVERYTHING = ("everything",)
"""What another subject makes forgotten."""


def want_of(page: Page, heads: Sequence[int], rest: Sequence[int]) -> Want | None:
    """The want of these head phrases and of the words that nothing else took; None where nothing is named."""
    if not heads:
        return named_of(page, rest)
    types, near = types_of(page, heads), are_only_near(page, heads)
    types = page.types if page.types and set(page.types) < set(types) else types
    page.take(heads)
    said = " ".join(dict.fromkeys(_usual(page, page.spans[index], types if len(heads) == 1 else ()) for index in heads))
    names = [name for index in heads for name in _search_names(page, page.spans[index])]
    words = _words(page, rest, beside=True)
    query = _query([*names, *words])
    also = [_query([name, *words]) for name in twin_names(page.lexicon, names[0])] if len(names) == 1 else []
    term = " ".join(names) if any(detect(one) != page.language for one in names) else ""
    return Want(_shortened(said), types, query, tuple(also), term, near=near)


def leftover(page: Page) -> list[int]:
    """The phrases that name something and that nothing took."""
    return [index for index in range(len(page)) if index not in page.used and _names_something(page, index)]


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


def is_bare_name(page: Page, demands: Sequence[Constraint]) -> bool:
    """Whether a first turn is nothing but a name ("aaa", "windows 10"): words to search with, no demand on a column."""
    if page.state.want is not None or page.state.ledger:
        return False
    plain = all(
        not span.roles.get("cue") and not page.is_filler(at) for at, span in enumerate(page.spans) if not span.mark
    )
    return plain and not _told_together(page, demands) and all(
        one.op in ("=", "has") and isinstance(one.value, str) and one.firm and not _is_carried(page, one)
        and not _describes_name(page, one)
        for one in demands
    )  # fmt: skip


def _told_together(page: Page, demands: Sequence[Constraint]) -> bool:
    """Whether values of several columns are all of one kind of goods, and all that is said: 幼猫湿粮."""
    kinds = []
    for one in demands:
        said = [span for span in page.spans if one.field in span.roles.get("value", {})]
        kinds.append({kind for span in said for kind in span.roles["value"][one.field].types})
    return len({one.field for one in demands}) > 1 and bool(set.intersection(*kinds))


def _describes_name(page: Page, demand: Constraint) -> bool:
    """Whether what any shop knows as a quality stands right before a name that no column has: white hydrangea."""
    for span, after in zip(page.spans, page.spans[1:], strict=False):
        if span.roles.get("known") in QUALITIES and page.reading.plain[span.start : span.end] == demand.said.casefold():
            return not {"value", "feature", "brand"} & after.roles.keys() and after.quantity is None
    return False


def _is_carried(page: Page, demand: Constraint) -> bool:
    """Whether the demand is for a brand of the catalogue's own."""
    return demand.field == "brand" and key(str(demand.value)) in page.lexicon.brand_words


def named(page: Page) -> Want | None:
    """The want that all words of the page name together."""
    return named_of(page, [index for index, span in enumerate(page.spans) if not span.mark])


def named_of(page: Page, rest: Sequence[int]) -> Want | None:
    """A want by words that are no kind: a model, a title, something the catalogue may lack."""
    runs = _together(page, rest)
    if not runs:
        return None
    meant = _last_of_name(page, runs)
    said = _shortened(page.said(meant[:LONGEST_NAME]))
    types = _types_named(page, [page.spans[index].key for index in (rest if meant == runs[0] else meant)])
    page.take(rest)
    return Want(said.casefold() if said.isascii() else said, types, _query(_words(page, rest)))


def _last_of_name(page: Page, runs: Sequence[list[int]]) -> list[int]:
    """The words that end the first name: its other words, and demands inside it, only describe them."""
    meant = runs[0]
    for run in runs[1:]:
        between = range(meant[-1] + 1, run[0])
        if between and all("attributive" in page.spans[at].roles.get("particle", ()) for at in between):
            meant = run  # 不同口味的华夫饼: what stands before the particle describes.
            continue
        if not page.spans[run[-1]].latin or not all(_is_inside_name(page, at) for at in between):
            break
        meant = run
    return meant


def _is_inside_name(page: Page, at: int) -> bool:
    span = page.spans[at]
    if not span.latin or span.mark:
        return span.key == "&" or (span.quantity is not None and span.quantity.currency is None)
    if "filler" in span.roles:
        return span.roles["filler"] == DESCRIBING
    person = span.roles.get("person", frozenset())
    return (
        (at in page.used or "genders" in person)
        and (not person or "genders" in person)
        and not span.cue("want", "not", "with", "for", "compatible")
    )


def narrowed(page: Page, named_now: Want | None) -> Want | None:
    """The want that these words name; words that only describe are added to what is wanted already."""
    wanted = page.state.want
    if wanted is None or named_now is None or not dialogue().matches("describing", page.reading.plain):
        return named_now
    words = named_now.query
    return replace(wanted, query=f"{wanted.query} {words}", also=tuple(f"{one} {words}" for one in wanted.also))


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
    return [run for run in runs if len(run) > 1 or len(page.spans[run[0]].key) > 1 or _is_asked_sign(page, run[0])]


def _is_asked_sign(page: Page, index: int) -> bool:
    """Whether one sign stands right behind a word of wanting: 买把刀."""
    return index > 0 and not page.spans[index].latin and page.spans[index - 1].cue("want")


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
    """The shopper's own word where the catalogue speaks its language, else the one that the catalogue's would say."""
    said = page.reading.plain[span.start : span.end].strip()
    return [search_name(page.lexicon, said, span.roles.get("type", ()), page.language)] if said else []


def _words(page: Page, indices: Sequence[int], beside: bool = False) -> list[str]:
    """The words in the catalogue's language; `beside` a kind, what no word of it is known for is left out."""
    words: list[str] = []
    for run in _together(page, sorted(indices)):
        for index in run:
            span = page.spans[index]
            said = page.reading.text[span.start : span.end]
            word = page.lexicon.word_for(said, page.language)
            foreign = beside and detect(said, page.language) not in page.lexicon.spoken
            if not foreign or (word != said and kind_of(said) != "attribute"):
                words.append(word)
    return words


def _query(words: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(word.strip() for word in words if word.strip()))[:400]


def _shortened(said: str) -> str:
    return said[:80].strip()


def asks_for_gift(page: Page, points: Sequence[str]) -> bool:
    """Whether a present is asked for as a thing by itself, and not what is on screen wanted as one."""
    said = page.reading.plain
    asked = dialogue().matches("gift_need", said) and not dialogue().matches("as_gift", said)
    return (
        asked and not points and any({"occasions", "recipients"} & set(s.roles.get("person", ())) for s in page.spans)
    )


def renewed(
    page: Page, want: Want | None, points: Sequence[str], dropped: tuple[str, ...]
) -> tuple[Want | None, Act, tuple[str, ...]]:
    """What a turn wants beside an earlier need, with its act and what is forgotten: the same, a narrower kind, another
    subject, or a present of no kind yet."""
    earlier = page.state.want
    if want is None and asks_for_gift(page, points):
        return None, Act.FIND, EVERYTHING
    if want is None or earlier is None:
        return want, Act.REFINE if want is None else Act.FIND, dropped
    same = want.types == earlier.types if want.types or earlier.types else want.name == earlier.name
    same = same and (want.near == earlier.near or want.name == earlier.name)
    if same:
        finer = set(want.query.split()) - set(earlier.query.split())
        return (replace(want, name=earlier.name) if finer else None), Act.REFINE, dropped
    if want.types and set(want.types) < set(earlier.types):
        return want, Act.REFINE, dropped
    return want, Act.FIND, EVERYTHING


def is_bare_brand(page: Page) -> bool:
    """Whether nothing is said but one brand's name."""
    words = [span for span in page.spans if not span.mark]
    return len(words) == 1 and "brand" in words[0].roles


def kind_of_word(page: Page, word: str) -> tuple[str, ...]:
    """The kind that most titles with this word are of; none where no kind has half of them."""
    types = page.lexicon.names.get(word, {})
    total = sum(types.values())
    return tuple(label for label, count in types.items() if label and count >= 0.5 * total)[:1]
