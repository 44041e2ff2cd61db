"""Generated charts of every kind: short and long words, tiny and huge, negative and no values."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from hypothesis import strategies as st

from builder.charts.registry import kind_of
from builder.maps import atlas
from builder.model.chart import Axis, Datum, Event, FlowLink, Point, ResolvedChart, Series
from builder.model.displaylist import Sketch, SketchMark, SketchWords
from builder.model.figure import Moment
from builder.model.land import Classes, Tick
from builder.model.text import Owner, Run
from tests.charts import samples

WORDS = (
    "oil",
    "gas",
    "grid",
    "2024",
    "Rhineland",
    "semiconductors",
    "Shahed-136",
    "infrastructure",
    "Donaudampfschifffahrtsgesellschaft",
    "of",
    "the",
    "north",
)
phrases = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)
names = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)
briefly = st.lists(
    st.sampled_from([word for word in WORDS if len(word) < 10]), min_size=1, max_size=3
).map(" ".join)
magnitudes = st.sampled_from(("0.01", "1", "1000", "1000000000"))


MOST = 60
"""Categories, points or steps of a chart at most."""


def values(many: int = 12, *, negative: bool) -> st.SearchStrategy[tuple[Decimal, ...]]:
    """Return so many values of one magnitude."""
    low = -999 if negative else 0
    numbers = st.lists(st.integers(low, 999), min_size=many, max_size=many)
    return st.tuples(magnitudes, numbers).map(
        lambda drawn: tuple(Decimal(drawn[0]) * number for number in drawn[1])
    )


counts = st.one_of(st.integers(1, 12), st.integers(13, MOST))
"""As often few as many."""
dozen = st.integers(1, 12)
few = st.integers(1, 8)


def printed(value: Decimal) -> str:
    """Return a value as a label."""
    return f"{value:,f}".replace("-", "\u2212")


def axis(data: list[Decimal], *, shown: bool) -> Axis:
    """Return an axis of five steps around the values and zero."""
    low, high = min([*data, Decimal(0)]), max([*data, Decimal(0)])
    step = (high - low) / 5 or Decimal(1)
    ticks = tuple(
        Tick(low + step * number, Run(printed(low + step * number), owner=Owner("tick", "c")))
        for number in range(6)
    )
    return Axis(low, low + 5 * step, step, ticks, (), shown)


@st.composite
def categories(
    draw: st.DrawFn,
    kind: str,
    counted: st.SearchStrategy[int] = counts,
    called: st.SearchStrategy[str] = phrases,
) -> ResolvedChart:
    """Return a chart with categories, so many and called so, and series."""
    many = 2 if kind == "slope" else draw(counted)
    rows = 1 if kind in ("column", "doughnut") else draw(st.integers(1, 6))
    rows = 2 if kind in ("butterfly", "column_line", "range", "dumbbell") else rows
    negative = kind not in ("doughnut", "area", "percent_bar", "marimekko", "butterfly")
    numbers = [draw(values(many, negative=negative)) for _ in range(rows)]
    if kind == "range":
        numbers = [*map(tuple, zip(*map(sorted, zip(*numbers, strict=True)), strict=True))]
    highlighted = draw(st.integers(-2, many - 1))
    plotted = [value for row in numbers for value in row]
    ends = plotted
    totals: tuple[Datum, ...] = ()
    if kind in ("stacked", "stacked_bar", "percent_bar", "marimekko", "area"):
        stacks = list(zip(*numbers, strict=True))
        ends = [sum((v for v in stack if v > 0), Decimal(0)) for stack in stacks]
        ends += [sum((v for v in stack if v < 0), Decimal(0)) for stack in stacks]
        sums = [sum(stack, Decimal(0)) for stack in stacks]
        totals = tuple(samples.datum(str(total), printed(total)) for total in sums)
    series = tuple(
        Series(
            Run(draw(names)),
            tuple(
                replace(samples.datum(str(value), printed(value)), emphasised=place == highlighted)
                for place, value in enumerate(row)
            ),
            number,
        )
        for number, row in enumerate(numbers)
    )
    whole = samples.chart(
        kind,
        draw(phrases),
        draw(phrases),
        categories=samples.runs(draw(called) for _ in range(many)),
        series=series,
        totals=totals if "stacked" in kind or kind in ("percent_bar", "marimekko") else (),
        value_axis=axis(_sides(kind, ends), shown=not kind_of(kind).labelled),
    )
    if kind == "column_line":
        whole = replace(whole, lines=1, value_axis=axis(numbers[0], shown=True))
        second = replace(axis(numbers[1], shown=True), title=samples.words(draw(phrases)))
        return replace(whole, second_axis=second)
    if kind == "multiples":
        panel = draw(st.sampled_from(("line", "column", "bar", "area")))
        whole = replace(whole, value_axis=replace(whole.value_axis, shown=panel != "bar"))
        if draw(st.booleans()):
            own = [axis(list(row), shown=panel != "bar") for row in numbers]
            return replace(whole, panel=panel, panel_axes=tuple(own))
        return replace(whole, panel=panel)
    return replace(whole, centre=samples.runs([draw(names), draw(phrases)]))


def _sides(kind: str, ends: list[Decimal]) -> list[Decimal]:
    """Return the values that an axis holds: shares, or both ways from zero, where a kind has it."""
    if kind in ("percent_bar", "marimekko"):
        return [Decimal(0), Decimal(100)]
    if kind == "butterfly":
        reach = max([abs(end) for end in ends]) or Decimal(1)
        return [-reach, reach]
    return ends


@st.composite
def waterfalls(
    draw: st.DrawFn,
    counted: st.SearchStrategy[int] = dozen,
    called: st.SearchStrategy[str] = phrases,
) -> ResolvedChart:
    """Return a waterfall of up to twelve bars, called so, some of them totals."""
    steps = draw(values(negative=True))[: draw(counted)]
    totals = draw(st.sets(st.integers(0, len(steps) - 1)))
    spans = samples.spans([str(step) for step in steps], totals)
    data = tuple(samples.datum(str(step), printed(step)) for step in steps)
    ends = [end for span in spans for end in (span.start, span.end)]
    return samples.chart(
        "waterfall",
        draw(phrases),
        draw(phrases),
        categories=samples.runs(draw(called) for _ in steps),
        series=(Series(Run(draw(names)), data, 0),),
        spans=spans,
        value_axis=axis(ends, shown=draw(st.booleans())),
    )


@st.composite
def planes(draw: st.DrawFn, kind: str) -> ResolvedChart:
    """Return a scatter or bubble chart."""
    groups = draw(st.integers(0, 4))
    many = draw(counts)
    across, up, sizes = (draw(values(many, negative=sign)) for sign in (True, True, False))
    points = tuple(
        Point(
            samples.datum(str(across[place]), ""),
            samples.datum(str(up[place]), ""),
            samples.datum(str(sizes[place]), "") if kind == "bubble" else None,
            Run(draw(names)),
            draw(st.integers(0, max(0, groups - 1))),
        )
        for place in range(many)
    )
    x_axis = axis([point.x.value or Decimal(0) for point in points], shown=True)
    value_axis = axis([point.y.value or Decimal(0) for point in points], shown=True)
    return samples.chart(
        kind,
        draw(phrases),
        draw(phrases),
        points=points,
        groups=samples.runs(draw(names) for _ in range(groups)),
        x_axis=replace(x_axis, title=samples.words(draw(phrases))),
        value_axis=replace(value_axis, title=samples.words(draw(phrases))),
    )


@st.composite
def timelines(draw: st.DrawFn) -> ResolvedChart:
    """Return a timeline of up to twelve events, known to the day, month or year."""
    first = draw(st.integers(1900, 2020))
    reach = draw(st.sampled_from((0, 1, 5, 100)))
    events = []
    for _ in range(draw(st.integers(1, 12))):
        month = draw(st.integers(0, 12))
        day = draw(st.integers(0, 28)) if month else 0
        year = first + draw(st.integers(0, reach))
        events.append(
            Event(Moment(year, month, day), Run(f"{day} {month} {year}"), (Run(draw(phrases)),))
        )
    return samples.chart("timeline", draw(phrases), draw(phrases), events=tuple(events))


@st.composite
def chains(draw: st.DrawFn) -> ResolvedChart:
    """Return a chain of two to four stages of up to three stops each, some links passing one."""
    columns = [draw(st.integers(1, 3)) for _ in range(draw(st.integers(2, 4)))]
    stops: list[tuple[str, int]] = []
    links: list[FlowLink] = []
    first = 0
    for stage, count in enumerate(columns):
        stops += [(draw(names), stage) for _ in range(count)]
        if stage:
            before = range(first - columns[stage - 1], first)
            for receiver in range(first, first + count):
                giver = draw(st.sampled_from(before))
                amount = str(draw(st.integers(20, 99)))
                links.append(samples.link(giver, receiver, amount, chosen=draw(st.booleans())))
            for giver in before:
                if all(each.giver != giver for each in links):
                    links.append(samples.link(giver, first, "30"))
        first += count
    placed = [*enumerate(stage for _, stage in stops)]
    passing = [(a, b) for a, at in placed for b, to in placed if to > at + 1]
    chosen = draw(st.lists(st.sampled_from(passing), max_size=4, unique=True)) if passing else []
    for giver, receiver in chosen:
        links.append(samples.link(giver, receiver, str(draw(st.integers(5, 99)))))
    return samples.chained(draw(phrases), stops, links)


@st.composite
def plans(draw: st.DrawFn) -> ResolvedChart:
    """Return a Gantt chart of up to twelve tasks, known to the day, month or year."""
    first = draw(st.integers(1990, 2020))
    tasks = []
    for _ in range(draw(st.integers(1, 12))):
        year, month = first + draw(st.integers(0, 5)), draw(st.integers(0, 12))
        day = draw(st.integers(0, 28)) if month else 0
        start = "-".join(f"{part:02}" for part in (year, month, day) if part)
        end = draw(st.sampled_from(("", str(year + 1), f"{year + 3}-06")))
        done = draw(st.sampled_from(("", "40", "100"))) if end else ""
        tasks.append(samples.task(draw(phrases), start, end, done=done, chosen=draw(st.booleans())))
    today = Event(Moment(first + 2, 3, 14), Run("14 March"), ())
    return samples.chart("gantt", draw(phrases), draw(phrases), tasks=tuple(tasks), today=today)


@st.composite
def flow_diagrams(draw: st.DrawFn) -> ResolvedChart:
    """Return up to eight flows between up to four names on either side."""
    left, right = (draw(st.lists(names, min_size=1, max_size=4)) for _ in range(2))
    pairs = st.tuples(st.integers(0, len(left) - 1), st.integers(0, len(right) - 1))
    flows = []
    for one, other in sorted(draw(st.lists(pairs, min_size=1, max_size=8)), key=lambda p: p[0]):
        back = draw(st.booleans())
        # Names of the two sides must differ.
        ends = [f"{left[one]} {one}", f"{right[other]} {other + len(left)}"]
        amount = draw(st.sampled_from(("", "at least four hundred of them")))
        giver, receiver = reversed(ends) if back else ends
        flows.append(samples.flow(giver, receiver, draw(phrases), amount, back=back))
    return samples.chart("flow", draw(phrases), draw(phrases), flows=tuple(flows))


@st.composite
def maps(draw: st.DrawFn) -> ResolvedChart:
    """Return a map of Europe with values for up to thirty places, some highlighted."""
    codes = draw(
        st.lists(st.sampled_from(sorted(atlas.within("150"))), min_size=1, max_size=30, unique=True)
    )
    numbers = st.one_of(st.none(), st.integers(0, 10_000).map(str))
    values = {code: draw(numbers) for code in codes}
    values[codes[0]] = values[codes[0]] or "1"
    return samples.on_a_map(values, draw(st.lists(st.sampled_from(codes), max_size=8)))


@st.composite
def cells(draw: st.DrawFn) -> ResolvedChart:
    """Return a heat map of up to twelve rows and eight columns, some cells without a value."""
    many, columns = draw(st.integers(1, 12)), draw(st.integers(1, 8))
    numbers = [draw(values(negative=True))[:many] for _ in range(columns)]
    gaps = draw(st.sets(st.integers(0, many * columns - 1), max_size=many * columns - 1))
    bounds = axis([value for row in numbers for value in row], shown=True).ticks[1:-1]
    return samples.chart(
        "heat_map",
        draw(phrases),
        draw(phrases),
        categories=samples.runs(draw(phrases) for _ in range(many)),
        series=tuple(
            Series(
                Run(draw(names)),
                tuple(
                    samples.datum(None if at * many + place in gaps else str(value), printed(value))
                    for place, value in enumerate(row)
                ),
                at,
            )
            for at, row in enumerate(numbers)
        ),
        classes=Classes(bounds, Run("No data"), draw(st.integers(0, len(bounds)))),
    )


@st.composite
def histograms(draw: st.DrawFn) -> ResolvedChart:
    """Return a histogram of up to sixty bins, of small bounds or of large ones."""
    many = draw(st.integers(1, 60))
    counts = draw(st.lists(st.integers(0, 99_999), min_size=many, max_size=many))
    low, step = draw(st.integers(-500, 500)), draw(st.sampled_from((1, 250, 100_000)))
    ticks = tuple(
        Tick(Decimal(low + at * step), Run(printed(Decimal(low + at * step))))
        for at in range(many + 1)
    )
    bounds = Axis(ticks[0].value, ticks[-1].value, Decimal(step), ticks, samples.words("minutes"))
    bins = pairwise(ticks)
    return samples.chart(
        "histogram",
        draw(phrases),
        draw(phrases),
        categories=samples.runs(f"{one.label.text}–{other.label.text}" for one, other in bins),
        series=(Series(Run("ships"), tuple(samples.datum(str(each)) for each in counts), 0),),
        value_axis=axis([*map(Decimal, counts)], shown=draw(st.booleans())),
        x_axis=bounds,
    )


@st.composite
def boxes(draw: st.DrawFn) -> ResolvedChart:
    """Return boxes of up to twelve groups, some of few values, some with dots beyond."""
    many = draw(st.integers(1, 12))
    rows = [sorted(draw(values(negative=True))[:5]) for _ in range(many)]
    few = draw(st.sets(st.integers(1, many), max_size=many))
    order = (0, 4, 1, 3, 2)
    return samples.chart(
        "box",
        draw(phrases),
        draw(phrases),
        categories=samples.runs(draw(phrases) for _ in range(many)),
        series=tuple(
            Series(
                Run(f"number {at}"),
                tuple(
                    samples.datum(None if row in few else str(held[at]))
                    for row, held in enumerate(rows)
                ),
                0,
            )
            for at in order
        ),
        points=tuple(
            Point(
                samples.datum(str(rows[row][at])),
                samples.datum(str(row) if row else "0", ""),
                None,
                Run(""),
                0,
                named=False,
            )
            for row in few - {many}
            for at in range(draw(st.integers(0, 4)))
        ),
        groups=samples.runs(("outlier",)),
        value_axis=axis([value for row in rows for value in row], shown=True),
    )


@st.composite
def sketches(draw: st.DrawFn) -> ResolvedChart:
    """Return what a package draws: up to twelve bars below one another, each with its value."""
    lengths = draw(st.lists(st.integers(1, 200), min_size=1, max_size=12))
    marks = tuple(
        SketchMark(
            f"M80 {14 * at}L{80 + length} {14 * at}L{80 + length} {14 * at + 9}L80 {14 * at + 9}Z",
            "accent1",
        )
        for at, length in enumerate(lengths)
    )
    said = tuple(
        SketchWords(samples.words(str(length)), 84 + length, 14 * at + 8, 8.0, "ink")
        for at, length in enumerate(lengths)
    )
    whole = samples.figure()
    sketch = Sketch(330, 14 * len(lengths), marks, said)
    return replace(whole, title=samples.words(draw(phrases)), sketch=sketch)


def charts(kind: str) -> st.SearchStrategy[ResolvedChart]:
    """Return generated charts of a kind."""
    if kind == "waterfall":
        return waterfalls()
    if kind == "timeline":
        return timelines()
    if kind == "chain":
        return chains()
    if kind == "gantt":
        return plans()
    if kind == "flow":
        return flow_diagrams()
    if kind == "map":
        return maps()
    if kind == "histogram":
        return histograms()
    if kind == "box":
        return boxes()
    if kind == "figure":
        return sketches()
    if kind == "heat_map":
        return cells()
    return planes(kind) if kind in ("scatter", "bubble") else categories(kind)


def small_charts(kind: str) -> st.SearchStrategy[ResolvedChart]:
    """Return generated charts of a kind with categories that most often have room on a slide."""
    return waterfalls(few, briefly) if kind == "waterfall" else categories(kind, few, briefly)
