"""Numbers as charts, workbooks and plans say them: one form for all."""

from __future__ import annotations

import pytest

from builder.model.saying import plain_number


@pytest.mark.parametrize(
    ("stored", "plain"),
    [
        ("71.40000000000001", "71.4"),
        ("92.59999999999999", "92.6"),
        ("240", "240"),
        ("1E+16", "10000000000000000"),
        ("-0", "0"),
        ("0.50", "0.5"),
        ("NaN", "NaN"),
        ("Shahed-136", "Shahed-136"),
    ],
)
def test_a_number_has_one_form_whatever_a_spreadsheet_makes_of_it(stored: str, plain: str) -> None:
    assert plain_number(stored) == plain
