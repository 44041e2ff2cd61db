"""Files that other programs wrote, oddly or wrongly, are listened to as far as they can be."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf, String
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE

from builder.verify import UnreadableFileError
from builder.verify.heard import listen, told
from tests.altering import packed, unpacked

CODE = b"/P <</MCID 0>> BDC BT /F 12 Tf 9 9 Td (words) Tj ET EMC"
Make = Callable[[Pdf, Object], Object]


def element(pdf: Pdf, role: str, kids: object, **more: object) -> Object:
    held = Dictionary(Type=Name.StructElem, S=Name(f"/{role}"), Pg=pdf.pages[0].obj, **more)
    held["/K"] = kids
    return pdf.make_indirect(held)


def heard(path: Path, make: Make, code: bytes = CODE) -> list[str]:
    """Return what a file of two pages says whose tree `make` returns, without title and page."""
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.add_blank_page()
    leaf = pdf.pages[0].obj
    face = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    leaf.Resources = Dictionary(Font=Dictionary(F=face))
    leaf.Contents = pdf.make_stream(code)
    pdf.Root.StructTreeRoot = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    pdf.Root.Lang = String("en")
    pdf.Root.StructTreeRoot.K = make(pdf, leaf)
    pdf.save(path)
    return [line.strip() for line in told(listen(path))][3:]


def linked(pdf: Pdf, **leads: object) -> Object:
    box = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), **leads)
    kids = Array([0, Dictionary(Type=Name.OBJR, Obj=pdf.make_indirect(box))])
    return element(pdf, "P", element(pdf, "Link", kids))


@pytest.mark.parametrize(
    ("leads", "said"),
    [
        ({"Dest": Array([1, Name.Fit])}, "[link to page 2: words]"),
        ({"Dest": Array([99, Name.Fit])}, "[link: words]"),
        ({"Dest": Array([Name.Fit])}, "[link: words]"),
        (
            {"A": Dictionary(S=Name.GoToR, F=String("annex.pdf"), D=Array([0, Name.Fit]))},
            "[link to annex.pdf#page=1: words]",
        ),
        (
            {"A": Dictionary(S=Name.GoToR, F=Dictionary(UF=String("annex.pdf")), D=String("a"))},
            "[link to another file annex.pdf: words]",
        ),
    ],
)
def test_a_link_that_others_wrote_is_heard(
    tmp_path: Path, leads: dict[str, object], said: str
) -> None:
    assert heard(tmp_path / "link.pdf", lambda pdf, _: linked(pdf, **leads)) == [said]


def test_a_field_is_heard_by_what_it_asks(tmp_path: Path) -> None:
    def make(pdf: Pdf, leaf: Object) -> Object:
        box = Dictionary(Type=Name.Annot, Subtype=Name.Widget, TU=String("Your name"), P=leaf)
        return element(pdf, "Form", Dictionary(Type=Name.OBJR, Obj=pdf.make_indirect(box)))

    assert heard(tmp_path / "form.pdf", make) == ["form: Your name"]


@pytest.mark.parametrize(
    ("stored", "said"),
    [
        ("<feff0041d800>", "A"),
        ("<feffd8000041>", "A"),
        ("<efbbbf41ff>", "A\ufffd"),
        ("(a\\205b)", "a\u2013b"),
        ("<feff0061202800620085006329>", None),
    ],
)
def test_a_broken_string_is_heard_as_far_as_it_goes(
    tmp_path: Path, stored: str, said: str | None
) -> None:
    def make(pdf: Pdf, _: Object) -> Object:
        return element(pdf, "P", 0, ActualText=Object.parse(stored.encode()))

    lines = heard(tmp_path / "broken.pdf", make)
    assert len(lines) == 1  # no character of a text begins a line of what is printed
    assert said is None or lines == [said]


@pytest.mark.parametrize("odd", [Array([]), Dictionary(), Name.X, 5])
@pytest.mark.parametrize("key", ["/ActualText", "/Alt", "/E", "/Lang", "/ID"])
def test_what_is_no_text_stands_for_nothing(tmp_path: Path, odd: object, key: str) -> None:
    def make(pdf: Pdf, _: Object) -> Object:
        held = element(pdf, "P", 0)
        held[key] = odd
        return held

    assert heard(tmp_path / "odd.pdf", make) == ["words"]


def test_properties_with_a_name_are_read_where_they_stand(tmp_path: Path) -> None:
    def make(pdf: Pdf, leaf: Object) -> Object:
        own = Dictionary(MCID=0, Lang=String("fr"), ActualText=String("un mot"))
        leaf.Resources.Properties = Dictionary(MC0=own)
        return element(pdf, "P", 0)

    code = CODE.replace(b"<</MCID 0>>", b"/MC0")
    assert heard(tmp_path / "named.pdf", make, code) == ["[fr: un mot]"]


def test_a_class_tells_what_a_cell_heads(tmp_path: Path) -> None:
    def make(pdf: Pdf, _: Object) -> Object:
        heads = Dictionary(O=Name.Table, Scope=Name.Row)
        pdf.Root.StructTreeRoot.ClassMap = Dictionary(heads=heads)
        cell = element(pdf, "TH", 0, C=Name.heads)
        return element(pdf, "Table", element(pdf, "TR", cell))

    lines = heard(tmp_path / "class.pdf", make)
    assert lines == ["table 1 rows 1 columns", "row 1: row header: words"]


def test_tags_that_say_nothing_are_told_as_such(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="its tags say nothing of what its pages show"):
        heard(tmp_path / "empty.pdf", lambda _pdf, _leaf: Array([]))


def charted(path: Path, change: Callable[[bytes], bytes], part: str) -> list[str]:
    """Return what a deck of one chart says, whose part was changed."""
    made = Presentation()
    slide = made.slides.add_slide(made.slide_layouts[6])
    data = CategoryChartData(number_format="0.0")
    data.categories = ["North"]
    data.add_series("Rain", (1.5,))
    slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, 0, 0, 9999, 9999, data)
    made.save(path)
    members = unpacked(path.read_bytes())
    (name,) = (name for name in members if name.startswith(part) and name.endswith(".xml"))
    members[name] = change(members[name])
    path.write_bytes(packed(members))
    return [line.strip() for line in told(listen(path))]


@pytest.mark.parametrize("code", ["yyyy\\-mm\\-dd", "# ??/??", "0.00E+00", "[h]:mm", "0.0"])
def test_a_value_in_a_format_of_others_is_heard(tmp_path: Path, code: str) -> None:
    lines = charted(
        tmp_path / "formats.pptx",
        lambda xml: xml.replace(b">0.0</c:formatCode>", b">%s</c:formatCode>" % code.encode()),
        "ppt/charts/chart",
    )
    assert "North: 1.5" in lines


@pytest.mark.parametrize("value", ["9E400", "1e999999999", "many", ""])
def test_a_value_beyond_all_bounds_is_heard_as_it_stands(tmp_path: Path, value: str) -> None:
    lines = charted(
        tmp_path / "values.pptx",
        lambda xml: xml.replace(b"<c:v>1.5</c:v>", f"<c:v>{value}</c:v>".encode()),
        "ppt/charts/chart",
    )
    assert any(line.startswith("North: ") for line in lines)


def test_a_chart_without_its_part_is_heard_as_such(tmp_path: Path) -> None:
    lines = charted(
        tmp_path / "lost.pptx",
        lambda xml: re.sub(rb'(<c:chart [^>]*r:id=")[^"]*', rb"\1rId99", xml),
        "ppt/slides/slide1",
    )
    assert "chart that leads to no part" in lines


@pytest.mark.parametrize(("across", "down"), [(1, 2), (1, 3), (2, 2), (3, 2)])
def test_a_head_over_several_rows_and_columns_heads_what_stands_below_it(
    tmp_path: Path, across: int, down: int
) -> None:
    """The first head goes over so many columns and rows; beside it stands one head a row."""

    def cell(pdf: Pdf, role: str, words: str, **over: int) -> Object:
        own = Dictionary(O=Name.Table, **over)
        if role == "TH":
            own.Scope = Name.Column
        return element(pdf, role, 0, ActualText=String(words), A=own)

    def make(pdf: Pdf, _: Object) -> Object:
        wide = cell(pdf, "TH", "Port", ColSpan=across, RowSpan=down)
        heads = [[wide], *([] for _ in range(down - 1))]
        for at, row in enumerate(heads):
            row.append(cell(pdf, "TH", f"Head {at}"))
        cells = [cell(pdf, "TD", f"Cell {at}") for at in range(across + 1)]
        rows = [element(pdf, "TR", Array(row)) for row in [*heads, cells]]
        return element(pdf, "Table", Array(rows))

    lines = heard(tmp_path / "spans.pdf", make)
    assert lines[0] == f"table {down + 1} rows {across + 1} columns"
    beside = ", ".join(f"Head {at}" for at in range(down))
    wanted = [*(f"Port: Cell {at}" for at in range(across)), f"{beside}: Cell {across}"]
    assert lines[-1] == f"row {down + 1}: " + " | ".join(wanted)
