"""The conversation's side of the page: bubbles, what was understood, the one question."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.replies import Example, no_example
from assistant.understanding.lexicon.sayings import say_forget, say_forget_want
from assistant.vocabulary import Question, Reply
from assistant.web.demand_words import EXCLUDING, chip_text
from assistant.web.markup import saying
from assistant.web.page_words import html, safe, say

SHOWN = 700
"""How much of a shopper's own message its bubble shows."""
BOLD = re.compile(r"^\*\*(.+?)\*\*", re.MULTILINE)
MARK = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)


def said_bubble(text: str, language: str) -> str:
    """The shopper's own words, as text."""
    shown = text if len(text) <= SHOWN else text[:SHOWN] + say(language, "talk", "cut")
    return f'<div class="me"><span class="unseen">{html(language, "talk", "you")} </span>{safe(shown.strip())}</div>'


def answer_bubble(reply: Reply, key: str = "") -> str:
    """The assistant's words with its notices; a leading stretch may be bold, proved words are underlined.

    `key` is the name under which words that come later find the bubble.
    """
    language = reply.language
    lines = [line for line in reply.text.split("\n") if line.strip()]
    paragraphs = "".join(f"<p>{_worded(line, language)}</p>" for line in lines)
    notices = "".join(f'<p class="note">{safe(notice)}</p>' for notice in reply.notices)
    named = f' data-words="{safe(key)}"' if key else ""
    return f'<div class="it" lang="{safe(language)}"{named}>{paragraphs}{notices}</div>'


def failed_bubble(text: str, language: str) -> str:
    """One sentence that says that nothing was changed, and a button to send the same words again."""
    again = saying(say(language, "talk", "again"), text) if 0 < len(text) <= SHOWN else ""
    return f'<div class="it failed"><p>{html(language, "talk", "failed")}</p>{again}</div>'


def welcome(examples: Sequence[str], language: str) -> str:
    """What stands in an empty conversation: an invitation and questions that the catalogue answers."""
    buttons = "".join(saying(one, one) for one in examples)
    title = html(language, "talk", "examples")
    tried = f'<p class="soft">{title}</p><div class="row">{buttons}</div>' if examples else ""
    return (
        f'<div class="welcome"><h1>{html(language, "talk", "welcome")}</h1>'
        f"<p>{html(language, 'talk', 'welcome_more')}</p>{tried}</div>"
    )


def ledger(reply: Reply, example: Example = no_example) -> str:
    """What was understood, as chips: firm ones filled, exclusions red, wishes dashed; a click takes one away."""
    language = reply.language
    chips = []
    if reply.want is not None and reply.want.name:
        label = html(language, "ledger", "kind", kind=reply.want.name)
        forget = html(language, "ledger", "forget", demand=reply.want.name)
        chips.append(
            f'<button type="button" class="chip" data-say="{safe(say_forget_want(reply.want.name, language))}"'
            f' aria-label="{forget}" title="{label}">{safe(reply.want.name)}<i aria-hidden="true">×</i></button>'
        )
    for constraint in reply.ledger:
        text = chip_text(constraint, language, example)
        kind = "not" if constraint.op in EXCLUDING or constraint.value is False else "" if constraint.firm else "wish"
        label = html(language, "ledger", "forget", demand=text)
        chips.append(
            f'<button type="button" class="chip {kind}" data-say="{safe(say_forget(constraint, language))}"'
            f' aria-label="{label}" title="{safe(constraint.said)}">{safe(text)}<i aria-hidden="true">×</i></button>'
        )
    if not chips:
        return ""
    return f"<small>{html(language, 'ledger', 'title')}</small>{''.join(chips)}"


def ask(question: Question | None) -> str:
    """The one question as buttons, each with the number of products it leaves."""
    if question is None or not question.choices:
        return ""
    buttons = "".join(
        saying(choice.label, choice.say, "" if choice.count is None else f"{choice.count:,}")
        for choice in question.choices
    )
    return f"<span>{safe(question.text)}</span>{buttons}"


def _worded(line: str, language: str) -> str:
    bold = BOLD.match(line)
    if bold:
        return f"<b>{_marked(bold.group(1), language)}</b>{_marked(line[bold.end() :], language)}"
    return _marked(line, language)


def _marked(text: str, language: str) -> str:
    parts, done = [], 0
    title = html(language, "talk", "proved_by")
    for match in MARK.finditer(text):
        parts.append(
            f'{safe(text[done : match.start()])}<mark class="told" title="{title}">{safe(match.group(1))}</mark>'
        )
        done = match.end()
    return "".join(parts) + safe(text[done:])
