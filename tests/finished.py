"""Every string that a finished file holds, visible or not: what a stale number could hide in."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pypdfium2
from lxml import etree

_PARAGRAPH = "{http://schemas.openxmlformats.org/drawingml/2006/main}p"
# Sizes, colours and identifiers: no reader meets them, and any digits may stand in them.
_TECHNICAL = re.compile(r"-?[\d.]+|[0-9A-Fa-f]{6}|\{?[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-\w+\}?")


def strings(path: Path) -> Iterator[str]:
    """Yield every string of a paper or a deck, white space in it made plain."""
    found = _of_pdf(path) if path.suffix == ".pdf" else _of_package(path.read_bytes())
    for text in found:
        # JSON may write `≥400` as an escape that ends in digits of its own.
        unescaped = re.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), text)
        yield re.sub(r"\s+", " ", unescaped)


def count(path: Path, number: str) -> int:
    """Return how often a number stands in a finished file, however its thousands are grouped."""
    digits = number.replace(",", "")
    grouped = "[,.\u00a0\u202f ]?".join(re.findall(r"\d{1,3}(?=(?:\d{3})*$)", digits))
    pattern = re.compile(rf"(?<![\w.,]){grouped}(?!\d|[.,]\d)")
    return sum(len(pattern.findall(text)) for text in strings(path))


def _of_pdf(path: Path) -> Iterator[str]:
    with pypdfium2.PdfDocument(path) as document:
        for page in document:
            yield page.get_textpage().get_text_range()
    with pikepdf.open(path) as document:
        for name, attachment in document.attachments.items():
            yield name
            yield attachment.get_file().read_bytes().decode("utf-8")
        for held in document.objects:
            yield from _of_object(held)


def _of_object(held: pikepdf.Object) -> Iterator[str]:
    if isinstance(held, pikepdf.String):
        yield str(held)
    elif isinstance(held, pikepdf.Array):
        for item in held:
            if not getattr(item, "is_indirect", False):
                yield from _of_object(item)
    elif isinstance(held, pikepdf.Dictionary | pikepdf.Stream):
        if held.get("/Type") == "/Metadata":
            yield held.read_bytes().decode("utf-8")
        for _, item in held.items():
            if not getattr(item, "is_indirect", False):
                yield from _of_object(item)


def _of_package(data: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            yield name
            if name.endswith(".xlsx"):
                yield from _of_package(package.read(name))
            elif name.endswith((".xml", ".rels")):
                yield from _of_xml(etree.fromstring(package.read(name)))


def _of_xml(root: etree._Element) -> Iterator[str]:
    for element in root.iter():
        yield from (element.text or "", element.tail or "")
        values = (str(value) for value in element.attrib.values())
        yield from (value for value in values if not _TECHNICAL.fullmatch(value))
        if element.tag == _PARAGRAPH:
            yield "".join(map(str, element.itertext()))
