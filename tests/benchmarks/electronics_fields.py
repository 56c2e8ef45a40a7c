"""What a shopper may demand of an electronics record, and whether the raw record meets it, breaks it or doesn't say.

The units are those of the raw columns as measured: weight in grams, diagonals in inches, memory and storage in GB
(memory modules mix GB and MB), cables in metres. A number that can be read in two ways breaks a demand only if both
readings do.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

MEETS, BREAKS, UNKNOWN, AMBIGUOUS = "meets", "breaks", "unknown", "ambiguous"
COLOURS = frozenset(
    {"black", "white", "grey", "silver", "blue", "red", "green", "yellow", "pink", "orange", "purple", "beige", "brown"}
    | {"gold", "cyan", "magenta", "transparent", "turquoise", "ivory"}
)
SAME_COLOUR = {"gray": "grey", "violet": "purple", "clear": "transparent", "navy": "blue"}


@dataclass(frozen=True)
class Demand:
    """One firm demand: `value` is in the raw column's unit; two bounds for `between`, a list for `in` and `not_in`.

    `fits` is asked of a bag by the size of the laptop that must go in.
    """

    field: str
    op: str
    value: Any
    unit: str | None = None

    def as_json(self) -> dict[str, Any]:
        """The demand as plain data."""
        return {"field": self.field, "op": self.op, "value": self.value, "unit": self.unit}


@dataclass(frozen=True)
class Field:
    """A demandable field: per kind the raw columns that hold it, and how near a number must be to be the one asked for.

    `near` and `far` are shares of the number asked for: within `near` it is the same, beyond `far` it is another one.
    """

    name: str
    columns: Mapping[str, tuple[str, ...]]
    unit: str | None = None
    near: float = 0.005
    far: float = 0.005
    text: str | None = None


CABLES = ("network cable", "HDMI cable", "USB cable", "VGA cable")
FEET = 0.3048


def _same(columns: tuple[str, ...], *kinds: str) -> dict[str, tuple[str, ...]]:
    return {kind: columns for kind in kinds}


CAPACITY_KINDS = ("laptop", "desktop computer", "internal hard drive")
WEIGHED = ("laptop", "mouse", "printer", "headphones", "smartphone", "tablet", "projector", "scanner", "UPS",
           "laptop bag", "camera lens", "DVD player", "MP3 player")  # fmt: skip
COLOURED = ("laptop", "monitor", "mouse", "keyboard", "television", "headphones", "USB flash drive", "memory card",
            "laptop bag", "phone case", "smartphone", "router", "power strip", "USB cable", "HDMI cable", "VGA cable",
            "labels", "MP3 player", "speaker", "USB hub", "camera lens", "UPS")  # fmt: skip
COLOUR = ("t_product_colour",)
A4_SPEED = tuple(
    f"n_print_speed__{ink}__{quality}_quality__a4_us_letter_"
    for ink in ("black", "colour")
    for quality in ("normal", "draft")
)
DIAGONAL = r"\((\d{1,3}(?:\.\d+)?)[\"”]\)|\b(\d\d(?:\.\d)?)[- ]?(?:inch|\"|”)"
MEMORY = {
    **_same(("n_internal_memory",), "laptop", "desktop computer", "server", "memory module"),
    **_same(("n_ram_capacity", "n_internal_memory"), "smartphone", "tablet"),
    "graphics card": ("n_discrete_graphics_adapter_memory",),
}
STORAGE = {
    **_same(("n_total_storage_capacity",), "laptop", "desktop computer", "MP3 player"),
    **_same(("n_capacity",), "USB flash drive", "memory card"),
    **_same(("n_hdd_capacity",), "internal hard drive", "external hard drive"),
    **_same(("n_internal_storage_capacity",), "smartphone", "tablet"),
}
PAGES = {"toner cartridge": ("n_black_toner_page_yield", "n_colour_toner_page_yield", "n_page_yield")}
PORTS = {"network switch": ("n_basic_switching_rj_45_ethernet_ports_quantity",), "USB hub": ("n_ports_quantity",)}
NUMBERS = (
    Field("screen_size",
          _same(("n_display_diagonal",), "laptop", "monitor", "television", "tablet", "smartphone", "DVD player"),
          "inch", 0.01, 0.06, DIAGONAL),
    Field("memory", MEMORY, "GB", 0.025, 0.06),
    Field("storage", STORAGE, "GB", 0.025, 0.06),
    Field("weight", _same(("n_weight",), *WEIGHED), "g", 0.02, 0.05),
    Field("cable_length", _same(("n_cable_length",), *CABLES, "headphones", "mouse", "keyboard", "power strip"),
          "m", 0.03, 0.06),
    Field("hdmi_ports", _same(("n_hdmi_ports_quantity",), "television", "monitor", "laptop")),
    Field("page_yield", PAGES, "pages"),
    Field("print_speed", {"printer": A4_SPEED}, "ppm"),
    Field("processor_frequency", {"processor": ("n_processor_frequency", "n_processor_boost_frequency")}, "GHz"),
    Field("memory_speed", {"memory module": ("n_memory_clock_speed",)}, "MHz", 0.005, 0.01),
    Field("output_power_va", {"UPS": ("n_output_power_capacity",)}, "VA", 0.005, 0.02, r"(\d{3,5}) ?VA\b"),
    Field("outlets", _same(("n_ac_outlets_quantity",), "power strip", "UPS")),
    Field("ports", PORTS),
    Field("labels_per_pack", {"labels": ("n_labels_per_pack",)}),
    Field("paper_weight", {"photo paper": ("n_media_weight",)}, "g/m²", 0.005, 0.02),
    Field("megapixels", {"digital camera": ("n_megapixel",)}, "MP", 0.03, 0.06),
    Field("dpi", {"mouse": ("n_movement_resolution",)}, "dpi"),
    Field("buttons", {"mouse": ("n_buttons_quantity",)}),
    Field("battery_capacity", {"smartphone": ("n_battery_capacity",)}, "mAh"),
    Field("brightness", {"projector": ("n_projector_brightness",)}, "lumen"),
    Field("fits_laptop", {"laptop bag": ("n_maximum_screen_size_compatibility",)}, "inch", 0.01, 0.06),
)  # fmt: skip
SWITCHES = (
    Field("bluetooth", _same(("b_bluetooth",), "laptop", "speaker", "headphones")),
    Field("touchscreen", _same(("b_touchscreen",), "laptop")),
    Field("fingerprint_reader", _same(("b_fingerprint_reader",), "laptop")),
    Field("card_reader", _same(("b_card_reader_integrated",), "laptop")),
    Field("numeric_keypad", _same(("b_numeric_keypad",), "laptop", "keyboard")),
    Field("webcam", _same(("b_front_camera",), "laptop")),
    Field("wifi", _same(("b_wi_fi",), "printer")),
    Field("ethernet", _same(("b_ethernet_lan",), "printer")),
    Field("duplex", _same(("b_duplex_printing",), "printer")),
    Field("colour_printing", _same(("b_colour",), "printer")),
    Field("poe", _same(("b_power_over_ethernet__poe_",), "network switch")),
    Field("ecc", _same(("b_ecc",), "memory module", "motherboard")),
    Field("speakers", _same(("b_built_in_speaker_s_",), "monitor")),
    Field("fm_radio", _same(("b_fm_radio",), "MP3 player")),
    Field("voice_recording", _same(("b_voice_recording",), "MP3 player")),
    Field("stabilizer", _same(("b_image_stabilizer",), "camera lens")),
    Field("washable", _same(("b_washable",), "electric shaver")),
    Field("trimmer", _same(("b_trimmer",), "electric shaver")),
)
TINTS = {
    **_same(COLOUR, *COLOURED),
    **_same(("t_printing_colours",), "toner cartridge", "ink cartridge"),
    "network cable": ("t_cable_colour", "t_product_colour"),
}
FIELDS: dict[str, Field] = {field.name: field for field in (*NUMBERS, *SWITCHES, Field("colour", TINTS))}

LIGHTEST = {"laptop": 500, "printer": 200, "projector": 60, "scanner": 150, "UPS": 500, "tablet": 150,
            "smartphone": 60, "mouse": 15, "headphones": 3, "laptop bag": 40, "camera lens": 50, "DVD player": 200,
            "MP3 player": 10}  # fmt: skip


def readings(row: Mapping[str, Any], kind: str, field: Field) -> list[Any]:
    """Every way to read the record's value of the field, in the field's unit; none where the record is silent."""
    values = [row["attrs"][column] for column in field.columns[kind] if column in row["attrs"]]
    values = [value for value in values if value not in (None, "")]
    if values and isinstance(values[0], float | int) and not isinstance(values[0], bool):
        return [reading for value in values for reading in _scales(float(value), kind, field.name)]
    if not values and field.text:
        hits = re.finditer(field.text, str(row["title"]))
        return [float(next(group for group in hit.groups() if group)) for hit in hits]
    return values[:1] if field.name == "colour" else values


def _scales(value: float, kind: str, name: str) -> list[float]:
    if name == "memory":
        if kind in ("memory module", "smartphone", "graphics card") and value >= 100:
            return [value / 1024] if value >= 1024 else [value, value / 1024]
        return [value] if value < 512 else [value, value / 1024]
    if name == "storage":
        return [value, value * 1000] if kind in CAPACITY_KINDS and value < 10 else [value]
    if name == "weight":
        return [value, value * 1000] if value < LIGHTEST[kind] else [value]
    if name == "cable_length":
        return [value, value / 100] if value > 100 and kind != "network cable" else [value]
    if name == "processor_frequency":
        return [value / 1000] if value >= 100 else [value]
    if name == "output_power_va":
        return [value, value * 1000] if value < 100 else [value]
    return [value]


def verdict(row: Mapping[str, Any], kind: str, demand: Demand) -> str:
    """`meets`, `breaks`, `unknown` (the record is silent) or `ambiguous` (it can be read both ways)."""
    if demand.field == "price":
        return _judge_number(float(row["price"]), demand, Field("price", {}, far=0.0, near=0.0))
    if demand.field == "brand":
        return _judge_brand(str(row["brand"]), demand)
    field = FIELDS[demand.field]
    found = readings(row, kind, field)
    if not found:
        return UNKNOWN
    judged = {_judge(value, demand, field) for value in found}
    return judged.pop() if len(judged) == 1 else AMBIGUOUS


def _judge(value: Any, demand: Demand, field: Field) -> str:
    if demand.field == "colour":
        return _judge_colour(str(value), demand)
    if isinstance(value, bool):
        return MEETS if value is demand.value else BREAKS
    if isinstance(value, float):
        return _judge_number(value, demand, field)
    return AMBIGUOUS


def _judge_number(value: float, demand: Demand, field: Field) -> str:
    if demand.op == "fits":
        if value >= demand.value * (1 - field.near):
            return MEETS if value <= demand.value + 2.6 else AMBIGUOUS
        return BREAKS if value < demand.value * (1 - field.far) else AMBIGUOUS
    if demand.op == "=":
        off = abs(value - demand.value)
        if off <= field.near * abs(demand.value):
            return MEETS
        return BREAKS if off > field.far * abs(demand.value) else AMBIGUOUS
    low, high = {
        "<": (None, demand.value), "<=": (None, demand.value), ">": (demand.value, None), ">=": (demand.value, None),
    }.get(demand.op) or demand.value  # fmt: skip
    strict = demand.op in ("<", ">")
    if value in (low, high):
        return BREAKS if strict else MEETS
    if (low is None or value > low) and (high is None or value < high):
        return MEETS
    edge = low if low is not None and value < low else high
    return AMBIGUOUS if abs(value - edge) <= 2 * field.near * abs(edge) and field.near > 0.005 else BREAKS


def _judge_brand(brand: str, demand: Demand) -> str:
    asked = [str(name).casefold() for name in demand.value]
    brand = brand.casefold()
    related = any(brand != name and (brand.startswith(name + " ") or name.startswith(brand + " ")) for name in asked)
    if demand.op == "in":
        return MEETS if brand in asked else AMBIGUOUS if related else BREAKS
    return BREAKS if brand in asked else AMBIGUOUS if related else MEETS


def _judge_colour(text: str, demand: Demand) -> str:
    tokens = {SAME_COLOUR.get(token, token) for token in re.split(r"\s*[,/&+]\s*", text.casefold().strip())}
    asked = str(demand.value)
    plain = tokens <= COLOURS
    if demand.op == "!=":
        if asked not in tokens:
            return MEETS if plain else AMBIGUOUS
        return BREAKS if tokens == {asked} else AMBIGUOUS
    if asked in tokens:
        return MEETS
    return BREAKS if plain else AMBIGUOUS
