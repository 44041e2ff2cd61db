"""What a presenter has: a page of notes for each slide, and points that come one by one.

Each
first-level point waits for a click and brings the points below it along (ECMA-376-1, 19.5). The
points stand there all the time: what is not shown on paper, in exports or to screen readers is none
of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import quoteattr

from builder.ooxml.parts import parsed
from builder.outputs.pptx.plan.model import Paragraph
from builder.outputs.pptx.write import xml

if TYPE_CHECKING:
    from lxml import etree

_NOW: Final = '<p:stCondLst><p:cond delay="0"/></p:stCondLst>'
_ON_CLICK: Final = '<p:stCondLst><p:cond delay="indefinite"/></p:stCondLst>'
_SLIDE: Final = "<p:tgtEl><p:sldTgt/></p:tgtEl>"


def timing(shape: int, paragraphs: Sequence[Paragraph]) -> str:
    """Return the timing of a slide on which the paragraphs of the shape of this id come up."""
    ids = count(1)
    root, main = next(ids), next(ids)
    clicks = "".join(_click(shape, click, ids) for click in _clicks(paragraphs))
    return (
        f'<p:timing><p:tnLst><p:par><p:cTn id="{root}" dur="indefinite" '
        'restart="never" nodeType="tmRoot"><p:childTnLst><p:seq concurrent="1" nextAc="seek">'
        f'<p:cTn id="{main}" dur="indefinite" nodeType="mainSeq"><p:childTnLst>{clicks}'
        f'</p:childTnLst></p:cTn><p:prevCondLst><p:cond evt="onPrev" delay="0">{_SLIDE}</p:cond>'
        f'</p:prevCondLst><p:nextCondLst><p:cond evt="onNext" delay="0">{_SLIDE}</p:cond>'
        "</p:nextCondLst></p:seq></p:childTnLst></p:cTn></p:par></p:tnLst>"
        f'<p:bldLst><p:bldP spid="{shape}" grpId="0" build="p"/></p:bldLst></p:timing>'
    )


def _clicks(paragraphs: Sequence[Paragraph]) -> list[list[int]]:
    """Return the places of the paragraphs that each click brings."""
    clicks: list[list[int]] = []
    for at, paragraph in enumerate(paragraphs):
        if paragraph.level and clicks:
            clicks[-1].append(at)
        else:
            clicks.append([at])
    return clicks


def _click(shape: int, places: Sequence[int], ids: Iterator[int]) -> str:
    outer, inner = next(ids), next(ids)
    effects = "".join(_appear(shape, place, place == places[0], ids) for place in places)
    return (
        f'<p:par><p:cTn id="{outer}" fill="hold">{_ON_CLICK}<p:childTnLst><p:par>'
        f'<p:cTn id="{inner}" fill="hold">{_NOW}<p:childTnLst>{effects}</p:childTnLst></p:cTn>'
        "</p:par></p:childTnLst></p:cTn></p:par>"
    )


def _appear(shape: int, place: int, first: bool, ids: Iterator[int]) -> str:
    effect, behaviour = next(ids), next(ids)
    node = "clickEffect" if first else "withEffect"
    return (
        f'<p:par><p:cTn id="{effect}" presetID="1" presetClass="entr" presetSubtype="0" '
        f'fill="hold" grpId="0" nodeType="{node}">{_NOW}<p:childTnLst><p:set><p:cBhvr>'
        f'<p:cTn id="{behaviour}" dur="1" fill="hold">{_NOW}</p:cTn><p:tgtEl>'
        f'<p:spTgt spid="{shape}"><p:txEl><p:pRg st="{place}" end="{place}"/></p:txEl></p:spTgt>'
        "</p:tgtEl><p:attrNameLst><p:attrName>style.visibility</p:attrName></p:attrNameLst>"
        '</p:cBhvr><p:to><p:strVal val="visible"/></p:to></p:set></p:childTnLst></p:cTn></p:par>'
    )


_KEPT: Final = ("type", "idx", "orient", "sz")
_P: Final = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_NAMED: Final = {
    "sldImg": "Slide Image Placeholder",
    "body": "Notes Placeholder",
    "sldNum": "Slide Number Placeholder",
}
"""The places of a notes master that its pages have, and what they are called there."""


def blank_notes(master: bytes) -> tuple[str, str]:
    """Return a page of notes around its text: what stands before that, what after it.

    Raises:
        TypeError: the notes master has no place for text.
    """
    shapes, split = [""], False
    for number, place in enumerate(_places(master), 2):
        kind = place.get("type", "")
        kept = (f" {key}={quoteattr(value)}" for key in _KEPT if (value := place.get(key)))
        shapes[-1] += (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{_NAMED[kind]} {number - 1}"/>'
            f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph{"".join(kept)}/></p:nvPr>'
            "</p:nvSpPr><p:spPr/>"
        )
        if kind == "body":
            shapes[-1] += "<p:txBody><a:bodyPr/><a:lstStyle/>"
            shapes += [""] if len(shapes) == 1 else []
            shapes[-1] += ("<a:p/>" if split else "") + "</p:txBody>"
            split = True
        shapes[-1] += "</p:sp>"
    if not split:
        raise TypeError("the notes master has lost its text")
    before, after = shapes
    return (
        f"<p:notes {xml.SPACES}><p:cSld><p:spTree>{xml.TREE}{before}",
        f"{after}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>",
    )


def _places(master: bytes) -> Iterator[etree._Element]:
    """Yield the placeholders of a notes master that its pages have too."""
    for shape in parsed(master).iterfind(f"{_P}cSld/{_P}spTree/{_P}sp"):
        place = shape.find(f"{_P}nvSpPr/{_P}nvPr/{_P}ph")
        if place is not None and place.get("type") in _NAMED:
            yield place
