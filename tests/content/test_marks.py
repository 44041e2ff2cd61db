"""Marks of other Markdowns: `cases/marks.toml` says which are refused, and what is prose."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from builder.content.context import Context, Names
from builder.content.lines import Lines
from builder.content.texts import inline_text
from builder.problems import Problems
from tests.content.reading import section

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "marks.toml").read_text("utf-8"))


def said(text: str) -> list[str]:
    _, context = section(f"# T\n\n{text}\n")
    return [problem.found for problem in context.problems if problem.severity == "error"]


@pytest.mark.parametrize("text", CASES["refused"])
def test_what_would_be_printed_as_typed_is_refused_by_name(text: str) -> None:
    assert CASES["refused"][text] in said(text)


@pytest.mark.parametrize("text", CASES["prose"])
def test_a_sign_that_is_no_mark_is_prose(text: str) -> None:
    assert said(text) == []


def test_a_mark_is_refused_at_its_place_with_what_to_write() -> None:
    _, context = section("# T\n\nAll of it\n*is ~~struck~~* out.\n")
    assert [str(problem) for problem in context.problems] == [
        'one.md:4:5: error: struck text is not supported: "~~struck~~"\n'
        "  leave it out: what changed since an earlier edition, changes: in briefing.yaml tells"
    ]


@pytest.mark.parametrize("text", ["Cost in $x^2$", "H~2~O", "~~Struck~~ out", "==Marked=="])
def test_texts_of_yaml_files_are_held_to_the_same(text: str) -> None:
    context = Context(Problems(), Names(()))
    inline_text(text, Lines("a.yaml", text).place, context)
    assert ["is not supported" in problem.found for problem in context.problems] == [True]
