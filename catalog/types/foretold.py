"""How likely it is that the kind which will be found for a record stands in its title as it is."""

from __future__ import annotations

from catalog.clean import Cleaned
from catalog.types.known import kinds_of_terms
from catalog.types.learning import AFTER_NAME
from catalog.types.wording import Wording

HARDLY, RATHER, VERY = DOUBTS = range(3)


def doubt(one: Cleaned) -> int:
    """How doubtful it is that a record gets no kind beside the words of its title.

    HARDLY where the file gives the kind, or the title writes one in small letters behind its short name: of the
    electronics 2 in 100 get another. RATHER where a title without such a name holds the word of a kind: 13 in 100.
    """
    if one.product.type is not None:
        return HARDLY
    rest = Wording(one.product.title, one.name).rest
    if rest:
        return HARDLY if AFTER_NAME.match(rest) else VERY
    return VERY if kinds_of_terms().keys().isdisjoint(one.product.title.split()) else RATHER
