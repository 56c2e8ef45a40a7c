"""What the assistant's own buttons say, as an intent."""

from __future__ import annotations

from assistant.state import DialogueState
from assistant.understanding.lexicon.catalogue_lexicon import CatalogueLexicon
from assistant.understanding.lexicon.sayings import heard, told_by
from assistant.vocabulary import Act, Intent
from catalog.product import Constraint

WANT = "want"
"""What is forgotten with the kind that is wanted."""


def button_intent(text: str, language: str, state: DialogueState, lexicon: CatalogueLexicon) -> Intent | None:
    """The demand that a button sets, or the one (or the want) that it takes back; None for a shopper's own words."""
    said = heard(text, lexicon, state)
    if said is None:
        return None
    kind, what = said
    act = Act.REFINE if state.want or state.ledger else Act.FIND
    if kind == "require" and isinstance(what, Constraint):
        return Intent(act, language, require=(what,))
    dropped = told_by(str(what), language, state.ledger)
    if not dropped and state.want is not None and str(what) == state.want.name:
        return Intent(Act.REFINE, language, forget=(WANT,))
    fields = tuple(dict.fromkeys(one.field for one in dropped))
    kept = tuple(one for one in state.ledger if one.field in fields and one not in dropped)
    return Intent(Act.REFINE, language, require=kept, forget=fields)
