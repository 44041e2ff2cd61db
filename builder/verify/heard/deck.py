"""A deck in; what a screen reader says of its slides, in the order of their shapes, out.

Of each slide its title, text, groups, pictures, tables and charts as they stand in the shape tree
(ECMA-376-1, 19.3.1.45), then the notes. What is marked as decorative, hidden, or stands on a layout
behind the slide is not said, as readers do not meet it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from lxml import etree

from builder.verify.drawingml import A, P, R
from builder.verify.edge import within
from builder.verify.heard import Heard, Said
from builder.verify.heard.paragraphs import Links, Lists
from builder.verify.heard.shapes import ShapeReader
from builder.verify.package import Package
from builder.verify.reading import UnreadableFileError

_UNHEARD: Final = frozenset({"hdr", "dt", "ftr", "sldNum", "sldImg"})


def heard_deck(path: Path) -> Heard:
    """Return what a deck says.

    Raises:
        UnreadableFileError: the file is no presentation, or damaged.
    """
    with within(str(path), "the file"):
        package = Package.open(path, str(path))
        root = package.xml(package.main)
    if root.tag != f"{P}presentation":
        raise UnreadableFileError(f"{path}: is no presentation")
    parts = _slides(package, root)
    title, language = _core(package)
    language = language or _commonest(package, parts)
    numbers = {part: number for number, part in enumerate(parts, start=1)}
    pieces: list[Said] = []
    for number, part in enumerate(parts, start=1):
        with within(package.name, part):
            pieces += _slide(package, part, number, numbers, language)
    return Heard("slide", title, language, tuple(pieces))


def _slides(package: Package, root: etree._Element) -> list[str]:
    targets = {each.id: each.target for each in package.related(package.main, "slide")}
    parts = [targets.get(slide.get(f"{R}id", "")) for slide in root.iter(f"{P}sldId")]
    for number, part in enumerate(parts, start=1):
        if part is None:
            raise UnreadableFileError(f"{package.name}: slide {number} leads to no part")
    if not parts:
        raise UnreadableFileError(f"{package.name}: has no slide")
    return [part for part in parts if part is not None]


def _core(package: Package) -> tuple[str, str]:
    core = package.one("", "core-properties")
    if core is None:
        return "", ""
    root = package.xml(core)
    return root.findtext("{*}title") or "", root.findtext("{*}language") or ""


def _commonest(package: Package, parts: list[str]) -> str:
    """Return the language of most runs, where the deck names none for itself."""
    found = Counter(
        run.get("lang", "") for part in parts for run in package.xml(part).iter(f"{A}rPr")
    )
    return next((language for language, _ in found.most_common() if language), "")


def _slide(
    package: Package, part: str, number: int, numbers: dict[str, int], language: str
) -> Iterator[Said]:
    root = package.xml(part)
    if root.get("show", "1") in ("0", "false"):
        yield Said(number, 0, "hidden slide", "")
    tree = root.find(f"{P}cSld/{P}spTree")
    lists = Lists.of(package, part)
    reader = ShapeReader(package, part, number, language, Links.of(package, part, numbers), lists)
    if tree is not None:
        said = list(reader.tree(tree))
        if not any(piece.role == "title" for piece in said):
            yield Said(number, 0, "slide without a title", "")
        yield from said
    notes = package.one(part, "notesSlide")
    if notes is not None:
        yield from _notes(package, notes, number, numbers, language)


def _notes(
    package: Package, part: str, number: int, numbers: dict[str, int], language: str
) -> Iterator[Said]:
    links = Links.of(package, part, numbers)
    reader = ShapeReader(package, part, number, language, links, Lists(()))
    said: list[Said] = []
    for shape in package.xml(part).iter(f"{P}sp"):
        place = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
        if place is None or place.get("type", "body") not in _UNHEARD:
            said += reader.text(shape, 1)
    if said:
        yield Said(number, 0, "notes", "")
        yield from said
