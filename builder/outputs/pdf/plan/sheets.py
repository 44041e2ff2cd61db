"""CSV files that spreadsheets open right: takes a header and rows, returns bytes.

Spreadsheets take what begins with = + - @ for a formula, and run it when the file is opened.
Such a text gets an apostrophe before it, within double quotes, as OWASP recommends ("CSV
Injection"). Numbers stay as they are, signs included. Where the user's system parts cells by
semicolons or tabs, what follows one within a cell begins a cell too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from builder.language.language import language_of
from builder.language.numbers import decimal_mark

_MARK: Final = "'"
_PIECES: Final = re.compile(r"([;\t\r\n])")
_MORE_PIECES: Final = re.compile(r"([;\t\r\n]|,(?!\d))")
# Spaces, and marks of no width, are passed over by some programs; full-width signs are taken for
# plain ones. The text's own apostrophes before a sign get one more, so that ours can be told.
_BEGINS: Final = re.compile(
    r"(?P<blank>[\s\u00ad\u200b-\u200d\u2060\ufeff]*)(?P<marks>'*)(?P<sign>[=+\-@\uff1d\uff0b\uff0d\uff20])"
)
_SPACE: Final = r"[ \u00a0\u202f]?"
_NUMBER: Final = re.compile(
    rf"[+-]{_SPACE}[$\u20ac£¥\u20b4]?\d[\d.,'\u2019 \u00a0\u202f]*(?:[eE][+-]?\d+)?"
    rf"{_SPACE}[%\u2030$\u20ac£¥\u20b4]?\s*|[+-]\s*|--+\s*"
)
"""A number with its sign, a per cent sign or a currency's; or a dash that says: no value."""

_RISKY: Final = re.compile(r"[=+\-@\uff1d\uff0b\uff0d\uff20\t\r\n]")
_QUOTED: Final = {each: re.compile(rf'[{each}"\r\n]') for each in ",;"}
_PLAIN: Final = re.compile(r"-?\d+\.\d+")


def sheet(header: Sequence[str], rows: Iterable[Sequence[object]], separator: str = ",") -> bytes:
    """Return a CSV file that spreadsheets read as UTF-8, which they know by its first mark."""
    lines = (_line([str(cell) for cell in row], separator) for row in (header, *rows))
    return "".join(lines).encode("utf-8-sig")


def separator_of(language: str) -> str:
    """Return what parts cells where a language is at home: Excel and Calc go by the country."""
    return "," if language_of(language).foreign_separator == ";" else ";"


def localised(value: str, language: str) -> str:
    """Return a plain number with the language's decimal mark, and anything else as it is."""
    mark = decimal_mark(language)
    return value.replace(".", mark) if mark != "." and _PLAIN.fullmatch(value) else value


def guarded(text: str, separator: str = ",") -> str:
    """Return a cell's text, with an apostrophe before whatever would begin a formula.

    Files parted by semicolons may be opened where commas part cells, and the other way round.
    """
    if not _RISKY.search(text):
        return text
    pieces = (_PIECES if separator == "," else _MORE_PIECES).split(text)
    held = "".join(piece if at % 2 else _piece(piece) for at, piece in enumerate(pieces))
    return _MARK + held if text.lstrip(_MARK)[:1] in ("\t", "\r", "\n") else held


def _piece(text: str) -> str:
    begins = _BEGINS.match(text)
    if begins is None or (not begins["marks"] and _NUMBER.fullmatch(text[begins.start("sign") :])):
        return text
    at = begins.start("marks")
    return f"{text[:at]}{_MARK}{text[at:]}"


def _line(cells: Sequence[str], separator: str) -> str:
    """Return a line of the file (RFC 4180); a line of one empty cell would be no line."""
    alone = len(cells) == 1
    held = (_cell(cell, separator, quoted=alone and not cell) for cell in cells)
    return separator.join(held) + "\r\n"


def _cell(text: str, separator: str, *, quoted: bool) -> str:
    safe = guarded(text, separator)
    if quoted or safe != text or _QUOTED[separator].search(safe):
        return '"' + safe.replace('"', '""') + '"'
    return safe
