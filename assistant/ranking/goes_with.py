"""Whether a product is what was wanted, or only goes with it: the mount, the case, the lamp for the device."""

from __future__ import annotations

from functools import lru_cache

from assistant.ranking.beside import beside
from assistant.ranking.pair_kinds import kind_asked, kind_told, relation
from assistant.ranking.shortlist import title_line
from assistant.vocabulary import Want
from catalog.languages.folding import contains_phrase, fold
from catalog.languages.lexicon import lexicon
from catalog.product import Product


def goes_with(want: Want, product: Product) -> bool:
    """Whether a product is made for the wanted thing rather than being one: a docking station for a tablet.

    What the catalogue types as the wanted kind is one. Of other products the title tells: its own words name another
    kind, of which the wanted one is said only besides, or it names what goes with things, such as a mount.
    """
    if product.type and product.type in want.types:
        return False
    line = title_line(product)
    if relation(kind_asked(want.called), kind_told(line), line)["made_for"] > 0:
        return True
    return beside(line) and not beside(want.called)


def is_the_thing(want: Want, product: Product) -> bool:
    """Whether a product is typed as what is wanted, and its title names nothing that goes with others."""
    return product.type in want.types and not named_beside(want, product)


def names(want: Want, product: Product) -> bool:
    """Whether a product's title says the wanted thing by one of its names."""
    line = title_line(product)
    return any(contains_phrase(name, line) for name in (want.name, *lexicon().equivalents(want.name)))


def named_beside(want: Want, product: Product) -> bool:
    """Whether a product's title names what goes with others, and the wanted thing isn't of that sort itself."""
    return not beside(want.called) and beside(title_line(product))


def is_another_thing(want: Want, product: Product) -> bool:
    """Whether a product is typed as another kind, or as one that is only called so: a print server is no server."""
    if not product.type:
        return False
    if product.type not in want.types:
        end = f" {fold(product.type)}"
        wider = any(f" {fold(name)}".endswith(end) for name in (want.called, *want.types))
        return not (wider or lexicon().is_wider(product.type, want.called))
    return _only_called_so(product.type, want.called, want.types)


@lru_cache(maxsize=1 << 12)
def _only_called_so(kind: str, wanted: str, types: tuple[str, ...]) -> bool:
    """Whether a kind has a meaning of its own that isn't among those of the wanted one, which the catalogue has too."""
    words = lexicon()
    same = {fold(one) for one in (wanted, *words.equivalents(wanted))}
    if fold(kind) in same or not any(fold(one) in same for one in types):
        return False
    below = {fold(one) for one in words.related(wanted)}
    return "type" in words.kinds_of(kind) and not below & {fold(one) for one in (kind, *words.equivalents(kind))}
