"""Notebooks, pens and chairs."""

from __future__ import annotations

from catalog.sample.drawing.sheet import Sheet
from catalog.sample.drawing.subject import Subject
from catalog.sample.drawing.tones import GOLD, PAPER, STEEL, Tone, ink, sheer, white


def notebook(s: Sheet, it: Subject) -> None:
    """A notebook: stapled, thread-sewn with ribbons, or a leather cover with its cord; the ruling peeps out."""
    tone, leather = it.tone(), it.value("material") == "leather"
    sewn, ruling = it.value("binding") == "thread-sewn", it.value("ruling")
    s.ground(164, 230, 92)
    with s.turned(6, 160, 226):
        s.rect(104, 32, 136, 192, 6, PAPER.plain, "#d5cfbf", 1)
        for i in range(12):
            d = f"M214 {48 + i * 14}h22"
            if ruling == "lined":
                s.line(d, "#9fb6cf", 1.5)
            elif ruling == "dotted":
                s.line(d, "#8d95a1", 2, "0 6")
    with s.turned(-3, 150, 226):
        if sewn or leather:
            s.rect(90, 34, 138, 194, 8, "#e9e2d2")
            s.line("M228 44v176M231 44v176", "#cfc6b2", 1)
        s.rect(86, 30, 138, 194, 9 if not leather else 14, s.slant(tone), tone.dark, 1)
        s.path("M86 39a9 9 0 0 1 9-9h9v194h-9a9 9 0 0 1-9-9z", sheer(tone.deep, 0.4))
        if leather:
            s.rect(94, 38, 122, 178, 8, "none", sheer(tone.pale, 0.6), 1.6)
            s.line("M86 128h138", tone.deep, 6)
            s.line("M190 128q10 30-6 52M198 128q14 26 6 48", tone.deep, 4)
            s.oval(194, 128, 7, None, s.globe(GOLD))
        elif sewn:
            s.line("M206 31v192", sheer(tone.deep, 0.9), 6)
            s.rect(132, 188, 30, 8, 3, sheer(tone.pale, 0.4))
            s.line("M140 224l-4 24M152 224l2 20", "#c94642", 5)
        else:
            s.rect(118, 58, 80, 44, 5, PAPER.plain)
            s.line("M128 74h60M128 88h44", sheer(tone.plain, 0.7), 2)
            s.line("M88 70v18M88 164v18", STEEL.light, 3)
        s.path("M110 36h60L116 160z", white(0.08))


def fountain_pen(s: Sheet, it: Subject) -> None:
    """A fountain pen with its cap off, writing; gold nib and ring on the fine one."""
    tone, fine, school = it.tone(), it.named("meridian"), it.named("school")
    metal = GOLD if fine else STEEL
    s.ground(168, 218, 110, 10, 0.24)
    s.line("M30 214c14-24 26-24 30-6s14 18 26-2", sheer("#2b4a80", 0.8), 3)
    with s.turned(-33, 100, 202):
        s.path("M88 202l34-11v22z", s.along(GOLD if fine else STEEL), metal.deep, 1)
        s.line("M92 202h22", ink(0.6), 1.4)
        s.oval(114, 202, 2.4, None, ink(0.7))
        s.path("M120 190l28-3v30l-28-3z", s.along(Tone.of("#3a404b") if not school else Tone.of(tone.dark)))
        if school:
            s.line("M128 188v28M136 188v28M144 188v28", white(0.25), 2)
        s.rect(147, 186, 6, 32, 1, s.along(metal))
        s.path("M152 186h116q14 2 14 16t-14 16H152z", s.along(tone), tone.dark, 1)
        s.rect(258, 186, 6, 32, 0, s.along(metal))
        s.line("M160 192h92", white(0.5), 4)
        if fine:
            s.rect(160, 187, 16, 30, 0, sheer("#d9e6c4", 0.4))
            s.line("M186 208q14-12 28 0t28-4", sheer(tone.pale, 0.35), 4)
    with s.turned(-8, 220, 210):
        s.rect(156, 200, 106, 34, 15, s.along(tone), tone.dark, 1)
        s.rect(156, 200, 12, 34, 5, s.along(metal))
        s.line("M178 206h64", white(0.5), 3)
        s.line("M250 202q-50-12-62 0", metal.plain, 5)


def office_chair(s: Sheet, it: Subject) -> None:
    """An office chair: simple, with a mesh back and lumbar support, or in leather with its headrest."""
    tone, mesh, leather = it.tone(), it.named("flow"), it.value("seat_material") == "leather"
    metal = Tone.of("#3a404b") if not leather else STEEL
    s.ground(160, 246, 84, 9)
    s.line("M160 214L92 236M160 214L228 236M160 214l-28 30M160 214l30 30", metal.deep, 9)
    s.line("M160 214L92 236M160 214L228 236M160 214l-28 30M160 214l30 30", metal.light, 4)
    for x, y in ((90, 240), (230, 240), (131, 247), (191, 247)):
        s.oval(x, y, 7, None, s.globe(Tone.of("#3a404b")))
    s.rect(153, 180, 14, 36, 3, s.across(STEEL))
    top = 24 if leather else (44 if mesh else 66)
    s.rect(150, 120, 20, 62, 5, s.across(Tone.of("#3a404b")))
    if it.yes("headrest"):
        s.rect(126, 8, 68, 34, 14, s.slant(tone), tone.dark, 1)
        top = 46
    fill = s.linear(sheer(tone.light, 0.75), sheer(tone.plain, 0.6)) if mesh else s.slant(tone)
    back = f"M118 {top + 14}q4-14 18-14h48q14 0 18 14l8 {112 - top / 2:.0f}q-50 16-100 0z"
    s.path(back, fill, tone.dark, 3 if mesh else 1)
    if mesh:
        for i in range(9):
            s.line(f"M{122 - i * 0.6:.0f} {top + 14 + i * 10}h{76 + i * 1.4:.0f}", sheer(tone.deep, 0.3), 1.6, "3 3")
        s.path("M116 118q44 12 88 0l2 18q-46 12-92 0z", s.down(Tone.of("#3a404b")))
    elif leather:
        for y in (76, 104, 130):
            s.line(f"M118 {y}q42 9 84 0", sheer(tone.deep, 0.9), 3)
            s.line(f"M118 {y + 4}q42 9 84 0", white(0.14), 2)
    for flipped in (False, True):
        with s.moved(320 if flipped else 0, 0, flipped):
            s.line("M104 178V138", metal.plain, 8)
            s.rect(84, 128, 40, 12, 6, s.along(Tone.of("#4a505b")))
    s.path("M98 164q62-14 124 0l6 16q2 12-12 14-56 8-112 0-14-2-12-14z", s.down(tone), tone.dark, 1)
    s.line("M108 168q52-10 104 0", white(0.25), 4)
