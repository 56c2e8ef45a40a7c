"""The nouns of a conversation: Turn, Intent, Candidate, Ranked, Evidence, Reason, Reply."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from catalog.product import EMPTY, Constraint, Product, Value


class Act(StrEnum):
    """What a turn is for."""

    FIND = "find"
    REFINE = "refine"
    MORE = "more"
    SIMILAR = "similar"
    COMPARE = "compare"
    ASK_PRODUCT = "ask_product"
    WHY = "why"
    CART = "cart"
    FEEDBACK = "feedback"
    POLICY = "policy"
    ORDER = "order"
    HUMAN = "human"
    CHAT = "chat"
    OUT_OF_SCOPE = "out_of_scope"
    UNSAFE = "unsafe"


PEOPLE = frozenset({"recipient", "occasion", "use"})
"""Whom, which day and what the goods are for: wishes that few records tell in a column, and many in their text."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One message of a shopper; `language` and `shopper` are set where the caller knows them."""

    conversation: str
    text: str
    language: str | None = None
    shopper: str | None = None
    beside: int = 0
    """How many other messages wait for an answer as this one is read; a crowd is answered in less time each."""


@dataclass(frozen=True, slots=True)
class PromptMessage:
    """One message to a language model: `role` is system, user or assistant."""

    role: str
    text: str


@dataclass(frozen=True, slots=True)
class Want:
    """The kind of product that is searched.

    `name` is what the shopper sees, `types` the catalogue's own type names of that kind (empty: the catalogue has
    none), `query` the words to search with, in the catalogue's languages as well, `also` the same with the
    kind's short or long name, and `term` the kind in the catalogue's language where the shopper speaks another;
    `purpose` says what it shall do, where that is all that was said of its kind; `near` says that the types are
    none of that kind and only come near it.
    """

    name: str
    types: tuple[str, ...] = ()
    query: str = ""
    also: tuple[str, ...] = ()
    term: str = ""
    purpose: str = ""
    near: bool = False

    @property
    def called(self) -> str:
        """The kind by its name in the catalogue's language, or as the shopper named it where that is none."""
        return self.term or self.name


@dataclass(frozen=True, slots=True)
class Rate:
    """How much of the shop's currency one unit of another currency is, on a date."""

    currency: str
    worth: float
    date: str


@dataclass(frozen=True, slots=True)
class CartChange:
    """One change of the basket: add, remove, set or clear; `options` are the variant words the shopper named."""

    kind: str
    products: tuple[str, ...] = ()
    quantity: int = 1
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Intent:
    """What this turn changes, and nothing else.

    `forget` holds field names to drop from the ledger ("want" and "everything" are names too); `points_at` the ids of
    the shown products that the words mean; `asks` what a question about a product is about; `undo` takes back the last
    change; `amount_in` a currency that the shop can't convert, so that the amount has to be asked for;
    `corrected` the misspelt words, (as written, as read); `unread` the words of a message of which nothing was
    understood; `left` those of which nothing was made in a message that was understood else; `beside` the need that is
    told beside a service request, and `request` the words of that request alone; `misread` that the shopper says
    to have been misunderstood, and not in what; `liked` that what is on screen, or what is pointed at, pleases.
    """

    act: Act
    language: str
    topic: str | None = None
    want: Want | None = None
    require: tuple[Constraint, ...] = ()
    forget: tuple[str, ...] = ()
    points_at: tuple[str, ...] = ()
    cart: tuple[CartChange, ...] = ()
    undo: bool = False
    amount_in: str | None = None
    notices: tuple[str, ...] = ()
    asks: tuple[Constraint, ...] = ()
    corrected: tuple[tuple[str, str], ...] = ()
    unread: str = ""
    left: tuple[str, ...] = ()
    beside: Intent | None = None
    request: str = ""
    misread: bool = False
    liked: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """A product that qualifies, with its similarity to the need by each retriever."""

    product: Product
    similarity: float
    parts: Mapping[str, float] = field(default=EMPTY)


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate with its score from 0 to 1 and the parts that made it; only this can be shown."""

    product: Product
    score: float
    parts: Mapping[str, float] = field(default=EMPTY)


@dataclass(frozen=True, slots=True)
class Unproved:
    """A product apart from the items: it breaks nothing, but its record doesn't answer `missing`."""

    ranked: Ranked
    missing: tuple[Constraint, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What proves one claim; `at` is the stretch of the reason's text that it proves, `among` what it compares with."""

    product: str
    field: str
    value: Value | None
    unit: str | None = None
    kind: str = "fact"
    among: tuple[str, ...] | int | None = None
    span: str | None = None
    at: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """Why this product, in words, with the evidence of each claim."""

    product: str
    text: str
    evidence: tuple[Evidence, ...]
    drawback: str | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """One button: its label, what sending it says, and how many products it leaves."""

    label: str
    say: str
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """The one question back of a turn."""

    text: str
    field: str
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Offer:
    """A counted alternative: what would change, how many products it gives, and the words that take it."""

    change: str
    count: int
    say: str


@dataclass(frozen=True, slots=True)
class CartLine:
    """One line of the basket; `price` is of one piece."""

    product: str
    title: str
    quantity: int
    price: float | None
    currency: str | None = None
    options: tuple[str, ...] = ()
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One field of a comparison: its name, a cell for each product (None: the record doesn't say), the best places."""

    field: str
    name: str
    cells: tuple[str | None, ...]
    best: tuple[int, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Products side by side."""

    products: tuple[Product, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Reply:
    """All that one turn answers, as data; rendering makes words and cards of the same objects."""

    act: Act
    language: str
    text: str
    topic: str | None = None
    want: Want | None = None
    items: tuple[Ranked, ...] = ()
    unproved: tuple[Unproved, ...] = ()
    reasons: Mapping[str, Reason] = field(default=EMPTY)
    ledger: tuple[Constraint, ...] = ()
    question: Question | None = None
    offers: tuple[Offer, ...] = ()
    cart: tuple[CartLine, ...] = ()
    notices: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    fitting: int = 0
    table: Table | None = None
    proofs: tuple[Evidence, ...] = ()
    """What proves the text of an answer about products that are on screen already."""
    aside: bool = False
    """Whether it only says something of the goods on screen, which stay."""
    timings: Mapping[str, float] = field(default=EMPTY)
