"""Finished files with one digit changed, at every place where someone or something reads it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pikepdf

_TEXTS = re.compile(rb'(?:<(?:\w+:)?[tv]>| (?:descr|title|tooltip)=")([^<"]*)')
_SAID = ("/Alt", "/ActualText", "/Contents", "/Title", "/Subject", "/Keywords", "/Author")
_KINDS = {
    "ppt/slides/": "slide",
    "ppt/notesSlides/": "notes",
    "ppt/charts/": "chart",
    "ppt/embeddings/": "workbook",
    "customXml/item1": "deck ledger",
}


@dataclass(frozen=True)
class Digit:
    """One digit of a part of a deck: a change of it is `data` before, the digit, `data` after."""

    kind: str
    part: str
    at: int
    inner: str = ""

    def changed(self, members: Mapping[str, bytes], by: int) -> dict[str, bytes]:
        """Return the deck's members with this digit raised by 1 to 9, modulo 10."""
        data = members[self.part]
        if self.inner:
            cells = unpacked(data)
            data = packed({**cells, self.inner: _raised(cells[self.inner], self.at, by)})
        else:
            data = _raised(data, self.at, by)
        return {**members, self.part: data}


def digits_of_deck(members: Mapping[str, bytes]) -> Iterator[Digit]:
    """Yield every digit in a deck that is read: by audience, speaker, screen reader or program."""
    for part, data in sorted(members.items()):
        kind = next((kind for start, kind in _KINDS.items() if part.startswith(start)), "")
        if kind == "workbook":
            for inner, cells in sorted(unpacked(data).items()):
                if inner.startswith(("xl/worksheets/", "xl/sharedStrings")):
                    for at in _digits(cells):
                        yield Digit(kind, part, at, inner)
        elif kind == "deck ledger" and not part.startswith("customXml/itemProps"):
            start = data.index(b"{")
            for match in re.finditer(rb"\d", data[start:]):
                yield Digit(kind, part, start + match.start())
        elif kind and part.endswith(".xml"):
            for at in _digits(data):
                is_alt = data.rfind(b'"', 0, at) > data.rfind(b">", 0, at)
                yield Digit("alt text" if is_alt else kind, part, at)


def _digits(data: bytes) -> Iterator[int]:
    for text in _TEXTS.finditer(data):
        for digit in re.finditer(rb"\d", text[1]):
            yield text.start(1) + digit.start()


def _raised(data: bytes, at: int, by: int) -> bytes:
    return data[:at] + b"%d" % ((int(data[at : at + 1]) + by) % 10) + data[at + 1 :]


@dataclass(frozen=True)
class Glyph:
    """One digit that a page of a paper shows: where it stands in the page's code."""

    page: int
    operator: int
    item: int
    byte: int
    code: int
    others: tuple[int, ...]


def glyphs_of_paper(path: Path) -> Iterator[Glyph]:
    """Yield every digit that the pages of a PDF show; `others` are other digits' codes."""
    with pikepdf.open(path) as document:
        for number, page in enumerate(document.pages, start=1):
            yield from _glyphs(page, number)


def _glyphs(page: pikepdf.Page, number: int) -> Iterator[Glyph]:
    codes: dict[int, str] = {}
    fonts = page.resources["/Font"]
    for at, (operands, operator) in enumerate(pikepdf.parse_content_stream(page)):
        if str(operator) == "Tf":
            codes = _codes(fonts[str(operands[0])])
        elif str(operator) == "TJ":
            for item, shown in enumerate(operands[0]):
                if not isinstance(shown, pikepdf.String):
                    continue
                for byte, code in enumerate(bytes(shown)):
                    if codes.get(code, "").isdigit():
                        others = tuple(
                            other
                            for other, text in sorted(codes.items())
                            if text.isdigit() and text != codes[code]
                        )
                        yield Glyph(number, at, item, byte, code, others)


def _codes(font: pikepdf.Object) -> dict[int, str]:
    """Return the characters of a font's codes, by its map to Unicode (ISO 32000-1, 9.10.3)."""
    said = font["/ToUnicode"].read_bytes().decode("latin-1")
    found: dict[int, str] = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", said, re.DOTALL):
        for code, text in re.findall(r"<(\w+)>\s*<(\w+)>", block):
            found[int(code, 16)] = bytes.fromhex(text).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", said, re.DOTALL):
        for first, _, texts in re.findall(r"<(\w+)>\s*<(\w+)>\s*\[(.*?)\]", block, re.DOTALL):
            for offset, text in enumerate(re.findall(r"<(\w+)>", texts)):
                found[int(first, 16) + offset] = bytes.fromhex(text).decode("utf-16-be")
        for first, last, text in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            start = int.from_bytes(bytes.fromhex(text), "big")
            for offset in range(int(last, 16) - int(first, 16) + 1):
                found[int(first, 16) + offset] = chr(start + offset)
    return found


def with_glyphs(path: Path, into: Path, changes: Mapping[Glyph, int]) -> None:
    """Write a paper with each of some glyphs, on different pages, shown as another code."""
    with pikepdf.open(path) as document:
        for glyph, code in changes.items():
            page = document.pages[glyph.page - 1]
            listed = list(pikepdf.parse_content_stream(page))
            operands, operator = listed[glyph.operator]
            array = list(operands[0])
            shown = bytearray(bytes(array[glyph.item]))
            assert shown[glyph.byte] == glyph.code
            shown[glyph.byte] = code
            array[glyph.item] = pikepdf.String(bytes(shown))
            listed[glyph.operator] = ([pikepdf.Array(array)], operator)
            page.Contents = document.make_stream(pikepdf.unparse_content_stream(listed))
        document.save(into)


def strings_of_paper(path: Path) -> list[tuple[int, str, int]]:
    """Return the digits in what a PDF says beside its pages: object, key, place in the text."""
    with pikepdf.open(path) as document:
        return [
            (number, key, digit.start())
            for number, held in enumerate(document.objects)
            if isinstance(held, pikepdf.Dictionary)
            for key in _SAID
            if isinstance(held.get(key), pikepdf.String)
            for digit in re.finditer(r"\d", str(held[key]))
        ]


def with_string(path: Path, into: Path, place: tuple[int, str, int], by: int) -> None:
    """Write a paper with one of those digits raised, modulo 10."""
    number, key, at = place
    with pikepdf.open(path) as document:
        held = list(document.objects)[number]
        text = str(held[key])
        held[key] = pikepdf.String(f"{text[:at]}{(int(text[at]) + by) % 10}{text[at + 1 :]}")
        document.save(into)


def attachments_of(path: Path) -> dict[str, bytes]:
    """Return what is attached to a paper, by name."""
    with pikepdf.open(path) as document:
        return {name: spec.get_file().read_bytes() for name, spec in document.attachments.items()}


def with_attachment(path: Path, into: Path, name: str, change: Callable[[bytes], bytes]) -> None:
    """Write a paper with one attached file changed."""
    with pikepdf.open(path) as document:
        spec = document.attachments[name].obj
        stream = spec.EF.F
        stream.write(change(stream.read_bytes()))
        document.save(into)


def unpacked(data: bytes) -> dict[str, bytes]:
    """Return the members of a zip file by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as held:
        return {name: held.read(name) for name in held.namelist()}


def packed(members: Mapping[str, bytes]) -> bytes:
    """Return a zip file of members."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as written:
        for name, data in members.items():
            written.writestr(name, data)
    return held.getvalue()


def as_made(members: Mapping[str, bytes]) -> bytes:
    """Return a zip file of members without a time of any machine, as a deck is written."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as written:
        for name, data in members.items():
            written.writestr(zipfile.ZipInfo(name), data)
    return held.getvalue()
