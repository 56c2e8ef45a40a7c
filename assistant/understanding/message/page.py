"""One message while it is being understood: its reading, and which phrases have been used up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from assistant.state import DialogueState
from assistant.understanding.intents.guess import NO_GUESS, ActGuess
from assistant.understanding.lexicon.catalogue_lexicon import CatalogueLexicon
from assistant.understanding.lexicon.columns import Columns
from assistant.understanding.lexicon.words import CLAUSE_END, key
from assistant.understanding.message.reading import Reading, Span
from assistant.understanding.message.single_signs import has_part_behind
from catalog.languages.spelling import spellings

JOINS = frozenset(",，、/|")
COMMAS = frozenset(",，")


class Page:
    """Each phrase is used once: what one demand took, the next can't take again."""

    def __init__(
        self,
        reading: Reading,
        columns: Columns,
        state: DialogueState,
        language: str,
        guess: ActGuess = NO_GUESS,
    ) -> None:
        self.reading, self.columns, self.state, self.language = reading, columns, state, language
        self.guess = guess
        """What the classifier takes the message to be for."""
        self.used: set[int] = set()
        self.pointing: set[int] = set()
        """The phrases that name what is on screen."""
        self.in_vain: set[int] = set()
        """The phrases that were understood, and that nothing in the catalogue can grant."""
        self.types: tuple[str, ...] = ()
        """The product types that the demands of this message are about."""

    @property
    def lexicon(self) -> CatalogueLexicon:
        """The catalogue's own words."""
        return self.columns.lexicon

    @property
    def spans(self) -> tuple[Span, ...]:
        """All phrases from left to right."""
        return self.reading.spans

    def __len__(self) -> int:
        return len(self.spans)

    def free(self, index: int) -> bool:
        """Whether the phrase exists and is not used up."""
        return 0 <= index < len(self.spans) and index not in self.used

    def take(self, indices: Iterable[int]) -> None:
        """Uses phrases up."""
        self.used.update(indices)

    def with_role(self, *roles: str) -> Iterator[int]:
        """The unused phrases that may be one of these."""
        for index, span in enumerate(self.spans):
            if index not in self.used and any(role in span.roles for role in roles):
                yield index

    def ends_clause(self, index: int) -> bool:
        """Whether a clause ends with this phrase."""
        span = self.spans[index]
        return span.mark and span.key in CLAUSE_END

    def is_filler(self, index: int) -> bool:
        """Whether the phrase says nothing by itself: a filler that is no cue and no figure."""
        span = self.spans[index]
        return "filler" in span.roles and "cue" not in span.roles and span.quantity is None

    def is_inside_word(self, index: int) -> bool:
        """Whether one sign stands between others that nothing knows, as part of their word: 白 of 蛋白质."""
        span = self.spans[index]
        if span.latin or span.mark or span.end - span.start > 1 or not 0 < index < len(self.spans) - 1:
            return False
        if has_part_behind(self.spans, index):
            return False
        before, after = self.spans[index - 1], self.spans[index + 1]
        if not (after.roles or after.latin or after.mark or after.quantity) and after.start == span.end:
            said = self.reading.plain[span.start : after.end]
            if any(not one.spaced and one.ordinary(said) for one in spellings()):
                return True  # 红光 is no red.
        unknown = all(not one.roles and not one.latin and not one.mark and not one.quantity for one in (before, after))
        return unknown and before.end == span.start and after.start == span.end

    def is_glued(self, index: int) -> bool:
        """Whether a sign that nothing knows stands right behind the one before it, so that both are one word."""
        span = self.spans[index]
        roles = span.roles.keys() - ({"cue"} if len(span.key) == 1 else set())
        unread = not (span.latin or span.mark or span.quantity or roles)
        return unread and index > 0 and self.spans[index - 1].end == span.start

    def said(self, indices: Iterable[int]) -> str:
        """The shopper's own words from the first to the last of these phrases."""
        among = sorted(indices)
        return self.reading.said(among[0], among[-1]).strip() if among else ""

    def ways(self, index: int) -> frozenset[str]:
        """A phrase and the catalogue's own word for it, by their lookup forms."""
        span = self.spans[index]
        usual = self.lexicon.usual(self.reading.plain[span.start : span.end].strip())
        return frozenset((span.key, key(usual)))

    def before(self, index: int, steps: int) -> Iterator[int]:
        """The phrases before one, nearest first, within its clause; a figure ends it."""
        for at in range(index - 1, max(-1, index - 1 - steps), -1):
            if self.ends_clause(at) or self.spans[at].quantity is not None:
                return
            yield at

    def after(self, index: int, steps: int) -> Iterator[int]:
        """The phrases after one, nearest first, within its clause; a figure ends it."""
        for at in range(index + 1, min(len(self.spans), index + 1 + steps)):
            if self.ends_clause(at) or self.spans[at].quantity is not None:
                return
            yield at

    def after_figures(self, index: int, steps: int) -> Iterator[int]:
        """The phrases after one, nearest first, within its clause, figures left out."""
        for at in range(index + 1, min(len(self.spans), index + 1 + steps)):
            if self.ends_clause(at):
                return
            if self.spans[at].quantity is None:
                yield at

    def group(self, first: int, role: str) -> list[int]:
        """The phrases of one role that are listed together from this one on: HP, Dell or Acer."""
        members = [first]
        at = first + 1
        apart = True
        while at < len(self.spans):
            links = 0
            if self._attributed(at) and (self._lists_next(at, role) or self._joins_next(at + 1)):
                at += 1
            while at < len(self.spans) and links < 2 and self._joins(at):
                apart = apart and self.spans[at].key in COMMAS
                at, links = at + 1, links + 1
            while links and at < len(self.spans) and self.is_filler(at):
                at += 1
            if (
                not (links or self._runs_on(at, role))
                or at >= len(self.spans)
                or at in self.used
                or role not in self.spans[at].roles
            ):
                break
            apart = apart and links > 0
            members.append(at)
            at += 1
        # Without a receiver, Bluetooth please: of two with a comma between only the first is refused.
        return members[:1] if apart and len(members) == 2 and self._is_refused(first) else members

    def _is_refused(self, first: int) -> bool:
        """Whether a word right before a phrase, fillers aside, refuses it."""
        for at in self.before(first, 4):
            if self.spans[at].cue("not") and not self.spans[at].cue("want"):
                return True
            if not (self.is_filler(at) or self.spans[at].cue("with", "brand_by", "colour", "one", "any")):
                return False
        return False

    def _attributed(self, at: int) -> bool:
        return at < len(self.spans) and "attributive" in self.spans[at].roles.get("particle", ())

    def _runs_on(self, at: int, role: str) -> bool:
        """Whether names of one role stand together without a space, in a script that writes none: 苹果华为."""
        if at >= len(self.spans) or role not in self.spans[at].roles:
            return False
        first, second = self.spans[at - 1], self.spans[at]
        if self._attributed(at - 1) and at > 1:
            first = self.spans[at - 2]  # 蓝的黄的都行
            return role in first.roles and not first.latin and second.start == self.spans[at - 1].end
        return not first.latin and not second.latin and role in first.roles and second.start == first.end

    def _lists_next(self, at: int, role: str) -> bool:
        refused = at + 2 < len(self.spans) and self.spans[at + 2].cue("not_after")  # 白的黑的都不要
        return (refused or self._attributed(at + 2)) and self._runs_on(at + 1, role)

    def _joins_next(self, index: int) -> bool:
        return index < len(self.spans) and self._joins(index)

    def _joins(self, index: int) -> bool:
        span = self.spans[index]
        return index not in self.used and (span.key in JOINS or span.cue("or", "and")) and not span.cue("with")
