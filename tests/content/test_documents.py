from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from builder.content.context import Context, Names
from builder.content.documents import Document, read_document
from builder.content.figures import read_figures
from builder.content.lines import Lines
from builder.problems import Problems
from tests.content.reading import BRIEFING, read, write

# Text in which YAML's own marks are far more frequent than chance would have them.
YAML = st.lists(
    st.sampled_from(
        [*"abc01:-[]{}#&*!|>'\"%@`,? \n\t\\~=<", "\n  ", ": ", "- ", "---\n", "a: b\n", "é", "²"]
    ),
    max_size=40,
).map("".join)


def document(text: str) -> Document:
    problems = Problems()
    read = read_document(Lines("a.yaml", text), problems)
    assert read is not None, list(problems)
    return read


@given(YAML | st.text(max_size=60))
def test_any_text_is_a_document_or_a_problem(text: str) -> None:
    problems = Problems()
    found = read_document(Lines("a.yaml", text), problems)
    assert found is not None or problems.errors


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**12)))
def test_a_decimal_comes_out_digit_for_digit(number: Decimal) -> None:
    text = f"x:\n  label: X\n  value: {number:f}\n  source: s\n"
    figures = read_figures(document(text), Context(Problems(), Names(())))
    if number.is_signed() and not number:
        assert figures["x"].value == 0
    else:
        assert str(figures["x"].value) == f"{number:f}"


def test_words_that_other_yaml_takes_for_values_stay_words() -> None:
    text = "a: no\nb: 2024-06\nc: 0.10\nd: 1e3\ne: 0x1F\nf: 12:30:45\ng: 1_000\n"
    assert document(text).plain == {
        "a": "no",
        "b": "2024-06",
        "c": "0.10",
        "d": "1e3",
        "e": "0x1F",
        "f": "12:30:45",
        "g": "1_000",
    }


def test_tabs_part_words_and_indent_nothing() -> None:
    assert document("a:\tb\tc\t# d\n").plain == {"a": "b\tc"}
    problems = Problems()
    assert read_document(Lines("a.yaml", "a:\n\tb: c\n"), problems) is None
    assert [problem.hint for problem in problems] == ["indent with spaces, not tabs"]


def test_a_key_without_a_value_counts_as_not_written() -> None:
    found = document("a:\nb: ~\nc: null\nd: ''\n")
    assert found.plain == {"d": ""}
    assert found.empty == {("a",), ("b",), ("c",)}


def test_every_key_and_value_has_its_place() -> None:
    found = document("a:\n  b: [x, 'y']\n")
    assert str(found.key_place(("a", "b"))) == "a.yaml:2:3"
    assert str(found.place(("a", "b", 1))) == "a.yaml:2:10"
    assert str(found.place(("a",))) == "a.yaml:1:1"


def test_characters_of_a_scalar_are_found_however_it_is_written() -> None:
    text = (
        "a: 'it''s Q9'\nb: \"x\\\"y Q9\"\nc: >\n  one\n  two Q9\nd: |\n  one\n  Q9\ne: one\n  Q9\n"
    )
    found = document(text)
    places = {}
    for key, value in found.plain.items():
        assert isinstance(value, str)
        place = found.locator((key,))(value.index("Q9"))
        places[key] = text.split("\n")[place.line - 1][place.column - 1 :][:2]
    assert places == dict.fromkeys("abcde", "Q9")


def test_a_file_with_a_byte_order_mark_and_windows_line_ends_reads_alike(tmp_path: Path) -> None:
    marked = {"briefing.yaml": "\ufeff" + BRIEFING.replace("\n", "\r\n")}
    content, problems = read(write(tmp_path, marked))
    assert problems == []
    assert content.meta.title == "A title"


def test_deep_nesting_is_a_problem_and_no_crash() -> None:
    problems = Problems()
    assert read_document(Lines("a.yaml", "a: " + "[" * 500), problems) is None
    assert [problem.found for problem in problems.errors] == ["nested too deeply"]
