"""Phones, watches and what belongs to them."""

from __future__ import annotations

from catalog.sample.drawing.screens import bezel, screen, tiles
from catalog.sample.drawing.sheet import SLANT, Sheet
from catalog.sample.drawing.subject import Subject
from catalog.sample.drawing.tones import DARK, LEATHER, STEEL, Tone, ink, sheer, white


def smartphone(s: Sheet, it: Subject) -> None:
    """A phone's back and, before it, its lit front; the camera field tells the models apart."""
    tone, tall = it.tone(), it.number("screen_size", 6.4) * 31
    wide, top = tall * 0.49, 226 - it.number("screen_size", 6.4) * 31
    s.ground(160, 227, 96)
    if it.named("senio"):
        s.path("M104 226l14-16h84l14 16z", s.down(DARK))
        wide *= 1.04
        _front(s, 160 - wide / 2, top - 8, wide, tall, tone)
        tiles(s, 170 - wide / 2, top + 24, wide - 20, tall - 62, 2, 3, 8)
        return
    with s.turned(7, 190, 226):
        x = 152.0
        rim = STEEL if it.value("material") == "titanium" else tone
        s.rect(x - 1.5, top + 4, wide + 3, tall - 4, 20, s.across(rim))
        s.rect(x + 1, top + 6, wide - 2, tall - 8, 18, s.slant(tone), white(0.25), 1)
        s.path(
            f"M{x + wide * 0.3:.0f} {top + 6:.0f}h{wide * 0.3:.0f}L{x + 6:.0f} {top + tall * 0.62:.0f}v-60z", white(0.1)
        )
        _cameras(s, x + wide, top + 16, tone, 3 if it.named("mirrowen") else (1 if it.named("nuvelko") else 0))
        s.oval(x + wide * 0.56, top + tall * 0.6, 5, None, sheer(tone.deep, 0.3))
    with s.turned(-5, 120, 226):
        _front(s, 70, top + 6, wide, tall - 6, tone)
        screen(s, 75, top + 11, wide - 10, tall - 16, 14, it.own(6))
        s.oval(70 + wide / 2, top + 20, 3.4, None, "#10131a")
        s.rect(70 + wide * 0.33, 214, wide * 0.34, 3, 1.5, white(0.8))


def _front(s: Sheet, x: float, y: float, w: float, h: float, tone: Tone) -> None:
    s.rect(x - 2, y - 2, w + 4, h + 4, 19, s.across(tone))
    bezel(s, x, y, w, h, 17)


def _lens(s: Sheet, x: float, y: float, r: float) -> None:
    s.oval(x, y, r, None, s.slant(STEEL))
    s.oval(x, y, r * 0.78, None, "#161a22")
    s.oval(x, y, r * 0.42, None, s.radial("#5f7fb5", "#1a2233"))
    s.oval(x - r * 0.28, y - r * 0.3, r * 0.18, None, white(0.8))


def _cameras(s: Sheet, right: float, top: float, tone: Tone, style: int) -> None:
    if style == 3:
        s.rect(right - 54, top, 44, 50, 14, s.slant(tone), white(0.35), 1.5)
        for dx, dy in ((-42, 13), (-42, 36), (-22, 24)):
            _lens(s, right + dx, top + dy, 9)
    elif style == 1:
        for step in range(2):
            _lens(s, right - 22, top + 14 + step * 27, 11)
        s.oval(right - 42, top + 12, 3, None, "#fdf3cf")
    else:
        s.rect(right - 36, top, 26, 60, 13, s.slant(DARK))
        for step in range(2):
            _lens(s, right - 23, top + 15 + step * 24, 9.5)
        s.oval(right - 23, top + 52, 2.6, None, "#fdf3cf")


def smartwatch(s: Sheet, it: Subject) -> None:
    """A watch with its strap, round or square, as large as its case is."""
    tone, outdoor, square = it.tone(), it.named("ridge"), it.named("fit", "beat")
    strap = Tone.of("#4b5238") if outdoor else tone
    case = Tone.of("#a9a59c") if outdoor else (STEEL if it.value("material") == "aluminium" else DARK)
    s.ground(160, 240, 60, 8)
    with s.sized(it.number("case_size", 42) / 45, 160, 135):
        s.path("M128 96C126 60 132 30 138 14h44c6 16 12 46 10 82z", s.across(strap))
        s.path("M128 174c-2 36 4 66 10 82h44c6-16 12-46 10-82z", s.across(strap))
        for y in (214, 226, 238):
            s.rect(154, y, 12, 4, 2, sheer(strap.deep, 0.7))
        if strap is not tone or it.value("strap_material") == "nylon":
            s.line("M137 90C135 60 140 36 145 18M183 90c2-30-3-54-8-72M137 180c-2 30 3 54 8 72M183 180c2 30-3 54-8 72",
                   white(0.3), 1.5, "3 4")  # fmt: skip
        s.rect(214, 122, 10, 26, 5, s.along(case))
        if square:
            s.rect(102, 82, 116, 106, 30, s.slant(case))
            bezel(s, 108, 88, 104, 94, 24)
        else:
            s.oval(160, 135, 62, None, s.slant(case))
            s.oval(160, 135, 56, None, s.radial("#2b303a", "#12151b"))
        if outdoor:
            for y in (100, 158):
                s.rect(97, y, 10, 18, 4, s.along(case))
            _dial_map(s)
        else:
            _rings(s, it.own(3), square)
        s.path("M124 104q16-20 38-20-36 14-44 52-2-18 6-32z", white(0.12))


def _dial_map(s: Sheet) -> None:
    with s.inside("M108 135a52 52 0 0 1 104 0 52 52 0 0 1-104 0z"):
        s.rect(106, 80, 110, 110, 0, "#26362f")
        for i in range(4):
            s.oval(186, 108, 18 + i * 18, 12 + i * 15, "none", "#5d7f63", 1.5)
    s.line("M124 168l16-18 14 6 18-26 18-8", "#f0a24a", 4)
    s.path("M190 104l-7 18h14z", "#f5f0e0")


def _rings(s: Sheet, face: int, square: bool) -> None:
    colours = (("#ff6b81", "#7bed9f", "#70a1ff"), ("#ffa94d", "#63e6be", "#b197fc"), ("#ffd43b", "#4dabf7", "#ff8787"))[
        face
    ]
    for i, colour in enumerate(colours):
        r = (36 if square else 44) - i * 10
        s.oval(160, 135, r, None, "none", sheer(colour, 0.25), 6)
        s.line(f"M160 {135 - r}a{r} {r} 0 1 1 {-r} {r if i % 2 else r * 0.9:.0f}", colour, 6)
    s.path("M160 143c-9-7-11-10-8-14 3-3 7-1 8 2 1-3 5-5 8-2 3 4 1 7-8 14z", "#ff6b81")


def phone_case(s: Sheet, it: Subject) -> None:
    """A case from behind with its camera opening: clear, leather, soft or rugged."""
    tone, rugged, clear = it.tone(), it.named("rugged"), it.named("clear")
    s.ground(160, 228, 72)
    with s.turned(5, 160, 226):
        if rugged:
            s.line("M110 210c-30 30-44 6-30-18", DARK.plain, 6)
            s.rect(98, 26, 124, 202, 26, s.slant(DARK))
            s.path("M116 44h88l6 20v126l-6 20h-88l-6-20V64z", s.slant(tone))
            for y in (86, 104, 122, 140, 158):
                s.line(f"M128 {y + 24}l32 12 32-12", sheer(tone.deep, 0.35), 4)
            for x, y in ((98, 26), (196, 26), (98, 202), (196, 202)):
                s.rect(x, y, 26, 26, 10, s.slant(Tone.of("#4a505b")))
        elif clear:
            s.rect(102, 30, 116, 196, 24, s.slant(Tone.of("#5b6b86")))
            s.rect(97, 25, 126, 206, 28, s.linear(white(0.5), white(0.12), white(0.42), way=SLANT), white(0.95), 3)
            s.oval(160, 144, 34, None, "none", white(0.8), 6)
            s.line("M160 186v18", white(0.8), 6)
        else:
            s.rect(100, 28, 120, 200, 25, s.slant(tone), tone.dark, 1)
            if it.value("material") == "leather":
                s.rect(107, 35, 106, 186, 19, "none", LEATHER.pale, 1.6)
            s.rect(108, 150, 6, 56, 3, white(0.22))
        _opening(s, it.value("compatible_model") == "Mirrowen 9")
        s.path("M112 48l46-12-46 96z", white(0.1))


def _opening(s: Sheet, square: bool) -> None:
    if square:
        s.rect(112, 40, 56, 60, 16, "#20242d", white(0.3), 2)
        for x, y in ((127, 56), (127, 84), (152, 70)):
            _lens(s, x, y, 10)
    else:
        s.rect(114, 40, 34, 70, 17, "#20242d", white(0.3), 2)
        for y in (58, 86):
            _lens(s, 131, y, 11)


def power_bank(s: Sheet, it: Subject) -> None:
    """A power bank: a slab with its charge in lamps, a magnetic tile or a lipstick-sized stick."""
    tone = it.tone()
    if it.named("nub"):
        s.ground(160, 228, 50)
        s.rect(124, 62, 72, 164, 30, s.across(tone))
        s.path("M124 92a30 30 0 0 1 30-30h12a30 30 0 0 1 30 30v8h-72z", s.across(DARK))
        s.rect(148, 72, 24, 10, 5, "#12151b")
        _lamps(s, 148, 180, 3)
        s.rect(136, 116, 7, 70, 3.5, white(0.45))
        return
    large = it.number("battery_capacity", 10000) > 15000
    s.ground(160, 228, 84 if large else 72)
    with s.sized(1.06 if large else 0.94), s.turned(-6, 160, 220):
        wide = 128 if large else 106
        x = 160 - wide / 2
        s.rect(x + 8, 40, wide, 186, 20, tone.deep)
        s.rect(x, 36, wide, 190, 20, s.slant(tone), tone.dark, 1)
        if it.yes("magnetic_attachment"):
            s.oval(160, 118, 38, None, "none", white(0.55), 5)
            s.line("M160 164v20", white(0.55), 5)
            s.path("M165 96l-18 26h12l-5 20 20-28h-12z", white(0.85))
        else:
            s.rect(x + 16, 58, wide - 32, 44, 10, "#161a22")
            _lamps(s, x + 28, 80, 4)
            for i in range(int(it.number("output_ports", 2))):
                s.rect(x + 16 + i * 34, 26, 22, 12, 4, s.along(STEEL))
                s.rect(x + 20 + i * 34, 29, 14, 6, 3, "#12151b")
        s.path(f"M{x + 10} 190v-90l{wide * 0.5:.0f}-54h-{wide * 0.3:.0f}q-20 0-20 20z", white(0.08))


def _lamps(s: Sheet, x: float, y: float, count: int) -> None:
    for i in range(count):
        s.oval(x + i * 13, y, 3.6, None, "#7ddc9a" if i < count - 1 else "#54606f")


def charger(s: Sheet, it: Subject) -> None:
    """A plug with two round pins and its ports; a stronger one is larger."""
    tone, ports = it.tone(), int(it.number("output_ports", 1))
    s.ground(160, 226, 84)
    with s.sized(0.78 + it.number("width", 3) * 0.075 + (0.06 if ports > 1 else 0)):
        for y in (126, 166):
            s.rect(34, y, 56, 13, 6, s.along(STEEL))
            s.rect(60, y, 30, 13, 4, s.along(Tone.of("#4a505b")))
        s.rect(84, 96, 40, 114, 16, s.across(tone))
        s.rect(102, 80, 138, 146, 26, s.slant(tone), tone.dark, 1)
        s.path("M206 80h8a26 26 0 0 1 26 26v94a26 26 0 0 1-26 26h-8z", sheer(tone.deep, 0.22))
        for i in range(ports):
            y = 153 - (ports - 1) * 19 + i * 38
            if ports > 1 and i == ports - 1:
                s.rect(146, y - 9, 44, 20, 3, "#1a1e26")
                s.rect(150, y - 5, 36, 7, 1, "#e9edf2")
            else:
                s.rect(148, y - 8, 40, 16, 8, "#1a1e26", sheer(tone.deep, 0.4), 2)
                s.rect(157, y - 2, 22, 4, 2, "#8d95a1")
        s.line("M112 196v-76q2-26 28-28", white(0.5), 5)
        if it.named("pibbet"):
            s.line("M216 128v50M226 128v50", sheer(tone.deep, 0.35), 3)


def cable(s: Sheet, it: Subject) -> None:
    """A coiled cable with its two plugs; a longer one has more turns, a braided one its weave."""
    tone, turns = it.tone(), 2 if it.number("cable_length", 1) < 1.5 else 4
    s.ground(160, 218, 104, 14, 0.25)
    coils = [f"M{62 + i * 3} {146 - i * 7}a{98 - i * 3} {58 - i * 2} 0 1 0 {196 - i * 6} 0"
             f"a{98 - i * 3} {58 - i * 2} 0 1 0 {6 * i - 196} 0" for i in range(turns)]  # fmt: skip
    ends = ("M64 140C44 92 70 66 104 62", "M256 140c18 40-10 66-40 74")
    for d in (*coils, *ends):
        s.line(d, tone.dark, 10)
        s.line(d, tone.plain, 7.5)
        if it.yes("braided"):
            s.line(d, white(0.4), 3, "1 5")
        else:
            s.line(d, white(0.55), 2)
    s.rect(140, 190 - turns * 2, 40, 18, 8, s.along(Tone.of("#4a505b")))
    flat = str(it.value("connector")).startswith("USB-A")
    with s.turned(-4, 120, 62):
        s.rect(98, 50, 44, 24, 8, s.along(tone), tone.dark, 1)
        if flat:
            s.rect(140, 50, 40, 24, 2, s.along(STEEL), STEEL.dark, 1)
            s.rect(154, 56, 7, 5, 0, ink(0.7))
            s.rect(154, 64, 7, 5, 0, ink(0.7))
        else:
            s.rect(140, 54, 24, 16, 8, s.along(STEEL), STEEL.dark, 1)
    with s.turned(168, 200, 216):
        s.rect(182, 204, 40, 24, 8, s.along(tone), tone.dark, 1)
        s.rect(220, 208, 24, 16, 8, s.along(STEEL), STEEL.dark, 1)
