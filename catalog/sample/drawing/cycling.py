"""Lights and locks for bicycles."""

from __future__ import annotations

from itertools import pairwise

from catalog.sample.drawing.sheet import Sheet
from catalog.sample.drawing.subject import Subject
from catalog.sample.drawing.tones import DARK, STEEL, Tone, ink, sheer, white


def bicycle_light(s: Sheet, it: Subject) -> None:
    """Front and rear light of a set, or a strong front light on the handlebar with its remote."""
    tone, lumen = it.tone(), it.number("brightness", 40)
    if not it.yes("rear_light"):
        s.line("M-8 196q90 24 168 12t172 2", DARK.deep, 24)
        s.line("M-8 190q90 24 168 12t172 2", white(0.22), 4)
        s.rect(132, 168, 56, 52, 12, s.across(DARK), ink(0.4), 1)
        s.glow(160, 118, 150, "#fff3c4", 0.95)
        s.rect(84, 70, 152, 100, 30, s.slant(tone), tone.deep, 1)
        for y in (82, 94, 106):
            s.line(f"M92 {y}h-6M228 {y}h6", STEEL.dark, 4)
        for x in (124, 196):
            s.oval(x, 120, 31, None, s.globe(STEEL))
            s.oval(x, 120, 25, None, s.radial("#ffffff", "#fff6cf", "#efc95f", at=(0.5, 0.5), reach=0.62))
        s.rect(148, 62, 24, 12, 5, "#e6843f")
        s.line("M236 150q30 14 34 44", DARK.plain, 5)
        s.rect(252, 186, 36, 26, 9, s.slant(DARK))
        s.oval(270, 199, 6, None, "#7ddc9a")
        return
    strong = lumen > 100
    s.ground(112, 226, 74)
    s.ground(230, 226, 56)
    s.glow(108, 130, 88 + lumen / 9, "#fff3c4", 0.95)
    s.path("M82 178h54v34q0 14-14 14H96q-14 0-14-14z", s.across(DARK))
    if strong:
        s.rect(54, 74, 112, 108, 30, s.slant(tone), tone.deep, 1)
        s.line("M62 92h96", sheer(tone.pale, 0.7), 4)
        s.oval(110, 134, 40, 36, s.globe(STEEL))
        s.path("M74 130a36 32 0 0 1 72 0z", DARK.dark)
        s.path("M74 132h72a36 32 0 0 1-72 0z", s.linear("#ffffff", "#fff6cf", "#f3cf6a"))
        s.rect(96, 66, 28, 12, 5, s.across(DARK))
        for i in range(3):
            s.oval(100 + i * 10, 86, 2.6, None, "#7ddc9a")
    else:
        s.rect(60, 84, 100, 96, 44, s.slant(tone), tone.deep, 1)
        s.oval(110, 132, 34, None, s.globe(Tone.of("#e4e8ee")))
        s.oval(110, 132, 20, None, "#fff6cf")
        s.line("M70 176q-14 40 12 44M150 176q14 40-12 44", "#59606c", 8)
    s.glow(230, 152, 66, "#ff5a4f", 0.75)
    s.path("M212 190h36v26q0 10-10 10h-16q-10 0-10-10z", s.across(DARK))
    s.rect(200, 104, 60, 92, 24, s.slant(tone), tone.deep, 1)
    s.rect(209, 114, 42, 66, 17, s.linear("#ff8a7c", "#d9352e", "#9c1f22"))
    for y in (130, 147, 164):
        s.line(f"M219 {y}h22", white(0.65), 4)


def bicycle_lock(s: Sheet, it: Subject) -> None:
    """A coiled cable with its digits, a chain in a sleeve, or a folding lock half open."""
    kind, tone = it.value("lock_type"), it.tone()
    if kind == "cable lock":
        s.ground(160, 226, 116)
        for i in range(5):
            x = 84 + i * 34
            s.oval(x, 122, 40, 66, "none", tone.deep, 15)
            s.oval(x - 1, 121, 40, 66, "none", tone.plain, 11)
            s.line(f"M{x - 34} 92q8-28 26-32", white(0.34), 3)
        s.rect(74, 178, 172, 46, 20, s.along(DARK), ink(0.4), 1)
        for i in range(4):
            s.rect(98 + i * 32, 174, 26, 54, 6, s.along(STEEL))
            s.line(f"M{106 + i * 32} 192h10M{106 + i * 32} 210h10", ink(0.55), 3)
        s.line("M90 201h140", sheer("#e6843f", 0.9), 2.5, "5 27")
        return
    if kind == "chain lock":
        s.ground(160, 232, 116)
        d = "M140 200C30 190 30 60 120 46c90-14 190 24 170 104-10 36-40 52-76 54"
        s.line(d, tone.deep, 40)
        s.line(d, tone.plain, 33)
        s.line(d, sheer(tone.deep, 0.35), 33, "3 15")
        s.line("M84 68q40-24 96-12", white(0.4), 5)
        for x, y in ((134, 202), (226, 204)):
            s.rect(x - 16, y - 13, 34, 26, 12, "none", STEEL.deep, 9)
            s.rect(x - 16, y - 14, 34, 26, 12, "none", STEEL.light, 5)
        s.rect(148, 172, 66, 60, 13, s.slant(DARK), ink(0.5), 1)
        s.oval(181, 202, 15, None, s.globe(STEEL))
        s.rect(178, 192, 6, 20, 3, DARK.deep)
        s.line("M212 236l34-4", STEEL.dark, 6)
        s.oval(256, 230, 13, 10, s.globe(Tone.of(tone.dark)))
        s.oval(258, 229, 4, None, "#fff6cf")
        return
    s.ground(160, 228, 126)
    s.rect(38, 84, 50, 142, 16, s.across(Tone.of("#59606c")), ink(0.4), 1)
    s.line("M44 118h38M44 194h38", DARK.deep, 7)
    joints = ((116, 206), (134, 92), (226, 46), (292, 112), (262, 202), (172, 214))
    for a, b in pairwise(joints):
        d = f"M{a[0]} {a[1]}L{b[0]} {b[1]}"
        s.line(d, tone.deep, 25)
        s.line(d, tone.plain, 21)
        s.line(d, sheer(tone.pale, 0.36), 5)
    for x, y in joints[:-1]:
        s.oval(x, y, 10, None, s.globe(STEEL))
        s.oval(x, y, 4, None, ink(0.5))
    s.rect(146, 188, 54, 42, 13, s.slant(DARK), ink(0.5), 1)
    s.oval(173, 209, 12, None, s.globe(STEEL))
    s.rect(171, 201, 4, 16, 2, DARK.deep)
