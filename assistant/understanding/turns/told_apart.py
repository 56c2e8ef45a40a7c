"""Which of a few products a part of a message means, by whatever tells them apart: a colour, a name, a size."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.languages.dialogue import dialogue
from assistant.understanding.message.page import Page
from assistant.understanding.message.reading import read
from assistant.understanding.turns.beside_shown import ranked_by
from assistant.understanding.turns.called_by_title import SAYS_NOTHING, inside_of, telling
from assistant.understanding.turns.names_on_screen import described
from assistant.understanding.turns.pointing import pointed_at
from catalog.product import Product

Facts = Callable[[Sequence[str]], Sequence[Product]]
LEVELS = frozenset({"more", "words"})


def meant_by(page: Page, text: str, facts: Facts, among: Sequence[str], like: str = "") -> list[str]:
    """Those of `among` that the text means; of several, the one most like the product `like` where one is."""
    if not among:
        return []
    part = Page(read(text, page.lexicon), page.columns, page.state, page.language, page.guess)
    part.types = page.state.want.types if page.state.want else ()
    found = [*_measured(part, facts, among, like)]
    found = found or described(part, facts, among) or _titled(part, facts, among) or _pointed(part, facts, among)
    if len(found) > 1 and like:
        return _likest(facts, found, like)
    return list(found)


def _pointed(part: Page, facts: Facts, among: Sequence[str]) -> list[str]:
    """Those that places on screen mean, and not what stands on screen alone."""
    if not any({"ordinal", "brand", "type"} & span.roles.keys() for span in part.spans):
        return []
    return [one for one in pointed_at(part, facts) if one in among]


def _titled(part: Page, facts: Facts, among: Sequence[str]) -> list[str]:
    """Those whose titles hold a word that the others on screen or in the basket lack."""
    inside = [line.product for line in part.state.cart]
    products = facts(tuple(dict.fromkeys([*part.state.shown, *inside])))
    found: set[str] | None = None
    for one in telling(part.reading.plain, products):
        spans = [part.spans[at] for at in inside_of(part, one)]
        if spans and all(SAYS_NOTHING & span.roles.keys() for span in spans):
            continue
        found = set(one.ids) if found is None else (found & set(one.ids)) or found
    return [one for one in among if one in (found or ())]


def _measured(part: Page, facts: Facts, among: Sequence[str], like: str) -> list[str]:
    """The one that is more or less of something than the product `like`: the bigger one, 大的."""
    for index, span in enumerate(part.spans):
        wishes = sorted(name for name, level in span.roles.get("wish", ()) if level in LEVELS)
        if not (wishes and like):
            continue
        field, order = ranked_by(part, index, facts, [like, *_alike(facts, among, like)])
        if field is None or like not in order:
            continue
        more = dialogue().wishes[wishes[0]]["direction"] != "<"
        place = order.index(like) + (1 if more else -1)
        if 0 <= place < len(order):
            return [order[place]]
    return []


def _alike(facts: Facts, among: Sequence[str], like: str) -> list[str]:
    """Those of the same group or, where none is, the same brand as this one; all where none is of that either."""
    mine = next(iter(facts((like,))), None)
    if mine is None:
        return list(among)
    products = facts(tuple(among))
    kin = [one.id for one in products if mine.group is not None and one.group == mine.group]
    kin = kin or [one.id for one in products if mine.brand and one.brand == mine.brand]
    return kin or list(among)


def _likest(facts: Facts, ids: Sequence[str], like: str) -> list[str]:
    """The one whose group, or else most of whose title, is that of the product `like`; all where several are."""
    mine = next(iter(facts((like,))), None)
    if mine is None:
        return list(ids)
    words = set(mine.title.casefold().split())
    scores = {
        one.id: (mine.group is not None and one.group == mine.group, len(words & set(one.title.casefold().split())))
        for one in facts(tuple(ids))
    }
    top = max(scores.values())
    best = [one for one in ids if scores.get(one) == top]
    return best if len(best) == 1 else list(ids)
