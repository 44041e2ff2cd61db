"""A deck as a package of parts: XML trees to alter, and the bytes that come of them."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
REL = "{http://schemas.openxmlformats.org/package/2006/relationships}"
KIND_OF_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
SHAPES = tuple(P + name for name in ("sp", "grpSp", "graphicFrame", "pic", "cxnSp"))
_MAIN = "ppt/presentation.xml"


@dataclass
class Package:
    """The parts of a .pptx or .xlsx by name, XML parsed where it is asked for."""

    parts: dict[str, bytes]
    trees: dict[str, etree._Element] = field(default_factory=dict)

    @classmethod
    def read(cls, data: bytes) -> Package:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return cls({name: package.read(name) for name in package.namelist()})

    def write(self) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
            for name, data in self.parts.items():
                if name in self.trees:
                    data = etree.tostring(
                        self.trees[name], xml_declaration=True, encoding="UTF-8", standalone=True
                    )
                package.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), data)
        return out.getvalue()

    def root(self, name: str) -> etree._Element:
        if name not in self.trees:
            self.trees[name] = etree.fromstring(self.parts[name])
        return self.trees[name]

    def add(self, name: str, data: bytes, content_type: str) -> None:
        """Add a part, and say of what type it is."""
        self.parts[name] = data
        types = self.root("[Content_Types].xml")
        tag = types.tag.replace("Types", "Override")
        etree.SubElement(types, tag, PartName="/" + name, ContentType=content_type)

    def relations(self, name: str) -> etree._Element:
        """Return the relationships of a part, made where it had none."""
        folder, base = posixpath.split(name)
        rels = f"{folder}/_rels/{base}.rels"
        if rels not in self.parts:
            self.parts[rels] = b'<Relationships xmlns="%s"/>' % REL[1:-1].encode()
        return self.root(rels)

    def related(self, name: str, kind: str) -> dict[str, str]:
        """Return parts that a part refers to by a kind of relationship, by identifier."""
        folder = posixpath.dirname(name)
        return {
            str(held.get("Id")): posixpath.normpath(posixpath.join(folder, str(held.get("Target"))))
            for held in self.relations(name)
            if str(held.get("Type")).endswith("/" + kind) and held.get("TargetMode") is None
        }

    def relate(self, name: str, kind: str, target: str, external: bool = False) -> str:
        """Refer from a part to another (or to an address outside); return the identifier."""
        relations = self.relations(name)
        ident = f"rId{900 + len(relations)}"
        held = etree.SubElement(relations, REL + "Relationship")
        held.set("Id", ident)
        held.set("Type", KIND_OF_REL + kind)
        held.set("Target", target)
        if external:
            held.set("TargetMode", "External")
        return ident

    def ids(self) -> etree._Element:
        """Return the list of slides, in the order of the show."""
        found = self.root(_MAIN).find(P + "sldIdLst")
        assert found is not None
        return found

    def slides(self) -> list[str]:
        """Return the names of the slides' parts, in the order of the show."""
        known = self.related(_MAIN, "slide")
        return [known[str(held.get(R + "id"))] for held in self.ids()]

    def shown(self) -> list[str]:
        return [name for name in self.slides() if self.root(name).get("show") != "0"]

    def notes(self) -> list[str]:
        found = (self.related(name, "notesSlide").values() for name in self.slides())
        return [name for names in found for name in names]

    def charts(self) -> list[str]:
        """Return the charts of slides that are shown."""
        found = (self.related(name, "chart").values() for name in self.shown())
        return [name for names in found for name in names]

    def number(self, slide: str) -> int:
        return self.slides().index(slide) + 1


def shapes(root: etree._Element) -> Iterator[etree._Element]:
    """Yield every shape of a slide, those within groups too."""
    yield from (held for held in root.iter(*SHAPES))


def name_of(shape: etree._Element) -> str:
    found = shape.find(".//" + P + "cNvPr")
    return "" if found is None else str(found.get("name"))


def text_of(element: etree._Element) -> str:
    return "".join(str(held.text or "") for held in element.iter(A + "t"))


def holder_of(element: etree._Element) -> str:
    """Return the name of the shape within which an element stands."""
    return next((name_of(held) for held in element.iterancestors(*SHAPES)), "")


@dataclass(frozen=True)
class Run:
    """A run of text, and on which part it stands."""

    part: str
    element: etree._Element

    @property
    def text(self) -> str:
        return str(self.element.text or "")

    def say(self, text: str) -> str:
        """Set the text; return what was done, for the table."""
        before = self.text
        self.element.text = text
        base = posixpath.basename(self.part)
        return f"{base}, {holder_of(self.element)}: “{before}” -> “{text}”"


def runs(package: Package, parts: list[str]) -> list[Run]:
    """Return the runs of text of some parts (no fields: a page number is the program's)."""
    return [
        Run(part, held)
        for part in parts
        for run in package.root(part).iter(A + "r")
        for held in run.findall(A + "t")
        if held.text
    ]


def words(found: list[Run]) -> list[tuple[Run, re.Match[str]]]:
    """Return the words of four letters or more, with their runs."""
    return [(run, match) for run in found for match in re.finditer(r"[^\W\d_]{4,}", run.text)]
