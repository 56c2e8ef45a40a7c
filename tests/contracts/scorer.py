"""What every scorer promises; a subclass gives `make`."""

from __future__ import annotations

from abc import ABC, abstractmethod

import pytest

from assistant.ports import Scorer

ODD = ("", " \n\t ", "\n\nno title", "😀🔥👍", "\x00\x1b[31m", "'; DROP TABLE product; --", "½ × ７", "laptop " * 3000)
PAIRS = (
    ("electric kettle", "Haldura 1.7 l electric kettle, steel", "Nordulen two-person tent, green"),
    ("kettle 1.7 l", "Electric kettle 1.7 l\nBoils a full litre in three minutes.", "Camping chair\nFolds flat."),
    ("电水壶", "1.7升电水壶 不锈钢", "双人帐篷 绿色"),
    ("kettle", "1.7升电水壶 不锈钢", "双人帐篷 绿色"),
    ("电水壶", "Electric kettle, stainless steel", "Two-person tent, green"),
)


class ScorerContract(ABC):
    """One score from 0 to 1 per text, each judged alone."""

    @classmethod
    @abstractmethod
    def make(cls) -> Scorer:
        """The scorer."""

    @pytest.fixture(scope="class")
    @classmethod
    def scorer(cls) -> Scorer:
        return cls.make()

    @pytest.mark.parametrize(("query", "fitting", "other"), PAIRS)
    def test_what_is_asked_for_scores_above_what_is_not(
        self, scorer: Scorer, query: str, fitting: str, other: str
    ) -> None:
        better, worse = scorer.score(query, [fitting, other])
        assert 0.0 <= worse < better <= 1.0

    @pytest.mark.parametrize("text", ODD)
    def test_any_text_has_a_score(self, scorer: Scorer, text: str) -> None:
        scores = [*scorer.score(text, ["Electric kettle"]), *scorer.score("kettle", [text])]
        assert all(0.0 <= one <= 1.0 for one in scores)

    def test_no_texts_have_no_scores(self, scorer: Scorer) -> None:
        assert scorer.score("kettle", []) == []

    def test_a_text_scores_alone_as_among_others(self, scorer: Scorer) -> None:
        texts = ["Electric kettle", "Tent", "A much longer title of a kettle with a gooseneck and a thermometer, black"]
        together = scorer.score("kettle", texts)
        assert [scorer.score("kettle", [text])[0] for text in texts] == pytest.approx(together, abs=1e-4)
        assert scorer.score("kettle", texts) == together
