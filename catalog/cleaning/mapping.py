"""Which column of a file is which field of a product: found by name and content, or told by a mapping file."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any

from catalog.cleaning.column_content import fits, is_yes_or_no
from catalog.cleaning.column_guesses import guessed, likely
from catalog.cleaning.column_words import column_words, plain_name, spelt_out
from catalog.cleaning.labelled_texts import label_marks, unfolded
from catalog.cleaning.price_columns import called_prices
from catalog.cleaning.written_measures import unit_word
from catalog.errors import SetupError
from catalog.measures import currencies

FIELDS = (
    "id", "title", "name", "brand", "type", "category", "subcategory", "price", "currency", "description", "brief",
    "images", "thumbnail", "stock", "rating", "rating_count", "language", "url", "group", "reviews",
    "attributes", "translations",
)  # fmt: skip
FALL_BACK = frozenset({"price", "attributes"})
"""Fields read from several columns: of prices the first that a row states, of attribute lists all."""
PROSE = ("description", "brief")
"""Fields whose text stays one, though it lists facts."""
LOOKED_AT = 400
ASIDE = re.compile(r"\s*[(（\[【][^()（）\[\]【】]*[)）\]】]\s*$")
"""What a column's name says in brackets: price (EUR)."""


@dataclass(frozen=True)
class ColumnMapping:
    """What each field is read from; columns that fill no field and aren't ignored become attributes."""

    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    ignore: frozenset[str] = frozenset()
    currency: str | None = None
    language: str | None = None
    marks: Mapping[str, str] = field(default_factory=dict)
    """What parts the labelled facts in the text columns that hold such."""
    guessed: tuple[str, ...] = ()
    """The fields whose columns were found by what they hold, and not by their names."""

    def of(self, name: str) -> tuple[str, ...]:
        """The columns that a field is read from, in order."""
        return self.fields.get(name, ())

    @cached_property
    def used(self) -> frozenset[str]:
        """All columns that fill a field."""
        return frozenset(column for columns in self.fields.values() for column in columns)


def read_mapping(path: Path) -> ColumnMapping:
    """The mapping file: tables columns (field = column), units, names (column = ...); ignore, currency, language.

    SetupError names what it can't use and what may stand there.
    """
    try:
        found = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise SetupError(f"There is no mapping file {str(path)!r}. Check the path of --mapping.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise SetupError(f"The mapping file {path.name} is no TOML: {error}. Mend that line.") from None
    unknown = set(found) - {"columns", "units", "names", "ignore", "currency", "language"}
    if unknown:
        raise SetupError(
            f"The mapping file {path.name} has {_quoted(unknown)}. "
            "It may hold columns, units, names, ignore, currency and language."
        )
    columns = {name: _texts(path, name, value) for name, value in _table(path, found, "columns").items()}
    if wrong := set(columns) - set(FIELDS):
        raise SetupError(f"No field called {_quoted(wrong)}. Choose one of: {', '.join(FIELDS)}.")
    units = {column: _unit(str(word)) for column, word in _table(path, found, "units").items()}
    names = {column: str(name) for column, name in _table(path, found, "names").items()}
    currency = found.get("currency")
    if currency is not None and currency not in currencies():
        raise SetupError(f"No currency called {currency!r}. Use an ISO code such as EUR or CNY.")
    ignore = frozenset(_texts(path, "ignore", found.get("ignore", [])))
    return ColumnMapping(columns, units, names, ignore, currency, found.get("language"))


def recognise(rows: Sequence[Mapping[str, Any]], told: ColumnMapping, file: str) -> ColumnMapping:
    """The mapping of a file from its first rows; what `told` says comes first. SetupError where no title is found."""
    sample = list(islice((row for row in rows if row), LOOKED_AT))
    flat = list(dict.fromkeys(name for row in rows for name in row))
    marks = label_marks(_may_list_facts(flat, told), sample)
    plain, sample = sample, [unfolded(row, marks) for row in sample]
    columns = [*flat, *_nested(sample, flat)]
    missing = {column for named in told.fields.values() for column in named if not _is_in(column, rows)}
    if missing:
        raise SetupError(f"{file} has no column {_quoted(missing)}. Its columns are: {_listed(flat)}.")
    taken = set(told.used) | told.ignore
    fields = dict(told.fields)
    for name in FIELDS:
        if name in fields:
            continue
        looked_at = plain if name in PROSE else sample
        fits = _found(name, [column for column in columns if column not in taken], looked_at)
        chosen = fits if name in FALL_BACK else fits[:1]
        if chosen:
            fields[name] = tuple(chosen)
            taken.update(chosen)
    if "id" not in fields and (told_apart := _identifying([c for c in columns if c not in taken], sample)):
        fields["id"] = (told_apart,)
    cells = _said([c for c in columns if c not in taken], sample)
    guesses = guessed(fields, cells, len(sample))
    fields |= {name: (column,) for name, column in guesses.items()}
    taken.update(guesses.values())
    short = [column for column in _found("title", [c for c in columns if c not in taken], sample) if column != "title"]
    if short and "name" not in fields:
        fields["name"] = (short[0],)
    if "title" not in fields:
        raise SetupError(
            f"{file} is no catalogue that can be read: none of its columns is known as the title. "
            f"Its columns are: {_listed(flat)}. {_perhaps(likely('title', cells, len(sample)))}"
        )
    if marks:
        fields["attributes"] = tuple(dict.fromkeys([*fields.get("attributes", ()), *marks]))
    if "brand" not in fields and (inside := _brand_inside(fields.get("attributes", ()), columns, sample)):
        fields["brand"] = (inside,)
    rest = tuple(guesses)
    return ColumnMapping(fields, told.units, told.names, told.ignore, told.currency, told.language, marks, rest)


def unused(mapping: ColumnMapping, rows: Sequence[Mapping[str, Any]]) -> dict[str, list[Any]]:
    """What the columns that fill no field say in the first rows, those inside objects by their dotted names."""
    sample = list(islice((unfolded(row, mapping.marks) for row in rows if row), LOOKED_AT))
    flat = list(dict.fromkeys(name for row in sample for name in row))
    columns = [*flat, *_nested(sample, flat)]
    return _said([each for each in columns if each not in mapping.used and each not in mapping.ignore], sample)


def _said(columns: Iterable[str], sample: Sequence[Mapping[str, Any]]) -> dict[str, list[Any]]:
    """Each column's values, without the cells that say nothing."""
    cells = {column: [value_at(row, column) for row in sample] for column in columns}
    return {column: [value for value in values if value not in (None, "")] for column, values in cells.items()}


def _perhaps(titles: Sequence[str]) -> str:
    """What to type, with the column that may be the title."""
    named = json.dumps(titles[0], ensure_ascii=False) if titles else '"..."'
    return f"Name it in a mapping file: [columns] title = {named}."


def _only_one_inside(columns: Sequence[str]) -> dict[str, str]:
    """Objects that hold but one thing, by their own names: brand of {"brand": {"cn": ...}}."""
    inside: dict[str, list[str]] = {}
    for column in columns:
        if "." in column:
            inside.setdefault(column.partition(".")[0], []).append(column)
    return {plain_name(name): found[0] for name, found in inside.items() if len(found) == 1 and name in columns}


def _identifying(columns: Iterable[str], sample: Sequence[Mapping[str, Any]]) -> str | None:
    """The first column that is called a number of its own and has another value in each row: style_id, 款式编号."""
    ends, alone = column_words().id_ends, column_words().id_alone
    for column in columns:
        plain = plain_name(ASIDE.sub("", column))
        if not (plain in alone or plain.endswith(tuple(f" {end}" if end.isascii() else end for end in ends))):
            continue
        values = [row.get(column) for row in sample]
        if all(fits("id")(value) and value != "" for value in values) and len(set(map(str, values))) == len(values):
            return column
    return None


def _brand_inside(containers: Iterable[str], columns: Sequence[str], sample: Sequence[Mapping[str, Any]]) -> str | None:
    """The fact among a container's that is called the brand."""
    inner = {column.removeprefix(f"{one}."): column for one in containers for column in columns}
    found = _found(
        "brand",
        [name for name, column in inner.items() if name != column],
        [{name: value_at(row, column) for name, column in inner.items()} for row in sample],
    )
    return inner[found[0]] if found else None


def _may_list_facts(columns: Iterable[str], told: ColumnMapping) -> list[str]:
    """The columns that aren't told or called to be a field of another kind."""
    words, free = column_words().fields, {"attributes", *PROSE}
    named = {word for field, said in words.items() if field not in free for word in said}
    used = {column for field, said in told.fields.items() if field not in free for column in said} | told.ignore
    return [column for column in columns if column not in used and plain_name(column) not in named]


def _nested(sample: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> list[str]:
    """The dotted names inside columns that hold objects: price.amount of {"price": {"amount": 9.5}}."""
    objects = ((column, row[column]) for row in sample for column in columns if isinstance(row.get(column), Mapping))
    return list(dict.fromkeys(f"{column}.{inner}" for column, found in objects for inner in found))


def _found(name: str, columns: Sequence[str], sample: Sequence[Mapping[str, Any]]) -> list[str]:
    words = column_words().fields.get(name, ())
    by_name = {spelt_out(ASIDE.sub("", column)): column for column in reversed(columns)}
    by_name |= {plain_name(ASIDE.sub("", column)): column for column in reversed(columns)}
    by_name |= {plain_name(column): column for column in reversed(columns)}
    by_name |= {word: column for word, column in _only_one_inside(columns).items() if _mostly(_text, column, sample)}
    content = fits(name)
    named = dict.fromkeys(by_name[word] for word in words if word in by_name)
    found = [column for column in named if _mostly(content, column, sample)]
    if not found and name == "price":
        found = [column for column in called_prices(columns) if _mostly(content, column, sample)]
    if not found and (ends := column_words().ends.get(name)):
        found = [column for column in columns if _ends_with(column, ends) and _mostly(content, column, sample)]
    # How many are left says more than whether some are.
    return sorted(found, key=lambda column: _mostly(is_yes_or_no, column, sample)) if name == "stock" else found


def _ends_with(column: str, ends: Iterable[str]) -> bool:
    plain = spelt_out(ASIDE.sub("", column))
    return any(plain.endswith(f" {end}" if end.isascii() else end) for end in ends)


def _text(value: Any) -> bool:
    return isinstance(value, str)


def _mostly(content: Callable[[Any], bool], column: str, sample: Sequence[Mapping[str, Any]]) -> bool:
    values = [said for row in sample if (said := value_at(row, column)) not in (None, "")]
    return bool(values) and sum(map(content, values)) >= 0.6 * len(values)


def _is_in(column: str, rows: Sequence[Mapping[str, Any]]) -> bool:
    return any(value_at(row, column) is not None for row in rows)


def value_at(row: Mapping[str, Any], column: str) -> Any:
    """The value of a column, where a dotted name reaches into nested objects; None where there is none."""
    if column in row:
        return row[column]
    found: Any = row
    for part in column.split("."):
        found = found.get(part) if isinstance(found, Mapping) else None
    return found


def _table(path: Path, found: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    table = found.get(name, {})
    if not isinstance(table, dict):
        raise SetupError(f"In the mapping file {path.name}, {name} must be a table: [{name}].")
    return table


def _texts(path: Path, name: str, value: Any) -> tuple[str, ...]:
    found = value if isinstance(value, list) else [value]
    if not all(isinstance(each, str) for each in found):
        raise SetupError(f"In the mapping file {path.name}, {name} must be the name of a column or a list of names.")
    return tuple(found)


def _unit(word: str) -> str:
    named = unit_word(word)
    if named is None or named[1] != 1.0:
        raise SetupError(f"No unit called {word!r} in the mapping file. Use a symbol such as g, cm, inch, GB, W or h.")
    return named[0]


def _quoted(names: set[str]) -> str:
    return ", ".join(repr(name) for name in sorted(names))


def _listed(columns: Sequence[str]) -> str:
    return ", ".join(columns[:30]) + (f" and {len(columns) - 30} more" if len(columns) > 30 else "")
