"""Demands on brands and on text values such as colours and materials, wanted or excluded, alone or listed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.languages.dialogue import dialogue
from assistant.understanding.lexicon.catalogue_lexicon import ValueWords
from assistant.understanding.lexicon.field_names import is_compatibility, is_secondary, word_keys
from assistant.understanding.lexicon.words import key
from assistant.understanding.message.page import Page
from assistant.understanding.message.polarity import denied, softened
from assistant.understanding.message.reading import Span
from assistant.understanding.wants.people import told_by_value
from assistant.understanding.wants.sorts import is_gone_to, is_taste
from catalog.languages.spelling import spellings
from catalog.product import Constraint

WELL_FILLED = 0.3
"""Where fewer of the wanted products fill the column, titles may prove the value too."""
USUAL, NAMED = 0.03, 0.5
REACH, FEW = 6, 3
"""So many products of the wanted kind have a value that is no chance."""


def brand_demands(page: Page) -> list[Constraint]:
    """The brands asked for or excluded; a brand that something is only made for is none."""
    found: list[Constraint] = []
    wanted: list[str] = []
    for index in list(page.with_role("brand")):
        if index in page.used or not _is_brand(page, index):
            continue
        members = [at for at in page.group(index, "brand") if at == index or _is_brand(page, at)]
        if _compatible(page, index) or (_is_part(page, index) and _field(page, index) is not None):
            continue
        refusal, soft = denied(page, members), softened(page, members)
        names = tuple(dict.fromkeys(name for at in members for name in page.spans[at].roles["brand"]))
        said = page.said((*(refusal or ()), *members))
        page.take((*members, *(refusal or ()), *(soft or ())))
        if not refusal:
            wanted += names
        found.append(_constraint("brand", names, bool(refusal), not soft, said, "="))
    return found if len(wanted) == len(set(wanted)) else _unrepeated(found)


def value_demands(page: Page) -> list[Constraint]:
    """The text values asked for or excluded, each in the column that holds it for the wanted products."""
    found: list[Constraint] = []
    for index in list(page.with_role("value")):
        tasted = _is_unlisted(page) and is_taste(page, index)
        if index in page.used or page.is_inside_word(index) or tasted or is_gone_to(page, index):
            continue
        beside = _compatible(page, index) and not told_by_value(page, index)
        field = _made_for(page, index) or (None if beside else _field(page, index))
        if field is None:
            continue
        members = [at for at in page.group(index, "value") if at == index or field in page.spans[at].roles["value"]]
        refusal, soft = denied(page, members), softened(page, members)
        texts = tuple(dict.fromkeys(page.spans[at].roles["value"][field].text for at in members))
        said = page.said((*(refusal or ()), *members))
        page.take((*members, *(refusal or ()), *(soft or ()), *_column_word(page, members, field)))
        filled = page.columns.share(page.lexicon.fields[field], page.types)
        found.append(_constraint(field, texts, bool(refusal), not soft, said, "=" if filled >= WELL_FILLED else "has"))
    return found


def _constraint(field: str, texts: tuple[str, ...], refused: bool, firm: bool, said: str, one: str) -> Constraint:
    if len(texts) == 1:
        return Constraint(field, "!=" if refused else one, texts[0], None, firm, said)
    return Constraint(field, "not_in" if refused else "in", texts, None, firm, said)


def _unrepeated(found: Sequence[Constraint]) -> list[Constraint]:
    return list({(one.field, one.op, one.value): one for one in found}.values())


def _is_brand(page: Page, index: int) -> bool:
    """Whether the phrase names a brand here: words of other meanings must be written or introduced as a name."""
    span = page.spans[index]
    if _is_everyday_word(page, index) or _is_one_of_things(page, index):
        return False
    if not ({"type", "known", "cue", "filler", "wish", "concept", "feature", "person"} & span.roles.keys()):
        return not any(value.plain for value in span.roles.get("value", {}).values()) or _written_as_name(page, index)
    if span.roles.get("known") == "brand" and not ({"cue", "filler"} & span.roles.keys()):
        return True
    if _written_as_name(page, index) and "type" not in span.roles:
        return True
    return any(page.spans[at].cue("brand_by") for at in page.before(index, 2))


def _is_everyday_word(page: Page, index: int) -> bool:
    """Whether a brand's name is written small where the brand makes nothing of the wanted kind, and titles of other
    goods begin with that word: apple juice."""
    span = page.spans[index]
    written = page.reading.text[span.start : span.end]
    if not written.isascii() or not written.islower() or not page.lexicon.number_of(page.types):
        return False
    if not _is_ordinary(page, index):
        return False
    if any(page.lexicon.brand_types.get(name, {}).get(one) for name in span.roles["brand"] for one in page.types):
        return False
    named = page.lexicon.leading.get(span.key, {})
    own = {one for name in span.roles["brand"] for one in page.lexicon.brand_types.get(name, {})}
    return bool(named.keys() - own)


def _is_one_of_things(page: Page, index: int) -> bool:
    """Whether a word in small letters stands beside a thing, and makes nothing that is wanted: chicken and apple."""
    span = page.spans[index]
    made = (page.lexicon.brand_types.get(name, {}).get(one) for name in span.roles["brand"] for one in page.types)
    if not span.latin or page.reading.text[span.start : span.end] != span.key or any(made):
        return False
    if any(page.spans[at].cue("brand_by", "not") for at in page.before(index, 4)):
        return False
    beside = [(index - 1, index - 2), (index + 1, index + 2)]
    return any(
        0 <= join < len(page)
        and 0 <= other < len(page)
        and page.spans[join].cue("and")
        and (not page.spans[join].mark or page.spans[join].key == "&")
        and not page.spans[other].roles.keys() - {"known", "value", "tint"}
        and page.spans[other].roles.get("known") != "brand"
        and _is_ordinary(page, other)
        for join, other in beside
    )


def _is_ordinary(page: Page, index: int) -> bool:
    said = page.reading.plain[page.spans[index].start : page.spans[index].end].strip()
    return any(one.ordinary(said) for one in spellings())


def _is_part(page: Page, index: int) -> bool:
    """Whether the brand makes none of the wanted products but a part of them (a laptop with an Intel processor)."""
    roles = page.spans[index].roles
    made = sum(page.lexicon.brand_types.get(name, {}).get(one, 0) for name in roles["brand"] for one in page.types)
    return bool(page.types) and not made and any(one.held_by(page.types) for one in roles.get("value", {}).values())


def _written_as_name(page: Page, index: int) -> bool:
    span = page.spans[index]
    written = page.reading.text[span.start : span.end]
    return written[:1].isupper() and (index > 0 or len(page) == 1 or written.isupper())


def _compatible(page: Page, index: int) -> bool:
    """Whether the brand is what something else is made for (toner for HP printers, 适用惠普的硒鼓)."""
    for at in page.before(index, REACH):
        span = page.spans[at]
        if span.cue("compatible"):
            return True
        if span.cue("for") and not span.cue("with", "want"):
            return at > 0
        if not (page.is_filler(at) or "brand" in span.roles or span.cue("or", "and")):
            break
    for at in page.after(index, 4):
        span = page.spans[at]
        beside = at == index + 1 and (span.cue("used_by") or (span.cue("compatible") and span.latin))
        # 苹果手机的保护膜: what belongs to a maker's goods is made for them.
        owned = "particle" in span.roles and "type" in page.spans[at - 1].roles and at > index + 1
        if beside or span.cue("compatible_after") or (owned and any("type" in one.roles for one in page.spans[at:])):
            return True
        if not ("type" in span.roles or "known" in span.roles or not span.roles):
            return False
    return False


def _made_for(page: Page, index: int) -> str | None:
    """The column of what the wanted things are made for, where it has this value: a case for the X9."""
    introduced = any(page.spans[at].cue("for", "compatible") for at in page.before(index, 2))
    if page.is_filler(index) or not (
        introduced or any(page.spans[at].cue("compatible_after", "used_by") for at in page.after(index, 2))
    ):
        return None
    for name, value in page.spans[index].roles["value"].items():
        field = page.lexicon.fields.get(name)
        if field is not None and page.types and value.held_by(page.types) and is_compatibility(field.names[0]):
            return name
    return None


def _field(page: Page, index: int) -> str | None:
    """The column this value is meant in; None where the words are not meant as a value."""
    span = page.spans[index]
    columns: Mapping[str, ValueWords] = span.roles["value"]
    kept_out = {"ordinal", "number"} | (set() if told_by_value(page, index) else {"person"})
    if not any(columns[name].held_by(page.types) for name in _named_beside(page, index, True) & columns.keys()):
        kept_out |= {"filler"}
    introduced = _introduced(page, index) or _is_asked_for(page, index)
    if kept_out & span.roles.keys() or ("type" in span.roles and not introduced):
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
        asked = _is_asked_for(page, index) and value.held_by(page.types) >= FEW
        general = not listed and span.roles.get("known") == "value"
        if not (value.plain or name in named or asked or general or _telling(page, span, name, share)):
            continue
        if (
            page.types
            and not general
            and not value.held_by(page.types)
            and not (name in named or name in _usual_columns(page) or told_by_value(page, index))
        ):
            continue
        if best is None or (score, name) > best:
            best = (score, name)
    return best[1] if best else None


def _is_unlisted(page: Page) -> bool:
    return bool(page.types) and not page.lexicon.number_of(page.types)


def _is_general(page: Page, name: str, named: frozenset[str]) -> bool:
    """Whether a column may tell of a kind that the shop doesn't list: what any shop knows by that name, as a shape."""
    called = page.lexicon.fields[name].names[0]
    general = {key(word) for word in dialogue().phrases["columns"]["general"]}
    return name in named or name in _usual_columns(page) or key(called) in general


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
    words = {page.spans[at].key for at in beside if not page.is_filler(at)}
    return frozenset(one for one, parts in names.items() if words & set(parts))


def _introduced(page: Page, index: int) -> bool:
    return any(page.spans[at].cue("colour", "not") for at in page.before(index, 2))


def _is_asked_for(page: Page, index: int) -> bool:
    """Whether the words right before ask for something to have or to lack: with fax, without fax."""
    return any(page.spans[at].cue("with", "not") for at in page.before(index, 1)) and bool(page.types)


def _column_word(page: Page, members: Sequence[int], field: str) -> list[int]:
    """A column's name right beside its value is part of the demand."""
    taken = []
    for at in (members[0] - 1, members[-1] + 1):
        if not page.free(at) or "type" in page.spans[at].roles:
            continue
        roles = page.spans[at].roles
        concepts = roles.get("concept", frozenset())
        if field in roles.get("field", ()) or any(field in page.columns.ranks(concept) for concept in concepts):
            taken.append(at)
    return taken
