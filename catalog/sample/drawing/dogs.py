"""What dogs sleep on, walk on and chew."""

from __future__ import annotations

from catalog.sample.drawing.sheet import SLANT, Sheet
from catalog.sample.drawing.subject import Subject
from catalog.sample.drawing.tones import DARK, LEATHER, STEEL, WOOD, Tone, ink, sheer, white


def dog_bed(s: Sheet, it: Subject) -> None:
    """A bed as wide as its size: with a rim, round like a nest, a thick mattress, or a mat with its roll."""
    tone = it.tone()
    if it.yes("orthopaedic"):
        s.ground(160, 226, 136, 13)
        s.path("M58 128h204l38 58H20z", s.linear(tone.light, tone.plain, way=SLANT), tone.deep, 1)
        s.path("M20 186h280v32q0 8-10 8H30q-10 0-10-8z", s.down(tone), tone.deep, 1)
        s.path("M196 186h104v32q0 8-10 8h-94z", "#f2e3b4")
        s.line("M204 200h88M204 212h88", sheer("#b99a4e", 0.6), 2, "2 5")
        for i in range(7):
            s.line(f"M{74 + i * 30} 130l{-30 + i * 10} 54", sheer(tone.pale, 0.28), 2.5)
        _paw(s, 110, 158, white(0.5), 0.8)
        return
    if it.yes("foldable"):
        s.ground(160, 226, 134, 12)
        s.path("M54 164h216l32 48H22z", s.linear(tone.light, tone.plain, way=SLANT), tone.deep, 1)
        s.path("M22 212h280v10H22z", tone.deep)
        for i in range(1, 5):
            s.line(f"M{54 + i * 43} 165l{-32 + i * 13} 46", sheer(tone.deep, 0.45), 2.5)
        s.rect(70, 92, 176, 62, 31, s.along(tone), tone.deep, 1)
        s.oval(96, 123, 25, 31, s.globe(Tone.of(tone.dark)))
        s.line("M100 106a14 18 0 1 0 8 20M98 114a7 9 0 1 0 4 11", sheer(tone.pale, 0.8), 2.5)
        for x in (150, 208):
            s.path(f"M{x} 92q13 31 0 62h13q13-31 0-62z", "#e6843f")
        _paw(s, 160, 190, white(0.55), 0.7)
        return
    if it.value("diameter") is not None:
        size = 0.82 if it.value("size") == "S" else 1.06
        with s.sized(size, 160, 230):
            s.ground(160, 226, 132, 13)
            s.oval(160, 170, 130, 62, s.radial(tone.light, tone.plain, tone.dark, at=(0.4, 0.2)), tone.deep, 1)
            s.oval(160, 156, 122, 48, s.radial(tone.pale, tone.light, tone.plain, at=(0.4, 0.2)))
            s.oval(160, 162, 84, 30, s.radial(tone.dark, tone.plain, tone.light, at=(0.5, 0.3)))
            s.oval(160, 168, 78, 24, s.globe(tone))
            for i in range(18):
                x, y = 44 + i * 13.6, 190 + (i % 3) * 9 - abs(i - 8.5) * 3
                s.line(f"M{x:.0f} {y:.0f}q5-8 9 0", sheer(tone.pale, 0.55), 2.4)
        return
    s.ground(160, 226, 132, 13)
    s.path("M40 118q0-34 36-34h168q36 0 36 34v40H40z", s.slant(Tone.of(tone.dark)), tone.deep, 1)
    s.path("M64 132h192l18 54H46z", s.linear(tone.pale, tone.light, way=SLANT))
    s.path("M66 96q-40 0-44 46l2 58q2 26 24 26h224q22 0 24-26l2-58q-4-46-44-46-20 0-24 26l-4 42H94l-4-42q-4-26-24-26z",
           s.slant(tone), tone.deep, 1)  # fmt: skip
    s.line("M42 208h236", sheer(tone.pale, 0.5), 3, "8 6")
    s.line("M52 112q8-8 18 0M250 112q8-8 18 0", white(0.4), 5)
    _paw(s, 160, 194, sheer(tone.deep, 0.6), 0.8)


def _paw(s: Sheet, x: float, y: float, fill: str, scale: float) -> None:
    with s.moved(x, y), s.sized(scale, 0, 0):
        s.path("M0-4c9 0 16 9 16 15 0 7-8 6-16 6s-16 1-16-6c0-6 7-15 16-15z", fill)
        for dx, dy in ((-17, -5), (-7, -15), (7, -15), (17, -5)):
            s.oval(dx, dy, 5, 6.5, fill)


def dog_leash(s: Sheet, it: Subject) -> None:
    """A leash laid in loops: a flat ribbon, a rope with a padded handle, or a reel."""
    tone = it.tone()
    s.ground(160, 232, 110)
    if it.yes("retractable"):
        s.line("M150 186C240 200 292 214 268 234", tone.deep, 9)
        s.line("M150 186C240 200 292 214 268 234", tone.light, 4)
        _hook(s, 262, 226, 30)
        shell = "M56 120c0-52 40-84 92-84 56 0 98 34 98 78 0 22-16 26-40 26h-46c-20 0-20 22-4 34 18 14 14 46-20 46-46 0-80-46-80-100z"  # noqa: E501
        s.path(shell, s.slant(tone), tone.deep, 1)
        s.path(
            "M150 62h50c18 0 30 16 28 32-2 18-14 20-30 20h-44c-18 0-30-10-30-26s12-26 26-26z",
            s.slant(Tone.of("#e6ebd6")),
        )
        s.path("M158 66h46c14 0 24 14 22 28-2 14-12 16-26 16h-42c-16 0-24-8-24-22s10-22 24-22z", ink(0.1))
        s.oval(106, 158, 28, None, s.globe(Tone.of("#59606c")))
        _paw(s, 106, 160, white(0.7), 0.7)
        s.rect(128, 34, 46, 14, 7, s.along(Tone.of("#e6843f")))
        s.line("M70 100c8-28 30-44 58-48", white(0.35), 5)
        return
    rope = it.yes("padded_handle")
    d = "M70 96C20 200 130 250 196 206 262 160 214 92 160 120 104 150 150 222 244 206"
    wide = 15 if rope else 13
    s.line(d, ink(0.18), wide + 6)
    s.line(d, tone.deep, wide + 2)
    s.line(d, tone.plain, wide - 2)
    if rope:
        s.line(d, sheer(tone.pale, 0.75), wide - 8, "5 9")
        s.line("M58 130C62 116 66 106 70 96", DARK.plain, 22)
        s.line("M206 210q14 2 26 0", DARK.plain, 20)
    else:
        s.line(d, white(0.35), 1.6, "5 4")
    s.line("M70 96C50 40 120 20 130 66 134 92 96 112 70 96", tone.deep, wide + 3)
    s.line("M70 96C50 40 120 20 130 66 134 92 96 112 70 96", tone.plain, wide - 1)
    if rope:
        s.line("M74 62C82 40 120 30 127 62", DARK.plain, 22)
        s.line("M80 58C90 42 114 40 121 56", white(0.3), 3)
    _hook(s, 250, 202, -8)


def _hook(s: Sheet, x: float, y: float, angle: float) -> None:
    with s.turned(angle, x, y):
        s.oval(x + 6, y, 10, None, "none", STEEL.dark, 5)
        s.rect(x + 14, y - 7, 16, 14, 4, s.along(STEEL))
        s.line(f"M{x + 30} {y}h8c20 0 22-22 6-24-10 0-12 8-10 14", STEEL.deep, 8)
        s.line(f"M{x + 30} {y}h8c20 0 22-22 6-24-10 0-12 8-10 14", STEEL.light, 4)


def dog_toy(s: Sheet, it: Subject) -> None:
    """Knotted ropes, a rubber cone of three bulges, or a wooden board with cones and slides."""
    tone = it.tone()
    if it.value("material") == "cotton rope":
        s.ground(160, 226, 124)
        ropes = (
            (160, 84, 92, -12, "#4279c6", "#f6f4ee"),
            (168, 140, 74, 10, "#c94642", "#efc149"),
            (150, 194, 56, -4, "#4d9a6b", "#f6f4ee"),
        )
        for x, y, long, turn, a, b in ropes:
            with s.turned(turn, x, y):
                s.line(f"M{x - long} {y}h{2 * long}", Tone.of(a).deep, 21)
                s.line(f"M{x - long} {y}h{2 * long}", a, 17)
                s.line(f"M{x - long} {y}h{2 * long}", b, 17, "9 16")
                s.line(f"M{x - long} {y - 5}h{2 * long}", white(0.3), 4)
                for side in (-1, 1):
                    at = x + side * (long - 6)
                    for i in (-1, 0, 1):
                        s.line(f"M{at + side * 12} {y}q{side * 14} {i * 4} {side * 24} {i * 15}", b if i else a, 6)
                    s.oval(at, y, 17, 19, s.globe(Tone.of(a)))
                    s.line(f"M{at - 9} {y - 10}q10 8 16 22", sheer(b, 0.9), 5)
        return
    if it.value("material") == "natural rubber":
        s.ground(160, 228, 66)
        shape = "M134 38c0-14 52-14 52 0 0 12 6 14 14 26 8 14 0 24-4 32 18 10 26 24 22 40-4 12-10 16-10 16 16 12 18 30 12 46-8 22-30 30-60 30s-52-8-60-30c-6-16-4-34 12-46 0 0-6-4-10-16-4-16 4-30 22-40-4-8-12-18-4-32 8-12 14-14 14-26z"  # noqa: E501
        s.path(shape, s.across(tone), tone.deep, 1)
        for y, w in ((96, 36), (152, 48)):
            s.line(f"M{160 - w} {y}q{w} 14 {2 * w} 0", sheer(tone.deep, 0.6), 5)
        s.oval(160, 38, 24, 9, tone.light)
        s.oval(160, 38, 14, 5, ink(0.6))
        s.path("M152 36q-8-20 6-26 14 4 8 26z", s.slant(Tone.of("#d8c5a4")))
        for y, h in ((62, 20), (112, 26), (172, 34)):
            s.rect(128 - (y - 62) / 8, y, 8, h, 4, white(0.5))
        return
    s.ground(160, 226, 134)
    s.path("M62 108h196l40 84H22z", s.linear(WOOD.pale, WOOD.light, WOOD.plain, way=SLANT), WOOD.deep, 1)
    s.path("M22 192h276v20q0 8-8 8H30q-8 0-8-8z", s.down(WOOD), WOOD.deep, 1)
    s.path("M76 150h168l6 16H68z", ink(0.28))
    for x, colour in ((96, "#4d9a6b"), (160, "#c94642"), (214, "#efc149")):
        peg = Tone.of(colour)
        s.path(f"M{x - 17} 158l17-50 17 50q-17 10-34 0z", s.slant(peg), peg.deep, 1)
        s.oval(x, 108, 7, None, s.globe(peg))
    for x in (70, 150, 226):
        s.rect(x - 18, 196, 42, 17, 4, s.down(Tone.of("#4279c6")))
        s.oval(x + 3, 204, 4, None, white(0.8))
    for x, y in ((94, 126), (134, 124), (188, 126)):
        s.oval(x, y, 12, 5, ink(0.3))
        s.oval(x, y - 2, 6, 4, LEATHER.plain)


def pet_tracker(s: Sheet, it: Subject) -> None:
    """A tracker on a collar with the place it tells on the map behind; the small one is for cats."""
    tone, small = it.tone(), it.number("weight", 30) < 25
    s.rect(52, 26, 216, 128, 20, s.linear("#e8efdf", "#cfdfc6", way=SLANT), "#b7c9ae", 1)
    s.line("M52 108q60-30 110-14t106-22M112 26q10 60-14 128M214 26q-20 50 10 128", "#ffffff", 8)
    s.line("M52 72q70 16 216-24", "#bcd7e8", 12)
    s.oval(206, 74, 34, None, sheer("#4279c6", 0.16), sheer("#4279c6", 0.7), 2)
    s.path("M206 80c-18-24-16-42 0-42s18 18 0 42z", s.slant(Tone.of("#c94642")))
    s.oval(206, 55, 6, None, "#ffffff")
    s.ground(160, 234, 116)
    collar = Tone.of("#c94642" if small else "#e6843f")
    s.line("M44 170C60 238 260 238 276 170", collar.deep, 30)
    s.line("M44 168C60 236 260 236 276 168", collar.plain, 24)
    s.line("M48 164C68 226 252 226 272 164", white(0.35), 3, "8 6")
    w, h = (66, 42) if small else (92, 58)
    s.rect(160 - w / 2, 216 - h / 2, w, h, 17, s.slant(tone), tone.deep, 1.5)
    s.rect(160 - w / 2 + 8, 216 - h / 2 + 7, w - 16, h - 14, 11, sheer(tone.deep, 0.25))
    _paw(s, 160, 218, sheer(tone.pale if it.value("colour") == "black" else tone.deep, 0.9), 0.7)
    s.oval(160 + w / 2 - 12, 216 - h / 2 + 12, 3.6, None, "#5fd08a")
