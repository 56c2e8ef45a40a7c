"""Lamps, beds, towels and household machines."""

from __future__ import annotations

from catalog.sample.drawing.sheet import SLANT, Sheet, box
from catalog.sample.drawing.subject import Subject
from catalog.sample.drawing.tones import DARK, STEEL, WOOD, Tone, ink, sheer, white


def desk_lamp(s: Sheet, it: Subject) -> None:
    """A lit desk lamp: two arms, a bendy neck, or a wide bar."""
    tone = it.tone()
    rim = tone.dark if it.value("colour") == "white" else tone.deep
    if it.named("aurel"):
        s.path("M58 74h192l34 148H30z", s.linear("#fff3c4cc", "#fff3c400"))
        s.ground(160, 228, 62)
        s.rect(153, 62, 14, 160, 4, s.across(tone))
        s.rect(36, 52, 236, 20, 10, s.along(tone), tone.dark, 1)
        s.rect(48, 68, 212, 7, 3.5, "#fff6d6")
        s.rect(112, 214, 96, 13, 6, s.along(tone))
        s.oval(160, 216, 15, 5, s.slant(DARK))
        s.oval(160, 62, 9, None, s.globe(STEEL))
        return
    if it.named("study"):
        s.path("M186 88L120 214h136z", s.linear("#fff3c4dd", "#fff3c400"))
        s.ground(150, 228, 74)
        neck = "M126 214C96 140 110 70 168 66"
        s.line(neck, tone.dark, 11)
        s.line(neck, tone.light, 7, "4 3")
        with s.turned(28, 186, 78):
            s.path("M152 64q34-20 68 0l8 24h-84z", s.slant(tone), tone.dark, 1)
            s.oval(186, 88, 42, 7, "#fff6d6")
        s.path("M84 226q0-18 20-18h44q20 0 20 18z", s.slant(tone), tone.dark, 1)
        s.oval(126, 217, 5, None, "#7ddc9a")
        return
    s.path("M214 82L146 214h148z", s.linear("#fff3c4e6", "#fff3c400"))
    s.ground(122, 228, 76)
    for d in ("M110 214L78 132", "M78 132L190 58"):
        s.line(d, rim, 11)
        s.line(d, tone.light, 6)
    s.oval(78, 132, 9, None, s.globe(STEEL))
    with s.turned(34, 206, 66):
        s.rect(164, 54, 88, 20, 10, s.along(tone), tone.dark, 1)
        s.rect(172, 70, 72, 7, 3.5, "#fff6d6")
    s.oval(189, 58, 7, None, s.globe(STEEL))
    s.rect(66, 212, 88, 15, 7, s.along(tone), tone.dark, 1)
    s.rect(132, 217, 13, 5, 2.5, ink(0.7))


def duvet(s: Sheet, it: Subject) -> None:
    """A folded duvet, as thick as its filling is warm; sewn boxes for down, a light one beside it for all seasons."""
    tone = it.tone("white")
    season = it.value("season")
    layers = {"summer": (24, 24), "winter": (42, 43), "all-season": (28, 42)}[str(season)]
    wide = 150 + it.number("width", 200) * 0.28
    x, y = 160 - wide / 2, 224.0
    s.ground(160, 226, wide * 0.56, 13)
    for i, thick in enumerate((*layers, layers[1])):
        y -= thick
        shade = tone if i % 2 == 0 or season != "all-season" else Tone.of("#dfe9f3")
        inset = i * 4
        w = wide - inset * 2
        s.rect(x + inset, y, w, thick + 8, thick * 0.52, s.linear(shade.light, shade.plain, shade.dark), shade.dark, 1)
        s.line(
            f"M{x + inset + w - 12:.0f} {y + 8:.0f}q10 {thick / 2 - 4:.0f} 0 {thick - 6:.0f}", sheer(shade.deep, 0.3), 2
        )
        for step in range(1, 5):
            px = x + inset + w * step / 5
            s.line(f"M{px:.0f} {y + 2:.0f}q-5 {thick / 2:.0f} 0 {thick:.0f}", sheer(shade.deep, 0.28), 1.6)
    top = y
    s.path(
        f"M{x + 16:.0f} {top + 8:.0f}q{wide * 0.1:.0f}-44 {wide * 0.28:.0f}-46h{wide * 0.4:.0f}"
        f"q{wide * 0.12:.0f} 4 {wide * 0.2:.0f} 46z", s.linear("#ffffff", tone.light, tone.plain), tone.dark, 1,
    )  # fmt: skip
    for share in (0.32, 0.5, 0.68):
        s.line(f"M{x + wide * share:.0f} {top - 36:.0f}q-6 20-2 42", sheer(tone.deep, 0.22), 1.6)
    s.line(
        f"M{x + wide * 0.16:.0f} {top - 16:.0f}q{wide * 0.34:.0f}-8 {wide * 0.66:.0f} 0", sheer(tone.deep, 0.22), 1.6
    )
    if season == "winter":
        s.path(
            f"M{x + wide * 0.6:.0f} {top - 20:.0f}q36-4 46-30-38 2-50 22-2 6 4 8zm-8 10q16-24 40-32",
            "#ffffff",
            "#aeb9c7",
            2,
        )


def bed_linen(s: Sheet, it: Subject) -> None:
    """A made bed, single or double, in the colour of the linen; sateen has a sheen."""
    tone, double = it.tone(), it.value("size") != "single"
    wide = 236 if double else 172
    x = 160 - wide / 2
    pale = it.value("colour") == "white"
    s.ground(160, 230, wide * 0.56, 10)
    s.rect(x - 8, 52, wide + 16, 130, 18, s.slant(Tone.of("#b98d63")))
    s.rect(x + 4, 64, wide - 8, 60, 10, "none", white(0.18), 2)
    s.rect(x - 2, 118, wide + 4, 100, 12, s.down(Tone.of("#ece9e4")))
    count = 2 if double else 1
    each = (wide - 24 - (count - 1) * 10) / count
    for i in range(count):
        px = x + 12 + i * (each + 10)
        s.path(
            f"M{px:.0f} 96q-6-14 10-14h{each - 20:.0f}q16 0 10 14 4 20 2 34-2 8-12 8H{px + 10:.0f}q-10"
            f" 0-12-8-2-14 2-34z",
            s.slant(tone), tone.dark, 1,
        )  # fmt: skip
        s.line(f"M{px + 12:.0f} 96q{each / 2 - 12:.0f} 10 {each - 24:.0f} 0", sheer(tone.deep, 0.2), 2)
    s.path(
        f"M{x - 8:.0f} 138q{wide / 2 + 8:.0f}-16 {wide + 16:.0f} 0l6 66q2 18-16 18H{x + 2:.0f}q-18 0-16-18z",
        s.linear(tone.light, tone.plain, tone.dark), tone.dark, 1,
    )  # fmt: skip
    s.path(f"M{x - 8:.0f} 138q{wide / 2 + 8:.0f}-16 {wide + 16:.0f} 0l2 22q{-wide / 2 - 10:.0f}-14-{wide + 20:.0f} 0z",
           s.down(Tone.of(tone.dark if pale else tone.light)))  # fmt: skip
    for share in (0.26, 0.52, 0.78):
        s.line(f"M{x + wide * share:.0f} 168q-10 22-2 50", sheer(tone.deep, 0.25), 2.5)
    if it.value("weave") == "sateen":
        s.path(f"M{x + 10:.0f} 214l40-56h26l-40 56zM{x + 90:.0f} 214l40-56h12l-40 56z", white(0.14))
    if it.value("material") == "microfibre":
        for i in range(10):
            s.path(f"M{x + 14 + (i % 5) * 33:.0f} {182 + (i // 5) * 22}q8-10 12 0-4 10-12 0z", white(0.4))


def pillow(s: Sheet, it: Subject) -> None:
    """A pillow: a shaped one with its higher edge, or a large fluffy square."""
    tone = it.tone("white")
    if it.named("neck"):
        high = it.number("height", 10) * 8
        s.ground(160, 214, 124, 14)
        back, low = 206 - high, 206 - high * 0.74
        front = (
            f"M42 {206 - high * 0.5:.0f}C42 {back:.0f} 92 {back:.0f} 112 {back + 6:.0f}S176 {low + 18:.0f}"
            f" 204 {low + 2:.0f}"
            f"s74-4 74 {206 - low - 30:.0f}c0 20-8 32-26 32H66c-16 0-24-16-24-{high * 0.5 - 16:.0f}z"
        )
        with s.moved(14, -34):
            s.path(front, s.slant(Tone.of("#dde4ec")), "#c3ccd8", 1)
        s.path(front, s.linear("#ffffff", "#f1f3f6", "#d3d9e2"), "#c3ccd8", 1)
        s.line("M50 190q110 14 220 0", "#b9c4d1", 2, "4 3")
        s.line(f"M64 {back + 22:.0f}q16-14 40-8", "#ffffff", 5)
        firm = 4 if it.value("firmness") == "firm" else 2
        for i in range(firm):
            s.oval(104 + i * 26, 168, 5, None, "#8fb6a0")
        return
    s.ground(160, 224, 108, 13)
    s.path("M70 66q90-26 180 0 18-14 24 6-10 70 0 138-4 20-24 8-90 20-180 0-20 12-24-8 10-68 0-138 6-20 24-6z",
           s.radial("#ffffff", tone.plain, tone.dark, at=(0.42, 0.38), reach=0.75), "#cbd3dd", 1)  # fmt: skip
    s.line("M74 84q24 14 34 36M246 84q-24 14-34 36M74 202q24-14 34-34M246 202q-24-14-34-34", sheer(tone.deep, 0.25), 3)
    s.oval(150, 132, 52, 36, white(0.5))


def towel(s: Sheet, it: Subject) -> None:
    """A towel over its rail, as long and thick as it is sold."""
    tone, thick = it.tone(), it.number("fabric_weight", 400) > 500
    wide, tall = it.number("width", 70) * 2.1, it.number("length", 140) * 1.22
    x = 160 - wide / 2
    s.ground(160, 246, wide * 0.5, 7, 0.16)
    s.rect(44, 44, 232, 10, 5, s.along(STEEL if thick else WOOD))
    for knob in (44, 276):
        s.oval(knob, 49, 11, None, s.globe(STEEL if thick else WOOD))
    s.rect(x + 8, 40, wide, tall * 0.8, 8, s.down(Tone.of(tone.dark)))
    s.path(f"M{x:.0f} 50q0-14 12-14h{wide - 24:.0f}q12 0 12 14v{tall:.0f}h-{wide:.0f}z",
           s.linear(tone.dark, tone.light, tone.plain, tone.light, tone.plain, way=(0, 0, 1, 0.06)))  # fmt: skip
    y = 48 + tall
    for dy in (18, 24) if not thick else (22, 34, 40):
        s.line(f"M{x:.0f} {y - dy:.0f}h{wide:.0f}", sheer(tone.deep, 0.35) if not thick else white(0.45), 3)
    if thick:
        for row in range(3):
            s.line(f"M{x + 10:.0f} {80 + row * 24}h{wide - 18:.0f}", white(0.28), 3, "0 9")
        s.line(f"M{x:.0f} {y - 1:.0f}h{wide:.0f}", tone.light, 5, "0 5")
    else:
        s.line(f"M{x + wide * 0.4:.0f} 60q-6 60 0 {tall * 0.5:.0f}", sheer(tone.deep, 0.22), 3)
    s.line(f"M{x + wide * 0.7:.0f} 60q6 50 0 {tall * 0.7:.0f}", sheer(tone.deep, 0.18), 3)


def storage_box(s: Sheet, it: Subject) -> None:
    """A box to keep things in: see-through with a lid, felt with handles, or a bamboo chest."""
    tone = it.tone()
    s.ground(160, 228, 116)
    if it.value("material") == "bamboo":
        for x in (78, 242):
            s.oval(x, 220, 9, None, s.globe(DARK))
        s.rect(46, 96, 228, 118, 8, s.down(tone), tone.dark, 1)
        for y in (126, 155, 184):
            s.line(f"M48 {y}h224", sheer(tone.deep, 0.35), 2)
        s.line("M92 98v114M228 98v114", sheer(tone.deep, 0.2), 2)
        s.path("M58 62h204l18 34H40z", s.linear(tone.pale, tone.light))
        s.rect(38, 92, 244, 14, 5, s.along(tone))
        s.rect(138, 124, 44, 14, 7, sheer(tone.deep, 0.75))
    elif it.value("material") == "felt":
        s.path("M74 74h172l12 14H62z", tone.deep)
        s.path("M62 88h196v128q0 10-10 10H72q-10 0-10-10z", s.slant(tone), tone.dark, 1)
        s.rect(62, 86, 196, 12, 4, s.along(tone))
        s.path("M126 122h68v20q0 8-8 8h-52q-8 0-8-8z", ink(0.4))
        s.line("M126 122h68", "#8b5c3b", 9)
        s.line("M70 104v112M250 104v112", white(0.35), 1.6, "5 4")
        s.line("M84 206h0M104 190h0M226 200h0M210 176h0M92 168h0M236 150h0M150 196h0M172 212h0", white(0.4), 3)
    else:
        with s.inside(box(52, 84, 216, 136, 12)):
            s.rect(70, 150, 60, 72, 8, "#e2a06c")
            s.rect(126, 168, 70, 54, 6, "#8fb6a0")
            s.oval(222, 186, 32, None, "#d98aa0")
            s.rect(80, 128, 90, 26, 6, "#7f9fcb")
        s.path("M48 84h224l-12 132q-1 10-11 10H71q-10 0-11-10z",
               s.linear(white(0.62), "#cfe2ec70", white(0.5), way=SLANT), "#a9c3d2", 2)  # fmt: skip
        s.rect(38, 68, 244, 20, 8, s.along(Tone.of("#d7e6ee")), "#a9c3d2", 1)
        for x in (64, 226):
            s.rect(x, 78, 30, 26, 5, s.down(Tone.of("#5d8fb3")))
        s.path("M80 108l-8 92", "none", white(0.8), 7)
