"""Charts of every kind, and the tables that they are drawn from: takes a `Work`, fills both."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import accumulate
from string import ascii_lowercase
from typing import Any

from tests.fuzz.chance import Figure, Work
from tests.fuzz.figures import label

PLAIN = ("bar", "column", "line", "area")
SERIES = (
    "grouped",
    "stacked",
    "line",
    "area",
    "stacked_bar",
    "column_line",
    "dot_plot",
    "dumbbell",
)
POSITIVE = ("percent_bar", "butterfly")
ROWS = ("stacked_bar", "dot_plot", "dumbbell", *POSITIVE)
OTHERS = ("doughnut", "scatter", "bubble", "waterfall", "timeline", "flow")
KINDS = (*PLAIN, *SERIES, *POSITIVE, *OTHERS)


def add_chart(work: Work, kind: str = "") -> str:
    """Add a chart of a kind, or of any, and its table where it has one; return its name."""
    kind = kind or work.draw.one(KINDS)
    name = f"c{len(work.charts)}"
    if kind == "timeline":
        keys = _timeline(work)
    elif kind == "flow":
        keys = _flow(work)
    elif kind in ("scatter", "bubble"):
        keys = _points(work, kind)
    elif kind == "waterfall":
        keys = _waterfall(work)
    elif kind == "doughnut":
        keys = _doughnut(work)
    else:
        keys = _columns(work, kind)
    kind = "grouped" if "groups" in keys else kind
    whole: dict[str, Any] = {"kind": kind, "title": work.word("heads"), **keys}
    if work.claims and work.draw.chance(0.2):
        whole["claim"] = work.draw.one(list(work.claims))
    if work.draw.chance(0.7):
        whole["subtitle"] = work.word("measures")
    if work.draw.chance(0.2):
        whole["note"] = work.word("heads")
    if work.draw.chance(0.1):
        whole["alt"] = work.word("heads")
    work.charts[name] = whole
    return name


def _size(work: Work, many: int = 60) -> int:
    draw = work.draw
    if not draw.has("many", 0.25):
        return draw.whole(1, 12) if draw.chance(0.6) else draw.whole(13, 24)
    return draw.whole(25, many) if draw.chance(0.85) else draw.whole(many, 500)


def names(work: Work, count: int, dated: float = 0.4) -> list[str]:
    """Return as many names for rows, none twice: places, or in so large a share dates."""
    draw = work.draw
    if draw.chance(dated):
        return _dates(work, count)
    stock = list(dict.fromkeys(work.words("labels")))
    if count <= len(stock) and draw.chance(0.7):
        found = draw.some(stock, count, count)
    else:
        more = [f"{word} {which}" for which in work.words("qualifiers") for word in stock]
        found = draw.some(more, count, count)
    if draw.has("names", 0.2):
        found[0] = f"{found[0]} {work.word('names')}"
    return found


def _dates(work: Work, count: int) -> list[str]:
    """Return years, months or days in their order, at even distances or not."""
    draw = work.draw
    first, step = draw.whole(1950, 2010), draw.whole(1, 3)
    even = draw.chance(0.7)
    steps = [step if even else draw.whole(1, 5) for _ in range(count)]
    counts = list(accumulate(steps, initial=0))[:count]
    if counts[-1] <= 70 and draw.chance(0.5):
        return [f"{first + number}" for number in counts]
    if draw.chance(0.7):
        return [f"{first + number // 12}-{number % 12 + 1:02}" for number in counts]
    return [f"{date(first, 1, 1) + timedelta(days=number)}" for number in counts]


def column(work: Work, count: int, positive: bool = False, gaps: bool = True) -> list[str]:
    """Return a column of numbers: whole or decimal, some below zero, some missing, some alike."""
    draw = work.draw
    places = draw.one((0, 0, 0, 1, 2))
    top = draw.one((9, 90, 900, 90_000, 5_000_000))
    below = 0 if positive or draw.chance(0.7) else top // 2
    missing = 0.15 if gaps and not positive and draw.chance(0.25) else 0.0
    same = draw.chance(0.15)
    found = []
    for _ in range(count):
        whole = draw.whole(1, 3) if same else draw.whole(1 if positive else 0, top) - below
        number = f"{whole}.{draw.whole(1, 9)}{'5' * (places - 1)}" if places else f"{whole}"
        found.append("" if draw.chance(missing) else number)
    if not any(found):
        found[0] = "7"
    return found


def add_table(
    work: Work,
    count: int,
    columns: int,
    positive: bool = False,
    gaps: bool = True,
    dated: float = 0.4,
) -> str:
    """Add a data file with a column of names and columns of numbers; return its name."""
    heads = [f"v{letter}" for letter in ascii_lowercase[:columns]]
    numbers = [column(work, count, positive, gaps) for _ in heads]
    rows = [["name", *heads]]
    rows += map(list, zip(names(work, count, dated), *numbers, strict=True))
    # Names of data files hold no digit: captions and messages quote them.
    letter = ascii_lowercase[len(work.tables) % 26]
    table = f"t{letter}{'x' * (len(work.tables) // 26)}"
    work.tables[table] = rows
    return table


def add_cells(work: Work) -> None:
    """Add a table, and figures that are bound to some of its cells."""
    if work.draw.chance(0.4):
        return
    table = add_table(work, work.draw.whole(3, 9), 2, positive=True)
    head, *rows = work.tables[table]
    for number, row in enumerate(work.draw.some(rows, 1, 3)):
        cell = {"table": table, "row": {head[0]: row[0]}, "column": head[1]}
        keys: dict[str, object] = {
            "label": label(work),
            "cell": cell,
            "source": work.draw.one(work.sources),
        }
        work.figures.append(Figure(f"w{number}", keys))


def _columns(work: Work, kind: str) -> dict[str, Any]:
    draw = work.draw
    source = {"source": [draw.one(work.sources)], "number_format": draw.one(("short", "number"))}
    several = kind in SERIES + POSITIVE and (kind not in PLAIN or draw.chance(0.5))
    if not several and kind in ("bar", "column") and draw.chance(0.35):
        return _of_figures(work)
    count = 2 if kind in ("butterfly", "dumbbell") else draw.whole(2, 6) if several else 1
    size = _size(work, 30 if kind in ("bar", "grouped", *ROWS) else 60)
    # Many columns and points are mostly those of a time; names would not stand below them.
    dated = 0.95 if size > 9 and kind not in ("bar", *ROWS) else 0.3
    whole = kind not in ("stacked", "area")
    positive = kind in ("stacked", *POSITIVE)
    table = add_table(work, size, count, positive, gaps=whole, dated=dated)
    heads = work.tables[table][0][1:]
    keys: dict[str, Any] = {"table": table, "x": "name", "y": heads, **source}
    if several:
        words = draw.some(list(dict.fromkeys(work.words("labels"))), count, count)
        keys["labels"] = dict(zip(heads, words, strict=True))
        if draw.chance(0.3):
            keys["highlight"] = [draw.one(heads)]
        if kind == "grouped" and draw.chance(0.3):
            return _long(work, table, keys)
    else:
        if draw.chance(0.3):
            keys["highlight"] = draw.some([row[0] for row in work.tables[table][1:]], 1, 2)
        if kind in ("bar", "column") and draw.chance(0.4):
            keys["order"] = draw.one(("ascending", "descending"))
    if draw.chance(0.3):
        keys["unit"] = draw.one(("%", "EUR mn", work.word("units")))
    return keys


def _long(work: Work, table: str, keys: dict[str, Any]) -> dict[str, Any]:
    """Return the same chart drawn from a table with one row to each value."""
    head, *rows = work.tables[table]
    words = keys.pop("labels")
    long = [
        [row[0], words[name], cell]
        for row in rows
        for name, cell in zip(head[1:], row[1:], strict=True)
    ]
    work.tables[table] = [["name", "group", "value"], *long]
    keys.pop("highlight", None)
    return keys | {"y": ["value"], "series": "group"}


def _of_figures(work: Work) -> dict[str, Any]:
    groups: dict[str, list[Figure]] = {}
    for figure in work.pick(lambda figure: figure.number and not figure.id.startswith(("p", "w"))):
        groups.setdefault(figure.unit, []).append(figure)
    unit = work.draw.one(sorted(groups))
    chosen = [figure.id for figure in work.draw.some(groups[unit], 1, 8)]
    labels = {name: label(work) for name in chosen if work.draw.chance(0.6)}
    keys: dict[str, Any] = {"figures": chosen}
    if len(chosen) > 3 and work.draw.chance(0.5):
        half = len(chosen) // 2
        names_ = work.draw.some(list(dict.fromkeys(work.words("labels"))), half + 2, half + 2)
        series = {name: chosen[at * half : (at + 1) * half] for at, name in enumerate(names_[:2])}
        return {"categories": names_[2 : half + 2], "groups": series}
    if labels:
        keys["labels"] = labels
    if work.draw.chance(0.3):
        keys["highlight"] = [chosen[0]]
    return keys


def _doughnut(work: Work) -> dict[str, Any]:
    shares = [figure.id for figure in work.pick(lambda figure: figure.id.startswith("p"))]
    if shares and work.draw.chance(0.6):
        return {"figures": shares, "labels": {name: work.word("labels") for name in shares}}
    table = add_table(work, work.draw.whole(2, 6), 1, positive=True)
    return {"table": table, "x": "name", "y": ["va"], "source": [work.sources[0]]}


def _points(work: Work, kind: str) -> dict[str, Any]:
    draw = work.draw
    table = add_table(work, max(2, _size(work)), 3, positive=True)
    keys: dict[str, Any] = {"table": table, "x": "va", "y": ["vb"], "source": [work.sources[0]]}
    if draw.chance(0.7):
        keys["label"] = "name"
        if draw.chance(0.3):
            keys["highlight"] = draw.some([row[0] for row in work.tables[table][1:]], 1, 3)
    if kind == "bubble":
        keys["size"] = "vc"
    if draw.chance(0.3):
        groups = draw.some(work.words("qualifiers"), 2, 4)
        rows = work.tables[table]
        work.tables[table] = [[*rows[0], "group"], *([*row, draw.one(groups)] for row in rows[1:])]
        keys["series"] = "group"
    axes = draw.some(work.words("measures"), 2, 2)
    return keys | {"x_axis": {"title": axes[0]}, "axis": {"title": axes[1]}}


def _waterfall(work: Work) -> dict[str, Any]:
    draw = work.draw
    names_ = draw.some(list(dict.fromkeys(work.words("labels"))), 3, 9)
    steps = [f"{draw.whole(-900, 900)}" for _ in names_]
    steps[0] = f"{draw.whole(500, 5000)}"
    steps[-1] = ""
    rows = [["name", "va"], *([name, step] for name, step in zip(names_, steps, strict=True))]
    table = add_table(work, 1, 1, gaps=False)
    work.tables[table] = rows
    keys: dict[str, Any] = {"table": table, "x": "name", "y": ["va"], "source": [work.sources[0]]}
    return keys | {"totals": [names_[0], names_[-1]], "unit": draw.one(("EUR bn", "km"))}


def _timeline(work: Work) -> dict[str, Any]:
    dates = [figure.id for figure in work.draw.some(work.pick(lambda figure: figure.date), 2, 6)]
    return {"figures": dates}


def _flow(work: Work) -> dict[str, Any]:
    draw = work.draw
    stock = draw.some(list(dict.fromkeys(work.words("labels"))), 6, 6)
    givers, takers = stock[: draw.whole(1, 3)], stock[3 : 3 + draw.whole(1, 3)]
    flows = []
    for number in range(draw.whole(1, 4)):
        says = label(work) if draw.chance(0.7) else work.word("heads")
        flow = {"from": givers[number % len(givers)], "to": draw.one(takers), "says": says}
        if draw.chance(0.6):
            figure = draw.one(work.pick(lambda figure: figure.number))
            flow["amount"] = f"{{{{ {figure.id} }}}}"
        flows.append(flow)
    keys: dict[str, Any] = {"flows": flows, "source": [work.sources[0]]}
    return keys | ({"highlight": [givers[0]]} if draw.chance(0.3) else {})
