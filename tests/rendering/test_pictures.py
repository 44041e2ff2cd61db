"""Every page and slide of the project's own content looks as its reference does."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.rendering.conftest import Built
from tests.rendering.render import LARGEST, UPDATING, assert_looks_like

REFERENCES = Path(__file__).parent / "references"
KINDS = ("page", "slide")


def known(kind: str) -> list[int]:
    """Return the numbers of the references there are."""
    return sorted(int(path.stem.partition("-")[2]) for path in REFERENCES.glob(f"{kind}-*.png"))


def reference(kind: str, number: int) -> Path:
    return REFERENCES / f"{kind}-{number:02d}.png"


def pictures(built: Built, kind: str) -> tuple[Path, ...]:
    return built.pages if kind == "page" else built.slides


@pytest.mark.rendering
@pytest.mark.parametrize(
    ("kind", "number"), [(kind, number) for kind in KINDS for number in known(kind)]
)
@pytest.mark.skipif(UPDATING, reason="the references are being written")
def test_it_looks_as_its_reference_does(built: Built, kind: str, number: int) -> None:
    rendered = pictures(built, kind)
    assert number <= len(rendered), f"there are only {len(rendered)} {kind}s"
    assert_looks_like(rendered[number - 1], reference(kind, number))


@pytest.mark.rendering
@pytest.mark.parametrize("kind", KINDS)
def test_every_one_has_a_reference(built: Built, kind: str) -> None:
    rendered = pictures(built, kind)
    if UPDATING:
        for stale in REFERENCES.glob(f"{kind}-*.png"):
            stale.unlink()
        for number, picture in enumerate(rendered, start=1):
            assert_looks_like(picture, reference(kind, number))
    assert known(kind) == list(range(1, len(rendered) + 1))


@pytest.mark.rendering
def test_the_deck_has_a_slide_per_rendered_page(built: Built) -> None:
    from builder.verify import read_deck

    assert len(read_deck(built.deck).pages) - 1 == len(built.slides)


@pytest.mark.rendering
def test_poppler_opens_the_paper_without_a_word(built: Built) -> None:
    done = subprocess.run(
        ["pdftotext", str(built.paper), "-"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_references_are_small() -> None:
    assert [p.name for p in REFERENCES.glob("*.png") if p.stat().st_size > LARGEST] == []
