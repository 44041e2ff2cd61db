"""A formula drawn: takes one, returns outlines in sizes, by which slides and paper measure it too.

ziamath sets it in STIX Two Math; what it draws are paths, so that no font is embedded for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Final

from builder.formulas.mathml import SLOT, element
from builder.frozen import dataclass
from builder.model.inline import Formula, FormulaNode

_SIZE: Final = 1000.0
_STEP: Final = re.compile(r"([MLQCHVZmlqchvz])|(-?\d*\.?\d+(?:e-?\d+)?)")
_TAKES: Final = {"M": 2, "L": 2, "Q": 4, "C": 6, "H": 1, "V": 1, "Z": 0}


@dataclass(frozen=True)
class Drawing:
    """Outlines of a formula at a size of one point, from the left end of its baseline, upwards.

    `ascent` and `descent` are how far it reaches above and below the baseline, both positive.
    `slots` are where its figures stand: the number of each, and its left edge, foot, width, height.
    """

    width: float
    ascent: float
    descent: float
    steps: tuple[tuple[str, tuple[float, ...]], ...]
    slots: tuple[tuple[int, tuple[float, ...]], ...] = ()

    def outline(self, size: float, x: float, y: float) -> str:
        """Return the operators of its path (ISO 32000-1, 8.5.2) in points, from a place on."""
        said = []
        for operator, places in self.steps:
            moved = [
                _number(value * size + (y if at % 2 else x)) for at, value in enumerate(places)
            ]
            said.append(" ".join((*moved, operator)))
        return " ".join(said)


def drawing(formula: Formula) -> Drawing:
    """Return a formula as it is drawn, figures upright."""
    return _drawn(formula.tree or FormulaNode("row"), formula.display)


def missing(formula: Formula) -> tuple[str, ...]:
    """Return the characters of a formula that its face does not have, each once, in order."""
    font = _font()
    said = dict.fromkeys(character for leaf in formula.leaves for character in leaf.text)
    return tuple(each for each in said if font.get_nominal_glyph(ord(each)) is None)


@cache
def _font() -> Any:
    import uharfbuzz

    path = files("ziamath") / "fonts" / "STIXTwoMath-Regular.ttf"
    return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(path.read_bytes())))


@lru_cache(maxsize=512)
def _drawn(tree: FormulaNode, display: bool) -> Drawing:
    import xml.etree.ElementTree as ET

    from ziamath.config import config
    from ziamath.zmath import Math

    config.svg2 = False
    config.precision = 4
    root = ET.Element("math", display="block" if display else "inline")
    root.append(element(tree))
    node = Math(root, size=_SIZE).node
    held = ET.Element("svg")
    node.draw(0, 0, held)
    box: Any = node.bbox
    steps = tuple(step for shape in held.iter() for step in _steps(shape))
    ups = [value for _, places in steps for value in places[1::2]]
    rights = [value for _, places in steps for value in places[::2]]
    return Drawing(
        max([float(box.xmax) / _SIZE, *rights]),
        max([0.0, *ups]),
        max([0.0, *(-value for value in ups)]),
        steps,
        tuple(_slots(held)),
    )


def _slots(held: Any) -> Iterator[tuple[int, tuple[float, ...]]]:
    """Yield the grounds of figures."""
    for shape in held.iter():
        if shape.get("fill", "").startswith(SLOT):
            left, top, wide, high = _rectangle(shape)
            low = _scaled((left, top + high))
            yield int(shape.get("fill").removeprefix(SLOT)), (*low, wide / _SIZE, high / _SIZE)


def _rectangle(shape: Any) -> tuple[float, ...]:
    return tuple(float(shape.get(key, 0)) for key in ("x", "y", "width", "height"))


def _steps(shape: Any) -> Iterator[tuple[str, tuple[float, ...]]]:
    """Yield the steps of one shape of an SVG, in sizes, upwards."""
    kind = shape.tag.rsplit("}", 1)[-1]
    if shape.get("fill", "").startswith(SLOT):
        return
    if kind == "path":
        yield from _path(shape.get("d", ""))
    elif kind == "rect":
        left, top, wide, high = _rectangle(shape)
        corners = ((left, top), (left + wide, top), (left + wide, top + high), (left, top + high))
        for at, corner in enumerate(corners):
            yield ("l" if at else "m"), _scaled(corner)
        yield "h", ()
    elif kind not in ("svg", "g"):
        raise ValueError(f"a formula is drawn with {kind}, which is not read")


def _path(said: str) -> Iterator[tuple[str, tuple[float, ...]]]:
    operator, values = "", list[float]()
    here = (0.0, 0.0)
    for found in _STEP.finditer(said):
        if found[1]:
            operator = found[1]
            if operator.upper() != operator:
                raise ValueError("a formula is drawn with relative steps, which are not read")
            if operator == "Z":
                yield "h", ()
            continue
        values.append(float(found[2]))
        if len(values) == _TAKES[operator]:
            step, here = _step(operator, values, here)
            yield step
            values = []


def _step(
    operator: str, values: list[float], here: tuple[float, float]
) -> tuple[tuple[str, tuple[float, ...]], tuple[float, float]]:
    """Return a step in PDF's operators, and where it ends; quadratic curves become cubic ones."""
    if operator in "HV":
        values = [values[0], here[1]] if operator == "H" else [here[0], values[0]]
    end = (values[-2], values[-1])
    if operator == "Q":
        first = tuple(a + 2 / 3 * (b - a) for a, b in zip(here, values[:2], strict=True))
        second = tuple(a + 2 / 3 * (b - a) for a, b in zip(end, values[:2], strict=True))
        return ("c", _scaled((*first, *second, *end))), end
    name = {"M": "m", "L": "l", "H": "l", "V": "l", "C": "c"}[operator]
    return (name, _scaled(values)), end


def _scaled(values: Iterable[float]) -> tuple[float, ...]:
    return tuple((-value if at % 2 else value) / _SIZE for at, value in enumerate(values))


def _number(value: float) -> str:
    return (
        f"{value:.3f}".rstrip("0").rstrip(".").replace("-0", "0", 1)
        if abs(value) < 5e-4
        else (f"{value:.3f}".rstrip("0").rstrip("."))
    )
