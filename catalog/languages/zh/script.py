"""Chinese writing: traditional characters become simplified ones, and runs of characters are cut into words."""

from __future__ import annotations

import logging
from functools import lru_cache
from typing import Any


def unify(text: str) -> str:
    """The text in simplified characters."""
    try:
        # GB 2312 holds the simplified characters and next to no traditional one: a cheap test that needs no table.
        "".join(c for c in text if "\u3400" <= c <= "\u9fff").encode("gb2312")
    except UnicodeEncodeError:
        return _simplified(text)
    return text


def cut(run: str) -> list[str]:
    """The words of a run of Chinese characters, long words together with the shorter words inside them."""
    return [word for word in _cutter().cut_for_search(run) if word.strip()]


@lru_cache(maxsize=4096)
def _simplified(text: str) -> str:
    return str(_converter().convert(text))


@lru_cache(maxsize=1)
def _converter() -> Any:
    import opencc

    return opencc.OpenCC("t2s")


@lru_cache(maxsize=1)
def _cutter() -> Any:
    import jieba

    jieba.setLogLevel(logging.ERROR)
    cutter = jieba.Tokenizer()
    cutter.initialize()
    return cutter
