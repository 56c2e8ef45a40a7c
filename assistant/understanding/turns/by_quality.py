"""Which of the shown products are meant by what they are or have: the wireless one, the one with HDMI, 防水的那款."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.languages.dialogue import dialogue
from assistant.understanding.message.page import Page
from assistant.understanding.message.polarity import refused_figure
from assistant.understanding.message.reading import read
from assistant.understanding.qualities.worded import worded_demands
from catalog.measures import convert
from catalog.product import Product, Verdict

Facts = Callable[[Sequence[str]], Sequence[Product]]
NEAR = 0.05
"""A figure that people say for a size is that near it: 13 inches, of 13.3."""
ASKING = ("question", "compare", "why", "cart_add", "cart_strong")


def by_quality(page: Page, facts: Facts, shown: Sequence[str]) -> list[str]:
    """The shown products that meet a description which stands for one of them; its words are used up.

    Nothing where the description fits none of them or all: it tells none apart.
    """
    text = page.reading.plain
    pattern = dialogue().patterns["patterns"].get("described_one")
    if pattern is None or not any(dialogue().matches(name, text) for name in ASKING):
        return []
    found: list[str] = []
    for match in pattern.finditer(text):
        said = next((group for group in match.groups() if group), "")
        part = Page(read(said, page.lexicon), page.columns, page.state, page.language)
        part.types = page.state.want.types if page.state.want else ()
        tests = [one for one in worded_demands(part) if one.value is not None]
        fitting = [one.id for one in facts(tuple(shown)) if all(test.allows(one) is Verdict.MEETS for test in tests)]
        if tests and 0 < len(fitting) < len(shown):
            found += fitting
            inside = [at for at, one in enumerate(page.spans) if match.start() <= one.start and one.end <= match.end()]
            page.take(inside)
            page.pointing.update(inside)
    return found


def by_figure(page: Page, facts: Facts, shown: Sequence[str]) -> list[str]:
    """The shown products that are called by a figure of theirs: the 13 inch one, 750毫升那个; its words are used up."""
    found: list[str] = []
    for index, span in enumerate(page.spans):
        figure = span.quantity
        if figure is None or index in page.used or figure.high is not None or figure.unit in (None, "piece"):
            continue
        around = _marks_behind(page, index)
        if around and page.spans[around[0]].latin and _is_sort(page, index):
            continue
        near = {one.id: _distance(one, figure.value, figure.unit) for one in facts(tuple(shown))} if around else {}
        least = min(near.values(), default=1.0)
        fitting = [name for name, distance in near.items() if distance == least and distance <= NEAR]
        if 0 < len(fitting) < len(shown):
            found += fitting
            page.take([index, *around])
            page.pointing.update([index, *around])
    return found


def _is_sort(page: Page, index: int) -> bool:
    """Whether goods of a figure are refused or asked for, and not one on screen meant: no 8 GB ones, a 14 inch one,
    but not the 14 inch one."""
    before, after = page.reading.plain[: page.spans[index].start], page.reading.plain[page.spans[index].end :]
    if dialogue().matches("this_before", before):
        return False
    any_of_them = dialogue().matches("indefinite_before", before) or dialogue().matches("ones_behind", after)
    return any_of_them or bool(refused_figure(page, index, index))


def _marks_behind(page: Page, index: int) -> list[int]:
    """The word right behind a figure that stands for one thing, a particle aside."""
    for at in page.after(index, 2):
        if "one" in page.spans[at].roles.get("pointing", ()):
            return [at]
        if "attributive" not in page.spans[at].roles.get("particle", ()):
            break
    return []


def _distance(product: Product, value: float, unit: str | None) -> float:
    """How far the nearest figure of that unit in its record is from this one, as a share of it."""
    figures = [
        (float(fact.value), fact.unit)
        for fact in product.attributes.values()
        if isinstance(fact.value, (int, float)) and not isinstance(fact.value, bool) and fact.unit is not None
    ]
    # A screen is told in inches, and the case around it in centimetres.
    same = [number for number, of in figures if of == unit]
    told = same or [convert(number, of, unit) for number, of in figures]
    known = [one for one in told if one is not None]
    return min((abs(one - value) / value for one in known), default=1.0) if value else 1.0
