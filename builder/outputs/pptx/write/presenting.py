"""What a presenter has: a page of notes for each slide, and points that come one by one.

python-pptx clones the notes master's placeholders one by one for each page, which costs as much as
all else on a slide. The pages differ in nothing but their text, so that one is made for all. Each
first-level point waits for a click and brings the points below it along (ECMA-376-1, 19.5). The
points stand there all the time: what is not shown on paper, in exports or to screen readers is none
of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count
from typing import TYPE_CHECKING, Final

from builder.outputs.pptx.plan.model import Paragraph

if TYPE_CHECKING:
    from pptx.package import Package

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


_HERE: Final = "here"
_P: Final = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


def blank_notes(package: Package) -> tuple[str, str]:
    """Return a page of notes of a deck around its text: what stands before that, what after it.

    Raises:
        TypeError: the deck's notes master has no place for text.
    """
    from lxml import etree
    from pptx.opc.constants import CONTENT_TYPE
    from pptx.opc.packuri import PackURI
    from pptx.oxml.slide import CT_NotesSlide
    from pptx.parts.slide import NotesSlidePart

    name, kind = PackURI("/ppt/notesSlides/notesSlide0.xml"), CONTENT_TYPE.PML_NOTES_SLIDE
    page: NotesSlidePart = NotesSlidePart(name, kind, package, CT_NotesSlide.new())
    page.notes_slide.clone_master_placeholders(package.presentation_part.notes_master)
    for shape in page._element.iter(f"{_P}sp"):
        if (place := shape.find(f"{_P}nvSpPr/{_P}nvPr/{_P}ph")) is None:
            continue
        body = shape.find(f"{_P}txBody")
        if place.get("type") == "body" and body is not None:
            for paragraph in list(body.iterchildren("{*}p")):
                body.remove(paragraph)
            etree.SubElement(body, _HERE)
            before, _, after = etree.tostring(page._element, encoding="unicode").partition(
                f"<{_HERE}/>"
            )
            return before, after
    raise TypeError("the notes master has lost its text")
