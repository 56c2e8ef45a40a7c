"""The console's further addresses: suggestions, what is looked up, corrections, macros and exports."""

from typing import Annotated, Any, Literal

from fastapi import Depends, FastAPI, HTTPException, Request
from fastapi.responses import JSONResponse, Response

from assistant.languages.reading import spoken
from assistant.records.staff_book import SignIn
from assistant.records.ticket_book import CLOSED, TAKEN, WAITING
from assistant.web.console.asked import Corrected, WrittenMacro
from assistant.web.console.correcting import Correcting
from assistant.web.console.door import PATH, Door
from assistant.web.console.exports import MESSAGE, TICKET, as_csv, as_json, conversation_rows, ticket_rows
from assistant.web.console.lookups import Lookups
from assistant.web.console.suggestions import Suggestions
from assistant.web.console.tickets import Tickets
from assistant.web.page_words import say as page_say

API = f"{PATH}/api"
NO_STORE = {"cache-control": "no-store"}
LONGEST = 300
Form = Literal["json", "csv"]


def add_lookups(site: FastAPI, tickets: Tickets, door: Door) -> None:
    """Suggestions, products, orders, and past conversations."""
    writer = Annotated[SignIn, Depends(door.writer)]
    reader, suggestions, lookups = Annotated[SignIn, Depends(door.staff)], Suggestions(tickets), Lookups(tickets)

    @site.get(f"{API}/tickets/{{number}}/suggestion")
    def suggestion(request: Request, number: int, _: reader) -> Any:
        return _told(suggestions.of(tickets.ticket(number, door.language(request))))

    @site.get(f"{API}/tickets/{{number}}/customer")
    def customer(request: Request, number: int, _: reader) -> Any:
        return _told(lookups.customer(number, door.language(request)))

    @site.get(f"{API}/products")
    def products(_: reader, words: str = "", language: str = "") -> Any:
        return _told({"products": lookups.products(words[:LONGEST], language) if words.strip() else []})

    @site.get(f"{API}/search")
    def search(_: reader, words: str = "") -> Any:
        return _told({"found": lookups.search(words[:LONGEST])})

    @site.get(f"{API}/messages/{{number}}/conversation")
    def conversation(request: Request, number: int, _: reader) -> Any:
        return _told(lookups.conversation(number, door.language(request)))

    @site.post(f"{API}/messages/{{number}}/take")
    def step_in(request: Request, number: int, who: writer) -> Any:
        language = door.language(request)
        return _told({"ticket": tickets.step_in(lookups.message(number, language), who.staff, language)})


def add_corrections(site: FastAPI, tickets: Tickets, door: Door) -> None:
    """Correct and resend, and a lead's word on it; and the clauses that contradict each other."""
    reader, writer = Annotated[SignIn, Depends(door.staff)], Annotated[SignIn, Depends(door.writer)]
    lead = Annotated[SignIn, Depends(door.lead_writer)]
    correcting, lookups = Correcting(tickets), Lookups(tickets)

    @site.get(f"{API}/corrections")
    def corrections(_: reader) -> Any:
        return _told({"corrections": correcting.every()})

    @site.get(f"{API}/contradictions")
    def contradictions(_: reader) -> Any:
        return _told({"contradictions": correcting.contradictions()})

    @site.post(f"{API}/messages/{{number}}/correct")
    def correct(request: Request, number: int, asked: Corrected, who: writer) -> Any:
        language = door.language(request)
        return _told(correcting.correct(lookups.message(number, language), who.staff, asked, language))

    @site.post(f"{API}/corrections/{{number}}/approve")
    def approve(request: Request, number: int, who: lead) -> Any:
        return _told(correcting.decide(number, who.staff, True, door.language(request)))

    @site.post(f"{API}/corrections/{{number}}/dismiss")
    def dismiss(request: Request, number: int, who: lead) -> Any:
        return _told(correcting.decide(number, who.staff, False, door.language(request)))


def add_macros(site: FastAPI, tickets: Tickets, door: Door) -> None:
    """Macros: everybody reads them, leads write them."""
    reader, lead = Annotated[SignIn, Depends(door.staff)], Annotated[SignIn, Depends(door.lead_writer)]

    @site.get(f"{API}/macros")
    def macros(_: reader) -> Any:
        languages = {code: page_say(code, "language", "name") for code in spoken()}
        found = [{"name": one.name, "texts": dict(one.texts), "by": one.by} for one in tickets.room.macros.every()]
        return _told({"macros": found, "languages": languages})

    @site.post(f"{API}/macros")
    def put(asked: WrittenMacro, who: lead) -> Any:
        try:
            tickets.room.macros.put(asked.name, asked.texts, who.staff.name, tickets.room.clock())
        except ValueError as error:
            raise HTTPException(422, str(error)) from error
        return _told({"done": True})

    @site.post(f"{API}/macros/remove")
    def remove(asked: WrittenMacro, _: lead) -> Any:
        return _told({"done": tickets.room.macros.remove(asked.name)})


def add_exports(site: FastAPI, tickets: Tickets, door: Door) -> None:
    """Files of tickets and conversations, for leads."""
    lead, lookups = Annotated[SignIn, Depends(door.lead)], Lookups(tickets)

    @site.get(f"{API}/export/tickets")
    def all_tickets(_: lead, form: Form = "json") -> Response:
        return _file(ticket_rows(tickets.room.tickets.queue(WAITING, TAKEN, CLOSED)), TICKET, form, "tickets")

    @site.get(f"{API}/messages/{{number}}/export")
    def one_conversation(request: Request, number: int, _: lead, form: Form = "json") -> Response:
        message = lookups.message(number, door.language(request))
        rows = conversation_rows(tickets.room.log.since(message.conversation))
        return _file(rows, MESSAGE, form, f"conversation-{number}")


def _file(rows: list[dict[str, Any]], columns: tuple[str, ...], form: Form, name: str) -> Response:
    text = as_json(rows) if form == "json" else as_csv(rows, columns)
    kind = "application/json" if form == "json" else "text/csv; charset=utf-8"
    headers = {**NO_STORE, "content-disposition": f'attachment; filename="{name}.{form}"'}
    return Response(text, media_type=kind, headers=headers)


def _told(value: dict[str, Any]) -> JSONResponse:
    return JSONResponse(value, headers=NO_STORE)
