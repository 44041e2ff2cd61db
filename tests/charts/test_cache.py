"""The cache: a hit draws nothing, and no damage or change can make it print the wrong chart."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from builder.charts import cache, display_list
from builder.model.chart import ResolvedChart
from builder.model.text import Owner, Run
from builder.problems import Place
from builder.theme.theme import Theme
from tests.charts import samples
from tests.shares import share

HIT = """
import sys
from pathlib import Path
from builder.charts import display_list
from builder.problems import NOWHERE, Problems
from builder.content import read_theme
from tests.charts import samples

theme = read_theme("paperdeck", Path(), Problems(), NOWHERE)
drawn = display_list(samples.bar(), theme, 453.5, Path(sys.argv[1]))
heavy = [name for name in ("matplotlib", "numpy", "uharfbuzz", "reportlab") if name in sys.modules]
print(drawn.texts[0].text, heavy)
"""


def entries(folder: Path) -> list[Path]:
    return [entry for entry in folder.iterdir() if entry.is_file()]


@pytest.mark.longer
def test_a_hit_imports_neither_matplotlib_nor_numpy(theme: Theme, tmp_path: Path) -> None:
    display_list(samples.bar(), theme, 453.5, tmp_path)
    said = subprocess.run(
        [sys.executable, "-c", HIT, str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert said.stdout == "Grid connection is now the longest wait []\n"


@pytest.mark.longer
def test_what_comes_from_the_cache_is_what_was_drawn(theme: Theme, tmp_path: Path) -> None:
    for make in samples.ALL.values():
        drawn = display_list(make(), theme, 260, tmp_path)
        assert display_list(make(), theme, 260, tmp_path) == drawn
    assert len(entries(tmp_path)) == len(samples.ALL)


@pytest.mark.parametrize("damage", [b"", b"not zlib at all" * 9, None])
def test_a_damaged_entry_is_drawn_again(damage: bytes | None, theme: Theme, tmp_path: Path) -> None:
    drawn = display_list(samples.bar(), theme, 260, tmp_path)
    (entry,) = entries(tmp_path)
    stored = entry.read_bytes()
    entry.write_bytes(stored[:-9] if damage is None else damage)
    assert display_list(samples.bar(), theme, 260, tmp_path) == drawn
    assert entry.read_bytes() == stored


def test_a_damaged_checksum_is_noticed(theme: Theme, tmp_path: Path) -> None:
    drawn = display_list(samples.bar(), theme, 260, tmp_path)
    (entry,) = entries(tmp_path)
    stored = entry.read_bytes()
    entry.write_bytes(bytes([stored[0] ^ 1]) + stored[1:])
    assert display_list(samples.bar(), theme, 260, tmp_path) == drawn


def test_a_file_where_the_folder_should_be_costs_only_the_saving(
    theme: Theme, tmp_path: Path
) -> None:
    (tmp_path / "charts").write_text("in the way")
    assert display_list(samples.bar(), theme, 260, tmp_path / "charts").texts


def test_an_entry_is_named_after_all_that_the_drawing_depends_on(theme: Theme) -> None:
    bar = samples.bar()
    names = {
        cache.key(bar, theme, 453.5),
        cache.key(bar, theme, 260),
        cache.key(bar, replace(theme, name="other"), 453.5),
        cache.key(replace(bar, note=samples.words("A note")), theme, 453.5),
        cache.key(samples.column(), theme, 453.5),
    }
    assert len(names) == 5


def test_an_entry_is_named_after_the_code_that_draws_and_words_it(
    theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    named: set[str] = set()

    def code_of(*packages: ModuleType) -> str:
        named.update(package.__name__ for package in packages)
        return ""

    monkeypatch.setattr(cache, "code_of", code_of)
    cache._drawn_with.__wrapped__(theme)
    # Round dates, and what the widths of columns are, are worded where they are drawn.
    assert {"builder.charts", "builder.language", "builder.model", "builder.text"} <= named


def test_a_chart_in_two_languages_is_drawn_in_each(theme: Theme, tmp_path: Path) -> None:
    said = {}
    for tag in ("en-GB", "de-DE", "en-GB"):
        drawn = display_list(replace(samples.marimekko(), language=tag), theme, 260, tmp_path)
        said[tag] = " ".join(text.text for text in drawn.texts)
    assert "Width:" in said["en-GB"]
    assert "Breite:" in said["de-DE"]


def test_moving_a_chart_in_its_file_does_not_draw_it_again(theme: Theme) -> None:
    here = replace(samples.bar(), place=Place("charts.yaml", 3), title=(Run("A"),))
    there = replace(
        here,
        place=Place("charts.yaml", 40),
        title=(Run("A", place=Place("charts.yaml", 42, 8)),),
    )
    assert cache.key(here, theme, 260) == cache.key(there, theme, 260)


def renamed(chart: ResolvedChart, name: str) -> ResolvedChart:
    """Return a chart as its author would have it under another id."""

    def said(value: Any) -> Any:
        if isinstance(value, Owner):
            own = value.id == chart.id or value.id.startswith(f"{chart.id}!")
            return replace(value, id=name + value.id.removeprefix(chart.id)) if own else value
        if isinstance(value, tuple) and not hasattr(value, "_fields"):
            return tuple(map(said, value))
        if is_dataclass(value) and not isinstance(value, type):
            return replace(
                value, **{each.name: said(getattr(value, each.name)) for each in fields(value)}
            )
        return value

    made: ResolvedChart = replace(said(chart), id=name)
    return made


@pytest.mark.parametrize("kind", share(sorted(samples.ALL), 16))
def test_charts_alike_but_for_their_ids_are_drawn_once_and_keep_their_own_owners(
    kind: str, theme: Theme, tmp_path: Path
) -> None:
    one = samples.ALL[kind]()
    other = renamed(one, "quite-another")
    assert other.id != one.id
    display_list(one, theme, 260, tmp_path)
    found = display_list(other, theme, 260, tmp_path)
    assert len(entries(tmp_path)) == 1
    assert found == display_list(other, theme, 260, None)
