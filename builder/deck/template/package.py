"""The template as one package: every part, its content type and its relationships, zipped."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Final

from builder.deck.layouts import LAYOUTS
from builder.deck.layouts.base import Frame
from builder.deck.plan.model import Style
from builder.deck.template import parts, xml
from builder.theme.theme import Theme
from builder.units import Size, emu

_TYPES: Final = "application/vnd.openxmlformats-officedocument."
_RELATION: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_CORE: Final = (
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
)
_CORE_TYPE: Final = "application/vnd.openxmlformats-package.core-properties+xml"
_NOTES_SIZE: Final = Size(540, 720)
_FIRST_MASTER_ID: Final = 2_147_483_648
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)


def template(frame: Frame, theme: Theme) -> bytes:
    """Return an empty presentation (.pptx) with a layout for each slide layout there is."""
    drawn = {
        f"ppt/slideLayouts/slideLayout{at}.xml": parts.layout_part(layout, frame, theme)
        for at, layout in enumerate(LAYOUTS, 1)
    }
    texts = {
        "[Content_Types].xml": _content_types(tuple(drawn)),
        "_rels/.rels": xml.relationships(
            (
                (f"{_RELATION}officeDocument", "ppt/presentation.xml"),
                (_CORE, "docProps/core.xml"),
                (f"{_RELATION}extended-properties", "docProps/app.xml"),
            )
        ),
        **_properties(),
        "ppt/presentation.xml": _presentation(frame.grid.size, theme),
        "ppt/_rels/presentation.xml.rels": xml.relationships(
            (f"{_RELATION}{kind}", target)
            for kind, target in (
                ("slideMaster", "slideMasters/slideMaster1.xml"),
                ("notesMaster", "notesMasters/notesMaster1.xml"),
                ("presProps", "presProps.xml"),
                ("viewProps", "viewProps.xml"),
                ("theme", "theme/theme1.xml"),
                ("tableStyles", "tableStyles.xml"),
            )
        ),
        **_masters(frame, theme, len(drawn)),
        **drawn,
        **{
            f"ppt/slideLayouts/_rels/slideLayout{at}.xml.rels": xml.relationships(
                [(f"{_RELATION}slideMaster", "../slideMasters/slideMaster1.xml")]
            )
            for at in range(1, len(drawn) + 1)
        },
    }
    return _zipped(texts)


def _masters(frame: Frame, theme: Theme, layouts: int) -> dict[str, str]:
    theme_xml = parts.theme_part(theme)
    related = [
        (f"{_RELATION}slideLayout", f"../slideLayouts/slideLayout{at}.xml")
        for at in range(1, layouts + 1)
    ]
    return {
        "ppt/theme/theme1.xml": theme_xml,
        # A master of either kind must have a theme part to itself.
        "ppt/theme/theme2.xml": theme_xml,
        "ppt/slideMasters/slideMaster1.xml": parts.master_part(frame, theme, layouts),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": xml.relationships(
            [*related, (f"{_RELATION}theme", "../theme/theme1.xml")]
        ),
        "ppt/notesMasters/notesMaster1.xml": parts.notes_master_part(theme),
        "ppt/notesMasters/_rels/notesMaster1.xml.rels": xml.relationships(
            [(f"{_RELATION}theme", "../theme/theme2.xml")]
        ),
    }


def _presentation(size: Size, theme: Theme) -> str:
    levels = "".join(xml.level(at, Style(18), theme) for at in range(1, 10))
    named = ' type="screen4x3"' if size == Size(720, 540) else ""
    return (
        f'{xml.HEADER}<p:presentation {xml.NAMESPACES} saveSubsetFonts="1"><p:sldMasterIdLst>'
        f'<p:sldMasterId id="{_FIRST_MASTER_ID}" r:id="rId1"/></p:sldMasterIdLst>'
        '<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst><p:sldIdLst/>'
        f'<p:sldSz cx="{emu(size.width)}" cy="{emu(size.height)}"{named}/>'
        f'<p:notesSz cx="{emu(_NOTES_SIZE.width)}" cy="{emu(_NOTES_SIZE.height)}"/>'
        f"<p:defaultTextStyle>{levels}</p:defaultTextStyle></p:presentation>"
    )


def _properties() -> dict[str, str]:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/"
    core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    drawing = "http://schemas.openxmlformats.org/drawingml/2006/main"
    # Word of no style and no grid: our tables draw their own rules.
    style = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
    return {
        "docProps/core.xml": f'{xml.HEADER}<cp:coreProperties xmlns:cp="{core}"/>',
        "docProps/app.xml": (
            f'{xml.HEADER}<Properties xmlns="{office}extended-properties">'
            "<Application>Paperdeck</Application></Properties>"
        ),
        "ppt/presProps.xml": f"{xml.HEADER}<p:presentationPr {xml.NAMESPACES}/>",
        "ppt/viewProps.xml": f"{xml.HEADER}<p:viewPr {xml.NAMESPACES}/>",
        "ppt/tableStyles.xml": f'{xml.HEADER}<a:tblStyleLst xmlns:a="{drawing}" def="{style}"/>',
    }


def _content_types(layouts: tuple[str, ...]) -> str:
    kinds = {
        "ppt/presentation.xml": f"{_TYPES}presentationml.presentation.main+xml",
        "ppt/slideMasters/slideMaster1.xml": f"{_TYPES}presentationml.slideMaster+xml",
        "ppt/notesMasters/notesMaster1.xml": f"{_TYPES}presentationml.notesMaster+xml",
        "ppt/theme/theme1.xml": f"{_TYPES}theme+xml",
        "ppt/theme/theme2.xml": f"{_TYPES}theme+xml",
        "ppt/presProps.xml": f"{_TYPES}presentationml.presProps+xml",
        "ppt/viewProps.xml": f"{_TYPES}presentationml.viewProps+xml",
        "ppt/tableStyles.xml": f"{_TYPES}presentationml.tableStyles+xml",
        "docProps/core.xml": _CORE_TYPE,
        "docProps/app.xml": f"{_TYPES}extended-properties+xml",
        **dict.fromkeys(layouts, f"{_TYPES}presentationml.slideLayout+xml"),
    }
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in kinds.items()
    )
    package = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'{xml.HEADER}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="{package}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _zipped(texts: Mapping[str, str]) -> bytes:
    buffer = io.BytesIO()
    # Stored, not deflated: this archive is only ever read back a moment later.
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, text in texts.items():
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), text.encode())
    return buffer.getvalue()
