"""What is put on for swimming and running."""

from __future__ import annotations

from catalog.sample.drawing.sheet import SLANT, Sheet
from catalog.sample.drawing.subject import Subject
from catalog.sample.drawing.tones import DARK, Tone, ink, sheer, white

LENSES = {
    "transparent": ("#f2fafd", "#bfdcea", "#94c0d6"),
    "smoke": ("#7d8694", "#4a525f", "#2b313b"),
    "mirrored": ("#ffe7a0", "#f08fb4", "#6d8fe0"),
}


def swimming_goggles(s: Sheet, it: Subject) -> None:
    """Goggles from the front on their strap: slim ones, thicker lenses, or one wide frame for children."""
    tone, kids = it.tone(), it.value("age_from") is not None
    pale, plain, deep = LENSES[str(it.value("lens_tint"))]
    glass = s.linear(pale, plain, deep, way=SLANT)
    s.path("M0 206q40-14 80 0t80 0 80 0 80 0v64H0z", s.linear("#8fcbe2", "#5aa7cc"))
    s.line("M10 232q30-10 60 0t60 0M180 244q30-10 60 0t60 0", white(0.5), 4)
    s.line("M56 132C40 40 280 40 264 132", tone.deep, 19)
    s.line("M56 130C40 38 280 38 264 130", tone.light, 9)
    s.rect(146, 54, 28, 24, 6, s.across(DARK))
    if kids:
        s.rect(34, 104, 252, 92, 42, s.slant(tone), tone.dark, 1)
        s.path("M150 196q10-26 20 0z", "#6fb5d6")
        for x in (46, 166):
            s.rect(x, 116, 108, 66, 30, glass, sheer(tone.deep, 0.5), 2)
            s.path(f"M{x + 14} 148q2-22 26-26l18 0-34 44q-10-6-10-18z", white(0.45))
        for x in (26, 272):
            s.rect(x, 132, 24, 34, 9, s.slant(Tone.of("#efc149")))
        return
    s.line("M132 150q28-18 56 0", DARK.plain if it.value("colour") != "black" else "#59606c", 10)
    for flipped in (False, True):
        with s.moved(320 if flipped else 0, 0, flipped):
            eye = "M44 140c0-26 24-36 52-34 30 2 52 14 50 38-2 28-26 42-54 40-30-2-48-18-48-44z"
            s.path(eye, s.slant(tone), tone.deep, 1)
            s.path("M58 140c0-16 18-24 40-22 22 2 38 10 36 26-2 18-20 28-40 26-22-2-36-14-36-30z", glass,
                   sheer(tone.deep, 0.7), 2)  # fmt: skip
            s.rect(36, 128, 18, 30, 7, s.across(DARK))
            if it.value("lens_power") is not None:
                s.oval(97, 145, 26, 17, "none", white(0.8), 2.5)
                s.oval(97, 145, 15, 9, "none", white(0.6), 2)
    for x in (70, 198):
        s.path(f"M{x} 136q4-12 20-13l10 0-22 28q-8-5-8-15z", white(0.5))
    if it.number("nose_bridges", 1) > 1:
        for i in range(2):
            s.line(f"M{128 + i * 40} 222q12-{10 + i * 6} 24 0", DARK.plain, 7)


def running_belt(s: Sheet, it: Subject) -> None:
    """A belt with one pocket, a wide knitted tube, or one with two flasks in their holsters."""
    tone, flasks = it.tone(), it.number("bottles_included", 0) > 0
    s.ground(160, 224, 122)
    if it.number("pockets", 1) > 3:
        s.path("M30 104c0-34 260-34 260 0v82c0 44-260 44-260 0z", s.across(tone), tone.deep, 1)
        s.oval(160, 106, 130, 27, s.linear(tone.deep, tone.dark), tone.deep, 1)
        for x in (58, 126, 194):
            s.line(f"M{x} {150 if x == 126 else 146}q34 8 66 0", ink(0.5), 6)
            s.line(f"M{x} {155 if x == 126 else 151}q34 8 66 0", white(0.4), 2)
        s.line("M34 190c14 36 238 36 252 0", "#eef2f6", 4, "10 6")
        s.rect(136, 124, 48, 84, 9, ink(0.16))
        return
    band = "M40 146C20 56 300 56 280 146"
    s.line(band, tone.deep, 26)
    s.line(band, tone.plain, 20)
    s.line(band, white(0.22), 4, "9 7")
    s.rect(140, 64, 40, 30, 8, s.across(DARK))
    s.line("M160 66v26", white(0.4), 3)
    s.path("M38 138c0 70 244 70 244 0l2 20c0 80-248 80-248 0z", s.slant(tone), tone.deep, 1)
    if flasks:
        for x in (52, 212):
            s.rect(x + 14, 92, 28, 20, 6, s.across(DARK))
            s.rect(x, 108, 56, 88, 16, s.linear("#d7ebf7", "#8fc1e2", "#6aa3cc", way=SLANT), "#5d90b5", 1)
            s.path(f"M{x - 5} 152q33 14 66 0v40q0 24-26 24h-14q-26 0-26-24z", s.slant(Tone.of(tone.dark)))
            s.line(f"M{x + 2} 168q26 10 52 0", "#eef2f6", 4)
            s.sheen(x + 8, 116, 6, 34, 0.7)
    s.rect(108, 142, 104, 72, 18, s.slant(tone), tone.deep, 1.5)
    s.line("M120 160h80", ink(0.6), 6)
    s.line("M120 165h80", sheer(tone.pale, 0.5), 2)
    s.rect(194, 154, 9, 18, 3, "#efc149")
    if it.yes("reflective"):
        s.line("M122 194h76", "#eef2f6", 6)
    else:
        s.line("M144 190q8-10 16 0t16 0", white(0.5), 3)
