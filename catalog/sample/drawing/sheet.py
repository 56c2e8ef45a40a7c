"""A sheet of SVG marks: shapes, soft fills and shadows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from catalog.sample.drawing.tones import Tone, ink, sheer, white

WIDTH, HEIGHT = 320, 270
DOWN, ACROSS, SLANT = (0, 0, 0, 1), (0, 0, 1, 0), (0, 0, 1, 1)


class Sheet:
    """Collects marks from back to front; `svg` is the finished picture."""

    def __init__(self) -> None:
        self._kept: dict[str, str] = {}
        self._marks: list[str] = []

    def svg(self) -> str:
        """The picture as one SVG document of 320 x 270, without text, scripts or links."""
        kept = "".join(f.replace("ID", name, 1) for f, name in self._kept.items())
        body = "".join(self._marks)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}"'
            f' stroke-linecap="round" stroke-linejoin="round"><defs>{kept}</defs>{body}</svg>\n'
        )

    def _keep(self, markup: str) -> str:
        name = self._kept.setdefault(markup, f"k{len(self._kept)}")
        return f"url(#{name})"

    def linear(self, *stops: str, way: tuple[float, float, float, float] = DOWN) -> str:
        """A fill that passes through the colours, evenly spaced, along `way` (x1, y1, x2, y2 of the shape's box)."""
        x1, y1, x2, y2 = way
        ends = "" if way == ACROSS else f' x1="{_n(x1)}" y1="{_n(y1)}" x2="{_n(x2)}" y2="{_n(y2)}"'
        return self._keep(f'<linearGradient id="ID"{ends}>{_stops(stops)}</linearGradient>')

    def radial(self, *stops: str, at: tuple[float, float] = (0.36, 0.3), reach: float = 0.8) -> str:
        """A fill that spreads from a point of the shape's box."""
        place = f'cx="{_n(at[0])}" cy="{_n(at[1])}" r="{_n(reach)}"'
        return self._keep(f'<radialGradient id="ID" {place}>{_stops(stops)}</radialGradient>')

    def across(self, tone: Tone) -> str:
        """The fill of an upright round body."""
        return self.linear(tone.dark, tone.light, tone.plain, tone.plain, tone.deep, way=ACROSS)

    def along(self, tone: Tone) -> str:
        """The fill of a lying round body."""
        return self.linear(tone.plain, tone.light, tone.plain, tone.dark, tone.deep)

    def down(self, tone: Tone) -> str:
        """The fill of a flat front that is lit from above."""
        return self.linear(tone.light, tone.plain, tone.dark)

    def slant(self, tone: Tone) -> str:
        """The fill of a flat front that is lit from the upper left."""
        return self.linear(tone.light, tone.plain, tone.dark, way=SLANT)

    def globe(self, tone: Tone) -> str:
        """The fill of a ball."""
        return self.radial(tone.pale, tone.light, tone.plain, tone.dark)

    def path(self, d: str, fill: str = "none", stroke: str = "", width: float = 2, dash: str = "") -> None:
        """A free shape."""
        self._marks.append(f'<path d="{_packed(d)}"{_paint(fill, stroke, width, dash)}/>')

    def line(self, d: str, stroke: str, width: float = 2, dash: str = "") -> None:
        """A drawn line without a fill."""
        self.path(d, "none", stroke, width, dash)

    def rect(
        self,
        x: float,
        y: float,
        w: float,
        h: float,
        r: float = 0,
        fill: str = "none",
        stroke: str = "",
        width: float = 2,
    ) -> None:
        """An upright rectangle with corners of radius r."""
        corner = f' rx="{_n(r)}"' if r else ""
        box = f'x="{_n(x)}" y="{_n(y)}" width="{_n(w)}" height="{_n(h)}"'
        self._marks.append(f"<rect {box}{corner}{_paint(fill, stroke, width)}/>")

    def oval(
        self,
        x: float,
        y: float,
        rx: float,
        ry: float | None = None,
        fill: str = "none",
        stroke: str = "",
        width: float = 2,
    ) -> None:
        """An ellipse around x, y; a circle without ry."""
        if ry is None or ry == rx:
            self._marks.append(f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(rx)}"{_paint(fill, stroke, width)}/>')
            return
        place = f'cx="{_n(x)}" cy="{_n(y)}" rx="{_n(rx)}" ry="{_n(ry)}"'
        self._marks.append(f"<ellipse {place}{_paint(fill, stroke, width)}/>")

    def ground(self, x: float = 160, y: float = 226, rx: float = 90, ry: float = 11, depth: float = 0.34) -> None:
        """The soft shadow that a thing throws on its ground."""
        fill = self.radial(ink(depth), ink(depth * 0.55), ink(0), at=(0.5, 0.5), reach=0.5)
        self.oval(x, y, rx, ry, fill)

    def sheen(self, x: float, y: float, w: float, h: float, opacity: float = 0.45) -> None:
        """A soft reflection, as broad or as tall as the light's."""
        self.rect(x, y, w, h, min(w, h) / 2, white(opacity))

    def glow(self, x: float, y: float, r: float, colour: str, opacity: float = 0.6) -> None:
        """Light that spreads from a point."""
        fill = self.radial(sheer(colour, opacity), sheer(colour, 0), at=(0.5, 0.5), reach=0.5)
        self.oval(x, y, r, r, fill)

    @contextmanager
    def turned(self, angle: float, x: float = 160, y: float = 140) -> Iterator[None]:
        """Draws what follows turned by degrees around a point."""
        with self._group(f' transform="rotate({_n(angle)} {_n(x)} {_n(y)})"'):
            yield

    @contextmanager
    def sized(self, scale: float, x: float = 160, y: float = 226) -> Iterator[None]:
        """Draws what follows larger or smaller around a point, by default the ground's middle."""
        shift = f"translate({_n(x * (1 - scale))} {_n(y * (1 - scale))}) " if scale != 1 else ""
        with self._group(f' transform="{shift}scale({scale:.3g})"'):
            yield

    @contextmanager
    def moved(self, dx: float, dy: float = 0, flipped: bool = False) -> Iterator[None]:
        """Draws what follows elsewhere; flipped, it is mirrored at its own x = 0."""
        mirror = " scale(-1 1)" if flipped else ""
        with self._group(f' transform="translate({_n(dx)} {_n(dy)}){mirror}"'):
            yield

    @contextmanager
    def inside(self, d: str) -> Iterator[None]:
        """Draws only what of the following lies inside a free shape."""
        clip = self._keep(f'<clipPath id="ID"><path d="{_packed(d)}"/></clipPath>')
        with self._group(f' clip-path="{clip}"'):
            yield

    @contextmanager
    def faded(self, opacity: float) -> Iterator[None]:
        """Draws what follows seen through as a whole."""
        with self._group(f' opacity="{_n(opacity)}"'):
            yield

    @contextmanager
    def _group(self, attributes: str) -> Iterator[None]:
        self._marks.append(f"<g{attributes}>")
        yield
        self._marks.append("</g>")


def box(x: float, y: float, w: float, h: float, r: float = 0) -> str:
    """The path of a rectangle with round corners, for `inside`."""
    if not r:
        return f"M{_n(x)} {_n(y)}h{_n(w)}v{_n(h)}h{_n(-w)}z"
    a = f"a{_n(r)} {_n(r)} 0 0 1 "
    return (
        f"M{_n(x + r)} {_n(y)}h{_n(w - 2 * r)}{a}{_n(r)} {_n(r)}v{_n(h - 2 * r)}{a}{_n(-r)} {_n(r)}"
        f"h{_n(2 * r - w)}{a}{_n(-r)} {_n(-r)}v{_n(2 * r - h)}{a}{_n(r)} {_n(-r)}z"
    )


def _stops(colours: tuple[str, ...]) -> str:
    last = len(colours) - 1
    return "".join(f'<stop offset="{_n(i / last)}" stop-color="{c}"/>' for i, c in enumerate(colours))


def _paint(fill: str, stroke: str, width: float, dash: str = "") -> str:
    paint = f' fill="{fill}"'
    if stroke:
        paint += f' stroke="{stroke}" stroke-width="{_n(width)}"'
    if dash:
        paint += f' stroke-dasharray="{dash}"'
        if not dash.startswith("0 "):
            paint += ' stroke-linecap="butt"'
    return paint


def _n(number: float) -> str:
    text = f"{number:.2f}".rstrip("0").rstrip(".") if abs(number) < 2 else f"{number:.1f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def _packed(d: str) -> str:
    return " ".join(d.split())
