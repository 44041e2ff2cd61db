"""Marks of other Markdowns: `cases/marks.toml` says which are refused, and what is prose."""

from __future__ import annotations

import tomllib
from pathlib import Path
from string import ascii_letters

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it.token import Token

from builder.content.context import Context, Names
from builder.content.lines import Lines
from builder.content.markdown import block_tree, words_of
from builder.content.references import inlines
from builder.content.texts import inline_text
from builder.content.tree import Node
from builder.model.text import Run, plain
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


@pytest.mark.parametrize("text", CASES["read"])
def test_marked_words_are_read_as_they_are_to_be_set(text: str) -> None:
    section_, context = section(f"# T\n\n{text}\n")
    plainly, words, how = CASES["read"][text]
    runs = [run for run in inlines(section_.blocks) if isinstance(run, Run)]
    assert plain(runs) == plainly
    assert [(run.text, _how(run)) for run in runs if _how(run)] == [(words, how)]
    assert context.loose == []


@pytest.mark.parametrize("letters", [*ascii_letters, "AB", "HK", "US", "NZ"])
def test_letters_alone_between_dollar_signs_are_a_formula(letters: str) -> None:
    section_, _ = section(f"# T\n\nwhere ${letters}$ is what is saved.\n")
    runs = [run for run in inlines(section_.blocks) if isinstance(run, Run)]
    assert not any("$" in run.text for run in runs)
    assert [run.text for run in runs if run.formula] == [letters]


def _how(run: Run) -> str:
    manner = run.manner
    ways = {"struck": manner.struck, "capitals": manner.capitals, "code": run.code}
    return manner.shift or next((way for way, is_so in ways.items() if is_so), "")


@pytest.mark.parametrize("text", ["4^2^ of", "the ^2^ of", "to ~2~ of"])
def test_a_raised_digit_beside_no_letter_belongs_to_nothing(text: str) -> None:
    _, context = section(f"# T\n\n{text}\n")
    assert any("2" in number.word for number in context.loose)


def test_a_mark_is_refused_at_its_place_with_what_to_write() -> None:
    _, context = section("# T\n\nAll of it\n*is ==marked==* out.\n")
    assert [str(problem) for problem in context.problems] == [
        'one.md:4:5: error: marked text is not supported: "==marked=="\n'
        "  write *words* or **words**"
    ]


@pytest.mark.parametrize("text", ["Cost in $x^2$", "==Marked=="])
def test_texts_of_yaml_files_are_held_to_the_same(text: str) -> None:
    context = Context(Problems(), Names(()))
    inline_text(text, Lines("a.yaml", text).place, context)
    assert ["is not supported" in problem.found for problem in context.problems] == [True]


@pytest.mark.parametrize("text", CASES["terms"])
def test_what_begins_another_block_is_no_term(text: str) -> None:
    section_, _ = section(f"# T\n\n{text}\n")
    assert [type(block).__name__ for block in section_.blocks] == CASES["terms"][text]


def test_words_that_open_no_line_of_code_are_told_of() -> None:
    _, context = section("# T\n\n```python\nx\n```\n\n- ~~~ struck out ~~~ and more\n  x\n")
    assert [str(problem) for problem in context.problems] == [
        'one.md:7:1: warning: the words "struck out ~~~ and more" beside ~~~ are not printed\n'
        "  write no more than a language there, and what the lines are above them"
    ]


_PIECES = st.sampled_from(("{{ f }}", "**", "*", "~~", "_", " ", "s", "er", "(", ")", ",", "-"))


def _marked(text: str) -> list[str]:
    """Return what a text opens, closes and says, the words between as one."""
    tokens = _words(block_tree(text, {}))
    said = (token.type if token.nesting else token.content for token in tokens)
    return [part for part in said if part]


def _words(node: Node) -> list[Token]:
    own = words_of(node) if node.type == "inline" else []
    return own + [token for child in node.children for token in _words(child)]


@given(st.lists(_PIECES, max_size=12).map("".join))
@example("the **{{ f }}**s")
@example("die *{{ f }}*er Jahre")
@example("~~{{ f }}~~s and x**{{ f }}**y")
def test_marks_around_a_figure_are_those_around_its_number(text: str) -> None:
    """A number printed between stars is bold in the plural too: the braces are no punctuation."""
    written = f"a {text} b"
    printed = ["90" if part == "f" else part for part in _marked(written)]
    assert "".join(printed) == "".join(_marked(written.replace("{{ f }}", "90")))
