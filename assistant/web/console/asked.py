"""What the console's page may ask of the server, checked where it comes in."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

LONGEST = 8000
KEY = r"[A-Za-z0-9_-]{8,60}"


class Asked(BaseModel):
    """Any request of the console's page."""

    model_config = ConfigDict(extra="ignore")


class Taking(Asked):
    """Who has the ticket as far as the page knows: nobody, or the colleague from whom it is taken."""

    holder: str = Field(default="", max_length=60)


class Joining(Asked):
    """Whether somebody starts or stops writing at a colleague's ticket."""

    joins: bool = True


class Words(Asked):
    """A message: the page's own id of it, its words, the last message that was seen, and products for its cards."""

    message: str = Field(pattern=KEY)
    text: str = Field(max_length=LONGEST)
    seen: int = Field(ge=0)
    products: list[str] = Field(default_factory=list, max_length=6)


class Unsent(Asked):
    """What is written so far."""

    text: str = Field(max_length=LONGEST)


class Corrected(Asked):
    """A right answer in the place of a wrong one, under an id of the page's, to be sent into the chat or not."""

    message: str = Field(pattern=KEY)
    answer: str = Field(min_length=1, max_length=LONGEST)
    resend: bool = True
    seen: int = Field(default=0, ge=0)


class WrittenMacro(Asked):
    """A macro: its name, and its text by language."""

    name: str = Field(max_length=60)
    texts: dict[str, str] = Field(max_length=10)
