"""Watering, pruning and mowing."""

from __future__ import annotations

from catalog.sample.drawing.sheet import Sheet
from catalog.sample.drawing.subject import Subject
from catalog.sample.drawing.tones import DARK, GOLD, STEEL, Tone, ink, sheer, white


def garden_hose(s: Sheet, it: Subject) -> None:
    """A coiled hose, with more loops for more metres, its connector and, where it comes, its nozzle."""
    tone, loops = it.tone(), 3 + int(it.number("length", 20) // 15)
    pipe = 11 + it.number("diameter", 13) * 0.4
    s.ground(154, 232, 122)
    stripe = "#e6843f" if it.value("colour") == "black" else "#efc149"
    for i in range(loops):
        y = 208 - i * (pipe * 0.74)
        rx, ry = 104 - i % 2 * 6, 34
        s.oval(150, y, rx, ry, "none", tone.deep, pipe)
        s.oval(150, y, rx, ry, "none", tone.plain, pipe - 5)
        s.oval(150, y - 2, rx, ry, "none", stripe, 2.2)
    top = 208 - (loops - 1) * (pipe * 0.74)
    s.line(f"M246 {top - 12:.0f}C276 {top - 44:.0f} 236 {top - 84:.0f} 206 {top - 66:.0f}", tone.deep, pipe)
    s.line(f"M246 {top - 12:.0f}C276 {top - 44:.0f} 236 {top - 84:.0f} 206 {top - 66:.0f}", tone.light, pipe - 6)
    with s.moved(206, top - 66), s.turned(20, 0, 0):
        s.rect(-24, -12, 28, 24, 5, s.along(Tone.of("#e6843f")))
        s.rect(-34, -8, 12, 16, 2, s.along(DARK))
        if it.yes("nozzle_included"):
            s.path("M-34-10h-34l-26-12v44l26-12h34z", s.along(Tone.of("#efc149")), "#a8802a", 1)
            s.line("M-88-12v24", DARK.plain, 4)


def watering_can(s: Sheet, it: Subject) -> None:
    """A watering can: broad plastic, zinc with its brass rose, or slim with a long spout."""
    tone = it.tone()
    if it.value("suitable_for") == "indoors":
        s.ground(190, 232, 84)
        s.line("M152 204C92 190 86 108 40 66", tone.deep, 10)
        s.line("M152 204C92 190 86 108 40 66", tone.light, 6)
        s.line("M236 150C300 120 288 56 226 84", GOLD.dark, 9)
        s.line("M236 150C300 120 288 56 226 84", GOLD.light, 4)
        s.path("M144 222q-6-96 34-124h28q40 28 34 124-48 12-96 0z", s.across(tone), tone.dark, 1)
        s.oval(192, 98, 14, 5, ink(0.4))
        s.line("M162 200q-2-56 20-86", white(0.8), 7)
        return
    zinc = it.value("material") == "galvanised steel"
    s.ground(186, 236, 108)
    s.path("M126 214L58 106l-14-6 6-10 22 6 66 76z", s.slant(tone), tone.dark, 1)
    with s.turned(-32, 48, 92):
        rose = GOLD if zinc else Tone.of(tone.dark)
        s.path("M30 84l36-6v26l-36-4z", s.along(rose))
        s.oval(30, 92, 11, 24, s.globe(rose), rose.deep, 1)
        s.line("M26 82h6M26 92h6M26 102h6", ink(0.5), 3, "0 5")
    s.line("M252 112C306 108 300 196 244 200", tone.deep, 13)
    s.line("M252 112C306 108 300 196 244 200", tone.light, 7)
    if zinc:
        s.line("M132 104C140 40 240 40 248 104", tone.deep, 9)
        s.line("M132 104C140 40 240 40 248 104", tone.pale, 4)
    s.path("M122 104h132l8 118q-74 16-148 0z", s.across(tone), tone.dark, 1)
    s.oval(188, 104, 66, 13, s.radial(ink(0.7), ink(0.4)))
    s.path("M122 104q66 18 132 0-6-14-66-13-60-1-66 13z", sheer(tone.light, 0.5 if zinc else 0.25))
    if zinc:
        s.line("M120 138q68 16 136 0M116 204q72 16 144 0", white(0.5), 4)
    else:
        s.line("M240 126v84", white(0.5), 2, "3 12")
        s.line("M136 130v76", white(0.35), 9)


def secateurs(s: Sheet, it: Subject) -> None:
    """Secateurs, open; the left-handed ones mirrored, the anvil ones with their flat anvil."""
    tone, anvil = it.tone(), it.value("cutting_style") == "anvil"
    s.ground(160, 238, 70, 8)
    left = it.value("hand") == "left-handed"
    with s.moved(320 if left else 0, 0, left), s.turned(-24, 160, 130):
        metal = STEEL if not anvil else Tone.of("#8a919c")
        s.path("M150 118q-26-34-18-92 30 34 44 86z", s.slant(metal), metal.deep, 1)
        if anvil:
            s.path("M160 112l34-78 16 8-26 80z", s.slant(DARK), DARK.deep, 1)
            s.line("M192 40l-28 66", STEEL.light, 5)
        else:
            s.path("M164 122q48-22 50-74-4-18-12-10-8 40-52 62z", s.slant(DARK), DARK.deep, 1)
        s.path("M148 112q-26 18-32 64-2 50 6 72 10 8 18-2-2-60 30-108z", s.across(tone), tone.deep, 1)
        s.path("M174 112q30 22 36 66 2 46-6 70-10 8-18-2 2-58-34-104z", s.across(tone), tone.deep, 1)
        for i in range(4):
            s.line(f"M150 {164 + i * 9}q12 8 24 0", STEEL.dark, 3)
        s.oval(161, 116, 15, None, s.globe(STEEL), STEEL.deep, 1)
        s.oval(161, 116, 6, None, s.globe(DARK))
        s.rect(132, 138, 24, 9, 4, "#e6843f" if not anvil else DARK.plain)
        s.line("M124 176q-2 30 2 56", white(0.35), 5)
        s.line("M141 54q2 30 12 50", white(0.6), 3)


def lawn_mower(s: Sheet, it: Subject) -> None:
    """A lawn mower: pushed by hand, with its battery, or with a petrol engine."""
    tone, source = it.tone(), it.value("power_source")
    s.path("M0 214l5 12 4-20 6 20 6-16 4 18 6-22 5 22 6-14 4 16 8 6h268v38H0z", s.linear("#7db36a", "#7db36a55"))
    s.ground(140, 240, 128, 10)
    if source == "hand-driven":
        s.line("M120 188L256 40", DARK.deep, 9)
        s.line("M120 188L256 40", STEEL.light, 4)
        s.line("M238 22l42 36", DARK.plain, 12)
        s.path("M122 168l86-20 30 62q-50 14-96 12z", s.slant(Tone.of("#5a616d")), DARK.deep, 1)
        s.rect(60, 166, 116, 16, 6, s.along(tone))
        for i in range(6):
            s.line(f"M{74 + i * 16} 178q14 20-4 46", STEEL.deep, 5)
            s.line(f"M{76 + i * 16} 178q14 20-4 46", STEEL.pale, 2)
        for x in (62, 168):
            s.oval(x, 202, 34, None, s.globe(DARK))
            s.oval(x, 202, 23, None, s.radial(tone.light, tone.dark))
            s.oval(x, 202, 7, None, s.globe(STEEL))
        return
    petrol = source == "petrol"
    s.line("M176 178L282 60l20-6M196 200L294 88", DARK.deep, 8)
    s.line("M176 178L282 60l20-6", STEEL.dark, 3)
    s.path("M172 150h56q40 4 56 34l-8 36h-98z", s.slant(Tone.of("#4a505b")), DARK.deep, 1)
    s.line("M190 164h40M190 178h60M192 192h64", white(0.16), 3, "3 4")
    s.path("M28 214q4-46 44-54h84q38 6 44 54z", s.slant(tone), tone.deep, 1)
    s.line("M48 190q10-20 32-22h60", white(0.35), 6)
    if petrol:
        s.rect(74, 108, 84, 54, 10, s.slant(Tone.of("#4a505b")), DARK.deep, 1)
        s.line("M84 122h40M84 134h40M84 146h40", ink(0.6), 4)
        s.oval(142, 110, 16, 9, s.globe(DARK))
        s.rect(124, 92, 30, 16, 5, s.down(Tone.of("#c94642")))
        s.rect(52, 136, 24, 20, 5, s.along(STEEL))
    else:
        s.path("M72 164q4-38 34-40h30q22 4 26 40z", s.slant(DARK), DARK.deep, 1)
        s.rect(92, 118, 44, 30, 6, s.down(Tone.of("#5a616d")))
        s.line("M100 128h28", "#7ddc9a", 4)
    for x, r in ((56, 22), (184, 30 if petrol else 26)):
        s.oval(x, 236 - r, r, None, s.globe(DARK))
        s.oval(x, 236 - r, r * 0.55, None, s.radial(tone.pale, tone.dark))
        s.oval(x, 236 - r, r * 0.2, None, DARK.plain)
