"""Shades by which cells are told apart: from one colour above nought, from another below."""

from __future__ import annotations

import pytest

from builder.content.themes import read_theme
from builder.outputs.pptx.write.inks import reference
from builder.outputs.pptx.write.xml import MAP, scheme
from builder.problems import Problems
from builder.theme.shades import base_of, shade, shade_name
from builder.theme.theme import Colours, channels, contrast
from tests.outputs.pptx.making import HERE, NOWHERE, theme


@pytest.fixture(scope="module")
def colours() -> Colours:
    return theme().colours


@pytest.mark.parametrize(("level", "base"), [(1, "accent"), (0.2, "accent"), (-0.2, "highlight")])
def test_a_shade_is_of_one_colour_above_nought_and_of_another_below(
    level: float, base: str
) -> None:
    assert base_of(shade_name(level)) == base


def test_what_is_as_far_from_nought_either_way_is_not_shaded_alike(colours: Colours) -> None:
    assert shade(shade_name(0.8), colours) != shade(shade_name(-0.8), colours)


@pytest.mark.parametrize("side", [1, -1])
def test_a_shade_is_the_stronger_the_farther_from_nought_and_text_can_be_read_on_each(
    side: int, colours: Colours
) -> None:
    shades = [shade(shade_name(side * level / 10), colours) for level in range(1, 11)]
    strength = [contrast(each, colours.paper) for each in shades]
    assert strength == sorted(strength)
    assert min(contrast(colours.ink, each) for each in shades) >= 4.5


@pytest.mark.parametrize("name", ["paperdeck", "ministry", "night", "large-print", "high-contrast"])
def test_the_decks_shade_is_the_handouts_in_every_theme(name: str) -> None:
    read = read_theme(name, HERE, Problems(), NOWHERE)
    assert read is not None
    theme = read.on_screen
    slots = scheme(theme.colours)
    for level in (1, 0.3, -0.3, -1):
        made = reference(shade_name(level), theme)
        assert made.base.lstrip("#").upper() == slots[MAP.get(made.slot, made.slot)]
        wanted = channels(shade(shade_name(level), theme.colours))
        assert channels(f"#{made.colour}") == pytest.approx(
            wanted, abs=0.04
        )  # the hue is the slot’s
