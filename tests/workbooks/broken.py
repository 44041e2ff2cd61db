"""Workbooks that are broken in one place each, made from the XML of their cells."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
FORMATS = ("General", "0.0%", "d mmm yyyy", "mmm yyyy", "d mmm yyyy h:mm", "#,##0.00", "[h]:mm")
"""The number formats of the styles 0 to 6."""


@dataclass(frozen=True)
class Parts:
    """What stands in a workbook of one sheet, `Trade`, as XML.

    `book` are attributes of its properties, `calc` of how it is computed.
    """

    rows: str
    before: str = ""
    after: str = ""
    state: str = ""
    book: str = ""
    calc: str = ""
    names: str = ""
    more: Mapping[str, str] | None = None


def written(parts: Parts, path: Path) -> Path:
    """Write a workbook."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in _members(parts).items():
            archive.writestr(name, '<?xml version="1.0" encoding="UTF-8"?>\n' + text)
    return path


def _members(parts: Parts) -> dict[str, str]:
    formats = "".join(
        f'<numFmt numFmtId="{164 + at}" formatCode="{code}"/>' for at, code in enumerate(FORMATS)
    )
    styles = "".join(f'<xf numFmtId="{164 + at}"/>' for at in range(len(FORMATS)))
    state = f' state="{parts.state}"' if parts.state else ""
    return {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="r1" '
        f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">'
        f'<workbookPr {parts.book}/><sheets><sheet name="Trade" sheetId="1"{state} r:id="r1"/>'
        f"</sheets><definedNames>{parts.names}</definedNames><calcPr {parts.calc}/></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}">'
        f'<Relationship Id="r1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="r2" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}"><numFmts>{formats}</numFmts>'
        f"<cellXfs>{styles}</cellXfs></styleSheet>",
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_MAIN}">{parts.before}'
        f"<sheetData>{parts.rows}</sheetData>{parts.after}</worksheet>",
        **(parts.more or {}),
    }


def said(text: str) -> str:
    """Return the XML of a cell's text."""
    return f"<is><t>{text}</t></is>"
