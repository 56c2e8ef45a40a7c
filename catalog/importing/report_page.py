"""The report of an import as one HTML page: totals, what was done row by row, and plots drawn here."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any

from catalog.importing.report import LISTS, TOTALS, line_told

BARS = 15
WIDTH, ROW, LABEL = 760, 24, 260
STYLE = """
:root { color-scheme: light dark; --line: #d5d8de; --ink: #20242c; --soft: #5c6470; --bar: #2f6fb5; --paper: #fff; }
@media (prefers-color-scheme: dark) { :root { --line: #3a404b; --ink: #e6e8ec; --soft: #a3abb8; --bar: #6ea8e6; --paper: #181b21; } }
body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); margin: 2rem auto; max-width: 60rem; padding: 0 1rem; }
h1 { font-size: 1.5rem; margin-bottom: 0 } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem }
p { color: var(--soft); margin: .2rem 0 1rem }
dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(8rem, 1fr)); gap: .6rem; margin: 1rem 0 }
dl div { border: 1px solid var(--line); border-radius: .5rem; padding: .5rem .75rem }
dt { color: var(--soft); font-size: .85rem } dd { margin: 0; font-size: 1.25rem; font-variant-numeric: tabular-nums }
table { border-collapse: collapse; width: 100%; font-size: .9rem } th { text-align: left; color: var(--soft); font-weight: 500 }
td, th { border-bottom: 1px solid var(--line); padding: .3rem .5rem .3rem 0; vertical-align: top; overflow-wrap: anywhere }
td:first-child { white-space: nowrap; font-variant-numeric: tabular-nums } details { margin: .5rem 0 } summary { cursor: pointer; padding: .3rem 0 }
svg { width: 100%; height: auto; display: block } svg text { fill: var(--ink); font-size: 12px } svg .soft { fill: var(--soft) }
svg rect { fill: var(--bar) } svg .whisker { stroke: var(--soft) } svg .middle { stroke: var(--paper); stroke-width: 2 }
"""  # noqa: E501


def report_page(report: Mapping[str, Any]) -> str:
    """The page for a report's plain values; it asks for nothing outside itself, and holds outside text as text."""
    said = escape(f"{report['file']} ({report['format']})")
    parts = [
        "<!doctype html>",
        '<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
        f"<title>Import of {said}</title><style>{STYLE}</style></head><body>",
        f"<h1>Import of {escape(report['file'])}</h1><p>{escape(report['format'])}</p>",
        _totals(report),
        _plot("Prices by type", "Box: the middle half. Line: least to most, on a scale of ratios.", _prices(report)),
        _plot("Missing attributes", "Values that most products of a type have and the others lack.", _gaps(report)),
        _plot("Refused by reason", "", _bars(report.get("refused_reasons", {}).items())),
    ]
    for title, name in LISTS:
        parts.append(_rows(title, report.get(name, 0), report.get(f"{name}_rows", ())))
    parts += [_mined(report.get("mined", ())), _columns(report), _unfound(report.get("unfound", ())), "</body></html>"]
    return "\n".join(part for part in parts if part) + "\n"


def _totals(report: Mapping[str, Any]) -> str:
    told = [(name, f"{report.get(name, 0):,}") for name in TOTALS]
    told += [("language", report["language"] or "unknown"), ("currency", report["currency"] or "unknown")]
    told += [
        ("with a type", f"{sum(report['types'].values()):,}"),
        ("numbers with a unit", f"{report['numbers_with_unit']:,} of {report['numbers']:,}"),
    ]
    cells = "".join(f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>" for name, value in told)
    return f"<dl>{cells}</dl>"


def _plot(title: str, told: str, drawing: str) -> str:
    if not drawing:
        return ""
    return f"<h2>{title}</h2>{f'<p>{told}</p>' if told else ''}{drawing}"


def _bars(counted: Iterable[tuple[str, int]]) -> str:
    bars = sorted(counted, key=lambda each: (-each[1], each[0]))[:BARS]
    most = max((count for _, count in bars), default=0)
    drawn = []
    for place, (name, count) in enumerate(bars):
        top, long = place * ROW, max((WIDTH - LABEL - 70) * count / most, 1)
        drawn.append(_label(name, top) + f'<rect x="{LABEL}" y="{top + 5}" width="{long:.1f}" height="14" rx="2"/>'
                     f'<text class="soft" x="{LABEL + long + 6:.1f}" y="{top + 16}">{count:,}</text>')  # fmt: skip
    return _drawing(drawn, len(bars))


def _gaps(report: Mapping[str, Any]) -> str:
    return _bars(
        (f"{kind['type']}: {name}", count) for kind in report.get("gaps", ()) for name, count in kind["lacking"]
    )


def _prices(report: Mapping[str, Any]) -> str:
    kinds = list(report.get("spreads", ()))[:BARS]
    if not kinds:
        return ""
    least, most = min(kind["least"] for kind in kinds), max(kind["most"] for kind in kinds)
    reach = math.log(most / least) or 1.0

    def at(price: float) -> float:
        return LABEL + (WIDTH - LABEL - 20) * math.log(price / least) / reach

    drawn = []
    for number, kind in enumerate(kinds):
        middle, top = number * ROW + 12, number * ROW + 5
        low, half, high = at(kind["low"]), at(kind["middle"]), at(kind["high"])
        money = f" {kind['currency']}" if kind["currency"] else ""
        drawn.append(
            _label(f"{kind['type']} ({kind['count']:,})", number * ROW)
            + f"<g><title>{kind['least']:g} to {kind['most']:g}, half of them {kind['low']:g} to {kind['high']:g}"
            f"{escape(money)}</title>"
            f'<line class="whisker" x1="{at(kind["least"]):.1f}" y1="{middle}" x2="{at(kind["most"]):.1f}" '
            f'y2="{middle}"/>'
            f'<rect x="{low:.1f}" y="{top}" width="{max(high - low, 2):.1f}" height="14" rx="2"/>'
            f'<line class="middle" x1="{half:.1f}" x2="{half:.1f}" y1="{top}" y2="{top + 14}"/></g>'
        )
    foot = len(kinds) * ROW + 14
    for power in range(math.ceil(math.log10(least)), math.floor(math.log10(most)) + 1):
        place = f'x="{at(10.0**power):.1f}" y="{foot}"'
        drawn.append(f'<text class="soft" {place} text-anchor="middle">{10.0**power:,g}</text>')
    return _drawing(drawn, len(kinds) + 1)


def _label(text: str, top: int) -> str:
    short = text if len(text) <= 38 else f"{text[:37]}…"
    return (
        f'<text x="{LABEL - 10}" y="{top + 16}" text-anchor="end">{escape(short)}<title>{escape(text)}</title></text>'
    )


def _drawing(drawn: Sequence[str], rows: int) -> str:
    return f'<svg viewBox="0 0 {WIDTH} {rows * ROW}" role="img">{"".join(drawn)}</svg>' if drawn else ""


def _rows(title: str, total: int, rows: Sequence[Mapping[str, Any]]) -> str:
    if not rows:
        return ""
    told = f"{total:,} rows" if total == len(rows) else f"{total:,} rows, the first {len(rows):,} here"
    lines = "".join(
        f"<tr><td>{escape(line_told(row['line'], row.get('part', '')))}</td>"
        f"<td>{escape(row['id'] or '')}</td><td>{escape('; '.join(row['notes']))}</td></tr>"
        for row in rows
    )
    table = f"<table><tr><th>line</th><th>id</th><th>what and why</th></tr>{lines}</table>"
    shown = " open" if len(rows) <= 50 else ""
    return f"<h2>{title}</h2><details{shown}><summary>{told}</summary>{table}</details>"


def _mined(mined: Sequence[Mapping[str, Any]]) -> str:
    told = [one for one in mined if one["added"]]
    if not told:
        return ""
    lines = "".join(
        f"<tr><td>{escape(one['column'])}</td><td>{escape(one['type'] or 'all')}</td><td>{escape(one['way'])}</td>"
        f"<td>{one['added']:,}</td><td>{one['right']:,} of {one['told']:,}</td></tr>"
        for one in told
    )
    heads = "<tr><th>column</th><th>type</th><th>way</th><th>added</th><th>right where known</th></tr>"
    return f"<h2>Read from texts</h2><p>Each fact holds the words that prove it.</p><table>{heads}{lines}</table>"


def _columns(report: Mapping[str, Any]) -> str:
    lines = "".join(
        f"<tr><td>{escape(field)}</td><td>{escape(', '.join(columns))}</td></tr>"
        for field, columns in report["columns"].items()
    )
    return f"<h2>Columns</h2><table><tr><th>field</th><th>read from</th></tr>{lines}</table>" if lines else ""


def _unfound(missing: Sequence[Mapping[str, Any]]) -> str:
    if not missing:
        return ""
    lines = "".join(
        f"<tr><td>{escape(one['field'])}</td><td>{escape(one['taken'] or 'nothing')}</td>"
        f"<td>{escape(', '.join(one['candidates']))}</td><td><code>{escape(one['line'])}</code></td></tr>"
        for one in missing
    )
    heads = "<tr><th>field</th><th>read from</th><th>may be</th><th>line for [columns] in a mapping file</th></tr>"
    return f"<h2>Not told by a column's name</h2><table>{heads}{lines}</table>"
