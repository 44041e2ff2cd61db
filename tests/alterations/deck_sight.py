"""What stands on slides made invisible, moved or deleted."""

from __future__ import annotations

from random import Random

from lxml import etree

from tests.alterations.kinds import Altered, kind
from tests.alterations.package import SHAPES, A, C, P, Package, R, name_of, text_of

_UNSEEN, _PLACES = "made invisible", "places swapped"


def _some_text(package: Package, rng: Random) -> tuple[str, list[etree._Element]]:
    """Return the runs of one paragraph of some slide."""
    found = [
        (slide, held)
        for slide in package.shown()
        for held in package.root(slide).iter(A + "p")
        if any(text_of(run).strip() for run in held.iter(A + "r"))
    ]
    slide, paragraph = rng.choice(found)
    return slide, list(paragraph.iter(A + "r"))


def _properties(run: etree._Element) -> etree._Element:
    held = run.find(A + "rPr")
    if held is None:
        held = etree.Element(A + "rPr")
        run.insert(0, held)
    return held


def _fill(properties: etree._Element, colour: str, by: str = "schemeClr") -> None:
    for known in properties.findall(A + "solidFill"):
        properties.remove(known)
    fill = etree.Element(A + "solidFill")
    etree.SubElement(fill, A + by, val=colour)
    at = 1 if properties.find(A + "ln") is not None else 0
    properties.insert(at, fill)


def _enter_text(
    name: str, sets: dict[str, tuple[str, ...]] | None, colour: tuple[str, str] | None
) -> None:
    @kind(name, _UNSEEN)
    def alter(data: bytes, rng: Random) -> Altered | None:
        package = Package.read(data)
        slide, found = _some_text(package, rng)
        given = {key: rng.choice(values) for key, values in (sets or {}).items()}
        for run in found:
            held = _properties(run)
            for key, value in given.items():
                held.set(key, value)
            if colour:
                _fill(held, *colour)
        text = "".join(text_of(run) for run in found)
        return Altered(package.write(), f"slide {package.number(slide)}: “{text}”")


_enter_text("deck: text struck through", {"strike": ("sngStrike", "dblStrike")}, None)
_enter_text("deck: text set under 4 points", {"sz": ("100", "200", "390")}, None)
_enter_text("deck: text in the ground's theme colour", None, ("bg1", "schemeClr"))
_enter_text("deck: text in the panels' theme colour", None, ("bg2", "schemeClr"))
_enter_text("deck: text in white, by its value", None, ("FFFFFF", "srgbClr"))


@kind("deck: text made transparent", _UNSEEN)
def transparent(data: bytes, rng: Random) -> Altered | None:
    package = Package.read(data)
    slide, found = _some_text(package, rng)
    for run in found:
        held = _properties(run)
        _fill(held, "000000", "srgbClr")
        etree.SubElement(held.find(f"{A}solidFill/{A}srgbClr"), A + "alpha", val="0")
    text = "".join(text_of(run) for run in found)
    return Altered(package.write(), f"slide {package.number(slide)}: “{text}”")


def placed(package: Package) -> list[tuple[str, etree._Element, etree._Element]]:
    """Return shapes with a text, a chart or a table, and a place of their own on the slide."""
    found = []
    for slide in package.shown():
        tree = package.root(slide).find(f"{P}cSld/{P}spTree")
        for shape in tree:
            off = next(iter(shape.iter(A + "off")), None)
            speaks = text_of(shape).strip() or shape.tag == P + "graphicFrame"
            if shape.tag in SHAPES and off is not None and speaks:
                found.append((slide, shape, off))
    return found


@kind("deck: shape moved off the slide", _UNSEEN)
def off_slide(data: bytes, rng: Random) -> Altered | None:
    package = Package.read(data)
    slide, shape, off = rng.choice(placed(package))
    off.set("x", str(int(str(off.get("x"))) + 15_000_000))
    return Altered(package.write(), f"slide {package.number(slide)}: {name_of(shape)}")


@kind("deck: shape moved on the slide", _PLACES)
def moved(data: bytes, rng: Random) -> Altered | None:
    package = Package.read(data)
    slide, shape, off = rng.choice(placed(package))
    off.set("y", str(int(str(off.get("y"))) + 600_000))
    off.set("x", str(int(str(off.get("x"))) + 400_000))
    return Altered(package.write(), f"slide {package.number(slide)}: {name_of(shape)}")


@kind("deck: two texts trade places", _PLACES)
def traded(data: bytes, rng: Random) -> Altered | None:
    """Two shapes of one slide, each with a text, exchange where they stand."""
    package = Package.read(data)
    found = [
        (slide, one, other)
        for slide in package.shown()
        for held in package.root(slide).iter(P + "spTree", P + "grpSp")
        for one in held.findall(P + "sp")
        for other in held.findall(P + "sp")
        if text_of(one) < text_of(other)
        and text_of(one).strip()
        and one.find(f"{P}spPr/{A}xfrm/{A}off") is not None
        and other.find(f"{P}spPr/{A}xfrm/{A}off") is not None
    ]
    if not found:
        return None
    slide, one, other = rng.choice(found)
    a, b = one.find(f"{P}spPr/{A}xfrm/{A}off"), other.find(f"{P}spPr/{A}xfrm/{A}off")
    first, second = dict(a.attrib), dict(b.attrib)
    a.attrib.update(second)
    b.attrib.update(first)
    return Altered(
        package.write(),
        f"slide {package.number(slide)}: “{text_of(one)}” <-> “{text_of(other)}”",
    )


# PowerPoint honours the flag (its selection pane sets it); LibreOffice does not everywhere.
@kind("deck: shape hidden by its flag", _UNSEEN, "PowerPoint")
def flagged(data: bytes, rng: Random) -> Altered | None:
    package = Package.read(data)
    slide, shape, _ = rng.choice(placed(package))
    shape.find(f".//{P}cNvPr").set("hidden", "1")
    return Altered(package.write(), f"slide {package.number(slide)}: {name_of(shape)}")


@kind("deck: shape deleted", _UNSEEN)
def deleted(data: bytes, rng: Random) -> Altered | None:
    package = Package.read(data)
    slide, shape, _ = rng.choice(placed(package))
    shape.getparent().remove(shape)
    return Altered(package.write(), f"slide {package.number(slide)}: {name_of(shape)}")


@kind("deck: shape shrunk", _UNSEEN)
def shrunk(data: bytes, rng: Random) -> Altered | None:
    package = Package.read(data)
    found = [held for held in placed(package) if held[1].tag in (P + "grpSp", P + "graphicFrame")]
    if not found:
        return None
    slide, shape, off = rng.choice(found)
    size = off.getnext()
    for key in ("cx", "cy"):
        size.set(key, str(int(str(size.get(key))) // 3))
    return Altered(package.write(), f"slide {package.number(slide)}: {name_of(shape)}")


@kind("deck: two charts trade places", _PLACES)
def charts_traded(data: bytes, rng: Random) -> Altered | None:
    """Each chart of a slide stands under the other's caption."""
    package = Package.read(data)
    found = [
        (slide, one, other)
        for slide in package.shown()
        for held in [list(package.root(slide).iter(C + "chart"))]
        for i, one in enumerate(held)
        for other in held[i + 1 :]
    ]
    if not found:
        return None
    slide, one, other = rng.choice(found)
    first, second = str(one.get(R + "id")), str(other.get(R + "id"))
    one.set(R + "id", second)
    other.set(R + "id", first)
    return Altered(package.write(), f"slide {package.number(slide)}: {first} <-> {second}")
