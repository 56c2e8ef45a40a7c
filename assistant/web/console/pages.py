"""The console's pages: the door in its three states, and the frame that the script fills."""

from __future__ import annotations

from importlib import resources
from string import Template

from assistant.languages.reading import spoken
from assistant.records.staff_book import SignIn
from assistant.web.console.words import say
from assistant.web.page_words import safe
from assistant.web.page_words import say as page_say
from assistant.web.shell import next_language


def work_page(language: str, version: str, who: SignIn) -> str:
    """The frame of the console for who is signed in."""
    frame = resources.files("assistant.web").joinpath("static", "console.html").read_text(encoding="utf-8")
    slots = {key: safe(say(language, key)) for key in Template(frame).get_identifiers() if key not in OWN}
    role = safe(say(language, f"role_{who.staff.role}"))
    body = Template(frame).substitute(slots, name=safe(who.staff.name), role=role, switch=_switch(language))
    return _page(language, version, body, "console.js")


OWN = ("name", "role", "switch")


def door_page(language: str, version: str, wrong: str = "", name: str = "") -> str:
    """The form for signing in, with what was wrong with the last try."""
    told = f'<p class="wrong" role="alert">{safe(wrong)}</p>' if wrong else ""
    return _door(
        language, version,
        f'{told}<form method="post" action="/console/sign-in">'
        f'<label>{_w(language, "name")}<input name="name" value="{safe(name)}" autocomplete="username" required '
        f'maxlength="40" autofocus></label>'
        f'<label>{_w(language, "password")}<input name="password" type="password" autocomplete="current-password" '
        f'required maxlength="400"></label>'
        f'<button class="act" type="submit">{_w(language, "sign_in")}</button></form>',
    )  # fmt: skip


def first_page(language: str, version: str) -> str:
    """What to type where there is no account yet."""
    return _door(language, version, f"<p>{_w(language, 'no_accounts')}</p>"
                 "<pre><code>python -m assistant staff add NAME --role lead</code></pre>")  # fmt: skip


def opening_page(language: str, version: str) -> str:
    """The page while the shop is still opening."""
    return _door(language, version, f"<p>{_w(language, 'opening')}</p>")


def _door(language: str, version: str, inside: str) -> str:
    return _page(
        language, version,
        f'<main class="door"><h1>{safe(page_say(language, "shell", "title"))}</h1>'
        f'<p class="soft">{_w(language, "for_staff")}</p>{inside}'
        f'<p class="foot">{_switch(language)}</p></main>', "console_language.js",
    )  # fmt: skip


def _switch(language: str) -> str:
    following = next_language(language)
    label = safe(page_say(language, "shell", "switch", name=page_say(following, "language", "name")))
    faces = " / ".join(
        f"<b>{safe(page_say(one, 'language', 'short'))}</b>" if one == language
        else f"<span>{safe(page_say(one, 'language', 'short'))}</span>"
        for one in reversed(spoken())
    )  # fmt: skip
    return (
        f'<button type="button" class="pill" id="language" data-to="{following}" aria-label="{label}">{faces}</button>'
    )


def _page(language: str, version: str, body: str, script: str) -> str:
    return (
        f'<!doctype html><html lang="{safe(language)}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">'
        f"<title>{_w(language, 'title')}</title>"
        f'<link rel="icon" type="image/svg+xml" href="/page/icon.svg?{version}">'
        f'<link rel="stylesheet" href="/page/console.css?{version}">'
        f'<script defer src="/page/{script}?{version}"></script></head><body>{body}</body></html>'
    )


def _w(language: str, key: str) -> str:
    return safe(say(language, key))
