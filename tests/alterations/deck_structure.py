"""Slides, tables and links of decks, altered."""

from __future__ import annotations

import copy
import posixpath
import re
from random import Random

from lxml import etree

from tests.alterations import wording
from tests.alterations.kinds import Altered, kind
from tests.alterations.package import A, P, Package, R, Run, text_of

_SLIDES, _PLACES, _LINKS = "slides", "places swapped", "links"
_SLIDE_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.slide+xml"


@kind("deck: slide hidden", _SLIDES)
def hidden(data: bytes, rng: Random) -> Altered | None:
    package = Package.read(data)
    name = rng.choice(package.shown())
    package.root(name).set("show", "0")
    return Altered(package.write(), f"slide {package.number(name)} hidden")


@kind("deck: hidden slide shown", _SLIDES)
def shown(data: bytes, rng: Random) -> Altered | None:
    package = Package.read(data)
    found = [name for name in package.slides() if package.root(name).get("show") == "0"]
    if not found:
        return None
    name = rng.choice(found)
    del package.root(name).attrib["show"]
    return Altered(package.write(), f"slide {package.number(name)} shown")


@kind("deck: slide moved", _SLIDES)
def moved(data: bytes, rng: Random) -> Altered | None:
    package = Package.read(data)
    listed = package.ids()
    slide = rng.choice(list(listed))
    before = listed.index(slide)
    after = rng.choice([at for at in range(len(listed)) if at != before])
    listed.remove(slide)
    listed.insert(after, slide)
    return Altered(package.write(), f"slide {before + 1} moved to {after + 1}")


@kind("deck: slide deleted", _SLIDES)
def deleted(data: bytes, rng: Random) -> Altered | None:
    package = Package.read(data)
    at = package.slides().index(rng.choice(package.shown()))
    listed = package.ids()
    listed.remove(listed[at])
    return Altered(package.write(), f"slide {at + 1} deleted")


def _insert(package: Package, root: etree._Element, like: str, at: int) -> None:
    """Enter a slide at a place, with the relations of another but its notes."""
    name = "ppt/slides/slide900.xml"
    package.add(name, etree.tostring(root), _SLIDE_TYPE)
    folder, base = posixpath.split(like)
    relations = etree.fromstring(package.parts[f"{folder}/_rels/{base}.rels"])
    for held in list(relations):
        if str(held.get("Type")).endswith("/notesSlide"):
            relations.remove(held)
    package.parts["ppt/slides/_rels/slide900.xml.rels"] = etree.tostring(relations)
    ident = package.relate("ppt/presentation.xml", "slide", "slides/slide900.xml")
    entry = etree.Element(P + "sldId", id="900")
    entry.set(R + "id", ident)
    package.ids().insert(at, entry)


@kind("deck: slide duplicated", _SLIDES)
def duplicated(data: bytes, rng: Random) -> Altered | None:
    package = Package.read(data)
    like = rng.choice(package.shown())
    at = package.slides().index(like) + 1
    _insert(package, copy.deepcopy(package.root(like)), like, at)
    return Altered(package.write(), f"slide {at} duplicated")


@kind("deck: slide added", _SLIDES)
def added(data: bytes, rng: Random) -> Altered | None:
    """A slide with the layout of another, and a title alone."""
    package = Package.read(data)
    like = rng.choice(package.shown())
    root = copy.deepcopy(package.root(like))
    tree = root.find(f"{P}cSld/{P}spTree")
    titles = [s for s in tree.findall(P + "sp") if s.find(f"{P}nvSpPr/{P}nvPr/{P}ph") is not None]
    if not titles:
        return None
    for held in list(tree)[2:]:
        if held is not titles[0]:
            tree.remove(held)
    for position, run in enumerate(titles[0].iter(A + "t")):
        run.text = "The office advises against all this" if position == 0 else ""
    at = rng.randrange(1, len(package.ids()) + 1)
    _insert(package, root, like, at)
    return Altered(package.write(), f"slide added at {at + 1}")


@kind("deck: slide's ground darkened", "ground")
def ground(data: bytes, rng: Random) -> Altered | None:
    package = Package.read(data)
    slide = rng.choice(package.shown())
    held = package.root(slide).find(P + "cSld")
    for known in held.findall(P + "bg"):
        held.remove(known)
    ground = etree.Element(P + "bg")
    fill = etree.SubElement(etree.SubElement(ground, P + "bgPr"), A + "solidFill")
    etree.SubElement(fill, A + "schemeClr", val="tx1")
    etree.SubElement(ground[0], A + "effectLst")
    held.insert(0, ground)
    return Altered(package.write(), f"slide {package.number(slide)}: ground in the text's colour")


@kind("deck: theme's text colour set to its ground", "ground")
def theme(data: bytes, rng: Random) -> Altered | None:
    package = Package.read(data)
    master = next(iter(package.related("ppt/presentation.xml", "slideMaster").values()))
    name = next(iter(package.related(master, "theme").values()))
    scheme = package.root(name).find(f"{A}themeElements/{A}clrScheme")
    source, target = rng.choice([("lt1", "dk1"), ("lt1", "dk2"), ("accent1", "lt1")])
    taken, given = scheme.find(A + target), scheme.find(A + source)
    taken[:] = [copy.deepcopy(held) for held in given]
    return Altered(package.write(), f"theme: {target} becomes {source}")


def _tables(package: Package) -> list[tuple[str, etree._Element]]:
    return [
        (slide, held) for slide in package.shown() for held in package.root(slide).iter(A + "tbl")
    ]


def _table(data: bytes, rng: Random) -> tuple[Package, str, etree._Element] | None:
    package = Package.read(data)
    found = _tables(package)
    return (package, *rng.choice(found)) if found else None


@kind("deck: two cells of a table swapped", _PLACES)
def cells(data: bytes, rng: Random) -> Altered | None:
    held = _table(data, rng)
    if held is None:
        return None
    package, _, table = held
    found = list(table.iter(A + "tc"))
    one, other = rng.choice([(a, b) for a in found for b in found if text_of(a) < text_of(b)])
    first, second = one.find(A + "txBody"), other.find(A + "txBody")
    place = f"table: “{text_of(one)}” <-> “{text_of(other)}”"
    kept = copy.deepcopy(first)
    one.replace(first, copy.deepcopy(second))
    other.replace(second, kept)
    return Altered(package.write(), place)


@kind("deck: digit of a table's cell changed", _PLACES)
def digit(data: bytes, rng: Random) -> Altered | None:
    held = _table(data, rng)
    if held is None:
        return None
    package, slide, table = held
    found = [Run(slide, t) for t in table.iter(A + "t") if re.search(r"\d", str(t.text))]
    if not found:
        return None
    run = rng.choice(found)
    return Altered((_say(package, run, wording.with_other_digit(run.text, rng))), run.text)


def _say(package: Package, run: Run, text: str | None) -> bytes:
    assert text is not None
    run.say(text)
    return package.write()


@kind("deck: two rows of a table swapped", _PLACES)
def rows(data: bytes, rng: Random) -> Altered | None:
    held = _table(data, rng)
    if held is None:
        return None
    package, _, table = held
    found = table.findall(A + "tr")
    one, other = rng.choice([(a, b) for a in found for b in found if text_of(a) < text_of(b)])
    _swap(table, one, other)
    return Altered(package.write(), f"rows “{text_of(one)}” <-> “{text_of(other)}”")


@kind("deck: two columns of a table swapped", _PLACES)
def columns(data: bytes, rng: Random) -> Altered | None:
    held = _table(data, rng)
    if held is None:
        return None
    package, _, table = held
    found = table.findall(A + "tr")
    one, other = rng.sample(range(len(found[0].findall(A + "tc"))), 2)
    for row in found:
        cells = row.findall(A + "tc")
        _swap(row, cells[one], cells[other])
    return Altered(package.write(), f"columns {one + 1} <-> {other + 1}")


@kind("deck: row of a table deleted", _PLACES)
def row_deleted(data: bytes, rng: Random) -> Altered | None:
    held = _table(data, rng)
    if held is None:
        return None
    package, _, table = held
    row = rng.choice(table.findall(A + "tr"))
    table.remove(row)
    return Altered(package.write(), f"row “{text_of(row)}” deleted")


def _swap(parent: etree._Element, one: etree._Element, other: etree._Element) -> None:
    a, b = parent.index(one), parent.index(other)
    first, second = copy.deepcopy(one), copy.deepcopy(other)
    parent[a], parent[b] = second, first


@kind("deck: target of a link changed", _LINKS, "link")
def link(data: bytes, rng: Random) -> Altered | None:
    package = Package.read(data)
    found = [
        (slide, held)
        for slide in package.shown() + package.notes()
        for held in package.relations(slide)
        if str(held.get("Type")).endswith("/hyperlink")
    ]
    if not found:
        return None
    slide, held = rng.choice(found)
    before = held.get("Target")
    held.set("Target", rng.choice(("https://example.com/other", "other.pdf#page=1")))
    return Altered(package.write(), f"{slide}: {before} -> {held.get('Target')}")


@kind("deck: link to another slide changed", _LINKS, "link")
def inner_link(data: bytes, rng: Random) -> Altered | None:
    package = Package.read(data)
    found = [
        (slide, held)
        for slide in package.shown()
        for held in package.relations(slide)
        if str(held.get("Type")).endswith("/slide")
    ]
    if not found:
        return None
    slide, held = rng.choice(found)
    before = str(held.get("Target"))
    others = [posixpath.basename(name) for name in package.shown() if name != slide]
    held.set("Target", rng.choice([name for name in others if not before.endswith(name)]))
    return Altered(package.write(), f"{slide}: {before} -> {held.get('Target')}")


@kind("deck: link or program put on a shape", _LINKS, "link")
def action(data: bytes, rng: Random) -> Altered | None:
    package = Package.read(data)
    slide = rng.choice(package.shown())
    found = [s for s in package.root(slide).iter(P + "cNvPr") if s.get("name")]
    held = rng.choice(found)
    target, does = rng.choice(
        [("https://example.com/", ""), ("file:///C:/tool.exe", "ppaction://program")]
    )
    link = etree.Element(A + "hlinkClick")
    link.set(R + "id", package.relate(slide, "hyperlink", target, external=True))
    if does:
        link.set("action", does)
    for known in held.findall(A + "hlinkClick"):
        held.remove(known)
    held.insert(0, link)
    return Altered(package.write(), f"slide {package.number(slide)}, {held.get('name')}: {target}")


@kind("deck: document's title changed", "document's title", "properties")
def title(data: bytes, rng: Random) -> Altered | None:
    package = Package.read(data)
    held = next(iter(package.root("docProps/core.xml").iter("{*}title")))
    before, held.text = held.text, wording.with_other_word(str(held.text), rng, "nothing")
    return Altered(package.write(), f"“{before}” -> “{held.text}”")
