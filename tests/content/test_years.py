"""Years and counts: sentences of four languages, read as whole contents are."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from builder.content import read_content
from builder.content.references import inlines
from builder.language.years import Years
from builder.model.text import Run, plain
from builder.problems import Problem, Problems
from tests.content.reading import read, write

CASES = Path(__file__).parents[1] / "cases" / "years"
LANGUAGES = ("en", "de", "fr", "uk")


@cache
def sentences(language: str, kind: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return sentences, and of each the years or counts that are judged."""
    cases: dict[str, list[dict[str, Any]]] = YAML(typ="safe").load(CASES / f"{language}.yaml")
    return tuple(
        (case["text"], tuple(case.get("numbers") or (case["number"],))) for case in cases[kind]
    )


def briefing(language: str, more: str = "") -> str:
    return f"title: A title\nslug: a\nlanguage: {language}\ndate: 2026-03\nsections: [one]\n{more}"


def problems_of(folder: Path, language: str, text: str, more: str = "") -> list[Problem]:
    """Return what is said of a content whose one section says a text."""
    write(
        folder, {"briefing.yaml": briefing(language, more), "sections/one.md": f"# One\n\n{text}\n"}
    )
    problems = Problems()
    read_content(folder, problems)
    return problems.found


def unbound(problems: list[Problem]) -> list[str]:
    """Return the numbers that nothing owns."""
    return [p.found.split('"')[1] for p in problems if p.found.startswith("unbound number")]


def flagged(folder: Path, language: str, kind: str) -> list[tuple[str, list[bool]]]:
    """Return of each sentence which of its judged numbers are unbound."""
    cases = sentences(language, kind)
    text = "\n\n".join(sentence for sentence, _ in cases)
    places = [
        (problem.place.line, problem.place.column, problem.found.split('"')[1])
        for problem in problems_of(folder, language, text)
        if problem.found.startswith("unbound number")
    ]
    found = []
    for number, (sentence, judged) in enumerate(cases):
        here = [(column - 1, word) for line, column, word in places if line == 3 + 2 * number]
        at = [sentence.index(each) for each in judged]
        hit = [any(start <= index < start + len(word) for start, word in here) for index in at]
        found.append((sentence, hit))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_count_passes_for_a_year(language: str, tmp_path: Path) -> None:
    found = flagged(tmp_path, language, "counts")
    assert len(found) == 50
    assert [sentence for sentence, hit in found if not all(hit)] == []


def test_nearly_every_year_in_an_ordinary_place_needs_no_declaration(tmp_path: Path) -> None:
    found = [
        sentence
        for language in LANGUAGES
        for sentence, hit in flagged(tmp_path / language, language, "years")
        if any(hit)
    ]
    assert len(found) <= 6, found


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_rule_was_written_with_still_holds(language: str) -> None:
    years = Years(1976, 2056, language)
    seen = YAML(typ="safe").load(CASES.parent / "years-seen" / f"{language}.yaml")
    for text in seen["years"]:
        spans = list(years.spans(text))
        for found in re.finditer(r"(?<!\d)(?:19|20)\d\d(?!\d)", text):
            assert any(span.start <= found.start() < span.stop for span in spans), text
    assert [text for text in seen["counts"] if list(years.spans(text))] == []


# Where a year is a year without any sentence around it, and where it is not.
PLACES = [
    ("| Year | Visits |\n|---|---|\n| 2019 | few |", []),
    ("| Town | Visits |\n|---|---|\n| Quay | 2019 |", ["2019"]),
    ("| Town | Opened |\n|---|---|\n| Quay | 2019 |", []),
    ("| Town | Last renovated |\n|---|---|\n| Quay | 2019 |", []),
    ("| Town | Visitors per year |\n|---|---|\n| Quay | 2019 |", ["2019"]),
    ("| Town | 2023 | 2024 |\n|---|---|---|\n| Quay | few | many |", []),
    ("- 2023\n- 2024 (forecast)", []),
    ("## 2023", []),
    ("In **2023** it rained.", []),
    ("It lost **2023** books.", ["2023"]),
    ("It lost [2023]{year}.", []),
    ("It came in 2023[^n].\n\n[^n]: Since 2019 so.", []),
    ("In 2023--2024 it rained.", []),
    ("Since 1975 it rains; until 2057 it will.", ["1975", "2057"]),
    ("He calls it [Jahr 2023]{lang=de}.", []),
    ("`2023` is code.", []),
]


@pytest.mark.parametrize(("text", "left"), PLACES)
def test_where_it_stands_tells_a_year(text: str, left: list[str], tmp_path: Path) -> None:
    assert unbound(problems_of(tmp_path, "en-GB", text)) == left


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "period", ["2022-Q1", "2022Q1", "2022-H1", "2022-T1", "2022-S2", "2022-W10", "2023/24"]
)
def test_a_figure_is_of_a_quarter_or_a_half_as_offices_write_them(
    period: str, language: str, tmp_path: Path
) -> None:
    write(
        tmp_path,
        {
            "briefing.yaml": briefing(language),
            "sections/one.md": "# One\n\nThere are {{ a }} ({{ a | as_of }}).\n",
            "figures.yaml": f"a: {{label: A, value: 7, unit: t, as_of: {period}, source: s}}\n",
            "sources.yaml": "s: {title: A survey}\n",
        },
    )
    problems = Problems()
    content = read_content(tmp_path, problems)
    assert problems.found == []
    assert content is not None
    assert content.figures["a"].as_of == period


def test_titles_labels_captions_and_categories_hold_years(tmp_path: Path) -> None:
    files = {
        "briefing.yaml": briefing("en-GB", "subtitle: Outlook to 2030\n").replace(
            "A title", "The harbour in 2025"
        ),
        "figures.yaml": "a: {label: 'Ships in 2023, low case', value: 4, unit: ships,"
        " as_of: since 2023, source: s, note: Counted until 2024.}\n",
        "sources.yaml": "s: {title: A survey}\n",
        "charts.yaml": "c:\n  kind: grouped\n  title: Ships since 2023\n"
        "  note: Until 2024 by hand.\n"
        "  categories: ['2023', 2024 (forecast)]\n  groups: {FY2025: [a, a]}\n",
        "sections/one.md": "# The year 2023\n\n:::{chart} c\n:::\n\n"
        "::::{slide} In 2023, {{ a }} came\n\n- In 2023\n\n:::{notes}\nIn 2023.\n:::\n::::\n",
    }
    content, problems = read(write(tmp_path, files))
    assert problems == []
    owned = [
        item.text
        for part in (content.meta.texts, content.figures["a"].texts)
        for text in part.values()
        for item in inlines(text)
        if isinstance(item, Run) and item.owner and item.owner.kind == "date"
    ]
    assert owned == ["2025", "2030", "2023", "2024", "2023"]


HEADS = {
    "en": ("2024, t", "Sales 2024, EUR mn", "2024, per cent", "Income 2024, in euros"),
    "de": ("2024, t", "Umsatz 2024, Mio. Euro", "2024, %", "Menge 2024, Tsd. t"),
    "fr": ("2024, t", "Ventes 2024, millions d’euros", "2024, %", "Recettes 2024, en euros"),
    "uk": ("2024, тис. т", "Виторг 2024, млн дол.", "2024, %", "Обсяг 2024, тис. т"),
}
COUNTS = {
    "en": ("2024 t", "sold 2024, mostly cups", "2024, as ever", "2024, 2 t"),
    "de": ("2024 t", "verkauft 2024, meist Tassen", "2024, wie immer", "2024, 2 t"),
    "fr": ("2024 t", "vendu 2024, surtout", "2024, comme toujours", "2024, 2 t"),
    "uk": ("2024 т", "продано 2024, переважно чашок", "2024, як завжди", "2024, 2 т"),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_head_may_be_a_year_and_after_a_comma_a_unit(language: str, tmp_path: Path) -> None:
    for heads, known in ((HEADS, True), (COUNTS, False)):
        for head in heads[language]:
            table = f":::{{table}} t\n:caption: Sales\n:columns: k = Key; n = {head}\n:::"
            write(tmp_path, {"data/t.csv": "k,n\na,1\n"})
            found = unbound(problems_of(tmp_path, language, table))
            assert ("2024" not in found) is known, head


def test_a_doubtful_year_is_unbound_and_the_message_offers_to_mark_it(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, "en-GB", "It grew by 2023.")
    assert problem.found == 'unbound number "2023"'
    assert problem.hint == "name it in figures.yaml\nif it is a year, say so: [2023]{year}"


def test_a_marked_year_is_held_against_the_window(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, "en-GB", "It grew by [3000]{year}.")
    assert problem.found == '"3000" is no year from 1976 to 2056'
    assert "years: 1950-2060" in problem.hint
    assert problems_of(tmp_path, "en-GB", "It grew by [2023 books]{year}.") == []
    (problem,) = problems_of(tmp_path, "en-GB", "It grew by [20]{year}.")
    assert problem.found == '"20" is no year from 1976 to 2056'


def test_the_window_is_the_briefings_own(tmp_path: Path) -> None:
    text = "Since 1950 it rains."
    (problem,) = problems_of(tmp_path, "en-GB", text)
    assert problem.hint.splitlines()[-1] == (
        "if it is a year, it lies outside those of this briefing, 1976 to 2056: widen years: in "
        "briefing.yaml"
    )
    assert problems_of(tmp_path, "en-GB", text, "years: 1940-2056\n") == []
    (problem,) = problems_of(tmp_path, "en-GB", "Rain.", "years: 2056-1940\n")
    assert problem.found == 'years: "2056-1940" ends before it begins'
    (problem,) = problems_of(tmp_path, "en-GB", "Rain.", "years: 1940\n")
    assert problem.found == 'years: "1940" is not a span of years'


@pytest.mark.parametrize("name", ["2023", "2019–2023", "2010s", "FY2024"])
def test_a_year_under_names_is_to_be_taken_out(name: str, tmp_path: Path) -> None:
    text = "In 2023 it rained. It lost 2023 books and $2023."
    found = problems_of(tmp_path, "en-GB", text, f"names: ['{name}']\n")
    (warning,) = [problem for problem in found if problem.severity == "warning"]
    assert warning.found == f'the year "{name}" stands under names:, where it is not looked at'
    assert warning.hint.startswith("take it out: ")
    assert unbound(found) == ["2023", "$2023"]


@given(
    before=st.sampled_from(["", "In ", "Since March ", "The ", "lost ", "rose by ", "(", "of "]),
    after=st.sampled_from(["", " books", " target", " was", ", so", ")", " km", "–2024", "s"]),
    year=st.integers(1900, 2100),
)
def test_a_year_outside_the_window_is_never_one(before: str, after: str, year: int) -> None:
    years = Years(1976, 2056, "en")
    text = f"{before}{year}{after}"
    spans = [text[span] for span in years.spans(text)]
    assert all(years.holds(int(found[:4])) for found in spans)
    assert plain((Run(text),)) == text


def test_what_follows_decides_whatever_stands_before() -> None:
    years = Years(1976, 2056, "en")
    for before in ("In ", "Since ", "By ", "After ", "In March ", "The winter of "):
        for after in (" books were lost", " km", " homes", " people", "%", " €", " of the boats"):
            assert list(years.spans(f"It is so. A loss {before}2023{after}.")) == []
