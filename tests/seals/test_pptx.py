"""The seal of a deck: each shape has the digest that it would have alone."""

from zlib import crc32

import pytest
from lxml import etree

from builder.seals.pptx import seal

P = "http://schemas.openxmlformats.org/presentationml/2006/main"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
PART = "ppt/slides/slide1.xml"
OWN = "<p:nvGrpSpPr/><p:grpSpPr/>"
NAME = '<p:nvSpPr><p:cNvPr id="2" name="a &gt; b"/></p:nvSpPr>'
SP = f"<p:sp>{NAME}<a:p><a:t>&lt;p:sp&gt;</a:t></a:p></p:sp>"
SLIDES = {
    "shapes": f"{SP}<p:pic><a:blip/></p:pic>{SP}",
    "a group": f"<p:grpSp>{SP}<p:cxnSp/></p:grpSp>{SP}",
    "nothing": "",
    "alternatives": f"<mc:AlternateContent><mc:Choice>{SP}</mc:Choice></mc:AlternateContent>",
    "an extension": f"{SP}<p:extLst/>",
    "a prefix before p": '<p:sp a:as="x"/>',
    "another prefix": f'<q:sp xmlns:q="{P}"/>',
    "p that is something else": '<p:sp><p:x xmlns:p="urn:other"/></p:sp>',
}


def slide(shapes: str, root: str = "") -> bytes:
    """Return a slide of some shapes."""
    return (
        f'<p:sld xmlns:a="{A}" xmlns:p="{P}" xmlns:mc="{MC}"{root}><p:cSld><p:bg><p:bgPr/></p:bg>'
        f"<p:spTree>{OWN}{shapes}</p:spTree></p:cSld></p:sld>"
    ).encode()


@pytest.mark.parametrize("shapes", SLIDES.values(), ids=SLIDES.keys())
@pytest.mark.parametrize("root", ["", ' show="0"', ' a:as="y"', f' xmlns:z="{P}" mc:Ignorable="z"'])
def test_each_shape_is_sealed_as_it_would_be_alone(shapes: str, root: str) -> None:
    data = slide(shapes, root)
    tree = etree.fromstring(data).find(f".//{{{P}}}spTree")
    alone = [etree.tostring(shape, method="c14n", exclusive=True) for shape in tree[2:]]
    assert seal({PART: data})[PART][1] == [crc32(each) for each in alone]
