"""Whether a demand is denied, and whether it is a wish."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.languages.dialogue import dialogue
from assistant.understanding.message.page import COMMAS, JOINS, Page

REACH, FIGURE_REACH = 6, 4
NAMED = ("value", "feature", "brand", "trait")
ENTITIES = ("brand", "type", "value", "feature", "thing")


def denied(page: Page, members: Sequence[int]) -> list[int] | None:
    """The phrases that deny the listed ones (no, without, except; 不要, 除外); None where nothing does."""
    return (
        _denied_before(page, members[0])
        or refused_after(page, members[-1])
        or _dismissed(page, members[-1])
        or _overdone(page, members)
    )


def refused_bound(page: Page, last: int) -> list[int]:
    """The phrases that want none of what lies beyond a bounded figure, and nothing else: 300以上的不看."""
    refused = refused_after(page, last)
    return [] if refused is None or _next_entity(page, refused[-1]) else refused


def refused_figure(page: Page, index: int, last: int) -> list[int]:
    """The phrases that refuse a bare figure itself, before or behind it: not 15 inch, no 8 GB ones, 15寸的不要."""
    for at in page.before(index, FIGURE_REACH):
        span = page.spans[at]
        if span.cue("not", "lacking") and not span.cue("at_most", "at_least", "about"):
            needed = dialogue().matches("needed_all_the_same", page.reading.plain[: span.end])
            return [] if needed or at in page.used else [at]
        named = "concept" in span.roles and not {"value", "brand", "type"} & span.roles.keys()
        if not (page.is_filler(at) or named or span.cue("with", "want", "per_minute")) or span.mark:
            break
    behind = refused_after(page, last)
    return [] if behind is None or _next_entity(page, behind[-1]) else behind


def _dismissed(page: Page, last: int) -> list[int] | None:
    """The refusal that is all the next clause says: 橙色太扎眼了，不要; leather, no."""
    at = last + 1
    while at < len(page) and not page.spans[at].mark:
        if any(role in page.spans[at].roles for role in ENTITIES) or page.spans[at].quantity is not None:
            return None
        at += 1
    rest = [one for one in range(at + 1, len(page)) if not page.spans[one].mark]
    refusals = [one for one in rest if page.spans[one].cue("not") or page.spans[one].cue("not_after")]
    ended = at < len(page) and page.spans[at].key in COMMAS and at not in page.used
    if not (ended and len(refusals) == 1 and refusals[0] not in page.used):
        return None
    return refusals if all(one in refusals or page.is_filler(one) for one in rest) else None


def _overdone(page: Page, members: Sequence[int]) -> list[int] | None:
    """The words that find too much in a value, where nothing on screen is meant by it: red is too bright; 红色太艳."""
    span, last = page.spans[members[0]], page.spans[members[-1]]
    if not {"value", "brand", "tint"} & span.roles.keys() or {"concept", "thing", "type"} & span.roles.keys():
        return None
    length = dialogue().matched("overdone", page.reading.plain[last.end :])[1]
    if not length or dialogue().matches("question", page.reading.plain):
        return None
    taken = [at for at in range(members[-1] + 1, len(page)) if page.spans[at].end <= last.end + length]
    return [at for at in taken if at not in page.used and not page.spans[at].mark] or None


def softened(page: Page, members: Sequence[int]) -> list[int] | None:
    """The phrases that make the listed ones a wish (ideally, if possible; 最好); None where they are a demand."""
    between = [at for at in range(members[0] + 1, members[-1]) if page.spans[at].cue("soft") and at not in members]
    if between:
        return between[:1]
    for at in page.before(members[0], REACH):
        span = page.spans[at]
        if span.cue("soft"):
            return [at]
        if not page.is_filler(at) and not span.cue(
            "with",
            "brand_by",
            "colour",
            "want",
            "not",
            "for",
            "price",
            "at_most",
            "at_least",
            "about",
            "between",
            "per_minute",
        ):
            if at in page.used or any(role in span.roles for role in ENTITIES):
                continue
            break
    pleased = _would_please(page, members[-1])
    if pleased:
        return pleased
    last, skipped = members[-1], 0
    for at in range(last + 1, min(len(page.spans), last + 7)):
        span = page.spans[at]
        if span.cue("soft_after"):
            return None if span.cue("soft") and _next_entity(page, at) else [at]
        if span.key in (",", "，", "(", "（", "+") and skipped == 0:
            skipped += 1
            continue
        spaced = span.latin and page.spans[last].latin
        apart = not spaced and page.spans[at - 1].end < span.start
        if (skipped or apart) and span.roles.keys() & {*ENTITIES, "known", "wish"}:
            break  # With training wheels, pink ideally: the wish is what stands beside it.
        if (
            "forget" in span.roles
            or page.is_filler(at)
            or at in page.used
            or span.cue("one", "and")
            or {"type", "known", "concept", "field"} & span.roles.keys()
        ):
            continue
        if at == last + 1 and span.latin and not span.roles and not span.mark:
            continue  # A keep-warm function would be handy.
        if not ("filler" in span.roles and span.cue("about_after")):  # A reflective one would be nice; 白色那种最好.
            break
    return None


def _would_please(page: Page, last: int) -> list[int] | None:
    """The words that tell what good a thing would do, so that it is a wish: would save me some space."""
    end = page.spans[last].end
    length = dialogue().matched("would_please", page.reading.plain[end:])[1]
    inside = (at for at in range(last + 1, len(page)) if page.spans[at].end <= end + length)
    return [at for at in inside if at not in page.used and not page.spans[at].mark] or None


def _denied_before(page: Page, first: int) -> list[int] | None:
    asked = parted = attributed = False
    for at in page.before(first, REACH):
        span = page.spans[at]
        if attributed and {"concept", "field"} & span.roles.keys():
            return None  # 不带颜色的纯素: what is lacked stands before the particle.
        attributed = attributed or "attributive" in span.roles.get("particle", ())
        if span.cue("not") or _takes_out(page, at) or _refuses_next(page, at):
            told = at in page.used and at + 1 in page.used and at + 1 != first
            # The prefix of a word denies that word alone: non-diary and sugar free.
            told = told or (page.reading.plain[span.end : span.end + 1] == "-" and at + 1 != first)
            return None if told and span.latin else [at]
        if span.cue("with", "brand_by", "colour", "for"):
            asked = True
            continue
        if parted and not span.roles and not span.latin:
            return None
        parted = parted or (page.is_filler(at) and not span.latin)
        if page.is_filler(at) or (span.cue("one", "any", "soft") and not asked):
            continue
        if span.cue("or", "and") and not span.cue("with") and not asked:
            return _denied_with(page, at)
        if any(role in span.roles for role in ENTITIES) or span.cue("want") or span.mark:
            return None
        if span.roles and not {"concept", "field"} & span.roles.keys():
            return None
    return None


def _takes_out(page: Page, at: int) -> bool:
    """Whether words that take back what is held take out what nobody asked for: drop the red ones."""
    return at not in page.used and {"before", "takes_back"} <= set(page.spans[at].roles.get("forget", ()))


def _denied_with(page: Page, join: int) -> list[int] | None:
    """The denial of what is listed before a joining word, where that is a name the shop doesn't know: no X or Sony."""
    listed = False
    for at in page.before(join, REACH):
        span = page.spans[at]
        if span.cue("not"):
            return [at] if listed else None
        if page.is_filler(at) or (listed and (span.cue("or", "and") or span.key in JOINS)):
            continue
        told = at in page.used and page.spans[join].key not in COMMAS
        named = not span.roles or span.roles.keys() <= {"known", "brand"} or told
        if span.mark or not (named or (span.roles.get("known") == "type" and "type" not in span.roles)):
            return None
        listed = True
    return None


def refused_after(page: Page, last: int) -> list[int] | None:
    """The phrase behind another that refuses it (除外, 就不要了); None where none does."""
    for at in range(last + 1, min(len(page.spans), last + 4)):
        span = page.spans[at]
        if "refuses" in span.roles.get("forget", ()) and at not in page.used:
            return [at]
        if span.cue("not_after"):
            if span.roles.get("known") == "feature" and page.spans[at - 1].end < span.start:
                return None  # 网线 超六类 屏蔽: set apart, it is what the goods are.
            follows = (_next_entity(page, at) and not closes(page, at)) or _opens(page, at)
            return [at] if not (span.cue("not") and follows) and not _refuses_next(page, at) else None
        if "concept" in span.roles or page.is_filler(at) or span.cue("one") or "type" in span.roles:
            continue
        if "field" in span.roles and span.roles.keys() <= {"field", "known"}:
            continue  # 德语布局的别给我: the name of the value's column belongs to it.
        if page.is_glued(at) and not span.cue():  # 德语布局不行: a noun that nothing knows ends the phrase.
            continue
        return None
    return None


def _refuses_next(page: Page, at: int) -> bool:
    """Whether a refusal that mostly stands behind what it refuses is said of what follows: 要固态的不要机械的."""
    if not page.spans[at].cue("not_after") or not _next_entity(page, at) or closes(page, at):
        return False
    before = [page.spans[one] for one in page.before(at, REACH)]
    if page.spans[at].latin or any(one.cue("not") for one in before):
        return False  # 除了施乐以外的能打彩色的: the two words of one refusal.
    return any(one.cue("want") for one in before)


def closes(page: Page, at: int) -> bool:
    """Whether a space behind a word, and none before it, sets it to what it follows: 三星也不要 手机."""
    before, span, after = page.spans[at - 1], page.spans[at], page.spans[at + 1] if at + 1 < len(page) else None
    return not span.latin and before.end == span.start and after is not None and after.start > span.end


def _opens(page: Page, at: int) -> bool:
    """Whether a space before a word, and none behind it, sets it to what follows: 充电款 不要装电池的."""
    span, after = page.spans[at], at + 1
    if span.latin or at == 0 or page.spans[at - 1].end == span.start or after >= len(page):
        return False
    while after < len(page) and page.spans[after].start == page.spans[after - 1].end and not page.ends_clause(after):
        if not page.is_filler(after):
            return True
        after += 1
    return False


def _next_entity(page: Page, index: int) -> bool:
    for at in range(index + 1, min(len(page.spans), index + 3)):
        if page.ends_clause(at):
            return False
        roles = page.spans[at].roles
        if any(role in roles for role in (*ENTITIES, "wish")) or page.spans[at].quantity or roles.get("known") in NAMED:
            return True
    return False
