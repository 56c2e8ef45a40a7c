"""A sentence -> what it mentions, in order: figures, names, values, labels, cues, and words nothing accounts for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from assistant.reasons.audit_record import Known
from assistant.reasons.audit_words import LONGEST, AuditWords, Cue
from assistant.vocabulary import Evidence
from catalog.languages.folding import contains_phrase, fold
from catalog.languages.lexicon import lexicon
from catalog.languages.quantities import Quantity, quantities
from catalog.product import Product

MARKUP = re.compile(r"https?:|www\.|<[a-z/!]|\]\(|\[\[|\]\]|```|\{\{|\}\}|javascript:|\*\*|\S@\S+\.\w", re.IGNORECASE)
DOMAIN = re.compile(r"\b[\w-]+\.(?:com|net|org|cn|io|shop|de)\b", re.IGNORECASE)
QUOTED = re.compile(r"[“「『]([^”」』]+)[”」』]|\"([^\"]{6,})\"")
QUOTES = re.compile('[“”「」『』"]')
FIGURE = re.compile(r"(?<![A-Za-z0-9.])\d[\d,]*(?:\.\d+)?(?![A-Za-z0-9]|\.\d)")
UNIT = re.compile(r"^[\d.,\s]+")
LETTERS = "bcdfghjklmnprtvw"
MARKER = re.compile(r"zx([bcdfghjklmnprtvw]+)q")


@dataclass(frozen=True, slots=True)
class Mention:
    """One stretch of a sentence and all that it may mean.

    `kind` of a marker is quote, own, other, value or figure; of words: known, text or unknown. `cues` are what the
    language's words say; `fields` the record's fields that a label or a value names.
    """

    kind: str
    said: str
    cues: tuple[Cue, ...] = ()
    fields: tuple[str, ...] = ()
    figure: Quantity | None = None
    products: tuple[Product, ...] = ()

    def cue(self, kind: str) -> Cue | None:
        """The cue of that kind."""
        return next((one for one in self.cues if one.kind == kind), None)


@dataclass(frozen=True, slots=True)
class Segment:
    """The mentions between two breaks of a sentence."""

    mentions: tuple[Mention, ...]

    def has(self, *kinds: str) -> bool:
        """Whether a word of one of these kinds stands here."""
        return any(mention.cue(kind) for mention in self.mentions for kind in kinds)

    def of(self, kind: str) -> list[Mention]:
        """The mentions of a kind."""
        return [one for one in self.mentions if one.kind == kind]

    @property
    def labels(self) -> list[Mention]:
        """The mentions that name a field, known to this record or not."""
        return [one for one in self.mentions if (one.fields and one.kind == "known") or one.cue("label")]


@dataclass(frozen=True)
class Reading:
    """A sentence as the checks see it; `broken` are faults that need no further look."""

    text: str
    language: str
    segments: tuple[Segment, ...]
    broken: tuple[str, ...] = ()
    words: AuditWords | None = None

    def has(self, *kinds: str) -> bool:
        """Whether a word of one of these kinds stands anywhere."""
        return any(segment.has(*kinds) for segment in self.segments)

    def placed(self, said: str, evidence: Evidence) -> Evidence:
        """The evidence with the stretch of the sentence that says it."""
        at = self.text.casefold().find(said.casefold()) if said else -1
        if at < 0 or len(self.text.casefold()) != len(self.text):
            return evidence
        return replace(evidence, at=(at, at + len(said)))


@dataclass
class Findings:
    """What one check finds wrong, and what it finds proved."""

    why: list[str] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)


def scanned(text: str, known: Known, words: AuditWords) -> Reading:
    """The reading of a sentence."""
    if MARKUP.search(text):
        return Reading(text, words.language, (), ("markup: links and markup are no words of ours",))
    marked = _Marked(text)
    broken: list[str] = []
    _names(marked, known, lambda name: QUOTES.search(name) is not None)
    marked.sub(QUOTED, lambda found: _quote(found, known, broken))
    _names(marked, known, lambda name: True)
    for label, fields in known.nested:
        cues = words.phrases.get(fold(label), ())
        marked.replace(label, lambda said, cues=cues, fields=fields: Mention("known", said, cues, fields))
    for value, fields in known.values:
        marked.replace(value, lambda said, fields=fields: Mention("value", said, fields=fields))
    if DOMAIN.search(marked.text):
        broken.append("markup: an address that is no product's name")
    marked.figures(words)
    segments = tuple(
        Segment(tuple(_mentions(part, marked.mentions, known, words)))
        for part in words.segment_break.split(_plain(marked.text, words))
        if part and part.strip()
    )
    return Reading(text, words.language, segments, tuple(broken), words)


def _names(marked: _Marked, known: Known, wanted: Callable[[str], bool]) -> None:
    """Marks the names of the products; those that hold quotation marks have to go before quotations are looked for."""
    for name, products in known.other_names.items():
        if wanted(name):
            marked.replace(name, lambda said, products=products: Mention("other", said, products=products))
    for name in filter(wanted, known.own_names):
        marked.replace(name, lambda said: Mention("own", said))


def _plain(text: str, words: AuditWords) -> str:
    for pattern, kept in words.rewrites:
        text = pattern.sub(kept, text)
    return text


def _quote(found: re.Match[str], known: Known, broken: list[str]) -> Mention:
    span = next(one for one in found.groups() if one is not None)
    folded = fold(span)
    for place, review, text in known.quoted:
        if folded and folded in text:
            return Mention("quote", span, fields=(place, review))
    broken.append(f"quote: {span}")
    return Mention("quote", span)


class _Marked:
    """A sentence whose known stretches are replaced by markers, each remembered."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.mentions: dict[str, Mention] = {}

    def _marker(self, mention: Mention) -> str:
        number, letters = len(self.mentions), ""
        while True:
            number, rest = divmod(number, len(LETTERS))
            letters = LETTERS[rest] + letters
            if not number:
                break
        self.mentions[letters] = mention
        return f" zx{letters}q "

    def sub(self, pattern: re.Pattern[str], made: Callable[[re.Match[str]], Mention]) -> None:
        """Replaces what the pattern finds."""
        self.text = pattern.sub(lambda found: self._marker(made(found)), self.text)

    def replace(self, said: str, made: Callable[[str], Mention]) -> None:
        """Replaces every occurrence of the words, whole words where they are Latin."""
        lower, wanted = self.text.casefold(), said.casefold()
        if wanted not in lower or len(lower) != len(self.text):
            return
        at, pieces, last = lower.find(wanted), [], 0
        while at >= 0:
            end = at + len(wanted)
            cut = (_letter(lower, at - 1) and _letter(lower, at)) or (_letter(lower, end - 1) and _letter(lower, end))
            # A value of one sign, such as an animal's, is one where a word ends; elsewhere it is a part of any word.
            cut = cut or (len(wanted) == 1 and lower[end : end + 1].isalnum())
            if not cut:
                pieces += [self.text[last:at], self._marker(made(self.text[at:end]))]
                last = end
            at = lower.find(wanted, end)
        self.text = "".join([*pieces, self.text[last:]])

    def figures(self, words: AuditWords) -> None:
        """Replaces quantities, and after them the figures that stand bare; a unit may also be a scale's point."""
        pieces, last = [], 0
        for one in quantities(self.text):
            said = self.text[one.start : one.end]
            cues = tuple(cue for cue in words.phrases.get(fold(UNIT.sub("", said)), ()) if cue.kind == "stars")
            read = replace(one, unit=None, alternatives=(one.unit or "", *one.alternatives)) if cues else one
            pieces += [self.text[last : one.start], self._marker(Mention("figure", said, cues, figure=read))]
            last = one.end
        self.text = "".join([*pieces, self.text[last:]])
        self.sub(FIGURE, lambda found: Mention("figure", found[0], figure=Quantity(float(found[0].replace(",", "")))))


def _letter(text: str, at: int) -> bool:
    return 0 <= at < len(text) and text[at].isascii() and text[at].isalnum()


def _mentions(part: str, marked: dict[str, Mention], known: Known, words: AuditWords) -> Iterator[Mention]:
    folded = fold(part)
    for token in _pieces(folded):
        marker = MARKER.fullmatch(token)
        if marker and marker[1] in marked:
            yield marked[marker[1]]
        elif not token.startswith("zx"):
            yield from _merged(_words(token, known, words), known, words)


def _pieces(folded: str) -> Iterable[str]:
    return (piece.strip() for piece in re.split(r"(zx[bcdfghjklmnprtvw]+q)", folded) if piece.strip())


def _words(folded: str, known: Known, words: AuditWords) -> Iterator[Mention]:
    """The longest phrase at each place: a cue of the language, a label of the record, words of the record."""
    start = 0
    while start < len(folded):
        if folded[start] == " ":
            start += 1
            continue
        found = _longest(folded, start, known, words)
        yield found[0]
        start = found[1]


def _longest(folded: str, start: int, known: Known, words: AuditWords) -> tuple[Mention, int]:
    for end in range(min(len(folded), start + LONGEST), start, -1):
        if not _boundary(folded, end):
            continue
        said = folded[start:end]
        cues, fields = words.phrases.get(said, ()), known.labels.get(said, ())
        if cues and not fields and _runs_into_label(folded, start, end, cues, known):
            continue
        if cues or fields:
            named = [cue.name for cue in cues if cue.kind == "label"]
            named += [name for cue in cues if cue.kind == "degree" for name in words.degrees[cue.name.split(":")[0]]]
            own = tuple(one for name in named for one in _resolved(name, known))
            return Mention("known", said, cues, tuple(dict.fromkeys((*fields, *own)))), end
        if _latin(said) and " " in said:
            continue
        text = said in known.tokens if _latin(said) else len(said) > 1 and said in known.run
        if text and not any(hard in said for hard in words.hard if not hard.isascii()):
            return Mention("text", said), end
    end = start + 1
    while end < len(folded) and not _boundary(folded, end):
        end += 1
    return Mention("unknown", folded[start:end]), end


def _runs_into_label(folded: str, start: int, end: int, cues: tuple[Cue, ...], known: Known) -> bool:
    """Whether a plain word or a denial of several letters ends within a label of the record, so that less is meant."""
    if _latin(folded[start:end]) or end - start < 2 or not all(cue.kind in ("no", "safe") for cue in cues):
        return False
    inner = range(start + 1, end)
    return any(folded.startswith(label, place) for place in inner for label in known.labels if len(label) > end - place)


def _boundary(folded: str, end: int) -> bool:
    """Whether a phrase may end here: at a space, or between letters that are written without spaces."""
    return end == len(folded) or folded[end] == " " or not (_latin(folded[end - 1]) and _latin(folded[end]))


def _latin(text: str) -> bool:
    return text.isascii()


def _resolved(name: str, known: Known) -> tuple[str, ...]:
    own = (name,) if known.fact(name) is not None else ()
    return (*own, *known.labels.get(fold(name), ()))


def _merged(mentions: Iterable[Mention], known: Known, words: AuditWords) -> Iterator[Mention]:
    """Runs of unknown words as one mention, accounted for where the record says the same in another language."""
    run: list[str] = []
    for mention in mentions:
        if mention.kind == "unknown":
            run.append(mention.said)
            continue
        if run:
            yield from _foreign(run, known)
            run = []
        yield mention
    if run:
        yield from _foreign(run, known)


def _foreign(run: list[str], known: Known) -> Iterator[Mention]:
    text = " ".join(run) if _latin(run[0]) else "".join(run)
    covered = 0
    terms = lexicon().terms_in(text)
    for term in terms:
        told = [one for one in lexicon().equivalents(term.phrase) if contains_phrase(one, known.run)]
        if told:
            covered += term.end - term.start
    letters = len(text.replace(" ", ""))
    spaces = sum(term.phrase.count(" ") for term in terms)
    yield Mention("text" if covered and covered - spaces >= letters else "unknown", text)
