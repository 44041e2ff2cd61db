"""The page in a browser, once: what is saved and what is tried out is shown. All else is longer."""

from __future__ import annotations

from pathlib import Path

from tests.preview.browser.screen import Screen

CONTENT = Path(__file__).resolve().parents[2] / "cases" / "small"


def test_a_word_a_figure_and_a_value_tried_out_are_shown_on_both_sides(
    screen: Screen, content: Path
) -> None:
    assert screen.page.locator("#status").inner_text() == "Proved"
    screen.save(content / "sections" / "freight.md", "moved {{ freight_all }}", "bore a load")
    screen.shows("paper", "bore a load")
    screen.save(content / "figures.yaml", "value: 48.50", "value: 47.50")
    screen.shows("paper", "47.50")
    screen.shows("deck", "47.50")
    screen.choose("quay_cost")
    screen.page.locator("#account .try").fill("46.50")
    screen.shows("paper", "46.50")
    screen.shows("deck", "46.50")
    assert screen.status == "whatif"
    assert "value: 47.50" in (content / "figures.yaml").read_text("utf-8")
    screen.page.locator("#account button", has_text="Discard").click()
    screen.reach("proved")
