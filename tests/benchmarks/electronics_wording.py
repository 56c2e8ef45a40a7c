"""A kind and its demands -> the text a shopper would type: questions, wishes and fragments, in English or Chinese."""

from __future__ import annotations

import random
from dataclasses import replace

from tests.benchmarks.electronics_amounts import amount_said, price_said
from tests.benchmarks.electronics_fields import Demand
from tests.benchmarks.electronics_kind import Kind
from tests.benchmarks.electronics_phrases import AFTER, APART, BEFORE
from tests.benchmarks.shopper_chinese import BRAND_ZH, CHINESE, COLOUR_ZH
from tests.benchmarks.shopper_english import BRAND_SAID, COLOURS_SAID, ENGLISH

ONE = (
    "I'm looking for {np}", "I need {np}", "can you recommend {np}?", "i want to buy {np}",
    "Could you find me {np}, please?",
    "Hi, I'd like {np}", "looking for {np}, thanks", "need {np}", "I am after {np}", "Please suggest {np}.",
)  # fmt: skip
MANY = (
    "{np}", "{np}", "show me {np}", "Do you have {np}?", "do you sell any {np}?", "What {np} do you have?", "any {np}?",
    "Got {np}?", "Which {np} can you offer?", "find {np}",
)  # fmt: skip
ONE_ZH = (
    "我想买{m}{np}", "推荐{m}{np}", "帮我找{m}{np}", "想要{m}{np}，谢谢", "我需要{m}{np}", "麻烦推荐{m}{np}",
    "求推荐{m}{np}",
)  # fmt: skip
MANY_ZH = ("{np}", "{np}", "有没有{np}", "请问有{np}吗？", "有{np}吗", "给我看看{np}", "你们有哪些{np}？", "找{np}")
MEASURES = {
    "台": ("laptop", "desktop computer", "monitor", "printer", "server", "projector", "scanner", "television",
          "tablet", "digital camera", "DVD player", "UPS", "router", "network switch"),
    "根": ("network cable", "HDMI cable", "USB cable", "VGA cable"),
    "块": ("motherboard", "graphics card", "internal hard drive", "smartwatch"),
    "张": ("memory card",), "副": ("headphones",), "部": ("smartphone",), "包": ("labels", "photo paper"),
    "条": ("memory module",), "把": ("electric shaver",), "支": ("projector lamp",),
}  # fmt: skip


def worded(
    kind: Kind, demands: tuple[Demand, ...], language: str, dice: random.Random
) -> tuple[str, tuple[Demand, ...]]:
    """The text, and the demands with exactly the values that its words mean."""
    pieces, exact = [], []
    for demand in demands:
        place, text, said = _phrase(kind, demand, language, dice)
        pieces.append((place, text))
        exact.append(said)
    dice.shuffle(pieces)
    text = _english(kind, pieces, dice) if language == "en" else _chinese(kind, pieces, dice)
    return text, tuple(exact)


def _phrase(kind: Kind, demand: Demand, language: str, dice: random.Random) -> tuple[str, str, Demand]:
    wordings = (ENGLISH if language == "en" else CHINESE)[demand.field]
    if demand.field == "price":
        return _price_phrase(demand, wordings, language, dice)
    op = {True: "yes", False: "no"}.get(demand.value, demand.op) if isinstance(demand.value, bool) else demand.op
    place, pattern = dice.choice(wordings[op])
    if isinstance(demand.value, bool):
        return place, pattern, demand
    if demand.field == "brand":
        return place, pattern.format(v=_brands(demand, language, dice)), demand
    if demand.field == "colour":
        names = COLOURS_SAID.get(demand.value, (demand.value,)) if language == "en" else COLOUR_ZH[demand.value]
        return place, pattern.format(v=dice.choice(names)), demand
    if demand.op == "between":
        (low_text, low), (high_text, high) = (amount_said(v, demand.unit, language, dice) for v in demand.value)
        return place, pattern.format(a=low_text, b=high_text), replace(demand, value=[low, high])
    if kind.name == "graphics card":
        pattern = pattern.replace("内存", "显存")
    text, value = amount_said(demand.value, demand.unit, language, dice)
    if place == BEFORE and language == "en":
        text = text.removesuffix("es") if text.endswith("inches") else text
    return place, pattern.format(v=text), replace(demand, value=value)


def _price_phrase(demand: Demand, wordings: dict, language: str, dice: random.Random) -> tuple[str, str, Demand]:
    if demand.op == "between":
        low, high = demand.value
        tens = low // 100
        if language == "zh" and high - low == 100 and low in range(100, 900, 100) and dice.random() < 0.8:
            digits = "零一两三四五六七八九"
            place, pattern = dice.choice(wordings["spoken_range"])
            return (
                place,
                pattern.format(v=f"{digits[int(tens)]}{'二' if tens == 1 else digits[int(tens) + 1]}百"),
                demand,
            )
        place, pattern = dice.choice(wordings["between"])
        return place, pattern.format(a=f"{low:g}", b=price_said(high, language, dice)), demand
    place, pattern = dice.choice(wordings[demand.op])
    bare = demand.op not in (">", ">=")
    return place, pattern.format(v=price_said(demand.value, language, dice, bare)), demand


def _brands(demand: Demand, language: str, dice: random.Random) -> str:
    names = []
    for brand in demand.value:
        said = dice.choice(BRAND_SAID.get(brand, (brand,)))
        if language == "zh" and dice.random() < 0.75:
            said = BRAND_ZH.get(brand, said)
        elif brand in BRAND_ZH and dice.random() < 0.15:
            said = said.lower()
        names.append(said)
    if language == "zh":
        return dice.choice(("和", "、") if demand.op == "not_in" else ("或者", "或")).join(names)
    return " or ".join(names)


def _article(text: str) -> str:
    first = text.split()[0]
    spelled = first.isupper() and first not in (
        "RAM",
        "ASUS",
        "NEC",
        "NGS",
        "ECC",
        "APC",
        "UPS",
        "USB",
        "AVM",
        "OKI",
        "ACT",
    )
    if first[0] in "FHLMNRSX" and spelled and len(first) < 5:
        return "an"
    if first[0].isdigit():
        return "an" if first.startswith(("8", "11", "18")) and not first.startswith(("110", "180", "1100")) else "a"
    if first.startswith(("UPS", "USB", "uni", "one", "Euro")):
        return "a"
    return "an" if first[0].lower() in "aeiou" else "a"


def _english(kind: Kind, pieces: list[tuple[str, str]], dice: random.Random) -> str:
    one, many = dice.choice(kind.english)
    before = " ".join(text for place, text in pieces if place == BEFORE)
    after = " ".join(text for place, text in pieces if place == AFTER)
    apart = [text for place, text in pieces if place == APART]
    if dice.random() < 0.12:
        return ", ".join([dice.choice((one, many)), *(text for _, text in pieces)])
    single = dice.random() < 0.5
    noun = " ".join(part for part in (before, one if single else many, after) if part)
    if apart:
        noun = ", ".join([noun, *apart])
        frames = ONE if single else ("{np}", "{np}", "show me {np}", "find me {np}", "Looking for {np}")
    else:
        frames = ONE if single else MANY
    if single:
        noun = f"{_article(noun)} {noun}" if not one.endswith(("paper", "earphones")) else f"some {noun}"
    text = dice.choice(frames).format(np=noun)
    return text.lower() if dice.random() < 0.1 and "MB" not in text and "Mb" not in text else text


def _chinese(kind: Kind, pieces: list[tuple[str, str]], dice: random.Random) -> str:
    noun = dice.choice(kind.chinese)
    before = sorted((text for place, text in pieces if place == BEFORE), key=lambda text: not text.endswith("的"))
    apart = [text for place, text in pieces if place != BEFORE]
    if dice.random() < 0.12:
        return " ".join([noun, *(text.removesuffix("的") for _, text in pieces)])
    measure = next((word for word, kinds in MEASURES.items() if kind.name in kinds), "个")
    frames = ONE_ZH if apart or dice.random() < 0.5 else MANY_ZH
    frame, named = dice.choice(frames), _run_on([*before, noun])
    if named.startswith("没有") and "有{np}" in frame:
        frame = "{np}"  # 有 before 没有 reads as the question 有没有, which asks for the opposite.
    text = frame.format(np=named, m=f"一{dice.choice((measure, '款'))}")
    return "，".join([text.removesuffix("，谢谢"), *apart])


def _run_on(parts: list[str]) -> str:
    text = ""
    for part in parts:
        text += " " if text and text[-1].isascii() and part[0].isascii() else ""
        text += part
    return text
