"""Words over a chart or a table are held to what it shows: who has most, leads, is above whom."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from builder.content import read_content
from builder.problems import Problem, Problems
from builder.resolve import resolve
from tests.content.reading import write

FOLDER = Path(__file__).parents[1] / "cases"
CASES: dict[str, Any] = yaml.safe_load((FOLDER / "titles.yaml").read_text("utf-8"))
KINDS: dict[str, Any] = yaml.safe_load((FOLDER / "titles-of-kinds.yaml").read_text("utf-8"))


def rows(kind: str, cases: dict[str, Any] = CASES) -> list[Any]:
    return [(tag, *case) for tag, found in cases[kind].items() for case in found]


def told(folder: Path, tag: str, files: dict[str, str]) -> tuple[list[str], list[str]]:
    """Return what a warning calls not shown, and what others call a comparison without a claim."""
    found = warned(folder, tag, files)
    contrary = [each.found.split('"')[1] for each in found if "is not what the" in each.found]
    return contrary, [each.found.split('"')[1] for each in found if "without a cl" in each.found]


def warned(folder: Path, tag: str, files: dict[str, str]) -> list[Problem]:
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
    return list(problems.warnings)


def chart(tag: str, name: str, keys: dict[str, Any]) -> dict[str, str]:
    shown = (CASES["shown"] | KINDS["shown"])[name][tag]
    if "figures" in shown:
        return timeline(shown["figures"], keys)
    y = shown.get("y") or [shown["rows"].splitlines()[0].replace(";", ",").split(",")[1]]
    spec = {"kind": shown["kind"], "table": "t", "x": shown["x"], "y": y}
    spec |= {"source": ["s"], "title": "T"} | shown.get("keys", {}) | keys
    if "unit" in shown:
        spec["unit"] = shown["unit"]
    claims = {"claims.yaml": "c: {says: So, holds: a > 1}\n"} if "claim" in spec else {}
    return claims | {
        "data/t.csv": shown["rows"],
        "charts.yaml": yaml.safe_dump({"c": spec}, allow_unicode=True),
        "sections/one.md": "# One\n\n:::{chart} c\n:::\n\n{{ a }}.\n",
    }


def timeline(events: dict[str, list[str]], keys: dict[str, Any]) -> dict[str, str]:
    figures = {
        name: {"label": label, "value": day, "source": "s"} for name, (label, day) in events.items()
    }
    spec = {"kind": "timeline", "figures": [*events], "title": "T"} | keys
    return {
        "figures.yaml": yaml.safe_dump(figures, allow_unicode=True),
        "charts.yaml": yaml.safe_dump({"c": spec}, allow_unicode=True),
        "sections/one.md": "# One\n\n:::{chart} c\n:::\n\n{{ storm }}.\n",
    }


@pytest.mark.parametrize(("tag", "shown", "title", "said", "really"), rows("contrary", KINDS))
def test_a_title_says_no_other_than_what_its_kind_of_chart_shows(
    tag: str, shown: str, title: str, said: str, really: str, tmp_path: Path
) -> None:
    files = chart(tag, shown, {"title": title})
    (one,) = (each for each in warned(tmp_path, tag, files) if "is not what the" in each.found)
    assert (one.found.split('"')[1], really in one.hint) == (said, True), (one.found, one.hint)
    assert told(tmp_path, tag, files)[1] == []


@pytest.mark.parametrize(("tag", "shown", "title", "said", "_"), rows("contrary", KINDS))
def test_nor_where_a_claim_of_something_else_proves_it(
    tag: str, shown: str, title: str, said: str, _: str, tmp_path: Path
) -> None:
    if KINDS["shown"][shown][tag].get("kind") != "timeline":
        files = chart(tag, shown, {"title": title, "claim": "c"})
        assert told(tmp_path, tag, files)[0] == [said]


@pytest.mark.parametrize(("tag", "shown", "title"), rows("proved", KINDS))
def test_a_title_that_its_kind_of_chart_proves_wants_no_claim(
    tag: str, shown: str, title: str, tmp_path: Path
) -> None:
    assert told(tmp_path, tag, chart(tag, shown, {"title": title})) == ([], [])


@pytest.mark.parametrize(("tag", "shown", "title"), rows("unsure", KINDS))
def test_what_is_drawn_neither_proves_nor_denies_wants_a_claim(
    tag: str, shown: str, title: str, tmp_path: Path
) -> None:
    contrary, unproved = told(tmp_path, tag, chart(tag, shown, {"title": title}))
    assert (contrary, len(unproved)) == ([], 1)


@pytest.mark.parametrize(("tag", "shown", "title"), rows("open", KINDS))
def test_of_what_no_kind_of_chart_shows_nothing_is_denied(
    tag: str, shown: str, title: str, tmp_path: Path
) -> None:
    assert told(tmp_path, tag, chart(tag, shown, {"title": title}))[0] == []


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


@pytest.mark.parametrize(
    ("tag", "caption", "said"),
    [(tag, *case) for tag, held in KINDS["captions"].items() for case in held["said"]],
)
def test_nor_does_each_clause_of_the_caption_of_several_columns(
    tag: str, caption: str, said: list[str], tmp_path: Path
) -> None:
    table = f":::{{table}} t\n:caption: {caption}\n:source: s\n:::\n"
    rows_ = KINDS["captions"][tag]["rows"]
    files = {"data/t.csv": rows_, "sections/one.md": f"# One\n\n{table}\n{{{{ a }}}}.\n"}
    assert told(tmp_path, tag, files)[0] == said
