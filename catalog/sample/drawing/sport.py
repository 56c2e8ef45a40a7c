"""Mats, helmets, weights and water bottles."""

from __future__ import annotations

from catalog.sample.drawing.sheet import SLANT, Sheet
from catalog.sample.drawing.subject import Subject
from catalog.sample.drawing.tones import DARK, STEEL, Tone, ink, sheer, white


def yoga_mat(s: Sheet, it: Subject) -> None:
    """A mat half unrolled, grooved or dense, with its strap where it has one."""
    tone, thick = it.tone(), it.number("thickness", 5) * 1.4
    s.ground(160, 222, 128, 13)
    s.path("M86 150h200l22 68H40z", s.linear(tone.light, tone.plain, tone.dark, way=SLANT))
    s.path(f"M40 218h268v{thick:.0f}H40z", tone.deep)
    if it.value("material") == "TPE":
        for i in range(6):
            s.line(f"M{80 - i * 7} {160 + i * 10}h{210 + i * 10}", white(0.24), 1.8, "6 4")
    else:
        s.line("M150 168l20 34M196 168l-20 34M164 176h26", white(0.3), 3)
    s.rect(66, 84, 216, 84, 40, s.along(tone))
    s.oval(90, 126, 34, 42, s.globe(Tone.of(tone.dark)))
    for r in (0.82, 0.62, 0.42, 0.22):
        s.oval(90 + (1 - r) * 2, 126, 34 * r, 42 * r, "none", sheer(tone.pale, 0.75), 2.6)
    if it.yes("carry_strap"):
        for x in (150, 232):
            s.path(f"M{x} 84q16 42 0 84h14q16-42 0-84z", DARK.plain)
        s.line("M158 86C164 36 232 36 240 86", DARK.plain, 8)
    s.line("M120 98h120", white(0.3), 5)


def helmet(s: Sheet, it: Subject) -> None:
    """A bicycle helmet from its side: city, round with a rear light, or a vented road one."""
    tone, urban, road = it.tone(), it.named("urban"), it.named("aerostat")
    s.ground(160, 226, 110)
    s.line("M84 158C92 216 130 232 158 232s60-16 70-70M120 168l34 62M214 168l-52 62", DARK.plain, 5)
    s.rect(146, 222, 28, 14, 6, s.along(DARK))
    shell = (
        "M38 162C30 84 92 40 160 40c76 0 126 50 124 118-60 20-190 22-246 4z" if urban else
        ("M24 150C44 78 110 42 176 46c72 6 116 50 122 106-40 10-64 6-90 8-50 6-128 16-184-10z" if road else
         "M36 160C36 84 96 42 164 44c74 2 122 50 120 112-70 18-180 22-248 4z")
    )  # fmt: skip
    s.path(shell, s.slant(tone), tone.dark, 1)
    with s.inside(shell):
        s.path("M20 146q140 30 280 0v50H20z", sheer(tone.deep, 0.5))
        if urban:
            for x, y in ((110, 84), (160, 74), (210, 84)):
                s.rect(x - 20, y, 40, 11, 5.5, ink(0.6))
            s.path("M62 120c14-40 50-62 96-64-40 8-74 30-84 66z", white(0.2))
        else:
            slots = "M70 128q10-38 42-58M104 136q8-46 46-72M146 138q4-44 30-74M190 136q-2-40 10-66M232 130q-6-28-2-50"
            if road:
                slots += "M46 138q8-22 22-38M262 134q-8-20-10-36"
            s.line(slots, ink(0.62), 12 if road else 14)
            s.line(slots, sheer(tone.pale, 0.22), 2)
            if road:
                s.line("M40 134C80 80 140 58 210 62", white(0.45), 5)
            else:
                s.line("M58 120c12-32 40-54 76-58", sheer(tone.dark, 0.5), 5)
    if urban:
        s.rect(262, 132, 20, 24, 8, s.across(Tone.of("#d9453f")))
        s.glow(274, 144, 34, "#ff5a4f", 0.6)
    if it.named("ride"):
        s.path("M36 150q-20 6-22 18 18 4 40-2z", s.slant(DARK))


def dumbbell(s: Sheet, it: Subject) -> None:
    """A dumbbell: a coated pair, a hexagonal one, or an adjustable one in its tray."""
    tone = it.tone()
    if it.yes("adjustable_weight"):
        s.ground(160, 226, 134)
        s.path("M30 196h260l-12 28H42z", s.down(Tone.of("#8d95a1")))
        s.rect(118, 128, 84, 24, 10, s.along(STEEL))
        s.line("M128 140h64", ink(0.35), 14, "3 5")
        for flipped in (False, True):
            with s.moved(320 if flipped else 0, 0, flipped):
                for i in range(6):
                    h = 134 - abs(i - 2) * 6
                    s.rect(36 + i * 14, 140 - h / 2, 12, h, 4, s.along(Tone.of("#4a505b") if i % 2 else DARK))
                s.rect(22, 104, 16, 72, 7, s.along(Tone.of("#e6843f")))
                s.line("M30 116v48", white(0.6), 3, "2 8")
        return
    if it.value("pack_size") == 2:
        s.ground(160, 226, 118)
        for x, y, scale in ((190, 118, 0.82), (138, 172, 0.98)):
            with s.moved(x, y), s.sized(scale, 0, 0), s.turned(-14, 0, 0):
                s.rect(-50, -13, 100, 26, 12, s.along(Tone.of(tone.light)))
                for flipped in (False, True):
                    with s.moved(0, 0, flipped):
                        s.path("M44-30l16-14h28l14 14v60l-14 14H60L44 30z", s.along(tone), tone.dark, 1)
                        s.path("M88-44l14 14v60L88 44z", sheer(tone.deep, 0.3))
                        s.line("M56-28h24", white(0.5), 5)
        return
    s.ground(160, 220, 128)
    with s.turned(-8, 160, 150):
        s.path("M112 140q48-8 96 0v28q-48 8-96 0z", s.along(STEEL))
        s.line("M124 142v24M136 141v26M148 140v28M160 140v28M172 140v28M184 141v26M196 142v24", ink(0.22), 3)
        for flipped in (False, True):
            with s.moved(320 if flipped else 0, 0, flipped):
                s.path("M30 112l34-30h38l16 30v84l-16 30H64l-34-30z", s.along(tone), tone.deep, 1)
                s.path("M30 112l34-30v144l-34-30z", white(0.1))
                s.path("M48 132l16-14v72l-16-14z", ink(0.35))
                s.line("M72 92h26", white(0.35), 5)


def water_bottle(s: Sheet, it: Subject) -> None:
    """A water bottle: see-through with a flip spout, or insulated with its screw lid and loop."""
    tone, half = it.tone(), it.number("diameter", 7.3) * 5.6
    x, wide = 160 - half, half * 2
    s.ground(160, 229, half + 26)
    if it.value("material") == "plastic":
        s.rect(x, 74, wide, 154, 24, s.linear(tone.sheer(0.75).light, tone.sheer(0.45).light, tone.sheer(0.8).plain,
                                             way=(0, 0, 1, 0)), tone.dark, 1.5)  # fmt: skip
        s.path(f"M{x + 3:.0f} 118h{wide - 6:.0f}v88q0 19-20 19H{x + 23:.0f}q-20 0-20-19z", sheer("#6fb2e6", 0.5))
        for y in (130, 150, 170, 190):
            s.line(f"M{x + wide - 22:.0f} {y}h12", white(0.9), 2)
        s.path(f"M{x + 2:.0f} 78q0-20 16-24h{wide - 36:.0f}q16 4 16 24z", s.across(DARK))
        s.path("M148 56V36q0-10 12-10h22q8 0 8 8t-8 8h-12v14z", s.across(Tone.of("#6fb2e6")))
        s.line("M206 62c24 0 28 26 8 36", DARK.plain, 6)
        s.sheen(x + 10, 88, 8, 116, 0.6)
        return
    s.path(f"M{x:.0f} 106q0-20 {half * 0.36:.0f}-26h{half * 1.28:.0f}q{half * 0.36:.0f} 6 {half * 0.36:.0f}"
           f" 26v104q0 18-18 18"
           f"h-{wide - 36:.0f}q-18 0-18-18z", s.across(tone), sheer(tone.deep, 0.4), 1)  # fmt: skip
    if it.named("kilde"):
        s.line("M134 56C134 16 186 16 186 56", DARK.deep, 11)
        s.line("M134 56C134 16 186 16 186 56", DARK.light, 5)
        s.rect(132, 50, 56, 32, 8, s.across(DARK))
        s.path("M136 180q12-16 24 0t24 0", "none", white(0.8), 4)
    else:
        s.rect(134, 44, 52, 38, 9, s.across(STEEL))
        s.rect(134, 62, 52, 5, 0, ink(0.2))
        s.oval(160, 176, 11, None, "none", sheer(tone.pale if it.value("colour") != "white" else tone.deep, 0.8), 3)
    s.sheen(x + 10, 104, 8, 96, 0.35)
