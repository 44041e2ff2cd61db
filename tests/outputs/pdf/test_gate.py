"""The gate itself: papers broken on purpose are told from whole ones."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from tests.outputs.pdf import gate
from tests.outputs.pdf.conftest import Written


def heading(pdf: pikepdf.Pdf) -> pikepdf.Object:
    return next(
        held for held in pdf.objects if isinstance(held, pikepdf.Dictionary) and _is(held, "/H1")
    )


def _is(held: pikepdf.Dictionary, role: str) -> bool:
    return bool(held.get("/S") == role and "/P" in held)


def swap_parents(pdf: pikepdf.Pdf) -> None:
    owners = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
    owners[0], owners[5] = owners[5], owners[0]


def name_what_is_not_there(pdf: pikepdf.Pdf) -> None:
    heading(pdf).K = 999


def paint_unmarked(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[1]
    page.Contents = pdf.make_stream(page.Contents.read_bytes() + b"\n0 0 9 9 re f\n")


def lose_a_link(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Annots[0].StructParent = 0


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        (swap_parents, "the parent tree is wrong about (0, 0)"),
        (name_what_is_not_there, "the tree names marked content (0, 999), which no page has"),
        (paint_unmarked, "page 2: f outside of marked content"),
        (lose_a_link, "page 1: the parent tree is wrong about a link"),
    ],
)
def test_what_no_validator_sees_is_seen(
    paper: Written, tmp_path: Path, damage: Callable[[pikepdf.Pdf], None], says: str
) -> None:
    with pikepdf.open(paper.path) as pdf:
        damage(pdf)
        pdf.save(tmp_path / "broken.pdf")
    assert says in gate.faults(tmp_path / "broken.pdf")
