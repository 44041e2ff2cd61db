"""Small finished files made by hand, each with the ledger of what it says, to be sabotaged."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pikepdf
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from builder.model.ledger import Entry
from builder.theme import assets

FINGERPRINT = "ab" * 32


def carried(entries: Sequence[Entry], fingerprint: str = FINGERPRINT) -> str:
    """Return the JSON that a file carries for a ledger."""
    said = {
        "format": 1,
        "fingerprint": fingerprint,
        "slug": "freight",
        "edition": "first",
        "entries": [asdict(entry) for entry in entries],
    }
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    return json.dumps(said | {"digest": hashlib.sha256(text.encode()).hexdigest()})


def figure(owner: str, text: str, page: int, channel: Any = "body", form: str = "full") -> Entry:
    """Return the entry of a figure."""
    return Entry("figure", owner, form, text, channel, "somewhere", page)


def furniture(text: str, page: int, channel: Any = "body") -> Entry:
    """Return the entry of a page number or the like."""
    return Entry("furniture", "number", "", text, channel, "footer", page)


PAPER = (
    figure("missiles", "at least 400 missiles", 1),
    figure("trade", "$240bn", 1, "chart", "short"),
    figure("trade", "$240 billion", 2),
    figure("balance", "−12%", 2),
    Entry("date", "2024", "", "2024", "body", "p", 2),
    figure("trade", "$240bn", 2, "alt", "short"),
    furniture("Page 1 of 2", 1),
    furniture("Page 2 of 2", 2),
)
PAGES = (
    ("Iran sent at least 400 mis-", "siles, it is reported.", "Trade  $240bn", "Page 1 of 2"),
    ("In 2024, trade came to $240", "billion; the balance is −12%.", "Page 2 of 2"),
)
ALT = "A bar of $240bn"


def paper(
    path: Path,
    pages: Sequence[Sequence[str]] = PAGES,
    entries: Sequence[Entry] = PAPER,
    alt: str = ALT,
    title: str = "Freight",
) -> Path:
    """Write a tagged paper, one line of text below the other; `alt` stands on the last page."""
    pdfmetrics.registerFont(TTFont("Sans", str(assets.font("SourceSans3-Regular"))))
    held = io.BytesIO()
    canvas = Canvas(held, pagesize=(400, 300), invariant=1)
    canvas.setTitle(title)
    for lines in pages:
        canvas.setFont("Sans", 11)
        for row, line in enumerate(lines):
            canvas.drawString(40, 260 - 16 * row, line)
        canvas.showPage()
    canvas.save()
    with pikepdf.open(held) as document:
        document.attachments["paperdeck-ledger.json"] = carried(entries).encode()
        _tag(document, alt)
        document.save(path)
    return path


def _tag(document: pikepdf.Pdf, alt: str) -> None:
    page = document.pages[-1]
    page.contents_add(b"/Figure <</MCID 0>> BDC", prepend=True)
    page.contents_add(b"EMC")
    page.StructParents = 0
    root = document.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot))
    element = document.make_indirect(
        pikepdf.Dictionary(S=pikepdf.Name.Figure, P=root, Pg=page.obj, K=0, Alt=alt)
    )
    root.K = element
    root.ParentTree = pikepdf.Dictionary(Nums=[0, pikepdf.Array([element])])
    document.Root.StructTreeRoot = root
    document.Root.MarkInfo = pikepdf.Dictionary(Marked=True)


DECK = (
    figure("missiles", "at least 400 missiles", 1),
    figure("trade", "$240 billion", 1, "notes"),
    figure("trade", "$240bn", 2, "chart", "short"),
    figure("trade", "240", 2, "workbook", ""),
    figure("exports", "$90bn", 2, "chart", "short"),
    figure("exports", "90", 2, "workbook", ""),
    Entry("tick", "trade", "", "0", "chart", "axis", 2),
    Entry("tick", "trade", "", "150", "chart", "axis", 2),
    Entry("tick", "trade", "", "300", "chart", "axis", 2),
    figure("trade", "$240bn", 2, "alt", "short"),
    Entry("date", "2024", "", "2024", "body", "table", 2),
)


def deck(path: Path, entries: Sequence[Entry] = DECK) -> Path:
    """Write a deck of two slides: a headline with notes; a table, and a chart with alt text."""
    presentation = Presentation()
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
    part = f'<ledger xmlns="urn:paperdeck:ledger"><![CDATA[{carried(entries)}]]></ledger>'
    with zipfile.ZipFile(held, "a") as package:
        package.writestr("customXml/item1.xml", part)
    path.write_bytes(held.getvalue())
    return path


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
    axis = chart.value_axis
    axis.minimum_scale, axis.maximum_scale, axis.major_unit = 0, 300, 150
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = "0", False
    plot = chart.plots[0]
    plot.has_data_labels = True
    plot.data_labels.show_value = True


def altered(path: Path, part: str, old: str, new: str) -> Path:
    """Change the first occurrence of `old` in one part of a deck; it must be there."""
    with zipfile.ZipFile(path) as package:
        members = {name: package.read(name) for name in package.namelist()}
    assert old.encode() in members[part], f"{old} is not in {part}"
    members[part] = members[part].replace(old.encode(), new.encode(), 1)
    with zipfile.ZipFile(path, "w") as package:
        for name, data in members.items():
            package.writestr(name, data)
    return path


def altered_cell(path: Path, part: str, old: str, new: str) -> Path:
    """Change a cell of a workbook embedded in a deck."""
    with zipfile.ZipFile(path) as package:
        members = {name: package.read(name) for name in package.namelist()}
    inner = path.with_suffix(".xlsx")
    inner.write_bytes(members[part])
    members[part] = altered(inner, "xl/worksheets/sheet1.xml", old, new).read_bytes()
    with zipfile.ZipFile(path, "w") as package:
        for name, data in members.items():
            package.writestr(name, data)
    return path
