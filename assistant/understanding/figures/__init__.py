"""Demands that are figures: prices, measures, counts, sizes, years, and more or less of them."""
