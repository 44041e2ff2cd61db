"""The player: a chart in a finished PDF is vectors, and its labels can be read back in order."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from builder.charts import DisplayList, display_list
from builder.model.displaylist import Markers, Stroke, Text
from builder.model.displaylist import Path as Shape
from builder.outputs.pdf.write.fonts import prepare
from builder.outputs.pdf.write.player import play
from builder.theme import assets
from builder.theme.theme import Theme
from tests.charts import samples
from tests.shares import share


@pytest.fixture(autouse=True)
def _fonts(theme: Theme) -> None:
    prepare(theme)


def printed(drawn: DisplayList, path: Path, **names: str) -> pypdfium2.PdfDocument:
    canvas = Canvas(str(path), pagesize=(drawn.width, drawn.height), pageCompression=0)
    play(canvas, drawn, names or None)
    canvas.showPage()
    canvas.save()
    return pypdfium2.PdfDocument(str(path))


def objects(document: pypdfium2.PdfDocument) -> Iterator[int]:
    return (item.type for item in document[0].get_objects())


@pytest.mark.parametrize("name", share(samples.ALL, 6))
def test_every_label_can_be_read_back(name: str, theme: Theme, tmp_path: Path) -> None:
    drawn = display_list(samples.ALL[name](), theme, 453.5, None)
    document = printed(drawn, tmp_path / "chart.pdf")
    said = " ".join(document[0].get_textpage().get_text_range().split())
    for text in drawn.texts:
        assert " ".join(text.text.split()) in said
    assert pypdfium2.raw.FPDF_PAGEOBJ_IMAGE not in set(objects(document))


def test_labels_do_not_run_together(theme: Theme, tmp_path: Path) -> None:
    near = DisplayList(
        100,
        20,
        (
            Text("24", "SourceSans3-Regular", 8, 10, 10, "#000000"),
            Text("19", "SourceSans3-Regular", 8, 19, 10, "#000000"),
        ),
    )
    document = printed(near, tmp_path / "near.pdf")
    assert document[0].get_textpage().get_text_range().split() == ["24", "19"]


def test_only_the_fonts_of_the_display_list_are_in_the_file(theme: Theme, tmp_path: Path) -> None:
    drawn = display_list(samples.bar(), theme, 453.5, None)
    printed(drawn, tmp_path / "chart.pdf")
    raw = (tmp_path / "chart.pdf").read_bytes()
    assert raw.count(b"/FontFile2") == len(drawn.fonts)


def test_kerning_and_turning_are_written_as_text_operators(tmp_path: Path) -> None:
    text = Text("AV", "SourceSans3-Regular", 10, 5, 6, "#102030", 90, (-40, 0))
    printed(DisplayList(50, 50, (text,)), tmp_path / "text.pdf")
    raw = (tmp_path / "text.pdf").read_bytes()
    assert b"BT 0 1 -1 0 5 6 Tm" in raw
    assert b">40<" in raw


def test_markers_clips_and_pens_are_played(tmp_path: Path) -> None:
    whole = DisplayList(
        50,
        50,
        (
            Markers(
                "0 0 1 1 re", ((1, 2), (3, 4)), "#FF0000", Stroke("#0000FF", 0.5, 1, 1, (2, 1))
            ),
            Shape("0 0 m 9 9 l", None, Stroke("#0000FF", 0.5), "0 0 5 5 re"),
        ),
    )
    printed(whole, tmp_path / "shapes.pdf")
    raw = (tmp_path / "shapes.pdf").read_bytes()
    assert b"q 1 0 0 1 3 4 cm 0 0 1 1 re B Q" in raw
    assert b"q 0 0 5 5 re W n" in raw
    assert b"0 0 1 RG 0.5 w 1 J 1 j [2 1] 0 d" in raw


def test_fonts_may_be_registered_under_other_names(tmp_path: Path) -> None:
    pdfmetrics.registerFont(TTFont("Body", str(assets.font("SourceSans3-Regular"))))
    text = Text("words", "SourceSans3-Regular", 10, 5, 6, "#000000")
    document = printed(
        DisplayList(50, 50, (text,)), tmp_path / "text.pdf", **{"SourceSans3-Regular": "Body"}
    )
    assert document[0].get_textpage().get_text_range().strip() == "words"
