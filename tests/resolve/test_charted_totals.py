"""Charts of figures in which one is called a total, held to the others though nobody asked."""

from __future__ import annotations

import pytest

from builder.model.chart import ChartSpec
from builder.problems import Place
from tests.resolve.making import complaints, content, figure, words

AT = Place("charts.yaml", 1, 1)
NAMES = {"en-GB": "Total", "de": "Insgesamt", "fr": "Ensemble", "uk": "Усього"}


def said_of(
    numbers: list[str], labels: list[str], language: str, unit: str = "", title: str = "Visits"
) -> list[str]:
    """Return what is said of a chart of figures with these numbers and labels."""
    ids = [f"f{at}" for at in range(len(numbers))]
    figures = [
        figure(name, number, unit, label=label)
        for name, number, label in zip(ids, numbers, labels, strict=True)
    ]
    chart = ChartSpec("c", "bar", words(title), figures=tuple(ids), place=AT)
    found = complaints(content(*figures, language=language, charts=(chart,)))
    return [each for each in found if " come to " in each]


@pytest.mark.parametrize("language", NAMES)
@pytest.mark.parametrize("total", ["300", "42", "350", "600", "42000"])
def test_a_total_that_the_other_bars_do_not_come_to_is_told_of(language: str, total: str) -> None:
    (said,) = said_of(["300", "120", total], ["Ora", "Eba", NAMES[language]], language)
    assert said.startswith("charts.yaml:1:1: warning: ")
    assert f'"{NAMES[language]}" of the chart "c"' in said
    assert "420 (300 + 120)" in said


@pytest.mark.parametrize("language", NAMES)
@pytest.mark.parametrize(
    ("numbers", "unit"),
    [
        (["300", "120", "420"], ""),
        (["300", "120", "180"], ""),
        (["30", "12", "23"], "%"),
        (["300", "220", "256"], "EUR"),
        (["300", "120"], ""),
    ],
)
def test_sums_differences_shares_and_means_are_not(
    language: str, numbers: list[str], unit: str
) -> None:
    labels = [*["Ora", "Eba"][: len(numbers) - 1], NAMES[language]]
    assert said_of(numbers, labels, language, unit) == []


def test_the_title_says_that_some_are_shown() -> None:
    bars = ["300", "120", "42000"], ["Ora", "Eba", "Total"], "en-GB"
    assert len(said_of(*bars, title="Visits to museums")) == 1
    assert said_of(*bars, title="Visits to the largest museums") == []


@pytest.mark.parametrize(("total", "told"), [("420", []), ("350", ["350"]), ("42", ["42"])])
def test_groups_are_held_by_their_categories(total: str, told: list[str]) -> None:
    figures = [figure(f"f{at}", number) for at, number in enumerate(["300", "120", total])]
    figures += [figure(f"g{at}", number) for at, number in enumerate(["310", "100", "410"])]
    chart = ChartSpec(
        "c",
        "grouped",
        words("Visits"),
        categories=tuple(map(words, ("Ora", "Eba", "Total"))),
        groups=(("2024", ("f0", "f1", "f2")), ("2025", ("g0", "g1", "g2"))),
        place=AT,
    )
    found = [each for each in complaints(content(*figures, charts=(chart,))) if "come to" in each]
    assert len(found) == len(told)
    assert all(f'is {each} in "2024"' in said for each, said in zip(told, found, strict=True))
