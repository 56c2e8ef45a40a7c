"""Colours: the words of the records as paint, lit from the upper left."""

from __future__ import annotations

from dataclasses import dataclass

WHITE, INK = "#ffffff", "#171c2b"

COLOURS = {
    "black": "#343943",
    "white": "#f3f4f7",
    "grey": "#99a1ad",
    "light grey": "#c8ced6",
    "dark grey": "#5a616d",
    "silver": "#c3c9d2",
    "blue": "#4279c6",
    "navy": "#31446f",
    "dark blue": "#2d4d86",
    "light blue": "#a8cbe8",
    "green": "#4d9a6b",
    "dark green": "#2f6450",
    "olive green": "#80854b",
    "sage green": "#a2b79b",
    "red": "#c94642",
    "pink": "#e59db2",
    "yellow": "#efc149",
    "orange": "#e6843f",
    "purple": "#8a6bb8",
    "turquoise": "#43b1ad",
    "brown": "#8b5c3b",
    "tan": "#c29262",
    "sand": "#d8c5a4",
    "beige": "#dcc8ad",
    "cream": "#f0e6d3",
    "ecru": "#e9e0cc",
    "rust": "#b6633e",
    "dark indigo": "#333c63",
    "natural wood": "#d0a572",
    "copper": "#c57f52",
    "transparent": "#cfe2ec",
    "multicoloured": "#efc149",
}


def mixed(colour: str, other: str, share: float) -> str:
    """`colour` with `share` (0 to 1) of `other` in it, as #rrggbb."""
    pairs = [(int(colour[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def sheer(colour: str, opacity: float) -> str:
    """The colour at an opacity from 0 to 1, as #rrggbbaa."""
    return f"{colour[:7]}{round(opacity * 255):02x}"


@dataclass(frozen=True, slots=True)
class Tone:
    """One paint in five depths, from where the light falls to where it doesn't."""

    pale: str
    light: str
    plain: str
    dark: str
    deep: str

    @staticmethod
    def of(colour: str) -> Tone:
        """The tone of #rrggbb, or of a colour word of the records."""
        plain = COLOURS.get(colour, colour)
        return Tone(
            mixed(plain, WHITE, 0.6), mixed(plain, WHITE, 0.26), plain, mixed(plain, INK, 0.2), mixed(plain, INK, 0.42)
        )

    def sheer(self, opacity: float) -> Tone:
        """The same tone, seen through."""
        depths = (self.pale, self.light, self.plain, self.dark, self.deep)
        return Tone(*(sheer(depth, opacity) for depth in depths))


def white(opacity: float) -> str:
    """White paint at an opacity."""
    return sheer(WHITE, opacity)


def ink(opacity: float) -> str:
    """Shadow paint at an opacity."""
    return sheer(INK, opacity)


STEEL = Tone.of("#bcc4ce")
DARK = Tone.of("#3a404b")
GOLD = Tone.of("#d3a955")
WOOD = Tone.of("#d0a572")
PAPER = Tone.of("#f7f4ec")
LEATHER = Tone.of("#8b5c3b")
