"""Whatever else a screen reader says of a paper's structure is told: no plan writes it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from builder.verify.trust import examine
from tests.shares import share

PAPER = "russias-suppliers.pdf"
SAYS = "Nine million and falling"


def _first(pdf: Pdf, role: str) -> Object:
    held = (each for each in pdf.objects if isinstance(each, Dictionary))
    return next(each for each in held if each.get("/S") == role and "/P" in each)


def _entry(role: str, key: str) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        _first(pdf, role)[key] = String(SAYS)

    return change


def _attribute(role: str, key: str, *, shared: bool, listed: bool) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        held = _first(pdf, role)
        owned = Dictionary(O=Name.Table)
        owned[key] = pdf.make_indirect(String(SAYS))
        own = pdf.make_indirect(owned) if shared else owned
        held.A = Array([own]) if listed else own

    return change


CHANGES = {
    "expansion of a paragraph": _entry("/P", "/E"),
    "expansion of a figure": _entry("/Figure", "/E"),
    "words for a link": _entry("/Link", "/Alt"),
    "words for a heading": _entry("/H1", "/ActualText"),
    "sounds of a span": _entry("/Span", "/Phoneme"),
    "sounds of a paragraph": _entry("/P", "/Phoneme"),
    "summary of a table": _attribute("/Table", "/Summary", shared=False, listed=False),
    "summary that is shared": _attribute("/Table", "/Summary", shared=True, listed=False),
    "summary among others": _attribute("/Table", "/Summary", shared=True, listed=True),
    "short form of a header": _attribute("/TH", "/Short", shared=False, listed=False),
    "summary of a paragraph": _attribute("/P", "/Summary", shared=True, listed=False),
}


@pytest.mark.parametrize("name", share(CHANGES, 4))
def test_what_is_said_and_was_not_planned_is_told(house: Path, tmp_path: Path, name: str) -> None:
    changed = tmp_path / PAPER
    with pikepdf.open(house / PAPER) as pdf:
        CHANGES[name](pdf)
        pdf.save(changed)
    found = "\n".join(map(str, examine(changed).changed))
    assert f'"{SAYS}" should not be there (no plan puts it there)' in found
