"""The scorers on pairs whose order is obvious."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.ports import Scorer
from assistant.ranking.pair_features import FEATURES, PairFeatures
from assistant.ranking.similarity import SimilarityScorer
from assistant.ranking.tuned import ENCODER, TunedScorer
from catalog.embedders import TOKENIZER, MiniLMEmbedder, load_embedder
from tests.contracts.scorer import ScorerContract


def minilm() -> MiniLMEmbedder:
    """The encoder that ships."""
    found = load_embedder("minilm")
    assert isinstance(found, MiniLMEmbedder)
    return found


class TestSimilarity(ScorerContract):
    @classmethod
    def make(cls) -> Scorer:
        return SimilarityScorer(minilm())


class TestTuned(ScorerContract):
    @classmethod
    def make(cls) -> Scorer:
        return TunedScorer(minilm())

    @pytest.mark.parametrize(
        ("query", "better", "worse"),
        [
            ("laptop", "Corvane Lumo 14 notebook, 16 GB, silver", "Kontorra laptop bag 15 inch, black"),
            ("laptops", "Corvane Lumo 14 notebook, 16 GB, silver", "Lock with cable for laptops"),
            ("gaming mouse", "Tippelo wireless gaming mouse, 26000 dpi", "Tippelo gaming mouse pad XL"),
            ("laptop bag", "Kontorra laptop bag 15 inch, black", "Corvane Lumo 14 notebook, 16 GB, silver"),
            ("笔记本电脑", "Corvane 14英寸轻薄笔记本电脑 16GB", "15英寸笔记本电脑包 黑色"),
            ("toner TN-2110", "Toner cartridge TN-2110, black", "Toner cartridge TN-2220, black"),
            ("iphone 11 case", "Case for iPhone 11, clear", "Case for iPhone 8, clear"),
            ("samsung monitor", "Samsung 27 inch monitor, 4K", "Dell 27 inch monitor, 4K"),
            ("wirless headphnes", "Wireless headphones, over-ear", "Wired telephone with cord"),
        ],
    )
    def test_accessories_other_models_and_other_brands_stand_behind(
        self, scorer: Scorer, query: str, better: str, worse: str
    ) -> None:
        above, below = scorer.score(query, [better, worse])
        assert above > below

    def test_a_description_that_answers_lifts_a_title_that_does_not(self, scorer: Scorer) -> None:
        silent, told = scorer.score(
            "noise cancelling headphones",
            ["Halvrik Stille 2 headphones", "Halvrik Stille 2 headphones\nWith active noise cancelling."],
        )
        assert told > silent


def test_the_tuned_scorer_loads_no_torch(tmp_path: Path) -> None:
    import subprocess
    import sys

    code = (
        "import sys; from catalog.embedders import load_embedder; from assistant.ranking.tuned import open_tuned;"
        "open_tuned(load_embedder()).score('kettle', ['Kettle']); assert 'torch' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).resolve().parents[3])


def test_a_title_among_the_rest_of_its_text_is_read_by_its_own_words() -> None:
    titles = ["Electric kettle, steel", "Tent"]
    whole, tokens, first = minilm().encode([f"{titles[0]}\nFor a camp.", titles[1]], 64, [len(one) for one in titles])
    alone = minilm().embed(titles)
    assert first[1] == pytest.approx(alone[1], abs=1e-5)
    assert first[0] @ alone[0] > whole[0] @ alone[0]
    assert [len(one) for one in tokens] == [8, 1]


def test_a_feature_that_no_weight_needs_is_not_looked_for() -> None:
    texts = ["Samsung 27 inch monitor\nWith stand.", "Dell 24 inch monitor"]
    scorer = TunedScorer(minilm())
    every = PairFeatures(scorer.features.meanings, ENCODER / TOKENIZER).of("samsung 27 inch monitor", texts)
    some = PairFeatures(scorer.features.meanings, ENCODER / TOKENIZER, {"brand_hit"}).of(
        "samsung 27 inch monitor", texts
    )
    brand, figure = FEATURES.index("brand_hit"), FEATURES.index("figure_hit")
    assert every[:, brand].tolist() == some[:, brand].tolist() == [1.0, 0.0]
    assert every[0, figure] == 1.0
    assert some[0, figure] == 0.0
