"""Wishes for more or less of something: cheap, the lightest, bigger than what was shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from assistant.languages.dialogue import dialogue
from assistant.understanding.figures.figure_names import may_be_in
from assistant.understanding.lexicon.catalogue_lexicon import FieldWords
from assistant.understanding.lexicon.columns import PART
from assistant.understanding.lexicon.field_names import is_secondary
from assistant.understanding.message.degrees import is_told_with_column
from assistant.understanding.message.page import Page
from assistant.understanding.message.polarity import denied, softened
from assistant.understanding.message.reading import Span
from catalog.languages.lexicon import kind_of
from catalog.measures import convert
from catalog.product import Constraint, Product

Facts = Callable[[Sequence[str]], Sequence[Product]]
SIZES = ("screen", "capacity", "size", "height", "width", "diameter", "volume")
OWN = ("price", "rating")
OPPOSITE = {"<": ">", ">": "<"}
BOUNDS = frozenset({"<", "<=", ">", ">=", "about"})


def no_facts(_: Sequence[str]) -> Sequence[Product]:
    """The facts of a catalogue that can't be asked."""
    return ()


def wishes(page: Page, facts: Facts, meant: Sequence[str]) -> list[Constraint]:
    """The wishes of the message; a comparative is measured against the shown product meant, the first if none."""
    found: dict[str, Constraint] = {}
    for index in list(page.with_role("wish")):
        names = page.spans[index].roles["wish"]
        if index in page.used or page.spans[index].quantity is not None or _is_had(page, index, names):
            continue
        if is_told_with_column(page, index):
            continue
        before = page.reading.plain[: page.spans[index].start]
        if any(dialogue().matches(name, before) for name in ("too_much", "of_my_own")):
            # Too cheap to give away: what there is too much of is no wish for more of it; nor is "my hands are small".
            page.take([index])
            continue
        if _is_of_another_noun(page, index):
            page.take([index])
            continue
        name, level = _chosen(page, index, names)
        if meant and dialogue().matches("than", page.reading.plain):
            level = "more"
        wish = dialogue().wishes[name]
        field = wished_field(page, wish["concept"])
        refusal = denied(page, [index]) if level == "words" else None
        direction = OPPOSITE[wish["direction"]] if refusal else wish["direction"]
        members = [*(refusal or ()), index]
        said = page.said(members)
        page.take(members)
        if field is None and level == "words" and _is_feature_of_unlisted(page, index):
            word = page.lexicon.usual(said)
            found[word] = Constraint(word, "has", word, None, True, said)
            continue
        if field is None:
            page.in_vain.update(members)
            continue
        if level == "words" and (_measured_beside(page, index, wish["concept"]) or _of_another(page, index, field)):
            continue
        one = None
        if level == "more" and page.state.shown and not dialogue().matches("ever_more", page.reading.plain):
            one = against(page, field, direction, facts, meant, said)
            soft = softened(page, members) if one is not None else None
            if soft and one is not None:
                one = replace(one, firm=False)
                page.take(soft)
        if one is None:
            one = Constraint(field, direction, None, None, False, said)
        found[field] = one
    return list(found.values())


def unbounded(page: Page, found: Sequence[Constraint], demands: Sequence[Constraint]) -> list[Constraint]:
    """The wishes for more or less of what no demand of the message bounds: not too expensive, 90 at most."""
    bounds = [one for one in demands if isinstance(one.value, float) and one.op in BOUNDS | {"="}]
    against = dialogue().matches("than", page.reading.plain)
    return [one for one in found if not any(_is_told_by(bound, one, against) for bound in bounds)]


def _is_told_by(bound: Constraint, wish: Constraint, against: bool) -> bool:
    """Whether a figure of the same message says how much of it is wished: too big, below 6.5 inch; where the message
    compares with a product (`against`), only a figure that goes further."""
    if bound.field != wish.field or (bound.op not in ("about", "=") and bound.op[0] != wish.op[0]):
        return False
    if not against or not isinstance(wish.value, float) or not isinstance(bound.value, float):
        return True
    value = convert(bound.value, bound.unit, wish.unit)
    if value is None:
        return False
    return value <= wish.value if wish.op[0] == "<" else value >= wish.value


def _measured_beside(page: Page, index: int, concept: str) -> bool:
    """Whether the word only names what a figure beside it measures: 6 mm thick, but not 64 GB, fast."""
    before = page.spans[index - 1] if index else None
    if before is None or "particle" in before.roles or before.mark:
        return False  # 3000流明的便携投影仪: the figure is another's.
    figures = [one for at in (index - 1, index - 2) if at >= 0 and (one := page.spans[at].quantity) is not None]
    return any(one.unit is None or concept == "size" or may_be_in(concept, one.unit) for one in figures)


def _of_another(page: Page, index: int, field: str) -> bool:
    """Whether the word describes a noun that is nothing wanted: I'm a big guy."""
    if field in OWN or index + 1 >= len(page) or not page.spans[index].latin:
        return False
    measures = page.spans[index + 1].roles.get("concept", frozenset())
    if measures and measures.isdisjoint(SIZES) and ("size", "words") in _concepts(page.spans[index]):
        return True  # A big battery is no big screen.
    noun, before = page.spans[index + 1], page.spans[index - 1] if index else None
    if not noun.latin or noun.mark or noun.quantity:
        return False
    if before is not None and before.cue("for") and not before.cue("compatible") and "type" not in noun.roles:
        return True  # For a small flat.
    if noun.roles.keys() - {"person"} and "person" not in noun.roles:
        return False
    article = before is not None and bool({"number", "filler"} & before.roles.keys() or "person" in noun.roles)
    return article and not any("type" in page.spans[at].roles for at in page.after(index + 1, 2))


def _is_of_another_noun(page: Page, index: int) -> bool:
    """Whether a word for big or small stands, in a script without spaces, right behind a noun that is no size: the
    sound, of 声音大点, or the memory, of 内存够大的."""
    if page.spans[index].latin or not any(concept == "size" for concept, _ in _concepts(page.spans[index])):
        return False
    at = index - 1
    while at > 0 and page.is_filler(at) and page.spans[at].end == page.spans[at + 1].start:
        at -= 1
    before = page.spans[at] if index else None
    if before is None or before.latin or before.mark or before.quantity or before.end != page.spans[at + 1].start:
        return False
    measures = before.roles.get("concept", frozenset())
    return not before.roles or bool(measures and measures.isdisjoint((*SIZES, "size")))


def _is_had(page: Page, index: int, names: Iterable[tuple[str, str]]) -> bool:
    """Whether the word is a thing to have: an e-reader with a light; more storage is none."""
    if all(level != "words" for _, level in names):
        return False
    before = [at for at in page.before(index, 2) if page.spans[at].cue("with")]
    ends = index + 1 >= len(page) or page.spans[index + 1].mark
    return bool(before) and ends and page.spans[index].latin


def _concepts(span: Span) -> set[tuple[str, str]]:
    return {(dialogue().wishes[name]["concept"], level) for name, level in span.roles.get("wish", ())}


def _is_feature_of_unlisted(page: Page, index: int) -> bool:
    """Whether the word is a feature's name too, of a kind that the shop doesn't list: a quiet humidifier."""
    span = page.spans[index]
    listed = not page.types or page.lexicon.number_of(page.types)
    return not listed and kind_of(page.reading.plain[span.start : span.end].strip()) == "feature"


def superlative(page: Page) -> tuple[str, str] | None:
    """The column and direction of a superlative in the message, used up or not; None where there is none."""
    for span in page.spans:
        for name, level in sorted(span.roles.get("wish", ())):
            if level == "most":
                field = wished_field(page, dialogue().wishes[name]["concept"])
                if field:
                    return field, dialogue().wishes[name]["direction"]
    return None


def untold_superlative(page: Page) -> Constraint | None:
    """What a superlative asks for that no record of the wanted kind tells: the longest battery, of kettles."""
    for index, span in enumerate(page.spans):
        for name, level in sorted(span.roles.get("wish", ())):
            wish = dialogue().wishes[name]
            if level == "most" and wished_field(page, wish["concept"]) is None:
                return Constraint(wish["concept"], wish["direction"], None, None, False, page.said([index]))
    return None


def comparative_of(page: Page, index: int) -> str | None:
    """The column that a comparative phrase is about."""
    for name, _ in sorted(page.spans[index].roles.get("wish", ())):
        return wished_field(page, dialogue().wishes[name]["concept"])
    return None


def comparatives_of(page: Page, index: int) -> Iterator[str]:
    """The columns that a comparative phrase may be about, the likeliest first: a pan's size is its height or width."""
    first = comparative_of(page, index)
    if first is not None:
        yield first
    names = {dialogue().wishes[name]["concept"] for name, _ in page.spans[index].roles.get("wish", ())}
    for concept in SIZES if "size" in names else ():
        column = page.columns.of_concept(concept, ("number",), page.types)
        if column is not None and column.name != first and _named_well(page, concept, column, whole=True):
            yield column.name


def _chosen(page: Page, index: int, names: frozenset[tuple[str, str]]) -> tuple[str, str]:
    order = ("more", "most", "words") if page.state.shown else ("most", "words", "more")
    return min(names, key=lambda one: (order.index(one[1]), one[0]))


def wished_field(page: Page, concept: str) -> str | None:
    """The column of figures that tells how much of this the wanted kind has; None where hardly any record does."""
    if concept in OWN:
        return concept if concept in page.lexicon.fields or concept == "price" else None
    concepts = SIZES if concept == "size" else (concept,)
    for one in concepts:
        column = page.columns.of_concept(one, ("number",), page.types)
        told = column is not None and page.columns.share(column, page.types) >= 0.05
        if column is not None and told and _named_well(page, one, column, whole=concept == "size"):
            return column.name
    return None


def _named_well(page: Page, concept: str, column: FieldWords, whole: bool) -> bool:
    """Whether the column is called so; `whole` takes none that is only called so in part, as a pack's size is."""
    most = PART if whole else 110.0
    return page.columns.ranks(concept).get(column.name, 200.0) < most and not is_secondary(column.names[0])


def against(page: Page, field: str, direction: str, facts: Facts, meant: Sequence[str], said: str) -> Constraint | None:
    """The demand for less or more than the product meant has, else the one spoken of last, else the first shown; None
    where no record tells it."""
    ids = list(meant or page.state.spoken_of or page.state.shown[:1])
    values = []
    for product in facts(ids):
        fact = product.fact(field)
        if fact is not None and isinstance(fact.value, (int, float)) and not isinstance(fact.value, bool):
            values.append(fact)
    if not values:
        return None
    best = min(values, key=lambda fact: fact.value) if direction == "<" else max(values, key=lambda fact: fact.value)
    return Constraint(field, direction, float(best.value), best.unit, True, said)
