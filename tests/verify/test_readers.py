"""What stands beside the text of pages and slides is read too: nothing shows a number unseen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from builder.verify.trust import examine
from tests.altering import packed, unpacked
from tests.shares import share
from tests.verify.making import deck, paper

SLIDE = "ppt/slides/slide1.xml"
RELS = "ppt/slides/_rels/slide1.xml.rels"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'


def of_deck(path: Path, *changes: tuple[str, str, str]) -> list[str]:
    """Return the findings on a deck with texts of its parts replaced, once each."""
    made = deck(path / "made.pptx")
    members = unpacked(made.read_bytes())
    for part, old, new in changes:
        if not old:
            members[part] = new.encode()
            continue
        chosen = next(name for name in sorted(members) if name.startswith(part))
        assert old.encode() in members[chosen], f"{old} is not in {chosen}"
        members[chosen] = members[chosen].replace(old.encode(), new.encode(), 1)
    made.write_bytes(packed(members))
    return [str(finding) for finding in examine(made).changed]


def related(kind: str, target: str) -> tuple[str, str, str]:
    added = f'<Relationship Id="rId99" Type="{_OFFICE}/{kind}" Target="{target}"/></Relationships>'
    return (RELS, "</Relationships>", added)


DECKS = {
    "a number on a hidden slide": (
        (SLIDE, "<p:sld ", '<p:sld show="0" '),
        (SLIDE, "<a:t>Iran sent", "<a:t>77: Iran sent"),
        'deck slide 1: expected "shown", found "hidden"',
    ),
    "a diagram": (
        related("diagramData", "../diagrams/data1.xml"),
        ("ppt/diagrams/data1.xml", "", f"<d {_A}><a:p><a:r><a:t>77 nodes</a:t></a:r></a:p></d>"),
        'deck slide 1, Template, paragraph: "77 nodes" should not be there',
    ),
    "a comment": (
        related("comments", "../comments/comment1.xml"),
        (
            "ppt/comments/comment1.xml",
            "",
            '<p:cmLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main">'
            "<p:cm><p:text>is it 77?</p:text></p:cm></p:cmLst>",
        ),
        'deck slide 1, comment: "is it 77?" should not be there',
    ),
    "a date that PowerPoint fills in": (
        (SLIDE, "<a:t>Iran", '<a:t/></a:r><a:fld id="{0}" type="datetime1"/><a:r><a:t>Iran'),
        "PowerPoint prints the day on which the deck is shown there",
    ),
    "other slide numbers": (
        ("ppt/presentation.xml", "<p:presentation ", '<p:presentation firstSlideNum="7" '),
        "slides numbered from 7",
    ),
    "bars that start above zero": (
        ("ppt/charts/chart", '<c:min val="0.0"/>', '<c:min val="50"/>'),
        'found "from 50 to 300 in steps of 150, shown"',
    ),
    "a logarithmic axis": (
        ("ppt/charts/chart", "<c:scaling>", "<c:scaling>"),
        ("ppt/charts/chart", '<c:max val="300.0"/>', '<c:logBase val="10"/><c:max val="300.0"/>'),
        '"a logarithmic axis has a limit that is not above zero" should not be there',
    ),
    "a table below a chart": (
        ("ppt/charts/chart", "</c:plotArea>", "<c:dTable/></c:plotArea>"),
        'deck slide 2, chart, Chart 3, table: "a table of the values" should not be there',
    ),
    "a link elsewhere": (
        (
            RELS,
            "</Relationships>",
            f'<Relationship Id="rId99" Type="{_OFFICE}/hyperlink" TargetMode="External"'
            ' Target="https://example.org/2077"/></Relationships>',
        ),
        (
            SLIDE,
            "<a:r><a:t>Iran",
            f'<a:r><a:rPr><a:hlinkClick xmlns:r="{_OFFICE}" r:id="rId99"/></a:rPr><a:t>Iran',
        ),
        'deck slide 1, link, Title 1: "https://example.org/2077" should not be there',
    ),
    "a second ledger": (
        ("customXml/item2.xml", "", ""),
        "a second ledger",
    ),
}


@pytest.mark.parametrize("case", share(DECKS, 3))
def test_what_a_deck_shows_beside_its_text_is_found(tmp_path: Path, case: str) -> None:
    *changes, message = DECKS[case]
    if case == "a second ledger":
        members = unpacked(deck(tmp_path / "made.pptx").read_bytes())
        changes = [("customXml/item2.xml", "", members["customXml/item1.xml"].decode())]
    found = of_deck(tmp_path, *changes)
    assert any(message in line for line in found), found


def annotate(subtype: str, said: str) -> Callable[[pikepdf.Pdf], None]:
    def add(pdf: pikepdf.Pdf) -> None:
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name(f"/{subtype}"),
            Rect=[40, 255, 200, 275],
            Contents=said,
        )
        pdf.pages[0].obj.Annots = pikepdf.Array([pdf.make_indirect(note)])

    return add


def lead_elsewhere(pdf: pikepdf.Pdf) -> None:
    annotate("Link", "")(pdf)
    action = pikepdf.Dictionary(S=pikepdf.Name.URI, URI="https://example.org/2077")
    pdf.pages[0].obj.Annots[0].A = action


def attach(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["more.csv"] = b"drones\n5000\n"


def label_pages(pdf: pikepdf.Pdf) -> None:
    pdf.Root.PageLabels = pikepdf.Dictionary(Nums=[0, pikepdf.Dictionary(S=pikepdf.Name.D, St=77)])


def describe(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as metadata:
        metadata["dc:description"] = "77 drones"


PAPERS = {
    "a text box": (
        annotate("FreeText", "77 drones"),
        'paper page 1, comment: "77 drones" should not be there (no plan writes over a page)',
    ),
    "a stamp without words": (annotate("Stamp", ""), "a Stamp without words"),
    "a remark on a mark": (annotate("Highlight", "77?"), 'comment: "77?" should not be there'),
    "a link that says other": (
        annotate("Link", "77"),
        "1: links or annotations were changed: 1 stand there, 0 were made",
    ),
    "a link elsewhere": (lead_elsewhere, "page 1: links or annotations were changed"),
    "another attachment": (
        attach,
        'attachment: "more.csv" should not be there (no plan attaches it)',
    ),
    "page labels": (label_pages, "PageLabels of the document was added"),
    "a description": (describe, 'paper, properties: "77 drones" should not be there'),
}


@pytest.mark.parametrize("case", PAPERS)
def test_what_a_paper_shows_beside_its_text_is_found(tmp_path: Path, case: str) -> None:
    change, message = PAPERS[case]
    made = paper(tmp_path / "made.pdf")
    with pikepdf.open(made, allow_overwriting_input=True) as pdf:
        change(pdf)
        pdf.save(made)
    found = [str(finding) for finding in examine(made).changed]
    assert any(message in line for line in found), found
