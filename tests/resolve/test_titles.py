"""Words over a chart or a table are held to what it shows: who has most, leads, is above whom."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from builder.content import read_content
from builder.problems import Problems
from builder.resolve import resolve
from tests.content.reading import write

CASES: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parents[1] / "cases" / "titles.yaml").read_text("utf-8")
)


def rows(kind: str) -> list[Any]:
    return [(tag, *case) for tag, cases in CASES[kind].items() for case in cases]


def told(folder: Path, tag: str, files: dict[str, str]) -> tuple[list[str], list[str]]:
    """Return what a warning calls not shown, and what others call a comparison without a claim."""
    files = {
        "briefing.yaml": f"title: T\nslug: a\nlanguage: {tag}\ndate: 2026\nsections: [one]\n",
        "figures.yaml": "a: {label: A, value: 5, source: s}\n",
        "sources.yaml": "s: {title: S}\n",
    } | files
    problems = Problems()
    content = read_content(write(folder, files), problems)
    assert content is not None, problems.found
    resolve(content, problems)
    assert not problems.errors, problems.errors
    found = [each.found for each in problems.warnings]
    contrary = [each.split('"')[1] for each in found if "is not what the" in each]
    return contrary, [each.split('"')[1] for each in found if "without a claim" in each]


def chart(tag: str, name: str, keys: dict[str, str]) -> dict[str, str]:
    shown = CASES["shown"][name][tag]
    y = shown.get("y") or [shown["rows"].splitlines()[0].replace(";", ",").split(",")[1]]
    spec = {"kind": shown["kind"], "table": "t", "x": shown["x"], "y": y, "unit": shown["unit"]}
    spec |= {"source": ["s"], "title": "T"} | keys
    return {
        "data/t.csv": shown["rows"],
        "charts.yaml": yaml.safe_dump({"c": spec}, allow_unicode=True),
        "sections/one.md": "# One\n\n:::{chart} c\n:::\n\n{{ a }}.\n",
    }


@pytest.mark.parametrize(("tag", "shown", "title", "said"), rows("contrary"))
def test_a_title_says_no_other_than_what_its_chart_shows(
    tag: str, shown: str, title: str, said: str, tmp_path: Path
) -> None:
    # Told of once: not as a comparison without a claim as well.
    assert told(tmp_path, tag, chart(tag, shown, {"title": title})) == ([said], [])


@pytest.mark.parametrize(("tag", "shown", "title"), rows("proved"))
def test_a_title_that_its_chart_proves_wants_no_claim(
    tag: str, shown: str, title: str, tmp_path: Path
) -> None:
    assert told(tmp_path, tag, chart(tag, shown, {"title": title})) == ([], [])


@pytest.mark.parametrize(("tag", "shown", "title"), rows("open"))
def test_of_what_a_chart_does_not_show_nothing_is_denied(
    tag: str, shown: str, title: str, tmp_path: Path
) -> None:
    assert told(tmp_path, tag, chart(tag, shown, {"title": title}))[0] == []


@pytest.mark.parametrize("key", ["subtitle", "takeaway", "alt"])
def test_so_does_no_subtitle_no_takeaway_and_no_alternative_text(key: str, tmp_path: Path) -> None:
    files = chart("en", "towns", {key: "Hay has the most pools"})
    assert told(tmp_path, "en", files)[0] == ["the most"]


def test_nor_the_title_of_a_slide_over_one_chart(tmp_path: Path) -> None:
    files = chart("en", "towns", {})
    files["sections/one.md"] += "\n::::{slide} Hay has the most pools\n\n:::{chart} c\n:::\n::::\n"
    assert told(tmp_path, "en", files) == (["the most"], [])


TABLE = "Town,Pools\nWye,9\nHay,3\nLeith,5\nTotal,17\n"


@pytest.mark.parametrize(
    ("caption", "said"), [("Hay has the most pools", ["the most"]), ("Wye has the most pools", [])]
)
def test_nor_the_caption_of_a_table_whose_total_is_no_rival(
    caption: str, said: list[str], tmp_path: Path
) -> None:
    table = f":::{{table}} t\n:caption: {caption}\n:source: s\n:::\n"
    files = {"data/t.csv": TABLE, "sections/one.md": f"# One\n\n{table}\n{{{{ a }}}}.\n"}
    assert told(tmp_path, "en", files) == (said, [])
