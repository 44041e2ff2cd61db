"""What is chosen beside the sheets is brought into view on both sides, place by place."""

from __future__ import annotations

from typing import Any

import pytest

from tests.preview.browser.screen import Screen

pytestmark = pytest.mark.longer

IN_VIEW = """side => {
    const { top, bottom } = document.querySelector(`#${side} .scroller`).getBoundingClientRect();
    return [...document.querySelectorAll(`#${side} .over .lit`)].filter(each => {
        const box = each.getBoundingClientRect();
        return box.bottom > top && box.top < bottom;
    }).map(each => Number(each.closest(".sheet").dataset.number));
}"""


def first_seen(screen: Screen, side: str) -> int:
    """Wait until something lit is in view on a side; return its first sheet."""
    found: list[int] = screen.until(
        f"side => {{ const found = ({IN_VIEW})(side); return found.length > 0 && found; }}", side
    )
    return found[0]


def places(screen: Screen, side: str) -> list[int]:
    """Return the sheets of a side that the account of what is chosen names as drawn on."""
    name = "Page" if side == "paper" else "Slide"
    chips = screen.page.locator(f'#account .chip[aria-label^="{name} "]').all()
    labels = [each.get_attribute("aria-label") or "" for each in chips]
    return [int(each.split(",")[0].split()[1]) for each in labels if "text" not in each]


@pytest.mark.parametrize("kind", ["figure", "claim"])
def test_what_is_chosen_in_the_list_is_brought_into_view_on_both_sides(
    screen: Screen, kind: str
) -> None:
    if kind == "figure":
        screen.choose("trade_russia")
    else:
        screen.page.click('#figure-list [data-claim="russia_trade_far_smaller"]')
        screen.page.wait_for_selector("#account h2")
    shown = {side: places(screen, side) for side in ("paper", "deck")}
    for side in ("paper", "deck"):
        assert first_seen(screen, side) in shown[side]
    first = screen.page.locator("#account .steps").inner_text()
    screen.page.keyboard.press(".")
    screen.until("was => document.querySelector('#account .steps').innerText !== was", first)
    for side in ("paper", "deck"):
        assert first_seen(screen, side) in shown[side]
    for _ in range(20):
        screen.page.keyboard.press(".")
        said = screen.page.locator("#account .steps [role=status]").inner_text()
        if said.startswith("1 of"):
            break
    assert said.startswith("1 of"), "after the last place the first comes again"


def test_a_click_on_one_side_shows_it_on_the_other(screen: Screen) -> None:
    screen.apart()
    screen.go("deck", 18)
    screen.go("paper", 2)
    screen.page.locator("#paper .over .figure[data-figure=missiles_delivered]").first.click()
    assert first_seen(screen, "deck") != 18
    assert first_seen(screen, "paper") == 2


def test_a_bar_of_a_chart_lights_up_with_its_figure(screen: Screen) -> None:
    screen.apart()
    screen.go("deck", 12)
    screen.page.locator('#deck .sheet[data-number="12"] .mark[data-figure=trade_eu]').hover()
    screen.until("() => document.querySelector('#deck .over .figure.lit:not(.mark)') !== null")
    screen.until("() => document.querySelector('#deck .over .mark.lit') !== null")


def test_a_part_of_a_ring_lights_up_where_it_is_pointed_at_and_nowhere_else(
    screen: Screen,
) -> None:
    screen.apart()
    screen.go("deck", 11)
    part = '#deck .sheet[data-number="11"] .mark[data-figure=semiconductor_share]'
    whole = screen.page.locator(part).bounding_box()
    assert whole is not None
    lit = """() => [...document.querySelectorAll("#deck .over .mark.lit")].map(
        each => each.dataset.figure)"""
    middle, rim = whole["x"] + whole["width"] / 2, 0.1 * whole["width"]
    screen.page.mouse.move(middle, whole["y"] + whole["height"] - rim)
    screen.until(f"() => ({lit})().includes('semiconductor_share')")
    screen.page.mouse.move(middle - 1.5 * rim, whole["y"] + rim)
    screen.until(f"() => ({lit})().includes('semiconductor_rest')")
    screen.page.mouse.move(whole["x"] + 2, whole["y"] + 2)  # its box holds this corner, it not
    screen.until(f"() => ({lit})().length === 0")


def test_two_tabs_try_two_figures_and_one_ends_its_own(
    screen: Screen, chromium: Any, address: str
) -> None:
    other = Screen(chromium, address)
    other.settle()
    screen.choose("missiles_delivered")
    screen.page.locator("#account .try").fill("1234")
    other.until("() => document.getElementById('whatif-banner').innerText.includes('1234')")
    other.choose("drones_delivered")
    other.page.locator("#account .try").fill("4321")
    screen.until("() => document.getElementById('whatif-banner').innerText.includes('4321')")
    assert "1234" in screen.page.locator("#whatif-banner").inner_text()
    screen.page.locator("#account .try").fill("400")
    screen.until("() => !document.getElementById('whatif-banner').innerText.includes('1234')")
    # The other tab is told a moment before or after.
    other.until("() => !document.getElementById('whatif-banner').innerText.includes('1234')")
    assert "4321" in other.page.locator("#whatif-banner").inner_text()
    other.page.locator("#whatif-banner button", has_text="Discard").click()
    screen.until("() => document.getElementById('whatif-banner').hidden")
    assert other.complaints == []
    other.close()
