"""The page's frame: header, conversation, goods and basket, empty until the first answer fills them."""

from __future__ import annotations

from importlib import resources
from string import Template
from typing import Any

from assistant.languages.reading import nearest, spoken
from assistant.web.page_words import html, safe, say, section

COMPARING = ("say", "and", "ordinals")


def shell(language: str, shop: str, products: int | None) -> str:
    """The frame in a language; what has data-word, data-label or data-hint is reworded when the language changes."""
    words = shell_words(language, shop, products)
    texts = {key: safe(text) for key, text in words.items() if isinstance(text, str)}
    frame = resources.files("assistant.web").joinpath("static", "frame.html").read_text(encoding="utf-8")
    return Template(frame).substitute({**texts, "switch_face": words["switch_face"]})


def shell_words(language: str, shop: str, products: int | None) -> dict[str, Any]:
    """The words of the frame, by the keys that its elements carry, and what the script itself may have to say."""
    comparing = section(language, "compare")
    return {
        **{key: str(text) for key, text in section(language, "shell").items()},
        **{f"compare_{key}": comparing[key] for key in COMPARING},
        "language": nearest(language),
        "shop": shop_line(language, shop, products),
        "switch": switch_label(language),
        "switch_face": _switch_face(language),
    }


def shop_line(language: str, shop: str, products: int | None) -> str:
    """The shop's name, where it has one, and how many products it has, where that is known yet."""
    if products is None:
        return shop
    if shop:
        return say(language, "shop", "named", shop=shop, count=f"{products:,}")
    return say(language, "shop", "count", count=f"{products:,}")


def next_language(language: str) -> str:
    """The language that the switch leads to."""
    codes = spoken()
    return codes[(codes.index(nearest(language)) + 1) % len(codes)]


def chosen_language(wished: str, default: str | None) -> str:
    """The language of a first page: the first one wished, as Accept-Language writes it, that is spoken here."""
    for entry in wished.split(","):
        code = entry.split(";")[0].strip().casefold()
        for known in spoken():
            if code == known or code.split("-")[0] == known:
                return known
    return nearest(default)


def switch_label(language: str) -> str:
    """What the switch says to a screen reader, naming the language it leads to."""
    return say(language, "shell", "switch", name=say(next_language(language), "language", "name"))


def _switch_face(language: str) -> str:
    now = nearest(language)
    faces = [(code, html(code, "language", "short")) for code in reversed(spoken())]
    return " / ".join(f"<b>{face}</b>" if code == now else f"<span>{face}</span>" for code, face in faces)
