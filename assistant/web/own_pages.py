"""The routes that are ours: files of the page, product pages, pictures, the widget's loader, the HTTP API."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable
from pathlib import Path

from fastapi import FastAPI, HTTPException, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.exceptions import RequestValidationError
from fastapi.responses import FileResponse, HTMLResponse, JSONResponse, Response

from assistant.json_form import reply_json
from assistant.languages.reading import nearest, spoken
from assistant.web.deeds import Listening, Message
from assistant.web.page_headers import is_site, of_console
from assistant.web.page_words import say
from assistant.web.product_page import plain_page, product_page
from assistant.web.shell import chosen_language
from assistant.web.visits import Visits

LOG = logging.getLogger(__name__)
PICTURE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*\.svg")
KINDS = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
A_DAY = {"cache-control": "public, max-age=86400"}
PICTURE_HEADERS = {**A_DAY, "content-disposition": "inline"}


def add_own_pages(
    site: FastAPI, visits: Visits, files: dict[str, bytes], pictures: Path, frame_sites: Iterable[str] = ()
) -> None:
    """Adds the routes; `files` are the page's own, by name, `pictures` the folder of the sample shop's pictures,
    `frame_sites` the sites on which the widget may be shown.
    """
    sites = " ".join(one for one in frame_sites if is_site(one))

    @site.get("/page/{name}")
    def own_file(name: str) -> Response:
        if name not in files:
            raise HTTPException(404)
        return Response(files[name], media_type=KINDS[Path(name).suffix], headers=A_DAY)

    @site.get("/widget.js")
    def widget_loader(request: Request) -> Response:
        language = chosen_language(request.headers.get("accept-language", ""), None)
        text = files["widget.js"].decode().replace("%sites%", sites)
        for key in ("open", "close", "title"):
            text = text.replace(f"%{key}%", say(language, "widget", key))
        return Response(text, media_type="text/javascript", headers={"cache-control": "public, max-age=300"})

    @site.get("/sample/pictures/{name}")
    def picture(name: str) -> Response:
        if not PICTURE.fullmatch(name) or not (pictures / name).is_file():
            raise HTTPException(404)
        return FileResponse(pictures / name, media_type="image/svg+xml", headers=PICTURE_HEADERS)

    @site.get("/shop/{id:path}")
    def product(request: Request, id: str, language: str = "") -> HTMLResponse:
        code = nearest(language) if language in spoken() else _wished(request)
        found = visits.assistant.catalogue.store.get([id])
        if not found:
            return HTMLResponse(plain_page("missing", code), 404)
        others = tuple((one, say(one, "language", "name")) for one in spoken() if one != code)
        return HTMLResponse(product_page(found[0], code, others))

    @site.post("/api/chat")
    async def chat(message: Message) -> JSONResponse:
        try:
            with visits.arrivals:
                conversation, reply = await run_in_threadpool(visits.chat, message)
        except Exception:
            LOG.exception("A turn of the HTTP API failed")
            return JSONResponse({"error": "This turn failed inside; nothing was changed. Try again."}, 500)
        return JSONResponse(reply_json(reply, conversation.id))

    @site.post("/api/live")
    async def live(asked: Listening) -> JSONResponse:
        if not await run_in_threadpool(visits.records.is_known, asked.conversation):
            return JSONResponse({"lines": "", "heard": asked.heard, "rung": 0, "desk": {"state": "", "text": ""}})
        rung = await visits.bell.heard(asked.conversation, asked.rung, asked.wait)
        told = await run_in_threadpool(visits.overheard, asked)
        return JSONResponse({**told, "rung": rung})

    @site.exception_handler(RequestValidationError)
    def bad_message(request: Request, error: RequestValidationError) -> JSONResponse:
        wrong = "; ".join(
            f"{'.'.join(str(part) for part in one['loc'][1:]) or 'body'}: {one['msg']}" for one in error.errors()
        )
        if of_console(request.url.path):
            return JSONResponse({"error": f"This request can't be read ({wrong})."}, 422)
        return JSONResponse({"error": f'This message can\'t be read ({wrong}). Send {{"text": "..."}}.'}, 422)


def _wished(request: Request) -> str:
    return chosen_language(request.headers.get("accept-language", ""), None)
