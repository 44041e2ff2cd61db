"""A Ukrainian briefing in its finished files: what readers of Ukrainian would find wrong."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest
from pptx import Presentation

from builder.cli import run

pytestmark = [pytest.mark.longer, pytest.mark.usefixtures("remembered")]

CONTENT = Path(__file__).parent / "cases" / "strangers" / "water-and-sewage-in-a-ukrainian-region"


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ukrainian")
    assert run(["build", str(CONTENT), "--out", str(folder), "--quiet", "--strict"]) == 0
    return folder


@pytest.fixture(scope="module")
def lines(out: Path) -> list[str]:
    with pypdfium2.PdfDocument(out / "voda-nadlymanshchyny.pdf") as paper:
        pages = [page.get_textpage().get_text_bounded() for page in paper]
    return [line.replace("\u00a0", " ").strip() for page in pages for line in page.splitlines()]


def after(words: list[str], lines: list[str]) -> list[int]:
    """Return where lines begin with each of these words, the last time that one does."""
    return [max(at for at, line in enumerate(lines) if line.startswith(word)) for word in words]


def test_appendices_are_counted_by_the_letters_of_the_language(lines: list[str]) -> None:
    found = {match for line in lines for match in re.findall(r"Додаток (\w)", line)}
    assert found == {"А", "Б"}  # Cyrillic letters both


def test_cyrillic_stands_before_latin_and_its_letters_in_their_order(lines: list[str]) -> None:
    works = after(["Верховна Рада України. 2023", "Гнатюк", "Коваленко, П", "Lambert, A"], lines)
    assert works == sorted(works)
    short = after(["БСК", "ЄІБ Євро", "КОС кана"], lines)
    assert short == sorted(short)


def test_units_and_money_stand_in_their_letters_and_cases(lines: list[str]) -> None:
    text = " ".join(lines)
    assert "1 717 км з 2 972 км" in text
    assert "щонайменше два мільярди гривень" in text


def test_an_abbreviation_keeps_its_index_before_what_it_stands_for(lines: list[str]) -> None:
    assert "БСК5 (біохімічне споживання кисню)" in " ".join(lines).replace("БСК 5", "БСК5")


def test_no_line_begins_with_a_dash_between_words(lines: list[str]) -> None:
    found = [line for line in lines if line.startswith(("—", "–"))]
    assert found == ["— Григорій Сковорода"]


def test_sums_of_columns_whose_names_hold_commas_stand_in_both_files(
    out: Path, lines: list[str]
) -> None:
    assert any(line.startswith("Разом 2 972 1 717") for line in lines)
    deck = Presentation(str(out / "voda-nadlymanshchyny.pptx"))
    cells = [
        [cell.text_frame.text.replace("\u00a0", " ") for cell in row.cells]
        for slide in deck.slides
        for shape in slide.shapes
        if shape.has_table
        for row in shape.table.rows
    ]
    assert ["Разом", "2 972", "1 717", "", ""] in cells


def test_alt_texts_count_in_the_right_form_and_end_their_sentences(
    out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("voda-nadlymanshchyny.pdf", "voda-nadlymanshchyny.pptx"):
        assert run(["listen", str(out / name)]) == 0
        said = capsys.readouterr().out
        assert "Середній вік мереж 51 рік, Аварій на 100 кілометрів 84" in said
        assert "Угода від 21 березня 2025 року. Джерело: Облводоканал" in said
