"""Who it is for, for which occasion, and for what use: always wishes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from assistant.languages.dialogue import dialogue, places
from assistant.understanding.lexicon.field_names import word_keys
from assistant.understanding.lexicon.fixed_roles import dialogue_roles
from assistant.understanding.lexicon.list_columns import lists_all
from assistant.understanding.lexicon.words import key
from assistant.understanding.message.page import Page
from assistant.understanding.wants.sorts import names_sort
from catalog.languages.lexicon import pivot
from catalog.product import Constraint

WELL_FILLED = 0.6
TELLING = frozenset({"brand", "value", "feature", "thing", "wish", "tint", "ordinal", "pointing", "forget"})
"""Roles of a word that says something of the goods themselves."""
PETS = ("cat", "dog")
GENDER = "gender"
PLAIN = 2
"""A column of more words than this tells of a part or of another sort of goods (a doll's gender)."""
FIELDS = {
    "recipients": "recipient",
    "occasions": "occasion",
    "uses": "use",
    "age_after": "recipient",
    "genders": "recipient",
}


def people_wishes(page: Page) -> list[Constraint]:
    """The recipients, occasions and uses that the message names."""
    found = []
    greeted = dialogue().matched("addressed", page.reading.plain)[1]
    page.take(at for at, span in enumerate(page.spans) if span.end <= greeted and "person" in span.roles)
    for index, span in enumerate(page.spans):
        roles = span.roles.get("person", frozenset())
        if index in page.used or not roles or "brand" in span.roles or span.cue("not"):
            continue
        if "type" in span.roles and not ("uses" in roles and _is_glued_to_kind(page, index)):
            continue
        if _tells_why_refused(page, index):
            page.take([index])
            continue
        if told_by_value(page, index) or _names_the_kind(page, index) or _is_told_of(page, index):
            continue
        if "genders" in roles and _is_made_for(page, index):
            found.append(_gender(page, index))
            continue
        field = FIELDS[min(roles)]
        members = [index]
        if "age_after" in roles:
            figure = next(
                (
                    at
                    for at in (index - 1, index - 2)
                    if at >= 0 and _is_figure(page, at) and not (page.spans[at].latin and page.is_filler(at))
                ),
                None,
            )
            if figure is None or figure in page.used or _counts_old(page, figure, index):
                continue
            members = list(range(figure, index + 1))
        marks = [at for at in page.before(members[0], 3) if page.spans[at].cue("for")]
        if not marks and (len(page) == 1 or ("filler" in span.roles and span.latin)):
            continue  # A printer that works over Wi-Fi is for no work.
        members = [*marks[:1], *members]
        if any(page.spans[at].cue("not") for at in page.before(members[0], 2)):
            page.take(members)
            continue
        said = page.said(members)
        found.append(Constraint(field, "has", _word(page, index, members), None, False, said))
        page.take(members)
    return _without_plain_gift(page, [*found, *_told_uses(page, found), *_same_recipient(page, found)])


def _is_told_of(page: Page, index: int) -> bool:
    """Whether somebody only says what is wanted (my wife says black), or a place is only told of beside goods that are
    wanted already (my kitchen is not big)."""
    after = page.reading.plain[page.spans[index].end :]
    place = "uses" in page.spans[index].roles.get("person", ()) and page.state.want is not None
    return dialogue().matches("has_a_say", after) or (place and dialogue().matches("is_so", after))


def _tells_why_refused(page: Page, index: int) -> bool:
    """Whether a use stands where it is told why another clause refuses something: no leather, sticky in summer."""
    if "uses" not in page.spans[index].roles.get("person", ()) or page.state.want is None:
        return False
    first = index
    while first > 0 and not page.spans[first - 1].mark:
        first -= 1
    own = page.spans[first : index + 1]
    refused = any(span.cue("not", "not_after") and not span.cue("want") for span in page.spans[:first])
    others = (span for at, span in enumerate(page.spans) if at >= first and at != index)
    demanded = any(one.quantity or TELLING & one.roles.keys() for one in others)
    used = any(page.spans[at].cue("used_by", "compatible_after") for at in page.after(index, 2))
    return refused and not (demanded or used or any(span.cue("for", "want", "with") for span in own))


def _same_recipient(page: Page, found: list[Constraint]) -> list[Constraint]:
    """Whom the goods so far were for, where others are wanted for them as well: now T-shirts for him."""
    want = page.state.want
    other = want is not None and bool(page.types) and not set(page.types) & set(want.types)
    if found or not other or not dialogue().matches("for_same_person", page.reading.plain):
        return []
    return [one for one in page.state.ledger if one.field == FIELDS["recipients"]]


def _told_uses(page: Page, found: list[Constraint]) -> list[Constraint]:
    """The use that stands before the goods used for it, where no word of it is known: 打照片用的打印机."""
    text, pattern = page.reading.plain, dialogue().patterns["patterns"].get("used_for")
    told = pattern.search(text) if pattern is not None and not found and page.state.want is None else None
    if told is None:
        return []
    start, end = told.span(1)
    inside = [at for at, span in enumerate(page.spans) if start <= span.start and span.end <= end]
    known = [page.spans[at] for at in inside]
    if not inside or page.used.intersection(inside) or any(one.quantity or TELLING & one.roles.keys() for one in known):
        return []
    if any("type" in one.roles or one.roles.get("known") == "value" for one in known):
        return []  # 小型犬用的, 办公椅用的: a trait, or a thing that it goes with.
    page.take(inside)
    said = page.said(inside)
    return [Constraint("use", "has", said, None, False, said)]


def _without_plain_gift(page: Page, found: list[Constraint]) -> list[Constraint]:
    """The wishes without that for a gift where it is said whom, or for which day, it is given: 送妈妈."""
    plain = dialogue().persons.get("gift", {}).get(page.lexicon.language or pivot(), ())[:1]
    named = [one for one in found if not (one.field == FIELDS["occasions"] and one.value in plain)]
    told = any(one.field in (FIELDS["recipients"], FIELDS["occasions"]) for one in named)
    return named if told else found


def _is_made_for(page: Page, index: int) -> bool:
    """Whether a kind that the shop doesn't list is one for men or for women: men's shoes, no gift for a man."""
    if not page.types or (page.lexicon.number_of(page.types) and not names_sort(page, "worn")):
        return False
    start, after = page.spans[index].start, index + 1
    words_before = page.reading.plain[:start].split()
    single = bool(words_before) and bool(dialogue_roles(places()).get(key(words_before[-1]), {}).get("number") == 1)
    ends = after >= len(page) or page.spans[after].mark or page.is_filler(after) or page.spans[after].cue("and", "with")
    return not (single and ends)


def _gender(page: Page, index: int) -> Constraint:
    """The demand, in the column where the shop's other kinds tell it."""
    span = page.spans[index]
    values = {name: one for name, one in span.roles.get("value", {}).items() if name in page.lexicon.fields}
    called = {name: len(word_keys(page.lexicon.fields[name].names[0])) for name in values}
    plain = [name for name in values if called[name] <= PLAIN]
    field = max(plain, key=lambda name: (-called[name], values[name].held_by(()), name), default=GENDER)
    marks = [index - 1] if index and page.spans[index - 1].cue("for") else []
    page.take((*marks, index))
    said = page.said((*marks, index))
    if not values and (category := page.lexicon.gender_categories.get(span.key)):
        return Constraint("category", "=", category, None, True, said)
    word = values[field].text if field in values else _word(page, index, [index])
    lists = field in values and lists_all(page.columns, page.lexicon.fields[field])
    return Constraint(field, "has" if lists else "=", word, None, True, said)


def _is_glued_to_kind(page: Page, index: int) -> bool:
    """Whether a word for a use, in a script without spaces, begins the name of a kind: 游戏键盘."""
    span, after = page.spans[index], page.spans[index + 1] if index + 1 < len(page) else None
    return (
        after is not None
        and not span.latin
        and span.end == after.start
        and "type" in after.roles
        and len(after.key) > 1
    )


def _names_the_kind(page: Page, index: int) -> bool:
    """Whether an animal stands right before the kind, as part of its name: 狗狗牵引绳 is a dog leash."""
    after = index + 1
    if after >= len(page) or page.spans[index].latin or not {"type"} & page.spans[after].roles.keys():
        return False
    return page.spans[index].end == page.spans[after].start and _meanings(places()).get(page.spans[index].key) in PETS


def told_by_value(page: Page, index: int) -> bool:
    """Whether the wanted kind's records say it themselves, as clothes say whom they are for: then it is a demand."""
    values = page.spans[index].roles.get("value", {})
    return bool(page.types) and any(
        page.columns.share(page.lexicon.fields[name], page.types) >= WELL_FILLED
        for name in values
        if name in page.lexicon.fields
    )


def person_word(page: Page, index: int) -> str:
    """Whom a phrase means, in the catalogue's own words: dog, for a puppy."""
    return _word(page, index, [index])


def _word(page: Page, index: int, members: list[int]) -> str:
    """Whom or what it is for in the catalogue's own words, so that it is the same in every language."""
    span = page.spans[index]
    first = next((at for at in members if _is_figure(page, at)), index)
    said = page.reading.plain[page.spans[first].start : span.end].strip()
    spoken = page.lexicon.language or pivot()
    figure = page.spans[first].quantity
    years = figure.value if figure is not None else page.spans[first].roles.get("number")
    age = dialogue().persons["ages"].get(spoken)
    if first != index and years is not None and age:
        return age[0].format(f"{years:g}")
    words = said.split()
    shorter = [" ".join(words[at:]) for at in range(len(words))] if len(words) > 1 else [said, said[:-1]]
    return next((one for short in shorter if (one := meant_in(page, short))), page.lexicon.usual(said))


def meant_in(page: Page, said: str) -> str | None:
    """The catalogue's usual word for whom or what these words mean; None where no list knows them."""
    name = _meanings(places()).get(key(said))
    usual = dialogue().persons[name].get(page.lexicon.language or pivot()) if name else None
    return usual[0] if usual else None


def field_of(said: str) -> str:
    """The field of words that tell what goods are for: that of other words of their meaning; else the use."""
    name = _meanings(places()).get(key(said))
    words = [key(one) for told in dialogue().persons[name].values() for one in told] if name else []
    kinds = [kind for one in words for kind in dialogue_roles(places()).get(one, {}).get("person", ())]
    return FIELDS[kinds[0]] if kinds else "use"


def ways_to_say(page: Page, index: int) -> tuple[str, ...]:
    """The words of the shopper's language for whom a phrase means, as names of kinds begin with: 狗 and 狗狗."""
    said = page.reading.plain[page.spans[index].start : page.spans[index].end].strip()
    name = next((one for short in (said, said.split()[-1]) if (one := _meanings(places()).get(key(short)))), None)
    return dialogue().persons[name].get(page.language, ()) if name else ()


@lru_cache(maxsize=8)
def _meanings(_: tuple[str, ...]) -> Mapping[str, str]:
    persons = dialogue().persons
    return {key(word): name for name, said in persons.items() for words in said.values() for word in words}


def traits_of_people(page: Page, demands: Sequence[Constraint]) -> list[Constraint]:
    """The demands, those that name what somebody has or is as wishes: he has sensitive skin; 我是敏感肌."""
    text = page.reading.plain
    told: list[Constraint] = []
    for one in demands:
        start = text.find(one.said.casefold()) if one.firm and one.said and isinstance(one.value, str) else -1
        of_people = start > 0 and one.op in ("=", "has") and dialogue().matches("has_trait", text[:start])
        told.append(replace(one, firm=False) if of_people else one)
    return told


def _counts_old(page: Page, figure: int, index: int) -> bool:
    """Whether a bare figure counts old people rather than their years: two old ladies."""
    span, quantity = page.spans[index], page.spans[figure].quantity
    bare = quantity is None or quantity.unit is None
    return bare and dialogue().matches("bare_age", page.reading.plain[span.start : span.end])


def _is_figure(page: Page, index: int) -> bool:
    span = page.spans[index]
    return span.quantity is not None or span.key.isdigit() or "number" in span.roles
