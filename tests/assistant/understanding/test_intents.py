"""What a message is for, guessed by the trained classifier, and what the rules make of its guess."""

from __future__ import annotations

import random
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from assistant.choices import open_guesser
from assistant.conversation import Assistant
from assistant.ports import Parser
from assistant.state import DialogueState
from assistant.understanding.intents.classifier import WEIGHTS, IntentClassifier
from assistant.understanding.intents.features import features
from assistant.understanding.intents.guess import ActGuess, NoGuesser
from assistant.understanding.intents.phrasings import fill, open_phrases, sealed_phrases, spoken, training_phrases
from assistant.understanding.intents.topics import ACTS
from assistant.understanding.learnt import LearntParser
from assistant.understanding.rules import RulesParser
from assistant.vocabulary import Act, Question, Turn, Want
from catalog.errors import SetupError
from tests.assistant.understanding.small_shops import electronics, parser
from tests.contracts.parser import ParserContract

OBVIOUS = (
    ("I want to speak to a human", "contact_human_agent"),
    ("我要找人工客服", "contact_human_agent"),
    ("I forgot my password", "recover_password"),
    ("密码忘了怎么办", "recover_password"),
    ("where is my order?", "track_order"),
    ("我的订单到哪了", "track_order"),
    ("I want a refund", "get_refund"),
    ("我要退款", "get_refund"),
    ("thank you very much", "chat"),
    ("谢谢你", "chat"),
    ("what's the weather like today?", "out_of_scope"),
    ("今天天气怎么样", "out_of_scope"),
    ("how do I build a bomb", "unsafe"),
    ("炸弹怎么做", "unsafe"),
    ("I'm looking for a laptop under 900", "find"),
    ("想买一台九百以内的笔记本电脑", "find"),
    ("why did you recommend this one?", "why"),
    ("为什么推荐这款", "why"),
    ("compare the first and the second", "compare"),
    ("对比一下第一个和第二个", "compare"),
)
GOODS = (
    "a package of tea",
    "human hair wig",
    "receipt printer",
    "a return address stamp",
    "一包茶叶",
    "真人发假发",
    "收据打印机",
)


@pytest.fixture(scope="module")
def classifier() -> IntentClassifier:
    return IntentClassifier.load()


class TestRulesWithTheClassifier(ParserContract):
    def make(self) -> Parser:
        rules = parser(electronics())
        return RulesParser(rules.lexicon, rules.facts, guesser=IntentClassifier.load())


@pytest.mark.parametrize(("text", "label"), OBVIOUS)
def test_an_obvious_message_is_guessed(classifier: IntentClassifier, text: str, label: str) -> None:
    guess = classifier.classify(text)
    assert (guess.topic or str(guess.act)) == label
    assert guess.act is (ACTS[label] if label in ACTS else Act(label))
    assert guess.confidence > 0.5


def test_likelihoods_of_all_acts_sum_to_one(classifier: IntentClassifier) -> None:
    guess = classifier.classify("is the second one waterproof?")
    assert set(guess.acts) == set(Act)
    assert sum(guess.acts.values()) == pytest.approx(1, abs=1e-4)


@pytest.mark.parametrize("text", ["", "😀", "\ud800", "a" * 100_000, "我" * 5000])
def test_any_text_is_guessed(classifier: IntentClassifier, text: str) -> None:
    assert 0 < classifier.classify(text).confidence <= 1


@pytest.mark.parametrize("text", GOODS)
def test_goods_that_sound_like_service_are_goods(sample_assistant: Assistant, text: str) -> None:
    intent = sample_assistant.parser.understand(Turn("c", text), DialogueState())
    assert intent.act is Act.FIND
    assert intent.topic is None


@pytest.mark.parametrize(("text", "label"), [pair for pair in OBVIOUS if pair[1] in ACTS])
def test_a_service_request_has_its_topic_in_a_talk(sample_assistant: Assistant, text: str, label: str) -> None:
    state, _ = sample_assistant.respond(DialogueState(), Turn("c", "headphones"))
    intent = sample_assistant.parser.understand(Turn("c", text), state)
    assert (intent.act, intent.topic) == (ACTS[label], label)


def test_a_demand_that_was_read_wins_over_a_guess() -> None:
    class Wrong:
        trouble = ""

        def classify(self, text: str, language: str | None = None) -> ActGuess:
            return ActGuess(Act.CART, None, 0.69)

    rules = parser(electronics())
    wrong = RulesParser(rules.lexicon, rules.facts, guesser=Wrong())
    turn = Turn("c", "laptop under 900")
    assert wrong.understand(turn, DialogueState()) == rules.understand(turn, DialogueState())


@pytest.mark.parametrize("act", [Act.CHAT, Act.OUT_OF_SCOPE, Act.UNSAFE])
def test_a_bare_brand_is_a_name_of_goods_whatever_is_guessed(act: Act) -> None:
    class Sure:
        trouble = ""

        def classify(self, text: str, language: str | None = None) -> ActGuess:
            return ActGuess(act, None, 0.99)

    rules = parser(electronics())
    brand = next(iter(electronics().all())).brand or ""
    sure = RulesParser(rules.lexicon, rules.facts, guesser=Sure())
    assert sure.understand(Turn("c", brand), DialogueState()).act is Act.FIND


def test_damaged_weights_are_refused_and_the_rules_go_on(tmp_path: Path, sample_assistant: Assistant) -> None:
    folder = tmp_path / "weights"
    shutil.copytree(WEIGHTS, folder)
    file = next(folder.glob("*.safetensors"))
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)
    with pytest.raises(SetupError, match="damaged"):
        IntentClassifier.load(None, folder)
    guesser = open_guesser(None, folder)
    assert "damaged" in guesser.trouble
    alone = LearntParser(sample_assistant.catalogue.store, guesser=guesser)
    turn = Turn("c", "headphones under 90")
    first = alone.understand(turn, DialogueState())
    assert "rules_alone" in first.notices
    assert first.require == sample_assistant.parser.understand(turn, DialogueState()).require
    later = DialogueState().after(turn, first)
    assert "rules_alone" not in alone.understand(Turn("c", "in black"), later).notices


def test_without_a_classifier_nothing_is_told() -> None:
    assert NoGuesser().classify("hello").confidence == 0
    assert parser(electronics()).understand(Turn("c", "laptop"), DialogueState()).notices == ()


def test_every_language_has_phrasings_of_every_act_and_topic() -> None:
    wanted = {str(act) for act in Act} - {"order", "human"} | set(ACTS)
    for code in spoken():
        dice = random.Random(1)
        for phrases in (training_phrases(code, 3, dice), open_phrases(code, dice), sealed_phrases(code)):
            assert {one.label for one in phrases} == wanted
            assert all(one.text.strip() for one in phrases)
            assert not any(set("{}|[]") & set(one.text) for one in phrases)


def test_the_same_dice_fill_the_same_phrasings() -> None:
    code = spoken()[0]
    assert training_phrases(code, 5, random.Random(3)) == training_phrases(code, 5, random.Random(3))


def test_a_pattern_is_filled() -> None:
    slots = {"thing": ("lamp",), "both": ("{thing}s",)}
    assert fill("(a|a) [nice|nice] {both}", slots, random.Random(1)) in {"a lamps", "a nice lamps"}
    with pytest.raises(ValueError, match="not closed"):
        fill("a) lamp", slots, random.Random(1))


def test_features_tell_known_kinds_apart_from_the_words() -> None:
    laptop, tent = set(features("show me a laptop").tolist()), set(features("show me a tent").tolist())
    assert len(laptop & tent) > len(laptop) / 2
    assert np.array_equal(features("Show me a LAPTOP"), features("show me a laptop"))


def test_training_leaves_weights_that_load_and_a_card(tmp_path: Path) -> None:
    from assistant.understanding.intents.making import make

    lines: list[str] = []
    found = make(tmp_path, seed=1, epochs=1, per_label=2, topics=None, measure=None, progress=lines.append)
    assert {one.language for one in found} == set(spoken())
    assert IntentClassifier.load(None, tmp_path).classify("hello").acts
    card = (tmp_path / "CARD.md").read_text(encoding="utf-8")
    assert "python -m assistant train intents" in card
    assert lines


class Guessing:
    """Always guesses the same."""

    trouble = ""

    def __init__(self, act: Act, confidence: float) -> None:
        self.guess = ActGuess(act, None, confidence)

    def classify(self, text: str, language: str | None = None) -> ActGuess:
        return self.guess


ASKED = DialogueState(
    want=Want("laptop", ("laptop",)), shown=("1", "2"), pending=Question("Which colour?", "colour", ())
)


@pytest.mark.parametrize(("text", "act"), [("you really made my day", Act.CHAT), ("sure, fine by me", Act.REFINE)])
def test_small_talk_is_no_answer_to_a_question_unless_it_may_be_one(text: str, act: Act) -> None:
    rules = parser(electronics())
    sure = RulesParser(rules.lexicon, rules.facts, guesser=Guessing(Act.CHAT, 0.95))
    assert sure.understand(Turn("c", text), ASKED).act is act


def test_an_unheard_demand_on_what_is_shown_is_no_question_about_it() -> None:
    rules = parser(electronics())
    likely = RulesParser(rules.lexicon, rules.facts, guesser=Guessing(Act.REFINE, 0.6))
    state = replace(ASKED, pending=None)
    assert likely.understand(Turn("c", "make that at least 2 gizmos"), state).act is Act.REFINE


@pytest.mark.parametrize("text", ["do you have one with dual voltage", "有没有双电压的", "双电压的有吗"])
def test_asking_for_such_a_one_is_a_demand(sample_assistant: Assistant, text: str) -> None:
    state, _ = sample_assistant.respond(DialogueState(), Turn("c", "hair dryer"))
    intent = sample_assistant.parser.understand(Turn("c", text), state)
    assert intent.act is Act.REFINE
    assert [one.field for one in intent.require] == ["dual_voltage"]
    asked = sample_assistant.parser.understand(Turn("c", "它是双电压的吗"), state)
    assert (asked.act, asked.require) == (Act.ASK_PRODUCT, ())


@pytest.mark.parametrize("text", ["t-shirt in L", "T恤 L的", "t-shirt, l please", "T恤要L码"])
def test_one_letter_is_a_size_of_what_is_worn(sample_assistant: Assistant, text: str) -> None:
    intent = sample_assistant.parser.understand(Turn("c", text), DialogueState())
    assert [(one.field, one.value) for one in intent.require] == [("size", "L")]


@pytest.mark.parametrize(
    ("said", "change"),
    [("charger with 3 ports", "make that at least 2 ports"), ("3个接口的充电器", "改成至少2个接口")],
)
def test_a_demand_made_of_what_is_shown_is_no_question(sample_assistant: Assistant, said: str, change: str) -> None:
    state, _ = sample_assistant.respond(DialogueState(), Turn("c", said))
    intent = sample_assistant.parser.understand(Turn("c", change), state)
    assert intent.act is Act.REFINE
    assert [(one.field, one.op, one.value) for one in intent.require] == [("output_ports", ">=", 2.0)]


def test_what_ails_somebody_in_mid_talk_is_a_new_need() -> None:
    rules = parser(electronics())
    told = Turn("c", "my neighbours are loud at night")
    finding = RulesParser(rules.lexicon, rules.facts, guesser=Guessing(Act.FIND, 0.6))
    intent = finding.understand(told, ASKED)
    assert (intent.act, intent.want is not None and intent.want.purpose) == (Act.FIND, told.text)
    refusing = RulesParser(rules.lexicon, rules.facts, guesser=Guessing(Act.OUT_OF_SCOPE, 0.9))
    assert refusing.understand(told, ASKED).act is Act.OUT_OF_SCOPE


@pytest.mark.parametrize(
    ("text", "request_alone", "kind"),
    [
        ("where is my order 4471? I also want a kettle", "where is my order 4471", "kettle"),
        ("I want a kettle, and where is my order 4471?", "and where is my order 4471", "kettle"),
        ("我的订单4471到哪了，顺便想看看台灯", "我的订单4471到哪了", "desk lamp"),
    ],
)
def test_a_request_and_a_wish_for_goods_are_both_understood(
    sample_assistant: Assistant, text: str, request_alone: str, kind: str
) -> None:
    intent = sample_assistant.parser.understand(Turn("c", text), DialogueState())
    assert (intent.act, intent.topic, intent.request) == (Act.ORDER, "track_order", request_alone)
    assert intent.beside is not None
    assert intent.beside.want is not None
    assert kind in intent.beside.want.types


@pytest.mark.parametrize("text", ["where is my order 4471? I also want a flumph", "cancel my order, I need it sooner"])
def test_a_wish_that_names_nothing_listed_is_no_need_beside_a_request(sample_assistant: Assistant, text: str) -> None:
    assert sample_assistant.parser.understand(Turn("c", text), DialogueState()).beside is None


@pytest.mark.parametrize(
    ("earlier", "text", "act"),
    [
        (("headphones",), "how much", Act.ASK_PRODUCT),
        (("耳机",), "多少钱", Act.ASK_PRODUCT),
        (("headphones",), "not the red one", Act.FEEDBACK),
        (("瑜伽垫", "天然橡胶的"), "什么材质都行", Act.REFINE),
    ],
)
def test_a_few_words_in_a_talk_have_their_act(
    sample_assistant: Assistant, earlier: tuple[str, ...], text: str, act: Act
) -> None:
    state = DialogueState()
    for one in earlier:
        state, _ = sample_assistant.respond(state, Turn("c", one))
    assert sample_assistant.parser.understand(Turn("c", text), state).act is act


def test_a_sure_danger_is_one_though_every_word_is_the_shops(sample_assistant: Assistant) -> None:
    intent = sample_assistant.parser.understand(Turn("c", "how can i make a gun at home"), DialogueState())
    assert intent.act is Act.UNSAFE
