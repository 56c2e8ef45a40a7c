"""Food, water, grooming and travel of pets, and aquariums."""

from __future__ import annotations

from catalog.sample.drawing.sheet import ACROSS, Sheet, box
from catalog.sample.drawing.subject import Subject
from catalog.sample.drawing.tones import DARK, PAPER, STEEL, Tone, ink, sheer, white

FLAVOURS = {"beef": "#a8443a", "chicken": "#e0a63c", "salmon": "#e07a5f", "tuna": "#3f86b5"}


def aquarium(s: Sheet, it: Subject) -> None:
    """A tank as long as its record says, with light, plants and fish; the large one stands on its cabinet."""
    tone, cabinet = it.tone(), it.number("capacity", 50) > 100
    wide = 132 if it.number("length", 60) < 40 else 216 if not cabinet else 264
    x, y, h = 160 - wide / 2, (66 if not cabinet else 34), (158 if not cabinet else 118)
    if wide == 216:
        y, h = 84, 138
    s.ground(160, 234, wide * 0.56)
    if cabinet:
        s.rect(x, 152, wide, 80, 4, s.slant(tone), tone.deep, 1)
        s.line("M160 156v72", sheer(tone.pale, 0.4), 2)
        s.oval(150, 192, 3, None, STEEL.light)
        s.oval(170, 192, 3, None, STEEL.light)
    s.rect(x, y, wide, h, 6, s.linear("#d7f0f7", "#7fc4dd", "#4a97bd"), "#8fb9c9", 2)
    with s.inside(box(x, y, wide, h, 6)):
        s.path(f"M{x} {y + h - 18}q{wide / 4} -14 {wide / 2} -4t{wide / 2} 0v30H{x}z", s.linear("#d6c096", "#a98e5f"))
        for i in range(int(wide // 36)):
            at = x + 18 + i * 37
            s.line(f"M{at:.0f} {y + h - 12}q-10-{26 + i % 3 * 10} 2-{44 + i % 3 * 14}M{at + 8:.0f} {y + h - 12}q10-20 4-{34 + i % 2 * 12}",  # noqa: E501
                   "#3f8a58" if i % 2 else "#5fb06f", 6)  # fmt: skip
        s.path(f"M{x + wide * 0.6:.0f} {y + h - 10}q8-30 28-30t30 30z", s.slant(Tone.of("#8b8f96")))
        fish = ((0.3, 0.36, "#e6843f"), (0.66, 0.3, "#e6843f"), (0.5, 0.55, "#efc149"), (0.82, 0.52, "#c94642"))
        for fx, fy, colour in fish[: 2 if wide < 150 else 4]:
            a, b = x + wide * fx, y + h * fy
            s.path(
                f"M{a - 16:.0f} {b:.0f}q14-16 32 0-18 16-32 0zM{a - 14:.0f} {b:.0f}l-13-9v18z", s.down(Tone.of(colour))
            )
            s.oval(a + 9, b - 2, 2, None, "#20242c")
        s.path(f"M{x} {y}h{wide * 0.42:.0f}L{x + 12:.0f} {y + h}H{x}z", white(0.16))
        for i in range(4):
            s.oval(x + wide - 22 + i % 2 * 7, y + 34 + i * 20, 3 + i % 2, None, white(0.7))
    s.rect(x - 5, y - 14, wide + 10, 17, 6, s.along(tone), tone.deep, 1)
    s.rect(x + 14, y - 2, wide - 28, 5, 2.5, "#fff6cf")
    if not cabinet:
        s.rect(x - 4, y + h - 4, wide + 8, 11, 4, s.along(tone), tone.deep, 1)


def pet_fountain(s: Sheet, it: Subject) -> None:
    """A plastic fountain with a flower, a steel bowl, or a cordless jug with its sensor."""
    tone = it.tone()
    s.ground(160, 228, 104)
    if it.value("material") == "stainless steel":
        s.path("M62 136h196l-12 78q-2 14-18 14H92q-16 0-18-14z", s.across(STEEL), STEEL.deep, 1)
        s.oval(160, 136, 100, 28, s.across(STEEL), STEEL.dark, 1)
        s.oval(160, 138, 88, 22, s.radial("#e3f3fa", "#8fc6e2", "#5fa4cb", at=(0.4, 0.3)))
        s.path("M140 140c0-30 4-44 20-44s20 14 20 44q-20 10-40 0z", s.across(STEEL))
        s.line("M150 98c-26-8-38 8-42 34M170 98c26-8 38 8 42 34", "#d7eef9", 7)
        s.line("M150 98c-26-8-38 8-42 34M170 98c26-8 38 8 42 34", white(0.9), 2)
        s.line("M78 158l8 52", white(0.6), 6)
        s.line("M244 204q30 6 60 22", DARK.light, 4)
        return
    if it.yes("wireless"):
        s.path("M66 172h188l-8 44q-2 12-14 12H88q-12 0-14-12z", s.across(DARK), ink(0.4), 1)
        s.rect(76, 62, 168, 118, 26, s.linear("#eaf5fbcc", "#a9d3e9cc", "#7fb9d8cc"), "#7da9c0", 1.5)
        s.path("M80 116h160v42q0 20-22 20H102q-22 0-22-20z", sheer("#5fa4cb", 0.5))
        s.oval(160, 66, 78, 20, s.across(tone), tone.deep, 1)
        s.oval(160, 64, 56, 12, s.radial("#e3f3fa", "#7fbfdf"))
        s.line("M160 60c-2-30 26-30 28-4", "#bfe3f3", 6)
        s.rect(134, 186, 52, 26, 10, "#20242c")
        s.oval(150, 199, 5, None, "#5fa4cb")
        s.oval(168, 199, 3, None, "#5fd08a")
        s.sheen(90, 84, 9, 76, 0.6)
        return
    s.path("M72 142h176l-14 74q-3 12-16 12h-116q-13 0-16-12z", s.across(tone), tone.dark, 1)
    s.oval(160, 142, 90, 26, s.linear("#ffffff", "#dfe4ea"), tone.dark, 1)
    s.oval(160, 144, 78, 20, s.radial("#e3f3fa", "#8fc6e2", "#6db0d4", at=(0.4, 0.3)))
    s.line("M160 140V92", "#4d9a6b", 9)
    for i in range(6):
        with s.turned(i * 60, 160, 78):
            s.oval(160, 56, 13, 18, s.down(Tone.of("#efc149")), "#c98f26", 1)
    s.oval(160, 78, 13, None, s.globe(Tone.of("#e6843f")))
    for d in ("M150 92c-24 4-36 20-38 44", "M170 92c24 4 36 20 38 44", "M160 94v44"):
        s.line(d, "#cdeaf6", 5)
    s.rect(118, 178, 84, 30, 12, sheer("#6fb2e6", 0.35), white(0.8), 2)
    s.line("M236 206q36 6 70 22", DARK.light, 4)


def pet_food(s: Sheet, it: Subject) -> None:
    """A sack as large as its weight with the animal and the flavour, and a bowl; or pouches with their box."""
    cat = it.value("animal") == "cats"
    tone = Tone.of(FLAVOURS[str(it.value("flavour"))])
    if it.value("food_type") == "wet food":
        s.ground(160, 230, 122)
        s.rect(44, 96, 154, 132, 8, s.slant(tone), tone.deep, 1)
        s.path("M44 96l24-26h154l-24 26zM198 96l24-26v132l-24 26z", s.linear(tone.light, tone.dark, way=ACROSS))
        _face(s, 120, 166, cat)
        for i in range(3):
            with s.turned(6 + i * 9, 226 + i * 8, 220):
                s.path(f"M{206 + i * 14} 132h60v88q0 8-8 8h-44q-8 0-8-8z", s.slant(Tone.of(tone.light)), tone.deep, 1)
                s.line(f"M{210 + i * 14} 142h52", white(0.8), 2.5, "4 3")
        _fish(s, 262, 188)
        return
    kilos = it.number("net_content", 3)
    wide, high = 96 + kilos * 5, 130 + kilos * 5.5
    x, y = 128 - wide / 2, 226 - high
    s.ground(146, 230, wide * 0.62 + 40)
    budget = it.named("pottlebrook")
    front = PAPER if budget else tone
    s.path(
        f"M{x:.0f} {y:.0f}h{wide:.0f}l6 {high - 10:.0f}q1 10-9 10H{x + 3:.0f}q-10 0-9-10z",
        s.across(front),
        front.deep,
        1,
    )
    s.rect(x - 3, y - 12, wide + 6, 18, 4, s.down(Tone.of(tone.dark)))
    s.line(f"M{x + 4:.0f} {y - 2:.0f}h{wide - 8:.0f}", white(0.7), 2, "5 4")
    wave, band = f"q{wide / 2 + 3:.0f} -26 {wide + 9:.0f} 0", high * 0.22
    s.path(
        f"M{x - 3:.0f} {y + high * 0.66:.0f}{wave}l1 {band:.0f}H{x - 5:.0f}z",
        s.slant(tone if budget else Tone.of("#f2e6cf")),
    )
    _face(s, 128, y + high * 0.42, cat, 0.9 + kilos * 0.03 + (0.14 if it.value("life_stage") == "puppy" else 0))
    if it.value("flavour") == "salmon":
        _fish(s, 128, y + high * 0.78)
    else:
        s.oval(
            118, y + high * 0.78, 17, 11, s.globe(Tone.of("#a8443a" if it.value("flavour") == "beef" else "#d8a15c"))
        )
        s.line(f"M132 {y + high * 0.78:.0f}l18-6", "#f6f4ee", 6)
    if it.yes("grain_free"):
        s.oval(x + wide - 12, y + 26, 15, None, s.globe(Tone.of("#4d9a6b")))
        s.line(f"M{x + wide - 20:.0f} {y + 34:.0f}l16-16", white(0.9), 4)
    s.path("M216 200h84l-10 22q-3 6-10 6h-44q-7 0-10-6z", s.across(Tone.of("#4279c6")))
    s.path("M220 200q8-22 38-22t38 22z", s.linear("#b98a5a", "#8b5c3b"))
    for i in range(9):
        s.oval(230 + i * 17 % 58, 186 + i * 7 % 13, 6, 4, "#c9a06a" if i % 2 else "#7a4f30")


def _face(s: Sheet, x: float, y: float, cat: bool, size: float = 1, badge: bool = True) -> None:
    with s.moved(x, y), s.sized(size, 0, 0):
        if badge:
            s.oval(0, 0, 34, None, white(0.92))
        if cat:
            s.path("M-22 22l-2-44 15 12q9-4 18 0l15-12-2 44q-22 12-44 0z", s.slant(Tone.of("#7d8694")))
            for dx in (-9, 9):
                s.oval(dx, 0, 4.4, 5.6, "#f3d46a")
                s.oval(dx, 0, 1.6, 4.6, "#20242c")
            s.path("M-4 10h8l-4 5z", "#f0a5ae")
            s.line("M-10 14l-16-3M-10 18l-16 2M10 14l16-3M10 18l16 2", white(0.8), 1.6)
            return
        s.path("M-18-18q18-10 36 0l4 26q-6 20-22 20t-22-20z", s.slant(Tone.of("#c99a64")))
        s.path("M-18-20q-16 2-14 30 12 2 16-18zM18-20q16 2 14 30-12 2-16-18z", s.slant(Tone.of("#8b5c3b")))
        s.oval(0, 14, 11, 9, "#f0e0c4")
        s.oval(0, 9, 5.4, 4, "#2c2320")
        for dx in (-9, 9):
            s.oval(dx, -4, 3.4, None, "#2c2320")


def _fish(s: Sheet, x: float, y: float) -> None:
    s.path(f"M{x - 20:.0f} {y:.0f}q18-18 38 0-20 18-38 0zM{x + 14:.0f} {y:.0f}l14-10v20z", s.down(Tone.of("#6f9fc4")))
    s.oval(x - 10, y - 2, 2.2, None, "#20242c")


def pet_clippers(s: Sheet, it: Subject) -> None:
    """Clippers with their combs: on a cable, cordless, or in a stand with the spare battery."""
    tone, stand = it.tone(), it.value("charging_port") == "proprietary stand"
    s.ground(160, 230, 112)
    if it.value("cable_length") is not None:
        s.line("M170 206C200 250 270 230 250 188 238 160 282 150 312 168", DARK.light, 6)
    if stand:
        s.path("M86 190h148l12 30q0 8-10 8H84q-10 0-10-8z", s.slant(DARK), ink(0.4), 1)
        s.rect(206, 150, 26, 48, 6, s.across(Tone.of("#59606c")))
        s.oval(219, 162, 4, None, "#5fd08a")
    with s.turned(0 if stand else 14, 160, 130), s.moved(-24 if stand else 0):
        s.path("M128 92h64l-4 96q-2 26-28 26t-28-26z", s.across(tone), tone.deep, 1)
        s.path("M126 92q4-26 34-26t34 26z", s.across(Tone.of(tone.dark)), tone.deep, 1)
        s.path("M132 68l-6-30h68l-6 30z", s.across(STEEL), STEEL.deep, 1)
        for i in range(10):
            s.line(f"M{130 + i * 6.7:.1f} 38v-9", STEEL.deep, 3)
        s.line("M130 46h60", ink(0.35), 2)
        s.rect(149, 108, 22, 34, 11, s.down(DARK if it.value("colour") != "black" else Tone.of("#7d8694")))
        s.oval(160, 118, 6, None, "#e6843f")
        if it.yes("rechargeable"):
            for i in range(3):
                s.oval(152 + i * 8, 158, 2.6, None, "#5fd08a")
        s.sheen(136, 100, 6, 84, 0.45)
    for i in range(min(4, int(it.number("comb_attachments", 3)) // 2)):
        x, high = (34 + i * 28, 26 + i * 7) if not stand else (20 + i * 17, 22 + i * 6)
        s.rect(x, 226 - high, 22 if not stand else 14, 10, 3, s.down(Tone.of("#4279c6")))
        for j in range(4 if not stand else 3):
            s.line(f"M{x + 3 + j * 5.2:.1f} {236 - high}v{high - 12}", "#4279c6", 2.6)


def pet_carrier(s: Sheet, it: Subject) -> None:
    """A box with a grid door, a backpack with a round window, or a soft cabin bag."""
    tone = it.tone()
    s.ground(160, 230, 118)
    if it.value("material") == "plastic":
        s.rect(126, 54, 68, 22, 10, "none", tone.deep, 9)
        s.path("M48 146q0-76 60-76h104q60 0 60 76z", s.slant(tone), tone.deep, 1)
        s.path("M44 146h232l-6 68q-1 14-16 14H66q-15 0-16-14z", s.down(Tone.of("#dfe3e9")), "#8d95a1", 1)
        for x in (58, 244):
            s.rect(x, 136, 18, 26, 5, s.across(DARK))
        s.path("M98 214v-66q0-50 62-50t62 50v66z", "#2f353f")
        _face(s, 160, 172, True, 1.2, False)
        for i in range(7):
            s.line(f"M{106 + i * 18} {112 if 0 < i < 6 else 124}v100", STEEL.light, 3)
        s.line("M100 146h120M100 182h120", STEEL.light, 3)
        s.rect(150, 162, 20, 20, 5, s.globe(STEEL))
        return
    if it.yes("chest_strap"):
        s.line("M132 40c0-22 56-22 56 0", tone.deep, 9)
        s.rect(72, 36, 176, 192, 50, s.slant(tone), tone.deep, 1)
        for x in (80, 218):
            s.rect(x, 108, 22, 96, 10, ink(0.35))
            s.line(f"M{x + 5} 112v88M{x + 11} 112v88M{x + 17} 112v88", white(0.25), 1.5, "3 3")
        s.oval(160, 130, 60, None, s.globe(STEEL))
        s.oval(160, 130, 53, None, s.radial("#e6f3f9", "#9cc7dc", "#5f93ad"))
        _face(s, 160, 144, True, 1.3, False)
        s.path("M118 112q10-30 44-34-24 12-30 40z", white(0.75))
        s.rect(116, 198, 88, 22, 8, s.slant(Tone.of(tone.dark)))
        s.line("M122 206h76", STEEL.light, 2.5)
        return
    s.line("M84 108C100 30 220 30 236 108", DARK.light, 9)
    s.line("M112 96q48-40 96 0", DARK.deep, 10)
    s.path("M40 112q0-18 18-18h204q18 0 18 18v100q0 16-16 16H56q-16 0-16-16z", s.slant(tone), ink(0.5), 1)
    s.rect(64, 118, 140, 88, 18, "#4a505b")
    with s.inside(box(64, 118, 140, 88, 18)):
        _face(s, 134, 176, False, 1.3, False)
        s.rect(64, 118, 140, 88, 18, sheer("#20242c", 0.28))
        for i in range(12):
            s.line(f"M{64 + i * 13} 118l-20 90M{44 + i * 13} 118l20 90", white(0.12), 1.2)
    s.line("M64 136q0-18 18-18h104q18 0 18 18", "#e6843f", 3)
    s.rect(218, 124, 48, 74, 10, s.slant(Tone.of("#4a505b")))
    s.line("M224 136h36", "#e6843f", 3)
    s.line("M52 218h216", white(0.2), 3)
