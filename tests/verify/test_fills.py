"""What a shape is filled with, as its slide, layout, master and theme say it."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from lxml import etree

from builder.model.carried import Making, unsealed_json
from builder.model.ledger import LedgerPlace
from builder.model.snapshot import Snapshot
from builder.verify.drawingml import A, P
from builder.verify.fills import NOTHING, OTHERWISE, Palettes, filling_of
from builder.verify.package import Package
from builder.verify.stored import places_in

SPACES = f'xmlns:a="{A[1:-1]}" xmlns:p="{P[1:-1]}"'
PALETTE = {"accent1": "4472C4", "bg1": "FFFFFF"}
ACCENT = '<a:schemeClr val="accent1"/>'

# What the properties of a shape say, and what it is filled with.
FILLINGS = {
    "digits": ('<a:solidFill><a:srgbClr val="d9dee4"/></a:solidFill>', "D9DEE4"),
    "a slot": (f"<a:solidFill>{ACCENT}</a:solidFill>", "4472C4"),
    "a slot made lighter": (
        '<a:solidFill><a:schemeClr val="accent1"><a:lumMod val="20000"/><a:lumOff val="80000"/>'
        "</a:schemeClr></a:solidFill>",
        "DAE3F3",
    ),
    "a slot made darker, in per cent": (
        '<a:solidFill><a:schemeClr val="accent1"><a:lumMod val="50%"/></a:schemeClr></a:solidFill>',
        "203864",
    ),
    "a slot that is none": (
        '<a:solidFill><a:schemeClr val="accent7"/></a:solidFill>',
        OTHERWISE,
    ),
    "the system's": (
        '<a:solidFill><a:sysClr val="window" lastClr="FFFFFF"/></a:solidFill>',
        "FFFFFF",
    ),
    "no digits": ('<a:solidFill><a:srgbClr val="red"/></a:solidFill>', OTHERWISE),
    "a name": ('<a:solidFill><a:prstClr val="red"/></a:solidFill>', OTHERWISE),
    "a colour changed otherwise": (
        '<a:solidFill><a:srgbClr val="FF0000"><a:gray/></a:srgbClr></a:solidFill>',
        OTHERWISE,
    ),
    "glass": (
        '<a:solidFill><a:srgbClr val="FF0000"><a:alpha val="0"/></a:srgbClr></a:solidFill>',
        NOTHING,
    ),
    "half glass": (
        '<a:solidFill><a:srgbClr val="FF0000"><a:alpha val="50000"/></a:srgbClr></a:solidFill>',
        OTHERWISE,
    ),
    "none": ("<a:noFill/>", NOTHING),
    "a pattern": (
        f'<a:pattFill prst="wdUpDiag"><a:fgClr>{ACCENT}</a:fgClr><a:bgClr>'
        '<a:srgbClr val="D9DEE4"/></a:bgClr></a:pattFill>',
        "D9DEE4~",
    ),
    "a run of colours": ("<a:gradFill/>", OTHERWISE),
    "as its group": ("<a:grpFill/>", OTHERWISE),
    "not said": ("<a:ln><a:solidFill/></a:ln>", NOTHING),
    "no colour": ("<a:solidFill/>", OTHERWISE),
}


def shape(properties: str, style: str = "") -> etree._Element:
    return etree.fromstring(f"<p:sp {SPACES}><p:spPr>{properties}</p:spPr>{style}</p:sp>")


@pytest.mark.parametrize("name", FILLINGS)
def test_a_filling_is_told_as_what_is_seen(name: str) -> None:
    said, expected = FILLINGS[name]
    assert filling_of(shape(said), lambda: PALETTE) == expected


@pytest.mark.parametrize(
    ("index", "expected"), [("0", NOTHING), ("1000", NOTHING), ("1", OTHERWISE)]
)
def test_where_nothing_is_said_the_style_fills_a_shape(index: str, expected: str) -> None:
    style = f'<p:style><a:fillRef idx="{index}">{ACCENT}</a:fillRef></p:style>'
    assert filling_of(shape("", style), lambda: PALETTE) == expected


@pytest.mark.parametrize("share", ["x", "", "%", "1e999", "nan"])
def test_a_share_that_is_none_leaves_no_colour_that_is_known(share: str) -> None:
    said = f'<a:srgbClr val="FF0000"><a:lumMod val="{share}"/></a:srgbClr>'
    found = filling_of(shape(f"<a:solidFill>{said}</a:solidFill>"), lambda: PALETTE)
    assert found == OTHERWISE


MAP = '<p:clrMap bg1="lt1" tx1="dk1" accent1="accent1"/>'
OVER = '<p:clrMapOvr><a:overrideClrMapping bg1="dk1" accent1="lt1"/></p:clrMapOvr>'
MASTERED = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
COLOURS = (
    f'<a:theme {SPACES}><a:themeElements><a:clrScheme><a:dk1><a:sysClr val="x" lastClr="101010"/>'
    '</a:dk1><a:lt1><a:srgbClr val="fafafa"/></a:lt1><a:accent1><a:srgbClr val="4472C4"/>'
    "</a:accent1></a:clrScheme></a:themeElements></a:theme>"
)


def packed(slide: str, layout: str) -> Package:
    def relation(kind: str, target: str) -> bytes:
        base = "http://schemas.openxmlformats.org"
        return (
            f'<Relationships xmlns="{base}/package/2006/relationships"><Relationship Id="rId1" '
            f'Type="{base}/officeDocument/2006/relationships/{kind}" Target="{target}"/>'
            "</Relationships>"
        ).encode()

    parts = {
        "s/slide.xml": f"<p:sld {SPACES}>{slide}</p:sld>".encode(),
        "s/_rels/slide.xml.rels": relation("slideLayout", "layout.xml"),
        "s/layout.xml": f"<p:sldLayout {SPACES}>{layout}</p:sldLayout>".encode(),
        "s/_rels/layout.xml.rels": relation("slideMaster", "master.xml"),
        "s/master.xml": f"<p:sldMaster {SPACES}>{MAP}</p:sldMaster>".encode(),
        "s/_rels/master.xml.rels": relation("theme", "theme.xml"),
        "s/theme.xml": COLOURS.encode(),
    }
    return Package("deck", parts)


@pytest.mark.parametrize(
    ("slide", "layout", "expected"),
    [
        ("", "", ("FAFAFA", "4472C4")),
        (MASTERED, MASTERED, ("FAFAFA", "4472C4")),
        (OVER, MASTERED, ("101010", "FAFAFA")),
        (MASTERED, OVER, ("101010", "FAFAFA")),
    ],
    ids=["nothing said", "the master's", "the slide's own", "the layout's own"],
)
def test_slots_have_the_names_that_slide_layout_or_master_give_them(
    slide: str, layout: str, expected: tuple[str, str]
) -> None:
    package = packed(slide, layout)
    found = Palettes().of(package, "s/slide.xml", package.xml("s/slide.xml"))
    assert (found["bg1"], found["accent1"]) == expected


def test_a_slide_that_stands_on_nothing_has_no_colours() -> None:
    package = Package("deck", {"s/slide.xml": f"<p:sld {SPACES}/>".encode()})
    assert Palettes().of(package, "s/slide.xml", package.xml("s/slide.xml")) == {}


def carried(colours: Mapping[str, str]) -> list[object]:
    import json

    area = LedgerPlace(2, "look", "Map", "shape", "area", box=(1, 2, 3, 4), filled="chart:ramp:1/3")
    snapshot = Snapshot.__new__(Snapshot)
    making = Making("deck", "f", "s", "e", snapshot, (area,), colours=colours)
    pages: list[object] = json.loads(unsealed_json(making))["pages"]
    return pages


def test_a_ledger_holds_colours_as_they_are_seen_and_nothing_where_it_does_not_know_them() -> None:
    (place,) = places_in(carried({"chart:ramp:1/3": "A6BEDD~"}))
    assert (place.box, place.size, place.filled) == ((1, 2, 3, 4), 0.0, "A6BEDD~")
    (place,) = places_in(carried({}))
    assert place.filled == ""


@pytest.mark.parametrize(
    "stored", ["#A6BEDD", "a6bedd", "A6BED", "A6BEDD~~", "something else", 7, ["A"]]
)
def test_a_ledger_in_which_something_else_stands_for_a_colour_cannot_be_read(
    stored: object,
) -> None:
    pages = [[2, {"look": [["Map", "shape", "area", [], [1, 2, 3, 4], 0.0, stored]]}]]
    with pytest.raises((TypeError, ValueError)):
        list(places_in(pages))
