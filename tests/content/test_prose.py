from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from builder.content.context import Context, Names, has_digit
from builder.content.lines import Lines, Locator
from builder.content.markdown import parser, shielded
from builder.content.references import inlines
from builder.content.texts import inline_text, text_of
from builder.model.blocks import Heading, Paragraph
from builder.model.text import FigureUse, Owner, Run, Text, plain
from builder.problems import Problems
from tests.content.reading import section

PIECES = [
    *"ab 7*_`[]{}()<>|:#-!^\\&$~=\n",
    "\n\n",
    "{{ a }}",
    "{{ a | short }}",
    "[^n]",
    "[^n]: ",
    ":::{chart} c\n",
    "::::{slide} s\n",
    ":::{table} t\n",
    ":::{quote}\n",
    ":::\n",
    "::::\n",
    ":claim: c\n",
    "| a | b |\n|---|---|\n| 1 | {{ a | bare }} |\n",
    "## h {#x}\n",
    "- ",
    "> ",
    "    ",
    "[w]{claim=c}",
    "&#55;",
    "<b>",
    "½",
]
MARKED = [
    "_a_",
    "*a*",
    "**:",
    "~~a~~",
    "==a==",
    "a^7^",
    "$a$",
    "{}",
    "[a](b)",
    "`7`",
    "&amp;",
    "<b>",
    "",
]
UNMARKED = st.text(alphabet=" ab7,.'\"#|:-=+/()@%é½", max_size=9)
MARKDOWN = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


@given(MARKDOWN | st.text(max_size=80))
def test_any_text_is_read_and_no_digit_slips_through(text: str) -> None:
    found, context = section("# T\n\n" + text)
    loose = {number.word for number in context.loose}
    for item in inlines(found):
        if isinstance(item, Run) and item.owner is None and has_digit(item.text):
            assert any(word in item.text for word in loose)


@pytest.mark.parametrize(
    ("text", "column"), [("\\*½", 3), ("\\_7", 3), ("a\\*b 7", 6), ("\\*\\*½", 5), ("7\\* 8", 1)]
)
def test_a_number_behind_an_escaped_sign_is_told_where_it_stands(text: str, column: int) -> None:
    _, context = section("# T\n\n" + text)
    assert context.loose[0].place.column == column


@given(MARKDOWN)
def test_a_place_points_at_what_it_names(text: str) -> None:
    source = ("# T\n\n" + text).replace("&#55;", "")
    found, context = section(source)
    lines = source.split("\n")
    for number in context.loose:
        line = lines[number.place.line - 1][number.place.column - 1 :]
        assert line.startswith((number.word[0], "\\" + number.word[0])), (number, lines)
    for item in inlines(found):
        if isinstance(item, FigureUse):
            line = lines[item.place.line - 1][item.place.column - 1 :]
            assert line.startswith("{{"), (item, lines)


def words(text: str, *names: str) -> list[tuple[str, str]]:
    """Return the runs of a paragraph with the names that own them."""
    found, _ = section(f"# T\n\n{text}\n", *names)
    runs = [item for item in inlines(found.blocks) if isinstance(item, Run)]
    return [(run.text, run.owner.id if run.owner else "") for run in runs]


def test_the_longest_name_wins() -> None:
    assert words("A Mk 3 B flew", "Mk 3", "Mk 3 B") == [
        ("A ", ""),
        ("Mk 3 B", "Mk 3 B"),
        (" flew", ""),
    ]


def test_a_name_is_a_whole_word() -> None:
    for text in ("XMk 3", "Mk 34", "Mk 3.5", "Mk 3,000", "5-Mk 3"):
        _, context = section(f"# T\n\n{text}\n", "Mk 3")
        assert context.loose, text


def test_a_name_is_found_with_any_space_and_hyphen() -> None:
    assert words("a Mk\u00a03 or\nMk\n3", "Mk 3")[1] == ("Mk\u00a03", "Mk 3")
    assert words("a T\u201172", "T-72") == [("a ", ""), ("T\u201172", "T-72")]


def test_an_address_owns_its_digits() -> None:
    assert words("<https://example.org/2024>") == [
        ("https://example.org/2024", "https://example.org/2024")
    ]
    _, context = section("# T\n\n[24](https://example.org/24)\n")
    assert [number.word for number in context.loose] == ["24"]


def test_a_number_is_taken_whole() -> None:
    text = "(3,700) and 2024-09, 5.2; “$240bn”—90% of m4."
    _, context = section(f"# T\n\n{text}\n")
    found = [number.word for number in context.loose]
    assert found == ["3,700", "2024-09", "5.2", "$240bn", "90%", "m4"]


def test_a_use_with_a_form_stands_in_a_table_cell() -> None:
    found, context = section("# T\n\n| a | b |\n|---|---|\n| {{ x | short }} | `a \\| b` |\n")
    assert not list(context.problems)
    assert [(m.kind, m.name) for m in context.mentions] == [("figure", "x")]
    assert found.blocks


def test_comments_are_not_printed() -> None:
    found, context = section("# T\n\n<!-- 7 -->\n\nSeen<!-- 8 -->.\n")
    assert not list(context.problems)
    assert [plain(b.text) for b in found.blocks if isinstance(b, Paragraph)] == ["Seen."]


def test_an_escaped_brace_is_a_brace() -> None:
    found, context = section("# T\n\nA \\{\\{ brace }\\}\n")
    assert not list(context.problems)
    assert plain(found.blocks[0].text) == "A {{ brace }}"  # type: ignore[union-attr]


def test_anchors_follow_from_headings_and_stay_apart() -> None:
    found, _ = section(
        "# T\n\n## Sea & rail\n\n## Sea & rail\n\n## Sea & rail\n\n## Other {#mine}\n"
    )
    anchors = [block.anchor for block in found.blocks if isinstance(block, Heading)]
    assert anchors == ["sea-rail", "one-sea-rail", "one-sea-rail-3", "mine"]


def test_links_by_reference_reach_into_directives() -> None:
    text = "# T\n\n:::{callout}\nSee [it].\n:::\n\n[it]: https://example.org/a\n"
    found, context = section(text)
    assert not list(context.problems)
    assert [i.link for i in inlines(found) if isinstance(i, Run) and i.link] == [
        "https://example.org/a"
    ]


def test_a_directive_in_a_directive_keeps_its_lines() -> None:
    text = (
        "# T\n\n::::{slide} S\n:layout: chart\n\n- {{ a }}\n\n:::{notes}\nSay {{ b }}.\n:::\n::::\n"
    )
    _, context = section(text)
    assert [(m.name, m.place.line, m.place.column) for m in context.mentions] == [
        ("a", 6, 3),
        ("b", 9, 5),
        ("chart", 4, 10),
    ]


def test_a_code_span_owns_its_digits() -> None:
    found, context = section("# T\n\n`x7`\n")
    owned = [run.owner for run in inlines(found.blocks) if isinstance(run, Run)]
    assert (owned, context.loose) == ([Owner("code", "x7")], [])


def test_a_name_in_a_link_keeps_the_link() -> None:
    found, _ = section("# T\n\n[the Mk 3](https://example.org)\n", "Mk 3")
    owned = [i for i in inlines(found.blocks) if isinstance(i, Run) and i.owner]
    assert [(run.text, run.link, run.owner) for run in owned] == [
        ("Mk 3", "https://example.org", Owner("name", "Mk 3"))
    ]


def _parsed(text: str, locate: Locator, context: Context) -> Text:
    """Return a text as the parser reads it, whether or not it holds a mark."""
    tokens = parser().parseInline(shielded(text), {})
    return text_of(tokens[0].children or (), locate, context)


# Nothing may be put beside the text to have it parsed: what a mark does, its neighbours decide.
@given(
    st.tuples(UNMARKED, st.sampled_from(MARKED), UNMARKED).map("".join)
    | st.lists(st.sampled_from([*"ab7 .:*_\n", *MARKED]), min_size=1, max_size=6).map("".join)
)
@example("*:**")
@example("\\\x1f")
def test_a_text_without_marks_reads_as_if_it_had_been_parsed(text: str) -> None:
    whole, parsed = Context(Problems(), Names(())), Context(Problems(), Names(()))
    locate = Lines("a.yaml", text).place
    assert inline_text(text, locate, whole, formulas=True) == _parsed(text, locate, parsed)
    assert list(whole.problems) == list(parsed.problems)
    assert whole.loose == parsed.loose


def test_a_callout_whose_title_begins_with_its_kind_draws_a_warning() -> None:
    text = "# T\n\n:::{callout} warning Read with care\nOr not.\n:::\n"
    _, context = section(text)
    (problem,) = context.problems.warnings
    assert 'begins with its kind, "warning"' in problem.found
    assert problem.hint == "write the kind below it, :kind: warning, and the title with a capital"
    kind = text.replace("warning Read with care", "warning signs\n:kind: note\n")
    assert not section(kind)[1].problems.warnings
