"""XML text through a parser that refuses traps; small faults of hand-made feeds are mended on the way."""

from __future__ import annotations

import codecs
import re
from collections.abc import Generator, Iterator
from html.entities import html5
from xml.sax import SAXException
from xml.sax.handler import ContentHandler

from catalog.errors import SetupError
from catalog.sources.content import BrokenContentError
from catalog.sources.text import LONGEST_LINE

DECLARED = re.compile(r"<\?xml[^>]*encoding\s*=\s*[\"']([\w.-]+)[\"'][^>]*\?>")
DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
NAMED = re.compile(r"&([a-zA-Z][a-zA-Z0-9]*);")
BARE = re.compile(r"&(?!(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);)")
OWN = frozenset(("amp", "lt", "gt", "quot", "apos"))
WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "iso8859-1": "cp1252", "ascii": "utf-8"}
MARKED = ("utf-16", "utf-8-sig", "utf-32")


def declared_encoding(start: str, found: str) -> str:
    """The encoding that the document says it has, where its first bytes don't tell better."""
    said = DECLARED.search(start[:300])
    if said is None or found.startswith(MARKED):
        return found
    try:
        name = codecs.lookup(said.group(1)).name
    except LookupError:
        return found
    return found if name.startswith(MARKED) else WIDER.get(name, name)


def parse(text: Iterator[str], handler: ContentHandler, name: str) -> Generator[None, None, tuple[int, str] | None]:
    """Pauses after each piece that the handler has seen; gives the line and the reason where the document breaks off.

    SetupError where it declares entities, as only traps do.
    """
    from defusedxml.common import DefusedXmlException
    from defusedxml.expatreader import create_parser

    parser = create_parser(forbid_dtd=False, forbid_entities=True, forbid_external=True)
    parser.setContentHandler(handler)
    handler.setDocumentLocator(parser)
    why = None
    try:
        for piece in _mended(text):
            parser.feed(piece)
            yield
        parser.close()
    except DefusedXmlException:
        raise SetupError(
            f"{name} declares XML entities, which are not read because they can be traps. Export it without them."
        ) from None
    except SAXException as error:
        why = error.getMessage()
    except (BrokenContentError, ValueError) as error:
        why = str(error)
    yield
    return None if why is None else (max(1, parser.getLineNumber() or 1), why)


def _mended(text: Iterator[str]) -> Iterator[str]:
    """The text without letters that XML forbids, HTML's letters written out, bare ampersands outside CDATA hidden."""
    quoted, at_start = False, True
    for piece in _whole_tags(text):
        if at_start:
            piece, at_start = DECLARATION.sub("", piece), False
        piece = FORBIDDEN.sub("", piece)
        if not quoted and "&" not in piece and "<![CDATA[" not in piece:
            yield piece
            continue
        parts: list[str] = []
        while piece:
            run, mark, piece = piece.partition("]]>" if quoted else "<![CDATA[")
            parts += [run if quoted else BARE.sub("&amp;", NAMED.sub(_letter, run)), mark]
            quoted = quoted != bool(mark)
        yield "".join(parts)


def _whole_tags(text: Iterator[str]) -> Iterator[str]:
    rest = ""
    for piece in text:
        rest += piece
        end = rest.rfind(">") + 1
        if end:
            yield rest[:end]
            rest = rest[end:]
        elif len(rest) > LONGEST_LINE:
            raise BrokenContentError("a text in it never ends")
    if rest:
        yield rest


def _letter(found: re.Match[str]) -> str:
    name = found.group(1)
    return found.group() if name in OWN else html5.get(f"{name};", f"&amp;{name};")
