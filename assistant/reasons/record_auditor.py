"""The audit of a reply's words: each sentence against the record of the product that it is about."""

from __future__ import annotations

from assistant.languages.reading import spoken
from assistant.reasons.audit import Audit, Ground
from assistant.reasons.audit_words import audit_words
from assistant.reasons.quiet import quieted
from assistant.vocabulary import Evidence, Reply


class RecordAuditor:
    """Proves sentences by the records of the products that the reply shows."""

    def __init__(self) -> None:
        # Read here once, so that no shopper's first sentence waits for it.
        for language in spoken():
            audit_words(language)

    def proofs(self, sentence: str, product: str, reply: Reply) -> tuple[Evidence, ...] | None:
        """What proves a sentence about this product; None where the reply doesn't show it or a claim is unproved."""
        # What orders a machine proves nothing, though it stands in the record.
        shown = [quieted(one.product) for one in reply.items]
        about = next((one for one in shown if one.id == product), None)
        if about is None:
            return None
        ground = Ground(about, shown=shown, among=shown, ledger=reply.ledger)
        verdict = Audit(ground, reply.language).sentence(sentence)
        return verdict.evidence if verdict.kept else None
