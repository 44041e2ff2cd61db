"""The package that a deck is saved in: parts named in linear time, archives of fixed bytes."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from typing import TYPE_CHECKING, Final

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


def normalised(archive: bytes) -> bytes:
    """Return a zip archive with the same members, sorted and dated alike: same content, same bytes.

    `[Content_Types].xml` comes first, as ECMA-376-2 advises; archives inside are only stored.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as source, zipfile.ZipFile(buffer, "w") as target:
        names = sorted(source.namelist(), key=lambda name: (name != _CONTENT_TYPES, name))
        for name in names:
            member = zipfile.ZipInfo(name, _EPOCH)
            member.create_system = 0
            inside = name.endswith(".xlsx")
            member.compress_type = zipfile.ZIP_STORED if inside else zipfile.ZIP_DEFLATED
            target.writestr(member, source.read(name), compresslevel=6)
    return buffer.getvalue()
