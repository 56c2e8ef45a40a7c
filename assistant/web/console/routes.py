"""The console's addresses: its page, the door, the queue and its tickets."""

from collections.abc import Callable
from typing import Annotated, Any
from urllib.parse import parse_qs

from fastapi import Depends, FastAPI, HTTPException, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from assistant.records.staff_book import SignIn
from assistant.web.console.asked import Joining, Taking, Unsent, Words
from assistant.web.console.desk_routes import add_corrections, add_exports, add_lookups, add_macros
from assistant.web.console.door import COOKIE, PATH, Door
from assistant.web.console.pages import door_page, first_page, opening_page, work_page
from assistant.web.console.tickets import Tickets
from assistant.web.console.words import console_words, say
from assistant.web.visits import QUEUE, Visits

API = f"{PATH}/api"
LONGEST_WAIT = 25.0
LARGEST_FORM = 4096
NO_STORE = {"cache-control": "no-store"}


def add_console(site: FastAPI, visits: Visits, version: str, is_open: Callable[[], bool]) -> None:
    """Adds the console to the site; `version` names its files' content, `is_open` tells whether the shop is open."""
    tickets = Tickets(visits)
    door = Door(lambda: tickets.room)
    add_door(site, visits, door, version, is_open)
    add_tickets(site, tickets, door)
    for add in (add_lookups, add_corrections, add_macros, add_exports):
        add(site, tickets, door)


def add_door(site: FastAPI, visits: Visits, door: Door, version: str, is_open: Callable[[], bool]) -> None:
    """The page, signing in and signing out."""
    reader, writer = Annotated[SignIn, Depends(door.staff)], Annotated[SignIn, Depends(door.writer)]

    @site.get(PATH)
    def console(request: Request) -> Response:
        language = door.language(request)
        if not is_open():
            return HTMLResponse(opening_page(language, version), 503, headers={**NO_STORE, "refresh": "2"})
        found = door.who(request)
        if found is not None:
            return HTMLResponse(work_page(language, version, found), headers=NO_STORE)
        room = visits.assistant.staff
        if room is None or not room.accounts.every():
            return HTMLResponse(first_page(language, version), headers=NO_STORE)
        return HTMLResponse(door_page(language, version), headers=NO_STORE)

    @site.post(f"{PATH}/sign-in")
    async def sign_in(request: Request) -> Response:
        language = door.language(request)
        if not door.is_own_page(request):
            raise HTTPException(403, say(language, "other_page"))
        form = parse_qs((await request.body())[:LARGEST_FORM].decode(errors="replace"))
        name, password = form.get("name", [""])[0].strip(), form.get("password", [""])[0]
        token = await run_in_threadpool(door.let_in, request, name, password)
        if isinstance(token, int):
            told = say(language, "too_many", minutes=-(-token // 60))
            headers = {**NO_STORE, "retry-after": str(token)}
            return HTMLResponse(door_page(language, version, told, name), 429, headers=headers)
        if token is None:
            return HTMLResponse(door_page(language, version, say(language, "wrong"), name), 401, headers=NO_STORE)
        answer = RedirectResponse(PATH, 303, headers=NO_STORE)
        door.give_cookie(request, answer, token)
        return answer

    @site.post(f"{API}/sign-out")
    def sign_out(request: Request, _: writer) -> Response:
        visits.assistant.staff.accounts.sign_out(request.cookies.get(COOKIE, ""))
        answer = JSONResponse({"done": True}, headers=NO_STORE)
        answer.delete_cookie(COOKIE, path=PATH)
        return answer

    @site.get(f"{API}/me")
    def me(request: Request, who: reader) -> Any:
        return _told(
            {
                "name": who.staff.name,
                "role": who.staff.role,
                "leads": who.staff.leads,
                "guard": who.guard,
                "words": console_words(door.language(request)),
            }
        )


def add_tickets(site: FastAPI, tickets: Tickets, door: Door) -> None:
    """The queue, and what is done with a ticket."""
    reader, writer = Annotated[SignIn, Depends(door.staff)], Annotated[SignIn, Depends(door.writer)]

    @site.get(f"{API}/queue")
    async def queue(_: reader, rung: int = 0, wait: float = 0.0) -> Any:
        now = await tickets.visits.bell.heard(QUEUE, rung, min(max(wait, 0.0), LONGEST_WAIT))
        return _told({"rung": now, "tickets": await run_in_threadpool(tickets.queue)})

    @site.get(f"{API}/tickets/{{number}}")
    def ticket(request: Request, number: int, who: reader) -> Any:
        return _told(tickets.whole(number, who.staff, door.language(request)))

    @site.get(f"{API}/tickets/{{number}}/live")
    async def live(
        request: Request, number: int, who: reader, heard: int = 0, rung: int = 0, wait: float = 0.0
    ) -> Any:  # fmt: skip
        language = door.language(request)
        found = await run_in_threadpool(tickets.ticket, number, language)
        now = await tickets.visits.bell.heard(found.conversation, rung, min(max(wait, 0.0), LONGEST_WAIT))
        told = await run_in_threadpool(tickets.since, found, who.staff, heard, language)
        return _told({**told, "rung": now})

    @site.post(f"{API}/tickets/{{number}}/take")
    def take(request: Request, number: int, asked: Taking, who: writer) -> Any:
        tickets.take(number, who.staff, asked.holder, door.language(request))
        return _told({"done": True})

    @site.post(f"{API}/tickets/{{number}}/join")
    def join(request: Request, number: int, asked: Joining, who: writer) -> Any:
        tickets.join(number, who.staff, asked.joins, door.language(request))
        return _told({"done": True})

    @site.post(f"{API}/tickets/{{number}}/give-back")
    def give_back(request: Request, number: int, who: writer) -> Any:
        tickets.give_back(number, who.staff, door.language(request))
        return _told({"done": True})

    @site.post(f"{API}/tickets/{{number}}/put-back")
    def put_back(request: Request, number: int, who: writer) -> Any:
        tickets.put_back(number, who.staff, door.language(request))
        return _told({"done": True})

    @site.post(f"{API}/tickets/{{number}}/send")
    def send(request: Request, number: int, asked: Words, who: writer) -> Any:
        return _told(tickets.send(number, who.staff, asked, door.language(request)))

    @site.post(f"{API}/tickets/{{number}}/draft")
    def draft(request: Request, number: int, asked: Unsent, who: writer) -> Any:
        tickets.keep_draft(number, who.staff, asked.text, door.language(request))
        return _told({"done": True})


def _told(value: dict[str, Any]) -> JSONResponse:
    return JSONResponse(value, headers=NO_STORE)
