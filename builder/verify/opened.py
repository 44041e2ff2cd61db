"""A finished PDF, opened: its objects and its bytes, or in words why it is refused. And an open one
in; the bookmarks of its catalogue, the places of names and its properties, out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from builder.model.ledger import WHOLE_FILE, LedgerPlace
from builder.verify.edge import STUMBLES, Allowance, data_of, limit, within
from builder.verify.elements import goal_of, named_in, once
from builder.verify.reading import UnreadableFileError

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

_ENDING: Final = 1024
"""Bytes at a file's end in which viewers look for its last mark (ISO 32000-1, 7.5.5)."""

_MOST_OBJECTS: Final = 500_000
"""Objects of a PDF; a paper of 5,000 figures has 67,000."""
_DEEPEST: Final = 200
_DESCRIBING: Final = ("Title", "Author", "Subject", "Keywords")
_METADATA: Final = {
    "/Title": "dc:title",
    "/Author": "dc:creator",
    "/Subject": "dc:description",
    "/Keywords": "pdf:Keywords",
}


@contextmanager
def opened(path: Path) -> Iterator[tuple[Pdf, bytes]]:
    """Give a PDF and its bytes, open while it is read.

    Raises:
        UnreadableFileError: the file is no PDF, damaged, or encrypted, or is found to be while it
            is read.
    """
    import pikepdf

    limit()
    data = data_of(path)
    try:
        with (
            pikepdf.open(BytesIO(data), attempt_recovery=False) as pdf,
            within(str(path), "the file"),
        ):
            # What a trailer says is a lie at times; then it is the time that is too much.
            if int(pdf.trailer.get("/Size", 0)) > _MOST_OBJECTS:
                raise UnreadableFileError(f"{path}: holds more than {_MOST_OBJECTS:,} objects")
            if not len(pdf.pages):
                raise UnreadableFileError(f"{path}: has no page")
            yield pdf, data
    except pikepdf.PasswordError as error:
        raise UnreadableFileError(f"{path}: is encrypted: save it without a password") from error
    except (pikepdf.PikepdfError, OSError, *STUMBLES) as error:
        raise UnreadableFileError(f"{path}: cannot be read as a PDF: {error}") from error
    if b"%%EOF" not in data[-_ENDING:]:
        raise UnreadableFileError(f"{path}: is cut off: it does not end as a PDF does")


def outline(pdf: Pdf, pages: Mapping[tuple[int, int], int]) -> Iterator[LedgerPlace]:
    """Yield the bookmarks of a paper with the pages that they lead to.

    Raises:
        ValueError: they lead back to themselves, or say too much.
    """
    held = pdf.Root.get("/Outlines")
    goals = destinations(pdf) if held is not None else {}
    waiting = [held.get("/First")] if held is not None else []
    seen: set[tuple[int, int]] = set()
    room = Allowance()
    while waiting:
        entry = waiting.pop()
        if entry is None:
            continue
        once(entry.objgen, seen)
        waiting += [entry.get("/Next"), entry.get("/First")]
        goal = entry.get("/Dest")
        goal = _on_page(goals.get(str(goal), goal))
        page = 0
        try:
            page = pages.get(goal[0].objgen, 0) if goal is not None else 0
        except (TypeError, AttributeError, ValueError, LookupError):
            page = 0
        title = str(entry.get("/Title", ""))
        room.take(len(title))
        yield LedgerPlace(page, "outline", "", "bookmark", title)
        if "/A" in entry:
            yield LedgerPlace(page, "link", "", "bookmark", goal_of(entry))


def astray(pdf: Pdf, pages: Mapping[tuple[int, int], int]) -> Iterator[LedgerPlace]:
    """Yield structure destinations (ISO 32000-2, 12.3.2.3) that stand on another page than the
    place on a page that has the same name: programs would lead to two places.
    """
    import pikepdf

    for name, goal in destinations(pdf).items():
        if isinstance(goal, pikepdf.Dictionary) and "/SD" in goal:
            page = pages.get(goal.D[0].objgen, 0)
            if pages.get(_home(goal.SD[0]), 0) != page:
                yield LedgerPlace(page, "link", "", "structure destination", name)


def destinations(pdf: Pdf) -> dict[str, Object]:
    """Return the places of a PDF that have names."""
    names = pdf.Root.get("/Names")
    return named_in(None if names is None else names.get("/Dests"))


def properties(pdf: Pdf) -> Iterator[LedgerPlace]:
    """Yield what a paper says of itself."""
    told = pdf.docinfo if "/Info" in pdf.trailer else _metadata(pdf)
    said = {name: str(told.get(f"/{name}", "")) for name in _DESCRIBING}
    said["Language"] = str(pdf.Root.get("/Lang", ""))
    for name, text in said.items():
        if text:
            yield LedgerPlace(WHOLE_FILE, "properties", "", name, text)


def _on_page(goal: Any) -> Any:
    """Return a destination's place on a page, beside which a structure destination may stand."""
    import pikepdf

    return goal.get("/D") if isinstance(goal, pikepdf.Dictionary) else goal


def _home(element: Any) -> tuple[int, int]:
    """Return the object of the page on which an element begins; none if it is on no page."""
    import pikepdf

    for _ in range(_DEEPEST):
        if not isinstance(element, pikepdf.Dictionary) or "/Pg" in element:
            break
        kids = element.get("/K")
        element = kids[0] if isinstance(kids, pikepdf.Array) and len(kids) else kids
    home = element.get("/Pg") if isinstance(element, pikepdf.Dictionary) else None
    return (0, 0) if home is None else home.objgen


def _metadata(pdf: Pdf) -> dict[str, str]:
    """Return the same of a file that has its metadata alone (ISO 32000-2, 14.3.3)."""
    with pdf.open_metadata() as held:
        found = {name: held.get(key, "") for name, key in _METADATA.items()}
    return {
        name: ", ".join(said) if isinstance(said, list) else said for name, said in found.items()
    }
