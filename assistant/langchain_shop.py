"""The shop for LangChain's users: a retriever, and tools that a model may call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from assistant.conversation import MOST_SHOWN, SHOWN, Assistant
from assistant.json_form import item_json, reply_json
from assistant.state import DialogueState
from assistant.vocabulary import Turn
from catalog.product import Product

if TYPE_CHECKING:
    from langchain_core.retrievers import BaseRetriever
    from langchain_core.tools import BaseTool

MOST_COMPARED = 4


def shop_retriever(assistant: Assistant, k: int = SHOWN, language: str | None = None) -> BaseRetriever:
    """A retriever: a need in words -> the k products that fit it best, each with its reason, as documents.

    What breaks a demand is never among them; what a record leaves open is told apart, by `proved` in the metadata.
    """
    from langchain_core.documents import Document
    from langchain_core.retrievers import BaseRetriever

    class ShopRetriever(BaseRetriever):
        def _get_relevant_documents(self, query: str, *, run_manager: Any) -> list[Document]:
            _, reply = assistant.respond(DialogueState(), Turn("retriever", query, language), k)
            told = [(one, True) for one in reply.items] + [(one.ranked, False) for one in reply.unproved]
            documents = []
            for one, proved in told[:k]:
                reason = reply.reasons.get(one.product.id)
                text = "\n".join(part for part in (one.product.title, reason and reason.text) if part)
                about = {**item_json(one, reason), "proved": proved}
                documents.append(Document(page_content=text, metadata=about, id=one.product.id))
            return documents

    return ShopRetriever()


def shop_tools(assistant: Assistant, language: str | None = None) -> list[BaseTool]:
    """Tools: find products by a need in words, read one product's record, set several side by side."""
    from langchain_core.tools import tool

    @tool
    def find_products(need: str, k: int = SHOWN) -> dict[str, Any]:
        """Find products that fit a need told in the shopper's own words, in any language of the shop. Returns the
        products that are proved to fit, those whose records leave a demand open, and what was understood."""
        count = max(1, min(int(k), MOST_SHOWN))
        _, reply = assistant.respond(DialogueState(), Turn("tool", need, language), count)
        found = reply_json(reply, "tool")
        return {name: found[name] for name in ("text", "items", "unproved", "ledger", "offers", "question", "notices")}

    @tool
    def read_product(id: str) -> dict[str, Any]:
        """Read all that the shop's record says of one product: figures with their units, stock, reviews."""
        found = assistant.catalogue.store.get([id])
        return record(found[0]) if found else {"error": f"No product has the id {id!r}. Take one from find_products."}

    @tool
    def compare_products(ids: list[str]) -> dict[str, Any]:
        """Set two to four products side by side: the facts in which they differ, field by field."""
        found = assistant.catalogue.store.get(ids[:MOST_COMPARED])
        if len(found) < 2:
            return {"error": "Comparing takes the ids of two to four products. Take them from find_products."}
        records = {one.id: record(one)["facts"] for one in found}
        fields = sorted({field for facts in records.values() for field in facts})
        rows = {field: {id: facts.get(field) for id, facts in records.items()} for field in fields}
        return {field: row for field, row in rows.items() if len({str(value) for value in row.values()}) > 1}

    return [find_products, read_product, compare_products]


def record(product: Product) -> dict[str, Any]:
    """A product's record as plain data; what the record lacks is left out."""
    own = {
        "id": product.id,
        "title": product.title,
        "description": product.description,
        "url": product.url,
        "reviews": [{"text": one.text, "rating": one.rating} for one in product.reviews],
    }
    facts: dict[str, Any] = {
        "brand": product.brand,
        "type": product.type,
        "price": product.price and {"value": product.price, "unit": product.currency},
        "stock": product.stock,
        "rating": product.rating,
    }
    facts |= {name: {"value": fact.value, "unit": fact.unit} for name, fact in product.attributes.items()}
    kept = {name: value for name, value in facts.items() if value is not None}
    return {**{name: value for name, value in own.items() if value}, "facts": kept}
