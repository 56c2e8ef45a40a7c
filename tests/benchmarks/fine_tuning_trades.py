"""Made pools of all trades: queries and titles composed from names of the public taxonomy, graded by what they hold."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from assistant.ranking.made_queries import Pool
from catalog.languages.lexicon import lexicon, pivot
from catalog.languages.registry import language
from catalog.student.glosses import gloss


def listed(words: str) -> list[str]:
    """The words of a line."""
    return words.split()


COLOURS = listed("black white red blue green grey silver gold pink purple brown beige navy teal yellow orange clear")
MATERIALS = listed("steel aluminum wood oak plastic leather cotton wool glass ceramic brass chrome bamboo rubber vinyl")
MANNERS = listed("portable waterproof wireless foldable adjustable compact electric manual smart outdoor cordless mini")
PEOPLE = listed("men women kids girls boys dogs cats baby home office travel kitchen garden car")
BESIDE = listed("cover case bracket cleaner stand kit holder refill mount bag organizer cable adapter hook")
BESIDE += ["replacement part", "repair kit", "spare parts", "storage box"]
MEASURES = {
    **{"in.": (6, 12, 24, 36, 48, 60), "ft": (3, 6, 8, 10, 25), "ml": (50, 100, 250, 500), "oz": (4, 8, 12, 16)},
    **{"lb": (1, 5, 10, 50), "w": (5, 9, 40, 60, 600), "v": (12, 18, 20, 24), "gb": (16, 64, 256), "pack": (2, 4, 12)},
}
SYLLABLES = listed("ar bel cor dan fen gal hor jor kal lum mar nor per qua ren sol tur ven wes xan yor zel")
NEEDS = ("i need {0}", "looking for {0}", "do you have {0}", "show me {0}")
GOES_WITH = re.compile("Accessor|Parts|Replacement|Supplies")
NONE, ACCESSORY, NEIGHBOUR, WIDER, KIND, BEST = 0.0, 0.4, 0.6, 1.2, 0.8, 3.0
CHANGED, LEFT_OUT = 1.2, 0.5


class Trades:
    """Pools of any number; the same seed gives the same pools."""

    def __init__(self, seed: int) -> None:
        self._dice = random.Random(seed)
        self._names: Mapping[str, str] = language(pivot()).data("taxonomy.json.gz")
        self._other: Mapping[str, str] = language("zh").data("taxonomy.json.gz")
        self._kinds = [kind for kind in self._names if "-" in kind]
        self._below: dict[str, list[str]] = defaultdict(list)
        self._heads: dict[str, list[str]] = defaultdict(list)
        for kind in self._names:
            self._below[kind.rpartition("-")[0]].append(kind)
            self._heads[self._one(kind).split()[-1]].append(kind)
        self._brands = ["".join(self._dice.sample(SYLLABLES, 3)).capitalize() for _ in range(600)]

    def pool(self) -> Pool:
        """One query with its kind, kinds beside it, what goes with it, and other goods with the same features."""
        dice = self._dice
        kind, foreign = dice.choice(self._kinds), dice.random() < 0.25
        own = [kind, *(one for one in self._inside(kind) if not GOES_WITH.search(self._names[one]))]
        features = self._features()
        wanted = dict(dice.sample(sorted(features.items()), min(len(features), dice.choice((0, 0, 1, 1, 2)))))
        brand = dice.choice(self._brands) if dice.random() < 0.15 else None
        said = " ".join([*([brand.lower()] if brand else []), *wanted.values(), self._said(kind, foreign)])
        query = dice.choice(NEEDS).format(said) if dice.random() < 0.1 else said
        texts: list[tuple[str, str]] = []
        grades: list[float] = []

        def add(of: str, beside: str = "", given: Mapping[str, str] | None = None) -> None:
            held = self._like(wanted) if given is None else given
            maker = brand if brand and dice.random() < 0.5 else dice.choice(self._brands)
            name = self._said(of, foreign)
            name = dice.choice((f"{name} {beside}", f"{beside} for {name}")) if beside else name
            texts.append((self._title(maker, name, held), ""))
            lost = sum(CHANGED if part in held else LEFT_OUT for part in wanted if held.get(part) != wanted[part])
            lost += CHANGED if brand and maker != brand else 0.0
            grades.append(ACCESSORY if beside else self._grade(of, kind, own, lost))

        for _ in range(dice.choice((2, 3, 4))):
            add(dice.choice(own))
        family = [one for one in self._below[kind.rpartition("-")[0]] if one != kind]
        alike = [one for one in self._heads[self._one(kind).split()[-1]] if one not in own]
        for one in (*dice.sample(family, min(2, len(family))), *dice.sample(alike, min(1, len(alike)))):
            add(one)
        if kind.count("-") > 1:
            add(kind.rpartition("-")[0])
        add(kind, beside=dice.choice(BESIDE))
        for _ in range(2):
            add(dice.choice(self._kinds), given=wanted)
        return Pool(query, tuple(texts), tuple(grades), "all trades")

    def _inside(self, kind: str) -> list[str]:
        return [one for child in self._below[kind] for one in (child, *self._inside(child))]

    def _grade(self, of: str, kind: str, own: Sequence[str], lost: float) -> float:
        if of in own:
            return max(KIND, BEST - lost)
        if of.startswith(f"{kind}-"):
            return ACCESSORY
        if kind.startswith(f"{of}-"):
            return WIDER
        near = of.count("-") > 1 and of.rpartition("-")[0] == kind.rpartition("-")[0]
        return NEIGHBOUR if near or self._same_head(of, kind) else NONE

    def _same_head(self, of: str, kind: str) -> bool:
        return of.split("-")[0] == kind.split("-")[0] and self._one(of).split()[-1] == self._one(kind).split()[-1]

    def _one(self, kind: str) -> str:
        name = re.sub(r"\s*\(.*?\)", "", self._names[kind]).lower().replace("&", "and")
        return name.removesuffix("s") if name.endswith("s") and not name.endswith(("ss", "us")) else name

    def _said(self, kind: str, foreign: bool) -> str:
        if foreign and self._dice.random() < 0.8 and (told := gloss(self._other.get(kind, "")).text):
            return told
        others = [one for one in lexicon().equivalents(self._one(kind)) if one.isascii()]
        return self._dice.choice(others) if others and self._dice.random() < 0.35 else self._one(kind)

    def _features(self) -> dict[str, str]:
        dice = self._dice
        unit = dice.choice(sorted(MEASURES))
        found = {
            "colour": dice.choice(COLOURS),
            "material": dice.choice(MATERIALS),
            "manner": dice.choice(MANNERS),
            unit: f"{dice.choice(MEASURES[unit])} {unit}",
            "people": f"for {dice.choice(PEOPLE)}",
        }
        return {name: value for name, value in found.items() if dice.random() < 0.45}

    def _like(self, wanted: Mapping[str, str]) -> dict[str, str]:
        """Features that keep half of those wanted, change some and leave others out."""
        found = {name: value for name, value in self._features().items() if name not in wanted}
        other = self._features()
        for name, value in wanted.items():
            draw = self._dice.random()
            if draw < 0.5:
                found[name] = value
            elif draw < 0.8 and name in other:
                found[name] = other[name]
        return found

    def _title(self, maker: str, name: str, held: Mapping[str, str]) -> str:
        dice = self._dice
        before = [value for part, value in held.items() if part in ("colour", "material", "manner")]
        behind = [value for part, value in held.items() if part not in ("colour", "material", "manner")]
        code = f" {dice.choice('ABCDEKMPTX')}{dice.randrange(10, 9999)}" if dice.random() < 0.4 else ""
        title = f"{maker}{code} {' '.join([*before, name])}"
        return ", ".join([title if dice.random() < 0.5 else title.title(), *behind])
