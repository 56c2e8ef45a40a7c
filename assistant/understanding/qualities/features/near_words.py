"""Words that come near a column's own: able to hold the temperature, without perfume, for induction, trail running."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from assistant.languages.dialogue import dialogue
from assistant.understanding.lexicon.catalogue_lexicon import CatalogueLexicon, FieldWords
from assistant.understanding.lexicon.field_names import word_keys
from assistant.understanding.lexicon.lacked_names import lacked_by
from assistant.understanding.lexicon.words import key
from assistant.understanding.message.page import Page
from assistant.understanding.message.polarity import softened
from catalog.languages.folding import denied_phrase
from catalog.product import Constraint

SIGNS = 2
"""So many signs of a language without spaces must agree; of a language with spaces one long word is enough."""
LONG = 5
COVERS = 0.5
"""The share of a yes/no column's name that the words must cover."""
COLUMN_NAMES = frozenset({"known", "field"})
MOSTLY = 0.75
WELL_FILLED = 0.2
FIGURE = re.compile(r"\d")
NAMED = 6
"""A longer value than so many signs tells of more than what a thing is."""
INSIDE = 2
"""So many small words at most stand on each side of one inside a description."""


@dataclass(frozen=True, slots=True)
class _Name:
    """One way to say a yes/no column, or a value of a text column (then with the column's own words beside it)."""

    field: str
    parts: frozenset[str]
    denies: bool = False
    value: str | None = None
    column: frozenset[str] = frozenset()
    done_by: frozenset[str] = frozenset()
    """The verb that a name of one word is made of: grind, of grinder."""


@dataclass(frozen=True)
class NearWords:
    """Reads what no phrase of the lexicon says whole, once the wanted kind is known; names are gathered per kind."""

    lexicon: CatalogueLexicon
    _known: dict[tuple[str, ...], tuple[_Name, ...]] = field(default_factory=dict, repr=False, compare=False)

    def demands(self, page: Page) -> list[Constraint]:
        """Demands that the unknown words come near; the words are used up."""
        if not page.types or not self.lexicon.number_of(page.types):
            return []
        found: list[Constraint] = []
        for run, name in self._read(page):
            refusal = next((at for at in page.before(run[0], 2) if page.spans[at].cue("not")), None)
            soft = softened(page, run)
            members = [*([refusal] if refusal is not None else []), *run]
            said, firm = page.said(members), not soft
            if name.value is not None:
                found.append(Constraint(name.field, "!=" if refusal is not None else "=", name.value, None, firm, said))
            else:
                has = (refusal is not None) is name.denies
                word = self.lexicon.called(name.field)
                op, value = ("has", word) if has else ("=", False)
                found.append(Constraint(name.field, op, value, None, firm, said))
            page.take((*members, *(soft or ())))
        return found

    def _nearest(self, page: Page, run: Sequence[int]) -> _Name | None:
        said, beside = _parts(page, run), _beside(page, run)
        if not said or (len(said) < SIGNS and max(map(len, said)) < LONG):
            return None
        if key(page.said(run)) in self.lexicon.type_words:
            return None
        best: tuple[float, str, _Name] | None = None
        for name in self._names(page.types):
            share = _fits(said, beside, name)
            if share and (best is None or (share, name.field) > best[:2]):
                best = (share, name.field, name)
        return best[2] if best is not None else None

    def _read(self, page: Page) -> Iterator[tuple[list[int], _Name]]:
        """Each run with what it comes near as a whole, else the parts of it between small words, else one word."""
        for run in _runs(page):
            whole = self._nearest(page, run)
            if whole is not None:
                yield run, whole
                continue
            lone = self._sign_of_values(page, run)
            if lone is not None:
                yield run, lone
                continue
            parts = [(part, self._nearest(page, part)) for part in _parted(page, run)]
            found = [(part, name) for part, name in parts if name is not None]
            part, name = self._inside(page, run) if not found else ([], None)
            yield from [*found, (part, name)] if name is not None else found

    def _inside(self, page: Page, run: list[int]) -> tuple[list[int], _Name | None]:
        """The one word of a longer run that only one value of the wanted kind's has: a chain is safer."""
        for index in run if len(run) > 1 else ():
            said = page.spans[index].key
            if page.spans[index].roles.keys() != {"known"} or not said.isascii() or len(said) < LONG:
                continue
            values = [one for one in self._names(page.types) if one.value and said in one.parts - one.column]
            if len({(one.field, one.value) for one in values}) == 1:
                return [index], values[0]
        return run, None

    def _sign_of_values(self, page: Page, run: list[int]) -> _Name | None:
        """The one column whose values hold a sign that stands as a trait by itself: 铝的, where some are 铝镁合金."""
        sign, after = page.spans[run[0]].key, run[-1] + 1
        apart = after < len(page) and "particle" in page.spans[after].roles and not _is_followed(page, after)
        if len(run) > 1 or len(sign) > 1 or sign.isascii() or not apart or _ends_word(page, run[0]):
            return None
        plain = [one for one in self._names(page.types) if one.value and len(one.value) <= NAMED]
        fields = {one.field for one in plain if sign in (one.value or "") and not FIGURE.search(one.value or "")}
        return _Name(fields.pop(), frozenset(sign), value=sign) if len(fields) == 1 else None

    def _names(self, types: tuple[str, ...]) -> tuple[_Name, ...]:
        if types not in self._known:
            self._known[types] = tuple(_names(self.lexicon, types))
        return self._known[types]


def _fits(said: frozenset[str], beside: frozenset[str], name: _Name) -> float:
    """The share of the name that the words cover; 0 where they say something else."""
    if name.value is None:
        if said <= name.parts:
            return len(said) / len(name.parts) if len(said) >= COVERS * len(name.parts) else 0.0
        if said <= name.done_by:
            return 1.0
        shared, most = len(said & name.parts), max(len(said), len(name.parts))
        signs = not any(part.isascii() for part in name.parts)
        return shared / most if signs and shared > SIGNS and shared >= MOSTLY * most else 0.0
    rest = (said - name.column) | (beside & name.parts)
    short = len(rest) < SIGNS and max(map(len, rest), default=0) < LONG
    if not rest or (short and not said & name.column):
        return 0.0
    named = len(said & name.column) >= SIGNS
    if short and not named and not any(part.isascii() for part in rest) and len(rest) < COVERS * len(name.parts):
        return 0.0  # 充绒 names a filling, and no 白鹅绒; 金笔尖 names a nib.
    if rest <= name.parts:
        return len(rest) / len(name.parts) if rest != said or len(rest) >= COVERS * len(name.parts) else 0.0
    core = name.parts - name.column
    if SIGNS <= len(core) < len(name.parts) and core <= rest and len(core) >= COVERS * len(rest):
        return len(core) / len(rest)
    shared = len(rest & name.parts)
    if shared == len(name.parts) and shared >= COVERS * len(rest):
        return shared / len(rest)
    most = max(len(rest), len(name.parts))
    return shared / most if shared > SIGNS and shared >= MOSTLY * most else 0.0


def _names(lexicon: CatalogueLexicon, types: Sequence[str]) -> Iterator[_Name]:
    total = max(1, lexicon.number_of(types))
    held = {one.name: one for one in lexicon.fields.values() if one.held_by(types) >= WELL_FILLED * total}
    for column in held.values():
        if column.kind == "boolean":
            for said in column.names:
                bare, denies = _without_denial(said)
                yield _Name(column.name, frozenset(word_keys(bare)), denies, done_by=_verb_of(bare))
    for said, fields in lexicon.feature_words.items():
        for one in fields:
            if one in held and held[one].kind == "boolean" and not said.isascii():
                lacked = lacked_by(said)
                yield _Name(one, frozenset(lacked or said), bool(lacked))
    for said, columns in lexicon.values.items():
        for one, value in columns.items():
            if one in held and held[one].kind == "text" and value.held_by(types):
                parts = frozenset(word_keys(value.text)) if said.isascii() else frozenset(said)
                yield _Name(one, parts, False, value.text, _words(held[one]))


def _words(column: FieldWords) -> frozenset[str]:
    return frozenset(part for name in column.names for part in word_keys(name))


def _verb_of(name: str) -> frozenset[str]:
    endings = dialogue().phrases["word_forms"].get("verb_endings", ()) if name.isalpha() else ()
    return frozenset(key(name.removesuffix(one)) for one in endings if name.endswith(one) and len(name) > LONG)


def _without_denial(name: str) -> tuple[str, bool]:
    """The name without its own denial (fragrance free is fragrance, denied)."""
    for part in (*name.split(), name[1:] if not name.isascii() else ""):
        if part and part != name and denied_phrase(part, name):
            return part, True
    return name, False


def _parts(page: Page, run: Sequence[int]) -> frozenset[str]:
    said = [index for index in run if not (page.spans[index].latin and page.is_filler(index))]
    return frozenset(part for index in said for part in word_keys(page.spans[index].key))


def _beside(page: Page, run: Sequence[int]) -> frozenset[str]:
    """The small words right beside a run, which a value's name may hold: the US layout."""
    at = {run[0] - 1, run[-1] + 1} & set(range(len(page)))
    return frozenset(part for index in at if _is_small(page, index) for part in word_keys(page.spans[index].key))


def _is_small(page: Page, index: int) -> bool:
    """Whether a word says nothing by itself, or only whose sizes are meant."""
    return page.is_filler(index) or page.spans[index].cue("size_system")


def _stands_inside(page: Page, index: int) -> bool:
    """Whether small words stand between two that nothing has read: hair is oily, skin gets very dry."""
    spans, end = page.spans, index + 1
    while end < len(spans) and end <= index + INSIDE and page.is_filler(end):
        end += 1
    start = index - 1
    while start > 0 and start >= index - INSIDE and page.is_filler(start):
        start -= 1
    if end >= len(spans) or not page.is_filler(index):
        return False
    before, after = spans[start], spans[end]
    one_script = before.latin is spans[index].latin is after.latin
    open_ends = not (before.roles.keys() | after.roles.keys()) - COLUMN_NAMES
    return one_script and open_ends and not (before.mark or after.mark)


def _runs(page: Page) -> list[list[int]]:
    """Neighbouring phrases that nothing has read: unknown ones, and those that only the public lexicon knows."""
    run: list[int] = []
    runs: list[list[int]] = []
    for index, span in enumerate(page.spans):
        unread = index not in page.used and not span.mark and span.quantity is None
        if (unread and not span.roles.keys() - COLUMN_NAMES) or (run and _stands_inside(page, index)):
            run.append(index)
        elif run:
            runs.append(run)
            run = []
    return [one for one in [*runs, run] if any(_is_unread(page, at) for at in one)]


def _parted(page: Page, run: Sequence[int]) -> list[list[int]]:
    """The stretches of a run between its small words, where there are several."""
    parts: list[list[int]] = [[]]
    for index in run:
        if page.is_filler(index) and page.spans[index].latin:
            parts.append([])
        else:
            parts[-1].append(index)
    return [part for part in parts if part] if len(parts) > 1 else []


def _is_unread(page: Page, index: int) -> bool:
    """Whether nothing has read the word, or it is one of a column's name whose value may be a small word: US layout."""
    beside = any(0 <= at < len(page) and _is_small(page, at) for at in (index - 1, index + 1))
    return not page.spans[index].roles.keys() - {"known"} or (page.spans[index].latin and beside)


def _is_followed(page: Page, particle: int) -> bool:
    """Whether more words stand behind a particle than small ones, before the clause ends or a space parts them."""
    for at in range(particle + 1, len(page)):
        if page.spans[at].mark or page.ends_clause(at) or page.spans[at - 1].end < page.spans[at].start:
            return False
        if not page.is_filler(at):
            return at not in page.used and "type" not in page.spans[at].roles
    return False


def _ends_word(page: Page, index: int) -> bool:
    """Whether a sign stands right behind another that is no little word, as the end of theirs: 贵州."""
    before = page.spans[index - 1] if index else None
    if before is None or before.latin or before.mark or before.end < page.spans[index].start:
        return False
    little = "filler" in before.roles or "particle" in before.roles or before.cue("not", "want", "with", "colour")
    return before.end - before.start == 1 and not little
