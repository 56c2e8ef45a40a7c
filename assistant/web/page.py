"""The shopper's page as a Gradio app: a frame that the server's answers fill; the only module that imports gradio."""

from __future__ import annotations

import json
import logging
from collections.abc import AsyncIterator
from functools import cache
from itertools import count
from typing import Any

import anyio.to_thread
import gradio as gr
from anyio import CapacityLimiter
from fastapi import FastAPI
from pydantic import ValidationError

from assistant.json_form import reply_json
from assistant.web.deeds import Deed, Message
from assistant.web.page_words import say
from assistant.web.shell import shell
from assistant.web.talk import failed_bubble
from assistant.web.visits import Screen, Visits

LOG = logging.getLogger(__name__)
AT_ONCE = 6
"""Deeds that run side by side; more wait: a turn is work for the processor, and more threads only slow it."""
LISTENING = 200
"""Deeds that are let in: they wait for a worker, where they are counted, or for a language model's next sentence, which
is no work and takes no worker's place."""
WAITING = 400
"""Deeds that may wait; beyond that a shopper is told at once."""
START = "daogou.start(element, (deed) => trigger('deed', deed))"
RECEIVE = "watch('value', () => daogou.{part}(props.value))"


def mount_page(site: FastAPI, visits: Visits, language: str) -> None:
    """Mounts the shopper's page at the root of a site: no upload, no file, no telemetry, nothing shared."""
    gr.mount_gradio_app(
        site,
        shopper_page(visits, language),
        path="/",
        footer_links=[],
        run_history=False,
        show_error=False,
        allowed_paths=[],
        max_file_size="1kb",
        ssr_mode=False,
        enable_monitoring=False,
        mcp_server=False,
        theme=no_fonts_from_elsewhere(),
        app_kwargs={"docs_url": None, "redoc_url": None, "openapi_url": None},
    )


def shopper_page(visits: Visits, language: str) -> gr.Blocks:
    """The page; each deed answers with the goods first, then the words, which may still be written as they appear."""
    stamps = count(1)
    workers, listeners = cache(lambda: CapacityLimiter(AT_ONCE)), cache(lambda: CapacityLimiter(LISTENING))

    async def answer(event: gr.EventData) -> AsyncIterator[tuple[Any, Any]]:
        with visits.arrivals:
            screen = await anyio.to_thread.run_sync(_answered, visits, event._data, limiter=workers())
        if screen.goods is not None:
            yield json.dumps({"stamp": next(stamps), "html": screen.goods}), gr.skip()
        if screen.later is None:
            yield gr.skip(), json.dumps({"stamp": next(stamps), **screen.talk})
            return
        try:
            while (talk := await anyio.to_thread.run_sync(next, screen.later, None, limiter=listeners())) is not None:
                yield gr.skip(), json.dumps({"stamp": next(stamps), **talk})
        finally:
            screen.later.close()

    async def chat(text: str, conversation: str = "", language: str = "") -> dict[str, Any]:
        """One turn of a conversation: the reply as `chat --json` writes it; an empty id starts a new conversation."""
        message = Message(text=text, conversation=conversation, language=language or None)
        with visits.arrivals:
            kept, reply = await anyio.to_thread.run_sync(visits.chat, message)
        return reply_json(reply, kept.id)

    with gr.Blocks(title=say(language, "shell", "title"), analytics_enabled=False, fill_width=True) as page:
        frame = gr.HTML(shell(language, visits.shop, None), js_on_load=START, apply_default_css=False)
        goods = gr.HTML("", html_template="", js_on_load=RECEIVE.format(part="goods"), elem_classes="unseen")
        talk = gr.HTML("", html_template="", js_on_load=RECEIVE.format(part="talk"), elem_classes="unseen")
        frame.deed(
            answer,
            None,
            [goods, talk],
            api_name="deed",
            show_progress="hidden",
            trigger_mode="multiple",
            api_visibility="undocumented",
            concurrency_limit=LISTENING,
        )
        gr.api(chat, api_name="chat")
    return page.queue(max_size=WAITING, default_concurrency_limit=AT_ONCE, api_open=False)


def _answered(visits: Visits, data: Any) -> Screen:
    try:
        deed = Deed.model_validate(data)
    except ValidationError as error:
        LOG.warning("The page sent something that is no deed: %s", error.errors(include_url=False, include_input=False))
        return Screen({"answer": failed_bubble("", "")})
    return visits.do(deed)


def no_fonts_from_elsewhere() -> gr.themes.Base:
    """A theme of system fonts alone."""
    plain = ["system-ui", "-apple-system", "Segoe UI", "Noto Sans", "Noto Sans CJK SC", "sans-serif"]
    return gr.themes.Base(font=plain, font_mono=["ui-monospace", "monospace"])
