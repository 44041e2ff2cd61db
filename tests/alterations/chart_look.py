"""Charts of decks: their axes, kinds, number formats, labels and colours."""

from __future__ import annotations

import copy
from collections.abc import Callable
from random import Random

from lxml import etree

from tests.alterations import wording
from tests.alterations.chart_data import points, series_of
from tests.alterations.kinds import PIXELS, Altered, kind
from tests.alterations.package import A, C, Package

_AXIS, _LOOK = "axis", "look of charts"
# What comes in c:scaling, in the schema's order.
_SCALING = ("logBase", "orientation", "max", "min")

Change = Callable[[etree._Element, Random], str | None]


def _on_charts(
    name: str, group: str, met: str = PIXELS, choose: str | None = None
) -> Callable[[Change], Change]:
    """Enter a kind that changes one element of a name (or one whole chart)."""

    def entered(change: Change) -> Change:
        @kind(name, group, met)
        def alter(data: bytes, rng: Random) -> Altered | None:
            package = Package.read(data)
            found = [
                (chart, held)
                for chart in package.charts()
                for held in package.root(chart).iter(C + (choose or "plotArea"))
            ]
            for chart, held in rng.sample(found, len(found)):
                done = change(held, rng)
                if done:
                    return Altered(package.write(), f"{chart}: {done}")
            return None

        return change

    return entered


def _scale(axis: etree._Element, **given: str) -> None:
    """Set values in an axis' scaling, at their places in the schema's order."""
    scaling = axis.find(C + "scaling")
    assert scaling is not None
    for name, value in given.items():
        held = scaling.find(C + name)
        if held is None:
            held = etree.Element(C + name)
            scaling.append(held)
        held.set("val", value)
    scaling[:] = sorted(scaling, key=lambda held: _SCALING.index(held.tag.removeprefix(C)))


def _limit(axis: etree._Element, name: str) -> float | None:
    held = axis.find(f"{C}scaling/{C}{name}")
    return None if held is None else float(str(held.get("val")))


@_on_charts("deck: axis made logarithmic", _AXIS, choose="valAx")
def logarithmic(axis: etree._Element, rng: Random) -> str | None:
    if not _limit(axis, "max"):
        return None
    _scale(axis, logBase="10", min=str(max(_limit(axis, "min") or 0, 1)))
    return "logarithmic"


@_on_charts("deck: axis reversed", _AXIS, choose="valAx")
def upside_down(axis: etree._Element, rng: Random) -> str | None:
    _scale(axis, orientation="maxMin")
    return "values reversed"


@_on_charts("deck: axis of names reversed", _AXIS, choose="catAx")
def names_reversed(axis: etree._Element, rng: Random) -> str | None:
    held = axis.find(f"{C}scaling/{C}orientation")
    turned = "minMax" if held is not None and held.get("val") == "maxMin" else "maxMin"
    _scale(axis, orientation=turned)
    return f"names {turned}"


@_on_charts("deck: axis cut at its foot", _AXIS, choose="valAx")
def cut(axis: etree._Element, rng: Random) -> str | None:
    low, high = _limit(axis, "min") or 0, _limit(axis, "max")
    if high is None:
        return None
    _scale(axis, min=f"{low + (high - low) * rng.choice((0.1, 0.2, 0.3)):g}")
    return "cut at its foot"


@_on_charts("deck: axis cut at its head", _AXIS, choose="valAx")
def cut_above(axis: etree._Element, rng: Random) -> str | None:
    low, high = _limit(axis, "min") or 0, _limit(axis, "max")
    if high is None:
        return None
    _scale(axis, max=f"{low + (high - low) * rng.choice((0.4, 0.6, 0.8)):g}")
    return "cut at its head"


@_on_charts("deck: axis stretched", _AXIS, choose="valAx")
def stretched(axis: etree._Element, rng: Random) -> str | None:
    high = _limit(axis, "max")
    if high is None:
        return None
    _scale(axis, max=f"{high * rng.choice((1.5, 2, 4)):g}")
    return "stretched"


@_on_charts("deck: limits of an axis dropped", _AXIS, choose="scaling")
def unlimited(scaling: etree._Element, rng: Random) -> str | None:
    found = [held for held in scaling if held.tag in (C + "max", C + "min")]
    for held in found:
        scaling.remove(held)
    return "left to the program" if found else None


@_on_charts("deck: axis deleted or shown", _AXIS, choose="delete")
def deleted(held: etree._Element, rng: Random) -> str | None:
    held.set("val", "1" if held.get("val") == "0" else "0")
    return f"{held.getparent().tag.removeprefix(C)}: deleted={held.get('val')}"


@_on_charts("deck: number format of an axis changed", "number format", choose="valAx")
def axis_format(axis: etree._Element, rng: Random) -> str | None:
    held, hidden = axis.find(C + "numFmt"), axis.find(C + "delete")
    labels = axis.find(C + "tickLblPos")
    unseen = labels is not None and labels.get("val") == "none"
    if held is None or unseen or (hidden is not None and hidden.get("val") == "1"):
        return None
    before = held.get("formatCode")
    held.set("formatCode", rng.choice(('0.0" m"', '0"%"', '0,"k"', '"about "0', "0E+00")))
    return f"{before} -> {held.get('formatCode')}"


@_on_charts("deck: number format of values changed", "number format", "chart data", "formatCode")
def value_format(held: etree._Element, rng: Random) -> str | None:
    before = held.text
    held.text = rng.choice(('0.0" m"', '0"%"', '0,"k"', '"about "0'))
    return f"{before} -> {held.text}" if before != held.text else None


@_on_charts("deck: label of a mark edited", _LOOK, choose="dLbls")
def label(held: etree._Element, rng: Random) -> str | None:
    found = [run for run in held.iter(A + "t") if run.text]
    for run in rng.sample(found, len(found)):
        text = wording.with_other_digit(run.text, rng) or wording.with_other_word(
            run.text, rng, "nothing"
        )
        if text:
            before, run.text = run.text, text
            return f"“{before}” -> “{text}”"
    return None


@_on_charts("deck: two labels of marks swapped", _LOOK)
def labels_swapped(plot: etree._Element, rng: Random) -> str | None:
    found = [run for held in plot.iter(C + "dLbl") for run in held.iter(A + "t") if run.text]
    pairs = [(one, other) for one in found for other in found if str(one.text) < str(other.text)]
    if not pairs:
        return None
    one, other = rng.choice(pairs)
    one.text, other.text = other.text, one.text
    return f"“{one.text}” <-> “{other.text}”"


@_on_charts("deck: labels of a chart dropped", _LOOK)
def labels_dropped(plot: etree._Element, rng: Random) -> str | None:
    found = [held for held in plot.iter(C + "dLbls") if any(run.text for run in held.iter(A + "t"))]
    if not found:
        return None
    held = rng.choice(found)
    held.getparent().remove(held)
    return "labels of a series dropped"


@_on_charts("deck: series deleted", _LOOK)
def without_series(plot: etree._Element, rng: Random) -> str | None:
    found = series_of(plot)
    if len(found) < 2:
        return None
    held = rng.choice(found)
    if len(list(held.getparent().iter(C + "ser"))) < 2:
        return None
    name = points(held, "tx")
    held.getparent().remove(held)
    return f"series “{name[0].text if name else ''}” deleted"


@_on_charts("deck: kind of a chart changed", _LOOK)
def kind_changed(plot: etree._Element, rng: Random) -> str | None:
    bars, lines = plot.find(C + "barChart"), plot.find(C + "lineChart")
    if bars is not None:
        direction = bars.find(C + "barDir")
        assert direction is not None
        direction.set("val", "col" if direction.get("val") == "bar" else "bar")
        return "bars turned"
    if lines is not None:
        lines.tag = C + "areaChart"
        for held in list(lines.iter(C + "marker", C + "smooth")):
            held.getparent().remove(held)
        return "lines made areas"
    area = plot.find(C + "areaChart")
    if area is not None:
        area.tag = C + "lineChart"
        return "areas made lines"
    return None


@_on_charts("deck: bars stacked or set side by side", _LOOK, choose="barChart")
def grouping(bars: etree._Element, rng: Random) -> str | None:
    held = bars.find(C + "grouping")
    if held is None or len(series_of(bars)) < 2:
        return None
    before = held.get("val")
    held.set("val", "percentStacked" if before == "clustered" else "clustered")
    return f"{before} -> {held.get('val')}"


@_on_charts("deck: highlights of a chart swapped", _LOOK)
def highlights(plot: etree._Element, rng: Random) -> str | None:
    """The colour of one mark goes to a mark that had none of its own."""
    for series in series_of(plot):
        held = series.findall(C + "dPt")
        count = len(points(series, "val", "yVal"))
        taken = {int(str(point.find(C + "idx").get("val"))) for point in held}
        free = [index for index in range(count) if index not in taken]
        if held and free:
            point = rng.choice(held)
            index = point.find(C + "idx")
            before, after = index.get("val"), str(rng.choice(free))
            index.set("val", after)
            ordered = sorted(held, key=lambda one: int(str(one.find(C + "idx").get("val"))))
            at = series.index(held[0])
            for one in held:
                series.remove(one)
            for offset, one in enumerate(ordered):
                series.insert(at + offset, one)
            return f"colour of mark {before} to mark {after}"
    return None


@_on_charts("deck: colours of two series swapped", _LOOK)
def colours(plot: etree._Element, rng: Random) -> str | None:
    found = [(one, held) for one in series_of(plot) if (held := one.find(C + "spPr")) is not None]
    pairs = [
        (a, b)
        for a in found
        for b in found
        if a[0] is not b[0] and etree.tostring(a[1]) < etree.tostring(b[1])
    ]
    if not pairs:
        return None
    (one, a), (other, b) = rng.choice(pairs)
    first, second = copy.deepcopy(a), copy.deepcopy(b)
    one.replace(a, second)
    other.replace(b, first)
    return "colours of two series swapped"


@_on_charts("deck: marks of a series made invisible", _LOOK, choose="ser")
def invisible(series: etree._Element, rng: Random) -> str | None:
    held = series.find(C + "spPr")
    if held is None:
        return None
    for point in series.findall(C + "dPt"):
        series.remove(point)
    held[:] = [etree.Element(A + "noFill"), etree.Element(A + "ln")]
    etree.SubElement(held[1], A + "noFill")
    marker = series.find(C + "marker")
    if marker is not None:
        marker[:] = [etree.Element(C + "symbol", val="none")]
    return "marks of a series made invisible"
