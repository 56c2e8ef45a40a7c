"""Planners, filing boxes, paper and sticky notes."""

from __future__ import annotations

from catalog.sample.drawing.sheet import Sheet, box
from catalog.sample.drawing.subject import Subject
from catalog.sample.drawing.tones import DARK, GOLD, PAPER, STEEL, Tone, ink, sheer, white


def planner(s: Sheet, it: Subject) -> None:
    """A planner: on its wire, or closed with a band or a buckle above an open week."""
    tone, wired, leather = it.tone(), it.value("binding") == "wire binding", it.value("material") == "leather"
    s.ground(164, 236, 118)
    with s.turned(5, 160, 226):
        s.rect(118, 36, 172, 186, 4, PAPER.plain, "#d5cfbf", 1)
        for i in range(5):
            s.line(f"M226 {64 + i * 32}h54", "#b9c6d3", 2)
            s.line(f"M226 {50 + i * 32}h16", sheer(tone.plain, 0.9), 5)
            s.line(f"M228 {74 + i * 32}h{40 - i * 6}", ink(0.3), 2)
    with s.turned(-5, 130, 226):
        if not wired:
            s.rect(52, 34, 158, 196, 6, "#e9e2d2", "#cfc6b2", 1)
        s.rect(46, 28, 158, 198, 10 if leather else 7, s.slant(tone), tone.deep, 1)
        if wired:
            for i in range(14):
                s.line(f"M42 {42 + i * 13}h16", STEEL.deep, 5)
                s.line(f"M42 {41 + i * 13}h16", STEEL.pale, 2)
            s.rect(88, 58, 92, 78, 5, PAPER.plain)
            for i in range(12):
                s.rect(96 + i % 4 * 20, 74 + i // 4 * 20, 14, 13, 2, sheer(tone.plain, 0.3 + 0.5 * (i % 5 == 2)))
            s.line("M96 66h40", tone.dark, 4)
        elif leather:
            s.rect(56, 38, 138, 178, 8, "none", sheer(tone.pale, 0.7), 1.6)
            s.rect(150, 108, 62, 34, 5, s.along(Tone.of(tone.dark)), tone.deep, 1)
            s.rect(146, 104, 26, 42, 5, "none", GOLD.dark, 5)
            s.line("M158 125h22", GOLD.light, 4)
        else:
            s.line("M186 29v196", sheer(tone.deep, 0.95), 7)
            s.rect(76, 60, 78, 40, 3, sheer(tone.pale, 0.25))
            s.line("M88 74h54M100 86h30", sheer(tone.pale, 0.85), 4)
            s.line("M92 226l-3 24M106 226l2 20", GOLD.plain, 5)
        s.path("M70 34h56L80 190z", white(0.09))


def filing_box(s: Sheet, it: Subject) -> None:
    """Filing boxes: a row of cardboard ones, a tower of drawers, or a steel one with its lock."""
    tone = it.tone()
    if it.value("material") == "cardboard":
        s.ground(166, 240, 128)
        for i in range(5):
            x = 40 + i * 48
            s.path(f"M{x} 60l16-20h44l-14 20z", s.linear(tone.pale, tone.light), tone.dark, 1)
            s.path(f"M{x + 46} 60l14-20v174l-14 22z", s.slant(Tone.of(tone.dark)), tone.deep, 1)
            s.rect(x, 60, 46, 176, 2, s.down(Tone.of(tone.light)), tone.dark, 1)
            s.rect(x + 8, 84, 30, 54, 2, PAPER.plain)
            s.line(f"M{x + 14} 98h18M{x + 14} 108h18M{x + 14} 118h12", ink(0.35), 2.4)
            s.oval(x + 23, 196, 10, None, ink(0.55), tone.deep, 2)
        return
    if it.yes("fire_resistant"):
        s.ground(160, 238, 122)
        s.line("M122 72V52q0-8 10-8h56q10 0 10 8v20", STEEL.deep, 9)
        s.path("M36 90l22-24h204l22 24z", s.linear(tone.light, tone.plain), tone.deep, 1)
        s.rect(32, 88, 256, 146, 9, s.slant(tone), tone.deep, 1)
        s.line("M34 122h252", ink(0.6), 4)
        s.rect(138, 104, 44, 44, 6, s.slant(STEEL), STEEL.deep, 1)
        s.oval(160, 122, 8, None, s.globe(DARK))
        s.rect(157, 124, 6, 14, 2, DARK.plain)
        s.line("M164 138l26 34", GOLD.dark, 4)
        s.oval(196, 180, 11, None, "none", GOLD.plain, 5)
        s.path("M74 204c-18-14-10-32 2-44 2 12 8 10 8 0 14 14 22 32 4 44z", s.linear("#efc149", "#e6843f"))
        s.line("M50 108h60", white(0.25), 6)
        return
    s.ground(160, 240, 104)
    s.rect(66, 30, 188, 208, 9, s.across(Tone.of(tone.dark)), tone.deep, 1)
    for i in range(5):
        y = 38 + i * 40
        if i == 1:
            s.path(f"M76 {y}h168l6-8H70z", PAPER.plain)
            s.line(f"M86 {y - 4}h120", ink(0.3), 2)
        s.rect(74 - (4 if i == 1 else 0), y, 172 + (8 if i == 1 else 0), 35, 4, s.down(tone), tone.deep, 1)
        s.rect(94, y + 8, 46, 12, 2, PAPER.plain)
        s.rect(150, y + 20, 40, 8, 4, ink(0.4))
    s.line("M80 46v180", white(0.2), 5)


def printer_paper(s: Sheet, it: Subject) -> None:
    """A ream of paper in its wrapper, with a few loose sheets in its own white."""
    sheet = Tone.of("#ebe3d0" if it.yes("recycled") else "#fbfbfd")
    heavy = it.number("paper_weight", 80) > 100
    wrap = Tone.of("#4d9a6b" if it.yes("recycled") else ("#31446f" if heavy else "#c94642"))
    tall = 46 if heavy else 74
    s.ground(160, 238, 130)
    with s.turned(-9, 200, 90):
        s.path("M150 40h120l22 120H172z", sheet.plain, "#cfc6b2", 1)
    with s.turned(4, 200, 90):
        s.path("M146 46h120l22 120H168z", sheet.plain, "#cfc6b2", 1)
        for i in range(5):
            s.line(f"M{168 + i * 3} {66 + i * 16}h84", ink(0.16), 3)
        if heavy:
            s.path("M184 130l22-26 16 16 14-12 22 26z", s.linear("#e59db2", "#4279c6"))
    top = 232 - tall
    s.path(f"M26 {top}l50-54h200l22 54z", s.linear(wrap.light, wrap.plain), wrap.deep, 1)
    s.rect(26, top, 272, tall, 3, s.down(wrap), wrap.deep, 1)
    s.path(f"M26 {top}h272v{tall * 0.3:.0f}H26z", sheer("#ffffff", 0.88))
    s.path(f"M96 {top - 14}l20-24h100l10 24z", white(0.85))
    s.line(f"M120 {top - 24}h84", wrap.dark, 4)
    if it.yes("recycled"):
        s.line(f"M150 {top + 60}a15 15 0 1 1 22 2M176 {top + 66}l-4-4 6-4", white(0.9), 5)
    else:
        s.oval(162, top + tall * 0.66, tall * 0.2, None, "none", white(0.9), 5)
    with s.inside(box(26, top, 272, tall, 3)):
        s.path(f"M26 {top}l70 {tall}H26z", white(0.12))


def sticky_notes(s: Sheet, it: Subject) -> None:
    """Pads of sticky notes with one note written on: plain yellow, or lined in calm colours."""
    lined, mixed = it.value("ruling") == "lined", it.value("colour") == "multicoloured"
    tints = ("#bfe0cf", "#f3c3d0", "#c9d8f0", "#f6e08a", "#e3d0ea", "#f5cfa8") if mixed else ("#f7df6a",) * 6
    s.ground(160, 238, 124)
    for i, (x, y, angle) in enumerate(((60, 134, -6), (176, 138, 5), (116, 110, -2))):
        for layer in range(3):
            paint = Tone.of(tints[(i * 2 + (0 if not mixed else layer % 2)) % 6])
            with s.turned(angle, x + 46, y + 46):
                s.rect(x, y + (2 - layer) * 7 - 6, 92, 92, 2, s.slant(paint), paint.dark, 0.8)
    with s.turned(-8, 170, 80):
        front = Tone.of(tints[3])
        s.path("M118 26h104v86q-10 18-26 18h-78z", s.linear(front.light, front.plain), front.dark, 1)
        s.path("M222 112q-8 4-26 2 4 10 0 16 18 0 26-18z", front.dark)
        if lined:
            for i in range(5):
                s.line(f"M128 {46 + i * 16}h84", sheer("#4279c6", 0.4), 1.4)
        s.line("M132 48l8 8 14-18", "#4d9a6b", 5)
        s.line("M164 52h44M132 78h70M132 98h48", ink(0.5), 3.4)
    if mixed:
        s.line("M36 226h60", sheer(DARK.plain, 0.2), 3)
