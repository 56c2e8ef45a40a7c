"""Lit screens, each with its own quiet picture."""

from __future__ import annotations

from catalog.sample.drawing.sheet import SLANT, Sheet, box
from catalog.sample.drawing.tones import ink, sheer, white

SKIES = (
    ("#1d3557", "#4d86b8", "#f2c9a1"),
    ("#2b2350", "#7a5ba6", "#f0a6b4"),
    ("#123f45", "#2f8f86", "#cfe8b4"),
    ("#3a2440", "#b65f6d", "#f6d28b"),
    ("#162a4f", "#3a69c0", "#9fe0e6"),
    ("#24403a", "#6fa36c", "#f3e0a0"),
)


def screen(s: Sheet, x: float, y: float, w: float, h: float, r: float, sky: int) -> None:
    """A lit screen with hills under one of six skies."""
    low, middle, high = SKIES[sky % len(SKIES)]
    with s.inside(box(x, y, w, h, r)):
        s.rect(x, y, w, h, 0, s.linear(high, middle, low, way=(0.1, 0, 0.3, 1)))
        s.oval(x + w * 0.7, y + h * 0.32, min(w, h) * 0.13, None, white(0.75))
        hills = (
            f"M{x:.0f} {y + h * 0.66:.0f}q{w * 0.26:.0f} {-h * 0.26:.0f} {w * 0.52:.0f} {-h * 0.02:.0f}"
            f"t{w * 0.5:.0f} {-h * 0.05:.0f}V{y + h + 1:.0f}H{x:.0f}z"
        )
        s.path(hills, sheer(middle, 0.85))
        near = (
            f"M{x:.0f} {y + h * 0.86:.0f}q{w * 0.3:.0f} {-h * 0.2:.0f} {w * 0.62:.0f} {-h * 0.04:.0f}"
            f"t{w * 0.4:.0f} {-h * 0.1:.0f}V{y + h + 1:.0f}H{x:.0f}z"
        )
        s.path(near, low)
        s.path(f"M{x:.0f} {y:.0f}h{w * 0.46:.0f}L{x + w * 0.16:.0f} {y + h:.0f}H{x:.0f}z", white(0.09))


def tiles(s: Sheet, x: float, y: float, w: float, h: float, columns: int, rows: int, gap: float) -> None:
    """Large coloured buttons in rows, as a simple phone shows them."""
    wide, tall = (w - gap * (columns - 1)) / columns, (h - gap * (rows - 1)) / rows
    colours = ("#5aa469", "#e6a23c", "#4d86b8", "#c96a6a", "#8a6bb8", "#3fa7a0")
    for i in range(columns * rows):
        left, top = x + (i % columns) * (wide + gap), y + (i // columns) * (tall + gap)
        s.rect(left, top, wide, tall, 6, colours[i % 6])
        s.oval(left + wide / 2, top + tall / 2, min(wide, tall) * 0.22, None, white(0.85))


def bezel(s: Sheet, x: float, y: float, w: float, h: float, r: float) -> None:
    """A dark glass front with a fine bright edge."""
    s.rect(x, y, w, h, r, s.linear("#2b303a", "#14171d", way=SLANT), ink(0.5), 1)
