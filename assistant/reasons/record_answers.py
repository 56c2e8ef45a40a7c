"""What a record or its reviews say about one thing, with the words that prove it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.languages.dialogue import dialogue
from assistant.reasons.amounts import fact_words, figure, label
from assistant.reasons.facts import BAD, GOOD, SENTENCE
from assistant.reasons.telling import listed, phrase, sentences
from assistant.vocabulary import Evidence
from catalog.languages.folding import contains_phrase, denied_phrase
from catalog.languages.lexicon import equivalents
from catalog.product import Attribute, Constraint, Product, Review, Verdict

LONGEST = 160
REVIEWS = "reviews"
KINDRED = 3
"""So many attributes are told where none is called exactly as asked."""
SHORT = 3
"""A word of no more letters names no attribute by itself."""
BOUNDED = frozenset({"<", "<=", ">=", ">"})
Told = tuple[str, tuple[Evidence, ...]]


def record_says(product: Product, title: str, asked: Constraint, language: str) -> Told:
    """The answer to one question about one product; "the record doesn't say" where it doesn't."""
    if asked.field == REVIEWS:
        return reviews_say(product, title, asked, language)
    name = label(asked.field, language, product)
    fact = product.fact(asked.field)
    if fact is not None:
        return _by_fact(product, title, name, fact, asked, language)
    wanted = asked.value if isinstance(asked.value, str) else asked.said or name
    has = asked.value is True or (asked.op == "has" and asked.value is not None and bool(asked.field))
    if asked.value is None or not asked.field or has:
        # Whether it has HDMI is told by how many of its ports there are.
        alike = kindred(product, wanted, language, whole=has)[:KINDRED]
        if alike:
            return _with_a_buyers_word(_listed(product, title, alike, language), product, wanted, language)
    for field, source, text in (*_values(product, language), *_texts(product, language)):
        span = next((part.strip() for part in SENTENCE.findall(text) if _names(part, wanted)), None)
        if span is None:
            continue
        key = {True: "record_text", False: "review_text"}[source == "fact"]
        if field in product.attributes:
            return _listed(product, title, [field], language)
        value = span[:LONGEST]
        evidence = Evidence(product.id, field, asked.value, None, source, None, value)
        return phrase("reply", key, language, title=title, value=value), (evidence,)
    told = asked.said or wanted
    return phrase("reply", "record_silent", language, title=title, name=told), ()


def grouped(products: Sequence[Product], titles: Sequence[str], asked: Constraint, language: str) -> Told | None:
    """Which of several have it, which have it not, and whose record doesn't say; None for what has no yes and no."""
    facts = [product.fact(asked.field) for product in products]
    if not any(fact is not None for fact in facts):
        if any(record_says(product, "", asked, language)[1] for product in products):
            return None
        said = asked.said or (asked.value if isinstance(asked.value, str) else label(asked.field, language))
        return phrase("which", "nobody", language, name=said), ()
    if asked.value is None:
        return None
    if all(asked.judges(fact) is not Verdict.MEETS for fact in facts if fact is not None) and not any(
        fact is not None and isinstance(fact.value, bool) for fact in facts
    ):
        return None  # What each is instead says more than that none is it.
    named = next((product for product in products if product.fact(asked.field) is not None), None)
    places: dict[str, list[str]] = {"yes": [], "no": [], "silent": []}
    proofs: list[Evidence] = []
    for product, title, fact in zip(products, titles, facts, strict=True):
        verdict = asked.judges(fact) if fact is not None else Verdict.UNKNOWN
        places[{Verdict.MEETS: "yes", Verdict.VIOLATES: "no"}.get(verdict, "silent")].append(title)
        if fact is not None:
            proofs.append(Evidence(product.id, asked.field, fact.value, fact.unit))
    name = label(asked.field, language, named)
    if asked.said and asked.op in BOUNDED:
        name = asked.said
    elif not isinstance(asked.value, bool) and asked.op != "has":
        values = asked.value if isinstance(asked.value, tuple) else (asked.value,)
        told_values = [fact_words(asked.field, Attribute(one, asked.unit), language, named) for one in values]
        name += f" {' / '.join(told_values)}"
    told = [
        phrase("which", key, language, name=name[:1].upper() + name[1:], titles=listed(titles, language))
        for key, titles in places.items()
        if titles
    ]
    return sentences(told, language), tuple(proofs)


def measured_by(
    products: Sequence[Product], asked: Sequence[Constraint], language: str
) -> tuple[tuple[Constraint, ...], list[str]]:
    """What is compared where no column holds what was asked: the columns named alike, and a word that no record
    judges it."""
    known = [one for one in asked if one.field]
    unknown = [one for one in asked if not one.field]
    fields = [name for one in unknown for product in products for name in kindred(product, one.said, language)]
    alike = [Constraint(name, "has", None) for name in dict.fromkeys(fields)]
    said = [phrase("compare", "unjudged", language, words=one.said) for one in unknown]
    return (*known, *alike[:KINDRED]), said


def kindred(product: Product, words: str, language: str, whole: bool = False) -> list[str]:
    """The attributes whose name holds the words, or one of them where not `whole`: screen size and screen type, asked
    for the screen."""
    named = {name: label(name, language, product) for name in product.attributes}
    ways = _ways(words)
    all_said = [name for name, told in named.items() if any(contains_phrase(way, told) for way in ways)]
    parts = [word for word in words.split() if len(word) > SHORT and not whole]
    return all_said or [name for name, told in named.items() if any(contains_phrase(word, told) for word in parts)]


def _by_fact(product: Product, title: str, name: str, fact: Attribute, asked: Constraint, language: str) -> Told:
    shown = fact_words(asked.field, fact, language, product)
    evidence = Evidence(product.id, asked.field, fact.value, fact.unit)
    if isinstance(fact.value, bool) or asked.value is not None:
        verdict = asked.judges(fact) if asked.value is not None else Verdict.MEETS
        yes = fact.value is True if isinstance(fact.value, bool) and asked.value is None else verdict is Verdict.MEETS
        if isinstance(fact.value, bool):
            return phrase("reply", "record_yes" if yes else "record_no", language, title=title, name=name), (evidence,)
        key = {Verdict.MEETS: "record_has", Verdict.VIOLATES: "record_has_not"}.get(verdict, "record_says")
        return phrase("reply", key, language, title=title, name=name, value=shown), (evidence,)
    return phrase("reply", "record_says", language, title=title, name=name, value=shown), (evidence,)


def all_told(product: Product, title: str, asked: Sequence[Constraint], language: str) -> Told | None:
    """The answer to several open questions about one product at once; None where one has no plain answer."""
    names = [one.field for one in asked]
    if len(names) < 2 or any(one.value is not None or product.fact(one.field) is None for one in asked):
        return None
    return _listed(product, title, names, language)


def _listed(product: Product, title: str, names: Sequence[str], language: str) -> Told:
    facts, proofs = [], []
    for name in names:
        fact = product.fact(name)
        if fact is None:
            continue
        facts.append(f"{label(name, language, product)} [[{fact_words(name, fact, language, product)}]]")
        proofs.append(Evidence(product.id, name, fact.value, fact.unit))
    return phrase("reply", "record_lists", language, title=title, facts=listed(facts, language)), tuple(proofs)


def _with_a_buyers_word(told: Told, product: Product, wanted: str, language: str) -> Told:
    """What the record says, and behind it what a buyer writes of the same."""
    for field, source, text in _texts(product, language):
        span = next((part.strip() for part in SENTENCE.findall(text) if _names(part, wanted)), None)
        if source == "review" and span is not None:
            value = span[:LONGEST]
            evidence = Evidence(product.id, field, None, None, source, None, value)
            return sentences([told[0], phrase("reply", "review_plain", language, value=value)], language), (
                *told[1],
                evidence,
            )
    return told


def _texts(product: Product, language: str) -> Iterator[tuple[str, str, str]]:
    """Field, kind of evidence and text: the shopper's language first, the record's own words before the buyers'."""
    told = product.translations.get(language)
    if told is not None:
        yield "title", "fact", told.title or ""
        yield "description", "fact", told.description or ""
    yield "title", "fact", product.title
    yield "description", "fact", product.description or ""
    for review in sorted(product.reviews, key=lambda one: one.language != language):
        yield REVIEWS, "review", review.text


def _values(product: Product, language: str) -> Iterator[tuple[str, str, str]]:
    """The record's facts as words, name and value: a question may name both, as "glass body" does."""
    for name, fact in product.attributes.items():
        if isinstance(fact.value, str):
            yield name, "fact", f"{label(name, language, product)}: {fact_words(name, fact, language, product)}"


def _names(part: str, wanted: str) -> bool:
    words = wanted.split()
    return any(contains_phrase(way, part) or denied_phrase(way, part) for way in _ways(wanted)) or (
        len(words) > 1 and all(_names(part, word) for word in words)
    )


def _ways(wanted: str) -> Sequence[str]:
    return list(dict.fromkeys([wanted, *equivalents(wanted)]))


def reviews_say(product: Product, title: str, asked: Constraint, language: str) -> Told:
    """How many reviews there are, how they rate, and a quoted word of praise and of complaint on the aspect asked."""
    if not product.reviews:
        return phrase("reply", "no_reviews", language, title=title), ()
    mine = [one for one in product.reviews if one.language == language] or list(product.reviews)
    aspect = asked.value if isinstance(asked.value, str) else None
    if aspect is None:
        spans = [(review, span) for review in mine for span in _sentences(review)[:1]]
    else:
        ways = [*_ways(asked.said or aspect), *_ways(label(aspect, language, product)), *_concept_words(aspect)]
        spans = [
            (review, span)
            for review in mine
            for span in _sentences(review)
            if any(contains_phrase(w, span) for w in ways)
        ]
    said, proofs = [], []
    if product.rating is not None:
        rating = figure(product.rating, None, language)
        said.append(phrase("reply", "reviews_rated", language, title=title, rating=rating, count=len(mine)))
        proofs.append(Evidence(product.id, "rating", product.rating))
    else:
        said.append(phrase("reply", "reviews_counted", language, title=title, count=len(mine)))
    if aspect is not None and not spans:
        name = asked.said or label(aspect, language, product)
        return sentences([*said, phrase("reply", "reviews_silent", language, name=name)], language), tuple(proofs)
    praise = next(((r, s) for r, s in spans if (r.rating or 0.0) >= GOOD), None)
    complaint = next(((r, s) for r, s in spans if r.rating is not None and r.rating <= BAD), None)
    for key, found in (("review_praise", praise), ("review_complaint", complaint)):
        if found is not None:
            said.append(phrase("reply", key, language, value=found[1]))
            proofs.append(Evidence(product.id, REVIEWS, found[0].id, None, "review", None, found[1]))
    if praise is None and complaint is None and spans:
        said.append(phrase("reply", "review_plain", language, value=spans[0][1]))
        proofs.append(Evidence(product.id, REVIEWS, spans[0][0].id, None, "review", None, spans[0][1]))
    return sentences(said, language), tuple(proofs)


def _sentences(review: Review) -> list[str]:
    return [part.strip(" .!。！,，")[:LONGEST] for part in SENTENCE.findall(review.text) if part.strip(" .!。！,，")]


def _concept_words(field: str) -> list[str]:
    """How people call what this column holds: battery for battery life."""
    concepts = dialogue().phrases["concepts"]
    names = [said for said in concepts.values() if field.replace("_", " ") in said]
    return [word for said in names for word in said]
