"""What an earlier process wrote of a deck is written again as it was, where nothing differs."""

from __future__ import annotations

import ast
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from builder.model.blocks import Block
from builder.model.chart import ResolvedChart
from builder.outputs.pptx import DeckPlan, write_deck
from builder.outputs.pptx.write import kept, skeleton, slides
from tests.charts import samples
from tests.outputs.pptx.making import briefing, chart_use, listed, planned, said, slide, theme


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of its own."""
    folder = tmp_path / "cache"
    monkeypatch.setattr(kept, "cache_folder", lambda: folder)
    return folder


def _written(plan: DeckPlan, folder: Path) -> bytes:
    path = folder / "deck.pptx"
    write_deck(plan, theme(), path)
    return path.read_bytes()


CHART = replace(samples.column(), id="chart")
NOTES = (said("What the speaker says here."),)


def _made(
    *headlines: str, chart: ResolvedChart = CHART, notes: tuple[Block, ...] = NOTES
) -> DeckPlan:
    """Return a deck of slides with points, and of one with a chart, which all have notes."""
    points = [slide(each, listed("One point", "Another one"), notes=notes) for each in headlines]
    shown = slide("A chart", chart_use(chart.id), notes=notes)
    return planned(briefing(*points, shown, charts=(chart,)))


def _plans() -> Iterator[DeckPlan]:
    """Yield decks that differ from the first in one thing each."""
    plan = _made("First", "Second")
    yield plan
    yield _made("Second", "First")
    yield _made("First")
    yield _made("First", "Second", notes=())
    yield _made("First", "Second", chart=replace(CHART, id="other"))
    yield _made("First", "Second", chart=replace(samples.bar(), id="chart"))
    yield replace(plan, title=f"{plan.title} again")
    yield replace(plan, fingerprint="f" * 64)


def test_what_was_written_is_kept_and_neither_package_nor_charts_are_made_again(
    cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = next(_plans())
    first = _written(plan, tmp_path)

    def refused(*_: object) -> None:
        raise AssertionError("made again")

    monkeypatch.setattr(skeleton, "_Begun", refused)
    monkeypatch.setattr(slides, "chart_part", refused)
    assert _written(plan, tmp_path) == first
    for entry in cache.iterdir():
        entry.write_bytes(entry.read_bytes()[:-1])
    with pytest.raises(AssertionError, match="made again"):
        _written(plan, tmp_path)


def test_a_deck_that_differs_is_written_as_without_a_cache(
    cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plans = list(_plans())
    known = [_written(each, tmp_path) for each in (*plans, *plans)]
    assert cache.exists()
    monkeypatch.setattr(kept, "cache_folder", lambda: None)
    assert known == 2 * [_written(each, tmp_path) for each in plans]
    assert len(set(known)) == len(plans)


def test_all_that_the_writer_imports_decides_what_is_taken_again() -> None:
    known = [f"{module.__name__}." for module in kept._CODE]
    known += [f"builder.{name}." for name in ("caches", "frozen", "memory", "version")]  # no bytes
    imported = {
        f"{node.module}.{name.name}."
        for file in Path(kept.__file__).parent.glob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("builder")
        for name in node.names
    }
    assert len(imported) > 50
    assert [each for each in imported if not each.startswith(tuple(known))] == []


def test_what_is_large_is_not_kept(
    cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = next(_plans())
    first = _written(plan, tmp_path)
    known = sum(1 for _ in cache.iterdir())
    shutil.rmtree(cache)
    monkeypatch.setattr(kept, "_LARGEST", 20_000)
    assert _written(plan, tmp_path) == first
    assert 0 < sum(1 for _ in cache.iterdir()) < known
