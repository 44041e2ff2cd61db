"""A new value is written as its data file writes: parted, marked, grouped and encoded so."""

from __future__ import annotations

import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from builder.content.lines import as_lines
from builder.content.tables import read_table
from builder.model.table import DataTable
from builder.problems import Problems
from builder.pulling import pull
from builder.pulling.apply import Original, Replacement, cell_replacement, cell_text
from builder.pulling.changes import DataCell
from tests.pulling.conftest import CASES, built
from tests.pulling.editing import Deck


def table_of(raw: str, language: str) -> DataTable:
    problems = Problems()
    table = read_table("t", as_lines(raw, "t.csv"), problems, language)
    assert not list(problems)
    assert table is not None
    return table


@pytest.mark.parametrize(
    ("language", "encoding", "before", "row", "value", "after"),
    [
        ("de", "cp1252", "Ort;n\r\nKöln;2,4\r\n", 1, "2.75", "Ort;n\r\nKöln;2,75\r\n"),
        ("de", "cp1252", "Ort;n;m\nKöln;1.234,5;2\n", 1, "61000", "Ort;n;m\nKöln;61000;2\n"),
        ("de", "utf-8", "a;n\nx;1.234,5\n", 1, "61000.5", "a;n\nx;61.000,5\n"),
        ("de", "utf-8", "\ufeffOrt;n\nKöln; 2,4 \n", 1, "3", "\ufeffOrt;n\nKöln; 3 \n"),
        ("fr", "cp1252", 'a;n\nCôté;"1\u00a0234,5"\n', 1, "-2000.5", 'a;n\nCôté;"-2\u00a0000,5"\n'),
        ("uk", "cp1251", "а;n\r\nКиїв;0,5\r\n", 1, "1.25", "а;n\r\nКиїв;1,25\r\n"),
        ("en-GB", "utf-8", 'a,n\nx,"1,234"\n', 1, "61000", 'a,n\nx,"61,000"\n'),
        ("de", "utf-8", "a;n\nx;12.400\ny;3.100\n", 2, "2120", "a;n\nx;12.400\ny;2.120\n"),
        ("de", "utf-8", "a;n\nx;12.400\ny;3.100\n", 2, "980", "a;n\nx;12.400\ny;980\n"),
        ("en-GB", "utf-8", "a,n\nx,2.4\n", 1, "2.75", "a,n\nx,2.75\n"),
        ("de", "utf-8", "sep=;\na;n\n\nx;0,123\n", 1, "0.456", "sep=;\na;n\n\nx;0,456\n"),
        ("de", "utf-8", "a\tn\nü\u0308u\u0308\t2,4\n", 1, "5.5", "a\tn\nü\u0308u\u0308\t5,5\n"),
    ],
)
def test_a_number_is_written_in_the_files_own_dialect(
    language: str, encoding: str, before: str, row: int, value: str, after: str
) -> None:
    table = table_of(before, language)
    original = Original(Path("t.csv"), "t.csv", before, encoding)
    cell = DataCell("t", row, "n")
    text = cell_text(Decimal(value), table, cell)
    assert original.replaced([cell_replacement(original, table, cell, text)]) == after.encode(
        encoding
    )
    assert table_of(after, language).number(row - 1, "n") == Decimal(value)


def test_words_that_the_encoding_lacks_make_the_file_utf_8() -> None:
    original = Original(Path("t.csv"), "t.csv", "Ort\r\nKöln\r\n", "cp1252")
    assert original.replaced([Replacement(4, 8, "Київ")]) == "\ufeffOrt\r\nКиїв\r\n".encode()


@pytest.mark.longer
def test_a_deck_is_pulled_into_a_spreadsheet_of_another_language(tmp_path: Path) -> None:
    content, deck = tmp_path / "content", tmp_path / "deck.pptx"
    shutil.copytree(CASES / "pulled", content)
    file = content / "data" / "yields.csv"
    written = (
        "sep=;\r\n"
        'well;litres_a_second;"depth, metres";note\r\n'
        'Upper, east; 12,5 ;"40";"the ""old"" wéll"\r\n'
        'Lower;"7,25";85;\r\n\r\nValley floor;3;212;dry in 2022\r\n'
    )
    file.write_bytes(written.encode("cp1252"))
    built(content, deck)
    edited = Deck(deck).set("yields", {"B2": 13.75}).save(tmp_path / "edited.pptx")
    pulled = pull(edited, content, write=True)
    assert not pulled.refusals
    assert file.read_bytes() == written.replace("12,5", "13,75").encode("cp1252")
