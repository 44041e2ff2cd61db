"""A slide in; what its layout and its master print on it beside its own shapes, out."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from builder.verify.drawingml import P, is_placeholder, paragraphs
from builder.verify.package import Package


def behind(
    package: Package, known: dict[str, tuple[str, ...]], part: str, root: etree._Element
) -> tuple[str, ...]:
    """Return the text of the layout's and the master's own shapes, which every slide shows.

    `known` holds what is known of layouts already, and is added to.
    """
    above = package.one(part, "slideLayout") or package.one(part, "slideMaster")
    hidden = root.get("showMasterSp", "1") in ("0", "false")
    if above is None or hidden or "slideMasters" in part:
        return ()
    if above not in known:
        tree = package.xml(above)
        known[above] = (*_own_text(tree), *behind(package, known, above, tree))
    return known[above]


def _own_text(root: etree._Element) -> Iterator[str]:
    for kind in ("sp", "graphicFrame"):
        for shape in root.iter(f"{P}{kind}"):
            if not is_placeholder(shape):
                yield from paragraphs(shape)
