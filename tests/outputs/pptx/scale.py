"""The sizes of all that a finished deck prints, as PowerPoint takes them from slide to master."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from tests.outputs.pptx.opened import A, C, Opened, P

UNSEEN = 1.0  # points: what only those read who do not see a chart's axes


def sizes(deck: Opened) -> Counter[float]:
    """Count a deck's characters by their size in points: slides, charts and feet; no notes."""
    found: Counter[float] = Counter()
    for name in deck.names:
        if name.startswith("ppt/slides/slide") and name.endswith(".xml"):
            found.update(_of_slide(deck, name))
    for chart in deck.charts:
        found.update(_of_chart(chart))
    return found


def _of_slide(deck: Opened, name: str) -> Counter[float]:
    layout = deck.xml(next(each for each in deck.targets(name).values() if "Layout" in each))
    found: Counter[float] = Counter()
    for shape in deck.xml(name).iter(f"{P}sp", f"{P}graphicFrame"):
        held = _place(shape)
        behind = next(
            (each for each in layout.iter(f"{P}sp") if held and _place(each) == held), None
        )
        for paragraph in shape.iter(f"{A}p"):
            inherited = _inherited(paragraph, behind)
            for run in paragraph.iter(f"{A}r", f"{A}fld"):
                stated = run.find(f"{A}rPr").get("sz")
                text = "".join(run.itertext()).strip()
                if text:
                    found[float(stated) / 100 if stated else inherited] += len(text)
    return found


def _place(shape: etree._Element) -> str:
    place = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
    return "" if place is None else place.get("idx", "title")


def _inherited(paragraph: etree._Element, behind: etree._Element | None) -> float:
    properties = paragraph.find(f"{A}pPr")
    level = int(properties.get("lvl", "0")) if properties is not None else 0
    styles = behind.find(f"{P}txBody/{A}lstStyle") if behind is not None else None
    if styles is None or not len(styles):
        return 0.0
    stated = styles.find(f"{A}lvl{level + 1}pPr")
    style = (styles[-1] if stated is None else stated).find(f"{A}defRPr")
    return float(style.get("sz", "0")) / 100


def _of_chart(chart: etree._Element) -> Iterator[float]:
    for each in chart.iter(f"{A}defRPr", f"{A}rPr"):
        size = each.get("sz")
        if size is not None and float(size) / 100 != UNSEEN:
            yield float(size) / 100
    assert chart.find(f"{C}txPr") is not None
