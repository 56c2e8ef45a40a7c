"""Words that only their neighbours tell: 袜 in 棉袜, 木 in 木筷子, and the maker that a series is named by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.languages.dialogue import places
from assistant.understanding.lexicon.fixed_roles import dialogue_roles
from assistant.understanding.lexicon.part_names import part_called
from assistant.understanding.lexicon.words import key
from catalog.languages.lexicon import equivalents, lexicon

if TYPE_CHECKING:
    from assistant.understanding.message.reading import Span


def with_single_signs(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The phrases; one sign that nothing knew is the kind at a phrase's end, or what the kind after it is made of."""
    return tuple(_told(spans, at) for at in range(len(spans)))


def with_whole_series(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The phrases, a maker glued to a series that its own name begins with as one of them: 英特尔酷睿i7."""
    found: list[Span] = []
    for span in spans:
        if found and _begins(found[-1], span):
            span = replace(span, start=found.pop().start)
        found.append(span)
    return tuple(found)


def _begins(maker: Span, series: Span) -> bool:
    names = tuple(f"{name} ".casefold() for name in maker.roles.get("brand", ()))
    texts = [value.text.casefold() for value in series.roles.get("value", {}).values()]
    near = series.start - maker.end <= 1
    return near and bool(names) and bool(texts) and "type" not in series.roles and texts[0].startswith(names)


def _told(spans: Sequence[Span], at: int) -> Span:
    span = spans[at]
    if span.roles.keys() - {"filler"} or span.latin or span.mark or span.quantity is not None:
        return span
    kinds = lexicon().kinds_of(span.key) if span.end - span.start == 1 else ()
    before, after = (spans[at - 1] if at else None), (spans[at + 1] if at + 1 < len(spans) else None)
    glued = before is not None and before.end == span.start and not before.mark
    described = glued and before is not None and bool({"value", "known", "thing", "feature"} & before.roles.keys())
    alone = not any("type" in one.roles or one.roles.get("known") == "type" for one in spans)
    if "type" in kinds and described and alone and _ends(span, after):
        return replace(span, roles={"known": "type"})
    if span.roles:
        return span
    apart = not glued or (before is not None and bool(before.roles or before.quantity))
    names = _stands_before_kind(spans, at) or has_part_behind(spans, at)
    if "value" in kinds and apart and names:
        things = dialogue_roles(places())
        used = next(
            (role for other in equivalents(span.key) if (role := things.get(key(other), {}).get("person"))), None
        )
        if used:
            return replace(span, roles={"person": used})  # A 冬被 is for the winter.
        tint = _tint(span)
        return replace(span, roles={"known": "value"} | ({"tint": tint} if tint else {}))
    if "value" in kinds and apart and after is not None and after.start == span.end and "particle" in after.roles:
        tint = _tint(span)
        if "colour" in tint:
            return replace(span, roles={"known": "value", "tint": tint})  # 不要白的: the one that is white.
    return span


def _stands_before_kind(spans: Sequence[Span], at: int) -> bool:
    """Whether a kind follows at once, or after one more sign for the part that is so: 黑框眼镜."""
    for number, after in enumerate(spans[at + 1 : at + 3]):
        if after.start != spans[at + number].end:
            return False
        if "type" in after.roles or after.roles.get("known") == "type":
            return True
        if after.roles or after.latin or after.mark or after.end - after.start > 1:
            return False
    return False


def has_part_behind(spans: Sequence[Span], at: int) -> bool:
    """Whether the next signs are a part of the goods, and so this one says what that is like: 木柄, 黑框, 金笔尖."""
    behind, last = "", at
    while last + 1 < len(spans) and spans[last + 1].start == spans[last].end and not spans[last + 1].roles:
        last += 1
        behind += spans[last].key
    return part_called(behind) is not None


def _tint(span: Span) -> frozenset[str]:
    """Whether a sign's other names say a colour or a material."""
    things = dialogue_roles(places())
    found = (things.get(key(other), {}).get("tint") for other in equivalents(span.key))
    return next((tint for tint in found if tint), frozenset())


def _ends(span: Span, after: Span | None) -> bool:
    """Whether the noun phrase ends with this sign."""
    return (
        after is None
        or after.mark
        or after.latin
        or after.start > span.end
        or bool({"cue", "particle"} & after.roles.keys())
    )
