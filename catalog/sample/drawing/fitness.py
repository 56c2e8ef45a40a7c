"""Ropes, bands, rollers, blocks and bikes for exercise at home."""

from __future__ import annotations

from catalog.sample.drawing.sheet import SLANT, Sheet
from catalog.sample.drawing.subject import Subject
from catalog.sample.drawing.tones import DARK, STEEL, WOOD, Tone, ink, sheer, white


def skipping_rope(s: Sheet, it: Subject) -> None:
    """A rope in a loop between its handles; a thin wire on long ones, or with a display that counts."""
    tone, wire = it.tone(), it.value("material") == "coated steel wire"
    s.ground(160, 232, 112)
    top = 118 if wire else 98
    rope = f"M96 {top}C40 180 60 226 132 222 212 218 262 214 254 176 246 142 196 160 186 194 178 224 268 210 224 {top}"
    s.line(rope, ink(0.16), 9 if wire else 13)
    s.line(rope, DARK.plain if wire else tone.dark, 5 if wire else 9)
    s.line(rope, DARK.light if wire else tone.light, 1.6 if wire else 3)
    long = 108 if wire else 84
    for flipped in (False, True):
        with s.moved(320 if flipped else 0, top - 92, flipped), s.turned(13, 96, 92):
            s.rect(83, 92 - long, 26, long, 11, s.across(tone), tone.deep, 1)
            s.rect(87, 86, 18, 16, 5, s.across(STEEL if it.yes("bearings") else Tone.of(tone.dark)))
            if wire:
                s.line(f"M84 {104 - long}h24M84 {112 - long}h24M84 62h24M84 70h24", ink(0.28), 3)
            else:
                s.line("M85 40h22M85 50h22M85 60h22", sheer(tone.deep, 0.5), 3)
            s.sheen(88, 100 - long, 4, long - 24, 0.4)
            if it.yes("counter") and not flipped:
                s.rect(76, 18, 40, 40, 10, s.slant(DARK), ink(0.4), 1)
                s.rect(82, 25, 28, 20, 3, "#cfe3d2")
                s.line("M87 30v10M93 30h5v5h-5v5h5M103 30v10", "#2c3a30", 2)
                s.oval(96, 51, 3.4, None, "#e6843f")
    if it.yes("counter"):
        for x in (96, 126):
            s.line(f"M{x} 150l4 26", DARK.plain, 3)
            s.oval(x + 5, 188, 13, None, s.globe(tone))


def resistance_band(s: Sheet, it: Subject) -> None:
    """Five short loops fanned out, one long loop, or a flat band half rolled up."""
    tone = it.tone()
    if it.value("colour") == "multicoloured":
        s.ground(160, 226, 124)
        for i, colour in enumerate(("#343943", "#c94642", "#4279c6", "#4d9a6b", "#efc149")):
            loop = Tone.of(colour)
            with s.turned(-38 + i * 19, 160, 250):
                s.rect(132, 48, 56, 160, 28, "none", loop.deep, 19)
                s.rect(131, 46, 56, 160, 28, "none", loop.plain, 15)
                s.line("M126 78v92", sheer(loop.pale, 0.6), 3)
        return
    if it.number("length", 100) > 150:
        s.ground(160, 228, 118)
        s.path("M96 122C150 60 210 40 292 58l-8 78c-70-18-120 0-170 58z", s.slant(tone), tone.dark, 1)
        s.path("M150 84c44-30 92-36 138-24l-2 20c-48-10-92-4-132 22z", white(0.3))
        s.path("M52 128v62c0 46 108 46 108 0v-62z", s.across(tone))
        s.oval(106, 128, 54, 27, tone.pale, tone.dark, 1)
        for r in (0.8, 0.6, 0.4, 0.2):
            s.oval(106, 128, 54 * r, 27 * r, "none", tone.dark, 2)
        s.sheen(66, 150, 8, 48, 0.35)
        return
    wide = it.number("width", 4) * 5.4
    s.ground(160, 232, 122)
    with s.turned(-17, 160, 136):
        s.rect(26, 92, 268, 96, 48, "none", tone.deep, wide + 5)
        s.rect(26, 91, 268, 96, 48, "none", s.along(tone), wide)
        s.line(f"M70 {91 - wide * 0.28:.0f}h176", sheer(tone.pale, 0.5), 3)
        s.line(f"M74 {187 - wide * 0.28:.0f}h172", sheer(tone.pale, 0.3), 3)
        for i in range(round(it.number("max_resistance", 10) / 10)):
            s.rect(128 + i * 15, 183, 8, 8, 2, white(0.85))


def foam_roller(s: Sheet, it: Subject) -> None:
    """A roller lying on its side: smooth, hollow with ridges, or with its switch and charging light."""
    tone, ridged, motor = it.tone(), it.value("surface_texture") == "ridged", it.yes("vibrating")
    long = 150 + (it.number("length", 33) - 30) * 3
    left = 178 - long / 2
    s.ground(166, 222, long * 0.68)
    with s.turned(-9, 160, 150):
        s.path(f"M{left:.0f} 84h{long:.0f}a38 62 0 0 1 0 124h-{long:.0f}z", s.along(tone), tone.dark, 1)
        if ridged:
            step = 22 if motor else 28
            for i in range(int(long // step)):
                x = left + 34 + i * step
                if motor:
                    s.line(f"M{x:.0f} 88c14 40 14 76 0 116", sheer(tone.deep, 0.75), 7)
                    s.line(f"M{x + 5:.0f} 88c14 40 14 76 0 116", white(0.16), 2)
                    continue
                for y, w in ((92, 12), (118, 18), (148, 18), (178, 16)):
                    s.rect(x + 6, y, 18, w, 5, s.slant(tone), sheer(tone.deep, 0.55), 1.5)
        else:
            s.line(f"M{left + 30:.0f} 104h{long - 30:.0f}", white(0.45), 7)
        s.oval(left, 146, 38, 62, s.globe(Tone.of(tone.dark)), tone.deep, 1)
        if motor:
            s.oval(left, 146, 24, 40, s.globe(Tone.of("#4a505b")))
            s.oval(left, 138, 8, 13, "none", "#7ddc9a", 4)
            s.line(f"M{left:.0f} 120v14", "#7ddc9a", 4)
            for i in range(4):
                s.oval(left - 9 + i * 6, 170, 2, 3, "#7ddc9a" if i < 3 else white(0.3))
        elif ridged:
            s.oval(left, 146, 25, 42, s.linear("#20242c", "#4a505b", way=SLANT), ink(0.4), 2)
        else:
            s.oval(left, 146, 22, 38, "none", sheer(tone.pale, 0.5), 3)


def yoga_block(s: Sheet, it: Subject) -> None:
    """One block or two crossed: foam, speckled cork, or bamboo with its grain and hollow."""
    pair, stuff = it.number("pack_size", 1) > 1, it.value("material")
    s.ground(160, 226, 122)
    if pair:
        with s.turned(7, 180, 110):
            _block(s, it, 84, 70, 176, 62)
    _block(s, it, 58, 138 if pair else 112, 196, 78 if pair else 96)
    if stuff == "cork":
        s.oval(150, 176, 16, None, "none", sheer(WOOD.deep, 0.5), 3)
        s.line("M150 162v28M140 176h20", sheer(WOOD.deep, 0.5), 3)


def _block(s: Sheet, it: Subject, x: float, y: float, w: float, h: float) -> None:
    stuff = it.value("material")
    tone = {"cork": Tone.of("#b98a5a"), "bamboo": Tone.of("#dcb67c")}.get(str(stuff), it.tone())
    s.path(f"M{x} {y + 10}l26-28h{w}l-26 28z", s.linear(tone.pale, tone.light, way=SLANT), tone.dark, 1)
    s.path(f"M{x + w} {y + 10}l26-28v{h - 8}l-26 28z", s.down(Tone.of(tone.dark)), tone.dark, 1)
    s.rect(x, y + 8, w, h - 8, 6, s.slant(tone), tone.dark, 1)
    if stuff == "cork":
        for i in range(34):
            at_x, at_y = x + 8 + i * 53 % (w - 16), y + 16 + i * 31 % (h - 24)
            s.oval(at_x, at_y, 2 + i % 3, 1.6, sheer(tone.deep if i % 3 else tone.pale, 0.55))
    elif stuff == "bamboo":
        for i in range(1, 6):
            s.line(f"M{x + 6} {y + 8 + i * (h - 8) / 6:.0f}h{w - 12}", sheer(tone.deep, 0.3), 1.6)
        s.line(f"M{x + w * 0.34:.0f} {y + 10}v{h - 12}M{x + w * 0.7:.0f} {y + 10}v{h - 12}", sheer(tone.deep, 0.4), 2)
        s.rect(x + w / 2 - 30, y + h / 2 - 4, 60, 15, 7.5, ink(0.5))
    else:
        s.line(f"M{x + 14} {y + 20}h{w - 60}", white(0.4), 5)
        s.line(f"M{x + w / 2 - 16:.0f} {y + h / 2 + 6:.0f}q8-18 16 0 8-18 16 0", white(0.6), 3)


def exercise_bike(s: Sheet, it: Subject) -> None:
    """A folding bike with a back, a closed home bike, or a studio bike with its heavy wheel."""
    tone, studio = it.tone(), it.number("flywheel_weight", 5) > 15
    s.ground(160, 238, 128)
    if it.yes("foldable"):
        s.line("M76 232L214 92M236 232L112 96", tone.dark, 13)
        s.line("M76 232L214 92M236 232L112 96", tone.plain, 8)
        s.line("M50 232h54M212 232h54", DARK.plain, 11)
        s.oval(156, 172, 38, None, s.globe(tone), tone.dark, 1)
        _crank(s, 156, 172)
        s.path("M76 84q34-10 68 2-2 22-34 20-32 0-34-22z", s.slant(DARK))
        s.path("M70 32q14-10 22 4l4 52H78z", s.slant(DARK))
        s.line("M214 92l8-44", STEEL.plain, 9)
        _bars(s, 224, 44, "#58a0d8")
        return
    if studio:
        s.rect(44, 224, 60, 12, 6, DARK.plain)
        s.rect(222, 224, 60, 12, 6, DARK.plain)
        s.line("M74 226L214 150M126 196L100 92M222 176L236 88M252 228l-26-76", tone.dark, 17)
        s.line("M74 226L214 150M126 196L100 92M222 176L236 88M252 228l-26-76", tone.plain, 11)
        s.oval(222, 176, 52, None, s.globe(STEEL), STEEL.deep, 2)
        s.oval(222, 176, 40, None, s.globe(DARK))
        s.oval(222, 176, 11, None, s.globe(tone))
        s.line("M190 148q12-20 34-20", white(0.5), 4)
    else:
        s.rect(60, 222, 66, 13, 6, DARK.plain)
        s.rect(206, 222, 66, 13, 6, DARK.plain)
        s.line("M92 226h150M116 190L98 90M214 170l20-88", STEEL.dark, 15)
        s.line("M92 226h150M116 190L98 90M214 170l20-88", STEEL.light, 6)
        s.path("M104 226c0-44 24-66 70-70 48-6 84 24 86 70z", s.slant(tone), tone.deep, 1)
        s.path("M186 166c36 0 56 22 60 56h-40z", white(0.14))
    _crank(s, 146, 200)
    s.path("M62 84q36-14 72-2 8 16-22 18-42 0-50-16z", s.slant(DARK))
    s.line("M72 84q26-8 54-2", white(0.35), 3)
    if studio:
        s.line("M236 90l-10-22M206 62l20 6 34-8M260 60l8-22M206 62l-8-22", DARK.plain, 10)
    else:
        _bars(s, 238, 76, "#58a0d8")


def _crank(s: Sheet, x: float, y: float) -> None:
    s.oval(x, y, 16, None, s.globe(DARK))
    s.line(f"M{x} {y}l22 20M{x} {y}l-22-20", STEEL.light, 6)
    s.rect(x + 12, y + 18, 26, 8, 4, DARK.deep)
    s.rect(x - 38, y - 26, 26, 8, 4, DARK.deep)


def _bars(s: Sheet, x: float, y: float, light: str) -> None:
    s.line(f"M{x - 4} {y + 6}q-30 8-38-12M{x - 4} {y + 6}q26 0 32-22", DARK.plain, 9)
    with s.turned(-16, x, y):
        s.rect(x - 20, y - 34, 46, 34, 7, s.slant(DARK), ink(0.4), 1)
        s.rect(x - 14, y - 28, 34, 20, 3, s.linear("#d9ecf7", light))
