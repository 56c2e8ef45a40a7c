"""Creams, soaps and what stands by the mirror."""

from __future__ import annotations

from catalog.sample.drawing.sheet import Sheet
from catalog.sample.drawing.subject import Subject
from catalog.sample.drawing.tones import DARK, GOLD, PAPER, STEEL, Tone, ink, sheer, white

HOUSES = {
    "mossavel": "#b7c3a0",
    "pottlebrook": "#8fb8cf",
    "solvanne": "#d9b3a6",
    "tidewren": "#7fc0c4",
    "lockwyn": "#9a86b5",
    "zahnelle": "#7fbfa6",
    "haldura": "#aab4c2",
}
SCENTS = {
    "lemon": "#f0d25a",
    "coconut": "#f1e4cf",
    "mint": "#a9dcc4",
    "fig": "#8d6b93",
    "rosemary": "#7f9c7b",
    "vanilla": "#ecd9a8",
}


def _house(it: Subject) -> Tone:
    return Tone.of(next((paint for name, paint in HOUSES.items() if it.named(name)), "#aab4c2"))


def _band(s: Sheet, x: float, y: float, w: float, tone: Tone) -> None:
    """A label without words: a field, a leaf-like mark and two rules."""
    s.rect(x, y, w, 50, 4, sheer(PAPER.plain, 0.9))
    middle = x + w / 2
    s.path(f"M{middle:.0f} {y + 9:.0f}q11 9 0 20-11-11 0-20z", tone.dark)
    s.line(
        f"M{x + w * 0.25:.0f} {y + 37:.0f}h{w * 0.5:.0f}M{x + w * 0.34:.0f} {y + 43:.0f}h{w * 0.32:.0f}", tone.plain, 2
    )


def _sun(s: Sheet, x: float, y: float, r: float) -> None:
    s.oval(x, y, r, None, "#f6b73c")
    for turn in range(0, 360, 45):
        with s.turned(turn, x, y):
            s.line(f"M{x} {y - r - 5}v-5", "#f6b73c", 3)


def _pump(s: Sheet, x: float, y: float, tone: Tone) -> None:
    s.rect(x - 5, y - 34, 10, 30, 2, s.across(STEEL))
    s.path(f"M{x - 40} {y - 42}q0-8 10-8h38q10 0 10 9t-10 9h-22q-16 0-18 8h-8z", s.along(tone))
    s.rect(x - 19, y - 12, 38, 24, 5, s.across(tone))


def face_cream(s: Sheet, it: Subject) -> None:
    """A cream in its jar, pump bottle or tube."""
    tone = _house(it)
    if it.named("100"):
        s.ground(160, 228, 66)
        _pump(s, 160, 92, PAPER)
        s.rect(116, 98, 88, 130, 18, s.across(tone))
        _band(s, 124, 136, 72, tone)
        s.sheen(126, 108, 8, 104)
    elif it.named("daily"):
        s.ground(160, 230, 56)
        s.path("M112 34h96l-12 160h-72z", s.across(PAPER), "#d7d9dc", 1)
        s.path("M115 76h90l-5 66h-80z", sheer(tone.plain, 0.9))
        s.path("M160 88q13 12 0 28-13-16 0-28z", white(0.9))
        s.line("M112 42h96", "#d7d9dc", 3)
        s.rect(120, 192, 80, 36, 8, s.across(tone))
        s.line("M132 198v24M146 198v24M174 198v24M188 198v24", ink(0.14), 3)
    else:
        night, gel = it.named("night"), it.named("gel")
        body = Tone.of("#4c4a6b") if night else (Tone.of("#cfe2dd") if gel else tone)
        lid = GOLD if night else (Tone.of("#e9eef0") if gel else PAPER)
        s.ground(160, 226, 96)
        s.path("M80 132h160v66q0 28-28 28H108q-28 0-28-28z", s.across(body))
        if gel:
            s.path("M96 140h128v54q0 18-18 18h-92q-18 0-18-18z", s.down(Tone.of("#9fd3c4")))
        s.rect(74, 84, 172, 54, 12, s.across(lid))
        s.oval(160, 88, 80, 9, sheer(lid.pale, 0.8))
        s.line("M76 128h168", sheer(lid.deep, 0.25), 2)
        _band(s, 120, 152, 80, body)
        if night:
            s.path("M222 152a10 10 0 1 0 6 17 12 12 0 0 1-6-17z", GOLD.plain)
        s.sheen(92, 146, 9, 62)


def sunscreen(s: Sheet, it: Subject) -> None:
    """Sun care in its bottle, tube or stick, always with a sun on it."""
    if it.value("texture") == "stick":
        s.ground(164, 228, 84)
        s.rect(124, 124, 66, 104, 14, s.across(Tone.of("#f3c98b")))
        s.rect(130, 96, 54, 34, 6, s.across(PAPER))
        s.path("M134 98V76q0-22 24-22t22 22v22z", s.across(Tone.of("#fbf4e2")), "#e2d6bc", 1)
        _sun(s, 157, 174, 13)
        with s.turned(78, 232, 204):
            s.rect(208, 166, 60, 64, 14, s.across(Tone.of("#f3c98b")))
        return
    if it.named("kids"):
        s.ground(160, 230, 60)
        s.path("M104 34h112l-16 158h-80z", s.across(Tone.of("#5fb7c9")), "#4aa0b2", 1)
        s.line("M104 42h112", "#4aa0b2", 3)
        _sun(s, 160, 92, 18)
        s.path("M118 150q14-16 28 0t28 0 28 0l-3 34h-78z", white(0.75))
        s.rect(118, 190, 84, 38, 12, s.across(Tone.of("#f6b73c")))
        return
    body = it.named("body")
    tone = Tone.of("#f0c86a") if body else Tone.of("#f6f2e8")
    wide, top = (112, 66) if body else (84, 84)
    x = 160 - wide / 2
    s.ground(160, 228, wide * 0.66)
    s.rect(160 - wide * 0.3, top - 42, wide * 0.6, 50, 8, s.across(Tone.of("#d8893e") if body else Tone.of("#e7c5a0")))
    s.path(f"M{x:.0f} {top + 26}q0-26 24-26h{wide - 48}q24 0 24 26v{176 - top}q0 26-24 26h-{wide - 48}q-24 0-24-26z",
           s.across(tone), tone.dark, 1)  # fmt: skip
    _sun(s, 160, top + 54, 17 if body else 13)
    if body:
        s.path(f"M{x:.0f} {top + 100}q28-16 56 0t56 0v30q-28 16-56 0t-56 0z", "#63b3c9")
    else:
        s.line(f"M{x + 22:.0f} {top + 92}h40M{x + 30:.0f} {top + 102}h24", "#d8a15c", 3)
        if it.yes("tinted"):
            s.path(f"M{x:.0f} {top + 114}h{wide}v4q0 26-24 26h-36q-24 0-24-26z", s.across(Tone.of("#d9ab80")))
    s.sheen(x + 10, top + 14, 8, 96)


def shampoo(s: Sheet, it: Subject) -> None:
    """A bottle of shampoo as large as it holds, or a solid bar with its paper box."""
    tone = Tone.of(SCENTS.get(str(it.value("scent")), "#a9c6d6"))
    if it.value("form") == "bar":
        s.ground(160, 226, 112)
        s.path("M150 76l84-14 34 22v118l-34 24-84-12z", s.across(Tone.of("#c9ad84")))
        s.path("M234 62l34 22v118l-34 24z", sheer("#8f744d", 0.45))
        s.path("M192 108q24 20 0 50-24-30 0-50z", tone.plain)
        s.line("M192 116v50", white(0.8), 2)
        s.path("M46 190q0-30 44-30h40q44 0 44 30v6q0 30-44 30H90q-44 0-44-30z", s.down(tone), tone.dark, 1)
        s.oval(110, 184, 54, 20, sheer(tone.pale, 0.75))
        s.path("M104 176q10-10 20 0-10 12-20 0z", tone.dark)
        for x, y, r in ((62, 150, 9), (84, 136, 6), (46, 134, 5)):
            s.oval(x, y, r, None, s.globe(Tone.of("#eef6f8").sheer(0.8)), white(0.9), 1.5)
        return
    large = it.number("net_content", 300) > 400
    wide, top = (106, 78) if large else (88, 92)
    x = 160 - wide / 2
    s.ground(160, 228, wide * 0.7)
    s.rect(160 - wide * 0.3, top - 38, wide * 0.6, 44, 8, s.across(PAPER if large else GOLD))
    s.line(f"M{160 - wide * 0.3:.0f} {top - 18}h{wide * 0.6:.0f}", ink(0.15), 2)
    shoulder = f"M{x:.0f} {top + 34}q0-34 32-34h{wide - 64:.0f}q32 0 32 34V206q0 22-20 22H{x + 20:.0f}q-20 0-20-22z"
    s.path(shoulder, s.across(tone.sheer(0.82) if large else tone), tone.dark, 1)
    _band(s, x + 12, top + 50, wide - 24, tone)
    if large:
        s.line(f"M{x + 16:.0f} 198q34-12 {wide - 32} 0", white(0.5), 2)
        s.path("M140 208q-2-20 18-28-2 22-18 28zM160 210q0-18 20-26 0 20-20 26z", "#5d9a76")
    s.sheen(x + 9, top + 20, 8, 104)


def hair_dryer(s: Sheet, it: Subject) -> None:
    """A hair dryer from the side: large, folding, or short with a fast motor."""
    tone = it.tone()
    s.ground(164, 232, 72)
    if it.named("aero"):
        s.rect(138, 116, 40, 112, 18, s.across(tone))
        s.rect(92, 62, 132, 76, 36, s.slant(tone), tone.dark, 1)
        s.rect(66, 70, 46, 60, 10, s.across(Tone.of("#c58a6a")))
        s.rect(52, 78, 22, 44, 6, s.across(DARK))
        s.oval(206, 100, 15, 30, s.across(Tone.of("#c58a6a")))
        s.oval(206, 100, 9, 22, "#1d222b")
        for y in (158, 176, 194):
            s.oval(158, y, 4.5, None, "#9fe0e6" if y == 158 else white(0.5))
        s.line("M116 76h60", white(0.4), 6)
    else:
        folding = it.yes("foldable")
        with s.turned(14 if folding else 6, 176, 120):
            s.path("M150 126h44l-8 96q-2 10-12 10h-12q-10 0-11-10z", s.across(tone), tone.dark, 1)
            if folding:
                s.oval(172, 132, 17, None, s.globe(tone), tone.dark, 1)
                s.oval(172, 132, 6, None, ink(0.35))
            s.rect(162, 160, 16, 34, 6, ink(0.28))
            s.rect(164, 164, 12, 12, 4, "#e4574f")
        s.path("M70 76q64-26 118-26 48 0 48 46t-48 46q-54 0-118-26z", s.along(tone), tone.dark, 1)
        s.oval(214, 96, 24, 40, s.slant(Tone.of(tone.dark)))
        s.oval(216, 96, 16, 30, "#242a33")
        s.line("M206 84h20M204 92h24M204 100h24M206 108h20", STEEL.plain, 2.5)
        s.path("M40 72q20 6 34-2v54q-14-8-34-2z" if not folding else "M54 78h20v38H54z", s.along(DARK))
        s.line("M96 74q40-14 84-14", white(0.5), 6)
        if it.yes("ionic"):
            s.oval(146, 96, 10, None, "none", "#8fd0e6", 3)
    s.line("M14 84q10-8 20 0M8 100q12-8 26 0M14 116q10-8 20 0", white(0.95), 4)


def toothbrush(s: Sheet, it: Subject) -> None:
    """An electric toothbrush: an oval sonic head or a round turning one, on its stand or by its case."""
    tone, spin, case = it.tone(), it.value("brushing_motion") == "rotating", it.named("zahnelle")
    s.ground(150, 232, 66)
    if case:
        s.rect(196, 54, 56, 176, 26, s.across(Tone.of("#dfe8e5")), "#bccac6", 1)
        s.rect(206, 120, 36, 6, 3, tone.plain)
    s.rect(149, 64, 12, 54, 5, s.across(PAPER))
    if spin:
        s.oval(155, 46, 17, None, s.globe(PAPER), "#cfd5db", 1)
        s.line("M146 38v16M152 36v20M158 36v20M164 38v16", "#6fa8d6", 3.4)
    else:
        s.rect(142, 24, 26, 46, 12, s.across(PAPER), "#cfd5db", 1)
        for row in range(4):
            s.line(f"M148 {32 + row * 9}h14", tone.light if row % 2 else "#6fc3c9", 5)
    s.path("M140 116q15-10 30 0l6 98q0 14-14 14h-14q-14 0-14-14z", s.across(tone), tone.dark, 1)
    s.oval(155, 142, 8, 10, sheer(PAPER.plain, 0.9))
    for i in range(int(it.number("brushing_modes", 3))):
        s.oval(155, 166 + i * 9, 2.2, None, "#7ddc9a" if i == 0 else white(0.6))
    s.rect(143, 130, 5, 74, 2.5, white(0.4))
    if not case:
        s.path("M116 232q0-12 16-12h46q16 0 16 12z", s.along(Tone.of("#dfe3e8")))


def lip_balm(s: Sheet, it: Subject) -> None:
    """A lip balm as a stick with its cap beside it, or in a glass pot."""
    if it.value("form") == "pot":
        s.ground(160, 226, 96)
        s.path("M92 160h136v38q0 28-28 28h-80q-28 0-28-28z", s.linear(white(0.8), "#e9d9c9cc"), white(0.95), 3)
        s.oval(160, 162, 62, 16, s.radial("#fdf4e3", "#ead6b4"))
        s.path("M140 160q16-12 38 0-18 8-38 0z", white(0.7))
        with s.turned(-16, 214, 128):
            s.rect(150, 98, 120, 32, 9, s.across(GOLD))
            s.oval(210, 100, 58, 7, sheer(GOLD.pale, 0.7))
        return
    tinted = it.yes("tinted")
    balm, tube = Tone.of("#e88fa6" if tinted else "#f1dba0"), Tone.of("#7fc0c4" if tinted else "#e0b354")
    s.ground(170, 230, 82)
    s.rect(118, 126, 56, 104, 8, s.across(tube))
    s.rect(124, 108, 44, 24, 4, s.across(PAPER))
    s.path("M128 110V76q4-18 36-26v60z", s.across(balm), balm.dark, 1)
    s.path("M128 78q6-18 36-28-6 22-36 28z", sheer(balm.pale, 0.8))
    if tinted:
        _sun(s, 146, 172, 9)
    else:
        s.path("M146 154l14 8v16l-14 8-14-8v-16z", white(0.75))
        s.path("M146 162l7 4v8l-7 4-7-4v-8z", tube.dark)
    s.line("M122 220h48", ink(0.15), 5)
    s.rect(196, 136, 56, 94, 12, s.across(tube))
    s.sheen(204, 150, 7, 66)
    s.sheen(125, 142, 6, 74)


def hand_soap(s: Sheet, it: Subject) -> None:
    """A pump bottle of soap in glass or plastic, with what it smells of."""
    scent = str(it.value("scent"))
    liquid = Tone.of(SCENTS.get(scent, "#dfe9ea"))
    s.ground(160, 230, 84)
    if it.value("form") == "foam":
        s.rect(110, 96, 100, 132, 26, s.across(liquid), liquid.dark, 1)
        _pump(s, 160, 92, Tone.of("#8fb8cf"))
        _band(s, 124, 136, 72, Tone.of("#8fb8cf"))
        for x, y, r in ((98, 66, 15), (82, 80, 12), (104, 84, 12), (84, 58, 8)):
            s.oval(x, y, r, None, s.globe(Tone.of("#e8f2f6")), white(0.9), 1)
        return
    glass = Tone.of("#8d5a2b") if scent == "lemon" else Tone.of("#8fa6a8")
    s.path(
        "M112 118q2-20 30-24h36q28 4 30 24v92q0 18-18 18h-60q-18 0-18-18z", s.across(glass.sheer(0.85)), glass.dark, 1
    )
    s.path("M118 130h84v80q0 12-12 12h-60q-12 0-12-12z", sheer(liquid.plain, 0.4))
    _pump(s, 160, 90, DARK)
    _band(s, 126, 140, 68, liquid)
    s.sheen(120, 122, 7, 88)
    if scent == "lemon":
        s.oval(232, 204, 28, 22, s.globe(Tone.of("#f2cf45")))
        s.path("M256 196q10 2 12 8-4 8-12 6z", "#e3b92f")
        s.path("M226 184q8-16 26-14-6 16-26 14z", "#6fa45c")
