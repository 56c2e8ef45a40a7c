"""Drills, hand tools, ladders and work gloves."""

from __future__ import annotations

from catalog.sample.drawing.sheet import Sheet
from catalog.sample.drawing.subject import Subject
from catalog.sample.drawing.tones import DARK, PAPER, STEEL, WOOD, Tone, ink, sheer, white

RULE = Tone.of("#f2cf4a")


def drill(s: Sheet, it: Subject) -> None:
    """A drill on its cable with a side handle, or on its battery; with its case and second battery where they come."""
    tone, corded, cased = it.tone(), it.value("power_source") == "mains", it.yes("storage_box")
    s.ground(168, 236, 122)
    if cased:
        s.line("M66 112V96q0-8 8-8h58q8 0 8 8v16", DARK.plain, 9)
        s.rect(18, 110, 170, 122, 10, s.slant(DARK), DARK.deep, 1)
        s.line("M20 166h166", ink(0.5), 3)
        for x in (44, 136):
            s.rect(x, 156, 26, 24, 4, s.down(tone))
        s.rect(250, 194, 62, 36, 8, s.down(DARK))
        s.line("M262 206h38", tone.plain, 5)
    scale = 0.84 if it.number("voltage", 18) < 15 else 0.94 if cased else 1
    with s.sized(scale, 176), s.moved(34 if cased else 0, -12 if cased else 0):
        if corded:
            s.line("M214 200c6 46 44 40 56 14s26-20 34 4", DARK.deep, 7)
        s.rect(24, 89, 52, 7, 2, s.along(STEEL))
        s.line("M30 95l8-6M42 95l8-6M54 95l8-6", ink(0.4), 1.6)
        s.path("M66 84l12-12h24v41H78l-12-12z", s.along(DARK))
        s.rect(100, 66, 22, 54, 6, s.along(Tone.of("#6a727e")))
        s.line("M105 74h12M105 84h12M105 94h12M105 104h12", ink(0.4), 2)
        if corded:
            s.rect(102, 116, 18, 66, 8, s.across(DARK))
        s.path("M172 118h52l14 76h-54z", s.slant(DARK), DARK.deep, 1)
        s.path("M120 58h98q30 4 30 36t-30 34h-98z", s.along(tone), tone.dark, 1)
        s.path("M170 128q-14 4-9 38l16-4z", tone.deep)
        s.line("M196 76h34M196 88h38M196 100h38", ink(0.34), 4)
        s.rect(132, 78, 46, 28, 5, white(0.2))
        s.line("M130 65h84", white(0.45), 4)
        if not corded:
            s.rect(160, 190, 98, 38, 9, s.down(DARK), DARK.deep, 1)
            s.line("M172 203h74", tone.plain, 6)
            s.oval(152, 134, 5, None, "#fff3b0")


def _driver(s: Sheet, x: float, y: float, reach: float, tone: Tone, sleeved: bool) -> None:
    s.rect(x - 3, y + 56, 6, reach, 1.5, s.across(tone if sleeved else STEEL))
    s.path(f"M{x - 4} {y + 56 + reach}h8l-2 9h-4z", STEEL.deep)
    s.rect(x - 10, y, 20, 58, 8, s.across(tone), tone.dark, 1)
    s.line(f"M{x - 4} {y + 12}v30M{x + 4} {y + 12}v30", ink(0.28), 2.4)
    s.rect(x - 8, y + 52, 16, 8, 3, DARK.plain)


def screwdriver_set(s: Sheet, it: Subject) -> None:
    """Screwdrivers in a row, or an open box of bits with its ratchet handle."""
    tone, sleeved = it.tone(), it.yes("electrically_insulated")
    if it.yes("ratchet"):
        s.ground(160, 232, 128)
        s.path("M46 60h228l14 66H32z", s.down(tone), tone.deep, 1)
        s.rect(30, 122, 260, 106, 10, s.slant(tone), tone.deep, 1)
        s.rect(42, 132, 236, 86, 6, s.linear("#5a616d", "#4a505b"))
        for i in range(24):
            x, y = 132 + i % 12 * 12, 142 + i // 12 * 34
            s.rect(x - 3, y, 6, 20, 1, s.across(STEEL))
            s.rect(x - 4, y + 14, 8, 9, 1, (RULE.plain, "#c94642", "#4279c6", "#4d9a6b")[i // 3 % 4])
        with s.turned(90, 84, 174):
            _driver(s, 84, 134, 26, Tone.of("#e6843f"), False)
        s.line("M52 112l10-44h190", white(0.14), 4)
        return
    s.ground(160, 236, 116)
    count = int(it.number("pack_size", 6))
    if not sleeved:
        s.rect(34, 40, 252, 56, 8, PAPER.plain, "#d5cfbf", 1)
        s.oval(56, 56, 5, None, ink(0.25))
        s.oval(264, 56, 5, None, ink(0.25))
    for i in range(count):
        reach = 90 - i * (44 / count) if sleeved else (96, 84, 68, 96, 84, 60)[i % 6]
        _driver(s, 160 + (i - (count - 1) / 2) * (232 / count), 54 if sleeved else 66, reach, tone, sleeved)


def hammer(s: Sheet, it: Subject) -> None:
    """A claw hammer or a rubber mallet on its handle of wood or fibreglass."""
    tone, mallet = it.tone(), it.value("style") == "mallet"
    wooden = it.value("handle_material") == "beech wood"
    s.ground(166, 236, 108)
    with s.turned(34, 160, 140):
        s.path("M151 62h18l3 100q4 40 0 86-12 8-24 0-4-46 0-86z", s.across(WOOD if wooden else Tone.of("#d9a13c")))
        if not wooden:
            s.path("M147 150h26q5 50 1 98-14 9-28 0-4-48 1-98z", s.across(DARK))
            s.line("M150 172h20M149 188h22M149 204h22M149 220h22", white(0.22), 3)
        else:
            s.line("M156 100q-3 60 0 130", sheer(WOOD.deep, 0.4), 2)
        if mallet:
            s.rect(92, 22, 136, 62, 14, s.along(tone), tone.dark, 1)
            s.rect(92, 22, 16, 62, 8, sheer(tone.dark, 0.5))
            s.rect(212, 22, 16, 62, 8, sheer(tone.dark, 0.5))
            s.rect(146, 20, 28, 66, 4, s.along(DARK))
            return
        head = STEEL if wooden else Tone.of("#565e6a")
        s.path("M176 38q52-6 72 44-34-24-74-12z", s.along(head), head.deep, 1)
        s.rect(116, 43, 28, 28, 3, s.along(head))
        s.rect(92, 34, 26, 46, 6, s.along(head), head.deep, 1)
        s.rect(140, 36, 42, 44, 7, s.along(head), head.deep, 1)
        s.line("M98 42v26", white(0.5), 4)
        if it.yes("magnetic"):
            s.rect(150, 36, 22, 7, 2, "#c94642")


def tape_measure(s: Sheet, it: Subject) -> None:
    """A tape measure with its blade pulled out, larger for a longer one."""
    tone, reach = it.tone(), it.number("length", 5)
    broad = it.number("blade_width", 16) * 0.9
    s.ground(150, 226, 122)
    with s.sized({3.0: 0.78, 5.0: 0.94}.get(reach, 1.1), 130):
        s.rect(150, 221 - broad, 134, broad, 1, s.down(RULE))
        for i in range(13):
            deep = broad * (0.65 if i % 4 == 0 else 0.35)
            s.line(f"M{176 + i * 8} {221 - broad:.0f}v{deep:.0f}", "#5a4a10" if i % 4 else "#b02f2b", 1.6)
        s.rect(281, 216 - broad, 5, broad + 12, 1, STEEL.dark)
        s.path("M52 120q0-44 44-44h56q40 0 44 40l6 92q0 16-16 16H68q-16 0-16-16z", s.slant(tone), tone.deep, 1)
        s.oval(122, 148, 46, None, s.globe(Tone.of("#4a505b") if tone.plain != "#343943" else Tone.of("#d98f2e")))
        s.oval(122, 148, 33, None, s.radial(white(0.95), "#dfe3ea"))
        for i in range(int(reach)):
            with s.turned(i * 360 / reach, 122, 148):
                s.line("M122 121v9", DARK.plain, 3.4)
        s.rect(148, 66, 34, 18, 6, s.down(Tone.of("#c94642")))
        s.line("M70 106q6-20 28-20h34", white(0.4), 5)


def ladder(s: Sheet, it: Subject) -> None:
    """A step ladder with as many treads as it has, or a telescopic one that leans."""
    tone, steps = it.tone(), int(it.number("steps", 4))
    rail = STEEL if it.value("colour") == "silver" else tone
    s.ground(160, 244, 100, 9)
    if it.value("style") == "telescopic ladder":
        with s.turned(9, 160, 240):
            for i in range(steps):
                y, wide = 234 - i * 17.5, 54 - i * 1.2
                for side in (-1, 1):
                    s.rect(
                        160 + side * wide - 5 + i * 0.15, y - 17, 10 - i * 0.3, 18, 2, s.across(rail), rail.dark, 0.6
                    )
                s.rect(160 - wide, y - 9, wide * 2, 6, 3, s.along(rail))
                s.rect(160 - wide - 6, y - 12, 12, 6, 2, DARK.plain)
                s.rect(160 + wide - 6, y - 12, 12, 6, 2, DARK.plain)
        return
    top = 92 if steps < 4 else 40
    s.line(f"M138 {top}L226 240M196 {top}L266 236", rail.deep, 7)
    s.line("M212 216l46 0", rail.deep, 5)
    s.line(f"M128 {top}L70 240M192 {top}L214 240", rail.dark, 12)
    s.line(f"M128 {top}L70 240M192 {top}L214 240", rail.light, 6)
    for i in range(steps):
        share = (i + 0.75) / steps
        y = top + (240 - top) * share
        left, right = 128 - 58 * share, 192 + 22 * share
        s.path(f"M{left:.0f} {y - 7:.0f}h{right - left:.0f}l5 12H{left - 5:.0f}z", s.down(DARK if steps < 4 else STEEL))
        s.line(f"M{left + 4:.0f} {y:.0f}h{right - left - 6:.0f}", white(0.3), 2, "4 4")
    if steps < 4:
        s.line(f"M128 {top}Q132 34 150 34h24q16 0 18 {top - 34}", rail.plain, 8)
        s.line(f"M128 {top}Q132 34 150 34h24q16 0 18 {top - 34}", white(0.6), 3)
    s.rect(116, top - 8, 88, 14, 5, s.down(Tone.of("#c94642") if steps < 4 else Tone.of("#e6843f")))
    for x in (70, 214, 226, 266):
        s.rect(x - 8, 234, 16, 10, 4, DARK.plain)


def work_gloves(s: Sheet, it: Subject) -> None:
    """A pair of gloves: knitted with a dipped palm, or leather ones with cuffs up to the elbow."""
    tone, leather = it.tone(), it.value("material") == "leather"
    s.ground(160, 240, 112, 9)
    hand = (
        "M-36 58V8l-3-62q0-10 8-10t9 10l3 40 2-58q0-10 9-10t9 10l1 56 5-60q0-10 9-10t9 10l-2 62"
        " 9-42q2-9 10-8t7 11L42 12l14-22q6-8 13-4t2 13L42 58z"
    )
    for flipped in (True, False):
        with s.moved(106 if flipped else 214, 104 if leather else 122, flipped), s.turned(5, 0, 60):
            cuff = "M-37 56h80l10 84h-98z" if leather else "M-36 56h78l2 46h-82z"
            s.path(cuff, s.across(Tone.of("#d8c5a4") if leather else Tone.of(tone.light)), tone.dark, 1)
            if not leather:
                s.line("M-26 62v36M-14 62v36M-2 62v36M10 62v36M22 62v36M34 62v36", ink(0.18), 3)
                s.line("M-37 100h80", "#e6843f", 6)
            s.path(hand, s.slant(tone), tone.deep, 1.4)
            if leather:
                s.path("M-30 6q30 16 70 8l-4 34h-66z", sheer(tone.deep, 0.3))
                s.line("M-38 58h82", tone.deep, 5)
                s.line("M-44 132h94", sheer(tone.deep, 0.7), 4)
            else:
                with s.inside(hand):
                    s.path("M-44-20q50 14 120-6v66q-60 12-120 0z", sheer("#2c313a", 0.62))
                    s.rect(-44, -72, 116, 34, 0, sheer("#2c313a", 0.62))
