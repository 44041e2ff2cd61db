"""A slide in, its page of notes out: a part of the deck, with an empty place for the text.

python-pptx clones the notes master's placeholders one by one for each page, which costs as much
as all else on a slide. The pages differ in nothing but their text, so that the first is copied.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml import etree
    from pptx.opc.package import XmlPart
    from pptx.oxml.xmlchemy import BaseOxmlElement
    from pptx.parts.slide import SlidePart

_P: Final = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


class NotesPages:
    """Adds pages of notes to the slides of one deck."""

    def __init__(self) -> None:
        self._blank: BaseOxmlElement | None = None

    def add(self, slide: SlidePart) -> tuple[XmlPart, etree._Element]:
        """Give a slide that has none a page of notes; return it and its text body, still empty.

        Raises:
            TypeError: the deck's notes master has no place for text.
        """
        part = self._first(slide) if self._blank is None else self._copied(slide, self._blank)
        for shape in part._element.iter(f"{_P}sp"):
            if (place := shape.find(f"{_P}nvSpPr/{_P}nvPr/{_P}ph")) is None:
                continue
            body = shape.find(f"{_P}txBody")
            if place.get("type") == "body" and body is not None:
                for paragraph in list(body.iterchildren("{*}p")):
                    body.remove(paragraph)
                return part, body
        raise TypeError("the notes master has lost its text")

    def _first(self, slide: SlidePart) -> XmlPart:
        part: XmlPart = slide.notes_slide.part
        self._blank = deepcopy(part._element)
        return part

    @staticmethod
    def _copied(slide: SlidePart, blank: BaseOxmlElement) -> XmlPart:
        from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
        from pptx.parts.slide import NotesSlidePart

        package = slide.package
        name = package.next_partname("/ppt/notesSlides/notesSlide%d.xml")
        part = NotesSlidePart(name, CONTENT_TYPE.PML_NOTES_SLIDE, package, deepcopy(blank))
        part.relate_to(package.presentation_part.notes_master_part, RELATIONSHIP_TYPE.NOTES_MASTER)
        part.relate_to(slide, RELATIONSHIP_TYPE.SLIDE)
        slide.relate_to(part, RELATIONSHIP_TYPE.NOTES_SLIDE)
        return part
