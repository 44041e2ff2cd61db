"""Whether a shape stands turned in its box: what its frame says of it."""

from __future__ import annotations

import pytest
from lxml import etree

from builder.verify.drawingml import A, P, turned_in

OVER, TURNED = "a shape that is turned over", "a shape that is turned"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("", ""),
        ('rot="0" flipH="0" flipV="false"', ""),
        ('flipV="1"', OVER),
        ('flipH="true" rot="5400000"', OVER),
        ('rot="5400000"', TURNED),
        ('rot="-60000"', TURNED),
    ],
)
@pytest.mark.parametrize(("kind", "properties"), [("sp", "spPr"), ("grpSp", "grpSpPr")])
def test_a_turned_shape_is_known_by_its_frame(
    kind: str, properties: str, said: str, expected: str
) -> None:
    shape = etree.fromstring(
        f'<p:{kind} xmlns:a="{A[1:-1]}" xmlns:p="{P[1:-1]}"><p:{properties}><a:xfrm {said}/>'
        f"</p:{properties}></p:{kind}>"
    )
    assert turned_in(shape) == expected


def test_a_shape_without_a_frame_is_not_turned() -> None:
    assert turned_in(etree.fromstring(f'<p:sp xmlns:p="{P[1:-1]}"/>')) == ""
