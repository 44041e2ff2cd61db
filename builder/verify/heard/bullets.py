"""Which paragraphs of a slide are items of a list: its own marks, or else what stands behind it.

A mark is inherited from the list styles of the shape, of its placeholder on layout and master, and
of the master's own text (ECMA-376-1, 21.1.2.4).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal, NamedTuple, TypeAlias

from lxml import etree

from builder.verify.drawingml import A, P
from builder.verify.package import Package

Mark: TypeAlias = Literal["", "bullet", "number"]
_MARKS: Final = {
    "buNone": "",
    "buChar": "bullet",
    "buBlip": "bullet",
    "buAutoNum": "number",
}
_TITLES: Final = frozenset({"title", "ctrTitle"})
_BODIES: Final = frozenset({"body", "obj", "subTitle"})


class Lists(NamedTuple):
    """What a slide inherits: its layout's root, then its master's."""

    behind: tuple[etree._Element, ...]

    @classmethod
    def of(cls, package: Package, part: str) -> Lists:
        """Return what stands behind a slide."""
        behind: list[etree._Element] = []
        at: str | None = part
        for kind in ("slideLayout", "slideMaster"):
            at = package.one(at, kind) if at else None
            if at:
                behind.append(package.xml(at))
        return cls(tuple(behind))

    def mark(self, shape: etree._Element, paragraph: etree._Element) -> tuple[Mark, int]:
        """Return what marks a paragraph as an item of a list, and at which level, from 0."""
        properties = paragraph.find(f"{A}pPr")
        said = "0" if properties is None else properties.get("lvl", "0")
        level = min(int(said), 8) if said.isdecimal() else 0
        for style in self._styles(shape, properties, level):
            for kind, mark in _MARKS.items():
                if style is not None and style.find(f"{A}{kind}") is not None:
                    return mark, level  # type: ignore[return-value]
        return "", level

    def _styles(
        self, shape: etree._Element, properties: etree._Element | None, level: int
    ) -> Iterator[etree._Element | None]:
        yield properties
        name = f"{A}lvl{level + 1}pPr"
        yield shape.find(f"{P}txBody/{A}lstStyle/{name}")
        place = shape.find(f"*/{P}nvPr/{P}ph")
        if place is None:
            return
        kind = place.get("type", "obj")
        for at, root in enumerate(self.behind):
            if (other := _place(root, place, by_type=bool(at))) is not None:
                yield other.find(f"{P}txBody/{A}lstStyle/{name}")
        for root in self.behind[-1:]:
            if kind in _BODIES:
                yield root.find(f"{P}txStyles/{P}bodyStyle/{name}")


def _place(root: etree._Element, place: etree._Element, *, by_type: bool) -> etree._Element | None:
    """Return what stands for a slide's placeholder on its layout, or by its type on the master."""
    kind = place.get("type", "obj")
    kinds = _TITLES if kind in _TITLES else {kind}
    alike = None
    for shape in root.iter(f"{P}sp"):
        other = shape.find(f"*/{P}nvPr/{P}ph")
        if other is None:
            continue
        if not by_type and place.get("idx") and other.get("idx") == place.get("idx"):
            return shape
        if alike is None and other.get("type", "obj") in kinds:
            alike = shape
    return alike if by_type or not place.get("idx") else None
