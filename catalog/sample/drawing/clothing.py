"""Clothes, laid out flat."""

from __future__ import annotations

from catalog.sample.drawing.sheet import Sheet
from catalog.sample.drawing.subject import Subject
from catalog.sample.drawing.tones import GOLD, STEEL, Tone, sheer, white


def t_shirt(s: Sheet, it: Subject) -> None:
    """A T-shirt in its cut: regular, waisted, or boxy and heavy."""
    tone, fit = it.tone(), it.value("fit")
    waist, hem, sleeve = {"boxy": (0, 4, 52), "slightly waisted": (12, 0, 36)}.get(str(fit), (2, 0, 44))
    s.ground(160, 240, 76, 7, 0.22)
    edge = (
        f"M122 44L94 54Q82 60 74 78L56 {76 + sleeve}l38 18 8-14"
        f"C104 124 {104 + waist} 150 {102 + waist} 164L{98 - hem} 228q0 6 8 7 28 4 {54 + hem} 4"
    )
    for flipped in (False, True):
        with s.moved(320 if flipped else 0, 0, flipped):
            s.path(
                f"{edge}h1V60h-1C142 60 130 54 122 44z", s.linear(tone.light, tone.plain, tone.dark, way=(1, 0, 0.2, 1))
            )
            s.line(edge, sheer(tone.deep, 0.35), 1.5)
            s.line(f"M102 {80 + sleeve}C100 118 98 104 104 88", sheer(tone.deep, 0.35), 2)
            s.line(f"M60 {70 + sleeve}l36 17", sheer(tone.deep, 0.3), 2)
    s.line("M122 44C130 54 142 60 160 60s30-6 38-16", tone.dark, 8 if fit == "boxy" else 6)
    s.path("M126 44q34 12 68 0-10 12-34 12t-34-12z", tone.deep)
    s.line(f"M{104 - hem} 226q56 8 {112 + hem * 2} 0", sheer(tone.deep, 0.3), 2)
    s.line(f"M{126 + waist} 120q10 40 2 84M{196 - waist} 112q-10 44 0 90M150 170q6 20 0 44", sheer(tone.deep, 0.16), 5)
    if it.named("merino"):
        s.rect(112, 204, 12, 14, 2, white(0.75))
    if fit == "boxy":
        s.path("M176 104h26v28q-13 10-26 0z", sheer(tone.dark, 0.5), tone.dark, 1.5)


def rain_jacket(s: Sheet, it: Subject) -> None:
    """A rain jacket with its hood up, zips, pockets and rain running off."""
    tone, shell = it.tone(), it.named("pluvaro")
    trim = Tone.of("#3fb6b0") if shell else (GOLD if it.named("nordulen") else Tone.of(tone.deep))
    s.ground(160, 240, 80, 7, 0.22)
    s.path("M160 22c-34 0-48 24-44 56l44 20 44-20c4-32-10-56-44-56z", s.slant(tone), tone.dark, 1)
    s.path("M160 40c-22 0-32 18-28 40l28 12 28-12c4-22-6-40-28-40z", tone.deep)
    for flipped in (False, True):
        with s.moved(320 if flipped else 0, 0, flipped):
            s.path("M104 82Q84 88 76 110L52 202q-2 8 6 10l24 6q8 2 10-6l14-58z", s.slant(tone), tone.dark, 1)
            s.line("M60 198l28 8", sheer(tone.deep, 0.6), 3)
            s.path(
                "M118 74q-18 2-26 20l-2 134q0 8 8 8 32 4 62 4V96z",
                s.linear(tone.light, tone.plain, tone.dark),
                tone.dark,
                1,
            )
            s.line("M110 172l28-14", sheer(trim.plain, 0.95), 4)
            if it.named("nordulen"):
                s.line("M100 104l-4 40", sheer(trim.plain, 0.8), 3)
    s.line("M160 94v144", trim.dark if not shell else trim.plain, 5)
    s.line("M160 98v138", white(0.5), 1.4, "2 3")
    s.rect(156, 96, 8, 16, 3, s.across(STEEL))
    s.path(
        "M182 112h26l-2 24h-24z" if not it.named("drizzle") else "M178 116h34v38h-34z",
        sheer(tone.dark, 0.55),
        tone.dark,
        1,
    )
    s.line("M94 228q66 8 132 0", sheer(tone.deep, 0.4), 2)
    for x, y in ((52, 60), (82, 36), (250, 48), (272, 92), (40, 118), (284, 150), (232, 24)):
        s.path(f"M{x} {y}q-8 13 0 17 8-4 0-17z", "#8fbcdccc")


def jeans(s: Sheet, it: Subject) -> None:
    """Jeans in their cut; raw selvedge denim shows its turned-up edge."""
    tone, raw = it.tone(), it.named("kordvane")
    fit = str(it.value("fit"))
    narrow = {"straight": 0, "slim": 9}.get(fit, 6)
    rise = 14 if it.value("rise") == "high rise" else 0
    top, thread = 40 - rise, "#d9a35c" if it.value("colour") != "black" else "#7d8490"
    s.ground(160, 246, 66, 6, 0.22)
    left = f"M110 {top}h50v74l-8 10-{6 + narrow} 116q0 4-5 4h-{36 - narrow}q-5 0-5-5C98 200 94 100 110 {top}z"
    for flipped in (False, True):
        with s.moved(320 if flipped else 0, 0, flipped):
            s.path(left, s.linear(tone.dark, tone.plain, tone.light, tone.plain, way=(0, 0, 1, 0.1)), tone.deep, 1)
            if not raw:
                s.oval(124, 150, 12, 44, sheer(tone.pale, 0.22))
            s.line(f"M112 {top + 22}q16 22 36 16", thread, 1.8, "5 3")
            foot = 136 - narrow
            end = top + 196
            if raw:
                s.rect(102 + narrow * 0.3, end - 10, foot - 100, 18, 2, s.along(Tone.of("#cfd8e6")), "#a9b6cb", 1)
                s.line(f"M{foot - 6} {end - 9}v16", "#c94642", 3)
            else:
                s.line(f"M104 {end}h{foot - 106}", thread, 1.6, "4 3")
    s.rect(106, top - 6, 108, 16, 4, s.along(tone), tone.deep, 1)
    for x in (118, 142, 174, 198):
        s.rect(x, top - 8, 6, 20, 2, tone.dark)
    s.oval(160, top + 2, 5, None, s.globe(GOLD))
    s.line(f"M160 {top + 12}v62M172 {top + 12}v30q0 16-12 22", thread, 1.8, "5 3")
    if raw:
        for y in (top + 20, top + 34, top + 48):
            s.oval(165, y, 2.6, None, GOLD.plain)


def dress(s: Sheet, it: Subject) -> None:
    """A dress: knee-length jersey, a linen midi with belt and buttons, or a bias-cut silk slip."""
    tone, silk, linen = it.tone(), it.value("material") == "silk", it.value("material") == "linen"
    long = it.number("length", 110) > 100
    s.ground(160, 252, 66, 6, 0.2)
    s.line("M160 12q10 0 10 8 0 6-10 10l-50 22h100l-50-22", "#b99a6b", 4)
    hem = 246 if long else 214
    if silk:
        _slip(s, tone)
        return
    wide = 72 if linen else 66
    for flipped in (False, True):
        with s.moved(320 if flipped else 0, 0, flipped):
            s.path("M126 48q-16 4-22 18l-16 34 26 14 14-24z", s.slant(tone), tone.dark, 1)
            s.path(f"M160 {76 if linen else 60}L136 46l-14 6q-2 40 10 72 0 10-4 22-14 50-{wide - 30}"
                   f" {hem - 146}q40 10 {wide + 2} 10z",
                   s.linear(tone.dark, tone.plain, tone.light, way=(0, 0, 1, 0.3)))  # fmt: skip
            s.line(f"M140 150q-8 40-{wide - 46} {hem - 158}M152 152v{hem - 156}", sheer(tone.deep, 0.22), 3)
    if linen:
        s.line("M136 46l24 30 24-30", tone.deep, 5)
        s.rect(130, 122, 60, 12, 4, s.along(Tone.of(tone.dark)))
        s.line("M172 130l10 40M168 130l-2 34", tone.dark, 5)
        for i in range(8):
            s.oval(160, 88 + i * 19 + (10 if i > 1 else 0), 3, None, "#f0e2c8")
    else:
        s.line("M136 46q4 16 24 16t24-16", tone.deep, 6)
        s.line("M130 128q30 8 60 0", sheer(tone.deep, 0.4), 2)
        s.line("M118 164l10 18M202 164l-10 18", sheer(tone.deep, 0.7), 3)


def _slip(s: Sheet, tone: Tone) -> None:
    for flipped in (False, True):
        with s.moved(320 if flipped else 0, 0, flipped):
            s.line("M136 78l6-40", tone.plain, 4)
            s.path("M161 92q-14-2-25-18-4 12-2 32 2 18 6 26c-2 18-16 40-28 64-12 26-16 40-14 48q30 8 63 8z",
                   s.linear(tone.dark, tone.plain, tone.light, way=(0, 0, 1, 0.4)))  # fmt: skip
            s.line("M140 134q10 4 20 4", sheer(tone.deep, 0.5), 1.5)
    s.path("M146 140q-10 50-34 104 10 4 18 4 22-60 24-108z", white(0.2))
    s.line("M176 142q12 50 24 98", white(0.14), 6)
