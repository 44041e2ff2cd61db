"""Sections and slides: takes a `Work` with figures, returns Markdown as trees of blocks."""

from __future__ import annotations

import re
from collections.abc import Callable

from tests.fuzz.chance import Node, Work
from tests.fuzz.charts import add_chart, add_table
from tests.fuzz.figures import label
from tests.fuzz.prose import figure_use, paragraph, point, points, question, quote, sentence

Block = Node | str


def section(work: Work, head: str) -> Node:
    """Return a section: its title, prose with blocks between, and slides beside them."""
    draw = work.draw
    blocks: list[Block] = [paragraph(work)]
    for _ in range(draw.whole(1, 7)):
        make = draw.weighted(_BLOCKS)
        blocks.append(make(work))
        if draw.chance(0.5):
            blocks.append(paragraph(work))
    standing = "\n".join(map(str, blocks))
    shown = re.findall(r"\{chart\} (\S+)\n", standing)
    tables = re.findall(r"\{table\} (\S+)\n", standing)
    if shown and draw.chance(0.6):
        blocks.append(f"{sentence(work)} (@fig-{draw.one(shown)}).")
    if tables and draw.chance(0.6):
        blocks.append(f"{sentence(work)} @tbl-{draw.one(tables)}")
    if tables and draw.chance(0.3):
        blocks.append(f":::{{table}} {draw.one(tables)}\n:::")
    for number in range(draw.whole(0, 4)):
        blocks.append(slide(work, f"{head}, {work.word('heads')}{'.' * number}", shown))
    return Node(tuple(blocks), f"# {head}\n\n")


def slide(work: Work, headline: str, shown: list[str]) -> Node:
    """Return a slide of one of the layouts, hidden or with points one by one at times."""
    draw = work.draw
    layout = draw.weighted(_SLIDES)
    options: list[str] = []
    blocks = list(_SLIDE_BLOCKS[layout](work, shown))
    if layout == "figures":
        chosen = draw.some(work.pick(lambda figure: figure.number), 1, 6)
        options.append(f":figures: {', '.join(figure.id for figure in chosen)}")
    if draw.chance(0.2):
        options.append(f":layout: {layout}")
    if work.claims and draw.chance(0.2):
        options.append(f":claim: {draw.one(list(work.claims))}")
    if draw.chance(0.1):
        options.append(":hidden: true")
    if layout in ("points", "chart-points") and draw.chance(0.2):
        options.append(":reveal: true")
    if draw.chance(0.6):
        spoken = tuple(paragraph(work, 1, 3, plain=True) for _ in range(draw.whole(1, 3)))
        blocks.append(Node(spoken, ":::{notes}\n", "\n:::"))
    opening = f"::::{{slide}} {headline}\n" + "".join(f"{option}\n" for option in options) + "\n"
    return Node(tuple(blocks), opening, "\n::::")


def _chart(work: Work) -> Block:
    return f":::{{chart}} {add_chart(work)}\n:::"


def _data_table(work: Work) -> Block:
    draw = work.draw
    table = add_table(work, draw.whole(1, 30), draw.whole(1, 5))
    heads = work.tables[table][0]
    shown = "; ".join(f"{head} = {work.word('measures')}" for head in heads)
    used = [f"{{table}} {table}\n:caption: {work.word('heads')}\n:source: {work.sources[0]}"]
    if draw.chance(0.7):
        used.append(f":columns: {shown}")
    if draw.chance(0.3):
        used.append(f":note: {work.word('heads')}")
    return ":::" + "\n".join(used) + "\n:::"


def _figure_table(work: Work) -> Block:
    chosen = [figure.id for figure in work.draw.some(work.pick(lambda figure: figure.number), 1, 8)]
    name = f"figures-{len(work.notes)}-{work.draw.whole(1, 10**6)}"
    columns = "label, figure, as_of, source, confidence"
    return (
        f":::{{table}} {name}\n:caption: {work.word('heads')}\n:figures: {', '.join(chosen)}\n"
        f":columns: {columns}\n:::"
    )


def _plain_table(work: Work) -> Block:
    """Return a Markdown table, some of its cells alike."""
    draw = work.draw
    width = draw.whole(2, 4)
    alike = draw.one((work.word("labels"), figure_use(work)))

    def cell() -> str:
        kind = draw.weighted(
            {"alike": 2.0, "figure": 3.0, "words": 3.0, "label": 2.0, "point": 1.0}
        )
        if kind == "alike":
            return alike
        if kind == "figure":
            return figure_use(work)
        if kind == "point":
            return point(work)
        return label(work) if kind == "label" else work.word("labels")

    rows = [f"| {' | '.join(work.word('labels') for _ in range(width))} |", "|---" * width + "|"]
    body = [f"| {' | '.join(cell() for _ in range(width))} |" for _ in range(draw.whole(1, 8))]
    return Node(tuple(body), "\n".join(rows) + "\n", joint="\n")


def _panel(work: Work) -> Block:
    chosen = work.draw.some(work.pick(lambda figure: figure.number), 1, 6)
    return f":::{{figures}} {', '.join(figure.id for figure in chosen)}\n:::"


def _callout(work: Work) -> Block:
    kind = work.draw.one(("note", "warning", "definition"))
    return Node(
        (paragraph(work, 1, 3),), f":::{{callout}} {work.word('heads')}\n:kind: {kind}\n\n", "\n:::"
    )


def _heading(work: Work) -> Block:
    return Node((paragraph(work),), f"## {work.word('heads')}\n\n")


def _pull_quote(work: Work) -> Block:
    return Node((sentence(work, plain=True),), ":::{pullquote}\n", "\n:::")


def _page_break(_: Work) -> Block:
    return ":::{pagebreak}\n:::"


_BLOCKS: dict[Callable[[Work], Block], float] = {
    _chart: 5, _data_table: 1.5, _figure_table: 1, _plain_table: 1.5, _panel: 1.5, _callout: 1.5,
    _heading: 2, paragraph: 2, points: 2, quote: 1, question: 1, _page_break: 0.3,
    _pull_quote: 0.5,
}  # fmt: skip

Blocks = tuple[Block, ...]


def _kept(work: Work, shown: list[str], kinds: str = "") -> Block:
    """Return a chart for a slide: one of the section, or one of its own."""
    diagrams = ("timeline", "flow")
    fitting = [
        name
        for name in shown
        if (
            work.charts[name]["kind"] == kinds
            if kinds
            else work.charts[name]["kind"] not in diagrams
        )
    ]
    if fitting and work.draw.chance(0.7):
        return f":::{{chart}} {work.draw.one(fitting)}\n:::"
    own = (
        "bar",
        "column",
        "line",
        "stacked",
        "doughnut",
        "scatter",
        "waterfall",
        "grouped",
        "area",
    )
    return f":::{{chart}} {add_chart(work, kinds or work.draw.one(own))}\n:::"


_SLIDES: dict[str, float] = {
    "points": 4, "chart": 3, "chart-points": 2, "two-charts": 1, "figures": 2, "table": 1.5,
    "timeline": 1, "flow": 1, "quote": 1, "question": 1,
}  # fmt: skip

_SLIDE_BLOCKS: dict[str, Callable[[Work, list[str]], Blocks]] = {
    "points": lambda work, _: (points(work),),
    "chart": lambda work, shown: (_kept(work, shown),),
    "chart-points": lambda work, shown: (_kept(work, shown), points(work, 3)),
    "two-charts": lambda work, shown: (_kept(work, shown), _kept(work, [])),
    "figures": lambda work, _: (points(work, 3),) if work.draw.chance(0.5) else (),
    "table": lambda work, _: (_data_table(work) if work.draw.chance(0.5) else _figure_table(work),),
    "timeline": lambda work, shown: (_kept(work, shown, "timeline"),),
    "flow": lambda work, shown: (_kept(work, shown, "flow"),),
    "quote": lambda work, _: (quote(work),),
    "question": lambda work, _: (question(work, plain=True),),
}
