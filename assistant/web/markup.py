"""Small pieces of HTML that many parts of the page share."""

from __future__ import annotations

from assistant.web.page_words import safe


def button(text: str, kind: str, *, label: str = "", **data: object) -> str:
    """A real button; `data` says what it does, `label` what a screen reader says instead of the text."""
    told = f' aria-label="{safe(label)}"' if label else ""
    carried = "".join(f' data-{name}="{safe(value)}"' for name, value in data.items())
    return f'<button type="button" class="{kind}"{carried}{told}>{safe(text)}</button>'


def saying(text: str, says: str, count: str = "") -> str:
    """A button that sends a message, with the number of products it leads to."""
    counted = f" <b>{safe(count)}</b>" if count else ""
    return f'<button type="button" class="say" data-say="{safe(says)}">{safe(text)}{counted}</button>'


def outward(text: str, kind: str, address: str, label: str = "", mark: str = "") -> str:
    """A link that opens beside the page and learns nothing of it."""
    told = f' aria-label="{safe(label)}"' if label else ""
    beside = 'target="_blank" rel="noopener noreferrer"'
    return f'<a class="{kind}"{mark} href="{safe(address)}" {beside}{told}>{safe(text)}</a>'
