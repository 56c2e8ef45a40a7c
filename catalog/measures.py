"""Units and money: canonical names, what they measure, and values brought to one another's scale."""

from __future__ import annotations

from functools import cache

_UNITS: dict[str, dict[str, float | None]] = {
    "mass": {"mg": 0.001, "g": 1, "kg": 1e3, "t": 1e6, "oz": 28.349523125, "lb": 453.59237},
    "length": {
        "nm": 1e-9, "µm": 1e-6, "mm": 0.001, "cm": 0.01, "m": 1, "km": 1e3,
        "inch": 0.0254, "ft": 0.3048, "yd": 0.9144, "mile": 1609.344,
    },
    "area": {"cm²": 1e-4, "m²": 1, "ft²": 0.09290304},
    "volume": {"ml": 0.001, "cl": 0.01, "l": 1, "m³": 1e3, "floz": 0.0295735295625, "gal": 3.785411784},
    "data": {"KB": 1, "MB": 1e3, "GB": 1e6, "TB": 1e9, "Mbit": 125, "Gbit": 125e3},
    "time": {
        "ms": 0.001, "s": 1, "min": 60, "h": 3600, "day": 86_400, "week": 604_800, "month": 2_629_800,
        "year": 31_557_600,
    },
    "power": {"mW": 0.001, "W": 1, "kW": 1e3},
    "apparent power": {"VA": 1, "kVA": 1e3},
    "voltage": {"mV": 0.001, "V": 1, "kV": 1e3},
    "current": {"mA": 0.001, "A": 1},
    "charge": {"mAh": 0.001, "Ah": 1},
    "energy": {"Wh": 3.6, "kWh": 3600, "kJ": 1, "kcal": 4.184},
    "frequency": {"Hz": 1, "kHz": 1e3, "MHz": 1e6, "GHz": 1e9},
    "data rate": {"kbit/s": 1, "Mbit/s": 1e3, "Gbit/s": 1e6, "MB/s": 8e3, "GB/s": 8e6},
    "temperature": {"°C": 1, "°F": 5 / 9},
    "sound": {"dB": None},
    "resolution": {"dpi": None},
    "rotation": {"rpm": None},
    "print speed": {"ppm": None},
    "frame rate": {"fps": None},
    "light": {"lm": 1},
    "luminance": {"cd/m²": 1},
    "colour temperature": {"K": None},
    "flow": {"m³/h": 1, "l/min": 0.06, "l/h": 0.001},
    "speed": {"km/h": 1, "m/s": 3.6, "mph": 1.609344},
    "torque": {"Nm": 1},
    "resistance": {"ohm": 1, "kohm": 1e3},
    "pressure": {"kPa": 1, "mbar": 0.1, "bar": 100, "psi": 6.894757293168361},
    "paper weight": {"g/m²": 1},
    "picture": {"px": None, "MP": None},
    "count": {"piece": None},
    "people": {"people": None},
    "pages": {"page": None},
    "sheets": {"sheet": None},
    "share": {"%": None},
}  # fmt: skip
"""What is measured -> canonical unit -> how many of one and the same unit it is; None: it converts to itself alone."""

_ZEROS = {"°F": -160 / 9}
"""Where a scale begins on that of the others of its kind, if not at their 0."""

_CURRENCIES = """
    AED AFN ALL AMD AOA ARS AUD AZN BAM BBD BDT BGN BHD BND BOB BRL BWP BYN CAD CHF CLP CNY COP CRC CUP CZK DKK
    DOP DZD EGP ETB EUR FJD GBP GEL GHS GTQ HKD HNL HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KRW KWD
    KZT LAK LBP LKR LYD MAD MDL MKD MMK MNT MOP MUR MVR MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP
    PKR PLN PYG QAR RON RSD RUB RWF SAR SDG SEK SGD SYP THB TJS TMT TND TRY TTD TWD TZS UAH UGX USD UYU UZS VES
    VND XAF XOF YER ZAR ZMW
"""

_SPELLINGS = {
    '"': "inch", "″": "inch", "”": "inch", "''": "inch", "in": "inch", "′": "ft", "um": "µm", "μm": "µm", "mt": "m",
    "gr": "g", "grm": "g", "gm": "g", "kgs": "kg", "kilo": "kg", "kilos": "kg", "lbs": "lb", "mtr": "m", "mtrs": "m",
    "fl oz": "floz", "fl. oz": "floz", "fl.oz": "floz", "ltr": "l", "ltrs": "l", "lt": "l", "cc": "ml", "sqm": "m²",
    "m2": "m²", "cm2": "cm²", "sqft": "ft²", "kb": "KB", "mb": "MB", "gb": "GB", "tb": "TB", "gig": "GB",
    "gigs": "GB", "Gb": "GB", "Mb": "MB", "Kb": "KB", "kB": "KB", "mbit": "Mbit", "gbit": "Gbit", "mbps": "Mbit/s",
    "gbps": "Gbit/s", "kbps": "kbit/s", "Mb/s": "Mbit/s", "Gb/s": "Gbit/s", "hr": "h", "hrs": "h", "mins": "min",
    "sec": "s", "secs": "s", "yr": "year", "yrs": "year", "mo": "month", "mos": "month", "w": "W", "watts": "W",
    "kw": "kW", "v": "V", "vac": "V", "vdc": "V", "volts": "V", "amp": "A", "amps": "A", "mah": "mAh", "ah": "Ah",
    "wh": "Wh", "kwh": "kWh", "hz": "Hz", "khz": "kHz", "mhz": "MHz", "ghz": "GHz", "db": "dB", "dba": "dB",
    "db(a)": "dB", "ppi": "dpi", "rpm": "rpm", "℃": "°C", "°c": "°C", "℉": "°F", "°f": "°F", "cd/m2": "cd/m²",
    "nits": "cd/m²", "nit": "cd/m²", "lumens": "lm", "lumen": "lm", "ω": "ohm", "Ω": "ohm", "ohms": "ohm",
    "g/m2": "g/m²", "gsm": "g/m²", "gram/m2": "g/m²", "pixels": "px", "pixel": "px", "megapixel": "MP",
    "megapixels": "MP", "mp": "MP", "mpx": "MP", "pc": "piece", "pcs": "piece", "pcs.": "piece", "pc(s)": "piece",
    "pieces": "piece", "pages": "page", "sheets": "sheet", "percent": "%", "％": "%", "cells/inch": "dpi",
    "m3": "m³", "m3/h": "m³/h", "kmh": "km/h", "kph": "km/h", "N·m": "Nm", "n·m": "Nm",
    "va": "VA", "kva": "kVA", "KVA": "kVA",
    "person": "people", "persons": "people", "gals": "gal",
    "ma": "mA", "mw": "mW", "mv": "mV", "kj": "kJ",
}  # fmt: skip

_SPELT_OUT = {
    "mg": "milligram", "g": "gram", "kg": "kilogram", "t": "tonne", "oz": "ounce", "lb": "pound",
    "nm": "nanometer nanometre", "µm": "micrometer micrometre", "mm": "millimeter millimetre",
    "cm": "centimeter centimetre", "m": "meter metre", "km": "kilometer kilometre", "inch": "inch inches",
    "ft": "feet foot", "yd": "yard", "mile": "mile", "ml": "milliliter millilitre", "cl": "centiliter centilitre",
    "l": "liter litre", "floz": "floz", "gal": "gallon", "KB": "kilobyte kilooctet", "MB": "megabyte megaoctet",
    "GB": "gigabyte gigaoctet", "TB": "terabyte teraoctet",
    "ms": "millisec millisecond", "s": "second", "min": "minute", "h": "hour", "day": "day", "week": "week",
    "month": "month", "year": "year", "mW": "milliwatt", "W": "watt", "kW": "kilowatt", "mV": "millivolt",
    "V": "volt", "kV": "kilovolt", "mA": "milliamp milliampere", "A": "amp ampere", "kJ": "kilojoule",
    "kcal": "kilocal kilocalorie", "Hz": "hertz", "kHz": "kilohertz", "MHz": "megahertz", "GHz": "gigahertz",
    "°C": "celsius", "°F": "fahrenheit", "lm": "lumen", "ohm": "ohm", "kohm": "kiloohm", "kPa": "kilopascal",
    "mbar": "millibar", "bar": "bar",
}  # fmt: skip
"""Canonical unit -> its names spelt out, in the singular; of networks "10 Gigabit" is no amount of data."""


def convert(value: float, from_unit: str | None, to_unit: str | None) -> float | None:
    """`value` on the scale of `to_unit`; None where the two can't be compared, as a unit and no unit can't."""
    if from_unit == to_unit:
        return value
    if from_unit is None or to_unit is None:
        return None
    scale = _scale(from_unit, to_unit)
    return None if scale is None else value * scale[0] + scale[1]


def dimension(unit: str | None) -> str | None:
    """What a canonical unit measures ("mass", "money", ...), or None for a unit that isn't known."""
    return None if unit is None else _dimensions().get(unit)


def units() -> tuple[str, ...]:
    """Every canonical unit name, currencies left out."""
    return tuple(unit for group in _UNITS.values() for unit in group)


@cache
def currencies() -> frozenset[str]:
    """The ISO codes that are taken for money."""
    return frozenset(_CURRENCIES.split())


@cache
def unit_named(word: str) -> str | None:
    """The canonical unit of a symbol or an international unit name; words of a language are its folder's."""
    word = word.strip()
    dimensions = _dimensions()
    if not word or word == "M":  # a size, a million, mega: never the metre
        return None
    if word in dimensions:
        return word
    if word in _SPELLINGS:
        return _SPELLINGS[word]
    lower = word.casefold()
    if lower in _SPELLINGS:
        return _SPELLINGS[lower]
    by_case = [unit for unit, kind in dimensions.items() if unit.casefold() == lower and kind != "money"]
    if len(by_case) == 1 and (len(word) > 1 or lower in "glh"):
        return by_case[0]
    return _spelt_out(lower) if len(lower) > 3 and lower.isalpha() else None


@cache
def _dimensions() -> dict[str, str]:
    known = {unit: kind for kind, group in _UNITS.items() for unit in group}
    return known | dict.fromkeys(currencies(), "money")


@cache
def _scale(from_unit: str, to_unit: str) -> tuple[float, float] | None:
    """(factor, offset) from one unit to the other, or None."""
    kind = dimension(from_unit)
    if kind is None or kind != dimension(to_unit) or kind == "money":
        return None
    source, target = _UNITS[kind][from_unit], _UNITS[kind][to_unit]
    if not source or not target:
        return None
    zero = (_ZEROS.get(from_unit, 0.0) - _ZEROS.get(to_unit, 0.0)) / target
    return float(f"{source / target:.12g}"), float(f"{zero:.12g}")


def _spelt_out(word: str) -> str | None:
    """The unit of a name spelt out, in the singular or plural: "kilograms", "ounce"."""
    singular = (word, word.removesuffix("s"), word.removesuffix("es"))
    return next((unit for one in singular if (unit := _names().get(one))), None)


@cache
def _names() -> dict[str, str]:
    return {name: unit for unit, names in _SPELT_OUT.items() for name in names.split()}
