"""What finished files were like, page by page and slide by slide, and where they are no longer so.

A record has a line a page or slide: digests of its words, of what is drawn on it and where, and of
what is heard of it. What differs is told by page and kind. A test writes the record anew with
PAPERDECK_UPDATE_REFERENCES=1: look at the pages that its difference names before it is committed.
`python -m tests.recorded FILE` writes what the digests are of, to compare two versions of it.
"""

from __future__ import annotations

import hashlib
import io
import os
import re
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

import pikepdf
import pypdfium2
from lxml import etree

RECORDS: Final = Path(__file__).parent / "cases" / "records"
_UPDATING: Final = os.environ.get("PAPERDECK_UPDATE_REFERENCES") == "1"
_DIGITS: Final = 10  # of a digest: differences are sought, not somebody who hides one
_TEXT: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"


class Kind(NamedTuple):
    """What the members of a package of one name are."""

    pattern: re.Pattern[str]
    place: str
    kind: str


_PLACES: Final = tuple(
    Kind(re.compile(rf"ppt/{name}"), place, kind)
    for name, place, kind in (
        (r"slides/slide(\d+)\.xml", "slide", "drawn"),
        (r"slides/_rels/slide(\d+)\.xml\.rels", "slide", "links"),
        (r"notesSlides/notesSlide(\d+)\.xml", "notes", "drawn"),
        (r"charts/chart(\d+)\.xml", "chart", "drawn"),
        (r"embeddings/\D+(\d+)\.xlsx", "chart", "workbook"),
    )
)
_SHARED: Final = re.compile(r"ppt/(slideLayouts|slideMasters|notesMasters|theme|presentation)")


class Part(NamedTuple):
    """All of one kind that a page or slide has, as text."""

    place: str
    kind: str
    held: str


def hold(name: str, *files: Path) -> None:
    """Hold finished files to the record of their content.

    Raises:
        AssertionError: some page or slide differs; says which, and in what.
    """
    record = RECORDS / f"{name}.txt"
    found = list(lines(*files))
    if _UPDATING:
        record.write_text("\n".join(found) + "\n", encoding="utf-8")
        return
    stated = record.read_text(encoding="utf-8").splitlines() if record.exists() else []
    differing = [line for line in found if line not in set(stated)]
    differing += [f"no longer: {line}" for line in stated if line not in set(found)]
    assert not differing, "\n".join(
        [
            f"{name} is no longer as recorded:",
            *differing,
            "PAPERDECK_UPDATE_REFERENCES=1 records it",
        ]
    )


def lines(*files: Path) -> Iterator[str]:
    """Yield a line for each place of finished files: what it is, and a digest for each kind."""
    for file in files:
        places: dict[str, list[str]] = {}
        for part in parts(file):
            digest = hashlib.sha256(part.held.encode()).hexdigest()[:_DIGITS]
            places.setdefault(part.place, []).append(f"{part.kind} {digest}")
        yield from (f"{place}: {', '.join(kinds)}" for place, kinds in places.items())


def parts(file: Path) -> Iterator[Part]:
    """Yield what each place of a paper, deck or handout holds, kind by kind."""
    yield from _of_paper(file) if file.suffix == ".pdf" else _of_deck(file)


def _of_paper(file: Path) -> Iterator[Part]:
    with pypdfium2.PdfDocument(file) as document, pikepdf.open(file) as held:
        for number, page in enumerate(held.pages, start=1):
            place = f"page {number}"
            yield Part(place, "words", document[number - 1].get_textpage().get_text_range())
            yield Part(place, "drawn", "\n".join(_drawn(page.obj)))
            marks = [_plain(mark) for mark in page.obj.get("/Annots", [])]
            yield Part(place, "links", "\n".join(marks))
        yield Part("paper", "heard", "\n".join(_heard(held.Root.StructTreeRoot.K, 0)))
        yield Part("paper", "outline", "\n".join(_outline(held)))
        yield Part("paper", "about", pikepdf.Object.read_bytes(held.Root.Metadata).decode())
        yield from (
            Part(name, "held", attached.get_file().read_bytes().decode())
            for name, attached in sorted(held.attachments.items())
            if "ledger" not in name
        )


def _drawn(holder: pikepdf.Object, depth: int = 0) -> Iterator[str]:
    """Yield what a page, or a drawing within one, draws."""
    content = holder.get("/Contents") if depth == 0 else holder
    for stream in content if isinstance(content, pikepdf.Array) else [content]:
        yield stream.read_bytes().decode("latin-1")
    within = holder.get("/Resources", pikepdf.Dictionary()).get("/XObject", pikepdf.Dictionary())
    for name, drawing in sorted(within.items()):
        if drawing.get("/Subtype") == "/Image":
            yield f"{name} {drawing.get('/Width')} {drawing.get('/Height')}"
        else:
            yield from _drawn(drawing, depth + 1)


def _heard(held: pikepdf.Object, depth: int) -> Iterator[str]:
    """Yield a line for each element of a structure: its tag, and what is said for it."""
    for element in held if isinstance(held, pikepdf.Array) else [held]:
        if not isinstance(element, pikepdf.Dictionary) or "/S" not in element:
            continue
        said = [
            f"{key} {_plain(element[key])}"
            for key in ("/Alt", "/ActualText", "/E", "/Lang", "/T", "/A")
            if key in element
        ]
        yield " " * depth + " ".join([str(element.S), *said])
        if "/K" in element:
            yield from _heard(element.K, depth + 1)


def _outline(held: pikepdf.Pdf) -> Iterator[str]:
    with held.open_outline() as outline:
        waiting = [(entry, 0) for entry in reversed(outline.root)]
        while waiting:
            entry, depth = waiting.pop()
            yield " " * depth + entry.title
            waiting += [(child, depth + 1) for child in reversed(entry.children)]


def _plain(held: object, depth: int = 0) -> str:
    """Return plain values as text; what leads elsewhere only by its kind."""
    if isinstance(held, pikepdf.Dictionary) and depth < 3:
        named = (
            (key, value)
            for key, value in held.items()
            if key not in ("/P", "/Parent", "/Pg", "/Dest", "/D", "/AP", "/StructParent")
        )
        return "{" + " ".join(f"{key} {_plain(value, depth + 1)}" for key, value in named) + "}"
    if isinstance(held, pikepdf.Array) and depth < 3:
        return "[" + " ".join(_plain(value, depth + 1) for value in held) + "]"
    return (
        "..."
        if isinstance(held, pikepdf.Object) and not isinstance(held, pikepdf.String | pikepdf.Name)
        else str(held)
    )


def _of_deck(file: Path) -> Iterator[Part]:
    with zipfile.ZipFile(file) as package:
        for name in sorted(package.namelist(), key=_order):
            place = next((kind for kind in _PLACES if kind.pattern.fullmatch(name)), None)
            if place is None:
                continue
            data = package.read(name)
            found = place.pattern.fullmatch(name)
            assert found is not None
            where = f"{place.place} {found[1]}"
            if name.endswith(".xlsx"):
                yield Part(where, place.kind, "\n".join(_members(data)))
                continue
            if place.kind == "drawn" and place.place == "slide":
                words = etree.fromstring(data).iter(_TEXT)
                yield Part(where, "words", "\n".join(run.text or "" for run in words))
            yield Part(where, place.kind, data.decode())
        held = (
            package.read(name).decode()
            for name in sorted(package.namelist())
            if _SHARED.match(name)
        )
        yield Part("deck", "template", "\n".join(held))


def _members(data: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in sorted(package.namelist()):
            yield f"{name}\n{package.read(name).decode()}"


def _order(name: str) -> tuple[int, str]:
    return (int((re.findall(r"\d+", name) or ["0"])[-1]), name)


if __name__ == "__main__":
    for part in parts(Path(sys.argv[1])):
        sys.stdout.write(f"== {part.place}, {part.kind}\n{part.held}\n")
