"""The catalogue's own names for kinds of product, and which of them a title says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from catalog.types.glued_words import without_trailing, word_starts
from catalog.types.known import KnownTypes
from catalog.types.wording import Wording
from catalog.types.words import (
    FARTHEST,
    endings,
    is_figure,
    is_trailing,
    is_written_together,
    key,
    parts,
    runs,
    service_in,
    type_words,
)

TOGETHER = re.compile(r"((?:(?<![A-Za-z0-9])[A-Z](?=[^\x00-\x7f]))?[^\x00-\x7f]+)[\x00-\x7f]*$")
"""The last letters that stand without spaces; one capital letter may begin them: T恤."""
CUT = "-"
"""Ends a word whose rest stands in the next part: "wall-, and ceiling mount"."""
LONG_WORD = 3
"""A known word of so many letters ends a run wherever the cutting puts it."""
OFTEN = 5
LONG_JOINED = 4
"""So many letters of a known kind end a word with a hyphen: Y-Cable."""


@dataclass(frozen=True, slots=True)
class Phrases:
    """Names of kinds by their key: known beforehand, standing after the short name, or ending a naming."""

    known: KnownTypes
    after_name: Mapping[str, int]
    """Phrases that follow the short name in titles, with how many products have them."""
    heads: frozenset[str] = frozenset()
    """Words that end a naming and are known to end names of kinds."""
    modifiers: frozenset[str] = frozenset()
    """Words that follow a kind without being one: colours, conditions."""
    behind_name: frozenset[str] = frozenset()
    """Kinds that titles name behind the short name for themselves, and not as a notebook's title names its SSD."""
    aliases: Mapping[str, str] = field(default_factory=dict)
    """Endings of names that go with one phrase: "patch cable" is the name's word for "networking cable"."""
    spelling: Mapping[str, str] = field(default_factory=dict)
    """Key -> the way the catalogue mostly writes it."""
    told: dict[tuple[str, bool | None], str | None] = field(default_factory=dict, repr=False, compare=False)
    """What was found of namings (by `loose`) and of what stands behind short names: most are asked for thrice."""
    ran: dict[tuple[str | bool, ...], str | None] = field(default_factory=dict, repr=False, compare=False)
    """What runs of words were found to end with (by `loose` and `learnt`): a catalogue has three of each."""

    def of_rest(self, wording: Wording) -> str | None:
        """The key of the phrase that stands right after the short name, behind at most three words of features."""
        rest = wording.rest or ""
        if (rest, None) not in self.told:
            self.told[rest, None] = self._of_rest(rest)
        return self.told[rest, None]

    def _of_rest(self, rest: str) -> str | None:
        words = rest.split()[:8]
        for start in range(min(4, len(words))):
            if is_figure(words[start]):
                return None
            for length in range(min(5, len(words) - start), 0, -1):
                phrase = key(" ".join(words[start : start + length]))
                follows = words[start + length] if start + length < len(words) else ""
                if phrase in self.after_name and not (follows[:1].islower() and follows.isalpha()):
                    return phrase
        return None

    def of_naming(self, text: str, loose: bool = False) -> str | None:
        """The key of the longest known phrase that ends the text's naming, else of its known last word.

        `loose` also takes a category name of the public taxonomy that no other title of the catalogue ends with.
        """
        if (text, loose) not in self.told:
            self.told[text, loose] = self._of_naming(text, loose)
        return self.told[text, loose]

    def _of_naming(self, text: str, loose: bool) -> str | None:
        found = [part for part in parts(text) if not part[-1].endswith(CUT)]
        if service := service_in([word for part in found[:2] for word in part]):
            return key(service)
        for learnt in (False, True):
            for place, part in enumerate(found):
                if place and len(part) > 1 and part[0].isdigit():
                    # A part that begins with a number says what is in the set, or how large it is.
                    continue
                kinds = [self.of_run(run, loose, learnt) for run in reversed(runs(part))]
                told = [kind for kind in kinds if kind is not None]
                # In what goods come stands behind what they are: Greek yogurt 32 oz tub.
                beside = type_words().containers | type_words().fittings
                told = [kind for kind in told if kind not in beside] or told
                if told:
                    # What it is made of stands behind what it is: labels ... film.
                    told = [kind for kind in told if kind not in type_words().materials] or told
                    return self._plainer(told)
            if not learnt and found and (material := self._of_material(found[0])):
                return material
        return None

    def _plainer(self, told: list[str]) -> str:
        """The first kind that is plain by its several words, else the last of all: Dash cam ... dual lens."""
        last, goes_with = told[0], type_words().goes_with
        plain = [kind for kind in reversed(told) if " " in kind and kind in self.known.concepts]
        made_for = last in goes_with and not any(kind.rpartition(" ")[2] in goes_with for kind in plain[:1])
        return last if not plain or " " in last or made_for else plain[0]

    def _of_material(self, part: list[str]) -> str | None:
        """The material that a naming ends with, where more than colours and the like stands before it: Proof Paper."""
        run = next((run for run in runs(part) if not is_figure(run[0])), [])
        end = len(run)
        while end > 1 and key(run[end - 1]) not in type_words().materials:
            word = key(run[end - 1])
            if not (word in type_words().shades or word in type_words().no_kind or is_trailing(run[end - 1])):
                return None
            end -= 1
        before = [word for word in run[: max(0, end - 1)] if not (is_trailing(word) or self.describes(word))]
        told = before and not self._is_shade(before[-1]) and before[-1].casefold() not in type_words().trailing
        return key(run[end - 1]) if told or len(before) > 1 else None

    def _is_shade(self, word: str) -> bool:
        return key(word) in type_words().shades or key(word) in self.known.values

    def among_features(self, rest: str) -> str | None:
        """The key of a kind that a title names behind the short name, where titles name it for nothing else."""
        for part in parts(rest):
            for run in reversed(runs(part)):
                kind = self.of_run(run)
                if kind is not None and kind in self.behind_name:
                    return kind
        return None

    def of_run(self, run: list[str], loose: bool = False, learnt: bool = True) -> str | None:
        """The key of the kind that a run of words ends with; `learnt` also takes what only this catalogue tells."""
        asked = (*run, loose, learnt)
        if asked not in self.ran:
            self.ran[asked] = self._of_run(run, loose, learnt)
        return self.ran[asked]

    def _of_run(self, run: list[str], loose: bool, learnt: bool) -> str | None:
        end, after_colour = len(run), False
        while end:
            if end > 1 and key(" ".join(run[end - 2 : end])) in self.known.series:
                end -= 2
                continue
            found = self._ending(run[:end], after_colour, loose, learnt)
            if found is not None:
                return self._of_what(run[end:], found) or found
            word = key(run[end - 1])
            apart = is_written_together(run[end - 1])
            if not apart and not is_trailing(run[end - 1]) and not self._is_modifier(word):
                return None
            after_colour = after_colour or word in self.known.values or word in self.modifiers
            end -= 1
        return None

    def _of_what(self, behind: list[str], kind: str) -> str | None:
        """The kind with the material right behind it, which is what the thing is made for: fax paper."""
        material = key(behind[0]) if behind and behind[0].istitle() else ""
        if material not in type_words().materials or kind in self.known.values or kind in type_words().goes_with:
            return None
        return f"{kind} {material}"

    def _ending(self, run: list[str], after_colour: bool, loose: bool, learnt: bool) -> str | None:
        if found := TOGETHER.search(run[-1]):
            return self._of_letters(without_trailing(found.group(1)), learnt)
        for words in endings(run):
            phrase = key(" ".join(words))
            if len(words) > 1 and (self.is_kind(phrase) or (loose and phrase in self.known.names)):
                return phrase
            if len(words) > 1 and phrase in self.known.names and self._is_plain_name(phrase):
                return phrase
        word = key(run[-1])
        if "-" in run[-1] and not self.is_kind(word) and (joined := self._joined(run[-1])):
            return joined
        shade = after_colour and word in type_words().shades
        if shade or is_trailing(run[-1]) or word in type_words().no_kind or word in type_words().lettered:
            return None
        return word if self.is_kind(word) or (loose and self._is_loosely_kind(word)) else None

    def _is_plain_name(self, phrase: str) -> bool:
        """Whether a category's name of several words names a kind wherever it ends a naming, and no value of one."""
        *before, last = phrase.split()
        told = [word for word in before if self.describes(word) and not word.endswith(type_words().of_nouns)]
        return last not in type_words().materials and not told and not any(map(self._is_modifier, before))

    def _joined(self, word: str) -> str | None:
        """The kind that a word with a hyphen ends with: Y-Cable, and no self-adhesive."""
        last = word.rpartition("-")[2]
        named = key(last) in self.known.concepts and key(last) not in type_words().no_kind
        return key(last) if len(last) >= LONG_JOINED and named and not word.isupper() and not word.islower() else None

    def plainness(self, phrase: str) -> int:
        """How plainly a phrase names a kind, 3 to 0, by what is known beforehand and what titles name often."""
        return max(self.known.plainness(phrase), 2 if self.after_name.get(phrase, 0) >= OFTEN else 0)

    def is_kind(self, phrase: str) -> bool:
        """Whether a phrase names a kind by itself."""
        if phrase in type_words().no_kind:
            return False
        known = self.known
        return phrase in self.after_name or phrase in known.concepts or phrase in known.nouns or phrase in self.heads

    def may_name(self, word: str) -> bool:
        """Whether a word may name a thing, by what is known beforehand."""
        plain = key(word)
        return plain in self.known.concepts or plain in self.known.heads or plain in type_words().goes_with

    def _is_loosely_kind(self, word: str) -> bool:
        return (word in self.known.names or word in self.known.heads) and not self._is_modifier(word)

    def is_compound(self, phrase: str) -> bool:
        """Whether a phrase is a thing and what is made for it, as "lens case" is."""
        of, _space, head = phrase.rpartition(" ")
        if head in type_words().shades or of in type_words().shades or head in type_words().no_kind:
            return False
        known = head in self.heads or head in self.known.concepts or head in self.known.heads
        return known and (of in self.after_name or of in self.known.concepts) and not self._is_modifier(of)

    def _of_letters(self, run: str, learnt: bool) -> str | None:
        starts = word_starts(run)
        for start in range(max(0, len(run) - FARTHEST), len(run) - 1):
            phrase = key(run[start:])
            if phrase in type_words().no_kind:
                continue
            if start not in starts:
                if len(run) - start >= LONG_WORD and phrase in self.known.concepts:
                    return phrase
                continue
            if self.known.is_kind(phrase) or (learnt and phrase in self.heads):
                return phrase
        return None

    def stripped(self, run: list[str]) -> list[str]:
        """The run without the words at its end that don't name a kind."""
        end = len(run)
        while end and (is_trailing(run[end - 1]) or self._is_modifier(key(run[end - 1]))):
            end -= 1
        return run[:end]

    def describes(self, word: str) -> bool:
        """Whether a word behind a kind says how it is, and names nothing: foldable, black, waterproof."""
        plain = key(word)
        return (
            plain in self.known.features
            or self._is_modifier(plain)
            or word.casefold().endswith(type_words().describing)
        )

    def _is_modifier(self, word: str) -> bool:
        return word in self.modifiers or word in self.known.values or word in self.known.brands
