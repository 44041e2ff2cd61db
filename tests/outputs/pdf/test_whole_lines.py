"""A text that is one line, as nearly every cell of a table is, is set as with atoms."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from random import Random

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.model.text import Line, Owner, Run
from builder.outputs.pdf.write.context import geometry
from builder.outputs.pdf.write.styles import styles_of
from builder.outputs.pdf.write.typeset import Typesetter, widths_of
from builder.problems import Problems
from builder.text.opportunities import Hyphens
from tests.outputs.pdf import making
from tests.outputs.pdf.conftest import write

LEFT = replace(styles_of(making.house_theme(), 7.4).body, align="left")
WIDE = 10_000.0

texts = st.text("AVTo, .fi40%-–/ \u00a0\u202f", max_size=12)
figures = st.builds(partial(Run, owner=Owner("figure", "x")), texts)
runs = st.builds(Run, texts, strong=st.booleans(), emphasis=st.booleans()) | figures
lines = st.lists(runs, min_size=1, max_size=4).map(tuple)


@given(lines)
def test_it_has_the_widths_and_the_words_that_it_has_with_atoms(line: Line) -> None:
    setter = Typesetter(Hyphens("en-GB", None), Problems())
    whole, atoms = setter.whole(line, LEFT), setter.atoms(line, LEFT)
    if whole is None:
        return
    assert (whole.least, whole.natural) == pytest.approx(widths_of(atoms), abs=1e-6)
    (set_so,) = setter.set(line, LEFT, WIDE, atoms)
    assert whole.line.words.rstrip(" ") == set_so.words.rstrip(" ")
    assert whole.line.width == pytest.approx(set_so.width, abs=1e-6)
    assert whole.line.spaces == set_so.spaces


@pytest.mark.parametrize(
    "line",
    [
        ("Two words",),
        ("About ", making.figure("x", "40 km"), " in all"),
        ("Marked", making.mark(1)),
        (Run("Bold ", strong=True), Run("and not")),
    ],
    ids=["words", "a figure", "a note", "bold"],
)
def test_a_cell_of_a_table_is_one(line: tuple[Run | str, ...]) -> None:
    setter = Typesetter(Hyphens("en-GB", None), Problems())
    assert setter.whole(making.says(*line), LEFT) is not None


def test_a_word_that_no_line_holds_is_torn_within_its_column_and_loses_nothing(
    tmp_path: Path,
) -> None:
    words = []
    for number in range(30, 150):  # letters before the type changes
        letters = "".join(Random(number).choices("bcdfghkmnpqrstvwxz", k=200))
        words.append((letters[:number], letters[number:]))
    content = [
        making.prose(Run(first, language="fr"), Run(second, language="fr", strong=True))
        for first, second in words
    ]
    paper = write(making.briefing(making.section("one", "One", *content)), tmp_path / "long.pdf")
    said = "".join("".join(paper.pages).split())
    for first, second in words:
        word = first + second  # perhaps on two pages
        assert any(word[:at] in said and word[at:] in said for at in range(len(word))), word
    area = geometry("A4", making.house_theme())
    right = area.left_of(1) + area.width
    with pypdfium2.PdfDocument(paper.path) as document:
        texts = [page.get_textpage() for page in document]
        boxes = [text.get_rect(at) for text in texts for at in range(text.count_rects())]
    assert max(box[2] for box in boxes) <= right + 2.0
