"""The alt text that a chart gets by itself gives its finding: `cases/alt-texts.toml`."""

from __future__ import annotations

import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from builder import project
from builder.charts.registry import KINDS, kind_of
from builder.cli import run
from builder.content import read_content
from builder.language.language import LANGUAGES, base_language, module_of
from builder.model.chart import FlowSpec, ResolvedChart
from builder.model.figure import Figure, Hedge, Moment
from builder.model.text import FigureUse, Line, plain
from builder.problems import Place, Problems
from tests.resolve.making import chart, chart_spec, complaints, content, figure, table, words
from tests.shares import share

ROOT = Path(__file__).parents[1]
CASES: dict[str, dict[str, Any]] = tomllib.loads(
    (ROOT / "cases" / "alt-texts.toml").read_text("utf-8")
)
CONTENTS = [
    ROOT.parent / "content",
    *(
        ROOT / "cases" / "strangers" / name
        for name in (
            "arvene",
            "campsites-on-a-french-shore",
            "cycling-in-a-ukrainian-city",
            "district-heating-in-a-german-city",
            "rural-hospitals-in-a-us-state",
            "school-meals-in-a-ukrainian-oblast",
            "talsperren",
        )
    ),
]
LONGEST = {"en": 250}
LONGEST_ELSEWHERE = 300


def figures(case: dict[str, Any]) -> Iterator[Figure]:
    for stated in case.get("figures", ()):
        keys = dict(stated)
        name, value, unit = keys.pop("id"), keys.pop("value"), keys.pop("unit", "")
        if "hedge" in keys:
            keys["hedge"] = Hedge(keys["hedge"])
        if keys.get("as_of", "")[:1].isdigit():
            keys["as_of"] = Moment(*map(int, keys["as_of"].split("-")))
        if not unit:
            value = Moment(*map(int, value.split("-")))
        yield figure(name, value, unit, **keys)


def made(name: str, language: str) -> ResolvedChart:
    case = CASES[name]
    keys = {key: tuple(v) if isinstance(v, list) else v for key, v in case["chart"].items()}
    keys |= {key: words(keys[key]) for key in ("subtitle", "note") if key in keys}
    if "flows" in keys:
        keys["flows"] = tuple(
            FlowSpec(
                words(flow["from"]),
                words(flow["to"]),
                words(flow["says"]),
                (FigureUse(flow["amount"], (), Place("charts.yaml", 1, 1)),),
            )
            for flow in keys["flows"]
        )
    if "data" in case:
        keys |= {"data": (table("held", case["data"]),), "table": "held"}
    return chart(case.get("kind", name), *figures(case), language=language, **keys)


SAYS = [(name, tag, says) for name, case in CASES.items() for tag, says in case["says"].items()]


@pytest.mark.parametrize(("name", "tag", "says"), share(SAYS, 3))
def test_a_chart_says_what_it_shows(name: str, tag: str, says: str) -> None:
    said = plain(made(name, tag).alt)
    assert said.translate({0xA0: " ", 0x202F: " "}) == says


def test_every_kind_has_its_alt_text_in_two_languages_and_every_language_has_some() -> None:
    told: dict[str, set[str]] = {}
    for name, case in CASES.items():
        told.setdefault(case.get("kind", name), set()).update(case["says"])
    assert told.keys() == set(KINDS) - {"figure"}  # of which its author says all
    assert all(len(tags) >= 2 for tags in told.values())
    assert {base_language(tag) for _, tag, _ in SAYS} == set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_phrases_of_english(language: str) -> None:
    english, other = (module_of(tag, "labels").PHRASES for tag in ("en", language))
    assert english.keys() == other.keys()
    for key, phrase in english.items():
        places = {place.split("}")[0] for place in phrase.split("{")[1:]}
        assert places == {place.split("}")[0] for place in other[key].split("{")[1:]}, key


def sentences(line: Line) -> list[str]:
    return [each.strip(" .!?").casefold() for each in plain(line).split(". ") if len(each) > 20]


@pytest.mark.parametrize("folder", share(CONTENTS, 12), ids=lambda path: path.name)
def test_no_alt_text_is_long_repeats_the_caption_or_has_a_number_without_an_owner(
    folder: Path,
) -> None:
    briefing, _ = project.resolved(folder, Problems())
    held = read_content(folder, Problems())
    assert held is not None
    stated = {spec.id for spec in held.charts.values() if spec.alt}
    for drawn in briefing.charts.values():
        if drawn.id in stated:
            continue
        said = plain(drawn.alt)
        longest = LONGEST.get(base_language(drawn.language), LONGEST_ELSEWHERE)
        assert len(said) <= longest, said
        heard = {*sentences(drawn.title), *sentences(drawn.subtitle), *sentences(drawn.note)}
        assert not heard.intersection(sentences(drawn.alt))
        assert all(sentence not in said.casefold() for sentence in sentences(drawn.title))
        for each in drawn.alt:
            assert each.owner or not any(map(str.isdigit, each.text)), each


NO_FINDING = (
    'charts.yaml:1:1: warning: chart "one" has no alt text, and its data alone tell no finding'
)
SCATTERED = table("held", "a,b\n1,5\n2,1\n3,4\n4,2\n5,5\n6,1\n7,3")


@pytest.mark.parametrize(
    ("keys", "warned"),
    [
        ({}, True),
        ({"alt": words("It goes nowhere.")}, False),
        ({"claim": "high"}, False),
    ],
)
def test_whoever_draws_points_that_follow_no_rule_is_asked_for_an_alt_text(
    keys: dict[str, Any], warned: bool
) -> None:
    spec = chart_spec(
        "scatter",
        title=words("Here and there"),
        source=("survey",),
        table="held",
        x="a",
        y=("b",),
        **keys,
    )
    found = complaints(
        content(figure("up", "5"), charts=(spec,), data=(SCATTERED,), claims={"high": "up > 1"})
    )
    assert any(each.startswith(NO_FINDING) for each in found) == warned


@pytest.mark.longer
def test_a_figure_in_the_subtitle_of_a_chart_is_no_figure_of_another_wording(
    tmp_path: Path,
) -> None:
    copied = tmp_path / "content"
    shutil.copytree(ROOT / "cases" / "small", copied)
    stated = (copied / "charts.yaml").read_text("utf-8")
    subtitle = 'subtitle: "Freight, of which {{ freight_sea }} by sea"'
    stated = stated.replace("subtitle: Freight, thousand tonnes", subtitle)
    assert subtitle in stated
    (copied / "charts.yaml").write_text(stated, "utf-8")
    assert run(["build", str(copied), "--out", str(tmp_path / "out"), "--quiet"]) == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_kinds_are_called_the_same(language: str) -> None:
    names = [kind_of(kind).called[language] for kind in KINDS]
    assert len(set(names)) == len(names)
