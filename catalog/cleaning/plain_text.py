"""Text of outside files as plain text: markup, entities, control characters and stray spaces gone."""

from __future__ import annotations

import html
import re
from string import ascii_letters

UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
HIDDEN = re.compile(
    r"<(script|style|noscript|template)\b[^>]*>.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.IGNORECASE | re.DOTALL
)
BREAKS = re.compile(r"<\s*(?:br|/p|/div|/li|/h[1-6]|/tr|/table|/ul|/ol|p|li)\b[^>]*>", re.IGNORECASE)
TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9:-]*(?:\s[^<>]*)?/?>|<![A-Za-z][^<>]*>|<\?[^<>]*\?>")
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
UNTIDY = re.compile(
    r"[<&\\\x00-\x1f\x7f-\xad\u1680-\u206f\u3000\ud800-\udfff\ufeff"
    r"\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\ufff9-\ufffb]|  "
)
"""Anything that the steps below would change; most texts have none of it."""
FULL_WIDTH = {0xFEE0 + code: code for code in map(ord, "0123456789" + ascii_letters)}
"""Letters and digits as wide as a Chinese character; marks of that width are Chinese writing and stay."""
SPACES = re.compile(r"[^\S\n]+")
LINES = re.compile(r" ?\n[ \n]*")


def plain_text(text: str) -> str:
    """The text that a reader of the page would see, with single spaces and single line breaks."""
    if not UNTIDY.search(text):
        return text.strip()
    if "\\" in text:
        text = text.replace("\\r", "").replace("\\n", "\n").replace("\\t", " ")
    for _ in range(3):  # shops escape markup twice
        if "<" in text:
            text = TAG.sub(" ", BREAKS.sub("\n", HIDDEN.sub(" ", text)))
        if "&" not in text or not ENTITY.search(text):
            break
        text = html.unescape(text)
    text = UNSEEN.sub("", text.translate(FULL_WIDTH).replace("\r\n", "\n").replace("\r", "\n"))
    return LINES.sub("\n", SPACES.sub(" ", text)).strip()


def one_line(text: str) -> str:
    """Plain text without line breaks, for titles, brands and values."""
    return plain_text(text).replace("\n", " ")
