"""Who comes in: nobody without an account that a command made, and no write from anywhere but the console's page."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from assistant.__main__ import main
from assistant.records.database import Database
from assistant.records.staff_book import IDLE, StaffBook
from assistant.web.console.door import MOST, WITHIN, Attempts
from catalog.errors import SetupError
from tests.assistant.web.console.staff_client import PASSWORD, Shop, running

WRITES = [
    "/sign-out", "/tickets/1/take", "/tickets/1/join", "/tickets/1/give-back", "/tickets/1/put-back",
    "/tickets/1/send", "/tickets/1/draft",
]  # fmt: skip
READS = ["/me", "/queue", "/tickets/1", "/tickets/1/live"]


def test_without_accounts_the_page_says_what_to_type_and_no_password_opens_it(home: Path):
    with running(home) as shop:
        page = shop.browser().get("/console")
        assert "python -m assistant staff add" in page.text
        assert "<form" not in page.text
        for name, password in (("admin", "admin"), ("admin", ""), ("", ""), ("root", "password")):
            answer = shop.browser().post("/console/sign-in", data={"name": name, "password": password})
            assert answer.status_code == 401


def test_the_command_makes_an_account_whose_password_is_read_from_standard_input(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{PASSWORD}\n"))
    assert main(["staff", "add", "mei", "--role", "lead", "--home", str(tmp_path / "home")]) == 0
    assert main(["staff", "list", "--home", str(tmp_path / "home")]) == 0
    assert "mei: lead" in capsys.readouterr().out
    database = Database.of_home(tmp_path / "home")
    assert PASSWORD.encode() not in (tmp_path / "home" / "records.sqlite3").read_bytes()
    assert StaffBook(database).sign_in("mei", PASSWORD, 0.0)
    assert StaffBook(database).sign_in("mei", PASSWORD + "x", 0.0) is None
    database.close()


@pytest.mark.parametrize("typed", ["", "short"])
def test_a_short_password_is_refused(tmp_path, monkeypatch, capsys, typed):
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{typed}\n"))
    assert main(["staff", "add", "mei", "--home", str(tmp_path / "home")]) == 2
    assert "at least" in capsys.readouterr().err


def test_an_unknown_role_and_a_second_account_of_a_name_are_refused(tmp_path: Path):
    book = StaffBook(Database.of_home(tmp_path))
    with pytest.raises(SetupError, match="agent, lead"):
        book.add("mei", "owner", PASSWORD, 0.0)
    book.add("mei", "agent", PASSWORD, 0.0)
    with pytest.raises(SetupError, match="staff password mei"):
        book.add("mei", "agent", PASSWORD, 0.0)


def test_a_changed_password_ends_every_sign_in(tmp_path: Path):
    book = StaffBook(Database.of_home(tmp_path))
    book.add("mei", "agent", PASSWORD, 0.0)
    token = book.sign_in("mei", PASSWORD, 0.0)
    assert token is not None
    assert book.signed_in(token, 1.0) is not None
    book.change("mei", password="another password")
    assert book.signed_in(token, 1.0) is None


def test_an_idle_sign_in_ends(tmp_path: Path):
    book = StaffBook(Database.of_home(tmp_path))
    book.add("mei", "agent", PASSWORD, 0.0)
    token = book.sign_in("mei", PASSWORD, 0.0)
    assert token is not None
    assert book.signed_in(token, IDLE - 1) is not None
    assert book.signed_in(token, 2 * IDLE) is None


def test_the_cookie_is_out_of_scripts_and_other_sites_reach(shop: Shop):
    shop.staff("ann")
    answer = shop.browser().post("/console/sign-in", data={"name": "ann", "password": PASSWORD}, follow_redirects=False)
    cookie = answer.headers["set-cookie"].casefold()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert "path=/console" in cookie


@pytest.mark.parametrize("path", READS)
def test_nothing_is_told_to_who_is_not_signed_in(shop: Shop, path: str):
    assert shop.browser().get(f"/console/api{path}").status_code == 401
    stranger = shop.browser()
    stranger.cookies.set("daogou_staff", "x" * 43, path="/console")
    assert stranger.get(f"/console/api{path}").status_code == 401


@pytest.mark.parametrize("path", WRITES)
def test_a_write_needs_a_sign_in_and_the_pages_own_word(shop: Shop, path: str):
    body = {"message": "12345678", "text": "x", "seen": 0}
    assert shop.browser().post(f"/console/api{path}", json=body).status_code == 401
    ann, bob = shop.staff("ann"), shop.staff("bob")
    for headers in ({}, {"x-daogou-guard": "x"}, {"x-daogou-guard": bob.guard}):
        assert ann.client.post(f"/console/api{path}", json=body, headers=headers).status_code == 403
    elsewhere = {"x-daogou-guard": ann.guard, "origin": "https://elsewhere.example"}
    assert ann.client.post(f"/console/api{path}", json=body, headers=elsewhere).status_code == 403


def test_another_site_cannot_sign_somebody_in(shop: Shop):
    shop.staff("ann")
    for headers in ({"origin": "https://elsewhere.example"}, {"sec-fetch-site": "cross-site"}):
        answer = shop.browser().post(
            "/console/sign-in", data={"name": "ann", "password": PASSWORD}, headers=headers, follow_redirects=False
        )
        assert answer.status_code == 403


def test_after_signing_out_the_old_cookie_opens_nothing(shop: Shop):
    ann = shop.staff("ann")
    token = ann.client.cookies["daogou_staff"]
    ann.post("/sign-out")
    late = shop.browser()
    late.cookies.set("daogou_staff", token, path="/console")
    assert late.get("/console/api/me").status_code == 401


def test_too_many_wrong_passwords_have_to_wait_and_a_right_one_does_too(shop: Shop):
    shop.staff("cat")
    browser = shop.browser()
    for _ in range(MOST["both"]):
        assert browser.post("/console/sign-in", data={"name": "cat", "password": "wrong password"}).status_code == 401
    for password in ("wrong password", PASSWORD):
        answer = browser.post("/console/sign-in", data={"name": "cat", "password": password}, follow_redirects=False)
        assert answer.status_code == 429
        assert int(answer.headers["retry-after"]) > 0


def test_the_wait_ends_and_bounds_an_address_as_well():
    now = [0.0]
    attempts = Attempts(lambda: now[0])
    for number in range(MOST["address"]):
        assert attempts.seconds_left(f"name-{number}", "here") == 0
        attempts.failed(f"name-{number}", "here")
    assert attempts.seconds_left("somebody", "here") > 0
    assert attempts.seconds_left("somebody", "there") == 0
    now[0] = WITHIN + 1
    assert attempts.seconds_left("somebody", "here") == 0


def test_the_page_runs_no_script_of_its_own_text_and_lies_in_no_frame(shop: Shop):
    for page in (shop.browser().get("/console"), shop.staff("ann").client.get("/console")):
        policy = page.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert "<script>" not in page.text
        assert " style=" not in page.text
        assert page.headers["cache-control"] == "no-store"


def test_the_console_speaks_the_languages_of_the_shop(shop: Shop):
    shop.staff("ann")
    assert "登录" in shop.browser().get("/console", headers={"accept-language": "zh-CN"}).text
    assert "Sign in" in shop.browser().get("/console", headers={"accept-language": "en"}).text
    chosen = shop.browser()
    chosen.cookies.set("daogou_console_language", "zh", path="/console")
    assert "登录" in chosen.get("/console", headers={"accept-language": "en"}).text
