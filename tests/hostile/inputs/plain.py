"""The folder as such: a sound one, which shows that the harness sees a build that works."""

from pathlib import Path

from tests.hostile.case import hostile, small


@hostile("build/norhaven.pdf", "build/norhaven.pptx", status=0)
def a_sound_briefing(folder: Path) -> None:
    small(folder)
