"""Words, features, absences, values, stock, promises: each needs a field, a clause or a review that says it."""

from __future__ import annotations

from assistant.reasons.audit_record import Known
from assistant.reasons.audit_scan import Findings, Mention, Reading, Segment
from assistant.vocabulary import Evidence
from catalog.languages.folding import contains_phrase, denied_phrase, fold
from catalog.product import Product


def check_qualities(reading: Reading, known: Known) -> Findings:
    """Everything in the sentence that is neither a figure nor a degree."""
    found = Findings()
    for place, segment in enumerate(reading.segments):
        if segment.has("absent"):
            _absence(segment, reading, known, found)
            continue
        _promises(segment, known, found)
        _stock(segment, reading, known, found)
        _words(segment, reading, known, found)
        _features(segment, reading, known, found)
        _values(segment, reading, known, found)
        _misplaced(segment, reading.segments[place - 1] if place else None, found)
        _others(segment, reading, found)
        _quotes(segment, reading, known, found)
    return found


def _absence(segment: Segment, reading: Reading, known: Known, found: Findings) -> None:
    """ "The record doesn't say X" holds where it has neither a field nor words for X."""
    run: list[Mention] = []
    for mention in (*segment.mentions, None):
        if mention is not None and mention.kind in ("text", "unknown") and not mention.cue("safe"):
            run.append(mention)
            continue
        if run and all(one.kind == "text" for one in run):
            found.why.append(f"absence: {' '.join(one.said for one in run)}")
        run = []
        if mention is None:
            break
        if mention.fields and mention.kind in ("known", "value"):
            found.why.append(f"absence: {mention.said}")


def _promises(segment: Segment, known: Known, found: Findings) -> None:
    """A promise needs a field of the record of that name, or a clause of the shop that says the same."""
    for mention in segment.mentions:
        if not mention.cue("promise") or mention.fields or (mention.cue("safe") and segment.has("review")):
            continue
        told = [one.said for one in segment.mentions if one.cue("promise") or one.kind in ("text", "unknown", "figure")]
        if not any(all(contains_phrase(word, clause) for word in told) for clause in known.policies):
            found.why.append(f"promise: {mention.said}")


def _stock(segment: Segment, reading: Reading, known: Known, found: Findings) -> None:
    stock = known.product.stock
    for mention in segment.mentions:
        sold_out, there = mention.cue("sold_out"), mention.cue("in_stock")
        left = mention.cue("left") and any(one.figure or one.cue("number") for one in segment.mentions)
        if mention.cue("demand") or segment.has("demand"):
            continue
        if not (sold_out or there or left):
            continue
        if mention.cue("safe") and not left and not sold_out:
            continue
        denied = _denied(mention, segment)
        true = stock is not None and ((stock > 0) != denied if not sold_out else (stock == 0) != denied)
        if left and not sold_out and not there:
            true = stock is not None and any(_is(one, stock) for one in segment.mentions)
        if not true:
            found.why.append(f"stock: {mention.said}")
        else:
            found.evidence.append(reading.placed(mention.said, Evidence(known.product.id, "stock", float(stock or 0))))


def _is(mention: Mention, value: float) -> bool:
    if mention.figure is not None:
        return mention.figure.value == value
    cue = mention.cue("number")
    return cue is not None and float(cue.name) == value


def _words(segment: Segment, reading: Reading, known: Known, found: Findings) -> None:
    """Words that nothing accounts for, and words of the record told against what it says."""
    demanded = [fold(one.said) for one in known.ledger] if segment.has("demand") else []
    for mention in segment.mentions:
        if mention.kind == "unknown":
            if not any(f" {mention.said} " in f" {said} " or mention.said in said for said in demanded if said):
                found.why.append(f"unknown words: {mention.said}")
        elif mention.kind == "text" and not segment.has("review"):
            denied = _denied(mention, segment)
            if len(mention.said) < 2 and not mention.said.isascii():
                continue
            clauses = [clause for clause in known.clauses if mention.said in clause.folded]
            if not clauses:
                continue
            verdicts = [denied_phrase(mention.said, clause.text) for clause in clauses]
            if denied and mention.said not in known.name_tokens and not any(verdicts):
                found.why.append(f"denied: {mention.said}")
            elif not denied and all(verdicts):
                found.why.append(f"claimed: {mention.said}")
        elif mention.kind == "text" and not any(mention.said in fold(one.text) for one in known.product.reviews):
            found.why.append(f"review: {mention.said}")


def _denied(mention: Mention, segment: Segment) -> bool:
    """Whether a word of denial stands before the mention, or behind it with nothing else to deny."""
    place = next(index for index, one in enumerate(segment.mentions) if one is mention)
    cues = [index for index, one in enumerate(segment.mentions) if one.cue("no") and not one.fields]
    if not cues:
        return False
    if any(index < place for index in cues):
        return True
    return not any(one.kind in ("text", "value") or one.fields for one in segment.mentions[cues[0] + 1 :])


def _features(segment: Segment, reading: Reading, known: Known, found: Findings) -> None:
    """A feature that the record answers with yes or no; a named field that the record has is not denied."""
    for mention in segment.mentions:
        if mention.kind != "known" or not mention.fields:
            continue
        facts = [(name, fact) for name in mention.fields if (fact := known.product.fact(name)) is not None]
        flags = [(name, fact) for name, fact in facts if isinstance(fact.value, bool)]
        denied = _denied(mention, segment)
        if flags and len(flags) == len(facts):
            wanted = not denied
            proof = next(((name, fact) for name, fact in flags if fact.value is wanted), None)
            if proof is None:
                found.why.append(f"feature: {mention.said}")
            else:
                evidence = Evidence(known.product.id, proof[0], proof[1].value)
                found.evidence.append(reading.placed(mention.said, evidence))
        elif denied and facts and not segment.has("degree", "at_most", "at_least"):
            found.why.append(f"denied: {mention.said}")


def _values(segment: Segment, reading: Reading, known: Known, found: Findings) -> None:
    """A text value belongs to the field that is named beside it, and is not denied."""
    values = segment.of("value")
    labels = [one for one in segment.labels if any(_textual(name, known) for name in one.fields)]
    brand = any(one.cue("identity") for one in segment.mentions)
    for value in values:
        if _denied(value, segment):
            found.why.append(f"denied: {value.said}")
            continue
        if labels and not any(set(value.fields) & set(label.fields) for label in labels):
            found.why.append(f"field: {value.said}")
            continue
        fact = known.product.fact(value.fields[0])
        told = fact.value if fact else value.said
        found.evidence.append(reading.placed(value.said, Evidence(known.product.id, value.fields[0], told)))
    if len(labels) == 1 and not values:
        _after_label(labels[0], segment, known, found)
    if brand and not any("brand" in one.fields for one in values):
        for mention in segment.of("text"):
            if mention.said not in known.name_tokens and not _origin(mention, known):
                found.why.append(f"brand: {mention.said}")


def _misplaced(segment: Segment, before: Segment | None, found: Findings) -> None:
    """A text value told of the one field that is named, where that field isn't its own: "its width is soft"."""
    values = segment.of("value")
    labels = [one for one in segment.labels if one.fields]
    if not segment.labels and before is not None and not before.of("figure") and not before.of("value"):
        labels = [one for one in before.labels if one.fields]
    if len(labels) != 1 or segment.of("figure") or segment.has("degree", "identity"):
        return
    mine = set(labels[0].fields)
    told = [one for one in values if not {"type", "brand"} & set(one.fields)]
    if told and not any(mine & set(one.fields) for one in told):
        found.why.append(f"field: {told[0].said}")


def _origin(mention: Mention, known: Known) -> bool:
    return any(clause.place.endswith("origin") and mention.said in clause.folded for clause in known.clauses)


def _textual(name: str, known: Known) -> bool:
    fact = known.product.fact(name)
    return fact is not None and isinstance(fact.value, str)


def _after_label(label: Mention, segment: Segment, known: Known, found: Findings) -> None:
    """ "Material is X": words of the record that stand in another field are not this field's."""
    place = next(index for index, one in enumerate(segment.mentions) if one is label)
    told = [clause.folded for clause in known.clauses if clause.place in label.fields]
    for mention in segment.mentions[place + 1 :]:
        if mention.kind == "text" and told and not any(mention.said in clause for clause in told):
            found.why.append(f"field: {mention.said}")


def _others(segment: Segment, reading: Reading, found: Findings) -> None:
    """Another product is named only to be compared with."""
    if segment.of("other") and not reading.has("degree", "contrast"):
        found.why.append(f"name: {segment.of('other')[0].said}")


def _quotes(segment: Segment, reading: Reading, known: Known, found: Findings) -> None:
    for quote in segment.of("quote"):
        place, review = quote.fields
        if place == "reviews":
            proof = Evidence(known.product.id, "reviews", review, None, "review", None, quote.said)
        elif segment.has("review"):
            found.why.append(f"review: {quote.said}")
            continue
        else:
            proof = Evidence(known.product.id, place, _value(known.product, place), span=quote.said)
        found.evidence.append(reading.placed(quote.said, proof))


def _value(product: Product, place: str) -> str | float | bool | None:
    fact = product.fact(place)
    return fact.value if fact else None
