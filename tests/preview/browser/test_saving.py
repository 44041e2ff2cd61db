"""What is saved is shown: words, figures, charts, claims that break, mistakes; and what if."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.preview.browser.screen import Screen

pytestmark = pytest.mark.longer


@pytest.fixture(autouse=True)
def as_it_was(content: Path, screen: Screen) -> Iterator[None]:
    """Put the content back after each test, and wait until it is shown again."""
    before = {path: path.read_bytes() for path in content.rglob("*") if path.is_file()}
    yield
    changed = [
        path for path, data in before.items() if not path.is_file() or path.read_bytes() != data
    ]
    for path in changed:
        path.write_bytes(before[path])
    if changed:
        was = screen.page.evaluate("() => document.documentElement.dataset.saved ?? ''")
        screen.until("was => document.documentElement.dataset.saved !== was", was)
    screen.reach("proved")


def test_a_word_saved_is_shown_and_then_proved(screen: Screen, content: Path) -> None:
    screen.go("paper", 4)
    screen.save(content / "sections" / "iran.md", "as a key supplier", "as a chief supplier")
    screen.shows("paper", "as a chief supplier")
    screen.reach("proved")
    assert int(screen.page.evaluate("() => document.documentElement.dataset.pixels")) > 0


def test_a_figure_saved_changes_on_both_sides_and_in_the_list(
    screen: Screen, content: Path
) -> None:
    screen.apart()
    screen.go("paper", 2)
    screen.go("deck", 3)
    screen.save(content / "figures.yaml", "value: 400\n", "value: 450\n")
    screen.shows("paper", "≥450")
    screen.shows("deck", "≥450")
    screen.page.fill("#search", "450")
    screen.page.wait_for_selector("#figure-list [data-figure=missiles_delivered]")
    screen.page.fill("#search", "")
    screen.page.click("#tab-since")
    told = screen.page.locator("#since-panel .changed")
    told.first.wait_for()
    assert "450" in told.first.inner_text()
    screen.page.get_by_label("Mark them").check()
    screen.page.wait_for_selector("#deck .sheet.differs")


def test_a_cell_saved_changes_the_chart_on_both_sides(screen: Screen, content: Path) -> None:
    screen.apart()
    screen.go("paper", 8)
    screen.go("deck", 12)
    screen.shows("deck", "$800bn")
    screen.save(content / "data" / "china_trade.csv", "European Union,800", "European Union,810")
    screen.shows("paper", "$810bn")
    screen.shows("deck", "$810bn")


def test_a_claim_that_breaks_is_shown_where_it_stands_until_it_is_mended(
    screen: Screen, content: Path
) -> None:
    screen.go("paper", 6)
    screen.save(content / "figures.yaml", "value: 90\n", "value: 60\n")
    screen.reach("broken")
    screen.page.locator("#paper .claim.fails").first.wait_for()
    screen.page.click("#status-box")
    problem = screen.page.locator("#problems-panel .problem.error").first
    problem.wait_for()
    href = problem.locator(".open").get_attribute("href")
    assert href is not None
    assert href.startswith(f"vscode://file{content}/")
    problem.locator("[data-claim=nearly_all_semiconductors]").click()
    assert "no longer holds" in screen.page.locator("#account").inner_text()
    screen.save(content / "figures.yaml", "value: 60\n", "value: 90\n")
    screen.reach("proved")
    screen.until("() => document.querySelector('.fallen, .claim.fails') === null")


def test_a_broken_file_leaves_the_last_good_pages_and_is_told_of(
    screen: Screen, content: Path
) -> None:
    path = content / "figures.yaml"
    good = path.read_text("utf-8")
    path.write_text(good[: len(good) // 2] + '"', "utf-8")
    screen.reach("broken")
    assert screen.page.locator("#paper .old").is_visible()
    assert screen.page.locator("#paper .sheet").count() > 5
    assert screen.page.locator("#problem-count").inner_text() != ""
    path.write_text(good, "utf-8")
    screen.reach("proved")
    assert not screen.page.locator("#paper .old").is_visible()
    assert screen.page.locator("#problem-count").inner_text() == ""


def test_what_if_changes_both_sides_and_writes_nothing(screen: Screen, content: Path) -> None:
    before = (content / "figures.yaml").read_bytes()
    screen.apart()
    screen.go("paper", 2)
    screen.go("deck", 3)
    screen.choose("missiles_delivered")
    field = screen.page.locator("#account .try")
    field.fill("1234")
    screen.shows("paper", "≥1,234")
    screen.shows("deck", "≥1,234")
    assert screen.status == "whatif"
    field.press("ArrowLeft")
    field.press_sequentially("5")
    screen.shows("paper", "≥12,354")
    assert field.input_value() == "12354"
    assert screen.page.locator("#whatif-banner").is_visible()
    assert (content / "figures.yaml").read_bytes() == before
    field.fill("many")
    screen.until("() => document.querySelector('#account .refused').textContent !== ''")
    screen.page.locator("#whatif-banner button", has_text="Discard").click()
    screen.shows("paper", "≥400")
    screen.until("() => document.getElementById('whatif-banner').hidden")
    assert (content / "figures.yaml").read_bytes() == before


def test_what_if_says_which_claims_would_fall_and_where(screen: Screen) -> None:
    screen.choose("semiconductor_share")
    screen.page.locator("#account .try").fill("60")
    fall = screen.page.locator("#account .fall").first
    fall.wait_for()
    assert "nearly all" in fall.inner_text()
    assert fall.locator(".chip").count() > 0
    screen.page.locator("#account button", has_text="Discard").click()
    screen.until("() => document.getElementById('whatif-banner').hidden")


def test_what_if_is_written_when_one_says_so_and_comments_stay(
    screen: Screen, content: Path
) -> None:
    before = (content / "figures.yaml").read_text("utf-8")
    screen.choose("missiles_delivered")
    screen.page.locator("#account .try").fill("512")
    screen.page.locator("#account button", has_text="Write").click()
    screen.until("() => document.getElementById('said').textContent.startsWith('Written to')")
    after = (content / "figures.yaml").read_text("utf-8")
    assert after == before.replace("value: 400\n", "value: 512\n")
    screen.until("() => document.getElementById('whatif-banner').hidden")
    screen.reach("proved")
    assert "512" in screen.page.locator("#account .printed").inner_text()


def test_two_tabs_show_the_same(screen: Screen, content: Path, chromium: Any, address: str) -> None:
    other = Screen(chromium, address)
    other.settle()
    for tab in (screen, other):
        tab.go("paper", 4)
    screen.save(content / "sections" / "iran.md", "as a key supplier", "as a twofold supplier")
    for tab in (screen, other):
        tab.shows("paper", "as a twofold supplier")
    assert other.complaints == []
    other.close()


def test_a_link_that_leads_out_opens_a_tab_that_knows_nothing_of_this_one(
    screen: Screen, content: Path
) -> None:
    path, good = content / "sections" / "iran.md", (content / "sections" / "iran.md").read_text()
    screen.go("paper", 4)
    screen.save(path, "key supplier", "[key supplier](http://127.0.0.1:9/elsewhere)")
    link = screen.page.locator('#paper a.link[href="http://127.0.0.1:9/elsewhere"]').first
    link.wait_for()
    with screen.context.expect_page() as opened:
        link.click()
    assert opened.value.evaluate("() => window.opener") is None
    opened.value.close()
    assert "noopener" in (link.get_attribute("rel") or "")
    path.write_text(good, "utf-8")
    screen.reach("proved")
