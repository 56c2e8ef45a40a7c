"""Chinese writing: traditional characters become simplified ones, and runs of characters are cut into words."""

from __future__ import annotations

import json
import logging
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

HAN = re.compile("[\u3400-\u9fff]+")
LONGEST_TERM = 4
"""A longer term is a compound whose parts have to be found as well."""


def unify(text: str) -> str:
    """The text in simplified characters."""
    try:
        # GB 2312 holds the simplified characters and next to no traditional one: a cheap test that needs no table.
        text.encode("gb2312")
        return text
    except UnicodeEncodeError:
        pass
    try:
        "".join(HAN.findall(text)).encode("gb2312")
    except UnicodeEncodeError:
        return _simplified(text)
    return text


def cut(run: str) -> list[str]:
    """The words of a run of Chinese characters, long words together with the shorter words inside them."""
    return [word for word in _cutter().cut_for_search(run) if word.strip()]


def boundaries(text: str) -> frozenset[int]:
    """The places in a text where its words begin and end."""
    return frozenset(place for _, start, end in _cutter().tokenize(text) for place in (start, end))


def is_word(text: str) -> bool:
    """Whether the dictionary has the text as one word."""
    return bool(_cutter().FREQ.get(text))


@lru_cache(maxsize=4096)
def _simplified(text: str) -> str:
    return str(_converter().convert(text))


@lru_cache(maxsize=1)
def _converter() -> Any:
    import opencc

    return opencc.OpenCC("t2s")


def _frequencies(dictionary: str) -> tuple[dict[str, int], int]:
    """The words of jieba's dictionary with how often they occur, their beginnings with 0; and the sum."""
    told = dictionary.split()
    counts = list(map(int, told[1::3]))
    words = dict(zip(told[0::3], counts, strict=True))
    begun = {word[:-1] for word in words}.difference(words)
    while begun:
        words.update(dict.fromkeys(begun, 0))
        begun = {word[:-1] for word in begun}.difference(words)
    del words[""]
    return words, sum(counts)


@lru_cache(maxsize=1)
def _cutter() -> Any:
    import jieba

    jieba.setLogLevel(logging.ERROR)
    cutter = jieba.Tokenizer()
    # Left to itself jieba reads a copy in the shared temporary folder, slowly, and whoever put it there.
    with cutter.get_dict_file() as file:
        cutter.FREQ, cutter.total = _frequencies(file.read().decode("utf-8"))
    cutter.initialized = True
    terms = json.loads((Path(__file__).parent / "terms.json").read_text("utf-8"))
    for concepts in terms.values():
        for word in (word for said in concepts.values() for word in said):
            if 1 < len(word) <= LONGEST_TERM and not cutter.FREQ.get(word) and not word.isascii():
                cutter.add_word(word)
    return cutter
