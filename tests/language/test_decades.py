"""Decades in two digits, and what looks like one and counts: in text that nothing else owns."""

from __future__ import annotations

import pytest

from builder.language.years import Years


@pytest.mark.parametrize(
    ("language", "text", "decades"),
    [
        ("en", "In the 90s and the ’80s it rose.", ["90s", "’80s"]),
        ("en", "From the mid-80s on, after the early 70s", ["80s", "70s"]),
        ("en", "It took 30s; she is in her 30s; 90 sold, 90's", []),
        ("de", "In den 90er Jahren und den 80er-Jahren", ["90er", "80er-Jahren"]),
        ("de", "Die 90er Werte, 90 Jahre, 1,90er Jahre", []),
        ("fr", "Dans les années 90, puis les années 80", ["90", "80"]),
        ("fr", "Dans les années, 90 % ; 90 années ; années 90 %", []),
        ("uk", "У 90-х роках, у 80-ті, наприкінці 70-х усе зносилося", ["90-х", "80-ті", "70-х"]),
        ("uk", "У 40-х громадах, 20-ті дні, 90 років, із 30-х шкіл", []),
    ],
)
def test_a_decade_in_two_digits_is_told_by_what_stands_beside_it(
    language: str, text: str, decades: list[str]
) -> None:
    assert [text[span] for span in Years(language=language).spans(text)] == decades


def test_a_ukrainian_span_of_years_may_have_a_long_dash() -> None:
    text = "Протягом 2021—2023 років"
    spans = list(Years(language="uk").spans(text))
    assert [text[span] for span in spans] == ["2021", "2023"]
