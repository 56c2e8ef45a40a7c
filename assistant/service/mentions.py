"""Where a text names products, and which of those mentions are meant."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.service.lexicon import LATIN, plain, service_lexicon
from assistant.service.policy_terms import stem
from catalog.languages.lexicon import equivalents

Record = Mapping[str, Any]
WORD = re.compile(r"[a-z0-9][a-z0-9-]*")
TELLING = 3
"""Letters of a word of a name that may stand for the whole name."""
SILENT = frozenset({"with", "and", "for", "the", "set", "kit", "maker", "electric", "smart", "wireless", "from"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that names a product: the product ids that it may be."""

    start: int
    end: int
    products: tuple[str, ...]


def mentions(text: str, names: Mapping[str, str], whole: bool = False) -> list[Mention]:
    """Where a plain text names products, from left to right; the longest name wins where several overlap.

    `whole` leaves out names of which only a part is said.
    """
    found: dict[tuple[int, int], dict[str, None]] = {}
    for product, name in names.items():
        for span in _named(text, name, whole):
            found.setdefault(span, {})[product] = None
    kept: list[tuple[int, int]] = []
    for span in sorted(found, key=lambda one: (one[0] - one[1], one[0])):
        if all(span[1] <= other[0] or other[1] <= span[0] for other in kept):
            kept.append(span)
    return [Mention(start, end, tuple(found[start, end])) for start, end in sorted(kept)]


def _named(text: str, name: str, whole: bool) -> list[tuple[int, int]]:
    own = plain(name)
    spoken = [own, *(plain(one) for one in equivalents(name)), *service_lexicon().goods.get(own, ())]
    spans: list[tuple[int, int]] = []
    for form in dict.fromkeys(spoken):
        if LATIN.search(form):
            words = [re.escape(word.rstrip("s")) + r"(?:e?s)?" for word in re.split(r"[\s-]+", form) if word]
            pattern = r"(?<![a-z0-9])" + r"[\s-]*".join(words) + r"(?![a-z0-9])"
            spans += [one.span() for one in re.finditer(pattern, text)]
        elif len(form) > 1:
            spans += [one.span() for one in re.finditer(re.escape(form), text)]
    if whole:
        return spans
    words = [word for word in WORD.findall(own) if len(word) >= TELLING and word not in SILENT]
    stems = {stem(word) for word in words}
    run: list[tuple[int, int]] = []
    for word in WORD.finditer(text):
        if stem(word[0]) in stems:
            if run and word.start() - run[-1][1] <= 1:
                run[-1] = (run[-1][0], word.end())
            else:
                run.append(word.span())
    return [*spans, *run]


def meant(text: str, named: Sequence[Mention]) -> list[Mention]:
    """The mentions that something is to be done with: not those that only tell what came along with them."""
    lexicon = service_lexicon()
    kept = [
        one
        for one in named
        if not lexicon.cues["beside"].search(text[: one.start])
        and not lexicon.cues["beside_after"].search(text[one.end :])
    ]
    return kept or list(named)


def all_but(text: str, named: Sequence[Mention], items: Sequence[Record]) -> list[int] | None:
    """The places of all items but the named ones, where a text that means all of them says so."""
    left_out = service_lexicon().cues["not_item"].search(text)
    if left_out is None or any(one.start < left_out.start() for one in named):
        return None
    products = {product for one in named for product in one.products}
    rest = [place for place, item in enumerate(items) if str(item["product_id"]) not in products]
    return rest or None
