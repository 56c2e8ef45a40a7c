"""The demands that words make without figures: brands, values, features, what is lacking."""

from __future__ import annotations

from assistant.understanding.figures.counted_parts import hyphened_counts, seated
from assistant.understanding.message.page import Page
from assistant.understanding.qualities.brands import brand_demands
from assistant.understanding.qualities.coined_brands import coined_brands
from assistant.understanding.qualities.denied_kinds import denied_kinds
from assistant.understanding.qualities.features.absences import absence_demands, lacking_demands
from assistant.understanding.qualities.features.feature_demands import feature_demands
from assistant.understanding.qualities.features.part_qualities import part_quality_demands
from assistant.understanding.qualities.features.unknown_parts import unknown_part_demands
from assistant.understanding.qualities.shades.colour_words import colour_demands
from assistant.understanding.qualities.shades.kind_colour import kind_colours
from assistant.understanding.qualities.values.columnless import columnless_demands
from assistant.understanding.qualities.values.longer_values import longer_value_demands
from assistant.understanding.qualities.values.named_values import named_refusals
from assistant.understanding.qualities.values.told_materials import told_materials
from assistant.understanding.qualities.values.traits import trait_demands
from assistant.understanding.qualities.values.value_demands import value_demands
from assistant.understanding.qualities.values.value_words import parted_values
from assistant.understanding.wants.naming.formed import formed_demands, lacked_substances
from catalog.product import Constraint

IN_ORDER = (
    seated,
    lacked_substances,
    part_quality_demands,
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
    unknown_part_demands,
)


def worded_demands(page: Page) -> list[Constraint]:
    """The demands of all readings, each of the words that those before it left."""
    return [one for reading in IN_ORDER for one in reading(page)]
