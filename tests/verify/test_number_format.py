"""Numbers are printed as PowerPoint prints them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from builder.verify.spreadsheet import render


@pytest.mark.parametrize(
    ("value", "code", "printed"),
    [
        ("240", "General", "240"),
        ("240", "", "240"),
        ("-0.50", "General", "-0.5"),
        ("3700", "#,##0", "3,700"),
        ("1234567.5", "#,##0.00", "1,234,567.50"),
        ("240", '"$"0"bn"', "$240bn"),
        ("240", r"\$#,##0\ \b\n", "$240 bn"),
        ("0.9", "0%", "90%"),
        ("0.145", "0.0%", "14.5%"),
        ("90", '0"%"', "90%"),
        ("3700", '">"#,##0', ">3,700"),
        ("2.5", "0", "3"),
        ("2.40", "0.0#", "2.4"),
        ("-12", '0;"−"0', "−12"),
        ("0", '0;-0;"none"', "none"),
        ("-12", "#,##0", "-12"),
        ("0", "#", ""),
        ("7", "000", "007"),
        ("5000000", '0,,"m"', "5m"),
        ("240", "[$€-407] 0", "€ 240"),
        ("240", '"a;b"0', "a;b240"),
    ],
)
def test_a_number_is_printed_in_its_format(value: str, code: str, printed: str) -> None:
    assert render(Decimal(value), code) == printed


def test_separators_follow_the_language() -> None:
    assert render(Decimal("3700.5"), "#,##0.0", group=".", point=",") == "3.700,5"


@pytest.mark.parametrize("code", ["yyyy-mm-dd", "0.0E+00", "# ?/?", "@"])
def test_what_is_no_plain_numbers_format_is_refused(code: str) -> None:
    with pytest.raises(ValueError, match="is not understood"):
        render(Decimal(3), code)
