"""Blocks, soft toys and children's bags."""

from __future__ import annotations

from catalog.sample.drawing.sheet import SLANT, Sheet
from catalog.sample.drawing.subject import Subject
from catalog.sample.drawing.tones import PAPER, WOOD, Tone, ink, sheer, white

BRIGHT = ("#e2604f", "#f0b53f", "#5aa469", "#4d86c6", "#9a6fbd", "#ef8f4c", "#49b3ad")


def building_blocks(s: Sheet, it: Subject) -> None:
    """Blocks built up: wooden towers, plastic ones with studs, or see-through magnet tiles."""
    s.ground(160, 230, 126)
    if it.yes("magnetic"):
        _tiles(s)
    elif it.value("material") == "plastic":
        rows = (
            (40, 186, 3, 0),
            (142, 186, 3, 3),
            (244, 186, 1, 1),
            (70, 146, 2, 1),
            (142, 146, 2, 4),
            (74, 106, 3, 2),
            (108, 66, 1, 5),
        )
        for x, y, studs, colour in rows:
            tone = Tone.of(BRIGHT[colour])
            for i in range(studs):
                s.rect(x + 7 + i * 34, y - 9, 20, 12, 4, s.across(tone))
            s.rect(x, y, 34 * studs, 40, 5, s.down(tone), tone.dark, 1)
            s.line(f"M{x + 6} {y + 6}h{34 * studs - 14}", white(0.5), 3)
    else:
        many = it.number("pieces", 50) > 60
        if many:
            s.rect(22, 172, 276, 54, 6, s.down(WOOD), WOOD.dark, 1)
            s.line("M298 200q20-6 18 12", "#b0503f", 4)
        _wooden(s, 226 if not many else 172, many)


def _wooden(s: Sheet, floor: float, many: bool) -> None:
    def cube(x: float, y: float, w: float, h: float, colour: int) -> None:
        tone = Tone.of(BRIGHT[colour]) if colour >= 0 else WOOD
        s.rect(x, floor - y - h, w, h, 4, s.slant(tone), tone.dark, 1)
        s.line(f"M{x + 5} {floor - y - h + 5:.0f}h{w - 12}", white(0.45), 2.5)

    for block in (
        (60, 0, 36, 44, 0),
        (60, 44, 36, 30, -1),
        (196, 0, 36, 44, 3),
        (196, 44, 36, 30, 2),
        (106, 0, 34, 34, 1),
        (152, 0, 34, 34, 4),
    ):
        cube(*block)
    cube(56, 74, 180, 16, -1)
    s.path(f"M96 {floor - 90:.0f}v-34h100v34h-28a22 22 0 0 0-44 0z", s.slant(Tone.of(BRIGHT[5])), ink(0.15), 1)
    if not many:
        s.path(f"M110 {floor - 124:.0f}l36-38 36 38z", s.slant(Tone.of(BRIGHT[0])))
        s.oval(262, floor - 17, 17, None, s.globe(Tone.of(BRIGHT[1])))
        s.rect(250, floor - 62, 26, 28, 4, s.across(WOOD))
    else:
        s.path("M108 48l38-30 38 30z", s.slant(Tone.of(BRIGHT[0])))
        for x in (26, 254):
            s.rect(x, floor - 50, 26, 50, 4, s.across(Tone.of(BRIGHT[2] if x < 99 else BRIGHT[4])))
            s.path(f"M{x - 4} {floor - 50:.0f}l17-24 17 24z", s.slant(Tone.of(BRIGHT[3])))


def _tiles(s: Sheet) -> None:
    squares = ((52, 158, 0), (120, 158, 3), (188, 158, 2), (86, 92, 4), (154, 92, 1))
    for x, y, colour in squares:
        tone = Tone.of(BRIGHT[colour])
        s.rect(x, y, 66, 66, 6, s.linear(sheer(tone.light, 0.75), sheer(tone.plain, 0.6), way=SLANT), tone.dark, 2.5)
        s.rect(x + 11, y + 11, 44, 44, 4, "none", white(0.6), 2)
    for d, colour in (("M88 88l31-52 31 52z", 5), ("M156 88l31-52 31 52z", 6), ("M256 224l26-60 26 60z", 0)):
        tone = Tone.of(BRIGHT[colour])
        s.path(d, s.linear(sheer(tone.light, 0.8), sheer(tone.plain, 0.6)), tone.dark, 2.5)
    s.rect(14, 200, 34, 16, 4, s.along(Tone.of("#3fa7a0")))
    for x in (22, 42):
        s.oval(x, 220, 7, None, "#3a404b")


def plush_toy(s: Sheet, it: Subject) -> None:
    """A bear, curly or smooth, or a whale as large as a child."""
    tone = it.tone()
    if it.named("whale"):
        s.ground(160, 226, 132, 13)
        s.path("M26 168c0-60 50-96 112-96 66 0 98 40 126 60-4-26 2-48 20-56 6 12 8 24 4 36 14-4 22 2 26"
               " 14-10 22-30 34-52 34-20 50-70 66-124 66-72 0-112-20-112-58z",
               s.globe(tone), tone.dark, 1)  # fmt: skip
        s.path("M28 178c40 30 130 26 176-6-8 40-40 54-82 54-54 0-90-18-94-48z", sheer(PAPER.plain, 0.92))
        s.line("M48 196q50 16 116-2M70 210q40 8 82-4", sheer(tone.dark, 0.4), 2)
        s.oval(84, 140, 7, 8, "#20242c")
        s.oval(82, 137, 2.4, None, "#ffffff")
        s.line("M56 160q16 12 34 4", tone.deep, 3)
        s.oval(104, 160, 9, 6, "#f0a5ae99")
        s.path("M150 186c10 30 30 40 48 34 4-22-12-38-30-44z", s.slant(tone), tone.dark, 1)
        s.line("M128 72c0-22-22-28-28-14M132 72c0-22 24-28 30-14", "#8fc4e6", 5)
        return
    curly = it.named("bruno")
    muzzle = Tone.of("#e3c7a2" if curly else "#d9b78e")
    s.ground(160, 232, 88)
    for flipped in (False, True):
        with s.moved(320 if flipped else 0, 0, flipped):
            s.oval(112, 52, 22, None, s.globe(tone))
            s.oval(113, 54, 12, None, muzzle.plain)
            s.oval(116, 206, 28, 24, s.globe(tone))
            s.oval(112, 210, 14, 12, muzzle.plain)
            s.path("M122 136c-30 4-44 30-42 50 16 8 32-2 42-18z", s.slant(tone))
    s.oval(160, 180, 52, 48, s.globe(tone))
    s.oval(160, 186, 30, 32, sheer(muzzle.plain, 0.7))
    s.oval(160, 92, 58, 52, s.globe(tone))
    if curly:
        for i in range(5):
            s.line(f"M{122 + i * 17} {58 + (i % 2) * 10}q6-6 10 0t-4 8M{116 + i * 19} {178 + (i % 2) * 22}"
                   f"q6-6 10 0t-4 8",
                   sheer(tone.pale, 0.5), 2.5)  # fmt: skip
        s.line("M110 86q-6 6 0 12M210 86q6 6 0 12", sheer(tone.pale, 0.5), 2.5)
    s.oval(160, 110, 28, 22, s.globe(muzzle))
    s.path("M148 100q12-8 24 0-4 12-12 12t-12-12z", "#3a2a22")
    s.line("M160 112v8q-8 8-16 2M160 120q8 8 16 2", "#3a2a22", 2.5)
    for x in (136, 184):
        if curly:
            s.line(f"M{x - 6} 86q6-8 12 0", "#3a2a22", 4)
        else:
            s.oval(x, 84, 6, None, "#1f1a18")
            s.oval(x - 2, 82, 2, None, "#ffffff")
    if curly:
        s.path("M160 140l-30-12q-6 14 0 26zM160 140l30-12q6 14 0 26z", s.slant(Tone.of("#4a7fb5")))
        s.oval(160, 140, 7, None, "#3a699c")
    else:
        s.path("M116 132q44 22 88 0l2 12q-46 22-92 0z", "#c94642")


def childrens_backpack(s: Sheet, it: Subject) -> None:
    """A small backpack: a fox with ears, or a hiking one with a reflector."""
    tone = it.tone()
    s.ground(160, 230, 80)
    s.line("M140 54c0-24 40-24 40 0", tone.deep, 8)
    if it.named("fox"):
        for flipped in (False, True):
            with s.moved(320 if flipped else 0, 0, flipped):
                s.path("M92 92L82 34q30 4 54 30z", s.slant(tone), tone.dark, 1)
                s.path("M98 74l-6-26q14 4 26 16z", "#4a322a")
        s.rect(78, 52, 164, 176, 66, s.slant(tone), tone.dark, 1)
        s.path("M78 128c24-4 62 12 82 56 20-44 58-60 82-56v34c0 44-34 66-82 66s-82-22-82-66z", PAPER.plain)
        s.oval(160, 178, 14, 11, "#2c2320")
        for x in (116, 204):
            s.line(f"M{x - 12} 124q12-14 24 0", "#2c2320", 5)
            s.oval(x, 156, 11, 7, "#f0a5ae99")
        s.line("M160 190v8q-10 10-20 2M160 198q10 10 20 2", "#2c2320", 3)
        s.line("M92 86C104 58 216 58 228 86", sheer(tone.deep, 0.6), 3)
        s.rect(222, 84, 6, 16, 3, "#f2d06b")
        return
    for flipped in (False, True):
        with s.moved(320 if flipped else 0, 0, flipped):
            s.path("M94 150q-20 4-20 28v28q0 14 18 16z", s.across(Tone.of(tone.dark)))
    s.rect(88, 48, 144, 180, 56, s.slant(tone), tone.dark, 1)
    s.path("M90 110V104c0-40 30-56 70-56s70 16 70 56v6q-70 24-140 0z", s.down(Tone.of(tone.light)), tone.dark, 1)
    s.rect(104, 142, 112, 72, 24, s.slant(Tone.of("#f0b53f")), "#c98f26", 1)
    s.line("M118 160q42 14 84 0", "#7b5a16", 3)
    s.line("M112 192h96", "#f4f6f8", 6)
    s.path("M144 86l16-22 16 22z", PAPER.plain)
    s.line("M160 108v22", tone.deep, 7)
    s.rect(150, 120, 20, 14, 4, "#3a404b")
