from __future__ import annotations

from pathlib import Path

import pytest

from builder.content import read_theme
from builder.language.language import LANGUAGES
from builder.outputs.pdf.write.styles import TextStyle, styles_of
from builder.problems import Place, Problems
from builder.theme import assets
from builder.theme.theme import Theme, contrast

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
        "  did you mean paperdeck? known: high-contrast, large-print, ministry, night, "
        "paperdeck, or a .yaml file beside briefing.yaml"
    ]


@pytest.mark.parametrize(
    ("find", "put", "says"),
    [
        (
            "  ink:",
            "  inc:",
            [
                'own.yaml:5:3: error: unknown key "inc"\n  did you mean ink? known: accent, fall, '
                "grid, highlight, ink, muted, paper, rise, series, series_text, soft, tint, "
                "total",
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


@pytest.mark.parametrize("name", ["paperdeck", "ministry", "night", "large-print", "high-contrast"])
def test_every_shipped_theme_is_read_without_a_problem(name: str) -> None:
    problems = Problems()
    assert read_theme(name, Path("content"), problems, HERE) is not None
    assert not list(problems)


def test_the_theme_of_high_contrast_has_seven_to_one_for_text_and_no_tints() -> None:
    theme = read_theme("high-contrast", Path("."), Problems(), HERE)
    assert theme is not None
    colours = theme.colours
    for text in (colours.ink, colours.muted, colours.accent, *colours.series_text):
        assert contrast(text, colours.paper) >= 7
    assert contrast(colours.muted, colours.grid) >= 7
    for mark in (colours.soft, colours.highlight, *colours.series):
        assert contrast(mark, colours.paper) >= 4.5
    assert colours.tint == colours.paper


def test_the_theme_of_large_print_sets_text_in_eighteen_points_and_nothing_below_fourteen() -> None:
    theme = read_theme("large-print", Path("."), Problems(), HERE)
    assert theme is not None
    assert 18 <= theme.paper.body < 18.5  # the house's size as many times larger as all others
    styles = vars(styles_of(theme, 12.5))
    sizes = [style.size for style in styles.values() if isinstance(style, TextStyle)]
    assert len(sizes) > 15
    assert min(sizes) >= 14


def test_shipped_themes_differ_to_the_eye() -> None:
    house, ministry = (
        read_theme(n, Path("."), Problems(), HERE) for n in ("paperdeck", "ministry")
    )
    assert house is not None
    assert ministry is not None
    assert not {house.colours.accent, *house.colours.series} & {*ministry.colours.series}
    assert (house.paper.heads, house.paper.cover, house.logo) == ("sans", "long", None)
    assert (ministry.paper.heads, ministry.paper.cover) == ("serif", "page")
    assert ministry.logo is not None


@pytest.mark.parametrize(
    ("find", "put", "says"),
    [
        (
            'muted: "#55606E"',
            'muted: "#8A94A1"',
            [
                'own.yaml:6:10: error: muted "#8A94A1" on paper "#FFFFFF"'
                " has a contrast of 3.07:1\n"
                "  text must have 4.5:1 (WCAG 2.2, 1.4.3): take a darker colour,"
                " or a lighter paper",
                'own.yaml:6:10: error: muted "#8A94A1" on tint "#EEF2F7" has a contrast of 2.73:1\n'
                "  text must have 4.5:1 (WCAG 2.2, 1.4.3): take a darker colour,"
                " or a lighter tint",
            ],
        ),
        (
            '"#5B97DB", "#20786C", "#5E0E3B", "#C4680A"',
            '"#9CC3F0", "#20786C", "#5E0E3B", "#C4680A"',
            [
                'own.yaml:12:23: error: series "#9CC3F0" on paper "#FFFFFF"'
                " has a contrast of 1.82:1\n"
                "  marks must have 3:1 (WCAG 2.2, 1.4.11): take a darker colour,"
                " or a lighter paper",
            ],
        ),
        (
            "\npaper:\n",
            '\nlogo: {file: none.png, alt: "Emblem of 3 rings"}\npaper:\n',
            [
                'own.yaml:28:14: error: no logo "none.png"\n  name a PNG file beside the theme',
                "own.yaml:28:29: error: a digit in the words for the logo\n"
                "  say in words what it shows; no figure answers for a number here",
            ],
        ),
    ],
)
def test_what_cannot_be_seen_or_found_is_refused(
    find: str, put: str, says: list[str], tmp_path: Path
) -> None:
    assert find in HOUSE
    theme, problems = themed(tmp_path, HOUSE.replace(find, put, 1))
    assert theme is None
    assert problems == says


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)
    assert contrast("#FFFFFF", "#FFFFFF") == 1


def test_a_dark_deck_has_a_light_paper_and_contrast_on_both() -> None:
    theme = read_theme("night", Path("."), Problems(), HERE)
    assert theme is not None
    light, dark = theme.colours, theme.on_screen.colours
    assert contrast(light.paper, "#000000") > 15
    assert contrast(dark.paper, "#FFFFFF") > 15
    for colours in (light, dark):
        for text in (colours.ink, colours.muted, colours.accent, *colours.series_text):
            assert contrast(text, colours.paper) >= 4.5
        for text in (colours.ink, colours.muted, colours.accent):
            assert contrast(text, colours.tint) >= 4.5
        for mark in (colours.soft, colours.highlight, *colours.series):
            assert contrast(mark, colours.paper) >= 3


def test_colours_of_a_dark_deck_that_are_too_faint_are_to_be_made_lighter(tmp_path: Path) -> None:
    night = assets.path("themes", "night.yaml").read_text("utf-8")
    assert night.count('muted: "#B3BFCC"') == 1
    theme, problems = themed(tmp_path, night.replace('muted: "#B3BFCC"', 'muted: "#4B5866"'))
    assert theme is None
    assert problems[0] == (
        'own.yaml:18:10: error: muted "#4B5866" on paper "#101822" has a contrast of 2.45:1\n'
        "  text must have 4.5:1 (WCAG 2.2, 1.4.3): take a lighter colour, or a darker paper"
    )


def test_the_ministry_has_habits_of_its_own() -> None:
    house, ministry = (
        read_theme(n, Path("."), Problems(), HERE) for n in ("paperdeck", "ministry")
    )
    assert house is not None
    assert ministry is not None
    habits = ministry.habits
    assert (habits.rules, habits.heads, habits.charts) == ("below", "centre", "serif")
    assert habits.baseline > house.habits.baseline
    assert ministry.chart_face == ministry.serif != house.chart_face


def test_a_night_is_the_house_theme_but_for_its_screen() -> None:
    house, night = (read_theme(n, Path("."), Problems(), HERE) for n in ("paperdeck", "night"))
    assert house is not None
    assert night is not None
    assert (night.colours, night.serif, night.sans) == (house.colours, house.serif, house.sans)
    assert (night.paper, night.deck, night.habits) == (house.paper, house.deck, house.habits)


def test_our_own_logo_is_said_in_the_language_of_the_briefing() -> None:
    themes = [
        read_theme("ministry", Path(), Problems(), HERE, tag) for tag in ("en-GB", *LANGUAGES)
    ]
    said = [theme.logo.alt for theme in themes if theme is not None and theme.logo is not None]
    assert said[0].startswith("Emblem: three rising columns")
    assert len({*said}) == len(LANGUAGES)
