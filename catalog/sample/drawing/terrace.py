"""Pots, seeds and what stands on a terrace."""

from __future__ import annotations

from catalog.sample.drawing.sheet import Sheet
from catalog.sample.drawing.subject import Subject
from catalog.sample.drawing.tones import DARK, PAPER, STEEL, WOOD, Tone, ink, sheer, white

LEAF = Tone.of("#4d9a6b")


def _leaf(s: Sheet, x: float, y: float, angle: float, reach: float, tone: Tone = LEAF) -> None:
    with s.turned(angle, x, y):
        wide = reach * 0.3
        s.path(f"M{x} {y}q{-wide:.0f}-{reach * 0.5:.0f} 0-{reach:.0f}q{wide:.0f} {reach * 0.5:.0f} 0 {reach:.0f}z",
               s.linear(tone.light, tone.dark))  # fmt: skip
        s.line(f"M{x} {y}v-{reach * 0.8:.0f}", sheer(tone.pale, 0.6), 1.4)


def plant_pot(s: Sheet, it: Subject) -> None:
    """A pot with a plant: clay on its saucer, glazed, or tall with the gauge of its water tank."""
    tone, wide = it.tone(), 34 + it.number("diameter", 20) * 1.15
    tall = wide * 1.55
    top = 232 - tall
    s.ground(160, 234, wide + 26)
    if it.yes("self_watering"):
        for angle in (-52, -34, -16, 0, 18, 36, 54):
            _leaf(s, 160, top + 6, angle, 84 - abs(angle) * 0.3)
        s.path(f"M{160 - wide} {top}h{wide * 2}l-10 {tall - 8:.0f}q-2 8-12 8H{182 - wide}q-10 0-12-8z", s.across(tone),
               tone.deep, 1)  # fmt: skip
        s.rect(156 - wide, top - 6, wide * 2 + 8, 18, 7, s.along(tone))
        s.rect(160 + wide * 0.46, top - 26, 12, 36, 5, s.across(Tone.of("#cfe2ec")), DARK.plain, 1)
        s.rect(160 + wide * 0.46 + 3, top - 12, 6, 12, 2, "#c94642")
        return
    clay = it.value("material") == "terracotta"
    if clay and wide > 60:
        s.line(f"M160 {top + 8}V{top - 52}", "#7a5a3a", 7)
        for x, y, r in ((140, 52, 30), (182, 50, 30), (160, 34, 32), (160, 62, 30)):
            s.oval(x, top - 100 + y, r, None, s.globe(LEAF))
        for x, y in ((142, 48), (176, 36), (186, 62), (156, 70)):
            s.oval(x, top - 100 + y, 7, None, s.globe(Tone.of("#efc149")))
    elif clay:
        for angle in (-62, -40, -18, 6, 28, 50, 70):
            _leaf(s, 160, top + 6, angle, 66 - abs(angle) * 0.2)
    else:
        s.line(f"M160 {top + 4}Q150 {top - 60} 196 {top - 92}", "#5f8f4f", 4)
        for x, y in ((158, 54), (170, 74), (186, 88), (202, 94)):
            for turn in range(0, 360, 72):
                with s.turned(turn, x, top - y):
                    s.oval(x, top - y - 8, 5, 8, s.linear("#f7d6e2", "#d97fa0"))
            s.oval(x, top - y, 3, None, "#efc149")
        for angle in (-70, 66):
            _leaf(s, 160, top + 8, angle, 64)
    if it.yes("saucer_included"):
        s.path(f"M{158 - wide * 0.92:.0f} 222h{wide * 1.84 + 4:.0f}l-10 12H{168 - wide * 0.92:.0f}z", s.across(tone))
    s.path(f"M{160 - wide * 0.92:.0f} {top + 14:.0f}h{wide * 1.84:.0f}L{160 + wide * 0.66:.0f} 224"
           f"q{-wide * 0.66:.0f} 8 {-wide * 1.32:.0f} 0z", s.across(tone), tone.deep, 1)  # fmt: skip
    s.rect(160 - wide, top, wide * 2, 26, 5, s.across(tone), tone.deep, 1)
    if clay:
        s.line(f"M{160 - wide * 0.6:.0f} {top + 40:.0f}L{160 - wide * 0.46:.0f} 212", white(0.25), 9)
    else:
        runs = f"v26q-12 24-22 0-10 34-24 6-12 26-24-2-10 30-22 0-6 12-{wide * 2 - 92:.0f} 0z"
        s.path(f"M{160 - wide} {top + 4:.0f}h{wide * 2}{runs}", sheer(tone.pale, 0.5))
        s.line(f"M{160 - wide * 0.5:.0f} {top + 40:.0f}v{tall * 0.5:.0f}", white(0.6), 7)


def seeds(s: Sheet, it: Subject) -> None:
    """A paper packet that shows what grows from its seeds, and a few of them beside it."""
    plant = it.value("plant")
    sky = {"basil": "#dcebd6", "tomato": "#f6dfd2"}.get(str(plant), "#d9e8f3")
    s.ground(160, 236, 86)
    with s.turned(-4, 160, 140):
        s.rect(90, 24, 140, 208, 4, PAPER.plain, "#d5cfbf", 1)
        s.path("M90 24h140v18l-7-5-7 5-7-5-7 5-7-5-7 5-7-5-7 5-7-5-7 5-7-5-7 5-7-5-7 5-7-5-7 5-7-5-7 5-7-5-7 5z",
               "#e6dfcd")  # fmt: skip
        s.rect(102, 92, 116, 126, 6, sky)
        band = LEAF if it.yes("organic") else Tone.of("#4279c6")
        s.rect(102, 50, 116, 32, 6, s.slant(band))
        s.line("M116 61h66M116 71h40", white(0.9), 4)
        if it.yes("organic"):
            _leaf(s, 200, 76, 20, 20, Tone.of("#dcebd6"))
        if plant == "basil":
            for angle in (-75, -45, -15, 15, 45, 75):
                _leaf(s, 160, 196, angle, 66)
            for angle in (-30, 0, 30):
                _leaf(s, 160, 200, angle, 88, Tone.of("#6ab84f"))
            s.line("M160 216v-30", "#4f8a3e", 6)
        elif plant == "tomato":
            s.line("M160 216V108M160 140q-20 2-28 16M160 150q20 2 30 20", "#4f8a3e", 5)
            for x, y in ((130, 168), (150, 186), (190, 182), (172, 160), (136, 198), (180, 204)):
                s.oval(x, y, 13, None, s.globe(Tone.of("#d4392f")))
                s.path(f"M{x - 7} {y - 11}l7 4 7-4-4 6h-6z", "#4f8a3e")
            for angle in (-50, 46):
                _leaf(s, 160, 132, angle, 40)
        else:
            for i, (x, y) in enumerate(((120, 150), (142, 122), (166, 148), (190, 120), (202, 160), (136, 178))):
                s.line(f"M{x} 216Q{x + 4} {y + 40} {x} {y}", "#5f8f4f", 3)
                petal = ("#d4392f", "#8a6bb8", "#efc149", "#4279c6", "#e59db2", "#f3f4f7")[i]
                for turn in range(0, 360, 60):
                    with s.turned(turn, x, y):
                        s.oval(x, y - 9, 5, 8, petal)
                s.oval(x, y, 5, None, "#efc149" if i != 2 else "#6a4a2a")
    for x, y in ((236, 226), (248, 232), (258, 224), (244, 240)):
        s.oval(x, y, 4, 2.6, s.globe(Tone.of("#7a5a3a")))


def parasol(s: Sheet, it: Subject) -> None:
    """A parasol: tilted on a thin pole, with a crank, or hanging from its arm over a cross base."""
    tone, square = it.tone(), it.value("shape") == "square"
    if square:
        s.ground(172, 240, 124, 9)
        s.path("M196 236h100l10 12H186z", s.down(DARK))
        s.line("M256 236V46q0-20-20-24L168 28", DARK.deep, 11)
        s.line("M256 236V46q0-20-20-24L168 28", Tone.of("#7b838f").light, 4)
        s.rect(246, 130, 24, 16, 5, s.along(STEEL))
        s.line("M270 138h18v14", STEEL.deep, 5)
        s.path("M14 110L128 34q10-6 20 0l104 76-12 12q-110 14-218 0z", s.slant(tone), tone.deep, 1)
        s.path("M138 32L96 124 22 122l-8-12z", white(0.14))
        s.line("M138 32L96 124M138 32l54 92", sheer(tone.deep, 0.6), 2)
        return
    crank = it.yes("crank")
    s.ground(160, 246, 56, 7)
    with s.turned(0 if crank else 13, 160, 140):
        s.rect(156, 40, 8, 206, 3, s.across(WOOD if crank else STEEL))
        if crank:
            s.rect(150, 164, 20, 26, 5, s.along(DARK))
            s.line("M170 178h20v14", DARK.plain, 5)
        else:
            s.rect(152, 138, 16, 14, 4, s.along(DARK))
        top, ends = (24, 118) if crank else (34, 112)
        s.path(f"M22 {ends}Q56 {top} 160 {top}T298 {ends}q-22-12-34 2-22-14-34 0-24-14-36 0-22-14-34 0-22-14-34 0"
               "-24-14-36 0-22-14-34 0-22-14-34-2z", s.slant(tone), tone.dark, 1)  # fmt: skip
        for x in (90, 160, 230):
            s.line(f"M160 {top}Q{(x + 160) / 2 + (x - 160) * 0.3:.0f} {top + 30} {x} {ends}", sheer(tone.deep, 0.55), 2)
        s.path(f"M160 {top}Q70 {top + 10} 56 {ends - 6}l34 6Q100 {top + 40} 160 {top}z", white(0.2))
        s.oval(160, top - 4, 6, None, s.globe(WOOD if crank else STEEL))


def garden_chair(s: Sheet, it: Subject) -> None:
    """A garden chair: moulded plastic, folding wood, or a low frame with thick cushions."""
    tone = it.tone()
    s.ground(160, 240, 96, 10)
    if it.yes("foldable"):
        s.line("M106 236L214 146M118 60l82 176", tone.deep, 11)
        s.line("M106 236L214 146M118 60l82 176", tone.light, 5)
        s.line("M92 232L192 140M198 44L236 236", tone.dark, 12)
        s.line("M92 232L192 140M198 44L236 236", tone.plain, 7)
        for i in range(6):
            s.rect(112 + i * 3.4, 44 + i * 15, 92, 10, 3, s.along(tone), tone.deep, 0.8)
        for i in range(5):
            s.path(f"M{118 - i * 8} {148 + i * 9}h106l2 7H{116 - i * 8}z", s.down(tone), tone.deep, 0.8)
        s.oval(164, 164, 5, None, s.globe(STEEL))
        return
    if it.yes("cushion_included"):
        s.line("M66 130v104M254 130v104M96 196v30M224 196v30", DARK.deep, 10)
        s.rect(82, 52, 156, 104, 20, s.slant(Tone.of("#cfcabf")), "#a39a8c", 1)
        s.line("M134 60v88M186 60v88", ink(0.12), 3)
        s.rect(78, 150, 164, 34, 14, s.down(Tone.of("#dcd7cc")), "#a39a8c", 1)
        s.rect(74, 182, 172, 14, 4, s.along(tone))
        for x in (52, 234):
            s.rect(x, 120, 34, 14, 6, s.along(tone))
        s.line("M96 164h120", white(0.5), 4)
        return
    s.line("M104 172l-12 66M216 172l12 66M122 176l-6 52M198 176l6 52", tone.deep, 12)
    s.line("M104 172l-12 66M216 172l12 66M122 176l-6 52M198 176l6 52", tone.light, 7)
    s.path("M104 62q4-22 26-24h60q22 2 26 24l6 104H98z", s.slant(tone), tone.deep, 1)
    for i in range(5):
        s.rect(122 + i * 17, 58, 8, 84, 4, ink(0.2))
    s.path("M92 158q68-14 136 0l6 18q-74 14-148 0z", s.down(tone), tone.deep, 1)
    for flipped in (False, True):
        with s.moved(320 if flipped else 0, 0, flipped):
            s.path("M78 118q2-12 16-12h16v12H98l-2 56H80z", s.across(tone), tone.deep, 1)
