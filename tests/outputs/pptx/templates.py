"""Templates as users bring them, made from python-pptx's own by code: none is shipped."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from copy import deepcopy

from lxml import etree
from PIL import Image
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import PP_ALIGN
from pptx.presentation import Presentation as Deck
from pptx.util import Emu, Pt

from tests.outputs.pptx.opened import A, P

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
Change = Callable[[Deck], None]


def saved(deck: Deck) -> bytes:
    """Return a presentation as bytes."""
    buffer = io.BytesIO()
    deck.save(buffer)
    return buffer.getvalue()


def template(*changes: Change, wide: bool = True) -> bytes:
    """Return Office's default template after `changes`, 16:9 unless it is to stay 4:3."""
    deck = Presentation()
    if wide:
        factor = 4 / 3
        deck.slide_width = Emu(round(deck.slide_width * factor))
        for holder in (deck.slide_master, *deck.slide_layouts):
            for frame in holder._element.iter(f"{A}xfrm"):
                for child, key in ((frame.find(f"{A}off"), "x"), (frame.find(f"{A}ext"), "cx")):
                    child.set(key, str(round(int(child.get(key)) * factor)))
    for change in changes:
        change(deck)
    return saved(deck)


def lower(deck: Deck) -> None:
    """Make slides and all that stands on them three quarters as large, as pandoc's are."""
    deck.slide_width, deck.slide_height = Emu(9_144_000), Emu(5_143_500)
    for holder in (deck.slide_master, *deck.slide_layouts):
        for frame in holder._element.iter(f"{A}xfrm"):
            for child in frame:
                for key, value in child.attrib.items():
                    child.set(key, str(round(int(value) * 0.75)))


def renamed(deck: Deck) -> None:
    """Give the layouts names that say nothing."""
    for number, layout in enumerate(deck.slide_layouts, 1):
        layout.name = f"Corporate {number}"


def untyped(deck: Deck) -> None:
    """Take away what kind of layout each is."""
    for layout in deck.slide_layouts:
        layout._element.attrib.pop("type", None)


def moved(deck: Deck) -> None:
    """Put the title lower and the content further right, as below a banner."""
    for shape in deck.slide_master.placeholders:
        if shape.placeholder_format.type == 1:
            shape.left, shape.top, shape.width, shape.height = (
                Pt(100),
                Pt(60),
                Pt(800),
                Pt(80),
            )
    body = next(p for p in deck.slide_master.placeholders if p.placeholder_format.idx == 1)
    body.left, body.top, body.width, body.height = Pt(100), Pt(160), Pt(800), Pt(300)


def without_indices(deck: Deck) -> None:
    """Leave every placeholder at index 0, as LibreOffice saves layouts."""
    for layout in deck.slide_layouts:
        for place in layout._element.iter(f"{P}ph"):
            place.attrib.pop("idx", None)


def title_only(deck: Deck) -> None:
    """Leave layouts with a title and nothing else."""
    _keep(deck, {"Title Slide", "Title Only"})


def titleless(deck: Deck) -> None:
    """Leave a layout without any placeholder."""
    _keep(deck, {"Blank"})


def small_text(deck: Deck) -> None:
    """Set body text smaller than our smallest."""
    for holder in (deck.slide_master, *deck.slide_layouts):
        for style in holder._element.iter(f"{A}defRPr"):
            if style.get("sz") and int(style.get("sz")) < 4000:
                style.set("sz", "1200")


def cover_last(deck: Deck) -> None:
    """Put the layout with the centred title behind all others."""
    order = deck.slide_master.part._element.find(f"{P}sldLayoutIdLst")
    order.append(order[0])


def centred(name: str) -> Change:
    """Give a layout a centred title, as covers have."""

    def change(deck: Deck) -> None:
        layout = next(one for one in deck.slide_layouts if one.name == name)
        next(iter(layout._element.iter(f"{P}ph"))).set("type", "ctrTitle")

    return change


def numbered_from_three(deck: Deck) -> None:
    """Let the first slide be the third."""
    deck.part._element.set("firstSlideNum", "3")


def title_beside(wide: int, name: str = "Agenda") -> Change:
    """Call a layout by a name of ours, its title so many points wide on the left of its content."""

    def change(deck: Deck) -> None:
        layout = next(one for one in deck.slide_layouts if one.name == "Title and Content")
        layout.name = name
        for shape in layout.placeholders:
            left, width = (
                (Pt(20), Pt(wide))
                if shape.placeholder_format.idx == 0
                else (
                    Pt(40 + wide),
                    deck.slide_width - Pt(60 + wide),
                )
            )
            if shape.placeholder_format.idx < 2:
                shape.left, shape.top, shape.width, shape.height = left, Pt(40), width, Pt(420)

    return change


def black_on_black(deck: Deck) -> None:
    """Set dark text on a ground of the same colour."""
    background = deck.slide_master._element.find(f"{P}cSld/{P}bg")
    for colour in background.iter(f"{A}schemeClr"):
        colour.set("val", "tx1")


def loud(deck: Deck) -> None:
    """Set titles in spaced capitals, and body text in a wide face with open lines."""
    styles = deck.slide_master._element.find(f"{P}txStyles")
    title = styles.find(f"{P}titleStyle/{A}lvl1pPr/{A}defRPr")
    title.set("cap", "all")
    title.set("spc", "150")
    body = styles.find(f"{P}bodyStyle/{A}lvl1pPr")
    spacing = etree.Element(f"{A}lnSpc")
    etree.SubElement(spacing, f"{A}spcPct").set("val", "130000")
    body.insert(0, spacing)
    body.find(f"{A}defRPr/{A}latin").set("typeface", "Verdana")


def narrow_titles(deck: Deck) -> None:
    """Set every title in the middle half of the slide."""
    for holder in (deck.slide_master, *deck.slide_layouts):
        for shape in holder.placeholders:
            if shape.placeholder_format.type in (1, 3):
                shape.left, shape.top, shape.width, shape.height = Pt(230), Pt(20), Pt(500), Pt(80)


def titles_at_the_head(deck: Deck) -> None:
    """Set every title across the head of the slide, covers' titles too."""
    for holder in (deck.slide_master, *deck.slide_layouts):
        for shape in holder.placeholders:
            if shape.placeholder_format.type in (1, 3):
                shape.left, shape.top, shape.width, shape.height = Pt(40), Pt(20), Pt(640), Pt(150)


def footless(deck: Deck) -> None:
    """Take footers and numbers away from every layout."""
    for layout in deck.slide_layouts:
        for place in list(layout.placeholders):
            if place.placeholder_format.type in (13, 15, 16):
                place._element.getparent().remove(place._element)


def panelled(left: float, top: float, width: float, height: float, colour: str) -> Change:
    """Draw a rectangle on every slide, below all text, in points and RRGGBB."""

    def change(deck: Deck) -> None:
        slide = deck.slides.add_slide(deck.slide_layouts[6])
        shape = slide.shapes.add_shape(1, Pt(left), Pt(top), Pt(width), Pt(height))
        shape.fill.solid()
        shape.fill.fore_color.rgb = RGBColor.from_string(colour)
        deck.slide_master.shapes._spTree.insert(2, shape._element)
        (listed,) = deck.slides._sldIdLst
        deck.part.drop_rel(listed.rId)
        deck.slides._sldIdLst.remove(listed)

    return change


def shaped(shapes: Iterable[str]) -> Change:
    """Draw shapes on every slide by their XML, `p:sp` and `p:grpSp`."""

    def change(deck: Deck) -> None:
        for shape in shapes:
            drawn = etree.fromstring(f'<all xmlns:p="{P[1:-1]}" xmlns:a="{A[1:-1]}">{shape}</all>')
            deck.slide_master.shapes._spTree.append(drawn[0])

    return change


def cornered(deck: Deck) -> None:
    """Draw shapes in the lower corners of every slide."""
    tree = deck.slide_master.shapes._spTree
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    for left in (0, 860):
        shape = slide.shapes.add_shape(1, Pt(left), Pt(380), Pt(100), Pt(160))
        tree.append(shape._element)
    (listed,) = deck.slides._sldIdLst
    deck.part.drop_rel(listed.rId)
    deck.slides._sldIdLst.remove(listed)


def printed(deck: Deck) -> None:
    """Print a notice, a name on its side, a line and a frame on every slide."""
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    notice = slide.shapes.add_textbox(Pt(700), Pt(2), Pt(250), Pt(24))
    notice.text_frame.text = "Internal use only"
    notice.text_frame.paragraphs[0].alignment = PP_ALIGN.RIGHT
    font = notice.text_frame.paragraphs[0].runs[0].font
    font.size, font.bold, font.color.rgb = Pt(12), True, RGBColor(0xB0, 0x00, 0x20)
    side = slide.shapes.add_textbox(Pt(-80), Pt(250), Pt(200), Pt(24))
    side.text_frame.text, side.rotation = "Ministry of Ports", 270
    side.text_frame.paragraphs[0].runs[0].font.size = Pt(11)
    line = slide.shapes.add_connector(1, Pt(20), Pt(510), Pt(940), Pt(510))
    frame = slide.shapes.add_shape(1, Pt(10), Pt(8), Pt(940), Pt(524))
    frame.fill.background()
    for drawn, width in ((line, 2), (frame, 1)):
        drawn.line.color.rgb, drawn.line.width = RGBColor(0x00, 0x60, 0x80), Pt(width)
    for each in (notice, side, line, frame):
        deck.slide_master.shapes._spTree.append(each._element)
    (listed,) = deck.slides._sldIdLst
    deck.part.drop_rel(listed.rId)
    deck.slides._sldIdLst.remove(listed)


def with_picture(deck: Deck) -> None:
    """Draw a picture across the foot of every slide, below all text: red on the left, then blue."""
    drawn = io.BytesIO()
    picture = Image.new("RGB", (960, 60), "#CC2020")
    picture.paste("#2040CC", (480, 0, 960, 60))
    picture.save(drawn, "PNG")
    master = deck.slide_master
    _, relation = master.part.get_or_add_image_part(drawn)
    shape = etree.fromstring(
        f'<p:pic xmlns:p="{P[1:-1]}" xmlns:a="{A[1:-1]}" xmlns:r="{RELATIONS}"><p:nvPicPr>'
        '<p:cNvPr id="99" name="Band"/><p:cNvPicPr/><p:nvPr userDrawn="1"/></p:nvPicPr>'
        f'<p:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</p:blipFill><p:spPr><a:xfrm><a:off x="0" y="{Pt(500)}"/>'
        f'<a:ext cx="{Pt(960)}" cy="{Pt(40)}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )
    master.shapes._spTree.insert(2, shape)


def viewless(deck: Deck) -> None:
    """Leave out the part of view properties, as LibreOffice saves templates."""
    relations = deck.part._rels
    for key in [key for key, one in relations.items() if one.reltype.endswith("/viewProps")]:
        relations.pop(key)


def pictured(deck: Deck) -> None:
    """Set light text, as on a dark picture that is drawn below it, and name no ground."""
    master = deck.slide_master._element
    background = master.find(f"{P}cSld/{P}bg")
    background.getparent().remove(background)
    for colour in master.find(f"{P}txStyles").iter(f"{A}schemeClr"):
        colour.set("val", "bg1")


def dark(deck: Deck) -> None:
    """Swap light and dark in the master's colour map."""
    colours = deck.slide_master._element.find(f"{P}clrMap")
    for one, other in (("bg1", "tx1"), ("bg2", "tx2")):
        first, second = colours.get(one), colours.get(other)
        colours.set(one, second)
        colours.set(other, first)


def with_samples(deck: Deck) -> None:
    """Add sample slides, sections over them, a logo text and a footer."""
    layouts = {layout.name: layout for layout in deck.slide_layouts}
    first = deck.slides.add_slide(layouts["Title Slide"])
    first.shapes.title.text = "Sample title 2019"
    second = deck.slides.add_slide(layouts["Title and Content"])
    second.shapes.title.text = "Sample text"
    second.notes_slide.notes_text_frame.text = "Sample notes"
    deck.core_properties.author = "Some Designer"
    deck.core_properties.last_modified_by = "Some Designer"
    main = P.strip("{}")
    ids = "".join(f'<p14:sldId id="{slide.slide_id}"/>' for slide in deck.slides)
    extension = etree.fromstring(
        f'<p:extLst xmlns:p="{main}"><p:ext uri="{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}">'
        '<p14:sectionLst xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">'
        '<p14:section name="Samples" id="{11111111-2222-3333-4444-555555555555}">'
        f"<p14:sldIdLst>{ids}</p14:sldIdLst></p14:section></p14:sectionLst></p:ext></p:extLst>"
    )
    root = deck.part._element
    for old in root.findall(f"{P}extLst"):
        root.remove(old)
    root.append(extension)
    tree = deck.slide_master._element.find(f"{P}cSld/{P}spTree")
    logo = deepcopy(next(s for s in tree.iter(f"{P}sp")))
    logo.find(f"{P}nvSpPr/{P}cNvPr").set("name", "Logo")
    logo.find(f"{P}nvSpPr/{P}cNvPr").set("id", "99")
    logo.find(f"{P}nvSpPr/{P}nvPr").clear()
    for text in logo.iter(f"{A}t"):
        text.text = "ACME since 1911"
    frame = logo.find(f"{P}spPr/{A}xfrm")
    frame.find(f"{A}off").set("x", "0")
    frame.find(f"{A}off").set("y", "0")
    frame.find(f"{A}ext").set("cx", "1500000")
    frame.find(f"{A}ext").set("cy", "250000")
    tree.append(logo)


def _keep(deck: Deck, names: set[str]) -> None:
    for layout in list(deck.slide_layouts):
        if layout.name not in names:
            deck.slide_layouts.remove(layout)
