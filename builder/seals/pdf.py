"""The seal of a paper: takes an open PDF, returns digests of its pages and of its catalogue.

Of each page the box, the content as a whole and each stretch of marked content, the resources
and the annotations; of the catalogue all that could act or show something. A program that only
writes the file's objects anew, in another order or compressed otherwise, changes none of it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final
from zlib import crc32

from builder.memory import remembered, remembered_each, remembered_of
from builder.seals.operators import ASIDE, Stretch, all_plain, all_stretches, content_of

if TYPE_CHECKING:
    from pikepdf import Object, Page, Pdf

_IDENTIFIER: Final = re.compile(rb"/ID\s*\[\s*<[0-9a-fA-F]*>\s*<([0-9a-fA-F]{32})>\s*\]")
_NAME: Final = rb"/[0-9A-Za-z]++"
_NUMERAL: Final = rb"-?\d{1,15}(?:\.\d{1,15})?"
_SIMPLE: Final = (
    _NAME + rb"|\((?:[^()\\]++|\\.)*+\)|<[0-9a-f]*+>|\[ (?:" + _NUMERAL + rb" )*+\]|" + _NUMERAL
)
_NUMERALS: Final = re.compile(rb"\[ (?:" + _NUMERAL + rb" )*+\]")
_FLAT_VALUE: Final = rb"<< (?:" + _NAME + rb" (?:" + _SIMPLE + rb") )*+>>|" + _SIMPLE
_FLAT: Final = re.compile(rb"<< ((?:" + _NAME + rb" (?:" + _FLAT_VALUE + rb") )*+)>>", re.DOTALL)
_ENTRIES: Final = re.compile(rb"(" + _NAME + rb") (" + _FLAT_VALUE + rb") ", re.DOTALL)
"""A dictionary as qpdf writes it, in order of names, that refers to no other object: most links."""
_STORAGE: Final = frozenset({"/Length", "/Filter", "/DecodeParms", "/DL"})
_UP: Final = frozenset({"/Parent", "/P", "/Prev", "/StructParent", "/StructParents"})
_BACK: Final = _UP | {"/SD", "/FS"}
"""What leads back, into the structure, which is read by itself, or (`/FS`) to an attached file, of
which its link and its own digest tell."""
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
        pages = (all_stretches(content_of(page)) for page in pdf.pages)
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
    held = tuple(stretches)
    drawn, marks = remembered_of(held, "drawn", lambda: _drawn(held), lambda it: 8 * len(it[1]))
    boxes = " ".join(_unparsed(page.obj[key]) for key in _BOXES if key in page.obj)
    annotations = page.obj.get("/Annots")
    return [
        boxes,
        drawn,
        marks,
        objects.digest(page.resources),
        [objects.digest(each) for each in annotations] if annotations is not None else [],
    ]


def _drawn(held: tuple[Stretch, ...]) -> tuple[str, list[int]]:
    codes = remembered_each("plain", [code for _, code in held], all_plain, len)
    halves = (crc32(code) & 0xFFFF for code in codes)
    marks = [
        -1 - half if number == ASIDE else half
        for (number, _), half in zip(held, halves, strict=True)
    ]
    return hashlib.sha256(b" ".join(codes)).hexdigest()[:16], marks


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

        if depth < _DEEPEST - 3:
            written = held.unparse(resolved=True)
            if _NUMERALS.fullmatch(written):
                return remembered(("numerals", written), lambda: _numerals(written), len)
            flat = _FLAT.fullmatch(written)
            if flat is not None:
                return b"%d" % self._flat_entries(flat[1])
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

    def _flat_entries(self, written: bytes) -> int:
        """Return the digest of entries that refer to no other object, from how they are written."""
        key, left_out = ("flat", self._left_out, written), self._left_out
        return remembered(key, lambda: _flat_entries(written, left_out), lambda _: len(written))


def _flat_entries(written: bytes, left_out: frozenset[str]) -> int:
    said = [
        b"%s %d" % (key, _flat(value, left_out))
        for key, value in _ENTRIES.findall(written)
        if key.decode() not in left_out
    ]
    return crc32(b"|".join(said))


def _flat(written: bytes, left_out: frozenset[str]) -> int:
    if written.startswith(b"<< "):
        return crc32(b"%d" % _flat_entries(written[3:-2], left_out))
    if written.startswith(b"["):
        return crc32(_numerals(written))
    return crc32(written if written[0] in b"/(<" else b"%.3f" % float(written))


def _numerals(written: bytes) -> bytes:
    """Return what an array of numbers says, from how it is written."""
    each = (b"%d" % crc32(b"%.3f" % float(number)) for number in written[1:-1].split())
    return b"[%s]" % b" ".join(each)


def _shown(stream: Object) -> bytes:
    """Return what a stream holds; as it is stored where only a viewer of pictures can tell."""
    import pikepdf

    try:
        return stream.read_bytes()
    except pikepdf.PdfError:
        return stream.read_raw_bytes()


def _unparsed(held: Any) -> str:
    return held.unparse(resolved=True).decode() if hasattr(held, "unparse") else str(held)
