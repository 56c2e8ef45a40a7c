"""Footballs, table tennis bats and badminton rackets."""

from __future__ import annotations

from math import cos, pi, sin

from catalog.sample.drawing.sheet import SLANT, Sheet, box
from catalog.sample.drawing.subject import Subject
from catalog.sample.drawing.tones import DARK, STEEL, WOOD, Tone, ink, sheer, white


def football(s: Sheet, it: Subject) -> None:
    """A ball of pentagons, of wide swinging panels without seams, or a smooth one for the hall; size 4 is smaller."""
    tone, bonded = it.tone(), it.value("construction") == "thermally bonded"
    hall = it.value("playing_surface") == "indoor"
    r = 96 if it.value("size") == "5" else 84
    x, y = 160, 226 - r
    s.path("M0 220q160-12 320 0v50H0z", s.linear("#e0b98a", "#c79b68") if hall else s.linear("#b5d59c", "#86b277"))
    if hall:
        s.line("M0 246h320M90 219l-30 51M230 219l30 51", white(0.35), 3)
    s.ground(x, 228, r * 0.9, 12, 0.45)
    s.oval(x, y, r, None, s.globe(tone), sheer(tone.deep, 0.6), 1)
    ball = f"M{x - r} {y}a{r} {r} 0 1 1 {2 * r} 0a{r} {r} 0 1 1 {-2 * r} 0z"
    with s.inside(ball):
        if bonded:
            for i in range(3):
                with s.turned(i * 120 + 20, x, y):
                    s.path(f"M{x} {y - 12}c50-10 70-50 56-100l34 6c10 70-20 120-88 116z", white(0.88))
                    s.path(f"M{x + 10} {y - 8}c46-6 66-40 66-86l10 2c2 54-26 92-74 92z", s.down(DARK))
            s.oval(x, y, 15, None, "#efc149")
        else:
            dark = DARK if not hall else Tone.of("#2d4d86")
            _pentagon(s, x, y, r * 0.34, -pi / 2, dark)
            for i in range(5):
                a = -pi / 2 + i * 2 * pi / 5
                s.line(f"M{x + r * 0.34 * cos(a):.1f} {y + r * 0.34 * sin(a):.1f}"
                       f"L{x + r * 0.66 * cos(a):.1f} {y + r * 0.66 * sin(a):.1f}",
                       sheer(dark.plain, 0.7), 3)  # fmt: skip
                b = a + pi / 5
                _pentagon(s, x + r * 0.98 * cos(a), y + r * 0.98 * sin(a), r * 0.36, a + pi, dark)
                s.line(f"M{x + r * 0.66 * cos(a):.1f} {y + r * 0.66 * sin(a):.1f}"
                       f"L{x + r * 0.76 * cos(b):.1f} {y + r * 0.76 * sin(b):.1f}"
                       f"L{x + r * 0.66 * cos(a + 2 * pi / 5):.1f} {y + r * 0.66 * sin(a + 2 * pi / 5):.1f}",
                       sheer(dark.plain, 0.7), 3)  # fmt: skip
    shade = s.radial("#00000000", "#00000000", ink(0.34), at=(0.4, 0.36), reach=0.68)
    s.oval(x, y, r, None, shade)
    s.oval(x - r * 0.36, y - r * 0.48, r * 0.26, r * 0.15, white(0.5))


def _pentagon(s: Sheet, x: float, y: float, r: float, turn: float, tone: Tone) -> None:
    corners = ((x + r * cos(turn + i * 2 * pi / 5), y + r * sin(turn + i * 2 * pi / 5)) for i in range(5))
    s.path("M" + "L".join(f"{a:.1f} {b:.1f}" for a, b in corners) + "z", s.slant(tone))


def table_tennis_bat(s: Sheet, it: Subject) -> None:
    """Bats with their balls: two of a set, one with a flared handle, or a penhold one."""
    s.ground(160, 236, 110)
    if it.number("pack_size", 1) > 1:
        with s.turned(28, 160, 200), s.sized(0.82, 190, 230):
            _bat(s, DARK, "shakehand", False)
        with s.turned(-24, 160, 200), s.sized(0.82, 130, 230):
            _bat(s, it.tone(), "shakehand", False)
    else:
        penhold = it.value("grip_style") == "penhold"
        with s.turned(18, 160, 150):
            rubber = Tone.of("#b93a38") if penhold else it.tone()
            _bat(s, rubber, str(it.value("grip_style")), it.value("material") == "wood with carbon fibre")
    for i in range(int(it.number("balls_included", 0))):
        x, y = ((60, 214), (262, 216), (92, 222))[i]
        s.oval(x, y, 15, None, s.globe(Tone.of("#f6f4ee" if i < 2 else "#e6843f")), ink(0.12), 1)


def _bat(s: Sheet, rubber: Tone, grip: str, carbon: bool) -> None:
    short = grip == "penhold"
    end = 214 if short else 246
    s.path(f"M144 150h32l4 {end - 160}q2 10-8 10h-24q-10 0-8-10z", s.across(WOOD), WOOD.deep, 1)
    if not short:
        s.line("M152 186l4 52M168 186l-4 52", sheer("#c94642", 0.8), 4)
    blade = "M160 20c56 0 84 38 84 80 0 44-38 66-58 76h-52c-20-10-58-32-58-76 0-42 28-80 84-80z"
    s.path(blade, s.slant(WOOD), WOOD.deep, 1.5)
    face = "M160 25c52 0 79 36 79 75 0 30-20 50-38 60h-82c-18-10-38-30-38-60 0-39 27-75 79-75z"
    s.path(face, s.slant(rubber), rubber.deep, 1)
    if short:
        s.rect(140, 150, 40, 26, 8, s.across(Tone.of("#c9a06a")), WOOD.deep, 1)
    if carbon:
        s.line("M160 20c56 0 84 38 84 80 0 44-38 66-58 76M160 20c-56 0-84 38-84 80 0 44 38 66 58 76", DARK.deep, 3)
    s.path("M112 50q24-20 52-16-46 12-64 52-4-22 12-36z", white(0.22))


def badminton_racket(s: Sheet, it: Subject) -> None:
    """One racket or two crossed, strung or bare, with the shuttlecocks that come along."""
    pair = it.number("pack_size", 1) > 1
    s.ground(160, 238, 104)
    if pair:
        with s.turned(26, 160, 170), s.sized(0.94, 170, 236):
            _racket(s, it, it.tone())
        with s.turned(-26, 160, 170), s.sized(0.94, 150, 236):
            _racket(s, it, Tone.of("#e6843f"))
    else:
        with s.turned(32, 160, 140):
            _racket(s, it, it.tone())
    for i in range(int(it.number("shuttlecocks_included", 0))):
        with s.moved(116 + i * 44, 214), s.sized(0.8, 0, 0):
            s.path("M-20-30h40L10 4h-20z", s.linear("#ffffff", "#dfe4ea", way=SLANT), "#c3c9d2", 1)
            s.line("M-10-30l4 32M0-30V2M10-30L6 2M-17-18h34", "#b4bcc8", 1.6)
            s.path("M-10 3h20q0 14-10 14T-10 3z", s.slant(Tone.of("#c94642")))


def _racket(s: Sheet, it: Subject, tone: Tone) -> None:
    s.line("M160 130v74", STEEL.deep if it.value("material") == "steel" else DARK.plain, 6)
    s.line("M159 130v74", white(0.4), 1.6)
    s.rect(150, 192, 20, 62, 8, s.across(Tone.of("#4a505b")))
    for i in range(5):
        s.line(f"M151 {206 + i * 11}l18-7", white(0.25), 2.5)
    s.rect(152, 184, 16, 12, 4, s.across(tone))
    if it.yes("strung"):
        frame = "M160 12c38 0 52 30 52 60s-18 60-52 60-52-30-52-60 14-60 52-60z"
        with s.inside(frame):
            for i in range(1, 10):
                s.line(f"M{108 + i * 10.4:.1f} 10v124M106 {12 + i * 12}h108", white(0.85), 1.5)
    s.oval(160, 72, 52, 61, "none", tone.deep, 10)
    s.oval(160, 72, 52, 61, "none", tone.plain, 7)
    with s.inside(box(100, 4, 60, 70)):
        s.oval(160, 72, 51, 60, "none", sheer(tone.pale, 0.75), 2.5)
    if it.value("balance") == "head-heavy":
        s.line("M128 26q32-24 64 0", "#efc149", 5)
