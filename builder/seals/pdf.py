"""The seal of a paper: takes an open PDF, returns digests of its pages and of its catalogue.

Of each page the box, the content as a whole and each stretch of marked content, the resources
and the annotations; of the catalogue all that could act or show something. A program that only
writes the file's objects anew, in another order or compressed otherwise, changes none of it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final, TypeAlias
from zlib import crc32

if TYPE_CHECKING:
    from pikepdf import Object, Page, Pdf

Stretch: TypeAlias = tuple[int, bytes]
"""The number of marked content (-1: a part of no text), and its operators."""

ASIDE: Final = -1
# No loop gives back what it has taken: a string that is never closed is passed in one step.
LITERAL: Final = rb"\((?:[^()\\]++|\\.|\((?:[^()\\]++|\\.|\([^()]*+\))*+\))*+\)"
_LITERAL: Final = re.compile(LITERAL, re.DOTALL)
_PROPERTIES: Final = re.compile(rb"<<([^<>]*)>>BDC")
_DELIMITERS: Final = (b"[", b"]", b"<", b">", b"/")
_ESCAPED: Final = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_ESCAPES: Final = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
# A string is passed over, so that no word of one looks like an operator.
_MARKING: Final = re.compile(
    LITERAL + rb"|(?P<begin>/[^\s/<>\[\]()]+\s*"
    rb"(?:<<(?:[^<>]++|<[0-9A-Fa-f\s]*+>|<<[^<>]*+>>)*+>>|/[^\s/<>\[\]()]+)\s*BDC"
    rb"|/[^\s/<>\[\]()]+\s+BMC)|(?P<end>(?<![^\s\])>])EMC(?=\s|$))",
    re.DOTALL,
)
_MINUS_NOTHING: Final = re.compile(rb"(?<![\w.])-0+(?:\.0*)?(?![\d.])")
_IDENTIFIER: Final = re.compile(rb"/ID\s*\[\s*<[0-9a-fA-F]*>\s*<([0-9a-fA-F]{32})>\s*\]")
_NUMBER: Final = re.compile(rb"/MCID\s+(\d+)")
_STORAGE: Final = frozenset({"/Length", "/Filter", "/DecodeParms", "/DL"})
_BACK: Final = frozenset({"/Parent", "/P", "/Prev", "/StructParent", "/StructParents"})
_DEEPEST: Final = 60
_BOXES: Final = ("/MediaBox", "/CropBox", "/Rotate", "/UserUnit")
_LEFT_OUT: Final = frozenset(
    {
        "/Type",
        "/Pages",
        "/Metadata",
        "/StructTreeRoot",
        "/AF",
        "/Version",
        "/Extensions",
        "/Outlines",
    }
)
"""Of the catalogue, what is compared otherwise, or says nothing."""


def seal(pdf: Pdf, pages: Iterable[Iterable[Stretch]] | None = None) -> dict[str, Any]:
    """Return the seal: `pages`, each [box, content, stretches, resources, annotations], and
    `catalogue`, a digest for each of its entries.

    `pages` are the stretches of each page's content, where they are known already.
    """
    objects = Objects(pdf)
    if pages is None:
        pages = (stretches_of(content_of(page)) for page in pdf.pages)
    return {
        "pages": [
            page_seal(page, objects, stretches)
            for page, stretches in zip(pdf.pages, pages, strict=True)
        ],
        "catalogue": {
            key: objects.digest(value, embedded=False)
            for key, value in sorted(pdf.Root.items())
            if key not in _LEFT_OUT
        },
    }


def page_seal(page: Page, objects: Objects, stretches: Iterable[Stretch]) -> list[Any]:
    """Return the seal of one page.

    A stretch is half a CRC-32 of its operators, negative and less one where it is no part of the
    text: enough to find where a page is drawn otherwise, which its own digest tells.
    """
    codes = [(number, _plain(code)) for number, code in stretches]
    halves = (crc32(code) & 0xFFFF for _, code in codes)
    marks = [
        -1 - half if number == ASIDE else half
        for (number, _), half in zip(codes, halves, strict=True)
    ]
    boxes = " ".join(_unparsed(page.obj[key]) for key in _BOXES if key in page.obj)
    annotations = page.obj.get("/Annots")
    return [
        boxes,
        hashlib.sha256(b" ".join(code for _, code in codes)).hexdigest()[:16],
        marks,
        objects.digest(page.resources),
        [objects.digest(each) for each in annotations] if annotations is not None else [],
    ]


def content_of(page: Page) -> bytes:
    """Return a page's content, its streams joined (ISO 32000-1, 7.8.2)."""
    held = page.obj.get("/Contents")
    if held is None:
        return b""
    import pikepdf

    streams = list(held) if isinstance(held, pikepdf.Array) else [held]
    return b"\n".join(stream.read_bytes() for stream in streams)


def stretches_of(content: bytes) -> Iterator[Stretch]:
    """Yield the stretches of marked content in order, and what stands between them."""
    depth, start, number = 0, 0, ASIDE
    for found in _MARKING.finditer(content):
        if found["begin"]:
            depth += 1
            if depth == 1:
                yield from _between(content[start : found.start()])
                named = _NUMBER.search(found["begin"])
                number, start = int(named[1]) if named else ASIDE, found.start()
        elif found["end"] and depth:
            depth -= 1
            if not depth:
                yield number, content[start : found.end()]
                start = found.end()
    yield from _between(content[start:])


def _between(code: bytes) -> Iterator[Stretch]:
    if code.strip():
        yield ASIDE, code


def _plain(code: bytes) -> bytes:
    """Return operators with one space between them, strings as hexadecimal, and 0 for -0."""
    if b"(" in code:
        code = _LITERAL.sub(_hexadecimal, code)
    code = b" ".join(code.split())
    if b"-0" in code:
        code = _MINUS_NOTHING.sub(b"0", code)
    for sign in _DELIMITERS:
        code = code.replace(b" " + sign, sign).replace(sign + b" ", sign)
    return _PROPERTIES.sub(_sorted, code, count=1) if code.startswith(b"/") else code


def _sorted(found: re.Match[bytes]) -> bytes:
    """Return the properties of marked content, whose order tells nothing."""
    return b"<<%s>>BDC" % b"/".join(sorted(found[1].split(b"/")))


def _hexadecimal(found: re.Match[bytes]) -> bytes:
    return b"<%s>" % string(found[0]).hex().encode()


def string(written: bytes) -> bytes:
    """Return the bytes of a string as it is written in a file (7.3.4)."""
    if written.startswith(b"<"):
        with suppress(ValueError):
            return bytes.fromhex(written[1:-1].decode())
        digits = b"".join(written[1:-1].split())
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
    return _ESCAPED.sub(_unescaped, written[1:-1])


def _unescaped(found: re.Match[bytes]) -> bytes:
    said = found[1]
    if said.isdigit():
        return bytes([int(said, 8) & 255])
    if said in (b"\r\n", b"\r", b"\n"):
        return b""
    return _ESCAPES.get(said, said)


def stamped(data: bytes) -> bytes:
    """Return a finished PDF whose second identifier (14.4) is a digest of all its other bytes."""
    found = list(_IDENTIFIER.finditer(data))
    if not found:
        return data
    start, end = found[-1].span(1)
    return data[:start] + _identifier(data, start, end) + data[end:]


def is_untouched(data: bytes) -> bool:
    """Say whether a PDF is, byte for byte, as `stamped` left it."""
    found = list(_IDENTIFIER.finditer(data))
    if not found:
        return False
    start, end = found[-1].span(1)
    return data[start:end] == _identifier(data, start, end)


def _identifier(data: bytes, start: int, end: int) -> bytes:
    digest = hashlib.sha256(data[:start])
    digest.update(data[end:])
    return digest.hexdigest()[: end - start].encode()


class Objects:
    """Digests of a file's objects by what they hold, whatever their numbers are in the file."""

    def __init__(self, pdf: Pdf) -> None:
        self._pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        self._known: dict[tuple[int, int], int] = {}
        self._left_out: frozenset[str] = _BACK

    def digest(self, held: Any, *, embedded: bool = True) -> int:
        """Return the CRC-32 of an object; attached files are left out where not `embedded`."""
        left_out = _BACK if embedded else _BACK | {"/EmbeddedFiles"}
        self._left_out = left_out
        return self._digest(held, 0)

    def _digest(self, held: Any, depth: int) -> int:
        import pikepdf

        if not isinstance(held, pikepdf.Object):
            # Integers are written as reals, and reals with more or fewer zeros, at will.
            return crc32(b"%.3f" % held)
        number = held.objgen
        if number in self._pages:
            return self._pages[number]
        if number != (0, 0) and number in self._known:
            return self._known[number]
        if number != (0, 0):
            self._known[number] = 0  # what leads back to itself
        found = crc32(self._said(held, depth + 1) if depth < _DEEPEST else b"")
        if number != (0, 0):
            self._known[number] = found
        return found

    def _said(self, held: Object, depth: int) -> bytes:
        import pikepdf

        if isinstance(held, pikepdf.Stream):
            return b"%d %d" % (crc32(_shown(held)), self._entries(held, depth, _STORAGE))
        if isinstance(held, pikepdf.Dictionary):
            return b"%d" % self._entries(held, depth)
        if isinstance(held, pikepdf.Array):
            return b"[%s]" % b" ".join(b"%d" % self._digest(each, depth) for each in held)
        return held.unparse()

    def _entries(self, held: Object, depth: int, more: frozenset[str] = frozenset()) -> int:
        left_out = self._left_out | more
        said = [
            b"%s %d" % (key.encode(), self._digest(value, depth))
            for key, value in sorted(held.items())
            if key not in left_out
        ]
        return crc32(b"|".join(said))


def _shown(stream: Object) -> bytes:
    """Return what a stream holds; as it is stored where only a viewer of pictures can tell."""
    import pikepdf

    try:
        return stream.read_bytes()
    except pikepdf.PdfError:
        return stream.read_raw_bytes()


def _unparsed(held: Any) -> str:
    return held.unparse(resolved=True).decode() if hasattr(held, "unparse") else str(held)
