"""What brands and columns are called: their own names, shorter ones, and the same in other languages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from assistant.languages.dialogue import dialogue
from assistant.understanding.lexicon.catalogue_lexicon import FieldWords
from assistant.understanding.lexicon.field_names import spoken, without_asides, word_keys
from assistant.understanding.lexicon.words import key
from catalog.languages.lexicon import equivalents, kind_of


def column_words(fields: Mapping[str, FieldWords], kind: str | None) -> dict[str, tuple[str, ...]]:
    """Lookup form of a phrase -> the columns it names, of one kind (number, text, boolean) or of all."""
    features = feature_names()
    measures = {key(said) for called in dialogue().phrases["concepts"].values() for said in called}
    measures -= _only_told_by_yes_or_no(fields)
    found: dict[str, list[str]] = defaultdict(list)
    opposites = _opposites(fields)
    for name, one in fields.items():
        if (kind is not None and one.kind != kind) or name in opposites:
            continue
        asides = [bare for bare in without_asides(name) if one.kind == "boolean" and key(bare) in features]
        for called in (*one.names, *asides):
            for phrase in spoken(called):
                for said in (phrase, *other_words(phrase), *features.get(key(phrase), ())):
                    if kind != "boolean" or key(said) not in measures:
                        _add(found, said, name)
    return _listed(found)


def _only_told_by_yes_or_no(fields: Mapping[str, FieldWords]) -> frozenset[str]:
    """What yes/no columns are called, and no column of figures: of sofas storage is no figure."""
    figures = {
        part for one in fields.values() if one.kind == "number" for name in one.names for part in word_keys(name)
    }
    called = (name for one in fields.values() if one.kind == "boolean" for name in one.names)
    return frozenset(said for said in map(key, called) if not figures.intersection(said.split()))


def _opposites(fields: Mapping[str, FieldWords]) -> frozenset[str]:
    """The yes/no columns that say of another one that it is not so: who denies the feature means the other one."""
    yes_no = {key(called): name for name, one in fields.items() if one.kind == "boolean" for called in one.names[:1]}
    denials = {key(word) for word in dialogue().phrases["cues"].get("not", ())}
    found = set()
    for name, one in fields.items():
        first, *rest = word_keys(one.names[0])
        if one.kind == "boolean" and rest and first in denials and "".join(rest) in yes_no:
            found.add(name)
    return frozenset(found)


def feature_names() -> dict[str, tuple[str, ...]]:
    """What a column of that name is also called, for the names that mean something a product has or lacks."""
    found: dict[str, tuple[str, ...]] = {}
    for called in dialogue().phrases["features"].values():
        for phrase in called:
            found[key(phrase)] = (*found.get(key(phrase), ()), *called)
    return found


def brand_words(brands: Mapping[str, int]) -> dict[str, tuple[str, ...]]:
    """Lookup form of a phrase -> the brands it names; a brand's first word alone where it is no other's name."""
    found: dict[str, list[str]] = defaultdict(list)
    for brand in brands:
        for said in (brand, *other_words(brand)):
            _add(found, said, brand)
    company = {key(word) for word in dialogue().phrases["cues"].get("company", ())}
    for brand in brands:
        for ending in dialogue().phrases["cues"].get("company", ()):
            # 罗莱制造商 is called 罗莱.
            if not ending.isascii() and brand.endswith(ending) and len(brand) > len(ending) + 1:
                for said in (brand.removesuffix(ending), *other_words(brand.removesuffix(ending))):
                    if key(said) not in found:
                        _add(found, said, brand)
        first, _, rest = brand.replace(".", " ").partition(" ")
        if (
            rest
            and key(first) not in found
            and (kind_of(first) == "brand" or {key(one) for one in rest.split()} <= company)
        ):
            for said in (first, *other_words(first)):
                if key(said) not in found:
                    _add(found, said, brand)
    return _listed(found)


def other_words(phrase: str) -> tuple[str, ...]:
    """Other ways to say the phrase, in all languages."""
    return tuple(other for other in equivalents(phrase) if other != phrase)


def _add(found: dict[str, list[str]], phrase: str, label: str) -> None:
    said = key(phrase)
    if said and label not in found[said]:
        found[said].append(label)


def _listed(found: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {said: tuple(labels) for said, labels in found.items()}
