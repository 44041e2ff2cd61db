"""Where the parts of an archive lead (ISO/IEC 29500-2, 6.5): a part's name in; a list out."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote
from xml.sax.saxutils import quoteattr

from lxml import etree

from builder.ooxml import TEMPLATE, Archive, PackageError, parsed
from builder.outputs.pptx.template.kinds import HEADER, OFFICE

_MOST: Final = 10_000
"""Relationships of one part."""
_SPACE: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"


@dataclass(frozen=True)
class Relation:
    """One relationship: the last word of its type, and the part or the address it leads to.

    `usual` says whether its type is one of ISO/IEC 29500-1's own.
    """

    id: str
    kind: str
    target: str
    external: bool = False
    usual: bool = True


def relations(archive: Archive, part: str) -> tuple[Relation, ...]:
    """Return a part's relationships, `""` for the package's own.

    Raises:
        PackageError: they are broken, or two share an id.
    """
    name = relations_of(part)
    if name not in archive:
        return ()
    found = tuple(_read(parsed(archive.read(name), name, TEMPLATE), posixpath.dirname(part)))
    if len(found) > _MOST:
        raise PackageError.of_part(
            name, f"holds {len(found):,} relationships, and at most {_MOST:,} are read"
        )
    ids = [each.id for each in found]
    if len(set(ids)) < len(ids):
        raise PackageError.of_part(name, "holds two relationships of one id")
    return found


def relations_of(part: str) -> str:
    """Return the name of the part that holds a part's relationships."""
    folder, base = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def _read(root: etree._Element, folder: str) -> Iterator[Relation]:
    for element in root.iter(f"{{{_SPACE}}}Relationship"):
        kind, target = element.get("Type", ""), element.get("Target", "")
        external = element.get("TargetMode", "").strip().casefold() == "external"
        usual = kind.startswith(OFFICE) and "/" not in kind[len(OFFICE) :]
        if not external:
            target = posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
        yield Relation(element.get("Id", ""), kind.rpartition("/")[2], target, external, usual)


def written(found: Iterable[Relation]) -> bytes:
    """Return relationships to parts as the part that holds them."""
    rows = "".join(
        f"<Relationship Id={quoteattr(each.id)} Type={quoteattr(OFFICE + each.kind)} "
        f"Target={quoteattr('/' + each.target)}/>"
        for each in found
    )
    return f'{HEADER}<Relationships xmlns="{_SPACE}">{rows}</Relationships>'.encode()


def types_written(defaults: Iterable[tuple[str, str]], parts: Iterable[tuple[str, str]]) -> bytes:
    """Return `[Content_Types].xml`: types by extension (without its dot), and by part."""
    rows = [
        f"<Default Extension={quoteattr(extension)} ContentType={quoteattr(kind)}/>"
        for extension, kind in defaults
    ]
    rows += [
        f"<Override PartName={quoteattr('/' + part)} ContentType={quoteattr(kind)}/>"
        for part, kind in parts
    ]
    return f'{HEADER}<Types xmlns="{_TYPES}">{"".join(rows)}</Types>'.encode()


def main_type(archive: Archive, part: str) -> str:
    """Return the type that an archive states of a part, "" for none.

    Raises:
        PackageError: the list of types is missing or broken.
    """
    root = parsed(archive.read("[Content_Types].xml"), "[Content_Types].xml", TEMPLATE)
    for element in root.iter(f"{{{_TYPES}}}Override"):
        if element.get("PartName", "").lstrip("/").casefold() == part.casefold():
            return element.get("ContentType", "")
    ending = part.rpartition(".")[2].casefold()
    for element in root.iter(f"{{{_TYPES}}}Default"):
        if element.get("Extension", "").casefold() == ending:
            return element.get("ContentType", "")
    return ""
