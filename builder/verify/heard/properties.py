"""What PDFs that others wrote state of their words: text strings (ISO 32000-1, 7.9.2.2), broken
ones among them, and what marked content says of itself by its own properties (14.9).

Takes a string or a page's operators; returns text, or the properties by the number of the content
that they stand at. Other writers say there, and not on structure elements, in which language words
are or what stands for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from builder.seals.operators import LITERAL, Stretch, content_of
from builder.verify.glyphs import text_string

if TYPE_CHECKING:
    from pikepdf import Page

_BEGIN: Final = re.compile(
    rb"\s*/[^\s/<>\[\]()]+\s*<<(?P<held>(?:[^<>()]++|"
    + LITERAL
    + rb"|<[0-9A-Fa-f\s]*+>)*+)>>\s*BDC",
    re.DOTALL,
)
_ENTRY: Final = re.compile(
    rb"/(Lang|ActualText|E|Alt)\s*(" + LITERAL + rb"|<[0-9A-Fa-f\s]*+>)", re.DOTALL
)
_BY_NAME: Final = re.compile(rb"(?P<tag>/[^\s/<>\[\]()]+)\s*/(?P<name>[^\s/<>\[\]()]+)\s+BDC(?=\s)")
_SAYING: Final = ("/MCID", "/Lang", "/ActualText", "/E", "/Alt")
_INSTEAD: Final = (b"ActualText", b"E", b"Alt")


def with_own_properties(page: Page) -> bytes:
    """Return a page's operators with properties in place of their names among its resources."""
    code = content_of(page)
    resources: Any = page.obj.get("/Resources", {})
    held = resources.get("/Properties")
    if held is None or not _BY_NAME.search(code):
        return code
    known = {
        name[1:].encode(): b"".join(
            b"%s %s" % (key.encode(), each[key].unparse() if key != "/MCID" else b"%d" % each[key])
            for key in _SAYING
            if key in each
        )
        for name, each in held.items()
    }

    def inlined(found: re.Match[bytes]) -> bytes:
        own = known.get(found["name"])
        return b"%s <<%s>> BDC" % (found["tag"], own) if own else found[0]

    return _BY_NAME.sub(inlined, code)


class Properties(NamedTuple):
    """What marked content says of itself: its language (empty: none), and what is said `instead`
    of what it shows (None: nothing).
    """

    language: str = ""
    instead: str | None = None


def properties(pages: Sequence[Iterable[Stretch]]) -> dict[tuple[int, int], Properties]:
    """Return what marked content says of itself, by page from 1 and number, where it says any."""
    found: dict[tuple[int, int], Properties] = {}
    for page, stretches in enumerate(pages, start=1):
        for number, code in stretches:
            begins = _BEGIN.match(code)
            if begins is None or number < 0:
                continue
            held = {key: text_string(said) for key, said in _ENTRY.findall(begins["held"])}
            if held:
                instead = next((held[key] for key in _INSTEAD if key in held), None)
                found[page, number] = Properties(held.get(b"Lang", ""), instead)
    return found


def text_of(held: Any) -> str | None:
    """Return a text string, None for what is no such; bytes of no character are marked."""
    import pikepdf

    if isinstance(held, str):
        return held
    if not isinstance(held, pikepdf.String):
        return None
    try:
        return str(held)
    except UnicodeDecodeError as error:
        return bytes(held).decode(error.encoding, "replace").removeprefix("\ufeff")


def named(file: Any) -> str:
    """Return the name of a file elsewhere, behind a space: a text, or one in its specification."""
    import pikepdf

    if isinstance(file, pikepdf.Dictionary):
        file = file.get("/UF", file.get("/F"))
    name = text_of(file)
    return f" {name}" if name else ""
