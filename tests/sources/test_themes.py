from __future__ import annotations

from pathlib import Path

import pytest

from builder.problems import Place, Problems
from builder.sources import read_theme
from builder.theme import assets
from builder.theme.theme import Theme

HERE = Place("content/briefing.yaml", 9, 8)
HOUSE = assets.path("themes", "paperdeck.yaml").read_text("utf-8")


def themed(folder: Path, text: str) -> tuple[Theme | None, list[str]]:
    (folder / "own.yaml").write_text(text, "utf-8")
    problems = Problems()
    theme = read_theme("own.yaml", folder, problems, HERE)
    prefix = (folder / "own.yaml").as_posix()
    return theme, [str(problem).replace(prefix, "own.yaml") for problem in sorted(problems)]


def test_the_house_theme_is_read() -> None:
    problems = Problems()
    theme = read_theme("paperdeck", Path("content"), problems, HERE)
    assert not list(problems)
    assert theme is not None
    assert theme.colours.accent.startswith("#")
    assert len(theme.paper.headings) == 3


def test_a_theme_of_ones_own_lies_beside_the_content(tmp_path: Path) -> None:
    theme, problems = themed(tmp_path, HOUSE.replace("name: paperdeck", "name: own"))
    assert problems == []
    assert theme is not None
    assert theme.name == "own"


def test_an_unknown_theme_is_named_with_those_that_exist() -> None:
    problems = Problems()
    assert read_theme("paperdek", Path("content"), problems, HERE) is None
    assert [str(problem) for problem in problems] == [
        'content/briefing.yaml:9:8: error: no theme "paperdek"\n'
        "  did you mean paperdeck? known: ministry, paperdeck, or a .yaml file beside briefing.yaml"
    ]


@pytest.mark.parametrize(
    ("find", "put", "says"),
    [
        (
            "  ink:",
            "  inc:",
            [
                'own.yaml:3:1: error: "ink" is missing from "colours"\n  add ink: ...',
                'own.yaml:5:3: error: unknown key "inc"\n  did you mean ink? known: accent, grid, '
                "highlight, ink, muted, paper, series, series_text, soft, tint",
            ],
        ),
        (
            '  ink: "#1B2430"',
            "  ink: navy",
            [
                'own.yaml:5:8: error: ink: "navy" is not a colour\n'
                "  expected # and six hexadecimal digits, such as #10447C"
            ],
        ),
        (
            "  italic: SourceSerif4-It\n",
            "  italic: SourceSerif4-Italic\n",
            [
                'own.yaml:17:11: error: no font "SourceSerif4-Italic"\n'
                "  did you mean SourceSerif4-It? known: "
                + ", ".join(sorted(path.stem for path in assets.path("fonts").glob("*.ttf")))
            ],
        ),
    ],
)
def test_a_broken_theme_is_explained(find: str, put: str, says: list[str], tmp_path: Path) -> None:
    assert find in HOUSE
    theme, problems = themed(tmp_path, HOUSE.replace(find, put, 1))
    assert theme is None
    assert problems == says
