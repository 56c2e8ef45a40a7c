"""Any endpoint that speaks OpenAI's protocol, through LangChain's init_chat_model."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any

from assistant.chat_models.limits import ModelLimits
from assistant.errors import ModelError
from catalog.errors import SetupError

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

MOST_BYTES = 500_000
"""Of one response: an answer of a few sentences has some thousands."""
CONNECT = 5.0
NO_KEY = "none"


def endpoint_chat(name: str, url: str, key: str, limits: ModelLimits) -> BaseChatModel:
    """The chat model of that name; without a URL it is OpenAI's own, which needs a key."""
    if not url and not key:
        raise SetupError("The model needs an endpoint: set DAOGOU_MODEL_URL, or DAOGOU_MODEL_KEY for OpenAI's own.")
    if url and not url.startswith(("http://", "https://")):
        raise SetupError(f"DAOGOU_MODEL_URL is {url!r}. Write an address such as http://127.0.0.1:8000/v1.")
    from langchain.chat_models import init_chat_model

    return init_chat_model(
        name,
        model_provider="openai",
        base_url=url or "https://api.openai.com/v1",
        api_key=key or NO_KEY,
        timeout=limits.timeout,
        max_retries=0,
        temperature=0.2,
        stream_chunk_timeout=None,
        http_async_client=bounded_client(limits.timeout),
        use_responses_api=False,
    )


def bounded_client(seconds: float, most: int = MOST_BYTES) -> Any:
    """An HTTP client that reads no more than so many bytes of a response."""
    import httpx

    class Bounded(httpx.AsyncByteStream):
        def __init__(self, source: Any) -> None:
            self._source = source

        async def __aiter__(self) -> AsyncIterator[bytes]:
            left = most
            async for chunk in self._source:
                left -= len(chunk)
                if left < 0:
                    raise ModelError(f"The model's response is longer than {most} bytes.")
                yield chunk

        async def aclose(self) -> None:
            await self._source.aclose()

    class BoundedClient(httpx.AsyncClient):
        async def send(self, request: httpx.Request, *, stream: bool = False, **more: Any) -> httpx.Response:
            response = await super().send(request, stream=True, **more)
            response.stream = Bounded(response.stream)
            if not stream:
                try:
                    await response.aread()
                finally:
                    await response.aclose()
            return response

    return BoundedClient(timeout=httpx.Timeout(seconds, connect=min(CONNECT, seconds)))
