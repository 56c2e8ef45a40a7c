"""The web app's own routes, its headers, and what it refuses."""

from __future__ import annotations

import logging
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace

import pytest
from starlette.testclient import TestClient

from assistant.settings import Settings
from assistant.web.opening import already
from assistant.web.serving import taken_port
from assistant.web.shop_window import Window
from catalog.errors import SetupError
from tests.assistant.web.made_up import HOSTILE, headphones, made_up_assistant

SITE = "https://blog.example"


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    from assistant.web import site as site_module

    assistant = made_up_assistant()
    products = assistant.catalogue.store.products
    products["a/b?c"] = headphones(1, id="a/b?c", title=HOSTILE, translations={})

    class Bare:
        def __init__(self, store: object) -> None:
            pass

        def __call__(self, language: str) -> Window:
            return Window()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(site_module, "ShopWindow", Bare)
        app = site_module.web_app(already(assistant), Settings(frame_sites=(SITE, "not a site; script-src *")))
    with TestClient(app, base_url="http://127.0.0.1:7860") as client:
        yield client


def test_the_page_names_its_language_its_title_and_no_other_host(client):
    page = client.get("/", headers={"accept-language": "zh-CN"}).text
    assert re.search(r'<html\s+lang="zh"', page)
    assert "<title>Daogou 导购</title>" in page
    for foreign in ("googleapis", "gstatic", "githubusercontent", "cdnjs"):
        assert foreign not in page
    assert not re.findall(r'(?:src|href)="(?:https?:)?//', page)


def test_every_script_of_the_page_carries_this_answers_nonce(client):
    answer = client.get("/")
    nonce = re.search(r"'nonce-([^']+)'", answer.headers["content-security-policy"]).group(1)
    assert len(re.findall(r"<script\b", answer.text)) == answer.text.count(f'<script nonce="{nonce}"')
    assert nonce not in client.get("/").headers["content-security-policy"]
    assert "unsafe-inline" not in answer.headers["content-security-policy"].split("script-src")[1].split(";")[0]


def test_only_the_widget_may_be_framed_and_only_by_the_named_sites(client):
    assert "frame-ancestors 'self'" in client.get("/").headers["content-security-policy"]
    policy = client.get("/widget").headers["content-security-policy"]
    assert policy.endswith(f"frame-ancestors {SITE}")
    assert "gradio_config" in client.get("/widget").text


def test_without_named_sites_nobody_may_frame_the_widget():
    from assistant.web.page_headers import GuardedPages

    assert GuardedPages(None, (), None)._policy("/widget", "n").endswith("frame-ancestors 'none'")  # type: ignore[arg-type]


def test_the_loader_is_small_and_speaks_the_visitors_language(client):
    answer = client.get("/widget.js", headers={"accept-language": "zh"})
    assert len(answer.content) < 4096
    assert "打开导购" in answer.text
    assert "%" not in re.sub(r"\d+%", "", answer.text)
    assert answer.headers["cross-origin-resource-policy"] == "cross-origin"


@pytest.mark.parametrize("path", ["/page/page.js", "/page/page.css", "/page/icon.svg", "/widget.js", "/", "/shop/hp-0"])
def test_every_answer_is_guarded(client, path):
    headers = client.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert "default-src 'self'" in headers["content-security-policy"]


@pytest.mark.parametrize(
    "path",
    [
        "/sample/pictures/../../../app.py",
        "/sample/pictures/%2e%2e%2f%2e%2e%2fproducts%2faudio.jsonl",
        "/sample/pictures/nothing.svg",
        "/page/../site.py",
        "/page/%2e%2e%2fsite.py",
        "/gradio_api/file=/etc/passwd",
        "/gradio_api/file/etc/passwd",
        "/gradio_api/proxy=http://127.0.0.1:1/",
    ],
)
def test_no_file_can_be_read(client, path):
    assert client.get(path).status_code in (403, 404)


def test_nothing_can_be_uploaded(client):
    assert client.post("/gradio_api/upload", files={"files": ("a.txt", b"x")}).status_code == 404


def test_a_product_has_a_page_of_its_own_in_each_language(client):
    assert "Aria Fold 0" in client.get("/shop/hp-0", headers={"accept-language": "en"}).text
    page = client.get("/shop/hp-0?language=zh").text
    assert "轻折耳机 0" in page
    assert '<html lang="zh">' in page
    assert "Forgot I had to charge it" in page


def test_a_product_page_shows_hostile_text_as_text(client):
    page = client.get("/shop/a/b%3Fc").text
    assert "<script>document" not in page
    assert "&lt;script&gt;" in page


def test_an_unknown_product_is_a_page_that_says_so(client):
    answer = client.get("/shop/nothing", headers={"accept-language": "en"})
    assert answer.status_code == 404
    assert "no longer in the shop" in answer.text


def test_the_http_api_answers_as_the_command_does(client):
    first = client.post("/api/chat", json={"text": "headphones"}).json()
    assert first["act"] == "find"
    assert len(first["conversation"]) >= 30
    again = client.post("/api/chat", json={"text": "cheaper", "conversation": first["conversation"]}).json()
    assert again["conversation"] == first["conversation"]
    other = client.post("/api/chat", json={"text": "cheaper", "conversation": "guessed"}).json()
    assert other["conversation"] not in ("guessed", first["conversation"])


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"text": 5}', b'{"text": "x", "k": 500}', b"\xff\xfe"])
def test_a_bad_message_is_answered_with_its_reason(client, body):
    answer = client.post("/api/chat", content=body, headers={"content-type": "application/json"})
    assert answer.status_code == 422
    assert '{"text": "..."}' in answer.json()["error"]


def test_a_long_message_is_answered_and_an_endless_one_refused(client):
    assert client.post("/api/chat", json={"text": "x" * 1_000_000}).status_code == 200
    assert client.post("/api/chat", content=b" " * 5_000_000).status_code == 413


def test_gradio_tells_nobody(client):
    config = client.get("/config").json()
    assert config["analytics_enabled"] is False
    assert config.get("space_id") is None


def test_the_page_needs_neither_torch_nor_transformers():
    # A fresh process: other tests of this one may have loaded them.
    code = "import sys, assistant.web.site; sys.exit(bool({'torch', 'transformers'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_port_in_use_is_told_with_what_to_type():
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        port = busy.getsockname()[1]
        with pytest.raises(SetupError, match=rf"Port {port} .* in use.*--port {port + 1}"):
            taken_port("127.0.0.1", port)


def test_a_port_that_cannot_be_is_told():
    for host, port in (("127.0.0.1", 99999), ("no.such.host.invalid", 80)):
        with pytest.raises(SetupError, match="--port"):
            taken_port(host, port)


def test_a_failing_turn_of_the_api_is_one_sentence(client, monkeypatch, caplog):
    from assistant.web import own_pages

    def broken(*_: object) -> None:
        raise RuntimeError("secret inside")

    monkeypatch.setattr("assistant.web.visits.Visits.chat", broken)
    with caplog.at_level(logging.ERROR, own_pages.__name__):
        answer = client.post("/api/chat", json={"text": "x"})
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert "secret inside" in caplog.text


def test_hostile_attribute_names_stay_text():
    from assistant.web.product_page import product_page

    nasty = replace(headphones(0), attributes={HOSTILE: headphones(0).attributes["weight"]})
    assert "<script>document" not in product_page(nasty, "en", ())


def test_the_page_is_served_before_the_assistant_is_open():
    from assistant.web.opening import Opening
    from assistant.web.site import web_app

    opening = Opening()
    with TestClient(web_app(opening, Settings()), base_url="http://127.0.0.1:7860") as early:
        assert early.get("/").status_code == 200
        assert opening.if_open() is None


def test_what_keeps_the_assistant_from_opening_is_told_to_whoever_waits():
    from assistant.web.opening import Opening

    def held() -> None:
        raise SetupError("The home is in use.")

    opening = Opening()
    assert not opening.open(held)  # type: ignore[arg-type]
    assert isinstance(opening.failure(), SetupError)
    assert opening.if_open() is None
    with pytest.raises(SetupError):
        opening()
