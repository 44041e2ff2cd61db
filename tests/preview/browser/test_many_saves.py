"""Hundreds of saves leave the memory of the page as it was."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.preview.browser.screen import Screen

SAVES = 500
WORDS = ("ore", "salt", "paper", "glass", "wool")
CONTENT = Path(__file__).resolve().parents[2] / "cases" / "small"

pytestmark = pytest.mark.longer


def test_hundreds_of_saves_do_not_grow_the_memory_of_the_page(
    screen: Screen, content: Path, record_property: Callable[[str, object], None]
) -> None:
    session = screen.context.new_cdp_session(screen.page)

    def held() -> dict[str, float]:
        session.send("HeapProfiler.collectGarbage")
        found = session.send("Memory.getDOMCounters")
        return {
            "bytes": screen.page.evaluate("() => performance.memory.usedJSHeapSize"),
            "nodes": found["nodes"],
            "listeners": found["jsEventListeners"],
        }

    path = content / "sections" / "freight.md"
    text = path.read_text("utf-8")
    early: dict[str, float] = {}
    for save in range(SAVES):
        was = screen.page.evaluate("() => document.documentElement.dataset.saved ?? ''")
        path.write_text(text.replace("timber", WORDS[save % len(WORDS)]), "utf-8")
        screen.until("was => document.documentElement.dataset.saved !== was", was)
        if save == 50:
            early = held()
    late = held()
    record_property("memory", {50: early, SAVES: late})
    assert late["nodes"] < early["nodes"] * 1.3 + 2000
    assert late["listeners"] < early["listeners"] * 1.3 + 500
    assert late["bytes"] < early["bytes"] * 1.5 + 8e6
