"""One person's records, made by real talk, are given away whole, and erased to the last byte of the home."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from assistant.__main__ import main
from assistant.records.clause_book import ClauseBook
from assistant.records.correction_book import CorrectionBook
from assistant.records.database import Database
from assistant.service.corrections import Corrections, write_case
from tests.assistant.test_commands import command, one_sentence
from tests.benchmarks.chat_process import ChatProcess

FIRST, LAST, PHONE, DOG = "Quillonda", "Zanzibarova", "+49 151 4711 0815", "Wuffelino"
MAIL = "quillonda.z@canary.example"
CANARIES = (FIRST, LAST, PHONE, DOG, MAIL, "canary.example", "Kanarienweg", "quillonda_77")
ADDRESS = {
    "address1": "3 Kanarienweg",
    "address2": "",
    "city": "Denver",
    "state": "CO",
    "zip": "80203",
    "country": "USA",
}


def customer(first: str, last: str, mail: str, orders: list[str]) -> dict[str, object]:
    paid = {"paypal_77": {"source": "paypal", "id": "paypal_77"}}
    address = ADDRESS if first == FIRST else {**ADDRESS, "address1": "9 Oak St"}
    return {"name": {"first_name": first, "last_name": last}, "address": address, "email": mail,
            "payment_methods": paid, "orders": orders}  # fmt: skip


def order(name: str, user: str, address: dict[str, str]) -> dict[str, object]:
    item = {"name": "Kettle", "product_id": "77", "item_id": "771", "price": 20.0, "options": {"colour": "red"}}
    paid = {"transaction_type": "payment", "amount": 20.0, "payment_method_id": "paypal_77"}
    return {"order_id": name, "user_id": user, "address": address, "items": [item], "fulfillments": [],
            "status": "pending", "payment_history": [paid]}  # fmt: skip


@pytest.fixture(scope="module")
def home(sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("person")
    users = {
        "quillonda_77": customer(FIRST, LAST, MAIL, ["#W7700001"]),
        "bo_78": customer("Bo", "Lind", "bo@lind.example", ["#W7800001"]),
    }
    orders = {"#W7700001": order("#W7700001", "quillonda_77", ADDRESS), "#W7800001": order("#W7800001", "bo_78", {})}
    for name, records in (("users", users), ("orders", orders)):
        (folder / f"{name}.json").write_text(json.dumps(records), encoding="utf-8")
    home = folder / "home"
    shutil.copytree(sample_home, home)
    assert main(["orders", "import", str(folder), "--home", str(home)]) == 0
    return home


def holding(home: Path) -> dict[str, list[str]]:
    files = [path for path in home.rglob("*") if path.is_file()]
    found = {path.name: [one for one in CANARIES if one.encode() in path.read_bytes()] for path in files}
    return {name: marks for name, marks in found.items() if marks}


def test_a_person_is_given_and_erased(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with ChatProcess(home) as chat:
        for name, text in (
            ("a", f"my dog {DOG} broke the kettle, please cancel order #W7700001, I no longer need it"),
            ("a", MAIL),
            ("a", "yes"),
            ("a", f"I want to talk to a human, ring me at {PHONE}"),
            ("b", f"{DOG} needs a new bowl. I'm {FIRST} {LAST}, tell me where my order is"),
            ("c", f"bo@lind.example: where is the order of my neighbour {FIRST} {LAST}, {MAIL}?"),
            ("d", "a lamp under 40 euros"),
        ):
            reply = chat.ask({"conversation": name, "text": text})
            assert "error" not in reply
        case = corrected(home)
        assert main(["person", "export", MAIL, "--home", str(home)]) == 0
        given = capsys.readouterr().out
        assert all(mark in given for mark in CANARIES)
        assert "9 Oak St" not in given
        assert [one["status"] for one in json.loads(given)["orders"]] == ["cancelled"]
        assert main(["person", "erase", MAIL, "--home", str(home), "--yes"]) == 0
        told = capsys.readouterr().out
        assert "still holds" not in told
        assert holding(home) == {}
        assert not case.exists()
        again = chat.ask({"conversation": "e", "text": f"where is my order? {MAIL}"})
        assert "#W7700001" not in again["text"]
        assert "#W7800001" in chat.ask({"conversation": "f", "text": "where is my order? bo@lind.example"})["text"]
    assert set(holding(home)) == {"records.sqlite3"}, "who writes again after that is kept again"


def corrected(home: Path) -> Path:
    """A correction that grew from the person's conversation, approved, with its regression case."""
    database = Database.of_home(home)
    with database.reading() as connection:
        talk = connection.exec_driver_sql("SELECT conversation FROM messages WHERE customer != ''").scalar()
    book = Corrections(CorrectionBook(database), ClauseBook(database), lambda: 1.0)
    made = book.approve(book.propose("ana", str(talk), f"can {DOG} come along?", "no", "Dogs may.", "en"), "cy")
    database.close()
    assert made is not None
    return write_case(made, home)


def test_nothing_is_erased_without_a_yes(home: Path) -> None:
    done = command("person", "erase", "bo_78", "--home", str(home), lines="no\n")
    assert done.returncode == 1
    assert "Nothing was erased" in done.stdout
    assert "Lind" in command("person", "export", "bo@lind.example", "--home", str(home)).stdout


def test_somebody_of_whom_nothing_is_kept_is_told_in_one_sentence(home: Path) -> None:
    assert "nobody@example.com" in one_sentence(command("person", "export", "nobody@example.com", "--home", str(home)))
