"""Small finished files made by hand, each with the ledger of what it says, to be sabotaged."""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches, Pt
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

import builder.seals.pdf
import builder.seals.pptx
from builder.model.carried import Making, carried_json
from builder.model.ledger import Channel, Entry, LedgerPlace, Owned, entries_of, in_order
from builder.model.snapshot import Snapshot
from builder.theme import assets
from tests.altering import as_made, packed, unpacked

FINGERPRINT = "ab" * 32
Block = tuple[str, ...]
"""A structure type (or `Artifact`), and lines of text."""


def place(
    page: int,
    part: str,
    text: str,
    *owned: tuple[str, str, str, str],
    channel: Channel = "body",
    within: str = "",
) -> LedgerPlace:
    """Return a place; `owned` are kind, owner, form and words of what is owned in it."""
    runs = tuple(
        Owned(text.index(words), text.index(words) + len(words), kind, owner, form)
        for kind, owner, form, words in owned
    )
    return LedgerPlace(page, channel, within, part, text, runs)


def figure(owner: str, words: str, form: str = "full") -> tuple[str, str, str, str]:
    """Return that a figure owns words."""
    return "figure", owner, form, words


PAPER = (
    place(0, "Title", "Freight", channel="properties"),
    place(
        1,
        "P",
        "Iran sent at least 400 missiles, it is reported.",
        figure("missiles", "at least 400 missiles"),
        ("claim", "missiles_many", "", "sent at least"),
    ),
    place(1, "P", "Trade $240bn", figure("trade", "$240bn", "short"), within="trade"),
    place(1, "Artifact", "Page 1 of 2", ("furniture", "number", "", "1 of 2")),
    place(
        2,
        "P",
        "In 2024, trade came to $240 billion; the balance is −12%.",
        ("date", "2024", "", "2024"),
        figure("trade", "$240 billion"),
        figure("balance", "−12%"),
    ),
    place(2, "Figure", "A bar of $240bn", figure("trade", "$240bn", "short"), channel="alt"),
    place(2, "Artifact", "Page 2 of 2", ("furniture", "number", "", "2 of 2")),
)
PAGES: tuple[tuple[Block, ...], ...] = (
    (
        ("P", "Iran sent at least 400 mis\u00ad", "siles, it is reported."),
        ("P", "Trade  $240bn"),
        ("Artifact", "Page 1 of 2"),
    ),
    (
        ("P", "In 2024, trade came to $240", "billion; the balance is −12%."),
        ("Figure",),
        ("Artifact", "Page 2 of 2"),
    ),
)
ALT = "A bar of $240bn"


def entries(places: Sequence[LedgerPlace]) -> tuple[Entry, ...]:
    """Return the owned texts of places, page by page."""
    return entries_of(in_order(places))


def making(
    medium: str, places: Sequence[LedgerPlace], words: dict[int, str] | None = None
) -> Making:
    """Return what a file carries that was made to say some places."""
    return Making(medium, FINGERPRINT, "freight", "first", Snapshot(), tuple(places), words or {})


def paper(
    path: Path,
    pages: Sequence[Sequence[Block]] = PAGES,
    places: Sequence[LedgerPlace] = PAPER,
    alt: str = ALT,
    title: str = "Freight",
) -> Path:
    """Write a tagged paper, one line of text below the other; `alt` is each figure's.

    It carries `places`, whatever is drawn, and the seal of what is drawn.
    """
    path.write_bytes(_paper(tuple(map(tuple, pages)), tuple(places), alt, title))
    return path


@cache
def _paper(
    pages: tuple[tuple[Block, ...], ...], places: tuple[LedgerPlace, ...], alt: str, title: str
) -> bytes:
    held = io.BytesIO()
    _draw(held, pages)
    words = {
        number: "\n".join(line for _, *lines in page for line in lines)
        for number, page in enumerate(PAGES, start=1)
    }
    with pikepdf.open(held) as document:
        _tag(document, pages, alt)
        for key in list(document.docinfo):
            del document.docinfo[key]
        document.docinfo["/Title"] = title
        document.attachments["paperdeck-ledger.json"] = b""
        seal = builder.seals.pdf.seal(document)
        carried = carried_json(making("paper", places, words), seal)
        document.attachments["paperdeck-ledger.json"] = carried.encode()
        written = io.BytesIO()
        document.save(written, deterministic_id=True)
    return builder.seals.pdf.stamped(written.getvalue())


def _draw(held: io.BytesIO, pages: Sequence[Sequence[Block]]) -> None:
    pdfmetrics.registerFont(TTFont("Sans", str(assets.font("SourceSans3-Regular"))))
    canvas: Any = Canvas(held, pagesize=(400, 300), invariant=1)
    for page in pages:
        canvas.setFont("Sans", 11)
        row, number = 0, 0
        for role, *lines in page:
            canvas._code.append("/Artifact BMC" if role == "Artifact" else "")
            for line in lines or [""]:
                if role != "Artifact":
                    canvas._code.append(f"/{role} <</MCID {number}>> BDC")
                    number += 1
                canvas.drawString(40, 260 - 16 * row, line)
                row += 1
                canvas._code.append("" if role == "Artifact" else "EMC")
            canvas._code.append("EMC" if role == "Artifact" else "")
        canvas.showPage()
    canvas.save()


def _tag(document: pikepdf.Pdf, pages: Sequence[Sequence[Block]], alt: str) -> None:
    root = document.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot))
    elements, parents = [], []
    for page, blocks in zip(document.pages, pages, strict=True):
        above, number = [], 0
        for role, *lines in blocks:
            if role == "Artifact":
                continue
            numbers = list(range(number, number + max(1, len(lines))))
            number += len(numbers)
            element = pikepdf.Dictionary(
                S=pikepdf.Name(f"/{role}"), P=root, Pg=page.obj, K=pikepdf.Array(numbers)
            )
            if role == "Figure":
                element.Alt = alt
            elements.append(document.make_indirect(element))
            above += [elements[-1]] * len(numbers)
        page.StructParents = len(parents) // 2
        parents += [len(parents) // 2, pikepdf.Array(above)]
    root.K = pikepdf.Array(elements)
    root.ParentTree = pikepdf.Dictionary(Nums=pikepdf.Array(parents))
    document.Root.StructTreeRoot = root
    document.Root.MarkInfo = pikepdf.Dictionary(Marked=True)


TABLE, CHART = "Table 2", "Chart 3"
DECK = (
    place(0, "title", "Freight", channel="properties"),
    place(1, "state", "shown", channel="look"),
    place(
        1,
        "paragraph",
        "Iran sent at least 400 missiles",
        figure("missiles", "at least 400 missiles"),
        ("claim", "missiles_many", "", "sent at least"),
        within="Title 1",
    ),
    place(
        1,
        "paragraph",
        "Say first: trade came to $240 billion.",
        figure("trade", "$240 billion"),
        channel="notes",
        within="Notes",
    ),
    place(2, "state", "shown", channel="look"),
    place(2, "shape", "chart", channel="look", within=CHART),
    place(2, "paragraph", "Trade grew", within="Title 1"),
    place(2, "row 1, column 1", "in 2024", ("date", "2024", "", "2024"), within=TABLE),
    place(2, "description", ALT, figure("trade", "$240bn", "short"), channel="alt", within=CHART),
    *(
        place(2, part, text, *owned, channel="chart", within=CHART)
        for part, text, *owned in (
            ("kind", "BAR_CLUSTERED"),
            ("series 1", "Freight"),
            ("category 1", "Trade"),
            ("category 2", "Exports"),
            ("series 1, point 1", "240"),
            ("series 1, point 2", "90"),
            ("label of series 1, point 1", "$240bn", figure("trade", "$240bn", "short")),
            ("label of series 1, point 2", "$90bn", figure("exports", "$90bn", "short")),
            ("ticks of the value axis", "0; 150; 300"),
            ("value axis", "from 0 to 300 in steps of 150, shown"),
            ("category axis", "of its own length, shown"),
        )
    ),
    *(
        place(2, cell, text, *owned, channel="workbook", within=CHART)
        for cell, text, *owned in (
            ("B1", "Freight"),
            ("A2", "Trade"),
            ("B2", "240", figure("trade", "240", "")),
            ("A3", "Exports"),
            ("B3", "90", figure("exports", "90", "")),
        )
    ),
)


def deck(path: Path, places: Sequence[LedgerPlace] = DECK) -> Path:
    """Write a deck of two slides: a headline with notes; a table, and a chart with alt text."""
    path.write_bytes(_deck(tuple(places)))
    return path


@cache
def _deck(places: tuple[LedgerPlace, ...]) -> bytes:
    presentation = Presentation()
    _describe(presentation)
    headline, content = presentation.slide_layouts[5], presentation.slide_layouts[5]
    first = presentation.slides.add_slide(headline)
    first.shapes.title.text = "Iran sent at least 400 missiles"
    first.notes_slide.notes_text_frame.text = "Say first: trade came to $240 billion."
    second = presentation.slides.add_slide(content)
    second.shapes.title.text = "Trade grew"
    table = second.shapes.add_table(1, 1, Inches(1), Inches(2), Inches(2), Inches(1)).table
    table.cell(0, 0).text = "in 2024"
    _add_chart(second)
    held = io.BytesIO()
    presentation.save(held)
    members = unpacked(held.getvalue())
    seal = builder.seals.pptx.seal(members)
    carried = carried_json(making("deck", places), seal)
    part = f'<ledger xmlns="urn:paperdeck:ledger"><![CDATA[{carried}]]></ledger>'
    return as_made({**members, "customXml/item1.xml": part.encode()})


def _describe(presentation: Any) -> None:
    core = presentation.core_properties
    core.title, core.subject, core.author, core.language = "Freight", "", "", ""
    core.comments = ""


def _add_chart(slide: Any) -> None:
    data = CategoryChartData(number_format='"$"0"bn"')
    data.categories = ["Trade", "Exports"]
    data.add_series("Freight", (240, 90))
    frame = slide.shapes.add_chart(
        XL_CHART_TYPE.BAR_CLUSTERED, Inches(4), Inches(2), Inches(4), Inches(3), data
    )
    frame._element.nvGraphicFramePr.cNvPr.set("descr", ALT)
    chart = frame.chart
    chart.has_title = False
    chart.font.size = Pt(12)
    axis = chart.value_axis
    axis.minimum_scale, axis.maximum_scale, axis.major_unit = 0, 300, 150
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = "0", False
    plot = chart.plots[0]
    plot.has_data_labels = True
    plot.data_labels.show_value = True


def altered(path: Path, part: str, old: str, new: str) -> Path:
    """Change the first occurrence of `old` in one part of a deck; it must be there."""
    members = unpacked(path.read_bytes())
    assert old.encode() in members[part], f"{old} is not in {part}"
    members[part] = members[part].replace(old.encode(), new.encode(), 1)
    path.write_bytes(packed(members))
    return path


def altered_cell(path: Path, part: str, old: str, new: str) -> Path:
    """Change a cell of a workbook embedded in a deck."""
    members = unpacked(path.read_bytes())
    inner = path.with_suffix(".xlsx")
    inner.write_bytes(members[part])
    members[part] = altered(inner, "xl/worksheets/sheet1.xml", old, new).read_bytes()
    path.write_bytes(packed(members))
    return path
