"""Reasons: every claim has its proof, the proof is the record's own, and the marked words hold the figure."""

from __future__ import annotations

import re

from hypothesis import given, settings

from assistant.conversation import Assistant
from assistant.ranking.order import spread
from assistant.state import DialogueState
from assistant.vocabulary import Evidence, Reason, Turn
from tests.assistant.random_needs import needs
from tests.dialogues.raw_shop import Shop
from tests.dialogues.reply_laws import unproved

FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")


def test_every_claim_is_the_record_s_own(sample_assistant: Assistant, sample_records: Shop) -> None:
    @settings(max_examples=120, deadline=None)
    @given(needs(sample_records))
    def holds(state: DialogueState) -> None:
        found = sample_assistant.finder.find(state, state.rejected)
        ranked = spread(sample_assistant.ranker.rank(state, found.candidates), 5)
        reasons = sample_assistant.reasoner.explain(state, ranked, found.candidates)
        assert [reason.product for reason in reasons] == [one.product.id for one in ranked]
        for reason in reasons:
            assert reason.text
            assert reason.evidence, "no evidence, no reason"
            assert "[[" not in reason.text
            assert "{" not in reason.text
            for proof in reason.evidence:
                assert proof.product == reason.product
                assert not unproved(sample_records, proof)
                if proof.at:
                    assert marks(reason, proof), (reason.text, proof)
        assert reasons == sample_assistant.reasoner.explain(state, ranked, found.candidates)

    holds()


def marks(reason: Reason, proof: Evidence) -> bool:
    """Whether the marked stretch isn't empty, and its figures are the record's, signs and all, or count the others."""
    assert proof.at is not None
    stretch = reason.text[proof.at[0] : proof.at[1]]
    if not stretch.strip():
        return False
    figures = [float(one.replace(",", "")) for one in FIGURE.findall(stretch)]
    if isinstance(proof.value, (bool, str)) or proof.value is None or proof.field == "price":
        return True
    if proof.value < 0 and not re.search(r"[-−]", stretch):
        return False
    true = {abs(float(proof.value)), *([float(len(proof.among))] if isinstance(proof.among, tuple) else [])}
    return all(any(abs(one - value) < 1e-3 * max(1.0, abs(one)) for value in true) for one in figures)


def test_a_comparison_is_true_among_those_it_names(sample_assistant: Assistant, sample_records: Shop) -> None:
    @settings(max_examples=80, deadline=None)
    @given(needs(sample_records))
    def holds(state: DialogueState) -> None:
        found = sample_assistant.finder.find(state, state.rejected)
        ranked = spread(sample_assistant.ranker.rank(state, found.candidates), 5)
        for reason in sample_assistant.reasoner.explain(state, ranked, found.candidates):
            for proof in reason.evidence:
                if proof.kind not in ("comparison", "superlative"):
                    continue
                among = proof.among
                if isinstance(among, int):
                    assert among == len(found.candidates)
                    among = tuple(one.product.id for one in found.candidates)
                else:
                    assert proof.product in (among or ())
                    assert set(among or ()) <= {one.product.id for one in ranked}
                values = {one: figure(sample_records, one, proof) for one in among or ()}
                mine = values.pop(proof.product)
                others = [value for value in values.values() if value is not None]
                assert len(others) == len(values), "compared with a record that doesn't say"
                assert mine is not None
                assert mine < min(others) or mine > max(others)

    holds()


def figure(shop: Shop, one: str, proof: Evidence) -> float | None:
    """The figure of a record that a comparison is about, in the scale of its kind."""
    from tests.dialogues.raw_shop import scaled

    record = shop.records[one]
    fact = record["attributes"].get(proof.field)
    if fact is None:
        return record.get(proof.field)
    return scaled(fact["value"], fact.get("unit"))[1]


def test_the_saving_is_the_bound_less_the_price(sample_assistant: Assistant) -> None:
    _, reply = sample_assistant.respond(DialogueState(), Turn("saving", "laptop under 1000 euros"))
    told = 0
    for one in reply.items:
        reason = reply.reasons[one.product.id]
        for proof in reason.evidence:
            if proof.field != "price" or proof.kind != "fact" or proof.at is None:
                continue
            figures = [float(f.replace(",", "")) for f in FIGURE.findall(reason.text[proof.at[0] : proof.at[1]])]
            assert figures
            assert figures[0] in (one.product.price, 1000.0 - (one.product.price or 0.0))
            told += 1
    assert told
