"""What a title is to the kind that is asked: the thing, what goes with it, or neither."""

from __future__ import annotations

import pytest

from assistant.ranking.pair_kinds import kind_asked, kind_told, relation


@pytest.mark.parametrize(
    ("query", "title", "wanted"),
    [
        ("laptop", "Corvane Lumo 14 laptop", "same"),
        ("laptop", "Kontorra laptop stand, grey", "made_for"),
        ("table saw", "Werkhusk table saw stand with wheels", "made_for"),
        ("蓝牙耳机", "蓝牙耳机保护套硅胶", "made_for"),
        ("耳机", "Corvane 蓝牙耳机收纳盒", "made_for"),
        ("kettle", "Oak desk", "other"),
    ],
)
def test_a_title_that_names_the_kind_and_what_goes_with_it_is_of_the_latter(
    query: str, title: str, wanted: str
) -> None:
    told = relation(kind_asked(query), kind_told(title), title)
    assert [name for name, yes in told.items() if yes] == [wanted]


def test_a_title_without_spaces_that_names_a_thing_twice_is_no_accessory() -> None:
    title = "木糖醇饼干中老年食品"
    assert relation(kind_asked("饼干"), kind_told(title), title)["made_for"] == 0.0
    assert relation(kind_asked("饼干"), kind_told("Oak desk"), "Oak desk")["other"] == 1.0


def test_who_asks_for_what_goes_with_a_thing_is_answered_by_it() -> None:
    title = "Pibbet clear phone case"
    assert relation(kind_asked("phone case"), kind_told(title), title)["same"] == 1.0


@pytest.mark.parametrize(
    ("query", "title", "wanted"),
    [
        ("幻灯片放映机", "Corvane slide projector, grey", "same"),
        ("磨刀机", "Nordulen blade sharpener 40 W", "same"),
        ("磨刀机", "Nordulen sharpener 40 W", "wider"),
        ("幻灯片放映机", "Corvane slide projector lamp", "made_for"),
        ("遥控摩托车", "Remote control motorcycle, red", "same"),
    ],
)
def test_a_long_name_in_another_language_is_the_thing_though_its_last_word_is_a_kind_of_its_own(
    query: str, title: str, wanted: str
) -> None:
    told = relation(kind_asked(query), kind_told(title), title)
    assert [name for name, yes in told.items() if yes] == [wanted]


@pytest.mark.parametrize(
    ("query", "title", "wanted"),
    [
        ("skillet cast iron", "Pibbet 10 inch cast iron skillet", ["mentioned"]),
        ("laptop bag", "Corvane Lumo 14 laptop", ["other"]),
        ("bag laptop", "Corvane laptop bag", ["mentioned"]),
    ],
)
def test_a_title_of_a_kind_that_the_query_names_beside_another_is_no_accessory(
    query: str, title: str, wanted: list[str]
) -> None:
    told = relation(kind_asked(query), kind_told(title), title, query)
    assert [name for name, yes in told.items() if yes] == wanted


def test_the_name_of_a_category_is_read_where_a_title_ends_with_no_usual_one() -> None:
    title = "Pibbet tablet security enclosure"
    assert kind_told(title) is None
    told = kind_told(title, loose=True)
    assert told is not None
    assert told.phrase == "enclosure"
