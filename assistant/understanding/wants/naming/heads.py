"""Which words name the thing that is wanted: the head of the noun phrase, and not what it is for or comes with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.languages.dialogue import dialogue
from assistant.understanding.lexicon.words import key
from assistant.understanding.message.degrees import degree_of
from assistant.understanding.message.page import Page
from assistant.understanding.message.reading import Span
from assistant.understanding.wants.naming.asked_for import is_asked_for
from assistant.understanding.wants.naming.containers import holds_goods
from assistant.understanding.wants.naming.denied_want import is_denied
from assistant.understanding.wants.naming.describing import DESCRIBING, describes
from assistant.understanding.wants.naming.done_with import doings
from assistant.understanding.wants.naming.foreign_head import is_set_noun
from assistant.understanding.wants.naming.formed import formed_phrases
from assistant.understanding.wants.naming.made_for import is_kind, is_known_kind, made_for, thing_for
from assistant.understanding.wants.naming.mentions import is_mentioned
from assistant.understanding.wants.naming.near_kinds import carried
from assistant.understanding.wants.naming.part_of_want import counts_parts, is_part_of_want
from assistant.understanding.wants.naming.praised_part import is_praised_part
from catalog.languages.lexicon import kind_of, lexicon

REACH = 4
BOUNDING = ("at_most", "at_least", "about", "exact", "between", "for", "want", "firm")


def find_types(page: Page) -> list[int]:
    """The phrases that name what is wanted, the head first: the last of a compound, never what it is only for."""
    runs = list(_runs(page, measured=False))
    if page.state.want is None:
        runs = runs or list(_runs(page, measured=True)) or _inside_features(page)
    plain = [run for run in runs if "wish" not in page.spans[run[-1]].roles]
    # Said of what is wanted already, or of a kind named beside it, "light" is a wish and no lamp.
    runs = plain if plain or page.state.want is not None else runs
    meant = [run for run in runs if not _only_mentioned(page, run)]
    if not meant and runs and page.state.want is None:
        # An 8 TB hard drive for a NAS: what a figure measures is wanted where all else is only what it is for.
        meant = [run for run in _runs(page, measured=True) if not _only_mentioned(page, run)]
    if len(meant) > 1 and _is_feature_alone(page, meant[0][-1]):
        # A feature that is sold elsewhere as a thing of its own (a bookmark) is none where a carried kind is named.
        meant = [run for run in meant if "type" in page.spans[run[-1]].roles] or meant
    if not meant or (len(meant) == 1 and "person" in page.spans[meant[0][-1]].roles):
        things = thing_for(page)  # Dry food for adult cats: the animals are whom it is for.
        if things or not meant:
            return things
    run = next((one for one in meant if is_asked_for(page, one[0])), None) or _to_replace(page, meant) or meant[0]
    while len(run) > 1 and (_suits(page, run[-1]) or _is_set_of(page, run)):
        run = run[:-1]
    return [run[-1], *_listed_with(page, run[-1], runs)]


def _to_replace(page: Page, runs: Sequence[list[int]]) -> list[int] | None:
    """Of the things told of before another one is asked for, the shopper's own, or else the first that the shop has:
    I spilled water on my keyboard and need a new one."""
    if not dialogue().matches("wants_one", page.reading.plain):
        return None
    # A printer jams: behind what the shop has, a word for what it hasn't may be a verb.
    runs = [
        next((run[: at + 1] for at in reversed(range(len(run))) if _is_carried(page, run[at])), run) for run in runs
    ]
    own = (run for run in runs if dialogue().matches("possessed", page.reading.plain[: page.spans[run[0]].start]))
    carried = (run for run in runs if _is_carried(page, run[-1]))
    return next((run for found in (own, carried) for run in found), None)


def _is_carried(page: Page, index: int) -> bool:
    return "type" in page.spans[index].roles


def _is_feature_alone(page: Page, index: int) -> bool:
    roles = page.spans[index].roles
    return "type" not in roles and bool({"feature", "thing", "field"} & roles.keys())


def _inside_features(page: Page) -> list[list[int]]:
    """A phrase of a feature or a value that ends with the kind itself (backlit keyboard, telephoto lens), where nothing
    else names one."""
    found = []
    for index, span in enumerate(page.spans):
        if index in page.used or not {"thing", "value"} & span.roles.keys() or "type" in span.roles or not span.latin:
            continue
        if "thing" not in span.roles and " " not in page.reading.plain[span.start : span.end].strip():
            continue
        if _types_of_last(page, span):
            found.append([index])
    return found


def types_of(page: Page, heads: Sequence[int]) -> tuple[str, ...]:
    """The catalogue's type names of these phrases."""
    together = made_for(page, heads[0]) if len(heads) == 1 else ()
    return together or tuple(dict.fromkeys(label for index in carried(page, heads) for label in _labels(page, index)))


def is_whole_head(page: Page, index: int) -> bool:
    """Whether the phrase names a kind and nothing more; "backlit keyboard" also says what it has."""
    roles = page.spans[index].roles
    return "type" in roles or roles.get("known") == "type" or not {"thing", "value"} & roles.keys()


def _labels(page: Page, index: int) -> Sequence[str]:
    span = page.spans[index]
    if "type" in span.roles or not {"thing", "value"} & span.roles.keys():
        return span.roles.get("type", ())
    return _types_of_last(page, span)


def _types_of_last(page: Page, span: Span) -> Sequence[str]:
    """The types of a phrase's last word; none where the whole is a kind of its own: a dish washer is no washer."""
    said = page.reading.plain[span.start : span.end]
    last = said.split()[-1]
    own = last != said and kind_of(said) == "type" and not lexicon().is_wider(last, said)
    return () if own else page.lexicon.type_words.get(key(last), ())


def _runs(page: Page, measured: bool) -> Iterable[list[int]]:
    """Compounds: kinds that stand together with nothing between but what describes them.

    Without `measured`, kinds that a figure right beside them measures (16 GB RAM) are none.
    """
    run: list[int] = []
    formed = {at for members in formed_phrases(page) for at in members[:-1] or members}
    done = {at for members in doings(page) for at in members}
    for index, span in enumerate(page.spans):
        if index in done:
            if run:
                yield run
            run = []
        elif index not in formed and is_kind(span) and not _is_said_of_another(page, index):
            if run and _is_measured_by_unit(page, index):
                yield run
                run = []
            if index not in page.used and (measured or not _is_measured(page, index)):
                run.append(index)
        elif page.ends_clause(index) or _breaks(page, index):
            if run:
                yield run
            run = []
    if run:
        yield run


def _is_said_of_another(page: Page, index: int) -> bool:
    """Whether a word that names a kind describes another, holds it, or is its part or measure: 笔记本，内存要大."""
    if (
        describes(page, index)
        or is_part_of_want(page, index)
        or is_praised_part(page, index)
        or holds_goods(page, index)
    ):
        return True
    return degree_of(page, index) is not None and any(is_kind(span) for span in page.spans[:index])


def _is_measured(page: Page, index: int) -> bool:
    """Whether a word that also names a measure has its figure beside it."""
    if not ({"concept", "thing"} & page.spans[index].roles.keys() or counts_parts(page, index)):
        return False
    for step in (-1, 1):
        at = index + step
        if step > 0 and _ends_compound(page, index):
            continue
        while 0 <= at < len(page) and (page.is_filler(at) or page.spans[at].cue(*BOUNDING)):
            at += step
        if any(page.spans[one].cue("price") for one in range(min(at, index) + 1, max(at, index))):
            continue
        if 0 <= at < len(page) and page.spans[at].quantity is not None and not page.spans[at].quantity.currency:
            return True
    return False


def _ends_compound(page: Page, index: int) -> bool:
    """Whether a kind is glued to the one before it and set apart from what follows: 电脑硬盘 2TB is a drive."""
    span, before = page.spans[index], page.spans[index - 1] if index else None
    after = page.spans[index + 1] if index + 1 < len(page) else None
    glued = before is not None and not span.latin and before.end == span.start and "type" in before.roles
    return glued and "type" in span.roles and after is not None and after.start > span.end


def _is_measured_by_unit(page: Page, index: int) -> bool:
    """Whether a figure with a unit stands right before a kind: a strip with a 3 m cable is no cable."""
    before = page.spans[index - 1] if index else None
    if before is None or before.quantity is None or not page.spans[index].latin or before.quantity.maybe_name:
        return False
    return before.quantity.unit is not None


def _breaks(page: Page, index: int) -> bool:
    span = page.spans[index]
    if span.mark:
        return span.key not in "-/&"
    if span.latin and "filler" in span.roles:
        return span.roles["filler"] != DESCRIBING
    return bool(span.roles.get("cue")) and not span.cue("one", "colour", "pack")


def _only_mentioned(page: Page, run: Sequence[int]) -> bool:
    """Whether a compound is only what the wanted thing is for, or comes with, or is denied."""
    index = run[0]
    if _describes_last(page, run):
        return _is_for(page, run[-1])
    if is_denied(page, index) or is_mentioned(page, index):
        return True
    described = False
    for at in range(index - 1, max(-1, index - 7), -1):
        span = page.spans[at]
        if page.ends_clause(at) or span.cue("want"):
            return False
        described = described or (not span.latin and bool({"feature", "thing", "value"} & span.roles.keys()))
        if span.cue("compatible", "for", "with") and not page.spans[at + 1].roles.get("particle"):
            if at + 1 < index - 1 and page.spans[index - 1].roles.get("particle"):
                return False  # 适合干性皮肤的面霜: what stands before the particle describes the thing itself.
            if described and span.cue("with") and not _something_before(page, at):
                return False
            needed = page.state.want is not None and not dialogue().matches("question", page.reading.plain)
            return needed or _something_before(page, at) or (len(run) == 1 and _more_kinds(page, index))
    return _is_for(page, index)


def _describes_last(page: Page, run: Sequence[int]) -> bool:
    """Whether a particle sets the compound's last kind apart from what is said before it: without batteries, blocks."""
    between = range(run[0] + 1, run[-1])
    return any(page.spans[at].roles.get("particle") for at in between)


def _is_for(page: Page, index: int) -> bool:
    """Whether what follows says that something is for this kind (X 用的 Y)."""
    at = index + 1
    return at < len(page) and page.spans[at].cue("compatible_after") and _more_kinds(page, index)


def _suits(page: Page, index: int) -> bool:
    """Whether what follows says that the thing before works with this kind (X 能用)."""
    return index + 1 < len(page) and page.spans[index + 1].cue("compatible_after")


def _is_set_of(page: Page, run: Sequence[int]) -> bool:
    """Whether a compound ends with a word for several of the kind before it: a dumbbell set."""
    last = page.spans[run[-1]]
    return is_set_noun(last) and run[-2] == run[-1] - 1 and "type" in page.spans[run[-2]].roles


def _more_kinds(page: Page, index: int) -> bool:
    last = next((at for at in reversed(range(len(page))) if is_kind(page.spans[at])), index)
    return last > index and (not _is_measured(page, last) or last == len(page) - 1)


def _something_before(page: Page, index: int) -> bool:
    """Whether something that can be wanted is named before this word."""
    for at in range(index):
        span = page.spans[at]
        if page.spans[at + 1].cue("compatible_after"):
            continue  # 手机用的带麦耳机: what it is for is not what is wanted.
        if "type" in span.roles or is_known_kind(span) or _is_unknown(span):
            return True
    return False


def _is_unknown(span: Span) -> bool:
    return not span.roles and not span.mark and span.quantity is None and len(span.key) > 1


def _listed_with(page: Page, head: int, runs: Sequence[Sequence[int]]) -> list[int]:
    """Kinds that are asked for in one breath: a keyboard and a mouse."""
    found: list[int] = []
    last = head
    for run in runs:
        if run[0] <= head:
            continue
        between = range(last + 1, run[0])
        joined = any(page.spans[at].cue("or", "and") for at in between)
        if len(run) == 1 and joined and all(_links(page, at) for at in between):
            found.append(run[0])
            last = run[0]
        else:
            break
    return found


def _links(page: Page, index: int) -> bool:
    span = page.spans[index]
    return (span.cue("or", "and") and not span.cue("with")) or page.is_filler(index)
