"""What one sign at the end of a word means: the lamp of 台灯, or only the end of a kind's whole name."""

from __future__ import annotations

from assistant.languages.dialogue import places
from assistant.understanding.lexicon.catalogue_lexicon import CatalogueLexicon
from assistant.understanding.lexicon.fixed_roles import dialogue_roles
from assistant.understanding.lexicon.words import Word
from assistant.understanding.message.phrase_roles import NOTHING, Roles
from catalog.languages.lexicon import kind_of

LONGEST = 12
PIECES = frozenset({"pieces"})
"""What the word that packs are counted by says, of which a kind's sign may be the end: 10支装."""


def as_compound_end(first: int, tokens: tuple[Word, ...], roles: Roles, lexicon: CatalogueLexicon) -> Roles:
    """What one sign means: the kind where a noun phrase ends with it (羊毛袜), and else whatever it is but a kind."""
    here, after = tokens[first], tokens[first + 1] if first + 1 < len(tokens) else None
    ends = after is None or after.mark or after.latin or after.start > here.end
    things = dialogue_roles(places())
    ends = ends or (after is not None and not {"cue", "particle"}.isdisjoint(things.get(after.key, NOTHING)))
    glued = first > 0 and tokens[first - 1].end == here.start and not tokens[first - 1].mark
    counted = tokens[first - 1].key + here.key if glued else ""
    if glued and tokens[first - 1].key.isdigit() and "concept" in roles:
        return roles  # 10杯的咖啡机: so many of them.
    if glued and (_ends_kind(first, tokens, lexicon) or things.get(counted, NOTHING).get("concept") == PIECES):
        return {role: found for role, found in roles.items() if role != "type"}
    if ends and (glued or not {"filler", "cue", "number"} & roles.keys()):
        return {"type": lexicon.type_words[here.key]}
    return {role: found for role, found in roles.items() if role != "type"}


def _ends_kind(first: int, tokens: tuple[Word, ...], lexicon: CatalogueLexicon) -> bool:
    """Whether the sign is the end of a kind's whole name, which it then tells nothing without: 充电器."""
    joined = tokens[first].key
    for at in range(first - 1, max(-1, first - LONGEST), -1):
        if tokens[at].end != tokens[at + 1].start or tokens[at].latin or tokens[at].mark:
            return False
        joined = tokens[at].key + joined
        if joined in lexicon.type_words:
            return not _is_cut_off(tokens, at, first)
    return False


def _is_cut_off(tokens: tuple[Word, ...], at: int, first: int) -> bool:
    """Whether the name begins inside a longer word for what the thing is like: the 木床 of 橡木床 is a bed of oak."""
    longer = range(at - 1, max(-1, first - LONGEST), -1)
    return any(kind_of("".join(one.key for one in tokens[begin:first])) == "value" for begin in longer)
