"""Answers about single products from the record alone: does it have, why this, why not that, how do they compare."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.languages.dialogue import dialogue
from assistant.ports import Reasoner
from assistant.ranking.order import Ranker
from assistant.reasons.amounts import fact_words, label
from assistant.reasons.comparing import table_of, verdict
from assistant.reasons.quiet import quieted, spoken_title
from assistant.reasons.reasoner import telling_names
from assistant.reasons.record_answers import Told, all_told, grouped, measured_by, record_says
from assistant.reasons.telling import phrase, plain, sentences
from assistant.reasons.why import why_behind, why_lower, why_not, why_shown
from assistant.reasons.why_price import asks_of_price, why_at_price
from assistant.retrieval.find import Finder
from assistant.retrieval.need_words import need_words
from assistant.retrieval.qualify import demands
from assistant.state import DialogueState
from assistant.vocabulary import Candidate, Intent, Ranked, Reason, Reply, Want
from catalog.catalogue import Catalogue
from catalog.languages.segmentation import segment
from catalog.product import Constraint, Product, Verdict

COMPARED = 4
MANY = 3
"""From so many products on, a yes-or-no question is answered in groups."""
MOST_ASKED = 6
"""Which of these has the most: so many products of the list are looked at."""
ROWS = 6


class ProductAnswers:
    """Says what records say, with the words that prove it, and "the record doesn't say" when so."""

    def __init__(self, catalogue: Catalogue, finder: Finder, ranker: Ranker, reasoner: Reasoner) -> None:
        self._catalogue = catalogue
        self._finder = finder
        self._ranker = ranker
        self._reasoner = reasoner

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
                text, proofs = self._why(state, intent)
            case "compare":
                return self._compare(state, intent)
            case _:
                text, proofs = self._ask(state, intent)
        return Reply(intent.act, intent.language, plain(text), proofs=proofs)

    def _meant(self, state: DialogueState, intent: Intent) -> list[Product]:
        alone = state.shown if len(state.shown) == 1 and not intent.unread else ()
        ids = intent.points_at or alone
        return self._get(ids)

    def _get(self, ids: Iterable[str]) -> list[Product]:
        return [quieted(product) for product in self._catalogue.store.get(ids)]

    def _ask(self, state: DialogueState, intent: Intent) -> Told:
        language = intent.language
        products = self._meant(state, intent) or self._get(state.shown[:COMPARED])
        asked = intent.asks or intent.require
        if not products:
            return phrase("reply", "ask_which" if state.shown else "nothing_shown", language), ()
        if not asked:
            return sentences((self._main_facts(product, products, language) for product in products), language), ()
        if len(products) >= MANY and len(asked) == 1:
            together = grouped(products, [spoken_title(one, language) for one in products], asked[0], language)
            if together is not None:
                return together
        told: list[Told] = []
        for product in products:
            title = spoken_title(product, language)
            together = all_told(product, title, asked, language)
            told += [together] if together else [record_says(product, title, one, language) for one in asked]
        proofs = tuple(proof for _, proved in told for proof in proved)
        # A product a line: several in one breath are hard to tell apart.
        return "\n".join(text for text, _ in told), proofs

    def _main_facts(self, product: Product, among: Sequence[Product], language: str) -> str:
        facts = [
            f"{label(name, language, product)} {fact_words(name, fact, language, product)}"
            for name in ("price", "brand", *telling_names(among, language))
            if (fact := product.fact(name)) is not None
        ]
        return phrase(
            "reply", "compare_line", language, title=spoken_title(product, language), facts="; ".join(facts[:ROWS])
        )

    def _compare(self, state: DialogueState, intent: Intent) -> Reply:
        pointed = intent.points_at if len(intent.points_at) > 1 else state.shown
        products = self._get(pointed[:MOST_ASKED] if intent.asks else pointed[:COMPARED])
        if len(products) < 2:
            alone = len(state.shown) == 1 and not intent.points_at[1:]
            key = "compare_alone" if alone else "compare_need" if state.shown else "nothing_shown"
            said = phrase("reply", key, intent.language)
            return Reply(intent.act, intent.language, said)
        language = intent.language
        asks, unjudged = measured_by(products, intent.asks, language)
        table = table_of(products, state, asks, language)
        text = verdict(table, [spoken_title(one, language) for one in products], state, asks, language)
        text = sentences([*unjudged, text], language)
        if not intent.asks and dialogue().matches("which_best", state.turns[-1].text.casefold()):
            first = phrase("compare", "first_choice", language, title=spoken_title(products[0], language))
            text = sentences([first, text], language)
        ids = [one.id for one in products]
        similarity = self._catalogue.similarities(need_words(state).text, ids)
        fitting = [one for one in products if all(c.allows(one) is Verdict.MEETS for c in demands(state))]
        scored = self._ranker.rank(state, [Candidate(one, similarity.get(one.id, 0.0)) for one in fitting])
        items = tuple(sorted(scored, key=lambda one: ids.index(one.product.id)))
        proofs = tuple(proof for row in table.rows for proof in row.evidence)
        return Reply(intent.act, language, plain(text), items=items, table=table, proofs=proofs)

    def _why(self, state: DialogueState, intent: Intent) -> Told:
        language = intent.language
        products = self._meant(state, intent)
        if not products and intent.want is not None:
            products = self._called(intent.want)
            if not products:
                return phrase("reply", "why_not_missing", language, name=intent.want.name), ()
        if not products and intent.asks:
            products = self._first_of(intent.asks, state)
            if not products:
                named = [str(one.value) if one.field == "brand" else one.said for one in intent.asks]
                asked = " ".join([*named, *([state.want.name] if state.want else [])])
                return phrase("reply", "why_not_missing", language, name=asked), ()
        if not products:
            return phrase("reply", "ask_which" if state.shown else "nothing_shown", language), ()
        if asks_of_price(state.turns[-1].text.casefold()) and {one.id for one in products} <= {*state.shown}:
            shown = self._get(state.shown)
            titles = {one.id: spoken_title(one, language) for one in shown}
            priced = why_at_price([one for one in shown if one in products], shown, titles, state, language)
            if priced is not None:
                return priced
        told = [self._why_one(product, state, language) for product in products[:COMPARED]]
        return sentences((text for text, _ in told), language), tuple(proof for _, proofs in told for proof in proofs)

    def _called(self, want: Want) -> list[Product]:
        """The product of that name, one in stock first: one whose own title, brand or id holds every word of it."""
        fitting: list[Product] = []
        words = segment(want.query or want.name)
        found = self._catalogue.search_words(words, 20, None) if words else []
        for product in self._get([product_id for product_id, _ in found]):
            told = [
                product.id,
                product.brand or "",
                product.title,
                *(t.title or "" for t in product.translations.values()),
            ]
            if set(words) <= set(segment(" ".join(told))):
                fitting.append(product)
        return sorted(fitting, key=lambda one: one.stock == 0)[:1]

    def _first_of(self, require: Sequence[Constraint], state: DialogueState) -> list[Product]:
        """The best product of the brand that was named, whatever demand it breaks."""
        bare = replace(state, ledger=tuple(replace(one, firm=True) for one in require))
        ranked = self._ranker.rank(bare, self._finder.find(bare).candidates)
        return [ranked[0].product] if ranked else []

    def _why_one(self, product: Product, state: DialogueState, language: str) -> Told:
        title = spoken_title(product, language)
        if product.id in state.shown and product.id not in state.rejected:
            ranked = (Ranked(product, 1.0),)
            shown = [Ranked(one, 1.0) for one in self._get(state.shown)]
            fitting = why_not(product, title, state, language)
            if fitting is None and state.shown[0] != product.id and _asks_why_not(state):
                return self._why_behind(product, title, state, language)
            if fitting is None:
                reason = next(
                    (one for one in self._reasoner.explain(state, shown or ranked, ()) if one.product == product.id),
                    Reason(product.id, "", ()),
                )
                return why_shown(product, title, state.shown.index(product.id) + 1, state, reason, language)
            return fitting
        kept_off = why_not(product, title, state, language)
        if kept_off is not None:
            return kept_off
        ranked = self._ranker.rank(state, self._finder.find(state).candidates)
        return why_lower(product, title, ranked, state.shown, language)

    def _why_behind(self, product: Product, title: str, state: DialogueState, language: str) -> Told:
        """What puts it below the first one shown."""
        first = self._get(state.shown[:1])[0]
        pair = [first, product]
        similarity = self._catalogue.similarities(need_words(state).text, [one.id for one in pair])
        candidates = [Candidate(one, similarity.get(one.id, 0.0)) for one in pair]
        scored = {one.product.id: one for one in self._ranker.rank(state, candidates)}
        titles = [spoken_title(first, language), title]
        place = state.shown.index(product.id) + 1
        scores = [scored.get(one.id, Ranked(one, 0.0)) for one in pair]
        return why_behind(table_of(pair, state, (), language), titles, place, scores, language)


def _asks_why_not(state: DialogueState) -> bool:
    """Whether the last message wonders why something stands no higher, and praises nothing."""
    return dialogue().matches("why_not", state.turns[-1].text.casefold())
