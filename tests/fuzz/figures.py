"""Figures of every unit, hedge and kind: takes a `Work`, fills its figures."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from tests.fuzz.chance import Figure, Work

HEDGES = ("more than", "at least", "about", "up to", "fewer than")
CONFIDENCES = ("confirmed", "reported", "believed")
MONEY = (
    "USD bn",
    "EUR mn",
    "GBP mn",
    "UAH bn",
    "CHF mn",
    "EUR",
    "USD tn",
    "CAD mn",
    "PLN thousand",
)


def add_figures(work: Work) -> None:
    """Fill `work.figures`: stated numbers, dates, parts of a whole, sums, shares and ratios."""
    for number in range(work.draw.whole(4, 14)):
        work.figures.append(_number(work, f"n{number}"))
    for number in range(work.draw.whole(3, 6)):
        work.figures.append(_date(work, f"d{number}"))
    if work.draw.chance(0.7):
        work.figures.extend(_parts(work))
    if work.draw.chance(0.8):
        work.figures.extend(_derived(work))


def label(work: Work) -> str:
    """Return words for a figure, a column or a category, a declared name among them at times."""
    draw = work.draw
    words = draw.one((work.word("labels"), work.word("heads"), work.word("measures")))
    if draw.has("names", 0.2):
        name = work.word("names")
        words = draw.one((f"{words} {name}", f"{name} {words}", f"{words} ({name})", name))
    if draw.has("years", 0.15):
        words = f"{words} {year(work)}"
    return words


def year(work: Work) -> str:
    """Return a phrase in which a year stands in an ordinary place."""
    return _filled(work, work.word("years"))


def period(work: Work) -> object:
    """Return the time that a figure stands for: a year, a month, a day, or words."""
    draw = work.draw
    kinds: tuple[object, ...] = (draw.whole(1995, 2026), _iso(work, 2), _iso(work, 3))
    if draw.has("years", 0.3) and draw.has("names"):
        return _filled(work, work.word("periods"))
    return draw.one(kinds)


def _filled(work: Work, phrase: str) -> str:
    first = work.draw.whole(1985, 2024)
    last = first + work.draw.whole(1, 12)
    return phrase.format(y=first, z=last, zz=f"{(first + 1) % 100:02}", d=first // 10 * 10)


def _iso(work: Work, parts: int) -> str:
    year, month, day = (work.draw.whole(*limits) for limits in ((1990, 2027), (1, 12), (1, 28)))
    return "-".join((f"{year}", f"{month:02}", f"{day:02}")[:parts])


def value(work: Work) -> str:
    """Return a number as content writes it: mostly whole, small and large, some below zero."""
    draw = work.draw
    size = draw.weighted({"small": 3, "middle": 5, "large": 4, "decimal": 4, "tiny": 1})
    if size == "decimal":
        places = f"{draw.whole(1, 9)}" if draw.chance(0.6) else f"{draw.whole(0, 99):02}"
        return f"{draw.whole(0, 999)}.{places}"
    if size == "tiny":
        return f"0.{draw.whole(1, 99):03}"
    top = {"small": 30, "middle": 5_000, "large": 9_000_000}[size]
    whole = draw.whole(1, top)
    if draw.chance(0.4) and whole > 1000:
        whole = whole // 1000 * 1000
    return f"-{whole}" if draw.chance(0.07) else f"{whole}"


def _number(work: Work, name: str) -> Figure:
    draw = work.draw
    unit = draw.weighted({"": 2.0, "%": 2.0, "money": 2.5, "words": 4.0})
    if unit == "money":
        unit = draw.one(MONEY)
    elif unit == "words":
        unit = work.word("units")
    written = value(work) if unit != "%" else f"{draw.whole(0, 100)}.{draw.whole(0, 9)}"
    keys: dict[str, object] = {"label": label(work), "value": _Plain(written)}
    hedge = draw.one(HEDGES) if draw.chance(0.4) and not written.startswith("-") else ""
    if hedge:
        keys["hedge"] = hedge
    if unit:
        keys["unit"] = unit
    keys |= _origin(work)
    whole = written.isdigit() and written[-1] not in "12"
    sayable = whole and unit in ("", *work.words("units"))
    return Figure(name, keys, unit=unit, exact=not hedge, sayable=sayable)


class _Plain(str):
    """A number that stands in YAML as it is written, without quotes."""


def _origin(work: Work) -> dict[str, object]:
    draw = work.draw
    keys: dict[str, object] = {"source": draw.one(work.sources)}
    if draw.chance(0.7):
        keys["as_of"] = period(work)
    if draw.chance(0.8):
        keys["confidence"] = draw.one(CONFIDENCES)
    if draw.chance(0.15):
        keys["note"] = work.word("heads")
    return keys


def _date(work: Work, name: str) -> Figure:
    draw = work.draw
    written = _iso(work, draw.one((2, 2, 3)))
    if draw.has("years", 0.2):
        written = written[:4]
    keys: dict[str, object] = {"label": label(work), "value": _Plain(written)}
    keys["source"] = draw.one(work.sources)
    if draw.chance(0.2):
        keys["hedge"] = "about"
    return Figure(name, keys, date=True)


def _parts(work: Work) -> Iterator[Figure]:
    """Yield shares of a hundred, and the whole that they are parts of."""
    draw = work.draw
    cuts = sorted({draw.whole(1, 999) for _ in range(draw.whole(1, 4))})
    bounds = (0, *cuts, 1000)
    names = []
    for number, (low, high) in enumerate(pairwise(bounds)):
        names.append(f"p{number}")
        keys: dict[str, object] = {"label": label(work), "unit": "%"}
        keys["value"] = _Plain(f"{(high - low) // 10}.{(high - low) % 10}")
        yield Figure(names[-1], keys | {"source": draw.one(work.sources)}, unit="%")
    whole: dict[str, object] = {"label": label(work), "value": _Plain("100"), "unit": "%"}
    whole |= {"parts": names, "source": draw.one(work.sources)}
    yield Figure("whole", whole, unit="%")


def _derived(work: Work) -> Iterator[Figure]:
    """Yield a sum, a share and a ratio of exact figures that have one unit."""
    groups: dict[str, list[Figure]] = {}
    for figure in work.pick(lambda figure: figure.number and figure.exact):
        if not str(figure.keys["value"]).startswith("-") and not figure.id.startswith(("p", "w")):
            groups.setdefault(figure.unit, []).append(figure)
    for number, (unit, figures) in enumerate(groups.items()):
        if len(figures) < 2:
            continue
        a, b = sorted(figures[:2], key=lambda figure: float(str(figure.keys["value"])))
        if float(str(a.keys["value"])) <= 0:
            continue
        yield Figure(f"s{number}", {"label": label(work), "formula": f"{a.id} + {b.id}"}, unit=unit)
        share = {"label": label(work), "formula": f"{a.id} / ({a.id} + {b.id}) * 100", "unit": "%"}
        yield Figure(f"r{number}", share | {"decimals": 3}, unit="%")
        multiple = {"label": label(work), "formula": f"{b.id} / {a.id}", "decimals": 1}
        yield Figure(f"m{number}", multiple)
