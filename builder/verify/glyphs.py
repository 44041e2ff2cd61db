"""A page's operators in; what its glyphs say, stretch by stretch of marked content, out.

Read from the codes that are shown, by each font's map to Unicode (ISO 32000-1, 9.4.3 and 9.10.3),
so that no replacement text (`ActualText`) can stand for what is printed. None belongs in a page's
code: what is heard in place of printed words stands on their element alone, where it is planned.
"""

from __future__ import annotations

import re
from codecs import charmap_decode
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

from builder.memory import remembered, remembered_of
from builder.seals.operators import ASIDE, LITERAL, Stretch, string

if TYPE_CHECKING:
    from pikepdf import Object, Page

_STRING: Final = LITERAL + rb"|<[0-9A-Fa-f\s]*>(?!>)"
_SHOWS: Final = rb"(?P<%s>\s*(?:Tj|'|\"))?"
# Each choice begins with a sign of its own: what begins with another one is passed over at once.
_SHOWN: Final = re.compile(
    rb"/(?:(?P<font>[^\s/<>\[\]()]+)\s+[-+.\d]+\s+Tf(?=[\s/\[(<]|$)"
    rb"|(?P<replaced>(?:ActualText|E|Alt)\s*(?:" + _STRING + rb")))"
    rb"|\[(?P<array>(?:[^\[\]()<>]++|" + _STRING + rb")*+)\]\s*TJ"
    rb"|" + LITERAL + _SHOWS % b"one" + rb"|<[0-9A-Fa-f\s]*>(?!>)" + _SHOWS % b"two" + rb""
    rb"|q(?<![^\s]q)(?=[\s/]|$)(?P<save>)|Q(?<![^\s]Q)(?=[\s/]|$)(?P<restore>)",
    re.DOTALL,
)
_CODES: Final = re.compile(rb"<([^>]*)>")
_PIECES: Final = re.compile(_STRING, re.DOTALL)
_EDGE: Final = re.compile(rb"beginbf(?P<begins>char|range)|endbf(?:char|range)")
_CHAR: Final = re.compile(rb"<([0-9A-Fa-f\s]+)>\s*<([0-9A-Fa-f\s]*)>")
_RANGE: Final = re.compile(
    rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]+)>|\[([^\[\]]*)\])"
)
_UNMAPPED: Final = "\ufffd"
_LAST: Final = 0xFFFF
"""No string shows a code of more than two bytes."""
_BYTES: Final = 200  # of a stretch remembered
_MOST_SAID: Final = 4 * 2**20
"""Codes and characters of one font's map: 64 times what two bytes can tell."""


class Fonts:
    """The fonts of a file: a map from codes to characters for each, read once."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], Font] = {}

    def of(self, page: Page) -> Mapping[str, Font]:
        """Return the fonts of a page by name."""
        held = page.resources.get("/Font")
        return {} if held is None else {name[1:]: self._font(font) for name, font in held.items()}

    def _font(self, font: Object) -> Font:
        if font.objgen == (0, 0):
            return Font(font)
        known = self._known.get(font.objgen)
        if known is None:
            known = self._known[font.objgen] = _font(font)
        return known


def _font(font: Object) -> Font:
    """Return a font, the same for each that maps its codes alike."""
    mapped = font.get("/ToUnicode")
    said = mapped.read_bytes() if mapped is not None else None
    key = "font", str(font.get("/Subtype")), said
    return remembered(key, lambda: Font(font), lambda made: 100 * len(made.characters))


class Font:
    """One font: its codes' length in bytes, and what each says."""

    def __init__(self, font: Object) -> None:
        self.length = 2 if font.get("/Subtype") == "/Type0" else 1
        mapped = font.get("/ToUnicode")
        if mapped is not None:
            self.characters = dict(_characters(mapped.read_bytes()))
        else:
            single = (bytes([code]).decode("cp1252", "replace") for code in range(256))
            self.characters = dict(enumerate(single))
        self._table = [self.characters.get(code, _UNMAPPED) for code in range(256)]
        # What Python's own decoder takes: a character for each code, and none that it refuses.
        self._plain = "".join(self._table)
        if not all(len(said) == 1 and said != "\ufffe" for said in self._table):
            self._plain = ""

    def text(self, codes: bytes) -> str:
        """Return what a string shows."""
        if self.length == 1:
            if self._plain:
                return charmap_decode(codes, "strict", self._plain)[0]
            table = self._table
            return "".join([table[code] for code in codes])
        pairs = (int.from_bytes(codes[at : at + 2], "big") for at in range(0, len(codes), 2))
        return "".join(self.characters.get(code, _UNMAPPED) for code in pairs)


def page_texts(
    page: Page, fonts: Fonts, stretches: tuple[Stretch, ...]
) -> tuple[Mapping[int, str], str, tuple[str, ...]]:
    """Return what a page shows: by number of marked content, beside it, and replacement texts.

    What is known of the same stretches holds as long as the page's fonts are those that it had.
    """
    held = fonts.of(page)
    key = "page shown", frozenset(held.items())
    return remembered_of(
        stretches, key, lambda: _texts(held, stretches), lambda said: _BYTES * len(said[0])
    )


def _texts(
    fonts: Mapping[str, Font], stretches: Iterable[Stretch]
) -> tuple[Mapping[int, str], str, tuple[str, ...]]:
    marked: dict[int, list[str]] = defaultdict(list)
    aside: list[str] = []
    replaced: list[str] = []
    reader = _Reader(fonts)
    for number, code in stretches:
        said = reader.read(code, replaced)
        if number == ASIDE:
            aside.append(said)
        else:
            marked[number].append(said)
    texts = {number: "".join(said) for number, said in marked.items()}
    return texts, "".join(aside), tuple(replaced)


class _Reader:
    """Reads operators, and keeps the font from one stretch to the next (8.4.2)."""

    def __init__(self, fonts: Mapping[str, Font]) -> None:
        self.fonts = fonts
        self.font: Font | None = None
        self.saved: list[Font | None] = []
        self._known = frozenset(fonts.items())

    def read(self, code: bytes, replaced: list[str]) -> str:
        """Return what a stretch shows; texts that are to replace it are added to `replaced`."""
        if self.saved:
            return self._read(code, replaced)

        def read() -> tuple[str, list[str], Font | None, tuple[Font | None, ...]]:
            instead: list[str] = []
            return self._read(code, instead), instead, self.font, tuple(self.saved)

        # Read again only by the very fonts that it was read by.
        key = "shown", code, self.font, self._known
        said, instead, self.font, saved = remembered(key, read, lambda _: 2 * len(code))
        self.saved = list(saved)
        replaced += instead
        return said

    def _read(self, code: bytes, replaced: list[str]) -> str:
        said: list[str] = []
        for found in _SHOWN.finditer(code):
            kind = found.lastgroup
            if kind == "array":
                said += self._array(found["array"])
            elif kind == "font":
                self.font = self.fonts.get(found["font"].decode("latin-1"))
            elif kind == "save":
                self.saved.append(self.font)
            elif kind == "restore" and self.saved:
                self.font = self.saved.pop()
            elif kind in ("one", "two"):
                said.append(self._shown(found[0][: -len(found[kind])]))
            elif kind == "replaced":
                replaced.append(text_string(found["replaced"]))
        return "".join(said)

    def _array(self, written: bytes) -> Iterable[str]:
        """Return what strings show that stand one after another, with shifts between them."""
        if b"(" not in written and self.font is not None and self.font.length == 1:
            with suppress(ValueError):  # a string may leave its last digit out
                codes = bytes.fromhex(b" ".join(_CODES.findall(written)).decode())
                return (self.font.text(codes),)
        return map(self._shown, _PIECES.findall(written))

    def _shown(self, written: bytes) -> str:
        codes = string(written)
        return self.font.text(codes) if self.font is not None else _UNMAPPED * len(codes)


def text_string(written: bytes) -> str:
    """Return a text string (7.9.2.2)."""
    at = min((place for place in (written.find(b"("), written.find(b"<")) if place >= 0), default=0)
    held = string(written[at:])
    if held.startswith(b"\xfe\xff"):
        return held[2:].decode("utf-16-be", "replace")
    return held.decode("latin-1")


def _characters(stream: bytes) -> Iterator[tuple[int, str]]:
    """Yield what each code says.

    Raises:
        ValueError: the map says more than all codes together could.
    """
    room = _MOST_SAID
    for code, said in _mapped(stream):
        room -= 1 + len(said)
        if room < 0:
            raise ValueError("a font maps its codes to more than they can say")
        yield code, said


def _mapped(stream: bytes) -> Iterator[tuple[int, str]]:
    for kind, block in _blocks(stream):
        if kind == b"char":
            for code, said in _CHAR.findall(block):
                yield int(b"".join(code.split()), 16), _utf16(said)
            continue
        for first, last, start, listed in _RANGE.findall(block):
            codes = range(int(first, 16), min(int(last, 16), _LAST) + 1)
            yield from _ranged(codes, start, listed)


def _blocks(stream: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the blocks of a map, each from where it begins to the next end of one."""
    kind, start = b"", 0
    for edge in _EDGE.finditer(stream):
        if not edge["begins"] and kind:
            yield kind, stream[start : edge.start()]
            kind = b""
        elif edge["begins"] and not kind:
            kind, start = edge["begins"], edge.end()


def _ranged(codes: Iterable[int], start: bytes, listed: bytes) -> Iterator[tuple[int, str]]:
    if listed:
        said: list[Any] = re.findall(rb"<([0-9A-Fa-f\s]*)>", listed)
        yield from ((code, _utf16(each)) for code, each in zip(codes, said, strict=False))
        return
    first = _utf16(start)
    for index, code in enumerate(codes):
        yield code, first[:-1] + chr(ord(first[-1]) + index) if first else ""


def _utf16(digits: bytes) -> str:
    return bytes.fromhex(b"".join(digits.split()).decode()).decode("utf-16-be", "replace")
