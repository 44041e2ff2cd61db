"""A finished deck as its parts, for tests that look at what was written."""

from __future__ import annotations

import io
import posixpath
import zipfile
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from lxml import etree

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@dataclass(frozen=True)
class Opened:
    """The members of a package by name."""

    parts: dict[str, bytes]
    names: tuple[str, ...]

    @classmethod
    def of(cls, path: Path | bytes) -> Opened:
        """Open a file, or the bytes of one."""
        with zipfile.ZipFile(io.BytesIO(path) if isinstance(path, bytes) else path) as archive:
            names = tuple(archive.namelist())
            return cls({name: archive.read(name) for name in names}, names)

    def xml(self, name: str) -> etree._Element:
        """Return a part as XML."""
        return etree.fromstring(self.parts[name])

    def numbered(self, stem: str) -> list[etree._Element]:
        """Return parts such as `ppt/slides/slide` in the order of their numbers."""
        found = [name for name in self.names if name.startswith(stem) and name.endswith(".xml")]
        found.sort(key=lambda name: int(name.removeprefix(stem).removesuffix(".xml")))
        return [self.xml(name) for name in found]

    @cached_property
    def slides(self) -> list[etree._Element]:
        """The slides in order."""
        return self.numbered("ppt/slides/slide")

    @cached_property
    def charts(self) -> list[etree._Element]:
        """The chart parts in order."""
        return self.numbered("ppt/charts/chart")

    def targets(self, name: str) -> dict[str, str]:
        """Return what a part's relationships lead to inside the package, by id."""
        folder, base = posixpath.split(name)
        rels = f"{folder}/_rels/{base}.rels"
        if rels not in self.parts:
            return {}
        return {
            each.get("Id", ""): posixpath.normpath(posixpath.join(folder, each.get("Target", "")))
            for each in self.xml(rels).iter(RELATIONSHIP)
            if each.get("TargetMode") != "External"
        }
