"""Runs of a paragraph of DrawingML: how large they are set, and which are struck through."""

from __future__ import annotations

from typing import Final

from lxml import etree

from builder.verify.drawingml import A

_RUN, _TEXT, _LOOK = f"{A}r", f"{A}t", f"{A}rPr"
_NUMBER: Final = 16  # characters that a number with its unit has at most


def size_of(paragraph: etree._Element) -> float:
    """Return the smallest type size that a paragraph's runs ask for, in points; 0 for none.

    A number that stands alone has its unit in smaller type: its digits are asked.
    """
    runs = [_read(run) for run in paragraph.iter(_RUN)]
    said = "".join(text for text, _ in runs)
    if len(said) <= _NUMBER and any(map(str.isdecimal, said)):
        runs = [(text, look) for text, look in runs if any(map(str.isdecimal, text))]
    found = [look.get("sz", "") for _, look in runs if look is not None]
    sizes = [int(size) / 100 for size in found if size.isdecimal()]
    return min(sizes) if sizes and all(found) else 0.0


def _read(run: etree._Element) -> tuple[str, etree._Element | None]:
    """Return the words of a run and its properties."""
    text, look = None, None
    for child in run:
        if child.tag == _TEXT and text is None:
            text = child.text or ""
        elif child.tag == _LOOK and look is None:
            look = child
    return text or "", look


def struck_in(paragraph: etree._Element) -> str:
    """Return the words of a paragraph that are struck through."""
    runs = [run for run in paragraph.iter(_LOOK) if run.get("strike", "noStrike") != "noStrike"]
    return "".join(
        above.findtext(f"{A}t") or "" for run in runs if (above := run.getparent()) is not None
    )
