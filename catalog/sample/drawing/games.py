"""Board games and picture puzzles."""

from __future__ import annotations

from catalog.sample.drawing.sheet import Sheet, box
from catalog.sample.drawing.subject import Subject
from catalog.sample.drawing.tones import PAPER, Tone, ink, white

BRIGHT = ("#e2604f", "#5aa469", "#9a6fbd", "#f0b53f", "#4d86c6", "#ef8f4c")


def board_game(s: Sheet, it: Subject) -> None:
    """A game's box with its scene, and the pieces one plays with before it."""
    kids, light = it.named("snail"), it.named("vennholm")
    deep, sky = ("#2f8f6a", "#cfeec0") if kids else (("#1f3558", "#6f93bd") if light else ("#9c5a2b", "#f2d6a0"))
    s.ground(164, 230, 122)
    s.path("M58 44l204-10 14 14v146l-206 16-12-12z", s.slant(Tone.of(deep)))
    face = "M58 44l206-10v148L58 198z"
    s.path(face, s.linear(sky, deep))
    with s.inside(face):
        if kids:
            s.path("M50 170q60-50 120-16t110-26v90H50z", "#7cc576")
            _snail(s, 150, 118, "#e2604f")
            s.oval(226, 70, 18, None, "#f7d35c")
        elif light:
            s.path("M50 176q60-20 110-6t110-14v60H50z", "#16263f")
            s.path("M196 60L80 96v-40z", "#ffe9a8aa")
            s.path("M186 164l8-96h20l8 96z", "#f1ede2")
            s.path("M190 128l1-18h26l1 18zM193 92l1-14h20l1 14z", "#c94642")
            s.path("M190 68l14-18 14 18z", "#c94642")
            s.oval(204, 62, 6, None, "#fff1b8")
        else:
            s.oval(214, 74, 24, None, "#f6b04f")
            s.path("M50 160q50-34 100-8t120-20v90H50z", "#c98544")
            s.path("M50 182q70-26 120-8t110-10v50H50z", "#8e5429")
            s.path(
                "M104 146q2-34 12-34 8 0 10 12 6-14 16-14 12 0 12 16l6-2q2-20 10-20 8 2 8 8-10 2-12 24-2"
                " 12-16 14v26h-7v-22h-20v22h-7v-20q-10-2-12-10z",
                "#5b3418",
            )
    s.line("M70 54l182-9", white(0.35), 3)
    for i, x in enumerate((70, 98, 126)):
        colour = BRIGHT[i + (0 if kids else 3)]
        if kids:
            with s.sized(0.5, x, 226):
                _snail(s, x, 210, colour)
        else:
            s.oval(x, 198, 8, None, s.globe(Tone.of(colour)))
            s.path(f"M{x} 200l12 28h-24z", s.across(Tone.of(colour)))
    with s.turned(14, 252, 206):
        s.rect(234, 190, 36, 36, 7, s.slant(PAPER), "#cfc8b8", 1)
        dots = ((244, 200), (260, 216), (252, 208)) if not kids else ()
        for x, y in dots:
            s.oval(x, y, 3.4, None, "#3a404b")
        if kids:
            s.oval(252, 208, 10, None, BRIGHT[4])


def _snail(s: Sheet, x: float, y: float, colour: str) -> None:
    tone = Tone.of(colour)
    s.path(f"M{x - 44} {y + 32}h76q22 0 22-24v-14q8-2 8 10v12q0 28-28 28h-70q-12 0-8-12z", "#f0d9a8")
    s.line(f"M{x + 54} {y - 8}l-4-16M{x + 60} {y - 8}l6-14", "#d9b978", 4)
    s.oval(x, y, 34, None, s.globe(tone))
    s.line(f"M{x + 20} {y + 4}a20 20 0 1 0-20 20 14 14 0 0 0 4-26 8 8 0 0 0-8 12", white(0.7), 4)


def puzzle(s: Sheet, it: Subject) -> None:
    """A picture of the puzzle's motif cut into its pieces, one piece lying beside it."""
    motif, large = str(it.value("puzzle_motif")), it.number("pieces", 250) < 100
    s.ground(160, 226, 120, 10)
    x, y, w, h = 44, 34, 232, 164
    with s.inside(box(x, y, w, h, 4)):
        if motif == "farm":
            s.rect(x, y, w, h, 0, s.linear("#a9d8f2", "#e9f6dc"))
            s.path("M40 142q60-32 120-6t120-14v90H40z", "#8cc56f")
            s.path("M150 80l36-28 36 28v56h-72z", "#c94f42")
            s.path("M144 84l42-34 42 34", "none", "#f7f0e4", 6)
            s.rect(172, 100, 28, 36, 0, "#f7f0e4")
            s.oval(84, 158, 26, 16, "#ffffff")
            s.oval(60, 152, 10, 8, "#3a3230")
            s.oval(238, 172, 18, 14, "#f0a5ae")
        elif motif == "harbour":
            s.rect(x, y, w, h, 0, s.linear("#4a3a6b", "#d9736a", "#f6c177"))
            s.oval(206, 116, 20, None, "#fff0c4")
            s.rect(x, 130, w, 70, 0, s.linear("#c96a62", "#2f3560"))
            s.line("M196 140h26M188 152h40M200 166h20", "#ffe3a8", 4)
            s.path("M66 134h84l-14 22H80z", "#2a2640")
            s.path("M104 58v70H64z", "#f4e4d0")
            s.path("M110 70v58h34z", "#e08a6a")
        else:
            s.rect(x, y, w, h, 0, s.linear("#cfe6d4", "#6f9f78"))
            for i, (px, py, size) in enumerate(((76, 152, 60), (122, 166, 84), (180, 150, 64), (226, 170, 92))):
                s.path(f"M{px} {py - size}l{size * 0.42:.0f} {size}h-{size * 0.84:.0f}z", ("#2f6b4f", "#3f8460")[i % 2])
            s.path("M40 164q120-26 240 0v50H40z", "#4d6b3a")
            s.path("M140 178q8-16 26-12l12-8 2 14q-4 16-22 16-14 0-18-10z", "#e08a45")
    step = 58 if large else (29 if motif == "harbour" else 41)
    cuts = ""
    for cx in range(x + step, x + w - 6, step):
        cuts += f"M{cx} {y}" + "".join(_cut(step * 0.95, 0, i % 2) for i in range(int(h / (step * 0.95)) + 1))
    for cy in range(y + step, y + h - 6, step):
        cuts += f"M{x} {cy}" + "".join(_cut(0, step, i % 2) for i in range(int(w / step)))
    with s.inside(box(x, y, w, h, 4)):
        s.line(cuts, ink(0.3), 1.6 if not large else 2.2)
    s.rect(x, y, w, h, 4, "none", white(0.7), 2)
    piece = Tone.of({"farm": "#8cc56f", "harbour": "#d9736a"}.get(motif, "#3f8460"))
    with s.turned(-18, 250, 214):
        s.path(
            "M226 194h16a9 9 0 1 1 16 0h18v18a9 9 0 1 0 0 16v16h-50v-16a9 9 0 1 1 0-16z",
            s.slant(piece),
            white(0.8),
            1.5,
        )


def _cut(down: float, right: float, turn: int) -> str:
    """One side of a piece, straight down or to the right, with its knob to either hand."""
    length = down or right
    edge, knob, back, on = length * 0.38, length * (0.32 if turn else -0.32), length * 0.12, length * 0.36
    if down:
        return f"v{edge:.0f}c{knob:.0f} {-back:.0f} {knob:.0f} {on:.0f} 0 {on - back:.0f}v{edge:.0f}"
    return f"h{edge:.0f}c{-back:.0f} {knob:.0f} {on:.0f} {knob:.0f} {on - back:.0f} 0h{edge:.0f}"
