"""Structure elements of a few plain entries: takes how one is written, returns what it says.

What elements of the paper before said is known by how they are written.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from builder.memory import memory

_READ: Final = "elements"
_BYTES: Final = 500  # of an element remembered

_KID: Final = (
    rb"(?:(\d+) (\d+) R|(\d+)"
    rb"|<< /Obj (\d+) (\d+) R /Pg (\d+ \d+) R /Type /OBJR >>"
    rb"|<< /MCID (\d+) /Pg (\d+ \d+) R /Type /MCR >>)"
)
_KIDS: Final = re.compile(_KID)
_ANY_KID: Final = re.sub(rb"\((?!\?)", b"(?:", _KID)
_TEXT: Final = rb"(?:\([^()\\]*+\)|<[0-9a-f]*+>)"
# As qpdf writes an object: entries in the order of their names, one space between tokens.
_PLAIN: Final = re.compile(
    rb"<< (?:/A (?P<own><< (?:[^()<>]++|"
    + _TEXT
    + rb")*+>>|\d+ \d+ R) )?(?:/AF \[ (?:\d+ \d+ R )*+\] )?"
    rb"(?P<heard>/ActualText " + _TEXT + rb" )?"
    rb"(?:/ID " + _TEXT + rb" )?"
    rb"(?:/K (?:(?P<one>" + _ANY_KID + rb")|\[ (?P<many>(?:" + _ANY_KID + rb" )*+)\]) )?"
    rb"(?:/Lang " + _TEXT + rb" )?(?:/NS \d+ \d+ R )?(?:/P \d+ \d+ R )?"
    rb"(?:/Pg (?P<page>\d+ \d+) R )?(?:/Ref \[ (?:\d+ \d+ R )*+\] )?"
    rb"/S /(?P<role>[0-9A-Za-z]+) (?:/Type /StructElem )?>>"
)
BELOW, MARKED, BOX, AWAY = range(4)
"""Kinds of kids: an element, marked content, a rectangle, marked content of a named page."""


class Plainly:
    """Reads the elements of one paper."""

    def __init__(self) -> None:
        held = memory()
        self._before: dict[bytes, Plain | None] = (held.get(_READ) if held else None) or {}
        self._known: dict[bytes, Plain | None] = {}

    def read(self, written: bytes) -> Plain | None:
        """Return what an element says, from how qpdf writes it; None where it is not plain."""
        if written not in self._known:
            before = self._before
            self._known[written] = before[written] if written in before else _plain(written)
        return self._known[written]

    def remember(self) -> None:
        """Let the next paper's reader know what was read."""
        held = memory()
        if held is not None:
            held.put(_READ, self._known, _BYTES * len(self._known))


class Plain(NamedTuple):
    """What a plain element says: its attributes as they are written, whether something is heard in
    place of its words, its page, and its kids.

    Of each kid its kind, the number of its object or of its mark, and the page that it names.
    """

    own: bytes | None
    heard: bool
    role: str
    page: bytes | None
    kids: tuple[tuple[int, tuple[int, int], bytes], ...]


def _plain(written: bytes) -> Plain | None:
    said = _PLAIN.fullmatch(written)
    if said is None:
        return None
    one, many, page, role = said.group("one", "many", "page", "role")
    kids = tuple(map(_kid, _KIDS.findall(one or many or b"")))
    return Plain(said["own"], bool(said["heard"]), role.decode(), page, kids)


def _kid(found: tuple[bytes, ...]) -> tuple[int, tuple[int, int], bytes]:
    kid, kid_more, mark, box, box_more, there, far, away = found
    if kid:
        return BELOW, (int(kid), int(kid_more)), b""
    if mark:
        return MARKED, (int(mark), 0), b""
    if box:
        return BOX, (int(box), int(box_more)), there
    return AWAY, (int(far), 0), away
