"""A paper's structure as PDF 2.0 has it: takes what was marked while it was drawn, changes it.

What PDF/UA-2 (ISO 14289-2) and ISO/TS 32005 ask for beyond PDF/UA-1: captions within what they
caption, references from notes' marks to notes and back, from the contents to what they list.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from builder.outputs.pdf.tags import Element, Marks

_HEADINGS: Final = frozenset({"H1", "H2", "H3", "H4", "H5", "H6"})


def regroup(marks: Marks) -> None:
    """Let captions stand within what they caption, before it is told what the paper says."""
    for element in tuple(_all(marks.root)):
        _caption_within(element)


def revise(marks: Marks) -> None:
    """Change the structure of a paper that is drawn and not yet written."""
    marks.standing = {name: element for name, element in marks.standing.items() if element.is_kept}
    for element in tuple(_all(marks.root)):
        _name_labels(element)
        element.role = _role(element, marks.titled)
    _refer(marks)


def _all(element: Element) -> Iterator[Element]:
    yield element
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _all(kid)


def _role(element: Element, titled: int) -> str:
    """Return the structure type that PDF 2.0 has for an element (ISO 32000-2, 14.8.4).

    A title is no heading there, and boxes stand aside of the text.
    """
    if element.role == "Sect" and element.headed:
        return "Aside"
    if titled and element.role in _HEADINGS:
        level = int(element.role[1]) - 1
        return f"H{level}" if level else "Title"
    return element.role


def _caption_within(group: Element) -> None:
    """Let the caption of a figure be its first element, or its last where it stands below, with
    what stands between them; a caption of none is a paragraph.
    """
    if group.role in ("Table", "Figure", "L", "Formula"):
        return
    kids = [kid for kid in group.kids if isinstance(kid, Element)]
    captions = [kid for kid in kids if kid.role == "Caption"]
    figure = next((kid for kid in kids if kid.role == "Figure" and kid.is_kept), None)
    for caption in captions:
        if figure is None:
            parts = [kid for kid in caption.kids if isinstance(kid, Element)]
            caption.role = "Div" if parts else "P"
            for part in parts:
                part.role = "P" if part.role == "Lbl" else part.role
            continue
        first, last = sorted((group.kids.index(caption), group.kids.index(figure)))
        above, between = group.kids[first] is caption, group.kids[first + 1 : last]
        caption.kids = [*caption.kids, *between] if above else [*between, *caption.kids]
        group.kids[first : last + 1] = [figure]
        figure.kids.insert(0 if above else len(figure.kids), caption)


def _name_labels(listed: Element) -> None:
    """Say how a list is labelled whose items have labels (ISO 14289-2, 8.2.5.25)."""
    if listed.role != "L" or listed.numbering not in ("", "None"):
        return
    items = (kid for kid in listed.kids if isinstance(kid, Element))
    if any(isinstance(kid, Element) and kid.role == "Lbl" for item in items for kid in item.kids):
        listed.numbering = "Description" if listed.numbering else "Ordered"


def _refer(marks: Marks) -> None:
    """Let what refers name what it refers to, and notes name their marks (8.2.5.8, 8.2.5.14)."""
    notes = {each.id: each for each in _all(marks.root) if each.role == "Note" and each.is_kept}
    for element, goal in dict.fromkeys(marks.led):
        note = notes.get(goal)
        there = note or marks.standing.get(goal)
        if there is not None:
            marks.refers.setdefault(element, []).append(there)
        if note is not None:
            marks.refers.setdefault(note, []).append(element)
