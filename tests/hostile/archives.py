"""Packages spoilt on purpose: a sound presentation's parts in, a hostile archive out."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
import zlib
from collections.abc import Mapping

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
PRESENTATION = "ppt/presentation.xml"
MASTER = "ppt/slideMasters/slideMaster1.xml"
LAYOUT = "ppt/slideLayouts/slideLayout2.xml"
THEME = "ppt/theme/theme1.xml"
TYPES = "[Content_Types].xml"
CLOSED = {PRESENTATION: b"</p:presentation>", MASTER: b"</p:sldMaster>", LAYOUT: b"</p:sldLayout>"}


def parts_of(data: bytes) -> dict[str, bytes]:
    """Return the members of an archive by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return members as an archive."""
    buffer = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with zipfile.ZipFile(buffer, "w", method) as archive:
            for name, data in parts.items():
                archive.writestr(zipfile.ZipInfo(name), data, method)
    return buffer.getvalue()


def changed(data: bytes, part: str, old: bytes, new: bytes, most: int = 1) -> bytes:
    """Return an archive with words of a part changed, which must be there."""
    parts = parts_of(data)
    assert old in parts[part], (part, old)
    return zipped({**parts, part: parts[part].replace(old, new, most)})


def related(
    parts: dict[str, bytes],
    part: str,
    kind: str,
    target: str,
    *,
    outside: bool = False,
    key: str = "rIdX",
) -> None:
    """Add a relationship to a part, "" for the package; `kind` is its last word or its whole type.

    What it leads to inside is added too where it is not there: a few bytes that are nothing.
    """
    folder, _, base = part.rpartition("/")
    name = f"{folder}/_rels/{base}.rels".lstrip("/")
    empty = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    mode = ' TargetMode="External"' if outside else ""
    whole = kind if ":" in kind else OFFICE + kind
    row = f'<Relationship Id="{key}" Type="{whole}" Target="{target}"{mode}/></Relationships>'
    parts[name] = parts.get(name, empty + b"</Relationships>").replace(
        b"</Relationships>", row.encode()
    )
    if not outside:
        parts.setdefault(target.lstrip("/"), b"\xd0\xcf\x11\xe0 some bytes")


def typed(parts: dict[str, bytes], part: str, kind: str) -> None:
    """State the content type of a part."""
    row = f'<Override PartName="/{part}" ContentType="{kind}"/></Types>'
    parts[TYPES] = parts[TYPES].replace(b"</Types>", row.encode())


def inside(parts: dict[str, bytes], part: str, markup: str, before: bytes = b"") -> None:
    """Put markup into a part: before some words, or at the end of its root element."""
    mark = before or CLOSED[part]
    assert mark in parts[part], (part, mark)
    parts[part] = parts[part].replace(mark, markup.encode() + mark, 1)


def png(width: int, height: int) -> bytes:
    """Return a PNG that says it is of this size, and holds as good as nothing."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        whole = kind + data
        return struct.pack(">I", len(data)) + whole + struct.pack(">I", zlib.crc32(whole))

    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    data = zlib.compress(b"\0" * min(height * (width // 8 + 1), 4_000_000), 9)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        chunk(kind, part) for kind, part in ((b"IHDR", header), (b"IDAT", data), (b"IEND", b""))
    )


def picture(name: str, key: str, number: int = 900) -> str:
    """Return a picture of a slide's tree that shows the relationship `key`."""
    return (
        '<p:pic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        f'<p:nvPicPr><p:cNvPr id="{number}" name="{name}"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr>'
        f"<p:blipFill><a:blip {key}/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>"
        '<a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="300000"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )


def shape(properties: str, number: int = 901) -> str:
    """Return a shape of a slide's tree, with markup in its `p:cNvPr`."""
    return (
        '<p:sp xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        f'<p:nvSpPr><p:cNvPr id="{number}" name="Button">{properties}</p:cNvPr><p:cNvSpPr/>'
        '<p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="90000" cy="90000"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:sp>'
    )
