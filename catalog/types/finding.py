"""What a single record says of its kind: its type column, its title, its category, a short description."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from catalog.cleaning.column_words import column_words, plain_name
from catalog.languages.registry import places
from catalog.product import Product
from catalog.types.choice import CROWDED, DESCRIBED, OPEN, PLAIN, before_unknown, chosen
from catalog.types.glued_words import last_word, without_trailing
from catalog.types.known import KnownTypes
from catalog.types.phrases import TOGETHER, Phrases
from catalog.types.remainder import first_value
from catalog.types.sameness import same_kind
from catalog.types.series import of_series
from catalog.types.together import LAST, named_together
from catalog.types.wording import Wording
from catalog.types.words import is_figure, is_trailing, is_unit, key, parts, runs, type_words

SLUG = re.compile(r"[-_]+")
SHORT_DESCRIPTION = 16
DASH = " - "
MEASURED = re.compile(r"\d[\d.]*[a-z]{1,3}", re.IGNORECASE)
BEFORE_FIGURE = re.compile(r"([^\W\d_A-Za-z]{2,6})\d")
VAGUE = 0.3


@dataclass(frozen=True, slots=True)
class Found:
    """The kind that was found for a product: a key or concept, how sure it is, and what proves it."""

    kind: str
    confidence: float
    proof: str
    words: str = ""


def find_type(product: Product, said: Wording, phrases: Phrases) -> Found | None:
    """The kind that the record itself states: its type column, the title, its category, a short description."""
    if product.type:
        return Found(key(product.type), 1.0, "the file's type column", product.type)
    if phrase := phrases.of_rest(said):
        if part := _part_of(said, phrase, phrases):
            return Found(part, 0.9, f"the name ends with {part!r}, which is no {phrase}", part)
        return Found(phrase, 0.97, f"the title says {phrase!r} after the name", phrase)
    named = phrases.of_naming(said.naming)
    if named is None and said.name:
        named = phrases.of_naming(said.title) if said.rest is None else phrases.among_features(said.rest)
    if named in type_words().containers and (goods := _goods_in(said, named, phrases)):
        return Found(goods, 0.7, f"the title names {goods!r} and in what it comes", goods)
    if named in type_words().vague:
        told = described(said, phrases)
        more = _paired(said.naming, named, phrases.known)
        return told or Found(more, VAGUE, f"the title ends its naming with {more!r}, which tells little", more)
    if named and " " not in named and named not in type_words().goes_with | type_words().spares:
        value = first_value(said, phrases, anywhere=True)
        if value in phrases.known.concepts and not _same_concept(named, value, phrases):
            return Found(value, 0.75, f"the value {value!r} stands behind the name", value)
    if named and (beside := _told_beside(said, named, phrases)):
        return beside
    if named and (after := _behind_model(said, phrases)):
        return Found(after, 0.75, f"the title says {after!r} behind the model's name", after)
    if member := of_series(said, named, phrases):
        return Found(member, 0.8, f"the series that the title begins with is of the kind {member!r}", member)
    weak = named is None or _weak(named, said.naming, phrases)
    leaf = leaf_of(product)
    if named and not named.isascii() and phrases.plainness(named) <= PLAIN and (first := _first(said, phrases)):
        return Found(first, 0.8, f"the title begins with {first!r} and a figure", first)
    if named and leaf and (filed := _filed(said, named, leaf, phrases)):
        return Found(filed, 0.85, f"the title says {filed!r}, as the category does", filed)
    other = chosen(said.naming, phrases, CROWDED if named or leaf else 0) if weak else None
    if other and other.phrase in type_words().containers and (goods := _goods_in(said, other.phrase, phrases)):
        return Found(goods, 0.7, f"the title names {goods!r} and in what it comes", goods)
    free = OPEN if named and not named.isascii() else DESCRIBED
    if named and other is not None and other.follows >= free and other.plain >= PLAIN and other.phrase != named:
        return Found(other.phrase, 0.7, f"the title names {other.phrase!r}", other.phrase)
    if named and not named.isascii() and not phrases.plainness(named) and (plain := _plainly(said, phrases)):
        return Found(plain, 0.7, f"the title names {plain!r} before words that say no kind", plain)
    if named and leaf and _is_coined(named, leaf, phrases):
        return Found(leaf, 0.8, f"the category {product.category[-1]!r}, while a name ends the title", leaf)
    if named in type_words().materials:
        return Found(named, VAGUE, f"the title ends its naming with {named!r}, of which much is made", named)
    if named:
        return Found(phrases.aliases.get(named, named), 0.9, f"the title ends its naming with {named!r}", named)
    if leaf and not product.brand and (loosely := phrases.of_naming(said.naming, loose=True)):
        return Found(loosely, 0.85, f"the title ends its naming with {loosely!r}", loosely)
    last = _last_letters(said, phrases.known, told=True)
    told = [one for one in (last, other and other.phrase, _last_letters(said, phrases.known)) if one]
    plain = any(phrases.plainness(one) >= PLAIN or (leaf and one.endswith(leaf)) for one in told)
    if leaf and not plain and _ends_a_part(said, leaf):
        return Found(leaf, 0.8, f"the title says {leaf!r} before words that say no kind, as the category does", leaf)
    if last and not (other and other.plain >= PLAIN and last.startswith(other.phrase[-1])):
        return Found(last, 0.7, f"the title ends with {last!r}", last)
    if other is not None:
        return Found(
            other.phrase, 0.7 if other.plain >= PLAIN else VAGUE, f"the title names {other.phrase!r}", other.phrase
        )
    if last := _last_letters(said, phrases.known):
        return Found(last, 0.7, f"the title ends with {last!r}", last)
    if leaf and leaf in phrases.known.concepts:
        return Found(leaf, 0.9, f"the category {product.category[-1]!r}", leaf)
    told = described(said, phrases)
    if told is not None and " " in told.kind and told.kind in phrases.known.concepts:
        return told
    if value := first_value(said, phrases):
        return Found(value, 0.75, f"the value {value!r} stands first behind the name", value)
    if stated := _stated(product, phrases):
        return Found(stated, 0.9, f"the record's own type column says {stated!r}", stated)
    if leaf:
        return Found(leaf, 0.6, f"the category {product.category[-1]!r}", leaf)
    return told


def _filed(said: Wording, named: str, leaf: str, phrases: Phrases) -> str | None:
    """The category's last step, where the title says it too, and ends with what names no kind plainly."""
    known = leaf in phrases.known.concepts or leaf in phrases.known.nouns
    if leaf == named:
        return None
    if not known:
        return leaf if not (leaf.isascii() or phrases.plainness(named)) and _ends_a_part(said, leaf) else None
    title = key(said.title)
    if not leaf.isascii() and (leaf.endswith(named) or _ends_a_word_before(said, leaf, named)):
        return leaf if leaf in title else None
    if phrases.plainness(named) >= PLAIN or _same_concept(named, leaf, phrases):
        return None
    return leaf if (f" {leaf} " in f" {title} " if leaf.isascii() else leaf in title) else None


def _is_coined(named: str, leaf: str, phrases: Phrases) -> bool:
    """Whether a word that ends a title names no kind, and the category's last step does: Zentro Tab 14, tablets."""
    known = phrases.known
    return named.isascii() and leaf in known.concepts and not phrases.plainness(named) and named not in known.heads


def _ends_a_part(said: Wording, leaf: str) -> bool:
    """Whether a part of the title, or a word of one that is written together, ends with the category's last step."""
    if leaf.isascii():
        return any(key(" ".join(run)).endswith(f" {leaf}") for part in parts(said.naming) for run in runs(part))
    return any(key(word).endswith(leaf) for part in parts(said.naming) for word in part)


def _ends_a_word_before(said: Wording, leaf: str, named: str) -> bool:
    """Whether a word of a title without spaces ends with one kind, and a later one with another not made for it."""
    words = [key(word) for part in parts(said.naming) for word in part]
    ends = next((place for place, word in enumerate(words) if word.endswith(leaf)), None)
    beside = type_words().goes_with | type_words().spares
    made = named in beside or named[-1] in type_words().made_for | type_words().serves
    return ends is not None and not made and any(word.endswith(named) for word in words[ends + 1 :])


def _first(said: Wording, phrases: Phrases) -> str | None:
    """The known kind that a title without spaces begins with, right before a figure: 角磨机1400W 磨光切割机."""
    found = BEFORE_FIGURE.match(said.naming.strip())
    kind = key(found.group(1)) if found else ""
    return kind if kind in phrases.known.concepts else None


def _plainly(said: Wording, phrases: Phrases) -> str | None:
    """The first plain kind that a word of a title without spaces ends with, or else names: 吉他 of 民谣吉他."""
    words = [word for part in parts(said.naming) for word in part if not word.isascii()]
    found = [one for word in words for one in named_together(word, phrases) if one.phrase in phrases.known.concepts]
    last = [one for one in found if one.follows == LAST]
    return (last or found)[0].phrase if found else None


def _goods_in(said: Wording, container: str, phrases: Phrases) -> str | None:
    """The kind of goods that a title names before a measure and what they come in: dog food ... 3.5 oz trays."""
    for part in parts(said.naming):
        for place, word in enumerate(part):
            if place and key(word) == container and (is_unit(part[place - 1]) or MEASURED.fullmatch(part[place - 1])):
                return before_unknown(" ".join(part[:place]), phrases)
    return None


def _part_of(said: Wording, phrase: str, phrases: Phrases) -> str | None:
    """What the short name ends with, where it is made for what the title says after it, or is another thing."""
    own = phrases.of_naming(said.naming) if said.name else None
    concepts, beside = phrases.known.concepts, type_words().goes_with | type_words().spares
    if own not in concepts or phrase not in concepts or phrase.rpartition(" ")[2] in beside:
        return None
    other = not _same_concept(own, phrase, phrases)
    if not other or not (" " in own or own in beside):
        return None
    plain = [[word for word in run if key(word) not in phrases.known.values] for run in runs(next(parts(said.naming)))]
    ends = [run for run in plain if len(run) > 1]
    return own if any(own.endswith(key(run[-1])) or key(" ".join(run[-2:])) in beside for run in ends) else None


def _told_beside(said: Wording, named: str, phrases: Phrases) -> Found | None:
    """What the description names by the title's kind and another one: CPU stand, of a title that says CPU."""
    beside = type_words().goes_with
    first = next(parts((said.description or "").split("\n")[0]), [])
    if len(first) < 2 or named in beside or key(first[-2]) != named:
        return None
    kind = key(first[-1])
    if kind not in beside:
        concepts, both = phrases.known.concepts, f"{named} {kind}"
        same = set(concepts.get(both, ())) & set(concepts.get(named, ())) or _same_concept(kind, named, phrases)
        if kind not in concepts or same or len(first) > SHORT_DESCRIPTION:
            return None
    return Found(kind, 0.8, f"the description ends its naming with {kind!r}, made for {named!r}", kind)


def _behind_model(said: Wording, phrases: Phrases) -> str | None:
    """The kind that the title goes on with behind a name that ends with a sign, as models do: Buds+ Headset."""
    words = (said.rest or "").split()
    if not words or said.naming[-1:].isalnum() or not said.naming[-2:-1].isalpha():
        return None
    phrases_of = (key(" ".join(words[:length])) for length in (3, 2, 1) if length <= len(words))
    return next((one for one in phrases_of if one in phrases.known.concepts), None)


def _same_concept(one: str, other: str, phrases: Phrases) -> bool:
    concepts = phrases.known.concepts
    return bool(set(concepts.get(one, ())) & set(concepts.get(other, ()))) or same_kind(one, other)


def _weak(named: str, naming: str, phrases: Phrases) -> bool:
    """Whether a word that ends a naming may be there by accident; what is made for other things never is."""
    plain = phrases.plainness(named) > (0 if named.isascii() or len(naming) < CROWDED else 1)
    return " " not in named and not plain and named not in type_words().goes_with


def _paired(text: str, vague: str, known: KnownTypes) -> str:
    """A vague word with the known name of a thing that stands before it in the text: "roll holder"."""
    pairs = re.findall(rf"([^\W\d_]{{3,}})\s+{re.escape(vague)}s?\b", text, re.IGNORECASE)
    before = key(pairs[-1]) if pairs else ""
    named = before in known.concepts or before in known.names or before in known.heads
    return f"{before} {vague}" if named and before not in known.values else vague


def described(said: Wording, phrases: Phrases, vaguely: bool = False) -> Found | None:
    """The kind that a short description's first part names."""
    line = (said.description or "").split("\n")[0]
    model, dash, more = line.partition(DASH)
    behind = bool(dash and any(map(str.isdigit, model)) and key(model) in key(said.title))
    first = next(parts(more if behind else line), [])
    if behind and first and is_figure(first[-1]):
        return None
    prose = len(first) > SHORT_DESCRIPTION or any(word.casefold() in type_words().prose for word in first)
    told = phrases.of_naming(" ".join(first), loose=behind or vaguely) if first and not prose else None
    if told is None or (told in type_words().vague and not vaguely):
        return None
    if told in type_words().vague:
        more = _paired(" ".join(first), told, phrases.known)
        return Found(more, VAGUE, f"the description ends its naming with {more!r}, which tells little", more)
    return Found(phrases.aliases.get(told, told), 0.8, f"the description ends its naming with {told!r}", told)


def leaf_of(product: Product) -> str | None:
    """The key of the last step of the category."""
    if not product.category:
        return None
    leaf = key(SLUG.sub(" ", product.category[-1]))
    return leaf if leaf and leaf not in type_words().no_kind else None


def _stated(product: Product, phrases: Phrases) -> str | None:
    """A known kind in an attribute that is called a type by more than the bare word."""
    for name, fact in product.attributes.items():
        if isinstance(fact.value, str) and _is_called_a_type(name, places()):
            value = key(fact.value)
            if phrases.is_kind(value):
                return value
    return None


@lru_cache(maxsize=8192)
def _is_called_a_type(column: str, _: tuple[str, ...]) -> bool:
    words = plain_name(column).split()
    plain = " ".join(words[1:] if words and len(words[0]) == 1 else words)
    return " " in plain and plain in column_words().fields["type"]


def _last_letters(said: Wording, known: KnownTypes, told: bool = False) -> str | None:
    """The last word of a title's first part that is written without spaces; `told`: if its last letter tells it."""
    for part in parts(said.naming):
        for run in runs(part):
            # A maker's name may stand before the longest word.
            found = TOGETHER.search(max(run, key=len))
            word = last_word(without_trailing(found.group(1))) if found else ""
            plain = (
                not word.endswith(type_words().describing)
                and word not in known.values
                and word not in known.features
                and word not in type_words().no_kind
                and not is_trailing(word)
            )
            if len(word) > 1 and (word[-1] in type_words().letters or not told) and plain:
                return key(type_words().letters.get(word[-1], word))
    return None
