"""Office files from anywhere, opened under guard: archives of a bounded size, XML without a DTD.

What is looked at before anything is unpacked: how many members there are and how large they say
they are, whether two of them share a name or bytes, and whether a name leads out of the package.
A member that is larger than it says is cut there by `zipfile`, and then fails its checksum. What is
no Office file of today is told by its first bytes.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass, field
from typing import Final

from builder.memory import remembered
from builder.ooxml.foreign import not_a_package
from builder.ooxml.markup import (
    BOOK,
    DECK,
    TEMPLATE,
    WORKBOOK,
    Limits,
    PackageError,
    as_utf8,
    parsed,
    quoted,
    streamed,
)

__all__ = [
    "BOOK",
    "DECK",
    "TEMPLATE",
    "WORKBOOK",
    "Archive",
    "Limits",
    "PackageError",
    "as_utf8",
    "parsed",
    "streamed",
]

_END: Final = b"PK\x05\x06"
_END_SIZE: Final = 22
_LONGEST_COMMENT: Final = 65_535
_ENTRY: Final = 46  # bytes of an entry of the central directory, its name apart
_LOCAL: Final = 30  # bytes of a member's own header, its name apart
_MEMBER: Final = b"PK\x03\x04"  # how a member's own header begins
_ENCRYPTED: Final = 0x1
_LONGEST_NAME: Final = 260
_KNOWN: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_METHODS: Final = {9: "Deflate64", 12: "bzip2", 14: "LZMA", 93: "Zstandard", 95: "XZ", 99: "AES"}
# What zipfile raises for archives and members that are damaged, zlib's error among them.
_DAMAGED: Final = (
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    EOFError,
    RuntimeError,
    NotImplementedError,
    ValueError,
    OverflowError,
    MemoryError,
)


@dataclass
class Archive:
    """The members of an archive by name, in its order; folders are no members.

    `spent` are the bytes of those `seen`, that is, read so far, `data` those of the archive.
    """

    zipped: zipfile.ZipFile
    members: dict[str, zipfile.ZipInfo]
    limits: Limits
    data: bytes = field(repr=False)
    spent: int = 0
    seen: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, data: bytes, limits: Limits) -> Archive:
        """Open an archive without unpacking anything.

        Raises:
            PackageError: it is no zip archive, or one that is not to be unpacked.
        """
        if found := not_a_package(data):
            raise PackageError(found)
        _check_directory(data, limits)
        try:
            zipped = zipfile.ZipFile(io.BytesIO(data))
        except _DAMAGED as error:
            raise PackageError(f"it is a damaged zip archive ({_said(error)})") from error
        listed = zipped.infolist()
        if len(listed) > limits.members:
            raise PackageError(_too_many(len(listed), limits))
        _check_names(listed)
        for member in listed:
            _check_member(member, limits)
        _check_places(listed, zipped.start_dir)
        return cls(
            zipped, {each.filename: each for each in listed if not each.is_dir()}, limits, data
        )

    def __contains__(self, name: str) -> bool:
        return name in self.members

    def read(self, name: str) -> bytes:
        """Return a member, unpacked.

        Raises:
            PackageError: there is none of this name, it is damaged, or it would be too much
                with all that was read before.
        """
        member = self.members.get(name)
        if member is None:
            raise PackageError.of_part(name, "is missing")
        if name not in self.seen:
            self.seen.add(name)
            self.spent += member.file_size
        if self.spent > self.limits.unpacked:
            raise PackageError(
                f"its parts come to more than {_size(self.limits.unpacked)} when unpacked"
            )
        try:
            data = self._unpacked(member)
        except _DAMAGED as error:
            raise PackageError.of_part(name, f"is damaged ({_said(error)})") from error
        if len(data) != member.file_size:
            raise PackageError.of_part(name, "is damaged: it is shorter than it says")
        return data

    def _unpacked(self, member: zipfile.ZipInfo) -> bytes:
        """Return a member's bytes, which are known again by what is packed."""
        at = member.header_offset
        # From its own header to the end of what is packed, however long names and extras are.
        head = self.data[at : at + _LOCAL]
        end = at + _LOCAL + sum(int.from_bytes(head[n : n + 2], "little") for n in (26, 28))
        packed = self.data[at : end + member.compress_size]
        key = "unpacked", packed, member.filename, member.CRC, member.file_size, *_how(member)

        def made() -> bytes:
            plain = _inflated(packed, member)
            if plain is not None:
                return plain
            with self.zipped.open(member) as opened:
                # Asked for all, `zipfile` would inflate all there is before it looks at the size.
                return opened.read(member.file_size + 1)

        return remembered(key, made, lambda data: len(packed) + len(data))

    def read_all(self) -> dict[str, bytes]:
        """Return every member by name.

        Raises:
            PackageError: one of them cannot be read, or they are too much.
        """
        total = sum(member.file_size for member in self.members.values())
        if total > self.limits.unpacked:
            raise PackageError(
                f"its parts come to {_size(total)} when unpacked, and at most "
                f"{_size(self.limits.unpacked)} are read"
            )
        return {name: self.read(name) for name in self.members}


def _inflated(held: bytes, member: zipfile.ZipInfo) -> bytes | None:
    """Return what a member holds that is written in the plain way, with the header before it: what
    is not, or damaged, is left to `zipfile`, which takes four times as long and tells why.
    """
    name = member.orig_filename.encode("ascii", "replace")
    start = _LOCAL + len(name)
    if (
        member.compress_type != zipfile.ZIP_DEFLATED
        or member.flag_bits
        or len(held) != start + member.compress_size
        or not held.startswith(_MEMBER)
        or held[_LOCAL:start] != name
    ):
        return None
    unpacking = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        data = unpacking.decompress(memoryview(held)[start:], member.file_size + 1)
    except zlib.error:
        return None
    whole = unpacking.eof and len(data) == member.file_size and zlib.crc32(data) == member.CRC
    return data if whole else None


def _how(member: zipfile.ZipInfo) -> tuple[int, int]:
    return member.compress_type, member.flag_bits


def _check_directory(data: bytes, limits: Limits) -> None:
    """Refuse a directory of too many members before it is read, whatever number it states."""
    end = data.rfind(_END, max(0, len(data) - _END_SIZE - _LONGEST_COMMENT))
    if end < 0:
        raise PackageError("it is a zip archive without its end: the file is cut off")
    size = int.from_bytes(data[end + 12 : end + 16], "little")
    # As large as archives of 64 bits state it, the directory may start anywhere.
    start = 0 if size == 0xFFFFFFFF else max(0, end - size)
    if size <= limits.members * _ENTRY:
        return
    count = data.count(b"PK\x01\x02", start, end)
    if count > limits.members:
        raise PackageError(_too_many(count, limits))


def _check_names(listed: list[zipfile.ZipInfo]) -> None:
    """Refuse names that lead elsewhere, or that two members share (names know no case)."""
    seen: set[str] = set()
    for member in listed:
        name = member.orig_filename
        segments = name.removesuffix("/").split("/")
        if (
            name.startswith("/")
            or "\\" in name
            or "\0" in name
            or ":" in name
            or any(segment in ("", ".", "..") for segment in segments)
        ):
            raise PackageError(
                f'it holds a member called "{quoted(name)}", which is no name of a part', name
            )
        if len(name) > _LONGEST_NAME:
            raise PackageError(
                f'it holds a member whose name has {len(name)} characters: "{quoted(name)}"', name
            )
        if name.casefold() in seen:
            raise PackageError(f'it holds two members called "{quoted(name)}"', name)
        seen.add(name.casefold())


def _check_member(member: zipfile.ZipInfo, limits: Limits) -> None:
    name, size, packed = member.filename, member.file_size, member.compress_size
    if member.flag_bits & _ENCRYPTED:
        raise PackageError.of_part(name, "is encrypted")
    if member.compress_type not in _KNOWN:
        method = _METHODS.get(member.compress_type, f"method {member.compress_type}")
        raise PackageError.of_part(name, f"is compressed with {method}, which Office never uses")
    if size > limits.part:
        raise PackageError.of_part(
            name, f"is {_size(size)} when unpacked, and at most {_size(limits.part)} are read"
        )
    if size > limits.small and size > limits.ratio * max(1, packed):
        raise PackageError.of_part(
            name,
            f"grows from {_size(packed)} to {_size(size)} when unpacked, more than "
            f"{limits.ratio} times",
        )
    if member.compress_type == zipfile.ZIP_STORED and size != packed:
        raise PackageError.of_part(name, "lies about its size")


def _check_places(listed: list[zipfile.ZipInfo], directory: int) -> None:
    """Refuse members that share bytes with each other or with the directory."""
    before, end = "", 0
    for member in sorted(listed, key=lambda each: each.header_offset):
        if member.header_offset < end:
            raise PackageError.of_part(
                member.filename, f"lies inside another, {quoted(before)}: the archive overlaps"
            )
        before = member.filename
        end = member.header_offset + _LOCAL + len(member.orig_filename) + member.compress_size
    if end > directory:
        raise PackageError.of_part(before, "reaches past the end of the archive's members")


def _too_many(count: int, limits: Limits) -> str:
    return f"it holds {count:,} members, and at most {limits.members:,} are read"


def _size(size: int) -> str:
    """Return a number of bytes in words."""
    for unit, name in ((2**30, "GB"), (2**20, "MB"), (2**10, "kB")):
        if size >= unit:
            return f"{size / unit:,.0f} {name}"
    return f"{size} bytes"


def _said(error: BaseException) -> str:
    """Return what a library says of a fault, on one line."""
    return quoted(" ".join(str(error).split()) or type(error).__name__)
