"""What small talk is answered with, and which product an answer leaves on the shopper's mind."""

from __future__ import annotations

from assistant.languages.dialogue import dialogue
from assistant.vocabulary import Act, Intent, Reply

SAID = (("asks_who", "about_me"), ("leaves", "farewell"))


def small_talk(text: str, shown: bool) -> str:
    """The name of the phrase that answers a message about nothing sold; `shown` tells that goods are on screen."""
    plain = text.casefold()
    if not any(letter.isalnum() for letter in text):
        return "empty"
    for pattern, name in SAID:
        if dialogue().matches(pattern, plain):
            return name
    greets = dialogue().matches("greets", plain)
    if dialogue().matches("thanks", plain) and not greets:
        return "thanks"
    if greets or not shown:
        return "greeting_again" if shown else "greeting"
    return "nod" if dialogue().matches("nod", plain) else "chat"


def first_of(reply: Reply, intent: Intent) -> tuple[str, ...]:
    """The one product that leads in what was asked; none where nothing was, or several lead."""
    if intent.act is not Act.COMPARE or reply.table is None or not intent.asks:
        return ()
    row = next((one for one in reply.table.rows if one.field == intent.asks[0].field), None)
    return (reply.table.products[row.best[0]].id,) if row is not None and row.best else ()
