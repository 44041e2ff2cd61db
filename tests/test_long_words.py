"""Long words, as German makes them, stand whole wherever they stand: in print and on slides."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from pptx import Presentation
from pptx.shapes.group import GroupShape

from builder.cli import run
from builder.text.metrics import FontMetrics
from tests.outputs.pdf.making import house_theme
from tests.shares import share

pytestmark = pytest.mark.usefixtures("remembered")

LONG = ("Treibhausgasminderungsquote", "Bundesförderungszuwendung", "Rohrleitungsbauunternehmen")
SIZES = ("size: A4", "size: Letter", "size: A4, columns: 2")


def content(folder: Path, *, briefing: str, figures: str, section: str) -> Path:
    """Write a folder of content whose figures rest on one source."""
    (folder / "sections").mkdir(parents=True)
    (folder / "briefing.yaml").write_text(
        "title: Wörter\nslug: w\nlanguage: de\ndate: 2026-03\nsections: [eins]\n" + briefing
    )
    (folder / "figures.yaml").write_text(figures)
    (folder / "sources.yaml").write_text("s: {title: Geschäftsbericht der Stadtwerke}\n")
    (folder / "sections" / "eins.md").write_text(section)
    return folder


def panels(folder: Path, page: str, words: tuple[str, ...] = LONG) -> Path:
    """Write a folder with panels of figures labelled with `words`, on such a page."""
    names = ", ".join(f"f{at}" for at in range(len(words)))
    return content(
        folder,
        briefing=f"page: {{{page}}}\nat_a_glance: [{names}]\n",
        figures="".join(
            f"f{at}: {{value: 4{at}, unit: GWh, label: {word} seit damals, source: s}}\n"
            for at, word in enumerate(words)
        ),
        section=f"# Eins\n\n:::{{figures}} {names}\n:::\n",
    )


def text(path: Path) -> str:
    """Return the text of a PDF as it is extracted."""
    with pypdfium2.PdfDocument(path) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def shapes(deck: Any) -> Iterator[Any]:
    """Yield the shapes that hold text, those in groups too."""
    for slide in deck.slides:
        for shape in slide.shapes:
            for each in shape.shapes if isinstance(shape, GroupShape) else (shape,):
                if each.has_text_frame:
                    yield each


def boxes(path: Path, word: str) -> list[tuple[float, float, float, float]]:
    """Return left, bottom, right and top of every place where a word is printed, page by page."""
    found = []
    with pypdfium2.PdfDocument(path) as document:
        for number, page in enumerate(document):
            text = page.get_textpage()
            search = text.search(word, match_case=True)
            while hit := search.get_next():
                chars = [text.get_charbox(at) for at in range(hit[0], hit[0] + hit[1])]
                left, bottom = min(c[0] for c in chars), min(c[1] for c in chars)
                right, top = max(c[2] for c in chars), max(c[3] for c in chars)
                found.append((left + 1e4 * number, bottom, right + 1e4 * number, top))
    return found


@pytest.mark.longer
@pytest.mark.parametrize("page", share(SIZES, 3))
def test_words_of_a_panel_keep_clear_of_each_other_and_of_its_edge(
    page: str, tmp_path: Path
) -> None:
    folder = panels(tmp_path / "c", page)
    assert run(["build", str(folder), "--out", str(tmp_path)]) == 0
    spots = [box for word in LONG for box in boxes(tmp_path / "w.pdf", word)]
    assert len(spots) >= 2 * len(LONG)
    for at, one in enumerate(spots):
        for other in spots[at + 1 :]:
            apart = one[2] + 4 < other[0] or other[2] + 4 < one[0]
            assert apart or one[3] < other[1] or other[3] < one[1], (one, other)
    with pypdfium2.PdfDocument(tmp_path / "w.pdf") as document:
        wide = document[0].get_width()
    assert all(box[2] % 1e4 < wide - 36 for box in spots)


@pytest.mark.longer
def test_a_word_wider_than_the_panel_is_refused_by_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = panels(tmp_path / "c", "size: A4", ("Rindfleisch" * 12,))
    assert run(["build", str(folder), "--out", str(tmp_path)]) == 1
    said = capsys.readouterr().err
    assert "is wider than the panel of figures that it stands in" in said
    assert re.search(r"figures\.yaml:1:\d+", said), said


@pytest.mark.longer
def test_the_register_cuts_no_word_for_a_long_unit(tmp_path: Path) -> None:
    unit = "Rohrleitungsbaufacharbeiterstellen"
    folder = content(
        tmp_path / "c",
        briefing="page: {size: A4, columns: 2, binding_mm: 8}\ntheme: ministry\n",
        figures=f"f0: {{value: 4012, unit: {unit}, label: Treibhausgasminderungsverpflichtungen,"
        " source: s, as_of: 2024-12-31, confidence: reported}\n",
        section="# Eins\n\nEs sind {{f0}}.\n",
    )
    assert run(["build", str(folder), "--out", str(tmp_path)]) == 0
    printed = " ".join(text(tmp_path / "w.pdf").split("Verzeichnis der Zahlen")[-1].split())
    for word in ("Seiten", "Folien", "Verlässlichkeit", "Geschäftsbericht", "berichtet", unit):
        assert word in printed, printed


def test_slides_cut_no_word_of_a_card_or_key(tmp_path: Path) -> None:
    words = ("Treibhausgasminderungsquote", "Zuwendungsbescheid", "Anteil", "Großwärmepumpe")
    folder = panels(tmp_path / "c", "size: A4", words)
    names = ", ".join(f"f{at}" for at in range(len(words)))
    (folder / "briefing.yaml").open("a").write('slide: "4:3"\n')
    (folder / "charts.yaml").write_text(
        "".join(
            f"{ring}: {{kind: doughnut, title: Ein Ring, figures: [{names}], labels: {{f3: "
            f"{words[3]}, f0: Erdgas, f1: Abwärme, f2: Biomasse}}}}\n"
            for ring in ("ring", "other")
        )
    )
    (folder / "sections" / "eins.md").write_text(
        f"# Eins\n\n::::{{slide}} Zahlen\n:figures: {names}\n::::\n"
        "\n::::{slide} Ringe\n:::{chart} ring\n:::\n:::{chart} other\n:::\n::::\n"
    )
    assert run(["build", str(folder), "--out", str(tmp_path)]) == 0
    checked = 0
    for shape in shapes(Presentation(str(tmp_path / "w.pptx"))):
        for paragraph in shape.text_frame.paragraphs:
            size = max((run.font.size.pt for run in paragraph.runs if run.font.size), default=0)
            for word in paragraph.text.split() if size else ():
                checked += 1
                wide = FontMetrics.of(house_theme().deck.metrics_regular).width(word, size)
                assert wide <= shape.width.pt, (word, size, shape.name)
    assert checked > len(words)


def test_a_box_of_flows_too_long_for_a_slide_is_named_where_it_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = content(
        tmp_path / "c",
        briefing="edition: 2\n",
        figures="f0: {value: 40, unit: GWh, label: Wärme, source: s}\n",
        section="# Eins\n\nEs sind {{f0}}.\n\n::::{slide} Wärme\n:::{chart} ways\n:::\n::::\n",
    )
    box = "Abfallverbrennungsanlagen" * 3
    (folder / "charts.yaml").write_text(
        "ways:\n  kind: flow\n  title: Wege\n  source: s\n  flows:\n"
        f"    - {{from: {box}, to: Netz, says: Wärme, amount: '{{{{f0}}}}'}}\n"
    )
    assert run(["check", str(folder)]) == 1
    said = capsys.readouterr().err
    assert re.search(r'charts\.yaml:1:1: error: chart "ways" has a box whose words', said), said
    assert "eins.md" not in said


def test_a_bare_edition_reads_alike_in_paper_and_deck(tmp_path: Path) -> None:
    folder = panels(tmp_path / "c", "size: A4")
    (folder / "briefing.yaml").open("a").write("edition: 2\n")
    (folder / "sections" / "eins.md").open("a").write("\n::::{slide} Zahlen\n- Worte\n::::\n")
    assert run(["build", str(folder), "--out", str(tmp_path)]) == 0
    printed = [shape.text_frame.text for shape in shapes(Presentation(str(tmp_path / "w.pptx")))]
    assert "Ausgabe 2" in text(tmp_path / "w.pdf")
    assert sum("Ausgabe 2" in each for each in printed) >= 2
    assert not any(re.search(r"· 2\b", each) for each in printed)
