"""Heat maps in finished files: each cell in the colour of its class, its value readable on it."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pptx import Presentation
from pptx.shapes.group import GroupShape

from builder import compare
from builder.charts import classes
from builder.charts.native import rgb
from builder.content import read_theme
from builder.model.land import Classes, Tick
from builder.model.text import Run
from builder.outputs.pptx.layouts.heat_map import heat_map
from builder.outputs.pptx.plan.autofit import TooLargeError
from builder.outputs.pptx.plan.measure import Ruler
from builder.outputs.pptx.plan.model import FilledForm
from builder.problems import NOWHERE, Problems
from builder.theme.ramp import lightness
from builder.theme.shades import INK_ON
from builder.theme.theme import Theme, contrast
from builder.units import Box
from tests.outputs.pptx.lint import lint
from tests.outputs.pptx.making import theme
from tests.resolve.making import chart, table

CASE = Path(__file__).parents[1] / "cases" / "cells"
THEMES = ("paperdeck", "ministry", "night", "high-contrast", "large-print")


def cells(deck: Path, slide: int) -> dict[str, tuple[str, str]]:
    """Return fill and text of every named shape of the diagram on a slide."""
    shapes = Presentation(str(deck)).slides[slide - 1].shapes
    (group,) = (shape for shape in shapes if isinstance(shape, GroupShape))
    found = {}
    for shape in group.shapes:
        fill = re.search(r"<a:(solidFill|pattFill).*?</a:\1>", shape._element.xml, re.DOTALL)
        text = shape.text_frame.text if shape.has_text_frame else ""
        found[shape.name] = (re.sub(r"\s+", "", fill[0]) if fill else "", text)
    return found


@pytest.mark.longer
def test_both_files_agree_and_are_sound(cells_built: Path) -> None:
    assert compare(cells_built / "cells.pdf", cells_built / "cells.pptx").same
    assert lint((cells_built / "cells.pptx").read_bytes()) == []


def test_cells_of_one_class_share_a_colour_and_say_their_values(cells_built: Path) -> None:
    found = cells(cells_built / "cells.pptx", 2)
    assert found["Norhaven General, Thu"][1] == "90%"
    assert found["Norhaven General, Thu"][0] == found["Norhaven General, Fri"][0]
    assert found["Norhaven General, Thu"][0] != found["Порт Одеса, Thu"][0]
    assert found["Kiel, Mon"][0] == found["Kiel, Sun"][0] != found["Порт Одеса, Sun"][0]
    assert "pattFill" in found["Kiel, Fri"][0]
    assert found["Kiel, Fri"][1] == ""
    assert found["No data"][1] == "No data"
    assert [found[f"Bound {at}"][1] for at in (1, 2, 3, 4)] == ["20%", "40%", "60%", "80%"]


def test_colours_part_at_the_stated_middle(cells_built: Path) -> None:
    found = cells(cells_built / "cells.pptx", 3)
    rises = {fill for name, (fill, text) in found.items() if text.startswith("1") and "," in name}
    falls = {fill for name, (fill, text) in found.items() if text.startswith("\u2212")}
    assert rises
    assert falls
    assert not rises & falls


def test_cells_too_narrow_for_values_tell_the_sides_of_the_middle_by_stripes(
    cells_built: Path,
) -> None:
    found = cells(cells_built / "cells.pptx", 4)
    fills = {name: fill for name, (fill, _) in found.items() if name.startswith(("Mon", "Key"))}
    assert len({fill for fill in fills.values() if "pattFill" in fill}) == 3
    assert "pattFill" not in fills["Monday, 8"]
    assert "pattFill" in fills["Monday, 7"]


@pytest.mark.parametrize("name", THEMES)
def test_values_are_read_on_every_class_and_classes_stay_apart_in_grey(name: str) -> None:
    theme = read_theme(name, CASE, Problems(), NOWHERE)
    assert theme is not None
    for count in range(1, 8):
        for below in (0, count // 2):
            held = Classes(tuple(Tick(at, Run("")) for at in range(count - 1)), Run(""), below)  # type: ignore[arg-type]
            slots = classes.slots(held)
            for slot in slots:
                assert contrast(rgb(INK_ON + slot, theme), rgb(slot, theme)) >= 4.5
            grey = [lightness(rgb(slot, theme)) for slot in slots]
            sides = (grey[:below], grey[below:])
            assert all(abs(a - b) >= 9.6 for side in sides for a, b in pairwise(side))


def test_the_hues_about_a_middle_lie_far_apart(theme: Theme) -> None:
    held = Classes((Tick(0, Run("")),), Run(""), 1)  # type: ignore[arg-type]
    assert len({rgb(slot, theme) for slot in classes.slots(held)}) == 2


@given(st.lists(st.integers(-20, 20), min_size=2, max_size=60))
def test_classes_by_quantiles_part_the_cells_where_numpys_quantiles_do(values: list[int]) -> None:
    rows = "\n".join(f"row {at},{value}" for at, value in enumerate(values))
    data = (table("held", f"name,size\n{rows}"),)
    found = chart(
        "heat_map", x="name", y=("size",), data=data, table="held", classes=("quantiles",)
    ).classes
    assert found is not None
    bounds = [float(bound.value) for bound in found.bounds]
    # Nothing lies below the least value: what parts it from others is the next one.
    next_one = min((value for value in values if value > min(values)), default=None)
    if next_one is None:
        assert bounds == []
        return
    parted = np.maximum(np.quantile(values, (0.2, 0.4, 0.6, 0.8)) - 1e-9, next_one)
    expected = np.unique(np.digitize(values, np.sort(parted)), return_inverse=True)[1]
    assert np.digitize(values, bounds).tolist() == expected.tolist()
    assert set(bounds) <= set(values)


ROWS = [(12, 2), (200, 2), (200, 9), (60, 30), (420, 3)]


@pytest.mark.parametrize(("letters", "rows"), ROWS)
def test_names_of_rows_keep_to_their_rows_on_the_slide(letters: int, rows: int) -> None:
    name = ("A name that is long " * 30)[:letters]
    lines = "\n".join(f"{name} {at},{at},{at + 1}" for at in range(rows))
    data = (table("held", f"name,one,two\n{lines}"),)
    found = chart("heat_map", x="name", y=("one", "two"), data=data, table="held")
    ruler, box = Ruler(theme().deck), Box(54, 120, 852, 300)
    for group in heat_map(found, box, (14.0, 12.0, 10.0), ruler):
        named = [shape for shape in group.shapes if shape.name.startswith("Row ")]
        assert named
        for shape in named:
            assert isinstance(shape, FilledForm)
            assert ruler.height(shape.paragraphs, shape.box.width) <= shape.box.height


def test_a_name_higher_than_a_slide_is_refused_as_such() -> None:
    data = (table("held", f"name,one,two\n{'A name ' * 900},1,2\nB,3,4\n"),)
    found = chart("heat_map", x="name", y=("one", "two"), data=data, table="held")
    with pytest.raises(TooLargeError, match="a row whose name is higher than a slide"):
        heat_map(found, Box(54, 120, 852, 300), (14.0, 10.0), Ruler(theme().deck))
