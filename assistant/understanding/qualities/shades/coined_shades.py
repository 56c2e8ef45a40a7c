"""Materials that only say which shade of a colour is meant: the color was crystal gray."""

from __future__ import annotations

from assistant.understanding.message.page import Page

REACH = 4


def names_shade(page: Page, index: int) -> bool:
    """Whether a material stands right before a colour, behind the word colour."""
    after = page.spans[index + 1] if index + 1 < len(page) else None
    if "material" not in page.spans[index].roles.get("tint", ()) or after is None:
        return False
    if "colour" not in after.roles.get("tint", ()) or not after.latin:
        return False
    for at in page.before(index, REACH):
        if "colour" in page.spans[at].roles.get("concept", ()):
            return True
        if not (page.is_filler(at) or page.spans[at].cue("firm", "colour")):
            return False
    return False
