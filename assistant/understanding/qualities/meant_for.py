"""What the wanted thing is only made for: toner for HP printers."""

from __future__ import annotations

from assistant.understanding.message.page import Page

NEAR = 6
"""So many phrases before it are looked at for the word that says so."""


def is_meant_for(page: Page, index: int) -> bool:
    """Whether the brand is what something else is made for (toner for HP printers, 适用惠普的硒鼓)."""
    for at in page.before(index, NEAR):
        span = page.spans[at]
        if span.cue("compatible"):
            return True
        if span.cue("for") and not span.cue("with", "want"):
            return at > 0
        if not (page.is_filler(at) or "brand" in span.roles or span.cue("or", "and")):
            break
    if any(page.spans[at].cue("brand_by") for at in page.before(index, 1)):
        return False  # A bag made by Targus that fits a notebook: the maker is told, and what follows is of the bag.
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
