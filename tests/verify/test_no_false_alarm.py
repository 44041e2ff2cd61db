"""Sound contents are never accused: they build, and nothing is found in the finished files."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from builder.cli import run
from tests.shares import share

CASES = Path(__file__).parents[1] / "cases" / "never-accused"
PROSE: Mapping[str, str] = YAML(typ="safe").load(CASES / "prose.yaml")
CHARTS: Mapping[str, list[int]] = YAML(typ="safe").load(CASES / "charts.yaml")
WORDS = {"en-GB": "Said so", "de": "So gesagt", "fr": "Selon eux", "uk": "Так кажуть"}


def content(folder: Path, section: str, **other: str) -> Path:
    """Write a small content whose one section is given; `other` are further files by stem."""
    (folder / "sections").mkdir(parents=True)
    (folder / "data").mkdir()
    given = {
        "briefing.yaml": "title: Test\nslug: t\nlanguage: en-GB\ndate: 2026-03\nsections: [main]\n",
        "claims.yaml": "",
        "charts.yaml": "",
        "sources.yaml": "s: {title: Survey, short: Survey}\n",
        "figures.yaml": "f: {label: Quantity, value: 12345, source: s}\n"
        "d: {label: Day, value: 2024-03, source: s}\n",
        "sections/main.md": section,
        "data/t.csv": "",
    }
    names = {"briefing": "briefing.yaml", "charts": "charts.yaml", "table": "data/t.csv"}
    for name, text in (given | {names[key]: text for key, text in other.items()}).items():
        if text or name.endswith("yaml"):
            (folder / name).write_text(text, "utf-8")
    return folder


def proved(folder: Path, out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Build a content; hold its files to one another and to the content."""
    status = run(["build", str(folder), "--out", str(out), "-q"])
    assert status == 0, capsys.readouterr().err
    paper, deck = next(out.glob("*.pdf")), next(out.glob("*.pptx"))
    status = run(["compare", str(paper), str(deck)])
    said = capsys.readouterr().out
    assert status == 0, said
    assert said.count(", as made\n") == 2
    assert run(["check", str(folder), "--out", str(out), "-q"]) == 0, capsys.readouterr().err


def with_notes(text: str, said: str) -> str:
    """Return a text with a note of its own for each mark `[^n]`."""
    pieces = text.split("[^n]")
    marked = "".join(f"{piece}[^n{at}]" for at, piece in enumerate(pieces[:-1])) + pieces[-1]
    notes = "\n".join(f"[^n{at}]: {said}.\n" for at in range(len(pieces) - 1))
    return f"{marked}\n\n{notes}"


@pytest.mark.parametrize("language", share(PROSE, 4, 3))
def test_sound_prose_is_never_accused(
    language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = with_notes(PROSE[language], WORDS[language])
    table = ":::{table} t\n:caption: Test\n:source: s\n:::\n"
    slide = f"\n::::{{slide}} {WORDS[language]}\n- {{{{ f }}}}, {{{{ d }}}}\n::::\n"
    slide += "\n::::{slide} Test\n:::{table} t\n:::\n::::\n"
    names = [name for name in ("Shahed-136", "2010s", "1990er") if name in text]
    briefing = (
        f"title: Test\nslug: t\nlanguage: {language}\ndate: 2026-03\nsections: [main]\n"
        f"names: [{', '.join(names)}]\n"
    )
    folder = content(
        tmp_path / "content",
        f"# Test\n\n{text}\n{table}{slide}",
        briefing=briefing,
        table=(CASES / "cells.csv").read_text("utf-8"),
    )
    proved(folder, tmp_path / "out", capsys)


def charts() -> Iterator[tuple[str, int, bool]]:
    for kind, numbers in CHARTS.items():
        for number in numbers:
            yield kind, number, number % 2 == 0


@pytest.mark.longer
@pytest.mark.parametrize(("kind", "number", "odd"), share(charts(), 24, 8))
def test_a_sound_chart_is_never_accused(
    kind: str, number: int, odd: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Names hold what lines break at; values are whole or decimal, some alike, one zero."""
    chance = random.Random(f"{kind} {number}")
    signs = "-/._@ "
    rows = [
        (
            f"N{chance.choice(signs)}{at}",
            chance.choice((0, 7, 61.5, chance.randrange(1, 99))),
            chance.randrange(1, 99),
        )
        for at in range(1, number + 1)
    ]
    columns: dict[str, Any] = {"x": "name", "y": ["v"]}
    if kind in ("grouped", "stacked"):
        columns["y"] = ["v", "w"]
    if kind == "scatter":
        columns = {"x": "v", "y": ["w"], "label": "name"}
    chart = f"c: {{kind: {kind}, title: Title of c, subtitle: Units, table: t, source: [s]"
    chart += "".join(f", {key}: {value}" for key, value in columns.items()).replace("'", "")
    if kind == "waterfall":
        rows[-1] = (rows[-1][0], round(sum(row[1] for row in rows[:-1]), 1), 1)
        chart += f', totals: ["{rows[-1][0]}"]'
    table = "name,v,w\n" + "".join(f"{name},{v},{w}\n" for name, v, w in rows)
    use = ":::{chart} c\n:::\n"
    folder = content(
        tmp_path / "content",
        f"# Main\n\nText.\n\n{use}\n::::{{slide}} Slide\n{use}::::\n",
        charts=f"{chart}}}\n",
        table=table,
    )
    proved(folder, tmp_path / "out", capsys)
