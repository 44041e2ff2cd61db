"""The README's examples of YAML: every key in them is one that its file takes."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest

from builder.content.briefing import BRIEFING
from builder.content.charts import CHARTS
from builder.content.documents import read_document
from builder.content.figures import FIGURES, SOURCES
from builder.content.lines import Lines
from builder.content.scalars import TABLES as BOOKS
from builder.content.shape import Fault
from builder.problems import Problems

README = (Path(__file__).resolve().parents[1] / "README.md").read_text("utf-8")
EXAMPLES = [textwrap.dedent(found) for found in re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)]


def faults(example: str) -> list[Fault]:
    """Return what is wrong with an example, as part of the file whose keys it has."""
    problems = Problems()
    document = read_document(Lines("example.yaml", example, ()), problems)
    assert document is not None
    assert problems.found == []
    plain = document.plain
    if plain.keys() & BRIEFING.keys.keys():
        return [fault for fault in BRIEFING.faults(plain, ()) if not fault.missing]
    found: list[Fault] = []
    for id, entry in plain.items():
        if id == "units":
            found += FIGURES.reserved["units"][0].faults(entry["station"], (id,))
            continue
        keys = entry.keys() if isinstance(entry, dict) else set()
        known = {"kind": CHARTS, "workbook": BOOKS, "cite": SOURCES}
        shape = next((known[key] for key in known if key in keys), FIGURES)
        found += [fault for fault in shape.entry.faults(entry, (id,)) if not fault.missing]
    return found


def test_the_readme_has_examples_of_yaml() -> None:
    assert len(EXAMPLES) >= 10


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda each: each.split(":")[0].strip())
def test_an_example_of_the_readme_is_taken_as_it_stands(example: str) -> None:
    assert [fault.found for fault in faults(example)] == []


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda each: each.split(":")[0].strip())
def test_an_example_with_a_key_that_is_none_is_not(example: str) -> None:
    first = re.search(r"(\w+):", example)
    assert first is not None
    assert faults(example + "\nnothing_like_it: {no: such}\n") != []
