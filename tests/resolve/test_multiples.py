"""Multiples and shares in words that a claim guards and nothing proves: `multiples.toml`."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from builder.content import read_content
from builder.problems import Problem, Problems
from builder.resolve import resolve
from tests.content.broken import CASES
from tests.content.reading import write

TOLD: dict[str, dict[str, str]] = tomllib.loads((CASES / "multiples.toml").read_text("utf-8"))
FIGURES = """\
dunes: {label: Dunes, value: 38, unit: m, source: s}
cliffs: {label: Cliffs, value: 9, unit: m, source: s}
ratio: {label: Dunes over cliffs, formula: dunes / cliffs, unit: times, decimals: 1}
share: {label: Share, value: 33, unit: "%", source: s}
"""
CLAIMS = """\
more: {says: Dunes lose more, holds: dunes > cliffs}
four: {says: Dunes lose four times more, holds: dunes >= 4 * cliffs}
top: {says: The first is the greatest, holds: "highest(shore.lost) == first(shore.lost)"}
rest: {says: The rest is greater, holds: 100 - share > 60}
"""
SAID = "neither figures nor claim come to"


def warnings(tag: str, body: str, folder: Path, title: str = "", exempt: str = "") -> list[Problem]:
    head = f"title: T\nslug: a\nlanguage: {tag}\ndate: 2026-03\nsections: [one]\n"
    used = "".join(f"[x]{{claim={claim}}} " for claim in ("more", "four", "top", "rest"))
    files = {
        "briefing.yaml": head + exempt,
        "figures.yaml": FIGURES,
        "claims.yaml": CLAIMS,
        "sources.yaml": "s: {title: S}\n",
        "data/shore.csv": "place,lost\na,9\nb,4\n",
        "sections/one.md": f"# T\n\n{body}\n\n{used}\n{title}",
    }
    problems = Problems()
    content = read_content(write(folder, files), problems)
    assert content is not None
    resolve(content, problems)
    assert not [each for each in problems.errors if "claim" in each.found]
    return [each for each in problems.warnings if each.found.startswith(SAID)]


@pytest.mark.parametrize("tag", sorted(TOLD))
def test_a_claim_proves_no_multiple_that_it_does_not_state(tag: str, tmp_path: Path) -> None:
    body = "\n\n".join(re.sub(r"\{(\w+)\}", r"{{ \1 }}", each) for each in TOLD[tag])
    told = {each.place.line: each.found.split('"')[1] for each in warnings(tag, body, tmp_path)}
    assert told == {3 + 2 * at: said for at, said in enumerate(TOLD[tag].values()) if said}


def test_what_the_figures_come_to_is_told_and_an_exemption_stills_it(tmp_path: Path) -> None:
    body = "It is {{ dunes }}, not {{ cliffs }}: [five times more]{claim=more}."
    (told,) = warnings("en-GB", body, tmp_path / "one")
    assert told.hint.splitlines()[1] == "they come to 4.22 times"
    exempt = 'exempt: [{words: "five times", because: It is a proverb.}]\n'
    assert warnings("en-GB", body, tmp_path / "two", exempt=exempt) == []


def test_shares_that_figures_come_to_are_told_as_such(tmp_path: Path) -> None:
    body = "Of them {{ share }} are left, [half of the places]{claim=rest}."
    (told,) = warnings("en-GB", body, tmp_path)
    assert told.hint.splitlines()[1].startswith("they come to 33 %")


def test_the_claim_of_a_title_proves_what_it_states(tmp_path: Path) -> None:
    def of(title: str, claim: str) -> list[Problem]:
        slide = f"\n:::{{slide}} {title}\n:claim: {claim}\n:figures: dunes, cliffs\n:::\n"
        return warnings("en-GB", "Text.", tmp_path / claim / title, slide)

    assert [each.place.line for each in of("Dunes lose five times more", "four")] == [7]
    assert of("Dunes lose four times more", "four") == []
    # A title has one claim, and may say more than one thing.
    assert of("Dunes lose four times more and half of them rest", "four") == []
