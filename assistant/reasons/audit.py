"""The audit: every sentence about a product is checked claim by claim against records; what isn't proved is dropped.

    audit = Audit(Ground(product, shown=products_on_screen, among=all_candidates, ledger=state.ledger), language)
    verdict = audit.sentence("At 1.2 kg it is the lightest of these 5.")
    verdict.kept, verdict.why, verdict.evidence     # True, (), evidence with `at` counted from the sentence's start
    audited = audit.text("... several sentences ...")
    audited.text, audited.dropped, audited.evidence # only what is proved; how many sentences went; `at` in audited.text

It is closed: a word that is neither the record's, nor a plain word of the language, nor a claim that a record proves,
makes the sentence fall, whoever wrote it. It reads no clock, no network, no file but its language's words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.reasons.audit_degrees import check_degrees
from assistant.reasons.audit_figures import check_figures
from assistant.reasons.audit_qualities import check_qualities
from assistant.reasons.audit_record import Known
from assistant.reasons.audit_scan import QUOTED, scanned
from assistant.reasons.audit_words import AuditWords, audit_words
from assistant.vocabulary import Evidence
from catalog.product import Constraint, Product


@dataclass(frozen=True, slots=True)
class Ground:
    """What claims about one product are checked against.

    `shown` are the products on screen (the product itself may be among them), `among` all candidates that a
    superlative may count, `ledger` the shopper's demands, `policies` the shop's clauses that may back a promise.
    """

    product: Product
    shown: Sequence[Product] = ()
    among: Sequence[Product] = ()
    ledger: Sequence[Constraint] = ()
    policies: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a sentence may be shown; `why` names each claim that nothing proves, as `kind: words`."""

    sentence: str
    kept: bool
    why: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Audited:
    """The proved sentences of a text, and how many were dropped."""

    text: str
    dropped: int
    verdicts: tuple[Verdict, ...]
    evidence: tuple[Evidence, ...]


class Audit:
    """Checks sentences about one product; one instance per product, so that its record is read once."""

    def __init__(self, ground: Ground, language: str) -> None:
        self._words = audit_words(language)
        self._known = Known.of(ground.product, ground.shown, ground.among, ground.ledger, ground.policies)

    def sentence(self, text: str) -> Verdict:
        """The verdict on one sentence: kept where every claim in it is proved."""
        reading = scanned(text, self._known, self._words)
        why = list(reading.broken)
        proofs: list[Evidence] = []
        if not why:
            for check in (check_qualities, check_figures, check_degrees):
                found = check(reading, self._known)
                why += found.why
                proofs += found.evidence
        return Verdict(text, not why, tuple(dict.fromkeys(why)), _placed(proofs) if not why else ())

    def text(self, text: str) -> Audited:
        """The text with every unproved sentence left out."""
        verdicts = tuple(self.sentence(one) for one in sentences(text, self._words))
        kept, proofs = "", []
        for verdict in verdicts:
            if not verdict.kept:
                continue
            gap = " " if kept and kept[-1].isascii() and verdict.sentence[:1].isascii() else ""
            start = len(kept) + len(gap)
            proofs += [
                replace(one, at=(one.at[0] + start, one.at[1] + start)) if one.at else one for one in verdict.evidence
            ]
            kept += gap + verdict.sentence
        return Audited(kept, sum(not one.kept for one in verdicts), verdicts, tuple(proofs))


def sentences(text: str, words: AuditWords) -> Iterator[str]:
    """The sentences of a text; a figure's point ends none, and a quotation stays whole."""
    quotes = [(found.start(), found.end()) for found in QUOTED.finditer(text)]
    start = 0
    for match in words.sentence_end.finditer(text):
        if any(first < match.start() < last for first, last in quotes):
            continue
        if text[start : match.end()].strip():
            yield text[start : match.end()].strip()
        start = match.end()
    if text[start:].strip():
        yield text[start:].strip()


def _placed(proofs: list[Evidence]) -> tuple[Evidence, ...]:
    """The proofs in the order of the text, none inside another."""
    ordered = sorted(proofs, key=lambda one: (one.at or (1 << 30, 0))[0])
    kept: list[Evidence] = []
    end = 0
    for one in ordered:
        if one.at is not None:
            if one.at[0] < end:
                continue
            end = one.at[1]
        kept.append(one)
    return tuple(kept)
