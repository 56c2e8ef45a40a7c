"""`describe`: better descriptions and advertising copy, audited, beside the originals in a review file."""

from __future__ import annotations

import argparse
import csv
import html
import io
import os
import sys
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from assistant.languages.reading import spoken
from assistant.reasons.describing import AUDIENCES, CLAUSES, KINDS, Order, Told, described
from assistant.state import DialogueState
from assistant.vocabulary import Turn
from catalog.errors import SetupError
from catalog.product import Product

COLUMNS = ("id", "title", "kind", "audience", "length", "language", "for", "before", "after", "proofs", "dropped")


def register(commands: Any) -> None:
    """Adds the command."""
    parser = commands.add_parser("describe", help="descriptions and advertising copy from the records alone")
    parser.add_argument("--home", help="home directory (default: DAOGOU_HOME, else the user's data directory)")
    parser.add_argument("--ids", help="product ids, separated by commas (default: every product)")
    parser.add_argument("--type", help="products of this type only")
    parser.add_argument("--audience", choices=AUDIENCES, default=AUDIENCES[0])
    parser.add_argument("--length", choices=tuple(CLAUSES), default="medium")
    parser.add_argument("--language", choices=spoken(), default=spoken()[0])
    parser.add_argument("--kind", choices=KINDS, default=KINDS[0])
    parser.add_argument(
        "--for", dest="need", metavar="TEXT", help="a need in a shopper's words, which the text answers"
    )
    parser.add_argument("--out", required=True, metavar="FILE", help="the review file: .md, .csv or .html")
    parser.set_defaults(run=_describe)


def _describe(options: argparse.Namespace) -> int:
    from assistant.sample_home import with_goods
    from assistant.settings import Settings
    from assistant.understanding.learnt import LearntParser
    from catalog.home import home_path
    from catalog.store import Store

    out = Path(options.out)
    if out.suffix not in WRITERS:
        raise SetupError(f"No review file of the kind {out.suffix!r}. Choose one of: {', '.join(WRITERS)}.")
    home = with_goods(home_path(options.home, os.environ), asked_for=options.home is not None)
    store = Store.open(home.store, readonly=not options.need)
    try:
        products = list(store.all())
        chosen = _chosen(products, options.ids, options.type)
        state = DialogueState(language=options.language)
        if options.need:
            parser = LearntParser(store, Settings.read(os.environ, home.path).rates)
            turn = Turn("describe", options.need, options.language)
            state = state.after(turn, parser.understand(turn, state))
            parser.close()
    finally:
        store.close()
    alike: dict[str | None, list[Product]] = defaultdict(list)
    for product in products:
        alike[product.type].append(product)
    order = Order(options.kind, options.audience, options.length, options.language, state)
    told = [described(product, alike[product.type], order) for product in chosen]
    try:
        out.write_text(WRITERS[out.suffix](told, options), encoding="utf-8")
    except OSError as error:
        raise SetupError(f"{out} can't be written: {error.strerror}. Name another file with --out.") from error
    sys.stdout.write(f"{len(told)} written to {out}; {sum(one.dropped for one in told)} sentences were not proved.\n")
    return 0


def _chosen(products: Sequence[Product], ids: str | None, kind: str | None) -> list[Product]:
    by_id = {product.id: product for product in products}
    wanted = [one.strip() for one in ids.split(",") if one.strip()] if ids else list(by_id)
    missing = [one for one in wanted if one not in by_id]
    if missing:
        raise SetupError(f"No product with the id {missing[0]!r}. List ids with: python -m catalog export")
    chosen = [by_id[one] for one in wanted if kind is None or (by_id[one].type or "").casefold() == kind.casefold()]
    if not chosen:
        kinds = ", ".join(sorted({product.type for product in products if product.type})[:20])
        raise SetupError(f"No product of the type {kind!r}. Choose one of: {kinds}.")
    return chosen


def _rows(told: Sequence[Told], options: argparse.Namespace) -> list[tuple[str, ...]]:
    return [
        (
            *(one.product.id, one.product.title, options.kind, options.audience, options.length, options.language),
            *(options.need or "", one.before, one.after, "; ".join(_proofs(one)), str(one.dropped)),
        )
        for one in told
    ]


def _proofs(told: Told) -> list[str]:
    """Each claim of the new text with the field and value that prove it."""
    found = []
    for one in told.evidence:
        words = told.after[one.at[0] : one.at[1]] if one.at else ""
        value = one.span if one.span else f"{one.value}{f' {one.unit}' if one.unit else ''}"
        found.append(f"{words} = {one.field}: {value}" if words else f"{one.field}: {value}")
    return found


def _csv(told: Sequence[Told], options: argparse.Namespace) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    writer.writerows(_unformulaic(row) for row in _rows(told, options))
    return out.getvalue()


def _unformulaic(row: tuple[str, ...]) -> tuple[str, ...]:
    """Cells that a spreadsheet would run as a formula start with an apostrophe."""
    return tuple(f"'{cell}" if cell[:1] in ("=", "+", "-", "@") else cell for cell in row)


def _markdown(told: Sequence[Told], options: argparse.Namespace) -> str:
    parts = [f"# {options.kind}, {options.audience}, {options.length}, {options.language}"]
    if options.need:
        parts.append(f"> {options.need}")
    for one in told:
        proofs = "\n".join(f"- {_flat(line)}" for line in _proofs(one))
        parts.append(f"## {_flat(one.product.title)} `{_flat(one.product.id)}`")
        parts.append(f"**before**\n\n{_flat(one.before) or '–'}\n\n**after**\n\n{_flat(one.after)}\n\n{proofs}")
    return "\n\n".join(parts) + "\n"


def _flat(text: str) -> str:
    """A record's text on one line, without markup of its own."""
    return html.escape(" ".join(text.split()), quote=False).replace("`", "'").replace("|", "\\|")


def _html(told: Sequence[Told], options: argparse.Namespace) -> str:
    rows = "".join(
        "<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in row) + "</tr>" for row in _rows(told, options)
    )
    head = "".join(f"<th>{name}</th>" for name in COLUMNS)
    style = (
        "table{border-collapse:collapse}td,th{border:1px solid #999;padding:.4em;vertical-align:top;text-align:left}"
    )
    return (
        f'<!doctype html><html lang="{options.language}"><meta charset="utf-8"><title>{options.kind}</title>'
        f"<style>{style}</style><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></html>\n"
    )


WRITERS: dict[str, Callable[[Sequence[Told], argparse.Namespace], str]] = {
    ".md": _markdown,
    ".csv": _csv,
    ".html": _html,
}
