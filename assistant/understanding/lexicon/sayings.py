"""The sentences of the assistant's own buttons, and reading them back: what is said here is understood exactly so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from assistant.languages.dialogue import dialogue, places, sayings
from assistant.state import DialogueState
from assistant.understanding.lexicon.catalogue_lexicon import CatalogueLexicon
from assistant.understanding.lexicon.field_names import humanised
from catalog.languages.quantities import quantities
from catalog.measures import currencies, unit_named
from catalog.product import Constraint, Value

OPEN, CLOSE = "“", "”"
TOGETHER = "” + “"
"""Stands between the quoted words that one sentence takes back."""
NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e[-+]?\d+)?")
BOUNDS = frozenset({"<", "<=", ">=", ">"})
Said = tuple[str, Constraint | str]


def say_forget(constraint: Constraint, language: str) -> str:
    """The sentence that takes this demand back."""
    words = constraint.said if constraint.said and not _is_range(constraint) else _in_full(constraint, language)
    return _fill(sayings(language)["forget"], said=_quoted(words))


def say_forget_all(constraints: Sequence[Constraint], language: str) -> str:
    """The sentence that takes these demands back together."""
    alone = [say_forget(one, language) for one in constraints]
    before, _, after = sayings(language)["forget"].partition("{said}")
    words = dict.fromkeys(one.removeprefix(before).removesuffix(after) for one in alone)
    return _fill(sayings(language)["forget"], said=TOGETHER.join(words))


def say_forget_want(name: str, language: str) -> str:
    """The sentence that takes back what kind of product is wanted."""
    return _fill(sayings(language)["forget"], said=_quoted(name))


def say_change(constraint: Constraint, language: str) -> str:
    """The sentence that sets this demand, firm or as a wish, in place of what stands on its side of the field."""
    spoken = sayings(language)
    field = _quoted(_label(constraint.field, language))
    if constraint.value is None:
        return _fill(spoken["less" if constraint.op.startswith("<") else "more"], field=field)
    sentence = spoken["set" if constraint.firm else "wish"]
    return _fill(sentence, field=field, op=spoken["ops"][constraint.op], value=_written(constraint, language))


def say_choice(constraint: Constraint, language: str) -> str:
    """The sentence that answers a question with this demand."""
    spoken = sayings(language)
    if constraint.value is None or not constraint.firm:
        return say_change(constraint, language)
    field = _quoted(_label(constraint.field, language))
    return _fill(spoken["choose"], field=field, op=spoken["ops"][constraint.op], value=_written(constraint, language))


def heard(text: str, lexicon: CatalogueLexicon, state: DialogueState) -> Said | None:
    """What one of these sentences says: "forget" and the quoted words, or "require" and the demand; else None."""
    if OPEN not in text:
        return None
    for language, pattern, kind in _patterns(places()):
        match = pattern.fullmatch(text.strip())
        if match is None:
            continue
        if kind == "forget":
            return "forget", _unquoted(match["said"])
        one = _constraint(match, kind, language, lexicon, state)
        if one is not None:
            return "require", one
    return None


def told_by(words: str, language: str, ledger: Iterable[Constraint]) -> list[Constraint]:
    """The demands of the ledger that these quoted words mean."""
    ledger = tuple(ledger)
    if TOGETHER in words:
        return [one for part in words.split(TOGETHER) for one in told_by(part, language, ledger)]
    same = [one for one in ledger if one.said == words]
    if same:
        return same
    codes = [language, *(code for code in dialogue().sayings if code != language)]
    bare = _bare(words)
    return [one for one in ledger if any(_bare(_in_full(one, code)) == bare for code in codes)]


def _in_full(constraint: Constraint, language: str) -> str:
    op = sayings(language)["ops"][constraint.op]
    return f"{_label(constraint.field, language)} {op} {_written(constraint, language)}".strip()


def _is_range(constraint: Constraint) -> bool:
    """Whether the shopper's words for this bound say the other bound too, so that they don't tell which is meant."""
    if constraint.op not in BOUNDS:
        return False
    said = quantities(constraint.said)
    return len(said) > 1 or any(figure.high is not None for figure in said)


def _bare(words: str) -> str:
    return "".join(char for char in words if char not in "“”‹›").strip()


def _constraint(
    match: re.Match[str], kind: str, language: str, lexicon: CatalogueLexicon, state: DialogueState
) -> Constraint | None:
    label = _unquoted(match["field"])
    said = match.string.strip()
    if kind in ("less", "more"):
        field = _field(label, "number", language, lexicon, state)
        return Constraint(field, "<" if kind == "less" else ">", None, None, False, said)
    op = {spoken: op for op, spoken in sayings(language)["ops"].items()}.get(match["op"])
    if op is None:
        return None
    value, unit = _value(match["value"], language)
    kinds = "boolean" if isinstance(value, bool) or op == "has" else "number" if isinstance(value, float) else "text"
    field = _field(label, kinds, language, lexicon, state)
    if op in ("in", "not_in") and not isinstance(value, tuple):
        value = () if value is None else (value,)
    return Constraint(field, op, value, unit, kind != "wish", said)


def _field(label: str, kind: str, language: str, lexicon: CatalogueLexicon, state: DialogueState) -> str:
    own = {spoken: name for name, spoken in sayings(language)["own"].items()}
    if label in own or label in lexicon.fields:
        return own.get(label, label)
    named = [one for one in lexicon.fields.values() if label in one.names]
    held = {one.field for one in state.ledger}
    order = {kind: 2, "boolean": 1}
    best = max(named, key=lambda one: (order.get(one.kind, 0), one.name in held, one.count, one.name), default=None)
    return best.name if best is not None else label


def _label(field: str, language: str) -> str:
    """The field's name on a button: the language's own word for it, else the column's name, in words if unique."""
    plain = field if "__" in field or field.endswith("_") else humanised(field)
    return str(sayings(language)["own"].get(field) or plain)


def _written(constraint: Constraint, language: str) -> str:
    spoken = sayings(language)
    value = constraint.value
    if isinstance(value, tuple):
        return str(spoken["value_or"]).join(_one(part, spoken) for part in value)
    if value is None:
        return ""
    return _one(value, spoken) + (f" {constraint.unit}" if constraint.unit else "")


def _one(value: Value, spoken: Mapping[str, str]) -> str:
    if isinstance(value, bool):
        return spoken["yes" if value else "no"]
    if isinstance(value, str):
        return OPEN + _quoted(value) + CLOSE
    return f"{value:.15g}"


def _value(written: str, language: str) -> tuple[Value | tuple[Value, ...] | None, str | None]:
    spoken = sayings(language)
    if written.startswith(OPEN):
        parts = [_unquoted(part) for part in written[1:-1].split(f"{CLOSE}{spoken['value_or']}{OPEN}")]
        return (parts[0] if len(parts) == 1 else tuple(parts)), None
    if written in (spoken["yes"], spoken["no"]):
        return written == spoken["yes"], None
    if spoken["value_or"] in written:
        return tuple(float(part) for part in written.split(spoken["value_or"]) if NUMBER.fullmatch(part)), None
    number, _, unit = written.partition(" ")
    if not NUMBER.fullmatch(number):
        return written, None
    return float(number), (unit if unit in currencies() else unit_named(unit) or unit) if unit else None


@lru_cache(maxsize=8)
def _patterns(_: tuple[str, ...]) -> tuple[tuple[str, re.Pattern[str], str], ...]:
    found = []
    for language, spoken in dialogue().sayings.items():
        ops = "|".join(re.escape(said) for said in sorted(spoken["ops"].values(), key=len, reverse=True))
        for kind in ("forget", "set", "wish", "choose", "less", "more"):
            pattern = re.escape(spoken[kind])
            for name, part in (("said", r".+"), ("field", r".+?"), ("op", ops), ("value", r".+")):
                pattern = pattern.replace(re.escape("{" + name + "}"), f"(?P<{name}>{part})")
            found.append((language, re.compile(pattern, re.DOTALL), kind))
    return tuple(found)


def _fill(sentence: str, **parts: str) -> str:
    for name, part in parts.items():
        sentence = sentence.replace("{" + name + "}", part)
    return sentence


def _quoted(words: str) -> str:
    return words.replace(OPEN, "‹").replace(CLOSE, "›")


def _unquoted(words: str) -> str:
    return words.replace("‹", OPEN).replace("›", CLOSE)
