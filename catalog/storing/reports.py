"""What goes into a write beside whole products, and what comes out of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from catalog.product import Product


@dataclass(frozen=True, slots=True)
class WriteReport:
    """What a write did: products new, altered, the same as before, and removed."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0

    def __add__(self, other: WriteReport) -> WriteReport:
        return WriteReport(
            self.added + other.added,
            self.changed + other.changed,
            self.unchanged + other.unchanged,
            self.removed + other.removed,
        )


@dataclass(frozen=True, slots=True)
class Listing:
    """What a shop alters daily; None leaves the product's own."""

    price: float | None = None
    currency: str | None = None
    stock: int | None = None

    def of(self, product: Product) -> Product:
        """The product with this price and stock."""
        priced = product if self.price is None else replace(product, price=self.price)
        counted = priced if self.stock is None else replace(priced, stock=self.stock)
        return counted if self.currency is None else replace(counted, currency=self.currency)

    def is_new_to(self, product: Product) -> bool:
        """Whether it tells a price or stock of a product that had none, or another currency."""
        priced, counted = self.price is not None, self.stock is not None
        return (
            (priced and product.price is None)
            or (counted and product.stock is None)
            or self.currency not in (None, product.currency)
        )
