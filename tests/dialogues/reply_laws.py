"""What holds for every reply, whatever was said: judged from the raw records."""

from __future__ import annotations

from assistant.conversation import Assistant
from assistant.state import DialogueState
from assistant.vocabulary import Evidence, Reply, Turn
from catalog.product import Constraint
from tests.dialogues.raw_shop import Shop, scaled, verdict

MOST = 5
SPEAKING_OF_GOODS = {"find", "refine", "more", "similar", "feedback"}


def broken_laws(shop: Shop, state: DialogueState, reply: Reply, most: int = MOST) -> list[str]:
    """Every law that a reply breaks, in words; nothing where it keeps them."""
    said: list[str] = []
    items = [one.product.id for one in reply.items]
    apart = [one.ranked.product.id for one in reply.unproved]
    firm = [one for one in reply.ledger if one.firm]
    asks_for_stock = any(one.field == "stock" for one in reply.ledger)
    if not reply.text.strip():
        said.append("the reply has no words")
    if len(items) > most or len(set(items + apart)) < len(items + apart):
        said.append(f"too many items, or one twice: {items} {apart}")
    if reply.fitting < len(items):
        said.append(f"{len(items)} are shown of {reply.fitting} that fit")
    for one in (*items, *apart):
        if shop.records[one].get("stock") == 0 and not asks_for_stock:
            said.append(f"{one} is sold out")
        kinds = {kind.casefold() for kind in reply.want.types} if reply.want else set()
        if kinds and str(shop.records[one].get("type")).casefold() not in kinds:
            said.append(f"{one} is a {shop.records[one].get('type')}, and {kinds} were wanted")
    for one in items:
        said += [f"{one} isn't proved to meet {demand}" for demand in firm if not _told(shop, one, demand)]
    for each in reply.unproved:
        one = each.ranked.product.id
        told = {demand: _told(shop, one, demand) for demand in firm}
        said += [f"{one} breaks {demand}" for demand, verdict_ in told.items() if verdict_ is False]
        open_ones = [demand for demand, verdict_ in told.items() if verdict_ is None]
        if set(each.missing) != set(open_ones):
            said.append(f"{one} leaves {open_ones} open, and {each.missing} is told")
    if apart and len(items) >= 3:
        said.append("three are proved to fit, and others stand apart all the same")
    for one in (*items, *apart):
        reason = reply.reasons.get(one)
        if reason is None or not reason.text or not reason.evidence:
            said.append(f"{one} has no reason, or a reason without proof")
            continue
        said += [f"{one}: {wrong}" for proof in reason.evidence if (wrong := unproved(shop, proof))]
        said += [
            f"{one}: the proof of {proof.field} marks {proof.at}, which is no stretch of {reason.text!r}"
            for proof in reason.evidence
            if proof.at and not 0 <= proof.at[0] < proof.at[1] <= len(reason.text)
        ]
    silent = not (reply.items or reply.unproved or reply.offers or reply.question)
    if str(reply.act) in SPEAKING_OF_GOODS - {"more"} and silent and reply.fitting == 0:
        said.append("neither goods nor an offer nor a question")
    return said


def _told(shop: Shop, one: str, demand: Constraint) -> bool | None:
    return verdict(shop.records[one], demand.field, demand.op, demand.value, demand.unit)


def unproved(shop: Shop, proof: Evidence) -> str | None:
    """What is wrong with a proof, or nothing: its value is the record's own, its review's words stand in the review."""
    record = shop.records.get(proof.product)
    if record is None:
        return "the proof is of a product that isn't in the shop"
    if proof.kind == "review":
        texts = [one["text"] for one in record.get("reviews") or () if one["id"] == proof.value]
        return None if texts and proof.span and proof.span in texts[0] else f"no review says {proof.span!r}"
    if proof.span is not None and proof.field in ("title", "description"):
        return (
            None if proof.span in (record.get(proof.field) or "") else f"the {proof.field} doesn't say {proof.span!r}"
        )
    fact = (record.get("attributes") or {}).get(proof.field)
    value = fact["value"] if fact else record.get(proof.field)
    unit = fact.get("unit") if fact else record.get("currency") if proof.field == "price" else None
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        if isinstance(proof.value, bool) or not isinstance(proof.value, (int, float)):
            return f"{proof.field} is {value}, and {proof.value} is told"
        (kind, number), (told_kind, told) = scaled(value, unit), scaled(proof.value, proof.unit)
        if kind != told_kind or abs(number - told) > 1e-6 * max(1.0, abs(number)):
            return f"{proof.field} is {value} {unit}, and {proof.value} {proof.unit} is told"
        return None
    return None if value == proof.value else f"{proof.field} is {value!r}, and {proof.value!r} is told"


def broken_promises(assistant: Assistant, state: DialogueState, reply: Reply) -> list[str]:
    """Every button whose count isn't what pressing it gives."""
    choices = reply.question.choices if reply.question and reply.question.field != "cart" else ()
    buttons = [("offer", one.say, one.count) for one in reply.offers]
    buttons += [("choice", one.say, one.count) for one in choices if one.count is not None]
    said = []
    for kind, say, count in buttons:
        _, after = assistant.respond(state, Turn("promise", say))
        if after.fitting != count:
            said.append(f"the {kind} {say!r} promises {count} and gives {after.fitting}")
    return said
