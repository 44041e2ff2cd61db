"""How `compare` tells two values of a figure apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builder.model.snapshot import FigureState
from builder.verify.agreement import _travelling

_SHARE = FigureState("share", "Share", "", "0.77", False, "", "%", "", (), "", "77%")


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("0.7692307692307692307692307692", "0.7", ("0.7692", "0.7")),
        ("0.7692307692307692307692307692", "0.76924", ("0.76923", "0.76924")),
        ("3700", "4800", ("3700", "4800")),
        ("118649", "118700", ("118649", "118700")),
        ("1182345.5", "1182346.5", ("1182345.5", "1182346.5")),
        ("2024-09", "2024-10", ("2024-09", "2024-10")),
        ("0", "0.000001", ("0", "0.000001")),
        ("-12.5", "12.5", ("-12.5", "12.5")),
    ],
)
def test_two_values_are_told_in_the_digits_that_tell_them_apart(
    before: str, after: str, told: tuple[str, str]
) -> None:
    travelling = list(_travelling(replace(_SHARE, value=before), replace(_SHARE, value=after)))
    assert travelling == [("value", *told)]
