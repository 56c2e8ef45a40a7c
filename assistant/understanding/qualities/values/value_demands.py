"""Demands on text values such as colours and materials, wanted or excluded, alone or listed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.languages.dialogue import dialogue
from assistant.understanding.lexicon.catalogue_lexicon import ValueWords
from assistant.understanding.lexicon.field_names import is_compatibility, is_secondary, word_keys
from assistant.understanding.lexicon.list_columns import lists_all
from assistant.understanding.lexicon.words import key
from assistant.understanding.message.page import Page
from assistant.understanding.message.polarity import denied, softened
from assistant.understanding.message.reading import Span
from assistant.understanding.qualities.meant_for import is_meant_for
from assistant.understanding.qualities.named_constraint import named_constraint
from assistant.understanding.qualities.shades.coined_shades import names_shade
from assistant.understanding.qualities.shades.plural_names import names_things
from assistant.understanding.qualities.values.graded_values import graded_values
from assistant.understanding.qualities.values.whole_share import WHOLE, whole_share
from assistant.understanding.wants.naming.part_of_want import is_usual_value
from assistant.understanding.wants.people import told_by_value
from assistant.understanding.wants.sorts import is_gone_to, is_taste
from catalog.languages.lexicon import equivalents
from catalog.product import Constraint

WELL_FILLED = 0.3
"""Where fewer of the wanted products fill the column, titles may prove the value too."""
USUAL = 0.03
"""A value of so many of the wanted products is told by itself, without the name of its column."""
NAMED = 0.5
"""The most that the name of a column beside the value says for that column."""
LISTED = 6
"""So many phrases may stand between what asks and the last of what it asks for."""
TOLD_OF_ALL = 0.6
"""A column that so many of the wanted products fill tells what all of them are."""
NO_CHANCE = 3
"""So many products of the wanted kind have a value that is no chance."""
LARGE = 2000
"""In a catalogue of fewer products one that has a value is no chance."""


def value_demands(page: Page) -> list[Constraint]:
    """The text values asked for or excluded, each in the column that holds it for the wanted products."""
    found: list[Constraint] = []
    for index in list(page.with_role("value")):
        tasted = _is_unlisted(page) and is_taste(page, index)
        if index in page.used or page.is_inside_word(index) or tasted or is_gone_to(page, index):
            continue
        if names_things(page, index) or names_shade(page, index):
            continue
        beside = is_meant_for(page, index) and not told_by_value(page, index)
        field = _made_for(page, index) or (None if beside else column_meant(page, index))
        if field is None:
            continue
        members = [at for at in page.group(index, "value") if at == index or field in page.spans[at].roles["value"]]
        refusal, soft = denied(page, members), softened(page, members)
        same = list(dict.fromkeys(_same_values(page, at, field, bool(refusal)) for at in members))
        texts = tuple(dict.fromkeys(text for one in same for text in one))
        better, bound = graded_values(page, index, field) if len(members) == 1 and not refusal else ((), [])
        texts, same, members = better or texts, [better] if better else same, [*members, *bound]
        filled = page.columns.share(page.lexicon.fields[field], page.types)
        told = page.lexicon.fields[field].shares and field in page.columns.ranks("material")
        share = whole_share(page, index) if told and not refusal else None
        if share is not None and filled >= WELL_FILLED:
            texts, members = tuple(f"{WHOLE}{text}" for text in texts), [*share, *members]
        said = page.said((*(refusal or ()), *members))
        page.take((*members, *(refusal or ()), *(soft or ()), *_column_word(page, members, field)))
        lists = lists_all(page.columns, page.lexicon.fields[field])
        op = "=" if filled >= WELL_FILLED and not lists else "has"
        each = same if lists and not refusal and not _either(page, members) else [texts]
        found += [named_constraint(field, one, bool(refusal), not soft, said, op) for one in each]
    return found


def _either(page: Page, members: Sequence[int]) -> bool:
    """Whether one of the listed phrases will do."""
    return any(page.spans[at].cue("or") for at in range(members[0], members[-1]))


def _same_values(page: Page, index: int, field: str, refused: bool) -> tuple[str, ...]:
    """The value in the column that the word means, and the others there that mean the same: silk is 蚕丝 and 桑蚕丝.

    A refusal is of all that the shopper's own word may mean; of shades that one word covers a wish means the usual."""
    meant: ValueWords = page.spans[index].roles["value"][field]
    if not refused and field in page.columns.ranks("colour"):
        return (meant.text,)
    words = (*equivalents(meant.text), *(equivalents(page.said([index])) if refused else ()))
    others = (page.lexicon.values.get(key(one), {}).get(field) for one in words)
    same = {one.text for one in others if one is not None and one.held_by(page.types)}
    return (meant.text, *sorted(same - {meant.text}))


def _made_for(page: Page, index: int) -> str | None:
    """The column of what the wanted things are made for, where it has this value: a case for the X9."""
    introduced = any(page.spans[at].cue("for", "compatible") for at in page.before(index, 2))
    if page.is_filler(index) or not (
        introduced
        or is_meant_for(page, index)
        or any(page.spans[at].cue("compatible_after", "used_by") for at in page.after(index, 2))
    ):
        return None
    for name, value in page.spans[index].roles["value"].items():
        field = page.lexicon.fields.get(name)
        if field is not None and page.types and value.held_by(page.types) and is_compatibility(field.names[0]):
            return name
    return None


def column_meant(page: Page, index: int) -> str | None:
    """The column this value is meant in; None where the words are not meant as a value."""
    span = page.spans[index]
    columns: Mapping[str, ValueWords] = span.roles["value"]
    kept_out = {"ordinal", "number"} | (set() if told_by_value(page, index) else {"person"})
    if _sticks_to_kind(page, index):
        kept_out -= {"ordinal"}
    if not any(columns[name].held_by(page.types) for name in _named_beside(page, index, True) & columns.keys()):
        kept_out |= {"filler"}
    introduced = _introduced(page, index) or _is_asked_for(page, index) or is_usual_value(page, index)
    if kept_out & span.roles.keys() or ("type" in span.roles and not (introduced or _tells_of_kind(page, index))):
        return None
    if "cue" in span.roles and not _named_beside(page, index):
        return None
    total = max(1, page.lexicon.number_of(page.types))
    named = _named_beside(page, index)
    listed = not _is_unlisted(page)
    best: tuple[float, str] | None = None
    for name, value in columns.items():
        field = page.lexicon.fields.get(name)
        if field is None or field.kind != "text" or not (listed or _is_general(page, name, named)):
            continue
        share = value.held_by(page.types) / total
        score = (
            share
            + (min(NAMED, 5 * share + 0.05) if name in named else 0.0)
            + (0.1 if name in _usual_columns(page) else 0.0)
        )
        score += 0.2 * page.columns.share(field, page.types) - (1.0 if is_secondary(field.names[0]) else 0.0)
        if name not in named and (span.key.isdigit() or is_compatibility(page.lexicon.fields[name].names[0])):
            continue
        asked = _is_asked_for(page, index) and value.held_by(page.types) >= NO_CHANCE
        general = not listed and span.roles.get("known") == "value"
        lacked = listed and _is_lacked(page, index, name, value)
        if not (value.plain or name in named or asked or general or lacked or _telling(page, span, name, share)):
            continue
        if (
            page.types
            and not general
            and not value.held_by(page.types)
            and not (name in named or lacked or _may_be_untold(page, name, value) or told_by_value(page, index))
        ):
            continue
        if best is None or (score, name) > best:
            best = (score, name)
    return best[1] if best else None


def _tells_of_kind(page: Page, index: int) -> bool:
    """Whether a word that names a kind as well only describes the kind right behind it: 短袖T恤, a cream saucepan."""
    span = page.spans[index]
    after = next((at for at in page.after(index, 2) if not page.spans[at].roles.get("particle")), None)
    kinds = set(page.spans[after].roles.get("type", ())) if after is not None else set()
    held = any(one.held_by(page.types) for one in span.roles["value"].values()) and bool(page.types)
    mine = set(span.roles["type"])
    return held and kinds >= set(page.types) and (mine <= kinds or ("tint" in span.roles and not mine & kinds))


def _sticks_to_kind(page: Page, index: int) -> bool:
    """Whether a word and a kind are written as one, so that a number in it counts nothing on screen: 5号充电电池."""
    span, after = page.spans[index], index + 1
    own = not page.said([index]).isascii()
    glued = own and after < len(page) and page.spans[after].start == span.end
    return glued and "type" in page.spans[after].roles


def _may_be_untold(page: Page, name: str, value: ValueWords) -> bool:
    """Whether a value that no wanted product has is meant all the same: a colour, but no word of other goods' stuff."""
    told = value.plain or page.columns.share(page.lexicon.fields[name], page.types) > 0
    return told and name in _usual_columns(page)


def _is_lacked(page: Page, index: int, name: str, value: ValueWords) -> bool:
    """Whether none of the wanted goods has a value that others have, in a column that nearly all of them fill."""
    span = page.spans[index]
    told = page.columns.share(page.lexicon.fields[name], page.types) >= TOLD_OF_ALL
    more = {"ordinal", "letter_size"} if _sticks_to_kind(page, index) else set()
    plain = not span.roles.keys() - {"value", "known", "tint"} - more and len(span.key) >= 2 and not span.key.isdigit()
    least = NO_CHANCE if page.lexicon.count >= LARGE else 1
    return bool(page.types) and told and plain and value.held_by(()) >= least and not value.held_by(page.types)


def _is_unlisted(page: Page) -> bool:
    return bool(page.types) and not page.lexicon.number_of(page.types)


def _is_general(page: Page, name: str, named: frozenset[str]) -> bool:
    """Whether a column may tell of a kind that the shop doesn't list: what any shop knows by that name, as a shape."""
    called = page.lexicon.fields[name].names[0]
    general = {key(word) for word in dialogue().phrases["columns"]["general"]}
    told = name in named or name in _usual_columns(page) or key(called) in general
    return told or lists_all(page.columns, page.lexicon.fields[name])


def _telling(page: Page, span: Span, name: str, share: float) -> bool:
    """Whether a value needs no column name beside it: it is usual for the wanted kind, or written like a standard."""
    if name in _usual_columns(page):
        return True
    mixed = any(char.isdigit() for char in span.key) and any(char.isalpha() for char in span.key) and len(span.key) >= 3
    if mixed and share > 0:
        return True
    return (
        bool(page.types)
        and share >= USUAL
        and len(span.key) >= 2
        and page.columns.share(page.lexicon.fields[name], page.types) >= WELL_FILLED
    )


def _usual_columns(page: Page) -> frozenset[str]:
    return frozenset(
        name for concept in ("colour", "material") for name, rank in page.columns.ranks(concept).items() if rank < 100
    )


def _named_beside(page: Page, index: int, in_full: bool = False) -> frozenset[str]:
    """The columns that words beside the value name (colour black, material cotton, 材质是棉)."""
    found: set[str] = set()
    for at in (*page.before(index, 3), *page.after(index, 2)):
        roles = page.spans[at].roles
        if in_full and page.is_filler(at):
            continue
        found.update(roles.get("field", ()))
        for concept in roles.get("concept", frozenset()):
            found.update(name for name, rank in page.columns.ranks(concept).items() if rank < 100)
    return frozenset(found) | _partly_named(page, index)


def _partly_named(page: Page, index: int) -> frozenset[str]:
    """The columns of this value whose name holds the word right beside it: F nib, where nibs have a nib size."""
    columns = page.spans[index].roles.get("value", {})
    names = {one: word_keys(" ".join(page.lexicon.fields[one].names)) for one in columns if one in page.lexicon.fields}
    beside = [at for at in (index - 2, index - 1, index + 1) if 0 <= at < len(page) and not page.spans[at].mark]
    words = {word for at in beside if not page.is_filler(at) for word in page.ways(at)}
    return frozenset(one for one, parts in names.items() if words & set(parts))


def _introduced(page: Page, index: int) -> bool:
    return any(page.spans[at].cue("colour", "not") for at in page.before(index, 2))


def _is_asked_for(page: Page, index: int) -> bool:
    """Whether the words right before ask for something to have or to lack: with fax, with 16 GB and fax, without."""
    if any(page.spans[at].cue("and") for at in page.before(index, 1)):
        asking = (page.spans[at] for at in range(max(0, index - LISTED), index))
        return bool(page.types) and any(one.latin and one.cue("with") for one in asking)
    return any(page.spans[at].cue("with", "not") for at in page.before(index, 1)) and bool(page.types)


def _column_word(page: Page, members: Sequence[int], field: str) -> list[int]:
    """A column's name right beside its value is part of the demand."""
    taken = []
    for at in (members[0] - 1, members[-1] + 1):
        if not page.free(at):
            continue
        if "type" in page.spans[at].roles:
            # An English keyboard, of a laptop: the kind's name only says of which column it is.
            if page.spans[at].latin and at > members[-1] and field in page.columns.containing(page.spans[at].key):
                taken.append(at)
            continue
        roles = page.spans[at].roles
        concepts = roles.get("concept", frozenset())
        named = {"known"} >= roles.keys() - {"value", "tint"} and page.ways(at) & {
            *word_keys(page.lexicon.fields[field].names[0])
        }
        if (
            named
            or field in roles.get("field", ())
            or any(field in page.columns.ranks(concept) for concept in concepts)
        ):
            taken.append(at)
    return taken
