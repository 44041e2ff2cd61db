"""Native tables: an item in, its graphic frame out, with merged headers, shades and bars."""

from __future__ import annotations

from typing import Final

from builder.outputs.pptx.plan.model import Row, TableItem
from builder.outputs.pptx.plan.table_rows import HEADER_RULE, PAD_SIDE, ROW_RULE
from builder.outputs.pptx.write import xml
from builder.outputs.pptx.write.shapes import ShapeWriter
from builder.outputs.pptx.write.text import TextWriter
from builder.units import emu

_TABLE_URI: Final = "http://schemas.openxmlformats.org/drawingml/2006/table"
# PowerPoint's own "No Style, No Grid": whatever is seen is drawn cell by cell.
_TABLE_STYLE: Final = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"


def table_frame(item: TableItem, shapes: ShapeWriter) -> str:
    """Return the graphic frame of a table, its first row flagged as the header."""
    columns = "".join(f'<a:gridCol w="{emu(width)}"/>' for width in item.widths)
    rows = []
    for row in item.rows:
        cells = "".join(
            f"<a:tc{_merged(row.span(at))}><a:txBody><a:bodyPr/>"
            f"{shapes.text.list_style((cell,))}{shapes.text.paragraphs((cell,))}</a:txBody>"
            f"{_cell_properties(row, at, shapes.text)}</a:tc>"
            for at, cell in enumerate(row.cells)
        )
        rows.append(f'<a:tr h="{emu(row.height)}">{cells}</a:tr>')
    table = (
        f'<a:tbl><a:tblPr firstRow="1" firstCol="1"><a:tableStyleId>{_TABLE_STYLE}</a:tableStyleId>'
        f"</a:tblPr><a:tblGrid>{columns}</a:tblGrid>{''.join(rows)}</a:tbl>"
    )
    place = shapes.graphic_place("tbl", item.placeholder)
    return shapes.frame(item.name, item.alt, item.box, place, _TABLE_URI, table)


def _merged(span: tuple[int, int]) -> str:
    """Return the attributes of a cell that goes over others, or is covered by one (21.1.3.16)."""
    columns, rows = span
    said = f' gridSpan="{columns}"' if columns > 1 else ""
    said += f' rowSpan="{rows}"' if rows > 1 else ""
    return said + (' hMerge="1"' if not columns else "") + (' vMerge="1"' if not rows else "")


def _cell_properties(row: Row, at: int, text: TextWriter) -> str:
    header = row.kind == "header"
    width, colour = (HEADER_RULE, "accent") if header else (ROW_RULE, "grid")
    none = "".join(f'<a:{edge} w="0"><a:noFill/></a:{edge}>' for edge in ("lnL", "lnR", "lnT"))
    if row.kind == "total":
        above = f'<a:lnT w="{emu(ROW_RULE)}">{xml.fill("ink", text.theme)}</a:lnT>'
        none = none.replace('<a:lnT w="0"><a:noFill/></a:lnT>', above)
    rule = f'<a:lnB w="{emu(width)}">{xml.fill(colour, text.theme)}</a:lnB>'
    fill = row.fill(at)
    ground = xml.fill(fill, text.theme) if fill else "<a:noFill/>"
    return (
        f'<a:tcPr marL="{emu(PAD_SIDE)}" marR="{emu(PAD_SIDE + row.inset(at))}" '
        f'marT="{emu(row.pad)}" marB="{emu(row.pad)}" anchor="{"b" if header else "t"}">'
        f"{none}{rule}{ground}</a:tcPr>"
    )
