"""Headphones, earbuds and speakers."""

from __future__ import annotations

from catalog.sample.drawing.sheet import Sheet
from catalog.sample.drawing.subject import Subject
from catalog.sample.drawing.tones import DARK, LEATHER, STEEL, Tone, ink, sheer, white


def headphones(s: Sheet, it: Subject) -> None:
    """A pair of headphones from the front; cups, band, hinges and cable as the record says."""
    over = it.value("wearing_style") != "on-ear"
    s.ground(160, 230, 100 if over else 88)
    with s.sized(1.12, 160, 40), s.moved(0, 3 if over else 14):
        _pair(s, it, it.tone(), over)


def _pair(s: Sheet, it: Subject, tone: Tone, over: bool) -> None:
    rx, ry = (29, 42) if over else (24, 31)
    left, cups, top = 88, 162 if over else 158, 42 if over else 54
    if not it.yes("wireless"):
        s.line(f"M{left} {cups + ry - 6}c-2 26 26 28 48 24s34-14 46-6 30 10 52 2", DARK.plain, 4)
        s.rect(230, cups + ry + 9, 22, 8, 3, s.along(STEEL))
    right = 320 - left
    band = f"M{left} {cups - 20}C{left - 4} {top + 34} 118 {top} 160 {top}S{right + 4} {top + 34} {right} {cups - 20}"
    s.line(band, tone.dark, 17 if over else 13)
    s.line(band, tone.plain, 12 if over else 9)
    s.line(f"M118 {top + 15}C132 {top + 3} 146 {top - 2} 160 {top - 2}", sheer(tone.pale, 0.8), 4)
    s.line(f"M128 {top + 14}Q160 {top + 3} 192 {top + 14}", Tone.of("#50565f").plain, 5)
    for flipped in (False, True):
        with s.moved(320 if flipped else 0, 0, flipped):
            _side(s, it, tone, (left, cups, rx, ry))


def _side(s: Sheet, it: Subject, tone: Tone, place: tuple[float, float, float, float]) -> None:
    left, cups, rx, ry = place
    kids = it.named("kids")
    if it.yes("foldable"):
        s.rect(left - 8, cups - ry - 14, 16, 24, 6, s.across(STEEL))
        s.oval(left, cups - ry - 3, 3, None, ink(0.35))
    else:
        s.rect(left - 5, cups - ry - 16, 10, 30, 5, s.across(STEEL))
    if kids:
        s.oval(left - 14, cups - ry - 1, 13, None, s.globe(tone))
        s.oval(left - 14, cups - ry, 6, None, Tone.of("pink").plain)
    pad = Tone.of("#a58f70" if it.value("colour") == "sand" else "#59606b")
    s.rect(left + 2, cups - ry + 3, rx, ry * 2 - 6, 14, s.across(pad))
    _cup(s, left - 9, cups, rx, ry, tone, 0 if kids else it.pick(3, "cup"))
    if it.named("open"):
        for step in range(-3, 4):
            half = (1 - (step / 4.2) ** 2) ** 0.5 * (rx - 8)
            s.line(f"M{left - 9 - half:.0f} {cups + step * 9}h{2 * half:.0f}", ink(0.55), 4)
    elif kids:
        s.oval(left - 9, cups, 8, 11, ink(0.55))
    else:
        s.oval(left - 9, cups, rx * 0.5, ry * 0.52, "none", sheer(tone.deep, 0.55), 2)
    if it.yes("noise_cancelling"):
        s.oval(left - 9, cups + ry - 11, 2.4, None, ink(0.55))


def _cup(s: Sheet, x: float, y: float, rx: float, ry: float, tone: Tone, shape: int) -> None:
    if shape == 1:
        s.rect(x - rx, y - ry, rx * 2, ry * 2, rx * 0.8, s.slant(tone), tone.dark, 1)
    elif shape == 2:
        s.path(
            f"M{x} {y - ry}c{rx * 1.1} 0 {rx} {ry * 0.5} {rx} {ry}s-{rx * 0.2} {ry} -{rx} {ry}"
            f"-{rx} -{ry * 0.5} -{rx} -{ry * 1.1} {rx * 0.3} -{ry * 0.9} {rx} -{ry * 0.9}z",
            s.slant(tone), tone.dark, 1,
        )  # fmt: skip
    else:
        s.oval(x, y, rx, ry, s.slant(tone), tone.dark, 1)
    s.line(f"M{x - rx * 0.62:.0f} {y + ry * 0.1:.0f}q0 {-ry * 0.5:.0f} {rx * 0.5:.0f} {-ry * 0.7:.0f}", white(0.5), 4)


def earbuds(s: Sheet, it: Subject) -> None:
    """A pair of earbuds: with their case, with hooks, as clips or on a cable."""
    tone = it.tone()
    if not it.yes("wireless"):
        _wired_buds(s, tone)
        return
    s.ground(160, 226, 92)
    case = tone if not it.named("green") else DARK
    s.path("M92 150v-46a26 26 0 0 1 26-26h84a26 26 0 0 1 26 26v46z", s.down(case))
    s.path("M104 150v-42a20 20 0 0 1 20-20h72a20 20 0 0 1 20 20v42z", ink(0.4))
    style = it.value("wearing_style")
    for flipped in (False, True):
        with s.moved(320 if flipped else 0, 0, flipped):
            _bud(s, tone, str(style))
    s.path("M92 146h136v48a30 30 0 0 1-30 30h-76a30 30 0 0 1-30-30z", s.down(case), case.dark, 1)
    s.line("M94 148h132", sheer(case.deep, 0.6), 2)
    if it.named("sprint"):
        s.path("M92 176h136v18h-136z", tone.plain)
        for x in (147, 173):
            s.oval(x, 118, 5, None, "#f2c94c")
    s.oval(160, 164, 3.2, None, "#7ddc9a")
    s.line("M104 164v26q0 18 16 22", white(0.4), 5)
    if it.yes("wireless_charging"):
        s.line("M142 198q18 12 36 0", sheer(case.deep, 0.5), 3)


def _bud(s: Sheet, tone: Tone, style: str) -> None:
    if style == "ear hook":
        s.line("M128 128C92 120 84 60 112 48s38 24 26 42", tone.deep, 8)
        s.line("M128 128C92 120 84 60 112 48s38 24 26 42", tone.plain, 5)
        s.oval(132, 118, 19, 22, s.globe(tone))
        s.oval(132, 118, 8, 9, "none", sheer(tone.deep, 0.5), 2)
    elif style == "open-ear":
        s.line("M146 72c-34-14-48 20-30 42", tone.deep, 12)
        s.line("M146 72c-34-14-48 20-30 42", tone.plain, 8)
        s.oval(146, 76, 11, None, s.globe(tone))
        s.rect(104, 100, 30, 38, 14, s.slant(tone))
    elif style == "half in-ear":
        s.rect(122, 96, 13, 54, 6.5, s.across(tone))
        s.oval(130, 92, 18, 17, s.globe(tone))
        s.oval(141, 95, 5, 8, ink(0.5))
    else:
        s.rect(118, 92, 16, 50, 8, s.across(tone))
        s.oval(130, 88, 20, 19, s.globe(tone))
        s.path("M142 76q16 2 14 14t-16 10z", s.slant(Tone.of("#8b929e")))
        s.oval(124, 92, 2.4, None, ink(0.5))


def _wired_buds(s: Sheet, tone: Tone) -> None:
    s.ground(160, 228, 80, 9, 0.25)
    for d in ("M118 92C118 140 150 150 160 176", "M202 92C202 140 170 150 160 176"):
        s.line(d, tone.dark, 6)
        s.line(d, tone.plain, 4)
    s.line("M160 176C164 226 100 232 92 200s50-34 74-8 48 26 66 8", tone.dark, 6)
    s.line("M160 176C164 226 100 232 92 200s50-34 74-8 48 26 66 8", tone.plain, 4)
    s.rect(153, 164, 14, 24, 6, s.across(tone), tone.dark, 1)
    s.rect(190, 112, 11, 32, 5, s.across(tone), tone.dark, 1)
    s.rect(226, 180, 18, 30, 5, s.across(tone), tone.dark, 1)
    s.rect(230, 168, 10, 14, 3, s.across(STEEL))
    for flipped in (False, True):
        with s.moved(320 if flipped else 0, 0, flipped):
            s.rect(112, 72, 12, 36, 6, s.across(tone))
            s.oval(122, 68, 19, 18, s.globe(tone), tone.dark, 1)
            s.path("M132 56q18 4 15 16t-18 10z", s.slant(Tone.of("#8b929e")))


def speaker(s: Sheet, it: Subject) -> None:
    """A portable speaker in its own form: barrel, ball, bean, box, party tower or shower disc."""
    tone = it.tone()
    draw = {"keg": _barrel, "boule": _ball, "bean": _bean, "rund": _handled, "fass": _tower}
    for word, form in draw.items():
        if it.named(word):
            form(s, tone)
            return
    _disc(s, tone)


def _mesh(s: Sheet, x: float, y: float, w: float, h: float, colour: str) -> None:
    for row in range(int(h / 9)):
        s.line(f"M{x + (row % 2) * 4.5:.1f} {y + row * 9}h{w:.0f}", colour, 2.4, "0 9")


def _barrel(s: Sheet, tone: Tone) -> None:
    s.ground(160, 226, 70)
    s.rect(108, 48, 104, 176, 34, s.across(tone))
    _mesh(s, 120, 78, 84, 118, sheer(tone.deep, 0.45))
    s.path("M108 82a34 34 0 0 1 34-34h36a34 34 0 0 1 34 34q-52 16-104 0z", s.across(DARK))
    s.path("M108 194v-4q52 14 104 0v4a32 30 0 0 1-32 30h-40a32 30 0 0 1-32-30z", s.across(DARK))
    s.line("M178 50c26-14 40 8 34 30", DARK.deep, 7)
    s.oval(160, 60, 26, 6, ink(0.35))
    s.rect(126, 96, 8, 78, 4, white(0.3))
    s.rect(146, 130, 28, 10, 5, white(0.75))


def _ball(s: Sheet, tone: Tone) -> None:
    s.ground(160, 226, 74)
    s.oval(160, 136, 84, None, s.globe(tone))
    with s.inside("M76 136a84 84 0 0 1 168 0 84 84 0 0 1-168 0z"):
        _mesh(s, 84, 70, 160, 112, sheer(tone.deep, 0.4))
        s.path("M70 184q90 30 180 0v50H70z", s.across(DARK))
    s.oval(160, 74, 40, 12, ink(0.3))
    s.line("M146 74h28M160 68v12", white(0.85), 3)
    s.oval(128, 104, 18, 12, white(0.4))


def _bean(s: Sheet, tone: Tone) -> None:
    s.ground(160, 226, 58)
    s.line("M190 136c36-8 52-40 34-62s-42 2-40 26", Tone.of("#50565f").plain, 6)
    s.path("M98 174c0-44 28-66 62-66s62 22 62 66c0 34-22 50-62 50s-62-16-62-50z", s.globe(tone))
    s.oval(160, 174, 36, 30, s.radial("#4a505c", "#262a33"))
    for r in (24, 13):
        s.oval(160, 174, r, r * 0.83, "none", white(0.22), 2)
    s.oval(132, 132, 14, 8, white(0.5))


def _handled(s: Sheet, tone: Tone) -> None:
    metal = Tone.of("#b9aea2")
    s.ground(160, 226, 106)
    s.line("M104 92C106 34 214 34 216 92", LEATHER.deep, 13)
    s.line("M104 92C106 34 214 34 216 92", LEATHER.light, 8)
    s.rect(58, 84, 204, 140, 44, s.across(metal))
    s.rect(70, 96, 180, 116, 34, s.slant(tone))
    _mesh(s, 86, 108, 152, 100, sheer(tone.deep, 0.5))
    s.oval(104, 92, 7, None, s.globe(STEEL))
    s.oval(216, 92, 7, None, s.globe(STEEL))
    s.rect(144, 198, 32, 6, 3, white(0.7))


def _tower(s: Sheet, tone: Tone) -> None:
    s.ground(160, 228, 84)
    s.rect(126, 22, 68, 22, 11, "none", DARK.plain, 9)
    s.rect(92, 34, 136, 192, 22, s.slant(tone))
    s.rect(92, 34, 136, 192, 22, "none", white(0.18), 2)
    for y, r, lamp in ((88, 37, "#58d3e6"), (170, 45, "#d97be8")):
        s.oval(160, y, r + 5, None, "none", sheer(lamp, 0.35), 9)
        s.oval(160, y, r + 3, None, "none", lamp, 3)
        s.oval(160, y, r, None, s.radial("#535a67", "#1d2027", at=(0.5, 0.5), reach=0.55))
        s.oval(160, y, r * 0.36, None, s.globe(Tone.of("#6a7280")))
    s.rect(104, 46, 7, 60, 3.5, white(0.16))


def _disc(s: Sheet, tone: Tone) -> None:
    s.rect(60, 30, 200, 210, 14, s.linear("#dfe9ee", "#cbd9e1"))
    s.line("M127 30v210M193 30v210M60 100h200M60 170h200", white(0.75), 3)
    s.oval(166, 146, 76, None, ink(0.14))
    s.oval(160, 138, 76, None, s.slant(Tone.of("#9fb4c0")))
    s.oval(160, 136, 70, None, s.slant(tone))
    s.oval(160, 136, 46, None, s.radial("#e9ecf0", "#cfd5dd", at=(0.4, 0.3)))
    _mesh(s, 128, 110, 66, 58, ink(0.22))
    for x, y in ((108, 118), (108, 156), (212, 118), (212, 156)):
        s.oval(x, y, 7, None, s.globe(Tone.of("#8fd0dc")))
    for x, y in ((84, 62), (236, 76), (90, 216), (226, 212), (74, 150)):
        s.path(f"M{x} {y}q-7 11 0 15 7-4 0-15z", Tone.of("#7fb7d8").sheer(0.8).plain)
