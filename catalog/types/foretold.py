"""Whether the kind that will be found for a record most likely stands in its title as it is."""

from __future__ import annotations

from catalog.clean import Cleaned
from catalog.types.known import kinds_of_terms
from catalog.types.learning import AFTER_NAME
from catalog.types.wording import Wording


def tells_its_kind(one: Cleaned) -> bool:
    """Whether the file gives the kind, or the title writes one in small letters, behind its short name if it has one.

    Of the electronics, 98 in 100 that do so get no kind beside the words of their title; of the others 65 in 100.
    """
    if one.product.type is not None:
        return True
    rest = Wording(one.product.title, one.name).rest
    if rest:
        return AFTER_NAME.match(rest) is not None
    return not kinds_of_terms().keys().isdisjoint(one.product.title.split())
