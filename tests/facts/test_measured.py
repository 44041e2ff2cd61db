"""The unit at the end of a column's head is short for words, which are said before each cell."""

from __future__ import annotations

import pytest

from builder.facts.aloud import unit_words
from builder.facts.heard import with_units
from builder.model.text import Owner, Run, plain


@pytest.mark.parametrize(
    ("tag", "head", "unit", "said"),
    [
        ("de-DE", "Absatz, GWh", "GWh", "Gigawattstunden"),
        ("de-DE", "Netzverlust, %", "%", "Prozent"),
        ("de-DE", "Veränderung zum Vorjahr, %*", "%", "Prozent"),
        ("de-DE", "Preis, ct/kWh", "ct/kWh", "Cent pro Kilowattstunde"),
        ("de-DE", "Länge in km", "km", "Kilometer"),
        ("uk-UA", "Видатки, млн грн", "млн\u00a0грн", "мільйонів гривень"),
        ("fr-FR", "Distance à la mer (m)", "m", "mètres"),
        ("fr-FR", "Réponses, en %", "%", "pour cent"),
        ("en-GB", "Trade, $", "$", "US dollars"),
    ],
)
def test_a_heads_unit_is_short_for_its_words(tag: str, head: str, unit: str, said: str) -> None:
    line = with_units((Run(head),), tag)
    assert plain(line).replace("\u00a0", " ") == head  # what is heard as one is in one line
    assert [(run.text, run.short_for) for run in line if run.short_for] == [(unit, said)]


@pytest.mark.parametrize("head", ["Year", "Trade, m", "Losses by t", "Ranking, TOP", "A, see B"])
def test_what_may_be_no_unit_is_left(head: str) -> None:
    assert with_units((Run(head),), "en-GB") == (Run(head),)


def test_a_scale_before_a_unit_with_a_digit_is_said_too() -> None:
    unit = Run("m³", owner=Owner("name", "m³"))
    line = with_units((Run("Abgabe, Mio.\u00a0"), unit), "de-DE")
    assert [(run.text, run.short_for) for run in line] == [
        ("Abgabe, ", ""),
        ("Mio.", "Millionen"),
        ("\u00a0", ""),
        ("m³", ""),
    ]
    assert unit_words("m³", "de-DE") == "Kubikmeter"
