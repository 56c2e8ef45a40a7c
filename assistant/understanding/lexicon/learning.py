"""Learning a lexicon from a catalogue's own products."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Set
from typing import Any

from assistant.languages.dialogue import dialogue
from assistant.understanding.lexicon.catalogue_lexicon import CatalogueLexicon, FieldWords, ValueWords
from assistant.understanding.lexicon.field_names import ways_to_read
from assistant.understanding.lexicon.grown_together import written_as_one
from assistant.understanding.lexicon.kinds import Kinds
from assistant.understanding.lexicon.name_ends import closing_words
from assistant.understanding.lexicon.name_words import brand_words, column_words, feature_names, other_words
from assistant.understanding.lexicon.title_counts import counts_told
from assistant.understanding.lexicon.told_ranges import Told, told_range
from assistant.understanding.lexicon.told_together import told_by
from assistant.understanding.lexicon.value_parts import (
    LONGEST_VALUE,
    is_word,
    lists_several,
    parts_of,
    told_together_with,
)
from assistant.understanding.lexicon.words import key, latin_keys
from catalog.languages.detection import detect
from catalog.languages.lexicon import equivalents, kind_of
from catalog.product import Product

SHORTEST = 4
"""Letters of the shortest Latin word that may be misspelt."""
LONGEST_TITLE = 300
EARLY = 1
"""How many words after the brand name the product."""
LARGE = 2000
"""From this many products on, what is found once or twice is left out."""
LISTED = 0.6
"""A column in so many of whose cells several things stand is a list."""
VARIOUS = 50
"""A column of more different values than this, most of them said once, is free text."""
FEW, SHORT = 60, 5
"""A column of few different values may have bare numbers among them, such as sizes."""
SAMPLE = 400
PLAIN = ("value", "feature")


def learnt(products: Iterable[Product]) -> CatalogueLexicon:
    """The lexicon of these products."""
    seen = _Seen()
    for product in products:
        seen.take(product)
    return seen.lexicon()


class _Seen:
    def __init__(self) -> None:
        self.count = 0
        self.types: Counter[str] = Counter()
        self.terms: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
        self.categories: dict[str, Counter[str]] = defaultdict(Counter)
        self.brands: Counter[str] = Counter()
        self.brand_types: dict[str, Counter[str]] = defaultdict(Counter)
        self.languages: Counter[str] = Counter()
        self.currencies: Counter[str] = Counter()
        self.kinds: dict[str, Counter[str]] = defaultdict(Counter)
        self.numbers: dict[tuple[str, str], Told] = defaultdict(lambda: defaultdict(list))
        self.holders: dict[str, Counter[str]] = defaultdict(Counter)
        self.units: dict[str, Counter[str]] = defaultdict(Counter)
        self.shared: dict[str, bool] = defaultdict(bool)
        self.names: dict[str, Counter[str]] = defaultdict(Counter)
        self.texts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        self.said: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        self.title_words: dict[str, Counter[str]] = defaultdict(Counter)
        self.told: dict[str, Counter[str]] = defaultdict(Counter)
        self.leading: dict[str, Counter[str]] = defaultdict(Counter)
        self.closing: dict[str, Counter[str]] = defaultdict(Counter)
        self.counted: dict[str, Counter[str]] = defaultdict(Counter)
        self.listing: Counter[str] = Counter()
        self.written: set[str] = set()

    def take(self, product: Product) -> None:
        self.count += 1
        type_ = product.type or ""
        self.types[type_] += 1
        for name in product.category:
            self.categories[name][type_] += 1
        if product.brand:
            self.brands[product.brand] += 1
            self.brand_types[product.brand][type_] += 1
        self.currencies[product.currency or ""] += 1
        self._take_language(product)
        for name, fact in product.attributes.items():
            self._take_fact(name, fact.value, fact.unit, type_)
        if product.price is not None:
            self._take_fact("price", product.price, product.currency, type_)
        for name in ("stock", "rating"):
            value = getattr(product, name)
            if value is not None:
                self._take_fact(name, float(value), None, type_)
        for language, translation in product.translations.items():
            if translation.type and type_:
                self.terms[type_][language][translation.type] += 1
            for other in translation.category:
                self.categories[other][type_] += 1
            for name, (called, value) in translation.attributes.items():
                if called:
                    self.names[name][called] += 1
                fact = product.attributes.get(name)
                if value and fact is not None and isinstance(fact.value, str):
                    self.said[(name, fact.value)][value] += 1
        self._take_title(product, type_)

    def _take_language(self, product: Product) -> None:
        if product.language:
            self.languages[product.language] += 1
        elif self.count <= SAMPLE:
            self.languages[detect(product.title)] += 1

    def _take_fact(self, name: str, value: Any, unit: str | None, type_: str) -> None:
        if isinstance(value, bool):
            self.kinds[name]["boolean"] += 1
            self.holders[name][type_] += 1
        elif isinstance(value, (int, float)):
            self.kinds[name]["number"] += 1
            self.numbers[(name, type_)][unit].append(float(value))
            self.holders[name][type_] += 1
            if unit:
                self.units[name][unit] += 1
        else:
            self.kinds[name]["text"] += 1
            self.shared[name] |= "%" in value
            self.listing[name] += lists_several(value)
            self.holders[name][type_] += 1
            if len(value) <= LONGEST_VALUE * 2:
                self.texts[(name, value)][type_] += 1

    def _take_title(self, product: Product, type_: str) -> None:
        titles = (product.title, *(other.title for other in product.translations.values()), product.brand)
        for title in titles:
            self.written.update(word for word in latin_keys((title or "")[:LONGEST_TITLE]) if len(word) >= SHORTEST)
        if not type_:
            return
        for word in told_by(product):
            self.told[word][type_] += 1
        for word in closing_words(product.title[:LONGEST_TITLE], type_):
            self.closing[word][type_] += 1
        for word in counts_told(product.title[:LONGEST_TITLE]):
            self.counted[word][type_] += 1
        brand = key(product.brand) if product.brand else ""
        position = 0
        for said in latin_keys(product.title[:LONGEST_TITLE]):
            if len(said) < 2 or said.isdigit() or said in brand:
                continue
            self.title_words[said][type_] += 1
            if position < EARLY:
                self.leading[said][type_] += 1
            position += 1

    def lexicon(self) -> CatalogueLexicon:
        least = 3 if self.count >= LARGE else 1
        fields = self._fields()
        values, features = self._values(least), column_words(fields, "boolean")
        kinds, near = self._kinds(features, values, column_words(fields, None).keys()).words()
        return CatalogueLexicon(
            count=self.count,
            types={name: count for name, count in self.types.most_common() if name},
            type_words=kinds,
            near_kinds=near,
            terms=self._terms(),
            brands=dict(self.brands.most_common()),
            brand_words=brand_words(self.brands),
            brand_types={brand: dict(types) for brand, types in self.brand_types.items()},
            fields=fields,
            feature_words=features,
            field_words=column_words(fields, None),
            values=values,
            names=_frequent(self.title_words, least),
            gender_categories=self._gender_categories(),
            told=_frequent(self.told, least),
            closing=_frequent(self.closing, least),
            counted=_frequent(self.counted, least),
            leading=_frequent(self.leading, least),
            written=frozenset(self.written.union(*(latin_keys(value) for _, value in self.texts))),
            languages=dict(self.languages.most_common()),
            currencies=dict(self.currencies.most_common()),
        )

    def _fields(self) -> dict[str, FieldWords]:
        fields, apart = {}, written_as_one(self.kinds)
        for name, kinds in self.kinds.items():
            kind = kinds.most_common(1)[0][0]
            usual = next(iter(self.units[name].most_common(1)), (None, 0))[0]
            types = {
                type_: (count, *told_range(self.numbers.get((name, type_), {}), usual))
                for type_, count in self.holders[name].items()
            }
            called = [
                *ways_to_read(name, kind == "boolean", apart),
                *(said for said, _ in self.names[name].most_common(3)),
            ]
            names = tuple(dict.fromkeys(called))
            units = dict(self.units[name].most_common())
            lists = kind == "text" and self.listing[name] >= LISTED * kinds["text"]
            fields[name] = FieldWords(name, kind, kinds.total(), names, types, units, self.shared[name], lists)
        return fields

    def _kinds(
        self, features: Mapping[str, Any], values: Mapping[str, Mapping[str, ValueWords]], columns: Set[str]
    ) -> Kinds:
        plain_values = {said for said, columns in values.items() if any(one.plain for one in columns.values())}
        translated = {type_: [one for said in terms.values() for one in said] for type_, terms in self.terms.items()}
        profiles: dict[str, Counter[str]] = defaultdict(Counter)
        for name, types in self.holders.items():
            for type_, count in types.items():
                profiles[type_][name] = count
        # A category that is called as what people do says what its goods are for, and no kind of them.
        uses = {key(said) for said in dialogue().phrases["people"].get("uses", ())} | _genders()
        categories = {
            name: [type_ for type_, _ in types.most_common() if type_]
            for name, types in self.categories.items()
            if uses.isdisjoint(key(said) for said in (name, *equivalents(name)))
        }
        return Kinds(
            {type_: count for type_, count in self.types.items() if type_},
            translated,
            categories,
            profiles,
            features.keys() | plain_values | feature_names().keys(),
            dialogue().phrases["word_forms"].get("noun_endings", ()),
            columns,
        )

    def _gender_categories(self) -> dict[str, str]:
        """Lookup form of a word for men or women -> the category that is called so."""
        genders = _genders()
        called = {name: {key(said) for said in (name, *equivalents(name))} for name in self.categories}
        return {said: name for name, words in called.items() if words & genders for said in words}

    def _terms(self) -> dict[str, dict[str, str]]:
        terms: dict[str, dict[str, str]] = {}
        for type_ in self.types:
            if not type_:
                continue
            mine = {language: said.most_common(1)[0][0] for language, said in self.terms[type_].items()}
            for other in (type_, *other_words(type_)):
                mine.setdefault(detect(other), other)
            terms[type_] = mine
        return terms

    def _values(self, least: int) -> dict[str, dict[str, ValueWords]]:
        spread = Counter(name for name, _ in self.texts)
        holding = {name: self.holders[name].total() for name in spread}
        found: dict[tuple[str, str], tuple[Counter[str], Counter[str]]] = {}
        for (name, value), types in self.texts.items():
            various = spread[name] > VARIOUS and spread[name] > holding[name] / 2
            sized = spread[name] <= FEW
            for part in parts_of(value):
                if various and kind_of(part) not in PLAIN:
                    continue  # Of what records put in so many ways, only what any shop knows: 100%棉, 5%氨纶.
                if not (is_word(part) or (sized and part == value and len(part) <= SHORT)):
                    continue
                spellings, holders = found.setdefault((key(part), name), (Counter(), Counter()))
                spellings[part] += sum(types.values())
                holders.update(types)
        values: dict[str, dict[str, ValueWords]] = defaultdict(dict)
        for (said, name), (spellings, holders) in found.items():
            if said and sum(holders.values()) >= least:
                text = spellings.most_common(1)[0][0]
                values[said][name] = ValueWords(text, dict(holders), kind_of(text) in PLAIN)
        for (name, value), others in self.said.items():
            for other in others:
                for mine, said in told_together_with(value, other):
                    _alias(values, key(said), name, values.get(key(mine), {}).get(name), True)
        for columns in list(values.values()):
            for name, one in columns.items():
                known = self.count < LARGE and kind_of(one.text) is not None
                if one.plain or known or sum(one.types.values()) >= 3:
                    for other in other_words(one.text):
                        _alias(values, key(other), name, one, one.plain)
        return dict(values)


def _genders() -> set[str]:
    return {key(said) for said in dialogue().phrases["people"].get("genders", ())}


def _alias(
    values: dict[str, dict[str, ValueWords]], said: str, name: str, one: ValueWords | None, plain_: bool
) -> None:
    if said and one is not None:
        known = values[said].get(name)
        own = known is not None and key(known.text) == said  # What records say themselves is no other word's alias.
        if known is None or (not own and sum(known.types.values()) < sum(one.types.values())):
            values[said][name] = ValueWords(one.text, one.types, plain_)


def _frequent(counts: Mapping[str, Counter[str]], least: int) -> dict[str, dict[str, int]]:
    return {word: dict(types.most_common(6)) for word, types in counts.items() if types.total() >= least}
