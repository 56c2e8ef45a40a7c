"""Shoes, sandals and socks."""

from __future__ import annotations

from catalog.sample.drawing.sheet import Sheet
from catalog.sample.drawing.subject import Subject
from catalog.sample.drawing.tones import DARK, GOLD, STEEL, Tone, sheer, white

UPPER = "M44 190C36 158 50 118 74 112c10 16 28 20 44 10 8-8 18-22 26-24 20 34 56 56 96 62 30 4 44 18 42 36l-2 6H48z"


def running_shoes(s: Sheet, it: Subject) -> None:
    """A running shoe from its side, a second behind it; trail soles have lugs and a rubber rim."""
    tone, trail, simple = it.tone(), it.value("surface") == "trail", it.named("jog")
    s.ground(162, 230, 128, 12)
    s.path(UPPER, s.linear(tone.light, tone.plain, tone.dark), tone.dark, 1)
    s.path(
        "M74 112c10 16 28 20 44 10 8-8 18-22 26-24l6 8c-12 12-20 34-44 36-22 0-32-12-36-26z",
        s.slant(Tone.of(tone.deep)),
    )
    if simple:
        s.line("M60 170q30 14 60-6", white(0.7), 7)
    else:
        accent = "#e9b44c" if trail else ("#f2745f" if it.value("colour") == "grey" else "#ffd166")
        s.path("M64 184c34 2 60-10 84-46l18 12c-22 28-44 38-60 38z", accent)
        s.path("M46 150q2-22 14-34l8 4q-12 16-12 36z", white(0.6))
    s.path("M206 152q26 8 36 10 30 6 40 24l-2 14h-46q-30-16-28-48z", sheer(tone.dark if not trail else "#2c3036", 0.45))
    for i in range(4):
        s.line(f"M{146 + i * 15} {112 + i * 11}l14-12", white(0.95), 5)
    s.line("M142 100c20 34 50 50 80 58", sheer(tone.deep, 0.6), 2)
    s.path("M40 186q60 12 120 8t124-4q8 26-18 32H62q-24-4-22-36z", s.along(Tone.of("#f2f3f5")), "#c9ced6", 1)
    if not simple:
        s.line("M60 206q40-10 80 0t80-2", sheer(tone.plain, 0.6), 4)
    if trail:
        s.path("M44 212h230q-2 12-14 12H60q-12 0-16-12z", DARK.plain)
        s.line("M56 226h210", DARK.deep, 9, "11 8")
        s.path("M250 166q34 6 34 30l-26-2q2-16-8-28z", DARK.plain)
    else:
        s.path("M46 214h222q-6 8-14 8H64q-12 0-18-8z", DARK.light)


def sandals(s: Sheet, it: Subject) -> None:
    """Sandals: with two buckles, with walking straps, or in leather on a block heel."""
    tone = it.tone()
    if it.named("pia"):
        s.ground(160, 230, 120)
        s.path("M236 172h34l-4 54h-30z", s.across(Tone.of("#6f4a2f")))
        s.path("M34 212c40 0 90-6 132-26 40-18 80-30 106-22 8 4 6 14 0 18-34 2-70 12-104 28-40 18-90 18-132"
               " 16-6-2-8-12-2-14z",
               s.along(tone), tone.dark, 1)  # fmt: skip
        s.path("M60 212c6-40 50-58 92-32l-14 20c-20 6-46 12-78 12z", s.slant(tone), tone.dark, 1)
        s.path("M270 170c4-40-6-70-16-92l-14 4c8 26 14 56 12 90z", s.across(tone), tone.dark, 1)
        s.line("M244 92c-30-14-60-4-62 10s34 18 68 4", tone.dark, 11)
        s.line("M244 92c-30-14-60-4-62 10s34 18 68 4", tone.light, 6)
        s.rect(184, 92, 17, 20, 4, "none", GOLD.plain, 4)
        return
    hiking = it.named("strand")
    s.ground(160, 234, 104, 9)
    sole = Tone.of("#3b332d") if hiking else tone
    bed = Tone.of("#b49a7f") if hiking else Tone.of("#4a505b")
    for flipped in (False, True):
        with s.moved(320 if flipped else 0, 0, flipped), s.turned(4, 108, 140):
            foot = (
                "M112 26c34 0 44 30 40 70-4 34-8 48-6 84 2 36-10 54-36 54s-38-20-36-54c2-34-6-52-6-86 0-38 12-68 44-68z"
            )
            with s.moved(3, 5):
                s.path(foot, sole.deep)
            s.path(foot, s.slant(bed), sole.plain, 5)
            s.oval(110, 196, 20, 24, sheer(bed.dark, 0.6))
            if hiking:
                for d in ("M68 92C90 60 130 60 154 92", "M70 124C92 96 128 96 150 122", "M74 178q36-22 72 0"):
                    s.line(d, tone.deep, 18)
                    s.line(d, tone.plain, 14)
                    s.line(d, white(0.25), 2, "3 3")
                s.rect(112, 62, 26, 16, 3, DARK.plain)
                s.rect(112, 94, 26, 16, 3, DARK.plain)
            else:
                for y in (84, 130):
                    s.path(f"M64 {y - 14}q48-30 92 0l-2 32q-44-26-88 0z", s.slant(tone), white(0.14), 1.5)
                    s.rect(80, y - 18, 20, 24, 5, "none", STEEL.light, 4)
                    s.line(f"M90 {y - 10}v14", STEEL.plain, 3)


def socks(s: Sheet, it: Subject) -> None:
    """A pair of socks with its cuff, and the rest of the pack behind it."""
    tone, pairs = it.tone(), int(it.number("pack_size", 1))
    ankle, hiking = it.value("cuff_height") == "ankle", it.named("merino")
    accent = "#c56b4a" if hiking else ("#58a6c9" if ankle else "#8d95a1")
    s.ground(160, 232, 104, 9)
    with s.sized(1.34 if ankle else 0.98, 104, 236), s.moved(14 if pairs > 3 or ankle else 26):
        for i in range(pairs - 1, 0, -1):
            with s.moved(i * 17, -i * (8 if ankle else 5)):
                back = Tone.of(tone.dark if i % 2 else tone.plain)
                s.path(_outline(ankle), s.slant(back), tone.deep, 1.2)
                s.rect(120, 120 if ankle else 42, 56, 18, 3, s.along(Tone.of(back.dark)))
        if pairs == 1:
            with s.moved(58, -12):
                _sock(s, Tone.of(tone.dark), ankle, hiking, accent)
        _sock(s, tone, ankle, hiking, accent)


def _outline(ankle: bool) -> str:
    top = 118 if ankle else 40
    return f"M118 {top}h60v{138 - top}c0 22-10 34-28 50l-42 36c-20 16-52 4-50-20 2-16 14-26 32-36 18-12 28-20 28-40z"


def _sock(s: Sheet, tone: Tone, ankle: bool, hiking: bool, accent: str) -> None:
    top = 118 if ankle else 40
    x = 118
    d = _outline(ankle)
    s.path(d, s.slant(tone), tone.dark, 1.2)
    with s.inside(d):
        s.rect(x - 2, top - 2, 64, 24, 0, s.along(Tone.of(tone.dark)))
        for i in range(7):
            s.line(f"M{x + 5 + i * 9} {top}v20", white(0.22), 2)
        s.line(f"M{x} {top + 28}h62M{x} {top + 35}h62", accent, 3.5)
        s.oval(176, 170, 26, 28, sheer(accent if hiking or ankle else tone.deep, 0.5))
        s.oval(62, 214, 26, 26, sheer(accent if hiking or ankle else tone.deep, 0.5))
        if hiking:
            s.line("M130 90v50M142 90v46M154 90v48M166 90v40", white(0.25), 3, "5 4")
        s.line(f"M128 {top + 44}v{160 - top - 40}", white(0.3), 6)
