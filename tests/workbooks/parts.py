"""A workbook taken apart: its members as they lie in the file, to be held against another's."""

from __future__ import annotations

import struct
import zipfile
from pathlib import Path

_LOCAL = struct.Struct("<4s5H3L2H")


def packed(path: Path) -> dict[str, bytes]:
    """Return each member's bytes as they are compressed, with its header, in the file's order."""
    data = path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        found = {}
        for member in archive.infolist():
            at = member.header_offset
            fields = _LOCAL.unpack_from(data, at)
            end = at + _LOCAL.size + fields[9] + fields[10] + member.compress_size
            found[member.filename] = data[at:end]
    return found


def unpacked(path: Path) -> dict[str, bytes]:
    """Return each member's bytes."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(before: Path, after: Path) -> list[str]:
    """Return the members that differ; of the others every byte must be the same, and the order."""
    ours, theirs = packed(before), packed(after)
    assert list(ours) == list(theirs)
    differing = [name for name in ours if ours[name] != theirs[name]]
    one, other = unpacked(before), unpacked(after)
    assert differing == [name for name in one if one[name] != other[name]]
    return differing
