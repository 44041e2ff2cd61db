"""A table wider than a slide is divided by its columns; no size is below what 12 points are."""

from __future__ import annotations

import pytest

from builder.model.arranging import Spanner, TableShape
from builder.model.table import Column, ResolvedTable
from builder.model.text import plain, words
from builder.outputs.pptx.plan.measure import Ruler
from builder.outputs.pptx.plan.tables import TooWideError, autofit_table, fitted_in_columns
from builder.outputs.pptx.template.placeholders import scaled
from builder.units import Box, Size
from tests.outputs.pptx.making import theme


def wide_table(count: int) -> ResolvedTable:
    columns = tuple(Column(words(f"Measurement{at}")) for at in range(count))
    rows = tuple(tuple(words(f"r{row}c{at}") for at in range(count)) for row in range(4))
    shape = TableShape(spanners=(Spanner(words("Both"), 5, 2),))
    return ResolvedTable("wide", words("Wide"), columns, rows, shape=shape)


def test_a_table_too_wide_goes_on_by_columns_with_every_cell_once_in_one_size() -> None:
    ruler, box = Ruler(theme().deck), Box(0, 0, 600, 300)
    table = wide_table(12)
    with pytest.raises(TooWideError):
        autofit_table(table, box, (20.0, 16.0), ruler)
    found = fitted_in_columns(
        table, (20.0, 16.0), lambda part, sizes: autofit_table(part, box, sizes, ruler)
    )
    assert len(found) > 1
    rows = [row for _, fitted in found for part in fitted.parts for row in part]
    assert len({cell.style.size for row in rows for cell in row.cells}) == 1
    said = [plain(cell.runs) for row in rows for cell in row.cells]
    assert all(said.count(f"r{row}c{at}") == 1 for row in range(4) for at in range(1, 12))
    assert all(said.count(f"r{row}c0") == len(found) for row in range(4))
    over = [part.shape.spanners for part, _ in found if part.shape.spanners]
    assert [(plain(each.header), each.count) for (each,) in over] == [("Both", 2)]
    for part, fitted in found:
        assert sum(fitted.widths) <= box.width + 1e-6
        (spanner,) = part.shape.spanners or (None,)
        if spanner is not None:
            assert plain(part.columns[spanner.first].header) == "Measurement5"


@pytest.mark.parametrize("height", [405.0, 446.5, 500.0, 540.0, 720.0])
def test_small_print_is_no_smaller_than_12_points_on_a_slide_of_540(height: float) -> None:
    size = scaled(12.0, Size(720.0, height))
    assert 12.0 <= size * 540.0 / min(height, 540.0) < 12.7
