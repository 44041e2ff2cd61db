"""What changed since an edition that the command line names is told, and marked on both sides."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.preview.browser.screen import Screen

pytestmark = pytest.mark.longer

CONTENT = Path(__file__).resolve().parents[2] / "cases" / "small"


@pytest.fixture(scope="module")
def edition(content: Path) -> Path:
    """The edition before: the same content, with another cost."""
    folder = content.parent / "before"
    shutil.copytree(CONTENT, folder)
    path = folder / "figures.yaml"
    text = path.read_text("utf-8")
    assert text.count("48.5") == 1
    path.write_text(text.replace("48.5", "41.5"), "utf-8")
    return folder


@pytest.fixture(scope="module")
def options(edition: Path) -> list[str]:
    return ["--since", str(edition)]


def test_what_changed_since_the_edition_named_is_told_from_the_start(
    screen: Screen, edition: Path
) -> None:
    screen.page.click("#tab-since")
    panel = screen.page.locator("#since-panel")
    chosen = panel.locator("select option:checked")
    chosen.wait_for(state="attached")
    assert chosen.get_attribute("value") == str(edition)
    names = panel.locator("select option").all_inner_texts()
    assert len(names) == len(set(names))
    changed = panel.locator(".changed", has=screen.page.locator("[data-figure=quay_cost]")).first
    assert "41.50" in changed.locator("del").first.inner_text()
    assert "48.50" in changed.locator("ins").first.inner_text()
    screen.page.get_by_label("Mark them").check()
    for side in ("paper", "deck"):
        number = panel.locator(f'[data-key^="differs {side} "]').first.get_attribute("data-key")
        assert number is not None
        screen.go(side, int(number.split()[-1]))
        screen.page.locator(f"#{side} .sheet.differs").first.wait_for()
        screen.page.locator(f"#{side} .thing.changed").first.wait_for()
    panel.locator("select").select_option("")
    screen.until("() => document.querySelector('.sheet.differs') === null")
