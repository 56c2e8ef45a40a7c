"""The demands that words make without figures: brands, values, features, what is lacking."""

from __future__ import annotations

from assistant.understanding.absences import absence_demands, lacking_demands
from assistant.understanding.coined_brands import coined_brands
from assistant.understanding.colour_words import colour_demands
from assistant.understanding.columnless import columnless_demands
from assistant.understanding.counted_parts import hyphened_counts
from assistant.understanding.denied_kinds import denied_kinds
from assistant.understanding.features import feature_demands
from assistant.understanding.formed import formed_demands
from assistant.understanding.kind_colour import kind_colours
from assistant.understanding.longer_values import longer_value_demands
from assistant.understanding.named_values import named_refusals
from assistant.understanding.page import Page
from assistant.understanding.told_materials import told_materials
from assistant.understanding.traits import trait_demands
from assistant.understanding.value_words import parted_values
from assistant.understanding.values import brand_demands, value_demands
from catalog.product import Constraint

IN_ORDER = (
    trait_demands,
    lacking_demands,
    absence_demands,
    brand_demands,
    parted_values,
    feature_demands,
    value_demands,
    longer_value_demands,
    formed_demands,
    colour_demands,
    columnless_demands,
    told_materials,
    kind_colours,
    denied_kinds,
    named_refusals,
    hyphened_counts,
    coined_brands,
)


def worded_demands(page: Page) -> list[Constraint]:
    """The demands of all readings, each of the words that those before it left."""
    return [one for reading in IN_ORDER for one in reading(page)]
