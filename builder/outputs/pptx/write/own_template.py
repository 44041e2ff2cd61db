"""The deck's own template: layouts, a theme and a slide size in, an empty presentation out.

Written from the theme at each build, as parts of an Open Packaging container (ECMA-376-2), so that
no binary is kept: theme, master, a layout with real placeholders for each of ours, a notes master.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Final

from builder.ooxml.escaping import quoteattr
from builder.outputs.pptx.plan.deck import PlannedLayout, PlannedMaster, SlideGrid
from builder.outputs.pptx.plan.model import TITLE, Ornament, ParagraphStyle
from builder.outputs.pptx.write import marks, xml
from builder.outputs.pptx.write.marks import media_of, pictures_of
from builder.outputs.pptx.write.xml import MAP, scheme
from builder.theme.theme import Theme
from builder.units import Box, Size, emu

_FIRST_LAYOUT_ID: Final = 2_147_483_649
_LEVELS: Final = 9


def theme_part(theme: Theme) -> str:
    """Return the theme: the twelve colours, the deck's face, plain fills and lines (20.1.6)."""
    name = quoteattr(theme.name)
    colours = "".join(
        f'<a:{slot}><a:srgbClr val="{value}"/></a:{slot}>'
        for slot, value in scheme(theme.colours).items()
    )
    faces = (("major", theme.habits.headlines or theme.deck.face), ("minor", theme.deck.face))
    fonts = "".join(
        f'<a:{kind}Font><a:latin typeface={quoteattr(face)}/><a:ea typeface=""/>'
        f'<a:cs typeface=""/></a:{kind}Font>'
        for kind, face in faces
    )
    solid = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    lines = "".join(
        f'<a:ln w="{width}" cap="flat" cmpd="sng" algn="ctr">{solid}'
        '<a:prstDash val="solid"/></a:ln>'
        for width in (6350, 12700, 19050)
    )
    effects = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    return (
        f'{xml.HEADER}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        f"name={name}><a:themeElements><a:clrScheme name={name}>{colours}</a:clrScheme>"
        f"<a:fontScheme name={name}>{fonts}</a:fontScheme><a:fmtScheme name={name}>"
        f"<a:fillStyleLst>{solid * 3}</a:fillStyleLst><a:lnStyleLst>{lines}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effects}</a:effectStyleLst><a:bgFillStyleLst>{solid * 3}"
        "</a:bgFillStyleLst></a:fmtScheme></a:themeElements><a:objectDefaults/>"
        "<a:extraClrSchemeLst/></a:theme>"
    )


def _colour_map() -> str:
    return "<p:clrMap " + " ".join(f'{key}="{slot}"' for key, slot in MAP.items()) + "/>"


def master_part(master: PlannedMaster, theme: Theme) -> str:
    """Return the slide master: title, body, footer and number, and the hairline above these."""
    grid, styles = master.grid, master.points.styles
    shapes = [
        marks.mark(2, Ornament("Footer rule", grid.hairline, "grid"), theme),
        xml.placeholder(3, master.title, theme),
        xml.placeholder(4, master.points, theme),
        *_furniture_parts(5, grid, "muted", theme),
    ]
    if master.logo is not None:
        shapes.append(marks.logo(7, master.logo, f"rId{len(master.layouts) + 2}"))
    title, layouts = master.title.styles[0], len(master.layouts)
    levels = [styles[min(at, len(styles) - 1)] for at in range(_LEVELS)]
    ids = "".join(
        f'<p:sldLayoutId id="{_FIRST_LAYOUT_ID + at}" r:id="rId{at + 1}"/>' for at in range(layouts)
    )
    return (
        f"{xml.HEADER}<p:sldMaster {xml.NAMESPACES}><p:cSld>{xml.background('paper', theme)}"
        f"<p:spTree>{xml.TREE}{''.join(shapes)}</p:spTree></p:cSld>{_colour_map()}"
        f'<p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst><p:hf hdr="0" dt="0"/><p:txStyles>'
        f"<p:titleStyle>{xml.level(1, title, theme, '+mj-lt')}</p:titleStyle>"
        f"<p:bodyStyle>{_levels(levels, theme)}</p:bodyStyle>"
        f"<p:otherStyle>{_levels([ParagraphStyle(18)] * _LEVELS, theme)}</p:otherStyle>"
        "</p:txStyles></p:sldMaster>"
    )


def _levels(styles: list[ParagraphStyle], theme: Theme) -> str:
    return "".join(xml.level(at, style, theme) for at, style in enumerate(styles, 1))


def _furniture_parts(first: int, grid: SlideGrid, colour: str, theme: Theme) -> tuple[str, str]:
    return (
        xml.furniture(first, "ftr", grid.footer, colour, theme),
        xml.furniture(first + 1, "sldNum", grid.number, colour, theme),
    )


def layout_part(layout: PlannedLayout, grid: SlideGrid, theme: Theme) -> str:
    """Return a slide layout with its placeholders; the title comes first in reading order."""
    places = sorted(layout.places.values(), key=lambda place: place.index != TITLE)
    shapes = [marks.mark(at, shape, theme) for at, shape in enumerate(layout.marks, 2)]
    first = 2 + len(layout.marks)
    if layout.ground is not None:
        shapes.insert(0, marks.ground(first, layout.ground, "rId2"))
        first += 1
    if layout.logo is not None:
        shapes.append(marks.logo(first, layout.logo, f"rId{len(pictures_of(layout)) + 1}"))
        first += 1
    shapes += [xml.placeholder(at, place, theme) for at, place in enumerate(places, first)]
    if layout.furniture:
        shapes += _furniture_parts(first + len(places), grid, layout.furniture_colour, theme)
    plain = layout.background == "paper"
    own = "" if plain else xml.background(layout.background, theme)
    bare = "" if plain else ' showMasterSp="0"'
    return (
        f'{xml.HEADER}<p:sldLayout {xml.NAMESPACES} type="{layout.ooxml}" preserve="1"{bare}>'
        f"<p:cSld name={quoteattr(layout.title)}>{own}<p:spTree>{xml.TREE}{''.join(shapes)}"
        "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def notes_master_part(theme: Theme) -> str:
    """Return the notes master: the slide's picture above the speaker's text."""
    image = (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide image"/><p:cNvSpPr><a:spLocks noGrp="1" '
        'noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr>'
        f"</p:nvSpPr><p:spPr>{xml.transform(Box(54, 54, 432, 243))}"
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln w="9525">'
        f"{xml.fill('grid', theme)}</a:ln></p:spPr></p:sp>"
    )
    text = (
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
        '</p:cNvSpPr><p:nvPr><p:ph type="body" sz="quarter" idx="3"/></p:nvPr></p:nvSpPr><p:spPr>'
        f"{xml.transform(Box(54, 324, 432, 342))}"
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f'<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="{xml.LANGUAGE}"/>'
        "<a:t>Notes</a:t></a:r></a:p></p:txBody></p:sp>"
    )
    style = xml.level(1, ParagraphStyle(12, before=6), theme)
    return (
        f"{xml.HEADER}<p:notesMaster {xml.NAMESPACES}><p:cSld>{xml.background('paper', theme)}"
        f"<p:spTree>{xml.TREE}{image}{text}</p:spTree></p:cSld>{_colour_map()}"
        f"<p:notesStyle>{style}</p:notesStyle></p:notesMaster>"
    )


_CONTENT_TYPES: Final = "application/vnd.openxmlformats-officedocument."
_RELATION: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_CORE: Final = (
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
)
_CORE_TYPE: Final = "application/vnd.openxmlformats-package.core-properties+xml"
_NOTES_SIZE: Final = Size(540, 720)
_FIRST_MASTER_ID: Final = 2_147_483_648
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)


def own_template(master: PlannedMaster, theme: Theme) -> bytes:
    """Return an empty presentation (.pptx) with a layout for each slide layout there is."""
    drawn = {
        f"ppt/slideLayouts/slideLayout{at}.xml": layout_part(layout, master.grid, theme)
        for at, layout in enumerate(master.layouts.values(), 1)
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
        "ppt/presentation.xml": _presentation(master.grid.size, theme),
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
        **_masters(master, theme),
        **drawn,
        **{
            f"ppt/slideLayouts/_rels/slideLayout{at}.xml.rels": xml.relationships(
                (
                    (f"{_RELATION}slideMaster", "../slideMasters/slideMaster1.xml"),
                    *((f"{_RELATION}image", picture) for picture in pictures_of(layout)),
                )
            )
            for at, layout in enumerate(master.layouts.values(), 1)
        },
    }
    return _zipped({**{name: text.encode() for name, text in texts.items()}, **media_of(master)})


def _masters(master: PlannedMaster, theme: Theme) -> dict[str, str]:
    printed = theme.on_paper
    related = [
        (f"{_RELATION}slideLayout", f"../slideLayouts/slideLayout{at}.xml")
        for at in range(1, len(master.layouts) + 1)
    ]
    logo = [(f"{_RELATION}image", "../media/image1.png")] if master.logo is not None else []
    return {
        "ppt/theme/theme1.xml": theme_part(theme),
        # A master of either kind must have a theme part to itself.
        "ppt/theme/theme2.xml": theme_part(printed),
        "ppt/slideMasters/slideMaster1.xml": master_part(master, theme),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": xml.relationships(
            [*related, (f"{_RELATION}theme", "../theme/theme1.xml"), *logo]
        ),
        "ppt/notesMasters/notesMaster1.xml": notes_master_part(printed),
        "ppt/notesMasters/_rels/notesMaster1.xml.rels": xml.relationships(
            [(f"{_RELATION}theme", "../theme/theme2.xml")]
        ),
    }


def _presentation(size: Size, theme: Theme) -> str:
    levels = "".join(xml.level(at, ParagraphStyle(18), theme) for at in range(1, 10))
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
        "ppt/presentation.xml": f"{_CONTENT_TYPES}presentationml.presentation.main+xml",
        "ppt/slideMasters/slideMaster1.xml": f"{_CONTENT_TYPES}presentationml.slideMaster+xml",
        "ppt/notesMasters/notesMaster1.xml": f"{_CONTENT_TYPES}presentationml.notesMaster+xml",
        "ppt/theme/theme1.xml": f"{_CONTENT_TYPES}theme+xml",
        "ppt/theme/theme2.xml": f"{_CONTENT_TYPES}theme+xml",
        "ppt/presProps.xml": f"{_CONTENT_TYPES}presentationml.presProps+xml",
        "ppt/viewProps.xml": f"{_CONTENT_TYPES}presentationml.viewProps+xml",
        "ppt/tableStyles.xml": f"{_CONTENT_TYPES}presentationml.tableStyles+xml",
        "docProps/core.xml": _CORE_TYPE,
        "docProps/app.xml": f"{_CONTENT_TYPES}extended-properties+xml",
        **dict.fromkeys(layouts, f"{_CONTENT_TYPES}presentationml.slideLayout+xml"),
    }
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in kinds.items()
    )
    package = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'{xml.HEADER}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="{package}"/>'
        '<Default Extension="png" ContentType="image/png"/>'
        '<Default Extension="jpg" ContentType="image/jpeg"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _zipped(members: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    # Stored, not deflated: this archive is only ever read back a moment later.
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), data)
    return buffer.getvalue()
