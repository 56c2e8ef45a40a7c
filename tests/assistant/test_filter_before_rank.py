"""Filter before rank: what is shown is proved to fit, what fits is found, and offers count what they give."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings

from assistant.conversation import Assistant
from assistant.retrieval.find import ENOUGH, SHORTLIST
from assistant.retrieval.offers import alternatives
from assistant.retrieval.qualify import demands as firm_demands
from assistant.retrieval.qualify import unanswered
from assistant.state import DialogueState
from catalog.product import Constraint
from tests.assistant.random_needs import needs
from tests.dialogues.raw_shop import Shop, verdict


def in_reach(shop: Shop, state: DialogueState) -> set[str]:
    """The ids of the kind that is wanted and not known to be sold out."""
    types = {kind.casefold() for kind in state.want.types} if state.want else set()
    return {
        one
        for one, record in shop.records.items()
        if (not types or record["type"].casefold() in types) and record.get("stock") != 0 and one not in state.rejected
    }


def told(shop: Shop, one: str, demand: Constraint) -> bool | None:
    return verdict(shop.records[one], demand.field, demand.op, demand.value, demand.unit)


def proved(shop: Shop, state: DialogueState, ledger: tuple[Constraint, ...] | None = None) -> set[str]:
    """The ids whose raw records prove every firm demand."""
    firm = [c for c in (state.ledger if ledger is None else ledger) if c.firm]
    return {one for one in in_reach(shop, state) if all(told(shop, one, demand) for demand in firm)}


def test_what_is_found_is_proved_and_what_is_proved_is_found(sample_assistant: Assistant, sample_records: Shop) -> None:
    @settings(max_examples=150, deadline=None)
    @given(needs(sample_records))
    def holds(state: DialogueState) -> None:
        found = sample_assistant.finder.find(state, state.rejected)
        fitting = proved(sample_records, state)
        candidates = {candidate.product.id for candidate in found.candidates}
        assert candidates <= fitting
        assert found.fitting == len(fitting)
        assert len(candidates) == len(fitting) or len(candidates) >= min(SHORTLIST, len(fitting))

    holds()


def test_what_stands_apart_breaks_nothing_and_leaves_something_unsaid(
    sample_assistant: Assistant, sample_records: Shop
) -> None:
    @settings(max_examples=150, deadline=None)
    @given(needs(sample_records))
    def holds(state: DialogueState) -> None:
        found = sample_assistant.finder.find(state, state.rejected)
        if len(found.candidates) >= ENOUGH:
            assert not found.unproved
        for candidate in found.unproved:
            one = candidate.product.id
            verdicts = {demand: told(sample_records, one, demand) for demand in firm_demands(state)}
            assert False not in verdicts.values()
            assert {demand for demand, says in verdicts.items() if says is None} == set(
                unanswered(state, candidate.product)
            )
            assert None in verdicts.values()

    holds()


def test_an_offer_counts_what_it_gives(sample_assistant: Assistant, sample_records: Shop) -> None:
    @settings(max_examples=100, deadline=None)
    @given(needs(sample_records))
    def holds(state: DialogueState) -> None:
        state = replace(state, rejected=())
        view = sample_assistant.catalogue.store.view()
        now = len(proved(sample_records, state))
        for offer in alternatives(state, sample_assistant.qualifier, view):
            assert {offer.old, *offer.besides} <= set(state.ledger)
            kept = [one for one in state.ledger if one not in offer.besides]
            changed = tuple(offer.new if one == offer.old else one for one in kept)
            ledger = tuple(one for one in changed if one is not None)
            assert offer.count == len(proved(sample_records, state, ledger))
            assert offer.count > now

    holds()


def test_the_same_need_is_ranked_the_same(sample_assistant: Assistant, sample_records: Shop) -> None:
    @settings(max_examples=60, deadline=None)
    @given(needs(sample_records))
    def holds(state: DialogueState) -> None:
        orders = []
        for _ in range(2):
            found = sample_assistant.finder.find(state, state.rejected)
            ranked = sample_assistant.ranker.rank(state, found.candidates)
            orders.append([(one.product.id, one.score) for one in ranked])
            assert all(0.0 <= one.score <= 1.0 for one in ranked)
            assert {one.product.id for one in ranked} == {one.product.id for one in found.candidates}
            backwards = sample_assistant.ranker.rank(state, tuple(reversed(found.candidates)))
            assert [one.product.id for one in backwards] == [one.product.id for one in ranked]
        assert orders[0] == orders[1]

    holds()


def test_a_need_of_one_word_finds_its_own_kind(sample_assistant: Assistant, sample_records: Shop) -> None:
    """Without a kind that the catalogue knows, the words still bring the right goods to the top."""
    from assistant.vocabulary import Want

    state = DialogueState(language="en", want=Want("gooseneck kettle", (), "gooseneck kettle"))
    ranked = sample_assistant.ranker.rank(state, sample_assistant.finder.find(state).candidates)
    assert sample_records.records[ranked[0].product.id]["type"] == "kettle"
