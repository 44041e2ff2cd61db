"""Small bytes that stand for very many, and files put together from them."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path

MB = 2**20


def swollen(fill: bytes, size: int, before: bytes = b"", after: bytes = b"") -> bytes:
    """Return what unpacks to `size` bytes of a filling, packed by Deflate."""
    packer = zlib.compressobj(9)
    piece = fill * (MB // len(fill))
    held = [packer.compress(before)]
    held += [packer.compress(piece) for _ in range(size // len(piece))]
    held += [packer.compress(after), packer.flush()]
    return b"".join(held)


def pdf(objects: Mapping[int, bytes], root: int = 1) -> bytes:
    """Return a PDF of objects by number, with a table of where each begins."""
    held = bytearray(b"%PDF-1.7\n")
    places = {}
    for number, code in objects.items():
        places[number] = len(held)
        held += b"%d 0 obj\n%s\nendobj\n" % (number, code)
    start = len(held)
    size = max(objects) + 1
    rows = [
        b"%010d 00000 %s \n" % (places.get(at, 0), b"n" if at in places else b"f")
        for at in range(size)
    ]
    held += b"xref\n0 %d\n%s" % (size, b"".join(rows))
    held += b"trailer\n<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, root, start)
    return bytes(held)


def stream(packed: bytes, entries: bytes = b"/Filter/FlateDecode") -> bytes:
    """Return a stream object of packed bytes."""
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(packed), packed)


def one_page(content: bytes, catalogue: bytes = b"", **more: bytes) -> bytes:
    """Return a PDF of one page with a content stream; `more` are objects from number 10 on."""
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R%s>>" % catalogue,
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>>>>>",
        4: content,
        5: b"<</Type/Font/Subtype/Type0/BaseFont/A/ToUnicode 6 0 R>>",
        6: stream(zlib.compress(b"1 beginbfchar <0001> <0041> endbfchar")),
    }
    objects |= {int(name[1:]): code for name, code in more.items()}
    return pdf(objects)


def zipped(members: Iterable[tuple[str, bytes]], path: Path) -> None:
    """Write a zip file of members, in order, whatever their names."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as held:
        for name, data in members:
            held.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)


def swollen_zip(members: Iterable[tuple[str, bytes]]) -> bytes:
    """Return a zip file of members."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as written:
        for name, data in members:
            written.writestr(name, data)
    return held.getvalue()
