"""Members in; a zip archive of fixed bytes out, as `zipfile` writes it.

What was packed before is packed: nine in ten members of a deck are those of the last build.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable
from functools import lru_cache, partial
from typing import Final

from builder.memory import memory, remembered

_LOCAL: Final = struct.Struct("<4s5H3L2H")
_ENTRY: Final = struct.Struct("<4s6H3L5H2L")
_END: Final = struct.Struct("<4s4H2LH")
_VERSION: Final = 20  # that unpacks Deflate and folders (APPNOTE 4.4.3)
_UTF8: Final = 0x800
_DAY: Final = 1 << 5 | 1  # 1980-01-01
_READABLE: Final = 0o600 << 16
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_LEVEL: Final = 6
_MOST: Final = 65_000
"""Members of an archive that is not one of 64 bits."""
_LARGEST: Final = 2**31 - 1
_SMALL: Final = 10_000
"""Bytes of members that are remembered: every workbook below a chart has most of them alike."""


def archived(members: Iterable[tuple[str, bytes, bool]]) -> bytes:
    """Return members (name, bytes, whether they are to be packed) as an archive without times."""
    held = list(members)
    small = len(held) <= _MOST and sum(len(data) for _, data, _ in held) <= _LARGEST
    return _joined(held) if small else _written(held)


def _written(members: Iterable[tuple[str, bytes, bool]]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as target:
        for name, data, is_packed in members:
            member = zipfile.ZipInfo(name, _EPOCH)
            member.create_system = 0
            member.compress_type = zipfile.ZIP_DEFLATED if is_packed else zipfile.ZIP_STORED
            target.writestr(member, data, compresslevel=_LEVEL)
    return buffer.getvalue()


def _joined(members: list[tuple[str, bytes, bool]]) -> bytes:
    parts: list[bytes] = []
    directory: list[bytes] = []
    at = 0
    for name, data, is_packed in members:
        check, packed = _packed(data) if is_packed else (zlib.crc32(data), data)
        said = name.encode()
        flags, method = 0 if name.isascii() else _UTF8, zipfile.ZIP_DEFLATED if is_packed else 0
        sizes = check, len(packed), len(data), len(said), 0
        parts += [_LOCAL.pack(b"PK\3\4", _VERSION, flags, method, 0, _DAY, *sizes), said, packed]
        more = (*sizes, 0, 0, 0, _READABLE, at)
        directory += [
            _ENTRY.pack(b"PK\1\2", _VERSION, _VERSION, flags, method, 0, _DAY, *more),
            said,
        ]
        at += _LOCAL.size + len(said) + len(packed)
    listed, count = b"".join(directory), len(members)
    return b"".join([*parts, listed, _END.pack(b"PK\5\6", 0, 0, count, count, len(listed), at, 0)])


def _packed(data: bytes) -> tuple[int, bytes]:
    """Return a member's checksum and what is packed of it."""

    if memory() is None:
        return _packed_small(data) if len(data) <= _SMALL else _packed_now(data)
    made = partial(_packed_now, data)
    return remembered(("packed", data), made, lambda packed: len(data) + len(packed[1]))


def _packed_now(data: bytes) -> tuple[int, bytes]:
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -15)
    return zlib.crc32(data), packer.compress(data) + packer.flush()


_packed_small = lru_cache(128)(_packed_now)
