"""The JSON of the commands keeps the shape that other programs read."""

from __future__ import annotations

import orjson

from assistant.conversation import Assistant
from assistant.json_form import reply_json, understanding_json
from assistant.state import DialogueState
from assistant.vocabulary import Turn

KEYS = {
    *("conversation", "act", "topic", "language", "want", "text", "items", "unproved", "ledger", "question", "offers"),
    *("cart", "notices", "sources", "timings_ms"),
}
ITEM = {"id", "title", "price", "currency", "url", "image", "stock", "score", "reason", "evidence"}
DEMAND = {"field", "op", "value", "unit", "firm", "said"}


def test_a_reply_has_every_key_and_is_plain_json(sample_assistant: Assistant) -> None:
    state, reply = sample_assistant.respond(
        DialogueState(), Turn("c1", "laptop under 700 euros with a fingerprint reader")
    )
    line = orjson.loads(orjson.dumps(reply_json(reply, "c1")))
    assert set(line) >= KEYS
    assert (line["conversation"], line["act"], line["language"], line["topic"]) == ("c1", "find", "en", None)
    assert isinstance(line["want"], str)
    assert line["items"]
    for item in (*line["items"], *line["unproved"]):
        assert set(item) >= ITEM
        assert 0 <= item["score"] <= 1
        for proof in item["evidence"]:
            assert {"field", "value", "unit", "kind"} <= set(proof)
    assert line["unproved"]
    assert all(set(demand) == DEMAND for item in line["unproved"] for demand in item["missing"])
    assert all(set(demand) == DEMAND for demand in line["ledger"])
    assert all({"change", "count", "say"} <= set(offer) for offer in line["offers"])
    assert line["timings_ms"]["total"] >= line["timings_ms"]["understand"] >= 0
    assert "[[" not in line["text"]
    assert "**" not in line["text"]
    _, bought = sample_assistant.respond(state, Turn("c1", "add the first one to my basket"))
    assert all({"id", "options", "quantity", "price"} <= set(row) for row in reply_json(bought, "c1")["cart"])


def test_what_was_understood_is_told_as_it_stands_after_the_turn(sample_assistant: Assistant) -> None:
    state, _ = sample_assistant.respond(DialogueState(), Turn("u", "laptop under 700 euros"))
    turn = Turn("u", "at least 16 GB of memory")
    intent = sample_assistant.parser.understand(turn, state)
    told = understanding_json(intent, state.after(turn, intent))
    assert set(told) == {"act", "topic", "language", "want", "constraints"}
    assert {(c["field"], c["value"]) for c in told["constraints"]} == {("price", 700), ("memory", 16)}


def test_k_changes_how_many_are_shown(sample_assistant: Assistant) -> None:
    for k, shown in ((1, 1), (3, 3), (20, 6), (1000, 6), (0, 1), (-4, 1)):
        _, reply = sample_assistant.respond(DialogueState(), Turn("k", "smartphones"), k)
        assert len(reply.items) == shown
        assert reply.fitting == 6
