"""DrawingML in; the text of each of its paragraphs, out (ECMA-376-1, 21.1.2)."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def paragraphs(element: etree._Element) -> Iterator[str]:
    """Yield the text of each DrawingML paragraph below an element that has one."""
    for paragraph in paragraph_elements(element):
        if text := paragraph_text(paragraph):
            yield text


def paragraph_elements(element: etree._Element) -> Iterator[etree._Element]:
    """Yield the paragraphs below an element.

    What older programs show instead of something newer (`mc:Fallback`) says the same again.
    """
    for paragraph in element.iter(f"{A}p"):
        if next(paragraph.iterancestors(_FALLBACK), None) is None:
            yield paragraph


def paragraph_text(paragraph: etree._Element, number: str = "") -> str:
    """Return a paragraph's text; line breaks as line ends.

    `number` is the slide's own, which every program prints in a field for it, whatever text the
    file keeps there.
    """
    parts = []
    for run in paragraph.iter(f"{A}t", f"{A}br", _MATHS):
        above = run.getparent()
        if number and above is not None and above.get("type") == "slidenum":
            parts.append(number)
        else:
            parts.append("\n" if run.tag == f"{A}br" else run.text or "")
    return "".join(parts)
