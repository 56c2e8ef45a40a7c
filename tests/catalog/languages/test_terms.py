"""The term base: equals, narrower terms, kinds, and what must never be merged."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

import catalog.languages as package
from catalog.languages.folding import fold
from catalog.languages.lexicon import equivalents, kind_of, lexicon, related
from catalog.languages.registry import every_language, places
from catalog.languages.terms import KINDS, narrower_concepts, own_terms


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("laptop", "notebook"), ("laptop", "笔记本"),
        ("notebook", "笔记本电脑"), ("sofa", "couch"), ("mobile", "cell phone"),
        ("smartphone", "手机"), ("TV", "television"),
        ("USB stick", "flash drive"), ("memory stick", "U盘"), ("bluetooth", "蓝牙"),
        ("black", "黑色"), ("黑", "black"), ("HP", "Hewlett-Packard"),
        ("HP", "惠普"), ("索尼", "Sony"), ("printer ink", "ink cartridge"),
        ("earbuds", "in-ear headphones"), ("硒鼓", "toner cartridge"),
        ("四件套", "bed linen set"), ("被子", "duvet"), ("筆電", "laptop"),
        ("滑鼠", "mouse"), ("Logitech", "罗技"),
        ("网线", "network cable"), ("配线架", "patch panel"), ("扩展坞", "docking station"),
        ("重量", "weight"), ("gray", "灰色"), ("Wi-Fi", "无线网络"), ("antivirus", "杀毒软件"),
    ],
)  # fmt: skip
def test_equals(one: str, other: str) -> None:
    assert fold(other) in {fold(word) for word in equivalents(one)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("laptop", "tablet"), ("laptop", "laptop bag"),
        ("laptop", "laptop charger"), ("printer", "toner"), ("printer", "ink cartridge"),
        ("phone", "phone case"), ("camera", "camera bag"),
        ("headphones", "headset"), ("headphones", "earphones"), ("monitor", "television"),
        ("monitor", "monitor arm"), ("hard drive", "ssd"), ("keyboard", "mouse"),
        ("手机", "手机壳"), ("电脑", "电脑包"), ("toothbrush", "toothpaste"),
        ("coffee", "coffee machine"), ("watch", "smartwatch"),
        ("vacuum cleaner", "vacuum cleaner bag"), ("steel", "stainless steel"),
        ("toner", "facial toner"),
    ],
)  # fmt: skip
def test_different_things_are_not_merged(one: str, other: str) -> None:
    assert fold(other) not in {fold(word) for word in equivalents(one)}
    assert fold(one) not in {fold(word) for word in equivalents(other)}


def test_narrower_terms_stand_apart() -> None:
    assert {"earphones", "headset", "耳塞式耳机"} <= set(related("headphones"))
    assert "headphones" in lexicon().wider("earphones")
    assert related("toothpaste") == ()


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("laptop", "type"),
        ("screen size", "attribute"),
        ("红色", "value"),
        ("联想", "brand"),
        ("NFC", "feature"),
        ("qwertz zork", None),
    ],
)
def test_kind_of(phrase: str, kind: str | None) -> None:
    assert kind_of(phrase) == kind


def test_a_phrase_may_be_of_several_kinds() -> None:
    assert set(lexicon().kinds_of("RAM")) == {"type", "attribute"}


def test_words_of_the_other_language() -> None:
    terms = lexicon()
    assert terms.word_in("Laptop", "zh") == "笔记本电脑"
    assert terms.word_in("Notebook", "en") == "Notebook"
    assert terms.word_in("display diagonal", "zh") == "屏幕尺寸"
    assert terms.word_in("zork", "zh") is None


def test_running_text_is_translated_term_by_term() -> None:
    terms = lexicon()
    assert terms.translated("惠普 打印机 硒鼓 黑色") == "HP printer toner cartridge black"
    assert terms.translated("A black laptop") == "A black laptop"
    assert [term.phrase for term in terms.terms_in("适合学生的黑色蓝牙耳机")] == ["学生", "黑色", "蓝牙耳机"]


def test_the_taxonomy_helps_where_our_terms_end() -> None:
    assert "Bird Cages & Stands" in equivalents("鸟笼/鸟架")


def test_every_concept_is_said_in_every_language() -> None:
    codes = {language.code for language in every_language()}
    concepts = own_terms(places()).concepts
    assert len(concepts) >= 900
    assert sum(concept.kind == "brand" for concept in concepts.values()) >= 150
    for concept in concepts.values():
        assert concept.kind in KINDS
        assert set(concept.words) == codes, concept.id
        assert all(word.strip() == word and word for said in concept.words.values() for word in said)


def test_narrower_terms_are_known_and_never_circular() -> None:
    concepts = own_terms(places()).concepts
    for name, below in narrower_concepts(places()).items():
        assert name in concepts
        assert name not in below
        assert set(below) <= set(concepts)
        assert {concepts[name].kind} == {concepts[under].kind for under in below}


def test_a_word_is_looked_up_once_and_then_remembered() -> None:
    assert equivalents("laptop") is equivalents("laptop") != ()


def test_the_taxonomy_carries_its_licence() -> None:
    folder = Path(package.__file__).parent
    assert "Permission is hereby granted" in (folder / "TAXONOMY_LICENSE").read_text("utf-8")
    names = [json.loads(gzip.decompress(path.read_bytes())) for path in folder.glob("*/taxonomy.json.gz")]
    assert len({frozenset(read) for read in names}) == 1
