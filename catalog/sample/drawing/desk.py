"""Small things on a desk: organisers, staplers, punches, scissors and highlighters."""

from __future__ import annotations

from catalog.sample.drawing.sheet import Sheet
from catalog.sample.drawing.subject import Subject
from catalog.sample.drawing.tones import DARK, GOLD, PAPER, STEEL, Tone, ink, sheer, white

MARKS = ("#f2df3f", "#f08fb0", "#7fd08a", "#79b8ea", "#f3a862", "#b79be0")


def _pencils(s: Sheet, x: float, y: float, spread: float, count: int = 4) -> None:
    for i in range(count):
        with s.turned((i - (count - 1) / 2) * spread, x, y + 40):
            tone = Tone.of(("#c94642", "#4279c6", "#efc149", "#4d9a6b", "#343943")[i % 5])
            s.rect(x - 4 + (i - count / 2) * 7, y - 34 + i % 2 * 12, 8, 90, 1.5, s.across(tone))
            s.path(f"M{x - 4 + (i - count / 2) * 7} {y - 34 + i % 2 * 12}l4-12 4 12z", "#ead2ae")


def desk_organiser(s: Sheet, it: Subject) -> None:
    """A desk organiser: steel mesh with a drawer, bamboo with a phone, or a round one that turns."""
    tone = it.tone()
    if it.yes("rotatable"):
        s.ground(160, 238, 92)
        _pencils(s, 132, 92, 5)
        s.rect(186, 66, 9, 90, 2, s.across(STEEL))
        s.oval(198, 70, 12, 16, "none", "#c94642", 6)
        s.oval(178, 62, 12, 16, "none", "#c94642", 6)
        for x, top in ((88, 112), (136, 98), (184, 124)):
            s.path(f"M{x} {top}h48v{218 - top}q-24 8-48 0z", s.across(tone), tone.deep, 1)
            s.oval(x + 24, top, 24, 6, ink(0.45))
        s.path("M78 168h56v54q-28 8-56-4zM186 176h56v42q-28 12-56 6z", s.across(Tone.of(tone.dark)), tone.deep, 1)
        s.oval(160, 224, 88, 15, s.globe(tone), tone.deep, 1)
        return
    s.ground(160, 238, 122)
    wooden = it.value("material") == "bamboo"
    if wooden:
        _pencils(s, 88, 82, 4)
        s.rect(216, 40, 54, 106, 9, s.slant(DARK))
        s.rect(220, 47, 46, 90, 4, s.linear("#8fb7de", "#e5c3d0"))
        s.path("M48 112h224l10 40H40z", s.linear(tone.light, tone.plain))
        s.rect(52, 90, 80, 56, 3, s.slant(tone), tone.deep, 1)
        s.line("M92 92v52", tone.deep, 2)
        s.rect(140, 120, 66, 26, 2, s.down(Tone.of(tone.dark)))
        s.rect(212, 126, 62, 22, 2, s.slant(tone), tone.deep, 1)
        s.rect(40, 146, 242, 86, 5, s.slant(tone), tone.deep, 1)
        for x in (48, 166):
            s.rect(x, 156, 108, 66, 3, s.down(tone), tone.deep, 1.2)
            s.oval(x + 54, 188, 6, None, s.globe(GOLD))
        s.line("M52 172h98M56 206h90M170 172h98M176 206h90", sheer(tone.deep, 0.25), 1.4)
        return
    _pencils(s, 90, 96, 5)
    _pencils(s, 160, 88, 6, 3)
    s.rect(204, 70, 62, 60, 2, "#f6e08a")
    s.line("M214 86h40M214 98h28", ink(0.3), 3)
    for x in (52, 126, 200):
        s.rect(x, 118, 70, 64, 4, sheer(tone.plain, 0.72), tone.deep, 3)
        for i in range(6):
            s.line(f"M{x + 4} {126 + i * 10}h62", white(0.28), 3, "2 4")
    s.rect(48, 184, 226, 46, 4, s.down(tone), tone.deep, 2)
    s.rect(54, 190, 214, 34, 3, s.slant(tone), tone.pale, 1.4)
    s.line("M148 207h26", STEEL.light, 5)


def stapler(s: Sheet, it: Subject) -> None:
    """A stapler, half open over its paper; the electric one stands like a small machine with a slot."""
    tone = it.tone()
    if it.yes("electric"):
        s.ground(160, 236, 112)
        s.path("M24 214l96-34h76l-60 44z", PAPER.plain, "#d5cfbf", 1)
        s.line("M56 212l60-22M70 216l56-20", ink(0.2), 2)
        s.path("M96 230v-96q0-44 46-52l86-8q40 0 42 42v96q0 18-18 18z", s.slant(tone), tone.deep, 1)
        s.path("M96 168h70v22H96z", ink(0.85))
        s.path("M100 134q2-34 40-42l84-10q-60 10-92 50z", white(0.22))
        s.oval(220, 130, 15, None, s.globe(Tone.of("#5a616d")))
        s.oval(220, 130, 5, None, "#7ddc9a")
        s.line("M196 206h52", white(0.2), 5)
        return
    metal, strong = it.value("material") == "steel", it.number("stapling_capacity", 20) > 30
    s.ground(160, 234, 126)
    s.rect(20, 222, 120, 8, 1, PAPER.plain, "#d5cfbf", 1)
    with s.sized(1.06 if strong else 0.9, 170, 228):
        s.path("M34 216h232q20 0 20 14v4H34q-10 0-10-9t10-9z", s.along(Tone.of(tone.dark)), tone.deep, 1)
        s.rect(40, 211, 34, 7, 2, STEEL.light)
        with s.turned(9, 262, 200):
            s.rect(36, 176, 232, 16, 3, s.along(STEEL), STEEL.deep, 1)
            s.line("M50 184h150", ink(0.35), 2, "3 3")
            s.path("M30 176q2-34 34-38l170-14q42 0 44 36l2 32h-36l-8-16z", s.slant(tone), tone.deep, 1)
            if metal:
                s.path("M58 138q40-40 120-36l60 12-4 12-170 14z", s.slant(Tone.of(tone.light)), tone.deep, 1)
                s.rect(76, 120, 60, 8, 4, "#e6843f")
            s.line("M52 150l176-14", white(0.4), 6)
        s.oval(258, 206, 13, None, s.globe(STEEL if metal else Tone.of(tone.light)), tone.deep, 1)
    if metal:
        s.line("M60 238h14M86 240h14", STEEL.deep, 3)


def hole_punch(s: Sheet, it: Subject) -> None:
    """A hole punch over a sheet that shows its holes: small, with a long lever, or with four heads on a bar."""
    tone, lever = it.tone(), it.yes("handle_lock")
    s.ground(160, 238, 120)
    s.path("M20 236l34-62h212l34 62z", PAPER.plain, "#d5cfbf", 1)
    if it.number("holes", 2) == 4:
        for i in range(4):
            s.oval(62 + i * 65, 230, 7, 3.4, ink(0.7))
        s.rect(30, 176, 260, 36, 6, s.down(DARK), DARK.deep, 1)
        for i in range(4):
            s.rect(44 + i * 65, 146, 38, 44, 5, s.across(STEEL), STEEL.deep, 1)
            s.rect(56 + i * 65, 122, 14, 28, 3, s.across(Tone.of("#8d95a1")))
        s.rect(22, 96, 276, 32, 15, s.along(tone), tone.deep, 1)
        s.line("M44 106h230", white(0.4), 5)
        return
    for x in (106, 214):
        s.oval(x, 230, 9, 4.4, ink(0.7))
    s.path("M66 206l16-30h156l16 30q0 12-12 12H78q-12 0-12-12z", s.down(DARK), DARK.deep, 1)
    for x in (92, 200):
        s.rect(x, 140, 28, 50, 5, s.across(STEEL), STEEL.deep, 1)
    if lever:
        s.path("M74 150q0-20 20-22h132q20 2 20 22l-6 14H80z", s.slant(tone), tone.deep, 1)
        s.path("M130 132l8-92q2-14 22-14t22 14l8 92z", s.across(tone), tone.deep, 1)
        s.rect(134, 26, 52, 44, 18, s.slant(DARK))
        s.line("M150 84v40", white(0.5), 5)
    else:
        s.path("M60 150q0-40 46-48h108q46 8 46 48l-8 10q-92-16-184 0z", s.slant(tone), tone.deep, 1)
        s.path("M84 134q6-18 30-22h70q-60 6-88 30z", white(0.22))
    s.rect(232, 200, 60, 8, 2, s.along(STEEL))
    s.line("M244 200v5M254 200v5M264 200v5M274 200v5", ink(0.6), 1.4)


def scissors(s: Sheet, it: Subject) -> None:
    """Scissors: small with round tips and their spring, plain, or long with coated blades."""
    tone, child = it.tone(), it.value("tip_shape") == "rounded"
    coated = it.value("coating") is not None
    blade = Tone.of("#6b7480") if coated else STEEL
    s.ground(160, 244, 84, 7)
    with s.sized({True: 0.84}.get(child, 1.02 if coated else 0.95), 160, 238), s.turned(8, 160, 140):
        tip = "q8-14 14 0" if child else "l7-14 5 14"
        for flipped in (False, True):
            with s.moved(160, 0, flipped), s.turned(-13, 0, 134):
                s.path(f"M-11 140L-9 {40 if child else 24}{tip}L9 140z", s.across(blade), blade.deep, 1)
                s.line(f"M-4 {50 if child else 36}v80", white(0.5), 2)
                s.path("M-9 128h18l6 34q36 6 34 44-4 34-32 34t-32-34q0-20 4-30z", s.slant(tone), tone.deep, 1)
                s.oval(17, 204, 14, 19, "#e9e6de", tone.deep, 1.4)
                if coated:
                    s.line("M-6 172q-4 18 0 34", DARK.plain, 6)
        s.oval(160, 134, 8, None, s.globe(GOLD if coated else STEEL), STEEL.deep, 1)
        if child:
            s.line("M138 166q22 22 44 0", "#efc149", 5)


def highlighters(s: Sheet, it: Subject) -> None:
    """Highlighters side by side over the lines that they drew: capped, double-ended, or short gel sticks."""
    count, double, gel = int(it.number("pack_size", 4)), it.yes("double_ended"), it.value("ink_type") == "gel"
    one = it.value("colour") != "multicoloured"
    s.ground(160, 238, 110)
    for i in range(3):
        mark = MARKS[0] if one else MARKS[i]
        s.line(f"M{34 + i * 8} {222 - i * 16}h{190 + i * 24}", sheer(mark, 0.55), 13)
        s.line(f"M44 {222 - i * 16}h{150 + i * 20}", ink(0.3), 2.4)
    step = 46 if count < 5 else 38
    for i in range(count):
        x = 160 + (i - (count - 1) / 2) * step
        tone = Tone.of("#efd23c" if one else MARKS[i % 6])
        if double:
            tone = Tone.of(("#e8c6a0", "#e9aabb", "#a9cfae", "#a7c4e0", "#d9b7d8", "#e9dc9c")[i])
        with s.turned((i - (count - 1) / 2) * 3, x, 238):
            s.path(f"M{x - 6} 44l4-14 9 7v10z", tone.dark)
            s.rect(x - 9, 44, 18, 20, 3, s.across(DARK if not double else Tone.of("#f3f4f7")))
            s.rect(x - 15, 62, 30, 128 if not gel else 96, 7, s.across(tone if not gel else Tone.of("#f3f4f7")),
                   tone.dark, 1)  # fmt: skip
            if gel:
                s.rect(x - 15, 96, 30, 44, 0, s.across(tone))
                s.rect(x - 12, 156, 24, 22, 4, s.across(Tone.of("#e59db2")))
            elif double:
                s.rect(x - 15, 112, 30, 24, 0, white(0.75))
                s.rect(x - 13, 178, 26, 36, 5, s.across(Tone.of("#f3f4f7")), tone.dark, 1)
            else:
                s.rect(x - 15, 152, 30, 40, 6, s.across(DARK))
                s.line(f"M{x - 7} 76v56", white(0.5), 4)
