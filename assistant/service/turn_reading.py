"""A customer's turn, read for what concerns orders: the errands it names and where, ids, e-mail, yes or no."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from assistant.errand import Kind
from assistant.service.lexicon import plain, service_lexicon

LONGEST = 2000
"""Characters of a message that are read."""
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
ORDER = re.compile(
    r"#\s?[A-Za-z]{0,3}-?\d{2,}(?![A-Za-z0-9])"
    r"|(?<![A-Za-z0-9_#@.-])[A-Za-z]{1,3}-?\d{4,}(?![A-Za-z0-9_@])"
    r"|(?<![A-Za-z0-9_#@.,$€-])\d{6,}(?![A-Za-z0-9_@])"
)
CHANGED = frozenset({Kind.ADDRESS, Kind.PROFILE, Kind.PAYMENT, Kind.EXCHANGE, Kind.ITEMS})
"""What a loose word for changing may be about."""
SENTENCE = re.compile(r"[.;!?\n\u3002\uff1b\uff01\uff1f]")


@dataclass(frozen=True, slots=True)
class Part:
    """One errand as a turn names it: its kind, its own stretch of the text, and whether it is denied."""

    kind: Kind
    text: str
    denied: bool = False
    loose: bool = False
    corrects: bool = False
    """Whether it takes the place of what was named before it in the same turn."""


@dataclass(frozen=True)
class TurnReading:
    """What one text says about orders."""

    text: str

    @cached_property
    def plain(self) -> str:
        """The text in small letters."""
        return plain(self.text[:LONGEST])

    def has(self, *cues: str) -> bool:
        """Whether the text has any of these cues."""
        lexicon = service_lexicon()
        return any(lexicon.has(cue, self.plain) for cue in cues)

    @cached_property
    def emails(self) -> tuple[str, ...]:
        """The addresses of mail in it, in small letters."""
        return tuple(dict.fromkeys(found.rstrip(".").casefold() for found in EMAIL.findall(self.text[:LONGEST])))

    @cached_property
    def orders(self) -> tuple[str, ...]:
        """What looks like an order's id, as written."""
        bare = EMAIL.sub(" ", self.text[:LONGEST])
        return tuple(dict.fromkeys(found.strip() for found in ORDER.findall(bare)))

    @cached_property
    def names_order(self) -> bool:
        """Whether it speaks of an order, or of who placed it."""
        return bool(self.orders or self.emails) or self.has("order_word", "status")

    @cached_property
    def asks_for_everybody(self) -> bool:
        """Whether it asks what holds for whoever buys here, and tells nothing of who is asking."""
        if self.names_order or self.has("personal", "my_name"):
            return False
        return self.has("asks") or not self.parts

    @cached_property
    def says_yes(self) -> bool:
        """Whether it agrees, and nothing in it takes that back."""
        return self.has("yes") and not self.has("no")

    @cached_property
    def says_no(self) -> bool:
        """Whether it declines."""
        return self.has("no")

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The errands that it names, from left to right, each with its own stretch of the text."""
        return tuple(self._parts())

    @cached_property
    def asides(self) -> tuple[str, ...]:
        """The clauses that ask how an order stands, beside another that is to be dealt with."""
        lexicon, found, start = service_lexicon(), list[str](), 0
        if len(self.orders) < 2:
            return ()
        ends = [one.end() for one in lexicon.cues["and_split"].finditer(self.plain)]
        for end in (*ends, len(self.plain)):
            clause = self.plain[start:end]
            asks = any(lexicon.has(cue, clause) for cue in ("status", "order_details", "refund_status", "invoice"))
            deals = any(lexicon.has(cue, clause) for cue in ("cancel", "return", "exchange", "swap"))
            if asks and not deals and ORDER.search(clause):
                found.append(clause)
            start = end
        told = {one for clause in found for one in TurnReading(clause).orders}
        return tuple(found) if len(told) < len(self.orders) else ()

    def _parts(self) -> Iterable[Part]:
        lexicon, said = service_lexicon(), self.plain
        found: list[tuple[int, int, Kind, bool]] = []
        for cue, kind, loose in (
            ("cancel", Kind.CANCEL, False),
            ("return", Kind.RETURN, False),
            ("exchange", Kind.EXCHANGE, False),
            ("swap", Kind.ITEMS, True),
        ):
            found += [(one.start(), one.end(), kind, loose) for one in lexicon.cues[cue].finditer(said)]
        done = [one.span() for one in lexicon.cues["past"].finditer(said)]
        found = [one for one in found if not any(since <= one[0] and one[1] <= until for since, until in done)]
        found += self._changes(said)
        found.sort(key=lambda one: (one[0], one[3]))
        kept: list[tuple[int, int, Kind, bool]] = []
        for one in found:
            if kept and _same_errand(kept[-1], one, said):
                kept[-1] = _stronger(kept[-1], one)
            else:
                kept.append(one)
        starts = [_start_of(said, one[0], kept[at - 1][1] if at else 0) for at, one in enumerate(kept)]
        for at, (start, _, kind, loose) in enumerate(kept):
            until = starts[at + 1] if at + 1 < len(kept) else len(said)
            since = starts[at] if at else 0
            denied = bool(lexicon.cues["negated"].search(said[max(0, start - 40) : start]))
            words = self.text[since:until] if len(self.text) == len(said) else said[since:until]
            between = said[kept[at - 1][1] : start] if at else ""
            corrects = lexicon.has("taken_back", between) and not lexicon.has("too", between)
            yield Part(kind, words, denied, loose, corrects)

    def _changes(self, said: str) -> list[tuple[int, int, Kind, bool]]:
        """Changes of an address or of the payment: the thing is named, and a word for changing it."""
        lexicon = service_lexicon()
        found: list[tuple[int, int, Kind, bool]] = []
        told = bool(self.orders) and not lexicon.has("asks", said)
        if told or lexicon.has("change", said) or lexicon.has("wishes", said):
            profile = [one.span() for one in lexicon.cues["profile"].finditer(said)]
            for one in lexicon.cues["address"].finditer(said):
                if _goes_to_a_method(one.start(), one.end(), said):
                    continue
                own = any(start <= one.start() < end or start < one.end() <= end for start, end in profile)
                moved = lexicon.has("order_word", said) or bool(self.orders)
                whole = own and not (moved and lexicon.has("to_order", said))
                found.append((one.start(), one.end(), Kind.PROFILE if whole else Kind.ADDRESS, False))
                if whole and self.orders and lexicon.has("as_well", said):
                    found.append((one.start(), one.end(), Kind.ADDRESS, False))
            about_items = any(lexicon.has(cue, said) for cue in ("return", "exchange", "swap", "difference"))
            if not about_items or lexicon.has("payment_change", said):
                found += [
                    (one.start(), one.end(), Kind.PAYMENT, False) for one in lexicon.cues["payment"].finditer(said)
                ]
            if not found and not about_items and self.orders and lexicon.has("pay_use", said):
                for cue in ("credit_card", "paypal", "gift_card"):
                    found += [(one.start(), one.end(), Kind.PAYMENT, False) for one in lexicon.cues[cue].finditer(said)]
        return found


def _goes_to_a_method(start: int, end: int, said: str) -> bool:
    """Whether it is money that goes there, or a payment method that it goes to, and no parcel."""
    lexicon = service_lexicon()
    before, after = said[max(0, start - 30) : start], said[end : end + 25]
    paid = any(lexicon.has(cue, after) for cue in ("paypal", "credit_card", "gift_card", "original"))
    return paid or (lexicon.has("money", before) and not any(one.isdigit() for one in after))


def _same_errand(one: tuple[int, int, Kind, bool], other: tuple[int, int, Kind, bool], said: str) -> bool:
    """Whether two cues speak of one errand: the same kind, or a loose word beside a particular one."""
    between = said[one[1] : other[0]]
    if one[2] == other[2]:
        return not ORDER.search(between) or not service_lexicon().cues["also"].search(between)
    if {one[2], other[2]} == {Kind.ADDRESS, Kind.PROFILE}:
        return len(between) < 120 and one[0] != other[0]
    if other[3]:
        return one[2] in CHANGED
    return one[3] and other[2] in CHANGED and not SENTENCE.search(between)


def _stronger(one: tuple[int, int, Kind, bool], other: tuple[int, int, Kind, bool]) -> tuple[int, int, Kind, bool]:
    if one[3] != other[3]:
        particular = other if one[3] else one
        return (one[0], max(one[1], other[1]), particular[2], False)
    return (one[0], max(one[1], other[1]), one[2], one[3])


def _start_of(said: str, start: int, after: int) -> int:
    """Where the words of an errand begin: after the last end of a sentence or "and" before its cue."""
    window = said[after:start]
    ends = [one.end() for one in service_lexicon().cues["and_split"].finditer(window)]
    return after + (ends[-1] if ends else 0)
