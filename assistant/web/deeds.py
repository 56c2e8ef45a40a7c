"""What a page may ask of the server, checked where it comes in."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

MOST_LINES = 50
MOST_PIECES = 999
MESSAGE = r"[A-Za-z0-9_-]*"


class BasketLine(BaseModel):
    """A basket line as the browser keeps it: never a price or a title."""

    model_config = ConfigDict(extra="ignore")
    id: str = Field(max_length=300)
    quantity: int = Field(ge=1, le=MOST_PIECES)
    options: list[str] = Field(default_factory=list, max_length=8)


class Deed(BaseModel):
    """One thing that a shopper did on the page, and what the page shows of the conversation at that moment."""

    model_config = ConfigDict(extra="ignore")
    do: Literal["open", "say", "undo", "retry", "clear", "language", "add", "set", "empty"]
    text: str = ""
    label: str = Field(default="", max_length=300)
    """What the pressed button says, where the text is a button's and not the shopper's own."""
    conversation: str = Field(default="", max_length=100)
    count: int = 0
    language: str = Field(default="", max_length=20)
    chosen: bool = False
    product: str = Field(default="", max_length=300)
    products: list[str] = Field(default_factory=list, max_length=5)
    """What is to be set side by side, where the text asks for a comparison by its button."""
    quantity: int = Field(default=1, ge=0, le=MOST_PIECES)
    basket: list[BasketLine] = Field(default_factory=list, max_length=MOST_LINES)
    message: str = Field(default="", max_length=60, pattern=MESSAGE)
    """The page's own id of a message, so that one that is sent again is not answered twice."""


class Message(BaseModel):
    """One line of the HTTP API: the same keys as `chat --json`."""

    model_config = ConfigDict(extra="ignore")
    text: str
    conversation: str = Field(default="", max_length=100)
    shopper: str | None = Field(default=None, max_length=300)
    language: str | None = Field(default=None, max_length=20)
    k: int = Field(default=5, ge=1, le=20)
    message: str = Field(default="", max_length=60, pattern=MESSAGE)
    """The sender's own id of this message: sent again, it is kept once, and answered as before."""


class Listening(BaseModel):
    """A page that asks what staff said: the number of the last message it has, and that of the bell it heard."""

    model_config = ConfigDict(extra="ignore")
    conversation: str = Field(max_length=100)
    language: str = Field(default="", max_length=20)
    heard: int = Field(default=0, ge=0)
    rung: int = 0
    wait: float = Field(default=0.0, ge=0.0, le=25.0)
