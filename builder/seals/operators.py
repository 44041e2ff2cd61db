"""What a page draws: takes its content, returns it as stretches, in one form however it is written.

A stretch is marked content (ISO 32000-1, 14.6), or what stands between two of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Final, TypeAlias

from builder.memory import remembered

if TYPE_CHECKING:
    from pikepdf import Page

Stretch: TypeAlias = tuple[int, bytes]
"""The number of marked content (-1: a part of no text), and its operators."""

ASIDE: Final = -1
# No loop gives back what it has taken: a string that is never closed is passed in one step.
LITERAL: Final = rb"\((?:[^()\\]++|\\.|\((?:[^()\\]++|\\.|\([^()]*+\))*+\))*+\)"
_LITERAL: Final = re.compile(LITERAL, re.DOTALL)
_PROPERTIES: Final = re.compile(rb"<<([^<>]*)>>BDC")
_ONE_PROPERTY: Final = re.compile(rb"/[^\s/<>\[\]()]+<</[^/<>]*>>BDC")
_BETWEEN: Final = b" \0 "
"""Between stretches: what splits nothing in two, and no operator holds."""
_DELIMITERS: Final = (b"[", b"]", b"<", b">", b"/")
_ESCAPED: Final = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_ESCAPES: Final = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
# A string is passed over, so that no word of one looks like an operator. Each choice begins with a
# sign of its own: what begins with another one is passed over at once.
_MARKING: Final = re.compile(
    LITERAL + rb"|/[^\s/<>\[\]()]++\s*+(?:"
    rb"(?P<begin>(?:<<(?:[^<>]++|<[0-9A-Fa-f\s]*+>|<<[^<>]*+>>)*+>>|/[^\s/<>\[\]()]++)\s*+BDC"
    rb"|(?<=\s)BMC))|EMC(?<![^\s\])>]EMC)(?=[\s/\[(<]|$)(?P<end>)",
    re.DOTALL,
)
_MINUS_NOTHING: Final = re.compile(rb"(?<![\w.])-0+(?:\.0*)?(?![\d.])")
_NUMBER: Final = re.compile(rb"/MCID\s+(\d+)")


def content_of(page: Page) -> bytes:
    """Return a page's content, its streams joined (ISO 32000-1, 7.8.2)."""
    held = page.obj.get("/Contents")
    if held is None:
        return b""
    import pikepdf

    streams = list(held) if isinstance(held, pikepdf.Array) else [held]
    return b"\n".join(stream.read_bytes() for stream in streams)


def all_stretches(content: bytes) -> tuple[Stretch, ...]:
    """Return the stretches of `stretches_of`."""
    key = "stretches", content
    return remembered(key, lambda: tuple(stretches_of(content)), lambda _: 2 * len(content))


def stretches_of(content: bytes) -> Iterator[Stretch]:
    """Yield the stretches of marked content in order, and what stands between them."""
    depth, start, number = 0, 0, ASIDE
    for found in _MARKING.finditer(content):
        kind = found.lastgroup
        if kind == "begin":
            depth += 1
            if depth == 1:
                if between := content[start : found.start()].strip():
                    yield ASIDE, between
                named = _NUMBER.search(found["begin"])
                number, start = int(named[1]) if named else ASIDE, found.start()
        elif kind == "end" and depth:
            depth -= 1
            if not depth:
                yield number, content[start : found.end()]
                start = found.end()
    if between := content[start:].strip():
        yield ASIDE, between


def all_plain(codes: Sequence[bytes]) -> Sequence[bytes]:
    """Return the operators of each stretch as `_plain` and `_in_order` leave them, all at once."""
    said = _BETWEEN.join(codes)
    if said.count(b"\0") == len(codes) - 1:
        plain = _plain(said).split(b"\0")
        if len(plain) == len(codes):  # no string goes on from one into the next
            return [_in_order(code.strip(b" ")) for code in plain]
    return [_in_order(_plain(code)) for code in codes]


def _plain(code: bytes) -> bytes:
    """Return operators with one space between them, strings as hexadecimal, and 0 for -0."""
    if b"(" in code:
        code = _LITERAL.sub(_hexadecimal, code)
    code = b" ".join(code.split())
    if b"-0" in code:
        code = _MINUS_NOTHING.sub(b"0", code)
    for sign in _DELIMITERS:
        code = code.replace(b" " + sign, sign).replace(sign + b" ", sign)
    return code


def _in_order(code: bytes) -> bytes:
    """Return a stretch with the properties of its marked content in order."""
    if not code.startswith(b"/") or _ONE_PROPERTY.match(code):
        return code
    return _PROPERTIES.sub(_sorted, code, count=1)


def _sorted(found: re.Match[bytes]) -> bytes:
    """Return the properties of marked content, whose order tells nothing."""
    return b"<<%s>>BDC" % b"/".join(sorted(found[1].split(b"/")))


def _hexadecimal(found: re.Match[bytes]) -> bytes:
    return b"<%s>" % string(found[0]).hex().encode()


def string(written: bytes) -> bytes:
    """Return the bytes of a string as it is written in a file (7.3.4)."""
    if written.startswith(b"<"):
        with suppress(ValueError):
            return bytes.fromhex(written[1:-1].decode())
        digits = b"".join(written[1:-1].split())
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
    return _ESCAPED.sub(_unescaped, written[1:-1])


def _unescaped(found: re.Match[bytes]) -> bytes:
    said = found[1]
    if said.isdigit():
        return bytes([int(said, 8) & 255])
    if said in (b"\r\n", b"\r", b"\n"):
        return b""
    return _ESCAPES.get(said, said)
