"""A .pptx as parts: bytes in; XML by part name, and where each part's relationships lead, out."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from builder.deck.borrowed.errors import NotATemplateError

A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P: Final = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
PRESENTATION: Final = "ppt/presentation.xml"
_MAIN: Final = b"presentationml.presentation.main+xml"
_AS_TEMPLATE: Final = b"presentationml.template.main+xml"
_TYPES: Final = "[Content_Types].xml"
_RELATIONSHIP: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
# Entities and network stay off: a template comes from who knows where.
_PARSER: Final = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


@dataclass(frozen=True)
class Package:
    """The members of the archive by name."""

    members: dict[str, bytes]

    @classmethod
    def of(cls, data: bytes) -> Package:
        """Open an archive.

        Raises:
            NotATemplateError: it is none, or no PowerPoint presentation or template.
        """
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                members = {name: archive.read(name) for name in archive.namelist()}
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError) as error:
            raise NotATemplateError("it is no PowerPoint file, or it is encrypted") from error
        types = members.get(_TYPES, b"")
        if PRESENTATION not in members or not (_MAIN in types or _AS_TEMPLATE in types):
            raise NotATemplateError("it is no .pptx or .potx; files with macros are not used")
        return cls(members)

    def xml(self, name: str) -> etree._Element:
        """Return a part's root.

        Raises:
            NotATemplateError: the part is missing or broken.
        """
        try:
            return etree.fromstring(self.members[name], _PARSER)
        except (KeyError, etree.XMLSyntaxError) as error:
            raise NotATemplateError(f"its part {name} is missing or broken") from error

    def related(self, part: str, kind: str) -> Iterator[tuple[str, str]]:
        """Yield id and target of a part's inner relationships of a kind, such as `slideLayout`."""
        folder, base = posixpath.split(part)
        name = f"{folder}/_rels/{base}.rels"
        if name not in self.members:
            return
        for each in self.xml(name).iter(_RELATIONSHIP):
            inside = each.get("TargetMode") != "External"
            if inside and each.get("Type", "").endswith(f"/{kind}"):
                yield each.get("Id", ""), _resolved(folder, each.get("Target", ""))

    def one(self, part: str, kind: str) -> str:
        """Return the target of the only relationship of a kind, "" for none."""
        return next((target for _, target in self.related(part, kind)), "")

    def listed(self, part: str, kind: str, element: str) -> list[str]:
        """Return targets in the order in which the part lists their ids in `element`."""
        targets = dict(self.related(part, kind))
        ids = [each.get(f"{R}id", "") for each in self.xml(part).iter(f"{P}{element}")]
        return [targets[key] for key in ids if key in targets]


def as_presentation(data: bytes) -> bytes:
    """Return a .potx as a .pptx, which differ in one content type; a .pptx as it is."""
    package = Package.of(data)
    if _AS_TEMPLATE not in package.members[_TYPES]:
        return data
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, member in package.members.items():
            if name == _TYPES:
                member = member.replace(_AS_TEMPLATE, _MAIN)
            archive.writestr(zipfile.ZipInfo(name), member)
    return buffer.getvalue()


def _resolved(folder: str, target: str) -> str:
    if target.startswith("/"):
        return target.lstrip("/")
    return posixpath.normpath(posixpath.join(folder, target))
