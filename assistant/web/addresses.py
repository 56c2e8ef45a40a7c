"""Which addresses the page may use: links lead to the web or to our own host, pictures come from our own host alone."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

OWN = re.compile(r"/(?![/\\])[^\s\"'<>\\]*")
DATA_PICTURE = re.compile(r"data:image/(?:png|jpeg|gif|webp|svg\+xml);base64,[A-Za-z0-9+/=]+")


def safe_link(url: str | None) -> str | None:
    """The address where a click may lead: http, https or a path of our own host; anything else is dropped."""
    if not url:
        return None
    url = url.strip()
    if OWN.fullmatch(url):
        return url
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme in ("http", "https") and parts.netloc and not re.search(r"[\s\"'<>\\]", url):
        return url
    return None


def own_picture(url: str | None) -> str | None:
    """The picture's address where it is our own host's or stands in the address itself; off-site ones are dropped."""
    if url and (OWN.fullmatch(url) or DATA_PICTURE.fullmatch(url)):
        return url
    return None
