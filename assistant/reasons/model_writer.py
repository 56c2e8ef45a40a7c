"""Wording by a language model: typed facts in, sentences out, each on screen only after its audit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from assistant.chat_models.limits import ModelLimits
from assistant.errors import ModelError
from assistant.languages.reading import nearest, words
from assistant.ports import Auditor, ChatModel
from assistant.prompts import prompt, worded_in
from assistant.reasons.dictation import Dictation, Heard
from assistant.reasons.marked_facts import MarkedFacts, marked_facts
from assistant.reasons.telling import counted, phrase, sentences
from assistant.state import DialogueState
from assistant.vocabulary import Act, Evidence, PromptMessage, Reply, Turn

TASK = "wording"
LEAD = re.compile(r"^.*?\*\*.+?\*\*", re.DOTALL)
LONGEST = 400
"""Characters of one sentence."""
RECOMMENDING = frozenset({Act.FIND, Act.REFINE, Act.MORE, Act.SIMILAR, Act.FEEDBACK})


@dataclass(frozen=True)
class ModelWriter:
    """Puts a model's audited words in place of the shop's own; the cards stay as they are."""

    model: ChatModel
    auditor: Auditor
    limits: ModelLimits
    clock: Callable[[], float]

    def write(self, state: DialogueState, reply: Reply, turn: Turn, late: bool) -> Iterator[Reply]:
        """The replies to show; they stop changing at the time-out at the latest."""
        if not _is_a_list(reply) or reply.language not in worded_in(TASK):
            return
        begun = self.clock() - reply.timings.get("total", 0.0) / 1000.0
        told = marked_facts(state, reply)
        messages = self._messages(told, reply)
        seconds = self.limits.timeout
        dictation = Dictation(lambda: self.model.stream(messages, seconds, turn.conversation))
        try:
            yield from self._shown(_Draft(reply, told, self.auditor), dictation, begun, late)
        finally:
            dictation.leave()

    def close(self) -> None:
        """Closes the model."""
        self.model.close()

    def _messages(self, told: MarkedFacts, reply: Reply) -> tuple[PromptMessage, ...]:
        values = {"need": told.need, "talk": told.talk, "facts": told.facts, "sentences": str(self.limits.sentences)}
        return prompt(TASK, reply.language).messages(values)

    def _shown(self, draft: _Draft, dictation: Dictation, begun: float, late: bool) -> Iterator[Reply]:
        own_words, first_by = False, begun + self.limits.first_words
        end = begun + (self.limits.timeout if late else self.limits.answer)
        while True:
            heard = dictation.next((end if draft.sentences or own_words else first_by) - self.clock())
            if heard is Heard.NOTHING_YET:
                if draft.sentences or own_words:
                    break
                own_words = True
                yield draft.own("waits")
                if not late:
                    return
                continue
            if isinstance(heard, (ModelError, Heard)):
                break
            if draft.takes(heard) and not own_words:
                yield draft.reply()
            if len(draft.sentences) >= self.limits.sentences:
                heard = Heard.OVER
                break
        if not own_words:
            yield draft.last(broke_off=isinstance(heard, ModelError))
        elif draft.sentences and heard is Heard.OVER:
            yield draft.last(late=True)


@dataclass
class _Draft:
    """What the model has said so far, as far as it is proved."""

    shown: Reply
    told: MarkedFacts
    auditor: Auditor
    sentences: list[str] = field(default_factory=list)
    dropped: int = 0
    about: int = 0

    def takes(self, sentence: str) -> bool:
        """Whether the sentence is proved, and now part of the words; without a name in it, it is about the last one."""
        named = self.told.products_in(sentence)
        order = [one.product.id for one in self.shown.items]
        about = order.index(named[0]) if named else self.about
        text = self.told.filled(sentence) if len(sentence) <= LONGEST else None
        if text is not None and text not in self.sentences and about >= self.about:
            proofs = self.auditor.proofs(text, order[about], self.shown)
            if proofs is not None:
                self.sentences.append(_marked(text, proofs))
                self.about = about
                return True
        self.dropped += 1
        return False

    def reply(self) -> Reply:
        """The reply with the sentences so far between the shop's own lead and what it has to say or ask at the end."""
        language = self.shown.language
        lead = LEAD.match(self.shown.text)
        parts = [lead[0]] if lead else []
        parts += self.sentences
        if self.shown.unproved:
            count = counted(len(self.shown.unproved), language, opens=True)
            parts.append(phrase("reply", "too_few_unproved", language, count=count))
        if self.shown.question:
            parts.append(self.shown.question.text)
        return replace(self.shown, text=sentences(parts, language))

    def last(self, broke_off: bool = False, late: bool = False) -> Reply:
        """The reply as it stays, with what the shopper should know of it."""
        if not self.sentences:
            return self.own("failed" if not self.dropped else "nothing_proved")
        told = self.reply()
        notices = [self._notice("broke_off")] * broke_off + [self._notice("late")] * late
        if self.dropped:
            key = "dropped_one" if self.dropped == 1 else "dropped"
            notices.append(self._notice(key, count=str(self.dropped)))
        return replace(told, notices=(*told.notices, *notices))

    def own(self, why: str) -> Reply:
        """The shop's own words, and why they stand."""
        return replace(self.shown, notices=(*self.shown.notices, self._notice(why)))

    def _notice(self, key: str, **slots: str) -> str:
        return words(nearest(self.shown.language), "model")["notice"][key].format(**slots)


def _is_a_list(reply: Reply) -> bool:
    """Whether the reply recommends products of the kind that was asked for, with reasons."""
    near = reply.want is not None and not reply.want.types
    return reply.act in RECOMMENDING and bool(reply.items) and bool(reply.reasons) and not near


def _marked(text: str, proofs: tuple[Evidence, ...]) -> str:
    """The sentence with its proved stretches between the marks that the page underlines."""
    clean = text.replace("[[", "[ [").replace("]]", "] ]")
    if clean != text:
        return clean
    for start, end in sorted((one.at for one in proofs if one.at), reverse=True):
        text = f"{text[:start]}[[{text[start:end]}]]{text[end:]}"
    return text
