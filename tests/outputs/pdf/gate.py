"""Holds a finished paper to PDF/UA-1 and PDF/A-3a, and to what no validator sees.

`failures` runs page-validation less its one false rule. `faults` reads every content stream and
the structure tree and names where they disagree: marked content that no element has or two have,
a parent tree that says otherwise, what is painted outside both, words that fonts cannot say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import page
import pikepdf

# It takes a stream that ends in a carriage return to have a line end before `endstream`.
_FALSE_RULE: Final = "STREAM-LENGTH-001"
_PROFILES: Final = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A)
_IN_LINES: Final = "Link Annot Reference Span Code Sub Sup Struck Strong Em"
_INLINE: Final = frozenset(_IN_LINES.split())
_PAINTS: Final = frozenset(["Tj", "TJ", "f", "f*", "B", "B*", "b", "b*", "S", "s", "Do", "sh"])


def failures(path: Path) -> list[str]:
    """Return every rule that a paper fails, in either standard, as the validator says it."""
    found = []
    for profile in _PROFILES:
        report = page.validate_pdf(path, profile=profile)
        assert report.rules.total > 50
        found += [
            f"{profile.value} {failure.rule_id}: {failure.message}"
            for failure in report.failures
            if _FALSE_RULE not in failure.rule_id
        ]
    return found


@dataclass
class Element:
    """A structure element read back: role, attributes as PDF has them, kids in order."""

    role: str
    held: Any
    parent: Element | None = None
    kids: list[Element | tuple[int, int] | Any] = field(default_factory=list)

    def walk(self) -> Iterator[Element]:
        """Yield this and every element below it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()

    def marks(self) -> Iterator[tuple[int, int]]:
        """Yield (page from 0, number) of all marked content at or below, in reading order."""
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.marks()
            elif isinstance(kid, tuple):
                yield kid


@dataclass
class Tagged:
    """A paper read back: its tree, the words of each marked content, the faults found.

    `pdf` stays open for as long as what the elements hold is looked at.
    """

    root: Element
    words: dict[tuple[int, int], str]
    faults: list[str]
    pdf: pikepdf.Pdf

    def says(self, element: Element) -> str:
        """Return an element's words, white space made plain, soft hyphens joined."""
        return plain("".join(self.words[mark] for mark in element.marks()))

    def reading(self, *silent: str) -> str:
        """Return all words in reading order, but for elements of the `silent` roles."""
        parts: list[str] = []
        self._read(self.root, silent, parts)
        return plain("".join(parts))

    def _read(self, element: Element, silent: tuple[str, ...], parts: list[str]) -> None:
        if element.role in silent:
            return
        apart = "" if element.role in _INLINE else "\n"
        parts.append(apart)
        for kid in element.kids:
            if isinstance(kid, Element):
                self._read(kid, silent, parts)
            elif isinstance(kid, tuple):
                parts.append(self.words[kid])
        parts.append(apart)

    def all(self, role: str) -> list[Element]:
        """Return every element of a role, in reading order."""
        return [element for element in self.root.walk() if element.role == role]


def plain(text: str) -> str:
    """Return text as a reader hears it: white space plain, soft hyphens gone."""
    return " ".join(text.replace("\u00ad", "").split())


def faults(path: Path) -> list[str]:
    """Return where a paper's content and structure disagree."""
    return read(path).faults


def read(path: Path) -> Tagged:
    """Read a paper's structure back, once while the file stays as it is."""
    held = path.stat()
    return _read(path, held.st_mtime_ns, held.st_size)


@lru_cache(maxsize=4)
def _read(path: Path, changed: int, size: int) -> Tagged:
    pdf = pikepdf.open(path)
    reader = _Reader(pdf)
    root = reader.tree()
    for number, leaf in enumerate(pdf.pages):
        reader.content(number, leaf)
    reader.compare()
    return Tagged(root, reader.words, reader.found, pdf)


class _Reader:
    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.pdf = pdf
        self.found: list[str] = []
        self.words: dict[tuple[int, int], str] = {}
        self.owners: dict[tuple[int, int], Element] = {}
        self.boxes: dict[tuple[int, int], Element] = {}
        self.numbers = {leaf.objgen: number for number, leaf in enumerate(pdf.pages)}
        self.parents = dict(pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree))
        self.fonts: dict[tuple[int, int], dict[int, str]] = {}

    def tree(self) -> Element:
        return self._element(self.pdf.Root.StructTreeRoot.K, None)

    def _element(self, held: Any, parent: Element | None) -> Element:
        made = Element(str(held.S)[1:], held, parent)
        up = self.pdf.Root.StructTreeRoot if parent is None else parent.held
        if held.P.objgen != up.objgen:
            self.found.append(f"{made.role} says that another is its parent")
        home = held.get("/Pg")
        kids = held.get("/K", pikepdf.Array())
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, int):
                self._owns(made, (self.numbers[home.objgen], kid))
            elif kid.get("/Type") == "/MCR":
                self._owns(made, (self.numbers[kid.get("/Pg", home).objgen], int(kid.MCID)))
            elif kid.get("/Type") == "/OBJR":
                made.kids.append(kid.Obj)
                self.boxes[kid.Obj.objgen] = made
            else:
                made.kids.append(self._element(kid, made))
        return made

    def _owns(self, element: Element, mark: tuple[int, int]) -> None:
        if mark in self.owners:
            self.found.append(f"marked content {mark} belongs to two elements")
        self.owners[mark] = element
        element.kids.append(mark)

    def content(self, number: int, leaf: pikepdf.Page) -> None:
        """Read a page's content: what is painted must be marked, or an artifact."""
        open_: list[tuple[tuple[int, int] | None, bool]] = []
        in_text = False
        font: dict[int, str] = {}
        for operands, operator in pikepdf.parse_content_stream(leaf):
            said = str(operator)
            if said in ("BDC", "BMC"):
                mark = self._begun(number, operands)
                if any(outer is not None for outer, _ in open_):
                    self.found.append(f"page {number + 1}: marked content within marked content")
                open_.append((mark, in_text))
            elif said == "EMC":
                if open_.pop()[1] != in_text:
                    self.found.append(f"page {number + 1}: marked content and text object cross")
            elif said in ("BT", "ET"):
                in_text = said == "BT"
            elif said == "Tf":
                font = self._font(leaf, operands[0])
            elif said in _PAINTS:
                if not open_:
                    self.found.append(f"page {number + 1}: {said} outside of marked content")
                elif said in ("Tj", "TJ") and open_[-1][0] is not None:
                    self.words[open_[-1][0]] += self._text(operands[0], font)
        if open_:
            self.found.append(f"page {number + 1}: marked content is left open")
        self._annotations(number, leaf)

    def _begun(self, number: int, operands: Any) -> tuple[int, int] | None:
        tag = str(operands[0])[1:]
        about = operands[1] if len(operands) > 1 else {}
        if tag == "Artifact":
            return None
        mark = (number, int(about["/MCID"]))
        if mark in self.words:
            self.found.append(f"marked content {mark} is there twice")
        self.words[mark] = ""
        owner = self.owners.get(mark)
        if owner is None:
            self.found.append(f"marked content {mark} is in no element")
        else:
            if owner.role != tag:
                self.found.append(f"marked content {mark} is {tag}, its element {owner.role}")
            key = int(self.pdf.pages[number].StructParents)
            if self.parents[key][mark[1]].objgen != owner.held.objgen:
                self.found.append(f"the parent tree is wrong about {mark}")
        return mark

    def _text(self, shown: Any, font: dict[int, str]) -> str:
        parts = shown if isinstance(shown, pikepdf.Array) else [shown]
        codes = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
        unknown = sorted({code for code in codes if code not in font})
        if unknown:
            self.found.append(f"codes {unknown} of a font mean no character")
        return "".join(font.get(code, "") for code in codes)

    def _font(self, leaf: pikepdf.Page, name: Any) -> dict[int, str]:
        held = leaf.resources.Font[str(name)]
        if held.ToUnicode.objgen not in self.fonts:
            self.fonts[held.ToUnicode.objgen] = _characters(held.ToUnicode.read_bytes().decode())
        return self.fonts[held.ToUnicode.objgen]

    def _annotations(self, number: int, leaf: pikepdf.Page) -> None:
        if leaf.obj.get("/Tabs") != "/S":
            self.found.append(f"page {number + 1}: the tab order is not the structure's")
        for annotation in leaf.get("/Annots", []):
            owner = self.boxes.get(annotation.objgen)
            role = "Annot" if annotation.Subtype == "/FileAttachment" else "Link"
            if owner is None or owner.role != role:
                self.found.append(f"page {number + 1}: a link is in no Link")
            elif not _is_same(self.parents[int(annotation.StructParent)], owner.held):
                self.found.append(f"page {number + 1}: the parent tree is wrong about a link")

    def compare(self) -> None:
        """Look for content that the tree has and the pages have not."""
        for mark in self.owners.keys() - self.words.keys():
            self.found.append(f"the tree names marked content {mark}, which no page has")


def _characters(text: str) -> dict[int, str]:
    """Return what each code means, block by block, at most 100 entries in each."""
    found: dict[int, str] = {}
    for block in text.split("beginbfchar")[1:]:
        lines = block.split("endbfchar")[0].split("\n")[1:-1]
        assert len(lines) <= 100
        for line in lines:
            code, character = (part.strip("<> ") for part in line.split("> <"))
            found[int(code, 16)] = bytes.fromhex(character).decode("utf-16-be")
    return found


def _is_same(one: Any, other: Any) -> bool:
    return isinstance(one, pikepdf.Dictionary) and one.objgen == other.objgen
