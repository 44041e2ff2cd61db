"""What is read quickly says what the parser says: values, their places, what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from builder.content import documents
from builder.content.lines import Lines
from builder.problems import Problems

ROOT = Path(__file__).parents[2]
# Lines as authors write them, and those that turn the lines around them into something else.
LINES = (
    *("a: b", "a:", "  b: c", "  b:", "    c: 1", "  - x", "- y", "a: [1, 2]", "  d: {e: f}"),
    *("# c", "", "  # c", 'a: "x', 'b"', "a: |", "   text", "  t: x: y", "  u: http://a.b/c"),
    *(
        "  z: ~",
        "k: null",
        "  q: v # c",
        '  "q": x',
        "a: >-",
        "\tb: c",
        "---",
        "...",
        "%x",
        "c: d ",
    ),
    *("? x", ": y", "  &a b: c", "a: *b", "a: !x y", "b: 'it''s'", "    deep: er", "   odd: in"),
    *('s: "16:9"', '  r: ""', 'm: "a" b', '  n: "a # b: c" ', 'o: "it\\"s"', "a: [b, c_2,d]"),
    *("  f: [null, b]", "g: [a b]", "h: [a, ]", "i: [a,  b]", "  j: [k] l", "l: []", "p: [a"),
    *("a :b", "é: x", "a: é", "a: 12:30", "a: b:", "a: -1", "  e: b c d", "x: a,b]", "x: a#b"),
)


def _said(text: str) -> object:
    problems = Problems()
    found = documents.read_document(Lines("a.yaml", text), problems)
    read = found and (found.plain, found.keys, found.values, found.empty)
    return read, problems.found


def _slowly(text: str) -> object:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(documents, "_QUICK", yaml.BaseLoader)
        return _said(text)


@example("a: !x y\n\tb: c", "")
@given(st.lists(st.sampled_from(LINES), max_size=8).map("\n".join), st.sampled_from(["", "\n"]))
def test_lines_read_quickly_say_what_the_parser_says(text: str, end: str) -> None:
    assert _said(text + end) == _slowly(text + end)


@pytest.mark.parametrize("name", ["briefing", "figures", "sources", "claims", "charts"])
def test_files_read_quickly_say_what_the_parser_says(name: str) -> None:
    text = (ROOT / "tests" / "cases" / "small" / f"{name}.yaml").read_text("utf-8")
    assert _said(text) == _slowly(text)
