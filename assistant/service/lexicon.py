"""How customers speak about orders, from the word files of all languages, merged for look-up."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from assistant.languages.reading import spoken, words
from catalog.languages.folding import normal

FILE = "service"
LATIN = re.compile(r"[a-z]")


@dataclass(frozen=True)
class ServiceLexicon:
    """Cue patterns by name, other names of goods and option values, units and numbers, whatever the language."""

    cues: Mapping[str, re.Pattern[str]]
    goods: Mapping[str, tuple[str, ...]]
    values: Mapping[str, tuple[str, ...]]
    units: tuple[tuple[re.Pattern[str], str], ...]
    numbers: Mapping[str, int]
    size_before: re.Pattern[str]
    size_after: re.Pattern[str]
    places: Mapping[str, int]

    def has(self, cue: str, text: str) -> bool:
        """Whether the plain text has the cue."""
        return self.cues[cue].search(text) is not None

    def place(self, text: str) -> int | None:
        """Which of a shown list a plain text that says nothing else names: 1 is the first, -1 the last."""
        before, after = self.cues["place_before"].pattern, self.cues["place_after"].pattern
        for word, place in self.places.items():
            if re.fullmatch(rf"\W*(?:{before}){re.escape(word)}(?:{after})\W*", text):
                return place
        return None

    def measured(self, text: str) -> str:
        """The plain text with measures written in one way: 15 inches and 15-inch as 15inch."""
        for pattern, unit in self.units:
            text = pattern.sub(rf"\g<1>{unit}", text)
        return text


def service_lexicon() -> ServiceLexicon:
    """The lexicon of all languages that are spoken here."""
    return _lexicon(spoken())


def plain(text: str) -> str:
    """The text in small letters, one form of apostrophe, no accents."""
    return normal(text).replace("’", "'").replace("‘", "'")


@lru_cache(maxsize=2)
def _lexicon(languages: tuple[str, ...]) -> ServiceLexicon:
    cues: dict[str, list[str]] = {}
    goods: dict[str, list[str]] = {}
    values: dict[str, list[str]] = {}
    units: dict[str, list[str]] = {}
    numbers: dict[str, int] = {}
    places: dict[str, int] = {}
    sizes: dict[str, list[str]] = {"before": [], "after": []}
    for language in languages:
        table = words(language, FILE)
        for name, said in table["cues"].items():
            cues.setdefault(name, []).append(f"(?:{said})")
        for target, source in ((goods, "goods"), (values, "values"), (units, "units")):
            for name, further in table.get(source, {}).items():
                target.setdefault(plain(name), []).extend(further)
        numbers.update(table.get("numbers", {}))
        places.update(table.get("places", {}))
        for place, said in table.get("size", {}).items():
            sizes[place].append(f"(?:{said})")
    return ServiceLexicon(
        {name: re.compile("|".join(said)) for name, said in cues.items()},
        {name: tuple(said) for name, said in goods.items()},
        {name: tuple(plain(one) for one in said) for name, said in values.items()},
        tuple((_unit(name, said), name) for name, said in units.items()),
        numbers,
        re.compile(f"(?:{'|'.join(sizes['before'])})$"),
        re.compile("|".join(sizes["after"])),
        places,
    )


def _unit(name: str, said: list[str]) -> re.Pattern[str]:
    forms = "|".join(sorted([*said, re.escape(name)], key=len, reverse=True))
    return re.compile(rf"(\d)[\s-]*(?:{forms})(?![a-z])")
