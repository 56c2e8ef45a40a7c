"""How an English-speaking shopper words each demand; `{v}` is an amount, `{a}` and `{b}` two of them."""

from __future__ import annotations

from tests.benchmarks.electronics_phrases import AFTER, APART, BEFORE, Wordings, placed


def _limits(noun: str, has: str = "with") -> Wordings:
    return {
        ">=": placed(
            AFTER, f"{has} at least {{v}}{noun}", f"{has} {{v}}{noun} or more", f"{has} a minimum of {{v}}{noun}"
        ),
        ">": placed(AFTER, f"{has} more than {{v}}{noun}", f"{has} over {{v}}{noun}"),
        "<=": placed(AFTER, f"{has} no more than {{v}}{noun}", f"{has} at most {{v}}{noun}"),
        "=": placed(AFTER, f"{has} {{v}}{noun}", f"{has} exactly {{v}}{noun}"),
    }


def _yes_no(thing: str, plain: str | None = None) -> Wordings:
    return {
        "yes": (*placed(AFTER, f"with {thing}", f"that has {thing}"), *(placed(BEFORE, plain) if plain else ())),
        "no": placed(AFTER, f"without {thing}", f"with no {thing.removeprefix('a ').removeprefix('an ')}"),
    }


ENGLISH: dict[str, Wordings] = {
    "price": {
        "<": placed(
            AFTER, "under {v}", "below {v}", "for less than {v}", "cheaper than {v}", "that cost less than {v}"
        ),
        "<=": (
            *placed(AFTER, "for at most {v}", "up to {v}", "for {v} or less", "within a budget of {v}"),
            *placed(APART, "max {v}", "my budget is {v}", "no more than {v}", "I can spend up to {v}"),
        ),
        ">": placed(AFTER, "over {v}", "above {v}", "costing more than {v}"),
        ">=": placed(AFTER, "for at least {v}", "at {v} or more", "priced from {v} up"),
        "between": (
            *placed(AFTER, "between {a} and {b}", "from {a} to {b}", "in the {a} to {b} range"),
            *placed(APART, "somewhere between {a} and {b}", "price between {a} and {b}"),
        ),
    },
    "brand": {
        "in": (
            *placed(BEFORE, "{v}", "{v}"),
            *placed(AFTER, "from {v}", "by {v}", "made by {v}"),
            *placed(APART, "it has to be {v}"),
        ),
        "not_in": (
            *placed(AFTER, "that isn't {v}", "from any brand except {v}"),
            *placed(
                APART,
                "not {v}",
                "anything but {v}",
                "but no {v} please",
                "but not {v}",
                "just not {v}",
                "I don't want {v}",
                "any brand other than {v}",
                "excluding {v}",
            ),
        ),
    },
    "screen_size": {
        ">=": placed(AFTER, "with a screen of at least {v}", "with a {v} screen or bigger", "of {v} or more"),
        ">": placed(AFTER, "with a screen larger than {v}", "bigger than {v}"),
        "<": placed(AFTER, "with a screen smaller than {v}", "smaller than {v}", "under {v}"),
        "=": (*placed(BEFORE, "{v}", "{v}"), *placed(AFTER, "with a {v} screen", "with a {v} display")),
        "between": placed(AFTER, "with a screen between {a} and {b}", "between {a} and {b}"),
    },
    "memory": _limits(" of memory") | {"=": placed(AFTER, "with {v} of RAM", "with {v} RAM", "with {v} of memory")},
    "storage": _limits(" of storage")
    | {"=": (*placed(BEFORE, "{v}"), *placed(AFTER, "with {v} of storage", "with {v} storage"))},
    "weight": {
        "<": placed(AFTER, "under {v}", "that weighs less than {v}", "lighter than {v}", "weighing below {v}"),
        "<=": placed(AFTER, "no heavier than {v}", "that weighs at most {v}", "weighing {v} or less"),
        ">": placed(AFTER, "heavier than {v}", "that weighs more than {v}"),
    },
    "cable_length": {
        ">=": placed(AFTER, "at least {v} long", "with a length of {v} or more", "of {v} or longer"),
        "<=": placed(AFTER, "no longer than {v}", "at most {v} long"),
        "<": placed(AFTER, "shorter than {v}"),
        "=": (*placed(BEFORE, "{v}", "{v}"), *placed(AFTER, "that is {v} long", "of {v}")),
        "between": placed(AFTER, "between {a} and {b} long", "from {a} to {b}"),
    },
    "hdmi_ports": _limits(" HDMI ports") | {"=": placed(AFTER, "with {v} HDMI ports", "with exactly {v} HDMI inputs")},
    "page_yield": {
        ">=": placed(AFTER, "good for at least {v}", "with a page yield of at least {v}", "that lasts {v} or more"),
        ">": placed(AFTER, "that prints more than {v}", "yielding over {v}"),
        "<=": placed(AFTER, "for {v} at most", "with a yield of {v} or less"),
    },
    "print_speed": {
        ">=": placed(AFTER, "that does at least {v}", "printing {v} or faster"),
        ">": placed(AFTER, "faster than {v}"),
    },
    "processor_frequency": {
        ">=": placed(AFTER, "running at {v} or more", "with at least {v}", "clocked at {v} minimum"),
        ">": placed(AFTER, "faster than {v}", "above {v}"),
        "=": (*placed(BEFORE, "{v}"), *placed(AFTER, "at {v}")),
    },
    "memory_speed": {
        "=": (*placed(BEFORE, "{v}"), *placed(AFTER, "running at {v}")),
        ">=": placed(AFTER, "with a speed of at least {v}"),
    },
    "output_power_va": {
        ">=": placed(AFTER, "of at least {v}", "with {v} or more"),
        "<=": placed(AFTER, "of {v} at most", "of up to {v}"),
        "=": (*placed(BEFORE, "{v}"), *placed(AFTER, "rated at {v}")),
    },
    "outlets": _limits(" outlets"),
    "ports": _limits(" ports") | {"=": (*placed(BEFORE, "{v}-port"), *placed(AFTER, "with {v} ports"))},
    "labels_per_pack": {
        ">=": placed(AFTER, "with at least {v} in the pack", "at least {v} labels per pack"),
        "<=": placed(AFTER, "with no more than {v} labels in the pack"),
    },
    "paper_weight": {
        ">=": placed(AFTER, "of at least {v}", "with a weight of {v} or more"),
        "=": (*placed(BEFORE, "{v}"),),
    },
    "megapixels": _limits(""),
    "dpi": {
        ">=": placed(AFTER, "with at least {v}", "with a resolution of {v} or higher"),
        "=": (*placed(BEFORE, "{v}"), *placed(AFTER, "with {v}")),
    },
    "buttons": _limits(" buttons"),
    "battery_capacity": _limits(" battery")
    | {">=": placed(AFTER, "with a battery of at least {v}", "with a {v} battery or larger")},
    "brightness": {
        ">=": placed(AFTER, "with at least {v}", "of {v} or brighter"),
        ">": placed(AFTER, "brighter than {v}"),
    },
    "fits_laptop": {"fits": placed(AFTER, "for a {v} laptop", "that fits a {v} notebook")},
    "bluetooth": _yes_no("bluetooth", "bluetooth"),
    "touchscreen": _yes_no("a touchscreen", "touchscreen"),
    "fingerprint_reader": _yes_no("a fingerprint reader"),
    "card_reader": _yes_no("a card reader"),
    "numeric_keypad": _yes_no("a numeric keypad"),
    "webcam": _yes_no("a webcam"),
    "wifi": _yes_no("wifi", "wi-fi"),
    "ethernet": _yes_no("ethernet", "networked"),
    "duplex": {
        "yes": (
            *placed(AFTER, "with automatic duplex printing", "that prints double-sided"),
            *placed(BEFORE, "duplex"),
        ),
        "no": placed(AFTER, "without duplex printing"),
    },
    "colour_printing": {
        "yes": (*placed(BEFORE, "colour", "color"), *placed(AFTER, "that prints in colour")),
        "no": (*placed(BEFORE, "black and white", "monochrome"), *placed(AFTER, "without colour printing")),
    },
    "poe": _yes_no("power over ethernet", "PoE"),
    "ecc": {
        "yes": (*placed(BEFORE, "ECC"), *placed(AFTER, "with ECC")),
        "no": (*placed(BEFORE, "non-ECC"), *placed(AFTER, "without ECC")),
    },
    "speakers": _yes_no("built-in speakers"),
    "fm_radio": _yes_no("FM radio"),
    "voice_recording": _yes_no("voice recording"),
    "stabilizer": _yes_no("image stabilization", "image-stabilized"),
    "washable": {
        "yes": (*placed(BEFORE, "washable"), *placed(AFTER, "that is washable")),
        "no": placed(AFTER, "that is not washable"),
    },
    "trimmer": _yes_no("a trimmer"),
    "colour": {
        "=": (*placed(BEFORE, "{v}", "{v}"), *placed(AFTER, "in {v}")),
        "!=": placed(APART, "not {v}", "any colour but {v}", "but not in {v}"),
    },
}
COLOURS_SAID = {"grey": ("grey", "gray")}
BRAND_SAID = {
    "DELL": ("Dell",),
    "Kingston Technology": ("Kingston",),
    "TP-LINK": ("TP-Link",),
    "KYOCERA": ("Kyocera",),
    "CHERRY": ("Cherry",),
    "OKI": ("OKI",),
    "StarTech.com": ("StarTech", "StarTech.com"),
}
