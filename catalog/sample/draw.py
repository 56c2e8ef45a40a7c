"""`python -m catalog.sample.draw`: draws a picture of every product of the sample shop."""

from __future__ import annotations

import sys
from pathlib import Path

from catalog.sample.drawing.picture import picture
from catalog.sample.shop import PICTURES, sample_records


def draw(folder: Path = PICTURES) -> int:
    """Writes <id>.svg for each product into the folder, removes what has no product, and returns how many there are."""
    folder.mkdir(parents=True, exist_ok=True)
    drawn = set()
    for record in sample_records():
        name = f"{record['id']}.svg"
        (folder / name).write_text(picture(record), encoding="utf-8")
        drawn.add(name)
    for old in folder.glob("*.svg"):
        if old.name not in drawn:
            old.unlink()
    return len(drawn)


if __name__ == "__main__":
    sys.stdout.write(f"{draw()} pictures in {PICTURES}\n")
