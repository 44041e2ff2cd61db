"""The first bytes of a file that is no package in; what it is, in words, out."""

from __future__ import annotations

from typing import Final

_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_FILE: Final = "EncryptedPackage".encode("utf-16-le")
_OLD: Final = {
    "PowerPoint Document".encode("utf-16-le"): "an old PowerPoint file (.ppt or .pot)",
    "WordDocument".encode("utf-16-le"): "an old Word file (.doc)",
    "Workbook".encode("utf-16-le"): "an old Excel file (.xls)",
}
_OTHERS: Final = (
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"<", "a text file (HTML or XML)"),
    (b"{\\rtf", "a text file (RTF)"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x1f\x8b", "a gzip file"),
)


def not_a_package(data: bytes) -> str:
    """Return what a file is, as the rest of a sentence, where it is no zip archive; else ""."""
    if not data:
        return "it is empty"
    if data.startswith(_COMPOUND):
        if _ENCRYPTED_FILE in data:
            return "it is protected with a password, and so encrypted"
        old = next((what for name, what in _OLD.items() if name in data), "an old Office file")
        return f"it is {old}"
    for start, what in _OTHERS:
        if data.startswith(start):
            return f"it is {what}, whatever its name says"
    # A program may stand before the archive, as in one that unpacks itself: Office opens none.
    return "" if data.startswith(_ZIP) else "it is no Office file: no zip archive begins in it"
