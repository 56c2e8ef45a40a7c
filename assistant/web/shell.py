"""The page's frame: header, conversation, goods and basket, empty until the first answer fills them."""

from __future__ import annotations

from assistant.languages.reading import nearest, spoken
from assistant.web.page_words import html, safe, say, section


def shell(language: str, shop: str, products: int) -> str:
    """The frame in a language; everything with data-word, data-label or data-hint is reworded when the language changes."""
    return f"""<div class="daogou" id="daogou" lang="{safe(nearest(language))}">
<a class="skip" href="#message" data-word="skip">{html(language, "shell", "skip")}</a>
<header class="top"><b class="name" data-word="title">{html(language, "shell", "title")}</b>
<span class="shop soft" data-word="shop">{safe(shop_line(language, shop, products))}</span><span class="gap"></span>
<button type="button" class="pill" data-do="language" data-label="switch" aria-label="{safe(switch_label(language))}">{_switch(language)}</button>
<button type="button" class="pill" id="badge" data-do="basket" aria-expanded="false" aria-controls="basket">{html(language, "basket", "badge_empty")}</button></header>
<div class="panes">
<section class="talk" data-label="talk" aria-label="{html(language, "shell", "talk")}">
<div class="lines" id="lines" role="log" aria-live="polite" tabindex="0" data-label="talk" aria-label="{html(language, "shell", "talk")}"></div>
<div class="ledger" id="ledger" role="group" data-label="ledger" aria-label="{html(language, "shell", "ledger")}"></div>
<div class="ask" id="ask"></div>
<form class="say-it" id="say-it" autocomplete="off"><input id="message" type="text" enterkeyhint="send" dir="auto" data-label="message" data-hint="hint" aria-label="{html(language, "shell", "message")}" placeholder="{html(language, "shell", "hint")}"><button type="submit" class="main" id="send" data-word="send">{html(language, "shell", "send")}</button></form>
<div class="tools">{_tool("undo", language)}{_tool("retry", language)}{_tool("clear", language)}</div>
</section>
<section class="goods" id="goods" data-label="goods" aria-label="{html(language, "shell", "goods")}" tabindex="-1"></section>
</div>
<div class="picked" id="picked" hidden><button type="button" class="main" data-do="compare-now"></button><button type="button" class="ghost" data-do="compare-drop" data-word="compare_drop">{html(language, "shell", "compare_drop")}</button></div>
<div class="veil" id="veil" data-do="basket" hidden></div>
<aside class="basket" id="basket" role="dialog" aria-modal="true" data-label="basket" aria-label="{html(language, "shell", "basket")}" hidden>
<div class="row"><h2 data-word="basket">{html(language, "shell", "basket")}</h2><span class="gap"></span><button type="button" class="ghost" data-do="basket" data-word="close">{html(language, "shell", "close")}</button></div>
<div id="basket-lines"></div></aside>
<div class="proof" id="proof" hidden></div><div class="unseen" id="status" role="status"></div></div>"""


def shell_words(language: str, shop: str, products: int) -> dict[str, str]:
    """The words of the frame, by the keys that its elements carry, and what the script itself may have to say."""
    fixed = {key: str(text) for key, text in section(language, "shell").items()}
    comparing = {f"compare_{key}": text for key, text in section(language, "compare").items() if key in ("say", "and", "ordinals")}
    return {
        **fixed,
        **comparing,
        "language": nearest(language),
        "shop": shop_line(language, shop, products),
        "switch": switch_label(language),
        "switch_face": _switch(language),
    }


def shop_line(language: str, shop: str, products: int) -> str:
    """The shop's name, where it has one, and how many products it has."""
    if shop:
        return say(language, "shop", "named", shop=shop, count=f"{products:,}")
    return say(language, "shop", "count", count=f"{products:,}")


def next_language(language: str) -> str:
    """The language that the switch leads to."""
    codes = spoken()
    return codes[(codes.index(nearest(language)) + 1) % len(codes)]


def switch_label(language: str) -> str:
    """What the switch says to a screen reader, naming the language it leads to."""
    return say(language, "shell", "switch", name=say(next_language(language), "language", "name"))


def _switch(language: str) -> str:
    now = nearest(language)
    faces = [(code, html(code, "language", "short")) for code in reversed(spoken())]
    return " / ".join(f"<b>{face}</b>" if code == now else f"<span>{face}</span>" for code, face in faces)


def _tool(name: str, language: str) -> str:
    label = html(language, "shell", f"{name}_label")
    return (
        f'<button type="button" class="tool" data-do="{name}" data-word="{name}" data-label="{name}_label"'
        f' aria-label="{label}" disabled>{html(language, "shell", name)}</button>'
    )
