"""Answers about single products from the record alone: does it have, why this, why not that, how do they compare."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.ranking.order import Ranker
from assistant.reasons.amounts import fact_words, label
from assistant.reasons.reasoner import telling_names
from assistant.reasons.telling import phrase, plain
from assistant.retrieval.find import Finder
from assistant.retrieval.need_words import need_words
from assistant.retrieval.qualify import demands
from assistant.state import DialogueState
from assistant.vocabulary import Candidate, Intent, Reply
from catalog.catalogue import Catalogue
from catalog.languages.folding import contains_phrase
from catalog.languages.segmentation import segment
from catalog.product import Attribute, Constraint, Product, Verdict

COMPARED = 4
ROWS = 6


class ProductAnswers:
    """Says what records say, with the words that prove it, and "the record doesn't say" when so."""

    def __init__(self, catalogue: Catalogue, finder: Finder, ranker: Ranker) -> None:
        self._catalogue = catalogue
        self._finder = finder
        self._ranker = ranker

    def variants(self, product: Product) -> list[Product]:
        """All variants of a product, itself among them."""
        if product.group is None:
            return [product]
        view = self._catalogue.store.view()
        column = view.column("group")
        codes = [code for code, fact in enumerate(column.facts) if fact.value == product.group]
        rows = [row for row, code in zip(column.rows, column.codes, strict=True) if code in codes]
        return self._catalogue.store.get(view.ids[row] for row in rows) or [product]

    def answer(self, state: DialogueState, intent: Intent) -> Reply:
        """The reply to ask_product, why and compare."""
        match str(intent.act):
            case "why":
                text = self._why(state, intent)
            case "compare":
                return self._compare(state, intent)
            case _:
                text = self._ask(state, intent)
        return Reply(intent.act, intent.language, plain(text))

    def _meant(self, state: DialogueState, intent: Intent) -> list[Product]:
        ids = intent.points_at or (state.shown if len(state.shown) == 1 else ())
        return self._catalogue.store.get(ids)

    def _ask(self, state: DialogueState, intent: Intent) -> str:
        language = intent.language
        products = self._meant(state, intent) or self._catalogue.store.get(state.shown[:COMPARED])
        asked = intent.asks or intent.require
        if not products:
            return phrase("reply", "ask_which", language)
        if not asked:
            return " ".join(self._main_facts(product, products, language) for product in products)
        return " ".join(self._says(product, constraint, language) for product in products for constraint in asked)

    def _says(self, product: Product, asked: Constraint, language: str) -> str:
        title = _titled(product, language)
        name = label(asked.field, language, product)
        fact = product.fact(asked.field)
        if fact is not None:
            shown = fact_words(asked.field, fact, language, product)
            key = "record_says"
            if isinstance(fact.value, bool) or (isinstance(asked.value, str) and asked.op == "has"):
                verdict = asked.judges(fact)
                key = {Verdict.MEETS: "record_has", Verdict.VIOLATES: "record_has_not"}.get(verdict, "record_says")
            return phrase("reply", key, language, title=title, name=name, value=shown)
        words = asked.value if isinstance(asked.value, str) else name
        for text in (product.title, product.description, *(review.text for review in product.reviews)):
            span = next((part.strip() for part in (text or "").splitlines() if contains_phrase(words, part)), None)
            if span:
                return phrase("reply", "record_text", language, title=title, value=span[:160])
        return phrase("reply", "record_silent", language, title=title, name=words)

    def _main_facts(self, product: Product, among: Sequence[Product], language: str) -> str:
        facts = [
            f"{label(name, language, product)} {fact_words(name, fact, language, product)}"
            for name in ("price", "brand", *telling_names(among, language))
            if (fact := product.fact(name)) is not None
        ]
        return phrase(
            "reply", "compare_line", language, title=_titled(product, language), facts="; ".join(facts[:ROWS])
        )

    def _compare(self, state: DialogueState, intent: Intent) -> Reply:
        ids = intent.points_at if len(intent.points_at) > 1 else state.shown[:2]
        products = self._catalogue.store.get(ids[:COMPARED])
        if len(products) < 2:
            return Reply(intent.act, intent.language, phrase("reply", "compare_need", intent.language))
        text = "\n".join(self._main_facts(product, products, intent.language) for product in products)
        similarity = self._catalogue.similarities(need_words(state).text, ids)
        scored = self._ranker.rank(state, [Candidate(one, similarity.get(one.id, 0.0)) for one in products])
        items = tuple(sorted(scored, key=lambda one: ids.index(one.product.id)))
        return Reply(intent.act, intent.language, plain(text), items=items)

    def _why(self, state: DialogueState, intent: Intent) -> str:
        language = intent.language
        products = self._meant(state, intent)
        if not products and intent.want is not None:
            found = self._catalogue.search_words(segment(intent.want.query or intent.want.name), 1, None)
            products = self._catalogue.store.get([product_id for product_id, _ in found])
            if not products:
                return phrase("reply", "why_not_missing", language, name=intent.want.name)
        if not products and intent.asks:
            products = self._first_of(intent.asks, state)
            if not products:
                asked = " ".join([*(one.said for one in intent.asks), *([state.want.name] if state.want else [])])
                return phrase("reply", "why_not_missing", language, name=asked)
        if not products:
            return phrase("reply", "ask_which", language)
        return " ".join(self._why_one(product, state, language) for product in products[:COMPARED])

    def _first_of(self, require: Sequence[Constraint], state: DialogueState) -> list[Product]:
        """The best product of the brand that was named, whatever demand it breaks."""
        bare = replace(state, ledger=tuple(replace(one, firm=True) for one in require))
        ranked = self._ranker.rank(bare, self._finder.find(bare).candidates)
        return [ranked[0].product] if ranked else []

    def _why_one(self, product: Product, state: DialogueState, language: str) -> str:
        title = _titled(product, language)
        if product.stock == 0:
            return phrase("reply", "why_not_stock", language, title=title)
        for demand in demands(state):
            verdict = demand.allows(product)
            if verdict is Verdict.VIOLATES:
                fact = product.fact(demand.field) or Attribute(demand.field)
                value = fact_words(demand.field, fact, language, product)
                return phrase(
                    "reply", "why_not", language, title=title, demand=demand.said or demand.field, value=value
                )
            if verdict is Verdict.UNKNOWN and product.id not in state.shown:
                return phrase("reply", "why_not_unknown", language, title=title, demand=demand.said or demand.field)
        if state.want and state.want.types and product.type not in state.want.types:
            kind = label(product.type or "", language)
            return phrase("reply", "why_not_kind", language, title=title, type=kind, want=state.want.name)
        if product.id in state.shown:
            told = "; ".join(
                f"{label(c.field, language, product)} {fact_words(c.field, fact, language, product)}"
                for c in state.ledger
                if (fact := product.fact(c.field)) is not None and c.allows(product) is Verdict.MEETS
            )
            return phrase(
                "reply",
                "why_shown",
                language,
                title=title,
                reason=told or self._main_facts(product, [product], language),
            )
        ranked = self._ranker.rank(state, self._finder.find(state).candidates)
        place = next((i for i, one in enumerate(ranked) if one.product.id == product.id), len(ranked))
        score = ranked[place].score if place < len(ranked) else 0.0
        lowest = next((one.score for one in ranked if state.shown and one.product.id == state.shown[-1]), 0.0)
        return phrase(
            "reply", "why_not_lower", language, title=title, ahead=place, score=f"{score:.2f}", lowest=f"{lowest:.2f}"
        )


def _titled(product: Product, language: str) -> str:
    told = product.translations.get(language)
    return told.title if told and told.title else product.title
