"""Other ways of saying a term, in all languages, and what kind of term it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from catalog.languages.folding import fold
from catalog.languages.registry import every_language, languages, places
from catalog.languages.terms import Concept, narrower_concepts, own_terms, taxonomy

LONGEST = 6
"""Words of the longest Latin term looked for in running text; half the letters of the longest other one."""
TOKEN = re.compile(r"[!-~]+|[^\s!-~]+")


@dataclass(frozen=True, slots=True)
class Term:
    """A known term in running text: the folded words, from `start` to `end` of the folded text."""

    phrase: str
    kind: str
    start: int
    end: int


class Lexicon:
    """The bilingual term base; every look-up folds its phrase and costs one dictionary access."""

    def __init__(self, folders: tuple[str, ...]) -> None:
        self._folders = folders
        self._own = own_terms(folders)
        self._found: dict[str, tuple[str, ...]] = {}

    def equivalents(self, phrase: str) -> tuple[str, ...]:
        """Other words of the phrase's meanings in all languages, the usual ones first, none narrower or wider."""
        wanted = fold(phrase)
        if wanted not in self._found:
            self._found[wanted] = self._words(self._concepts(wanted), wanted)
        return self._found[wanted]

    def related(self, phrase: str) -> tuple[str, ...]:
        """Words of narrower terms: the kinds of what the phrase means (headphones: earphones, headset)."""
        wanted = fold(phrase)
        below = narrower_concepts(self._folders)
        ids = dict.fromkeys(name for concept in self._concepts(wanted) for name in below.get(concept.id, ()))
        known = {fold(word) for word in self.equivalents(phrase)}
        words = self._words([self._own.concepts[name] for name in ids], wanted)
        return tuple(word for word in words if fold(word) not in known)

    def wider(self, phrase: str) -> tuple[str, ...]:
        """Words of the terms that the phrase is a kind of (earphones: headphones)."""
        wanted = fold(phrase)
        mine = {concept.id for concept in self._concepts(wanted)}
        above = [name for name, below in narrower_concepts(self._folders).items() if mine & set(below)]
        return self._words([self._own.concepts[name] for name in above], wanted)

    def is_wider(self, wide: str, narrow: str) -> bool:
        """Whether the first names a kind that the second is a kind of, by our own terms or by the categories."""
        if fold(wide) in {fold(word) for word in self.wider(narrow)}:
            return True
        known = taxonomy(self._folders).meanings
        names = (narrow, *self.equivalents(narrow))
        below = {number for name in names for number in known.get(fold(name), ())}
        return any(one.startswith(f"{number}-") for number in known.get(fold(wide), ()) for one in below)

    def categories(self, phrase: str) -> tuple[str, ...]:
        """The numbers of the public categories that are called so, or so among others (Beds & Bed Frames)."""
        return taxonomy(self._folders).parts.get(fold(phrase), ())

    def kind_of(self, phrase: str) -> str | None:
        """type, feature, attribute, value or brand, the likeliest of several; None for an unknown phrase."""
        kinds = self.kinds_of(phrase)
        return kinds[0] if kinds else None

    def kinds_of(self, phrase: str) -> tuple[str, ...]:
        """All kinds that the phrase may be, the likeliest first."""
        return tuple(dict.fromkeys(concept.kind for concept in self._concepts(fold(phrase))))

    def word_in(self, phrase: str, language: str) -> str | None:
        """The phrase itself where it is a word of the language, else the usual word there; None where none is known."""
        wanted = fold(phrase)
        concepts = self._concepts(wanted)
        if any(wanted == fold(word) for concept in concepts for word in concept.words.get(language, ())):
            return phrase
        return next((concept.words[language][0] for concept in concepts if concept.words.get(language)), None)

    def usual(self, phrase: str, language: str) -> str | None:
        """The usual word there for the phrase's likeliest meaning, so that all ways to say it become one; None where
        it is unknown."""
        concepts = self._concepts(fold(phrase))
        return next((concept.words[language][0] for concept in concepts if concept.words.get(language)), None)

    def named(self, phrase: str, language: str, kind: str) -> tuple[str, ...]:
        """All words there of the phrase's likeliest meaning of a kind, the usual one first; none where it has none."""
        meant = next((one for one in self._concepts(fold(phrase)) if one.kind == kind), None)
        return meant.words.get(language, ()) if meant is not None else ()

    def signs(self, phrase: str) -> tuple[str, ...]:
        """The words of one letter for the phrase, in scripts where that is a word at the end of a compound (羊毛袜)."""
        said = {word for one in self._concepts(fold(phrase)) for words in one.words.values() for word in words}
        return tuple(sorted(word for word in said if len(word) == 1 and not word.isascii()))

    def every_word(self, kind: str | None = None) -> tuple[str, ...]:
        """The words of all our own terms, or of those of one kind, in all languages."""
        concepts = [one for one in self._own.concepts.values() if kind in (None, one.kind)]
        return tuple(dict.fromkeys(word for one in concepts for said in one.words.values() for word in said))

    def terms_in(self, text: str) -> tuple[Term, ...]:
        """The known terms of a text, the longest first where they overlap, in order, none inside another."""
        folded = fold(text)
        found: list[Term] = []
        tokens = [(match.start(), match.end()) for match in TOKEN.finditer(folded)]
        at = 0
        while at < len(tokens):
            at = self._term_at(folded, tokens, at, found)
        return tuple(found)

    def translated(self, text: str, language: str | None = None) -> str:
        """The text with every known term of other languages put into `language`, by default the pivot language."""
        target = language or pivot()
        if text.isascii() and target == pivot():
            return text
        folded, pieces, last = fold(text), [], 0
        changed = False
        for term in self.terms_in(text):
            word = self.word_in(term.phrase, target)
            if word is None or fold(word) == term.phrase:
                continue
            pieces += [folded[last : term.start], word]
            last, changed = term.end, True
        return " ".join(" ".join([*pieces, folded[last:]]).split()) if changed else text

    def _concepts(self, folded: str) -> list[Concept]:
        """The meanings of a folded phrase: our own, else the taxonomy's."""
        return self._own.of(folded) or taxonomy(self._folders).of(folded)

    def _words(self, concepts: list[Concept], but: str) -> tuple[str, ...]:
        words: dict[str, str] = {}
        for concept in concepts:
            for said in concept.words.values():
                for word in said:
                    # One letter of a script without spaces is found inside other words; the longer ones say it.
                    if concept.kind == "type" and len(word) == 1 and len(said) > 1:
                        continue
                    words.setdefault(fold(word), word)
        words.pop(but, None)
        return tuple(words.values())

    def _term_at(self, folded: str, tokens: list[tuple[int, int]], at: int, found: list[Term]) -> int:
        """Adds the longest term that starts in this token; the index of the token to go on with."""
        start, end = tokens[at]
        for last in range(min(len(tokens), at + LONGEST) - 1, at - 1, -1):
            kind = self._kind(folded[start : tokens[last][1]])
            if kind is not None:
                found.append(Term(folded[start : tokens[last][1]], kind, start, tokens[last][1]))
                return last + 1
        if not folded[start].isascii():
            self._terms_within(folded, start, end, found)
        return at + 1

    def _terms_within(self, folded: str, start: int, end: int, found: list[Term]) -> None:
        """Adds the terms of a run of letters that are written without spaces; one letter alone is none."""
        while start < end - 1:
            for stop in range(min(end, start + 2 * LONGEST), start + 1, -1):
                kind = self._kind(folded[start:stop])
                if kind is not None:
                    found.append(Term(folded[start:stop], kind, start, stop))
                    start = stop
                    break
            else:
                start += 1

    def _kind(self, folded: str) -> str | None:
        own = self._own.of(folded)
        if own:
            return own[0].kind
        return "type" if folded in taxonomy(self._folders).meanings else None


def lexicon() -> Lexicon:
    """The lexicon of all languages there are, read once."""
    return _lexicon(places())


def equivalents(phrase: str) -> tuple[str, ...]:
    """Other ways of saying the same term, in all languages."""
    return lexicon().equivalents(phrase)


def related(phrase: str) -> tuple[str, ...]:
    """Words of narrower terms."""
    return lexicon().related(phrase)


def kind_of(phrase: str) -> str | None:
    """type, feature, attribute, value, brand or None."""
    return lexicon().kind_of(phrase)


def pivot() -> str:
    """The language that the embedding models know best: the one whose folder says so, else the first."""
    return next((language.code for language in every_language() if language.words.get("pivot")), languages()[0])


@lru_cache(maxsize=4)
def _lexicon(folders: tuple[str, ...]) -> Lexicon:
    return Lexicon(folders)
