"""Breaking paragraphs into lines, and measuring the columns of tables."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path as FilePath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.model.text import Owner, Run
from builder.outputs.pdf.write.atoms import SetLine
from builder.outputs.pdf.write.columns import Needs, column_widths
from builder.outputs.pdf.write.flowables import TextBlock
from builder.outputs.pdf.write.stack import Dress, Stack
from builder.outputs.pdf.write.styles import TextStyle, styles_of
from builder.outputs.pdf.write.typeset import Typesetter
from builder.problems import Problems
from builder.text.breaking import Box, Measure, break_lines
from builder.text.opportunities import Hyphens
from tests.outputs.pdf import making
from tests.outputs.pdf.prose import GERMAN, PARAGRAPHS, UKRAINIAN

BODY = styles_of(making.house_theme(), 7.4).body


def lines(
    *runs: Run | str, measure: float = 200.0, language: str = "en-GB", style: TextStyle = BODY
) -> tuple[SetLine, ...]:
    setter = Typesetter(Hyphens(language, None), Problems())
    return setter.set(making.says(*runs), style, measure)


def words_of(line: SetLine) -> str:
    return "".join(span.text for span in line.spans)


boxes = st.lists(st.floats(1, 60), min_size=1, max_size=60).map(
    lambda widths: [Box(width, "space", 4.0) for width in widths]
)


@given(boxes, st.booleans())
def test_no_line_is_wider_than_the_measure_and_no_word_is_lost(
    words: list[Box], justified: bool
) -> None:
    ends, _ = break_lines(words, Measure(100.0, justified))
    assert ends == sorted(set(ends))
    assert ends[-1] == len(words)
    for start, end in zip([0, *ends], ends, strict=False):
        gaps = end - start - 1
        shrunk = gaps * 4.0 * 0.12 if justified else 0.0
        natural = sum(box.width for box in words[start:end]) + gaps * 4.0
        assert natural - shrunk <= 100.0 + 1e-3


def test_a_word_wider_than_the_measure_stands_on_its_own_line() -> None:
    words = [Box(30, "space", 4), Box(300, "space", 4), Box(30, "space", 4)]
    assert break_lines(words, Measure(100.0, False))[0] == [1, 2, 3]


def test_lines_are_weighed_together_not_filled_one_by_one() -> None:
    words = [Box(width, "space", 4.0) for width in (45, 45, 30, 90, 50)]
    ends, _ = break_lines(words, Measure(100.0, False))
    assert ends == [1, 3, 4, 5]


@pytest.mark.longer
def test_long_words_are_divided_by_the_rules_of_their_language() -> None:
    for text, language in ((GERMAN, "de"), (UKRAINIAN, "uk"), (PARAGRAPHS[1], "en-GB")):
        divided = [words_of(line) for line in lines(text, measure=110, language=language)]
        assert any(line.endswith("\u00ad") for line in divided), language
        assert " ".join(divided).replace("\u00ad ", "") == text


@pytest.mark.parametrize(
    ("language", "word", "places"),
    [
        ("en-GB", "hospital", [3]),  # the patterns would part the last two letters, too
        ("de", "Kinder", [3]),
        ("uk", "порядок", [4]),
        ("fr", "gouvernement", [3, 6, 8]),
        ("en-GB", "inner", []),  # under six letters
    ],
)
def test_three_letters_stand_before_a_division_and_after_it(
    language: str, word: str, places: list[int]
) -> None:
    assert Hyphens(language, None).places(word) == places


@pytest.mark.longer
def test_few_lines_in_a_row_end_in_a_divided_word_and_no_paragraph_does() -> None:
    divided = 0
    for text, language in ((GERMAN, "de"), (UKRAINIAN, "uk"), (PARAGRAPHS[1], "en-GB")):
        for measure in range(110, 230, 5):
            set_lines = lines(text, measure=measure, language=language)
            ends = "".join("-" if line.divides else " " for line in set_lines)
            last = words_of(set_lines[-1])
            divided += ends.count("-")
            assert "---" not in ends, (language, measure)
            assert not (ends[-2] == "-" and " " not in last), (language, measure)
    assert divided > 100, divided


def test_no_page_ends_in_a_divided_word() -> None:
    setter = Typesetter(Hyphens("de", None), Problems())
    block = TextBlock(making.says(GERMAN), BODY, setter)
    tall, found = block.measured(110), 0
    for height in range(int(2 * BODY.leading), int(tall), 7):
        pieces = [piece for piece in block.cut(110, height) if isinstance(piece, TextBlock)]
        if len(pieces) > 1 and pieces[0].lines:
            found += len(pieces[0].lines) < int(height / BODY.leading)
            assert not pieces[0].lines[-1].divides
    assert found


def test_a_figure_is_never_divided_within_a_word() -> None:
    owned = Run("at least seventeen-hundred incomprehensibilities", owner=Owner("figure", "x"))
    whole = [words_of(line) for line in lines("Some", owned, measure=60)]
    assert not any("\u00ad" in line for line in whole)
    assert "seventeen-hundred" in " ".join(whole)


def test_a_no_break_space_does_not_break() -> None:
    for space in ("\u00a0", "\u202f"):
        set_lines = lines(f"aaaa bbbb 40{space}%", measure=52)
        assert any(words_of(line).endswith("%") and "40" in words_of(line) for line in set_lines)


def test_a_note_mark_stays_with_the_word_before_it() -> None:
    set_lines = lines("mountain roads are impassable.", making.mark(1), measure=112)
    assert words_of(set_lines[-1]).endswith("impassable.1")


def test_an_address_breaks_after_its_slashes() -> None:
    url = "https://statistics.example/railway/a-rather-long-address/survey.html"
    set_lines = lines(Run(url, link=url), measure=120)
    assert len(set_lines) > 2
    assert "".join(words_of(line) for line in set_lines) == url


CELL = Owner("cell", "held!1/v")


@pytest.mark.parametrize(
    ("word", "measure", "language", "expected"),
    [
        ("Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung", 250.0, "de", "-"),
        ("help@example.org", 65.0, "en-GB", "@."),
        ("back_end_server.internal", 70.0, "en-GB", "_."),
    ],
)
def test_a_word_of_a_cell_that_no_line_holds_ends_at_a_sign_or_with_a_hyphen(
    word: str, measure: float, language: str, expected: str
) -> None:
    held = lines(Run(word, owner=CELL), measure=measure, language=language)
    assert len(held) > 1
    assert all(line.width <= measure + 0.01 for line in held)
    ends = [words_of(line)[-1].replace("\u00ad", "-") for line in held[:-1]]
    assert set(ends) <= set(expected), ends
    assert "".join(map(words_of, held)).replace("\u00ad", "") == word


def test_a_number_of_a_cell_has_no_hyphen_though_no_line_holds_it() -> None:
    held = lines(Run("1,234,567,890,123", owner=CELL), measure=30.0)
    assert "".join(map(words_of, held)) == "1,234,567,890,123"


def test_a_run_that_goes_over_lines_begins_on_one_of_them() -> None:
    run = Run("at least forty thousand journeys of commuters", owner=Owner("figure", "x"))
    set_lines = lines("The island counted ", run, " in a year.", measure=110)
    assert sum(run in line.begins for line in set_lines) == 1


def test_columns_share_out_what_is_left_until_rows_would_fall_apart() -> None:
    needs = Needs([10, 10], [30, 60], [[30, 60], [10, 20]])
    assert column_widths(needs, 180) == [75, 105]
    assert column_widths(needs, 890) == [86, 116]


def test_columns_are_never_narrower_than_their_longest_word() -> None:
    least = [40, 20, 30]
    needs = Needs(least, [40, 400, 900], [[40, 400, 900], [30, 20, 100]])
    widths = column_widths(needs, 280)
    assert round(sum(widths), 6) == 280
    assert all(width >= word for width, word in zip(widths, least, strict=True))
    assert widths[2] > widths[1]


def test_a_short_column_is_not_wrapped_to_make_a_long_one_wider() -> None:
    needs = Needs([30, 30], [60, 600], [[60, 600], [60, 500]])
    assert column_widths(needs, 290)[0] == 60


def test_a_short_column_wraps_its_header_where_that_makes_the_table_lower() -> None:
    rows = [[40, 60, 60], *([[150, 20, 25]] * 6)]
    needs = Needs([50, 25, 25], [150, 60, 60], rows)
    assert column_widths(needs, 240)[1:] == [60, 60]
    widths = column_widths(replace(needs, headed=True), 240)
    assert widths[0] >= 150, "names that stand on one line"
    assert all(width >= cell for width, cell in zip(widths, rows[1], strict=True))


def test_titles_break_into_lines_of_like_length() -> None:
    title = styles_of(making.house_theme(), 7.4).title
    one, two = lines(
        "The island's railway: what it carries, where and for whom", measure=470, style=title
    )
    assert abs(one.width - two.width) < 0.3 * one.width


@given(
    st.lists(
        st.sampled_from(
            ("le", "en", "l’école", "financement", "Haute-Vézonne", "trans\u00adport", "coût", "la")
        ),
        min_size=2,
        max_size=12,
    ),
    st.integers(90, 300),
)
def test_a_title_parts_no_word_and_no_short_word_from_the_next_that_a_line_holds(
    words: list[str], measure: int
) -> None:
    style = replace(BODY, balanced=True)
    setter = Typesetter(Hyphens("fr", None), Problems())
    shown = setter.set(making.says(" ".join(words)), style, measure)
    said = [words_of(line).split() for line in shown]
    assert [word for line in said for word in line] == [
        word.replace("\u00ad", "") for word in words
    ]
    for number, line in enumerate(said[:-1], 1):
        led = [line[-1]]
        for word in (word for later in said[number:] for word in later):
            led.append(word)
            if len(word) > 3:
                break
        whole = setter.widths(making.says("\u00a0".join(led)), style)[1]
        freed = len(led) > 2 and len(said[-1]) > 1  # for a word that would stand alone
        if len(line[-1]) <= 3 and whole <= measure and not freed:
            # No more than two short words lead a word: a third may end a line.
            assert [len(word) <= 3 for word in line[-3:]] == [True, True, True]


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Einsätze: Was die Wehren tun", ["Einsätze: Was", "die Wehren tun"]),
        ("Jugend und die Feuerwehr", ["Jugend", "und die Feuerwehr"]),
        ("Lagebild der Feuerwehr", ["Lagebild", "der Feuerwehr"]),
    ],
)
def test_no_short_word_is_left_alone_in_the_last_line_of_a_title(
    title: str, said: list[str]
) -> None:
    style = replace(BODY, balanced=True)
    assert [words_of(line).strip() for line in lines(title, style=style, measure=90.0)] == said


def test_what_was_learnt_of_words_is_kept_from_build_to_build(tmp_path: FilePath) -> None:
    first = Hyphens("en-GB", tmp_path)
    places = first.places("disproportionate")
    first.save()
    second = Hyphens("en-GB", tmp_path)
    second._divide = None  # type: ignore[assignment]
    assert second.places("disproportionate") == places != []


def test_words_of_a_language_without_patterns_stay_whole() -> None:
    assert Hyphens("tlh", None).places("disproportionate") == []


def test_what_goes_on_overleaf_has_its_rules_where_it_begins_and_ends() -> None:
    setter, rule = Typesetter(Hyphens("en-GB", None), Problems()), (0.5, "#000000")
    inner = [TextBlock(making.says(text), BODY, setter) for text in PARAGRAPHS[:2]]
    stack = Stack(inner, dress=Dress(line=rule, foot=rule))
    stack.canv = None
    _, high = stack.wrap(300.0, 1e6)
    above, below = stack.split(300.0, high * 0.6)
    assert isinstance(above, Stack)
    assert isinstance(below, Stack)
    assert (above.dress.line, above.dress.foot) == (rule, None)
    assert (below.dress.line, below.dress.foot) == (None, rule)
