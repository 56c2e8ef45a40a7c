"""Vacuum cleaners and fans."""

from __future__ import annotations

from catalog.sample.drawing.sheet import Sheet
from catalog.sample.drawing.subject import Subject
from catalog.sample.drawing.tones import DARK, STEEL, Tone, ink, sheer, white


def vacuum(s: Sheet, it: Subject) -> None:
    """A vacuum cleaner of its type: upright stick, handheld or canister."""
    types = {"upright stick": _stick, "handheld": _handheld}
    types.get(str(it.value("vacuum_type")), _canister)(s, it.tone())


def _stick(s: Sheet, tone: Tone) -> None:
    s.ground(118, 234, 84, 10)
    s.path("M40 226h60l60-4v8H40z", "#fff3b088")
    s.line("M128 216L206 92", STEEL.deep, 13)
    s.line("M128 216L206 92", STEEL.light, 8)
    s.path("M78 232q0-22 22-22h56q20 0 20 22z", s.slant(tone), tone.dark, 1)
    s.line("M86 230h82", DARK.deep, 5)
    with s.turned(32, 214, 78):
        s.rect(194, 66, 38, 64, 16, s.across(Tone.of("#c9d8e4")), white(0.8), 1.5)
        s.rect(198, 104, 30, 22, 9, "#a39a8c")
        s.rect(190, 26, 46, 46, 16, s.across(tone))
        s.line("M212 30V12q0-8 10-8h22q10 0 10 12v44q0 10-18 10", DARK.plain, 10)
        s.rect(196, 38, 8, 26, 4, white(0.4))
        s.rect(228, 62, 26, 20, 7, s.across(DARK))
        s.oval(241, 72, 3, None, "#7ddc9a")


def _handheld(s: Sheet, tone: Tone) -> None:
    s.ground(160, 214, 110)
    s.path("M60 160L24 190q-6 8 4 10l66-2z", s.slant(Tone.of("#b9ccd9")))
    s.path("M52 168q10-44 66-46h30v82H84q-28 0-32-36z", s.slant(Tone.of("#c9d8e4")), white(0.9), 2)
    s.path("M66 190q30-22 60-8l-6 18H84q-12-2-18-10z", "#a39a8c")
    s.path("M134 116h44q28 0 54 16 30 18 50 20 12 4 10 16-2 10-16 10-30-4-52-16-8 22-22 30-10 12-26 12h-42z",
           s.slant(tone), tone.dark, 1)  # fmt: skip
    s.path("M178 142q28 4 42 18-10 22-26 28-14 4-24 0z", ink(0.16))
    s.line("M150 128h28q24 0 44 10", white(0.9), 5)
    s.rect(196, 118, 30, 11, 5, s.along(Tone.of("#5d8fb3")))
    s.oval(160, 190, 4, None, "#7ddc9a")


def _canister(s: Sheet, tone: Tone) -> None:
    s.ground(186, 230, 100)
    hose = "M138 168C84 164 70 90 118 62s60-14 44 8"
    s.line("M156 76L54 206", STEEL.deep, 11)
    s.line("M156 76L54 206", STEEL.light, 6)
    s.line(hose, DARK.deep, 13)
    s.line(hose, DARK.light, 8, "3 3")
    s.line("M146 58l22 26", DARK.plain, 14)
    s.path("M20 222q4-20 28-20h24q18 0 20 20z", s.slant(DARK))
    s.path(
        "M134 196c-4-60 34-88 82-88 46 0 70 34 70 78 0 24-8 34-26 34H156c-14 0-20-8-22-24z", s.slant(tone), tone.dark, 1
    )
    s.path("M164 130q50-34 96 8-40-10-96 34z", white(0.16))
    s.line("M190 108q26-26 58 4", DARK.deep, 9)
    s.oval(250, 202, 26, None, s.globe(DARK))
    s.oval(250, 202, 11, None, s.globe(STEEL))
    s.oval(156, 212, 14, None, s.globe(DARK))
    s.oval(214, 150, 9, None, s.globe(STEEL))


def fan(s: Sheet, it: Subject) -> None:
    """A fan of its type: tower, pedestal or desk."""
    tone = it.tone()
    kind = str(it.value("fan_type"))
    if kind == "tower fan":
        s.ground(160, 236, 64)
        s.rect(122, 14, 76, 212, 30, s.across(tone), tone.dark, 1)
        for i in range(9):
            s.line(f"M138 {62 + i * 16}h44", sheer(tone.deep, 0.55), 4)
        s.rect(134, 24, 52, 20, 10, "#20252e")
        s.line("M146 34h10M164 34h10", "#8fe3f0", 3)
        s.path("M102 234q0-16 20-16h76q20 0 20 16z", s.slant(tone), tone.dark, 1)
        s.line("M214 90q24 10 40-4M216 124q26 10 44-4M214 158q24 10 40-4", white(0.95), 5)
        return
    pedestal = kind == "pedestal fan"
    y, r = (92, 74) if pedestal else (116, 82)
    s.ground(160, 234, 66 if pedestal else 76)
    if pedestal:
        s.rect(154, 150, 12, 76, 3, s.across(STEEL))
        s.path("M104 236q0-14 20-14h72q20 0 20 14z", s.slant(tone))
        s.rect(148, 164, 24, 16, 4, s.across(tone))
    else:
        s.path("M138 186h44l8 40h-60z", s.across(tone))
        s.path("M102 234q0-16 20-16h76q20 0 20 16z", s.slant(tone), tone.dark, 1)
        s.oval(160, 226, 3.4, None, "#7ddc9a")
    s.oval(160, y, r, None, s.radial(white(0.95), white(0.5), at=(0.4, 0.35)), tone.dark, 7)
    for turn in (0, 120, 240) if pedestal else (0, 72, 144, 216, 288):
        with s.turned(turn, 160, y):
            size = r * 0.82
            s.path(
                f"M160 {y}c{size * 0.1:.0f}-{size * 0.6:.0f} {size * 0.2:.0f}-{size:.0f}"
                f" {size * 0.55:.0f}-{size * 0.78:.0f}"
                f"s{-size * 0.1:.0f} {size * 0.6:.0f}-{size * 0.55:.0f} {size * 0.78:.0f}z", sheer(tone.plain, 0.82),
            )  # fmt: skip
    for share in (0.45, 0.64, 0.82):
        s.oval(160, y, r * share, None, "none", sheer(tone.deep, 0.28), 1.6)
    for turn in range(0, 180, 30):
        with s.turned(turn, 160, y):
            s.line(f"M{160 - r} {y}h{2 * r}", sheer(tone.deep, 0.24), 1.4)
    s.oval(160, y, r * 0.2, None, s.globe(tone), tone.dark, 1)
    s.line(
        f"M{160 - r * 0.72:.0f} {y - r * 0.45:.0f}q{r * 0.2:.0f}-{r * 0.3:.0f} {r * 0.5:.0f}-{r * 0.38:.0f}",
        white(0.9),
        5,
    )
