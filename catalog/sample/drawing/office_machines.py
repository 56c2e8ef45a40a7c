"""Standing desks, whiteboards and the machines of an office."""

from __future__ import annotations

from catalog.sample.drawing.sheet import Sheet
from catalog.sample.drawing.subject import Subject
from catalog.sample.drawing.tones import DARK, PAPER, STEEL, Tone, ink, sheer, white


def standing_desk(s: Sheet, it: Subject) -> None:
    """A desk raised to stand at: with its crank, with its buttons, or with a drawer and two motors."""
    tone, half = it.tone(), it.number("width", 140) * 0.86
    frame = DARK if it.value("colour") == "black" else Tone.of("#8d95a1")
    s.ground(160, 246, half + 8, 8)
    for x in (160 - half * 0.66, 160 + half * 0.66):
        s.rect(x - 9, 112, 18, 74, 2, s.across(frame))
        s.rect(x - 6, 184, 12, 52, 1, s.across(Tone.of(frame.light)))
        s.rect(x - 26, 234, 52, 9, 4, s.along(frame))
        if it.number("motors", 0) > 1:
            s.rect(x - 12, 112, 24, 20, 4, s.down(DARK))
    s.line(f"M{160 - half * 0.66:.0f} 116h{half * 1.32:.0f}", frame.deep, 7)
    s.path(f"M{160 - half} 100L{176 - half} 84h{half * 2 - 32}L{160 + half} 100z", s.linear(tone.pale, tone.light))
    s.rect(160 - half, 99, half * 2, 12, 3, s.down(tone), tone.deep, 0.8)
    if it.value("colour") == "natural wood":
        s.line(f"M{190 - half} 94h{half:.0f}M{200 - half} 89h{half * 1.3:.0f}M{170 - half} 105h{half * 1.7:.0f}",
               sheer(tone.deep, 0.4), 1.4)  # fmt: skip
    if it.number("drawers", 0):
        s.rect(120, 111, 80, 15, 2, s.down(tone), tone.deep, 1)
        s.line("M150 118h20", STEEL.deep, 3)
    if it.yes("electric"):
        s.rect(160 + half * 0.36, 111, 36, 10, 3, s.down(DARK))
        s.line(
            f"M{166 + half * 0.36:.0f} 116h4M{174 + half * 0.36:.0f} 116h4M{182 + half * 0.36:.0f} 116h4", "#7ddc9a", 3
        )
    else:
        s.line(f"M{150 + half * 0.2:.0f} 112v16h26v14", DARK.plain, 5)
        s.rect(172 + half * 0.2, 138, 10, 22, 4, s.across(DARK))
    with s.moved(-half * 0.16):
        s.rect(124, 30, 82, 50, 4, s.slant(DARK))
        s.rect(128, 34, 74, 40, 2, s.linear("#a8cbe8", "#e59db2", way=(0, 0, 1, 1)))
        s.rect(160, 80, 10, 12, 1, STEEL.dark)
        s.rect(146, 90, 38, 4, 2, STEEL.dark)


def paper_shredder(s: Sheet, it: Subject) -> None:
    """A shredder on its bin, from a small one with strips to a tall one on wheels with crumbs."""
    tone, strips = it.tone(), it.value("shred_type") == "strip cut"
    tall = {"strip cut": 0.76, "cross cut": 0.9}.get(str(it.value("shred_type")), 1.04)
    s.ground(160, 240, 96, 10)
    with s.sized(tall, 160, 238):
        s.rect(118, 12, 84, 66, 2, PAPER.plain, "#d5cfbf", 1)
        s.line("M130 26h58M130 36h48M130 46h58M130 56h40", ink(0.25), 2.4)
        s.path("M84 106h152l-8 122q0 8-10 8H102q-10 0-10-8z", s.across(Tone.of(tone.light) if strips else tone),
               tone.deep, 1)  # fmt: skip
        window = "M126 132h68v78h-68z"
        s.path(window, "#dfe6ec", tone.deep, 2)
        with s.inside(window):
            if strips:
                for i in range(11):
                    s.line(
                        f"M{128 + i * 6.6:.0f} {146 + i * 7 % 22}q{6 - i * 5 % 12} 34 {i * 3 % 7 - 3} 70",
                        PAPER.plain,
                        4,
                    )
            else:
                small = it.value("shred_type") == "micro cut"
                for row in range(4 if small else 3):
                    y = 176 + row * (9 if small else 12)
                    s.line(f"M126 {y}h70", PAPER.plain, 7 if small else 9, f"{3 if small else 8} 2")
                    s.line(f"M129 {y + 4}h66", "#e5dfcf", 5, f"{3 if small else 8} 3")
        s.path("M74 78q0-14 16-14h140q16 0 16 14v22q0 10-12 10H86q-12 0-12-10z", s.slant(tone), tone.deep, 1)
        s.rect(108, 70, 104, 8, 4, ink(0.75))
        s.rect(118, 58, 84, 14, 1, PAPER.light)
        s.rect(210, 84, 24, 14, 5, DARK.plain)
        s.oval(222, 91, 3.4, None, "#7ddc9a")
        if it.yes("silent"):
            s.rect(90, 86, 40, 10, 5, "#20252e")
            s.line("M98 91h14", "#8fe3f0", 3)
        if it.yes("wheels"):
            for x in (106, 214):
                s.oval(x, 238, 8, None, s.globe(DARK))


def label_maker(s: Sheet, it: Subject) -> None:
    """A label maker with its keys, or a palm-sized one that a phone speaks to; a label comes out of it."""
    tone, broad = it.tone(), it.number("tape_width", 12)
    tape = Tone.of("#fdfdf8")
    if not it.yes("built_in_keyboard"):
        s.ground(150, 236, 108)
        s.rect(200, 70, 78, 152, 13, s.slant(DARK), DARK.deep, 1)
        s.rect(207, 80, 64, 130, 6, s.linear("#eef3f8", "#dbe6ef"))
        s.rect(216, 96, 46, 24, 5, tape.plain, tone.dark, 2)
        s.oval(239, 164, 19, None, s.globe(tone))
        s.line("M232 164h14M239 157v14", white(0.95) if it.value("colour") != "white" else DARK.plain, 4)
        s.path("M34 116q0-22 22-22h80q22 0 22 22v90q0 22-22 22H56q-22 0-22-22z", s.slant(tone), tone.deep, 1)
        s.rect(52, 78, 88, 30, 3, tape.plain, "#d5cfbf", 1)
        s.oval(64, 92, 6, None, "#4d9a6b")
        s.line("M76 88h50M76 97h34", ink(0.6), 3)
        s.rect(46, 104, 100, 8, 4, ink(0.7))
        s.oval(96, 170, 17, None, s.globe(Tone.of(tone.light)), tone.dark, 1)
        s.oval(96, 170, 4, None, "#7ddc9a")
        return
    desk = broad > 20
    s.ground(160, 236, 110)
    with s.turned(-7, 160, 150):
        s.rect(236, 78, 72, 14 + broad, 2, tape.plain, "#d5cfbf", 1)
        y = round(85 + broad / 2)
        s.line(f"M250 {y}h8M262 {y}h3M269 {y}h10M283 {y}h4", DARK.plain, broad * 0.55)
        shape = (
            "M40 62q0-14 16-14h190q16 0 16 14v148q0 16-16 16H56q-16 0-16-16z" if desk else
            "M62 60q0-18 20-18h150q20 0 20 18l-14 90q-4 20-14 60-2 16-16 16H100q-14 0-18-16l-12-60z"
        )  # fmt: skip
        s.path(shape, s.slant(tone), tone.deep, 1)
        s.rect(84, 62, 132, 42, 5, "#20252e")
        s.rect(89, 67, 122, 32, 3, "#c6dcb6" if not desk else "#a8d2e8")
        s.line("M98 78h60M98 88h40", DARK.plain, 4)
        rows, keys = (4, 10) if desk else (4, 7)
        for row in range(rows):
            wide = 190 if desk else 128 - row * 4
            y = 126 + row * 23
            s.line(f"M{158 - wide / 2:.0f} {y}h{wide}", white(0.9) if row < rows - 1 else "#e6843f",
                   13, f"{wide / keys - 5:.1f} 5")  # fmt: skip


def calculator(s: Sheet, it: Subject) -> None:
    """A calculator: pocket with its lid, desktop with large keys, or scientific with many small ones."""
    tone, style = it.tone(), it.value("style")
    wide, tall, columns, rows = {"pocket": (96, 150, 4, 5), "desktop": (164, 186, 5, 5)}.get(
        str(style), (112, 214, 5, 8)
    )
    x, y = 160 - wide / 2, 234 - tall
    s.ground(160, 238, wide * 0.7 + 20)
    if style == "pocket":
        s.path(f"M{x + wide} {y + 4}l54 12v{tall - 30}l-54 16z", s.slant(Tone.of(tone.dark)), tone.deep, 1)
    s.rect(x, y, wide, tall, 14, s.slant(tone), tone.deep, 1)
    if style == "scientific":
        s.rect(x + 4, y + 4, wide - 8, 70, 11, s.down(DARK))
    head = {"pocket": 44, "desktop": 58}.get(str(style), 72)
    s.rect(x + 12, y + 24, wide - 24, head - 24, 4, s.linear("#c9d8bd", "#dbe6cf"), DARK.plain, 1.5)
    s.rect(x + wide - 52, y + 8, 40, 11, 2, s.linear("#4a3b46", "#2c2630"))
    s.line(f"M{x + wide - 42} {y + 8}v11M{x + wide - 32} {y + 8}v11M{x + wide - 22} {y + 8}v11", white(0.25), 1)
    digits = "h9m5 0h9m5 0h9m5 0h9"
    s.line(f"M{x + wide - 74} {y + head - 8}{digits}M{x + wide - 74} {y + head - 16}{digits}", "#2c3626", 2.6)
    if style == "scientific":
        s.line(f"M{x + 18} {y + 38}h26M{x + 18} {y + 44}h26M{x + 22} {y + 50}h18", "#2c3626", 2)
    step_x, step_y = (wide - 20) / columns, (tall - head - 18) / rows
    for row in range(rows):
        for column in range(columns):
            small, last = style == "scientific" and row < 4, column == columns - 1
            dark = small or last or (row == 0 and style != "scientific")
            fill = "#e6843f" if last and row > rows - 3 else (DARK.light if dark else "#f3f4f7")
            s.rect(x + 10 + column * step_x + 2, y + head + 10 + row * step_y + (3 if small else 1.5),
                   step_x - 4, step_y - (7 if small else 4), 3, fill, ink(0.25), 1)  # fmt: skip


def whiteboard(s: Sheet, it: Subject) -> None:
    """A whiteboard on the wall, as large as it is, with notes under magnets; or one that turns on its wheeled stand."""
    half, tall = 50 + it.number("width", 100) * 0.52, 40 + it.number("height", 80) * 0.95
    wheeled = it.yes("wheels")
    x, y = 160 - half, (104 if wheeled else 128) - tall / 2
    if wheeled:
        s.ground(160, 250, 120, 7)
        for side in (-1, 1):
            edge = 160 + side * (half + 7)
            s.line(f"M{edge:.0f} {y + 10:.0f}V238", STEEL.dark, 8)
            s.line(f"M{edge - 22:.0f} 240h44", STEEL.deep, 8)
            for wheel in (edge - 20, edge + 20):
                s.oval(wheel, 246, 6, None, s.globe(DARK))
            s.oval(edge, y + tall / 2, 9, None, s.globe(DARK))
        s.line(f"M{160 - half:.0f} 214h{half * 2:.0f}", STEEL.dark, 6)
    else:
        s.rect(x + 5, y + 8, half * 2, tall, 5, ink(0.16))
    s.rect(x, y, half * 2, tall, 5, s.linear("#ffffff", "#eef1f5"), STEEL.dark, 7)
    s.path(
        f"M{x + 8} {y + tall - 6}L{x + half:.0f} {y + 6}h{half * 0.5:.0f}L{x + half * 0.6:.0f} {y + tall - 6}z",
        white(0.7),
    )
    s.line(f"M{x + 16} {y + 24}h{half * 0.8:.0f}M{x + 16} {y + 38}h{half * 0.55:.0f}", "#4279c6", 3.4)
    if it.value("board_surface") == "enamel":
        s.line(f"M{x + 18} {y + tall - 24}v-{tall * 0.3:.0f}M{x + 18} {y + tall - 24}h{half * 0.8:.0f}", DARK.plain, 3)
        s.line(
            f"M{x + 22} {y + tall - 34}l{half * 0.24:.0f}-14 {half * 0.2:.0f} 8 {half * 0.28:.0f}-28", "#c94642", 3.4
        )
    else:
        s.line(f"M{x + 18} {y + 56}l5 5 9-11", "#4d9a6b", 3.4)
        s.line(f"M{x + 40} {y + 56}h{half * 0.5:.0f}", DARK.plain, 3)
    for i, (tint, dot) in enumerate((("#f6e08a", "#c94642"), ("#bfe0cf", "#4279c6"), ("#f3c3d0", "#343943"))):
        if it.number("width", 100) < 100 and i == 2:
            continue
        left, low = x + half * 1.2 + i % 2 * (half * 0.36), y + 20 + i // 2 * 40
        s.rect(left, low, half * 0.3, half * 0.28, 1, tint)
        s.oval(left + half * 0.15, low + 4, 4.4, None, s.globe(Tone.of(dot)))
    s.rect(x + half * 0.5, y + tall - 1, half, 8, 3, s.along(STEEL))
    s.rect(x + half * 0.66, y + tall - 6, 26, 6, 3, "#c94642")
    s.rect(x + half * 0.66 + 32, y + tall - 6, 24, 6, 3, "#4279c6")
