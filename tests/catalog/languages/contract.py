"""What every language folder promises, whoever wrote it."""

from __future__ import annotations

from dataclasses import dataclass

from catalog.languages.detection import detect
from catalog.languages.folding import contains_phrase, denied_phrase, fold
from catalog.languages.lexicon import lexicon
from catalog.languages.quantities import Quantity, quantities
from catalog.languages.registry import language, languages
from catalog.languages.segmentation import segment


@dataclass(frozen=True)
class Samples:
    """Obvious sentences of a language."""

    code: str
    sentence: str
    mention: tuple[str, str]
    absent: tuple[str, str]
    denial: tuple[str, str]
    weight: tuple[str, float, str]
    money: tuple[str, float, str]
    spelt: tuple[str, float]
    interval: tuple[str, float, float]
    same: tuple[str, str]
    different: tuple[str, str]
    kinds: tuple[tuple[str, str], ...]


class LanguageContract:
    """Inherited by one test class per language; `samples` is its only part."""

    samples: Samples

    def test_registry_finds_the_folder(self) -> None:
        assert self.samples.code in languages()
        assert language(self.samples.code).words["name"]

    def test_its_sentences_are_recognised(self) -> None:
        assert detect(self.samples.sentence) == self.samples.code
        for default in languages():
            assert detect(self.samples.sentence, default) == self.samples.code

    def test_folding_is_idempotent(self) -> None:
        assert fold(fold(self.samples.sentence)) == fold(self.samples.sentence)

    def test_words_are_cut_the_same_way_twice_and_never_lost(self) -> None:
        assert segment(self.samples.sentence)
        assert segment(self.samples.sentence) == segment(self.samples.sentence)

    def test_a_query_word_is_cut_as_in_a_record(self) -> None:
        phrase, text = self.samples.mention
        assert set(segment(phrase)) <= set(segment(text))

    def test_phrases_are_found_where_they_stand(self) -> None:
        assert contains_phrase(*self.samples.mention)
        assert not denied_phrase(*self.samples.mention)
        assert not contains_phrase(*self.samples.absent)

    def test_denials_are_heard(self) -> None:
        assert contains_phrase(*self.samples.denial)
        assert denied_phrase(*self.samples.denial)

    def test_amounts_are_read(self) -> None:
        text, value, unit = self.samples.weight
        assert [(q.value, q.unit) for q in quantities(text)] == [(value, unit)]
        text, value, currency = self.samples.money
        assert [(q.value, q.currency) for q in quantities(text)] == [(value, currency)]
        text, value = self.samples.spelt
        assert [q.value for q in quantities(text)] == [value]
        text, low, high = self.samples.interval
        assert [(q.value, q.high) for q in quantities(text)] == [(low, high)]

    def test_spans_lie_in_the_text(self) -> None:
        for text in (self.samples.weight[0], self.samples.money[0], self.samples.interval[0]):
            for found in quantities(text):
                assert isinstance(found, Quantity)
                assert 0 <= found.start < found.end <= len(text)

    def test_equals_are_equals_both_ways_and_others_are_not(self) -> None:
        terms = lexicon()
        one, other = self.samples.same
        assert fold(other) in {fold(word) for word in terms.equivalents(one)}
        assert fold(one) in {fold(word) for word in terms.equivalents(other)}
        one, other = self.samples.different
        assert fold(other) not in {fold(word) for word in terms.equivalents(one)}

    def test_kinds(self) -> None:
        assert {phrase: lexicon().kind_of(phrase) for phrase, _ in self.samples.kinds} == dict(self.samples.kinds)

    def test_a_word_of_the_language_stays_in_it(self) -> None:
        phrase = self.samples.kinds[0][0]
        assert lexicon().word_in(phrase, self.samples.code) == phrase
