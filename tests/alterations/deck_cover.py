"""Boxes, pictures and words laid over what slides say, on slides, layouts and masters."""

from __future__ import annotations

import copy
import struct
import zlib
from random import Random

from lxml import etree

from tests.alterations.deck_sight import placed
from tests.alterations.kinds import Altered, kind
from tests.alterations.package import A, P, Package, R, holder_of, name_of, runs, text_of

_OVER, _MASTER = "laid over", "masters and layouts"


def _box(
    tree: etree._Element, at: tuple[int, int, int, int], fill: str, text: str = ""
) -> etree._Element:
    """Append a rectangle without a line, filled with a colour, over all that a tree holds."""
    xml = f"""<p:sp xmlns:p="{P[1:-1]}" xmlns:a="{A[1:-1]}"><p:nvSpPr>
      <p:cNvPr id="9001" name="Rectangle 9"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>
      <a:off x="{at[0]}" y="{at[1]}"/><a:ext cx="{at[2]}" cy="{at[3]}"/></a:xfrm>
      <a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill}<a:ln><a:noFill/></a:ln></p:spPr>
      <p:txBody><a:bodyPr wrap="square"/><a:lstStyle/><a:p><a:r><a:rPr lang="en-GB" sz="2000">
      <a:solidFill><a:srgbClr val="202020"/></a:solidFill></a:rPr><a:t>{text}</a:t></a:r></a:p>
      </p:txBody></p:sp>"""
    held = etree.fromstring(xml)
    if not text:
        for run in list(held.iter(A + "r")):
            run.getparent().remove(run)
    tree.append(held)
    return held


_WHITE = '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'


def _rect(off: etree._Element) -> tuple[int, int, int, int]:
    size = off.getnext()
    return (
        int(str(off.get("x"))),
        int(str(off.get("y"))),
        int(str(size.get("cx"))),
        int(str(size.get("cy"))),
    )


def _enter_over(name: str, fill: str, text: str) -> None:
    @kind(name, _OVER)
    def alter(data: bytes, rng: Random) -> Altered | None:
        package = Package.read(data)
        slide, shape, off = rng.choice(placed(package))
        _box(shape.getparent(), _rect(off), fill, text)
        return Altered(package.write(), f"slide {package.number(slide)}: over {name_of(shape)}")


_enter_over("deck: white box laid over", _WHITE, "")
_enter_over(
    "deck: coloured box laid over", '<a:solidFill><a:schemeClr val="tx2"/></a:solidFill>', ""
)
_enter_over("deck: box with other words laid over", _WHITE, "No figure here was confirmed")
_enter_over("deck: text box added", "<a:noFill/>", "Draft: not for release")


def png(side: int, shade: int) -> bytes:
    """Return a square picture of one shade of grey."""
    rows = b"".join(b"\0" + bytes([shade]) * side for _ in range(side))

    def chunk(name: bytes, data: bytes) -> bytes:
        held = name + data
        return struct.pack(">I", len(data)) + held + struct.pack(">I", zlib.crc32(held))

    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    start = b"\x89PNG\r\n\x1a\n"
    return start + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


@kind("deck: picture laid over", _OVER)
def picture(data: bytes, rng: Random) -> Altered | None:
    package = Package.read(data)
    slide, shape, off = rng.choice(placed(package))
    package.parts["ppt/media/pasted.png"] = png(16, rng.choice((255, 200, 90)))
    types = package.root("[Content_Types].xml")
    if not any(held.get("Extension") == "png" for held in types):
        tag = types.tag.replace("Types", "Default")
        types.insert(0, etree.Element(tag, Extension="png", ContentType="image/png"))
    ident = package.relate(slide, "image", "../media/pasted.png")
    x, y, width, height = _rect(off)
    xml = f"""<p:pic xmlns:p="{P[1:-1]}" xmlns:a="{A[1:-1]}" xmlns:r="{R[1:-1]}"><p:nvPicPr>
      <p:cNvPr id="9002" name="Picture 9"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill>
      <a:blip r:embed="{ident}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>
      <a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>
      <a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>"""
    shape.getparent().append(etree.fromstring(xml))
    return Altered(package.write(), f"slide {package.number(slide)}: over {name_of(shape)}")


@kind("deck: shape brought to the back", _OVER)
def to_back(data: bytes, rng: Random) -> Altered | None:
    """A text set behind the panel on which it stood."""
    package = Package.read(data)
    found = [
        (slide, group, shape)
        for slide in package.shown()
        for group in package.root(slide).iter(P + "grpSp")
        for shape in group.findall(P + "sp")
        if text_of(shape).strip()
        and shape.getprevious() is not None
        and shape.getprevious().find(f"{P}spPr/{A}solidFill") is not None
    ]
    if not found:
        return None
    slide, group, shape = rng.choice(found)
    group.insert(2, shape)
    return Altered(package.write(), f"slide {package.number(slide)}: “{text_of(shape)}” behind")


def _under(package: Package, slide: str, level: str) -> str:
    layout = next(iter(package.related(slide, "slideLayout").values()))
    if level == "layout":
        return layout
    return next(iter(package.related(layout, "slideMaster").values()))


def _enter_master(name: str, level: str, fill: str, text: str) -> None:
    @kind(name, _MASTER)
    def alter(data: bytes, rng: Random) -> Altered | None:
        package = Package.read(data)
        slide = rng.choice(package.shown())
        part = _under(package, slide, level)
        tree = package.root(part).find(f"{P}cSld/{P}spTree")
        _box(tree, (1_500_000, 300_000, 8_000_000, 900_000), fill, text)
        return Altered(package.write(), f"{part} (slide {package.number(slide)})")


_DARK = '<a:solidFill><a:srgbClr val="303030"/></a:solidFill>'
_enter_master("deck: box laid on a layout", "layout", _DARK, "")
_enter_master("deck: text put on a layout", "layout", "<a:noFill/>", "Preliminary, may be wrong")
_enter_master("deck: box laid on the master", "master", _DARK, "")
_enter_master("deck: text put on the master", "master", "<a:noFill/>", "Not confirmed by anyone")


@kind("deck: text's size set small on the layout", _MASTER)
def layout_size(data: bytes, rng: Random) -> Altered | None:
    package = Package.read(data)
    slides = package.shown()
    for slide in rng.sample(slides, len(slides)):
        part = _under(package, slide, "layout")
        found = [held for held in package.root(part).iter(A + "defRPr") if held.get("sz")]
        types = [held for held in found if holder_of(held)]
        if types and runs(package, [slide]):
            for held in types:
                held.set("sz", "100")
            return Altered(package.write(), f"{part} (slide {package.number(slide)})")
    return None


@kind("deck: placeholder moved on the layout", _MASTER)
def layout_place(data: bytes, rng: Random) -> Altered | None:
    """A placeholder of a slide that takes its place from the layout is moved there."""
    package = Package.read(data)
    found = []
    for slide in package.shown():
        for shape in package.root(slide).iter(P + "sp"):
            holder = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
            if holder is None or shape.find(f"{P}spPr/{A}xfrm") is not None or not text_of(shape):
                continue
            part = _under(package, slide, "layout")
            for other in package.root(part).iter(P + "ph"):
                off = next(iter(other.getparent().getparent().getparent().iter(A + "off")), None)
                same = other.get("idx") == holder.get("idx") and other.get("type") == holder.get(
                    "type"
                )
                if same and off is not None:
                    found.append((slide, part, off, text_of(shape)))
    if not found:
        return None
    slide, part, off, text = rng.choice(found)
    off.set("y", str(int(str(off.get("y"))) + 20_000_000))
    return Altered(package.write(), f"{part} (slide {package.number(slide)}): “{text}”")


@kind("deck: shape copied beside itself", _OVER)
def copied(data: bytes, rng: Random) -> Altered | None:
    package = Package.read(data)
    found = [held for held in placed(package) if held[1].tag in (P + "sp", P + "grpSp")]
    slide, shape, _ = rng.choice(found)
    added = copy.deepcopy(shape)
    off = next(iter(added.iter(A + "off")))
    off.set("y", str(int(str(off.get("y"))) + 500_000))
    shape.getparent().append(added)
    return Altered(package.write(), f"slide {package.number(slide)}: {name_of(shape)}")
