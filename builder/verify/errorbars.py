"""Error bars of a native series: its element in; from where to where each is drawn, out.

Lengths are those of ECMA-376-1, 21.2.2.55, stated point by point; bars of any other kind are none
of ours, and are told as marks that no plan makes.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from builder.model.saying import plain_number, unseen
from builder.verify.drawingml import A, C, attribute, cached, decimal, kind_of


def is_stated(bars: etree._Element) -> bool:
    """Say whether an element holds error bars whose lengths are stated."""
    kinds = attribute(bars, "errBarType"), attribute(bars, "errValType")
    return bars.tag == f"{C}errBars" and kinds == ("both", "cust")


def not_drawn(root: etree._Element) -> Iterator[str]:
    """Yield in words each series, and each of its points, of which nothing is drawn."""
    for number, series in enumerate(root.iter(f"{C}ser"), 1):
        if _is_unseen(series, series):
            yield unseen(number)
            continue
        for point in series.findall(f"{C}dPt"):
            if _is_unseen(point, series):
                yield unseen(number, int(attribute(point, "idx") or "0") + 1)


def _is_unseen(marked: etree._Element, series: etree._Element) -> bool:
    """Say whether a series, or a point of one, has no ink: no area, or neither line nor mark.

    What is laid over points between two axes draws them too, so that nothing is said of those.
    """
    plot = series.getparent()
    kind = "" if plot is None else kind_of(plot)
    if kind == "scatterChart":
        return False
    if kind != "lineChart":
        return marked.find(f"{C}spPr/{A}noFill") is not None
    symbol = attribute(series.find(f"{C}marker"), "symbol")
    lines = [series, *series.findall(f"{C}dPt")] if marked is series else [marked]
    strokes = [each.find(f"{C}spPr/{A}ln") for each in lines]
    bare = all(stroke is not None and stroke.find(f"{A}noFill") is not None for stroke in strokes)
    return marked is series and bare and symbol == "none"


def error_bars(series: etree._Element) -> dict[int, tuple[str, str]]:
    """Return low and high end of each error bar, by the number of its point.

    Raises:
        ValueError: a length is no number.
    """
    found: dict[int, tuple[str, str]] = {}
    values = cached(series.find(f"{C}val"))
    for bars in filter(is_stated, series.findall(f"{C}errBars")):
        above, below = (cached(bars.find(f"{C}{side}")) for side in ("plus", "minus"))
        for at in sorted(above.keys() | below.keys()):
            value = decimal(values.get(at, "0"))
            low = value - decimal(below.get(at, "0"))
            high = value + decimal(above.get(at, "0"))
            found[at] = plain_number(f"{low:f}"), plain_number(f"{high:f}")
    return found


def further_marks(root: etree._Element) -> Iterator[str]:
    """Yield the kinds of marks that a chart draws beside those of its points, and no plan makes."""
    for kind in ("trendline", "errBars", "dropLines", "hiLowLines", "upDownBars"):
        # LibreOffice writes lines that are not drawn into every line chart.
        found = (each for each in root.iter(f"{C}{kind}") if not is_stated(each))
        if any(each.find(f"{C}spPr/{A}ln/{A}noFill") is None for each in found):
            yield kind
