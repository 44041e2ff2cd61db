"""A planned table as a native one: rows and widths in, `a:tbl` out (ECMA-376-1, 21.1.3).

Ruled, not boxed: a strong line under the header, hairlines under the rows.
"""

from __future__ import annotations

from typing import Final

from builder.deck.plan.model import TableItem
from builder.deck.plan.tables import HEADER_RULE, PAD_ABOVE, PAD_SIDE, ROW_RULE
from builder.deck.write.shapes import ShapeWriter
from builder.deck.write.text import TextWriter, fill
from builder.units import emu

_URI: Final = "http://schemas.openxmlformats.org/drawingml/2006/table"
# PowerPoint's own "No Style, No Grid": whatever is seen is drawn cell by cell.
_STYLE: Final = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"


def table_frame(item: TableItem, shapes: ShapeWriter) -> str:
    """Return the graphic frame of a table, its first row flagged as the header."""
    columns = "".join(f'<a:gridCol w="{emu(width)}"/>' for width in item.widths)
    rows = []
    for at, row in enumerate(item.rows):
        cells = "".join(
            f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{shapes.text.paragraphs((cell,))}"
            f"</a:txBody>{_cell_properties(header=not at, text=shapes.text)}</a:tc>"
            for cell in row.cells
        )
        rows.append(f'<a:tr h="{emu(row.height)}">{cells}</a:tr>')
    table = (
        f'<a:tbl><a:tblPr firstRow="1" firstCol="1"><a:tableStyleId>{_STYLE}</a:tableStyleId>'
        f"</a:tblPr><a:tblGrid>{columns}</a:tblGrid>{''.join(rows)}</a:tbl>"
    )
    place = shapes.graphic_place("tbl", item.placeholder)
    return shapes.frame(item.name, item.alt, item.box, place, _URI, table)


def _cell_properties(*, header: bool, text: TextWriter) -> str:
    width, colour = (HEADER_RULE, "accent") if header else (ROW_RULE, "grid")
    none = "".join(f'<a:{edge} w="0"><a:noFill/></a:{edge}>' for edge in ("lnL", "lnR", "lnT"))
    rule = f'<a:lnB w="{emu(width)}">{fill(colour, text.theme)}</a:lnB>'
    return (
        f'<a:tcPr marL="{emu(PAD_SIDE)}" marR="{emu(PAD_SIDE)}" marT="{emu(PAD_ABOVE)}" '
        f'marB="{emu(PAD_ABOVE)}" anchor="{"b" if header else "t"}">{none}{rule}<a:noFill/>'
        "</a:tcPr>"
    )
