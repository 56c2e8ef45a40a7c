"""State -> candidates: filtered first, then searched by meaning and by words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial
from types import MappingProxyType

from assistant.retrieval.kinds_by_meaning import KindsByMeaning
from assistant.retrieval.need_words import NeedWords, need_words
from assistant.retrieval.own_words import title_denies
from assistant.retrieval.qualify import Mask, Qualified, Qualifier, unanswered
from assistant.retrieval.wished import best_by_wishes, is_of_facts
from assistant.state import DialogueState
from assistant.vocabulary import Candidate
from catalog.catalogue import Catalogue
from catalog.languages.segmentation import segment
from catalog.product import Product

SHORTLIST = 120
"""How many candidates each retriever may bring; ranking sees their union."""
ENOUGH = 3
"""Fewer proved products than this, and what isn't proved stands apart beside them."""
NEAR = 0.4
"""Of a kind that isn't listed, what is less like its name than this is no help to who asked for it."""

FAR = 0.2
"""A kind that is less like a purpose than this is not even worth asking about."""
COMPARED = 100
"""The commonest kinds, among which a kind that isn't listed may have its like; more would cost the turn its speed."""


@dataclass(frozen=True, slots=True)
class Found:
    """What the catalogue has for a need: `near` says that nothing of the kind asked is there."""

    candidates: tuple[Candidate, ...]
    unproved: tuple[Candidate, ...]
    qualified: Qualified
    near: bool

    @property
    def fitting(self) -> int:
        """How many products are proved to fit."""
        return int(self.qualified.proved.sum())


class Finder:
    """Finds what qualifies; a product that fits is never lost to a search limit before it was judged."""

    def __init__(self, catalogue: Catalogue, qualifier: Qualifier) -> None:
        self._catalogue = catalogue
        self._qualifier = qualifier
        self._kinds = KindsByMeaning(catalogue)

    def settled(self, state: DialogueState) -> DialogueState:
        """The state with the kinds that a purpose means, where the want is told by nothing else."""
        want = state.want
        if want is None or want.types or not want.purpose:
            return state
        return replace(state, want=replace(want, types=self._kinds.meant(want.purpose)))

    def find(self, state: DialogueState, without: tuple[str, ...] = ()) -> Found:
        """Candidates that are proved to qualify, best found first, and those apart whose records don't say."""
        need = need_words(state)
        qualified = self._qualifier.qualify(state, without)
        near = not self._qualifier.lists(qualified.view, state.want)
        proved = self._search(need, qualified, *self._looked_among(state, qualified))
        if near:
            alike = self._catalogue.similarities(need.kind, [one.product.id for one in proved])
            proved = tuple(one for one in proved if alike.get(one.product.id, NEAR) >= NEAR)
        unproved = () if near or len(proved) >= ENOUGH else self._search(need, qualified, qualified.open)
        silent = tuple(one for one in unproved if _is_open(state, one.product))
        return Found(proved, silent, qualified, near)

    def alike(self, state: DialogueState, kinds: list[str]) -> list[str]:
        """Those of these kinds, the commonest first, that come near the kind or the purpose wanted, nearest first."""
        if state.want is not None and state.want.purpose:
            return [name for name, cosine in self._kinds.nearest(state.want.purpose) if cosine >= FAR and name in kinds]
        kinds = kinds[:COMPARED]
        vectors = self._catalogue.embedder.embed([need_words(state).kind, *kinds])
        cosines = vectors[1:] @ vectors[0]
        order = sorted(range(len(kinds)), key=lambda at: (-round(float(cosines[at]), 3), kinds[at]))
        return [kinds[at] for at in order if cosines[at] >= NEAR]

    def _looked_among(self, state: DialogueState, qualified: Qualified) -> tuple[Mask, ...]:
        """All that fits, and where that is more than a search brings also those that grant most of what is wished."""
        fitting, wishes = qualified.proved, [one for one in state.ledger if is_of_facts(one)]
        if not wishes or fitting.sum() <= SHORTLIST:
            return (fitting,)
        judge = partial(self._qualifier.verdicts, qualified.view)
        return (fitting, best_by_wishes(qualified.view, wishes, judge, fitting, SHORTLIST))

    def _search(self, need: NeedWords, qualified: Qualified, *masks: Mask) -> tuple[Candidate, ...]:
        """What each retriever finds among the rows of each mask."""
        found: list[str] = []
        lexical: dict[str, float] = {}
        for mask in masks:
            allowed = None if mask.all() else qualified.ids(mask)
            if allowed == []:
                continue
            if not need.text:
                found += (allowed if allowed is not None else list(qualified.view.ids))[:SHORTLIST]
                continue
            found += [one for text in need.texts for one, _ in self._catalogue.search_vectors(text, SHORTLIST, allowed)]
            lexical |= _best(self._catalogue.search_words(segment(text), SHORTLIST, allowed) for text in need.texts)
        chosen = list(dict.fromkeys([*found, *lexical]))
        if not need.text:
            return tuple(Candidate(product, 0.0) for product in self._catalogue.store.get(chosen))
        meaning = _best(self._catalogue.similarities(text, chosen).items() for text in need.texts)
        return tuple(
            Candidate(
                product,
                meaning.get(product.id, 0.0),
                MappingProxyType({"words": lexical.get(product.id, 0.0)}),
            )
            for product in self._catalogue.store.get(chosen)
        )


def _is_open(state: DialogueState, product: Product) -> bool:
    """Whether the record leaves a firm demand open that the title doesn't deny."""
    missing = unanswered(state, product)
    return bool(missing) and not title_denies(product, missing)


def _best(found: Iterable[Iterable[tuple[str, float]]]) -> dict[str, float]:
    """The best score that any of several searches gave each product."""
    best: dict[str, float] = {}
    for scored in found:
        for name, score in scored:
            best[name] = max(score, best.get(name, score))
    return best
