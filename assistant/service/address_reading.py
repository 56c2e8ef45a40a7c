"""Words -> the parts of a postal address."""

from __future__ import annotations

import re
from collections.abc import Mapping

from assistant.languages.reading import spoken, words
from assistant.service.lexicon import plain

LABEL = re.compile(r"^\s*([^\W\d_][^:：]{0,18}?)\s*[:：]\s*(.+)$")
ZIP = re.compile(
    r"(?<![\w-])(\d{5}(?:-\d{4})?|\d{6}|\d{4}|[A-Za-z]{1,2}\d[A-Za-z\d]? ?\d[A-Za-z]{2}"
    r"|[A-Za-z]\d[A-Za-z] ?\d[A-Za-z]\d)(?![\w-])"
)
STATE = re.compile(r"(?<![A-Za-z])([A-Z]{2})(?![A-Za-z])")
STREET = re.compile(r"\d+\s+\S|\S+\s+\d+\s*$|\d+\s*[^\W\d_a-zA-Z]")


def read_address(text: str, before: Mapping[str, str]) -> dict[str, str]:
    """The parts of the address that a text gives, as written: address1, address2, city, state, zip, country.

    `before` is the address that it is to replace: its country stands where none is named and the postcode has the
    same form.
    """
    table = [words(code, "service")["address"] for code in spoken()]
    text = text.strip().rstrip(".。!！?？ ")
    for part in table:
        text = re.sub(part["lead"], "", text, count=1, flags=re.IGNORECASE | re.DOTALL).strip()
        text = re.sub(part["tail"], "", text, count=1, flags=re.IGNORECASE).strip().rstrip(".。,， ")
    labelled = _labelled(text, table)
    if len(labelled) >= 3:
        return labelled
    parts = [part.strip() for part in re.split(r"[,，;；、\n]", text) if part.strip()]
    if len(parts) == 1 and _tells_postcode(parts[0], table):
        return {}
    return _completed(_from_end(parts, table), before) if parts else {}


def _tells_postcode(said: str, table: list[Mapping[str, object]]) -> bool:
    """Whether a single statement is a postcode and the word for it: it says who is speaking, and no street."""
    names = [plain(word) for part in table for word in part["labels"].get("zip", ())]  # type: ignore[attr-defined]
    return ZIP.search(said) is not None and any(name in plain(said) for name in names)


def _labelled(text: str, table: list[Mapping[str, object]]) -> dict[str, str]:
    labels = {plain(word): name for part in table for name, said in part["labels"].items() for word in said}  # type: ignore[attr-defined]
    found = {}
    for piece in re.split(r"[,，;；\n]", text):
        match = LABEL.match(piece)
        if match and plain(match[1]).strip() in labels:
            found[labels[plain(match[1]).strip()]] = match[2].strip()
    return found


def _from_end(parts: list[str], table: list[Mapping[str, object]]) -> dict[str, str]:
    countries = {plain(str(name)): full for part in table for name, full in part["countries"].items()}  # type: ignore[attr-defined]
    states = {plain(str(name)): code for part in table for name, code in part["states"].items()}  # type: ignore[attr-defined]
    found: dict[str, str] = {}
    rest = list(parts)
    while rest and len(rest) > 1:
        last = rest[-1]
        if "country" not in found and "zip" not in found and plain(last) in countries:
            found["country"] = countries[plain(rest.pop())]
            continue
        code = ZIP.search(last) if "zip" not in found else None
        if code:
            found["zip"] = code[1]
            ahead, behind = last[: code.start()].strip(), last[code.end() :].strip()
            # Behind a postcode that ends a line stands a country or a state, or nothing of the address.
            ends = plain(behind) in countries or plain(behind) in states or STATE.fullmatch(behind)
            last = f"{ahead} {behind}".strip() if ends or not ahead else ahead
            named = [name for name in countries if re.search(rf"(?<![a-z]){re.escape(name)}$", plain(last)) and last]
            if named and "country" not in found:
                longest = max(named, key=len)
                found["country"] = countries[longest]
                last = last[: len(last) - len(longest)].strip()
            rest.pop()
            if last:
                rest.append(last)
            continue
        if "state" not in found:
            short = STATE.search(last)
            if short and plain(short[1]) in {plain(one) for one in states.values()} | states.keys():
                found["state"] = short[1]
                last = (last[: short.start()] + last[short.end() :]).strip()
                rest.pop()
                if last:
                    rest.append(last)
                continue
            if plain(last) in states and len(rest) > 2:
                found["state"] = states[plain(rest.pop())]
                continue
        break
    if len(rest) > 1:
        found["city"] = rest.pop()
    if rest:
        found["address1"] = rest[0]
        if len(rest) > 1:
            found["address2"] = ", ".join(rest[1:])
    return found


def _completed(found: dict[str, str], before: Mapping[str, str]) -> dict[str, str]:
    if not found.get("address1") or not STREET.search(found["address1"]):
        return {}
    if found.get("zip") and not found.get("country") and before.get("country"):
        same = _shape(found["zip"]) == _shape(str(before.get("zip", "")))
        if same:
            found["country"] = str(before["country"])
    return found


def _shape(code: str) -> str:
    return re.sub(r"[A-Za-z]", "A", re.sub(r"\d", "0", code.replace(" ", "")))[:5]
