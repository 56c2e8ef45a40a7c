"""Questions about the shop's rules -> at most three clauses, word for word, or that no clause says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock

from assistant.records.clause_book import CORRECTED, Clause, ClauseBook
from assistant.service.policy_conflicts import conflicts
from assistant.service.policy_search import COUNTRY, Hit, PolicySearch, rank
from assistant.service.policy_terms import KINDS
from assistant.service.sayings import say
from catalog.ports import Embedder

MOST, LONGEST = 3, 900
"""Clauses quoted, and letters of an answer."""
CLOSE = 0.66
"""A further clause is quoted where it ranks this near to the best."""
ENOUGH, ALIKE = 0.6, 0.6
"""What coverage and nearness have to come to, and the nearness that is enough where nothing is shared by name."""
WHOLE, ASIDE = 0.9, 0.3
"""The coverage that is enough by the question's own words alone, and the nearness that has to come with it."""
TOUCHED = 0.05
"""The nearness that a text about something else hardly has."""
STRANGE = 0.05
"""What each ordinary word that no clause knows takes off."""
SAME_QUESTION = 0.6
"""How alike two questions are that ask the same (0 to 1)."""
SURE, SURER = 0.68, 1.2
"""The same, for a text that may be about goods."""
GOODS_TOO = frozenset({
    *KINDS, "cosmetics", "clothing", "sizes", "variant", "gift", "battery", "battery_goods", "earbuds", "bedding",
    "underwear", "electrical", "helmet", "bulky", "picture", "stock", "product_facts", "children", "maximum", "free",
    "label_tag", "time", COUNTRY, "germany", "china", "eu", "usa", "standard_delivery", "wear", "change", "collection",
})  # fmt: skip
"""What goods are described by as well."""
NEVER_GOODS = frozenset({
    "loyalty", "student", "price_match", "job", "insurance", "physical_store", "trade_in", "crypto", "apple_pay", "tip",
    "founder", "stock_market", "tour", "charity", "pensioner", "which_bank", "franchise", "age_limit", "theft",
})  # fmt: skip
"""What only a shop's rules can answer, where no clause speaks of it."""
LOOSE = frozenset({*KINDS, "order", "change", COUNTRY, "email", "phone", "time", "germany"})
"""Things that so many clauses speak of that sharing them alone answers nothing."""


@dataclass(frozen=True, slots=True)
class PolicyAnswer:
    """What the policies say: the words, the clauses quoted in them, and whether staff should settle a conflict."""

    text: str
    quoted: tuple[Clause, ...]
    conflict: bool = False


class PolicyAnswers:
    """Answers from the clauses of a home; learnt anew when they have changed."""

    def __init__(self, book: ClauseBook, embedder: Embedder) -> None:
        self._book, self._embedder = book, embedder
        self._lock = Lock()
        self._revision: tuple[int, int] | None = None
        self._search = PolicySearch((), embedder)

    def answer(self, question: str, language: str) -> PolicyAnswer:
        """At most three clauses, quoted, in at most 900 letters; or that the policy doesn't say."""
        clauses = self.clauses(question, language)
        if not clauses:
            return PolicyAnswer(say(language, "policy_silent"), ())
        return quoted(clauses, language)

    def rules_on(self, text: str) -> bool:
        """Whether a text that may be about goods asks for a rule: a clause surely answers it, or only one could."""
        hits = self._current().find(text)
        if any(is_corrected(hit) for hit in hits):
            return True
        if hits and not NEVER_GOODS.isdisjoint(hits[0].strange):
            return True
        if not hits or not is_answer(hits[0]):
            return False
        told = [name for name in hits[0].shared if name not in GOODS_TOO and not name.startswith("=")]
        sure = hits[0].covered + hits[0].near - STRANGE * len(hits[0].strange)
        return bool(told) and sure >= (SURE if set(told) - LOOSE else SURER)

    def surely_answers(self, text: str) -> bool:
        """Whether a clause answers a text in all its words, so that it is no matter of the world outside the shop."""
        hits = self._current().find(text)
        return bool(hits) and is_answer(hits[0]) and hits[0].covered >= WHOLE and hits[0].near >= TOUCHED

    def answers(self, text: str) -> bool:
        """Whether some clause answers a text that asks for something."""
        hits = self._current().find(text)
        return bool(hits) and is_answer(hits[0])

    def clauses(self, question: str, language: str) -> list[Clause]:
        """The clauses that answer a question, best first; none where no clause does."""
        hits = self._current().find(question)
        corrected = [hit for hit in hits if is_corrected(hit)]
        if corrected:
            return [corrected[0].clause]
        if not hits or not is_answer(hits[0]):
            return []
        best = rank(hits[0])
        kept: dict[str, Clause] = {}
        for hit in hits:
            if rank(hit) < CLOSE * best or not is_answer(hit):
                continue
            twin = self._twin(hit.clause, language)
            kept.setdefault(twin.source, twin)
        return list(kept.values())[:MOST]

    def _twin(self, clause: Clause, language: str) -> Clause:
        """The same clause in the asker's language, where the shop has its rules in several."""
        if clause.language == language or clause.asked:
            return clause
        return self._twins.get((clause.label, language), clause)

    def _current(self) -> PolicySearch:
        revision = self._book.revision()
        if revision != self._revision:
            with self._lock:
                if revision != self._revision:
                    clauses = self._book.every()
                    self._search = PolicySearch(clauses, self._embedder)
                    self._twins = _twins(clauses)
                    self._revision = revision
        return self._search


def is_corrected(hit: Hit) -> bool:
    """Whether the hit is an entry that staff wrote for this very question, in these or other words."""
    if hit.clause.document != CORRECTED or not hit.clause.asked:
        return False
    return hit.asks >= SAME_QUESTION or (hit.asks + hit.covered) / 2 >= SAME_QUESTION


def is_answer(hit: Hit) -> bool:
    """Whether the clause speaks of what is asked, and not only of something beside it."""
    if any(not name.startswith("=") for name in hit.strange):
        return False
    telling = [name for name in hit.shared if name not in LOOSE and not name.startswith("=")]
    if not telling:
        if hit.covered >= WHOLE and hit.shared and not hit.strange and hit.near >= ASIDE:
            return True
        return hit.near >= ALIKE and (bool(hit.shared) or not hit.strange)
    return hit.covered + hit.near - STRANGE * len(hit.strange) >= ENOUGH


def quoted(clauses: Sequence[Clause], language: str) -> PolicyAnswer:
    """The clauses in words, as many as fit; the first is always there, cut at a letter where it is too long."""
    conflict = bool(conflicts(clauses))
    head, tail = say(language, "policy_says"), say(language, "policy_conflict") if conflict else ""
    room = LONGEST - len(head) - len(tail) - 2
    lines: list[str] = []
    kept: list[Clause] = []
    for clause in clauses:
        line = say(language, "policy_quote", text=clause.text, source=clause.source)
        if lines and sum(map(len, lines)) + len(line) + len(lines) > room:
            continue
        if len(line) > room:
            line = say(language, "policy_quote", text=clause.text[: room - 60] + "…", source=clause.source)
        lines.append(line)
        kept.append(clause)
    return PolicyAnswer("\n".join(part for part in (head, *lines, tail) if part), tuple(kept), conflict)


def _twins(clauses: Sequence[Clause]) -> dict[tuple[str, str], Clause]:
    """Clauses by label and language, where every document of the shop numbers the same rules."""
    documents: dict[str, set[str]] = {}
    clauses = [clause for clause in clauses if not clause.asked]
    for clause in clauses:
        documents.setdefault(clause.document, set()).add(clause.label)
    by_language = {clause.document: clause.language for clause in clauses}
    same = len(documents) == len(set(by_language.values())) and len({frozenset(one) for one in documents.values()}) == 1
    return {(one.label, one.language): one for one in clauses} if same else {}
