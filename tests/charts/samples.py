"""One or more resolved charts of every kind, with invented data that means nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from itertools import pairwise

from builder import maps
from builder.maps import atlas
from builder.model.chart import (
    MUTED,
    Axis,
    BarSpan,
    Datum,
    Event,
    Flow,
    FlowLink,
    Point,
    ResolvedChart,
    Series,
    Stop,
    Task,
)
from builder.model.displaylist import Sketch, SketchMark, SketchWords
from builder.model.figure import Moment
from builder.model.land import Classes, Tick
from builder.model.text import Line, Owner, Run

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def words(text: str) -> Line:
    """Return a line of one run; none for no words."""
    return (Run(text),) if text else ()


def runs(texts: Iterable[str]) -> Line:
    """Return a run for each text."""
    return tuple(Run(text) for text in texts)


def datum(value: str | None, label: str | None = None, *, emphasised: bool = False) -> Datum:
    """Return a plotted number, printed as written unless a label says otherwise."""
    printed = (value or "") if label is None else label
    owner = Owner("figure", f"f_{value}", "short")
    return Datum(Decimal(value) if value else None, Run(printed, owner=owner), emphasised)


def series(name: str, values: Sequence[str | None], colour: int = 0, form: str = "{}") -> Series:
    """Return a series whose labels are its values, put into `form`."""
    data = tuple(datum(value, form.format(value) if value else "") for value in values)
    return Series(Run(name), data, colour)


def axis(low: int, high: int, step: int, *, shown: bool = True, title: str = "") -> Axis:
    """Return an axis with a tick at every step."""
    ticks = tuple(
        Tick(Decimal(value), Run(f"{value:,}", owner=Owner("tick", "sample")))
        for value in range(low, high + 1, step)
    )
    return Axis(Decimal(low), Decimal(high), Decimal(step), ticks, words(title), shown)


def chart(kind: str, title: str, subtitle: str, **fields: object) -> ResolvedChart:
    """Return a chart of a kind with the texts that every chart has."""
    return ResolvedChart(
        id=kind,
        kind=kind,  # type: ignore[arg-type]
        title=words(title),
        subtitle=words(subtitle),
        source_line=words("Source: Office of Invented Statistics; authors’ calculations."),
        note=(),
        alt=words(f"A {kind} chart."),
        sources=("office",),
        language="en-GB",
        **fields,  # type: ignore[arg-type]
    )


def bar() -> ResolvedChart:
    """Return six bars, one of them highlighted."""
    values = ("38.4", "27.9", "19.6", "14.2", "11.7", "3.8")
    data = tuple(datum(value, emphasised=value == "38.4") for value in values)
    names = (
        "Grid connection",
        "Environmental permit",
        "Land acquisition",
        "Financing",
        "Construction",
        "Commissioning",
    )
    return chart(
        "bar",
        "Grid connection is now the longest wait",
        "Median months from application to operation, by stage, 2025",
        categories=runs(names),
        series=(Series(Run("Months"), data, 0),),
        value_axis=axis(0, 40, 10, shown=False),
        number_format="0.0",
    )


def short_bar() -> ResolvedChart:
    """Return three bars with units and hedges in their labels."""
    data = (
        datum("3700", ">3,700 vans", emphasised=True),
        datum("400", "≥400 lorries"),
        datum("11", "11 buses"),
    )
    return chart(
        "bar",
        "The city buys vans before it buys lorries, and hardly any buses at all",
        "Vehicles bought since the scheme began",
        categories=runs(("Delivery vans", "Lorries for the refuse collection", "Buses")),
        series=(Series(Run("Vehicles"), data, 0),),
        value_axis=axis(0, 4000, 1000, shown=False),
        number_format="#,##0",
    )


def many_bars() -> ResolvedChart:
    """Return more bars than stand in one column, from the longest to the shortest."""
    return chart(
        "bar",
        "Towns differ",
        "Calls of ships",
        categories=runs(f"Town {at}" for at in range(64)),
        series=(series("Calls", [str(64 - at) for at in range(64)]),),
        value_axis=axis(0, 70, 10, shown=False),
        number_format="0",
    )


def column() -> ResolvedChart:
    """Return three columns with currency labels, the last highlighted."""
    data = (
        datum("240", "$240bn", emphasised=True),
        datum("660", "$660bn"),
        datum("800", "$800bn"),
    )
    return chart(
        "column",
        "The northern market is less than a third of the next one",
        "Trade in goods, USD billion",
        categories=runs(("Northern Union", "Western States", "Southern Federation")),
        series=(Series(Run("Trade"), data, 0),),
        value_axis=axis(0, 800, 200, shown=False),
        number_format='"$"#,##0"bn"',
    )


def grouped() -> ResolvedChart:
    """Return two series over five regions, the earlier one in grey."""
    return chart(
        "grouped",
        "Every region cut its permitting time",
        "Average permitting time, months",
        categories=runs(("North", "East", "South", "West", "Islands")),
        series=(
            series("2020", ("34", "41", "29", "37", "52"), -1),
            series("2025", ("21", "30", "18", "26", "44"), 0),
        ),
        value_axis=axis(0, 60, 20, shown=False),
        number_format="0",
    )


def stacked() -> ResolvedChart:
    """Return three parts over seven years, with totals."""
    totals = ("19.7", "24.2", "33.3", "40.5", "41.1", "42.1", "43.7")
    return chart(
        "stacked",
        "Grants are giving way to loans",
        "Public support by instrument, € billion",
        categories=runs(str(year) for year in range(2019, 2026)),
        series=(
            series("Grants", ("12.4", "14.1", "18.9", "21.2", "17.5", "14.8", "11.3"), 0),
            series("Loans", ("5.2", "6.8", "9.4", "13.1", "16.7", "19.9", "23.6"), 1),
            series("Guarantees", ("2.1", "3.3", "5.0", "6.2", "6.9", "7.4", "8.8"), 2),
        ),
        totals=tuple(datum(total) for total in totals),
        value_axis=axis(0, 50, 10, shown=False),
        number_format="0.0",
    )


def stacked_bar() -> ResolvedChart:
    """Return three parts in four bars, one of them too short for its value, with totals."""
    return chart(
        "stacked_bar",
        "Freight goes by sea, whatever the port",
        "Freight, thousand tonnes",
        categories=runs(("Norhaven", "Kiel", "Ålesund", "Одеса")),
        series=(
            series("Sea", ("120", "150", "61", "88"), 0),
            series("Rail", ("64", "32", "1", None), 1),
            series("Road", ("20", "9", "24", "40"), 2),
        ),
        totals=tuple(datum(total) for total in ("204", "191", "86", "128")),
        value_axis=axis(0, 250, 50, shown=False),
        number_format="0",
    )


def percent_bar() -> ResolvedChart:
    """Return the same parts as shares of their bars."""
    ticks = tuple(
        Tick(Decimal(value), Run(f"{value}%", owner=Owner("tick", "sample")))
        for value in range(0, 101, 20)
    )
    whole = Axis(Decimal(0), Decimal(100), Decimal(20), ticks, (), True)
    return replace(stacked_bar(), id="percent_bar", kind="percent_bar", value_axis=whole)


def marimekko() -> ResolvedChart:
    """Return the same parts in columns as wide as their totals."""
    return replace(
        percent_bar(), id="marimekko", kind="marimekko", size_title=(Run("Freight (tonnes)"),)
    )


def figure() -> ResolvedChart:
    """Return what a package draws: a filled and a dashed mark, and words, one of them upright."""
    marks = (
        SketchMark("M40 20L120 20L120 100L40 100Z", "accent1"),
        SketchMark("M40 100L300 100", "", "ink", 0.8),
        SketchMark("M40 60C100 20 200 90 300 40", "", "accent2", 1.5, dashed=True),
    )
    said = (
        SketchWords(words("Sea"), 80, 114, 8.0, "ink", "centre"),
        SketchWords(
            (Run("42", owner=Owner("figure", "one")),), 80, 16, 8.0, "text1", "centre", True
        ),
        SketchWords(words("Freight"), 20, 60, 8.0, "caption", "centre", upright=True),
    )
    return chart(
        "figure",
        "Freight goes by sea",
        "Freight, thousand tonnes",
        categories=runs(("Sea",)),
        series=(series("Freight", ("42",), 0),),
        sketch=Sketch(330, 120, marks, said),
    )


def butterfly() -> ResolvedChart:
    """Return men and women of five ages."""
    sides = axis(-20, 20, 10, shown=False)
    ticks = tuple(Tick(t.value, Run(t.label.text.replace("-", ""))) for t in sides.ticks)
    return chart(
        "butterfly",
        "The coast has grown old",
        "Inhabitants by age, thousands",
        categories=runs(("80 and over", "60 to 79", "40 to 59", "20 to 39", "0 to 19")),
        series=(
            series("Men", ("4", "12", "19", "15", "11"), 0),
            series("Women", ("7", "14", "18", "15", None), 1),
        ),
        value_axis=replace(sides, ticks=ticks),
        number_format="0",
    )


def column_line() -> ResolvedChart:
    """Return calls of ships, and what each brought, over five years; one load is missing."""
    return chart(
        "column_line",
        "Fewer ships bring more",
        "Calls, and freight per call",
        categories=runs(str(year) for year in range(2020, 2025)),
        series=(
            series("Calls", ("812", "799", "610", "655", "598"), 0),
            series("Freight per call", ("1450", "1490", None, "1660", "1855"), 1),
        ),
        lines=1,
        value_axis=axis(0, 1000, 200, title="Calls"),
        second_axis=axis(1400, 1900, 100, title="Freight per call (tonnes)"),
        number_format="0",
    )


def dot_plot() -> ResolvedChart:
    """Return a dot on each of four rows, one of them highlighted, and a row without."""
    values = ("41", "33.5", "17", "9", None)
    data = tuple(datum(value, emphasised=value == "33.5") for value in values)
    return chart(
        "dot_plot",
        "Ferries wait longest in the south",
        "Median wait, minutes",
        categories=runs(("Saint-Germain", "Одеса", "Ålesund", "Kiel", "Bergen")),
        series=(Series(Run("Wait"), data, 0),),
        value_axis=axis(0, 50, 10, shown=False),
        number_format="0.0",
    )


def several_dots() -> ResolvedChart:
    """Return three dots on each of three rows."""
    return chart(
        "dot_plot",
        "Buses are liked by the old",
        "Mean mark",
        categories=runs(("By bicycle", "By bus", "By car")),
        series=(
            series("The young", ("8", "6", "4"), 0),
            series("Those between", ("7", "7", "5"), 1),
            series("The old", ("5", "8", "7"), 2),
        ),
        value_axis=axis(0, 10, 2),
        number_format="0",
    )


def ranges() -> ResolvedChart:
    """Return ranges of four rows, one of them below zero, and a row without."""
    return chart(
        "range",
        "Winters differ more than summers",
        "Coldest and warmest month, °C",
        categories=runs(("Norhaven", "Одеса", "Kiel", "Ålesund", "Bergen")),
        series=(
            series("Coldest", ("-2", "2", "1.5", "4", None), 0),
            series("Warmest", ("18", "24", "19", "14", None), 0),
        ),
        value_axis=axis(-10, 30, 10, shown=False),
        number_format="0.0",
    )


def dumbbell() -> ResolvedChart:
    """Return two dots on each of four rows: one pair falls, one rises, two have no line."""
    return chart(
        "dumbbell",
        "Most ways became quicker",
        "Minutes from the station",
        categories=runs(("By bicycle", "By car", "By bus", "By ferry")),
        series=(
            series("Before", ("14", "8", "12", None), 0),
            series("After", ("9", "15", "12", "11"), 1),
        ),
        value_axis=axis(0, 20, 5, shown=False),
        number_format="0",
    )


def slope() -> ResolvedChart:
    """Return eight lines, one of them highlighted, one without its first value."""
    ends = {
        "Norhaven": ("31", "33"),
        "Одеса": ("22", "42"),
        "Kiel": ("29", "27"),
        "Bergen": ("14", "13"),
        "Faro": ("3", "5"),
        "Riga": ("20", "21"),
        "Kingston upon Hull": ("19", "18"),
        "Ålesund": (None, "7"),
    }
    rows = tuple(
        Series(
            Run(name),
            tuple(datum(value, emphasised=name == "Одеса") for value in values),
            0,
        )
        for name, values in ends.items()
    )
    return chart(
        "slope",
        "Odesa overtook the old ports",
        "Freight, million tonnes",
        categories=runs(("2014", "2024")),
        series=rows,
        value_axis=axis(0, 50, 10, shown=False),
        number_format="0",
    )


def multiples() -> ResolvedChart:
    """Return five panels of lines, one of them highlighted, one with a gap."""
    values = {
        "Norhaven": ("31", "28", "33", "35"),
        "Одеса": ("22", "30", "38", "42"),
        "Kingston upon Hull and Humberside": ("29", "27", "27", "26"),
        "Riga": ("14", None, "13", "9"),
        "Faro": ("3", "5", "4", "7"),
    }
    rows = tuple(
        Series(
            Run(name),
            tuple(datum(value, emphasised=name == "Одеса") for value in row),
            0 if name == "Одеса" else MUTED,
        )
        for name, row in values.items()
    )
    return chart(
        "multiples",
        "Odesa alone has grown",
        "Freight, million tonnes",
        categories=runs(("2014", "2017", "2020", "2023")),
        series=rows,
        value_axis=axis(0, 50, 10),
        number_format="0",
        panel="line",
    )


def bars_side_by_side() -> ResolvedChart:
    """Return two panels of bars."""
    rows = tuple(series(name, ("12", "30", "-5")) for name in ("Summer", "Winter"))
    names = runs(("Bus", "Ferry and train", "Car"))
    return chart(
        "multiples",
        "Ferries fill in winter",
        "Change, per cent",
        categories=names,
        series=rows,
        value_axis=axis(-10, 40, 10, shown=False),
        panel="bar",
    )


def columns_on_own_scales() -> ResolvedChart:
    """Return two panels of columns, each on its own scale."""
    rows = (series("Ships", ("1200", "3000", "800")), series("Crews", ("12", "-3", None)))
    return chart(
        "multiples",
        "Ships and crews",
        "Counts",
        categories=runs(("2020", "2021", "2022")),
        series=rows,
        value_axis=axis(-1000, 4000, 1000),
        panel="column",
        panel_axes=(axis(0, 4000, 1000), axis(-5, 15, 5)),
    )


def _months(base: int, swing: int, drift: int) -> tuple[str, ...]:
    values = []
    for month in range(36):
        wave = (month * 7 % 12) - 6 + (swing if 12 <= month < 24 else 0)
        values.append(str(base + wave + drift * month // 12))
    return tuple(values)


def line() -> ResolvedChart:
    """Return three monthly lines over three years, two of which end close together."""
    return chart(
        "line",
        "Prices have not returned to where they stood",
        "Wholesale price, € per MWh, monthly",
        categories=runs(f"{MONTHS[month % 12]} {2021 + month // 12}" for month in range(36)),
        series=(
            series("Electricity", _months(48, 40, 4), 0),
            series("Natural gas", _months(22, 30, 2), 1),
            series("Coal", _months(18, 5, 1), 2),
        ),
        value_axis=axis(0, 120, 30),
        number_format="0",
    )


def area() -> ResolvedChart:
    """Return three bands over nine years."""
    return chart(
        "area",
        "Wind overtook coal, and sun overtook both",
        "Electricity made, TWh",
        categories=runs(str(year) for year in range(2016, 2025)),
        series=(
            series("Coal", ("90", "84", "80", "70", "58", "49", "40", "31", "22"), 0),
            series("Wind", ("20", "26", "31", "37", "44", "50", "57", "61", "66"), 1),
            series("Sun", ("8", "10", "14", "21", "29", "40", "54", "69", "83"), 2),
        ),
        value_axis=axis(0, 200, 50),
        number_format="0",
    )


def gapped_area() -> ResolvedChart:
    """Return two bands with gaps: one between values, one about a value alone, one at the end."""
    coal = ("40", "38", None, "33", None, "24", "22", None)
    wind = ("10", "12", "15", "16", "20", "22", "24", "9")
    return chart(
        "area",
        "Coal gave way, as far as is known",
        "Power by source, TWh",
        categories=runs(map(str, range(2015, 2023))),
        series=(series("Coal", coal), series("Wind", wind, 1)),
        value_axis=axis(0, 60, 20),
    )


def doughnut() -> ResolvedChart:
    """Return five parts of a whole, with the whole in the middle."""
    return chart(
        "doughnut",
        "Networks take two fifths of planned spending",
        "Share of the investment plan",
        categories=runs(("Networks", "Storage", "Generation", "Efficiency", "Administration")),
        series=(series("Share", ("41.3", "22.6", "18.9", "12.4", "4.8"), 0, "{}%"),),
        centre=runs(("€64.2bn", "total, 2026 to 2030")),
        number_format='0.0"%"',
    )


def share() -> ResolvedChart:
    """Return two parts, nine tenths and one, the larger highlighted."""
    data = (datum("90", "90%", emphasised=True), datum("10", "10%"))
    return chart(
        "doughnut",
        "Nine in ten parts come from one supplier",
        "Share of imported parts",
        categories=runs(("One supplier", "All other suppliers together")),
        series=(Series(Run("Share"), data, 0),),
        centre=runs(("90%", "from one supplier")),
        number_format='0"%"',
    )


COUNTRIES = (
    ("Aland", "61.2", "3.1", "5.9", 0),
    ("Borduria", "66.0", "2.9", "10.5", 0),
    ("Carpania", "47.9", "3.0", "5.6", 0),
    ("Drachmark", "20.8", "3.1", "84.4", 1),
    ("Elbonia", "20.3", "2.2", "68.0", 1),
    ("Freedonia", "15.0", "2.3", "17.8", 1),
    ("Graustark", "33.8", "3.3", "9.1", 1),
    ("Herzoslovakia", "22.1", "1.4", "48.0", 2),
    ("Illyria", "19.0", "1.5", "58.9", 2),
    ("Jomsburg", "34.7", "1.7", "10.5", 2),
    ("Krakozhia", "22.7", "1.5", "10.4", 2),
    ("Latveria", "16.9", "1.5", "36.7", 3),
    ("Markovia", "18.2", "2.0", "10.8", 3),
    ("Novistrana", "15.2", "1.4", "9.6", 3),
    ("Orsinia", "24.1", "0.5", "19.0", 3),
)


def _plane(kind: str, title: str, subtitle: str, *, sized: bool) -> ResolvedChart:
    points = tuple(
        Point(datum(x), datum(y), datum(size) if sized else None, Run(name), group)
        for name, x, y, size, group in COUNTRIES
    )
    return chart(
        kind,
        title,
        subtitle,
        points=points,
        groups=runs(("North", "West", "South", "Centre")),
        value_axis=axis(0, 4, 1, title="Research, % of GDP"),
        x_axis=axis(10, 70, 10, title="Renewable share, %"),
        number_format="0.0",
    )


def scatter() -> ResolvedChart:
    """Return fifteen named points in four groups."""
    return _plane(
        "scatter",
        "More renewables, more research",
        "Renewable share of energy against research spending",
        sized=False,
    )


def bubble() -> ResolvedChart:
    """Return fifteen named discs in four groups, some of which overlap."""
    return _plane(
        "bubble",
        "More renewables, more research, whatever the country’s size",
        "Renewable share of energy against research spending; area shows population",
        sized=True,
    )


def spans(values: Sequence[str], totals: Iterable[int] = ()) -> tuple[BarSpan, ...]:
    """Return the bars of steps that follow each other, and of totals at some places."""
    found: list[BarSpan] = []
    level = Decimal(0)
    for place, value in enumerate(values):
        start = Decimal(0) if place in totals else level
        level = start + Decimal(value)
        found.append(BarSpan(start, level, standing=place in totals))
    return tuple(found)


def _steps(title: str, names: str, values: Sequence[str], labels: Sequence[str]) -> ResolvedChart:
    data = tuple(
        datum(value, label, emphasised=True) for value, label in zip(values, labels, strict=True)
    )
    found = spans(values, (0, len(values) - 1))
    return chart(
        "waterfall",
        title,
        "Passengers, thousand",
        categories=runs(names.split(", ")),
        series=(Series(Run("Passengers"), data, 0),),
        spans=found,
        value_axis=axis(
            min(0, *(int(span.end) for span in found)), max(int(s.end) for s in found), 20
        ),
        number_format="#,##0",
    )


def waterfall() -> ResolvedChart:
    """Return two rises and two falls between two totals, one of the rises hedged."""
    return _steps(
        "New lines bring more passengers than old ones lose",
        "Passengers in 2023, New lines, Night trains, Closed lines, Strikes, Passengers in 2025",
        ("100", "45", "15", "-20", "-8", "132"),
        ("100", "+45", "≥+15", "−20", "−8", "≥132"),
    )


def low_steps() -> ResolvedChart:
    """Return steps that are low beside the totals that they lie between."""
    return _steps(
        "Clinics close faster than others open",
        "Clinics in 2023, Closed, Opened, On wheels, Clinics in 2025",
        ("630", "-13", "4", "2", "623"),
        ("630", "−13", "+4", "+2", "623"),
    )


def crossing() -> ResolvedChart:
    """Return steps that lead below zero and up again, by way of bars of all six sorts."""
    return _steps(
        "What was lost in one year came back in the next",
        "Balance before, Strikes, Storms, Grants, New lines, Fines, Balance now",
        ("20", "-60", "-30", "25", "70", "-5", "20"),
        ("20", "−60", "−30", "+25", "+70", "−5", "20"),
    )


def event(year: int, month: int, day: int, text: str) -> Event:
    """Return an event on a day, in a month (day 0) or in a year (month 0)."""
    date = " ".join(part for part in (str(day or ""), MONTHS[month - 1] if month else "") if part)
    owner = Owner("figure", "event", "full")
    return Event(Moment(year, month, day), Run(f"{date} {year}".strip(), owner=owner), words(text))


def timeline() -> ResolvedChart:
    """Return seven events over six years."""
    return chart(
        "timeline",
        "Seven steps from proposal to application",
        "Legislative milestones",
        events=(
            event(2021, 7, 14, "Commission proposal"),
            event(2022, 6, 22, "Parliament position"),
            event(2022, 12, 18, "Provisional agreement"),
            event(2023, 5, 16, "Published in the Official Journal"),
            event(2024, 1, 1, "Reporting phase starts"),
            event(2026, 1, 1, "Definitive period"),
            event(2027, 2, 1, "First certificates sold"),
        ),
    )


def task(
    name: str, start: str, end: str = "", group: str = "", done: str = "", *, chosen: bool = True
) -> Task:
    """Return a task from one ISO date to another."""
    dates = [Moment(*map(int, each.split("-"))) for each in (start, end) if each]
    said = runs((start, " – ", end)) if end else runs((start,))
    return Task(
        Run(name),
        dates[0],
        dates[1] if end else None,
        said,
        Run(group) if group else None,
        datum(done, f"{done}%") if done else None,
        chosen,
    )


def gantt() -> ResolvedChart:
    """Return tasks of three stages, two milestones and the briefing's date."""
    return chart(
        "gantt",
        "The quay opens in the coming winter",
        "Tasks by stage",
        tasks=(
            task("Survey of the quay", "2024-09-02", "2024-10-18", "Planning", "100"),
            task(
                "Permit from the harbour office and the ministry", "2024-10", "2025-01", "Planning"
            ),
            task("Contract signed", "2025-02-03", "", "Planning"),
            task("Dredging", "2025-02-10", "2025-04-30", "Building", "45"),
            task("Набережна", "2025-03-01", "2025-09-15", "Building", "10"),
            task("Opening day", "2026-02-01", "", "Opening"),
        ),
        today=Event(Moment(2025, 3, 14), Run("14 Mar 2025"), ()),
    )


def programmes() -> ResolvedChart:
    """Return tasks of whole years, one of them highlighted, dated by a year."""
    return chart(
        "gantt",
        "The third programme is the longest",
        "",
        tasks=(
            task("First programme", "1994", "1999", chosen=False),
            task("Review", "2007", chosen=False),
            task("Third programme", "2007", "2027"),
        ),
        today=Event(Moment(2025), Run("2025"), ()),
    )


def link(giver: int, receiver: int, amount: str, *, chosen: bool = True) -> FlowLink:
    """Return how much one stop gives to another."""
    return FlowLink(giver, receiver, datum(amount), chosen)


def chained(
    title: str, names: Sequence[tuple[str, int]], links: Sequence[FlowLink]
) -> ResolvedChart:
    """Return a chain of stops by their stages, as much as their links bring or take."""
    totals = [
        max(
            sum((each.amount.value or Decimal(0) for each in links if end(each) == at), Decimal(0))
            for end in (lambda each: each.giver, lambda each: each.receiver)
        )
        for at in range(len(names))
    ]
    stops = tuple(
        Stop(
            Run(name),
            stage,
            datum(str(total)),
            any(each.emphasised for each in links if at in (each.giver, each.receiver)),
        )
        for at, ((name, stage), total) in enumerate(zip(names, totals, strict=True))
    )
    return chart("chain", title, "Energy, petajoules", stops=stops, links=tuple(links))


def chain() -> ResolvedChart:
    """Return a chain of four stages, what leads to one stop highlighted."""
    names = (
        ("Coal", 0),
        ("Gas", 0),
        ("Power stations", 1),
        ("Heating", 1),
        ("Мережа", 2),
        ("Lost", 2),
        ("Homes", 3),
        ("Railways and trams of the southern provinces", 3),
    )
    links = (
        link(0, 2, "40", chosen=False),
        link(1, 2, "30", chosen=False),
        link(1, 3, "25", chosen=False),
        link(2, 4, "52", chosen=False),
        link(2, 5, "18", chosen=False),
        link(4, 6, "46"),
        link(4, 7, "6", chosen=False),
        link(3, 6, "25"),
    )
    return chained("Most of it reaches homes", names, links)


def three_events() -> ResolvedChart:
    """Return three events within thirteen months, known to the month."""
    return chart(
        "timeline",
        "From first delivery to disclosure in a year",
        "Dated events",
        events=(
            event(2023, 9, 0, "Shipments of rolling stock begin, as believed"),
            event(2024, 6, 0, "The two operators sign a pact of mutual repair"),
            event(2024, 9, 0, "The regulator discloses evidence of the transfers"),
        ),
    )


def flow(
    giver: str,
    receiver: str,
    says: str,
    amount: str = "",
    *,
    back: bool = False,
    emphasised: bool = True,
) -> Flow:
    """Return what one gives to another."""
    return Flow(*map(words, (giver, receiver, says, amount)), back, emphasised)


def supply() -> ResolvedChart:
    """Return three suppliers of one country, one of them by two ways, and what goes back."""
    return chart(
        "flow",
        "Parts come from two neighbours, power from the third",
        "What is reported to arrive",
        flows=(
            flow("Borduria", "Syldavia", "Wheels and axles", "at least four hundred"),
            flow("Grand Fenwick", "Syldavia", "Doors, windows and the glass for both of them"),
            flow("Elbonia", "Syldavia", "Power, by two cables", "number not stated"),
            flow("Syldavia", "Elbonia", "Mineral water", back=True, emphasised=False),
        ),
    )


def exchange() -> ResolvedChart:
    """Return two who give to the same two, so that arrows cannot all run straight across."""
    return chart(
        "flow",
        "Either works repairs for either railway",
        "",
        flows=(
            flow("North works", "Valley line", "Wheels"),
            flow("North works", "Coast line", "Doors", "number not stated"),
            flow("South works", "Valley line", "Brakes for every wagon of the line"),
            flow("Coast line", "South works", "Scrap", back=True),
        ),
    )


@cache
def shares_on_a_map() -> ResolvedChart:
    """Return a map of Europe with shares of six countries, one of them highlighted."""
    return on_a_map(
        {"DK": "56", "IE": "35", "ES": "24", "PL": "14", "MT": "0", "UA": None}, ("DK",)
    )


def on_a_map(
    values: Mapping[str, str | None], highlighted: Sequence[str] = (), region: str = "150"
) -> ResolvedChart:
    """Return a map of Europe, or what holds these places alone, with values by code."""
    land = maps.of_world(region, {code: row for row, code in enumerate(values)}, "un")
    known = [Decimal(value) for value in values.values() if value is not None]
    bounds = axis(int(min(known)), int(max(known)) + 1, max(1, int(max(known) - min(known)) // 4))
    asked = tuple(replace(shape, asked=True) for shape in land.shapes)
    data = tuple(
        datum(value, emphasised=not highlighted or code in highlighted)
        for code, value in values.items()
    )
    return chart(
        "map",
        "The north has most of it",
        "Share of power",
        categories=tuple(Run(atlas.named(code, "en")) for code in values),
        series=(Series(Run("share"), data, 0),),
        land=replace(land, shapes=asked, bounds=bounds.ticks[1:-1][:6], unknown=Run("No data")),
    )


def heat_map() -> ResolvedChart:
    """Return four rows of five columns about a middle, one cell without a value."""
    rows = (("12", "-3", "4", "8", "-9"), ("7", "1", "-2", None, "0"), ("-11", "5", "6", "2", "3"))
    return chart(
        "heat_map",
        "The north gained when the south lost",
        "Change of freight, per cent",
        categories=runs(("Norhaven General", "Порт Одеса", "Kiel", "Ålesund", "Hull")),
        series=tuple(
            series(name, values, at)
            for at, (name, values) in enumerate(zip(("2023", "2024", "2025"), rows, strict=True))
        ),
        classes=Classes(axis(-10, 10, 5).ticks, Run("No data"), 3),
    )


def hours() -> ResolvedChart:
    """Return a week of hours, in cells too narrow for their values."""
    days = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    return chart(
        "heat_map",
        "Lorries come by day",
        "Lorries an hour",
        categories=runs(days),
        series=tuple(
            series(str(hour), [str((hour * day * 37) % 1000) for day in range(7)])
            for hour in range(24)
        ),
        classes=Classes(axis(200, 800, 200).ticks, Run("No data")),
    )


def histogram() -> ResolvedChart:
    """Return seven bins, the third of them highlighted."""
    counts = ("3", "11", "24", "17", "0", "4", "1")
    data = tuple(datum(count, emphasised=at == 2) for at, count in enumerate(counts))
    bounds = axis(0, 70, 10).ticks
    names = (f"{one.label.text}–{other.label.text}" for one, other in pairwise(bounds))
    return chart(
        "histogram",
        "Most waits are below half an hour",
        "Ships by wait",
        categories=runs(names),
        series=(Series(Run("Ships by wait"), data, 0),),
        value_axis=axis(0, 30, 10, shown=False),
        x_axis=axis(0, 70, 10, title="Minutes"),
    )


def box() -> ResolvedChart:
    """Return three groups, one of them of few values, one with dots beyond its whiskers."""
    names = ("lower whisker", "upper whisker", "lower quartile", "upper quartile", "median")
    rows = (("-4", None, "2"), ("21", None, "18"), ("3", None, "6"), ("12", None, "11"))
    numbers = (*rows, ("7", None, "9.5"))
    points = ((0, "33"), (0, "29"), (1, "8"), (1, "15"), (2, "-3"))
    return chart(
        "box",
        "Waits spread wider in the north",
        "Minutes at the quay",
        categories=runs(("Norhaven General", "Порт Одеса", "Kiel")),
        series=tuple(
            Series(Run(name), tuple(datum(each, emphasised=True) for each in values), 0)
            for name, values in zip(names, numbers, strict=True)
        ),
        points=tuple(
            Point(datum(value, emphasised=True), datum(str(row), ""), None, Run(""), 0, named=False)
            for row, value in points
        ),
        groups=runs(("outlier",)),
        value_axis=axis(-10, 40, 10, title="Minutes"),
    )


ALL = {
    "histogram": histogram,
    "box": box,
    "map": shares_on_a_map,
    "heat_map": heat_map,
    "hours": hours,
    "bar": bar,
    "short_bar": short_bar,
    "many_bars": many_bars,
    "column": column,
    "grouped": grouped,
    "stacked": stacked,
    "stacked_bar": stacked_bar,
    "percent_bar": percent_bar,
    "marimekko": marimekko,
    "figure": figure,
    "butterfly": butterfly,
    "column_line": column_line,
    "dot_plot": dot_plot,
    "several_dots": several_dots,
    "range": ranges,
    "dumbbell": dumbbell,
    "slope": slope,
    "multiples": multiples,
    "bars_side_by_side": bars_side_by_side,
    "columns_on_own_scales": columns_on_own_scales,
    "line": line,
    "area": area,
    "gapped_area": gapped_area,
    "doughnut": doughnut,
    "share": share,
    "scatter": scatter,
    "bubble": bubble,
    "waterfall": waterfall,
    "crossing": crossing,
    "timeline": timeline,
    "three_events": three_events,
    "chain": chain,
    "gantt": gantt,
    "programmes": programmes,
    "supply": supply,
    "exchange": exchange,
}
