"""What a record says in words of the kind of thing it is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wording:
    """What a record says in words: the title, the short name beside it, the brand, the description."""

    title: str
    name: str | None = None
    brand: str | None = None
    description: str | None = None

    @property
    def rest(self) -> str | None:
        """What the title says after the short name; None where there is no short name, or the title lacks it."""
        if not self.name:
            return None
        _before, found, after = self.title.partition(self.name)
        return after.strip() if found else None

    @property
    def naming(self) -> str:
        """The part of the title that names the thing: the short name, else the title without the brand before it."""
        if self.name:
            return self.name
        title = self.title
        if self.brand and title.casefold().startswith(self.brand.casefold()):
            return title[len(self.brand) :].strip() or title
        return title
