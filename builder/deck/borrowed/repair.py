"""What LibreOffice leaves out of the templates that it saves: mended in place, as trees.

Both the reader and the writer of slides mend what they open, so that they see the same.
"""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from builder.deck.borrowed.names import A, P

_TITLES = ("title", "ctrTitle")
_RUN_ONLY = ("lang", "dirty", "err", "altLang", "smtClean")


def repair_indices(layout: etree._Element) -> None:
    """Give each placeholder of a layout an index of its own, so that slides can refer to it.

    LibreOffice saves layouts whose content placeholders all have the default index 0.
    """
    seen: set[int] = set()
    for ph in layout.iter(f"{P}ph"):
        if ph.get("type") in _TITLES:
            continue
        index = int(ph.get("idx", "0"))
        if index == 0 or index in seen:
            index = next(free for free in range(20, 22 + len(seen)) if free not in seen)
            ph.set("idx", str(index))
        seen.add(index)


def repair_master(master: etree._Element) -> None:
    """Make a placeholder's list styles from its sample text, where the master has no text styles.

    LibreOffice saves a master's type in that text's own runs, from which slides inherit nothing.
    """
    if any(len(style) for style in master.findall(f"{P}txStyles/*")):
        return
    for shape in master.iter(f"{P}sp"):
        body = shape.find(f"{P}txBody")
        if next(shape.iter(f"{P}ph"), None) is None or body is None:
            continue
        styles = body.find(f"{A}lstStyle")
        if styles is None:
            styles = etree.Element(f"{A}lstStyle")
            body.insert(1, styles)
        if not len(styles):
            styles.extend(_levels(body))


def _levels(body: etree._Element) -> list[etree._Element]:
    """Return the level properties that the sample paragraphs show, one for each level."""
    found: dict[int, etree._Element] = {}
    for paragraph in body.findall(f"{A}p"):
        properties = paragraph.find(f"{A}pPr")
        number = int(properties.get("lvl", "0")) if properties is not None else 0
        run = paragraph.find(f"*/{A}rPr")
        if number in found or run is None:
            continue
        level = etree.Element(f"{A}lvl{number + 1}pPr")
        if properties is not None:
            level.attrib.update({k: v for k, v in properties.attrib.items() if k != "lvl"})
            level.extend(deepcopy(child) for child in properties)
        defaults = etree.SubElement(level, f"{A}defRPr")
        defaults.attrib.update({k: v for k, v in run.attrib.items() if k not in _RUN_ONLY})
        defaults.extend(deepcopy(child) for child in run if "hlink" not in str(child.tag))
        found[number] = level
    return [found[number] for number in sorted(found)]
