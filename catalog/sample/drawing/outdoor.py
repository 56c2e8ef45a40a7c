"""Backpacks, tents and what one sleeps in."""

from __future__ import annotations

from catalog.sample.drawing.sheet import Sheet
from catalog.sample.drawing.subject import Subject
from catalog.sample.drawing.tones import DARK, LEATHER, STEEL, Tone, ink, sheer


def backpack(s: Sheet, it: Subject) -> None:
    """A backpack as tall and as equipped as its litres and record say."""
    tone, litres = it.tone(), it.number("volume", 20)
    trek, hike, office = litres > 40, 25 < litres <= 40, it.named("shuttle")
    s.ground(160, 230, 84)
    if trek or hike:
        for flipped in (False, True):
            with s.moved(320 if flipped else 0, 0, flipped):
                s.path("M96 186q-40 0-46 22 20 10 50 6z", s.slant(Tone.of(tone.dark)))
                s.line("M50 206l-12 8", DARK.plain, 6)
    else:
        s.line("M144 44c0-20 32-20 32 0", tone.deep, 8)
    if trek:
        s.rect(104, 26, 112, 200, 34, s.across(tone), tone.dark, 1)
        s.path(
            "M106 70c-6-34 8-50 26-50h56c18 0 32 16 26 50-30 14-78 14-108 0z",
            s.slant(Tone.of(tone.light)),
            tone.dark,
            1,
        )
        s.rect(118, 8, 84, 24, 12, s.along(DARK))
        s.line("M132 8v84M188 8v84", DARK.deep, 5)
        s.rect(116, 148, 88, 70, 16, s.slant(Tone.of(tone.dark)))
        s.line("M128 100l64 34M192 100l-64 34", DARK.light, 3)
        s.line("M214 90c20 10 24 60 8 110", STEEL.dark, 5)
        return
    shape = 46 if not office else 26
    s.rect(88, 36, 144, 192, shape, s.slant(tone), tone.dark, 1)
    if hike:
        s.path("M90 92V80q0-44 46-44h48q46 0 46 44v12q-70 22-140 0z", s.down(tone), tone.dark, 1)
        s.line("M160 100v22", DARK.plain, 8)
        s.rect(151, 112, 18, 14, 3, DARK.plain)
        s.rect(104, 138, 112, 76, 22, s.slant(Tone.of(tone.dark)))
        s.line("M118 154q42 12 84 0", "#e9b44c", 3)
        s.line("M146 36c0-18 28-18 28 0", DARK.plain, 7)
        s.line("M98 112v66M222 112v66", DARK.light, 4)
        return
    for flipped in (False, True):
        with s.moved(320 if flipped else 0, 0, flipped):
            s.path("M92 146q-18 4-18 26v32q0 14 16 16z", s.across(Tone.of(tone.dark)))
    if office:
        for y in (96, 126):
            s.rect(98, y, 124, 22, 6, s.along(tone), tone.deep, 1)
        s.rect(102, 160, 116, 56, 8, s.slant(Tone.of(tone.dark)))
        s.line("M112 174h96", STEEL.light, 2.5)
        s.rect(142, 62, 36, 10, 3, "#e9b44c")
    else:
        s.line("M100 130V92c0-26 16-40 36-40h48c20 0 36 14 36 40v38", sheer(tone.pale, 0.5), 2.5)
        s.path("M106 142q54-20 108 0v54q0 20-20 20h-68q-20 0-20-20z", s.slant(tone), sheer(tone.pale, 0.4), 1.5)
        s.line("M116 158q44-12 88 0", sheer(tone.pale, 0.9), 2.5)
        s.rect(148, 92, 24, 24, 5, LEATHER.light)


def tent(s: Sheet, it: Subject) -> None:
    """A tent on grass: a dome, a tunnel with its porch, or a light one with two doors."""
    tone = it.tone()
    s.path("M0 206q80-18 160-10t160-8v82H0z", s.linear("#b9d3a8", "#8fb884"))
    s.path("M0 198L52 142l34 30 44-52 62 66 36-34 92 46v14H0z", "#b8cdd4aa")
    s.ground(160, 228, 138, 10)
    if it.named("fjord"):
        s.path("M26 226C26 120 66 78 112 74h110c52 6 76 70 76 152z", s.slant(tone), tone.dark, 1)
        for x in (112, 172, 230):
            s.line(f"M{x} {76 if x < 200 else 78}c{18 if x < 200 else 30} 30 {24 if x < 200 else 40} 96"
                   f" {20 if x < 200 else 38} 150",
                   STEEL.light, 4)  # fmt: skip
        s.path("M26 226C26 120 66 78 112 74c-24 50-22 106-20 152z", sheer(tone.deep, 0.35))
        s.path("M42 226c0-66 18-106 48-122-12 40-14 82-12 122z", "#2f3a34")
        s.path("M42 226c0-66 18-106 48-122-24 36-34 74-34 122z", sheer(tone.pale, 0.9))
        s.rect(186, 118, 34, 22, 8, sheer(tone.deep, 0.5))
    else:
        light = it.named("aero")
        s.path("M28 226C60 150 96 88 160 66c64 22 100 84 132 160z", s.slant(tone), tone.dark, 1)
        s.path("M160 66c64 22 100 84 132 160H210C204 160 188 100 160 66z", sheer(tone.deep, 0.28))
        s.path("M104 226c4-60 26-112 56-140 30 28 46 80 50 140"
               "z" if not light else "M84 226c10-50 34-90 66-112-6 40-8 76-8 112z",
               "#39404c")  # fmt: skip
        s.path("M160 86c-30 28-52 80-56 140h20c2-60 16-104 36-140"
               "z" if not light else "M150 114c-32 22-56 62-66 112h16c8-46 26-82 50-112z",
               sheer(tone.pale, 0.95))  # fmt: skip
        s.line("M28 226C60 150 96 88 160 66s100 84 132 160", "#e6843f" if light else STEEL.light, 4)
        s.line("M160 66C188 100 204 160 210 226", "#e6843f" if light else STEEL.light, 3)
        if light:
            s.path("M232 226c-2-30-8-60-20-84 26 20 46 50 58 84z", "#39404c")
            s.line("M118 80q42-20 84 0", "#e6843f", 4)
    s.line("M28 226l-20 8M292 226l20 8M60 180l-46 44M258 178l48 44", "#f4f1e6", 2)


def sleeping_bag(s: Sheet, it: Subject) -> None:
    """A sleeping bag: a mummy with its hood, or a rectangle turned open at the corner."""
    tone, down = it.tone(), it.value("fill_material") == "goose down"
    s.ground(160, 236, 118, 11)
    if it.value("shape") == "mummy":
        d = "M160 24c40 0 60 26 62 62 2 30-8 44-14 82-4 30-8 66-48 66s-44-36-48-66c-6-38-16-52-14-82 2-36 22-62 62-62z"
        with s.turned(62, 160, 130), s.moved(0, 2):
            s.path(d, s.linear(tone.light, tone.plain, tone.dark, way=(0, 0, 1, 0.1)), tone.dark, 1)
            with s.inside(d):
                for y in range(116, 236, 20 if not down else 16):
                    s.line(f"M90 {y}q70 14 140 0", sheer(tone.deep, 0.55), 3)
                    s.line(f"M90 {y + 4}q70 14 140 0", sheer(tone.pale, 0.3), 2.5)
            s.oval(
                160, 70, 40, 34, s.radial("#f0c27b" if not down else "#8d95a5", "#b98343" if not down else "#4d5462")
            )
            s.oval(160, 74, 26, 22, ink(0.35))
            s.line("M196 92c8 40-6 70-12 110", STEEL.light, 3, "3 2")
        s.oval(278, 206, 22, 26, s.across(Tone.of(tone.dark)))
        s.rect(262, 178, 32, 10, 4, DARK.plain)
        return
    with s.turned(-4, 160, 180):
        s.path("M34 128h236q20 0 20 18v68q0 18-20 18H34q-16 0-16-18v-68q0-18 16-18z", s.down(tone), tone.dark, 1)
        for x in (66, 106, 146, 186, 226):
            s.line(f"M{x} 130q-6 50 0 100", sheer(tone.deep, 0.45), 3)
        s.path("M18 146q0-18 16-18h100l-70 62q-20 16-46 18z", s.slant(Tone.of("#e8c27a")))
        s.line("M134 128l-70 62q-20 16-46 18", STEEL.light, 4, "4 2")
        s.path("M30 112q0-14 16-14h60q16 0 16 14v18H30z", s.slant(Tone.of(tone.light)), tone.dark, 1)
        s.line("M24 230h260", sheer(tone.deep, 0.6), 3)


def headlamp(s: Sheet, it: Subject) -> None:
    """A lit headlamp on its band; a strong one has a battery at the back, a red light shows."""
    tone, strong = it.tone(), it.named("strix")
    lumen = it.number("brightness", 200)
    s.ground(160, 226, 92)
    s.line("M64 148C40 60 280 60 256 148", DARK.deep, 22)
    if strong:
        s.rect(122, 64, 76, 36, 12, s.slant(Tone.of(tone.dark)), ink(0.3), 1)
        for i in range(4):
            s.oval(145 + i * 10, 82, 2.6, None, "#7ddc9a")
    band = "M64 148c0 40 192 40 192 0"
    s.line(band, tone.dark if it.value("colour") != "black" else "#3f8f86", 26)
    s.line(band, tone.light if it.value("colour") != "black" else "#58b5aa", 4, "9 7")
    s.glow(160, 172, 96 + lumen / 22, "#fff0b0", 0.95)
    s.rect(112, 136, 96, 78, 24, s.slant(tone if not it.named("glim") else DARK), ink(0.3), 1)
    s.glow(160 if not strong else 148, 174, 46, "#fff0b0", 0.9)
    r = 24 + (6 if strong else 0)
    s.oval(160 if not strong else 148, 174, r, None, s.globe(STEEL))
    s.oval(
        160 if not strong else 148,
        174,
        r - 6,
        None,
        s.radial("#ffffff", "#fff6cf", "#f3cf6a", at=(0.5, 0.5), reach=0.6),
    )
    if strong:
        s.oval(190, 168, 12, None, s.globe(STEEL))
        s.oval(190, 168, 8, None, "#fff6cf")
    elif it.yes("red_light"):
        s.oval(194, 194, 6, None, "#ff5a4f")
    s.rect(144, 130, 32, 9, 4, s.along(tone))
