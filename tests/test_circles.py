"""What stages drop is gone at once: nothing that leads in circles waits for somebody to seek it.

Of a long briefing that took a twentieth of its build, and held what the next stage could have used.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from builder.content import read_content
from builder.outputs.pdf import set_paper
from builder.problems import Problems
from builder.project import plan

CONTENT = Path(__file__).parents[1] / "content"
FEW = 1_000
"""Objects that libraries and small tables may leave of a whole briefing."""
T = TypeVar("T")


def left_of(work: Callable[[], T]) -> int:
    """Return how many objects that lead in circles some work leaves beside its result.

    It is done once before, so that what it imports, draws and keeps is there.
    """
    work()
    gc.collect()
    gc.disable()
    try:
        result = work()
        left = gc.collect()
        del result
        return left
    finally:
        gc.enable()


def test_reading_leaves_no_circles() -> None:
    assert left_of(lambda: read_content(CONTENT, Problems())) < FEW


def test_setting_the_paper_leaves_no_circles(tmp_path: Path) -> None:
    plans = plan(CONTENT, Problems())
    assert left_of(lambda: set_paper(plans.paper, plans.theme, tmp_path)) < FEW
