"""Where cats climb, scratch and dig."""

from __future__ import annotations

from catalog.sample.drawing.sheet import SLANT, Sheet
from catalog.sample.drawing.subject import Subject
from catalog.sample.drawing.tones import DARK, PAPER, WOOD, Tone, ink, sheer, white

SISAL = Tone.of("#cdb283")


def litter_box(s: Sheet, it: Subject) -> None:
    """A tray with its scoop, a hooded box with a swing door, or a drum that turns itself."""
    tone = it.tone()
    s.ground(160, 228, 126, 13)
    if it.yes("self_cleaning"):
        s.path("M70 176h180l14 40q0 12-14 12H70q-14 0-14-12z", s.across(tone), tone.deep, 1)
        s.rect(84, 192, 152, 28, 8, s.down(Tone.of("#dfe3e9")), tone.dark, 1)
        s.rect(136, 200, 48, 8, 4, ink(0.4))
        s.oval(160, 116, 96, None, s.globe(tone), tone.dark, 1)
        s.oval(160, 116, 66, None, s.linear("#59606c", "#2f353f", way=SLANT), tone.dark, 4)
        with s.inside("M94 116a66 66 0 1 1 132 0a66 66 0 1 1-132 0z"):
            s.path("M90 140q70-16 140 0v50H90z", s.linear("#d8ccb4", "#b5a585"))
            for i in range(14):
                s.oval(102 + i * 9, 146 + i * 7 % 18, 3, 2, "#9c8b6b")
        s.oval(160, 116, 80, None, "none", sheer("#6fb2e6", 0.9), 4)
        s.rect(214, 184, 30, 8, 4, "#2f353f")
        for i, light in enumerate(("#5fd08a", "#5fd08a", "#efc149")):
            s.oval(222 + i * 8, 188, 2.2, None, light)
        s.path("M84 70q22-40 62-46-30 16-46 54z", white(0.7))
        return
    if it.yes("lid_included"):
        s.path("M52 172h216l-10 44q-2 12-16 12H78q-14 0-16-12z", s.across(Tone.of(tone.dark)), tone.deep, 1)
        s.path("M48 174c0-84 40-124 112-124s112 40 112 124z", s.slant(tone), tone.deep, 1)
        s.path("M160 50c72 0 112 40 112 124h-40c0-70-26-112-72-124z", sheer(tone.deep, 0.22))
        s.rect(138, 38, 44, 14, 7, "none", tone.deep, 6)
        s.path("M104 176v-38c0-32 22-46 50-46s50 14 50 46v38z", "#39404c")
        s.path(
            "M110 172v-32c0-28 18-42 44-42s44 14 44 42v32z",
            s.linear("#d7ebf7cc", "#8fc1e299", way=SLANT),
            white(0.7),
            2,
        )
        s.line("M120 150c0-26 12-40 28-44", white(0.9), 5)
        _cat(s, 154, 150)
        for y in (84, 94, 104):
            s.line(f"M232 {y}h{(y - 70) // 2}", sheer(tone.deep, 0.55), 3)
        s.rect(42, 168, 236, 10, 5, s.along(tone))
        return
    s.path("M58 132h204l26 50H32z", s.linear("#e2d8c2", "#c9bb9d", way=SLANT))
    for i in range(34):
        x, y = 60 + i * 59 % 204, 138 + i * 23 % 40
        s.oval(x, y, 3, 2, "#a8987a" if i % 2 else "#f4eddc")
    s.path("M58 132h204l26 50H32z", "none", tone.light, 10)
    s.path("M28 182h264l-16 40q-3 8-12 8H56q-9 0-12-8z", s.down(tone), tone.deep, 1)
    s.line("M40 190h240", white(0.4), 4)
    with s.turned(-34, 214, 110):
        s.rect(204, 40, 16, 62, 8, s.across(Tone.of("#4d9a6b")))
        s.path("M190 100h44v40q0 18-22 18t-22-18z", s.slant(Tone.of("#4d9a6b")), "#2f6450", 1)
        for x in (200, 212, 224):
            s.line(f"M{x} 112v30", ink(0.45), 5)


def _cat(s: Sheet, x: float, y: float) -> None:
    s.path(f"M{x - 20} {y + 22}v-34l12 9q8-3 16 0l12-9v34z", ink(0.55))
    s.oval(x - 8, y + 6, 3.4, None, "#f3d46a")
    s.oval(x + 8, y + 6, 3.4, None, "#f3d46a")


def cat_litter(s: Sheet, it: Subject) -> None:
    """A sack or bag as large as its content, with a heap of what is in it."""
    stuff, kilos = str(it.value("material")), it.number("net_content", 8)
    paint, heap, grain = {
        "bentonite": ("#8b93a0", "#cfc8ba", "#a79e8c"),
        "wood fibre": ("#5c8f62", "#d9b67f", "#a97f48"),
        "tofu": ("#9b86c4", "#efe6c8", "#cdbd8d"),
    }[stuff]
    tone, top = Tone.of(paint), 222 - 110 - kilos * 7
    s.ground(150, 228, 108)
    s.path(f"M82 {top + 16:.0f}q62-14 124 0l10 {200 - top:.0f}q2 10-8 12H80q-10-2-8-12z", s.across(tone), tone.deep, 1)
    s.path(f"M82 {top + 18:.0f}l6-20h112l6 20q-62-12-124 0z", s.down(PAPER if stuff != "tofu" else tone), tone.dark, 1)
    s.line(f"M90 {top + 4:.0f}h108", ink(0.3), 2, "5 4")
    s.oval(144, 166, 46, 44, PAPER.plain)
    s.path("M118 196v-40l-4-32 18 16q12-4 24 0l18-16-4 32v40z", s.slant(Tone.of("#59606c")))
    s.oval(134, 156, 5, 6, "#f3d46a")
    s.oval(154, 156, 5, 6, "#f3d46a")
    s.path("M140 168h8l-4 5z", "#f0a5ae")
    s.path("M196 228q10-40 48-40t52 40z", s.linear(heap, grain))
    for i in range(22):
        x, y = 208 + i * 29 % 78, 200 + i * 13 % 26
        if stuff == "tofu":
            s.line(f"M{x} {y}l9-4", "#fbf5df" if i % 2 else grain, 4)
        else:
            s.oval(x, y, 3.4 if stuff == "bentonite" else 4.4, 2.4, PAPER.plain if i % 3 else grain)


def cat_tree(s: Sheet, it: Subject) -> None:
    """A scratching post with its ball, a tree with cave and hammock, or an oak one with cushions."""
    height, oak = it.number("height", 100), it.value("material") == "oak wood"
    cloth = it.tone() if not oak else Tone.of("#e9e0cc")
    board = WOOD if oak else cloth
    s.ground(160, 236, 108)
    if height < 100:
        _board(s, 82, 214, 156, board, cloth)
        _post(s, 146, 78, 28, 138)
        _board(s, 106, 62, 108, board, cloth)
        s.line("M202 78v50", DARK.light, 2)
        s.oval(202, 138, 13, None, s.globe(Tone.of("#c94642")))
        return
    _board(s, 66, 218, 188, board, cloth)
    for x, top in ((92, 44), (200, 104 if not oak else 76)):
        _post(s, x, top, 26, 218 - top)
    if not oak:
        s.rect(112, 152, 88, 66, 14, s.slant(cloth), cloth.deep, 1)
        s.oval(156, 186, 27, None, s.linear("#59606c", "#2f353f"))
        s.oval(147, 186, 3, None, "#f3d46a")
        s.oval(163, 186, 3, None, "#f3d46a")
    else:
        _board(s, 84, 168, 96, board, cloth)
    _board(s, 146, 100 if not oak else 120, 118, board, cloth)
    _board(s, 56, 36, 104, board, cloth)
    if oak:
        _board(s, 166, 70, 92, board, cloth)
    else:
        s.path("M122 84q34 44 78 20l-6-14q-34 10-60-14z", s.slant(Tone.of(cloth.dark)), cloth.deep, 1)
        s.line("M250 116v24", DARK.light, 2)
        s.oval(250, 150, 10, None, s.globe(Tone.of("#e6843f")))


def _post(s: Sheet, x: float, y: float, w: float, h: float) -> None:
    s.rect(x, y, w, h, 4, s.across(SISAL), SISAL.deep, 1)
    for i in range(int(h // 6)):
        s.line(f"M{x + 1} {y + 4 + i * 6}q{w / 2 - 1:.0f} 4 {w - 2} 0", sheer(SISAL.deep, 0.55), 1.6)


def _board(s: Sheet, x: float, y: float, w: float, board: Tone, cloth: Tone) -> None:
    s.rect(x + 6, y - 9, w - 12, 14, 7, s.down(Tone.of(cloth.light)))
    s.rect(x, y, w, 15, 6, s.down(board), board.deep, 1)
    s.line(f"M{x + 8} {y + 4}h{w - 16}", white(0.4), 2)
