"""Whether two names for one thing differ in wording alone."""

from __future__ import annotations


def same_kind(one: str, other: str) -> bool:
    """Whether two phrases for one concept differ in wording alone, as "toner" and "toner cartridge" do."""
    words, others = one.split(), other.split()
    shorter, longer = sorted((one.replace(" ", ""), other.replace(" ", "")), key=len)
    initials = {"".join(word[0] for word in said) for said in (words, others)}
    if not shorter.isascii():
        return shorter in longer
    return (
        (words[-1] == others[-1] and len(words[-1]) > 1)
        or set(words) <= set(others)
        or set(others) <= set(words)
        or shorter == longer
        or shorter in initials
    )
