"""Contents that use what not every briefing does: each page and slide is as it was looked at last.

Those of other people are held to their records where they are built: `test_strangers.py`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.cli import run
from tests.pictures import case
from tests.recorded import RECORDS, hold
from tests.shares import share

pytestmark = pytest.mark.usefixtures("remembered")

CASES = Path(__file__).parent / "cases"
ROOT = Path(__file__).parents[1]
APART = ("every-kind", "forged", "pictures", "pulled", "strangers", "typed")
"""Contents that are not built as they lie there, and those that another test builds."""

HANDOUT = "-handout"

CONTENTS = {
    "content": ROOT / "content",
    **{
        "-".join(file.parent.relative_to(CASES).parts): file.parent
        for file in sorted(CASES.rglob("briefing.yaml"))
        if file.relative_to(CASES).parts[0] not in APART
    },
}


@pytest.mark.parametrize("name", share(CONTENTS, 12))
def test_pages_and_slides_are_as_recorded(name: str, tmp_path: Path) -> None:
    assert run(["build", str(CONTENTS[name]), "--out", str(tmp_path), "--quiet"]) == 0
    hold(name, *tmp_path.glob("*.pdf"), *tmp_path.glob("*.pptx"))


@pytest.mark.parametrize("name", share(("content", "layouts", "formulas"), 3))
def test_handouts_are_as_recorded(name: str, tmp_path: Path) -> None:
    assert run(["handout", str(CONTENTS[name]), "--out", str(tmp_path), "--quiet"]) == 0
    hold(f"{name}{HANDOUT}", *tmp_path.glob("*.pdf"))


def test_pages_with_pictures_are_as_recorded(tmp_path: Path) -> None:
    folder = case(tmp_path / "pictures")
    assert run(["build", str(folder), "--out", str(tmp_path), "--quiet"]) == 0
    hold("pictures", *tmp_path.glob("*.pdf"), *tmp_path.glob("*.pptx"))


def test_what_is_recorded_is_built() -> None:
    strangers = {path.name for path in (CASES / "strangers").iterdir()}
    held = {file.stem.removesuffix(HANDOUT) for file in RECORDS.iterdir()}
    assert held <= strangers | CONTENTS.keys() | {"pictures"}
