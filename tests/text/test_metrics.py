"""Metrics of the shipped fonts: widths, kerning, and what a font cannot draw."""

from __future__ import annotations

import pytest
from reportlab.pdfbase.ttfonts import TTFont

from builder.text.metrics import FontMetrics
from builder.theme import assets

SANS = "SourceSans3-Regular"


@pytest.mark.parametrize("name", [SANS, "SourceSerif4-Bold", "LiberationSans-Regular"])
def test_widths_are_those_that_reportlab_sets(name: str) -> None:
    text = "Waver: 1,234.5 %"
    expected = TTFont(name, str(assets.font(name))).stringWidth(text, 10)
    assert FontMetrics.of(name).width(text, 10, kerned=False) == pytest.approx(expected, abs=0.01)


def test_kerning_pulls_pairs_together() -> None:
    metrics = FontMetrics.of(SANS)
    kerns = metrics.kerning("AVATAR")
    assert kerns is not None
    assert len(kerns) == 6
    assert kerns[-1] == 0
    assert metrics.width("AVATAR", 1000) == pytest.approx(
        metrics.width("AVATAR", 1000, kerned=False) + sum(kerns)
    )


@pytest.mark.parametrize("text", ["", "A", "nnn"])
def test_text_without_kerned_pairs_has_no_kerning(text: str) -> None:
    assert FontMetrics.of(SANS).kerning(text) is None


def test_ligatures_are_never_made() -> None:
    kerns = FontMetrics.of(SANS).kerning("Affiliation fi fl ffT.")
    assert kerns is not None
    assert len(kerns) == len("Affiliation fi fl ffT.")


def test_missing_characters_are_listed_once_and_in_order() -> None:
    assert FontMetrics.of(SANS).missing("字 ≥400 漢 字") == ("字", "漢")
    assert FontMetrics.of("LiberationSans-Regular").missing("a\u2011b") == ("\u2011",)


def test_a_no_break_hyphen_that_a_font_lacks_is_as_wide_as_a_hyphen() -> None:
    metrics = FontMetrics.of("LiberationSans-Regular")
    assert metrics.width("a\u2011b", 10) == metrics.width("a-b", 10)


def test_heights_are_the_fonts_own() -> None:
    metrics = FontMetrics.of(SANS)
    assert (metrics.ascent, metrics.descent) == (1000, 326)


def test_a_font_is_opened_once_and_an_unknown_one_is_named() -> None:
    assert FontMetrics.of(SANS) is FontMetrics.of(SANS)
    with pytest.raises(FileNotFoundError, match=r"fonts/Papyrus\.ttf"):
        FontMetrics.of("Papyrus")
