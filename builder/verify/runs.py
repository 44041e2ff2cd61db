"""Runs of a paragraph of DrawingML: how large they are set, and which are struck through."""

from __future__ import annotations

from typing import Final

from lxml import etree

from builder.verify.drawingml import A

_NUMBER: Final = 16  # characters that a number with its unit has at most


def size_of(paragraph: etree._Element) -> float:
    """Return the smallest type size that a paragraph's runs ask for, in points; 0 for none.

    A number that stands alone has its unit in smaller type: its digits are asked.
    """
    runs = [(run.findtext(f"{A}t") or "", run.find(f"{A}rPr")) for run in paragraph.iter(f"{A}r")]
    said = "".join(text for text, _ in runs)
    if len(said) <= _NUMBER and any(map(str.isdecimal, said)):
        runs = [(text, look) for text, look in runs if any(map(str.isdecimal, text))]
    found = [look.get("sz", "") for _, look in runs if look is not None]
    sizes = [int(size) / 100 for size in found if size.isdecimal()]
    return min(sizes) if sizes and all(found) else 0.0


def struck_in(paragraph: etree._Element) -> str:
    """Return the words of a paragraph that are struck through."""
    runs = (run for run in paragraph.iter(f"{A}rPr") if run.get("strike", "noStrike") != "noStrike")
    return "".join(
        above.findtext(f"{A}t") or "" for run in runs if (above := run.getparent()) is not None
    )
