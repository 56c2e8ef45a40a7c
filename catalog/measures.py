"""Units and money: canonical names, what they measure, and values brought to one another's scale."""

from __future__ import annotations

from functools import cache
from typing import Any

_UNITS: dict[str, dict[str, str]] = {
    "mass": {"mg": "milligram", "g": "gram", "kg": "kilogram", "t": "metric_ton", "oz": "ounce", "lb": "pound"},
    "length": {
        "nm": "nanometer", "µm": "micrometer", "mm": "millimeter", "cm": "centimeter", "m": "meter", "km": "kilometer",
        "inch": "inch", "ft": "foot", "yd": "yard", "mile": "mile",
    },
    "area": {"cm²": "centimeter**2", "m²": "meter**2", "ft²": "foot**2"},
    "volume": {
        "ml": "milliliter", "cl": "centiliter", "l": "liter", "m³": "meter**3", "floz": "fluid_ounce", "gal": "gallon",
        "pint": "pint", "qt": "quart",
    },
    "data": {
        "KB": "kilobyte", "MB": "megabyte", "GB": "gigabyte", "TB": "terabyte", "Mbit": "megabit", "Gbit": "gigabit",
    },
    "time": {
        "ms": "millisecond", "s": "second", "min": "minute", "h": "hour", "day": "day", "week": "week",
        "month": "month", "year": "year",
    },
    "power": {"mW": "milliwatt", "W": "watt", "kW": "kilowatt"},
    "apparent power": {"VA": "volt_ampere", "kVA": "kilovolt_ampere"},
    "voltage": {"mV": "millivolt", "V": "volt", "kV": "kilovolt"},
    "current": {"mA": "milliampere", "A": "ampere"},
    "charge": {"mAh": "milliampere*hour", "Ah": "ampere*hour"},
    "energy": {"Wh": "watt*hour", "kWh": "kilowatt*hour", "kJ": "kilojoule", "kcal": "kilocalorie"},
    "frequency": {"Hz": "hertz", "kHz": "kilohertz", "MHz": "megahertz", "GHz": "gigahertz"},
    "data rate": {"kbit/s": "kilobit/second", "Mbit/s": "megabit/second", "Gbit/s": "gigabit/second",
                  "MB/s": "megabyte/second", "GB/s": "gigabyte/second"},
    "temperature": {"°C": "degree_Celsius", "°F": "degree_Fahrenheit"},
    "sound": {"dB": ""},
    "resolution": {"dpi": ""},
    "rotation": {"rpm": ""},
    "horsepower": {"horsepower": ""},
    "print speed": {"ppm": ""},
    "frame rate": {"fps": ""},
    "light": {"lm": "lumen"},
    "luminance": {"cd/m²": "candela/meter**2"},
    "colour temperature": {"K": ""},
    "flow": {"m³/h": "meter**3/hour", "l/min": "liter/minute", "l/h": "liter/hour"},
    "speed": {"km/h": "kilometer/hour", "m/s": "meter/second", "mph": "mile/hour"},
    "torque": {"Nm": "newton*meter"},
    "resistance": {"ohm": "ohm", "kohm": "kiloohm"},
    "pressure": {"kPa": "kilopascal", "mbar": "millibar", "bar": "bar", "psi": "psi"},
    "paper weight": {"g/m²": "gram/meter**2"},
    "picture": {"px": "", "MP": ""},
    "count": {"piece": ""},
    "people": {"people": ""},
    "pages": {"page": ""},
    "sheets": {"sheet": ""},
    "share": {"%": ""},
}  # fmt: skip
"""What is measured -> canonical unit -> the unit library's expression; empty where it converts to itself alone."""

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
    "db(a)": "dB", "ppi": "dpi", "r/min": "rpm", "℃": "°C", "°c": "°C", "℉": "°F", "°f": "°F", "cd/m2": "cd/m²",
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
    "l": "liter litre", "floz": "floz", "gal": "gallon", "pint": "pint",
    "qt": "quart", "KB": "kilobyte kilooctet", "MB": "megabyte megaoctet",
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
    library = _library()
    zero = library.Quantity(0.0, source).to(target).magnitude
    one = library.Quantity(1.0, source).to(target).magnitude
    return float(f"{one - zero:.12g}"), float(f"{zero:.12g}")


def _spelt_out(word: str) -> str | None:
    """The unit of a name spelt out, in the singular or plural: "kilograms", "ounce"."""
    singular = (word, word.removesuffix("s"), word.removesuffix("es"))
    return next((unit for one in singular if (unit := _names().get(one))), None)


@cache
def _names() -> dict[str, str]:
    return {name: unit for unit, names in _SPELT_OUT.items() for name in names.split()}


@cache
def _library() -> Any:
    from pint import UnitRegistry

    return UnitRegistry(on_redefinition="ignore")
