"""Which of the shown products are meant by what they are or have: the wireless one, the one with HDMI, 防水的那款."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.languages.dialogue import dialogue
from assistant.understanding.message.page import Page
from assistant.understanding.message.reading import read
from assistant.understanding.qualities.worded import worded_demands
from catalog.product import Product, Verdict

Facts = Callable[[Sequence[str]], Sequence[Product]]
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
