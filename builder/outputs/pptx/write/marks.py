"""What decorates layouts, as XML: marks and grounds in, shapes that readers pass over out."""

from __future__ import annotations

from builder.ooxml.escaping import quoteattr
from builder.outputs.pptx.plan.deck import PlannedLayout, PlannedMaster
from builder.outputs.pptx.plan.forms import Ground, MasterLogo
from builder.outputs.pptx.plan.model import Ornament
from builder.outputs.pptx.write.xml import DECORATIVE, LANGUAGE, fill, transform
from builder.theme.theme import Theme
from builder.units import emu


def _form(shape: Ornament) -> str:
    """Return a mark's geometry: a preset, or a path in the units of its box (20.1.9.15)."""
    if not shape.corners:
        return f'<a:prstGeom prst="{shape.form}"><a:avLst/></a:prstGeom>'
    left, top, width, height = shape.box
    spots = (f'<a:pt x="{emu(x - left)}" y="{emu(y - top)}"/>' for x, y in shape.corners)
    first, *others = spots
    lines = "".join(f"<a:lnTo>{spot}</a:lnTo>" for spot in others)
    return (
        "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        '<a:rect l="0" t="0" r="r" b="b"/>'
        f'<a:pathLst><a:path w="{emu(width)}" h="{emu(height)}"><a:moveTo>{first}</a:moveTo>'
        f"{lines}<a:close/></a:path></a:pathLst></a:custGeom>"
    )


def mark(number: int, shape: Ornament, theme: Theme) -> str:
    """Return a shape that decorates a layout."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={quoteattr(shape.name)} descr="">'
        f'{DECORATIVE}</p:cNvPr><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>'
        f"{transform(shape.box)}{_form(shape)}"
        f"{fill(shape.colour, theme)}<a:ln><a:noFill/></a:ln></p:spPr><p:txBody><a:bodyPr/>"
        f'<a:lstStyle/><a:p><a:endParaRPr lang="{LANGUAGE}"/></a:p></p:txBody></p:sp>'
    )


def ground(number: int, picture: Ground, relationship: str) -> str:
    """Return a picture that decorates a layout."""
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr id="{number}" name="Cover picture" descr="">{DECORATIVE}'
        '</p:cNvPr><p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr>'
        f'<p:nvPr userDrawn="1"/></p:nvPicPr><p:blipFill><a:blip r:embed="{relationship}"/>'
        f"<a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>{transform(picture.box)}"
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )


def logo(number: int, shown: MasterLogo, relationship: str) -> str:
    """Return the theme's logo, which every slide shows that is on plain ground, and the first."""
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr id="{number}" name="Logo" descr={quoteattr(shown.alt)}/>'
        '<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr userDrawn="1"/>'
        f'</p:nvPicPr><p:blipFill><a:blip r:embed="{relationship}"/><a:stretch><a:fillRect/>'
        f"</a:stretch></p:blipFill><p:spPr>{transform(shown.box)}"
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )


def pictures_of(layout: PlannedLayout) -> tuple[str, ...]:
    """Return where the pictures of a layout stand in the package, from the layout: its ground, its
    logo.
    """
    ground = (f"../media/{_file_of(layout.ground)}",) if layout.ground is not None else ()
    return (*ground, "../media/image1.png") if layout.logo is not None else ground


def media_of(master: PlannedMaster) -> dict[str, bytes]:
    """Return the pictures of master and layouts, by their names in the package."""
    grounds = (layout.ground for layout in master.layouts.values() if layout.ground is not None)
    media = {f"ppt/media/{_file_of(ground)}": ground.data for ground in grounds}
    return media | ({"ppt/media/image1.png": master.logo.data} if master.logo is not None else {})


def _file_of(ground: Ground) -> str:
    return f"cover-{ground.digest}.{ground.ending}"
