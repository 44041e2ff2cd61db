"""Units that begin with a scale in words: `cases/scaled-units.toml`."""

from __future__ import annotations

import tomllib
from decimal import Decimal

import pytest

from builder.facts.nouns import forms_of, unit_key
from builder.facts.printing import printed_quantity
from builder.model.figure import form_of
from tests.content.broken import CASES

SCALED: dict[str, dict[str, dict[str, str]]] = tomllib.loads(
    (CASES / "scaled-units.toml").read_text("utf-8")
)
UNITS = [(tag, unit) for tag, units in SCALED.items() for unit in units]


@pytest.mark.parametrize(("tag", "unit"), UNITS)
def test_a_scale_in_words_goes_with_its_number(tag: str, unit: str) -> None:
    printed = {
        value: printed_quantity(Decimal(value), unit_key(unit, tag), None, form_of(()), tag)
        for value in SCALED[tag][unit]
    }
    plain = {value: said.replace("\u00a0", " ") for value, said in printed.items()}
    assert plain == SCALED[tag][unit]


@pytest.mark.parametrize(("tag", "unit"), UNITS)
def test_each_form_of_such_a_unit_is_the_same_unit(tag: str, unit: str) -> None:
    forms = forms_of(unit, tag) or {unit: unit}
    assert {unit_key(form, tag) for form in forms.values()} == {unit_key(unit, tag)}
