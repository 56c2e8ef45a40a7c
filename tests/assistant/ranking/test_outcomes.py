"""Learning from a simulated shop whose shoppers like what is cheap and dislike one brand's goods."""

from __future__ import annotations

import csv
import math
import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from assistant.__main__ import main
from assistant.personalization.event_log import COLUMNS, Event, read_events
from assistant.ranking.order import Ranker, Weights
from assistant.ranking.outcomes import HOME_FOLDER, Outcomes, learn, read_outcomes, write_outcomes
from assistant.state import DialogueState
from assistant.vocabulary import Candidate
from catalog.errors import SetupError
from catalog.product import Attribute, Product

GOODS = {f"p{number:02}": Product(f"p{number:02}", f"Thing {number}", price=10.0 + number) for number in range(40)}
LOVED, HATED = frozenset(f"p{number:02}" for number in range(0, 40, 4)), "p05"
START = datetime(2026, 1, 1, tzinfo=UTC)


def simulated(visits: int, seed: int = 1) -> list[Event]:
    """Views, clicks, purchases and ratings by fixed chances: loved goods are clicked, bought and rated well."""
    dice = random.Random(seed)
    events = []
    for visit in range(visits):
        product, when = dice.choice(sorted(GOODS)), (START + timedelta(hours=visit)).timestamp()
        liked = product in LOVED
        events.append(Event(f"s{visit}", product, "view", when))
        if dice.random() < (0.6 if liked else 0.15):
            events.append(Event(f"s{visit}", product, "click", when + 60))
            if dice.random() < (0.6 if liked else 0.1):
                events.append(Event(f"s{visit}", product, "purchase", when + 120))
                rating = dice.choice((4, 5)) if liked else dice.choice((1, 2, 4))
                events.append(Event(f"s{visit}", product, "rating", when + 3600, float(rating)))
    return events


@pytest.fixture(scope="module")
def outcomes() -> Outcomes:
    """What nine thousand visits teach."""
    found, told = learn(simulated(9000), GOODS)
    assert found is not None
    assert [one.outcome for one in told if one.head] == ["click", "purchase", "satisfaction"]
    return found


def test_what_is_clicked_and_bought_more_stands_higher(outcomes: Outcomes) -> None:
    loved = [outcomes.places[one] for one in LOVED]
    others = [outcomes.places[one] for one in GOODS if one not in LOVED]
    assert min(loved) > max(others)
    assert all(0.0 <= one <= 1.0 for one in outcomes.places.values())


def test_the_order_heeds_it_as_much_as_the_setting_says(outcomes: Outcomes) -> None:
    hated, loved = Candidate(GOODS[HATED], 0.60), Candidate(GOODS["p04"], 0.58)
    unknown = Candidate(Product("x", "Unheard-of thing"), 0.59)

    def order(share: float, known: Outcomes | None = outcomes) -> list[str]:
        ranker = Ranker(Weights(similarity=1.0, words=0.0, outcomes=share), outcomes=known)
        return [one.product.id for one in ranker.rank(DialogueState(), [hated, loved, unknown])]

    assert order(0.0) == order(0.5, None) == [HATED, "x", "p04"]
    assert order(0.1) == ["p04", "x", HATED]


def test_a_log_with_too_little_says_nothing() -> None:
    found, told = learn(simulated(60), GOODS)
    assert found is None
    assert not any(one.head for one in told)
    found, told = learn([one for one in simulated(4000) if one.name == "view"], GOODS)
    assert found is None


def searching(visits: int, seed: int = 2) -> list[Event]:
    """Views that came from searches: who searched for the very product clicks it.""" ""
    dice, events = random.Random(seed), []
    for visit in range(visits):
        product, when = dice.choice(sorted(GOODS)), (START + timedelta(hours=visit)).timestamp()
        fits = dice.random() < 0.5
        query = GOODS[product].title if fits else "Nothing of it"
        events.append(Event(f"s{visit}", product, "view", when, query=query))
        if dice.random() < (0.7 if fits else 0.1):
            events.append(Event(f"s{visit}", product, "click", when + 60, query=query))
    return events


def test_what_fits_the_search_stands_higher_where_shoppers_searched(tmp_path: Path) -> None:
    found, _ = learn(searching(3000), GOODS, lambda query, product: (float(query == product.title), math.nan))
    assert found is not None
    write_outcomes(tmp_path, found, ())
    kept = read_outcomes(tmp_path)
    assert kept is not None
    for outcomes in (found, kept):
        fitting, alone, other = (outcomes.place("p07", relevance) for relevance in (1.0, None, 0.0))
        assert fitting is not None
        assert alone is not None
        assert other is not None
        assert fitting > alone > other
        assert outcomes.place("p07", 1.0, 1.0) == fitting
        assert outcomes.place("unheard-of", 1.0) is None


def test_a_log_without_searches_places_goods_by_themselves(outcomes: Outcomes) -> None:
    assert outcomes.place("p07", 0.9, 1.0) == outcomes.place("p07")


def test_searches_of_a_log_are_judged_by_the_scorer_and_by_their_demands(tmp_path: Path) -> None:
    from assistant.choices import open_judge
    from assistant.settings import Settings
    from catalog.store import Store

    path = tmp_path / "log.jsonl"
    path.write_text('{"shopper": 1, "product": "p", "event": "view", "time": "2026-01-01", "query": "red kettle "}\n')
    (event,) = read_events(path).events
    assert event.query == "red kettle"
    store = Store.open(tmp_path / "store.sqlite3")
    red, blue = (
        Product(colour, f"Kettle {colour}", type="kettle", attributes={"colour": Attribute(colour)})
        for colour in ("red", "blue")
    )
    desk = Product("d", "Oak desk", type="desk")
    store.write([red, blue, desk])
    judge = open_judge(Settings(), store, tmp_path)
    assert judge("red kettle", red)[0] > judge("red kettle", desk)[0]
    assert judge("red kettle", red)[1] == 1.0
    assert judge("red kettle", blue)[1] == 0.0
    assert math.isnan(judge("kettle", red)[1])
    store.close()


def test_what_was_known_later_tells_nothing_of_before() -> None:
    from assistant.ranking.outcome_examples import FEATURES, examples

    events = simulated(300)
    first = examples(events, GOODS)["click"].rows[0]
    assert first[FEATURES.index("popularity")] == 0.0
    half = examples(events[:150], GOODS)["click"].rows
    assert examples(events, GOODS)["click"].rows[: len(half)] == pytest.approx(half, nan_ok=True)


def test_what_was_learnt_is_kept_and_a_damaged_file_is_left_out(
    tmp_path: Path, outcomes: Outcomes, caplog: pytest.LogCaptureFixture
) -> None:
    assert read_outcomes(tmp_path / "none") is None
    write_outcomes(tmp_path, outcomes, ())
    found = read_outcomes(tmp_path)
    assert found is not None
    assert found.places == pytest.approx(dict(outcomes.places), abs=1e-6)
    (file,) = tmp_path.glob("*.safetensors")
    file.write_bytes(file.read_bytes()[:-1] + b"?")
    assert read_outcomes(tmp_path) is None
    assert "damaged" in caplog.text


def written(path: Path, events: list[Event], *more: str) -> Path:
    """The events as a CSV file, and further lines as they stand."""
    with path.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for one in events:
            when = datetime.fromtimestamp(one.time, UTC).isoformat()
            writer.writerow([one.shopper, one.product, one.name, when, "" if one.value is None else one.value])
        file.writelines(f"{line}\n" for line in more)
    return path


def test_the_command_learns_reports_bad_rows_and_keeps_the_old_when_there_is_too_little(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = tmp_path / "home"
    bad = ("s1,p01,view,yesterday,", "s1,,view,2026-01-01,", "s1,p01,rating,2026-01-01,much")
    log = written(tmp_path / "log.csv", simulated(3000), *bad)
    assert main(["learn", str(log), "--home", str(home)]) == 0
    told = capsys.readouterr().out
    assert "Refused 3 rows" in told
    assert "'yesterday'" in told
    assert "no product" in told
    assert "'much'" in told
    before = read_outcomes(home / HOME_FOLDER)
    assert before is not None
    assert main(["learn", str(written(tmp_path / "few.csv", simulated(20))), "--home", str(home)]) == 0
    assert "stays" in capsys.readouterr().out
    assert read_outcomes(home / HOME_FOLDER) == before


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("shopper,product,event\na,b,view\n", "lacks the column time"),
        ("", "lacks the column"),
        ("shopper,product,event,time,value\n", "no rows"),
        ("shopper,product,event,time,value\na,b,view,soon,\n", "line 2"),
        ('{"shopper": 1}\n[]\n{', "line 1"),
        ("\x00\x01", "lacks the column"),
    ],
)
def test_a_log_that_cannot_be_used_is_refused_in_one_sentence(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "log"
    path.write_text(text)
    with pytest.raises(SetupError, match=told):
        read_events(path)


def test_json_lines_say_the_same_as_csv(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    path.write_text('{"shopper": "a", "product": 7, "event": "Rating", "time": "2026-01-01T00:00:00Z", "value": 4}\n')
    assert read_events(path).events == (Event("a", "7", "rating", START.timestamp(), 4.0),)
    earlier = replace(read_events(path).events[0], time=0.0)
    assert earlier.time < read_events(path).events[0].time
