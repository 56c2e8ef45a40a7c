"""Kettles, pots, pans and what stands beside them."""

from __future__ import annotations

from catalog.sample.drawing.sheet import Sheet
from catalog.sample.drawing.subject import Subject
from catalog.sample.drawing.tones import DARK, STEEL, WOOD, Tone, ink, sheer, white

COFFEE = Tone.of("#5b3a26")


def kettle(s: Sheet, it: Subject) -> None:
    """A kettle on its base; a gooseneck one pours thinly and shows its temperature."""
    tone = it.tone()
    s.ground(160, 228, 94)
    s.rect(92, 214, 136, 13, 6, s.along(DARK))
    if it.named("gooseneck"):
        s.line("M112 186C66 184 84 104 50 92", tone.deep, 12)
        s.line("M112 186C66 184 84 104 50 92", tone.plain, 8)
        s.line("M214 100h28q14 0 12 16l-8 58", tone.deep, 14)
        s.path("M112 88h96l16 126H98z", s.across(tone))
        s.path("M116 88q44-22 88 0z", s.across(tone))
        s.oval(160, 72, 9, 7, s.globe(STEEL))
        s.rect(186, 217, 30, 8, 3, "#ffb35c")
        s.path("M126 102l-8 92", "none", white(0.3), 6)
        return
    plain = it.named("pottlebrook")
    s.path("M104 92L74 98l4 14 24 24z", s.across(tone))
    s.line("M204 92h36q16 0 16 16v62q0 16-16 16h-18", DARK.deep, 19)
    s.line("M204 90h36q16 0 16 16v62q0 16-16 16h-18", DARK.plain, 14)
    s.path("M104 70h104l14 134q1 10-10 10H98q-11 0-10-10z", s.across(tone))
    if plain:
        s.path("M104 70q52-20 104 0z", s.across(DARK))
        s.rect(146, 50, 28, 12, 6, s.along(DARK))
        s.rect(124, 112, 15, 76, 7.5, ink(0.35))
        s.rect(126, 146, 11, 40, 5.5, "#8cc8e6")
    else:
        s.path("M102 82l2-12q52-26 104 0l2 12q-54 10-108 0z", s.across(DARK))
        s.rect(214, 82, 26, 8, 4, "#6fb7e0")
        s.line("M95 182q61 12 126 0", sheer(tone.deep, 0.35), 2)
    s.path("M118 96l-10 92", "none", white(0.5), 8)
    s.oval(238, 190, 4, None, "#7ddc9a")


def coffee_machine(s: Sheet, it: Subject) -> None:
    """A coffee machine of its kind: filter, capsule, espresso or bean-to-cup."""
    tone = it.tone()
    kinds = {"filter coffee": _filter, "capsule": _capsule, "espresso": _espresso}
    kinds.get(str(it.value("coffee_system")), _bean_to_cup)(s, tone)


def _cup(s: Sheet, x: float, y: float, scale: float = 1.0) -> None:
    with s.moved(x, y), s.sized(scale, 0, 0):
        s.line("M18-22h8q8 0 8 7t-10 8h-8", "#d9dde3", 5)
        s.path("M-20-26h40l-5 22q-2 4-7 4H-8q-5 0-7-4z", s.across(Tone.of("#f4f5f7")))
        s.oval(0, -26, 20, 4.5, COFFEE.plain)
        s.line("M-5-38q-6-8 0-15t0-14M7-36q6-8 0-15", white(0.75), 3)


def _filter(s: Sheet, tone: Tone) -> None:
    s.ground(160, 228, 92)
    s.rect(84, 44, 50, 182, 14, s.across(tone))
    s.rect(84, 36, 144, 54, 16, s.slant(tone))
    s.path("M150 90h66l-12 26h-42z", s.across(Tone.of(tone.deep)))
    s.rect(84, 208, 146, 18, 8, s.along(tone))
    s.line("M216 138h14q14 0 14 16v16q0 14-18 16", DARK.plain, 9)
    s.path("M148 130h70l10 66q0 12-12 12h-66q-12 0-12-12z", s.linear(white(0.75), white(0.35)), white(0.9), 2)
    s.path("M142 164h82l4 32q0 12-12 12h-66q-12 0-12-12z", s.down(COFFEE))
    s.rect(150, 122, 66, 11, 5, s.along(DARK))
    s.rect(94, 106, 12, 66, 6, ink(0.45))
    s.rect(96, 134, 8, 36, 4, "#8cc8e6")
    s.oval(104, 196, 6, None, "#e4574f")
    s.path("M100 48h92", "none", white(0.3), 6)


def _capsule(s: Sheet, tone: Tone) -> None:
    s.ground(166, 228, 80)
    s.rect(188, 84, 44, 136, 14, s.linear(white(0.75), "#a9c9dc"), white(0.9), 2)
    s.rect(192, 116, 36, 100, 10, "#9cc8e0aa")
    s.path("M112 96q0-56 50-56h16q24 0 24 28v158h-54v-82h-26q-10 0-10-10z", s.slant(tone), tone.dark, 1)
    s.path("M112 62C112 30 176 26 196 52l-8 10q-30-16-62 10z", s.down(STEEL))
    s.rect(116, 142, 22, 13, 4, s.along(DARK))
    s.rect(92, 212, 108, 15, 7, s.along(DARK))
    s.oval(150, 98, 9, None, white(0.85))
    s.oval(174, 98, 9, None, white(0.85))
    s.oval(150, 98, 3.5, None, ink(0.5))
    s.oval(174, 98, 5.5, None, "none", ink(0.5), 2)
    s.path("M122 118V98q0-34 26-42", "none", white(0.45), 6)
    _cup(s, 120, 212, 0.9)


def _espresso(s: Sheet, tone: Tone) -> None:
    s.ground(160, 228, 106)
    for x in (100, 134, 168):
        s.path(f"M{x} 62v-8q0-12 13-12t13 12v8z", s.across(Tone.of("#f4f5f7")))
    s.rect(70, 60, 180, 60, 12, s.slant(tone), tone.dark, 1)
    s.rect(82, 116, 156, 96, 4, s.linear(tone.deep, tone.dark))
    s.rect(62, 206, 196, 20, 8, s.along(tone))
    s.rect(92, 204, 136, 6, 3, ink(0.6))
    s.oval(210, 90, 20, None, s.globe(Tone.of("#f4f5f7")), STEEL.deep, 2)
    s.line("M210 90l9-10", "#c94642", 3)
    for x in (92, 116, 140):
        s.oval(x, 90, 8, None, s.globe(DARK))
    s.rect(132, 116, 52, 18, 5, s.across(STEEL))
    s.path("M136 134h44l-8 16h-28z", s.across(STEEL))
    s.line("M136 142L84 150", DARK.deep, 13)
    s.line("M132 141L86 148", Tone.of("#7a5136").light, 6)
    s.line("M226 118v40q0 16 10 22", STEEL.deep, 8)
    s.line("M226 118v40q0 16 10 22", STEEL.light, 5)
    s.line("M152 150v14M166 150v14", COFFEE.plain, 3)
    _cup(s, 159, 204, 0.95)
    s.path("M80 70h96", "none", white(0.6), 4)


def _bean_to_cup(s: Sheet, tone: Tone) -> None:
    s.ground(160, 230, 100)
    s.path("M116 24h88l-8 26h-72z", s.linear(white(0.7), "#b9a58f99"), white(0.8), 2)
    for i in range(7):
        s.oval(128 + i * 11, 42 - (i % 2) * 5, 6, 4, COFFEE.plain if i % 2 else COFFEE.light)
    s.rect(82, 46, 156, 182, 18, s.slant(tone), tone.dark, 1)
    s.rect(98, 60, 124, 42, 8, "#11151c")
    for i in range(8):
        s.oval(114 + (i % 4) * 31, 72 + (i // 4) * 18, 5.5, None, ("#f1c58d", "#d88f5b", "#f6ead9", "#c98b62")[i % 4])
    s.path("M104 118h112v86H104z", s.linear(tone.deep, "#14181f"))
    s.rect(138, 112, 44, 36, 7, s.across(STEEL))
    s.line("M152 148v20M168 148v20", COFFEE.light, 3)
    s.rect(98, 204, 124, 16, 6, s.along(STEEL))
    _cup(s, 160, 204)
    s.path("M90 214V72q0-18 14-18", "none", white(0.22), 4)
    s.rect(206, 150, 34, 54, 6, s.across(Tone.of("#eef1f4")))


def frying_pan(s: Sheet, it: Subject) -> None:
    """A pan with its handle, as large as its diameter; bare steel is blue, coated aluminium is dark."""
    bare, cheap = it.value("coating") == "uncoated", it.named("pottlebrook")
    body = Tone.of("#6c7482") if bare else it.tone()
    inner = Tone.of("#566074") if bare else Tone.of("#454b56" if not cheap else "#6a6763")
    s.ground(148, 216, 122, 16)
    with s.sized(it.number("diameter", 28) / 28 * 1.02, 150, 220):
        handle = "M206 118C236 92 262 70 290 46"
        s.line(handle, ink(0.25), 20)
        s.line(handle, STEEL.dark if bare else DARK.deep, 17)
        s.line(handle, STEEL.light if bare else DARK.light, 7)
        s.oval(287, 49, 4, None, white(0.7))
        if bare:
            s.line("M204 132l18-16M196 122l20-16", STEEL.pale, 4)
        s.path("M28 146c0 46 44 74 108 74s108-28 108-74z", s.across(body))
        s.oval(136, 146, 108, 62, s.slant(body))
        s.oval(136, 147, 101, 56, s.radial(inner.dark, inner.plain, inner.light, at=(0.5, 0.65), reach=0.7))
        s.oval(136, 156, 82, 41, s.radial(inner.light, inner.plain, inner.dark, at=(0.4, 0.2), reach=0.9))
        if bare:
            s.oval(124, 158, 50, 23, s.radial("#8a7a9a88", "#c79a6a55", "#c79a6a00", at=(0.5, 0.5), reach=0.5))
        elif not cheap:
            for r in (0.75, 0.5, 0.25):
                s.oval(136, 156, 82 * r, 41 * r, "none", white(0.12), 1.5)
        else:
            s.line("M78 152h0M96 168h0M116 148h0M140 170h0M158 150h0M178 164h0M128 186h0", white(0.28), 3)
        s.line("M50 124q26-30 76-34", white(0.5), 5)


def saucepan(s: Sheet, it: Subject) -> None:
    """A saucepan with its handle, and its glass lid where it has one."""
    tone, wooden = it.tone(), it.value("handle_material") == "beech wood"
    s.ground(150, 226, 100)
    with s.sized(0.5 + it.number("diameter", 16) * 0.026, 150, 224):
        grip = WOOD if wooden else STEEL
        s.line("M214 132L296 116", grip.deep, 16)
        s.line("M214 131L294 115", grip.light, 9)
        if it.named("20"):
            s.line("M66 132H44q-8 0-8 10t8 10h20", STEEL.deep, 9)
            s.line("M66 132H44q-8 0-8 10t8 10h20", STEEL.light, 4)
        if it.yes("lid_included"):
            s.path("M64 112C76 74 214 74 226 112z", s.linear(white(0.85), "#b9cfdcb0"), white(0.9), 2)
            s.oval(145, 76, 13, 9, s.globe(STEEL))
            s.path("M96 100q14-14 38-16", "none", white(0.9), 4)
            s.oval(186, 98, 3, 2, ink(0.4))
        else:
            s.oval(145, 116, 81, 17, s.slant(Tone.of(tone.dark)))
            s.oval(145, 119, 73, 13, s.linear("#ffffff", "#efe9de"))
        rim = 112 if it.yes("lid_included") else 118
        s.path(f"M62 {rim}q83 {8 if rim == 112 else 34} 166 0l-4 92q-1 20-20 20H86q-19 0-20-20z", s.across(tone))
        s.path(f"M54 {rim - 2}l12-4v10z", tone.plain)
        if not wooden:
            s.line("M67 206q78 10 156 0", sheer(tone.deep, 0.5), 2)
        s.rect(84, rim + 18, 11, 66, 5.5, white(0.5))


def knife(s: Sheet, it: Subject) -> None:
    """A chef's knife across the picture; damask, rivets or a blade guard tell which."""
    damask, guard = it.named("kurenami"), it.named("pottlebrook")
    grip = Tone.of("#7a4d33") if damask else it.tone("black")
    s.ground(160, 214, 118, 12, 0.26)
    with s.turned(-24, 160, 140), s.sized(0.76 + it.number("blade_length", 20) * 0.0122, 150, 140):
        s.path("M16 138C70 106 130 104 196 106v38C140 164 76 158 16 138z", s.linear("#f7f9fb", "#cdd4dd", "#9aa4b1"))
        s.path("M16 138c60 20 124 26 180 6v10c-60 18-124 12-180-16z", s.linear("#ffffff", "#dde3ea"))
        if damask:
            for dy in (0, 9, 18):
                s.line(f"M60 {124 + dy}q18-10 36-3t36-4 36 1 24-4", sheer("#5d6877", 0.5), 2)
        s.line("M40 130q60-22 152-20", white(0.9), 2.5)
        s.path("M192 104h16l4 4v38l-6 6h-14z", s.down(STEEL if not guard else grip))
        if damask:
            s.path("M208 110h84q10 0 10 12v6q0 14-12 12l-82 2z", s.along(grip))
            s.rect(208, 108, 16, 34, 2, s.along(Tone.of("#2c2f36")))
            s.line("M232 118q30 6 62 2M236 130q28-4 54 0", sheer(grip.deep, 0.5), 2)
        else:
            s.path("M206 108h78q20 2 22 20 0 16-10 20-6 2-10-4-40-6-80 0z", s.along(grip))
            for x in () if guard else (224, 250, 276):
                s.oval(x, 122, 5, None, s.globe(STEEL))
        if guard:
            s.path(
                "M10 132C70 100 120 98 160 100v52c-50 8-100 4-150-14z",
                s.linear("#6cc49acc", "#3d9a6bcc"),
                "#ffffff99",
                2,
            )


def thermos(s: Sheet, it: Subject) -> None:
    """A thermos bottle as tall as its litres, with a screw lid or a push-button one."""
    tone, tall = it.tone(), it.number("height", 24) * 7.4
    top, half = 226 - tall, it.number("diameter", 7) * 4.4
    s.ground(160, 227, half + 26)
    lid = Tone.of("#c9ced6") if not it.named("pottlebrook") else DARK
    s.path(
        f"M{160 - half} {top + 60}q0-20 {half * 0.3:.0f}-28h{half * 1.4:.0f}q{half * 0.3:.0f} 8 {half * 0.3:.0f} 28V212"
        f"q0 14-14 14h-{2 * half - 28:.0f}q-14 0-14-14z", s.across(tone),
    )  # fmt: skip
    if it.named("pottlebrook"):
        s.rect(160 - half * 0.78, top + 2, half * 1.56, 34, 10, s.across(lid))
        s.rect(160 - half * 0.3, top - 8, half * 0.9, 14, 6, s.across(Tone.of("#8d95a1")))
        s.rect(160 + half * 0.5, top + 8, 10, 14, 4, "#e9b44c")
    else:
        s.rect(160 - half * 0.74, top, half * 1.48, 34, 8, s.across(lid))
        s.line(f"M{160 - half * 0.5:.0f} {top + 8:.0f}v18M{160 - half * 0.2:.0f} {top + 8:.0f}v18"
               f"M{160 + half * 0.15:.0f} {top + 8:.0f}v18M{160 + half * 0.45:.0f} {top + 8:.0f}"
               f"v18", ink(0.2), 3)  # fmt: skip
    s.rect(160 - half, top + 64, half * 2, 3, 0, sheer(tone.deep, 0.5))
    s.rect(160 - half * 0.68, top + 76, 8, tall * 0.48, 4, white(0.35))
    s.path(f"M160 {top + tall * 0.62:.0f}l-10 16h20z", white(0.6))


def rice_cooker(s: Sheet, it: Subject) -> None:
    """A rice cooker: one switch, a panel of programmes, or a heavy pressure lid."""
    tone = it.tone()
    s.ground(160, 228, 108)
    if it.named("basic"):
        with s.sized(0.92):
            s.path("M72 116q88-30 176 0z", s.linear(white(0.9), "#c2d4dfcc"), white(0.9), 2)
            s.oval(160, 96, 14, 9, s.globe(DARK))
            s.path("M66 114h188l-12 100q-2 12-14 12H92q-12 0-14-12z", s.across(tone), tone.dark, 1)
            s.rect(60, 108, 200, 12, 6, s.along(STEEL))
            for x in (46, 254):
                s.rect(x, 132, 20, 14, 6, s.along(DARK))
            s.rect(130, 162, 60, 48, 10, s.slant(Tone.of("#e3e6ea")))
            s.rect(148, 182, 24, 20, 5, s.down(DARK))
            s.oval(144, 172, 3.4, None, "#f2a13c")
            s.oval(176, 172, 3.4, None, "#7ddc9a")
            s.line("M150 74q-8-10 0-19t0-17M172 76q8-10 0-19", white(0.8), 4)
        return
    s.path("M62 138C58 76 96 54 160 54s102 22 98 84z", s.slant(tone), tone.dark, 1)
    s.path("M58 136h204l-8 70q-2 20-24 20H90q-22 0-24-20z", s.across(tone), tone.dark, 1)
    s.line("M58 138q102 16 204 0", sheer(tone.deep, 0.55), 3)
    heavy = it.named("kamado")
    s.oval(204, 68, 18, 8, s.slant(STEEL))
    s.line("M194 66h20M194 70h20", ink(0.5), 2)
    s.rect(116, 84 if heavy else 150, 88, 46, 12, "#12161d")
    y = 84 if heavy else 150
    s.rect(126, y + 9, 40, 28, 5, "#ffb35c" if heavy else "#9fe0e6")
    s.line(f"M134 {y + 18}h24M134 {y + 27}h16", ink(0.6), 3)
    for i in range(4):
        s.oval(178 + (i % 2) * 14, y + 16 + (i // 2) * 14, 4, None, white(0.55))
    if heavy:
        s.rect(120, 174, 80, 14, 7, s.along(Tone.of("#c58a55")))
        s.line("M70 120C70 84 96 66 130 64", white(0.25), 6)
    else:
        s.rect(134, 118, 52, 12, 6, s.along(STEEL))
        s.line("M74 120C76 84 100 70 132 66", white(0.8), 6)
