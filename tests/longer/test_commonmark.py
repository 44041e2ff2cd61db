"""Every example of CommonMark's specification: built with its whole text, or refused for a reason.

The specification is fetched through npm; where that cannot be, these tests are skipped, loudly.
`cases/commonmark.toml` says which examples are refused, and why.
"""

from __future__ import annotations

import re
import subprocess
import tomllib
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

from builder import project
from builder.problems import ContentError, Problems
from builder.verify import read
from tests.commonmark import COUNT, Example, as_section, examples, fetched, letters, prepared
from tests.content.reading import write

REFUSED = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "commonmark.toml").read_text("utf-8")
)
LEAST = 520
TOGETHER = 40
BRIEFING = (
    "title: A title\nslug: a\nlanguage: en-GB\ndate: 2025\n"
    "page: {{size: A4, numbers: no}}\nsections: [{}]\n"
)


@pytest.fixture(scope="module")
def spec(tmp_path_factory: pytest.TempPathFactory) -> list[Example]:
    try:
        text = fetched(tmp_path_factory.mktemp("spec"))
    except (OSError, subprocess.SubprocessError) as error:
        told = f"the specification of CommonMark cannot be fetched: {error}"
        warnings.warn(told, stacklevel=2)
        pytest.skip(told)
    found = [prepared(example) for example in examples(text)]
    assert len(found) == COUNT
    return found


@pytest.fixture(scope="module")
def refused(spec: list[Example], tmp_path_factory: pytest.TempPathFactory) -> dict[int, str]:
    """The first error of each example that does not build, by its number."""
    folder = tmp_path_factory.mktemp("one")
    told = {}
    for example in spec:
        write(folder, {"sections/one.md": as_section(example)})
        try:
            project.lay_out(project.plan(folder, Problems()))
        except ContentError as error:
            told[example.number] = next(
                problem.found for problem in error.problems if problem.severity == "error"
            )
    return told


def test_enough_of_them_build(refused: dict[int, str]) -> None:
    assert COUNT - len(refused) >= LEAST


def test_the_others_are_refused_for_a_reason_that_is_listed(refused: dict[int, str]) -> None:
    reasons = {number: reason for reason, numbers in REFUSED.items() for number in numbers}
    assert set(refused) == set(reasons)
    for number, found in refused.items():
        assert re.search(reasons[number], found), (number, found)


def test_what_builds_has_its_whole_text_in_the_finished_paper(
    spec: list[Example], refused: dict[int, str], tmp_path: Path
) -> None:
    lost = []
    built = [example for example in spec if example.number not in refused]
    for at in range(0, len(built), TOGETHER):
        lost += _lost(built[at : at + TOGETHER], tmp_path / str(at))
    assert lost == []


def _lost(together: list[Example], folder: Path) -> Iterator[tuple[int, str]]:
    """Build examples as the sections of one briefing; yield what its paper does not say."""
    names = [f"s{example.number}" for example in together]
    sections = {
        f"sections/{name}.md": as_section(example)
        for name, example in zip(names, together, strict=True)
    }
    write(folder, {"briefing.yaml": BRIEFING.format(", ".join(names)), **sections})
    (folder / "sections" / "one.md").unlink()
    project.build(folder, folder / "out", ("paper", "deck"))
    places = read(folder / "out" / "a.pdf").places
    running = (
        place.text for place in places if place.channel == "body" and place.part != "Artifact"
    )
    said = letters("".join(running))  # over a page's foot too
    yield from (
        (example.number, example.markdown) for example in together if example.words not in said
    )
