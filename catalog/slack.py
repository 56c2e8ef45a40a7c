"""How far a measured number may be off and still be the one asked for."""

from __future__ import annotations

from catalog.measures import dimension

TOLERANCE = 0.01
"""Relative slack of `=` on measured numbers: 23.8 inch is sold as 24 inch, 1000 GB is not 1024 GB."""
CONVERTED = {"length": 0.02, "data": 0.025}
"""The same across units, where makers round what they convert: 6 ft is sold as 1.8 m, 512 MB as 0.5 GB."""


def slack(wanted: float, unit: str | None, told: str | None) -> float:
    """How far a number may be off: 1.86 GHz is no 1.87 and 3,000 mAh no 3,020, while 24 inch may be 23.8."""
    if told != unit:
        return CONVERTED.get(dimension(unit) or "", TOLERANCE) * abs(wanted)
    digits = f"{abs(wanted):.10f}".rstrip("0").partition(".")[2]
    return min(TOLERANCE * abs(wanted), 0.5 * 10.0 ** -len(digits))
