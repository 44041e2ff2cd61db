"""A deck begun before the paper's pages are known is the one that is written when they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.outputs.pptx import begin_deck, plan_deck, with_pages, write_deck
from builder.outputs.pptx.write import kept, slides
from builder.problems import Problems
from tests.outputs.pptx.making import PAPER, showcase, theme


def test_a_deck_begun_without_pages_is_byte_for_byte_the_one_made_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "cache_folder", lambda: None)
    plan = plan_deck(showcase(), theme(), Problems())
    whole = with_pages(plan, PAPER)
    pairs = list(zip(plan.slides, whole.slides, strict=True))
    assert any(before is after for before, after in pairs)
    assert any(before.notes is not after.notes for before, after in pairs)
    anew = [after for before, after in pairs if before.items is not after.items]
    assert anew, "no slide says a page itself"
    once, begun = tmp_path / "once.pptx", tmp_path / "begun.pptx"
    write_deck(whole, theme(), once)
    draft = begin_deck(plan, theme())
    again: list[object] = []
    write = slides.SlideWriter._written
    monkeypatch.setattr(
        slides.SlideWriter, "_written", lambda self, each: again.append(each) or write(self, each)
    )
    write_deck(whole, theme(), begun, draft)
    assert begun.read_bytes() == once.read_bytes()
    assert again == anew
