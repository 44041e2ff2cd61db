"""What finished files say to those who hear them: `paperdeck listen` of our files and others."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from pptx import Presentation
from pptx.chart.data import CategoryChartData, XyChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from builder import load
from builder.cli import run
from builder.verify import UnreadableFileError
from builder.verify.heard import listen, told
from tests.shares import share

ROOT = Path(__file__).resolve().parents[2]
FINGERPRINT = load(ROOT / "content").short_fingerprint
PAPER, DECK = "russias-suppliers.pdf", "russias-suppliers.pptx"


@pytest.fixture(scope="module")
def paper(house: Path) -> list[str]:
    return list(told(listen(house / PAPER)))


@pytest.fixture(scope="module")
def deck(house: Path) -> list[str]:
    return list(told(listen(house / DECK)))


def after(lines: list[str], start: str) -> str:
    """Return the line that follows the first one which begins so, both without indents."""
    at = next(at for at, line in enumerate(lines) if line.strip().startswith(start))
    return lines[at + 1].strip()


def test_a_paper_is_heard_with_headings_lists_tables_figures_and_links(paper: list[str]) -> None:
    assert paper[:3] == [
        "title: Russia’s suppliers: how Iran, North Korea and China sustain the war in Ukraine",
        "language: en-GB",
        "page 1",
    ]
    said = "\n".join(paper)
    assert re.search(r"(?m)^ +heading \d: Beyond arms$", said)
    assert re.search(r"(?m)^ +list of 2\n +item EU: European Union$", said)
    assert "figure: Column chart of what is reported or believed to have reached Russia" in said
    assert re.search(r"table 4 rows 2 columns: .*The shipments, the pact and the disclosure", said)
    assert (
        "row 2: row header: September 2023 | What: North Korea begins to ship arms to Russia"
        " (as believed)"
    ) in said
    share = r"which leaves 10 per cent for the rest of the world \(\[link to page \d+: Figure 3\]\)"
    assert re.search(share, said)


def test_running_heads_and_page_numbers_are_not_heard(paper: list[str]) -> None:
    assert not any("of 12" in line or "Page 2" in line for line in paper)
    assert sum(FINGERPRINT in line for line in paper) <= 2


def test_a_deck_is_heard_slide_by_slide_with_charts_tables_and_notes(deck: list[str]) -> None:
    said = "\n".join(deck)
    assert after(deck, "slide 4") == "title: Agenda"
    assert after(deck, "title: Agenda").startswith("item 1: [link to slide 5: Summary]")
    assert "    row 2: row header: Russia | Revisionist aim: Control regained" in said
    assert re.search(r"(?m)^ +doughnut chart$", said)
    assert re.search(r"(?m)^ +China: 90%\n +Everywhere else: 10%$", said)
    assert after(deck, "notes").startswith("Name the subject, and say at once")
    assert "item: Source" not in said
    assert "Accent rule" not in said


def test_programs_get_every_piece_with_its_role_and_page(
    house: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["listen", str(house / DECK), "--format", "json"]) == 0
    heard = json.loads(capsys.readouterr().out)
    assert (heard["unit"], heard["language"]) == ("slide", "en-GB")
    titles = [piece for piece in heard["pieces"] if piece["role"] == "title"]
    assert [piece["page"] for piece in titles] == list(range(1, 21))
    cells = [piece for piece in heard["pieces"] if piece["role"] == "cell"]
    assert {piece["heads"] for piece in cells} == {"Revisionist aim"}


@pytest.mark.parametrize("name", share([PAPER, DECK], 2))
def test_listening_loads_no_writer(house: Path, name: str) -> None:
    code = (
        "import sys; from pathlib import Path; from builder.verify.heard import listen;"
        f"listen(Path({str(house / name)!r}));"
        "print(sorted({'reportlab', 'pptx', 'matplotlib', 'builder.outputs'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.stdout == "[]\n", done.stderr


def test_a_pdf_without_tags_is_refused_with_the_reason(
    house: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    untagged = tmp_path / "printed.pdf"
    with pikepdf.open(house / PAPER) as pdf:
        del pdf.Root.StructTreeRoot
        pdf.save(untagged)
    assert run(["listen", str(untagged)]) == 2
    said = capsys.readouterr().err
    assert f"{untagged}: has no tags, so that a screen reader guesses what it says" in said
    assert "listen to the file as it was made" in said


@pytest.mark.parametrize("name", [PAPER, DECK])
def test_a_damaged_file_is_refused_as_when_it_is_compared(
    house: Path, tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    cut = tmp_path / name
    cut.write_bytes((house / name).read_bytes()[:-3000])
    for command in (["listen", str(cut)], ["compare", str(cut), str(house / name)]):
        assert run(command) == 2
        assert str(cut) in capsys.readouterr().err
    (tmp_path / "words.txt").write_text("words", "utf-8")
    with pytest.raises(UnreadableFileError, match="is neither a PDF nor a deck"):
        listen(tmp_path / "words.txt")


def tagged(path: Path, content: bytes, **entries: object) -> Path:
    """Write a page whose structure has one paragraph for marked content 0, with more entries."""
    pdf = pikepdf.new()
    pdf.add_blank_page()
    leaf = pdf.pages[0]
    leaf.Contents = pdf.make_stream(content)
    face = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    leaf.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=face))
    span = pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.StructElem, S=pikepdf.Name.Span, Pg=leaf.obj, K=0, **entries
        )
    )
    block = pdf.make_indirect(
        pikepdf.Dictionary(Type=pikepdf.Name.StructElem, S=pikepdf.Name.P, Pg=leaf.obj, K=span)
    )
    pdf.Root.StructTreeRoot = pdf.make_indirect(
        pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot, K=block)
    )
    pdf.Root.Lang = pikepdf.String("en")
    pdf.save(path)
    return path


@pytest.mark.parametrize(
    ("entries", "heard"),
    [
        ({}, ">400"),
        ({"Alt": "the alternate"}, "the alternate"),
        ({"Alt": "the alternate", "E": "the expansion"}, "the expansion"),
        ({"Alt": "no", "E": "no", "ActualText": "more than 400"}, "more than 400"),
        ({"Lang": "de", "ActualText": "mehr als 400"}, "[de: mehr als 400]"),
        ({"ActualText": ""}, None),
    ],
)
def test_what_stands_for_glyphs_is_heard_in_their_place(
    tmp_path: Path, entries: dict[str, str], heard: str | None
) -> None:
    path = tagged(
        tmp_path / "one.pdf",
        b"/Span <</MCID 0>> BDC BT /F 12 Tf 9 9 Td (>400) Tj ET EMC"
        b" /Artifact BMC BT /F 12 Tf 9 99 Td (12) Tj ET EMC",
        **{key: pikepdf.String(text) for key, text in entries.items()},
    )
    assert [piece.text for piece in listen(path).pieces] == ([heard] if heard else [])


def test_what_marked_content_says_of_itself_is_heard_however_tightly_it_is_written(
    tmp_path: Path,
) -> None:
    tight = (
        b"/Artifact BMC\nBT/F 12 Tf(12)Tj ET\nEMC/Span<</MCID 0/Lang(fr)>>BDC\nBT/F 12 Tf(mot)Tj"
    )
    path = tagged(tmp_path / "tight.pdf", tight + b" ET\nEMC/Artifact BMC\nBT/F 9 Tf(7)Tj ET\nEMC")
    assert [piece.text for piece in listen(path).pieces] == ["[fr: mot]"]
    other = b"/Span<</ActualText(a word)/MCID 0>>BDC BT /F 12 Tf (a w-) Tj ET EMC"
    path = tagged(tmp_path / "other.pdf", other)
    assert [piece.text for piece in listen(path).pieces] == ["a word"]


def test_a_structure_that_leads_back_to_itself_is_refused(house: Path, tmp_path: Path) -> None:
    with pikepdf.open(house / PAPER) as pdf:
        root = pdf.Root.StructTreeRoot.K
        root.K.append(root)
        pdf.save(tmp_path / "round.pdf")
    with pytest.raises(UnreadableFileError, match="its structure is damaged: it leads back"):
        listen(tmp_path / "round.pdf")


def test_a_deck_of_others_is_heard_with_what_it_lacks(tmp_path: Path) -> None:
    made = Presentation()
    slide = made.slides.add_slide(made.slide_layouts[1])
    slide.shapes.title.text = "A title"
    slide.placeholders[1].text = "First"
    below = slide.placeholders[1].text_frame.add_paragraph()
    below.text, below.level = "Below it", 1
    data = CategoryChartData(number_format="0.0")
    data.categories = ["North", "South"]
    data.add_series("Rain", (1.5, 2.25))
    box = Inches(1), Inches(1), Inches(2), Inches(2)
    slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *box, data)
    bare = made.slides.add_slide(made.slide_layouts[6])
    bare.shapes.add_textbox(*box).text_frame.text = "Alone"
    made.save(tmp_path / "others.pptx")
    lines = list(told(listen(tmp_path / "others.pptx")))
    slides = lines[lines.index("slide 1") :]
    assert slides[:4] == ["slide 1", "  title: A title", "  item: First", "    item: Below it"]
    assert [line.strip() for line in slides if "rain" in line.lower() or "th: " in line] == [
        "series 1 of 1: Rain",
        "North: 1.5",
        "South: 2.3",
    ]
    assert slides[slides.index("slide 2") :] == ["slide 2", "  slide without a title", "  Alone"]


def test_dates_and_numbers_of_a_chart_are_heard_as_a_workbook_shows_them(tmp_path: Path) -> None:
    made = Presentation()
    slide = made.slides.add_slide(made.slide_layouts[6])
    box = Inches(1), Inches(1), Inches(2), Inches(2)
    days = CategoryChartData(number_format="General")
    days.categories = [date(2022, 3, 1), date(2025, 9, 1)]
    days.add_series("Hours", (410, 265))
    slide.shapes.add_chart(XL_CHART_TYPE.AREA, *box, days)
    points = XyChartData(number_format="General")
    points.add_series("Places").add_data_point(8.800000000000001, 1)
    slide.shapes.add_chart(XL_CHART_TYPE.XY_SCATTER, *box, points)
    made.save(tmp_path / "dates.pptx")
    lines = [line.strip() for line in told(listen(tmp_path / "dates.pptx"))]
    assert after(lines, "series 1 of 1: Hours") == "2022-03-01: 410"
    assert "2025-09-01: 265" in lines
    assert after(lines, "series 1 of 1: Places").startswith("8.8; 1")


@pytest.mark.longer
def test_a_file_changed_on_the_way_is_heard_as_it_is_now(house: Path, tmp_path: Path) -> None:
    copy = shutil.copy(house / DECK, tmp_path / DECK)
    made = Presentation(copy)
    made.slides[1].shapes.title.text = "Changed"
    made.slides[2].element.set("show", "0")
    made.save(copy)
    lines = list(told(listen(Path(copy))))
    assert after(lines, "slide 2") == "title: Changed"
    assert after(lines, "slide 3") == "hidden slide"
