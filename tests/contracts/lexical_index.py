"""What every lexical index promises; a subclass says how one is made."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from pathlib import Path

import pytest

from catalog.languages.segmentation import segment
from catalog.ports import LexicalIndex
from catalog.product import Attribute, Product, Translation

PRODUCTS = (
    Product(
        "1", "Rivet wireless headphones", brand="Rivet", type="headphones", attributes={"microphone": Attribute(True)}
    ),
    Product("2", "Carry case", brand="Rivet", type="case", description="Fits wireless headphones of any make."),
    Product("3", "Ember kettle 1.7 l", brand="Ember", type="kettle", attributes={"colour": Attribute("black")}),
    Product("4", "Ember dv7-1211ea toaster", brand="Ember", type="toaster", attributes={"timer": Attribute(False)}),
    Product("5", "Twin", translations={"zh": Translation(title="北光电热水壶")}),
    Product("7", "Twin"),
    Product("6", "Twin"),
)


class LexicalIndexContract(ABC):
    """Inherit, and give `make`."""

    @abstractmethod
    def make(self, folder: Path, products: Sequence[Product]) -> LexicalIndex:
        """An index over these products."""

    @pytest.fixture
    def index(self, tmp_path: Path) -> LexicalIndex:
        return self.make(tmp_path, PRODUCTS)

    def found(self, index: LexicalIndex, text: str, k: int = 10, allowed: Sequence[str] | None = None) -> list[str]:
        """The ids that a text finds, in order."""
        return [one for one, _ in index.search(segment(text), k, allowed)]

    def test_the_title_counts_more_than_the_description(self, index: LexicalIndex) -> None:
        assert self.found(index, "wireless headphones") == ["1", "2"]

    def test_scores_fall_and_are_higher_where_better(self, index: LexicalIndex) -> None:
        scores = [score for _, score in index.search(segment("ember black kettle"), 10)]
        assert scores == sorted(scores, reverse=True)
        assert len(set(scores)) == len(scores) == 2

    def test_any_word_is_enough_and_none_finds_nothing(self, index: LexicalIndex) -> None:
        assert self.found(index, "kettle unheardof") == ["3"]
        assert self.found(index, "unheardof") == []
        assert index.search([], 5) == []
        assert index.search(segment("kettle"), 0) == []

    def test_a_model_number_is_found_whole_and_in_part(self, index: LexicalIndex) -> None:
        assert self.found(index, "DV7-1211EA") == ["4"]
        assert self.found(index, "1211ea") == ["4"]

    def test_a_true_fact_is_found_by_its_name_and_a_false_one_is_not(self, index: LexicalIndex) -> None:
        assert self.found(index, "microphone") == ["1"]
        assert self.found(index, "timer") == []
        assert self.found(index, "black") == ["3"]

    def test_a_translation_is_found(self, index: LexicalIndex) -> None:
        assert self.found(index, "电热水壶") == ["5"]

    def test_only_the_allowed_are_found(self, index: LexicalIndex) -> None:
        assert self.found(index, "wireless headphones", allowed=["2", "3", "nowhere"]) == ["2"]
        assert self.found(index, "wireless headphones", allowed=[]) == []

    def test_ties_are_broken_by_id_and_k_is_kept(self, index: LexicalIndex) -> None:
        assert self.found(index, "twin")[:2] == ["6", "7"]
        assert self.found(index, "twin", k=1) == ["6"]
        assert self.found(index, "twin", allowed=["7", "6"]) == ["6", "7"]

    def test_what_holds_every_word_is_listed_in_the_order_of_ids(self, index: LexicalIndex) -> None:
        assert list(index.holding(segment("wireless headphones"))) == ["1", "2"]
        assert list(index.holding(segment("ember kettle"))) == ["3"]
        assert list(index.holding([])) == []

    def test_what_is_named_by_words_is_listed_without_what_only_mentions_them(self, index: LexicalIndex) -> None:
        assert list(index.holding(segment("wireless headphones"), naming=True)) == ["1"]
        assert list(index.holding(segment("kettle"), naming=True)) == ["3"]
        assert list(index.holding(segment("电热水壶"), naming=True)) == ["5"]

    def test_signs_of_the_query_language_are_words_like_others(self, index: LexicalIndex) -> None:
        for word in ('"', "AND", "NEAR(", "title:", "*", "^", "a OR b", "kettle*"):
            index.search([word], 5)
            index.holding([word])
            index.holding([word], naming=True)
        assert set(self.found(index, 'kettle" OR "case')) == {"2", "3"}
