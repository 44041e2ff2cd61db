"""However a program saves a file, it says the same: line ends, byte order marks, accents."""

from __future__ import annotations

import shutil
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.content import read_content
from builder.content.lines import as_lines, normal
from builder.model.figure import CellRef
from builder.problems import Problems
from tests.content.reading import SMALL, read, write

SAVED: dict[str, Callable[[str], str]] = {
    "with CRLF": lambda text: text.replace("\n", "\r\n"),
    "with CR": lambda text: text.replace("\n", "\r"),
    "with a byte order mark": lambda text: "\ufeff" + text,
    "with decomposed accents": lambda text: unicodedata.normalize("NFD", text),
    "with all of them": lambda text: (
        "\ufeff" + unicodedata.normalize("NFD", text).replace("\n", "\r\n")
    ),
}
ACCENTED = {
    "figures.yaml": "a:\n  label: Bücher in Köln\n  cell: {table: t, row: {Ort: Köln}, column: n}\n"
    "  source: s\n",
    "sources.yaml": "s: {title: Bücherei für alle, short: Bücherei}\n",
    "data/t.csv": "Ort,n\nKöln,4\nÓ Búda,5\n",
    "sections/one.md": "# Über uns\n\nWir führen {{ a }} — für alle.\n",
}


@pytest.mark.parametrize("way", SAVED)
def test_the_way_a_file_is_saved_changes_nothing(way: str, tmp_path: Path) -> None:
    plain, problems = read(write(tmp_path / "a", ACCENTED))
    saved = {name: SAVED[way](text) for name, text in ACCENTED.items()}
    other, others = read(write(tmp_path / "b", saved))
    assert problems == others == []
    assert other.fingerprint == plain.fingerprint
    assert other.figures["a"].cell == CellRef("t", (("Ort", "Köln"),), "n")
    assert other.data["t"].rows == plain.data["t"].rows


@pytest.mark.parametrize("way", SAVED)
def test_the_small_content_is_the_same_however_it_is_saved(way: str, tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path / "small")
    for file in (tmp_path / "small").rglob("*.*"):
        if file.suffix in (".yaml", ".md", ".csv"):
            file.write_bytes(SAVED[way](file.read_bytes().decode()).encode())
    found = read_content(tmp_path / "small", Problems())
    plain = read_content(SMALL, Problems())
    assert found is not None
    assert plain is not None
    assert found.fingerprint == plain.fingerprint


def test_a_place_is_the_column_that_an_editor_shows(tmp_path: Path) -> None:
    decomposed = unicodedata.normalize("NFD", "# Über\n\nFür {{ nobody }} gibt es 77 Bücher.\n")
    _, problems = read(write(tmp_path, {"sections/one.md": decomposed}))
    line = decomposed.split("\n")[2]
    assert [said.split(":")[-4:-2] for said in (p.split(" error")[0] + "::" for p in problems)]
    found = {problem.split(" error")[0].split("one.md:")[1] for problem in problems}
    assert found == {f"3:{line.index('{{ nobody') + 1}:", f"3:{line.index('77') + 1}:"}


def test_a_file_whose_name_is_decomposed_is_found_by_its_composed_name(tmp_path: Path) -> None:
    files = {
        "briefing.yaml": "title: T\nslug: a\nlanguage: de\ndate: 2025\nsections: [überblick]\n",
        unicodedata.normalize("NFD", "sections/überblick.md"): "# Eins\n\nWorte.\n",
    }
    folder = write(tmp_path, files)
    (folder / "sections" / "one.md").unlink()
    content, problems = read(folder)
    assert problems == []
    assert [section.id for section in content.sections] == ["überblick"]


@given(
    st.text(st.sampled_from("aeuöéñ\u0301\u0308\u1112\u1161\u11ab\r\n \ufeff\u212b"), max_size=30)
)
def test_normal_form_is_that_of_unicode_and_every_place_stands_in_the_file(raw: str) -> None:
    found = normal(raw)
    plain = raw.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    assert found.text == unicodedata.normalize("NFC", plain)
    lines = as_lines(raw, "a")
    for index, character in enumerate(found.text):
        there = raw[lines.index_on_disk(index) :]
        if character == "\n":
            assert there[0] in "\r\n"
        elif not unicodedata.combining(character) and not "\u1161" <= character <= "\u11ab":
            assert unicodedata.normalize("NFC", there).startswith(character)
