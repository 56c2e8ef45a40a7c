"""Laptops, tablets and the desk around them."""

from __future__ import annotations

from catalog.sample.drawing.screens import bezel, screen
from catalog.sample.drawing.sheet import Sheet
from catalog.sample.drawing.subject import Subject
from catalog.sample.drawing.tones import DARK, LEATHER, STEEL, Tone, ink, sheer, white


def laptop(s: Sheet, it: Subject) -> None:
    """An open laptop, as wide as its screen; a gaming one glows, a touch one shows a finger's ring."""
    tone, gaming = it.tone(), it.named("forge")
    s.ground(160, 222, 128, 12)
    with s.sized(0.62 + it.number("screen_size", 14) * 0.0245, 160, 222):
        s.rect(68, 46, 184, 128, 10, s.slant(tone), tone.dark, 1)
        bezel(s, 71, 49, 178, 122, 8)
        screen(s, 76, 54, 168, 110, 3, it.own(6) if not gaming else 1)
        s.oval(160, 51.5, 1.5, None, "#56606e")
        s.path("M62 172h196l34 38H28z", s.down(tone))
        s.path("M76 176h168l16 18H60z", "#c2374f" if gaming else ink(0.42))
        key = "#ffd0d8" if gaming else (tone.pale if not it.named("plain") else "#7d858f")
        for row, (left, right) in enumerate(((79, 241), (74, 246), (69, 251))):
            s.line(f"M{left} {180 + row * 5.4:.1f}H{right}", sheer(key, 0.75), 2.6, "0 7.6")
        if it.named("plain"):
            s.line("M214 176l6 18", sheer(tone.plain, 0.9), 4)
        s.path("M134 198h52l3 9h-58z", sheer(tone.deep, 0.3))
        s.path("M28 210h264v3q0 9-12 9H40q-12 0-12-9z", s.down(Tone.of(tone.dark)))
        s.rect(140, 210, 40, 4, 2, sheer(tone.deep, 0.6))
        if it.yes("touchscreen"):
            s.oval(186, 116, 15, None, white(0.25))
            s.oval(186, 116, 8, None, white(0.85))
        if gaming:
            s.glow(160, 214, 120, "#ff4d6d", 0.22)
            s.line("M40 221h240", "#ff6b81", 2.5)


def tablet(s: Sheet, it: Subject) -> None:
    """A tablet lying towards the viewer, with its pen or its bumper where it has one."""
    tone, kids = it.tone(), it.named("kid")
    scale = 0.52 + it.number("screen_size", 11) * 0.038
    s.ground(160, 226, 112)
    with s.sized(scale if not kids else 0.92), s.turned(-4, 160, 220):
        if kids:
            s.line("M112 60C116 16 204 16 208 60", tone.dark, 22)
            s.line("M112 60C116 16 204 16 208 60", tone.light, 14)
            s.rect(56, 48, 208, 174, 34, s.slant(tone))
            for x, y in ((68, 62), (252, 62), (68, 208), (252, 208)):
                s.oval(x, y, 18, None, s.globe(tone))
            bezel(s, 78, 70, 164, 130, 12)
            screen(s, 86, 78, 148, 114, 6, 5)
            s.path("M132 132l10 20 22 3-16 15 4 22-20-10-19 10 4-22-16-15 22-3z", "#ffd166")
            return
        s.rect(42, 44, 236, 176, 18, s.slant(tone), tone.dark, 1)
        bezel(s, 46, 48, 228, 168, 15)
        screen(s, 56, 58, 208, 148, 6, it.own(6))
        if it.named("sketch"):
            s.line("M86 176c20-60 52-70 60-40s-34 40-18 8 62-66 84-30", "#ff7a59", 4)
    if it.yes("stylus_included"):
        with s.turned(38, 236, 130):
            s.rect(230, 46, 12, 150, 5, s.across(Tone.of("white")), ink(0.2), 1)
            s.path("M230 194h12l-6 18z", s.across(DARK))
            s.rect(230, 60, 12, 6, 0, STEEL.plain)


def laptop_bag(s: Sheet, it: Subject) -> None:
    """A bag for a laptop in its style: sleeve, messenger, briefcase or backpack."""
    tone, style = it.tone(), str(it.value("style"))
    s.ground(160, 226, 108)
    if style == "sleeve":
        with s.turned(-7, 160, 200):
            s.path("M50 92h212v18H50z", s.down(STEEL))
            s.rect(44, 98, 232, 122, 12, s.slant(tone), tone.dark, 1)
            s.path("M44 108a10 10 0 0 1 10-10h60l24 26h44l24-26h60a10 10 0 0 1 10 10v20H44z", sheer(tone.deep, 0.16))
            s.rect(140, 148, 112, 60, 8, s.slant(tone), tone.dark, 1.5)
            s.rect(52, 106, 216, 106, 8, "none", white(0.35), 1.5)
            s.rect(58, 196, 26, 12, 2, LEATHER.plain)
        return
    if style == "backpack":
        _commuter(s, tone)
        return
    with s.sized(it.number("width", 38) / 41):
        if style == "briefcase":
            s.line("M120 92V66q0-14 14-14h52q14 0 14 14v26", tone.deep, 13)
            s.line("M120 92V66q0-14 14-14h52q14 0 14 14v26", tone.plain, 8)
        else:
            s.line("M62 104C70 20 250 20 258 104", DARK.plain, 9)
            s.rect(196, 38, 40, 13, 5, DARK.deep)
        s.rect(50, 86, 220, 138, 16, s.slant(tone), tone.dark, 1)
        s.path(
            "M50 102a16 16 0 0 1 16-16h188a16 16 0 0 1 16 16v52a16 16 0 0 1-16 14H66a16 16 0 0 1-16-14z", s.down(tone)
        )
        s.line("M56 156q4 6 12 6h184q8 0 12-6", sheer(tone.pale, 0.55), 1.6, "5 4")
        if style == "briefcase":
            for x in (104, 198):
                s.rect(x, 126, 18, 62, 5, s.across(tone), tone.deep, 1)
                s.rect(x - 2, 158, 22, 14, 3, s.along(Tone.of("#c9a557")))
        else:
            s.rect(146, 152, 28, 32, 5, s.slant(DARK))
            s.rect(64, 180, 192, 34, 8, "none", sheer(tone.deep, 0.6), 2)
            s.line("M76 188h80", sheer(tone.pale, 0.6), 2)
        s.path("M62 98h60l-30 60H60z", white(0.08))


def _commuter(s: Sheet, tone: Tone) -> None:
    s.line("M144 42c0-20 32-20 32 0", tone.deep, 8)
    for flipped in (False, True):
        with s.moved(320 if flipped else 0, 0, flipped):
            s.path("M92 136q-20 4-20 30v36q0 14 16 16z", s.across(tone))
    s.rect(86, 36, 148, 190, 38, s.slant(tone), tone.dark, 1)
    s.line("M98 130V82c0-24 14-36 34-36h56c20 0 34 12 34 36v48", sheer(tone.deep, 0.75), 3)
    s.rect(104, 130, 112, 82, 18, s.slant(tone), tone.deep, 1.5)
    s.line("M114 148h92", sheer(tone.pale, 0.8), 2.5)
    s.rect(198, 146, 5, 16, 2.5, "#e9b44c")
    s.rect(140, 86, 40, 18, 5, sheer(tone.deep, 0.5))


def laptop_stand(s: Sheet, it: Subject) -> None:
    """A stand with a laptop on it: a raised plate, or a folding cross."""
    with s.moved(18):
        _stand(s, it, it.tone())


def _stand(s: Sheet, it: Subject, tone: Tone) -> None:
    s.ground(150, 228, 110)
    if it.yes("foldable"):
        s.line("M86 222L206 138M150 222L84 140", tone.deep, 15)
        s.line("M86 222L206 138", tone.plain, 10)
        s.line("M150 222L84 140", tone.light, 10)
        s.rect(66, 216, 104, 10, 5, s.along(tone))
        s.oval(128, 193, 7, None, s.globe(STEEL))
        s.line("M72 148L222 132", tone.deep, 12)
        s.line("M222 132l8-12", tone.deep, 8)
    else:
        s.rect(70, 210, 180, 16, 8, s.along(tone))
        s.path("M150 212L96 150l18-12 62 62z", s.slant(tone), tone.dark, 1)
        s.path("M170 212l-46-52 14-8 54 52z", s.slant(Tone.of(tone.dark)))
        s.path("M62 146L224 126l6 12L66 160z", s.down(tone), tone.dark, 1)
        s.path("M224 126l10-10 6 6-10 16z", tone.dark)
    with s.faded(0.9), s.turned(-6.5, 150, 132):
        s.rect(60, 122, 172, 10, 5, s.along(STEEL))
        s.path("M64 122L30 28q-2-6 4-6h4l38 98z", s.across(Tone.of("#aab3bf")))
        s.path("M40 26l36 94-5 1L37 30z", "#4d86b8")


def keyboard(s: Sheet, it: Subject) -> None:
    """A keyboard from above: full-size or compact, wired or not, lit or not."""
    tone, full, slim = it.tone(), it.number("key_count", 105) > 90, it.named("slim")
    mechanical = it.named("clack")
    wide = 276 if full else 232
    x, y, rows = 160 - wide / 2, 92 if not mechanical else 84, 5 if not mechanical else 6
    s.ground(160, 204, wide * 0.52, 15, 0.3)
    if not it.yes("wireless"):
        s.line("M190 94C190 54 226 70 226 46s-30-24-44-12-46 14-62-4", DARK.plain, 6)
        s.rect(84, 20, 30, 20, 3, s.along(STEEL))
    with s.turned(-5, 160, 140):
        tall = rows * 19 + 16
        s.rect(x, y + 5, wide, tall, 12, tone.deep)
        s.rect(x, y, wide, tall, 12, s.slant(tone), tone.dark, 1)
        if it.yes("backlit"):
            s.rect(x + 6, y + 6, wide - 12, tall - 12, 8, "#bfe6ff" if slim else "#ffd8a0")
        cap = Tone.of("#eef0f3" if slim else ("#464c57" if not mechanical else "#e7e2d8"))
        main = wide - 14 - (62 if full else 0)
        for row in range(rows):
            _keys(s, x + 7, y + 8 + row * 19, main, row, rows, cap, mechanical)
            if full:
                for column in range(4):
                    s.rect(x + wide - 63 + column * 14.3, y + 8 + row * 19, 12, 16, 3, s.down(cap))


def _keys(s: Sheet, x: float, y: float, width: float, row: int, rows: int, cap: Tone, accented: bool) -> None:
    if row == rows - 1:
        left = width * 0.27
        for i in range(3):
            s.rect(x + i * left / 3, y, left / 3 - 2.4, 16, 3, s.down(cap))
        s.rect(x + left, y, width * 0.42, 16, 3, s.down(cap))
        right = width - left - width * 0.42 - 2.4
        for i in range(3):
            s.rect(x + width - right + i * right / 3, y, right / 3 - 2.4, 16, 3, s.down(cap))
        return
    first = (10.0, 16.0, 20.0, 26.0, 14.0)[row % 5]
    step = (width - first) / 13
    s.rect(x, y, first - 2.4, 16, 3, s.down(Tone.of("#d07a54") if accented and row == 0 else cap))
    dash = f"{step - 2.4:.1f} 2.4"
    s.path(f"M{x + first:.1f} {y + 8:.1f}h{width - first - 2.4:.1f}", "none", cap.plain, 16, dash)
    s.path(f"M{x + first:.1f} {y + 3:.1f}h{width - first - 2.4:.1f}", "none", cap.light, 3, dash)


def mouse(s: Sheet, it: Subject) -> None:
    """A mouse from above, or a vertical one from its side."""
    tone = it.tone()
    s.ground(160, 222, 74 if not it.named("vertical") else 84, 13)
    if it.named("vertical"):
        s.path(
            "M78 214c-8-40 10-132 62-150 34-10 58 20 66 62 6 34 34 50 40 76 4 14-6 20-20 20H92q-12 0-14-8z",
            s.slant(tone),
        )
        s.path(
            "M140 64c34-10 58 20 66 62 6 34 34 50 40 76 2 8 0 14-6 17-22-40-74-42-92-84-10-24-14-50-8-71z", s.down(tone)
        )
        s.line("M146 84c4 40 20 62 52 78", sheer(tone.deep, 0.9), 3)
        s.rect(170, 82, 11, 34, 5.5, s.across(STEEL))
        s.path("M96 158q4-34 24-54 6 20-2 46-6 14-22 8z", sheer(tone.pale, 0.4))
        s.oval(112, 184, 5, None, "#7ddc9a")
        return
    s.path("M160 38c44 0 62 34 62 86s-14 98-62 98-62-46-62-98 18-86 62-86z", s.globe(tone), tone.dark, 1)
    s.path("M160 38c44 0 62 34 62 84-40-12-84-12-124 0 0-50 18-84 62-84z", s.slant(tone))
    s.line("M98 122c40-12 84-12 124 0M160 38v74", sheer(tone.deep, 0.6), 2.5)
    s.rect(151, 62, 18, 36, 9, ink(0.55))
    s.rect(154, 66, 12, 28, 6, s.across(STEEL))
    s.line("M112 120c0-30 8-56 24-66", white(0.45), 6)
    s.oval(160, 196, 6, None, white(0.35))


def monitor(s: Sheet, it: Subject) -> None:
    """A monitor on its stand, as wide as its screen; a light hood where one is in the box."""
    tone, size = it.tone(), it.number("screen_size", 24)
    s.ground(160, 232, 84)
    with s.sized(0.3 + size * 0.0218, 160, 230):
        if it.yes("height_adjustable"):
            s.rect(149, 164, 22, 60, 5, s.across(tone))
            s.rect(157, 178, 6, 34, 3, ink(0.35))
        else:
            s.path("M146 164h28l8 56h-44z", s.across(tone))
        s.path("M104 222q0-6 8-6h96q8 0 8 6v6q0 4-6 4H110q-6 0-6-4z", s.along(tone))
        s.rect(22, 26, 276, 158, 8, s.slant(tone), tone.dark, 1)
        bezel(s, 25, 29, 270, 146, 5)
        screen(s, 30, 34, 260, 136, 2, it.own(6) if size < 30 else 3)
        s.oval(160, 179.5, 2, None, "#7ddc9a")
        if it.named("4k"):
            s.path("M14 14h292v10h-12v96h-10V30H36v90H26V24H14z", s.down(DARK))
            for i, colour in enumerate(("#e4574f", "#f2b84b", "#59b27c", "#4a8fd1", "#9a6bc0")):
                s.rect(46 + i * 16, 146, 13, 13, 2, colour)
