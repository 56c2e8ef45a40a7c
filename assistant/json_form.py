"""Replies and intents as the JSON of the commands and the HTTP API."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from assistant.reasons.telling import plain
from assistant.state import DialogueState
from assistant.vocabulary import CartLine, Evidence, Intent, Question, Ranked, Reason, Reply, Table
from catalog.product import Constraint


def reply_json(reply: Reply, conversation: str) -> dict[str, Any]:
    """One line of `chat --json`."""
    return {
        "conversation": conversation,
        "act": str(reply.act),
        "topic": reply.topic,
        "language": reply.language,
        "want": reply.want.name if reply.want else None,
        "text": plain(reply.text).replace("**", ""),
        "items": [item_json(one, reply.reasons.get(one.product.id)) for one in reply.items],
        "unproved": [
            {
                **item_json(one.ranked, reply.reasons.get(one.ranked.product.id)),
                "missing": [constraint_json(c) for c in one.missing],
            }
            for one in reply.unproved
        ],
        "ledger": [constraint_json(c) for c in reply.ledger],
        "question": question_json(reply.question),
        "offers": [{"change": one.change, "count": one.count, "say": one.say} for one in reply.offers],
        "cart": [cart_json(line) for line in reply.cart],
        "fitting": reply.fitting,
        "table": table_json(reply.table),
        "evidence": [{"id": one.product, **evidence_json(one)} for one in reply.proofs],
        "notices": list(reply.notices),
        "sources": list(reply.sources),
        "timings_ms": dict(reply.timings),
    }


def item_json(ranked: Ranked, reason: Reason | None) -> dict[str, Any]:
    """One product of a reply, with the reason and its evidence."""
    product = ranked.product
    return {
        "id": product.id,
        "title": product.title,
        "brand": product.brand,
        "type": product.type,
        "price": product.price,
        "currency": product.currency,
        "url": product.url,
        "image": product.images[0] if product.images else None,
        "stock": product.stock,
        "rating": product.rating,
        "score": round(ranked.score, 4),
        "reason": reason.text if reason else None,
        "drawback": reason.drawback if reason else None,
        "evidence": [evidence_json(one) for one in reason.evidence] if reason else [],
    }


def evidence_json(evidence: Evidence) -> dict[str, Any]:
    """What proves one claim; keys that say nothing are left out."""
    found = {
        "field": evidence.field,
        "value": evidence.value,
        "unit": evidence.unit,
        "kind": evidence.kind,
        "among": list(evidence.among) if isinstance(evidence.among, tuple) else evidence.among,
        "span": evidence.span,
    }
    return {
        key: value for key, value in found.items() if value is not None or key in ("field", "value", "unit", "kind")
    }


def table_json(table: Table | None) -> dict[str, Any] | None:
    """Products side by side: the fields that differ and matter, with each record's value."""
    if table is None:
        return None
    ids = [product.id for product in table.products]
    rows = [
        {
            "field": row.field,
            "name": row.name,
            "values": list(row.cells),
            "best": [ids[place] for place in row.best],
            "evidence": [{"id": one.product, **evidence_json(one)} for one in row.evidence],
        }
        for row in table.rows
    ]
    return {"ids": ids, "rows": rows}


def constraint_json(constraint: Constraint) -> dict[str, Any]:
    """A demand or wish as the ledger tells it."""
    found = asdict(constraint)
    return {**found, "value": list(found["value"]) if isinstance(found["value"], tuple) else found["value"]}


def question_json(question: Question | None) -> dict[str, Any] | None:
    """The question back, with its buttons."""
    if question is None:
        return None
    choices = [{"label": one.label, "say": one.say, "count": one.count} for one in question.choices]
    return {"text": question.text, "field": question.field, "choices": choices}


def cart_json(line: CartLine) -> dict[str, Any]:
    """One line of the basket."""
    return {
        "id": line.product,
        "title": line.title,
        "options": list(line.options),
        "quantity": line.quantity,
        "price": line.price,
        "currency": line.currency,
        "url": line.url,
    }


def understanding_json(intent: Intent, state: DialogueState) -> dict[str, Any]:
    """One line of `understand --json`: the turn's act, and the need as it stands after it."""
    return {
        "act": str(intent.act),
        "topic": intent.topic,
        "language": intent.language,
        "want": state.want.name if state.want else None,
        "constraints": [constraint_json(c) for c in state.ledger],
    }
