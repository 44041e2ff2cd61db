"""The package that a deck is saved in: parts named in linear time, archives of fixed bytes."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from pptx.opc.package import OpcPackage
    from pptx.opc.packuri import PackURI

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_CONTENT_TYPES: Final = "[Content_Types].xml"


def count_part_names(package: OpcPackage) -> None:
    """Give a package counters for the names of new parts.

    python-pptx looks through all parts for each new name, which is quadratic in slides.
    """
    from pptx.opc.packuri import PackURI

    counts: Counter[str] = Counter()
    taken = {str(part.partname) for part in package.iter_parts()}

    def next_partname(template: str) -> PackURI:
        counts[template] += 1
        while template % counts[template] in taken:
            counts[template] += 1
        return PackURI(template % counts[template])

    vars(package)["next_partname"] = next_partname


Members: TypeAlias = Mapping[str, bytes]


def packed(package: OpcPackage, late: Callable[[Members], Members]) -> bytes:
    """Return a package as an archive of fixed bytes.

    `late` returns the members that can be made only when all others are known.

    python-pptx would compress every part in its own order and date, only to be unpacked again.
    """
    from pptx.opc.oxml import serialize_part_xml
    from pptx.opc.packuri import PACKAGE_URI
    from pptx.opc.serialized import _ContentTypesItem

    parts = tuple(package.iter_parts())
    types = serialize_part_xml(_ContentTypesItem.xml_for(parts))
    members = {_CONTENT_TYPES: types, PACKAGE_URI.rels_uri.membername: package._rels.xml}
    for part in parts:
        members[part.partname.membername] = part.blob
        if part._rels:
            members[part.partname.rels_uri.membername] = part.rels.xml
    return _archive({**members, **late(members)})


def normalised(archive: bytes) -> bytes:
    """Return a zip archive with the same members as one of fixed bytes."""
    with zipfile.ZipFile(io.BytesIO(archive)) as source:
        return _archive({name: source.read(name) for name in source.namelist()})


def _archive(members: Mapping[str, bytes]) -> bytes:
    """Return members as a zip archive, sorted and dated alike: same content, same bytes.

    `[Content_Types].xml` comes first, as ECMA-376-2 advises; archives inside are only stored.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as target:
        for name in sorted(members, key=lambda name: (name != _CONTENT_TYPES, name)):
            member = zipfile.ZipInfo(name, _EPOCH)
            member.create_system = 0
            inside = name.endswith(".xlsx")
            member.compress_type = zipfile.ZIP_STORED if inside else zipfile.ZIP_DEFLATED
            target.writestr(member, members[name], compresslevel=6)
    return buffer.getvalue()
