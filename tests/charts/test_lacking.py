"""Charts that lack something for want of width, and what is drawn where there is more of it."""

from __future__ import annotations

import pytest

from builder.charts import display_list
from builder.model.chart import ResolvedChart
from builder.outputs.pdf.write.lacking import lacks_width
from builder.theme.theme import Theme
from tests.resolve.making import chart, table, words

STEPS = """\
step,cost
Budget of 2024,101.7
New engines,19.4
Allowances,8.6
Courses,3.1
Fuel (saved),-8.3
Budget of 2025,124.5
"""
TOTALS = ("Budget of 2024", "Budget of 2025")


def waterfall() -> ResolvedChart:
    data = table("held", STEPS)
    return chart(
        "waterfall", data=(data,), table="held", x="step", y=("cost",), unit="EUR mn", totals=TOTALS
    )


@pytest.mark.parametrize(("width", "lacks"), [(160, True), (480, False)])
def test_a_waterfall_without_its_values_lacks_width(
    width: float, lacks: bool, theme: Theme
) -> None:
    assert lacks_width(display_list(waterfall(), theme, width, None), waterfall()) == lacks


def test_a_word_of_a_name_that_is_divided_lacks_width(theme: Theme) -> None:
    data = table("held", "town,far,near\n2021,22,42\n2025,49,77\n")
    made = chart(
        "slope",
        data=(data,),
        table="held",
        x="town",
        y=("far", "near"),
        language="de",
        labels=(("far", words("Freiwilligenfeuerwehrgerätehaus")),),
    )
    assert lacks_width(display_list(made, theme, 150, None), made)
    assert not lacks_width(display_list(made, theme, 480, None), made)


@pytest.mark.parametrize("width", [150, 200, 300, 480])
def test_a_long_name_at_a_slope_takes_the_room_that_its_word_needs(
    width: float, theme: Theme
) -> None:
    data = table("held", "town,far,near\n2021,22,42\n2025,49,77\n")
    labels = (("far", words("Lisohirskyi")), ("near", words("Ozerskyi")))
    made = chart("slope", data=(data,), table="held", x="town", y=("far", "near"), labels=labels)
    texts = [text.text for text in display_list(made, theme, width, None).texts]
    assert any("Lisohirskyi" in text for text in texts), texts
