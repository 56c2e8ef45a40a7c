"""The kind of a member of a well-known series, whose title may name no kind: iPad Mini."""

from __future__ import annotations

from catalog.types.phrases import Phrases
from catalog.types.wording import Wording
from catalog.types.words import key, parts

LONGEST, FARTHEST = 2, 2


def of_series(said: Wording, named: str | None, phrases: Phrases) -> str | None:
    """The key of the kind, where a title begins with the series, perhaps behind its maker, and names no other kind."""
    part = next(parts(_until_name(said)), [])
    for start in range(min(FARTHEST, len(part))):
        if key(part[start]) not in phrases.known.series_starts:
            continue
        for length in range(min(LONGEST, len(part) - start), 0, -1):
            series = key(" ".join(part[start : start + length]))
            concept = phrases.known.series.get(series)
            if concept is None:
                continue
            others = [*part[:start], *part[start + length :]]
            if (named is not None and named not in series.split()) or any(map(phrases.may_name, others)):
                return None
            usual = phrases.known.phrases.get(concept, ())
            return max(usual, key=lambda phrase: phrases.after_name.get(phrase, 0), default=None)
    return None


def _until_name(said: Wording) -> str:
    """The title without the maker before it, up to the short name, which may be no more than a number."""
    title = said.title
    if said.brand and title.casefold().startswith(said.brand.casefold()):
        title = title[len(said.brand) :].strip()
    before, found, _ = title.partition(said.name) if said.name else (title, "", "")
    return before + found if found else said.naming
