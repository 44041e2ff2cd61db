"""An archive with a few members changed: every other byte of a member stays as it was.

Order, names, times, extra fields and the compressed bytes of the others are copied, not made anew.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from typing import Final, NamedTuple, TypeAlias

from builder.ooxml import Archive, PackageError

_LOCAL: Final = struct.Struct("<4s5H3L2H")
_ENTRY: Final = struct.Struct("<4s6H3L5H2L")
_END: Final = b"PK\x05\x06"
_STREAMED: Final = 0x8  # sizes stand behind the member, not before it
_MOST: Final = 0xFFFFFFFF
_DEFLATED: Final = 8

_Sizes: TypeAlias = tuple[int, int, int]
"""The checksum of a member, its size packed and its size unpacked."""


class _Moved(NamedTuple):
    """Where a member begins now, and its sizes if it was changed."""

    offset: int
    sizes: _Sizes | None


def with_members(data: bytes, archive: Archive, changed: Mapping[str, bytes]) -> bytes:
    """Return an archive's bytes with members changed.

    Raises:
        PackageError: it is one of 64 bits, whose sizes stand elsewhere.
    """
    listed = archive.zipped.infolist()
    start = archive.zipped.start_dir
    end = data.rfind(_END)
    if start >= _MOST or end < 0 or data.rfind(b"PK\x06\x06", start, end) >= 0:
        raise PackageError("it is an archive of 64 bits, which is not written")
    ordered = sorted(listed, key=lambda member: member.header_offset)
    limits = [*(member.header_offset for member in ordered[1:]), start]
    parts: list[bytes] = [data[: ordered[0].header_offset]]
    at = len(parts[0])
    moved: dict[int, _Moved] = {}
    for member, limit in zip(ordered, limits, strict=True):
        raw, sizes = data[member.header_offset : limit], None
        if member.filename in changed:
            raw, sizes = _headed(raw, changed[member.filename])
        moved[member.header_offset] = _Moved(at, sizes)
        parts.append(raw)
        at += len(raw)
    directory = _directory(data[start:end], moved)
    tail = bytearray(data[end:])
    struct.pack_into("<LL", tail, 12, len(directory), at)
    return b"".join([*parts, directory, bytes(tail)])


def _headed(raw: bytes, new: bytes) -> tuple[bytes, _Sizes]:
    """Return a member with new bytes, deflated, under its own name, and what its entry says."""
    packer = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packer.compress(new) + packer.flush()
    sizes = zlib.crc32(new), len(packed), len(new)
    fields = list(_LOCAL.unpack_from(raw))
    head = _LOCAL.size + fields[9] + fields[10]
    fields[2] &= ~_STREAMED
    fields[3] = _DEFLATED
    fields[6:9] = sizes
    return _LOCAL.pack(*fields) + raw[_LOCAL.size : head] + packed, sizes


def _directory(raw: bytes, moved: Mapping[int, _Moved]) -> bytes:
    """Return the directory with each member's new place, and with the sizes of those changed."""
    parts, at = [], 0
    while raw[at : at + 4] == b"PK\x01\x02":
        fields = list(_ENTRY.unpack_from(raw, at))
        length = _ENTRY.size + fields[10] + fields[11] + fields[12]
        here = moved[fields[16]]
        fields[16] = here.offset
        if here.sizes is not None:
            fields[3] &= ~_STREAMED
            fields[4] = _DEFLATED
            fields[7:10] = here.sizes
        parts.append(_ENTRY.pack(*fields) + raw[at + _ENTRY.size : at + length])
        at += length
    return b"".join([*parts, raw[at:]])
